//! What is signed: for a clause the law, which is everything that decides when it applies and what is said about it;
//! for a situation the questions, and what their answers mean.
//!
//! The hash of an approval and the comparison of two contents use the same items, so everything that is signed is
//! compared, and vice versa.

use std::collections::BTreeSet;

use adal_core::{
    Argument, ChoiceIx, Clause, ClauseIx, Condition, Content, DraftPart, Effect, Field, Headline,
    Lang, Notice, People, PersonIx, Pointer, Question, QuestionIx, ReadingIx, SituationIx, StepIx,
    Text,
};

use crate::fluent::Words;
use crate::law::compile::all_steps;
use crate::law::{
    By, Element, Fact, FactIx, Law, LawCondition, LawRule, Mapping, ValueIx, Values, View,
};
use crate::loaded::Declared;
use crate::raw::Worded;

/// A unit of what is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its type.
    pub kind: ItemKind,
    /// Its id; for a rule, its clause.
    pub id: String,
    /// Its parts, in a fixed order.
    pub parts: Vec<Part>,
}

/// The type of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// The situation itself.
    Situation,
    /// A person whom the Standard does not clearly bind.
    Person,
    /// A question.
    Question,
    /// A link to another situation.
    Pointer,
    /// A remark.
    Remark,
    /// A rule of the law.
    Rule,
    /// A condition that several clauses use.
    Element,
    /// A fact of the law.
    Fact,
    /// A doubt about the wording.
    Reading,
    /// A step.
    Step,
    /// A clause.
    Clause,
    /// A headline of the result.
    Headline,
    /// Other words of the interface.
    Interface,
    /// The draft of a notice.
    Notice,
}

/// A part of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its type.
    pub name: PartName,
    /// Its id among several parts of one type, otherwise empty.
    pub of: String,
    /// Its text. What is not text, such as an effect, is the same in all languages.
    pub text: Text,
}

/// The type of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartName {
    /// Title of a situation.
    Title,
    /// Summary of a situation.
    Summary,
    /// Who sees a situation, or to whom a remark is shown.
    People,
    /// The facts that the answers of a situation set.
    Settings,
    /// The views of a rule.
    Views,
    /// A further condition in one view.
    Only,
    /// When the effect of a rule is “steps first”.
    StepsFirst,
    /// Whom a rule binds.
    Binds,
    /// A value of a fact.
    Value,
    /// What is in doubt, in a reading.
    Doubt,
    /// The words of the Standard that leave it open.
    GroundInText,
    /// Whether a reading is open, settled or adopted, and by whom.
    Stand,
    /// The answers that a pointer carries over.
    Carried,
    /// Questions of a situation, in order.
    Questions,
    /// Steps, in order.
    Steps,
    /// Reminder clauses of a situation.
    Reminders,
    /// Text of a question, a step or the interface; the name of a person.
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
    /// Effect of a rule.
    Effect,
    /// A side of a reading.
    Reading,
    /// Reason of a rule.
    Because,
    /// The clauses under which an open clause is shown if they apply.
    FoldsUnder,
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
    /// A paragraph of a draft, with the ids of its fields in braces; in brackets if it is optional.
    Paragraph,
    /// A field to fill in.
    Field,
    /// Help for filling it in.
    FieldHint,
}

/// Functions that put conditions into words.
pub struct InWords<'a> {
    /// Conditions over answers.
    pub answers: &'a dyn Fn(&Condition) -> Text,
    /// Conditions of the law.
    pub law: &'a dyn Fn(&LawCondition) -> Text,
}

/// The source of the items.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The content.
    pub content: &'a Content,
    /// The law.
    pub law: &'a Law,
    /// What the content declares about itself.
    pub declared: &'a Declared,
    /// The words of the interface.
    pub words: &'a Words,
    /// Functions that put conditions into words.
    pub in_words: &'a InWords<'a>,
}

