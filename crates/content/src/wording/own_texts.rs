//! Every text of the tool’s own in the content files, with its place and what kind of text it is.

use std::sync::Arc;

use adal_core::Lang;
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::parser;
use toml::de::{DeTable, DeValue};

use crate::problem::{Place, SourceFile};

/// A text of the tool’s own in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnText {
    /// What kind of text it is.
    pub kind: TextKind,
    /// Its language.
    pub lang: Lang,
    /// The text, with a digit for each variable.
    pub words: String,
    /// Where it is written.
    pub place: Place,
}

/// Kinds of text, by how they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextKind {
    /// A question of a situation or an exercise.
    Question,
    /// What helps to answer or to fill in.
    Hint,
    /// The heading of a result, a situation, a theme or an exercise.
    Headline,
    /// A choice, or the name of a field.
    Label,
    /// Why a clause applies.
    Reason,
    /// What to do.
    Step,
    /// A clause in plain words.
    Plain,
    /// A doubt about the wording, with its two sides.
    Reading,
    /// What is unclear in a clause or about a person.
    Note,
    /// Why a question is asked.
    Why,
    /// What a situation covers.
    Summary,
    /// What is right to say although no clause says it.
    Remark,
    /// What NGOs may expect.
    Expectation,
    /// The words of a reading or an element on which the law rests; they quote the Standard.
    Ground,
    /// What a draft says.
    Draft,
    /// A story of a worked case.
    Story,
    /// The words of the interface.
    Interface,
    /// What is printed for officers.
    Paper,
    /// The rest: names of facts, the glossary, changes.
    Other,
}

impl TextKind {
    /// All kinds.
    pub const ALL: [TextKind; 19] = [
        TextKind::Question,
        TextKind::Hint,
        TextKind::Headline,
        TextKind::Label,
        TextKind::Reason,
        TextKind::Step,
        TextKind::Plain,
        TextKind::Reading,
        TextKind::Note,
        TextKind::Why,
        TextKind::Summary,
        TextKind::Remark,
        TextKind::Expectation,
        TextKind::Ground,
        TextKind::Draft,
        TextKind::Story,
        TextKind::Interface,
        TextKind::Paper,
        TextKind::Other,
    ];

    /// The kind in figures and problems, as more than one.
    pub fn name(self) -> &'static str {
        match self {
            TextKind::Question => "questions",
            TextKind::Hint => "hints",
            TextKind::Headline => "headlines",
            TextKind::Label => "labels",
            TextKind::Reason => "reasons",
            TextKind::Step => "steps",
            TextKind::Plain => "plain sentences",
            TextKind::Reading => "readings",
            TextKind::Note => "notes",
            TextKind::Why => "why it is asked",
            TextKind::Summary => "summaries",
            TextKind::Remark => "remarks",
            TextKind::Expectation => "expectations",
            TextKind::Ground => "grounds",
            TextKind::Draft => "drafts",
            TextKind::Story => "stories",
            TextKind::Interface => "interface",
            TextKind::Paper => "printed pages",
            TextKind::Other => "other texts",
        }
    }

    /// The most words that a sentence of this kind may have.
    pub fn limit(self) -> usize {
        match self {
            TextKind::Reason => 15,
            TextKind::Question
            | TextKind::Hint
            | TextKind::Headline
            | TextKind::Label
            | TextKind::Plain
            | TextKind::Note => 20,
            TextKind::Step
            | TextKind::Reading
            | TextKind::Ground
            | TextKind::Why
            | TextKind::Summary
            | TextKind::Remark
            | TextKind::Expectation
            | TextKind::Draft
            | TextKind::Story
            | TextKind::Interface
            | TextKind::Paper
            | TextKind::Other => 25,
        }
    }
}

/// The texts of these files, in order.
pub(crate) fn own_texts(files: &[Arc<SourceFile>]) -> Vec<OwnText> {
    let mut texts = Vec::new();
    for file in files {
        // The name begins with that of the content folder.
        let Some((_, path)) = file.name.split_once('/') else { continue };
        match path.split_once('/') {
            Some((folder @ ("ui" | "papers"), name)) => {
                let lang = name.strip_suffix(".ftl").and_then(Lang::from_tag);
                texts.extend(lang.into_iter().flat_map(|lang| in_fluent(file, folder, lang)));
            }
            _ => in_toml(file, path, &mut texts),
        }
    }
    texts
}

fn in_toml(file: &Arc<SourceFile>, path: &str, texts: &mut Vec<OwnText>) {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    if path.ends_with(".toml") && errors.is_empty() {
        walk(table.get_ref(), &mut Vec::new(), &mut |keys, lang, words, span| {
            texts.extend(kind(path, keys).map(|kind| OwnText {
                kind,
                lang,
                words: words.to_owned(),
                place: Place::at(file, span),
            }));
        });
    }
}

/// Calls for each text in a language with the keys that lead to it.
fn walk<'t>(
    table: &'t DeTable<'_>,
    keys: &mut Vec<&'t str>,
    each: &mut impl FnMut(&[&str], Lang, &str, std::ops::Range<usize>),
) {
    for (key, value) in table {
        let (key, span) = (key.get_ref().as_ref(), value.span());
        let items = match value.get_ref() {
            DeValue::String(words) => {
                if let Some(lang) = Lang::from_tag(key) {
                    each(keys, lang, words, span);
                }
                continue;
            }
            DeValue::Array(list) => {
                list.iter().filter_map(|item| item.get_ref().as_table()).collect()
            }
            other => other.as_table().into_iter().collect::<Vec<_>>(),
        };
        for item in items {
            keys.push(key);
            walk(item, keys, each);
            keys.pop();
        }
    }
}

