//! What is signed of a situation: everything that a person can see in it, or that decides what they see.
//!
//! The approval is a hash over these items and the comparison of two contents goes through the same items, so that
//! nothing can be signed that is not compared, and the other way round.

use std::collections::BTreeSet;

use adal_core::{
    Argument, Clause, ClauseIx, Condition, Content, DraftPart, Effect, Field, Lang, Notice, People,
    PersonIx, Question, QuestionIx, Reading, Rule, RuleIx, SituationIx, Step, StepIx, Text,
};

use crate::fluent::Words;
use crate::raw::{Openness, Worded};

/// Something that is signed as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its id; of a rule, its clause.
    pub id: String,
    /// Its parts in a fixed order.
    pub parts: Vec<Part>,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// The situation itself.
    Situation,
    /// A person to whom the Standard is open.
    Person,
    /// A question.
    Question,
    /// A rule.
    Rule,
    /// A step.
    Step,
    /// A clause.
    Clause,
    /// A headline of the result.
    Headline,
    /// The draft of a notice.
    Notice,
}

/// A part of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub name: PartName,
    /// Which one of several; empty where there is one only.
    pub of: String,
    /// Its words. What is no text, such as an effect, is the same in all languages.
    pub text: Text,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartName {
    /// Title of a situation.
    Title,
    /// Summary of a situation.
    Summary,
    /// Who sees a situation, or whom a rule concerns.
    People,
    /// Questions of a situation in the order of asking.
    Questions,
    /// Steps in the order of taking them.
    Steps,
    /// Reminder clauses of a situation.
    Reminders,
    /// The words of a question, a step or a headline.
    Words,
    /// Hint of a question.
    Hint,
    /// Why a question is asked.
    Why,
    /// How to find out.
    FindOut,
    /// A choice of a question.
    Choice,
    /// Hint of a choice.
    ChoiceHint,
    /// When a rule holds.
    Condition,
    /// What a rule says.
    Effect,
    /// Whether the wording is settled or open.
    Openness,
    /// A way to read an open wording.
    Reading,
    /// Why a rule holds.
    Because,
    /// The rules of one clause in their order: the first of several equals is shown.
    Order,
    /// Clauses that require a step.
    Ground,
    /// Kind of a clause.
    Kind,
    /// How a clause is used.
    Check,
    /// Official Kazakh text of a clause, which is shown in every language.
    Official,
    /// Translation of a clause.
    Translation,
    /// Plain sentence of a clause.
    Plain,
    /// What is unclear in the wording.
    Note,
    /// What a draft is about.
    Subject,
    /// A paragraph of a draft, with the ids of its fields in braces; in brackets where it may be left out.
    Paragraph,
    /// What a person fills in.
    Field,
    /// Help in filling it in.
    FieldHint,
}

/// How conditions are put into words.
pub type InWords<'a> = &'a dyn Fn(&Condition) -> Text;

/// Where the items are taken from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// What is said.
    pub content: &'a Content,
    /// The words of the interface.
    pub words: &'a Words,
    /// How conditions are put into words.
    pub in_words: InWords<'a>,
}

