//! The cover: what this is, how to read and sign it, and the table of contents with the signatures.

use adal_core::Headline;
use maud::{Markup, html};

use super::page::Page;
use super::survey::{Outcome, SurveyedClause, SurveyedSituation};
use crate::certain::side_taken;

/// The headlines, strongest first.
const HEADLINES: [Headline; 8] = [
    Headline::Prohibited,
    Headline::Duty,
    Headline::StepsFirst,
    Headline::Expected,
    Headline::MayApply,
    Headline::Recommended,
    Headline::Right,
    Headline::Nothing,
];

/// What this is, its version, and how to read and sign it.
pub(super) fn cover(page: &Page) -> Markup {
    let labels = page.labels;
    html! {
        header.cover {
            p.standard { (page.text(&page.content().title)) }
            h1 { (labels.document_title()) }
            p.lead { (labels.document_lead()) }
            p.draft { (labels.draft()) }
            (particulars(page))
            section {
                h2 { (labels.what_title()) }
                p { (labels.what_1()) }
                p { (labels.what_2()) }
                p { (labels.what_3()) }
            }
            section {
                h2 { (labels.read_title()) }
                ul {
                    @for rule in [
                        labels.read_law(), labels.read_shared(), labels.read_open(),
                        labels.read_situation(), labels.read_questions(), labels.read_order(),
                        labels.read_not_sure(), labels.read_ground(), labels.read_ngo(),
                    ] { li { (rule) } }
                }
                (marks(page))
            }
            section {
                h2 { (labels.sign_title()) }
                ol {
                    @for step in [labels.sign_1(), labels.sign_2(), labels.sign_3(), labels.sign_4()] {
                        li { (step) }
                    }
                }
            }
        }
    }
}

fn particulars(page: &Page) -> Markup {
    let (labels, content) = (page.labels, page.content());
    let sizes = labels.page_sizes(
        page.survey.clauses.len(),
        page.law().rules.len(),
        content.readings.len(),
        content.situations.len(),
        content.questions.len(),
        content.steps.len(),
    );
    html! {
        dl.particulars {
            dt { (labels.version_label()) }
            dd { (labels.version(&content.version, &content.date)) br; (sizes) }
            dt { (labels.edition_label()) }
            dd { (page.text(&content.place)) }
            dt { (labels.approval_label()) }
            dd { (page.text(&content.approval)) }
            dt { (labels.language_label()) }
            dd { (labels.language_name()) }
        }
    }
}

fn marks(page: &Page) -> Markup {
    html! {
        h3 { (page.labels.marks_title()) }
        ul.marks {
            @for headline in HEADLINES {
                li { (page.headline(headline)) " " (page.labels.headline_name(headline)) }
            }
            @let open = Outcome { headline: HEADLINES[0], open: true };
            li { (page.mark(open)) " " (page.labels.wording_open()) }
        }
    }
}

/// The parts of the page, and each clause and situation with a box to tick when it is signed.
pub(super) fn contents(page: &Page) -> Markup {
    let labels = page.labels;
    html! {
        nav.contents id="contents" aria-labelledby="contents-title" {
            h2 id="contents-title" { (labels.contents_title()) }
            (table(
                &labels.law_title(),
                [labels.clause(), labels.plain(), labels.rules_column(), labels.open_column(), labels.signature()],
                html! { @for clause in &page.survey.clauses { (clause_row(page, clause)) } },
            ))
            (table(
                &labels.situations_title(),
                [labels.number_column(), labels.situation(), labels.people_column(), labels.clauses_column(), labels.signature()],
                html! { @for situation in &page.survey.situations { (situation_row(page, situation)) } },
            ))
            ul {
                li { a href="#clauses" { (labels.clauses_title()) } }
                li { a href="#matrix" { (labels.matrix_title()) } }
                li { a href="#readings" { (labels.readings_title()) } }
                li { a href="#steps" { (labels.steps_title()) } }
                li { a href="#drafts" { (labels.drafts_title()) } }
            }
        }
    }
}

fn table(caption: &str, heads: [String; 5], rows: Markup) -> Markup {
    html! {
        div.wide-table tabindex="0" role="group" aria-label=(caption) {
            table {
                caption { (caption) }
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody { (rows) }
            }
        }
    }
}

fn clause_row(page: &Page, surveyed: &SurveyedClause) -> Markup {
    let stands = &page.survey.loaded.declared.stands;
    let open = surveyed.readings.iter().filter(|reading| side_taken(stands, **reading).is_none());
    html! {
        tr {
            td { (page.clause_link(surveyed.ix)) }
            td { (page.text(&page.content()[surveyed.ix].plain)) }
            td.number { (page.survey.rules_of(surveyed.ix).count()) }
            td.number { (open.count()) }
            td.tick { "☐" }
        }
    }
}

fn situation_row(page: &Page, situation: &SurveyedSituation) -> Markup {
    let people = page.survey.concerned(page.content()[situation.ix].people);
    let marks: Vec<String> =
        people.into_iter().map(|person| page.labels.person_mark(person)).collect();
    html! {
        tr {
            td { (situation.number) }
            td {
                a href={ "#" (page.situation_id(situation.ix)) } { (page.title(situation.ix)) }
            }
            td.people-marks { (marks.join(" ")) }
            td.number { (situation.outcomes.len()) }
            td.tick { "☐" }
        }
    }
}
