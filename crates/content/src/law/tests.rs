//! What the compiler makes of random small laws: it decides exactly when all that is still possible agrees.

use std::collections::BTreeSet;
use std::sync::Arc;

use adal_core::{
    Answer, Answers, ChoiceIx, ClauseIx, Condition, Effect, People, PersonIx, QuestionIx,
    ReadingIx, Rule, StepIx, Truth,
};
use proptest::prelude::*;

use super::compile::compile;
use super::diagram::{Diagram, Diagrams};
use super::primes::Conditions;
use super::{
    By, Fact, FactIx, FactValue, Law, LawCondition, LawRule, Mapping, Matter, PerView, Setting,
    Side, Stand, ValueIx, Values, View,
};
use crate::problem::{Place, SourceFile};

/// The sizes of questions, and which of their choices end the matter.
#[derive(Clone, Debug)]
struct Asked {
    sizes: Vec<usize>,
    leaving: Vec<(usize, usize)>,
}

impl Asked {
    fn mapping(&self) -> Mapping {
        let questions = (0..self.sizes.len() as u16).map(QuestionIx);
        let leaving = self.leaving.iter();
        Mapping {
            questions: questions.collect(),
            sizes: self.sizes.clone(),
            leaving: leaving.map(|(q, c)| (QuestionIx(*q as u16), ChoiceIx(*c as u8))).collect(),
            ..Mapping::default()
        }
    }

    /// All ways to answer all questions.
    fn whole(&self) -> Vec<Vec<usize>> {
        self.sizes.iter().fold(vec![Vec::new()], |all, size| {
            let more = |known: Vec<usize>| {
                (0..*size).map(move |choice| known.iter().copied().chain([choice]).collect())
            };
            all.into_iter().flat_map(more).collect()
        })
    }

    /// All ways to answer some of the questions, “not sure” among the answers.
    fn partial(&self) -> Vec<Answers> {
        let mut all = vec![Answers::new()];
        for (question, size) in self.sizes.iter().enumerate() {
            let given = (0..*size).map(|choice| Answer::Choice(ChoiceIx(choice as u8)));
            let given: Vec<Answer> = given.chain([Answer::NotSure]).collect();
            let with = all.iter().flat_map(|known| {
                given.iter().map(|answer| {
                    let mut known = known.clone();
                    known.insert(QuestionIx(question as u16), *answer);
                    known
                })
            });
            let with: Vec<Answers> = with.collect();
            all.extend(with);
        }
        all
    }

    /// Whether these whole answers can still become of the partial ones. Somebody who is not sure would know it if the
    /// matter ended.
    fn is_possible(&self, whole: &[usize], partial: &Answers) -> bool {
        whole.iter().enumerate().all(|(question, choice)| {
            match partial.get(&QuestionIx(question as u16)) {
                None => true,
                Some(Answer::NotSure) => !self.leaving.contains(&(question, *choice)),
                Some(Answer::Choice(given)) => given.place() == *choice,
            }
        })
    }

    /// What is known of a function of whole answers when some answers are known.
    fn truth(&self, partial: &Answers, function: impl Fn(&[usize]) -> bool) -> Truth {
        let whole = self.whole();
        let possible = whole.iter().filter(|whole| self.is_possible(whole, partial));
        let found: BTreeSet<bool> = possible.map(|whole| function(whole)).collect();
        match (found.contains(&true), found.contains(&false)) {
            (true, false) => Truth::Yes,
            (false, true) => Truth::No,
            _ => Truth::Unknown,
        }
    }
}

/// Up to four questions of two to four choices, some of which may end the matter, but never all of one question.
fn asked(most: usize) -> impl Strategy<Value = Asked> {
    prop::collection::vec((2..=4_usize, any::<[bool; 3]>()), 1..=most).prop_map(|questions| {
        let sizes: Vec<usize> = questions.iter().map(|(size, _)| *size).collect();
        let leaving = questions.iter().enumerate().flat_map(|(question, (size, leaves))| {
            let choices = (1..*size).filter(|choice| leaves[choice - 1]);
            choices.map(move |choice| (question, choice))
        });
        Asked { leaving: leaving.collect(), sizes }
    })
}

