//! From the law and what a situation asks to the rules of the engine.
//!
//! For each matter every fact becomes a function of the answers, every rule a function of the facts, and all rules of a
//! clause together become one function: does the clause apply, is its wording open, and on what does that turn? Facts of
//! different matters never meet in one rule. The function is then written down twice, as the rule under which the clause
//! applies and as the one under which it may apply.

use std::collections::{BTreeSet, HashMap};

use adal_core::{ClauseIx, Effect, Given, People, ReadingIx, ReasonIx, Rule, StepIx};

use super::diagram::{Diagram, Diagrams};
use super::mapping::Mapping;
use super::primes::Conditions;
use super::{FactIx, Law, LawCondition, LawRule, PerView, Side, Stand, ValueIx, View};

/// What becomes of a rule, or of all rules of a clause, for given facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum State {
    None,
    Open,
    Applies,
}

/// The result of a clause for given answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Result {
    state: State,
    effects: BTreeSet<Effect>,
    reasons: BTreeSet<ReasonIx>,
    readings: BTreeSet<ReadingIx>,
    adopted: BTreeSet<ReadingIx>,
    steps: BTreeSet<StepIx>,
}

const NOTHING: Result = Result {
    state: State::None,
    effects: BTreeSet::new(),
    reasons: BTreeSet::new(),
    readings: BTreeSet::new(),
    adopted: BTreeSet::new(),
    steps: BTreeSet::new(),
};

impl Result {
    /// The stronger of two results; of equals, both together.
    fn merge(&mut self, other: &Result) {
        match other.state.cmp(&self.state) {
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Greater => *self = other.clone(),
            std::cmp::Ordering::Equal => {
                self.effects.extend(&other.effects);
                self.reasons.extend(&other.reasons);
                self.readings.extend(&other.readings);
                self.adopted.extend(&other.adopted);
                self.steps.extend(&other.steps);
            }
        }
    }
}

/// Results by number, so that diagrams can hold them.
#[derive(Default)]
struct Results {
    all: Vec<Result>,
    known: HashMap<Result, u32>,
}

impl Results {
    fn number(&mut self, result: Result) -> u32 {
        if let Some(known) = self.known.get(&result) {
            return *known;
        }
        let number = self.all.len() as u32;
        self.all.push(result.clone());
        self.known.insert(result, number);
        number
    }

    fn get(&self, number: u32) -> &Result {
        &self.all[number as usize]
    }
}

/// The people of whom facts are so without being asked, and those for whom no such fact is so.
struct Kind {
    people: People,
    except: People,
    facts: Vec<(FactIx, ValueIx)>,
}

/// A rule of the engine with the rules of the law from which it comes.
pub(crate) struct Compiled {
    pub(crate) rule: Rule,
    pub(crate) of: Vec<usize>,
}

/// A rule of the law that can hold in a matter of a situation.
pub(crate) struct Reached {
    /// Its place in [`Law::rules`].
    pub(crate) rule: usize,
    pub(crate) view: View,
    /// The people for whom it can, and those of them for whom it cannot.
    pub(crate) people: People,
    pub(crate) except: People,
    /// Whether it can hold only once a reading that was settled or adopted is open again.
    pub(crate) only_reopened: bool,
}

/// The rules of the engine for a situation that these people see, and the rules of the law that can hold there. Whether
/// somebody of one group can be of another as well, `can_be` says.
pub(crate) fn compile(
    law: &Law,
    stands: &[Stand],
    mapping: &Mapping,
    people: People,
    can_be: &impl Fn(People, People) -> bool,
) -> (Vec<Compiled>, Vec<Reached>) {
    let mut compiler = Compiler {
        law,
        stands,
        mapping,
        diagrams: Diagrams::new(mapping.sizes.clone()),
        results: Results::default(),
    };
    let kinds = kinds(law, people, can_be);
    let clauses: BTreeSet<ClauseIx> = law.rules.iter().map(|rule| rule.clause).collect();
    let facts: Vec<_> = kinds.iter().map(|kind| compiler.facts(kind)).collect();
    let mut compiled = Vec::new();
    let mut reached = Vec::new();
    for clause in clauses {
        let functions: Vec<(Diagram, BTreeSet<usize>)> = kinds
            .iter()
            .zip(&facts)
            .map(|(kind, facts)| compiler.clause(clause, kind, facts, &mut reached))
            .collect();
        let (first, of) = &functions[0];
        if functions.iter().all(|(function, _)| function == first) {
            compiled.extend(compiler.rules(clause, *first, people, People::NOBODY, of));
            continue;
        }
        for (kind, (function, of)) in kinds.iter().zip(&functions) {
            compiled.extend(compiler.rules(clause, *function, kind.people, kind.except, of));
        }
    }
    (compiled, reached)
}

