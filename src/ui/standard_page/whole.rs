//! The whole Standard: search and filter, the map, and the sections with their clauses.

use std::rc::Rc;

use adal_core::{ClauseIx, Lang, Passage, Query};
use yew::prelude::*;

use crate::browser;
use crate::embedded::content;
use crate::ids::Id;
use crate::session::{Action, Page};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::kind_badge::kind_badge;
use crate::ui::parts::notice::{Tone, notice};
use crate::ui::parts::on_demand::OnDemand;
use crate::ui::parts::search_field::SearchField;
use crate::ui::standard_page::amendments::amendments;
use crate::ui::standard_page::article::{Article, found_in};
use crate::ui::standard_page::drawing::{Drawn, use_drawing};
use crate::ui::standard_page::filter::{Change, Wish, filter};
use crate::ui::standard_page::front::{opening, particulars, words_of};
use crate::ui::standard_page::glossary::glossary;
use crate::ui::standard_page::map::{map, marks};
use crate::ui::standard_page::search::prepare;
use crate::ui::standard_page::tools::Tools;
use crate::ui::standard_page::{beside_switch, reading_button};
use crate::ui::view::View;
use crate::words::Words;

/// The whole Standard, exact or in plain words. What does not change while a person types stands outside of the list.
pub(crate) fn whole(view: &View, plain: bool) -> Html {
    let View { session, words, dispatch, .. } = view;
    html! {
        <>
            { head(plain, *words) }
            <div class="adal-actions adal-toolbar">
                { other_way(plain, *words, dispatch) }
                if !plain {
                    { beside_switch(session, *words, dispatch) }
                }
                <PrintLink words={*words} />
                { link(words.practise_link(), dispatch.reform(|_: MouseEvent| Action::Practise)) }
            </div>
            <div class="adal-screen-only adal-aside">{ map_of(view) }</div>
            <ClauseList
                {plain}
                words={*words}
                beside={session.beside().filter(|_| !plain)}
                tools={Tools { people: session.case().people, dispatch: dispatch.clone() }}
            />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct PrintLinkProps {
    words: Words,
}

/// Prints the page, and says next to the link if the browser cannot.
#[component]
fn PrintLink(props: &PrintLinkProps) -> Html {
    let words = props.words;
    let refused = use_state_eq(|| false);
    let setter = refused.setter();
    html! {
        <>
            { link(words.print(), Callback::from(move |_: MouseEvent| setter.set(!browser::print()))) }
            <span role="status">{ if *refused { words.print_refused() } else { AttrValue::default() } }</span>
        </>
    }
}

fn link(label: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="adal-link" {onclick}>{ label }</button> }
}

/// The list of clauses.
#[derive(Properties, PartialEq)]
pub struct ClauseListProps {
    /// Whether to show one plain sentence per clause instead of the exact text.
    pub plain: bool,
    /// The words of the interface.
    pub words: Words,
    /// A second language for the exact text.
    pub beside: Option<Lang>,
    /// What a reader can do from a clause.
    pub tools: Tools,
}

/// Search, filter and the matching clauses. Other clauses stay in the page but are hidden, which is faster than
/// rendering again.
#[component]
pub fn ClauseList(props: &ClauseListProps) -> Html {
    let words = props.words;
    let wish = use_reducer_eq(Wish::default);
    let on_change = use_callback((), {
        let wish = wish.dispatcher();
        move |change: Change, ()| wish.dispatch(change)
    });
    let sight = Sight {
        drawn: use_drawing(content().clauses.len(), prepare),
        shown: wish.shown(),
        query: wish.marked_words(),
    };
    let (count, all) = (sight.shown.iter().filter(|shown| **shown).count(), sight.shown.len());
    let sections = (0..content().sections.len()).map(|place| place as u8);
    html! {
        <>
            <SearchField
                id={Id("search")}
                label={words.search_label()}
                hint={words.search_hint(example_number())}
                clear={words.find_clear()}
                status={words.shown_clauses(&count.to_string(), &all.to_string())}
                typed={wish.typed()}
                on_type={on_change.reform(Change::Words)}
            />
            <div class="adal-screen-only">{ filter_on_demand(&wish, words, &on_change) }</div>
            if count == 0 {
                { nothing_found(words, &on_change) }
            }
            { for sections.map(|place| section(props, place, &sight)) }
            if sight.drawn.clauses == all {
                { amendments(content(), words) }
                { glossary(words) }
            }
        </>
    }
}

fn filter_on_demand(wish: &Wish, words: Words, on_change: &Callback<Change>) -> Html {
    let draw = {
        let (wish, on_change) = (wish.clone(), on_change.clone());
        Callback::from(move |()| filter(&wish, words, &on_change))
    };
    html! { <OnDemand summary={words.filter_title()} {draw} /> }
}

fn clauses() -> impl Iterator<Item = ClauseIx> {
    (0_u8..).map(ClauseIx).take(content().clauses.len())
}

fn head(plain: bool, words: Words) -> Html {
    let title =
        if plain { words.plain_title().into() } else { words_of(Passage::Title, words.lang()) };
    html! {
        <>
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">{ title }</h1>
            if plain {
                { notice(Tone::Plain, html! { <p>{ words.plain_lead() }</p> }) }
            } else {
                { particulars(words) }
                { notice(Tone::Plain, html! { <p>{ words.standard_lead() }</p> }) }
            }
        </>
    }
}

/// A link from the exact text to plain words, or back.
fn other_way(plain: bool, words: Words, dispatch: &Callback<Action>) -> Html {
    if plain {
        reading_button(Page::Standard(None), words.to_exact_text(), dispatch)
    } else {
        reading_button(Page::PlainWords, words.plain_title(), dispatch)
    }
}

/// A number that can be searched for, as an example.
fn example_number() -> &'static str {
    &content()[content().profile.search_clause].id
}

