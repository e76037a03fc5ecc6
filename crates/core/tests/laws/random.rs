//! Random small contents and cases.

use adal_core::{
    Answer, Answers, Case, Check, Choice, ChoiceIx, Clause, ClauseIx, Condition, Content, Effect,
    Given, Kind, NgoBearing, People, Person, PersonIx, Pointer, Question, QuestionIx, Reading,
    ReadingIx, ReasonIx, Remark, RemarkPlace, Rule, RuleIx, Situation, SituationIx, Step, StepIx,
    Text,
};
use proptest::prelude::*;

pub(crate) const QUESTIONS: usize = 4;
pub(crate) const CLAUSES: usize = 3;
pub(crate) const STEPS: usize = 3;

/// The clause that never stands alone.
pub(crate) const NEVER_ALONE: ClauseIx = ClauseIx(2);
/// The reading that is a fact to find out.
pub(crate) const FACT: ReadingIx = ReadingIx(1);
/// The choice that ends the matter.
pub(crate) const LEAVING: (QuestionIx, ChoiceIx) = (QuestionIx(1), ChoiceIx(2));

pub(crate) const EMPLOYEE: PersonIx = PersonIx(0);
/// An employee with rules of their own.
pub(crate) const MANAGER: PersonIx = PersonIx(1);
/// A person whom the Standard does not name.
pub(crate) const OPEN: PersonIx = PersonIx(2);
/// An employee who can also be a manager.
pub(crate) const MEMBER: PersonIx = PersonIx(3);

pub(crate) fn text() -> Text {
    Text::default()
}

pub(crate) fn questions() -> impl Iterator<Item = QuestionIx> {
    (0..QUESTIONS as u16).map(QuestionIx)
}

/// Two choices for even questions, three for odd ones.
pub(crate) fn choices(question: QuestionIx) -> u8 {
    2 + u8::from(question.0 % 2 == 1)
}

