//! Follows every answer path of every situation for every kind of person, and proves what must hold on all of them.
//!
//! One situation at a time is enough, although people combine them: a rule reads only the answers to the questions of
//! its own situation, and by the laws of the engine (`crates/core/tests/laws.rs`) its truth does not depend on what else
//! is asked; so in any combination each rule ends as it ends in some end seen here. What the engine then makes of several
//! rules of one clause, and of several situations, `tests/shipped.rs` tries on each two worked cases of the same people.
//!
//! Here is proved that each rule holds on some path, each assessed clause is reached, each question and
//! each choice changes something, no path is too long, each end has something to show, nothing stays open where every
//! completion agrees, and an NGO is told what staff owe it and nothing else. What needs no path (effects by kind, open
//! wordings, quotations, words that acquit or accuse) is checked when the content is read, in `adal-content`.

mod choices;
mod ends;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use adal_content::{Loaded, NGO, Problems, Worded, list};
use adal_core::{
    Answer, Case, Check, ChoiceIx, ClauseIx, Content, Effect, Headline, People, QuestionIx, RuleIx,
    SituationIx,
};

use crate::people::kinds_of_people;
use choices::Choices;
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
    /// How many ends have each headline, strongest first.
    pub headlines: Vec<(&'static str, usize)>,
    /// Question, choice, and the choice that it is declared to be the same as for the Standard.
    pub same_as: Vec<[String; 3]>,
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
    proof.commonest();
    let Proving { mut problems, seen, .. } = proof;
    problems.sort();
    Proof {
        situations,
        headlines: seen.headlines.iter().map(|(headline, ends)| (headline.word(), *ends)).collect(),
        same_as: declared_same(loaded),
        commonest: seen.commonest,
        time: start.elapsed(),
        problems,
    }
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
    /// Rules that held at some end.
    held: BTreeSet<RuleIx>,
    /// The questions that were asked in each situation.
    choices: BTreeMap<SituationIx, Choices>,
    headlines: BTreeMap<Headline, usize>,
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
        self.seen.choices.entry(situation).or_default().append(&found.choices);
        for (headline, ends) in &found.headlines {
            *self.seen.headlines.entry(*headline).or_default() += ends;
        }
        self.owed(group, rules);
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
            }
        }
    }

    /// An NGO has no duty of its own, and staff are told what they must do, not what others may expect.
    fn owed(&mut self, group: &[People], rules: &[RuleIx]) {
        let content = &self.loaded.content;
        for people in group {
            let is_ngo = people.iter().any(|person| content[person].id == NGO);
            for rule in rules {
                let effect = content[*rule].effect;
                if is_ngo != (effect == Effect::Expected) {
                    let people = list(&ids(content, *people));
                    let message = format!("`{}` is no effect for {people}", effect.word());
                    self.problems
                        .add(&self.loaded.origins.rules[rule.place()], message)
                        .help(format!("`expected` is for `{NGO}`; see `includes` in people.toml"));
                }
            }
        }
    }

    fn questions(&mut self) {
        let content = &self.loaded.content;
        for (situation, shown) in (0_u8..).map(SituationIx).zip(&content.situations) {
            for question in &shown.questions {
                let id = &content[*question].id;
                let seen = self.seen.choices.get(&situation);
                let message = match seen.and_then(|choices| choices.changes(*question)) {
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
        let mut everywhere = Choices::default();
        self.seen.choices.values().for_each(|choices| everywhere.append(choices));
        everywhere.check(self.loaded, &mut self.problems);
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

fn declared_same(loaded: &Loaded) -> Vec<[String; 3]> {
    let declared = loaded.declared.same_as.iter();
    declared
        .map(|((question, choice), (same, _))| {
            let question = &loaded.content[*question];
            let id = |choice: &ChoiceIx| question.choices[choice.place()].id.clone();
            [question.id.clone(), id(choice), id(same)]
        })
        .collect()
}

/// The ids of these people.
fn ids(content: &Content, people: People) -> Vec<&str> {
    people.iter().map(|person| content[person].id.as_str()).collect()
}

/// Answers as a person would write them: `gift-from is ngo, gift-link is not-sure`.
fn in_words(content: &Content, answers: &[(QuestionIx, Answer)]) -> String {
    let words: Vec<String> = answers
        .iter()
        .map(|(question, answer)| {
            let question = &content[*question];
            let choice = match answer {
                Answer::Choice(choice) => question.choices[choice.place()].id.as_str(),
                Answer::NotSure => "not-sure",
            };
            format!("`{} is {choice}`", question.id)
        })
        .collect();
    if words.is_empty() { "no answer yet".to_owned() } else { words.join(", ") }
}