impl<'a> Source<'a> {
    /// Everything signed of a situation, independent of the order of items in the files.
    pub fn situation_items(&self, ix: SituationIx) -> Vec<Item> {
        let content = self.content;
        let situation = &content[ix];
        let mut items = vec![self.situation(ix)];
        items.extend(self.open_people(situation.people));
        items.extend(situation.questions.iter().map(|ix| question(&content[*ix])));
        items.extend(situation.pointers.iter().map(|pointer| self.pointer(pointer)));
        items.extend(self.remarks(ix));
        let reminders = situation.reminders.iter().copied().collect::<BTreeSet<_>>();
        items.extend(reminders.into_iter().map(|clause| self.clause(clause)));
        items.push(interface("terms", &content.profile.terms));
        items.extend(self.interface(ix));
        in_order(items)
    }

    /// Everything signed of the law of a clause.
    pub fn law_items(&self, clause: ClauseIx) -> Vec<Item> {
        let rules: Vec<&LawRule> =
            self.law.rules.iter().filter(|rule| rule.clause == clause).collect();
        let mut used = Used::default();
        for rule in &rules {
            used.rule(self.law, rule);
        }
        self.law.actor.iter().chain(&self.law.towards).for_each(|when| used.note(self.law, when));
        let mut items = vec![self.clause(clause)];
        items.extend(self.addressee());
        items.extend(rules.iter().map(|rule| self.law_rule(rule)));
        items.extend(used.elements.iter().map(|ix| self.element(&self.law.elements[*ix])));
        items.extend(used.facts.iter().map(|ix| self.fact(&self.law.facts[usize::from(ix.0)])));
        items.extend(used.readings.iter().map(|ix| self.reading(*ix)));
        let steps: BTreeSet<StepIx> =
            rules.iter().flat_map(|rule| all_steps(&rule.steps)).collect();
        items.extend(steps.iter().map(|step| self.step(*step)));
        let notices = self.notices(&steps);
        if !notices.is_empty() {
            items.extend(self.draft_languages());
        }
        items.extend(notices);
        in_order(items)
    }

    fn situation(&self, ix: SituationIx) -> Item {
        let content = self.content;
        let situation = &content[ix];
        let questions = situation.questions.iter().map(|ix| content[*ix].id.as_str());
        let mut parts = vec![
            part(PartName::Title, &situation.title),
            part(PartName::Summary, &situation.summary),
            same(PartName::People, &self.people(situation.people)),
            same(PartName::Questions, &joined(questions)),
            same(PartName::Reminders, &self.numbers(&situation.reminders)),
        ];
        parts.extend(self.concerned(situation.people).into_iter().map(|ix| {
            let person = &content[ix];
            Part { of: person.id.clone(), ..part(PartName::Words, &person.name) }
        }));
        let mapping = self.declared.mappings.get(ix.place());
        parts.extend(mapping.into_iter().flat_map(|mapping| self.meaning(mapping)));
        Item { kind: ItemKind::Situation, id: situation.id.clone(), parts }
    }

    /// What the answers of a situation mean.
    fn meaning(&self, of: &Mapping) -> Vec<Part> {
        let mut parts = Vec::new();
        for matter in &of.matters {
            parts.push(Part { of: matter.id.clone(), ..same(PartName::Views, matter.view.word()) });
            let given = matter.given.iter().map(|(fact, value)| self.fact_is(*fact, *value));
            parts.extend(in_one(PartName::Settings, &matter.id, given.collect()));
        }
        for (place, when) in of.firsts.iter().enumerate() {
            let name = format!("first {}", place + 1);
            let text = (self.in_words.answers)(when);
            parts.push(Part { name: PartName::Condition, of: name.clone(), text });
            parts.extend(in_one(PartName::Settings, &name, self.set(of, By::First(place))));
        }
        for (question, only) in of.questions.iter().zip(&of.only) {
            parts.extend(only.as_ref().map(|only| Part {
                name: PartName::Only,
                of: self.content[*question].id.clone(),
                text: (self.in_words.answers)(only),
            }));
            for choice in (0..self.content[*question].choices.len() as u8).map(ChoiceIx) {
                parts.extend(self.choice_means(of, *question, choice));
            }
        }
        parts
    }