/// The kinds of people between whom the law distinguishes without asking: one for each value that some people have, and
/// everybody else.
fn kinds(law: &Law, people: People, can_be: &impl Fn(People, People) -> bool) -> Vec<Kind> {
    let mut special = Vec::new();
    let mut set_apart = People::NOBODY;
    for (fact, known) in (0_u8..).map(FactIx).zip(&law.facts) {
        for (value, of) in (0_u8..).map(ValueIx).zip(&known.values) {
            if can_be(of.people, people) {
                special.push(Kind {
                    people: of.people,
                    except: People::NOBODY,
                    facts: vec![(fact, value)],
                });
                set_apart = set_apart.union(of.people);
            }
        }
    }
    let only_special = !people.is_empty() && people.iter().all(|person| set_apart.contains(person));
    let rest = (!only_special).then(|| Kind { people, except: set_apart, facts: Vec::new() });
    rest.into_iter().chain(special).collect()
}

struct Compiler<'a> {
    law: &'a Law,
    stands: &'a [Stand],
    mapping: &'a Mapping,
    diagrams: Diagrams,
    results: Results,
}

/// For each matter, each fact as a function of the answers.
type Facts = Vec<Vec<Diagram>>;

impl Compiler<'_> {
    /// The facts of each matter: what is set first counts, then what is given, then the first value.
    fn facts(&mut self, kind: &Kind) -> Facts {
        let mapping = self.mapping;
        let mut all = Vec::new();
        for (ix, matter) in mapping.matters.iter().enumerate() {
            let mut facts = Vec::new();
            for fact in (0..self.law.facts.len() as u8).map(FactIx) {
                let value = |of: &[(FactIx, ValueIx)]| {
                    of.iter().find(|(other, _)| *other == fact).map(|(_, value)| *value)
                };
                let known = (matter.view == View::Me).then(|| value(&kind.facts)).flatten();
                let start = known.or_else(|| value(&matter.given)).unwrap_or(ValueIx(0));
                let mut function = Diagram::result(u32::from(start.0));
                let of_fact = mapping.settings.iter().rev();
                for setting in of_fact.filter(|s| (s.matter, s.fact) == (ix, fact)) {
                    let when = self.diagrams.condition(&setting.when, &mapping.questions);
                    let value = u32::from(setting.value.0);
                    function = self.diagrams.combine(&[when, function], &mut |parts| {
                        if parts[0] == 1 { value } else { parts[1] }
                    });
                }
                facts.push(function);
            }
            all.push(facts);
        }
        all
    }

    /// What all rules of a clause come to, and the rules that may come to something.
    fn clause(
        &mut self,
        clause: ClauseIx,
        kind: &Kind,
        facts: &Facts,
        reached: &mut Vec<Reached>,
    ) -> (Diagram, BTreeSet<usize>) {
        let law = self.law;
        let mut functions = Vec::new();
        let mut of = BTreeSet::new();
        for (ix, rule) in law.rules.iter().enumerate().filter(|(_, rule)| rule.clause == clause) {
            for (matter, facts) in self.mapping.matters.iter().zip(facts) {
                if rule.views.contains(&matter.view) {
                    let function = self.rule(rule, matter.view, facts, self.stands);
                    let holds = self.can_hold(function);
                    if holds {
                        functions.push(function);
                        of.insert(ix);
                    }
                    let (view, people, except) = (matter.view, kind.people, kind.except);
                    if holds || self.could_hold(rule, view, facts) {
                        let only_reopened = !holds;
                        reached.push(Reached { rule: ix, view, people, except, only_reopened });
                    }
                }
            }
        }
        let (diagrams, results) = (&mut self.diagrams, &mut self.results);
        let function = diagrams.combine(&functions, &mut |parts| {
            let mut merged = NOTHING;
            parts.iter().for_each(|part| merged.merge(&results.get(*part).clone()));
            results.number(merged)
        });
        (function, of)
    }

    /// Whether a rule comes to something with some answers.
    fn can_hold(&self, function: Diagram) -> bool {
        function.constant().map(|result| self.results.get(result).state) != Some(State::None)
    }

    /// Whether it would, were all readings open.
    fn could_hold(&mut self, rule: &LawRule, view: View, facts: &[Diagram]) -> bool {
        let open = vec![Stand::Open; self.stands.len()];
        let function = self.rule(rule, view, facts, &open);
        self.can_hold(function)
    }

    /// What a rule comes to in a matter.
    fn rule(&mut self, rule: &LawRule, view: View, facts: &[Diagram], stands: &[Stand]) -> Diagram {
        let Compiler { law, diagrams, results, .. } = self;
        let when = LawCondition::All(law.conditions(rule, view).cloned().collect());
        let mut used: BTreeSet<FactIx> = BTreeSet::new();
        let steps = rule.steps.get(view);
        let of_steps = steps.iter().filter_map(|step| law.step_when.get(step));
        let conditions = [Some(&when), rule.steps_first.as_ref()].into_iter().flatten();
        for condition in conditions.chain(of_steps) {
            condition.for_each_leaf(law, &mut |leaf| {
                if let LawCondition::Fact(fact, _) = leaf {
                    used.insert(*fact);
                }
            });
        }
        let used: Vec<FactIx> = used.into_iter().collect();
        let parts: Vec<Diagram> = used.iter().map(|fact| facts[usize::from(fact.0)]).collect();
        diagrams.combine(&parts, &mut |values| {
            let value = |fact: FactIx| {
                let place = used.iter().position(|other| *other == fact);
                ValueIx(place.map_or(0, |place| values[place] as u8))
            };
            let (state, readings, adopted) = decide(law, stands, &when, &value);
            if state == State::None {
                return results.number(NOTHING);
            }
            let first = rule
                .steps_first
                .as_ref()
                .is_some_and(|condition| holds(law, condition, &value, &|_, _| false));
            let fits = |step: &StepIx| {
                law.step_when
                    .get(step)
                    .is_none_or(|condition| holds(law, condition, &value, &|_, _| false))
            };
            let effect = match (view, first) {
                (View::Me, true) => Effect::StepsFirst,
                (View::Me, false) => rule.effect,
                (View::Ngo | View::Staff, _) => Effect::Expected,
            };
            results.number(Result {
                state,
                effects: BTreeSet::from([effect]),
                reasons: rule.because(view).into_iter().collect(),
                readings,
                adopted,
                steps: steps.iter().copied().filter(|step| fits(step)).collect(),
            })
        })
    }

    /// The rules of the engine for a clause: where it applies and where it may apply.
    fn rules(
        &mut self,
        clause: ClauseIx,
        function: Diagram,
        people: People,
        except: People,
        of: &BTreeSet<usize>,
    ) -> Vec<Compiled> {
        let of: Vec<usize> = of.iter().copied().collect();
        let rules = [State::Applies, State::Open].map(|state| {
            let rule = self.form(clause, function, state, people, except)?;
            Some(Compiled { rule, of: of.clone() })
        });
        rules.into_iter().flatten().collect()
    }

    fn form(
        &mut self,
        clause: ClauseIx,
        function: Diagram,
        state: State,
        people: People,
        except: People,
    ) -> Option<Rule> {
        let Compiler { diagrams, results, mapping, .. } = self;
        let when = diagrams.test(function, &|result| results.get(result).state == state);
        if when == Diagram::NO {
            return None;
        }
        let reached: Vec<&Result> = diagrams
            .results(function)
            .into_iter()
            .map(|result| results.get(result))
            .filter(|result| result.state == state)
            .collect();
        let mut form =
            Form { conditions: Conditions::new(diagrams, mapping), function, when, results };
        Some(Rule {
            clause,
            people,
            except,
            effects: form.parts(&reached, |result| &result.effects),
            reasons: form.parts(&reached, |result| &result.reasons),
            readings: form.parts(&reached, |result| &result.readings),
            adopted: form.parts(&reached, |result| &result.adopted),
            steps: form.parts(&reached, |result| &result.steps),
            when: form.conditions.of(when),
        })
    }
}

