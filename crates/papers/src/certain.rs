//! Which part of a condition of the law holds regardless of its open readings, and where it depends on one.

use adal_content::law::{Law, LawCondition, Side, Stand, Values};
use adal_core::ReadingIx;

/// The condition under which it holds whichever sides the open readings take. Settled and adopted readings are
/// replaced by their values. Elements without readings are kept by name.
pub(crate) fn certain(law: &Law, stands: &[Stand], when: &LawCondition) -> LawCondition {
    match when {
        LawCondition::All(parts) => all(parts.iter().map(|part| certain(law, stands, part))),
        LawCondition::Any(parts) => any(parts.iter().map(|part| certain(law, stands, part))),
        LawCondition::Reading(reading, side) => {
            if side_taken(stands, *reading) == Some(*side) {
                always()
            } else {
                never()
            }
        }
        LawCondition::Element(element) if has_reading(law, when) => {
            certain(law, stands, &law.elements[*element].when)
        }
        LawCondition::Not(_) | LawCondition::Fact(..) | LawCondition::Element(_) => when.clone(),
    }
}

/// The side of a reading that is not open.
pub(crate) fn side_taken(stands: &[Stand], reading: ReadingIx) -> Option<Side> {
    match stands.get(reading.place()) {
        Some(Stand::Settled(side) | Stand::Adopted(side)) => Some(*side),
        Some(Stand::Open) | None => None,
    }
}

/// Where a condition depends on a reading.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Turn<'l> {
    /// Where these hold as well. If empty, wherever the rest of the rule holds.
    Where(Vec<&'l LawCondition>),
    /// Unless one of these holds.
    Unless(Vec<&'l LawCondition>),
}

/// The positions in a condition that depend on this reading, except within elements that it names.
pub(crate) fn turns(when: &LawCondition, reading: ReadingIx) -> Vec<Turn<'_>> {
    let mut found = Vec::new();
    collect(when, reading, true, &mut found);
    found
}

fn collect<'l>(
    when: &'l LawCondition,
    reading: ReadingIx,
    outermost: bool,
    found: &mut Vec<Turn<'l>>,
) {
    let is_it =
        |part: &LawCondition| matches!(part, LawCondition::Reading(ix, _) if *ix == reading);
    match when {
        LawCondition::All(parts) => {
            if parts.iter().any(is_it) {
                let others = parts.iter().filter(|part| !outermost && !is_it(part));
                found.push(Turn::Where(others.collect()));
            }
            parts.iter().for_each(|part| inside(part, reading, found));
        }
        LawCondition::Any(parts) => {
            if parts.iter().any(is_it) {
                let others = parts.iter().filter(|part| !is_it(part) && !names_reading(part));
                found.push(Turn::Unless(others.collect()));
            }
            parts.iter().for_each(|part| inside(part, reading, found));
        }
        LawCondition::Not(part) => inside(part, reading, found),
        LawCondition::Reading(ix, _) if *ix == reading => found.push(Turn::Where(Vec::new())),
        LawCondition::Reading(..) | LawCondition::Fact(..) | LawCondition::Element(_) => {}
    }
}

/// A part that is the reading itself has been reported with its neighbours.
fn inside<'l>(part: &'l LawCondition, reading: ReadingIx, found: &mut Vec<Turn<'l>>) {
    if !matches!(part, LawCondition::Reading(..)) {
        collect(part, reading, false, found);
    }
}

/// Whether a condition names a reading, directly or in one of its parts.
fn names_reading(when: &LawCondition) -> bool {
    match when {
        LawCondition::All(parts) | LawCondition::Any(parts) => parts.iter().any(names_reading),
        LawCondition::Not(part) => names_reading(part),
        LawCondition::Reading(..) => true,
        LawCondition::Fact(..) | LawCondition::Element(_) => false,
    }
}

fn has_reading(law: &Law, when: &LawCondition) -> bool {
    let mut found = false;
    when.for_each_leaf(law, &mut |leaf| found |= matches!(leaf, LawCondition::Reading(..)));
    found
}

fn always() -> LawCondition {
    LawCondition::All(Vec::new())
}

fn never() -> LawCondition {
    LawCondition::Any(Vec::new())
}

