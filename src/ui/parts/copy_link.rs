//! A link to one clause, for the clipboard, or as selected text if the browser refuses.

use yew::prelude::*;

use crate::browser::{self, HtmlInputElement};
use crate::words::Words;

/// A link to one clause.
#[derive(Properties, PartialEq)]
pub struct CopyLinkProps {
    /// The number of the clause.
    pub clause: AttrValue,
    /// The words of the interface.
    pub words: Words,
}

#[derive(Clone, PartialEq)]
enum Outcome {
    Copied,
    Refused(String),
}

/// A button that copies the link. The outcome is shown next to it.
#[component]
pub fn CopyLink(props: &CopyLinkProps) -> Html {
    let CopyLinkProps { clause, words } = props;
    let outcome = use_state(|| None::<Outcome>);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((*outcome).clone(), move |_| {
            if let Some(input) = field.cast::<HtmlInputElement>() {
                browser::select(&input);
            }
        });
    }
    let on_copy = {
        let (outcome, clause, lang) = (outcome.clone(), clause.clone(), words.lang());
        Callback::from(move |_: MouseEvent| {
            let link = browser::own_address(&format!("lang={}&clause={clause}", lang.tag()));
            let outcome = outcome.clone();
            browser::copy(&link.clone(), move |copied| {
                outcome.set(Some(if copied { Outcome::Copied } else { Outcome::Refused(link) }));
            });
        })
    };
    html! {
        <div class="adal-copy">
            <button type="button" class="adal-link" onclick={on_copy}>
                { words.copy_link(clause) }
            </button>
            <span class="adal-copy__said" role="status">{ said(outcome.as_ref(), *words) }</span>
            if let Some(Outcome::Refused(link)) = &*outcome {
                <input
                    class="adal-field"
                    ref={field}
                    readonly=true
                    aria-label={words.link_to_clause(clause)}
                    value={link.clone()}
                />
            }
        </div>
    }
}

fn said(outcome: Option<&Outcome>, words: Words) -> AttrValue {
    match outcome {
        None => AttrValue::default(),
        Some(Outcome::Copied) => words.link_copied(),
        Some(Outcome::Refused(_)) => words.link_not_copied(),
    }
}
