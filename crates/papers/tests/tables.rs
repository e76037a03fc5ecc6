//! The decision tables of the shipped content, parsed as HTML.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use adal_content::law::View;
use adal_content::{InWords, ItemKind, Loaded, Subject, hash, load, reading_hash};
use adal_core::{Check, ClauseIx, Lang, ReadingIx, SituationIx, Text};
use adal_fixtures::copy;
use adal_papers::Tables;
use scraper::{ElementRef, Html, Selector};

static LOADED: LazyLock<Loaded> =
    LazyLock::new(|| load(&folder()).unwrap_or_else(|problems| panic!("{problems}")));

/// The pages in the order of [`Lang::ALL`], each made once.
static PAGES: LazyLock<[String; 3]> = LazyLock::new(|| {
    let tables = Tables::new(&LOADED).unwrap_or_else(|problems| panic!("{problems}"));
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

fn within<'p>(element: ElementRef<'p>, selector: &str) -> Vec<ElementRef<'p>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
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

    fn get(&self, id: &str) -> ElementRef<'p> {
        *self.0.get(id).unwrap_or_else(|| panic!("nothing has the id {id}"))
    }

    fn words(&self, id: &str) -> String {
        words(self.get(id))
    }
}

#[track_caller]
fn assert_says<'t>(place: &str, said: &str, texts: impl IntoIterator<Item = &'t Text>, lang: Lang) {
    for text in texts {
        assert!(said.contains(text.get(lang)), "{place} lacks “{}”", text.get(lang));
    }
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
fn every_assessed_clause_has_a_page_with_its_words_and_rules() {
    let content = &LOADED.content;
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        let assessed = (0_u8..).map(ClauseIx).zip(&content.clauses);
        let assessed = assessed.filter(|(_, clause)| clause.check == Check::Assessed);
        for (ix, clause) in assessed {
            let id = format!("clause-{}", clause.id);
            let said = parts.words(&id);
            let stem = clause.stem.map(|stem| &content[stem].text);
            let exact = stem.into_iter().chain([&clause.text]).chain(&clause.items);
            assert_says(&id, &said, exact.clone(), lang);
            assert_says(&id, &said, exact, Lang::Kk);
            assert_says(&id, &said, [&clause.plain].into_iter().chain(&clause.note), lang);
            let rules = LOADED.law.rules.iter().filter(|rule| rule.clause == ix);
            for rule in rules {
                let rule_id = format!("rule-{}", rule.id);
                let said = parts.words(&rule_id);
                for view in &rule.views {
                    let steps = rule.steps.get(*view).iter().map(|step| &content[*step].text);
                    let reason = rule.because(*view).map(|reason| &content[reason]);
                    assert_says(&rule_id, &said, steps.chain(reason), lang);
                }
            }
        }
    }
}

#[test]
fn a_page_of_a_clause_explains_the_facts_elements_and_readings_that_are_signed_with_it() {
    let none = InWords { answers: &|_| Text::default(), law: &|_| Text::default() };
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        for clause in LOADED.clauses_of_law() {
            let id = format!("clause-{}", LOADED.content[clause].id);
            let said = parts.words(&id);
            for item in LOADED.signed_items(Subject::Law(clause), &none) {
                if matches!(item.kind, ItemKind::Fact | ItemKind::Element | ItemKind::Reading) {
                    for part in item
                        .parts
                        .iter()
                        .filter(|part| part.text.get(Lang::Ru) != part.text.get(Lang::En))
                    {
                        assert_says(&id, &said, [&part.text], lang);
                    }
                }
            }
        }
    }
}

#[test]
fn every_rule_is_told_to_those_who_look_at_it() {
    for (_, page) in pages() {
        let parts = Parts::of(&page);
        for rule in &LOADED.law.rules {
            let rows = within(parts.get(&format!("rule-{}", rule.id)), "tbody > tr").len();
            assert_eq!(rows, 2 + rule.views.len(), "{}", rule.id);
        }
    }
    assert!(View::ALL.iter().all(|v| LOADED.law.rules.iter().any(|r| r.views.contains(v))));
}

#[test]
fn every_reading_stands_on_the_page_of_a_clause_or_person_and_in_the_list() {
    let content = &LOADED.content;
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        for reading in &content.readings {
            let id = format!("reading-{}", reading.id);
            let said = parts.words(&id);
            assert_says(&id, &said, [&reading.question, &reading.ground], lang);
            assert_says(&id, &said, &reading.sides, lang);
            assert!(said.contains(&reading_hash(reading)), "{id} lacks its hash");
            let ending = format!("-{}", reading.id);
            let used = parts.0.keys().any(|id| id.starts_with("doubt-") && id.ends_with(&ending));
            assert!(used, "no clause turns on {}", reading.id);
        }
    }
}

#[test]
fn a_settled_or_adopted_reading_says_why_or_by_whom() {
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        for (ix, reason) in (0..).map(ReadingIx).zip(&LOADED.declared.reasons) {
            let id = format!("reading-{}", LOADED.content[ix].id);
            assert_says(&id, &parts.words(&id), reason, lang);
            let taken = within(parts.get(&id), ".taken").len();
            assert_eq!(taken, usize::from(reason.is_some()), "{id}");
        }
    }
}