fn all(parts: impl Iterator<Item = LawCondition>) -> LawCondition {
    let mut kept = Vec::new();
    for part in parts {
        match part {
            part if part == never() => return part,
            LawCondition::All(parts) => kept.extend(parts),
            part => kept.push(part),
        }
    }
    only_or(kept, LawCondition::All)
}

fn any(parts: impl Iterator<Item = LawCondition>) -> LawCondition {
    let mut kept = Vec::new();
    for part in parts {
        match part {
            part if part == always() => return part,
            LawCondition::Any(parts) => parts.into_iter().for_each(|part| or(&mut kept, part)),
            part => or(&mut kept, part),
        }
    }
    only_or(kept, LawCondition::Any)
}

/// Merges values of the same fact.
fn or(kept: &mut Vec<LawCondition>, part: LawCondition) {
    let LawCondition::Fact(fact, more) = part else { return kept.push(part) };
    for known in kept.iter_mut() {
        if let LawCondition::Fact(of, values) = known
            && *of == fact
        {
            *values = Values::of(values.iter().chain(more.iter()));
            return;
        }
    }
    kept.push(LawCondition::Fact(fact, more));
}

fn only_or(
    mut parts: Vec<LawCondition>,
    many: fn(Vec<LawCondition>) -> LawCondition,
) -> LawCondition {
    if parts.len() == 1 { parts.remove(0) } else { many(parts) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use adal_content::law::{FactIx, LawRule, ValueIx};

    use super::*;

    /// Whether a condition holds for these facts if every open reading is against it.
    fn holds(
        law: &Law,
        stands: &[Stand],
        when: &LawCondition,
        facts: &BTreeMap<FactIx, ValueIx>,
    ) -> bool {
        let part = |part: &LawCondition| holds(law, stands, part, facts);
        match when {
            LawCondition::All(parts) => parts.iter().all(part),
            LawCondition::Any(parts) => parts.iter().any(part),
            LawCondition::Not(inside) => !part(inside),
            LawCondition::Fact(fact, values) => values.contains(facts[fact]),
            LawCondition::Reading(ix, side) => match stands[ix.place()] {
                Stand::Settled(taken) | Stand::Adopted(taken) => taken == *side,
                Stand::Open => false,
            },
            LawCondition::Element(element) => part(&law.elements[*element].when),
        }
    }

    /// Pseudo-random facts, the same each time.
    fn thrown(law: &Law, seed: &mut u64) -> BTreeMap<FactIx, ValueIx> {
        let facts = (0_u8..).map(FactIx).zip(&law.facts);
        let throw = facts.map(|(ix, fact)| {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (ix, ValueIx(((*seed >> 33) % fact.values.len() as u64) as u8))
        });
        throw.collect()
    }

    #[test]
    fn what_is_certain_holds_with_every_open_reading_against_it() {
        let loaded =
            adal_content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"));
        let loaded = loaded.unwrap();
        let (law, stands) = (&loaded.law, &loaded.declared.stands);
        let mut seed = 1;
        let mut held = 0;
        let throws: Vec<_> = (0..2_000).map(|_| thrown(law, &mut seed)).collect();
        for LawRule { id, when, .. } in &law.rules {
            let sure = certain(law, stands, when);
            for facts in &throws {
                let holds = |when: &LawCondition| holds(law, stands, when, facts);
                assert_eq!(holds(&sure), holds(when), "{id}: {facts:?}");
                held += usize::from(holds(&sure));
            }
        }
        assert!(held > 1_000, "{held}");
    }

    /// Otherwise a rule could be certain although each reading alone leaves it open.
    #[test]
    fn no_rule_of_the_shipped_law_names_both_sides_of_a_reading() {
        let loaded =
            adal_content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"));
        let loaded = loaded.unwrap();
        for rule in &loaded.law.rules {
            let mut sides: BTreeSet<(ReadingIx, Side)> = BTreeSet::new();
            rule.when.for_each_leaf(&loaded.law, &mut |leaf| {
                if let LawCondition::Reading(reading, side) = leaf {
                    sides.insert((*reading, *side));
                }
            });
            let readings: BTreeSet<ReadingIx> = sides.iter().map(|(reading, _)| *reading).collect();
            assert_eq!(readings.len(), sides.len(), "{}", rule.id);
        }
    }
}
