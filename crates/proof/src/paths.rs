//! Proves properties of all answers, in every situation, for every combination of people.
//!
//! The conditions of the engine's rules are converted back into decision diagrams ([`functions`]). These show for all
//! answers at once whether a rule can hold, what an answer changes and which headlines are possible, without
//! following each path.
//!
//! One situation at a time is enough, although people can select several: a rule uses only answers to questions of
//! its own situation, and by the properties of the engine (`crates/core/tests/laws.rs`) its truth does not depend on
//! what else is asked. `tests/shipped.rs` tests how the engine merges several rules of one clause, and several
//! situations, with every pair of worked cases of the same people.
//!
//! The proof shows that each rule can hold, each assessed clause and each headline is reached, each question and each
//! choice changes something, no path is too long, each result has something to show, and an NGO is told only what
//! staff owe it. Properties that do not depend on answers (effects by kind, open wording, quotations, words that
//! acquit or accuse) are checked in `adal-content` when the content is read. That “not sure” leaves nothing open if
//! every possible answer gives the same result is a property of the compiler, and tested there.

mod choices;
mod functions;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use adal_content::{Commonest, Loaded, Problem, Problems, Worded, list};
use adal_core::{
    Answer, Case, Check, ChoiceIx, ClauseIx, Content, Effect, Headline, People, QuestionIx,
    Remaining, RuleIx, SituationIx, Truth,
};

use crate::people::kinds_of_people;
use choices::Choices;
use functions::Functions;

/// The maximum number of questions that is fair to ask.
const LONGEST_PATH: usize = 8;

/// What was covered, and what does not hold.
#[derive(Debug)]
pub struct Proof {
    /// The situations in the order of the start page.
    pub situations: Vec<SituationProof>,
    /// The headlines that occur, strongest first.
    pub headlines: Vec<&'static str>,
    /// Question, choice, and the choice that it is declared to be the same as.
    pub same_as: Vec<[String; 3]>,
    /// How many answers lead to the headline of the most common case.
    pub commonest: Option<usize>,
    /// How long it took.
    pub time: Duration,
    /// What does not hold.
    pub problems: Problems,
    /// What does not hold because the Company adopted readings, and needs no remedy: two choices that come to the same,
    /// a question that no longer matters.
    pub hints: Problems,
}

/// What was covered in one situation.
#[derive(Debug)]
pub struct SituationProof {
    /// The situation.
    pub id: String,
    /// The combinations of people who see it, grouped by the rules that concern them.
    pub kinds: Vec<Vec<People>>,
    /// The number of questions, and so the maximum on any path.
    pub questions: usize,
    /// How many clauses it can find.
    pub clauses: usize,
    /// How many rules of the engine it has.
    pub rules: usize,
}

/// Proves the content.
pub fn prove(loaded: &Loaded) -> Proof {
    proof(loaded, None)
}

/// What is wrong with content in which nothing is adopted and could as well follow from an adoption.
#[derive(Debug)]
pub struct Unadopted(BTreeSet<(String, String)>);

impl Unadopted {
    /// What is wrong with this content; see [`adal_content::load_unadopted`].
    pub fn new(loaded: &Loaded) -> Unadopted {
        Unadopted(proved(loaded).follows.iter().map(told).collect())
    }
}

/// As [`prove`], for content with readings that the Company adopted, compared with the same without adoptions.
///
/// An adoption takes doubts away, and with them differences: what a choice leads to, what a question is asked for. Where
/// that is all that is wrong, it is a hint and no problem.
pub fn prove_adopted(loaded: &Loaded, unadopted: &Unadopted) -> Proof {
    proof(loaded, Some(unadopted))
}

fn proof(loaded: &Loaded, unadopted: Option<&Unadopted>) -> Proof {
    let start = Instant::now();
    let Proved { situations, seen, commonest, mut problems, follows, stale } = proved(loaded);
    let mut hints = Problems::default();
    match unadopted {
        None => {
            problems.append(follows);
            problems.append(stale);
        }
        Some(Unadopted(before)) => {
            hints.append(stale);
            for problem in follows.iter() {
                let was_there = before.contains(&told(problem));
                (if was_there { &mut problems } else { &mut hints }).push(problem.clone());
            }
        }
    }
    problems.sort();
    hints.sort();
    Proof {
        situations,
        headlines: seen.headlines.iter().map(|headline| headline.word()).collect(),
        same_as: declared_same(loaded),
        commonest,
        time: start.elapsed(),
        problems,
        hints,
    }
}

fn told(problem: &Problem) -> (String, String) {
    (problem.place.to_string(), problem.message.clone())
}

