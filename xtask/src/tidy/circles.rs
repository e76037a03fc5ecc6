//! Sibling modules may import each other in one direction only. A module may import the modules above it: the parts
//! of a page know the page.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::modules::{Module, Name, modules};
use crate::project::{Outcome, folders};

/// Known circles that are still to be removed. The list must be exact.
const KNOWN: [&str; 1] = ["crates/content/src: approval → check → approval"];

/// The imports between sibling modules.
type Arrows = BTreeMap<String, BTreeSet<String>>;

pub(super) fn check() -> Outcome<Vec<String>> {
    let crates = folders("crates")?.into_iter().map(|folder| format!("{folder}/src"));
    let mut found = Vec::new();
    for folder in crates.chain(["src".to_owned(), "xtask/src".to_owned()]) {
        for (above, arrows) in levels(&modules(&folder)?) {
            let place = [vec![folder.clone()], above].concat().join("/");
            found.extend(circle(&arrows).map(|circle| format!("{place}: {}", circle.join(" → "))));
        }
    }
    let new = found.iter().filter(|circle| !KNOWN.contains(&circle.as_str()));
    let mut problems: Vec<String> =
        new.map(|circle| format!("modules import each other in a circle: {circle}")).collect();
    let opened = KNOWN.iter().filter(|known| found.iter().all(|circle| circle != **known));
    problems.extend(opened.map(|known| format!("this circle is no more, so take it out: {known}")));
    Ok(problems)
}

/// The imports between sibling modules, by their parent module.
fn levels(modules: &BTreeMap<Name, Module>) -> BTreeMap<Name, Arrows> {
    let mut levels: BTreeMap<Name, Arrows> = BTreeMap::new();
    for (from, module) in modules {
        for to in &module.imports {
            let common = from.iter().zip(to).take_while(|(one, other)| one == other).count();
            if let (Some(one), Some(other)) = (from.get(common), to.get(common)) {
                let arrows = levels.entry(from[..common].to_vec()).or_default();
                arrows.entry(one.clone()).or_default().insert(other.clone());
            }
        }
    }
    levels
}

/// A shortest circle, if any.
fn circle(arrows: &Arrows) -> Option<Vec<String>> {
    arrows.keys().filter_map(|start| way_back(arrows, start)).min_by_key(Vec::len)
}

/// The shortest path from a module to itself.
fn way_back(arrows: &Arrows, start: &String) -> Option<Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut ways = VecDeque::from([vec![start.clone()]]);
    while let Some(way) = ways.pop_front() {
        for next in arrows.get(way.last()?).into_iter().flatten() {
            let longer = [way.clone(), vec![next.clone()]].concat();
            if next == start {
                return Some(longer);
            }
            if seen.insert(next) {
                ways.push_back(longer);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrows(of: &[(&str, &str)]) -> Arrows {
        let mut arrows = Arrows::new();
        for (from, to) in of {
            arrows.entry((*from).to_owned()).or_default().insert((*to).to_owned());
        }
        arrows
    }

    #[test]
    fn the_shortest_circle_is_told() {
        let long = arrows(&[("a", "b"), ("b", "c"), ("c", "a"), ("b", "d"), ("d", "b")]);
        assert_eq!(circle(&long).unwrap_or_default(), ["b", "d", "b"]);
        assert_eq!(circle(&arrows(&[("a", "b"), ("a", "c"), ("b", "c")])), None);
    }
}