/// A function as a table of its results in the order of [`Asked::whole`].
fn tables() -> impl Strategy<Value = (Asked, Vec<bool>)> {
    asked(4).prop_flat_map(|asked| {
        let size = asked.sizes.iter().product::<usize>();
        (Just(asked), prop::collection::vec(any::<bool>(), size))
    })
}

fn diagram(diagrams: &mut Diagrams, sizes: &[usize], from: usize, table: &[bool]) -> Diagram {
    let Some(size) = sizes.get(from) else {
        return if table[0] { Diagram::YES } else { Diagram::NO };
    };
    let parts = table.chunks(table.len() / size);
    let branches = parts.map(|part| diagram(diagrams, sizes, from + 1, part)).collect();
    diagrams.ask(from, branches)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_condition_decides_exactly_when_all_completions_agree((asked, table) in tables()) {
        let mapping = asked.mapping();
        let mut diagrams = Diagrams::new(asked.sizes.clone());
        let function = diagram(&mut diagrams, &asked.sizes, 0, &table);
        let condition = Conditions::new(&mut diagrams, &mapping).of(function);
        let whole = asked.whole();
        let result = |answers: &[usize]| {
            table[whole.iter().position(|other| other == answers).unwrap_or_default()]
        };
        for partial in asked.partial() {
            prop_assert_eq!(
                condition.truth(&partial),
                asked.truth(&partial, result),
                "{:?} of {:?} with {:?}", condition, asked, partial
            );
        }
    }

    #[test]
    fn within_what_is_given_a_condition_decides_as_exactly(
        (asked, table) in tables(),
        seed in prop::collection::vec(any::<bool>(), 256),
    ) {
        let mapping = asked.mapping();
        let mut diagrams = Diagrams::new(asked.sizes.clone());
        let function = diagram(&mut diagrams, &asked.sizes, 0, &table);
        let given = diagram(&mut diagrams, &asked.sizes, 0, &seed[..table.len()]);
        let condition = Conditions::new(&mut diagrams, &mapping).within(function, given);
        let whole = asked.whole();
        let place = |answers: &[usize]| {
            whole.iter().position(|other| other == answers).unwrap_or_default()
        };
        for partial in asked.partial() {
            if asked.truth(&partial, |answers| seed[place(answers)]) == Truth::Yes {
                prop_assert_eq!(
                    condition.truth(&partial),
                    asked.truth(&partial, |answers| table[place(answers)])
                );
            }
        }
    }

    #[test]
    fn two_functions_are_the_same_diagram_exactly_when_they_agree(
        (asked, table) in tables(),
        other in prop::collection::vec(any::<bool>(), 256),
        same in any::<bool>(),
    ) {
        let mut diagrams = Diagrams::new(asked.sizes.clone());
        let other = if same { table.clone() } else { other[..table.len()].to_vec() };
        let [one, two] =
            [&table, &other].map(|table| diagram(&mut diagrams, &asked.sizes, 0, table));
        prop_assert_eq!(one == two, table == other);
        let not = diagrams.not(one);
        prop_assert_eq!(diagrams.all(&[one, not]), Diagram::NO);
        prop_assert_eq!(diagrams.any(&[one, not]), Diagram::YES);
        let both = diagrams.all(&[one, two]);
        let combined: Vec<bool> = table.iter().zip(&other).map(|(a, b)| *a && *b).collect();
        prop_assert_eq!(both, diagram(&mut diagrams, &asked.sizes, 0, &combined));
    }
}

// ---- whole laws

const READINGS: usize = 3;
/// The readings that a doubt about the addressee turns on.
const TOWARDS: ReadingIx = ReadingIx(2);

/// A law of one clause with a situation that asks for its facts.
#[derive(Debug)]
struct Example {
    asked: Asked,
    law: Law,
    mapping: Mapping,
    stands: Vec<Stand>,
}

fn fact_conditions() -> impl Strategy<Value = LawCondition> {
    (0..2_u8, 1..8_u16).prop_map(|(fact, bits)| {
        let values = (0..3_u8).filter(|value| bits >> value & 1 == 1).map(ValueIx);
        LawCondition::Fact(FactIx(fact), Values::of(values))
    })
}

