//! Decision diagrams: functions of the answers to several questions, each written once.
//!
//! A node asks one question and has a branch for each of its choices; equal branches and equal nodes are one, so two
//! functions are the same exactly when their diagrams are. After Bryant, for questions of several choices and results of
//! several values.

use std::collections::HashMap;

use adal_core::{ChoiceIx, Condition};

use super::mapping::Mapping;

/// A function: a node, or a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Diagram(u32);

const RESULT: u32 = 1 << 31;

impl Diagram {
    /// The condition that never holds.
    pub(crate) const NO: Diagram = Diagram(RESULT);
    /// The condition that always holds.
    pub(crate) const YES: Diagram = Diagram(RESULT | 1);

    /// The function that always has this result.
    pub(crate) fn result(value: u32) -> Diagram {
        Diagram(RESULT | value)
    }

    /// The result, if it is the same for all answers.
    pub(crate) fn constant(self) -> Option<u32> {
        (self.0 & RESULT != 0).then_some(self.0 & !RESULT)
    }
}

/// A question of the situation by its place in the order of asking, with a branch for each choice.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Node {
    pub(crate) question: usize,
    pub(crate) branches: Vec<Diagram>,
}

/// The diagrams over the questions of one situation.
pub(crate) struct Diagrams {
    nodes: Vec<Node>,
    known: HashMap<Node, Diagram>,
    /// How many choices each question has.
    sizes: Vec<usize>,
}

impl Diagrams {
    pub(crate) fn new(sizes: Vec<usize>) -> Diagrams {
        Diagrams { nodes: Vec::new(), known: HashMap::new(), sizes }
    }

    /// The node; none for a result.
    pub(crate) fn node(&self, diagram: Diagram) -> Option<&Node> {
        diagram.constant().is_none().then(|| &self.nodes[diagram.0 as usize])
    }

    /// The function that asks this question and goes on so.
    pub(crate) fn ask(&mut self, question: usize, branches: Vec<Diagram>) -> Diagram {
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
    pub(crate) fn is(&mut self, question: usize, choice: ChoiceIx) -> Diagram {
        let branches = (0..self.sizes[question]).map(|ix| {
            if ix == choice.place() { Diagram::YES } else { Diagram::NO }
        });
        let branches = branches.collect();
        self.ask(question, branches)
    }

    /// The function whose result is made of the results of these.
    pub(crate) fn combine(
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
    pub(crate) fn answered(
        &mut self,
        diagram: Diagram,
        question: usize,
        choice: usize,
    ) -> Diagram {
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

    pub(crate) fn all(&mut self, parts: &[Diagram]) -> Diagram {
        self.combine(parts, &mut |parts| u32::from(parts.iter().all(|part| *part == 1)))
    }

    pub(crate) fn any(&mut self, parts: &[Diagram]) -> Diagram {
        self.combine(parts, &mut |parts| u32::from(parts.contains(&1)))
    }

    pub(crate) fn not(&mut self, part: Diagram) -> Diagram {
        self.combine(&[part], &mut |parts| 1 - parts[0])
    }

    /// Whether the result is one that fits.
    pub(crate) fn test(&mut self, part: Diagram, fits: &impl Fn(u32) -> bool) -> Diagram {
        self.combine(&[part], &mut |parts| u32::from(fits(parts[0])))
    }

    /// A condition over answers as a diagram.
    pub(crate) fn condition(&mut self, condition: &Condition, mapping: &Mapping) -> Diagram {
        match condition {
            Condition::All(parts) => {
                let parts: Vec<Diagram> =
                    parts.iter().map(|part| self.condition(part, mapping)).collect();
                self.all(&parts)
            }
            Condition::Any(parts) => {
                let parts: Vec<Diagram> =
                    parts.iter().map(|part| self.condition(part, mapping)).collect();
                self.any(&parts)
            }
            Condition::Not(part) => {
                let part = self.condition(part, mapping);
                self.not(part)
            }
            Condition::Is(question, choice) | Condition::Leaves(question, choice) => {
                mapping.place(*question).map_or(Diagram::NO, |place| self.is(place, *choice))
            }
        }
    }
}
