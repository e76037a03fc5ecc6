//! The cover: what this is, how to read and sign it; and the contents, in which signatures are counted.

use adal_core::Headline;
use maud::{Markup, html};

use super::page::Page;
use super::survey::{Outcome, SurveyedSituation};

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

/// What this is, of which version, and how it is read and signed.
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
                        labels.read_questions(), labels.read_rows(), labels.any_legend(),
                        labels.read_not_sure(), labels.read_open(), labels.read_map(),
                        labels.read_ground(), labels.read_ngo(),
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
        content.situations.len(),
        content.questions.len(),
        content.rules.len(),
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

/// The parts of the page, and each situation with a place to tick off that it is signed.
pub(super) fn contents(page: &Page) -> Markup {
    let labels = page.labels;
    html! {
        nav.contents id="contents" aria-labelledby="contents-title" {
            h2 id="contents-title" { (labels.contents_title()) }
            div.wide-table tabindex="0" role="group" aria-label=(labels.situations_title()) {
                table {
                    caption { (labels.situations_title()) }
                    thead { tr {
                        th scope="col" { (labels.number_column()) }
                        th scope="col" { (labels.situation()) }
                        th scope="col" { (labels.people_column()) }
                        th.number scope="col" { (labels.rules_column()) }
                        th.number scope="col" { (labels.open_column()) }
                        th scope="col" { (labels.signature()) }
                    } }
                    tbody {
                        @for situation in &page.survey.situations { (row(page, situation)) }
                    }
                }
            }
            ul {
                li { a href="#clauses" { (labels.clauses_title()) } }
                li { a href="#matrix" { (labels.matrix_title()) } }
                li { a href="#steps" { (labels.steps_title()) } }
                li { a href="#readings" { (labels.readings_title()) } }
                li { a href="#drafts" { (labels.drafts_title()) } }
            }
        }
    }
}

fn row(page: &Page, situation: &SurveyedSituation) -> Markup {
    let people = page.survey.concerned(page.content()[situation.ix].people);
    let marks: Vec<String> =
        people.into_iter().map(|person| page.labels.person_mark(person)).collect();
    let open = situation.rules.iter().filter(|rule| page.survey.outcome(rule.ix).open).count();
    html! {
        tr {
            td { (situation.number) }
            td {
                a href={ "#" (page.situation_id(situation)) } { (page.title(situation)) }
            }
            td { (marks.join(" ")) }
            td.number { (situation.rules.len()) }
            td.number { (open) }
            td.tick { "☐" }
        }
    }
}