fn law_conditions() -> impl Strategy<Value = LawCondition> {
    let reading = (0..2_u8, any::<bool>()).prop_map(|(reading, first)| {
        LawCondition::Reading(ReadingIx(reading), if first { Side::A } else { Side::B })
    });
    let not = fact_conditions().prop_map(|fact| LawCondition::Not(Box::new(fact)));
    let leaf = prop_oneof![3 => fact_conditions(), 1 => not, 2 => reading];
    leaf.prop_recursive(3, 10, 3, |inner| {
        let parts = prop::collection::vec(inner, 1..=3);
        prop_oneof![parts.clone().prop_map(LawCondition::All), parts.prop_map(LawCondition::Any),]
    })
}

fn law_rules() -> impl Strategy<Value = LawRule> {
    (
        law_conditions(),
        prop::option::weighted(0.3, fact_conditions()),
        prop::option::weighted(0.3, fact_conditions()),
        any::<(bool, bool)>(),
        0..3_u16,
    )
        .prop_map(|(when, only, steps_first, (for_staff, binds_staff), step)| LawRule {
            id: String::new(),
            clause: ClauseIx(0),
            when,
            views: if for_staff { vec![View::Me, View::Staff] } else { vec![View::Me] },
            only: PerView { me: only, ngo: None, staff: None },
            binds_staff,
            effect: Effect::Duty,
            steps_first,
            because_me: None,
            because_towards: None,
            steps: PerView { me: vec![StepIx(step)], ngo: Vec::new(), staff: Vec::new() },
            place: nowhere(),
        })
}

fn nowhere() -> Place {
    Place::whole(&Arc::new(SourceFile { name: String::new(), text: String::new() }))
}

fn facts() -> Vec<Fact> {
    let value = || FactValue {
        id: String::new(),
        text: Default::default(),
        people: People::NOBODY,
        place: nowhere(),
    };
    let fact = || Fact {
        id: String::new(),
        name: Default::default(),
        values: vec![value(), value(), value()],
        place: nowhere(),
    };
    vec![fact(), fact()]
}

fn stands() -> impl Strategy<Value = Stand> {
    let side = any::<bool>().prop_map(|first| if first { Side::A } else { Side::B });
    prop_oneof![
        3 => Just(Stand::Open),
        1 => side.clone().prop_map(Stand::Settled),
        1 => side.prop_map(Stand::Adopted),
    ]
}

/// Answers with which something is set: one or two of them.
fn settings(asked: &Asked) -> impl Strategy<Value = Vec<Setting>> + use<> {
    let sizes = asked.sizes.clone();
    let one = (any::<[u8; 2]>(), any::<[u8; 2]>(), 0..2_usize, 0..2_u8, 0..3_u8).prop_map(
        move |(questions, choices, matter, fact, value)| {
            let is = |n: usize| {
                let question = usize::from(questions[n]) % sizes.len();
                let choice = usize::from(choices[n]) % sizes[question];
                Condition::Is(QuestionIx(question as u16), ChoiceIx(choice as u8))
            };
            let when = Condition::All(if value == 2 { vec![is(0), is(1)] } else { vec![is(0)] });
            let by = By::First(0);
            Setting { by, when, matter, fact: FactIx(fact), value: ValueIx(value) }
        },
    );
    prop::collection::vec(one, 1..=6)
}

fn examples() -> impl Strategy<Value = Example> {
    asked(3).prop_flat_map(|asked| {
        (
            settings(&asked),
            prop::collection::vec(law_rules(), 1..=3),
            prop::collection::vec(stands(), READINGS),
            0..3_u8,
        )
            .prop_map(move |(settings, rules, stands, given)| {
                let matter = |view, given| Matter { id: String::new(), view, given };
                let mut mapping = asked.mapping();
                mapping.matters = vec![
                    matter(View::Me, vec![(FactIx(1), ValueIx(given))]),
                    matter(View::Staff, Vec::new()),
                ];
                mapping.settings = settings;
                let law = Law {
                    facts: facts(),
                    rules,
                    towards: Some(LawCondition::Reading(TOWARDS, Side::A)),
                    ..Law::default()
                };
                Example { asked: asked.clone(), law, mapping, stands }
            })
    })
}