fn nothing_found(words: Words, on_change: &Callback<Change>) -> Html {
    html! {
        { notice(Tone::Plain, html! { <>
            <p>{ words.nothing_found(example_number()) }</p>
            <button
                type="button"
                class="adal-link"
                onclick={on_change.reform(|_: MouseEvent| Change::Everything)}
            >
                { words.show_everything() }
            </button>
        </> }) }
    }
}

/// The way to each clause, and after a check what it said of them. On a wide screen it is open beside the text.
fn map_of(view: &View) -> Html {
    let View { session, words, dispatch, .. } = view;
    let draw = {
        let (session, words, dispatch) = (session.clone(), *words, dispatch.clone());
        Callback::from(move |()| {
            let cell = |ix, label| map_cell(ix, label, &dispatch);
            map(words, &marks(&session), &cell)
        })
    };
    html! { <OnDemand summary={words.map_title()} wanted=true {draw} /> }
}

fn map_cell(ix: ClauseIx, label: Html, dispatch: &Callback<Action>) -> Html {
    let on_read = dispatch.reform(move |_: MouseEvent| Action::Read(Page::Standard(Some(ix))));
    html! { <button type="button" class="adal-map__link" onclick={on_read}>{ label }</button> }
}

/// What is in the page, what of it is in sight, and what is marked in it.
struct Sight {
    drawn: Drawn,
    /// By clause.
    shown: Vec<bool>,
    query: Option<Rc<Query>>,
}

fn section(props: &ClauseListProps, place: u8, sight: &Sight) -> Html {
    let ClauseListProps { plain, words, beside, .. } = props;
    let section = &content().sections[usize::from(place)];
    let own = clauses().take(sight.drawn.clauses);
    let own: Vec<ClauseIx> = own.filter(|ix| content()[*ix].section() == section.number).collect();
    if own.is_empty() {
        return Html::default();
    }
    let is_whole = sight.shown.iter().all(|shown| *shown);
    let is_empty = !own.iter().any(|ix| sight.shown[ix.place()]);
    html! {
        <section class="adal-section" key={section.number.as_str()} hidden={is_empty}>
            <h2 class="adal-heading">{ words_of(Passage::Heading(place), words.lang()) }</h2>
            if !plain && is_whole {
                { opening(place, *words, *beside) }
            }
            { for own.into_iter().map(|ix| entry(props, ix, sight)) }
        </section>
    }
}

fn entry(props: &ClauseListProps, ix: ClauseIx, sight: &Sight) -> Html {
    let ClauseListProps { plain, words, beside, tools } = props;
    let clause = &content()[ix];
    let is_shown = sight.shown[ix.place()];
    // What is out of sight is not marked anew at each key.
    let query = sight.query.clone().filter(|_| is_shown);
    if *plain {
        return html! {
            <p class="adal-plain" key={clause.id.as_str()} hidden={!is_shown}>
                <span class="adal-number">{ clause.id.as_str() }</span>
                <span>{ found_in(clause.plain.get(words.lang()), query.as_deref()) }{ " " }{ kind_badge(clause.kind, *words) }</span>
            </p>
        };
    }
    html! {
        <div key={clause.id.as_str()} hidden={!is_shown}>
            <Article
                clause={ix}
                words={*words}
                beside={*beside}
                {query}
                on_paper={sight.drawn.on_paper}
                tools={tools.clone()}
            />
        </div>
    }
}
