//! Every clause cited in the content or the interface must exist in the Standard.

use std::collections::BTreeSet;

use toml_edit::{DocumentMut, Item};

use crate::project::{Outcome, all_files, read_text};

const STANDARD: &str = "content/standard.toml";

/// Folders and files with numbers that are not clauses: sources, word lists, versions.
const OTHER_NUMBERS: [&str; 4] =
    ["content/source/", "content/spelling/", "content/changes.toml", "content/approval.toml"];

pub(super) fn check() -> Outcome<Vec<String>> {
    let clauses = clauses()?;
    let mut problems = Vec::new();
    for ending in ["toml", "ftl"] {
        for file in all_files("content", ending)? {
            if OTHER_NUMBERS.iter().any(|beginning| file.starts_with(beginning)) {
                continue;
            }
            for (line, text) in (1..).zip(read_text(&file)?.lines()) {
                let unknown = cited(text).into_iter().filter(|number| !clauses.contains(number));
                problems.extend(
                    unknown.map(|number| {
                        format!("{file}:{line}: the Standard has no clause {number}")
                    }),
                );
            }
        }
    }
    Ok(problems)
}

/// The numbers of all clauses.
pub(super) fn clauses() -> Outcome<BTreeSet<String>> {
    ids(STANDARD, "clause")
}

/// The ids in a list of a content file.
pub(super) fn ids(file: &str, list: &str) -> Outcome<BTreeSet<String>> {
    let table: DocumentMut =
        read_text(file)?.parse().map_err(|error| format!("{file}: {error}"))?;
    let items = table.get(list).and_then(Item::as_array_of_tables);
    let ids = items.into_iter().flat_map(|all| all.iter()).filter_map(|one| one.get("id"));
    Ok(ids.filter_map(|id| Some(id.as_str()?.to_owned())).collect())
}

/// The numbers of two or three parts in a line, unless it is a comment, a version or a date.
fn cited(line: &str) -> Vec<String> {
    if line.trim_start().starts_with('#') || line.trim_start().starts_with("version") {
        return Vec::new();
    }
    let parts = line.split(|c: char| !c.is_ascii_digit() && c != '.');
    let numbers = parts.map(|part| part.trim_matches('.'));
    numbers.filter(|number| is_clause_number(number)).map(str::to_owned).collect()
}

fn is_clause_number(words: &str) -> bool {
    let parts: Vec<&str> = words.split('.').collect();
    let short = |part: &&str| (1..=2).contains(&part.len());
    (2..=3).contains(&parts.len()) && parts.iter().all(short)
}

#[cfg(test)]
mod tests {
    use super::cited;

    #[test]
    fn numbers_of_clauses_are_found_with_any_ending() {
        assert_eq!(cited("kk = \"3.6-тармақ, 3.10.\""), ["3.6", "3.10"]);
        assert_eq!(cited("clauses = [\"4.1.2\"]"), ["4.1.2"]);
        assert_eq!(cited("# 3.6 is the one"), [""; 0]);
        assert_eq!(cited("version = \"2019.1\" of 2026-11-22, at 10.30.00.1"), [""; 0]);
    }
}
