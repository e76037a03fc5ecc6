//! Parses conditions such as `gift-from is ngo and not (gift-link is none)` and resolves their names to questions.
//! Conditions of the law have the same syntax over facts, and can also name elements and readings.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use adal_core::{Answer, Answers, ChoiceIx, Condition, QuestionIx, Truth};
use toml::Spanned;

use crate::problem::{Place, Problems, SourceFile, list, suggestion};

/// Reserved words, which cannot be ids of questions, choices or facts.
pub(crate) const RESERVED: [&str; 5] = ["and", "is", "not", "or", "reading"];

/// A parsed condition with unresolved names.
#[derive(Clone, Debug)]
pub(crate) enum Expression {
    All(Vec<Expression>),
    Any(Vec<Expression>),
    Not(Box<Expression>),
    /// A question with some of its choices, or a fact with some of its values.
    Is {
        name: Word,
        choices: Vec<Word>,
        negated: bool,
    },
    /// A named condition.
    Name(Word),
    /// A reading: side a, or with `is b` side b.
    Reading {
        name: Word,
        second: bool,
    },
}

/// A word of a condition, with its position.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) place: Place,
}

/// Parses a condition. Reports the first syntax error.
pub(crate) fn parse(
    written: &Spanned<String>,
    file: &Arc<SourceFile>,
    problems: &mut Problems,
) -> Option<Expression> {
    let start = start_in_file(written, file);
    let tokens = tokens(written.get_ref(), start);
    let end = start + written.get_ref().trim_end().len();
    let mut parser = Parser { tokens, next: 0, file, end: end..end };
    let parsed = parser.condition().and_then(|condition| match parser.peek() {
        None => Ok(condition),
        Some(_) => Err(parser.expected("`and`, `or` or the end of the condition")),
    });
    parsed
        .map_err(|mistake| {
            problems.add(&mistake.place, mistake.message).help = mistake.help;
        })
        .ok()
}

/// Where the content of a string starts in the file: after its quotation marks.
fn start_in_file(written: &Spanned<String>, file: &SourceFile) -> usize {
    let span = written.span();
    let inside = file.text.get(span.clone()).and_then(|raw| raw.find(written.get_ref().as_str()));
    span.start + inside.unwrap_or(1)
}

#[derive(Clone, Debug)]
struct Token {
    text: String,
    span: Range<usize>,
}

/// Splits a condition into words, brackets, commas and other single characters.
fn tokens(text: &str, start: usize) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let in_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || c == '.';
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let span = start + at..start + at + c.len_utf8();
        match tokens.last_mut() {
            Some(last)
                if last.span.end == span.start && in_word(c) && last.text.ends_with(in_word) =>
            {
                last.text.push(c);
                last.span.end = span.end;
            }
            _ => tokens.push(Token { text: c.to_string(), span }),
        }
    }
    tokens
}

struct Mistake {
    place: Place,
    message: String,
    help: Option<String>,
}

struct Parser<'f> {
    tokens: Vec<Token>,
    next: usize,
    file: &'f Arc<SourceFile>,
    end: Range<usize>,
}

type Parsed<T> = Result<T, Mistake>;

