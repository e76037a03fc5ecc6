//! Follows the interview with each choice and with "not sure", down to every end.

use std::collections::{BTreeMap, BTreeSet};

use adal_core::{
    Answer, Answers, Case, ChoiceIx, ClauseIx, Content, Effect, Headline, QuestionIx, Reading, RuleIx,
    State, Truth, interview, outcomes,
};

use super::choices::Choices;
use super::ends::{End, Told};
use super::in_words;
use crate::expression::constant;
use crate::loaded::Loaded;
use crate::problem::Problems;

/// What was found on all paths.
#[derive(Debug, Default)]
pub(super) struct Ends {
    pub(super) ends: usize,
    pub(super) longest: usize,
    pub(super) held: BTreeSet<RuleIx>,
    pub(super) failed: BTreeSet<RuleIx>,
    /// The questions that were asked, and which of their choices led apart.
    pub(super) choices: Choices,
    /// How many ends have each headline.
    pub(super) headlines: BTreeMap<Headline, usize>,
    /// The fewest answers, this one among them, after which something is prohibited.
    pub(super) first_prohibited: BTreeMap<(QuestionIx, ChoiceIx), usize>,
}

/// A decision tree by two numbers: trees with the same number come to the same ends for all real answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tree {
    /// The same rules hold: the same words are shown.
    pub(super) words: usize,
    /// The same clauses apply or may apply: it is the same for the Standard.
    pub(super) outcomes: usize,
}

/// What a tree is made of; a question that changes nothing is left out.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    /// What became of each rule.
    Rules(Vec<Truth3>),
    /// What became of each clause.
    Clauses(Vec<(ClauseIx, State, Effect)>),
    Branches(QuestionIx, Vec<usize>),
}

/// [`Truth`] as a number, which can be put in order.
type Truth3 = u8;

