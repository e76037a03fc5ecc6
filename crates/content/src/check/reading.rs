//! `glossary.toml` and `expectations.toml`: texts to read in addition to the Standard, linked to its clauses.

use std::sync::Arc;

use adal_core::{ClauseIx, Expectation, Group, Kind, Lang, NgoBearing, SituationIx, Term};
use toml::Spanned;

use super::names::{Names, check_id};
use super::{Build, NGO, texts};
use crate::problem::{Place, SourceFile};
use crate::raw;
use crate::read::{Items, only_list};
use crate::wording::Speech;

impl Build {
    pub(super) fn glossary(&mut self) {
        let file = self.folder.required("glossary.toml", &mut self.problems);
        let items: Items<raw::Term> = only_list(file.as_ref(), "term", &mut self.problems);
        let Some(file) = file else { return };
        let mut names = Names::new("term");
        for raw in items.good.iter().map(Spanned::get_ref) {
            let place = Place::at(&file, raw.id.span());
            check_id(&raw.id, &file, &mut self.problems);
            names.add(raw.id.get_ref(), (), &place, &mut self.problems);
            let used = self.clauses_with(&raw.stems, &file);
            self.content.terms.push(Term {
                name: texts::prose(&raw.name, "name", &place, &mut self.problems),
                text: texts::prose(&raw.text, "text", &place, &mut self.problems),
                defined: self.clauses.find_list(&raw.defined, &file, &mut self.problems),
                used,
            });
        }
    }

    /// The clauses whose Kazakh text contains a word with one of these stems. Reports a stem that no clause contains.
    fn clauses_with(&mut self, stems: &[raw::Id], file: &Arc<SourceFile>) -> Vec<ClauseIx> {
        let mut used = Vec::new();
        for stem in stems {
            let before = used.len();
            let clauses = (0_u8..).map(ClauseIx).zip(&self.content.clauses);
            used.extend(clauses.filter(|(_, clause)| {
                let texts = [&clause.text].into_iter().chain(&clause.items);
                texts.map(|text| text.get(Lang::Kk)).any(|text| has_word(text, stem.get_ref()))
            }));
            if used.len() == before && !self.content.clauses.is_empty() {
                let message = format!("no clause has a word that begins with «{}»", stem.get_ref());
                self.problems
                    .add(&Place::at(file, stem.span()), message)
                    .help("write the beginning of the word as it is in the Kazakh text");
            }
        }
        let mut used: Vec<ClauseIx> = used.into_iter().map(|(ix, _)| ix).collect();
        used.sort_unstable();
        used.dedup();
        used
    }

    pub(super) fn expectations(&mut self) {
        let file = self.folder.required("expectations.toml", &mut self.problems);
        let items: Items<raw::Expectation> =
            only_list(file.as_ref(), "expectation", &mut self.problems);
        let Some(file) = file else { return };
        for raw in items.good.iter().map(Spanned::get_ref) {
            let place = Place::at(&file, raw.group.span());
            let clauses = self.clauses.find_list(&raw.clauses, &file, &mut self.problems);
            if raw.clauses.is_empty() {
                self.problems
                    .add(&place, "`clauses` is empty")
                    .help("name the clauses that say so");
            }
            for (id, clause) in raw.clauses.iter().zip(&clauses) {
                self.fits_expectation(raw, *clause, &Place::at(&file, id.span()));
            }
            let situation = raw.situation.as_ref();
            let situation = situation.and_then(|id| self.check_offered(id, &clauses, &file));
            self.force.same(&raw.text, Speech::Told, &place, &mut self.problems);
            self.content.expectations.push(Expectation {
                group: raw.group.get_ref().0,
                clauses,
                situation,
                text: texts::prose(&raw.text, "text", &place, &mut self.problems),
            });
        }
        self.nothing_to_expect_is_left_out(&file);
    }

    fn fits_expectation(&mut self, raw: &raw::Expectation, ix: ClauseIx, place: &Place) {
        let Some(clause) = self.content.clauses.get(ix.place()) else { return };
        if clause.ngo == NgoBearing::None {
            self.problems
                .add(place, format!("clause `{}` does not bear on NGOs", clause.id))
                .help("see its `ngo` in standard.toml");
        }
        let is_of_company = raw.group.get_ref().0 == Group::Company;
        if is_of_company != (clause.kind == Kind::Measure) {
            self.problems
                .add(place, format!("clause `{}` does not fit the group", clause.id))
                .help("`company` is for measures, and measures are for `company`");
        }
    }

    /// The situation in which the expectation can be checked: a situation for NGOs that uses one of its clauses.
    fn check_offered(
        &mut self,
        id: &raw::Id,
        clauses: &[ClauseIx],
        file: &Arc<SourceFile>,
    ) -> Option<SituationIx> {
        let found = self.situations.find(id, file, &mut self.problems)?;
        let place = Place::at(file, id.span());
        let people = self.content[found].people;
        let ngo = self.people.known(NGO);
        let rules_are_known = self.law_is_whole && !self.used.unsure;
        if ngo.is_some_and(|ngo| !people.is_empty() && !people.contains(ngo)) {
            self.problems
                .add(&place, format!("an NGO does not see the situation `{}`", id.get_ref()))
                .help("name one of the situations for NGOs");
        } else if rules_are_known && !clauses.iter().any(|clause| self.content.uses(found, *clause))
        {
            self.problems
                .add(&place, format!("`{}` uses none of these clauses", id.get_ref()))
                .help("name a situation with a rule or a reminder of one of them");
        }
        Some(found)
    }

    /// Reports a clause that concerns NGOs and has no expectation. Skipped after other problems, because a broken
    /// line would be reported twice.
    fn nothing_to_expect_is_left_out(&mut self, file: &Arc<SourceFile>) {
        if !self.problems.is_empty() {
            return;
        }
        for (ix, clause) in (0_u8..).map(ClauseIx).zip(&self.content.clauses) {
            let is_told = self.content.expectations.iter().any(|line| line.clauses.contains(&ix));
            if clause.ngo != NgoBearing::None && clause.kind != Kind::Provision && !is_told {
                self.problems
                    .add(
                        &Place::whole(file),
                        format!("clause `{}` bears on NGOs and has no line", clause.id),
                    )
                    .help("add an `[[expectation]]` that names it");
            }
        }
    }
}

/// Whether a word of the text starts with this, ignoring case.
fn has_word(text: &str, stem: &str) -> bool {
    let small = stem.to_lowercase();
    let text = if small == stem { text.to_lowercase() } else { text.to_owned() };
    let begins_word = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    !stem.is_empty() && text.match_indices(stem).any(|(at, _)| begins_word(at))
}
