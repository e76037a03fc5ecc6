//! Packs a release with types, hashes, dependencies and licences: a folder to upload, and the same as an npm package.

mod checksums;
mod components;
mod licences;
mod sbom;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::bundle::{self, Imports};
use crate::project::{Outcome, answer, empty, files, read, read_text, write};
use crate::{content, sizes};

const RELEASES: &str = "target/releases";
const VERSION: &str = env!("CARGO_PKG_VERSION");
const FRAME: &str = "adal-check.html";
/// A copy of the frame: Vite's development server and webpack rewrite `.html` files, even in packages.
const FRAME_FOR_BUNDLERS: &str = "adal-check.htm";

/// Files that are copied to the package unchanged, each with its source folder.
const DOCUMENTS: [(&str, &str); 9] = [
    ("embed", "adal-check.d.ts"),
    ("embed", "custom-elements.json"),
    ("embed/package", "react.d.ts"),
    ("embed/package", "vue.d.ts"),
    (".", "CHANGELOG.md"),
    (".", "LICENSE-APACHE"),
    (".", "LICENSE-MIT"),
    ("docs", "EMBEDDING.md"),
    ("docs", "PRIVACY.md"),
];

/// The files of the package, by path.
type Files = BTreeMap<String, Vec<u8>>;

/// The task: proves the content, rebuilds `dist/`, checks its sizes and packs it.
pub(crate) fn run_release() -> Outcome {
    content::check()?;
    sizes::check(&bundle::build(Imports::Check)?)?;
    pack()
}

/// Packs `dist/`.
pub(crate) fn pack() -> Outcome {
    let package = assemble()?;
    let folder = format!("{RELEASES}/adal-check-{VERSION}");
    empty(RELEASES)?;
    for (path, bytes) in &package {
        write(format!("{folder}/{path}"), bytes)?;
    }
    let destination = format!("--pack-destination={RELEASES}");
    let quiet = ["--ignore-scripts", "--loglevel=error"];
    answer("npm", &[&["pack", &format!("./{folder}"), &destination], &quiet[..]].concat())?;
    println!("{} files in {folder}, and the same in {folder}.tgz", package.len());
    Ok(())
}

fn assemble() -> Outcome<Files> {
    let mut package = Files::new();
    let mut copy = |folder: &str, name: &str| -> Outcome {
        package.insert(name.to_owned(), read(format!("{folder}/{name}"))?);
        Ok(())
    };
    for path in files("dist")? {
        copy("dist", path.trim_start_matches("dist/"))?;
    }
    for (folder, name) in DOCUMENTS {
        copy(folder, name)?;
    }
    for path in files("docs/images")? {
        copy("docs", path.trim_start_matches("docs/"))?;
    }
    let frame = package.get(FRAME).ok_or("dist/ has no adal-check.html")?.clone();
    add_components(&mut package, &frame)?;
    package.insert(FRAME_FOR_BUNDLERS.to_owned(), frame);
    add_descriptions(&mut package)?;
    Ok(package)
}

fn add_components(package: &mut Files, frame: &[u8]) -> Outcome {
    let components = components::built_in()?;
    licences::check(&components)?;
    let sbom = sbom::render(&components, FRAME, frame)?;
    package.insert("sbom.cdx.json".to_owned(), pretty(&sbom)?);
    package.insert("THIRD-PARTY-LICENSES.txt".to_owned(), licences::list(&components)?.into());
    package.insert("RUST-STD-LICENSES.html".to_owned(), licences::standard_library()?);
    Ok(())
}

/// Adds the files that describe the other files.
fn add_descriptions(package: &mut Files) -> Outcome {
    let content = content::version()?;
    let tag = checksums::script_tag(package)?;
    let integrity = checksums::integrity(package);
    let fingerprints = json!({
        "version": VERSION, "content": &content, "script": &tag, "integrity": integrity,
    });
    package.insert("integrity.json".to_owned(), pretty(&fingerprints)?);
    let readme = read_text("embed/package/README.md")?;
    let readme = readme.replace("{version}", VERSION).replace("{content}", &content);
    package.insert("README.md".to_owned(), readme.replace("{script}", &tag).into());
    package.insert("package.json".to_owned(), pretty(&manifest(package)?)?);
    package.insert("SHA256SUMS".to_owned(), checksums::sums(package).into());
    Ok(())
}

/// The `package.json`, with the version and the list of all files.
fn manifest(package: &Files) -> Outcome<Value> {
    let text = read_text("embed/package/package.json")?;
    let mut manifest: Value = serde_json::from_str(&text)
        .map_err(|error| format!("embed/package/package.json is not JSON: {error}"))?;
    let names = package.keys().map(String::as_str).chain(["SHA256SUMS"]);
    manifest["version"] = json!(VERSION);
    manifest["files"] = json!(names.collect::<Vec<_>>());
    Ok(manifest)
}

fn pretty(value: &Value) -> Outcome<Vec<u8>> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| format!("a description cannot be written: {error}"))?;
    Ok((text + "\n").into())
}
