//! The decision tables of the shipped content, read as a browser reads them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use adal_content::{Loaded, hash, load};
use adal_core::{Lang, Reading, SituationIx, Text};
use adal_fixtures::copy;
use adal_papers::Tables;
use adal_proof::prove;
use scraper::{ElementRef, Html, Selector};

static LOADED: LazyLock<Loaded> =
    LazyLock::new(|| load(&folder()).unwrap_or_else(|problems| panic!("{problems}")));

/// The pages in the order of [`Lang::ALL`], each made once.
static PAGES: LazyLock<[String; 3]> = LazyLock::new(|| {
    let proof = prove(&LOADED);
    let tables = Tables::new(&LOADED, &proof).unwrap_or_else(|problems| panic!("{problems}"));
    Lang::ALL.map(|lang| tables.html(lang))
});

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

fn pages() -> impl Iterator<Item = (Lang, Html)> {
    Lang::ALL.into_iter().zip(PAGES.iter().map(|page| Html::parse_document(page)))
}

fn all<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef) -> String {
    element.text().collect()
}

/// The elements of a page by id.
struct Parts<'p>(HashMap<&'p str, ElementRef<'p>>);

impl<'p> Parts<'p> {
    fn of(page: &'p Html) -> Parts<'p> {
        let elements = all(page, "[id]").into_iter();
        Parts(elements.filter_map(|element| Some((element.value().attr("id")?, element))).collect())
    }

    fn words(&self, id: &str) -> String {
        words(*self.0.get(id).unwrap_or_else(|| panic!("nothing has the id {id}")))
    }
}

#[track_caller]
fn assert_says(place: &str, said: &str, text: &Text, lang: Lang) {
    assert!(said.contains(text.get(lang)), "{place} lacks “{}”", text.get(lang));
}

#[test]
fn a_page_is_well_formed() {
    for (lang, page) in pages() {
        assert_eq!(page.errors, Vec::<&str>::new(), "{}", lang.tag());
        assert_eq!(all(&page, "html")[0].value().attr("lang"), Some(lang.tag()));
    }
}

#[test]
fn a_page_runs_no_script_and_asks_for_no_other_file() {
    for (_, page) in pages() {
        assert!(all(&page, "script, link, img, iframe, object, [src], [style*=url]").is_empty());
        assert!(all(&page, "style").into_iter().all(|style| !words(style).contains("url(")));
        assert!(all(&page, "style").into_iter().all(|style| !words(style).contains("@import")));
    }
}

#[test]
fn only_the_screen_can_be_dark() {
    for page in PAGES.iter() {
        let dark = page.matches("prefers-color-scheme: dark").count();
        assert!(dark > 0);
        assert_eq!(page.matches("@media screen and (prefers-color-scheme: dark)").count(), dark);
    }
}

#[test]
fn every_link_leads_to_one_place_of_the_page() {
    for (lang, page) in pages() {
        let ids: Vec<&str> =
            all(&page, "[id]").into_iter().filter_map(|e| e.value().attr("id")).collect();
        let different: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), different.len(), "two ids are equal in {}", lang.tag());
        for link in all(&page, "[href]") {
            let href = link.value().attr("href").unwrap();
            let target = href.strip_prefix('#').expect("a link leaves the page");
            assert!(different.contains(target), "{href}");
        }
    }
}

#[test]
fn every_rule_stands_in_a_table_with_its_grounds() {
    let content = &LOADED.content;
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        assert_eq!(all(&page, "tbody[id^='rule-']").len(), content.rules.len());
        for (number, situation) in (1..).zip(&content.situations) {
            let mut rules = situation.rules.clone();
            rules.sort_by_key(|rule| content[*rule].clause);
            for (own, rule) in (1..).zip(rules) {
                let rule = &content[rule];
                let id = format!("rule-{number}-{own}");
                let said = parts.words(&id);
                assert_says(&id, &said, &rule.because, lang);
                for step in &rule.steps {
                    assert_says(&id, &said, &content[*step].text, lang);
                }
                if let Reading::Open(readings) = &rule.reading {
                    readings.iter().for_each(|reading| assert_says(&id, &said, reading, lang));
                }
            }
        }
    }
}

