//! What the spelling check finds in the real content with mistakes added, and in the source as received.
//! `UPDATE_EXPECT=1 cargo test -p adal-spelling` updates the expected result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use adal_content::Problems;
use adal_spelling::{check, find_dictionaries};

/// Each mistake replaces a word that the file contains.
const MISTAKES: [(&str, &str, &str); 9] = [
    ("content/steps.toml", "қақтығысының", "қақтыгысының"),
    ("content/steps.toml", "қолданбаңыз", "қолданбаңіз"),
    ("content/standard.toml", "мүдделеріне", "мұдделеріне"),
    ("content/situations/gift.toml", "жұмысыңызға", "жумысыңызға"),
    ("content/people.toml", "Руководитель", "Руковадитель"),
    ("content/ui/ru.ftl", " сомневаетесь", " сомниваетесь"),
    ("content/shared.toml", " relative", " relitive"),
    (
        "content/cases/an-employee-takes-the-manager-to-a-birthday-dinner.toml",
        "birthday",
        "birhtday",
    ),
    ("README.md", "browser", "browzer"),
];

#[test]
fn a_mistake_in_each_language_is_told_with_its_place_and_remedy() {
    let project = copy_of_project();
    let root = project.path();
    let mut wrong = BTreeSet::new();
    for (file, right, mistake) in MISTAKES {
        let path = root.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(right), "{file}: “{right}” does not stand there any more");
        fs::write(&path, text.replacen(right, mistake, 1)).unwrap();
        wrong.insert(mistake.trim().to_owned());
    }
    let problems = check(root, &find_dictionaries().unwrap()).unwrap_err();
    let missed: Vec<_> = wrong.difference(&words(&problems)).cloned().collect();
    assert_eq!(missed, Vec::<String>::new());
    for problem in problems.iter() {
        assert!(problem.place.line().is_some(), "{}", problem.one_line());
        assert!(problem.help.as_ref().unwrap().contains("add it to content/spelling/"));
    }
}

/// No dictionary finds a mistake that makes another word: «қараша» is November.
#[test]
fn the_slips_of_the_source_are_found_but_for_those_that_are_words() {
    let errata = fs::read_to_string(repository().join("content/source/2019/errata.toml")).unwrap();
    let errata: toml::Table = errata.parse().unwrap();
    let single = |slip: &toml::Value| -> Option<String> {
        let (from, to) = (slip["from"].as_str().unwrap(), slip.get("to")?.as_str().unwrap());
        let is_word = |text: &str| text.chars().all(|c| c.is_alphabetic() || c == '-');
        (is_word(from) && is_word(to)).then(|| from.to_owned())
    };
    let slips: BTreeSet<String> =
        errata["slip"].as_array().unwrap().iter().filter_map(single).collect();
    let project = project_with_words(&slips);
    let problems = check(project.path(), &find_dictionaries().unwrap()).unwrap_err();
    let found = words(&problems);
    let missed: Vec<&str> = slips.difference(&found).map(String::as_str).collect();
    let said = format!("{} slips; other words: {}\n", slips.len(), missed.join(", "));
    expect("slips-of-the-source.txt", &said);
}

#[test]
fn every_problem_is_told_with_its_place_and_remedy() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/project");
    let problems = check(&project, &find_dictionaries().unwrap()).unwrap_err();
    expect("project.txt", &problems.to_string());
}

#[test]
fn missing_lists_and_dictionaries_are_told() {
    let project = copy_of_project();
    fs::remove_dir_all(project.path().join("content/spelling")).unwrap();
    let problems = check(project.path(), project.path()).unwrap_err().to_string();
    assert!(
        problems.contains("content/spelling/kk.txt: cannot be read; make the file"),
        "{problems}"
    );
    assert!(problems.contains("ru_RU.aff cannot be read"), "{problems}");
}

#[test]
fn a_model_that_the_dictionary_lacks_is_told() {
    let project = copy_of_project();
    let list = project.path().join("content/spelling/ru.txt");
    fs::write(&list, "соцсеть/сетъ\n").unwrap();
    let problems = check(project.path(), &find_dictionaries().unwrap()).unwrap_err();
    let told = "content/spelling/ru.txt:1: the dictionary has no `сетъ` with endings\n";
    assert_eq!(problems.to_string(), told);
}

/// The words in quotation marks in the problems, in lower case.
fn words(problems: &Problems) -> BTreeSet<String> {
    let quoted = |message: &str| message.split(['“', '”']).nth(1).unwrap_or_default().to_owned();
    problems
        .iter()
        .filter(|p| p.message.contains("” is in no "))
        .map(|p| quoted(&p.message))
        .collect()
}

fn copy_of_project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let documents =
        ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];
    for part in ["content", "docs"].into_iter().chain(documents) {
        copy(&repository().join(part), &folder.path().join(part));
    }
    folder
}

/// A project with only these Kazakh words.
fn project_with_words(words: &BTreeSet<String>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    copy(&repository().join("content/spelling"), &content.join("spelling"));
    fs::write(
        content.join("words.toml"),
        format!("kk = '''{}'''\n", words.iter().cloned().collect::<Vec<_>>().join("\n")),
    )
    .unwrap();
    folder
}

fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

fn expect(name: &str, said: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, said).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), said, "{name}");
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
