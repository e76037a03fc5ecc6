//! The report on every worked case contains everything in the assessment, in every language.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cell::Cell;
use std::path::Path;
use std::sync::LazyLock;

use adal_check::embedded::content;
use adal_check::export::text;
use adal_check::host::{Contacts, Settings};
use adal_check::report::{Detail, Line, LineKind, Report, Tier, columns, rows};
use adal_check::ui::result_page::paper::paper;
use adal_check::words::Words;
use adal_content::{Loaded, WorkedCase, acquits, load};
use adal_core::{Answer, Case, Headline, Lang, State, assess, interview};
use yew::ServerRenderer;
use yew::prelude::*;

static LOADED: LazyLock<Loaded> =
    LazyLock::new(|| load(Path::new("content")).unwrap_or_else(|problems| panic!("{problems}")));

const DAY: &str = "2026-11-23";

fn report(case: &Case, lang: Lang) -> Report {
    Report::of(case, &Contacts::default(), Words::new(lang))
}

fn told(case: &Case, languages: &[Lang]) -> Vec<Vec<Line>> {
    let reports: Vec<Report> = languages.iter().map(|lang| report(case, *lang)).collect();
    columns(&reports, Some(DAY))
}

/// Each worked case with its report as text, in each language.
fn for_each_text(check: impl Fn(&WorkedCase, Lang, &str)) {
    for worked in &LOADED.cases {
        for lang in Lang::ALL {
            check(worked, lang, &text::reports(&told(&worked.case, &[lang])));
        }
    }
}

/// A message of the interface without variables.
fn message(lang: Lang, key: &str) -> String {
    let path = format!("content/ui/{}.ftl", lang.tag());
    let file = std::fs::read_to_string(path).unwrap();
    let start = format!("{key} = ");
    let text = file.lines().find_map(|line| line.strip_prefix(&start));
    text.unwrap_or_else(|| panic!("no message {key}")).to_owned()
}

fn says(text: &str, what: &str, worked: &WorkedCase) {
    assert!(text.contains(what), "{}: “{what}” is missing in\n{text}", worked.name);
}

#[test]
fn the_text_has_every_finding_with_its_sentences_its_answers_and_its_exact_text() {
    for_each_text(|worked, lang, text| {
        let (live, asked) = (interview(content(), &worked.case).live, content());
        for finding in assess(content(), &worked.case).findings {
            let clause = &asked[finding.clause];
            if finding.folded_under.is_some() {
                says(text, &clause.id, worked);
                continue;
            }
            says(text, clause.plain.get(lang), worked);
            says(text, clause.text.get(lang), worked);
            says(text, clause.text.get(Lang::Kk), worked);
            if finding.state != State::FactsOpen {
                let sentences = finding.because.iter().map(|reason| asked[*reason].get(lang));
                sentences.for_each(|sentence| says(text, sentence, worked));
            }
            for reason in &finding.reasons {
                assert_eq!(live.get(&reason.question), Some(&Answer::Choice(reason.choice)));
                let question = &asked[reason.question];
                let answer = &question.choices[reason.choice.place()];
                let line = format!("{} – {}", question.text.get(lang), answer.text.get(lang));
                says(text, &line, worked);
            }
            for change in &finding.counterfactuals {
                let question = &asked[change.question];
                let answer = &question.choices[change.instead.place()];
                let line = format!("{} – {}", question.text.get(lang), answer.text.get(lang));
                says(text, &line, worked);
            }
            for reading in finding.readings.iter().map(|reading| &asked[*reading]) {
                says(text, reading.question.get(lang), worked);
                if !reading.is_fact {
                    reading.sides.iter().for_each(|side| says(text, side.get(lang), worked));
                    says(text, reading.ground.get(lang), worked);
                }
            }
        }
    });
}

#[test]
fn the_text_has_every_step_with_who_says_so_in_the_order_of_the_assessment() {
    for_each_text(|worked, lang, text| {
        let report = report(&worked.case, lang);
        let mut rest = text;
        for step in &report.steps {
            let line = format!("{}\n   ({})", step.text, step.ground);
            let (_, after) = rest.split_once(&line).unwrap_or_else(|| panic!("{line}\n{text}"));
            rest = after;
        }
        let steps = assess(content(), &worked.case).steps;
        let told = report.hold.iter().chain(&report.steps).filter(|step| step.step.is_some());
        assert_eq!(told.count(), steps.len(), "{}", worked.name);
    });
}

