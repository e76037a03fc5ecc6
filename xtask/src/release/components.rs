//! The components of the program: the crates that cargo resolves for it, without build dependencies, and Rust's
//! standard library.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Deserialize;
use spdx::Expression;
use toml_edit::DocumentMut;

use crate::project::{Outcome, answer, read_text};

const PROGRAM: &str = "adal-check";
const STD_LICENCE: &str = "MIT OR Apache-2.0";

/// A crate, or the standard library.
pub(super) struct Component {
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression.
    pub(super) licence: String,
    pub(super) repository: Option<String>,
    /// SHA-256 of the crate in the registry, or `None` for the project's own crates.
    pub(super) checksum: Option<String>,
    pub(super) origin: Origin,
    /// References to its own dependencies.
    pub(super) uses: BTreeSet<String>,
}

/// Where a component comes from.
#[derive(PartialEq, Eq)]
pub(super) enum Origin {
    /// This project.
    Own,
    /// The registry, with the folder of its files.
    Registry(PathBuf),
    /// The compiler's distribution.
    Compiler,
}

impl Component {
    /// The package URL, the standard identifier of the component.
    pub(super) fn reference(&self) -> String {
        let kind = if self.origin == Origin::Compiler { "generic" } else { "cargo" };
        format!("pkg:{kind}/{}@{}", self.name, self.version)
    }
}

/// All components. The first is the program itself.
pub(super) fn built_in() -> Outcome<Vec<Component>> {
    let tree = answer(
        "cargo",
        &[
            "tree",
            "--locked",
            "--offline",
            "--package=adal-check",
            "--target=wasm32-unknown-unknown",
            "--edges=normal,no-proc-macro",
            "--prefix=depth",
            "--format={p}",
        ],
    )?;
    let known = known_crates()?;
    let checksums = checksums()?;
    let mut components = Vec::new();
    for (id, uses) in read_tree(&tree)? {
        let found =
            known.get(&id).ok_or_else(|| format!("cargo metadata has no {} {}", id.0, id.1))?;
        components.push(component(found, checksums.get(&id).cloned(), &uses)?);
    }
    components.sort_by_key(|part| (part.name != PROGRAM, part.reference()));
    let standard_library = standard_library()?;
    if let Some(program) = components.first_mut() {
        program.uses.insert(standard_library.reference());
    }
    components.push(standard_library);
    Ok(components)
}

/// A name and a version.
type Id = (String, String);

/// A crate in the output of `cargo metadata`.
#[derive(Deserialize)]
struct Crate {
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    source: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Crate>,
}

fn known_crates() -> Outcome<BTreeMap<Id, Crate>> {
    let text = answer("cargo", &["metadata", "--format-version=1", "--locked", "--offline"])?;
    let metadata: Metadata = serde_json::from_str(&text)
        .map_err(|error| format!("cargo metadata cannot be read: {error}"))?;
    let by_id = |found: Crate| ((found.name.clone(), found.version.clone()), found);
    Ok(metadata.packages.into_iter().map(by_id).collect())
}

fn checksums() -> Outcome<BTreeMap<Id, String>> {
    let lock: DocumentMut = read_text("Cargo.lock")?
        .parse()
        .map_err(|error| format!("Cargo.lock cannot be read: {error}"))?;
    let packages = lock["package"].as_array_of_tables().ok_or("Cargo.lock has no packages")?;
    let text = |item: Option<&toml_edit::Item>| Some(item?.as_str()?.to_owned());
    let entries = packages.iter().filter_map(|package| {
        let id = (text(package.get("name"))?, text(package.get("version"))?);
        Some((id, text(package.get("checksum"))?))
    });
    Ok(entries.collect())
}

/// Parses lines such as `2yew v0.23.0 (*)`: the depth, the crate, and whether it was shown before.
fn read_tree(tree: &str) -> Outcome<BTreeMap<Id, BTreeSet<Id>>> {
    let mut crates = BTreeMap::<Id, BTreeSet<Id>>::new();
    let mut above: Vec<Id> = Vec::new();
    for line in tree.lines() {
        let (depth, id) = read_line(line).ok_or_else(|| format!("cargo tree says {line:?}"))?;
        above.truncate(depth);
        if let Some(user) = above.last() {
            crates.entry(user.clone()).or_default().insert(id.clone());
        }
        crates.entry(id.clone()).or_default();
        above.push(id);
    }
    Ok(crates)
}

fn read_line(line: &str) -> Option<(usize, Id)> {
    let name = line.find(|letter: char| !letter.is_ascii_digit())?;
    let mut words = line[name..].split(' ');
    let id = (words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned());
    Some((line[..name].parse().ok()?, id))
}

fn component(found: &Crate, checksum: Option<String>, uses: &BTreeSet<Id>) -> Outcome<Component> {
    let Crate { name, version, license, repository, source, manifest_path } = found;
    let stated = license.as_deref().ok_or_else(|| format!("{name} {version} states no licence"))?;
    let licence = Expression::canonicalize(stated)
        .map_err(|error| format!("{name} {version}: licence {stated:?}: {error}"))?
        .unwrap_or_else(|| stated.to_owned());
    let folder = manifest_path.parent().unwrap_or(manifest_path).to_owned();
    Ok(Component {
        name: name.clone(),
        version: version.clone(),
        licence,
        repository: repository.clone(),
        checksum,
        origin: if source.is_some() { Origin::Registry(folder) } else { Origin::Own },
        uses: uses.iter().map(|(name, version)| format!("pkg:cargo/{name}@{version}")).collect(),
    })
}

fn standard_library() -> Outcome<Component> {
    let compiler = answer("rustc", &["--version"])?;
    let version = compiler.split(' ').nth(1).ok_or_else(|| format!("rustc says {compiler:?}"))?;
    Ok(Component {
        name: "rust-std".to_owned(),
        version: version.to_owned(),
        licence: STD_LICENCE.to_owned(),
        repository: Some("https://github.com/rust-lang/rust".to_owned()),
        checksum: None,
        origin: Origin::Compiler,
        uses: BTreeSet::new(),
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::read_tree;

    #[test]
    fn tree_tells_who_uses_what_also_of_crates_that_were_shown_above() {
        let tree = "0a v0.1.0 (/home)\n1b v1.0.0\n2c v2.0.0+x\n1c v2.0.0+x (*)\n";
        let crates = read_tree(tree).unwrap();
        let uses = |name: &str, version: &str| {
            let id = (name.to_owned(), version.to_owned());
            crates[&id].iter().map(|(used, _)| used.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(uses("a", "0.1.0"), ["b", "c"]);
        assert_eq!(uses("b", "1.0.0"), ["c"]);
        assert!(uses("c", "2.0.0+x").is_empty());
    }

    #[test]
    fn line_that_is_not_understood_is_named() {
        assert!(read_tree("0a v0.1.0\nwarning\n").unwrap_err().contains("warning"));
    }
}
