//! `source/editions.toml`: every edition of the Standard as received, with a checksum to prove it.

use sha2::{Digest, Sha256};
use toml::Spanned;

use crate::check::Build;
use crate::problem::Place;
use crate::raw;
use crate::read::{Items, only_list};

/// The list of editions.
pub(crate) const FILE: &str = "source/editions.toml";

/// Verifies the checksum of every edition. None may be missing or unlisted.
pub(crate) fn check(build: &mut Build) {
    let list = build.folder.required(FILE, &mut build.problems);
    let editions: Items<raw::Edition> = only_list(list.as_ref(), "edition", &mut build.problems);
    let Some(list) = list else { return };
    let mut listed: Vec<&str> = Vec::new();
    for raw in editions.good.iter().map(Spanned::get_ref) {
        let name = raw.name.get_ref().as_str();
        if listed.contains(&name) {
            let place = Place::at(&list, raw.name.span());
            build
                .problems
                .add(&place, format!("the edition `{name}` is listed twice"))
                .help("keep one of the two");
        }
        listed.push(name);
        compare(build, raw, &Place::at(&list, raw.sha256.span()));
    }
    if !editions.broken.is_empty() || !editions.complete {
        return;
    }
    let folders = build.folder.list("source").into_iter().filter(|path| *path != FILE);
    for path in folders.collect::<Vec<_>>() {
        let name = path.trim_start_matches("source/");
        if !listed.contains(&name) {
            let place = build.folder.place(&path);
            build
                .problems
                .add(&place, "this edition is not listed")
                .help(format!("list it as an `[[edition]]` in {FILE}"));
        }
    }
}

fn compare(build: &mut Build, raw: &raw::Edition, place: &Place) {
    let path = format!("source/{}/standard.kk.txt", raw.name.get_ref());
    let Some(source) = build.folder.required(&path, &mut build.problems) else { return };
    let found: String =
        Sha256::digest(source.text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != *raw.sha256.get_ref() {
        let message = format!("{} is not as it was received: its sha256 is {found}", source.name);
        build
            .problems
            .add(place, message)
            .help("restore the file; a new text of the Standard is an edition of its own");
    }
}
