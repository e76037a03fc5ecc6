//! Rust sources name no clause, situation or person of the content. What is particular to one Standard is in `content/`,
//! above all in `content/profile.toml`, so that another Standard needs no code.

use std::collections::BTreeSet;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::clauses::{clauses, ids};
use super::modules::is_for_tests;
use crate::project::{Outcome, all_files, folders, read_text};

/// Literals that are ids of the content and mean something else in these files.
const OTHERS: [(&str, &[&str]); 4] = [
    // A version of CycloneDX.
    ("1.6", &["xtask/src/release/sbom.rs"]),
    // A sign of the start page.
    ("gift", &["src/ui/parts/signs.rs"]),
    // How a clause is used.
    ("information", &["crates/content/src/raw.rs", "crates/papers/src/labels.rs"]),
    // A view of a rule; a value of the attribute `audience`.
    (
        "ngo",
        &[
            "crates/content/src/raw.rs",
            "crates/papers/src/diff/paper.rs",
            "crates/papers/src/labels.rs",
            "src/host.rs",
        ],
    ),
];

/// This file has them all.
const THIS: &str = "xtask/src/tidy/literals.rs";

pub(super) fn check() -> Outcome<Vec<String>> {
    let mut names = clauses()?;
    names.extend(ids("content/people.toml", "person")?);
    let situations = all_files("content/situations", "toml")?;
    let stem = |file: &String| Some(Path::new(file).file_stem()?.to_str()?.to_owned());
    names.extend(situations.iter().filter_map(stem));
    let mut unused: BTreeSet<(&str, &str)> =
        OTHERS.iter().flat_map(|(word, files)| files.iter().map(|file| (*word, *file))).collect();
    let mut problems = Vec::new();
    for file in sources()? {
        let text = read_text(&file)?;
        let literals = literals(&text).map_err(|error| format!("{file}: {error}"))?;
        for name in literals.into_iter().filter(|literal| names.contains(literal)) {
            let is = |(word, of): &(&str, &str)| *word == name && *of == file;
            let is_other =
                OTHERS.iter().any(|(word, files)| files.iter().any(|file| is(&(*word, *file))));
            unused.retain(|other| !is(other));
            if !is_other {
                problems.push(format!(
                    "{file}: `{name}` of the content is named in code; move what depends on it to \
                     content/profile.toml"
                ));
            }
        }
    }
    let unused = unused.into_iter();
    problems.extend(
        unused.map(|(word, file)| format!("{file} has no `{word}`, so take it out of {THIS}")),
    );
    Ok(problems)
}

/// The Rust files of programs, without those of tests.
fn sources() -> Outcome<Vec<String>> {
    let mut files = vec!["build.rs".to_owned()];
    for folder in folders("crates")? {
        files.extend(all_files(&format!("{folder}/src"), "rs")?);
    }
    files.extend(all_files("src", "rs")?);
    files.extend(all_files("xtask/src", "rs")?);
    files.retain(|file| !file.ends_with("/tests.rs") && file != THIS);
    Ok(files)
}

/// The texts of all string literals outside comments and test modules.
fn literals(text: &str) -> Outcome<Vec<String>> {
    let tokens: TokenStream = text.parse().map_err(|error| format!("{error}"))?;
    let mut literals = Vec::new();
    collect(tokens, &mut literals);
    Ok(literals)
}

fn collect(tokens: TokenStream, literals: &mut Vec<String>) {
    let mut for_tests = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                if is_for_tests(&group) {
                    for_tests = true;
                } else if for_tests && group.delimiter() == Delimiter::Brace {
                    for_tests = false;
                } else if !is_documentation(&group.stream()) {
                    collect(group.stream(), literals);
                }
            }
            TokenTree::Literal(literal) => {
                let quoted = literal.to_string();
                let begun = quoted.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"'));
                literals.extend(begun.map(|(words, _)| words.to_owned()));
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => for_tests = false,
            TokenTree::Punct(_) | TokenTree::Ident(_) => {}
        }
    }
}

/// Whether this is the inside of `#[doc = "…"]`, as comments that document something are read.
fn is_documentation(tokens: &TokenStream) -> bool {
    let first = tokens.clone().into_iter().next();
    first.is_some_and(|first| matches!(first, TokenTree::Ident(ident) if ident == "doc"))
}

#[cfg(test)]
mod tests {
    use super::literals;

    #[test]
    fn texts_are_found_and_comments_and_tests_are_not() {
        let text = "/// \"a\"\nfn f() { g(\"b\", 'c', 1.2, html! { <p title=\"d\"/> }); }\n// \"e\"\n\
                    #[cfg(test)] mod tests { fn h() { \"i\"; } }\nconst J: &str = r#\"j\"#;";
        assert_eq!(literals(text).unwrap_or_default(), ["b", "d", "j"]);
    }
}
