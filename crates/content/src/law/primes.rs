//! A decision diagram as a condition over answers that decides whenever all that is still possible agrees.
//!
//! In three-valued logic, “a or not a” stays open while nobody knows a. A condition made of *all* prime implicants does
//! not have this weakness (Blake’s canonical form), so that “not sure” leaves open only what it must.

use std::collections::HashMap;

use adal_core::{ChoiceIx, Condition};

use super::diagram::{Diagram, Diagrams};
use super::mapping::Mapping;

/// For each question the choices that fit, as bits; none: any.
type Row = Vec<Option<u64>>;

/// Turns diagrams into conditions.
pub(crate) struct Conditions<'a> {
    pub(crate) diagrams: &'a mut Diagrams,
    mapping: &'a Mapping,
    /// For each question the choices that do not end the matter, as bits.
    staying: Vec<u64>,
    primes: HashMap<Diagram, Vec<Row>>,
}

impl<'a> Conditions<'a> {
    pub(crate) fn new(diagrams: &'a mut Diagrams, mapping: &'a Mapping) -> Conditions<'a> {
        let mut staying: Vec<u64> = mapping.sizes.iter().map(|size| (1 << size) - 1).collect();
        for (question, choice) in &mapping.leaving {
            if let Some(place) = mapping.place(*question) {
                staying[place] &= !(1 << choice.0);
            }
        }
        Conditions { diagrams, mapping, staying, primes: HashMap::new() }
    }

    /// The condition of a diagram.
    pub(crate) fn of(&mut self, diagram: Diagram) -> Condition {
        self.without_leaving(diagram, &self.mapping.leaving.clone())
    }

    /// The condition of a diagram wherever `given` holds; elsewhere it may be either.
    pub(crate) fn within(&mut self, diagram: Diagram, given: Diagram) -> Condition {
        let outside = self.diagrams.not(given);
        let wide = self.diagrams.any(&[diagram, outside]);
        if wide == Diagram::YES {
            return Condition::ALWAYS;
        }
        let narrow = self.diagrams.all(&[diagram, given]);
        let [wide, narrow] = [wide, narrow].map(|diagram| self.of(diagram));
        if size(&wide) <= size(&narrow) { wide } else { narrow }
    }

    /// Splits off what holds where the matter ended, choice by choice, and leaves the rest to the choices that stay.
    fn without_leaving(
        &mut self,
        diagram: Diagram,
        leaving: &[(adal_core::QuestionIx, ChoiceIx)],
    ) -> Condition {
        let Some(((question, choice), others)) = leaving.split_first() else {
            let rows = self.primes(diagram);
            return self.condition(&rows);
        };
        let Some(place) = self.mapping.place(*question) else {
            return self.without_leaving(diagram, others);
        };
        let left = self.diagrams.answered(diagram, place, choice.place());
        let staying = self.stays(diagram, place, choice.place());
        if left == staying {
            return self.without_leaving(staying, others);
        }
        let leaves = Condition::Leaves(*question, *choice);
        let either = self.diagrams.all(&[left, staying]);
        let [left, stays, either] =
            [left, staying, either].map(|diagram| self.without_leaving(diagram, others));
        let stays = all(vec![Condition::Not(Box::new(leaves.clone())), stays]);
        any(vec![all(vec![leaves, left]), stays, either])
    }

    /// The same function, in which the leaving choice is one like the first that stays.
    fn stays(&mut self, diagram: Diagram, question: usize, choice: usize) -> Diagram {
        let Some(node) = self.diagrams.node(diagram).cloned() else { return diagram };
        let mut branches = node.branches.clone();
        if node.question == question {
            let first = self.staying[question].trailing_zeros() as usize;
            branches[choice] = node.branches[first.min(node.branches.len() - 1)];
        } else if node.question < question {
            branches =
                branches.iter().map(|branch| self.stays(*branch, question, choice)).collect();
        }
        self.diagrams.ask(node.question, branches)
    }

    /// All boxes in which the function holds and that no larger such box takes in. What ends the matter does not count.
    fn primes(&mut self, diagram: Diagram) -> Vec<Row> {
        let none: Row = vec![None; self.mapping.sizes.len()];
        let Some(node) = self.diagrams.node(diagram).cloned() else {
            return if diagram == Diagram::YES { vec![none] } else { Vec::new() };
        };
        if let Some(known) = self.primes.get(&diagram) {
            return known.clone();
        }
        let staying = self.staying[node.question];
        let mut groups: Vec<(Diagram, u64)> = Vec::new();
        for (choice, branch) in node.branches.iter().enumerate() {
            if staying >> choice & 1 == 0 {
                continue;
            }
            match groups.iter_mut().find(|(known, _)| known == branch) {
                Some((_, choices)) => *choices |= 1 << choice,
                None => groups.push((*branch, 1 << choice)),
            }
        }
        let mut rows: Vec<Row> = Vec::new();
        for chosen in 1..1_u32 << groups.len() {
            let chosen = || groups.iter().enumerate().filter(move |(ix, _)| chosen >> ix & 1 == 1);
            let branches: Vec<Diagram> = chosen().map(|(_, (branch, _))| *branch).collect();
            let choices = chosen().fold(0, |all, (_, (_, choices))| all | choices);
            let common = self.diagrams.all(&branches);
            for mut row in self.primes(common) {
                row[node.question] = (choices != staying).then_some(choices);
                rows.push(row);
            }
        }
        let largest: Vec<Row> = (0..rows.len())
            .filter(|own| {
                let wider = |other: &usize| {
                    other != own
                        && within(&rows[*own], &rows[*other])
                        && (rows[*own] != rows[*other] || other < own)
                };
                !(0..rows.len()).any(|other| wider(&other))
            })
            .map(|own| rows[own].clone())
            .collect();
        self.primes.insert(diagram, largest.clone());
        largest
    }

    /// Rows as a condition: what they have in common comes before what they differ in.
    fn condition(&self, rows: &[Row]) -> Condition {
        if rows.is_empty() {
            return Condition::NEVER;
        }
        let questions = 0..self.mapping.sizes.len();
        let common: Vec<usize> = questions
            .filter(|question| {
                rows[0][*question].is_some()
                    && rows.iter().all(|row| row[*question] == rows[0][*question])
            })
            .collect();
        let mut parts: Vec<Condition> = common
            .iter()
            .filter_map(|question| Some(self.choices(*question, rows[0][*question]?)))
            .collect();
        let mut rest: Vec<Row> = rows.to_vec();
        for row in &mut rest {
            common.iter().for_each(|question| row[*question] = None);
        }
        if rest.len() > 1 {
            parts.push(self.split(&rest));
        }
        all(parts)
    }

    /// Rows that have nothing in common: those that share the commonest literal are put together.
    fn split(&self, rows: &[Row]) -> Condition {
        let mut counts: HashMap<(usize, u64), usize> = HashMap::new();
        for row in rows {
            for (question, choices) in row.iter().enumerate() {
                if let Some(choices) = choices {
                    *counts.entry((question, *choices)).or_default() += 1;
                }
            }
        }
        let commonest =
            counts.into_iter().filter(|(_, count)| *count > 1 && *count < rows.len()).max_by_key(
                |((question, choices), count)| (*count, std::cmp::Reverse((*question, *choices))),
            );
        let Some(((question, choices), _)) = commonest else {
            return any(rows.iter().map(|row| self.row(row)).collect());
        };
        let (with, without): (Vec<Row>, Vec<Row>) =
            rows.iter().cloned().partition(|row| row[question] == Some(choices));
        let mut parts = vec![self.condition(&with)];
        match self.condition(&without) {
            Condition::Any(more) => parts.extend(more),
            one => parts.push(one),
        }
        any(parts)
    }

    fn row(&self, row: &Row) -> Condition {
        let parts = row.iter().enumerate();
        all(parts
            .filter_map(|(question, choices)| Some(self.choices(question, (*choices)?)))
            .collect())
    }

    /// That the answer is one of these choices, said in the shorter way.
    fn choices(&self, question: usize, choices: u64) -> Condition {
        let ix = self.mapping.questions[question];
        let others = self.staying[question] & !choices;
        let is = |choices: u64| {
            let each = (0..u64::BITS as u8).filter(|choice| choices >> choice & 1 == 1);
            any(each.map(|choice| Condition::Is(ix, ChoiceIx(choice))).collect())
        };
        if others.count_ones() < choices.count_ones() {
            Condition::Not(Box::new(is(others)))
        } else {
            is(choices)
        }
    }
}

