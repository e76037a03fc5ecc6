//! One clause for reading: number, kind, the exact text, a plain sentence, whom it concerns, and more on request.

use std::ops::Range;
use std::rc::Rc;

use adal_core::{Clause, ClauseIx, Lang, Query, Text};
use yew::prelude::*;

use crate::browser;
use crate::embedded::content;
use crate::ids::id;
use crate::ui::parts::clause_text::{clause_words, painted};
use crate::ui::parts::kind_badge::kind_badge;
use crate::ui::parts::marked_text::marked;
use crate::ui::parts::on_demand::OnDemand;
use crate::ui::standard_page::amendments::remark;
use crate::ui::standard_page::more::{passages, summary};
use crate::ui::standard_page::tools::Tools;
use crate::words::Words;

/// One clause for reading.
#[derive(Properties, PartialEq)]
pub struct ArticleProps {
    /// The clause.
    pub clause: ClauseIx,
    /// The words of the interface.
    pub words: Words,
    /// A second language for the exact text.
    #[prop_or_default]
    pub beside: Option<Lang>,
    /// The search words to mark in the text.
    #[prop_or_default]
    pub query: Option<Rc<Query>>,
    /// Whether everything about the clause is open from the beginning.
    #[prop_or_default]
    pub open: bool,
    /// Whether collapsed content is rendered too, as for print.
    #[prop_or_default]
    pub on_paper: bool,
    /// What a reader can do from here; `None` in print.
    #[prop_or_default]
    pub tools: Option<Tools>,
}

/// The id of a clause. Links in the static editions use it. In the check there are no links, and the host page must
/// not be able to guess it.
fn place(clause: &Clause) -> AttrValue {
    if browser::IS_HERE { id(&clause.id) } else { clause.id.clone().into() }
}

/// One clause for reading.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let ArticleProps { clause: ix, words, beside, query, .. } = props;
    let query = query.as_deref();
    let clause = &content()[*ix];
    let languages = [Some(words.lang()), *beside].into_iter().flatten();
    html! {
        <article class="adal-article" id={place(clause)}>
            <h3 class="adal-article__head">
                <span class="adal-number">{ clause.id.as_str() }</span>
                { " " }
                { kind_badge(clause.kind, *words) }
            </h3>
            <div class="adal-law-columns">
                { for languages.map(|lang| law(*ix, lang, *words, beside.is_some(), query)) }
            </div>
            <p class="adal-quote__label">{ words.in_plain_words() }</p>
            <p class="adal-article__plain">{ found_in(clause.plain.get(words.lang()), query) }</p>
            <p class="adal-article__whom">{ whom(clause, *words) }</p>
            { remark(content(), &clause.id, *words) }
            { more(props) }
        </article>
    }
}

/// The exact text in one language, with a note on whether it is official.
fn law(ix: ClauseIx, lang: Lang, words: Words, has_twin: bool, query: Option<&Query>) -> Html {
    let paint = |part, text: &'static Text| {
        painted(content(), part, text, lang, &hits(text.get(lang), query))
    };
    let label = match lang {
        Lang::Kk => has_twin.then(|| words.official_text()),
        _ => Some(words.unofficial_translation()),
    };
    html! {
        <div class="adal-law">
            if let Some(label) = label {
                <p class="adal-quote__label">{ label }</p>
            }
            <div class="adal-law__text" lang={lang.tag()}>
                { clause_words(content(), ix, paint) }
            </div>
        </div>
    }
}

/// A text with the search hits marked.
pub(crate) fn found_in(text: &'static str, query: Option<&Query>) -> Html {
    marked(text, &[], &hits(text, query))
}

fn hits(text: &str, query: Option<&Query>) -> Vec<Range<usize>> {
    query.map(|query| query.highlights(text)).unwrap_or_default()
}

/// Whom the clause concerns, in the words that people use for themselves.
pub(crate) fn whom(clause: &Clause, words: Words) -> AttrValue {
    let names = clause.binds.iter().map(|person| content()[person].name.get(words.lang()));
    let names = names.collect::<Vec<_>>().join(", ");
    if names.is_empty() { words.whom_company() } else { words.whom_clause(&names) }
}

/// Everything else about the clause.
fn more(props: &ArticleProps) -> Html {
    let ArticleProps { clause, words, open, on_paper, tools, .. } = props;
    let Some(summary) = summary(*clause, *words, tools.is_some()) else { return Html::default() };
    let draw = {
        let (clause, words, tools) = (*clause, *words, tools.clone());
        Callback::from(move |()| passages(clause, words, tools.as_ref()))
    };
    html! { <OnDemand {summary} open={*open} wanted={*on_paper} {draw} /> }
}