#[test]
fn every_situation_has_its_questions_with_what_the_answers_set() {
    let content = &LOADED.content;
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        for (situation, mapping) in content.situations.iter().zip(&LOADED.declared.mappings) {
            let id = format!("situation-{}", situation.id);
            let said = parts.words(&id);
            assert_says(&id, &said, [&situation.title, &situation.summary], lang);
            for question in situation.questions.iter().map(|question| &content[*question]) {
                let hints = question.choices.iter().filter_map(|choice| choice.hint.as_ref());
                let choices = question.choices.iter().map(|choice| &choice.text);
                let texts = [&question.text, &question.why, &question.find_out];
                assert_says(&id, &said, texts.into_iter().chain(&question.hint), lang);
                assert_says(&id, &said, hints.chain(choices), lang);
            }
            for setting in &mapping.settings {
                let fact = &LOADED.law.facts[usize::from(setting.fact.0)];
                let value = &fact.values[usize::from(setting.value.0)];
                assert_says(&id, &said, [&fact.name, &value.text], lang);
            }
            let answers: usize =
                situation.questions.iter().map(|question| content[*question].choices.len()).sum();
            let rows = within(parts.get(&id), "table.choices tbody tr").len();
            assert_eq!(rows, answers, "{id}");
        }
        let cases: usize = LOADED.cases.iter().map(|worked| worked.case.situations.len()).sum();
        assert_eq!(all(&page, ".cases li").len(), cases);
    }
}

#[test]
fn every_page_of_a_clause_or_situation_is_signed_by_its_hash() {
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        let subjects = LOADED.subjects();
        for subject in &subjects {
            let id = match subject {
                Subject::Law(clause) => format!("clause-{}", LOADED.content[*clause].id),
                Subject::Questions(ix) => format!("situation-{}", LOADED.content[*ix].id),
            };
            let codes = within(parts.get(&id), ".signature code");
            assert_eq!(codes.len(), 1, "{id}");
            assert_eq!(words(codes[0]), hash(&LOADED, *subject, lang), "{id}");
        }
        assert_eq!(all(&page, ".sheet").len(), subjects.len());
    }
}

#[test]
fn every_remark_and_pointer_stands_where_it_is_shown() {
    let content = &LOADED.content;
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        for (place, situation) in (0..).map(SituationIx).zip(&content.situations) {
            let id = format!("situation-{}", situation.id);
            let titles = situation.pointers.iter().map(|pointer| &content[pointer.to].title);
            assert_says(&id, &parts.words(&id), titles, lang);
            let own = content.remarks.iter().filter(|remark| remark.situations.contains(&place));
            assert_says(&id, &parts.words(&id), own.map(|remark| &remark.text), lang);
        }
        let remarks: BTreeSet<String> =
            all(&page, ".remarks li p:first-child").into_iter().map(words).collect();
        assert_eq!(remarks.len(), content.remarks.len());
    }
}

#[test]
fn every_clause_stands_in_kazakh_and_in_the_language_of_the_page() {
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        for clause in &LOADED.content.clauses {
            let id = format!("clause-{}", clause.id);
            let said = parts.words(&id);
            assert_says(
                &id,
                &said,
                [&clause.text, &clause.plain].into_iter().chain(&clause.items),
                lang,
            );
            assert_says(&id, &said, [&clause.text], Lang::Kk);
            assert_eq!(within(parts.get(&id), "blockquote[lang=kk]").len(), 1, "{id}");
        }
    }
}

#[test]
fn every_step_stands_in_its_list() {
    for (lang, page) in pages() {
        let parts = Parts::of(&page);
        for step in &LOADED.content.steps {
            let id = format!("step-{}", step.id);
            assert_says(&id, &parts.words(&id), [&step.text], lang);
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
fn no_heading_label_or_cell_is_empty() {
    for (lang, page) in pages() {
        // A cell of the matrix is empty if a clause cannot come up, and a line to fill in is always empty.
        let shown =
            "h1, h2, h3, h4, th, dt, td, dd, li, p, caption, figcaption, .label, .mark, .ground";
        for element in all(&page, shown) {
            let mut above = element.ancestors().filter_map(ElementRef::wrap);
            let may = |e: ElementRef| {
                e.value().id() == Some("matrix")
                    || e.value().name() == "dl"
                        && e.value().has_class("lines", scraper::CaseSensitivity::CaseSensitive)
            };
            assert!(
                above.any(may) || !words(element).trim().is_empty(),
                "{}: {}",
                lang.tag(),
                element.html()
            );
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
    let problems = Tables::new(&loaded).unwrap_err();
    let said: Vec<String> = problems.iter().map(|problem| problem.one_line()).collect();
    assert_eq!(
        said,
        [
            "content/papers: `only-for` has the variables `who`; the paper gives `people`",
            "content/papers: the message `advice` is missing; add it in kk.ftl, ru.ftl and en.ftl",
            "content/papers: no paper shows the message `advise`; take it out of kk.ftl, ru.ftl and en.ftl",
        ]
    );
}