    fn choice_means(&self, of: &Mapping, question: QuestionIx, choice: ChoiceIx) -> Vec<Part> {
        let (asked, given) = answer(self.content, question, choice.place());
        let name = format!("{} {}", asked.id, given.map_or("", |choice| choice.id.as_str()));
        let set = self.set(of, By::Choice(question, choice));
        let leaves = of.leaving.contains(&(question, choice));
        let leaves = leaves.then(|| Part { of: name.clone(), ..same(PartName::Effect, "leaves") });
        in_one(PartName::Settings, &name, set).into_iter().chain(leaves).collect()
    }

    /// The facts that answers set, with their matter if there are several.
    fn set(&self, of: &Mapping, by: By) -> Vec<Text> {
        let set = of.set_by(by).map(|setting| {
            let fact = self.fact_is(setting.fact, setting.value);
            let matter = &of.matters[setting.matter].id;
            if of.matters.len() < 2 {
                fact
            } else {
                each(|lang| format!("{matter}: {}", fact.get(lang)))
            }
        });
        set.collect()
    }

    fn fact_is(&self, fact: FactIx, value: ValueIx) -> Text {
        (self.in_words.law)(&LawCondition::Fact(fact, Values::of([value])))
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

    fn pointer(&self, pointer: &Pointer) -> Item {
        let carried = pointer.carry.iter().map(|given| {
            let (question, choice) = given.item;
            let is = (self.in_words.answers)(&Condition::Is(question, choice));
            let when = (self.in_words.answers)(&given.when);
            let always = given.when == Condition::ALWAYS;
            each(|lang| match (is.get(lang), when.get(lang)) {
                (is, _) if always => is.to_owned(),
                (is, when) => format!("{is} ({when})"),
            })
        });
        let carried = in_one(PartName::Carried, "", carried.collect());
        let to = &self.content[pointer.to];
        let mut parts = vec![
            Part {
                name: PartName::Condition,
                of: String::new(),
                text: (self.in_words.answers)(&pointer.when),
            },
            part(PartName::Title, &to.title),
            same(PartName::Effect, if pointer.moves { "moves" } else { "offers" }),
        ];
        parts.extend(carried);
        Item { kind: ItemKind::Pointer, id: to.id.clone(), parts }
    }

    /// The remarks that can be shown in a situation.
    fn remarks(&self, ix: SituationIx) -> Vec<Item> {
        let content = self.content;
        let situation = &content[ix];
        let shown = content.remarks.iter().filter(|remark| {
            let mut reads_own = false;
            let mut reads = false;
            remark.when.for_each_question(&mut |question| {
                reads = true;
                reads_own |= situation.questions.contains(&question);
            });
            (remark.situations.is_empty() || remark.situations.contains(&ix))
                && (!reads || reads_own)
        });
        let items = shown.map(|remark| {
            let parts = vec![
                part(PartName::Words, &remark.text),
                same(PartName::People, &self.people(remark.people)),
                Part {
                    name: PartName::Condition,
                    of: String::new(),
                    text: (self.in_words.answers)(&remark.when),
                },
                same(PartName::Ground, &self.numbers(&remark.found)),
                same(PartName::Binds, &self.numbers(&remark.rests_on)),
                same(PartName::Check, remark.place.word()),
                same(
                    PartName::Steps,
                    &joined(remark.steps.iter().map(|step| content[*step].id.as_str())),
                ),
            ];
            Item { kind: ItemKind::Remark, id: remark.id.clone(), parts }
        });
        items.collect()
    }

    fn law_rule(&self, rule: &LawRule) -> Item {
        let content = self.content;
        let condition = |name, of: &str, when: &LawCondition| Part {
            name,
            of: of.to_owned(),
            text: (self.in_words.law)(when),
        };
        let views: Vec<&str> = rule.views.iter().map(|view| view.word()).collect();
        let mut parts = vec![
            condition(PartName::Condition, "", &rule.when),
            same(PartName::Views, &views.join(", ")),
            same(PartName::Binds, if rule.binds_staff { "staff" } else { "actor" }),
            same(PartName::Effect, rule.effect.word()),
        ];
        for view in View::ALL {
            let only = rule.only.get(view).as_ref();
            parts.extend(only.map(|when| condition(PartName::Only, view.word(), when)));
        }
        let first = rule.steps_first.as_ref();
        parts.extend(first.map(|when| condition(PartName::StepsFirst, "", when)));
        for (of, reason) in [("me", rule.because_me), ("towards", rule.because_towards)] {
            parts.extend(reason.map(|reason| Part {
                name: PartName::Because,
                of: of.to_owned(),
                text: content[reason].clone(),
            }));
        }
        for view in View::ALL {
            // They are shown in the order of steps.toml.
            let steps: BTreeSet<StepIx> = rule.steps.get(view).iter().copied().collect();
            let steps = joined(steps.iter().map(|step| content[*step].id.as_str()));
            if !steps.is_empty() {
                let of = view.word().to_owned();
                parts.push(Part { of, ..same(PartName::Steps, &steps) });
            }
        }
        Item { kind: ItemKind::Rule, id: rule.id.clone(), parts }
    }

    /// The conditions added to all rules about somebody else.
    fn addressee(&self) -> Option<Item> {
        let added = [("actor", &self.law.actor), ("towards", &self.law.towards)];
        let parts = added.into_iter().filter_map(|(of, when)| {
            let text = (self.in_words.law)(when.as_ref()?);
            Some(Part { name: PartName::Condition, of: of.to_owned(), text })
        });
        let parts: Vec<Part> = parts.collect();
        let id = "addressee".to_owned();
        (!parts.is_empty()).then_some(Item { kind: ItemKind::Element, id, parts })
    }

    fn element(&self, element: &Element) -> Item {
        let parts = vec![
            part(PartName::Words, &element.name),
            Part {
                name: PartName::Condition,
                of: String::new(),
                text: (self.in_words.law)(&element.when),
            },
        ];
        Item { kind: ItemKind::Element, id: element.id.clone(), parts }
    }

    fn fact(&self, fact: &Fact) -> Item {
        let mut parts = vec![part(PartName::Words, &fact.name)];
        for value in &fact.values {
            let of = value.id.clone();
            parts.push(Part { name: PartName::Value, of: of.clone(), text: value.text.clone() });
            if !value.people.is_empty() {
                parts.push(Part { of, ..same(PartName::People, &self.people(value.people)) });
            }
        }
        Item { kind: ItemKind::Fact, id: fact.id.clone(), parts }
    }

    fn reading(&self, ix: ReadingIx) -> Item {
        let reading = &self.content[ix];
        let mut parts = vec![part(PartName::Doubt, &reading.question)];
        parts.extend(numbered(PartName::Reading, &reading.sides));
        parts.push(part(PartName::GroundInText, &reading.ground));
        parts.push(same(PartName::Stand, &self.declared.stand_in_ids(ix, reading)));
        let post = reading.adopted.as_ref().map(|adopted| &adopted.post);
        parts.extend(post.map(|post| part(PartName::Stand, post)));
        let reason = self.declared.reasons.get(ix.place()).and_then(Option::as_ref);
        parts.extend(reason.map(|reason| part(PartName::Note, reason)));
        Item { kind: ItemKind::Reading, id: reading.id.clone(), parts }
    }

    /// A step, independent of situations.
    pub fn step(&self, ix: StepIx) -> Item {
        let step = &self.content[ix];
        let mut parts = vec![
            part(PartName::Words, &step.text),
            same(PartName::Ground, &self.numbers(&step.clauses)),
        ];
        if let Some(when) = self.law.step_when.get(&ix) {
            let text = (self.in_words.law)(when);
            parts.push(Part { name: PartName::Condition, of: String::new(), text });
        }
        if step.holds {
            parts.push(same(PartName::Effect, "holds"));
        }
        Item { kind: ItemKind::Step, id: step.id.clone(), parts }
    }

    /// The text of a clause.
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
        if clause.never_alone {
            parts.push(same(PartName::Effect, "never-alone"));
        }
        if !clause.folds_under.is_empty() {
            parts.push(same(PartName::FoldsUnder, &self.numbers(&clause.folds_under)));
        }
        Item { kind: ItemKind::Clause, id: clause.id.clone(), parts }
    }

