//! What people type on the start page finds the situation that they mean.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use adal_content::load;
use adal_core::{Content, Finder, Lang, People, PersonIx, Query};

/// A typed phrase, and a situation that must be among the first matches.
struct Phrase {
    who: &'static str,
    typed: &'static str,
    situation: &'static str,
    among_first: usize,
}

fn phrases(table: &'static str) -> Vec<Phrase> {
    table.lines().filter(|line| !line.starts_with('#')).map(phrase).collect()
}

fn phrase(line: &'static str) -> Phrase {
    let mut parts = line.split(" | ");
    let (who, typed) = (parts.next().expect(line), parts.next().expect(line));
    let (situation, among_first) = parts.next().and_then(|p| p.split_once(' ')).expect(line);
    Phrase { who, typed, situation, among_first: among_first.parse().expect(line) }
}

fn shipped_content() -> Content {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    load(&folder).expect("the content is sound").content
}

/// A manager is also an employee.
fn people(content: &Content, id: &str) -> People {
    let named = |id: &str| content.people.iter().position(|person| person.id == id).expect(id);
    let ids = if id == "manager" { vec!["employee", id] } else { vec![id] };
    ids.into_iter().map(|id| PersonIx(named(id) as u8)).collect()
}

/// Each phrase that does not find its situation, with what it finds instead.
fn missed(table: &'static str) -> Vec<String> {
    let content = shipped_content();
    let finder = Finder::new(&content);
    let miss = |phrase: Phrase| {
        let query = Query::new(phrase.typed).expect(phrase.typed);
        let found = finder.find(&content, people(&content, phrase.who), &query);
        let ids: Vec<&str> = found.iter().map(|ix| content[*ix].id.as_str()).collect();
        let hit = ids.iter().take(phrase.among_first).any(|id| *id == phrase.situation);
        (!hit).then(|| format!("{}: {} not in {ids:?}", phrase.typed, phrase.situation))
    };
    phrases(table).into_iter().filter_map(miss).collect()
}

fn assert_all_found(table: &'static str) {
    let missed = missed(table);
    assert!(missed.is_empty(), "{} missed:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn what_people_type_in_kazakh_finds_the_situation() {
    assert_all_found(include_str!("finder/kk.txt"));
}

#[test]
fn what_people_type_in_russian_finds_the_situation() {
    assert_all_found(include_str!("finder/ru.txt"));
}

#[test]
fn what_people_type_in_english_finds_the_situation() {
    assert_all_found(include_str!("finder/en.txt"));
}

#[test]
fn every_keyword_finds_its_situation() {
    let content = shipped_content();
    let finder = Finder::new(&content);
    for situation in &content.situations {
        let in_all = Lang::ALL.map(|lang| situation.keywords.get(lang));
        for keyword in in_all.iter().flat_map(|keywords| keywords.split(';')) {
            let query = Query::new(keyword);
            let found = query.map(|query| finder.find(&content, situation.people, &query));
            let hit = found.iter().flatten().any(|ix| content[*ix].id == situation.id);
            assert!(hit, "“{keyword}” does not find {}", situation.id);
        }
    }
}
