//! `cargo xtask content review`: writes down that a reader of some kind has read the present texts.

use adal_content::{Loaded, Reader, hash};
use adal_core::{Lang, SituationIx};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::status::situations;
use crate::project::{Outcome, read_text, root, write};

const FILE: &str = "content/approval.toml";

const USAGE: &str = "\
cargo xtask content review READER DATE [kk] [ru] [en] [situation…]
READER is second-reader, native-reader, translator, lawyer or officer; DATE is like 2026-11-22.
Without languages all three, without situations all of them.";

/// Notes the review and takes out what the same kind of reader had signed of the same texts before.
pub(super) fn record(loaded: &Loaded, arguments: &[String]) -> Outcome {
    let [reader, date, rest @ ..] = arguments else { return Err(USAGE.to_owned()) };
    if Reader::all().all(|(word, _)| word != reader) {
        return Err(format!("`{reader}` is no kind of reader\n{USAGE}"));
    }
    let (langs, ids): (Vec<&String>, Vec<&String>) =
        rest.iter().partition(|word| Lang::ALL.iter().any(|lang| lang.tag() == word.as_str()));
    let spoken = |lang: &Lang| langs.is_empty() || langs.iter().any(|tag| *tag == lang.tag());
    let langs: Vec<Lang> = Lang::ALL.into_iter().filter(spoken).collect();
    let ids: Vec<String> = ids.into_iter().cloned().collect();
    let mut read = situations(loaded, &ids)?;
    if read.is_empty() {
        read =
            (0_u8..).map(SituationIx).zip(&loaded.content.situations).map(|(ix, _)| ix).collect();
    }
    let before = if root().join(FILE).exists() { read_text(FILE)? } else { String::new() };
    let mut file: DocumentMut = before.parse().map_err(|error| format!("{FILE}: {error}"))?;
    let hashes = |lang: Lang| {
        let pairs = read.iter().map(|ix| (&loaded.content[*ix].id, hash(loaded, *ix, lang)));
        pairs.map(|(id, hash)| (id.clone(), value(hash))).collect::<Vec<_>>()
    };
    let read: Vec<(&str, Vec<(String, Item)>)> =
        langs.into_iter().map(|lang| (lang.tag(), hashes(lang))).collect();
    add_review(&mut file, reader, date, &read)?;
    write(FILE, file.to_string().as_bytes())?;
    println!("{FILE} was written; `cargo xtask content status` shows it");
    Ok(())
}

/// The hashes by language that one review adds.
type Read<'a> = [(&'a str, Vec<(String, Item)>)];

fn add_review(file: &mut DocumentMut, reader: &str, date: &str, read: &Read) -> Outcome {
    let reviews = file.entry("review").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(reviews) = reviews.as_array_of_tables_mut() else {
        return Err(format!("{FILE}: write each review as a table under `[[review]]`"));
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