/// A walk over all paths of people who have the same rules in a situation.
pub(super) struct Walk<'a> {
    loaded: &'a Loaded,
    case: Case,
    rules: &'a [RuleIx],
    most_ends: usize,
    /// The questions of each rule.
    questions: Vec<Vec<QuestionIx>>,
    found: Ends,
    shapes: BTreeMap<Shape, usize>,
    /// For each rule the answers that left it open, so that each is looked at once.
    left_open: BTreeSet<(RuleIx, Vec<(QuestionIx, Answer)>)>,
    /// Rules of which it was said that they are left open without need.
    told: BTreeSet<RuleIx>,
    told_of_ends: Told,
    problems: Problems,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        loaded: &'a Loaded,
        case: Case,
        rules: &'a [RuleIx],
        most_ends: usize,
    ) -> Self {
        Walk {
            loaded,
            case,
            rules,
            most_ends,
            questions: rules.iter().map(|rule| questions_of(&loaded.content, *rule)).collect(),
            found: Ends::default(),
            shapes: BTreeMap::new(),
            left_open: BTreeSet::new(),
            told: BTreeSet::new(),
            told_of_ends: Told::default(),
            problems: Problems::default(),
        }
    }

    /// Follows all paths.
    pub(super) fn all(mut self, problems: &mut Problems) -> Ends {
        self.visit(usize::MAX);
        problems.append(self.problems);
        self.found
    }

    fn visit(&mut self, left_before: usize) -> Tree {
        let stands = interview(&self.loaded.content, &self.case);
        if stands.at_most_left >= left_before {
            let left = stands.at_most_left;
            self.wrong(&format!("after {} at most {left} questions are left", self.path()));
        }
        let truths = self.truths(&stands.live);
        self.no_needless_doubt(&truths);
        self.note_prohibited(&truths);
        match stands.next {
            Some(_) if self.found.ends > self.most_ends => Tree::default(),
            Some(question) => self.branch(question, stands.at_most_left),
            None => self.end(&truths, &stands.live),
        }
    }

    fn branch(&mut self, question: QuestionIx, left: usize) -> Tree {
        let choices = self.loaded.content[question].choices.len() as u8;
        let real = (0..choices).map(ChoiceIx).map(Answer::Choice);
        let mut trees: Vec<Tree> = Vec::new();
        for answer in real.chain([Answer::NotSure]) {
            self.case.answers.insert(question, answer);
            trees.push(self.visit(left));
        }
        self.case.answers.remove(&question);
        // Whether an answer changes something is asked of real answers: "not sure" leaves rules open by itself.
        trees.pop();
        self.found.choices.note(question, &trees);
        Tree {
            words: self.branches(question, trees.iter().map(|tree| tree.words).collect()),
            outcomes: self.branches(question, trees.iter().map(|tree| tree.outcomes).collect()),
        }
    }

    fn branches(&mut self, question: QuestionIx, trees: Vec<usize>) -> usize {
        match trees.first() {
            Some(first) if trees.iter().all(|tree| tree == first) => *first,
            _ => self.number(Shape::Branches(question, trees)),
        }
    }

    fn end(&mut self, truths: &[Truth], live: &Answers) -> Tree {
        let Walk { loaded, case, rules, .. } = self;
        let end = End { loaded, case, rules, truths, live };
        end.check(&mut self.told_of_ends, &mut self.problems);
        *self.found.headlines.entry(end.headline()).or_default() += 1;
        self.found.ends += 1;
        self.found.longest = self.found.longest.max(self.case.answers.len());
        for (rule, truth) in self.rules.iter().zip(truths) {
            match truth {
                Truth::Yes => drop(self.found.held.insert(*rule)),
                Truth::No => drop(self.found.failed.insert(*rule)),
                Truth::Unknown => {}
            }
        }
        let clauses = outcomes(&self.loaded.content, &self.case, live);
        Tree {
            words: self
                .number(Shape::Rules(truths.iter().map(|truth| *truth as Truth3).collect())),
            outcomes: self.number(Shape::Clauses(clauses)),
        }
    }

    fn truths(&self, live: &Answers) -> Vec<Truth> {
        let rules = self.rules.iter();
        rules.map(|rule| self.loaded.content[*rule].when.truth(live)).collect()
    }

    /// A rule must not be left open by "not sure" where every real answer would decide it in the same way.
    fn no_needless_doubt(&mut self, truths: &[Truth]) {
        let content = &self.loaded.content;
        for ((rule, questions), truth) in self.rules.iter().zip(&self.questions).zip(truths) {
            if *truth != Truth::Unknown || self.told.contains(rule) {
                continue;
            }
            let answers = &self.case.answers;
            let own: Vec<(QuestionIx, Answer)> =
                questions.iter().filter_map(|q| Some((*q, *answers.get(q)?))).collect();
            if !self.left_open.insert((*rule, own.clone())) {
                continue;
            }
            let left = content[*rule].when.remaining(&own.iter().copied().collect());
            let choices = |question: QuestionIx| content[question].choices.len() as u8;
            if let Some(holds) = constant(&left, &choices) {
                self.told.insert(*rule);
                let (known, value) =
                    (in_words(content, &own), if holds { "holds" } else { "fails" });
                self.problems
                    .add(
                        &self.loaded.origins.rules[rule.place()],
                        format!("with {known} this rule {value} in any case, but stays open"),
                    )
                    .help("say the condition so that it does not need the answer that is missing");
            }
        }
    }

    fn note_prohibited(&mut self, truths: &[Truth]) {
        let prohibited = self.rules.iter().zip(truths).any(|(rule, truth)| {
            let rule = &self.loaded.content[*rule];
            *truth == Truth::Yes
                && rule.effect == Effect::Prohibited
                && rule.reading == Reading::Settled
        });
        if !prohibited {
            return;
        }
        let answers = self.case.answers.len();
        for (question, answer) in &self.case.answers {
            if let Answer::Choice(choice) = answer {
                let fewest = self.found.first_prohibited.entry((*question, *choice));
                fewest.and_modify(|fewest| *fewest = (*fewest).min(answers)).or_insert(answers);
            }
        }
    }

    fn number(&mut self, shape: Shape) -> usize {
        let next = self.shapes.len();
        *self.shapes.entry(shape).or_insert(next)
    }

    fn path(&self) -> String {
        let answers: Vec<_> = self.case.answers.iter().map(|(q, a)| (*q, *a)).collect();
        in_words(&self.loaded.content, &answers)
    }

    fn wrong(&mut self, message: &str) {
        for situation in &self.case.situations {
            self.problems.add(&self.loaded.origins.situations[situation.place()], message);
        }
    }
}

fn questions_of(content: &Content, rule: RuleIx) -> Vec<QuestionIx> {
    let mut questions = BTreeSet::new();
    content[rule].when.for_each_question(&mut |question| {
        questions.insert(question);
    });
    questions.into_iter().collect()
}