impl Parser<'_> {
    fn condition(&mut self) -> Parsed<Expression> {
        let parts = self.separated("or", Self::all)?;
        Ok(one_or(parts, Expression::Any))
    }

    fn all(&mut self) -> Parsed<Expression> {
        let parts = self.separated("and", Self::not)?;
        Ok(one_or(parts, Expression::All))
    }

    fn not(&mut self) -> Parsed<Expression> {
        if self.take("not") {
            return Ok(Expression::Not(Box::new(self.term()?)));
        }
        self.term()
    }

    fn term(&mut self) -> Parsed<Expression> {
        if self.take("(") {
            let inner = self.condition()?;
            self.require(")")?;
            return Ok(inner);
        }
        if self.take("reading") {
            let name = self.word("a reading")?;
            let second = self.take("is");
            if second {
                self.require("b")?;
            }
            return Ok(Expression::Reading { name, second });
        }
        let name = self.word("a name or `(`")?;
        if self.take("is") { self.answer(name) } else { Ok(Expression::Name(name)) }
    }

    fn answer(&mut self, name: Word) -> Parsed<Expression> {
        if self.peek_is(0, "one") && self.peek_is(1, "of") && self.peek_is(2, "(") {
            self.next += 3;
            let choices = self.separated(",", |parser| parser.word("a choice or a value"))?;
            self.require(")")?;
            return Ok(Expression::Is { name, choices, negated: false });
        }
        let negated = self.take("not");
        let choices = vec![self.word("a choice or a value")?];
        Ok(Expression::Is { name, choices, negated })
    }

    fn separated<T>(
        &mut self,
        separator: &str,
        part: impl Fn(&mut Self) -> Parsed<T>,
    ) -> Parsed<Vec<T>> {
        let mut parts = vec![part(self)?];
        while self.take(separator) {
            parts.push(part(self)?);
        }
        Ok(parts)
    }

    fn word(&mut self, what: &str) -> Parsed<Word> {
        match self.peek() {
            Some(token)
                if token.text.starts_with(char::is_alphanumeric)
                    && !RESERVED.contains(&token.text.as_str()) =>
            {
                let place = Place::at(self.file, token.span.clone());
                let text = token.text.clone();
                self.next += 1;
                Ok(Word { text, place })
            }
            _ => Err(self.expected(what)),
        }
    }

    fn require(&mut self, text: &str) -> Parsed<()> {
        if self.take(text) { Ok(()) } else { Err(self.expected(&format!("`{text}`"))) }
    }

    fn take(&mut self, text: &str) -> bool {
        let found = self.peek_is(0, text);
        self.next += usize::from(found);
        found
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }

    fn peek_is(&self, ahead: usize, text: &str) -> bool {
        self.tokens.get(self.next + ahead).is_some_and(|token| token.text == text)
    }

    fn expected(&self, what: &str) -> Mistake {
        let (found, span) = match self.peek() {
            Some(token) => (format!("`{}`", token.text), token.span.clone()),
            None => ("the end of the condition".to_owned(), self.end.clone()),
        };
        Mistake {
            place: Place::at(self.file, span),
            message: format!("expected {what}, found {found}"),
            help: self.hint().or_else(|| Some("correct the condition".to_owned())),
        }
    }

    /// A hint for common syntax of other languages.
    fn hint(&self) -> Option<String> {
        let word = match self.peek()?.text.as_str() {
            "=" | "==" => "is",
            "!" => "not",
            "&" => "and",
            "|" => "or",
            "'" | "\"" => return Some("choices are written without quotation marks".to_owned()),
            "not" => return Some("put brackets around what follows `not`".to_owned()),
            _ => return None,
        };
        Some(format!("write `{word}`"))
    }
}

fn one_or(mut parts: Vec<Expression>, many: fn(Vec<Expression>) -> Expression) -> Expression {
    match (parts.len(), parts.pop()) {
        (1, Some(part)) => part,
        (_, Some(last)) => {
            parts.push(last);
            many(parts)
        }
        (_, None) => many(parts),
    }
}

/// A question that a condition may name.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) question: QuestionIx,
    pub(crate) choices: Vec<String>,
}

/// The questions that a condition over answers may name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    pub(crate) questions: BTreeMap<String, Known>,
    /// Invalid questions. Naming them is not reported.
    pub(crate) broken: BTreeSet<String>,
    /// False if some question could not be read at all, so that any name may be right.
    pub(crate) complete: bool,
}

impl Scope {
    /// An empty scope that knows what could not be read.
    pub(crate) fn new(broken: BTreeSet<String>, complete: bool) -> Self {
        Scope { broken, complete, ..Scope::default() }
    }

    /// A condition with its names resolved to questions. Reports all mistakes.
    pub(crate) fn read(
        &self,
        written: &Spanned<String>,
        file: &Arc<SourceFile>,
        problems: &mut Problems,
    ) -> Option<Condition> {
        let expression = parse(written, file, problems)?;
        self.lower(&expression, problems)
    }

