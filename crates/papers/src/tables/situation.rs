//! One situation: a page to sign, its map, its questions word for word, its decision tables, its worked cases.

use std::collections::BTreeSet;

use adal_content::{WorkedCase, hash};
use adal_core::{Answer, ChoiceIx, Lang, People, Question};
use maud::{Markup, html};

use super::page::{Page, letter};
use super::survey::{Outcome, SurveyedSituation};
use super::{decisions, svg};

/// Everything about one situation.
pub(super) fn situation(page: &Page, situation: &SurveyedSituation) -> Markup {
    html! {
        section.situation id=(page.situation_id(situation)) {
            (summary(page, situation))
            (maps(page, situation))
            (questions_in_full(page, situation))
            (decisions::decisions(page, situation))
            (cases(page, situation))
        }
    }
}

/// The page on which the situation is signed.
fn summary(page: &Page, surveyed: &SurveyedSituation) -> Markup {
    let (labels, situation) = (page.labels, &page.content()[surveyed.ix]);
    html! {
        div.summary {
            p.kicker { (labels.situation_title(surveyed.number)) }
            (page.part_title(page.text(&situation.title)))
            p.lead { (page.text(&situation.summary)) }
            dl.particulars {
                dt { (labels.who_sees()) }
                dd { (page.names(&page.survey.concerned(situation.people))) }
                dt { (labels.id_label()) }
                dd { code { (situation.id) } }
            }
            h3 { (labels.questions_title()) }
            ol.questions {
                @for question in &situation.questions { (question_in_short(page, &page.content()[*question])) }
            }
            h3 { (labels.effects_title()) }
            (effects(page, surveyed))
            p.sizes { (sizes(page, surveyed)) }
            @if !situation.reminders.is_empty() {
                p { (labels.reminders_title()) ": " (page.clause_links(situation.reminders.iter().copied())) }
            }
            (signature(page, surveyed))
        }
    }
}

fn question_in_short(page: &Page, question: &Question) -> Markup {
    html! {
        li {
            (page.text(&question.text)) " "
            span.choices {
                @for (place, choice) in (0_u8..).map(ChoiceIx).zip(&question.choices) {
                    span.choice { b { (letter(Answer::Choice(place))) } " " (page.text(&choice.text)) }
                    " "
                }
                span.choice { b { (letter(Answer::NotSure)) } " " (page.labels.not_sure()) }
            }
        }
    }
}

/// Which clauses can come up, and what they can say.
fn effects(page: &Page, situation: &SurveyedSituation) -> Markup {
    html! {
        ul.effects {
            @for clause in situation.clauses() {
                @let outcomes: BTreeSet<Outcome> =
                    situation.rules_of(clause).map(|rule| page.survey.outcome(rule.ix)).collect();
                li {
                    b { (page.clause_link(clause)) } " "
                    @for outcome in outcomes { (page.mark(outcome)) " " }
                    (page.text(&page.content()[clause].plain))
                }
            }
        }
    }
}

fn sizes(page: &Page, situation: &SurveyedSituation) -> String {
    let open = situation.rules.iter().filter(|rule| page.survey.outcome(rule.ix).open).count();
    [
        page.labels.rule_count(situation.rules.len()),
        page.labels.open_count(open),
        page.labels.ends(situation.ends),
        page.labels.longest(situation.longest),
    ]
    .join(" · ")
}

fn signature(page: &Page, situation: &SurveyedSituation) -> Markup {
    let labels = page.labels;
    html! {
        div.signature {
            h3 { (labels.signature_title()) }
            p { (labels.signature_lead(&page.content().version, &labels.language_name())) }
            p { (labels.hash()) " " code { (hash(page.survey.loaded, situation.ix, page.lang())) } }
            p.ticks {
                @for choice in [labels.confirmed(), labels.confirmed_with_remarks(), labels.not_confirmed()] {
                    span { "☐ " (choice) }
                }
            }
            dl.lines {
                @for line in [labels.remarks(), labels.post(), labels.name(), labels.signature(), labels.date()] {
                    div { dt { (line) } dd {} }
                }
            }
        }
    }
}

fn maps(page: &Page, situation: &SurveyedSituation) -> Markup {
    let several = situation.maps.len() > 1;
    html! {
        @for (place, (kinds, map)) in situation.maps.iter().enumerate() {
            @let title = html! {
                @if place == 0 { h3 { (page.labels.map_title()) } }
                @if several { p.map-for { (page.labels.map_for(&kinds_in_words(page, kinds))) } }
            };
            (svg::map(page, &title, map, situation.number))
        }
    }
}

