//! Decision diagrams: functions of the answers to several questions, each written once.
//!
//! A node asks one question and has a branch for each of its choices; equal branches and equal nodes are one, so two
//! functions are the same exactly when their diagrams are. After Bryant, for questions of several choices and results of
//! several values.

use std::collections::{BTreeSet, HashMap, HashSet};

use adal_core::{ChoiceIx, Condition, QuestionIx};

/// A function: a node, or a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagram(u32);

const RESULT: u32 = 1 << 31;

impl Diagram {
    /// The condition that never holds.
    pub const NO: Diagram = Diagram(RESULT);
    /// The condition that always holds.
    pub const YES: Diagram = Diagram(RESULT | 1);

    /// The function that always has this result.
    pub fn result(value: u32) -> Diagram {
        Diagram(RESULT | value)
    }

    /// The result, if it is the same for all answers.
    pub fn constant(self) -> Option<u32> {
        (self.0 & RESULT != 0).then_some(self.0 & !RESULT)
    }
}

/// A question of the situation by its place in the order of asking, with a branch for each choice.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// The place of the question in the order of asking.
    pub question: usize,
    /// For each choice what is left.
    pub branches: Vec<Diagram>,
}

/// The diagrams over the questions of one situation.
pub struct Diagrams {
    nodes: Vec<Node>,
    known: HashMap<Node, Diagram>,
    /// How many choices each question has.
    sizes: Vec<usize>,
}

impl Diagrams {
    /// Diagrams over questions that have so many choices.
    pub fn new(sizes: Vec<usize>) -> Diagrams {
        Diagrams { nodes: Vec::new(), known: HashMap::new(), sizes }
    }

    /// The node; none for a result.
    pub fn node(&self, diagram: Diagram) -> Option<&Node> {
        diagram.constant().is_none().then(|| &self.nodes[diagram.0 as usize])
    }

    /// The function that asks this question and goes on so.
    pub fn ask(&mut self, question: usize, branches: Vec<Diagram>) -> Diagram {
        if branches.iter().all(|branch| *branch == branches[0]) {
            return branches[0];
        }
        let node = Node { question, branches };
        if let Some(known) = self.known.get(&node) {
            return *known;
        }
        let diagram = Diagram(self.nodes.len() as u32);
        self.nodes.push(node.clone());
        self.known.insert(node, diagram);
        diagram
    }

    /// Whether the question is answered with this choice.
    pub fn is(&mut self, question: usize, choice: ChoiceIx) -> Diagram {
        let branches = (0..self.sizes[question])
            .map(|ix| if ix == choice.place() { Diagram::YES } else { Diagram::NO });
        let branches = branches.collect();
        self.ask(question, branches)
    }

    /// The function whose result is made of the results of these.
    pub fn combine(
        &mut self,
        parts: &[Diagram],
        result: &mut impl FnMut(&[u32]) -> u32,
    ) -> Diagram {
        self.combine_known(parts.to_vec(), result, &mut HashMap::new())
    }

    fn combine_known(
        &mut self,
        parts: Vec<Diagram>,
        result: &mut impl FnMut(&[u32]) -> u32,
        done: &mut HashMap<Vec<Diagram>, Diagram>,
    ) -> Diagram {
        if let Some(done) = done.get(&parts) {
            return *done;
        }
        let first = parts.iter().filter_map(|part| Some(self.node(*part)?.question)).min();
        let combined = match first {
            None => {
                let results: Vec<u32> = parts.iter().filter_map(|part| part.constant()).collect();
                Diagram::result(result(&results))
            }
            Some(question) => {
                let mut branches = Vec::new();
                for choice in 0..self.sizes[question] {
                    let parts = parts.iter().map(|part| self.branch(*part, question, choice));
                    let parts: Vec<Diagram> = parts.collect();
                    branches.push(self.combine_known(parts, result, done));
                }
                self.ask(question, branches)
            }
        };
        done.insert(parts, combined);
        combined
    }

    /// What is left once the question is answered, where it is the first that is asked.
    fn branch(&self, diagram: Diagram, question: usize, choice: usize) -> Diagram {
        match self.node(diagram) {
            Some(node) if node.question == question => node.branches[choice],
            _ => diagram,
        }
    }

    /// What is left once the question is answered.
    pub fn answered(&mut self, diagram: Diagram, question: usize, choice: usize) -> Diagram {
        let Some(node) = self.node(diagram).cloned() else { return diagram };
        match node.question.cmp(&question) {
            std::cmp::Ordering::Less => {
                let branches = node.branches.iter();
                let branches =
                    branches.map(|branch| self.answered(*branch, question, choice)).collect();
                self.ask(node.question, branches)
            }
            std::cmp::Ordering::Equal => node.branches[choice],
            std::cmp::Ordering::Greater => diagram,
        }
    }

    /// Whether all parts hold.
    pub fn all(&mut self, parts: &[Diagram]) -> Diagram {
        self.combine(parts, &mut |parts| u32::from(parts.iter().all(|part| *part == 1)))
    }

    /// Whether some part holds.
    pub fn any(&mut self, parts: &[Diagram]) -> Diagram {
        self.combine(parts, &mut |parts| u32::from(parts.contains(&1)))
    }

    /// Whether the part fails.
    pub fn not(&mut self, part: Diagram) -> Diagram {
        self.combine(&[part], &mut |parts| 1 - parts[0])
    }

    /// Whether the result is one that fits.
    pub fn test(&mut self, part: Diagram, fits: &impl Fn(u32) -> bool) -> Diagram {
        self.combine(&[part], &mut |parts| u32::from(fits(parts[0])))
    }

    /// A condition over answers as a diagram; `order` holds the questions in the order of asking.
    pub fn condition(&mut self, condition: &Condition, order: &[QuestionIx]) -> Diagram {
        let mut all = |parts: &[Condition]| -> Vec<Diagram> {
            parts.iter().map(|part| self.condition(part, order)).collect()
        };
        match condition {
            Condition::All(parts) => {
                let parts = all(parts);
                self.all(&parts)
            }
            Condition::Any(parts) => {
                let parts = all(parts);
                self.any(&parts)
            }
            Condition::Not(part) => {
                let part = self.condition(part, order);
                self.not(part)
            }
            Condition::Is(question, choice) | Condition::Leaves(question, choice) => {
                let place = order.iter().position(|other| other == question);
                place.map_or(Diagram::NO, |place| self.is(place, *choice))
            }
        }
    }

    /// Whether the result depends on the question.
    pub fn depends(&self, diagram: Diagram, question: usize) -> bool {
        let mut seen = HashSet::new();
        self.reaches(diagram, &mut seen, &|node| node.question == question)
    }

    /// The results that it can have.
    pub fn results(&self, diagram: Diagram) -> BTreeSet<u32> {
        let mut seen = HashSet::new();
        let found = std::cell::RefCell::new(BTreeSet::new());
        found.borrow_mut().extend(diagram.constant());
        self.reaches(diagram, &mut seen, &|node| {
            found.borrow_mut().extend(node.branches.iter().filter_map(|branch| branch.constant()));
            false
        });
        found.into_inner()
    }

    /// Whether some node below, or this one, is as wanted.
    fn reaches(
        &self,
        diagram: Diagram,
        seen: &mut HashSet<Diagram>,
        wanted: &impl Fn(&Node) -> bool,
    ) -> bool {
        let Some(node) = self.node(diagram) else { return false };
        seen.insert(diagram)
            && (wanted(node)
                || node.branches.iter().any(|branch| self.reaches(*branch, seen, wanted)))
    }
}