    fn lower(&self, expression: &Expression, problems: &mut Problems) -> Option<Condition> {
        match expression {
            Expression::All(parts) => self.lower_all(parts, problems).map(Condition::All),
            Expression::Any(parts) => self.lower_all(parts, problems).map(Condition::Any),
            Expression::Not(part) => {
                self.lower(part, problems).map(|part| Condition::Not(Box::new(part)))
            }
            Expression::Is { name, choices, negated } => {
                let is = self.is(name, choices, problems)?;
                Some(if *negated { Condition::Not(Box::new(is)) } else { is })
            }
            Expression::Name(name) => {
                self.unfinished(name, problems);
                None
            }
            Expression::Reading { name, .. } => {
                problems
                    .add(&name.place, "a condition over answers cannot name a reading")
                    .help("readings are for the rules in law/ and the elements in facts.toml");
                None
            }
        }
    }

    fn lower_all(&self, parts: &[Expression], problems: &mut Problems) -> Option<Vec<Condition>> {
        let lowered: Vec<Option<Condition>> =
            parts.iter().map(|part| self.lower(part, problems)).collect();
        lowered.into_iter().collect()
    }

    fn is(&self, question: &Word, choices: &[Word], problems: &mut Problems) -> Option<Condition> {
        let Some(known) = self.questions.get(&question.text) else {
            self.unknown_question(question, problems);
            return None;
        };
        let lowered: Vec<Option<Condition>> =
            choices.iter().map(|choice| known.is(question, choice, problems)).collect();
        let mut parts: Vec<Condition> = lowered.into_iter().collect::<Option<_>>()?;
        if parts.len() == 1 { parts.pop() } else { Some(Condition::Any(parts)) }
    }

    fn unknown_question(&self, word: &Word, problems: &mut Problems) {
        let name = word.text.as_str();
        if self.broken.contains(name) || !self.complete {
            return;
        }
        problems.add(&word.place, format!("unknown question `{name}`")).help =
            suggestion(name, self.questions.keys().map(String::as_str))
                .or_else(|| Some("name a question that is asked here".to_owned()));
    }

    /// Reports a question without a choice.
    fn unfinished(&self, word: &Word, problems: &mut Problems) {
        let name = word.text.as_str();
        match self.questions.get(name) {
            Some(known) => problems
                .add(&word.place, format!("`{name}` is a question: its choice is missing"))
                .help(format!("write `{name} is` and one of {}", list(&known.choices))),
            None => self.unknown_question(word, problems),
        }
    }
}

impl Known {
    fn is(&self, question: &Word, choice: &Word, problems: &mut Problems) -> Option<Condition> {
        if self.choices.is_empty() {
            return None; // The question is invalid, which has been reported.
        }
        let place = self.choices.iter().position(|known| *known == choice.text);
        if let Some(place) = place.and_then(|place| u8::try_from(place).ok()) {
            return Some(Condition::Is(self.question, ChoiceIx(place)));
        }
        let message = format!("`{}` is not a choice of `{}`", choice.text, question.text);
        problems.add(&choice.place, message).help = if choice.text == "not-sure" {
            Some(
                "“not sure” leaves every condition open, so no condition can ask for it".to_owned(),
            )
        } else {
            suggestion(&choice.text, self.choices.iter().map(String::as_str))
                .or_else(|| Some(format!("its choices are {}", list(&self.choices))))
        };
        None
    }
}

