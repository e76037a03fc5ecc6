//! The licences of all components: whether they are allowed, and their full texts.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use spdx::Expression;
use toml_edit::DocumentMut;

use super::components::{Component, Origin};
use crate::project::{Outcome, answer, read, read_text};

const HEAD: &str = "\
Licences of what is built into adal-check.html
==============================================

The check itself may be used under MIT or Apache-2.0, as you like: LICENSE-MIT, LICENSE-APACHE. Below stand the parts by
others, each with its licence, then the full texts. The texts of Rust's standard library stand in RUST-STD-LICENSES.html.
";

/// The beginnings of the names of licence files.
const BEGINNINGS: [&str; 5] = ["licen", "copying", "copyright", "notice", "unlicense"];

/// Fails on a licence that `deny.toml` does not allow.
pub(super) fn check(components: &[Component]) -> Outcome {
    let allowed = allowed()?;
    let refused: Vec<String> = components
        .iter()
        .filter(|part| !is_allowed(&part.licence, &allowed))
        .map(|part| format!("{} {}: {}", part.name, part.version, part.licence))
        .collect();
    if refused.is_empty() {
        return Ok(());
    }
    Err(format!("deny.toml does not allow the licence of:\n{}", refused.join("\n")))
}

fn allowed() -> Outcome<Vec<String>> {
    let settings: DocumentMut = read_text("deny.toml")?
        .parse()
        .map_err(|error| format!("deny.toml cannot be read: {error}"))?;
    let list = settings["licenses"]["allow"].as_array().ok_or("deny.toml allows no licence")?;
    Ok(list.iter().filter_map(|each| Some(each.as_str()?.to_owned())).collect())
}

fn is_allowed(licence: &str, allowed: &[String]) -> bool {
    Expression::parse(licence).is_ok_and(|expression| {
        expression.evaluate(|each| allowed.iter().any(|allowed| *allowed == each.to_string()))
    })
}

/// The list of third-party components, then each text once, below the components that it belongs to.
pub(super) fn list(components: &[Component]) -> Outcome<String> {
    let mut list = HEAD.to_owned();
    let mut texts = BTreeMap::<String, (String, Vec<String>)>::new();
    for part in components {
        let Component { name, version, licence, .. } = part;
        if part.origin != Origin::Own {
            // Writing to a string cannot fail.
            let _ = write!(list, "\n{name} {version}: {licence}");
        }
        for text in texts_of(part)? {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let (_, owners) = texts.entry(words).or_insert_with(|| (text, Vec::new()));
            owners.push(format!("{name} {version}"));
        }
    }
    list.push('\n');
    for (text, owners) in texts.values() {
        let _ = write!(list, "\n\n{}\n{}\n\n{}\n", "-".repeat(80), owners.join(", "), text.trim());
    }
    Ok(list)
}

/// The licence texts of a crate. A crate without any that is licensed under Apache-2.0 gets the standard text, which
/// names nobody.
fn texts_of(part: &Component) -> Outcome<Vec<String>> {
    let Origin::Registry(folder) = &part.origin else { return Ok(Vec::new()) };
    let texts = licence_files(folder)?;
    if !texts.is_empty() {
        return Ok(texts);
    }
    if is_allowed(&part.licence, &["Apache-2.0".to_owned()]) {
        return Ok(vec![read_text("LICENSE-APACHE")?]);
    }
    Err(format!("{} {} brings no text of its licence {}", part.name, part.version, part.licence))
}

fn licence_files(folder: &Path) -> Outcome<Vec<String>> {
    let cannot = |error: std::io::Error| format!("{} cannot be read: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file() && BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)) {
            paths.push(path);
        }
    }
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).map_err(cannot)).collect()
}

/// The licences of the standard library, from the compiler's distribution.
pub(super) fn standard_library() -> Outcome<Vec<u8>> {
    let sysroot = answer("rustc", &["--print", "sysroot"])?;
    read(Path::new(sysroot.trim()).join("share/doc/rust/COPYRIGHT-library.html")).map_err(|problem| {
        format!("{problem}. Remedy: install the toolchain with rustup, whose compiler brings this file")
    })
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn licence_is_allowed_if_one_of_its_choices_is() {
        let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
        assert!(is_allowed("Unlicense OR MIT", &allowed));
        assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0", &allowed));
        assert!(!is_allowed("MIT AND GPL-3.0-only", &allowed));
        assert!(!is_allowed("what the author likes", &allowed));
    }
}
