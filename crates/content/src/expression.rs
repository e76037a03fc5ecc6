//! The condition grammar: reads `gift-from is ngo and not (giver is colleague)` and ties its words to questions.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use adal_core::{Answer, Answers, ChoiceIx, Condition, QuestionIx, Truth};
use toml::Spanned;

use crate::problem::{Place, Problems, SourceFile, list, suggestion};

/// Words of the grammar, which no question, choice or fact may have as its id.
pub(crate) const RESERVED: [&str; 4] = ["and", "is", "not", "or"];

/// A condition as written, its words not yet tied to anything.
#[derive(Clone, Debug)]
pub(crate) enum Expression {
    All(Vec<Expression>),
    Any(Vec<Expression>),
    Not(Box<Expression>),
    Is { question: Word, choices: Vec<Word>, negated: bool },
    Fact(Word),
}

impl Expression {
    /// The names of the facts that occur.
    pub(crate) fn facts(&self, found: &mut BTreeSet<String>) {
        match self {
            Expression::All(parts) | Expression::Any(parts) => {
                parts.iter().for_each(|part| part.facts(found));
            }
            Expression::Not(part) => part.facts(found),
            Expression::Fact(name) => drop(found.insert(name.text.clone())),
            Expression::Is { .. } => {}
        }
    }
}

/// A word of a condition and its place.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) place: Place,
}

/// Reads a condition; a break of the grammar is one problem.
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

/// Where the words of a string begin in the file: after its quotation marks.
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

/// Cuts a condition into words, brackets, commas and single other characters.
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
        let name = self.word("a question, a fact or `(`")?;
        if self.take("is") { self.answer(name) } else { Ok(Expression::Fact(name)) }
    }

    fn answer(&mut self, question: Word) -> Parsed<Expression> {
        if self.peek_is(0, "one") && self.peek_is(1, "of") && self.peek_is(2, "(") {
            self.next += 3;
            let choices = self.separated(",", |parser| parser.word("a choice"))?;
            self.require(")")?;
            return Ok(Expression::Is { question, choices, negated: false });
        }
        let negated = self.take("not");
        let choices = vec![self.word("a choice")?];
        Ok(Expression::Is { question, choices, negated })
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
            help: self.hint(),
        }
    }

    /// Help for what people write who know other languages.
    fn hint(&self) -> Option<String> {
        let word = match self.peek()?.text.as_str() {
            "=" | "==" => "is",
            "!" => "not",
            "&" => "and",
            "|" => "or",
            "'" | "\"" => return Some("choices stand without quotation marks".to_owned()),
            "not" => return Some("put brackets around what stands after `not`".to_owned()),
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

/// A named fact as written.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) expression: Option<Expression>,
    pub(crate) place: Place,
}

/// What the words of a condition can stand for: the questions and facts of one file, and the shared ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    pub(crate) questions: BTreeMap<String, Known>,
    /// Questions with mistakes of their own: naming them is no mistake.
    pub(crate) broken: BTreeSet<String>,
    /// Questions of `shared.toml` that this file does not ask.
    pub(crate) not_asked: BTreeSet<String>,
    pub(crate) facts: BTreeMap<String, Fact>,
    /// Facts that some rule needs.
    pub(crate) used: BTreeSet<String>,
    /// False when some question could not be read at all, so that any name may be right.
    pub(crate) complete: bool,
    done: BTreeMap<String, Option<Condition>>,
    underway: Vec<String>,
}

impl Scope {
    /// A scope without anything, which knows of what could not be read.
    pub(crate) fn new(broken: BTreeSet<String>, complete: bool) -> Self {
        Scope { broken, complete, ..Scope::default() }
    }

    /// The condition with its words tied to questions and its facts expanded; all mistakes are reported.
    pub(crate) fn lower(
        &mut self,
        expression: &Expression,
        problems: &mut Problems,
    ) -> Option<Condition> {
        match expression {
            Expression::All(parts) => self.lower_all(parts, problems).map(Condition::All),
            Expression::Any(parts) => self.lower_all(parts, problems).map(Condition::Any),
            Expression::Not(part) => {
                self.lower(part, problems).map(|part| Condition::Not(Box::new(part)))
            }
            Expression::Is { question, choices, negated } => {
                let is = self.is(question, choices, problems)?;
                Some(if *negated { Condition::Not(Box::new(is)) } else { is })
            }
            Expression::Fact(name) => self.named_fact(name, problems),
        }
    }