/// The kind of a text in a TOML file; none where the words are not the tool’s own.
fn kind(path: &str, keys: &[&str]) -> Option<TextKind> {
    let place = path.split('/').next().unwrap_or(path);
    let last = keys.last().copied().unwrap_or_default();
    Some(match (place, last) {
        // Only maintainers read twins.
        ("source" | "spelling" | "twins" | "terms.toml" | "force.toml" | "approval.toml", _) => {
            return None;
        }
        ("standard.toml", "plain") => TextKind::Plain,
        ("standard.toml", "note") => TextKind::Note,
        ("standard.toml", _) => return None,
        ("changes.toml", "what") => TextKind::Other,
        ("changes.toml", _) => return None,
        ("readings.toml", "ground") => TextKind::Ground,
        ("readings.toml", _) => TextKind::Reading,
        ("law", _) => TextKind::Reason,
        ("steps.toml", _) => TextKind::Step,
        ("remarks.toml", _) => TextKind::Remark,
        ("expectations.toml", _) => TextKind::Expectation,
        ("people.toml", "note") => TextKind::Note,
        ("people.toml", _) | ("shared.toml", "yes" | "no") => TextKind::Label,
        ("situations" | "themes.toml" | "cases", "title") => TextKind::Headline,
        ("situations", "summary") => TextKind::Summary,
        ("situations" | "shared.toml", "why") => TextKind::Why,
        ("situations" | "shared.toml" | "notices.toml", "hint" | "find-out") => TextKind::Hint,
        ("situations" | "shared.toml", "text") if keys.contains(&"choices") => TextKind::Label,
        ("situations" | "shared.toml", "text") | ("cases", "prompt") => TextKind::Question,
        ("cases", "text") | ("notices.toml", "label") => TextKind::Label,
        ("cases", _) => TextKind::Story,
        ("notices.toml", _) => TextKind::Draft,
        _ => TextKind::Other,
    })
}

fn in_fluent(file: &Arc<SourceFile>, folder: &str, lang: Lang) -> Vec<OwnText> {
    let resource = parser::parse(file.text.as_str()).unwrap_or_else(|(resource, _)| resource);
    let mut texts = Vec::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name;
        let kind = match folder {
            "ui" if key.starts_with("headline") => TextKind::Headline,
            "ui" => TextKind::Interface,
            _ => TextKind::Paper,
        };
        let start = (key.as_ptr() as usize).saturating_sub(file.text.as_ptr() as usize);
        let place = Place::at(file, start..start + key.len());
        let forms = message.value.iter().flat_map(spoken);
        texts.extend(forms.map(|words| OwnText { kind, lang, words, place: place.clone() }));
    }
    texts
}

/// The forms of a message as they are read: one for each plural form, with a digit for what is put in.
fn spoken(pattern: &Pattern<&str>) -> Vec<String> {
    let mut forms = vec![String::new()];
    for element in &pattern.elements {
        let ends = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression: Expression::Inline(_) } => vec!["0".to_owned()],
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().flat_map(|variant| spoken(&variant.value)).collect()
            }
        };
        forms = forms
            .iter()
            .flat_map(|form| ends.iter().map(move |end| format!("{form}{end}")))
            .collect();
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(path: &str, text: &str) -> Vec<(TextKind, Lang, String, Option<usize>)> {
        let file = SourceFile { name: format!("content/{path}"), text: text.to_owned() };
        let read = |text: OwnText| (text.kind, text.lang, text.words, text.place.line());
        own_texts(&[Arc::new(file)]).into_iter().map(read).collect()
    }

    #[test]
    fn texts_are_found_with_kind_and_line() {
        let steps = "[[step]]\nid = \"ask\"\ntext.kk = \"Сұраңыз.\"\ntext.en = \"Ask.\"";
        let step = |lang, words: &str, line| (TextKind::Step, lang, words.to_owned(), Some(line));
        let expected = [step(Lang::En, "Ask.", 4), step(Lang::Kk, "Сұраңыз.", 3)];
        assert_eq!(texts("steps.toml", steps), expected);
    }

    #[test]
    fn the_standard_is_left_out_but_for_plain_sentences_and_notes() {
        let clause = "title.en = \"Rules\"\n[[clause]]\ntext.en = \"To\"\nitems = [{ en = \"a\" }]\n\
                      plain.en = \"Plain\"\nnote.en = \"Note\"";
        let kinds: Vec<_> = texts("standard.toml", clause).into_iter().map(|text| text.0).collect();
        assert_eq!(kinds, [TextKind::Note, TextKind::Plain]);
        assert_eq!(texts("source/2019/errata.toml", clause), []);
    }

    #[test]
    fn choices_are_labels_and_their_question_is_not() {
        let question = "[[question]]\ntext.en = \"Who?\"\n[[question.choices]]\ntext.en = \"I\"\n\
                        hint.en = \"You\"";
        let found = texts("situations/gift.toml", question);
        let mut kinds: Vec<_> = found.into_iter().map(|text| text.0).collect();
        kinds.sort();
        assert_eq!(kinds, [TextKind::Question, TextKind::Hint, TextKind::Label]);
    }

    #[test]
    fn each_plural_form_is_a_text() {
        let message = "left = { $n ->\n    [one] { $n } question\n   *[other] { $n } questions\n }, go on\n\
                       headline-duty = Duty\n";
        let words: Vec<_> = texts("ui/en.ftl", message).into_iter().map(|text| text.2).collect();
        assert_eq!(words, ["0 question, go on", "0 questions, go on", "Duty"]);
        assert_eq!(texts("ui/en.ftl", message)[2].0, TextKind::Headline);
        assert_eq!(texts("ui/en.ftl", message)[2].3, Some(5));
    }
}