impl Source<'_> {
    /// All that is signed of a situation, in an order that does not depend on the order of items in the files.
    pub fn items(&self, ix: SituationIx) -> Vec<Item> {
        let content = self.content;
        let situation = &content[ix];
        let mut items = vec![self.situation(ix)];
        items.extend(self.open_people(situation.people));
        items.extend(situation.questions.iter().map(|ix| question(&content[*ix])));
        items.extend(self.rules(ix).into_iter().map(|rule| self.rule(&content[rule])));
        let steps = self.steps(ix);
        items.extend(steps.iter().map(|step| self.step(step)));
        items.extend(self.clauses(ix).into_iter().map(|clause| self.clause(clause)));
        items.extend(self.headlines(ix));
        items.extend(self.notices(ix));
        items
    }

    fn situation(&self, ix: SituationIx) -> Item {
        let content = self.content;
        let situation = &content[ix];
        let questions = situation.questions.iter().map(|ix| content[*ix].id.as_str());
        let steps = self.steps(ix);
        let parts = vec![
            part(PartName::Title, &situation.title),
            part(PartName::Summary, &situation.summary),
            same(PartName::People, &self.people(situation.people)),
            same(PartName::Questions, &joined(questions)),
            same(PartName::Steps, &joined(steps.iter().map(|step| step.id.as_str()))),
            same(PartName::Reminders, &self.numbers(&situation.reminders)),
        ];
        Item { kind: ItemKind::Situation, id: situation.id.clone(), parts }
    }

    fn open_people(&self, people: People) -> Vec<Item> {
        let concerned = self.concerned(people);
        let open = concerned.into_iter().filter_map(|ix| {
            let person = &self.content[ix];
            let parts = vec![part(PartName::Note, person.open.as_ref()?)];
            Some(Item { kind: ItemKind::Person, id: person.id.clone(), parts })
        });
        open.collect()
    }

    /// The rules of a situation, clause by clause; those of one clause in the order of the file, which decides
    /// between equals.
    fn rules(&self, ix: SituationIx) -> Vec<RuleIx> {
        let mut rules = self.content[ix].rules.clone();
        rules.sort_by_key(|rule| self.content[*rule].clause);
        rules
    }

    fn rule(&self, rule: &Rule) -> Item {
        let content = self.content;
        let steps = rule.steps.iter().map(|step| content[*step].id.as_str());
        let mut parts = vec![
            same(PartName::People, &self.people(rule.people)),
            Part {
                name: PartName::Condition,
                of: String::new(),
                text: (self.in_words)(&rule.when),
            },
            same(PartName::Effect, rule.effect.word()),
            part(PartName::Because, &rule.because),
            same(PartName::Steps, &joined(steps)),
        ];
        match &rule.reading {
            Reading::Settled => parts.push(same(PartName::Openness, Openness::Settled.word())),
            Reading::Open(readings) => {
                parts.push(same(PartName::Openness, Openness::Open.word()));
                parts.extend(numbered(PartName::Reading, readings));
            }
        }
        Item { kind: ItemKind::Rule, id: content[rule.clause].id.clone(), parts }
    }

    fn steps(&self, ix: SituationIx) -> Vec<&Step> {
        self.step_places(ix).into_iter().map(|step| &self.content[step]).collect()
    }

    fn step_places(&self, ix: SituationIx) -> BTreeSet<StepIx> {
        let rules = self.content[ix].rules.iter();
        rules.flat_map(|rule| self.content[*rule].steps.iter().copied()).collect()
    }

    /// A step, whatever situation it belongs to.
    pub fn step(&self, step: &Step) -> Item {
        let parts = vec![
            part(PartName::Words, &step.text),
            same(PartName::Ground, &self.numbers(&step.clauses)),
        ];
        Item { kind: ItemKind::Step, id: step.id.clone(), parts }
    }

    /// The clauses of the rules, the reminders and the grounds of the steps.
    fn clauses(&self, ix: SituationIx) -> BTreeSet<ClauseIx> {
        let situation = &self.content[ix];
        let of_rules = situation.rules.iter().map(|rule| self.content[*rule].clause);
        let of_steps = self.steps(ix).into_iter().flat_map(|step| step.clauses.iter().copied());
        of_rules.chain(of_steps).chain(situation.reminders.iter().copied()).collect()
    }

    /// A clause, whether a situation shows it or not.
    pub fn clause(&self, ix: ClauseIx) -> Item {
        let clause = &self.content[ix];
        let official = self.wording(clause, Lang::Kk);
        let translations = Lang::ALL.map(|lang| match lang {
            Lang::Kk => String::new(),
            Lang::Ru | Lang::En => self.wording(clause, lang),
        });
        let [kk, ru, en] = translations;
        let mut parts = vec![
            same(PartName::Kind, clause.kind.word()),
            same(PartName::Check, clause.check.word()),
            same(PartName::Official, &official),
            Part { name: PartName::Translation, of: String::new(), text: Text::new(kk, ru, en) },
            part(PartName::Plain, &clause.plain),
        ];
        parts.extend(clause.note.as_ref().map(|note| part(PartName::Note, note)));
        parts.extend(clause.readings.iter().flat_map(|two| numbered(PartName::Reading, two)));
        Item { kind: ItemKind::Clause, id: clause.id.clone(), parts }
    }

    /// The exact text with the stem whose sentence it finishes, and with its bullets.
    fn wording(&self, clause: &Clause, lang: Lang) -> String {
        let stem = clause.stem.map(|stem| self.content[stem].text.get(lang));
        let items = clause.items.iter().map(|item| item.get(lang));
        let all: Vec<&str> = stem.into_iter().chain([clause.text.get(lang)]).chain(items).collect();
        all.join("\n")
    }

    /// The headlines that this situation can come to, as far as the interface has words for them.
    fn headlines(&self, ix: SituationIx) -> Vec<Item> {
        let rules = &self.content[ix].rules;
        let effects: BTreeSet<Effect> =
            rules.iter().map(|rule| self.content[*rule].effect).collect();
        let words = effects.into_iter().map(Effect::word).chain(["may-apply", "nothing"]);
        words.filter_map(|word| self.headline(&format!("headline-{word}"))).collect()
    }

    fn headline(&self, key: &str) -> Option<Item> {
        let message = self.words.get(key)?;
        let [kk, ru, en] = Lang::ALL.map(|lang| message.fixed(lang).to_owned());
        let parts = vec![part(PartName::Words, &Text::new(kk, ru, en))];
        Some(Item { kind: ItemKind::Headline, id: key.to_owned(), parts })
    }

    /// The drafts that the steps of a situation offer.
    fn notices(&self, ix: SituationIx) -> Vec<Item> {
        let steps = self.step_places(ix);
        let offered = |notice: &&Notice| notice.steps.iter().any(|step| steps.contains(step));
        self.content.notices.notices.iter().filter(offered).map(|one| self.notice(one)).collect()
    }

    fn notice(&self, notice: &Notice) -> Item {
        let all = &self.content.notices;
        let steps = notice.steps.iter().map(|step| self.content[*step].id.as_str());
        let mut parts = vec![
            part(PartName::Words, &notice.name),
            part(PartName::Summary, &notice.lead),
            same(PartName::Steps, &joined(steps)),
            part(PartName::Title, &notice.title),
            part(PartName::Subject, &notice.subject),
        ];
        let paragraphs = notice.parts.iter().filter_map(|place| all.parts.get(usize::from(*place)));
        let mut fields = BTreeSet::new();
        for (of, paragraph) in (1..).zip(paragraphs) {
            parts.extend(self.paragraph(paragraph, &of.to_string()));
            fields.extend(paragraph.fields.iter().map(|place| usize::from(*place)));
        }
        parts.extend(fields.into_iter().filter_map(|place| all.fields.get(place)).flat_map(field));
        Item { kind: ItemKind::Notice, id: notice.id.clone(), parts }
    }

    fn paragraph(&self, paragraph: &DraftPart, of: &str) -> Vec<Part> {
        let fields: Vec<String> =
            self.content.notices.fields.iter().map(|field| format!("{{{}}}", field.id)).collect();
        let fields: Vec<Argument> = fields.iter().map(|id| Argument::Words(id)).collect();
        let [kk, ru, en] = Lang::ALL.map(|lang| {
            let text = paragraph.text.format(lang, &fields);
            if paragraph.optional { format!("[{text}]") } else { text }
        });
        let named = |name, text| Part { name, of: of.to_owned(), text };
        let when = paragraph.when.as_ref();
        let when = when.map(|when| named(PartName::Condition, (self.in_words)(when)));
        when.into_iter().chain([named(PartName::Paragraph, Text::new(kk, ru, en))]).collect()
    }

    fn concerned(&self, people: People) -> Vec<PersonIx> {
        let all = (0_u8..).map(PersonIx).zip(&self.content.people);
        all.filter(|(_, person)| person.stands_for.meets(people)).map(|(ix, _)| ix).collect()
    }

    /// Everybody who is concerned, also as somebody who stands for others.
    fn people(&self, people: People) -> String {
        let concerned = self.concerned(people);
        joined(concerned.iter().map(|person| self.content[*person].id.as_str()))
    }

    fn numbers(&self, clauses: &[ClauseIx]) -> String {
        joined(clauses.iter().map(|clause| self.content[*clause].id.as_str()))
    }
}

