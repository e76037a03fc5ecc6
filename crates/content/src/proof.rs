//! Follows every answer path of every situation for every kind of person, and proves what must hold on all of them.

mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use adal_core::{Case, Check, ClauseIx, Effect, People, QuestionIx, RuleIx, SituationIx};

use crate::cases::kinds_of_people;
use crate::check::{NGO, effects};
use crate::loaded::Loaded;
use crate::problem::Problems;
use crate::raw::Worded;
use walk::{Ends, Walk};

/// The longest path that is fair to ask of a person.
const LONGEST_PATH: usize = 8;

/// More ends than this cannot be followed in a reasonable time, and nobody could read their table.
const MOST_ENDS: usize = 200_000;

/// The commonest case, a gift from an NGO to an employee, has its headline after so many answers.
const COMMONEST: Commonest =
    Commonest { person: "employee", situation: "gift", question: "gift-from", choice: "ngo" };
const COMMONEST_ANSWERS: usize = 3;

struct Commonest {
    person: &'static str,
    situation: &'static str,
    question: &'static str,
    choice: &'static str,
}

/// What was followed, and what does not hold.
#[derive(Debug)]
pub struct Proof {
    /// The situations in the order of the start page.
    pub situations: Vec<SituationProof>,
    /// How many answers lead to the headline of the commonest case.
    pub commonest: Option<usize>,
    /// How long it took.
    pub time: Duration,
    /// What does not hold.
    pub problems: Problems,
}

/// What was followed of one situation.
#[derive(Debug)]
pub struct SituationProof {
    /// The situation.
    pub id: String,
    /// The kinds of people who see it, those with the same rules together.
    pub kinds: Vec<Vec<People>>,
    /// The ends of all paths.
    pub ends: usize,
    /// The most questions on a path.
    pub longest: usize,
}

/// Follows every path and collects what does not hold.
pub fn prove(loaded: &Loaded) -> Proof {
    prove_within(loaded, MOST_ENDS)
}

/// As [`prove`], with another limit to the ends of the paths of one situation.
pub fn prove_within(loaded: &Loaded, most_ends: usize) -> Proof {
    let start = Instant::now();
    let problems = Problems::default();
    let mut proof = Proving { loaded, most_ends, problems, seen: Seen::default() };
    let content = &loaded.content;
    let kinds = kinds_of_people(content);
    let situations = (0_u8..)
        .map(SituationIx)
        .zip(&content.situations)
        .map(|(ix, _)| proof.situation(ix, &kinds))
        .collect();
    proof.rules();
    proof.questions();
    proof.coverage();
    let commonest = proof.seen.commonest;
    proof.commonest();
    let mut problems = proof.problems;
    problems.sort();
    Proof { situations, commonest, time: start.elapsed(), problems }
}

struct Proving<'a> {
    loaded: &'a Loaded,
    most_ends: usize,
    problems: Problems,
    seen: Seen,
}

/// What was seen on any path.
#[derive(Default)]
struct Seen {
    /// Rules that held at some end, and rules that failed at some end.
    held: BTreeSet<RuleIx>,
    failed: BTreeSet<RuleIx>,
    /// For each situation and question that was asked there, whether it ever changed something.
    asked: BTreeMap<(SituationIx, QuestionIx), bool>,
    commonest: Option<usize>,
}