#[test]
fn steps_that_depend_on_a_clause_are_folded_under_it_only_where_required_steps_come_before_them() {
    let folded = Cell::new(0);
    for worked in &LOADED.cases {
        for lang in Lang::ALL {
            let report = report(&worked.case, lang);
            let has = |tiers: &[Tier]| report.steps.iter().any(|step| tiers.contains(&step.tier));
            let both = has(&[Tier::Headline, Tier::Required]) && has(&[Tier::IfApplies]);
            let condition = report.if_applies();
            assert_eq!(condition.is_some(), both, "{}", worked.name);
            let Some(condition) = condition else { continue };
            let depends_on = report.steps.iter().flat_map(|step| &step.depends_on);
            depends_on.for_each(|clause| says(&condition, &content()[*clause].id, worked));
            folded.set(folded.get() + 1);
        }
    }
    assert!(folded.get() > 0, "no worked case has a step to fold");
}

#[test]
fn the_text_has_what_to_find_out_what_is_expected_and_what_was_checked_and_not() {
    for_each_text(|worked, lang, text| {
        let assessment = assess(content(), &worked.case);
        for question in &assessment.find_out {
            says(text, content()[*question].find_out.get(lang), worked);
        }
        let clauses = [&assessment.reminders, &assessment.not_triggered, &assessment.not_checked];
        for clause in clauses.into_iter().flatten().map(|ix| &content()[*ix]) {
            says(text, &format!("- {} {}", clause.id, clause.plain.get(lang)), worked);
        }
        for question in &assessment.still_open {
            says(text, content()[*question].text.get(lang), worked);
        }
    });
}

#[test]
fn the_text_never_acquits_and_always_says_what_it_is() {
    for_each_text(|worked, lang, text| {
        for key in ["only-standard", "not-a-decision"] {
            says(text, &message(lang, key), worked);
        }
        for day in [DAY, &content().date] {
            says(text, &Words::new(lang).date_of(day), worked);
        }
        let own = told(&worked.case, &[lang]).concat();
        let own = own.iter().filter(|line| line.kind != LineKind::Quote);
        for line in own {
            assert_eq!(acquits(lang, &line.text), None, "{}: {}", worked.name, line.text);
        }
    });
}

#[test]
fn the_direct_manager_is_named_only_where_the_clause_on_orders_is_found() {
    let remark = content().remarks.iter().find(|remark| remark.id == "whom-direct").unwrap();
    let named = Cell::new(0);
    for_each_text(|worked, lang, text| {
        let findings = assess(content(), &worked.case).findings;
        let is_found = findings.iter().any(|found| content()[found.clause].id == "3.11");
        if text.contains(remark.text.get(lang)) {
            assert!(is_found, "{}", worked.name);
            named.set(named.get() + 1);
        }
    });
    assert!(named.get() > 0);
}

#[test]
fn a_word_that_acquits_would_be_found() {
    assert!(acquits(Lang::En, "This is allowed.").is_some());
    assert!(acquits(Lang::Ru, "Это разрешено.").is_some());
}

#[test]
fn what_to_do_stands_before_the_reasons_and_after_what_is_open_where_nothing_is_settled() {
    for_each_text(|worked, lang, text| {
        let at = |key| text.find(&format!("\n\n\n{}\n", message(lang, key)));
        let to_do = at("what-to-do-title").unwrap();
        let report = report(&worked.case, lang);
        if let Some(first) = report.groups.first().and_then(|group| group.findings.first()) {
            let why = text.find(&format!("\n\n\n{}. {}", first.number, first.plain)).unwrap();
            assert!(to_do < why, "{text}");
        }
        if let Some(find_out) = at("find-out-title") {
            assert_eq!(find_out < to_do, report.headline == Headline::MayApply, "{text}");
        }
    });
}

