//! A notice that the Standard calls for: fields to fill in, the draft, and exports.

use std::rc::Rc;

use adal_core::{Draft, DraftLanguages, Lang, NoticeIx, Paragraph, Style};
use yew::prelude::*;

use crate::browser;
use crate::embedded::content;
use crate::export::{docx, text};
use crate::ids::id;
use crate::report::ground;
use crate::session::Action;
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::back_link;
use crate::ui::parts::choices::{ChoiceItem, ChoiceKind, Choices};
use crate::ui::parts::disclosure::disclosure;
use crate::ui::parts::notice::{Tone, notice};
use crate::ui::parts::take_along::{FileOffer, TakeAlong};
use crate::ui::parts::text_field::{TextField, text_field};
use crate::ui::view::View;
use crate::words::Words;

/// A notice: fields, draft, warnings, and the ways to take it along.
pub fn notice_page(view: &View, ix: NoticeIx) -> Html {
    let View { session, words, dispatch, .. } = view;
    let notice_text = &content()[ix];
    let drafts: Vec<Draft> =
        session.draft_languages().iter().map(|lang| session.draft(ix, *lang)).collect();
    html! {
        <>
            { back_link(words.back(), dispatch.reform(|_| Action::Back)) }
            <h1 class="adal-title" id={HEADING_ID} tabindex="-1">
                { notice_text.name.get(words.lang()) }
            </h1>
            { ground_of(view, ix) }
            <p class="adal-lead">{ notice_text.lead.get(words.lang()) }</p>
            { notice(Tone::Plain, html! { <p>{ words.draft_private() }</p> }) }
            { fields(view, ix) }
            { languages(view) }
            <section class="adal-section adal-draft adal-aside">
                <h2 class="adal-heading">{ words.draft_title() }</h2>
                if session.draft_tells_answers(ix) {
                    <p class="adal-hint">{ words.draft_hint() }</p>
                }
                <div class="adal-paper">{ for drafts.iter().map(paper) }</div>
                { reading_aid(view, ix) }
            </section>
            { before_use(*words) }
            { take_along(drafts, *words) }
        </>
    }
}

/// Who says that it is to be written: the Standard or advice.
fn ground_of(view: &View, ix: NoticeIx) -> Html {
    let steps = view.session.assessment().steps;
    let served = |step: &&adal_core::StepToTake| content()[ix].steps.contains(&step.step);
    let found = steps.iter().find(served);
    html! {
        for step in found {
            <p class="adal-remark">{ ground(step, view.words) }</p>
        }
    }
}

fn fields(view: &View, ix: NoticeIx) -> Html {
    let View { session, words, .. } = view;
    let rows = session.fields_of(ix).into_iter().map(|(place, optional)| {
        let field = &content().notices.fields[place];
        let label = field.label.get(words.lang());
        let label = if optional { words.optional(label) } else { label.into() };
        text_field(&TextField {
            id: id(&format!("field-{}", field.id)),
            label,
            hint: field.hint.as_ref().map(|hint| AttrValue::from(hint.get(words.lang()))),
            long: field.long,
            typed: session.typed(place).to_owned().into(),
            on_type: view.dispatch.reform(move |text| Action::Type(place, text)),
        })
    });
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words.fields_title() }</h2>
            <p>{ words.fields_hint() }</p>
            { for rows }
        </section>
    }
}

fn languages(view: &View) -> Html {
    let View { session, words, dispatch, .. } = view;
    let offered = &content().profile.drafts;
    if offered.len() < 2 {
        return Html::default();
    }
    let options = offered.iter().map(|DraftLanguages { languages, name }| {
        let tags: Vec<&str> = languages.iter().map(|lang| lang.tag()).collect();
        let on_choose = dispatch.reform(|()| Action::DraftIn(languages));
        let chosen = session.draft_languages() == *languages;
        ChoiceItem::new(tags.join("-"), name.get(words.lang()), None, chosen, on_choose)
    });
    html! {
        <fieldset class="adal-fieldset">
            <legend class="adal-legend">{ words.draft_language() }</legend>
            <p class="adal-hint">{ words.draft_language_hint() }</p>
            { Choices::new(ChoiceKind::Radio, "draft", options.collect()).view() }
        </fieldset>
    }
}

/// The draft as it will look on paper.
fn paper(draft: &Draft) -> Html {
    let paragraph = |paragraph: &Paragraph| {
        let style = match paragraph.style {
            Style::Address => "adal-paper__address",
            Style::Title => "adal-paper__title",
            Style::Subject => "adal-paper__subject",
            Style::Body => "adal-paper__body",
            Style::Signature => "adal-paper__signature",
        };
        html! { <p class={style}>{ &paragraph.text }</p> }
    };
    html! {
        <article class="adal-paper__sheet" lang={draft.lang.tag()}>
            { for draft.paragraphs.iter().map(paragraph) }
        </article>
    }
}

/// A reader in whose language no drafts are made can see what they say.
fn reading_aid(view: &View, ix: NoticeIx) -> Html {
    let lang = view.words.lang();
    if content().profile.drafts.iter().any(|offered| offered.languages.contains(&lang)) {
        return Html::default();
    }
    html! {
        { disclosure(view.words.reading_aid(), html! { <>
            { paper(&view.session.draft(ix, lang)) }
        </> }) }
    }
}

fn before_use(words: Words) -> Html {
    html! {
        <section class="adal-section">
            <h2 class="adal-heading">{ words.before_use_title() }</h2>
            { notice(Tone::Caution, html! { <>
                <ul>
                    <li>{ words.before_use_facts() }</li>
                    <li>{ words.before_use_copy() }</li>
                    <li>{ words.before_use_date() }</li>
                    <li>{ words.before_use_device() }</li>
                </ul>
            </> }) }
        </section>
    }
}

fn take_along(drafts: Vec<Draft>, words: Words) -> Html {
    let drafts = Rc::new(drafts);
    let with = |make: fn(&[Draft]) -> String| {
        let drafts = drafts.clone();
        Callback::from(move |()| make(&drafts))
    };
    let languages: Rc<[Lang]> = drafts.iter().map(|draft| draft.lang).collect();
    let document = drafts.clone();
    let document = FileOffer {
        label: words.draft_docx(),
        ending: "docx",
        kind: docx::TYPE,
        bytes: Callback::from(move |()| docx::docx(&document)),
    };
    html! {
        <TakeAlong
            {words}
            text={with(text::drafts)}
            on_print={Callback::from(|done: Callback<bool>| done.emit(browser::print()))}
            files={vec![document]}
            {languages}
        />
    }
}