/// One of the two rules of a clause while it is written down.
struct Form<'a> {
    conditions: Conditions<'a>,
    function: Diagram,
    when: Diagram,
    results: &'a Results,
}

impl Form<'_> {
    /// Everything of one sort that can belong to the rule, with its condition.
    fn parts<T: Copy + Ord>(
        &mut self,
        reached: &[&Result],
        of: impl Fn(&Result) -> &BTreeSet<T>,
    ) -> Vec<Given<T>> {
        let all: BTreeSet<T> =
            reached.iter().flat_map(|result| of(result).iter().copied()).collect();
        let mut parts = Vec::new();
        for item in all {
            let results = self.results;
            let with = self
                .conditions
                .diagrams
                .test(self.function, &|result| of(results.get(result)).contains(&item));
            parts.push(Given { item, when: self.conditions.within(with, self.when) });
        }
        parts
    }
}

/// Whether a condition holds for these facts however its open readings go, never, or depending on which of them; and on
/// which it would depend had the Company adopted none.
fn decide(
    law: &Law,
    stands: &[Stand],
    when: &LawCondition,
    value: &impl Fn(FactIx) -> ValueIx,
) -> (State, BTreeSet<ReadingIx>, BTreeSet<ReadingIx>) {
    let (state, readings) = turn(law, stands, when, value, true);
    if !stands.iter().any(|stand| matches!(stand, Stand::Adopted(_))) {
        return (state, readings, BTreeSet::new());
    }
    let (_, without) = turn(law, stands, when, value, false);
    let adopted = without
        .into_iter()
        .filter(|reading| matches!(stands[reading.place()], Stand::Adopted(_)))
        .collect();
    (state, readings, adopted)
}

