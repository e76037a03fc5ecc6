//! The imports in the code must match the table in ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::DocumentMut;

use super::modules::{Name, modules};
use crate::project::{Outcome, folders, read_text};

const TABLE: &str = "ARCHITECTURE.md";
const HEAD: &str = "| place | what it does | may import |";

/// Crates that have their own name in the table when `src/` uses them.
const NAMED_CRATES: [(&str, &str); 3] =
    [("adal_core", "core"), ("web_sys", "web-sys"), ("js_sys", "js-sys")];

pub(super) fn check() -> Outcome<Vec<String>> {
    let rows = rows(&read_text(TABLE)?)?;
    let mut imports = of_crates()?;
    imports.extend(of_modules(&rows)?);
    let mut problems = Vec::new();
    for (place, imports) in imports {
        let Some(allowed) = rows.get(&place) else {
            problems.push(format!("{TABLE}: the table has no row for `{place}`"));
            continue;
        };
        let more = imports.difference(allowed).map(|one| format!("{place} imports {one}, which"));
        problems.extend(more.map(|what| format!("{what} {TABLE} does not allow")));
        let fewer = allowed.difference(&imports);
        problems.extend(fewer.map(|one| {
            format!("{TABLE}: {place} may import {one} and does not: take it out of the table")
        }));
    }
    Ok(problems)
}

/// The imports allowed for each place. Places have no trailing slash and no `.rs`.
fn rows(text: &str) -> Outcome<BTreeMap<String, BTreeSet<String>>> {
    let (_, table) =
        text.split_once(HEAD).ok_or_else(|| format!("{TABLE} has no table of imports"))?;
    let mut rows = BTreeMap::new();
    for line in table.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [places, _, imports] = cells.as_slice() else {
            return Err(format!("{TABLE}: not three cells: {line}"));
        };
        let imports = imports.split(", ").filter(|name| !name.is_empty());
        let imports: BTreeSet<String> = imports.map(str::to_owned).collect();
        for place in places.split('`').skip(1).step_by(2) {
            let place = place.trim_end_matches('/');
            let place = if place == "build.rs" { place } else { place.trim_end_matches(".rs") };
            rows.insert(place.to_owned(), imports.clone());
        }
    }
    Ok(rows)
}

/// The project's own crates that each crate depends on. For the engine, all dependencies.
fn of_crates() -> Outcome<BTreeMap<String, BTreeSet<String>>> {
    let mut all = BTreeMap::new();
    for place in folders("crates")?.into_iter().chain(["xtask".to_owned()]) {
        let names = dependencies(&format!("{place}/Cargo.toml"), "dependencies")?;
        let imports = if place == "crates/core" { names } else { own(names) };
        all.insert(place, imports);
    }
    all.insert("build.rs".to_owned(), own(dependencies("Cargo.toml", "build-dependencies")?));
    Ok(all)
}

fn own(names: BTreeSet<String>) -> BTreeSet<String> {
    names.iter().filter_map(|name| Some(name.strip_prefix("adal-")?.to_owned())).collect()
}

fn dependencies(file: &str, table: &str) -> Outcome<BTreeSet<String>> {
    let manifest: DocumentMut =
        read_text(file)?.parse().map_err(|error| format!("{file}: {error}"))?;
    let table = manifest.get(table).and_then(|item| item.as_table_like());
    Ok(table.into_iter().flat_map(|table| table.iter()).map(|(name, _)| name.to_owned()).collect())
}

/// The imports of the modules in `src/` from other rows.
fn of_modules(
    rows: &BTreeMap<String, BTreeSet<String>>,
) -> Outcome<BTreeMap<String, BTreeSet<String>>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, module) in modules("src")? {
        if name.is_empty() {
            continue; // The crate root declares all modules.
        }
        let place = place(&name, rows);
        let modules = module.imports.iter().filter(|import| !import.is_empty());
        let modules = modules.map(|import| self::place(import, rows));
        let others = modules.filter(|other| *other != place).map(|other| last(&other));
        let crates = NAMED_CRATES.iter().filter(|(name, _)| module.beginnings.contains(*name));
        let imports: BTreeSet<String> =
            others.chain(crates.map(|(_, name)| (*name).to_owned())).collect();
        all.entry(place).or_default().extend(imports);
    }
    Ok(all)
}

/// The row of a module, or of a module above it.
fn place(name: &Name, rows: &BTreeMap<String, BTreeSet<String>>) -> String {
    let of = |length: usize| format!("src/{}", name[..length].join("/"));
    let found = (1..=name.len()).rev().map(of).find(|place| rows.contains_key(place));
    found.unwrap_or_else(|| of(1))
}

fn last(place: &str) -> String {
    place.rsplit('/').next().unwrap_or(place).to_owned()
}
