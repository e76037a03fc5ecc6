//! More about a clause: what is unclear, the source text of slips, where it can be checked, a link.

use adal_core::{Certainty, ClauseIx, Lang, Passage, ReadingIx, SituationIx, Slip};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::{Action, is_open_to};
use crate::ui::parts::copy_link::CopyLink;
use crate::ui::standard_page::amendments::{history, texts};
use crate::ui::standard_page::glossary::{meanings, terms_of};
use crate::ui::standard_page::tools::Tools;
use crate::words::Words;

/// The names of the sections that exist, or `None` if there are none.
pub(crate) fn summary(ix: ClauseIx, words: Words, has_tools: bool) -> Option<AttrValue> {
    let clause = &content()[ix];
    let parts = [
        clause.note.as_ref().map(|_| words.part_unclear()),
        (!slips(ix).is_empty()).then(|| words.part_corrections()),
        history(content(), &clause.id).next().map(|_| words.part_amendments()),
        (!terms_of(ix).is_empty()).then(|| words.part_terms()),
        (has_tools && situations_of(ix).next().is_some()).then(|| words.part_check()),
        has_tools.then(|| words.part_link()),
    ];
    let parts: Vec<AttrValue> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| words.more_on_clause(&clause.id, &parts.join(", ")))
}

/// The sections themselves.
pub(crate) fn passages(ix: ClauseIx, words: Words, tools: Option<&Tools>) -> Html {
    let (clause, slips, terms) = (&content()[ix], slips(ix), terms_of(ix));
    html! {
        <>
            { unclear(ix, words) }
            if !slips.is_empty() {
                <h4 class="adal-card__subtitle">{ words.corrections_title() }</h4>
                { corrections(&slips, words) }
            }
            { texts(content(), &clause.id, words) }
            // In print, the glossary is at the end.
            if !terms.is_empty() {
                <div class="adal-screen-only">
                    <h4 class="adal-card__subtitle">{ words.glossary_title() }</h4>
                    { meanings(&terms, words) }
                </div>
            }
            if let Some(tools) = tools {
                <div class="adal-screen-only">
                    { checks(ix, words, tools) }
                    <CopyLink clause={clause.id.as_str()} words={words} />
                </div>
            }
        </>
    }
}

fn unclear(ix: ClauseIx, words: Words) -> Html {
    let lang = words.lang();
    let Some(note) = &content()[ix].note else { return Html::default() };
    let readings = content().readings_of(ix);
    let row = |ix: &ReadingIx| {
        let reading = &content()[*ix];
        html! {
            <>
                <p><strong>{ reading.question.get(lang) }</strong></p>
                <ul>{ for reading.sides.iter().map(|side| html! { <li>{ side.get(lang) }</li> }) }</ul>
            </>
        }
    };
    html! {
        <>
            <h4 class="adal-card__subtitle">{ words.unclear_title() }</h4>
            <p>{ note.get(lang) }</p>
            if !readings.is_empty() {
                <p>{ words.wording_open() }</p>
                { for readings.iter().map(row) }
            }
        </>
    }
}

/// The slips in the clause and its bullets.
fn slips(ix: ClauseIx) -> Vec<&'static Slip> {
    let items = (0_u8..).zip(&content()[ix].items).map(|(place, _)| Passage::Item(ix, place));
    [Passage::Clause(ix)]
        .into_iter()
        .chain(items)
        .flat_map(|part| content().slips_in(part))
        .collect()
}

/// The source text of each slip.
pub(crate) fn corrections(slips: &[&'static Slip], words: Words) -> Html {
    html! { <ul>{ for slips.iter().map(|slip| html! { <li>{ correction(slip, words) }</li> }) }</ul> }
}

/// The source text, and the text shown here.
fn correction(slip: &'static Slip, words: Words) -> Html {
    let quoted = |text: &'static str| html! { <q lang={Lang::Kk.tag()}>{ text }</q> };
    let label = |label: AttrValue| html! { <>{ label }{ " " }</> };
    let shown = || shown(slip);
    match slip.certainty {
        Certainty::Certain | Certainty::Probable => html! {
            <>
                { label(words.in_the_source()) }{ quoted(&slip.received) }{ "; " }
                { label(words.shown_here()) }{ quoted(shown()) }
                if slip.certainty == Certainty::Probable {
                    { " " }{ words.probable_correction() }
                }
            </>
        },
        Certainty::Unsure => html! {
            <>
                { label(words.unclear_in_the_source()) }{ quoted(&slip.received) }
                if let Some(perhaps) = &slip.perhaps {
                    { "; " }{ label(words.perhaps_meant()) }{ quoted(perhaps) }
                }
            </>
        },
    }
}

/// The words of the shown text that replace a slip.
fn shown(slip: &Slip) -> &'static str {
    let text = content().passage(slip.passage).get(Lang::Kk);
    text.get(slip.start.into()..slip.end.into()).unwrap_or_default()
}

/// The situations whose rules or reminders use the clause.
pub(crate) fn situations_of(ix: ClauseIx) -> impl Iterator<Item = SituationIx> {
    let all = (0_u8..).map(SituationIx).take(content().situations.len());
    all.filter(move |situation| content().uses(*situation, ix))
}

fn checks(ix: ClauseIx, words: Words, tools: &Tools) -> Html {
    let Tools { people, dispatch } = tools;
    let rows = situations_of(ix)
        .filter(|situation| is_open_to(*people, *situation))
        .map(|situation| html! { <li>{ check_button(situation, words, dispatch) }</li> });
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h4 class="adal-card__subtitle">{ words.check_title() }</h4>
            <ul class="adal-plain-list">{ for rows }</ul>
        </>
    }
}

/// A button that starts the check of a situation.
pub(crate) fn check_button(
    situation: SituationIx,
    words: Words,
    dispatch: &Callback<Action>,
) -> Html {
    html! {
        <button
            type="button"
            class="adal-link"
            onclick={dispatch.reform(move |_: MouseEvent| Action::CheckSituation(situation))}
        >
            { content()[situation].title.get(words.lang()) }
        </button>
    }
}
