//! The law of one clause: its text, its rules over facts, what is settled and what is open, and a place to sign.

use adal_content::Subject;
use adal_content::law::{LawCondition, LawRule, View};
use adal_core::{ClauseIx, Headline, StepIx};
use maud::{Markup, html};

use super::conditions::{element_id, law};
use super::page::{Page, separated};
use super::signature::signature;
use super::survey::{SurveyedClause, says};
use super::{clauses, doubts};
use crate::certain::certain;

/// Everything about one clause.
pub(super) fn clause(page: &Page, surveyed: &SurveyedClause) -> Markup {
    let (labels, clause) = (page.labels, &page.content()[surveyed.ix]);
    html! {
        section.sheet.clause id=(page.clause_id(surveyed.ix)) {
            p.kicker { (labels.law_title()) }
            (page.part_title(&labels.clause_number(&clause.id)))
            (clauses::words(page, clause, true))
            (particulars(page, surveyed))
            (rules(page, surveyed))
            (general(page, &clause.id))
            (elements(page, surveyed, &clause.id))
            (doubts::of_clause(page, surveyed))
            (facts(page, surveyed))
            (signature(page, Subject::Law(surveyed.ix)))
        }
    }
}

fn particulars(page: &Page, surveyed: &SurveyedClause) -> Markup {
    let labels = page.labels;
    let clause = &page.content()[surveyed.ix];
    let situations = page.survey.situations.iter();
    let situations = situations.filter(|one| one.outcomes.contains_key(&surveyed.ix));
    html! {
        @if !clause.folds_under.is_empty() {
            p.uses { span.label { (labels.folds_under()) ":" } " " (page.clause_links(clause.folds_under.iter().copied())) }
        }
        p.uses { span.label { (labels.comes_up_in()) ":" } " " (page.situation_links(situations)) }
        @if !surveyed.notices.is_empty() {
            p.uses { span.label { (labels.drafts_title()) ":" } " "
                (separated(surveyed.notices.iter().map(|notice| html! {
                    a href={ "#" (page.draft_id(*notice)) } { (page.text(&page.content()[*notice].name)) }
                }), "; "))
            }
        }
    }
}

fn rules(page: &Page, surveyed: &SurveyedClause) -> Markup {
    html! {
        h3 { (page.labels.rules_title()) }
        @for rule in page.survey.rules_of(surveyed.ix) { (self::rule(page, rule)) }
    }
}

/// A rule: when it holds, when it certainly holds, and what it says to whom.
fn rule(page: &Page, rule: &LawRule) -> Markup {
    let labels = page.labels;
    let clause = &page.content()[rule.clause].id;
    let binds = labels.value("binds", if rule.binds_staff { "staff" } else { "actor" });
    html! {
        div.wide-table tabindex="0" role="group" aria-label=(labels.rule_title(&rule.id)) {
            table.rule id=(Page::rule_id(rule)) {
                thead { tr { th colspan="2" scope="colgroup" {
                    (labels.rule_title(&rule.id)) " " span.binds { (binds) }
                } } }
                tbody {
                    tr { th scope="row" { (labels.holds_if()) } td { (law(page, clause, &rule.when)) } }
                    tr { th scope="row" { (labels.certain_if()) } td { (beyond_doubt(page, clause, &rule.when)) } }
                    @for view in &rule.views { (viewed(page, rule, *view)) }
                }
            }
        }
    }
}

/// The part of a condition that does not depend on open readings.
fn beyond_doubt(page: &Page, clause: &str, when: &LawCondition) -> Markup {
    let stands = &page.survey.loaded.declared.stands;
    let sure = certain(page.law(), stands, when);
    html! {
        @if sure == *when { (page.labels.always_certain()) }
        @else if sure == LawCondition::Any(Vec::new()) { (page.labels.never_certain()) }
        @else { (law(page, clause, &sure)) }
    }
}

/// What a rule says in a view.
fn viewed(page: &Page, rule: &LawRule, view: View) -> Markup {
    let labels = page.labels;
    let clause = &page.content()[rule.clause].id;
    html! {
        tr {
            th scope="row" { (labels.view(view)) }
            td {
                @if let Some(only) = rule.only.get(view) {
                    p.only { (labels.only_if()) ":" }
                    (law(page, clause, only))
                }
                div.columns {
                    div {
                        (effects(page, rule, view))
                        @if let Some(reason) = rule.because(view) {
                            p { span.label { (labels.because()) ":" } " " (page.text(&page.content()[reason])) }
                        }
                    }
                    (steps(page, rule.clause, rule.steps.get(view)))
                }
            }
        }
    }
}

/// The effect. For the actor, steps may come first.
fn effects(page: &Page, rule: &LawRule, view: View) -> Markup {
    let says = says(rule, view);
    let clause = &page.content()[rule.clause].id;
    let first = rule.steps_first.as_ref().filter(|_| view == View::Me);
    html! {
        p { (page.headline(says)) " " (page.labels.headline_name(says)) }
        @if let Some(first) = first {
            p {
                (page.headline(Headline::StepsFirst)) " " (page.labels.steps_first()) ", "
                (page.labels.if_word()) ":"
            }
            (law(page, clause, first))
        }
    }
}

fn steps(page: &Page, clause: ClauseIx, steps: &[StepIx]) -> Markup {
    let mut steps = steps.to_vec();
    steps.sort_unstable();
    html! {
        @if !steps.is_empty() {
            div {
                p.label { (page.labels.what_to_do()) }
                ul.steps {
                    @for step in steps.iter().map(|step| &page.content()[*step]) {
                        @let own: &[ClauseIx] = if step.clauses.contains(&clause) { &[clause] } else { &[] };
                        li { (page.text(&step.text)) " " (page.ground(own)) }
                    }
                }
            }
        }
    }
}

/// The conditions added to rules about somebody else.
fn general(page: &Page, clause: &str) -> Markup {
    let labels = page.labels;
    let (actor, towards) = (&page.law().actor, &page.law().towards);
    html! {
        @if actor.is_some() || towards.is_some() {
            h3 { (labels.general_title()) }
            dl.terms {
                @if let Some(towards) = towards {
                    dt { (labels.general_towards()) }
                    dd { (law(page, clause, towards)) }
                }
                @if let Some(actor) = actor {
                    dt { (labels.general_actor()) }
                    dd { (law(page, clause, actor)) }
                }
            }
        }
    }
}

fn elements(page: &Page, surveyed: &SurveyedClause, clause: &str) -> Markup {
    let elements = surveyed.elements.iter().map(|element| &page.law().elements[*element]);
    html! {
        @if !surveyed.elements.is_empty() {
            h3 { (page.labels.elements_title()) }
            dl.terms {
                @for element in elements {
                    dt id=(element_id(clause, &element.id)) { (page.text(&element.name)) }
                    dd { (law(page, clause, &element.when)) }
                }
            }
        }
    }
}

/// The facts with all their values. The first value is the default.
fn facts(page: &Page, surveyed: &SurveyedClause) -> Markup {
    html! {
        h3 { (page.labels.facts_title()) }
        p.note { (page.labels.facts_lead()) }
        dl.facts {
            @for fact in page.survey.facts_of(surveyed) {
                dt { (page.text(&fact.name)) }
                dd { (separated(fact.values.iter().map(|value| html! { (page.text(&value.text)) }), " / ")) }
            }
        }
    }
}
