//! Follows the interview with each choice and with "not sure", down to every end.

use std::collections::{BTreeMap, BTreeSet};

use adal_content::{Loaded, Problems, constant};
use adal_core::{
    Answer, Answers, Case, ChoiceIx, ClauseIx, Condition, Content, Effect, Headline, QuestionIx,
    Reading, RuleIx, State, Truth, interview, outcomes,
};

use super::choices::{Choices, Tree};
use super::ends::{End, Told};
use super::in_words;

/// What was found on all paths.
#[derive(Debug, Default)]
pub(super) struct Ends {
    pub(super) ends: usize,
    pub(super) longest: usize,
    pub(super) held: BTreeSet<RuleIx>,
    /// The questions that were asked, and which of their choices led apart.
    pub(super) choices: Choices,
    /// How many ends have each headline.
    pub(super) headlines: BTreeMap<Headline, usize>,
    /// The fewest answers, this one among them, after which something is prohibited.
    pub(super) first_prohibited: BTreeMap<(QuestionIx, ChoiceIx), usize>,
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
    /// What must not stay open without need.
    grounds: Vec<Ground>,
    found: Ends,
    shapes: BTreeMap<Shape, usize>,
    /// For each ground the answers that left it open, so that each is looked at once.
    left_open: BTreeSet<(usize, Vec<(QuestionIx, Answer)>)>,
    /// Grounds of which it was said that they are left open without need.
    told: BTreeSet<usize>,
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
            grounds: grounds(&loaded.content, rules),
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
        self.no_needless_doubt(&stands.live);
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
            if *truth == Truth::Yes {
                self.found.held.insert(*rule);
            }
        }
        let clauses = outcomes(&self.loaded.content, &self.case, live);
        Tree {
            words: self.number(Shape::Rules(truths.iter().map(|truth| *truth as Truth3).collect())),
            outcomes: self.number(Shape::Clauses(clauses)),
        }
    }

    fn truths(&self, live: &Answers) -> Vec<Truth> {
        let rules = self.rules.iter();
        rules.map(|rule| self.loaded.content[*rule].when.truth(live)).collect()
    }

    /// "Not sure" must leave nothing open that every real answer would decide in the same way.
    fn no_needless_doubt(&mut self, live: &Answers) {
        let content = &self.loaded.content;
        for (ix, ground) in self.grounds.iter().enumerate() {
            if self.told.contains(&ix) || ground.when.truth(live) != Truth::Unknown {
                continue;
            }
            let questions = ground.questions.iter();
            let own: Vec<(QuestionIx, Answer)> =
                questions.filter_map(|q| Some((*q, *live.get(q)?))).collect();
            if !self.left_open.insert((ix, own.clone())) {
                continue;
            }
            let left = ground.when.remaining(&own.iter().copied().collect());
            let choices = |question: QuestionIx| content[question].choices.len() as u8;
            if let Some(holds) = constant(&left, &choices) {
                self.told.insert(ix);
                let known = in_words(content, &own);
                let (message, help) = ground.needless(content, &known, holds);
                let place = &self.loaded.origins.rules[ground.rule.place()];
                self.problems.add(place, message).help(help);
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

/// What decides a clause: one rule, or all its settled rules together.
struct Ground {
    /// The rule, or the first of them.
    rule: RuleIx,
    when: Condition,
    questions: Vec<QuestionIx>,
    together: bool,
}

impl Ground {
    fn new(rule: RuleIx, when: Condition, together: bool) -> Ground {
        let mut questions = BTreeSet::new();
        when.for_each_question(&mut |question| {
            questions.insert(question);
        });
        Ground { rule, when, questions: questions.into_iter().collect(), together }
    }

    /// What is said when it is left open without need, and what would mend it.
    fn needless(&self, content: &Content, known: &str, holds: bool) -> (String, &'static str) {
        let verb = if holds { "holds" } else { "fails" };
        if self.together {
            let id = &content[content[self.rule].clause].id;
            let message =
                format!("with {known} one rule of `{id}` {verb} in any case, but it stays open");
            return (message, "let one rule of the clause say it for all these answers");
        }
        let message = format!("with {known} this rule {verb} in any case, but stays open");
        (message, "say the condition so that it does not need the answer that is missing")
    }
}

/// Each rule by itself, and the settled rules of a clause that say the same where there are several.
fn grounds(content: &Content, rules: &[RuleIx]) -> Vec<Ground> {
    let mut grounds: Vec<Ground> =
        rules.iter().map(|rule| Ground::new(*rule, content[*rule].when.clone(), false)).collect();
    let mut settled: BTreeMap<(ClauseIx, Effect), Vec<RuleIx>> = BTreeMap::new();
    for rule in rules.iter().filter(|rule| content[**rule].reading == Reading::Settled) {
        let key = (content[*rule].clause, content[*rule].effect);
        settled.entry(key).or_default().push(*rule);
    }
    for group in settled.values().filter(|group| group.len() > 1) {
        let when = group.iter().map(|rule| content[*rule].when.clone()).collect();
        grounds.push(Ground::new(group[0], Condition::Any(when), true));
    }
    grounds
}
