//! `changes.toml`: what changed with each version, and the texts that amendments replaced.

use std::collections::BTreeMap;
use std::sync::Arc;

use adal_core::{Change, Clause, FormerText, Lang, Text};
use toml::Spanned;

use crate::check::{Build, check_date, prose, quoted};
use crate::problem::{Place, SourceFile};
use crate::raw;
use crate::read::{Items, only_list};

/// The file with the changes.
pub(crate) const FILE: &str = "changes.toml";

/// Reads the changes into the content.
pub(crate) fn load(build: &mut Build) {
    let file = build.folder.required(FILE, &mut build.problems);
    let items: Items<raw::Change> = only_list(file.as_ref(), "change", &mut build.problems);
    let Some(file) = file else { return };
    let changes: Vec<&raw::Change> = items.good.iter().map(Spanned::get_ref).collect();
    for raw in &changes {
        let change = build.change(raw, &file);
        build.content.changes.push(change);
    }
    in_order(build, &changes, &file);
    if items.complete && items.broken.is_empty() {
        newest_is_this_one(build, changes.last().copied(), &file);
        former_texts_differ(build, &changes, &file);
    }
}

impl Build {
    fn change(&mut self, raw: &raw::Change, file: &Arc<SourceFile>) -> Change {
        let place = Place::at(file, raw.version.span());
        check_date(&raw.date, file, &mut self.problems);
        let mut clauses = self.clauses.find_list(&raw.clauses, file, &mut self.problems);
        clauses.sort_unstable();
        Change {
            version: raw.version.get_ref().clone(),
            date: raw.date.get_ref().clone(),
            what: prose(&raw.what, "what", &place, &mut self.problems),
            clauses,
            former: raw.former.iter().map(|former| self.former(raw, former, file)).collect(),
        }
    }

    /// An amended clause is among the clauses of its change; one that was taken out cannot be.
    fn former(
        &mut self,
        change: &raw::Change,
        raw: &raw::Former,
        file: &Arc<SourceFile>,
    ) -> FormerText {
        let place = Place::at(file, raw.clause.span());
        let id = raw.clause.get_ref();
        let listed = change.clauses.iter().any(|clause| clause.get_ref() == id);
        let stands = self.content.clause(id).is_some();
        if raw.taken_out && (listed || stands) {
            self.problems
                .add(&place, format!("clause `{id}` was taken out, and yet it stands"))
                .help("take `taken-out` away, or the clause out of standard.toml and `clauses`");
        } else if !raw.taken_out && !listed {
            self.problems
                .add(&place, format!("the former text of `{id}`, which is not among `clauses`"))
                .help("add it there, or write `taken-out = true` if it stands no more");
        }
        let text = quoted(&raw.text, "text", &place, &mut self.problems);
        FormerText { clause: id.clone(), text }
    }
}

/// A version as its numbers: `2019.12` is newer than `2019.2`.
fn numbers(version: &str) -> Option<Vec<u32>> {
    version.split('.').map(|part| part.parse().ok()).collect()
}

fn in_order(build: &mut Build, changes: &[&raw::Change], file: &Arc<SourceFile>) {
    for raw in changes.iter().filter(|raw| numbers(raw.version.get_ref()).is_none()) {
        let place = Place::at(file, raw.version.span());
        build
            .problems
            .add(&place, format!("`{}` is no version", raw.version.get_ref()))
            .help("a version is numbers with points, like `2019.1`");
    }
    for pair in changes.windows(2) {
        let [before, after] = pair else { continue };
        let (old, new) = (numbers(before.version.get_ref()), numbers(after.version.get_ref()));
        if old.is_some() && new.is_some() && old >= new {
            let place = Place::at(file, after.version.span());
            let (old, new) = (before.version.get_ref(), after.version.get_ref());
            build
                .problems
                .add(&place, format!("version `{new}` stands after `{old}`"))
                .help("each version is newer than the one before it");
        }
        if after.date.get_ref() < before.date.get_ref() {
            let place = Place::at(file, after.date.span());
            build.problems.add(&place, "this version is dated before the one above it");
        }
    }
}

fn newest_is_this_one(build: &mut Build, newest: Option<&raw::Change>, file: &Arc<SourceFile>) {
    let (version, date) = (build.content.version.clone(), build.content.date.clone());
    let Some(newest) = newest else {
        build
            .problems
            .add(&Place::whole(file), "no change is listed")
            .help("the first one says that this is the first version");
        return;
    };
    let same = (newest.version.get_ref(), newest.date.get_ref()) == (&version, &date);
    if !version.is_empty() && !same {
        let (last, dated) = (newest.version.get_ref(), newest.date.get_ref());
        let message =
            format!("the newest change is {last} of {dated}, the content {version} of {date}");
        build
            .problems
            .add(&Place::at(file, newest.version.span()), message)
            .help("both are raised together: here and at the top of standard.toml");
    }
}

/// Backwards through the changes, each former text is compared with the one that came after it.
fn former_texts_differ(build: &mut Build, changes: &[&raw::Change], file: &Arc<SourceFile>) {
    let mut next: BTreeMap<String, Text> = build
        .content
        .clauses
        .iter()
        .map(|clause| (clause.id.clone(), with_items(clause)))
        .collect();
    for (change, raw) in build.content.changes.iter().zip(changes).rev() {
        for (former, raw) in change.former.iter().zip(&raw.former) {
            let after = next.insert(former.clause.clone(), former.text.clone());
            if after.is_some_and(|after| after.get(Lang::Kk) == former.text.get(Lang::Kk)) {
                let message =
                    format!("the Kazakh text of `{}` is the same after it", former.clause);
                build
                    .problems
                    .add(&Place::at(file, raw.clause.span()), message)
                    .help("give the text as it stood before this change");
            }
        }
    }
}

/// The text of a clause as a change gives it: bullets on lines of their own.
fn with_items(clause: &Clause) -> Text {
    let [kk, ru, en] = Lang::ALL.map(|lang| {
        let items = clause.items.iter().map(|item| item.get(lang));
        [clause.text.get(lang)].into_iter().chain(items).collect::<Vec<_>>().join("\n")
    });
    Text::new(kk, ru, en)
}