/// What is so of a clause with whole answers: worked out rule by rule and reading by reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    /// 0: nothing, 1: open, 2: applies.
    state: u8,
    effects: BTreeSet<Effect>,
    readings: BTreeSet<ReadingIx>,
    /// The readings on which it would turn, had the Company adopted none.
    adopted: BTreeSet<ReadingIx>,
    steps: BTreeSet<StepIx>,
}

impl Example {
    fn value(&self, answers: &[usize], matter: usize, fact: FactIx) -> ValueIx {
        let all = |when: &Condition| match when {
            Condition::All(parts) => parts.iter().all(|part| match part {
                Condition::Is(question, choice) => answers[question.place()] == choice.place(),
                _ => false,
            }),
            _ => false,
        };
        let set =
            self.mapping.settings.iter().find(|setting| {
                (setting.matter, setting.fact) == (matter, fact) && all(&setting.when)
            });
        let given = self.mapping.matters[matter].given.iter().find(|(other, _)| *other == fact);
        set.map(|setting| setting.value).or(given.map(|(_, value)| *value)).unwrap_or(ValueIx(0))
    }

    fn holds(&self, when: &LawCondition, answers: &[usize], matter: usize, sides: u32) -> bool {
        let part = |part: &LawCondition| self.holds(part, answers, matter, sides);
        match when {
            LawCondition::All(parts) => parts.iter().all(part),
            LawCondition::Any(parts) => parts.iter().any(part),
            LawCondition::Not(inner) => !part(inner),
            LawCondition::Fact(fact, values) => values.contains(self.value(answers, matter, *fact)),
            LawCondition::Reading(reading, side) => {
                (sides >> reading.0 & 1 == 1) == (*side == Side::A)
            }
            LawCondition::Element(_) => false,
        }
    }

    /// All ways in which the readings can go, as bits: with what the Company adopted, or as if it had adopted nothing.
    fn ways(&self, adopting: bool) -> Vec<u32> {
        let fits = |sides: &u32| {
            self.stands.iter().enumerate().all(|(reading, stand)| match stand {
                Stand::Open => true,
                Stand::Adopted(_) if !adopting => true,
                Stand::Settled(side) | Stand::Adopted(side) => {
                    (sides >> reading & 1 == 1) == (*side == Side::A)
                }
            })
        };
        (0..1 << READINGS).filter(fits).collect()
    }

    fn found(&self, answers: &[usize]) -> Found {
        let [ways, without] = [true, false].map(|adopting| self.ways(adopting));
        let mut found = Found::default();
        for rule in &self.law.rules {
            for (matter, of) in self.mapping.matters.iter().enumerate() {
                if !rule.views.contains(&of.view) {
                    continue;
                }
                let holds = |sides: &u32| {
                    let me = of.view == View::Me;
                    self.holds(&rule.when, answers, matter, *sides)
                        && (!me
                            || rule.only.me.iter().all(|w| self.holds(w, answers, matter, *sides)))
                        && (me
                            || self
                                .law
                                .towards
                                .iter()
                                .all(|w| self.holds(w, answers, matter, *sides)))
                };
                let all: Vec<bool> = ways.iter().map(holds).collect();
                let state = match (all.contains(&true), all.contains(&false)) {
                    (true, false) => 2,
                    (true, true) => 1,
                    _ => continue,
                };
                let first =
                    rule.steps_first.as_ref().is_some_and(|w| self.holds(w, answers, matter, 0));
                let effect = match (of.view, first) {
                    (View::Me, true) => Effect::StepsFirst,
                    (View::Me, false) => rule.effect,
                    _ => Effect::Expected,
                };
                let turning = |ways: &[u32]| -> BTreeSet<ReadingIx> {
                    let turns = |reading: &ReadingIx| {
                        ways.iter().any(|sides| {
                            let other = sides ^ 1 << reading.0;
                            ways.contains(&other) && holds(sides) != holds(&other)
                        })
                    };
                    (0..READINGS as u8).map(ReadingIx).filter(turns).collect()
                };
                let mut adopted = turning(&without);
                adopted.retain(|ix| matches!(self.stands[ix.place()], Stand::Adopted(_)));
                let own = Found {
                    state,
                    effects: BTreeSet::from([effect]),
                    readings: turning(&ways),
                    adopted,
                    steps: rule.steps.get(of.view).iter().copied().collect(),
                };
                match own.state.cmp(&found.state) {
                    std::cmp::Ordering::Less => {}
                    std::cmp::Ordering::Greater => found = own,
                    std::cmp::Ordering::Equal => {
                        found.effects.extend(own.effects);
                        found.readings.extend(own.readings);
                        found.adopted.extend(own.adopted);
                        found.steps.extend(own.steps);
                    }
                }
            }
        }
        found
    }