    /// The exact text with the stem that it completes, and with its bullets.
    fn wording(&self, clause: &Clause, lang: Lang) -> String {
        let stem = clause.stem.map(|stem| self.content[stem].text.get(lang));
        let items = clause.items.iter().map(|item| item.get(lang));
        let all: Vec<&str> = stem.into_iter().chain([clause.text.get(lang)]).chain(items).collect();
        all.join("\n")
    }

    /// The signed words of the interface, without those of effects that cannot come up in this situation.
    fn interface(&self, ix: SituationIx) -> Vec<Item> {
        let rules = &self.content[ix].rules;
        let effects = rules.iter().flat_map(|rule| &self.content[*rule].effects);
        let effects: BTreeSet<Effect> = effects.map(|effect| effect.item).collect();
        let can_come_up = |key: &str| {
            let of = EFFECT_WORDS.iter().find_map(|beginning| key.strip_prefix(beginning));
            let effect = Effect::WORDS.iter().find(|(word, _)| of == Some(*word));
            effect.is_none_or(|(_, effect)| effects.contains(effect))
        };
        let words = self.words.signed().filter(|(key, _)| can_come_up(&key.id));
        words.map(|(key, text)| interface(&key.id, &text)).collect()
    }

    /// The languages in which drafts are offered.
    fn draft_languages(&self) -> impl Iterator<Item = Item> {
        self.content.profile.drafts.iter().map(|draft| {
            let tags: Vec<&str> = draft.languages.iter().map(|lang| lang.tag()).collect();
            interface(&format!("draft {}", tags.join(" ")), &draft.name)
        })
    }

