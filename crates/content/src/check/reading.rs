//! `glossary.toml` and `expectations.toml`: texts to read in addition to the Standard, linked to its clauses.

use std::sync::Arc;

use adal_core::{
    Audience, Check, Clause, ClauseIx, Expectation, Group, Kind, Lang, NgoBearing, SituationIx,
    Term, Text,
};
use toml::Spanned;

use super::names::{Names, check_id};
use super::{Build, texts};
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
            let group = raw.group.get_ref().0;
            let place = Place::at(&file, raw.group.span());
            let clauses = self.clauses.find_list(&raw.clauses, &file, &mut self.problems);
            if raw.clauses.is_empty() {
                self.problems
                    .add(&place, "`clauses` is empty")
                    .help("name the clauses that say so");
            }
            for (id, clause) in raw.clauses.iter().zip(&clauses) {
                self.fits_expectation(group, *clause, &Place::at(&file, id.span()));
            }
            let situation = raw.situation.as_ref();
            let situation =
                situation.and_then(|id| self.check_offered(id, group.audience(), &clauses, &file));
            let text = self.expected_text(raw, &clauses, &place);
            self.content.expectations.push(Expectation { group, clauses, situation, text });
        }
        for audience in [Audience::Ngo, Audience::Staff] {
            self.nothing_expected_is_left_out(audience, &file);
        }
    }

    /// The text of a line. A line about a single clause may do without one: it is the plain sentence then.
    fn expected_text(
        &mut self,
        raw: &raw::Expectation,
        clauses: &[ClauseIx],
        place: &Place,
    ) -> Text {
        if let ([only], None) = (clauses, &raw.text)
            && let Some(clause) = self.content.clauses.get(only.place())
        {
            return clause.plain.clone();
        }
        let text = raw.text.clone().unwrap_or_default();
        self.force.same(&text, Speech::Told, place, &mut self.problems);
        texts::prose(&text, "text", place, &mut self.problems)
    }

    fn fits_expectation(&mut self, group: Group, ix: ClauseIx, place: &Place) {
        let Some(clause) = self.content.clauses.get(ix.place()) else { return };
        if !is_expected(clause, group.audience()) {
            let (message, help) = match group.audience() {
                Audience::Ngo => ("does not bear on NGOs", "see its `ngo` in standard.toml"),
                Audience::Staff => {
                    ("asks nothing of staff", "see its `binds` and `check` in standard.toml")
                }
            };
            self.problems.add(place, format!("clause `{}` {message}", clause.id)).help(help);
        }
        let (fits, help) = match group {
            Group::MustNot | Group::Owe | Group::BetterNot | Group::Company => (
                (group == Group::Company) == (clause.kind == Kind::Measure),
                "`company` is for measures, and measures are for `company`",
            ),
            Group::NotTake | Group::NotGive | Group::NotDo => (
                matches!(clause.kind, Kind::Prohibition | Kind::Restriction),
                "these groups are for prohibitions and restrictions",
            ),
            Group::Report | Group::Doubt | Group::SeeTo => (
                clause.check == Check::Assessed
                    && matches!(clause.kind, Kind::Duty | Kind::Right | Kind::Recommendation),
                "these groups are for duties, rights and recommendations that are assessed",
            ),
            Group::EveryDay => (clause.check == Check::Reminder, "`every-day` is for reminders"),
        };
        if !fits {
            self.problems
                .add(place, format!("clause `{}` does not fit the group", clause.id))
                .help(help);
        }
    }

    /// The situation in which the expectation can be checked: one that its audience sees and that uses one of its
    /// clauses.
    fn check_offered(
        &mut self,
        id: &raw::Id,
        audience: Audience,
        clauses: &[ClauseIx],
        file: &Arc<SourceFile>,
    ) -> Option<SituationIx> {
        let found = self.situations.find(id, file, &mut self.problems)?;
        let place = Place::at(file, id.span());
        let people = self.content[found].people;
        let is_seen = match audience {
            Audience::Ngo => self.outside.is_none_or(|ngo| people.contains(ngo)),
            Audience::Staff => people.iter().any(|person| !self.content[person].alone),
        };
        let rules_are_known = self.law_is_whole && !self.used.unsure;
        if !people.is_empty() && !is_seen {
            let (who, whose) = match audience {
                Audience::Ngo => ("an NGO does", "NGOs"),
                Audience::Staff => ("staff do", "staff"),
            };
            self.problems
                .add(&place, format!("{who} not see the situation `{}`", id.get_ref()))
                .help(format!("name one of the situations for {whose}"));
        } else if rules_are_known && !clauses.iter().any(|clause| self.content.uses(found, *clause))
        {
            self.problems
                .add(&place, format!("`{}` uses none of these clauses", id.get_ref()))
                .help("name a situation with a rule or a reminder of one of them");
        }
        Some(found)
    }

    /// Reports a clause that expects something and has no line for this audience. Skipped after other problems,
    /// because a broken line would be reported twice.
    fn nothing_expected_is_left_out(&mut self, audience: Audience, file: &Arc<SourceFile>) {
        if !self.problems.is_empty() {
            return;
        }
        let lines = self.content.expectations.iter();
        let lines = lines.filter(|line| line.group.audience() == audience);
        let told: Vec<ClauseIx> = lines.flat_map(|line| line.clauses.iter().copied()).collect();
        for (ix, clause) in (0_u8..).map(ClauseIx).zip(&self.content.clauses) {
            if is_expected(clause, audience)
                && clause.kind != Kind::Provision
                && !told.contains(&ix)
            {
                let message = match audience {
                    Audience::Ngo => {
                        format!("clause `{}` bears on NGOs and has no line", clause.id)
                    }
                    Audience::Staff => {
                        format!("clause `{}` asks something of staff and has no line", clause.id)
                    }
                };
                self.problems
                    .add(&Place::whole(file), message)
                    .help("add an `[[expectation]]` that names it");
            }
        }
    }
}

/// Whether the clause gives this audience something to expect, or something that is expected of them.
fn is_expected(clause: &Clause, audience: Audience) -> bool {
    match audience {
        Audience::Ngo => clause.ngo != NgoBearing::None,
        Audience::Staff => !clause.binds.is_empty() && clause.check != Check::Information,
    }
}

/// Whether a word of the text starts with this, ignoring case.
fn has_word(text: &str, stem: &str) -> bool {
    let small = stem.to_lowercase();
    let text = if small == stem { text.to_lowercase() } else { text.to_owned() };
    let begins_word = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    !stem.is_empty() && text.match_indices(stem).any(|(at, _)| begins_word(at))
}
