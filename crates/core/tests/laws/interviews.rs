//! The interview: what it asks, what counts, and that the order of answers never matters.

use std::collections::BTreeSet;

use adal_core::{
    Answer, Answers, Case, Content, QuestionIx, Remaining, Truth, assess, interview, live,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::random::{NEVER_ALONE, QUESTIONS, answer_of, cases, whole_cases};

/// A finished interview: the case's own answers where they are asked for, then others.
pub(crate) fn finished(content: &Content, case: &Case, more: &[u8; QUESTIONS]) -> Case {
    let mut case = case.clone();
    while let Some(next) = interview(content, &case).next {
        case.answers.insert(next, answer_of(next, more[next.place()]));
    }
    case
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_determined_rule_stays_determined_along_every_path(
        (content, case) in cases(),
        more in any::<[u8; QUESTIONS]>(),
    ) {
        let now = live(&content, &case);
        let then = live(&content, &finished(&content, &case, &more));
        // A clause that never stands alone is no longer asked about once no other clause can apply.
        let rules = content.rules_for(&case).map(|rule| &content[rule]);
        for rule in rules.filter(|rule| rule.clause != NEVER_ALONE) {
            let truth = rule.when.truth(&now);
            prop_assert!(truth == Truth::Unknown || truth == rule.when.truth(&then));
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
    fn the_interview_is_the_way_of_answering_one_by_one((content, case) in whole_cases()) {
        let mut path = Case { answers: Answers::new(), ..case.clone() };
        let mut left = Remaining::new(&content, &path);
        loop {
            let stands = interview(&content, &path);
            prop_assert_eq!(&stands.live, &path.answers);
            prop_assert_eq!(stands.at_most_left, left.possible().len());
            let needed = left.needed();
            let order = content.questions_for(&case);
            prop_assert_eq!(stands.next, order.into_iter().find(|asked| needed.contains(asked)));
            for (rule, truth) in left.rules() {
                prop_assert_eq!(truth, content[rule].when.truth(&path.answers));
            }
            let Some(next) = stands.next else { break };
            path.answers.insert(next, case.answers[&next]);
            left.answer(next, case.answers[&next]);
        }
        prop_assert_eq!(interview(&content, &path), interview(&content, &case));
        prop_assert_eq!(assess(&content, &path), assess(&content, &case));
    }

    #[test]
    fn at_most_left_falls_along_a_path_and_nothing_is_asked_twice(
        (content, case) in cases(),
        more in any::<[u8; QUESTIONS]>(),
    ) {
        let mut case = Case { answers: Answers::new(), ..case };
        let mut stands = interview(&content, &case);
        let mut asked = BTreeSet::new();
        while let Some(next) = stands.next {
            prop_assert!(asked.insert(next));
            case.answers.insert(next, answer_of(next, more[next.place()]));
            let after = interview(&content, &case);
            prop_assert!(after.at_most_left < stands.at_most_left);
            prop_assert_eq!(&after.live, &case.answers);
            prop_assert_eq!(after.asked.len(), asked.len());
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
            case.answers.insert(next, answer_of(next, more[next.place()]));
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
        let asked = interview(&content, &case).asked;
        prop_assert_eq!(asked.len(), live_answers.len());
        prop_assert!(asked.iter().all(|question| live_answers.contains_key(question)));
        let only_live = Case { answers: live_answers.clone(), ..case };
        prop_assert_eq!(live(&content, &only_live), live_answers);
    }

    #[test]
    fn a_finished_interview_decides_all_that_can_be_decided((content, case) in whole_cases()) {
        let live = live(&content, &case);
        let accompanied = content.rules_for(&case).map(|rule| &content[rule]).any(|rule| {
            rule.can_prohibit()
                && !content[rule.clause].never_alone
                && rule.when.truth(&live) != Truth::No
        });
        for rule in content.rules_for(&case).map(|rule| &content[rule]) {
            if content[rule.clause].never_alone && !accompanied {
                continue;
            }
            let whole = rule.when.truth(&case.answers);
            prop_assert_eq!(rule.when.truth(&live), whole);
            if whole == Truth::Yes {
                for part in rule.parts() {
                    prop_assert_eq!(part.truth(&live), part.truth(&case.answers));
                }
            }
        }
    }
}
