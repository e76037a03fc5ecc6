//! The situations on the start page, and a search field that finds them in a person's own words.
//!
//! What is typed stays in this component. It is lost with the page and never reaches the session.

use adal_core::{Audience, People, Query, SituationIx, Theme};
use yew::prelude::*;

use super::{join_ids, people_indices, starting_people};
use crate::embedded::{content, finder};
use crate::ids::Id;
use crate::session::{Action, Page, Problem, is_bound};
use crate::ui::expectations_page::expected_title;
use crate::ui::parts::choices::{ChoiceItem, ChoiceKind, Choices, Divider, Head, Lack};
use crate::ui::parts::search_field::SearchField;
use crate::ui::standard_page::reading_button;
use crate::ui::view::View;
use crate::words::Words;

/// The id of the search field.
pub const FIND_ID: Id = Id("find");

/// The typed text, and the matches.
struct Search {
    typed: UseStateHandle<String>,
    /// Best match first; `None` if there is nothing to search for.
    found: Option<Vec<SituationIx>>,
}

#[hook]
fn use_search(people: People) -> Search {
    let typed = use_state(String::new);
    let found = Query::new(&typed).map(|query| finder().find(content(), people, &query));
    Search { typed, found }
}

/// The situations for these people: first those that match the search, then the others.
#[component]
pub fn Situations(view: &View) -> Html {
    let View { session, words, .. } = view;
    let people = session.case().people;
    let search = use_search(people);
    let lack = Lack(session.problem() == Some(Problem::SituationMissing));
    let found = search.found.as_deref().unwrap_or_default();
    let divider =
        (!found.is_empty()).then(|| Divider { after: found.len(), text: words.other_situations() });
    let choices = Choices {
        lack,
        heads: heads(view, found),
        divider,
        ..Choices::new(ChoiceKind::Checkbox, "situation", options(view, found))
    };
    html! {
        <fieldset
            class={classes!("adal-fieldset", lack.class())}
            aria-describedby={lack.described_by()}
            hidden={people.is_empty()}
            data-for-who={join_ids(content(), starting_people(content()))}
        >
            <legend class="adal-legend">{ words.situation_question() }</legend>
            <p class="adal-hint">{ words.situation_hint() }</p>
            { search_field(*words, &search) }
            { read_instead(view, search.found.as_deref()) }
            { choices.view() }
        </fieldset>
    }
}

fn search_field(words: Words, search: &Search) -> Html {
    let status = match search.found.as_ref().map(Vec::len) {
        None => AttrValue::default(),
        Some(0) => words.none_found(),
        Some(count) => words.found(count),
    };
    let setter = search.typed.setter();
    html! {
        <SearchField
            id={FIND_ID}
            label={words.find_label()}
            hint={words.find_hint(content().profile.search_words.get(words.lang()))}
            clear={words.find_clear()}
            {status}
            typed={(*search.typed).clone()}
            on_type={Callback::from(move |typed| setter.set(typed))}
        />
    }
}

/// What to read where a search finds no situation, or one without questions, which only tells what is expected.
fn read_instead(view: &View, found: Option<&[SituationIx]>) -> Html {
    let View { session, words, dispatch, .. } = view;
    let asks_nothing = |ix: &SituationIx| content()[*ix].questions.is_empty();
    if !found.is_some_and(|found| found.is_empty() || found.iter().any(asks_nothing)) {
        return Html::default();
    }
    let is_bound = is_bound(session.case().people);
    let audience = if is_bound { Audience::Staff } else { Audience::Ngo };
    html! {
        <p class="adal-search__ways" data-unmeasured="">
            { words.read_instead() }
            { reading_button(Page::Expectations(audience), expected_title(audience, *words), dispatch) }
            { reading_button(Page::Standard(None), words.read_standard(), dispatch) }
        </p>
    }
}

/// The themes above their situations, as far as a search has not taken these out of their order.
fn heads(view: &View, found: &[SituationIx]) -> Vec<Head> {
    let View { session, words, .. } = view;
    let visible: Vec<SituationIx> = content().situations_for(session.case().people).collect();
    let all = (0_u8..).map(SituationIx).take(content().situations.len());
    let others: Vec<SituationIx> = all.filter(|ix| !found.contains(ix)).collect();
    let head = |(place, theme): (u8, &'static Theme)| {
        let of = |ix: &SituationIx| content()[*ix].theme == Some(place);
        let first = others.iter().position(of)?;
        let own: Vec<SituationIx> = others.iter().copied().filter(of).collect();
        let seers = people_indices(content()).filter(|person| {
            let alone = People::NOBODY.with(*person);
            content().situations_for(alone).any(|seen| own.contains(&seen))
        });
        Some(Head {
            after: found.len() + first,
            sign: theme.sign.as_str(),
            text: theme.title.get(words.lang()).into(),
            hidden: !own.iter().any(|ix| visible.contains(ix)),
            for_who: join_ids(content(), seers).into(),
        })
    };
    (0_u8..).zip(&content().themes).filter_map(head).collect()
}

/// All situations, those that were found first. None is left out, so that what is chosen stays in sight.
fn options(view: &View, found: &[SituationIx]) -> Vec<ChoiceItem> {
    let View { session, words, dispatch, .. } = view;
    let (case, lang) = (session.case(), words.lang());
    let visible: Vec<SituationIx> = content().situations_for(case.people).collect();
    let all = (0_u8..).map(SituationIx).take(content().situations.len());
    let others = all.filter(|ix| !found.contains(ix));
    found
        .iter()
        .copied()
        .chain(others)
        .map(|ix| {
            let situation = &content()[ix];
            ChoiceItem {
                hidden: !visible.contains(&ix),
                for_who: Some(who_sees(ix).into()),
                ..ChoiceItem::new(
                    situation.id.as_str(),
                    situation.title.get(lang),
                    Some(situation.summary.get(lang).into()),
                    case.situations.contains(&ix),
                    dispatch.reform(move |()| Action::ToggleSituation(ix)),
                )
            }
        })
        .collect()
}

/// The values of the radio and of the role checkboxes for which a situation is visible.
fn who_sees(situation: SituationIx) -> String {
    let seers = people_indices(content()).filter(|person| {
        let alone = People::NOBODY.with(*person);
        content().situations_for(alone).any(|seen| seen == situation)
    });
    join_ids(content(), seers)
}
