//! The decision tables: everything that the content decides, as one printable page a language, to be read and signed.
//! First the law clause by clause, then what is asked situation by situation.
//!
//! No script and no other file: what is signed is what lies on the table.

mod conditions;
mod survey;

mod page;
mod signature;

mod clauses;
mod cover;
mod doubts;
mod drafts;
mod law;
mod lists;
mod matrix;
mod questions;
mod situation;

use adal_content::{Loaded, Problems};
use adal_core::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::labels::Labels;
use page::{Page, footer};
use survey::Survey;

/// The colours of the widget, so that there is one list of them.
const TOKENS: &str = include_str!("../../../styles/tokens.css");
const STYLES: &str = include_str!("tables/tables.css");

/// The decision tables of a content in all languages.
#[derive(Debug)]
pub struct Tables<'a> {
    survey: Survey<'a>,
    labels: Labels<'a>,
}

impl<'a> Tables<'a> {
    /// Works the tables out, once for all languages.
    ///
    /// # Errors
    ///
    /// When the words of `content/papers/` are not those that the tables show.
    pub fn new(loaded: &'a Loaded) -> Result<Tables<'a>, Problems> {
        let labels = Labels::new(loaded, Lang::Kk)?;
        Ok(Tables { survey: Survey::new(loaded), labels })
    }

    /// The tables in one language as a self-contained HTML page.
    pub fn html(&self, lang: Lang) -> String {
        let labels = self.labels.in_language(lang);
        document(&Page { survey: &self.survey, labels }).into_string()
    }
}

/// The whole page.
fn document(page: &Page) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(page.lang().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.labels.document_title()) " " (page.content().version) }
                style { (PreEscaped(TOKENS)) (PreEscaped(STYLES)) (PreEscaped(footer(page))) }
            }
            body {
                (cover::cover(page))
                (cover::contents(page))
                main {
                    @for clause in &page.survey.clauses { (law::clause(page, clause)) }
                    @for surveyed in &page.survey.situations { (situation::situation(page, surveyed)) }
                    (clauses::clauses(page))
                    (matrix::matrix(page))
                    (lists::readings(page))
                    (lists::steps(page))
                    (drafts::drafts(page))
                }
            }
        }
    }
}