impl Proving<'_> {
    fn situation(&mut self, situation: SituationIx, kinds: &[People]) -> SituationProof {
        let content = &self.loaded.content;
        let mut groups: Vec<(Vec<RuleIx>, Vec<People>)> = Vec::new();
        for people in kinds {
            if !content.situations_for(*people).any(|seen| seen == situation) {
                continue;
            }
            let case = case(*people, situation);
            let rules: Vec<RuleIx> = content.rules_for(&case).collect();
            match groups.iter_mut().find(|(known, _)| *known == rules) {
                Some((_, group)) => group.push(*people),
                None => groups.push((rules, vec![*people])),
            }
        }
        let (mut ends, mut longest) = (0, 0);
        for (rules, group) in &groups {
            let found = self.group(situation, rules, group);
            ends += found.ends;
            longest = longest.max(found.longest);
        }
        self.sizes(situation, ends, longest);
        let kinds = groups.into_iter().map(|(_, kinds)| kinds).collect();
        SituationProof { id: content[situation].id.clone(), kinds, ends, longest }
    }

    fn sizes(&mut self, situation: SituationIx, ends: usize, longest: usize) {
        let place = &self.loaded.origins.situations[situation.place()];
        let help = "ask less, or make two situations of it";
        if ends > self.most_ends {
            let message = format!("more than {} ends: not all paths were followed", self.most_ends);
            self.problems.add(place, message).help(help);
        }
        if longest > LONGEST_PATH {
            let message = format!("a path of {longest} questions, more than {LONGEST_PATH}");
            self.problems.add(place, message).help(help);
        }
    }

    /// Follows the paths of people who have the same rules.
    fn group(&mut self, situation: SituationIx, rules: &[RuleIx], group: &[People]) -> Ends {
        let Some(people) = group.first() else { return Ends::default() };
        let walk = Walk::new(self.loaded, case(*people, situation), rules, self.most_ends);
        let found = walk.all(&mut self.problems);
        self.seen.held.extend(&found.held);
        self.seen.failed.extend(&found.failed);
        for (question, changes) in &found.asked {
            *self.seen.asked.entry((situation, *question)).or_default() |= *changes;
        }
        self.note_commonest(situation, group, &found);
        found
    }

    fn note_commonest(&mut self, situation: SituationIx, group: &[People], found: &Ends) {
        let content = &self.loaded.content;
        let employee = content.people.iter().position(|p| p.id == COMMONEST.person);
        let of_employee = group
            .iter()
            .any(|people| people.iter().map(|person| Some(person.place())).eq([employee]));
        if content[situation].id == COMMONEST.situation && of_employee {
            let answers = found.first_prohibited.iter().filter(|((question, choice), _)| {
                let question = &content[*question];
                question.id == COMMONEST.question
                    && question.choices[choice.place()].id == COMMONEST.choice
            });
            self.seen.commonest = answers.map(|(_, answers)| *answers).min();
        }
    }

    fn rules(&mut self) {
        let content = &self.loaded.content;
        for (ix, rule) in (0_u16..).map(RuleIx).zip(&content.rules) {
            let place = &self.loaded.origins.rules[ix.place()];
            let clause = &content[rule.clause].id;
            if !self.seen.held.contains(&ix) {
                self.problems
                    .add(place, format!("on no path does this rule of `{clause}` hold"))
                    .help("nobody whom it concerns can give the answers that it needs");
            } else if !self.seen.failed.contains(&ix) {
                self.problems
                    .add(place, format!("this rule of `{clause}` holds on every path"))
                    .help("a rule must depend on an answer; a reminder needs no rule");
            }
            let expected = content.concerned(rule.people).iter().all(|p| content[p].id == NGO);
            let fits = effects(content[rule.clause].kind).contains(&rule.effect);
            if !fits || (rule.effect == Effect::Expected) != expected {
                let effect = rule.effect.word();
                self.problems
                    .add(place, format!("`{effect}` does not fit `{clause}` or its people"));
            }
        }
    }

    fn questions(&mut self) {
        let content = &self.loaded.content;
        for (situation, shown) in (0_u8..).map(SituationIx).zip(&content.situations) {
            for question in &shown.questions {
                let id = &content[*question].id;
                let message = match self.seen.asked.get(&(situation, *question)) {
                    Some(true) => continue,
                    Some(false) => {
                        format!("the answer to `{id}` changes nothing in `{}`", shown.id)
                    }
                    None => format!("`{id}` is never asked in `{}`", shown.id),
                };
                let place = &self.loaded.origins.questions[question.place()];
                self.problems.add(place, message).help("use it in a condition, or take it out");
            }
        }
    }

    /// Every assessed clause must be found by some path, or stand in the list of those that are still to do.
    fn coverage(&mut self) {
        let content = &self.loaded.content;
        let reached: BTreeSet<ClauseIx> =
            self.seen.held.iter().map(|rule| content[*rule].clause).collect();
        let unfinished = self.loaded.unfinished.as_ref().map_or(&[][..], |list| &list.clauses);
        for (ix, clause) in (0_u8..).map(ClauseIx).zip(&content.clauses) {
            let listed = unfinished.iter().any(|(listed, _)| *listed == ix);
            if clause.check == Check::Assessed && !reached.contains(&ix) && !listed {
                let place = &self.loaded.origins.clauses[ix.place()];
                self.problems
                    .add(place, format!("no path reaches clause `{}`", clause.id))
                    .help("write a rule for it, or make it a reminder");
            }
        }
        for (clause, place) in unfinished {
            let id = &content[*clause].id;
            if reached.contains(clause) {
                self.problems
                    .add(place, format!("clause `{id}` is covered by now"))
                    .help("take it out of this list");
            } else if content[*clause].check != Check::Assessed {
                self.problems
                    .add(place, format!("clause `{id}` is not assessed"))
                    .help("take it out of this list");
            }
        }
    }

    fn commonest(&mut self) {
        let content = &self.loaded.content;
        let found = content.situations.iter().position(|s| s.id == COMMONEST.situation);
        let Some(situation) = found else { return };
        let Commonest { question, choice, .. } = COMMONEST;
        let message = match self.seen.commonest {
            Some(answers) if answers <= COMMONEST_ANSWERS => return,
            Some(answers) => format!(
                "with `{question} is {choice}` the headline needs {answers} answers, more than \
                 {COMMONEST_ANSWERS}"
            ),
            None => format!("with `{question} is {choice}` nothing is ever prohibited"),
        };
        let place = &self.loaded.origins.situations[situation];
        self.problems.add(place, message).help("this is the commonest case of all");
    }
}

/// A case before its first answer.
fn case(people: People, situation: SituationIx) -> Case {
    Case { people, situations: vec![situation], ..Case::default() }
}
