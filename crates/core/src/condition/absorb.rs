//! Leaves out of a condition what holds only where another part of it holds: it would ask for what no longer matters.
//!
//! A condition is looked at as rows, each a way in which it can hold: a row is left out when another one asks for less.
//! The compiler writes all prime implicants down, and what an answer leaves of them are, without the narrower ones, all
//! prime implicants again. So every question that is left can still decide the condition.

use super::{Condition, one_or};
use crate::QuestionIx;

/// What a row needs.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Need<'a> {
    /// The answer is one of these choices, as bits.
    Choice(QuestionIx, u64),
    /// Something that is no answer to one question.
    Other(&'a Condition),
}

/// One way in which a condition can hold.
type Row<'a> = Vec<Need<'a>>;

/// The condition without the rows that hold only where another row holds.
pub(super) fn absorbed(condition: Condition) -> Condition {
    if !matches!(condition, Condition::Any(_) | Condition::All(_)) {
        return condition;
    }
    let mut all = Vec::new();
    rows(&condition, &mut Vec::new(), &mut all);
    if all.len() < 2 {
        return condition;
    }
    let narrower: Vec<bool> = (0..all.len()).map(|own| is_narrower(&all, own)).collect();
    if !narrower.contains(&true) {
        return condition;
    }
    without(&condition, &mut narrower.into_iter())
}

/// Lists the rows of a condition, each together with what is needed besides.
fn rows<'a>(condition: &'a Condition, besides: &mut Row<'a>, all: &mut Vec<Row<'a>>) {
    let before = besides.len();
    match (need(condition), condition) {
        (Some(need), _) => {
            besides.push(need);
            all.push(besides.clone());
        }
        (None, Condition::All(parts)) => {
            let branch = branch(parts);
            let others = (0..parts.len()).filter(|place| Some(*place) != branch);
            besides.extend(others.map(|place| single(&parts[place])));
            match branch {
                Some(place) => rows(&parts[place], besides, all),
                None => all.push(besides.clone()),
            }
        }
        (None, Condition::Any(parts)) => {
            let (choices, others) = choices(parts);
            for (question, choices) in choices {
                besides.push(Need::Choice(question, choices));
                all.push(besides.clone());
                besides.pop();
            }
            others.into_iter().for_each(|part| rows(part, besides, all));
        }
        (None, other) => {
            besides.push(Need::Other(other));
            all.push(besides.clone());
        }
    }
    besides.truncate(before);
}

/// The same condition, walked in the same order, without the rows that are to be left out.
fn without(condition: &Condition, leave_out: &mut impl Iterator<Item = bool>) -> Condition {
    let mut next = || leave_out.next().unwrap_or_default();
    match (need(condition), condition) {
        (None, Condition::All(parts)) => match branch(parts) {
            Some(place) => match without(&parts[place], leave_out) {
                Condition::Any(rows) if rows.is_empty() => Condition::NEVER,
                left => {
                    let mut parts = parts.clone();
                    match left {
                        Condition::All(more) => drop(parts.splice(place..=place, more)),
                        left => parts[place] = left,
                    }
                    Condition::All(parts)
                }
            },
            None if next() => Condition::NEVER,
            None => condition.clone(),
        },
        (None, Condition::Any(parts)) => {
            let (choices, others) = choices(parts);
            let mut left = Vec::with_capacity(parts.len());
            for (question, _) in choices {
                if !next() {
                    let of =
                        |part: &&Condition| matches!(part, Condition::Is(q, _) if *q == question);
                    left.extend(parts.iter().filter(of).cloned());
                }
            }
            for part in others {
                match without(part, leave_out) {
                    Condition::Any(parts) => left.extend(parts),
                    part => left.push(part),
                }
            }
            one_or(left, Condition::Any)
        }
        _ if next() => Condition::NEVER,
        _ => condition.clone(),
    }
}

/// The part of several that has rows of its own, if only one has.
fn branch(parts: &[Condition]) -> Option<usize> {
    let mut several = (0..parts.len()).filter(|place| {
        need(&parts[*place]).is_none() && matches!(parts[*place], Condition::Any(_))
    });
    several.next().filter(|_| several.next().is_none())
}

/// A part as one need.
fn single(part: &Condition) -> Need<'_> {
    need(part).unwrap_or(Need::Other(part))
}

/// What a condition needs of one question, if it is about one only.
fn need(condition: &Condition) -> Option<Need<'_>> {
    match condition {
        Condition::Is(question, choice) => Some(Need::Choice(*question, bit(choice.place())?)),
        Condition::Not(part) => match need(part)? {
            Need::Choice(question, choices) => Some(Need::Choice(question, !choices)),
            Need::Other(_) => None,
        },
        Condition::Any(parts) if !parts.is_empty() => {
            let (choices, others) = choices(parts);
            let [(question, choices)] = choices[..] else { return None };
            others.is_empty().then_some(Need::Choice(question, choices))
        }
        _ => None,
    }
}

/// The choices among these parts, question by question, and the other parts.
fn choices(parts: &[Condition]) -> (Vec<(QuestionIx, u64)>, Vec<&Condition>) {
    let mut choices: Vec<(QuestionIx, u64)> = Vec::new();
    let mut others = Vec::new();
    for part in parts {
        let is = match part {
            Condition::Is(question, choice) => bit(choice.place()).map(|bit| (question, bit)),
            _ => None,
        };
        let Some((question, bit)) = is else {
            others.push(part);
            continue;
        };
        match choices.iter_mut().find(|(known, _)| known == question) {
            Some((_, choices)) => *choices |= bit,
            None => choices.push((*question, bit)),
        }
    }
    (choices, others)
}

fn bit(place: usize) -> Option<u64> {
    1_u64.checked_shl(place as u32)
}

/// Whether another row holds wherever this one does; of two that are the same, the first stays.
fn is_narrower(all: &[Row<'_>], own: usize) -> bool {
    all.iter().enumerate().any(|(place, other)| {
        place != own && is_within(&all[own], other) && (place < own || !is_within(other, &all[own]))
    })
}

fn is_within(row: &Row<'_>, other: &Row<'_>) -> bool {
    other.iter().all(|wide| row.iter().any(|narrow| need_is_within(*narrow, *wide)))
}

fn need_is_within(narrow: Need<'_>, wide: Need<'_>) -> bool {
    match (narrow, wide) {
        (Need::Choice(own, narrow), Need::Choice(other, wide)) => {
            own == other && narrow & !wide == 0
        }
        (narrow, wide) => narrow == wide,
    }
}
