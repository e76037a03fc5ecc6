//! Converts a Fluent pattern into the parts of a message. Reports what the tool does not support.

use adal_core::{Lang, PluralCategory, Text, plural_categories};
use fluent_syntax::ast::{
    Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::pattern::{Part, RESERVED, pattern};
use super::{FluentFile, Key};
use crate::check::never_said;
use crate::problem::{Place, Problems, list};

/// A variable at one position of a pattern.
pub(super) struct Variable<'f> {
    pub(super) name: &'f str,
    /// Whether it selects a plural form there.
    pub(super) plural: bool,
}

/// All occurrences of variables in a pattern, in order.
pub(super) fn variables<'f>(pattern: &Pattern<&'f str>) -> Vec<Variable<'f>> {
    let mut found = Vec::new();
    collect(pattern, &mut found);
    found
}

fn collect<'f>(pattern: &Pattern<&'f str>, found: &mut Vec<Variable<'f>>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                found.push(Variable { name: id.name, plural: false });
            }
            Expression::Inline(_) => {}
            Expression::Select { selector, variants } => {
                if let InlineExpression::VariableReference { id } = selector {
                    found.push(Variable { name: id.name, plural: true });
                }
                variants.iter().for_each(|variant| collect(&variant.value, found));
            }
        }
    }
}

/// The message in words, for readers of the code.
pub(super) fn in_words(pattern: &Pattern<&str>) -> String {
    let mut words = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    words.push_str(&format!("{{ ${} }}", id.name));
                }
                Expression::Inline(InlineExpression::StringLiteral { value }) => {
                    words.push_str(&unescape_unicode_to_string(value));
                }
                Expression::Inline(_) => {}
                Expression::Select { variants, .. } => {
                    let forms: Vec<String> =
                        variants.iter().map(|variant| in_words(&variant.value)).collect();
                    words.push_str(&forms.join(" / "));
                }
            },
        }
    }
    words
}

/// A message as patterns in the three languages.
pub(super) fn message(key: &Key, files: &[FluentFile; 3], problems: &mut Problems) -> Text {
    let [kk, ru, en] = [0, 1, 2].map(|n| {
        let file = &files[n];
        let Some(fluent) = file.messages.get(key.id.as_str()) else { return String::new() };
        let mut lowering = Lowering { key, file, problems };
        let parts = lowering.pattern(fluent);
        let empty = |part: &Part| matches!(part, Part::Words(words) if words.trim().is_empty());
        if parts.iter().all(empty) {
            let message = format!("the message `{}` is empty", key.id);
            lowering
                .problems
                .add(&file.place_of_key(&key.id), message)
                .help("write it, or take it out in all languages");
        }
        pattern(file.lang, &parts)
    });
    Text::new(kk, ru, en)
}

struct Lowering<'a, 'f> {
    key: &'a Key,
    file: &'a FluentFile<'f>,
    problems: &'a mut Problems,
}