/// A question, whatever situation asks it.
pub fn question(question: &Question) -> Item {
    let mut parts = vec![part(PartName::Words, &question.text)];
    parts.extend(question.hint.as_ref().map(|hint| part(PartName::Hint, hint)));
    parts.push(part(PartName::Why, &question.why));
    parts.push(part(PartName::FindOut, &question.find_out));
    for choice in &question.choices {
        let of = |name, text: &Text| Part { name, of: choice.id.clone(), text: text.clone() };
        parts.push(of(PartName::Choice, &choice.text));
        parts.extend(choice.hint.as_ref().map(|hint| of(PartName::ChoiceHint, hint)));
    }
    Item { kind: ItemKind::Question, id: question.id.clone(), parts }
}

fn field(field: &Field) -> Vec<Part> {
    let named = |name, text: &Text| Part { name, of: field.id.clone(), text: text.clone() };
    let hint = field.hint.as_ref().map(|hint| named(PartName::FieldHint, hint));
    [named(PartName::Field, &field.label)].into_iter().chain(hint).collect()
}

/// A condition in the grammar of the content files: what a hash is made of, since it has no words of its own.
pub(crate) fn in_ids(content: &Content, condition: &Condition) -> String {
    let all = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts.iter().map(|part| in_ids(content, part)).collect();
        format!("({})", parts.join(word))
    };
    match condition {
        Condition::All(parts) => all(parts, " and "),
        Condition::Any(parts) => all(parts, " or "),
        Condition::Not(part) => format!("not {}", in_ids(content, part)),
        Condition::Is(question, choice) => {
            let (question, choice) = answer(content, *question, choice.place());
            format!("{} is {}", question.id, choice.map_or("", |choice| choice.id.as_str()))
        }
    }
}

/// A question with one of its choices.
pub(crate) fn answer(
    content: &Content,
    question: QuestionIx,
    choice: usize,
) -> (&Question, Option<&adal_core::Choice>) {
    let question = &content[question];
    (question, question.choices.get(choice))
}

fn part(name: PartName, text: &Text) -> Part {
    Part { name, of: String::new(), text: text.clone() }
}

/// A part that has no language.
fn same(name: PartName, words: &str) -> Part {
    Part { name, of: String::new(), text: same_in_all(words) }
}

/// Words that are the same in all languages.
pub(crate) fn same_in_all(words: &str) -> Text {
    Text::new(words.to_owned(), words.to_owned(), words.to_owned())
}

fn numbered(name: PartName, texts: &[Text]) -> impl Iterator<Item = Part> {
    (1..).zip(texts).map(move |(n, text)| Part { name, of: n.to_string(), text: text.clone() })
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}
