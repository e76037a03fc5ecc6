//! One finding: a plain sentence about the clause, which expands to the details and the exact text.

use yew::prelude::*;

use crate::embedded::content;
use crate::report::{Answered, Detail, Doubt, FindingReport};
use crate::session::Action;
use crate::ui::parts::clause_text::{exact_text, with_kazakh};
use crate::ui::parts::kind_badge::kind_word;
use crate::ui::parts::signs::sign;
use crate::ui::result_page::read;
use crate::ui::review_page::answer_row;
use crate::words::Words;

/// A card that expands. In an exercise, without `dispatch`, it leaves out answers that nobody gave.
pub(super) fn finding_card(
    finding: &FindingReport,
    open: bool,
    words: Words,
    dispatch: Option<&Callback<Action>>,
) -> Html {
    let details = finding.details.iter().map(|detail| view(detail, finding, words, dispatch));
    html! {
        <details key={finding.number.as_str()} class="adal-card" {open}>
            <summary class="adal-card__summary">
                <h3 class="adal-card__title">
                    { sign(finding.rank) }
                    <span>
                        { kind_word(content()[finding.clause].kind, words) }{ " · " }{ &finding.number }
                    </span>
                </h3>
                <p>{ &finding.plain }</p>
                <span class="adal-card__more">{ words.why_and_text() }</span>
            </summary>
            <div class="adal-card__body">{ for details }</div>
        </details>
    }
}

/// A doubt with its two readings, and the words that leave it open.
fn doubt_view(doubt: &Doubt) -> Html {
    let Doubt { question, sides, ground } = doubt;
    html! {
        <>
            <p><strong>{ question }</strong></p>
            <ul>{ for sides.iter().map(|side| html! { <li>{ side }</li> }) }</ul>
            <p class="adal-remark">{ for with_kazakh(ground) }</p>
        </>
    }
}

fn view(
    detail: &Detail,
    finding: &FindingReport,
    words: Words,
    dispatch: Option<&Callback<Action>>,
) -> Html {
    let item = |text: &AttrValue| html! { <li>{ text }</li> };
    match (detail, dispatch) {
        (Detail::Because(text), _) => html! { <p>{ text }</p> },
        (Detail::Remark(text), _) => html! { <p class="adal-remark">{ text }</p> },
        (Detail::Open(lead, doubts, advice), _) => html! {
            <div class="adal-open">
                <p>{ lead }</p>
                { for doubts.iter().map(doubt_view) }
                <p>{ advice }</p>
            </div>
        },
        (Detail::Missing(title, questions), _) => {
            titled(title, html! { <ul>{ for questions.iter().map(item) }</ul> })
        }
        (Detail::ExactText(title), _) => html! {
            <>
                { titled(title, exact_text(finding.clause, content(), words)) }
                { dispatch.map(|dispatch| read(finding.clause, words, dispatch)).unwrap_or_default() }
            </>
        },
        (Detail::Reasons(title, answered), Some(dispatch)) => {
            let rows = answered.iter().map(|answered| answer_row(answered, words, dispatch));
            titled(title, html! { <dl class="adal-answers">{ for rows }</dl> })
        }
        (Detail::Changes(title, other, remark), Some(_)) => changes(title, other, remark),
        (Detail::NoChange(text), Some(_)) => html! { <p class="adal-remark">{ text }</p> },
        (Detail::Reasons(..) | Detail::Changes(..) | Detail::NoChange(_), None) => Html::default(),
    }
}

fn titled(title: &AttrValue, passage: Html) -> Html {
    html! { <><h4 class="adal-card__subtitle">{ title }</h4>{ passage }</> }
}

fn changes(title: &AttrValue, other: &[Answered], remark: &AttrValue) -> Html {
    let row = |change: &Answered| {
        html! { <li>{ &change.text }{ " – " }<strong>{ &change.answer }</strong></li> }
    };
    let list = html! {
        <>
            <ul class="adal-changes">{ for other.iter().map(row) }</ul>
            <p class="adal-remark">{ remark }</p>
        </>
    };
    titled(title, list)
}
