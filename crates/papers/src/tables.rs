//! The decision tables: everything that the content decides, as one printable page per language, to read and sign.
//! First the law by clause, then the questions by situation.
//!
//! The page has no scripts and needs no other file, so the printed page is complete.

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

/// The widget's colours, so that they are defined only once.
const TOKENS: &str = include_str!("../../../styles/tokens.css");
const STYLES: &str = include_str!("tables/tables.css");

/// The decision tables of a content in all languages.
#[derive(Debug)]
pub struct Tables<'a> {
    survey: Survey<'a>,
    labels: Labels<'a>,
}

impl<'a> Tables<'a> {
    /// Prepares the tables, once for all languages.
    ///
    /// # Errors
    ///
    /// If the messages of `content/papers/` are not the ones that the tables use.
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
