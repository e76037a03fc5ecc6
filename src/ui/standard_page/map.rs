//! The map of the Standard: every clause by section and kind. After a check, it marks the clauses that apply or may
//! apply.

use std::collections::BTreeMap;

use adal_core::{ClauseIx, Section, State};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::Session;
use crate::ui::parts::kind_badge::{kind_badge, kind_class};
use crate::ui::standard_page::filter::KINDS;
use crate::words::Words;

/// The outcome of a check for a clause. Other clauses have no mark, because not all were checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Applies,
    MayApply,
}

impl Mark {
    fn words(self, words: Words) -> AttrValue {
        match self {
            Mark::Applies => words.map_applies(),
            Mark::MayApply => words.map_may_apply(),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Mark::Applies => "adal-map__mark--applies",
            Mark::MayApply => "adal-map__mark--may-apply",
        }
    }
}

/// The marks after a check, otherwise none.
pub(crate) fn marks(session: &Session) -> BTreeMap<ClauseIx, Mark> {
    if !session.has_result() {
        return BTreeMap::new();
    }
    let findings = session.assessment().findings.into_iter();
    findings
        .map(|finding| {
            let applies = finding.state == State::Applies;
            (finding.clause, if applies { Mark::Applies } else { Mark::MayApply })
        })
        .collect()
}

/// A list of sections, each with a list of kinds, each with its clauses; `cell` makes the link to a clause from its
/// label. VoiceOver does not treat lists without markers as lists, so each has an explicit role.
pub(crate) fn map(
    words: Words,
    marks: &BTreeMap<ClauseIx, Mark>,
    cell: &dyn Fn(ClauseIx, Html) -> Html,
) -> Html {
    let sections = content().sections.iter().map(|section| {
        html! {
            <li>
                <p class="adal-map__section">
                    { section.heading.get(words.lang()) }{ format!(" ({})", count(section)) }
                </p>
                <ul class="adal-map__kinds" role="list">{ kinds(section, words, marks, cell) }</ul>
            </li>
        }
    });
    html! {
        <>
            if !marks.is_empty() {
                <p>{ words.map_after_check() }</p>
            }
            <ul class="adal-map" role="list">{ for sections }</ul>
        </>
    }
}

/// How many clauses a section has.
fn count(section: &Section) -> usize {
    content().clauses.iter().filter(|clause| clause.section() == section.number).count()
}

fn kinds(
    section: &Section,
    words: Words,
    marks: &BTreeMap<ClauseIx, Mark>,
    cell: &dyn Fn(ClauseIx, Html) -> Html,
) -> Html {
    let rows = KINDS.into_iter().filter_map(|kind| {
        let own = (0_u8..).map(ClauseIx).zip(&content().clauses);
        let own = own.filter(|(_, c)| c.section() == section.number && c.kind == kind);
        let cells: Vec<Html> = own
            .map(|(ix, clause)| {
                let mark = marks.get(&ix).copied();
                html! {
                    <li class={classes!("adal-map__cell", kind_class(kind), mark.map(Mark::class))}>
                        { cell(ix, label(&clause.id, mark, words)) }
                    </li>
                }
            })
            .collect();
        (!cells.is_empty()).then(|| {
            html! {
                <li class="adal-map__kind">
                    { kind_badge(kind, words) }
                    <ul class="adal-map__cells" role="list">{ for cells }</ul>
                </li>
            }
        })
    });
    rows.collect()
}

fn label(id: &'static str, mark: Option<Mark>, words: Words) -> Html {
    html! {
        <>
            { id }
            if let Some(mark) = mark {
                <span class="adal-map__said">{ " " }{ mark.words(words) }</span>
            }
        </>
    }
}