#[test]
fn every_situation_has_its_questions_its_cases_and_a_place_to_sign() {
    let content = &LOADED.content;
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        assert_eq!(all(&page, ".signature").len(), content.situations.len());
        assert!(all(&page, ".map svg").len() >= content.situations.len());
        for (place, situation) in (0..).map(SituationIx).zip(&content.situations) {
            let id = format!("situation-{}", situation.id);
            let said = parts.words(&id);
            assert_says(&id, &said, &situation.title, lang);
            assert_says(&id, &said, &situation.summary, lang);
            assert!(said.contains(&hash(&LOADED, place, lang)), "{id} lacks its hash");
            for question in situation.questions.iter().map(|question| &content[*question]) {
                let texts = [&question.text, &question.why, &question.find_out];
                let hints = question.choices.iter().filter_map(|choice| choice.hint.as_ref());
                let choices = question.choices.iter().map(|choice| &choice.text);
                for text in texts.into_iter().chain(&question.hint).chain(hints).chain(choices) {
                    assert_says(&id, &said, text, lang);
                }
            }
        }
        let cases: usize = LOADED.cases.iter().map(|worked| worked.case.situations.len()).sum();
        assert_eq!(all(&page, ".cases li").len(), cases);
    }
}

#[test]
fn every_clause_stands_in_kazakh_and_in_the_language_of_the_page() {
    let content = &LOADED.content;
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        for clause in &content.clauses {
            let id = format!("clause-{}", clause.id);
            let said = parts.words(&id);
            for text in [&clause.text].into_iter().chain(&clause.items) {
                assert_says(&id, &said, text, lang);
                assert_says(&id, &said, text, Lang::Kk);
            }
            assert_says(&id, &said, &clause.plain, lang);
            let official = Selector::parse("blockquote[lang=kk]").unwrap();
            assert_eq!(parts.0[id.as_str()].select(&official).count(), 1, "{id}");
        }
    }
}

#[test]
fn every_step_and_every_open_reading_stands_in_its_list() {
    let content = &LOADED.content;
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        let readings = parts.words("readings");
        for rule in &content.rules {
            let Reading::Open(both) = &rule.reading else { continue };
            both.iter().for_each(|reading| assert_says("readings", &readings, reading, lang));
        }
        for step in &content.steps {
            let id = format!("step-{}", step.id);
            assert_says(&id, &parts.words(&id), &step.text, lang);
        }
    }
}

#[test]
fn the_matrix_has_a_column_for_each_situation() {
    for (_, page) in pages() {
        let columns = all(&page, "#matrix thead th").len();
        assert_eq!(columns, LOADED.content.situations.len() + 1);
        for row in all(&page, "#matrix tbody tr") {
            assert_eq!(row.child_elements().count(), columns);
        }
    }
}

#[test]
fn no_heading_cell_or_label_is_empty() {
    for (lang, page) in pages() {
        for element in
            all(&page, "h1, h2, h3, h4, th, dt, caption, figcaption, .label, .mark, .ground")
        {
            assert!(!words(element).trim().is_empty(), "{}: {}", lang.tag(), element.html());
        }
    }
}

#[test]
fn not_sure_is_called_as_in_the_interface() {
    let of = |words: &adal_content::Words| {
        let place = words.keys.iter().position(|key| key.id == "not-sure").unwrap();
        Lang::ALL.map(|lang| words.messages[place].fixed(lang).to_owned())
    };
    assert_eq!(of(&LOADED.papers), of(&LOADED.words));
}

#[test]
fn a_word_too_few_or_too_many_is_told() {
    let spoilt = tempfile::tempdir().unwrap();
    let content = spoilt.path().join("content");
    copy(&folder(), &content);
    for lang in Lang::ALL {
        let path = content.join(format!("papers/{}.ftl", lang.tag()));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(
            path,
            text.replace("\nadvice =", "\nadvise =").replace("{ $people }", "{ $who }"),
        )
        .unwrap();
    }
    let loaded = load(&content).unwrap();
    let problems = Tables::new(&loaded, &prove(&loaded)).unwrap_err();
    let said: Vec<String> = problems.iter().map(|problem| problem.one_line()).collect();
    assert_eq!(
        said,
        [
            "content/papers: `map-for` has the variables `who`; the paper gives `people`",
            "content/papers: `only-for` has the variables `who`; the paper gives `people`",
            "content/papers: the message `advice` is missing; add it in kk.ftl, ru.ftl and en.ftl",
            "content/papers: no paper shows the message `advise`; take it out of kk.ftl, ru.ftl and en.ftl",
        ]
    );
}
