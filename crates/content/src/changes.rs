//! `changes.toml`: what changed with each version, and how amendments changed the clauses of the Standard.

use std::collections::BTreeMap;
use std::sync::Arc;

use adal_core::{AmendedClause, Amendment, Change, Clause, Lang, Text};
use toml::Spanned;

use crate::amendment::{reworded, unmarked};
use crate::check::{Build, check_date, prose, quoted};
use crate::problem::{Place, SourceFile};
use crate::raw::{self, Id};
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
        amend(build, &changes, &file);
    }
}

impl Build {
    fn change(&mut self, raw: &raw::Change, file: &Arc<SourceFile>) -> Change {
        let place = Place::at(file, raw.version.span());
        check_date(&raw.date, file, &mut self.problems);
        let mut clauses = self.clauses.find_list(&raw.clauses, file, &mut self.problems);
        clauses.sort_unstable();
        for former in &raw.former {
            self.check_former(raw, former, file);
        }
        Change {
            version: raw.version.get_ref().clone(),
            date: raw.date.get_ref().clone(),
            what: prose(&raw.what, "what", &place, &mut self.problems),
            clauses,
            amendment: self.amendment(raw, file),
        }
    }

    /// The amendment without its clauses. What the clauses said after it depends on later amendments.
    fn amendment(&mut self, raw: &raw::Change, file: &Arc<SourceFile>) -> Option<Amendment> {
        let amends = !raw.added.is_empty() || !raw.former.is_empty();
        match &raw.in_force {
            Some(date) => {
                check_date(date, file, &mut self.problems);
                if !amends {
                    self.problems
                        .add(&Place::at(file, date.span()), "`in-force`, but no clause is amended")
                        .help("give the former texts, list `added`, or take `in-force` out");
                }
            }
            None if amends => {
                self.problems
                    .add(&Place::at(file, raw.version.span()), "an amendment without `in-force`")
                    .help("give the day from which the amended text is in force");
            }
            None => {}
        }
        let in_force = raw.in_force.as_ref()?.get_ref().clone();
        Some(Amendment { in_force, clauses: Vec::new() })
    }

    /// An amended clause must be listed with its change. A removed clause cannot be.
    fn check_former(&mut self, change: &raw::Change, raw: &raw::Former, file: &Arc<SourceFile>) {
        let place = Place::at(file, raw.clause.span());
        let id = raw.clause.get_ref();
        let listed = change.clauses.iter().any(|clause| clause.get_ref() == id);
        let stands = self.content.clause(id).is_some();
        if raw.taken_out && (listed || stands) {
            self.problems
                .add(&place, format!("clause `{id}` is said to be taken out, but it is still there"))
                .help("take `taken-out` out, or take the clause out of standard.toml and of `clauses`");
        } else if !raw.taken_out && !listed {
            self.problems
                .add(&place, format!("the former text of `{id}`, which is not among `clauses`"))
                .help("add it there, or write `taken-out = true` if the clause is gone");
        }
    }
}

/// The numbers of a version: `2019.12` is newer than `2019.2`.
fn numbers(version: &str) -> Option<Vec<u32>> {
    version.split('.').map(|part| part.parse().ok()).collect()
}

fn in_order(build: &mut Build, changes: &[&raw::Change], file: &Arc<SourceFile>) {
    for raw in changes.iter().filter(|raw| numbers(raw.version.get_ref()).is_none()) {
        let place = Place::at(file, raw.version.span());
        build
            .problems
            .add(&place, format!("`{}` is not a version", raw.version.get_ref()))
            .help("a version is written in numbers with points between them, like `2019.1`");
    }
    for pair in changes.windows(2) {
        let [before, after] = pair else { continue };
        let (old, new) = (numbers(before.version.get_ref()), numbers(after.version.get_ref()));
        if old.is_some() && new.is_some() && old >= new {
            let place = Place::at(file, after.version.span());
            let (old, new) = (before.version.get_ref(), after.version.get_ref());
            build
                .problems
                .add(&place, format!("version `{new}` comes after `{old}`"))
                .help("each version must be newer than the one above it");
        }
        if after.date.get_ref() < before.date.get_ref() {
            let place = Place::at(file, after.date.span());
            build
                .problems
                .add(&place, "this version is dated before the one above it")
                .help("see the `date` of both");
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
            .help("change both together: here and at the top of standard.toml");
    }
}

/// Goes backwards through the changes, because the text after each change is known from the later ones, and finally
/// from the clauses.
fn amend(build: &mut Build, changes: &[&raw::Change], file: &Arc<SourceFile>) {
    let standing = build.content.clauses.iter();
    let mut after: BTreeMap<String, Text> =
        standing.map(|clause| (clause.id.clone(), with_items(clause))).collect();
    for (place, raw) in changes.iter().enumerate().rev() {
        let added = raw.added.iter().filter_map(|id| added(build, raw, id, &mut after, file));
        let mut clauses: Vec<AmendedClause> = added.collect();
        clauses.extend(raw.former.iter().map(|former| amended(build, former, &mut after, file)));
        clauses.sort_by_key(|clause| numbers(&clause.id));
        if let Some(amendment) = &mut build.content.changes[place].amendment {
            amendment.clauses = clauses;
        }
    }
}

/// A clause that the change added. Its number did not exist before.
fn added(
    build: &mut Build,
    change: &raw::Change,
    id: &Id,
    after: &mut BTreeMap<String, Text>,
    file: &Arc<SourceFile>,
) -> Option<AmendedClause> {
    let place = Place::at(file, id.span());
    let id = id.get_ref();
    let is_listed = change.clauses.iter().any(|clause| clause.get_ref() == id);
    if build.content.clause(id).is_some() && !is_listed {
        build
            .problems
            .add(&place, format!("`{id}` was added, but is not among `clauses`"))
            .help("add it there");
    }
    let Some(text) = after.remove(id) else {
        build
            .problems
            .add(
                &place,
                format!(
                    "`{id}` is said to be added, but no clause has this number after the change"
                ),
            )
            .help("a clause that was taken out later needs its former text in the later change");
        return None;
    };
    Some(AmendedClause { id: id.clone(), before: None, after: Some(unmarked(&text)) })
}

/// A clause that the change reworded or removed.
fn amended(
    build: &mut Build,
    raw: &raw::Former,
    after: &mut BTreeMap<String, Text>,
    file: &Arc<SourceFile>,
) -> AmendedClause {
    let place = Place::at(file, raw.clause.span());
    let id = raw.clause.get_ref().clone();
    let text = quoted(&raw.text, "text", &place, &mut build.problems);
    let next = after.insert(id.clone(), text.clone()).filter(|_| !raw.taken_out);
    let Some(next) = next else {
        return AmendedClause { id, before: Some(unmarked(&text)), after: None };
    };
    if next.get(Lang::Kk) == text.get(Lang::Kk) {
        build
            .problems
            .add(
                &place,
                format!("the Kazakh text of `{id}` is the same before and after the change"),
            )
            .help("give the text as it was before this change");
    }
    let (before, after) = reworded(&text, &next);
    AmendedClause { id, before: Some(before), after: Some(after) }
}

/// The text of a clause in the form of `changes.toml`, with each bullet on a line of its own.
fn with_items(clause: &Clause) -> Text {
    let [kk, ru, en] = Lang::ALL.map(|lang| {
        let items = clause.items.iter().map(|item| item.get(lang));
        [clause.text.get(lang)].into_iter().chain(items).collect::<Vec<_>>().join("\n")
    });
    Text::new(kk, ru, en)
}
