//! Conditions: what is decided stays decided, and “not sure” counts as no only for a choice that ends the matter.

use std::collections::BTreeSet;

use adal_core::{Answer, Answers, Condition, QuestionIx, Truth};
use proptest::prelude::*;

use crate::random::{LEAVING, answers, completions, conditions};

fn size(condition: &Condition) -> usize {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => 1 + parts.iter().map(size).sum::<usize>(),
        Condition::Not(part) => 1 + size(part),
        Condition::Is(..) | Condition::Leaves(..) => 1,
    }
}

/// Whether no part of a condition is decided, unless all of it is.
fn parts_are_open(condition: &Condition) -> bool {
    let open =
        |part: &Condition| part.truth(&Answers::new()) == Truth::Unknown && parts_are_open(part);
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().all(open),
        Condition::Not(part) => open(part),
        Condition::Is(..) | Condition::Leaves(..) => true,
    }
}

fn questions_of(condition: &Condition) -> BTreeSet<QuestionIx> {
    let mut questions = BTreeSet::new();
    condition.for_each_question(&mut |question| {
        questions.insert(question);
    });
    questions
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
    fn more_answers_never_undo_what_is_determined(
        when in conditions(),
        answers in answers(),
        later in answers(),
    ) {
        let mut both = later;
        both.extend(&answers);
        let truth = when.truth(&answers);
        prop_assert!(truth == Truth::Unknown || truth == when.truth(&both));
    }

    #[test]
    fn what_remains_means_the_same_and_never_grows(
        when in conditions(),
        answers in answers(),
        later in answers(),
    ) {
        let left = when.remaining(&answers);
        let mut both = later;
        both.extend(&answers);
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
    fn what_remains_can_be_found_step_by_step(when in conditions(), answers in answers()) {
        let mut left = when.clone();
        for (question, answer) in &answers {
            left = left.remaining(&Answers::from([(*question, *answer)]));
        }
        prop_assert_eq!(left.truth(&Answers::new()), when.remaining(&answers).truth(&Answers::new()));
        prop_assert_eq!(left.truth(&answers), when.truth(&answers));
    }
}

#[test]
fn not_sure_is_unknown_and_no_only_where_the_choice_ends_the_matter() {
    let (question, choice) = LEAVING;
    let [is, leaves] = [Condition::Is(question, choice), Condition::Leaves(question, choice)];
    let not_sure = Answers::from([(question, Answer::NotSure)]);
    let chosen = Answers::from([(question, Answer::Choice(choice))]);
    let truths = |condition: &Condition| {
        [&Answers::new(), &not_sure, &chosen].map(|answers| condition.truth(answers))
    };
    assert_eq!(truths(&is), [Truth::Unknown, Truth::Unknown, Truth::Yes]);
    assert_eq!(truths(&leaves), [Truth::Unknown, Truth::No, Truth::Yes]);
    assert_eq!(leaves.remaining(&not_sure), Condition::NEVER);
    assert_eq!(is.remaining(&not_sure), is);
}

/// It holds or fails with the other part, so it must not be asked for.
#[test]
fn a_part_that_holds_only_where_another_does_is_left_out() {
    let is = |question| Condition::Is(QuestionIx(question), adal_core::ChoiceIx(0));
    let narrower = Condition::All(vec![is(0), is(2)]);
    let when = Condition::Any(vec![narrower.clone(), is(0)]);
    assert_eq!(when.remaining(&Answers::new()), is(0));
    let twice = Condition::Any(vec![narrower.clone(), narrower.clone()]);
    assert_eq!(twice.remaining(&Answers::new()), narrower);
    let other = Condition::Any(vec![narrower, is(3)]);
    assert_eq!(other.remaining(&Answers::new()), other);
}

/// A narrower part is found wherever it is written: under what several parts have in common, and as “not that choice”.
#[test]
fn a_narrower_part_is_found_inside_others_and_behind_not() {
    let is = |question, choice| Condition::Is(QuestionIx(question), adal_core::ChoiceIx(choice));
    let not = |part| Condition::Not(Box::new(part));
    let of = |one: Condition, other: Condition| Condition::Any(vec![one, other]);
    let and = |one: Condition, other: Condition| Condition::All(vec![one, other]);
    let left = |when: &Condition| when.remaining(&Answers::new());
    let inside = of(and(is(0, 0), of(is(2, 0), and(is(3, 0), is(1, 0)))), is(3, 0));
    assert_eq!(left(&inside), of(is(3, 0), and(is(0, 0), is(2, 0))));
    let behind_not = of(and(is(1, 0), is(0, 0)), not(is(1, 1)));
    assert_eq!(left(&behind_not), not(is(1, 1)));
    let together = of(is(1, 0), of(is(1, 1), and(of(is(1, 0), is(1, 1)), is(0, 0))));
    assert_eq!(left(&together), of(is(1, 0), is(1, 1)));
    let several = and(of(is(0, 0), is(2, 0)), of(is(1, 0), is(3, 0)));
    assert_eq!(left(&several), several);
}