    /// The drafts for these steps.
    fn notices(&self, steps: &BTreeSet<StepIx>) -> Vec<Item> {
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
        let when = when.map(|when| named(PartName::Condition, (self.in_words.answers)(when)));
        when.into_iter().chain([named(PartName::Paragraph, Text::new(kk, ru, en))]).collect()
    }

    fn concerned(&self, people: People) -> Vec<PersonIx> {
        let all = (0_u8..).map(PersonIx).zip(&self.content.people);
        all.filter(|(_, person)| person.stands_for.meets(people)).map(|(ix, _)| ix).collect()
    }

    /// Everyone concerned, including people who only see the rules of others.
    fn people(&self, people: People) -> String {
        let concerned = self.concerned(people);
        joined(concerned.iter().map(|person| self.content[*person].id.as_str()))
    }

    fn numbers(&self, clauses: &[ClauseIx]) -> String {
        joined(clauses.iter().map(|clause| self.content[*clause].id.as_str()))
    }
}

/// What rules use.
#[derive(Default)]
struct Used {
    elements: BTreeSet<usize>,
    facts: BTreeSet<FactIx>,
    readings: BTreeSet<ReadingIx>,
}

impl Used {
    fn rule(&mut self, law: &Law, rule: &LawRule) {
        self.note(law, &rule.when);
        let only = [&rule.only.me, &rule.only.ngo, &rule.only.staff];
        let others = only.into_iter().flatten().chain(&rule.steps_first);
        others.for_each(|when| self.note(law, when));
        let of_steps = all_steps(&rule.steps).filter_map(|step| law.step_when.get(&step));
        of_steps.for_each(|when| self.note(law, when));
    }