impl Lowering<'_, '_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for element in &pattern.elements {
            let part = match element {
                PatternElement::TextElement { value } => {
                    self.check_words(value);
                    Some(Part::Words((*value).to_owned()))
                }
                PatternElement::Placeable { expression } => self.placeable(expression),
            };
            match (parts.last_mut(), part) {
                (Some(Part::Words(before)), Some(Part::Words(words))) => before.push_str(&words),
                (_, Some(part)) => parts.push(part),
                (_, None) => {}
            }
        }
        parts
    }

    fn placeable(&mut self, expression: &Expression<&str>) -> Option<Part> {
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.variable(id.name).map(Part::Variable)
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                self.check_reserved(value);
                Some(Part::Words(unescape_unicode_to_string(value).into_owned()))
            }
            Expression::Inline(other) => self.unsupported(other),
            Expression::Select {
                selector: InlineExpression::VariableReference { id },
                variants,
            } => {
                let place = self.file.place_of(id.name);
                let forms = self.forms(variants, &place);
                self.variable(id.name).map(|variable| Part::Plural(variable, forms))
            }
            Expression::Select { .. } => {
                let place = self.file.place_of_key(&self.key.id);
                self.problems
                    .add(
                        &place,
                        format!("`{}` selects by something that is not a variable", self.key.id),
                    )
                    .help("write `{ $count -> … }`");
                None
            }
        }
    }

    /// The forms by plural category, with the default last.
    fn forms(
        &mut self,
        variants: &[Variant<&str>],
        place: &Place,
    ) -> Vec<(PluralCategory, Vec<Part>)> {
        let (mut forms, mut default) = (Vec::new(), None);
        for variant in variants {
            let parts = self.pattern(&variant.value);
            let Some(category) = self.category(&variant.key) else { continue };
            if variant.default {
                default = Some((category, parts));
            } else {
                forms.push((category, parts));
            }
        }
        forms.extend(default);
        let given: Vec<PluralCategory> = forms.iter().map(|(category, _)| *category).collect();
        self.check_categories(&given, place);
        forms
    }

    fn category(&mut self, key: &VariantKey<&str>) -> Option<PluralCategory> {
        let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) = key;
        let found = CATEGORIES.iter().find(|(word, _)| word == name).map(|(_, found)| *found);
        if found.is_none() {
            self.problems
                .add(&self.file.place_of(name), format!("`{name}` is not a plural category"))
                .help("a selection is by plural category only: one, few, many, other");
        }
        found
    }

    fn check_categories(&mut self, given: &[PluralCategory], place: &Place) {
        let (needed, allowed) = categories(self.file.lang);
        let word = |category: &PluralCategory| {
            CATEGORIES.iter().find(|(_, of)| of == category).map_or("", |(word, _)| *word)
        };
        let words = |categories: Vec<&PluralCategory>| {
            list(&categories.into_iter().map(word).collect::<Vec<_>>())
        };
        let missing: Vec<_> = needed.iter().filter(|category| !given.contains(category)).collect();
        let foreign: Vec<_> = given.iter().filter(|category| !allowed.contains(category)).collect();
        let (key, lang) = (&self.key.id, self.file.lang.tag());
        if !missing.is_empty() {
            let message = format!("`{key}` lacks the plural form {}", words(missing));
            self.problems
                .add(place, message)
                .help(format!("the forms of {lang} are {}", words(needed.iter().collect())));
        }
        if !foreign.is_empty() {
            let message = format!("`{key}` has the plural form {}", words(foreign));
            self.problems
                .add(place, message)
                .help(format!("the forms of {lang} are {}", words(needed.iter().collect())));
        }
    }

    fn variable(&self, name: &str) -> Option<u8> {
        let place = self.key.variables.iter().position(|(known, _)| known == name)?;
        u8::try_from(place).ok()
    }

    fn unsupported(&mut self, expression: &InlineExpression<&str>) -> Option<Part> {
        let (what, name) = match expression {
            InlineExpression::FunctionReference { id, .. } => ("a function", id.name),
            InlineExpression::MessageReference { id, .. } => ("another message", id.name),
            InlineExpression::TermReference { id, .. } => ("a term", id.name),
            InlineExpression::NumberLiteral { value } => ("a number", *value),
            _ => ("a placeable in a placeable", self.key.id.as_str()),
        };
        let place = self.file.place_of(name);
        self.problems
            .add(&place, format!("`{}` puts in {what}, which is not supported", self.key.id))
            .help("put in variables and quoted words only");
        None
    }

    fn check_words(&mut self, words: &str) {
        self.check_reserved(words);
        never_said(self.file.lang, words, &self.file.place_of(words), self.problems);
    }

    fn check_reserved(&mut self, words: &str) {
        if let Some(reserved) = words.chars().find(|c| RESERVED.contains(c)) {
            let message = format!("`{}` has the character {reserved}", self.key.id);
            self.problems
                .add(&self.file.place_of(words), message)
                .help("braces and bars have a meaning in messages; use other signs");
        }
    }
}

const CATEGORIES: [(&str, PluralCategory); 4] = [
    ("one", PluralCategory::One),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

/// The plural categories that a language requires, and those that it allows. In Russian *other* is for fractions,
/// which the tool never counts; it may be the default.
fn categories(lang: Lang) -> (&'static [PluralCategory], &'static [PluralCategory]) {
    use PluralCategory::{Few, Many, One, Other};
    match lang {
        Lang::Kk | Lang::En => (plural_categories(lang), plural_categories(lang)),
        Lang::Ru => (plural_categories(lang), &[One, Few, Many, Other]),
    }
}
