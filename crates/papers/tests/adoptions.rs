//! The Company may adopt any open or settled reading, on either side: the content must bear each of these decisions alone.
//!
//! Worked cases are left out. What they expect is what is found today, and an adoption is there to change it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use adal_content::law::Stand;
use adal_content::{Loaded, load, load_unadopted};
use adal_papers::Adoption;
use adal_proof::{Unadopted, compare_twins, prove_adopted};

#[test]
fn each_single_adoption_passes_the_proof_and_twins_agree_under_it() {
    let text = fs::read_to_string(shipped().join("readings.toml")).unwrap();
    let base = load(&shipped()).unwrap_or_else(|problems| panic!("{problems}"));
    let readings = base.content.readings.iter().filter(|reading| !reading.is_fact);
    let all: Vec<(&str, &str)> =
        readings.flat_map(|reading| ["a", "b"].map(|side| (reading.id.as_str(), side))).collect();
    assert!(all.len() > 100, "only {} adoptions", all.len());
    let today = Unadopted::new(&base);
    let next = AtomicUsize::new(0);
    let work = || {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        copy(&shipped(), &content);
        let mut wrong = Vec::new();
        while let Some((id, side)) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            let tried = Adoption::new(&base, id, side).unwrap().tried(&text).unwrap();
            fs::write(content.join("readings.toml"), tried).unwrap();
            let said = problems(&content, &base, &today, id);
            if !said.is_empty() {
                wrong.push(format!("{id} {side}\n{said}"));
            }
        }
        wrong
    };
    let wrong: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What does not hold of content with one adoption.
fn problems(content: &Path, base: &Loaded, today: &Unadopted, id: &str) -> String {
    let mut adopted = match load(content) {
        Ok(adopted) => adopted,
        Err(problems) => return problems.to_string(),
    };
    let place = base.content.readings.iter().position(|reading| reading.id == id).unwrap();
    // Without the adoption, a reading that is open today is as it is today; one that is settled would be open.
    let opened = (base.declared.stands[place] != Stand::Open).then(|| {
        Unadopted::new(&load_unadopted(content).unwrap_or_else(|problems| panic!("{problems}")))
    });
    let proof = prove_adopted(&adopted, opened.as_ref().unwrap_or(today));
    for twins in &mut adopted.twins {
        // What twins expect besides is what is found today.
        (twins.applies, twins.may_apply, twins.neither) = (Vec::new(), Vec::new(), Vec::new());
    }
    proof.problems.to_string() + &compare_twins(&adopted).problems.to_string()
}

/// A copy without worked cases.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_name() == "cases" {
            fs::create_dir_all(target).unwrap();
        } else if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}