/// What was followed.
struct Proved {
    situations: Vec<SituationProof>,
    seen: Seen,
    commonest: Option<usize>,
    /// What is wrong whatever is adopted.
    problems: Problems,
    /// What can follow from an adoption.
    follows: Problems,
    /// Choices that are said to be the same and are not: an adoption can tell them apart.
    stale: Problems,
}

fn proved(loaded: &Loaded) -> Proved {
    let content = &loaded.content;
    let mut proof = Proving {
        loaded,
        problems: Problems::default(),
        follows: Problems::default(),
        stale: Problems::default(),
        seen: Seen::default(),
    };
    let kinds = kinds_of_people(content);
    let situations = (0_u8..)
        .map(SituationIx)
        .zip(&content.situations)
        .map(|(ix, _)| proof.situation(ix, &kinds))
        .collect();
    proof.rules();
    proof.questions();
    proof.coverage();
    proof.headlines();
    let commonest = proof.commonest();
    let Proving { problems, follows, stale, seen, .. } = proof;
    Proved { situations, seen, commonest, problems, follows, stale }
}

struct Proving<'a> {
    loaded: &'a Loaded,
    problems: Problems,
    /// What can follow from an adoption.
    follows: Problems,
    /// Choices that are said to be the same and are not.
    stale: Problems,
    seen: Seen,
}