/// Whether every answer that fits the row fits the other as well.
fn within(row: &Row, other: &Row) -> bool {
    row.iter().zip(other).all(|(own, others)| match (own, others) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(own), Some(others)) => own & !others == 0,
    })
}

fn all(parts: Vec<Condition>) -> Condition {
    if parts.contains(&Condition::NEVER) {
        return Condition::NEVER;
    }
    let parts = parts.into_iter().filter(|part| *part != Condition::ALWAYS);
    let parts = parts.flat_map(|part| match part {
        Condition::All(parts) => parts,
        part => vec![part],
    });
    let mut parts: Vec<Condition> = parts.collect();
    if parts.len() == 1 { parts.remove(0) } else { Condition::All(parts) }
}

fn any(parts: Vec<Condition>) -> Condition {
    if parts.contains(&Condition::ALWAYS) {
        return Condition::ALWAYS;
    }
    let parts = parts.into_iter().filter(|part| *part != Condition::NEVER);
    let parts = parts.flat_map(|part| match part {
        Condition::Any(parts) => parts,
        part => vec![part],
    });
    let mut parts: Vec<Condition> = parts.collect();
    if parts.len() == 1 { parts.remove(0) } else { Condition::Any(parts) }
}

/// How many answers a condition names.
fn size(condition: &Condition) -> usize {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().map(size).sum(),
        Condition::Not(part) => size(part),
        Condition::Is(..) | Condition::Leaves(..) => 1,
    }
}
