//! Findings: what is found, why, what would change it, and what to do.

use std::collections::{BTreeMap, BTreeSet};

use adal_core::{
    Answer, Answers, Case, ChoiceIx, ClauseIx, Condition, Content, Effect, Finding, Given, Ground,
    Headline, People, QuestionIx, ReadingIx, Rule, SituationIx, State, StepIx, Truth, assess,
    headline, live, outcomes,
};
use proptest::prelude::*;

use crate::interviews::finished;
use crate::random::{
    CLAUSES, EMPLOYEE, FACT, NEVER_ALONE, OPEN, QUESTIONS, cases, choices, completions, content,
    subsets, whole_cases,
};

fn found(findings: &[Finding], clause: ClauseIx) -> bool {
    findings.iter().any(|finding| finding.clause == clause)
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

/// The items that hold, or may hold, with a rule.
fn belonging<T: Copy>(items: &[Given<T>], live: &Answers) -> Vec<T> {
    items.iter().filter(|part| part.when.truth(live) != Truth::No).map(|part| part.item).collect()
}

/// The state and the effect of a rule, computed independently; `None` if it fails.
fn state_of(rule: &Rule, people: People, live: &Answers) -> Option<(State, Effect)> {
    let readings = belonging(&rule.readings, live);
    let state = match (rule.when.truth(live), rule.readings.is_empty()) {
        (Truth::No, _) => return None,
        (Truth::Unknown, _) => State::FactsOpen,
        (Truth::Yes, true) if people.contains(OPEN) => State::PersonOpen(OPEN),
        (Truth::Yes, true) => State::Applies,
        (Truth::Yes, false) if readings.iter().all(|reading| *reading == FACT) => State::FactsOpen,
        (Truth::Yes, false) => State::WordingOpen,
    };
    let sure = rule.effects.iter().find(|effect| effect.when.truth(live) == Truth::Yes);
    let effect = sure.or(rule.effects.iter().find(|e| e.when.truth(live) == Truth::Unknown))?;
    Some((state, effect.item))
}

/// The rules that count, each with its state and effect.
fn counting<'c>(
    content: &'c Content,
    case: &Case,
    live: &Answers,
) -> Vec<(&'c Rule, State, Effect)> {
    let mut all: Vec<(&Rule, State, Effect)> = content
        .rules_for(case)
        .map(|rule| &content[rule])
        .filter_map(|rule| {
            let (state, effect) = state_of(rule, case.people, live)?;
            Some((rule, state, effect))
        })
        .collect();
    let prohibits = all.iter().any(|(rule, state, effect)| {
        rule.clause != NEVER_ALONE
            && *effect == Effect::Prohibited
            && matches!(state, State::Applies | State::PersonOpen(_))
    });
    all.retain(|(rule, ..)| prohibits || rule.clause != NEVER_ALONE);
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_finding_is_in_the_state_of_its_strongest_rule_and_names_all_in_that_state(
        (content, case) in cases(),
    ) {
        let live = live(&content, &case);
        let counting = counting(&content, &case, &live);
        let mut strongest: BTreeMap<ClauseIx, (State, Headline, Effect)> = BTreeMap::new();
        for (rule, state, effect) in &counting {
            let found = (*state, headline_of(*state, *effect), *effect);
            let best = strongest.entry(rule.clause).or_insert(found);
            *best = found.min(*best);
        }
        let assessment = assess(&content, &case);
        let told: BTreeMap<ClauseIx, (State, Headline, Effect)> = assessment
            .findings
            .iter()
            .map(|f| (f.clause, (f.state, f.headline(), f.effect)))
            .collect();
        prop_assert_eq!(told.len(), assessment.findings.len());
        prop_assert_eq!(&told, &strongest);
        for finding in &assessment.findings {
            let same = counting.iter().filter(|(rule, state, _)| {
                (rule.clause, *state) == (finding.clause, finding.state)
            });
            let same: Vec<&Rule> = same.map(|(rule, ..)| *rule).collect();
            let named: Vec<&Rule> = finding.rules.iter().map(|rule| &content[*rule]).collect();
            prop_assert_eq!(&named, &same);
            let readings: BTreeSet<ReadingIx> =
                same.iter().flat_map(|rule| belonging(&rule.readings, &live)).collect();
            prop_assert_eq!(readings.into_iter().collect::<Vec<_>>(), finding.readings.clone());
            let reasons: BTreeSet<_> =
                same.iter().flat_map(|rule| belonging(&rule.reasons, &live)).collect();
            prop_assert_eq!(reasons.into_iter().collect::<Vec<_>>(), finding.because.clone());
        }
        let order: Vec<(Headline, ClauseIx)> =
            assessment.findings.iter().map(|f| (f.headline(), f.clause)).collect();
        prop_assert!(order.is_sorted());
        let first = order.first().map_or(Headline::Nothing, |(headline, _)| *headline);
        prop_assert_eq!(assessment.headline, first);
    }

    #[test]
    fn reasons_suffice_and_none_fewer_do((content, case) in cases()) {
        let live = live(&content, &case);
        let unsure: Answers =
            live.iter().filter(|(_, a)| **a == Answer::NotSure).map(|(q, a)| (*q, *a)).collect();
        let sure: Answers =
            live.iter().filter(|(_, a)| **a != Answer::NotSure).map(|(q, a)| (*q, *a)).collect();
        let holds = |when: &Condition, answers: &Answers| {
            let mut all = unsure.clone();
            all.extend(answers);
            when.truth(&all) == Truth::Yes
        };
        for finding in assess(&content, &case).findings {
            let told: Answers =
                finding.reasons.iter().map(|r| (r.question, Answer::Choice(r.choice))).collect();
            prop_assert!(told.iter().all(|(question, answer)| live.get(question) == Some(answer)));
            let mut longest = 0;
            let mut sum = 0;
            for when in finding.rules.iter().map(|rule| &content[*rule].when) {
                if when.truth(&live) != Truth::Yes {
                    continue;
                }
                let fewest = subsets(&sure).into_iter().filter(|few| holds(when, few)).map(|few| few.len()).min();
                let fewest = fewest.unwrap();
                let within = subsets(&told).into_iter().any(|few| few.len() == fewest && holds(when, &few));
                prop_assert!(within, "{:?} does not make {:?} hold", told, when);
                longest = longest.max(fewest);
                sum += fewest;
            }
            prop_assert!((longest..=sum).contains(&told.len()));
        }
    }

    #[test]
    fn counterfactuals_lift_and_all_are_told((content, case) in cases()) {
        let live = live(&content, &case);
        for finding in assess(&content, &case).findings {
            let holds = finding.rules.iter().any(|r| content[*r].when.truth(&live) == Truth::Yes);
            if finding.clause == NEVER_ALONE {
                continue; // It also disappears with the finding that it accompanies.
            }
            let mut lifting = Vec::new();
            for question in content.questions_for(&case).into_iter().filter(|_| holds) {
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
        let case = finished(&content, &case, &more);
        let assessment = assess(&content, &case);
        prop_assert!(assessment.still_open.is_empty());
        for finding in assessment.findings {
            let doubts_of_fact =
                !finding.readings.is_empty() && finding.readings.iter().all(|r| *r == FACT);
            match finding.state {
                State::FactsOpen => prop_assert!(!finding.find_out.is_empty() || doubts_of_fact),
                _ => prop_assert!(finding.find_out.is_empty()),
            }
        }
    }

    #[test]
    fn the_headline_and_the_lists_say_the_same((content, case) in cases()) {
        let assessment = assess(&content, &case);
        prop_assert_eq!(assessment.headline == Headline::Nothing, assessment.findings.is_empty());
        let live = live(&content, &case);
        prop_assert_eq!(assessment.headline, headline(&content, &case, &live));
        let mut found: Vec<_> = assessment
            .findings
            .iter()
            .map(|f| (f.clause, f.state, f.effect, f.readings.clone()))
            .collect();
        found.sort();
        let outcomes = outcomes(&content, &case, &live);
        let outcomes: Vec<_> =
            outcomes.into_iter().map(|o| (o.clause, o.state, o.effect, o.readings)).collect();
        prop_assert_eq!(outcomes, found);
        let firm = assessment.findings.iter().any(|finding| finding.state == State::Applies);
        prop_assert_eq!(assessment.headline < Headline::MayApply, firm);
        let mut clauses: Vec<ClauseIx> = assessment.findings.iter().map(|f| f.clause).collect();
        clauses.extend(&assessment.not_triggered);
        clauses.extend(&assessment.not_checked);
        clauses.sort();
        prop_assert_eq!(clauses, (0..CLAUSES as u8).map(ClauseIx).collect::<Vec<_>>());
        let questions: BTreeSet<QuestionIx> =
            assessment.findings.iter().flat_map(|f| f.find_out.iter().copied()).collect();
        prop_assert_eq!(assessment.find_out.iter().copied().collect::<BTreeSet<_>>(), questions);
    }

    #[test]
    fn what_is_folded_under_another_clause_is_open_and_the_other_applies((content, case) in cases()) {
        let assessment = assess(&content, &case);
        let applies = |clause: &ClauseIx| {
            assessment.findings.iter().any(|f| f.clause == *clause && f.state == State::Applies)
        };
        for finding in &assessment.findings {
            let under = content[finding.clause].folds_under.iter().copied().find(applies);
            let expected = under.filter(|_| finding.state != State::Applies);
            prop_assert_eq!(finding.folded_under, expected);
        }
        let beside = assessment
            .findings
            .iter()
            .any(|f| f.state != State::Applies && f.folded_under.is_none());
        let also = beside && assessment.headline != Headline::MayApply;
        prop_assert_eq!(assessment.also_may_apply, also);
    }

    #[test]
    fn nothing_applies_firmly_to_a_person_whom_the_standard_does_not_name((content, case) in cases()) {
        let case = Case { people: People::NOBODY.with(OPEN), ..case };
        let live = live(&content, &case);
        let assessment = assess(&content, &case);
        let open = assessment.findings.iter().filter(|f| f.state == State::PersonOpen(OPEN));
        let strongest = open.map(|f| headline_of(State::Applies, f.effect)).min();
        prop_assert_eq!(assessment.if_bound, strongest.map(|headline| (OPEN, headline)));
        for finding in &assessment.findings {
            prop_assert_ne!(finding.state, State::Applies);
        }
        // What would apply to an employee may apply to this person, and nothing else may.
        let employee = Case { people: People::NOBODY.with(EMPLOYEE), ..case.clone() };
        let clauses = |case: &Case| -> BTreeSet<ClauseIx> {
            outcomes(&content, case, &live).into_iter().map(|outcome| outcome.clause).collect()
        };
        prop_assert_eq!(clauses(&case), clauses(&employee));
    }

    #[test]
    fn a_step_is_required_only_by_a_clause_of_which_a_rule_binds((content, case) in cases()) {
        let live = live(&content, &case);
        let mut open = BTreeSet::new();
        let mut firm = BTreeSet::new();
        for (rule, state, _) in counting(&content, &case, &live) {
            let mut asked = rule.when.truth(&live) == Truth::Yes;
            rule.when.for_each_remaining(&live, &mut |question| asked |= live.contains_key(&question));
            for step in belonging(&rule.steps, &live).into_iter().filter(|_| asked) {
                open.insert((step, rule.clause));
                if matches!(state, State::Applies | State::PersonOpen(_)) {
                    firm.insert((step, rule.clause));
                }
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

    #[test]
    fn reminders_are_those_of_the_situations_in_the_order_of_the_standard((content, case) in cases()) {
        let of = |situation: &SituationIx| content[*situation].reminders.iter().copied();
        let expected: BTreeSet<ClauseIx> = case.situations.iter().flat_map(of).collect();
        let told = assess(&content, &case).reminders;
        prop_assert_eq!(told, expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn a_remark_is_made_where_all_that_it_asks_for_is_so((content, case) in cases()) {
        let assessment = assess(&content, &case);
        let live = live(&content, &case);
        let applying: Vec<ClauseIx> = assessment
            .findings
            .iter()
            .filter(|finding| finding.state == State::Applies)
            .map(|finding| finding.clause)
            .collect();
        let somebody =
            if case.people.contains(OPEN) { case.people } else { content.concerned(case.people) };
        for (ix, remark) in content.remarks.iter().enumerate() {
            let mut right = vec![remark.when.truth(&live) == Truth::Yes];
            if !remark.people.is_empty() {
                right.push(remark.people.meets(somebody));
            }
            if let [situation] = remark.situations.as_slice() {
                right.push(case.situations.contains(situation));
            }
            if let [clause] = remark.found.as_slice() {
                right.push(found(&assessment.findings, *clause));
            }
            if let [clause] = remark.rests_on.as_slice() {
                right.push(applying == [*clause]);
            }
            if let [step] = remark.steps.as_slice() {
                right.push(assessment.steps.iter().any(|taken| taken.step == *step));
            }
            let is_made = assessment.remarks.iter().any(|made| made.place() == ix);
            prop_assert_eq!(is_made, !right.contains(&false));
        }
    }

    #[test]
    fn not_sure_never_hides_what_another_answer_would_find((content, case) in whole_cases()) {
        let unsure = assess(&content, &case).findings;
        for answers in completions(&case.answers) {
            let sure = Case { answers, ..case.clone() };
            for finding in assess(&content, &sure).findings {
                if finding.clause != NEVER_ALONE {
                    prop_assert!(found(&unsure, finding.clause));
                }
            }
        }
    }

    #[test]
    fn another_situation_never_weakens_or_removes_a_finding((content, case) in whole_cases()) {
        let all = outcomes(&content, &case, &live(&content, &case));
        let whole = headline(&content, &case, &live(&content, &case));
        for situation in &case.situations {
            let one = Case { situations: vec![*situation], ..case.clone() };
            let live = live(&content, &one);
            prop_assert!(whole <= headline(&content, &one, &live));
            for before in outcomes(&content, &one, &live) {
                let after = all.iter().find(|outcome| outcome.clause == before.clause);
                let after = after.map(|after| (after.state, headline_of(after.state, after.effect)));
                let before = (before.state, headline_of(before.state, before.effect));
                prop_assert!(after.is_some_and(|after| after <= before), "{after:?} {before:?}");
            }
        }
    }
}

/// The shorter reason is off the path: it was stored before an answer was changed.
#[test]
fn a_shorter_reason_off_the_path_is_not_told() {
    let [a, b, c] = [0, 2, 1].map(|question| Condition::Is(QuestionIx(question), ChoiceIx(0)));
    let rule = plain_rule(Condition::Any(vec![a, Condition::All(vec![b, c])]), Effect::Duty);
    let questions = vec![QuestionIx(2), QuestionIx(1), QuestionIx(0)];
    let content = content(vec![(questions, vec![rule], Vec::new(), Vec::new(), false)]);
    let first = Answer::Choice(ChoiceIx(0));
    let answers = (0..3).map(|question| (QuestionIx(question), first)).collect();
    let assessment = assess(&content, &plain_case(answers));
    let reasons: Vec<QuestionIx> =
        assessment.findings[0].reasons.iter().map(|reason| reason.question).collect();
    assert_eq!(reasons, [QuestionIx(2), QuestionIx(1)]);
}

#[test]
fn each_effect_that_applies_has_its_headline() {
    for (effect, expected) in [
        (Effect::Prohibited, Headline::Prohibited),
        (Effect::Duty, Headline::Duty),
        (Effect::StepsFirst, Headline::StepsFirst),
        (Effect::Expected, Headline::Expected),
        (Effect::Recommended, Headline::Recommended),
        (Effect::Right, Headline::Right),
    ] {
        let rules = vec![plain_rule(Condition::ALWAYS, effect)];
        let content = content(vec![(Vec::new(), rules, Vec::new(), Vec::new(), false)]);
        assert_eq!(assess(&content, &plain_case(Answers::new())).headline, expected);
        assert_eq!(Headline::of(effect), expected);
    }
}

/// A person who is not sure whether a fact ends the matter is still told which answers decide.
#[test]
fn not_sure_about_what_ends_the_matter_leaves_the_reasons() {
    let (question, choice) = crate::random::LEAVING;
    let leaves = Condition::Not(Box::new(Condition::Leaves(question, choice)));
    let other = Condition::Is(QuestionIx(0), ChoiceIx(0));
    let rules = vec![plain_rule(Condition::All(vec![leaves, other]), Effect::Duty)];
    let questions = vec![question, QuestionIx(0)];
    let content = content(vec![(questions, rules, Vec::new(), Vec::new(), false)]);
    let first = Answer::Choice(ChoiceIx(0));
    let answers = Answers::from([(question, Answer::NotSure), (QuestionIx(0), first)]);
    let assessment = assess(&content, &plain_case(answers));
    assert_eq!(assessment.headline, Headline::Duty);
    let reasons: Vec<QuestionIx> =
        assessment.findings[0].reasons.iter().map(|reason| reason.question).collect();
    assert_eq!(reasons, [QuestionIx(0)]);
}

fn plain_rule(when: Condition, effect: Effect) -> Rule {
    Rule {
        clause: ClauseIx(0),
        people: People::NOBODY.with(EMPLOYEE),
        except: People::NOBODY,
        when,
        effects: vec![Given { item: effect, when: Condition::ALWAYS }],
        reasons: Vec::new(),
        readings: Vec::new(),
        adopted: Vec::new(),
        steps: Vec::new(),
    }
}

fn plain_case(answers: Answers) -> Case {
    Case { people: People::NOBODY.with(EMPLOYEE), situations: vec![SituationIx(0)], answers }
}