/// The people who have a map: of those who combine, the strongest say it all.
fn kinds_in_words(page: &Page, kinds: &[People]) -> String {
    let names = |kind: &People| {
        let people: Vec<_> = kind.iter().collect();
        let names = people.iter().map(|person| page.text(&page.content()[*person].name));
        names.collect::<Vec<_>>().join(" + ")
    };
    kinds.iter().map(names).collect::<Vec<_>>().join("; ")
}

/// The questions with all that a person can read beside them.
fn questions_in_full(page: &Page, situation: &SurveyedSituation) -> Markup {
    let labels = page.labels;
    let questions = &page.content()[situation.ix].questions;
    html! {
        section.questions-in-full {
            h3 { (labels.words_title()) }
            @for question in questions {
                @let asked = &page.content()[*question];
                div.question {
                    h4 { (page.question_number(situation.number, *question)) ". " (page.text(&asked.text)) }
                    @if let Some(hint) = &asked.hint { p.hint { (page.text(hint)) } }
                    ul.choices {
                        @for (place, choice) in (0_u8..).map(ChoiceIx).zip(&asked.choices) {
                            li {
                                b { (letter(Answer::Choice(place))) } " " (page.text(&choice.text))
                                @if let Some(hint) = &choice.hint { " " span.hint { (page.text(hint)) } }
                            }
                        }
                    }
                    p { span.label { (labels.why()) ":" } " " (page.text(&asked.why)) }
                    p { span.label { (labels.find_out()) ":" } " " (page.text(&asked.find_out)) }
                }
            }
        }
    }
}

/// Stories with their answers and what the tool must say: what is promised beside what is decided.
fn cases(page: &Page, situation: &SurveyedSituation) -> Markup {
    let all = page.survey.loaded.cases.iter();
    let own: Vec<&WorkedCase> =
        all.filter(|worked| worked.case.situations.contains(&situation.ix)).collect();
    html! {
        section.cases {
            h3 { (page.labels.cases_title()) }
            @if own.is_empty() { p { (page.labels.no_cases()) } }
            @else {
                p.note {
                    (page.labels.cases_lead())
                    @if own.iter().any(|worked| told(worked, page.lang()).0 != page.lang()) {
                        " " (page.labels.other_language())
                    }
                }
                ol { @for worked in own { (case(page, situation, worked)) } }
            }
        }
    }
}

fn case(page: &Page, situation: &SurveyedSituation, worked: &WorkedCase) -> Markup {
    let labels = page.labels;
    let (lang, facts) = told(worked, page.lang());
    let people: Vec<_> = worked.case.people.iter().collect();
    let expected = &worked.expected;
    html! {
        li {
            p lang=(lang.tag()) { (facts) }
            p.result {
                (page.names(&people)) ". "
                (labels.answers()) " " b { (answers(page, situation, worked)) } ". "
                (labels.expected()) " " (page.headline(expected.headline)) " "
                (labels.headline_name(expected.headline)) ". "
                @if !expected.applies.is_empty() {
                    (labels.clauses_apply()) " " (page.clause_links(expected.applies.iter().copied())) ". "
                }
                @if !expected.may_apply.is_empty() {
                    (labels.clauses_may_apply()) " " (page.clause_links(expected.may_apply.iter().copied())) ". "
                }
                @if worked.unfinished { (labels.first_answer_only()) }
            }
        }
    }
}

/// The answers by number and letter: `1a 2? 4b`.
fn answers(page: &Page, situation: &SurveyedSituation, worked: &WorkedCase) -> String {
    let own = page.content()[situation.ix].questions.iter();
    let given = own.filter_map(|question| {
        let answer = worked.case.answers.get(question)?;
        let number = page.question_number(situation.number, *question);
        Some(format!("{number}{}", letter(*answer)))
    });
    given.collect::<Vec<_>>().join(" ")
}

/// The story in the language of the page, else in one that it is told in.
fn told(worked: &WorkedCase, lang: Lang) -> (Lang, &str) {
    let given = |lang: Lang| Some((lang, worked.facts.get(lang))).filter(|(_, f)| !f.is_empty());
    given(lang).or_else(|| Lang::ALL.into_iter().find_map(given)).unwrap_or((lang, ""))
}
