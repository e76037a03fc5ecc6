//! The decision tables: everything that the content decides, as one printable page a language, to be read and signed.
//!
//! No script and no other file: what is signed is what lies on the table.

mod layout;
mod map;
mod minimal;
mod survey;
mod words;

mod page;
mod svg;

mod clauses;
mod cover;
mod decisions;
mod drafts;
mod lists;
mod matrix;
mod situation;

use adal_core::Lang;

use crate::loaded::Loaded;
use crate::problem::Problems;
use crate::proof::Proof;
use page::Page;
use survey::Survey;
use words::Labels;

/// The decision tables of a content in all languages.
#[derive(Debug)]
pub struct Tables<'a> {
    survey: Survey<'a>,
}

impl<'a> Tables<'a> {
    /// Works the tables out, once for all languages.
    ///
    /// # Errors
    ///
    /// When the words of `content/tables/` are not those that the tables show.
    pub fn new(loaded: &'a Loaded, proof: &Proof) -> Result<Tables<'a>, Problems> {
        let problems = words::problems(loaded);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Tables { survey: Survey::new(loaded, proof) })
    }

    /// The tables in one language as a self-contained HTML page.
    pub fn html(&self, lang: Lang) -> String {
        let labels = Labels::new(self.survey.loaded, lang);
        page::document(&Page { survey: &self.survey, labels }).into_string()
    }
}
