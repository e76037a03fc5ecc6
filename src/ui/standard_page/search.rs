//! Search in the text of the Standard, in all three languages at once.

use std::sync::LazyLock;

use adal_core::{Clause, Index, Lang, Query};

use crate::embedded::content;

/// A plain sentence says best what a clause is about.
const PLAIN: u32 = 2;
const EXACT: u32 = 1;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(content().clauses.iter().map(texts)));

fn texts(clause: &'static Clause) -> impl Iterator<Item = (&'static str, u32)> {
    let exact = [&clause.text].into_iter().chain(&clause.items).map(|text| (text, EXACT));
    let all = exact.chain([(&clause.plain, PLAIN)]);
    all.flat_map(|(text, weight)| Lang::ALL.into_iter().map(move |lang| (text.get(lang), weight)))
}

/// Builds the index, so that the first key press need not wait for it.
pub(crate) fn prepare() {
    LazyLock::force(&INDEX);
}

/// Whether each clause matches the query by its number, its section or its words.
pub(crate) fn found(query: &Query) -> Vec<bool> {
    let clauses = &content().clauses;
    if let Some(number) = query.clause_number() {
        let begins = format!("{number}.");
        return clauses.iter().map(|c| c.id == number || c.id.starts_with(&begins)).collect();
    }
    let all: Vec<usize> = (0..clauses.len()).collect();
    let mut found = vec![false; clauses.len()];
    for place in INDEX.rank(query, &all) {
        found[place] = true;
    }
    found
}
