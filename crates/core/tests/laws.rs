//! Laws of the engine, tried on random small contents and cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use adal_core::{
    Answer, Answers, Case, Check, Choice, ChoiceIx, Clause, ClauseIx, Condition, Content, Effect,
    Finding, Ground, Headline, Kind, NgoBearing, People, Person, PersonIx, Question, QuestionIx,
    Reading, Rule, RuleIx, Situation, SituationIx, State, Step, StepIx, Text, Truth, assess,
    headline, interview, live, outcomes,
};
use proptest::prelude::*;
use proptest::sample::Index;

const QUESTIONS: usize = 4;
const CLAUSES: usize = 3;
const STEPS: usize = 3;

fn text() -> Text {
    Text::default()
}

fn conditions() -> impl Strategy<Value = Condition> {
    let is = (0..QUESTIONS as u16, 0..3_u8).prop_map(|(question, choice)| {
        Condition::Is(QuestionIx(question), ChoiceIx(choice % choices(QuestionIx(question))))
    });
    is.prop_recursive(3, 12, 3, |inner| {
        let parts = prop::collection::vec(inner.clone(), 1..=3);
        prop_oneof![
            parts.clone().prop_map(Condition::All),
            parts.prop_map(Condition::Any),
            inner.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

/// Two choices for even questions, three for odd ones.
fn choices(question: QuestionIx) -> u8 {
    2 + u8::from(question.0 % 2 == 1)
}

fn effects() -> impl Strategy<Value = Effect> {
    prop::sample::select(vec![
        Effect::Prohibited,
        Effect::Duty,
        Effect::StepsFirst,
        Effect::Recommended,
        Effect::Right,
    ])
}

fn rules() -> impl Strategy<Value = Rule> {
    let people = prop::sample::subsequence(vec![PersonIx(0), PersonIx(1)], 1..=2);
    let steps = prop::sample::subsequence((0..STEPS as u16).map(StepIx).collect::<Vec<_>>(), 0..=2);
    (0..CLAUSES as u8, people, conditions(), effects(), prop::bool::weighted(0.2), steps).prop_map(
        |(clause, people, when, effect, open, steps)| Rule {
            clause: ClauseIx(clause),
            people: people.into_iter().collect(),
            when,
            effect,
            reading: if open { Reading::Open([text(), text()]) } else { Reading::Settled },
            because: text(),
            steps,
        },
    )
}

/// A situation asks all questions, in an order of its own.
fn situations() -> impl Strategy<Value = (Vec<QuestionIx>, Vec<Rule>)> {
    let questions: Vec<QuestionIx> = (0..QUESTIONS as u16).map(QuestionIx).collect();
    (Just(questions).prop_shuffle(), prop::collection::vec(rules(), 1..=4))
}

fn contents() -> impl Strategy<Value = Content> {
    prop::collection::vec(situations(), 1..=2).prop_map(content)
}

/// An employee, a manager who is an employee too, and a person to whom the Standard is open.
fn people() -> Vec<Person> {
    let person = |id: &str, stands_for: &[u8], open: bool| Person {
        id: id.to_owned(),
        name: text(),
        stands_for: stands_for.iter().copied().map(PersonIx).collect(),
        alone: open,
        open: open.then(text),
    };
    vec![
        person("employee", &[0], false),
        person("manager", &[0, 1], false),
        person("open", &[0, 2], true),
    ]
}

fn content(situations: Vec<(Vec<QuestionIx>, Vec<Rule>)>) -> Content {
    let mut content = Content { people: people(), ..Content::default() };
    content.clauses = (0..CLAUSES).map(clause).collect();
    content.questions = (0..QUESTIONS as u16).map(QuestionIx).map(question).collect();
    content.steps = (0..STEPS as u8)
        .map(|n| Step { id: format!("step-{n}"), clauses: vec![ClauseIx(n)], text: text() })
        .collect();
    for (questions, rules) in situations {
        let first = content.rules.len() as u16;
        let last = first + rules.len() as u16;
        content.rules.extend(rules);
        content.situations.push(Situation {
            id: format!("situation-{first}"),
            people: People::NOBODY.with(PersonIx(0)),
            title: text(),
            summary: text(),
            keywords: Default::default(),
            questions,
            rules: (first..last).map(RuleIx).collect(),
            reminders: Vec::new(),
        });
    }
    content
}

fn clause(number: usize) -> Clause {
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
        readings: None,
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

/// Answers to most of the questions, on the path or off it.
fn answers() -> impl Strategy<Value = Answers> {
    prop::collection::vec(0..6_u8, QUESTIONS).prop_map(|answers| {
        let questions = (0..QUESTIONS as u16).map(QuestionIx);
        let answered = questions.zip(answers).filter(|(_, number)| *number < 5);
        answered.map(|(question, number)| (question, answer_of(question, number))).collect()
    })
}

/// The answer with this number; 4 is "not sure".
fn answer_of(question: QuestionIx, number: u8) -> Answer {
    match number {
        4 => Answer::NotSure,
        _ => Answer::Choice(ChoiceIx(number % choices(question))),
    }
}

/// A content and a case of it.
fn cases() -> impl Strategy<Value = (Content, Case)> {
    (contents(), 0..3_u8, answers()).prop_map(|(content, person, answers)| {
        let case = Case {
            people: People::NOBODY.with(PersonIx(person)),
            situations: (0..content.situations.len() as u8).map(SituationIx).collect(),
            answers,
        };
        (content, case)
    })
}

/// A finished interview: the case's own answers where they are asked for, then more of them.
fn finished(content: &Content, case: &Case, more: &[u8; QUESTIONS]) -> Case {
    let mut case = case.clone();
    while let Some(next) = interview(content, &case).next {
        case.answers.insert(next, answer_of(next, more[next.place()]));
    }
    case
}

/// All ways in which the open questions can turn out.
fn completions(answers: &Answers) -> Vec<Answers> {
    let mut all = vec![Answers::new()];
    for question in (0..QUESTIONS as u16).map(QuestionIx) {
        let real: Vec<Answer> = match answers.get(&question) {
            Some(given @ Answer::Choice(_)) => vec![*given],
            _ => (0..choices(question)).map(ChoiceIx).map(Answer::Choice).collect(),
        };
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

fn size(condition: &Condition) -> usize {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => 1 + parts.iter().map(size).sum::<usize>(),
        Condition::Not(part) => 1 + size(part),
        Condition::Is(..) => 1,
    }
}

/// Whether nothing in a condition is decided, unless it is decided as a whole.
fn parts_are_open(condition: &Condition) -> bool {
    let open =
        |part: &Condition| part.truth(&Answers::new()) == Truth::Unknown && parts_are_open(part);
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().all(open),
        Condition::Not(part) => open(part),
        Condition::Is(..) => true,
    }
}

fn questions_of(condition: &Condition) -> BTreeSet<QuestionIx> {
    let mut questions = BTreeSet::new();
    condition.for_each_question(&mut |question| {
        questions.insert(question);
    });
    questions
}

fn found(findings: &[Finding], clause: ClauseIx) -> bool {
    findings.iter().any(|finding| finding.clause == clause)
}

/// All subsets of the answers.
fn subsets(answers: &Answers) -> Vec<Answers> {
    let list: Vec<(QuestionIx, Answer)> = answers.iter().map(|(q, a)| (*q, *a)).collect();
    (0..1_u32 << list.len())
        .map(|chosen| {
            (0..list.len()).filter(|bit| chosen & (1 << bit) != 0).map(|bit| list[bit]).collect()
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_determined_condition_stays_determined(when in conditions(), answers in answers()) {
        let truth = when.truth(&answers);
        for completion in completions(&answers) {
            let real = when.truth(&completion);
            prop_assert_ne!(real, Truth::Unknown);
            prop_assert!(truth == Truth::Unknown || truth == real);
        }
    }

    #[test]
    fn what_remains_means_the_same_and_never_grows(
        when in conditions(),
        answers in answers(),
        later in answers(),
    ) {
        let left = when.remaining(&answers);
        let mut both = later;
        both.extend(answers.iter().filter(|(_, a)| **a != Answer::NotSure).map(|(q, a)| (*q, *a)));
        prop_assert_eq!(left.truth(&both), when.truth(&both));
        prop_assert!(size(&left) <= size(&when));
        for question in questions_of(&left) {
            prop_assert!(!matches!(answers.get(&question), Some(Answer::Choice(_))));
        }
        prop_assert!(parts_are_open(&left));
        let mut visited = Vec::new();
        when.for_each_remaining(&answers, &mut |question| visited.push(question));
        let mut occurring = Vec::new();
        left.for_each_question(&mut |question| occurring.push(question));
        prop_assert_eq!(visited, occurring);
    }

    #[test]
    fn a_determined_rule_stays_determined_along_every_path(
        (content, case) in cases(),
        more in any::<[u8; QUESTIONS]>(),
    ) {
        let more = more.map(|number| number % 5);
        let now = live(&content, &case);
        let then = live(&content, &finished(&content, &case, &more));
        for rule in content.rules_for(&case) {
            let truth = content[rule].when.truth(&now);
            prop_assert!(truth == Truth::Unknown || truth == content[rule].when.truth(&then));
        }
    }

    #[test]
    fn reasons_suffice_and_none_fewer_do((content, case) in cases()) {
        let live = live(&content, &case);
        for finding in assess(&content, &case).findings {
            if finding.state == State::FactsOpen {
                prop_assert!(finding.reasons.is_empty() && finding.counterfactuals.is_empty());
                continue;
            }
            let when = &content[finding.rule].when;
            let reasons: Answers =
                finding.reasons.iter().map(|r| (r.question, Answer::Choice(r.choice))).collect();
            prop_assert_eq!(when.truth(&reasons), Truth::Yes);
            prop_assert!(reasons.iter().all(|(question, answer)| live.get(question) == Some(answer)));
            for fewer in subsets(&live) {
                if fewer.len() < reasons.len() {
                    prop_assert_ne!(when.truth(&fewer), Truth::Yes);
                }
            }
        }
    }

    #[test]
    fn counterfactuals_lift_and_all_are_told((content, case) in cases()) {
        let live = live(&content, &case);
        for finding in assess(&content, &case).findings {
            if finding.state == State::FactsOpen {
                continue;
            }
            let mut lifting = Vec::new();
            for question in content.questions_for(&case) {
                let Some(Answer::Choice(given)) = live.get(&question) else { continue };
                for instead in (0..choices(question)).map(ChoiceIx).filter(|other| other != given) {
                    let mut other = Case { answers: live.clone(), ..case.clone() };
                    other.answers.insert(question, Answer::Choice(instead));
                    if !found(&assess(&content, &other).findings, finding.clause) {
                        lifting.push((question, instead));
                    }
                }
            }
            let told: Vec<_> =
                finding.counterfactuals.iter().map(|c| (c.question, c.instead)).collect();
            prop_assert_eq!(told, lifting);
        }
    }

    #[test]
    fn the_order_of_answering_never_matters(
        (content, case) in cases(),
        order in prop::collection::vec(any::<Index>(), QUESTIONS),
        detours in prop::collection::vec(0..5_u8, QUESTIONS),
    ) {
        let expected = assess(&content, &case);
        let mut left: Vec<(QuestionIx, Answer)> =
            case.answers.iter().map(|(question, answer)| (*question, *answer)).collect();
        let mut other = Case { answers: Answers::new(), ..case };
        for (at, detour) in order.into_iter().zip(detours) {
            if left.is_empty() {
                break;
            }
            let (question, answer) = left.remove(at.index(left.len()));
            other.answers.insert(question, answer_of(question, detour));
            assess(&content, &other);
            other.answers.insert(question, answer);
        }
        prop_assert_eq!(assess(&content, &other), expected);
    }

    #[test]
    fn at_most_left_falls_along_a_path_and_nothing_is_asked_twice(
        (content, case) in cases(),
        more in any::<[u8; QUESTIONS]>(),
    ) {
        let mut case = Case { answers: Answers::new(), ..case };
        let mut stands = interview(&content, &case);
        let mut asked = Vec::new();
        while let Some(next) = stands.next {
            prop_assert!(!asked.contains(&next));
            prop_assert_eq!(&stands.asked, &asked);
            asked.push(next);
            case.answers.insert(next, answer_of(next, more[next.place()] % 5));
            let after = interview(&content, &case);
            prop_assert!(after.at_most_left < stands.at_most_left);
            prop_assert_eq!(&after.live, &case.answers);
            stands = after;
        }
        prop_assert_eq!(stands.at_most_left, 0);
    }

    #[test]
    fn at_most_left_is_never_too_few((content, case) in cases(), more in any::<[u8; QUESTIONS]>()) {
        let before = interview(&content, &case);
        let mut case = Case { answers: before.live, ..case };
        let mut questions = 0;
        while let Some(next) = interview(&content, &case).next {
            case.answers.insert(next, answer_of(next, more[next.place()] % 5));
            questions += 1;
        }
        prop_assert!(questions <= before.at_most_left);
    }

    #[test]
    fn what_was_answered_is_never_asked_again_not_sure_least_of_all((content, case) in cases()) {
        let stands = interview(&content, &case);
        prop_assert!(stands.next.is_none_or(|next| !case.answers.contains_key(&next)));
        prop_assert_eq!(stands.next.is_none(), stands.at_most_left == 0);
    }

    #[test]
    fn live_answers_are_stored_answers_and_a_replay_changes_nothing((content, case) in cases()) {
        let live_answers = live(&content, &case);
        for (question, answer) in &live_answers {
            prop_assert_eq!(case.answers.get(question), Some(answer));
        }
        let asked: BTreeSet<QuestionIx> = interview(&content, &case).asked.into_iter().collect();
        prop_assert_eq!(asked, live_answers.keys().copied().collect::<BTreeSet<_>>());
        let mut before = Answers::new();
        for question in interview(&content, &case).asked {
            let needed = content.rules_for(&case).any(|rule| {
                questions_of(&content[rule].when.remaining(&before)).contains(&question)
            });
            prop_assert!(needed, "{:?} was not needed after {:?}", question, before);
            before.insert(question, live_answers[&question]);
        }
        let only_live = Case { answers: live_answers.clone(), ..case };
        prop_assert_eq!(live(&content, &only_live), live_answers);
    }

    #[test]
    fn answers_off_the_path_are_never_reasons_and_never_matter((content, case) in cases()) {
        let live = live(&content, &case);
        let assessment = assess(&content, &case);
        for finding in &assessment.findings {
            prop_assert!(finding.reasons.iter().all(|reason| live.contains_key(&reason.question)));
            prop_assert!(finding.find_out.iter().all(|q| live.get(q) == Some(&Answer::NotSure)));
            prop_assert!(finding.still_open.iter().all(|question| !live.contains_key(question)));
        }
        let without = assess(&content, &Case { answers: live, ..case });
        prop_assert_eq!(assessment, without);
    }

    #[test]
    fn a_finished_interview_leaves_only_what_is_to_be_found_out(
        (content, case) in cases(),
        more in any::<[u8; QUESTIONS]>(),
    ) {
        let case = finished(&content, &case, &more.map(|number| number % 5));
        let assessment = assess(&content, &case);
        prop_assert!(assessment.still_open.is_empty());
        for finding in assessment.findings {
            prop_assert_eq!(finding.state == State::FactsOpen, !finding.find_out.is_empty());
        }
    }

    #[test]
    fn the_headline_and_the_lists_say_the_same((content, case) in cases()) {
        let assessment = assess(&content, &case);
        prop_assert_eq!(assessment.headline == Headline::Nothing, assessment.findings.is_empty());
        let live = live(&content, &case);
        prop_assert_eq!(assessment.headline, headline(&content, &case, &live));
        let mut found: Vec<(ClauseIx, State, Effect)> =
            assessment.findings.iter().map(|f| (f.clause, f.state, f.effect)).collect();
        found.sort();
        prop_assert_eq!(outcomes(&content, &case, &live), found);
        let firm = assessment.findings.iter().any(|finding| finding.state == State::Applies);
        if assessment.headline < Headline::MayApply {
            prop_assert!(firm);
        }
        let mut clauses: Vec<ClauseIx> = assessment.findings.iter().map(|f| f.clause).collect();
        clauses.extend(&assessment.not_triggered);
        clauses.extend(&assessment.not_checked);
        clauses.sort();
        prop_assert_eq!(clauses, (0..CLAUSES as u8).map(ClauseIx).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_applies_firmly_to_a_person_whom_the_standard_does_not_name((content, case) in cases()) {
        let case = Case { people: People::NOBODY.with(PersonIx(2)), ..case };
        for finding in assess(&content, &case).findings {
            prop_assert_ne!(finding.state, State::Applies);
        }
    }

    #[test]
    fn a_finding_is_in_the_state_of_its_strongest_rule((content, case) in cases()) {
        let live = live(&content, &case);
        let mut strongest: BTreeMap<ClauseIx, (Headline, State)> = BTreeMap::new();
        for rule in content.rules_for(&case).map(|rule| &content[rule]) {
            let state = match (rule.when.truth(&live), &rule.reading, case.people.iter().next()) {
                (Truth::No, ..) => continue,
                (Truth::Unknown, ..) => State::FactsOpen,
                (Truth::Yes, Reading::Open(_), _) => State::WordingOpen,
                (Truth::Yes, Reading::Settled, Some(open @ PersonIx(2))) => State::PersonOpen(open),
                (Truth::Yes, Reading::Settled, _) => State::Applies,
            };
            let found = (headline_of(state, rule.effect), state);
            strongest.entry(rule.clause).and_modify(|best| *best = found.min(*best)).or_insert(found);
        }
        let findings = assess(&content, &case).findings;
        let found: BTreeMap<ClauseIx, (Headline, State)> =
            findings.iter().map(|f| (f.clause, (headline_of(f.state, f.effect), f.state))).collect();
        prop_assert_eq!(&found, &strongest);
        let headlines: Vec<Headline> = findings.iter().map(|f| found[&f.clause].0).collect();
        prop_assert!(headlines.is_sorted());
        prop_assert_eq!(
            assess(&content, &case).headline,
            headlines.first().copied().unwrap_or(Headline::Nothing)
        );
    }

    #[test]
    fn a_step_is_required_only_by_a_clause_of_which_a_rule_applies((content, case) in cases()) {
        let live = live(&content, &case);
        let named = case.people != People::NOBODY.with(PersonIx(2));
        let mut open = BTreeSet::new();
        let mut firm = BTreeSet::new();
        for rule in content.rules_for(&case).map(|rule| &content[rule]) {
            let truth = rule.when.truth(&live);
            if truth != Truth::No {
                open.extend(rule.steps.iter().map(|step| (*step, rule.clause)));
            }
            if truth == Truth::Yes && rule.reading == Reading::Settled && named {
                firm.extend(rule.steps.iter().map(|step| (*step, rule.clause)));
            }
        }
        let own = |step: StepIx, from: &BTreeSet<(StepIx, ClauseIx)>| -> Vec<ClauseIx> {
            let of = &content[step].clauses;
            from.iter().filter(|(s, c)| *s == step && of.contains(c)).map(|(_, c)| *c).collect()
        };
        let steps: BTreeSet<StepIx> = open.iter().map(|(step, _)| *step).collect();
        let expected: Vec<(StepIx, Ground)> = steps
            .into_iter()
            .map(|step| match (own(step, &firm), own(step, &open)) {
                (firm, _) if !firm.is_empty() => (step, Ground::Requires(firm)),
                (_, open) if !open.is_empty() => (step, Ground::MayRequire(open)),
                _ => (step, Ground::Advice),
            })
            .collect();
        let told: Vec<(StepIx, Ground)> =
            assess(&content, &case).steps.into_iter().map(|s| (s.step, s.ground)).collect();
        prop_assert_eq!(told, expected);
    }
}

/// The shorter reason stands off the path: it was stored before an answer was changed.
#[test]
fn a_shorter_reason_off_the_path_is_not_told() {
    let [a, b, c] = [0, 2, 1].map(|question| Condition::Is(QuestionIx(question), ChoiceIx(0)));
    let rule = Rule {
        clause: ClauseIx(0),
        people: People::NOBODY.with(PersonIx(0)),
        when: Condition::Any(vec![a, Condition::All(vec![b, c])]),
        effect: Effect::Duty,
        reading: Reading::Settled,
        because: text(),
        steps: Vec::new(),
    };
    let content = content(vec![(vec![QuestionIx(2), QuestionIx(1), QuestionIx(0)], vec![rule])]);
    let first = Answer::Choice(ChoiceIx(0));
    let case = Case {
        people: People::NOBODY.with(PersonIx(0)),
        situations: vec![SituationIx(0)],
        answers: (0..3).map(|question| (QuestionIx(question), first)).collect(),
    };
    let assessment = assess(&content, &case);
    let reasons: Vec<QuestionIx> =
        assessment.findings[0].reasons.iter().map(|reason| reason.question).collect();
    assert_eq!(reasons, [QuestionIx(2), QuestionIx(1)]);
}

fn headline_of(state: State, effect: Effect) -> Headline {
    match (state, effect) {
        (State::Applies, Effect::Prohibited) => Headline::Prohibited,
        (State::Applies, Effect::Duty) => Headline::Duty,
        (State::Applies, Effect::StepsFirst) => Headline::StepsFirst,
        (State::Applies, Effect::Expected) => Headline::Expected,
        (State::Applies, Effect::Recommended) => Headline::Recommended,
        (State::Applies, Effect::Right) => Headline::Right,
        _ => Headline::MayApply,
    }
}