    fn note(&mut self, law: &Law, when: &LawCondition) {
        match when {
            LawCondition::All(parts) | LawCondition::Any(parts) => {
                parts.iter().for_each(|part| self.note(law, part));
            }
            LawCondition::Not(part) => self.note(law, part),
            LawCondition::Fact(fact, _) => drop(self.facts.insert(*fact)),
            LawCondition::Reading(reading, _) => drop(self.readings.insert(*reading)),
            LawCondition::Element(element) => {
                if self.elements.insert(*element) {
                    self.note(law, &law.elements[*element].when);
                }
            }
        }
    }
}

/// A condition of the law in the syntax of the content files.
pub(crate) fn law_in_ids(content: &Content, law: &Law, when: &LawCondition) -> String {
    let all = |parts: &[LawCondition], word: &str| {
        let parts: Vec<String> = parts.iter().map(|part| law_in_ids(content, law, part)).collect();
        format!("({})", parts.join(word))
    };
    match when {
        LawCondition::All(parts) => all(parts, " and "),
        LawCondition::Any(parts) => all(parts, " or "),
        LawCondition::Not(part) => format!("not {}", law_in_ids(content, law, part)),
        LawCondition::Fact(fact, values) => {
            let fact = &law.facts[usize::from(fact.0)];
            let values = values.iter().map(|value| fact.values[usize::from(value.0)].id.as_str());
            format!("{} is one of ({})", fact.id, joined(values))
        }
        LawCondition::Reading(reading, side) => {
            format!("reading {} is {}", content[*reading].id, side.word())
        }
        LawCondition::Element(element) => law.elements[*element].id.clone(),
    }
}

/// The beginnings of the keys of messages about one effect.
const EFFECT_WORDS: [&str; 3] = ["headline-", "group-", "verdict-"];

/// Words of the interface by their key.
fn interface(key: &str, words: &Text) -> Item {
    let headline = key.strip_prefix("headline-");
    let is_headline = headline.is_some_and(|word| Headline::NAMES.contains(&word));
    let kind = if is_headline { ItemKind::Headline } else { ItemKind::Interface };
    Item { kind, id: key.to_owned(), parts: vec![part(PartName::Words, words)] }
}

/// What is signed of a question.
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

/// A condition in the syntax of the content files. Hashes use it because a condition has no words of its own.
pub(crate) fn in_ids(content: &Content, condition: &Condition) -> String {
    let all = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts.iter().map(|part| in_ids(content, part)).collect();
        format!("({})", parts.join(word))
    };
    match condition {
        Condition::All(parts) => all(parts, " and "),
        Condition::Any(parts) => all(parts, " or "),
        Condition::Not(part) => format!("not {}", in_ids(content, part)),
        Condition::Is(question, choice) | Condition::Leaves(question, choice) => {
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

/// The order of items in the files has no meaning and is not signed. Pointers to the same situation keep their order.
fn in_order(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by(|one, other| (one.kind, &one.id).cmp(&(other.kind, &other.id)));
    items
}

/// Several texts as one part, or nothing if there are none.
fn in_one(name: PartName, of: &str, texts: Vec<Text>) -> Option<Part> {
    // Words of facts contain commas.
    let joined = |lang| texts.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join("; ");
    let text = each(joined);
    (!texts.is_empty()).then(|| Part { name, of: of.to_owned(), text })
}

fn each(of: impl Fn(Lang) -> String) -> Text {
    let [kk, ru, en] = Lang::ALL.map(of);
    Text::new(kk, ru, en)
}

fn part(name: PartName, text: &Text) -> Part {
    Part { name, of: String::new(), text: text.clone() }
}

/// A part that is the same in all languages.
fn same(name: PartName, words: &str) -> Part {
    Part { name, of: String::new(), text: same_in_all(words) }
}

/// Text that is the same in all languages.
pub(crate) fn same_in_all(words: &str) -> Text {
    Text::new(words.to_owned(), words.to_owned(), words.to_owned())
}

fn numbered(name: PartName, texts: &[Text]) -> impl Iterator<Item = Part> {
    (1..).zip(texts).map(move |(n, text)| Part { name, of: n.to_string(), text: text.clone() })
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}