#[test]
fn a_report_has_the_same_lines_in_every_language() {
    let pairs = [[Lang::Kk, Lang::Ru], [Lang::Kk, Lang::En], [Lang::Ru, Lang::En]];
    for worked in &LOADED.cases {
        for pair in pairs {
            let columns = told(&worked.case, &pair);
            let kinds = |lines: &[Line]| lines.iter().map(|line| line.kind).collect::<Vec<_>>();
            assert_eq!(kinds(&columns[0]), kinds(&columns[1]), "{}", worked.name);
            for row in rows(columns) {
                assert!(row.len() == 2 || row[0].lang == Lang::Kk, "{}: {row:?}", worked.name);
            }
        }
    }
}

#[test]
fn two_translations_have_the_official_text_once_a_clause_and_with_kazakh_it_is_not_repeated() {
    for worked in &LOADED.cases {
        let mut findings = assess(content(), &worked.case).findings;
        findings.retain(|finding| finding.folded_under.is_none());
        for pair in [[Lang::Ru, Lang::En], [Lang::Kk, Lang::Ru], [Lang::Ru, Lang::Kk]] {
            let rows = rows(told(&worked.case, &pair));
            for finding in &findings {
                let official = content()[finding.clause].text.get(Lang::Kk);
                let is_official = |line: &&Line| {
                    line.kind == LineKind::Quote && line.lang == Lang::Kk && line.text == official
                };
                let times = rows.iter().flatten().filter(is_official).count();
                let same_text =
                    findings.iter().filter(|f| content()[f.clause].text.get(Lang::Kk) == official);
                assert_eq!(times, same_text.count(), "{}", worked.name);
            }
        }
    }
}

#[test]
fn every_reason_of_a_report_is_one_of_the_answers_that_it_lists() {
    for worked in &LOADED.cases {
        let report = report(&worked.case, Lang::Kk);
        let details = report.groups.iter().flat_map(|g| &g.findings).flat_map(|f| &f.details);
        for detail in details {
            if let Detail::Reasons(_, reasons) = detail {
                assert!(reasons.iter().all(|reason| report.answers.contains(reason)));
            }
        }
    }
}

#[test]
fn the_contacts_of_the_site_are_in_the_text_and_marked_as_its_own() {
    let site = |name: &str| (name == "contact-phone").then(|| "+7 1".to_owned());
    let contacts = Settings::read(site).contacts;
    let worked = LOADED.cases.iter().find(|c| c.name.contains("supplier-leaves-a-phone")).unwrap();
    let report = Report::of(&worked.case, &contacts, Words::new(Lang::En));
    let text = text::reports(&columns(&[report], Some(DAY)));
    assert!(text.contains("Given by this site, not by the Standard\n- +7 1"), "{text}");
}

#[test]
fn the_paper_shows_every_line_in_its_language() {
    #[derive(Properties, PartialEq)]
    struct PaperProps {
        case: Case,
        languages: &'static [Lang],
    }
    #[component]
    fn Shown(props: &PaperProps) -> Html {
        paper(told(&props.case, props.languages), true)
    }
    for worked in LOADED.cases.iter().step_by(7) {
        for languages in
            [&[Lang::Kk][..], &[Lang::Ru], &[Lang::Kk, Lang::Ru], &[Lang::En, Lang::Ru]]
        {
            let lines = rows(told(&worked.case, languages));
            let case = worked.case.clone();
            let props = move || PaperProps { case, languages };
            let renderer = ServerRenderer::<Shown>::with_props(props).hydratable(false);
            let page = futures::executor::block_on(renderer.render());
            // Kazakh words within a line are marked up.
            let page = page.replace("<span lang=\"kk\">", "").replace("</span>", "");
            for line in lines.iter().flatten() {
                let (lang, text) = (line.lang.tag(), line.text.replace('&', "&amp;"));
                let text = text.replace('<', "&lt;").replace('>', "&gt;");
                let is_shown = page.split(&*text).collect::<Vec<_>>();
                assert!(is_shown.len() > 1, "{text}\n{page}");
                let marked = is_shown[..is_shown.len() - 1].iter().any(|before| {
                    let tag = before.rsplit('<').find(|tag| tag.contains("lang=")).unwrap();
                    tag.contains(&format!("lang=\"{lang}\""))
                });
                assert!(marked, "{text} is not marked as {lang}");
            }
        }
    }
}
