//! The effects of adopting a reading: the lines for `readings.toml`, and the worked cases and twins whose findings
//! change.

use adal_content::{Loaded, reading_hash};
use adal_core::Reading;
use toml_edit::{DocumentMut, InlineTable, Item, Table, value};

use crate::diff::{After, CaseChange, Outcome, case_changes, twin_changes};

/// A reading with the side to adopt.
#[derive(Debug)]
pub struct Adoption<'a> {
    reading: &'a Reading,
    side: &'a str,
}

impl<'a> Adoption<'a> {
    /// The adoption of this side, `a` or `b`, of the reading with this id.
    ///
    /// # Errors
    ///
    /// If there is no such reading or side, or if the reading cannot be adopted.
    pub fn new(loaded: &'a Loaded, id: &str, side: &'a str) -> Result<Adoption<'a>, String> {
        let readings = &loaded.content.readings;
        let Some(reading) = readings.iter().find(|reading| reading.id == id) else {
            let known: Vec<&str> = readings.iter().map(|reading| reading.id.as_str()).collect();
            return Err(format!("there is no reading `{id}`; they are {}", known.join(", ")));
        };
        if !["a", "b"].contains(&side) {
            return Err(format!("`{side}` is no side of a reading; the sides are a and b"));
        }
        if reading.is_fact {
            return Err(format!("`{id}` is a fact to find out, which cannot be adopted"));
        }
        Ok(Adoption { reading, side })
    }

    /// The lines that a maintainer adds to the reading. The hash is that of the present text and must equal the check
    /// code on the signed paper, which also has the position and the date.
    pub fn lines(&self) -> String {
        format!(
            "Put this under `{}` in content/readings.toml, in the place of `settled` and `reason` if they are there, with post \
             and date from the signed paper.\nCompare the hash with the check code on it.\n\n\
             adopted = \"{}\"\nhash = \"{}\"\npost.kk = \"\"\npost.ru = \"\"\npost.en = \"\"\ndate = \"\"\n",
            self.reading.id,
            self.side,
            reading_hash(self.reading),
        )
    }

    /// The text of `readings.toml` with the adoption, to try its effects.
    ///
    /// # Errors
    ///
    /// If the file has no such reading.
    pub fn tried(&self, readings: &str) -> Result<String, String> {
        let mut file: DocumentMut = readings.parse().map_err(|error| format!("{error}"))?;
        let Some(reading) = table_mut(&mut file, &self.reading.id) else {
            return Err(format!("readings.toml has no reading `{}`", self.reading.id));
        };
        reading.remove("settled");
        reading.remove("reason");
        reading.insert("adopted", value(self.side));
        reading.insert("hash", value(reading_hash(self.reading)));
        let post = [("kk", "Басқарма төрағасы"), ("ru", "Председатель"), ("en", "Chair")];
        reading.insert("post", value(InlineTable::from_iter(post)));
        reading.insert("date", value("2026-01-01"));
        Ok(file.to_string())
    }
}

fn table_mut<'f>(file: &'f mut DocumentMut, id: &str) -> Option<&'f mut Table> {
    let readings = file.get_mut("reading").and_then(Item::as_array_of_tables_mut)?;
    readings.iter_mut().find(|reading| reading.get("id").and_then(Item::as_str) == Some(id))
}

/// The worked cases and the doors of twins with other findings in the new content, one per line.
pub fn changed_findings(old: &Loaded, new: &Loaded) -> String {
    let parts =
        [("worked cases", case_changes(old, new)), ("doors of twins", twin_changes(old, new))];
    let parts = parts.map(|(what, changes)| {
        let lines: Vec<String> = changes.iter().filter_map(line).collect();
        format!("\n{} {what} have other findings\n{}", lines.len(), lines.concat())
    });
    parts.concat()
}

fn line(change: &CaseChange) -> Option<String> {
    let after = match &change.after {
        After::Outcome(after) => findings(after),
        After::Missing(ids) => format!("no {}", ids.join(", ")),
    };
    let before = findings(&change.before);
    (before != after).then(|| format!("  {}\n    {before}\n    {after}\n", change.name))
}

/// The headline and the clauses that apply, followed in brackets by those that may apply.
fn findings(outcome: &Outcome) -> String {
    let open = outcome.may_apply.iter().map(|number| format!("({number})"));
    let clauses: Vec<String> = outcome.applies.iter().cloned().chain(open).collect();
    format!("{}: {}", outcome.headline, clauses.join(" "))
}
