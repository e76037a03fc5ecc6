//! The start page: what this is, what privacy means here, who you are, what you are about to do.
//!
//! It is also rendered at build time and stands in the file as markup, usable before the program runs. So all
//! that the boot script needs stands in its attributes: `name`, `value`, `data-for-who`, `data-action`, `data-lang`.

use std::rc::Rc;

use adal_core::{Content, People, PersonIx, SituationIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::{Action, Page, Problem, STAFF, Session, is_role};
use crate::ui::app::HEADING_ID;
use crate::ui::parts::choices::{ChoiceItem, ChoiceKind, Choices};
use crate::ui::parts::error_summary::ErrorSummary;
use crate::ui::parts::notice::{Notice, Tone};
use crate::words::Words;

/// The start page.
#[derive(Properties, PartialEq)]
pub struct StartPageProps {
    /// The session.
    pub session: Rc<Session>,
    /// The words of the interface.
    pub words: Words,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// What this is, who you are, what you are about to do.
#[component]
pub fn StartPage(props: &StartPageProps) -> Html {
    let StartPageProps { session, words, dispatch } = props;
    html! {
        <>
            { error_summary(session, *words) }
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">{ words.start_title() }</h1>
            <p class="adal-lead">{ words.start_lead() }</p>
            <Notice tone={Tone::Plain}>
                <p><strong>{ words.privacy_answers() }</strong>{ " " }{ words.privacy_owner() }</p>
                <p>{ words.privacy_device() }</p>
            </Notice>
            { who(props) }
            { roles(props) }
            { situations(props) }
            <div class="adal-actions">
                <button
                    type="button"
                    class="adal-button"
                    id="adal-continue"
                    data-action="continue"
                    onclick={dispatch.reform(|_: MouseEvent| Action::Continue)}
                >
                    { words.continue_button() }
                </button>
                <button
                    type="button"
                    class="adal-link"
                    id="adal-practise"
                    data-action="practise"
                    onclick={dispatch.reform(|_: MouseEvent| Action::Practise)}
                >
                    { words.practise_link() }
                </button>
            </div>
            { reading(props) }
            <p class="adal-limits">{ words.only_standard() }</p>
            <div class="adal-failed" data-failed="" hidden=true>
                <p><strong>{ words.failed_title() }</strong></p>
                <p>{ words.failed_remedy() }</p>
            </div>
        </>
    }
}

/// The ways to read instead of answering. The boot script keeps a press until the program runs.
fn reading(props: &StartPageProps) -> Html {
    let StartPageProps { words, dispatch, .. } = props;
    let way = |name: &'static str, page: Page, label: AttrValue| {
        html! {
            <button
                type="button"
                class="adal-link"
                id={format!("adal-{name}")}
                data-action={name}
                onclick={dispatch.reform(move |_: MouseEvent| Action::Read(page))}
            >
                { label }
            </button>
        }
    };
    html! {
        <nav class="adal-actions" aria-label={words.reading_label()}>
            { way("standard", Page::Standard(None), words.read_standard()) }
            { way("expectations", Page::Expectations, words.expectations_title()) }
        </nav>
    }
}

fn error_summary(session: &Session, words: Words) -> Html {
    let remedy = match session.problem() {
        Some(Problem::WhoMissing) => words.who_missing(),
        Some(Problem::SituationMissing) => words.situation_missing(),
        Some(Problem::AnswerMissing) | None => return Html::default(),
    };
    html! { <ErrorSummary title={words.error_title()} {remedy} /> }
}

/// The radio that says who asks: staff, or one of those who stand alone.
fn who(props: &StartPageProps) -> Html {
    let StartPageProps { session, words, dispatch } = props;
    let lang = words.lang();
    let options = starting_people(content())
        .map(|ix| {
            let person = &content()[ix];
            ChoiceItem {
                audience: audience(ix),
                ..ChoiceItem::new(
                    person.id.as_str(),
                    person.name.get(lang),
                    None,
                    session.case().people.contains(ix),
                    dispatch.reform(move |()| Action::BeSomebody(ix)),
                )
            }
        })
        .collect::<Vec<_>>();
    html! {
        <fieldset class="adal-fieldset">
            <legend class="adal-legend">{ words.who_question() }</legend>
            <Choices kind={ChoiceKind::Radio} name="who" {options} />
        </fieldset>
    }
}

/// The roles that staff combine.
fn roles(props: &StartPageProps) -> Html {
    let StartPageProps { session, words, dispatch } = props;
    let lang = words.lang();
    let people = session.case().people;
    let options = people_indices(content())
        .filter(|ix| is_role(content(), *ix))
        .map(|ix| {
            let person = &content()[ix];
            ChoiceItem::new(
                person.id.as_str(),
                person.name.get(lang),
                None,
                people.contains(ix),
                dispatch.reform(move |()| Action::ToggleRole(ix)),
            )
        })
        .collect::<Vec<_>>();
    let staff = &content()[STAFF];
    html! {
        <fieldset
            class="adal-fieldset adal-fieldset--nested"
            hidden={!people.contains(STAFF)}
            data-for-who={staff.id.as_str()}
        >
            <legend class="adal-legend adal-legend--small">{ words.roles_question() }</legend>
            <Choices kind={ChoiceKind::Checkbox} name="role" {options} />
        </fieldset>
    }
}

/// The situations that such a person sees.
fn situations(props: &StartPageProps) -> Html {
    let StartPageProps { session, words, dispatch } = props;
    let lang = words.lang();
    let case = session.case();
    let visible: Vec<SituationIx> = content().situations_for(case.people).collect();
    let options = (0_u8..)
        .map(SituationIx)
        .zip(&content().situations)
        .map(|(ix, situation)| ChoiceItem {
            hidden: !visible.contains(&ix),
            for_who: Some(who_sees(content(), ix).into()),
            ..ChoiceItem::new(
                situation.id.as_str(),
                situation.title.get(lang),
                Some(situation.summary.get(lang).into()),
                case.situations.contains(&ix),
                dispatch.reform(move |()| Action::ToggleSituation(ix)),
            )
        })
        .collect::<Vec<_>>();
    html! {
        <fieldset
            class="adal-fieldset"
            hidden={case.people.is_empty()}
            data-for-who={join_ids(content(), starting_people(content()))}
        >
            <legend class="adal-legend">{ words.situation_question() }</legend>
            <p class="adal-hint">{ words.situation_hint() }</p>
            <Choices kind={ChoiceKind::Checkbox} name="situation" {options} />
        </fieldset>
    }
}

fn people_indices(content: &Content) -> impl Iterator<Item = PersonIx> {
    (0_u8..).map(PersonIx).take(content.people.len())
}

/// The people of the radio: the first one, who stands for all staff, and those who stand alone.
fn starting_people(content: &Content) -> impl Iterator<Item = PersonIx> {
    people_indices(content).filter(|ix| !is_role(content, *ix))
}

/// The loader's word for the staff and for those whom the Standard does not bind; the others have none.
fn audience(person: PersonIx) -> Option<&'static str> {
    if person == STAFF {
        Some("staff")
    } else if content()[person].stands_for.contains(STAFF) {
        None
    } else {
        Some("ngo")
    }
}

/// The values of the radio and of the boxes of roles for which a situation is in sight.
fn who_sees(content: &Content, situation: SituationIx) -> String {
    let seers = people_indices(content).filter(|person| {
        let alone = People::NOBODY.with(*person);
        content.situations_for(alone).any(|seen| seen == situation)
    });
    join_ids(content, seers)
}

fn join_ids(content: &Content, people: impl Iterator<Item = PersonIx>) -> String {
    people.map(|person| content[person].id.as_str()).collect::<Vec<_>>().join(" ")
}