    fn compiled(&self) -> Vec<Rule> {
        let people = People::NOBODY.with(PersonIx(0));
        let (compiled, _) = compile(&self.law, &self.stands, &self.mapping, people, &|_, _| false);
        compiled.into_iter().map(|compiled| compiled.rule).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_law_decides_exactly_when_all_completions_agree(example in examples()) {
        let rules = example.compiled();
        let asked = &example.asked;
        prop_assert!(rules.len() <= 2);
        for (state, settled) in [(2, true), (1, false)] {
            let mut of_state = rules.iter().filter(|rule| rule.is_settled() == settled);
            let rule = of_state.next();
            prop_assert!(of_state.next().is_none());
            for partial in asked.partial() {
                let expected = asked.truth(&partial, |answers| example.found(answers).state == state);
                let truth = rule.map_or(Truth::No, |rule| rule.when.truth(&partial));
                prop_assert_eq!(truth, expected, "{} with {:?}", state, partial);
            }
        }
    }

    #[test]
    fn what_belongs_to_a_rule_that_holds_is_exact_too(example in examples()) {
        let asked = &example.asked;
        for rule in example.compiled() {
            for partial in asked.partial() {
                if rule.when.truth(&partial) != Truth::Yes {
                    continue;
                }
                let exact = |belongs: &dyn Fn(&Found) -> bool| {
                    asked.truth(&partial, |answers| belongs(&example.found(answers)))
                };
                for part in &rule.effects {
                    let expected = exact(&|found| found.effects.contains(&part.item));
                    prop_assert_eq!(part.when.truth(&partial), expected);
                }
                for part in &rule.readings {
                    let expected = exact(&|found| found.readings.contains(&part.item));
                    prop_assert_eq!(part.when.truth(&partial), expected);
                }
                for part in &rule.adopted {
                    let expected = exact(&|found| found.adopted.contains(&part.item));
                    prop_assert_eq!(part.when.truth(&partial), expected);
                }
                for part in &rule.steps {
                    let expected = exact(&|found| found.steps.contains(&part.item));
                    prop_assert_eq!(part.when.truth(&partial), expected);
                }
            }
        }
    }

    #[test]
    fn nothing_that_belongs_to_a_rule_is_forgotten(example in examples()) {
        let rules = example.compiled();
        for answers in example.asked.whole() {
            let found = example.found(&answers);
            let given: Answers = answers
                .iter()
                .enumerate()
                .map(|(q, c)| (QuestionIx(q as u16), Answer::Choice(ChoiceIx(*c as u8))))
                .collect();
            let mut told = Found::default();
            for rule in rules.iter().filter(|rule| rule.when.truth(&given) == Truth::Yes) {
                told.state = if rule.is_settled() { 2 } else { 1 };
                let holds = |when: &Condition| when.truth(&given) == Truth::Yes;
                told.effects.extend(rule.effects.iter().filter(|p| holds(&p.when)).map(|p| p.item));
                told.readings.extend(rule.readings.iter().filter(|p| holds(&p.when)).map(|p| p.item));
                told.adopted.extend(rule.adopted.iter().filter(|p| holds(&p.when)).map(|p| p.item));
                told.steps.extend(rule.steps.iter().filter(|p| holds(&p.when)).map(|p| p.item));
            }
            prop_assert_eq!(told, found);
        }
    }
}
