//! One question on one page.

use adal_core::{Answer, ChoiceIx, Interview, Question, QuestionIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::{Action, Problem};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::back_link;
use crate::ui::parts::choices::{ChoiceItem, ChoiceKind, Choices, Divider, Lack};
use crate::ui::parts::disclosure::disclosure;
use crate::ui::parts::error_message::{Way, error_message};
use crate::ui::parts::notice::{Tone, notice};
use crate::ui::parts::save_file::SaveFile;
use crate::ui::view::View;
use crate::words::Words;

/// One question: legend as heading, hint, choices, "not sure", why it is asked, Continue and Back.
pub fn question_page(view: &View, ix: QuestionIx) -> Html {
    let View { session, words, dispatch, .. } = view;
    let question = &content()[ix];
    let lang = words.lang();
    let interview = session.interview();
    let lack = Lack(session.problem() == Some(Problem::AnswerMissing));
    let way = Way { label: words.to_choices(), to: question.id.as_str().into() };
    let hint = question.hint.as_ref().map(|hint| {
        html! { <p class="adal-hint">{ hint.get(lang) }</p> }
    });
    let options = options(view, question);
    let choices = Choices {
        divider: Some(Divider { after: question.choices.len(), text: words.or() }),
        ..Choices::new(ChoiceKind::Radio, question.id.as_str(), options)
    };
    html! {
        <>
            { back_link(words.back(), dispatch.reform(|_| Action::Back)) }
            { progress(&interview, ix, *words) }
            { asked_about(view, ix) }
            <fieldset
                class={classes!("adal-fieldset", lack.class())}
                role="radiogroup"
                aria-invalid={lack.invalid()}
                aria-describedby={lack.described_by()}
            >
                <legend class="adal-legend">
                    <h1 class="adal-title" id={HEADING_ID} tabindex="-1">
                        { question.text.get(lang) }
                    </h1>
                </legend>
                { hint }
                { choices.view() }
            </fieldset>
            if session.picked() == Some(Answer::NotSure) {
                { notice(Tone::Plain, html! { <>
                    <p><strong>{ words.how_to_find_out() }</strong></p>
                    <p>{ question.find_out.get(lang) }</p>
                </> }) }
            }
            if lack.0 {
                { error_message(session.told(), words.error_title(), words.answer_missing(), Some(way)) }
            }
            <div class="adal-actions">
                <button
                    type="button"
                    class="adal-button"
                    onclick={dispatch.reform(|_: MouseEvent| Action::Continue)}
                >
                    { words.continue_button() }
                </button>
            </div>
            { disclosure(words.why_asked(), html! { <>
                <p>{ question.why.get(lang) }</p>
            </> }) }
            { first_answer(view, &interview) }
            <SaveFile case={session.case().clone()} words={*words} />
        </>
    }
}

fn options(view: &View, question: &'static Question) -> Vec<ChoiceItem> {
    let View { session, words, dispatch, .. } = view;
    let lang = words.lang();
    let option = |value: &'static str, label: AttrValue, hint, answer| {
        let chosen = session.picked() == Some(answer);
        let on_choose = dispatch.reform(move |()| Action::Pick(answer));
        ChoiceItem::new(value, label, hint, chosen, on_choose)
    };
    let choices = (0_u8..).map(ChoiceIx).zip(&question.choices).map(|(ix, choice)| {
        let hint = choice.hint.as_ref().map(|hint| hint.get(lang).into());
        option(choice.id.as_str(), choice.text.get(lang).into(), hint, Answer::Choice(ix))
    });
    let not_sure = option("not-sure", words.not_sure(), None, Answer::NotSure);
    choices.chain([not_sure]).collect()
}

/// The maximum number of questions that can follow, in words, and a progress bar that never shrinks.
fn progress(interview: &Interview, question: QuestionIx, words: Words) -> Html {
    let this_one = usize::from(!interview.live.contains_key(&question));
    let left = interview.at_most_left.saturating_sub(this_one);
    let done = interview.asked.iter().take_while(|asked| **asked != question).count();
    let text = match left {
        0 => words.last_question(),
        left => words.at_most_left(left),
    };
    html! {
        <div class="adal-progress">
            <p>{ text }</p>
            <progress
                class="adal-progress__line"
                aria-hidden="true"
                max={(done + 1 + left).to_string()}
                value={done.to_string()}
            />
        </div>
    }
}

/// Where several situations are chosen, those that this question is about.
fn asked_about(view: &View, question: QuestionIx) -> Html {
    let View { session, words, .. } = view;
    let chosen = &session.case().situations;
    if chosen.len() < 2 {
        return Html::default();
    }
    let asking = chosen.iter().map(|ix| &content()[*ix]);
    let asking = asking.filter(|situation| situation.questions.contains(&question));
    let titles: Vec<&str> = asking.map(|situation| situation.title.get(words.lang())).collect();
    html! { <p class="adal-topic">{ words.question_about(&titles.join(" · ")) }</p> }
}

/// The offer to see a first answer, as soon as a rule holds.
fn first_answer(view: &View, interview: &Interview) -> Html {
    let View { session, words, dispatch, .. } = view;
    let left = interview.at_most_left;
    if left == 0 || !session.has_first_answer(interview) {
        return Html::default();
    }
    html! {
        { notice(Tone::Plain, html! { <>
            <p>{ words.first_answer() }</p>
            <button
                type="button"
                class="adal-button adal-button--secondary"
                onclick={dispatch.reform(|_: MouseEvent| Action::SeeResult)}
            >
                { words.see_first_answer() }
            </button>
        </> }) }
    }
}