/// The value of a condition that is the same for all answers, if it is.
pub(crate) fn constant(condition: &Condition, choices: &impl Fn(QuestionIx) -> u8) -> Option<bool> {
    let mut seen = (false, false);
    explore(condition, choices, &mut Answers::new(), &mut seen);
    match seen {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn explore(
    condition: &Condition,
    choices: &impl Fn(QuestionIx) -> u8,
    answers: &mut Answers,
    seen: &mut (bool, bool),
) {
    if *seen == (true, true) {
        return;
    }
    let left = condition.remaining(answers);
    match left.truth(&Answers::new()) {
        Truth::Yes => seen.0 = true,
        Truth::No => seen.1 = true,
        Truth::Unknown => {
            let Some(question) = first_question(&left) else { return };
            for choice in (0..choices(question)).map(ChoiceIx) {
                answers.insert(question, Answer::Choice(choice));
                explore(&left, choices, answers, seen);
            }
            answers.remove(&question);
        }
    }
}

fn first_question(condition: &Condition) -> Option<QuestionIx> {
    let mut first = None;
    condition.for_each_question(&mut |question| {
        first.get_or_insert(question);
    });
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_brackets(expression: &Expression) -> String {
        let parts = |parts: &[Expression], word: &str| {
            let parts: Vec<String> = parts.iter().map(in_brackets).collect();
            format!("({})", parts.join(word))
        };
        match expression {
            Expression::All(all) => parts(all, " and "),
            Expression::Any(any) => parts(any, " or "),
            Expression::Not(part) => format!("not {}", in_brackets(part)),
            Expression::Is { name, choices, negated } => {
                let choices: Vec<&str> =
                    choices.iter().map(|choice| choice.text.as_str()).collect();
                let is = if *negated { "!=" } else { "=" };
                format!("{}{is}{}", name.text, choices.join("|"))
            }
            Expression::Name(name) => name.text.clone(),
            Expression::Reading { name, second } => {
                format!("{}:{}", name.text, if *second { "b" } else { "a" })
            }
        }
    }

    fn parsed(text: &str) -> Result<String, String> {
        let file =
            Arc::new(SourceFile { name: "file".to_owned(), text: format!("when = \"{text}\"") });
        let mut problems = Problems::default();
        let written = Spanned::new(7..9 + text.len(), text.to_owned());
        match parse(&written, &file, &mut problems) {
            Some(expression) => Ok(in_brackets(&expression)),
            None => Err(problems.to_string()),
        }
    }

    #[test]
    fn not_binds_closer_than_and_and_and_closer_than_or() {
        for (text, expected) in [
            ("a", "a"),
            ("a is b", "a=b"),
            ("a is not b", "a!=b"),
            ("a is one of (b)", "a=b"),
            ("a is one of ( b,c )", "a=b|c"),
            ("a is one", "a=one"),
            ("a is one and of", "(a=one and of)"),
            ("not a and b or c", "((not a and b) or c)"),
            ("a or b and not (c or d)", "(a or (b and not (c or d)))"),
            ("((a))", "a"),
            ("a  and\n b", "(a and b)"),
            ("reading a or reading b is b", "(a:a or b:b)"),
        ] {
            assert_eq!(parsed(text), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_condition() {
        for (text, message) in [
            ("", "expected a name or `(`, found the end of the condition"),
            ("a is", "expected a choice or a value, found the end of the condition"),
            ("a is is", "expected a choice or a value, found `is`"),
            ("a b", "expected `and`, `or` or the end of the condition, found `b`"),
            ("a and or b", "expected a name or `(`, found `or`"),
            ("a is one of (b", "expected `)`, found the end of the condition"),
            ("a is one of ()", "expected a choice or a value, found `)`"),
            ("(a or b", "expected `)`, found the end of the condition"),
            ("not not a", "expected a name or `(`, found `not`; put brackets around"),
            ("a && b", "expected `and`, `or` or the end of the condition, found `&`; write `and`"),
            ("a = b", "expected `and`, `or` or the end of the condition, found `=`; write `is`"),
        ] {
            let told = parsed(text).err().unwrap_or_default();
            assert!(told.starts_with(&format!("file:1: {message}")), "{text}: {told}");
        }
    }

    #[test]
    fn a_condition_is_constant_only_if_all_real_answers_agree() {
        let is = |question, choice| Condition::Is(QuestionIx(question), ChoiceIx(choice));
        let either = Condition::Any(vec![is(0, 0), is(0, 1)]);
        let both = Condition::All(vec![is(0, 0), is(0, 1)]);
        assert_eq!(constant(&either, &|_| 2), Some(true));
        assert_eq!(constant(&either, &|_| 3), None);
        assert_eq!(constant(&both, &|_| 3), Some(false));
        let by_cases = Condition::Any(vec![
            Condition::All(vec![is(0, 0), is(1, 0)]),
            Condition::All(vec![is(0, 1), is(1, 0)]),
            Condition::Not(Box::new(is(1, 0))),
        ]);
        assert_eq!(constant(&by_cases, &|_| 2), Some(true));
        assert_eq!(constant(&by_cases, &|_| 3), None);
    }
}
