//! One question on one page.

use std::rc::Rc;

use adal_core::{Answer, ChoiceIx, Interview, Question, QuestionIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::session::{Action, Problem, Session};
use crate::ui::heading::HEADING_ID;
use crate::ui::parts::back_link::BackLink;
use crate::ui::parts::choices::{ChoiceItem, ChoiceKind, Choices, Divider, Lack};
use crate::ui::parts::disclosure::Disclosure;
use crate::ui::parts::error_message::{ErrorMessage, Way};
use crate::ui::parts::notice::{Notice, Tone};
use crate::ui::parts::save_file::SaveFile;
use crate::words::Words;

/// One question.
#[derive(Properties, PartialEq)]
pub struct QuestionPageProps {
    /// The session.
    pub session: Rc<Session>,
    /// Which question.
    pub question: QuestionIx,
    /// The words of the interface.
    pub words: Words,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// One question: legend as heading, hint, choices, "not sure", why it is asked, Continue and Back.
#[component]
pub fn QuestionPage(props: &QuestionPageProps) -> Html {
    let QuestionPageProps { session, question, words, dispatch } = props;
    let question = &content()[*question];
    let lang = words.lang();
    let interview = session.interview();
    let lack = Lack(session.problem() == Some(Problem::AnswerMissing));
    let way = Way { label: words.to_choices(), to: question.id.as_str().into() };
    let hint = question.hint.as_ref().map(|hint| {
        html! { <p class="adal-hint">{ hint.get(lang) }</p> }
    });
    html! {
        <>
            <BackLink label={words.back()} on_back={dispatch.reform(|_| Action::Back)} />
            { progress(&interview, props.question, *words) }
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
                <Choices
                    kind={ChoiceKind::Radio}
                    name={question.id.as_str()}
                    options={options(props, question)}
                    divider={Divider { after: question.choices.len(), text: words.or() }}
                />
            </fieldset>
            if session.picked() == Some(Answer::NotSure) {
                <Notice tone={Tone::Plain}>
                    <p><strong>{ words.how_to_find_out() }</strong></p>
                    <p>{ question.find_out.get(lang) }</p>
                </Notice>
            }
            if lack.0 {
                <ErrorMessage key={session.told()} title={words.error_title()} remedy={words.answer_missing()} {way} />
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
            <Disclosure summary={words.why_asked()}>
                <p>{ question.why.get(lang) }</p>
            </Disclosure>
            { first_answer(props, &interview) }
            <SaveFile case={session.case().clone()} words={*words} />
        </>
    }
}

fn options(props: &QuestionPageProps, question: &'static Question) -> Vec<ChoiceItem> {
    let QuestionPageProps { session, words, dispatch, .. } = props;
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

/// The offer of a first answer, as soon as a rule holds.
fn first_answer(props: &QuestionPageProps, interview: &Interview) -> Html {
    let QuestionPageProps { session, words, dispatch, .. } = props;
    let left = interview.at_most_left;
    if left == 0 || !session.has_first_answer(interview) {
        return Html::default();
    }
    html! {
        <Notice tone={Tone::Plain}>
            <p>{ words.first_answer() }</p>
            <button
                type="button"
                class="adal-button adal-button--secondary"
                onclick={dispatch.reform(|_: MouseEvent| Action::SeeResult)}
            >
                { words.see_first_answer() }
            </button>
        </Notice>
    }
}