/// As [`decide`], with what the Company adopted taken for settled or for open.
fn turn(
    law: &Law,
    stands: &[Stand],
    when: &LawCondition,
    value: &impl Fn(FactIx) -> ValueIx,
    adopting: bool,
) -> (State, BTreeSet<ReadingIx>) {
    let side = |reading: ReadingIx| match stands[reading.place()] {
        Stand::Settled(side) => Some(side),
        Stand::Adopted(side) if adopting => Some(side),
        Stand::Adopted(_) | Stand::Open => None,
    };
    let mut open: BTreeSet<ReadingIx> = BTreeSet::new();
    undecided(law, when, value, &mut |reading| {
        if side(reading).is_none() {
            open.insert(reading);
        }
    });
    let open: Vec<ReadingIx> = open.into_iter().collect();
    let with = |first: u32| {
        holds(law, when, value, &|reading, wanted| {
            let own = side(reading).unwrap_or_else(|| {
                let place = open.iter().position(|other| *other == reading).unwrap_or_default();
                if first >> place & 1 == 1 { Side::A } else { Side::B }
            });
            own == wanted
        })
    };
    let all: Vec<bool> = (0..1_u32 << open.len()).map(with).collect();
    if all.iter().all(|holds| *holds) {
        return (State::Applies, BTreeSet::new());
    }
    if !all.contains(&true) {
        return (State::None, BTreeSet::new());
    }
    let matters =
        |place: &usize| (0..all.len()).any(|number| all[number] != all[number ^ 1 << place]);
    let readings = (0..open.len()).filter(matters).map(|place| open[place]).collect();
    (State::Open, readings)
}

/// Calls `visit` for the readings in what the facts leave undecided.
fn undecided(
    law: &Law,
    when: &LawCondition,
    value: &impl Fn(FactIx) -> ValueIx,
    visit: &mut impl FnMut(ReadingIx),
) {
    match when {
        LawCondition::All(parts) | LawCondition::Any(parts) => {
            let any = matches!(when, LawCondition::Any(_));
            // A part that decides all by itself leaves nothing of the others.
            let decides = |part: &LawCondition| {
                let under = |reading: bool| holds(law, part, value, &|_, _| reading);
                under(any) == any && under(!any) == any
            };
            if !parts.iter().any(decides) {
                parts.iter().for_each(|part| undecided(law, part, value, visit));
            }
        }
        LawCondition::Element(element) => {
            undecided(law, &law.elements[*element].when, value, visit);
        }
        LawCondition::Reading(reading, _) => visit(*reading),
        LawCondition::Fact(..) | LawCondition::Not(_) => {}
    }
}

/// Whether a condition holds for these facts and readings.
fn holds(
    law: &Law,
    when: &LawCondition,
    value: &impl Fn(FactIx) -> ValueIx,
    reading: &impl Fn(ReadingIx, Side) -> bool,
) -> bool {
    let part = |part: &LawCondition| holds(law, part, value, reading);
    match when {
        LawCondition::All(parts) => parts.iter().all(part),
        LawCondition::Any(parts) => parts.iter().any(part),
        LawCondition::Not(inner) => !part(inner),
        LawCondition::Fact(fact, values) => values.contains(value(*fact)),
        LawCondition::Reading(ix, side) => reading(*ix, *side),
        LawCondition::Element(element) => part(&law.elements[*element].when),
    }
}

/// What a rule of the law gives to each view: none of its steps may be forgotten.
pub(crate) fn all_steps(steps: &PerView<Vec<StepIx>>) -> impl Iterator<Item = StepIx> + '_ {
    View::ALL.into_iter().flat_map(|view| steps.get(view).iter().copied())
}