pub(crate) fn conditions() -> impl Strategy<Value = Condition> {
    let is = (0..QUESTIONS as u16, 0..3_u8).prop_map(|(question, choice)| {
        Condition::Is(QuestionIx(question), ChoiceIx(choice % choices(QuestionIx(question))))
    });
    let leaf = prop_oneof![5 => is, 1 => Just(Condition::Leaves(LEAVING.0, LEAVING.1))];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let parts = prop::collection::vec(inner.clone(), 1..=3);
        prop_oneof![
            parts.clone().prop_map(Condition::All),
            parts.prop_map(Condition::Any),
            inner.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

/// A condition that often always holds, like those of the parts of a rule.
fn part_conditions() -> impl Strategy<Value = Condition> {
    prop_oneof![3 => Just(Condition::ALWAYS), 2 => conditions()]
}

fn given<T: Copy + std::fmt::Debug + 'static>(
    items: Vec<T>,
    most: usize,
) -> impl Strategy<Value = Vec<Given<T>>> {
    (prop::sample::subsequence(items, 0..=most), prop::collection::vec(part_conditions(), most))
        .prop_map(|(items, when)| {
            items.into_iter().zip(when).map(|(item, when)| Given { item, when }).collect()
        })
}

const EFFECTS: [Effect; 6] = [
    Effect::Prohibited,
    Effect::Duty,
    Effect::StepsFirst,
    Effect::Expected,
    Effect::Recommended,
    Effect::Right,
];

/// The strongest effect first. One of them holds whenever the rule does.
fn effects() -> impl Strategy<Value = Vec<Given<Effect>>> {
    (prop::sample::subsequence(EFFECTS.to_vec(), 1..=2), conditions()).prop_map(|(items, when)| {
        let last = items.len() - 1;
        let when = |place| if place == last { Condition::ALWAYS } else { when.clone() };
        items
            .into_iter()
            .enumerate()
            .map(|(place, item)| Given { item, when: when(place) })
            .collect()
    })
}

/// Empty for most rules. For an open rule, the first reading is open whenever the rule holds.
fn readings() -> impl Strategy<Value = Vec<Given<ReadingIx>>> {
    let all = vec![ReadingIx(0), FACT];
    let open =
        (prop::sample::subsequence(all, 1..=2), part_conditions()).prop_map(|(items, when)| {
            let mut parts: Vec<Given<ReadingIx>> =
                items.into_iter().map(|item| Given { item, when: when.clone() }).collect();
            parts[0].when = Condition::ALWAYS;
            parts
        });
    prop_oneof![2 => Just(Vec::new()), 1 => open]
}

fn rules() -> impl Strategy<Value = Rule> {
    let people = prop::sample::subsequence(vec![EMPLOYEE, MANAGER, MEMBER], 1..=2);
    let steps: Vec<StepIx> = (0..STEPS as u16).map(StepIx).collect();
    let reasons = vec![ReasonIx(0), ReasonIx(1)];
    (
        (0..CLAUSES as u8, people, prop::bool::weighted(0.2)),
        (conditions(), effects(), readings()),
        (given(reasons, 2), given(steps, 2)),
    )
        .prop_map(|((clause, people, except), (when, effects, readings), (reasons, steps))| {
            let people: People = people.into_iter().collect();
            let except = except && !people.contains(MANAGER);
            Rule {
                clause: ClauseIx(clause),
                people,
                except: if except { People::NOBODY.with(MANAGER) } else { People::NOBODY },
                when,
                effects,
                reasons,
                readings,
                adopted: Vec::new(),
                steps,
            }
        })
}

/// Leads people to a situation and carries over answers. The situation is brought into range later.
fn pointers() -> impl Strategy<Value = Pointer> {
    let carried =
        (0..QUESTIONS as u16, 0..3_u8, part_conditions()).prop_map(|(question, choice, when)| {
            let question = QuestionIx(question);
            Given { item: (question, ChoiceIx(choice % choices(question))), when }
        });
    let carry = prop::collection::vec(carried, 0..=2);
    (conditions(), 0..3_u8, any::<bool>(), carry).prop_map(|(when, to, moves, carry)| Pointer {
        when,
        to: SituationIx(to),
        moves,
        carry,
    })
}

/// The parts of a situation: the order of its questions, its rules, reminders and pointers, and whether only managers
/// see it.
pub(crate) type Parts = (Vec<QuestionIx>, Vec<Rule>, Vec<ClauseIx>, Vec<Pointer>, bool);

fn situations() -> impl Strategy<Value = Parts> {
    let clauses: Vec<ClauseIx> = (0..CLAUSES as u8).map(ClauseIx).collect();
    (
        Just(questions().collect::<Vec<_>>()).prop_shuffle(),
        prop::collection::vec(rules(), 1..=4),
        prop::sample::subsequence(clauses, 0..=2).prop_shuffle(),
        prop::collection::vec(pointers(), 0..=2),
        prop::bool::weighted(0.25),
    )
}

fn remarks() -> impl Strategy<Value = Remark> {
    let people = prop::sample::subsequence(vec![EMPLOYEE, MANAGER, OPEN], 0..=1);
    let clauses: Vec<ClauseIx> = (0..CLAUSES as u8).map(ClauseIx).collect();
    let steps: Vec<StepIx> = (0..STEPS as u16).map(StepIx).collect();
    (
        part_conditions(),
        people,
        prop::sample::subsequence(vec![SituationIx(0), SituationIx(1)], 0..=1),
        prop::sample::subsequence(clauses.clone(), 0..=1),
        prop::sample::subsequence(clauses, 0..=1),
        prop::sample::subsequence(steps, 0..=1),
    )
        .prop_map(|(when, people, situations, found, rests_on, steps)| Remark {
            id: String::new(),
            text: text(),
            place: RemarkPlace::Top,
            people: people.into_iter().collect(),
            situations,
            when,
            found,
            rests_on,
            steps,
        })
}

pub(crate) fn contents() -> impl Strategy<Value = Content> {
    let remarks = prop::collection::vec(remarks(), 0..=3);
    (prop::collection::vec(situations(), 1..=3), remarks)
        .prop_map(|(situations, remarks)| Content { remarks, ..content(situations) })
}

fn people() -> Vec<Person> {
    let person = |id: &str, stands_for: &[PersonIx], open: bool| Person {
        id: id.to_owned(),
        name: text(),
        stands_for: stands_for.iter().copied().collect(),
        alone: open,
        open: open.then(text),
    };
    vec![
        person("employee", &[EMPLOYEE], false),
        person("manager", &[EMPLOYEE, MANAGER], false),
        person("open", &[EMPLOYEE, OPEN], true),
        person("member", &[EMPLOYEE, MEMBER], false),
    ]
}

pub(crate) fn content(situations: Vec<Parts>) -> Content {
    let reading = |is_fact| Reading {
        id: String::new(),
        question: text(),
        sides: [text(), text()],
        ground: text(),
        is_fact,
        adopted: None,
    };
    let mut content = Content { people: people(), ..Content::default() };
    content.clauses = (0..CLAUSES).map(clause).collect();
    content.questions = questions().map(question).collect();
    content.readings = vec![reading(false), reading(true)];
    content.reasons = vec![text(), text()];
    content.steps = (0..STEPS as u8)
        .map(|n| Step {
            id: format!("step-{n}"),
            clauses: vec![ClauseIx(n)],
            holds: false,
            text: text(),
        })
        .collect();
    let count = situations.len() as u8;
    for (questions, rules, reminders, mut pointers, for_managers) in situations {
        let first = content.rules.len() as u16;
        let last = first + rules.len() as u16;
        content.rules.extend(rules);
        pointers.iter_mut().for_each(|pointer| pointer.to.0 %= count);
        content.situations.push(Situation {
            id: format!("situation-{first}"),
            theme: None,
            people: People::NOBODY.with(if for_managers { MANAGER } else { EMPLOYEE }),
            title: text(),
            summary: text(),
            keywords: Default::default(),
            questions,
            rules: (first..last).map(RuleIx).collect(),
            reminders,
            pointers,
        });
    }
    content
}

fn clause(number: usize) -> Clause {
    let ix = ClauseIx(number as u8);
    Clause {
        id: format!("1.{number}"),
        kind: Kind::Duty,
        check: Check::Assessed,
        binds: People::NOBODY,
        ngo: NgoBearing::None,
        stem: None,
        text: text(),
        items: Vec::new(),
        plain: text(),
        note: None,
        never_alone: ix == NEVER_ALONE,
        folds_under: if number == 1 { vec![ClauseIx(0)] } else { Vec::new() },
    }
}

fn question(index: QuestionIx) -> Question {
    let choice = |n| Choice { id: format!("choice-{n}"), text: text(), hint: None };
    Question {
        id: format!("question-{}", index.0),
        text: text(),
        hint: None,
        why: text(),
        find_out: text(),
        choices: (0..choices(index)).map(choice).collect(),
    }
}

/// Answers to most of the questions, on or off the path.
pub(crate) fn answers() -> impl Strategy<Value = Answers> {
    prop::collection::vec(0..6_u8, QUESTIONS).prop_map(|answers| {
        let answered = questions().zip(answers).filter(|(_, number)| *number < 5);
        answered.map(|(question, number)| (question, answer_of(question, number))).collect()
    })
}

/// An answer to every question.
pub(crate) fn all_answers() -> impl Strategy<Value = Answers> {
    prop::collection::vec(0..5_u8, QUESTIONS).prop_map(|answers| {
        let answered = questions().zip(answers);
        answered.map(|(question, number)| (question, answer_of(question, number))).collect()
    })
}

/// The answer with this number; 4 is "not sure".
pub(crate) fn answer_of(question: QuestionIx, number: u8) -> Answer {
    match number % 5 {
        4 => Answer::NotSure,
        number => Answer::Choice(ChoiceIx(number % choices(question))),
    }
}

/// One person, or several that can be combined.
pub(crate) fn somebody() -> impl Strategy<Value = People> {
    prop_oneof![
        4 => prop::sample::subsequence(vec![EMPLOYEE, MANAGER, MEMBER], 1..=3)
            .prop_map(|people| people.into_iter().collect()),
        1 => Just(People::NOBODY.with(OPEN)),
    ]
}

/// A content and a case for it.
pub(crate) fn cases() -> impl Strategy<Value = (Content, Case)> {
    (contents(), somebody(), answers())
        .prop_map(|(content, people, answers)| with_all_situations(content, people, answers))
}

/// A content and a case for it with an answer to every question.
pub(crate) fn whole_cases() -> impl Strategy<Value = (Content, Case)> {
    (contents(), somebody(), all_answers())
        .prop_map(|(content, people, answers)| with_all_situations(content, people, answers))
}

fn with_all_situations(content: Content, people: People, answers: Answers) -> (Content, Case) {
    let situations = (0..content.situations.len() as u8).map(SituationIx).collect();
    (content, Case { people, situations, answers })
}

/// All possible answers to the open questions. For a person who is not sure, choices that end the matter are not
/// possible.
pub(crate) fn completions(answers: &Answers) -> Vec<Answers> {
    let mut all = vec![Answers::new()];
    for question in questions() {
        let given = answers.get(&question);
        let real = (0..choices(question)).map(ChoiceIx).filter(|choice| match given {
            Some(Answer::Choice(given)) => given == choice,
            Some(Answer::NotSure) => (question, *choice) != LEAVING,
            None => true,
        });
        let real: Vec<Answer> = real.map(Answer::Choice).collect();
        all = all
            .into_iter()
            .flat_map(|known| {
                real.iter().map(move |answer| {
                    let mut known = known.clone();
                    known.insert(question, *answer);
                    known
                })
            })
            .collect();
    }
    all
}

/// All subsets of the answers.
pub(crate) fn subsets(answers: &Answers) -> Vec<Answers> {
    let list: Vec<(QuestionIx, Answer)> = answers.iter().map(|(q, a)| (*q, *a)).collect();
    (0..1_u32 << list.len())
        .map(|chosen| {
            (0..list.len()).filter(|bit| chosen & (1 << bit) != 0).map(|bit| list[bit]).collect()
        })
        .collect()
}
