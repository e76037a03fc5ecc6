//! Records in `approval.toml` that a reader has read the present texts.

use adal_content::{Loaded, Subject, hash};
use adal_core::Lang;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::status::subjects;

/// What a reader has read.
#[derive(Debug)]
pub struct Review<'a> {
    /// The kind of reader: `lawyer`.
    pub reader: &'a str,
    /// `YYYY-MM-DD`.
    pub date: &'a str,
    /// In which languages.
    pub langs: &'a [Lang],
    /// The numbers of clauses and the ids of situations. Empty means all.
    pub subjects: &'a [String],
}

/// The text of `approval.toml` with the review, and without earlier signatures of the same kind of reader for the
/// same texts.
///
/// # Errors
///
/// If a clause or situation does not exist, or the file does not contain signatures.
pub fn with_review(approval: &str, loaded: &Loaded, review: &Review) -> Result<String, String> {
    let read = match review.subjects {
        [] => loaded.subjects(),
        ids => subjects(loaded, ids)?,
    };
    let mut file: DocumentMut = approval.parse().map_err(|error| format!("{error}"))?;
    let hashes = |lang: Lang| {
        let hashed = |subject: &Subject| {
            (subject.id(&loaded.content).to_owned(), value(hash(loaded, *subject, lang)))
        };
        read.iter().map(hashed).collect::<Vec<_>>()
    };
    let read: Vec<(&str, Vec<(String, Item)>)> =
        review.langs.iter().map(|lang| (lang.tag(), hashes(*lang))).collect();
    add_review(&mut file, review.reader, review.date, &read)?;
    Ok(file.to_string())
}

/// The hashes by language that one review adds.
type Read<'a> = [(&'a str, Vec<(String, Item)>)];

fn add_review(file: &mut DocumentMut, reader: &str, date: &str, read: &Read) -> Result<(), String> {
    let reviews = file.entry("review").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(reviews) = reviews.as_array_of_tables_mut() else {
        return Err("write each review as a table under `[[review]]`".to_owned());
    };
    for review in reviews.iter_mut().filter(|review| is_by(review, reader)) {
        read.iter().for_each(|(lang, hashes)| forget(review, lang, hashes));
    }
    reviews.retain(|review| {
        let left =
            |lang| review.get(lang).and_then(Item::as_table_like).is_some_and(|t| !t.is_empty());
        !is_by(review, reader) || ["kk", "ru", "en"].into_iter().any(left)
    });
    let mut review = Table::new();
    review.insert("reader", value(reader));
    review.insert("date", value(date));
    for (lang, hashes) in read {
        let mut table = Table::from_iter(hashes.iter().cloned());
        table.decor_mut().set_prefix("\n");
        review.insert(lang, Item::Table(table));
    }
    reviews.push(review);
    Ok(())
}

fn is_by(review: &Table, reader: &str) -> bool {
    review.get("reader").and_then(Item::as_str) == Some(reader)
}

fn forget(review: &mut Table, lang: &str, hashes: &[(String, Item)]) {
    let Some(table) = review.get_mut(lang).and_then(Item::as_table_like_mut) else { return };
    for (id, _) in hashes {
        table.remove(id);
    }
    if table.is_empty() {
        review.remove(lang);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_review_takes_the_place_of_the_same_readers_older_one() {
        let before = "# Kept.\n\n[[review]]\nreader = \"lawyer\"\ndate = \"2026-01-01\"\n\n[review.kk]\na = \"1\"\nb = \"2\"\n\n\
                      [[review]]\nreader = \"officer\"\ndate = \"2026-01-01\"\n\n[review.kk]\na = \"1\"\n";
        let mut file: DocumentMut = before.parse().unwrap_or_default();
        let read = [("kk", vec![("a".to_owned(), value("3"))])];
        assert_eq!(add_review(&mut file, "lawyer", "2026-02-02", &read), Ok(()));
        let after = "# Kept.\n\n[[review]]\nreader = \"lawyer\"\ndate = \"2026-01-01\"\n\n[review.kk]\nb = \"2\"\n\n\
                     [[review]]\nreader = \"officer\"\ndate = \"2026-01-01\"\n\n[review.kk]\na = \"1\"\n\n\
                     [[review]]\nreader = \"lawyer\"\ndate = \"2026-02-02\"\n\n[review.kk]\na = \"3\"\n";
        assert_eq!(file.to_string(), after);
    }
}