    /// The condition of a fact, with its mistakes reported the first time.
    pub(crate) fn fact(&mut self, name: &str, problems: &mut Problems) -> Option<Condition> {
        if let Some(done) = self.done.get(name) {
            return done.clone();
        }
        let fact = self.facts.get(name)?.clone();
        if let Some(start) = self.underway.iter().position(|other| other == name) {
            let mut chain = self.underway[start..].to_vec();
            chain.push(name.to_owned());
            problems
                .add(&fact.place, format!("this fact needs itself: {}", chain.join(" → ")))
                .help("say one of these facts in terms of answers only");
            return None;
        }
        self.underway.push(name.to_owned());
        let condition = fact.expression.and_then(|expression| self.lower(&expression, problems));
        self.underway.pop();
        self.done.insert(name.to_owned(), condition.clone());
        condition
    }

    /// Notes every fact that a rule's condition needs, directly or through other facts.
    pub(crate) fn note_used(&mut self, expression: &Expression) {
        let mut direct = BTreeSet::new();
        expression.facts(&mut direct);
        for name in direct {
            if self.used.insert(name.clone())
                && let Some(inner) = self.facts.get(&name).and_then(|fact| fact.expression.clone())
            {
                self.note_used(&inner);
            }
        }
    }

    fn lower_all(
        &mut self,
        parts: &[Expression],
        problems: &mut Problems,
    ) -> Option<Vec<Condition>> {
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
        let help = if self.not_asked.contains(name) {
            Some(format!("it stands in shared.toml: add `[[question]]` with `shared = \"{name}\"`"))
        } else if self.facts.contains_key(name) {
            Some(format!("`{name}` is a fact: leave out `is …`"))
        } else {
            suggestion(name, self.questions.keys().map(String::as_str))
        };
        problems.add(&word.place, format!("unknown question `{name}`")).help = help;
    }

    fn named_fact(&mut self, word: &Word, problems: &mut Problems) -> Option<Condition> {
        let name = word.text.as_str();
        if self.facts.contains_key(name) {
            return self.fact(name, problems);
        }
        if self.broken.contains(name) {
            return None;
        }
        if let Some(known) = self.questions.get(name) {
            problems
                .add(&word.place, format!("`{name}` is a question, not a fact"))
                .help(format!("write `{name} is` and one of {}", list(&known.choices)));
        } else if self.complete {
            problems.add(&word.place, format!("unknown fact `{name}`")).help =
                suggestion(name, self.facts.keys().map(String::as_str));
        }
        None
    }
}

impl Known {
    fn is(&self, question: &Word, choice: &Word, problems: &mut Problems) -> Option<Condition> {
        if self.choices.is_empty() {
            return None; // The question has a mistake of its own.
        }
        let place = self.choices.iter().position(|known| *known == choice.text);
        if let Some(place) = place.and_then(|place| u8::try_from(place).ok()) {
            return Some(Condition::Is(self.question, ChoiceIx(place)));
        }
        let message = format!("`{}` is no choice of `{}`", choice.text, question.text);
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

/// The value that a condition has under all real answers, if it is always the same.
pub fn constant(condition: &Condition, choices: &impl Fn(QuestionIx) -> u8) -> Option<bool> {
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
            Expression::Is { question, choices, negated } => {
                let choices: Vec<&str> =
                    choices.iter().map(|choice| choice.text.as_str()).collect();
                let is = if *negated { "!=" } else { "=" };
                format!("{}{is}{}", question.text, choices.join("|"))
            }
            Expression::Fact(name) => name.text.clone(),
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
        ] {
            assert_eq!(parsed(text), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_condition() {
        for (text, message) in [
            ("", "expected a question, a fact or `(`, found the end of the condition"),
            ("a is", "expected a choice, found the end of the condition"),
            ("a is is", "expected a choice, found `is`"),
            ("a b", "expected `and`, `or` or the end of the condition, found `b`"),
            ("a and or b", "expected a question, a fact or `(`, found `or`"),
            ("a is one of (b", "expected `)`, found the end of the condition"),
            ("a is one of ()", "expected a choice, found `)`"),
            ("(a or b", "expected `)`, found the end of the condition"),
            ("not not a", "expected a question, a fact or `(`, found `not`; put brackets around"),
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