/// What was found in any situation.
#[derive(Default)]
struct Seen {
    /// Rules that can hold.
    held: BTreeSet<RuleIx>,
    /// What the answers change.
    choices: Choices,
    headlines: BTreeSet<Headline>,
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
        for (rules, group) in &groups {
            let mut functions = Functions::new(content, situation, rules);
            self.seen.held.extend(functions.hold());
            self.seen.headlines.extend(functions.headlines());
            functions.questions(&mut self.seen.choices);
            self.owed(group, rules);
            self.something_to_say(situation, group, rules);
        }
        self.size(situation);
        let kinds = groups.into_iter().map(|(_, kinds)| kinds).collect();
        let shown = &content[situation];
        let clauses: BTreeSet<ClauseIx> =
            shown.rules.iter().map(|rule| content[*rule].clause).collect();
        SituationProof {
            id: shown.id.clone(),
            kinds,
            questions: shown.questions.len(),
            clauses: clauses.len(),
            rules: shown.rules.len(),
        }
    }

    /// A path asks each question of its situation at most once.
    fn size(&mut self, situation: SituationIx) {
        let questions = self.loaded.content[situation].questions.len();
        if questions > LONGEST_PATH {
            let message = format!("{questions} questions, more than {LONGEST_PATH}");
            self.problems
                .add(&self.loaded.origins.situations[situation.place()], message)
                .help("ask less, or make two situations of it");
        }
    }

    /// Everyone who sees a situation gets something from it: each clause has a step, and if nothing is triggered
    /// there are reminders.
    fn something_to_say(&mut self, situation: SituationIx, group: &[People], rules: &[RuleIx]) {
        let content = &self.loaded.content;
        let shown = &content[situation];
        let place = &self.loaded.origins.situations[situation.place()];
        if rules.is_empty() && !shown.questions.is_empty() {
            let people: Vec<&str> = group.iter().flat_map(|people| ids(content, *people)).collect();
            let message = format!("no rule here concerns {}, who sees it", list(&people));
            self.follows.add(place, message).help("set facts of the matter, or correct `people`");
        }
        if shown.reminders.is_empty() {
            self.problems
                .add(place, "no reminder is listed to show where nothing is triggered")
                .help("list a clause under `reminders`");
        }
        for rule in rules.iter().filter(|rule| content[**rule].steps.is_empty()) {
            self.problems
                .add(
                    &self.loaded.origins.rules[rule.place()],
                    "a clause is found, but there is no step",
                )
                .help("give the rule a step, or advice");
        }
    }

    /// The minimum number of answers, with the first ones given, after which something is prohibited in the most
    /// common case.
    fn commonest_answers(&self) -> Option<usize> {
        let content = &self.loaded.content;
        let Commonest { person, situation, question, choice, .. } = self.loaded.declared.commonest;
        let people = People::NOBODY.with(person);
        let mut left = Remaining::new(content, &case(people, situation));
        left.answer(question, Answer::Choice(choice));
        let order = &content[situation].questions;
        (1..=LONGEST_PATH).find(|answers| prohibits_after(content, order, &left, answers - 1))
    }

    fn rules(&mut self) {
        let content = &self.loaded.content;
        for (ix, rule) in (0_u16..).map(RuleIx).zip(&content.rules) {
            let place = &self.loaded.origins.rules[ix.place()];
            let clause = &content[rule.clause].id;
            if !self.seen.held.contains(&ix) {
                self.follows
                    .add(place, format!("no answers make this rule of `{clause}` hold"))
                    .help("nobody whom it concerns can give the answers that it needs");
            }
        }
    }

    /// An NGO has no duties of its own.
    fn owed(&mut self, group: &[People], rules: &[RuleIx]) {
        let content = &self.loaded.content;
        let outside = self.loaded.declared.outside;
        for people in group.iter().filter(|people| people.contains(outside)) {
            for rule in rules {
                let effects = &content[*rule].effects;
                let other = effects.iter().find(|effect| effect.item != Effect::Expected);
                if let Some(other) = other {
                    let people = list(&ids(content, *people));
                    let message = format!("`{}` cannot be said to {people}", other.item.word());
                    self.problems
                        .add(&self.loaded.origins.rules[rule.place()], message)
                        .help(format!("what is said to {people} is `expected` of staff"));
                }
            }
        }
    }

    fn questions(&mut self) {
        let content = &self.loaded.content;
        for shown in &content.situations {
            for question in &shown.questions {
                let id = &content[*question].id;
                if self.seen.choices.matters(*question) {
                    continue;
                }
                let message = format!("the answer to `{id}` changes nothing in `{}`", shown.id);
                let place = &self.loaded.origins.questions[question.place()];
                self.follows.add(place, message).help(
                    "let a choice set a fact that the rules of law/ read, or take the question out",
                );
            }
        }
        self.seen.choices.check(self.loaded, &mut self.follows, &mut self.stale);
    }

    /// Every assessed clause must be reached, or be in the list of unfinished clauses.
    fn coverage(&mut self) {
        let content = &self.loaded.content;
        let reached: BTreeSet<ClauseIx> =
            self.seen.held.iter().map(|rule| content[*rule].clause).collect();
        let unfinished = self.loaded.unfinished.as_ref().map_or(&[][..], |list| &list.clauses);
        for (ix, clause) in (0_u8..).map(ClauseIx).zip(&content.clauses) {
            let listed = unfinished.iter().any(|(listed, _)| *listed == ix);
            if clause.check == Check::Assessed && !reached.contains(&ix) && !listed {
                let place = &self.loaded.origins.clauses[ix.place()];
                self.follows
                    .add(place, format!("no answers lead to clause `{}`", clause.id))
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

    /// Every headline must be the result of some answers.
    fn headlines(&mut self) {
        let all = Headline::WORDS.iter().map(|(_, headline)| *headline);
        let missing = all.filter(|headline| !self.seen.headlines.contains(headline));
        let missing: Vec<&str> = missing.map(|headline| headline.word()).collect();
        if let Some(place) = self.loaded.origins.clauses.first()
            && !missing.is_empty()
            && self.loaded.unfinished.is_none()
        {
            self.follows
                .add(place, format!("no answers lead to the headline {}", list(&missing)))
                .help("write a rule of law/ that can settle it, and a situation that asks for its facts");
        }
    }

    fn commonest(&mut self) -> Option<usize> {
        let content = &self.loaded.content;
        let Commonest { situation, question, choice, answers: most, .. } =
            self.loaded.declared.commonest;
        let answers = self.commonest_answers();
        let question = &content[question];
        let (question, choice) = (&question.id, &question.choices[choice.place()].id);
        let (message, help) = match answers {
            Some(answers) if answers <= most => return Some(answers),
            Some(answers) => {
                let message = format!(
                    "with `{question} is {choice}` the headline needs {answers} answers, more \
                     than {most}"
                );
                (message, "this is the commonest case of all: ask less before it is decided")
            }
            None => {
                let message = format!("with `{question} is {choice}` nothing is ever prohibited");
                (message, "this is the commonest case of all: a clause must prohibit it")
            }
        };
        let place = &self.loaded.origins.situations[situation.place()];
        self.follows.add(place, message).help(help);
        answers
    }
}

/// Whether something can be prohibited after this many more answers.
fn prohibits_after(
    content: &Content,
    order: &[QuestionIx],
    left: &Remaining,
    answers: usize,
) -> bool {
    let prohibits =
        |(rule, truth): (RuleIx, Truth)| truth == Truth::Yes && content[rule].can_prohibit();
    if left.rules().any(prohibits) {
        return true;
    }
    let needed = left.needed();
    let next = order.iter().copied().find(|question| needed.contains(question));
    let Some(question) = next.filter(|_| answers > 0) else { return false };
    (0..content[question].choices.len() as u8).map(ChoiceIx).any(|choice| {
        let mut left = left.clone();
        left.answer(question, Answer::Choice(choice));
        prohibits_after(content, order, &left, answers - 1)
    })
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
