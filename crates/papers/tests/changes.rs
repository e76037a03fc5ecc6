//! The shipped content with one change: what must be signed again, what the comparison shows, and the effects of an
//! adoption.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use adal_content::law::{Law, LawCondition};
use adal_content::{ItemKind, Loaded, PartName, Subject, hash, load};
use adal_core::{Condition, Content, Lang, Text};
use adal_fixtures::copy;
use adal_papers::{
    Adoption, ConditionsInWords, Difference, ItemChange, Review, changed_findings, diff,
    diff_paper, status, with_review,
};

static SHIPPED: LazyLock<Loaded> = LazyLock::new(|| loaded(&folder()));

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

fn loaded(folder: &Path) -> Loaded {
    load(folder).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The shipped content with one file changed.
fn changed(file: &str, change: impl Fn(&str) -> String) -> Loaded {
    let folder_of_copy = tempfile::tempdir().unwrap();
    let content = folder_of_copy.path().join("content");
    copy(&folder(), &content);
    let path = content.join(file);
    let before = fs::read_to_string(&path).unwrap_or_default();
    let after = change(&before);
    assert_ne!(before, after, "{file} does not change");
    fs::write(&path, after).unwrap();
    loaded(&content)
}

/// Replaces the first line that starts with `begin` at or after this line.
fn after_line(text: &str, line: &str, begin: &str, other: &str) -> String {
    let from = text.find(&format!("\n{line}\n")).unwrap();
    let from = from + text[from..].find(&format!("\n{begin}")).unwrap() + 1;
    let to = from + text[from..].find('\n').unwrap();
    format!("{}{other}{}", &text[..from], &text[to..])
}

/// What must be signed again in this language.
fn reset(new: &Loaded, lang: Lang) -> BTreeSet<String> {
    let subjects = SHIPPED.subjects().into_iter();
    let differing = subjects.filter(|s| hash(&SHIPPED, *s, lang) != hash(new, *s, lang));
    differing.map(|subject| subject.id(&SHIPPED.content).to_owned()).collect()
}

fn ids<const N: usize>(ids: [&str; N]) -> BTreeSet<String> {
    ids.into_iter().map(str::to_owned).collect()
}

/// The ids of a condition are enough to distinguish conditions in these tests.
fn compared(new: &Loaded) -> Difference {
    let answers = |content: &Content, when: &Condition| {
        let mut asked = Vec::new();
        when.for_each_question(&mut |question| asked.push(content[question].id.clone()));
        let words = asked.join(" ");
        Text::new(words.clone(), words.clone(), words)
    };
    let law = |_: &Content, law: &Law, when: &LawCondition| {
        let mut read = String::new();
        when.for_each_leaf(law, &mut |leaf| {
            if let LawCondition::Fact(fact, values) = leaf {
                let fact = &law.facts[usize::from(fact.0)];
                let values =
                    values.iter().map(|value| fact.values[usize::from(value.0)].id.as_str());
                read += &format!("{} {} ", fact.id, values.collect::<Vec<_>>().join("/"));
            }
        });
        Text::new(read.clone(), read.clone(), read)
    };
    diff(&SHIPPED, new, ConditionsInWords { answers: &answers, law: &law })
}

fn only(difference: &Difference) -> &ItemChange {
    let [item] = difference.items.as_slice() else { panic!("{:?}", difference.items) };
    item
}

fn with_other_reading() -> Loaded {
    changed("readings.toml", |text| {
        after_line(text, "id = \"advantage-is-gift\"", "a.en = ", "a.en = \"Yes: it is one.\"")
    })
}

#[test]
fn a_changed_reading_resets_its_clauses_in_its_language_only() {
    let new = with_other_reading();
    assert_eq!(reset(&new, Lang::En), ids(["3.3", "3.6", "3.23", "4.8"]));
    assert_eq!(reset(&new, Lang::Kk), ids([]));
}

#[test]
fn a_changed_reading_is_shown_once_with_its_clauses() {
    let difference = compared(&with_other_reading());
    let item = only(&difference);
    assert_eq!((item.kind, item.id.as_str()), (ItemKind::Reading, "advantage-is-gift"));
    assert_eq!(item.subjects, ["3.3", "3.6", "3.23", "4.8"]);
    let [part] = item.parts.as_slice() else { panic!("{:?}", item.parts) };
    assert_eq!((part.name, part.of.as_str()), (PartName::Reading, "1"));
    assert_eq!(part.after.as_ref().unwrap().get(Lang::En), "Yes: it is one.");
    assert!(difference.cases.is_empty());
}

#[test]
fn a_changed_question_resets_its_situation_only() {
    let new = changed("situations/gift.toml", |text| {
        after_line(text, "id = \"gift-plan\"", "text.ru = ", "text.ru = \"Что вы сделаете?\"")
    });
    assert_eq!(reset(&new, Lang::Ru), ids(["gift"]));
    assert_eq!(reset(&new, Lang::En), ids([]));
    let difference = compared(&new);
    assert_eq!(only(&difference).subjects, ["gift"]);
}

#[test]
fn what_an_answer_sets_is_signed_with_its_situation_in_every_language() {
    let new = changed("situations/gift.toml", |text| {
        after_line(text, "id = \"return\"", "sets = ", "sets = { stage = \"kept\" }")
    });
    for lang in Lang::ALL {
        assert_eq!(reset(&new, lang), ids(["gift"]));
    }
    let difference = compared(&new);
    let item = only(&difference);
    assert_eq!(item.kind, ItemKind::Situation);
    let [part] = item.parts.as_slice() else { panic!("{:?}", item.parts) };
    assert_eq!((part.name, part.of.as_str()), (PartName::Settings, "gift-plan return"));
    assert!(!difference.cases.is_empty());
}

#[test]
fn a_changed_fact_resets_the_clauses_that_read_it_and_no_situation() {
    let new = changed("facts.toml", |text| {
        text.replacen("name.en = \"Kind of benefit\"", "name.en = \"What the benefit is\"", 1)
    });
    let kind = SHIPPED.law.facts.iter().position(|fact| fact.id == "kind").unwrap();
    let reads = |clause| {
        let items = SHIPPED.signed_items(
            Subject::Law(clause),
            &adal_content::InWords { answers: &|_| Text::default(), law: &|_| Text::default() },
        );
        items
            .iter()
            .any(|item| item.kind == ItemKind::Fact && item.id == SHIPPED.law.facts[kind].id)
    };
    let clauses = SHIPPED.clauses_of_law().into_iter().filter(|clause| reads(*clause));
    let clauses: BTreeSet<String> =
        clauses.map(|clause| SHIPPED.content[clause].id.clone()).collect();
    assert!(clauses.len() > 3 && clauses.len() < SHIPPED.clauses_of_law().len());
    assert_eq!(reset(&new, Lang::En), clauses);
}

#[test]
fn the_order_of_items_in_the_files_is_not_signed() {
    let new = changed("facts.toml", |text| {
        let mut facts: Vec<&str> = text.split("\n[[fact]]\n").collect();
        let last = facts.len() - 2;
        facts[1..=last].reverse();
        facts.join("\n[[fact]]\n")
    });
    for lang in Lang::ALL {
        assert_eq!(reset(&new, lang), ids([]));
    }
    assert!(compared(&new).items.is_empty());
}

#[test]
fn a_review_of_everything_is_current_until_a_text_changes() {
    let review = Review { reader: "lawyer", date: "2026-12-01", langs: &[Lang::Kk], subjects: &[] };
    let approval = with_review("", &SHIPPED, &review).unwrap();
    let signed = changed("approval.toml", |_| approval.clone());
    assert_eq!(signed.signatures.len(), SHIPPED.subjects().len());
    assert!(signed.signatures.iter().all(|signature| signed.is_current(signature)));
    let said = status(&signed, &[]).unwrap();
    assert!(said.contains("of 31 clauses with rules, read by second-reader 0, native-reader 0, translator 0, lawyer 31"), "{said}");
    let stale = diff(
        &signed,
        &with_other_effect(),
        ConditionsInWords { answers: &|_, _| Text::default(), law: &|_, _, _| Text::default() },
    )
    .stale;
    let stale: Vec<&str> = stale.iter().map(|stale| stale.subject.as_str()).collect();
    assert_eq!(stale, ["3.6"]);
}

fn with_other_effect() -> Loaded {
    changed("law/3.6.toml", |text| text.replacen("\"let-company-decide\", ", "", 1))
}

#[test]
fn the_lines_of_a_confirmation_can_be_put_into_the_file() {
    let named = ["3.6".to_owned(), "gift".to_owned()];
    let said = status(&SHIPPED, &named).unwrap();
    let lines = said.split_once("[[confirmation]]").unwrap().1;
    let filled = lines.replace("post.kk = \"\"", "post.kk = \"Төраға\"");
    let filled = filled.replace("post.ru = \"\"", "post.ru = \"Председатель\"");
    let filled = filled.replace("post.en = \"\"", "post.en = \"Chair\"");
    let filled = filled.replace("date = \"\"", "date = \"2026-12-01\"");
    let signed = changed("approval.toml", |_| format!("[[confirmation]]{filled}"));
    assert_eq!(signed.signatures.len(), 2 * Lang::ALL.len());
    assert!(signed.signatures.iter().all(|signature| signed.is_current(signature)));
    // A situation is confirmed only together with every clause that can come up in it.
    assert!(signed.content.confirmations.is_empty());
    let nobody = status(&SHIPPED, &["3.7.1".to_owned()]).unwrap_err();
    assert!(nobody.starts_with("nothing is signed under `3.7.1`, but under 2.1.1, "), "{nobody}");
}

#[test]
fn an_adoption_is_tried_and_settles_what_turned_on_its_reading() {
    let adoption = Adoption::new(&SHIPPED, "advantage-is-gift", "a").unwrap();
    let new = changed("readings.toml", |text| adoption.tried(text).unwrap());
    let lines = adoption.lines();
    let reading = new.content.readings.iter().find(|r| r.id == "advantage-is-gift").unwrap();
    assert!(reading.adopted.as_ref().unwrap().first);
    assert!(lines.contains(&format!("hash = \"{}\"", adal_content::reading_hash(reading))));
    let found = changed_findings(&SHIPPED, &new);
    assert!(found.contains("worked cases have other findings\n  "), "{found}");
    let paper = diff_paper(&SHIPPED, &new, Lang::Kk).unwrap().plain();
    assert!(paper.contains("Қоғам қабылдаған: a 2026-01-01"), "{paper}");
}

#[test]
fn only_an_open_wording_can_be_adopted() {
    let problem = |id, side| Adoption::new(&SHIPPED, id, side).unwrap_err();
    assert!(problem("only-hear", "a").starts_with("there is no reading `only-hear`"));
    assert!(problem("off-duty", "c").starts_with("`c` is no side"));
    assert!(problem("only-heard", "a").contains("fact to find out"));
}
