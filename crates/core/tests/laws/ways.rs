//! People, and the pointers from one situation to another.

use std::collections::BTreeSet;

use adal_core::{
    Answer, Case, Content, Offer, People, RuleIx, SituationIx, Truth, assess, live, offers,
};
use proptest::prelude::*;

use crate::random::{EMPLOYEE, MANAGER, MEMBER, OPEN, cases};

fn rules(content: &Content, case: &Case, people: People) -> BTreeSet<RuleIx> {
    content.rules_for(&Case { people, ..case.clone() }).collect()
}

/// The case in a single situation from which others can be reached.
fn in_one(case: &Case) -> Case {
    Case { situations: vec![SituationIx(0)], ..case.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_rule_concerns_whom_it_names_and_those_who_stand_for_them((content, case) in cases()) {
        let concerned = content.concerned(case.people);
        let expected: BTreeSet<RuleIx> = case
            .situations
            .iter()
            .flat_map(|situation| &content[*situation].rules)
            .copied()
            .filter(|rule| {
                let rule = &content[*rule];
                concerned.iter().any(|person| rule.people.contains(person))
                    && !concerned.iter().any(|person| rule.except.contains(person))
            })
            .collect();
        prop_assert_eq!(rules(&content, &case, case.people), expected);
    }

    #[test]
    fn a_manager_is_an_employee_whether_they_say_so_or_not((content, case) in cases()) {
        let [manager, member] = [MANAGER, MEMBER].map(|person| People::NOBODY.with(person));
        for people in [manager, manager.union(member)] {
            let short = Case { people, ..case.clone() };
            let long = Case { people: people.with(EMPLOYEE), ..case.clone() };
            prop_assert_eq!(assess(&content, &short), assess(&content, &long));
        }
    }

    #[test]
    fn somebody_who_is_several_things_is_told_what_each_is_told((content, case) in cases()) {
        let both = rules(&content, &case, People::NOBODY.with(MANAGER).with(MEMBER));
        let of = |person| rules(&content, &case, People::NOBODY.with(person));
        let manager = of(MANAGER);
        prop_assert!(manager.is_subset(&both));
        let not_for_managers = |rule: &RuleIx| content[*rule].except.contains(MANAGER);
        let member: BTreeSet<RuleIx> =
            of(MEMBER).into_iter().filter(|rule| !not_for_managers(rule)).collect();
        prop_assert_eq!(both, &manager | &member);
    }

    #[test]
    fn a_way_is_offered_once_from_answers_that_count_to_what_the_person_sees((content, case) in cases()) {
        let case = in_one(&case);
        let live = live(&content, &case);
        let offered = offers(&content, &case, &live);
        let seen: Vec<SituationIx> = content.situations_for(case.people).collect();
        let mut wanted: Vec<Offer> = Vec::new();
        for (pointer, way) in content.situations[0].pointers.iter().enumerate() {
            let is_open = way.when.truth(&live) == Truth::Yes
                && way.to != SituationIx(0)
                && seen.contains(&way.to)
                && wanted.iter().all(|other| other.to != way.to);
            if is_open {
                wanted.push(Offer { from: SituationIx(0), pointer, to: way.to });
            }
        }
        prop_assert_eq!(&offered, &wanted);
        let everywhere = Case {
            situations: (0..content.situations.len() as u8).map(SituationIx).collect(),
            ..case.clone()
        };
        prop_assert!(offers(&content, &everywhere, &live).is_empty());
    }

    #[test]
    fn following_a_way_loses_no_answer_and_carries_only_what_is_so((content, case) in cases()) {
        let case = in_one(&case);
        let live = live(&content, &case);
        for offer in offers(&content, &case, &live) {
            let way = offer.pointer(&content).unwrap();
            let next = offer.follow(&content, &case, &live);
            prop_assert_eq!(next.people, case.people);
            for (question, answer) in &case.answers {
                prop_assert_eq!(next.answers.get(question), Some(answer));
            }
            for (question, answer) in &next.answers {
                let carried = way.carry.iter().find(|carried| {
                    carried.item.0 == *question && carried.when.truth(&live) == Truth::Yes
                });
                let expected = case
                    .answers
                    .get(question)
                    .copied()
                    .or(carried.map(|carried| Answer::Choice(carried.item.1)));
                prop_assert_eq!(Some(*answer), expected);
            }
            for carried in &way.carry {
                let is_so = carried.when.truth(&live) == Truth::Yes;
                prop_assert!(!is_so || next.answers.contains_key(&carried.item.0));
            }
            let stays = (!way.moves).then_some(offer.from);
            let situations: Vec<SituationIx> = stays.into_iter().chain([offer.to]).collect();
            prop_assert_eq!(&next.situations, &situations);
            prop_assert!(next.situations.is_sorted());
        }
    }

    #[test]
    fn somebody_whom_the_standard_does_not_name_sees_what_employees_see((content, case) in cases()) {
        let seen = |person| -> Vec<SituationIx> {
            content.situations_for(People::NOBODY.with(person)).collect()
        };
        prop_assert_eq!(seen(OPEN), seen(EMPLOYEE));
        let all: Vec<SituationIx> = (0..content.situations.len() as u8).map(SituationIx).collect();
        prop_assert_eq!(seen(MANAGER), all);
        prop_assert!(!case.people.is_empty());
    }
}
