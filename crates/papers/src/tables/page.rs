//! The page as a whole, and what all its parts share: names, numbers, marks and links.

use std::collections::BTreeSet;

use adal_core::{Answer, ClauseIx, Content, Headline, Lang, PersonIx, QuestionIx, StepIx, Text};
use maud::{Markup, html};

use super::survey::{NumberedRule, Outcome, Survey, SurveyedSituation};
use crate::labels::Labels;

/// The tables in one language.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) survey: &'a Survey<'a>,
    pub(super) labels: Labels<'a>,
}

/// What stands at the foot of every printed page, so that no page can be exchanged unnoticed.
pub(super) fn footer(page: &Page) -> String {
    let content = page.content();
    let left = format!("adal-check {} · {} · {}", content.version, content.date, page.lang().tag());
    format!(
        "@page {{ @bottom-left {{ content: \"{left}\" }} \
         @bottom-right {{ content: counter(page) \" / \" counter(pages) }} }}"
    )
}

impl<'a> Page<'a> {
    pub(super) fn lang(&self) -> Lang {
        self.labels.lang
    }

    pub(super) fn content(&self) -> &'a Content {
        self.survey.content()
    }

    pub(super) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang())
    }

    pub(super) fn title(&self, situation: &SurveyedSituation) -> &'a str {
        self.text(&self.content()[situation.ix].title)
    }

    /// The names of people, in content order.
    pub(super) fn names(&self, people: &[PersonIx]) -> String {
        let names = people.iter().map(|person| self.text(&self.content()[*person].name));
        names.collect::<Vec<_>>().join("; ")
    }

    /// The number of a question in a situation, from 1.
    pub(super) fn question_number(&self, situation: usize, question: QuestionIx) -> usize {
        let content = self.content();
        let questions = content.situations.get(situation - 1).map(|found| &found.questions);
        let place = questions.and_then(|all| all.iter().position(|known| *known == question));
        place.map_or(0, |place| place + 1)
    }

    /// What a rule says, as a mark: in brackets when its wording is open.
    pub(super) fn mark(&self, outcome: Outcome) -> Markup {
        let (mark, name) = (self.labels.mark(outcome.headline), self.outcome(outcome));
        html! {
            abbr.mark.open[outcome.open] data-effect=(effect_id(outcome.headline)) title=(name) {
                @if outcome.open { "(" (mark) ")" } @else { (mark) }
            }
        }
    }

    /// What a rule says, in words.
    pub(super) fn outcome(&self, outcome: Outcome) -> String {
        let name = self.labels.headline_name(outcome.headline);
        if outcome.open { format!("{name}; {}", self.labels.wording_open_short()) } else { name }
    }

    /// A headline as a mark.
    pub(super) fn headline(&self, headline: Headline) -> Markup {
        self.mark(Outcome { headline, open: false })
    }

    /// The marks of headlines in a drawing, where there is room for letters only.
    pub(super) fn marks_in_words(&self, headlines: &BTreeSet<Headline>) -> String {
        let marks = headlines.iter().map(|headline| self.labels.mark(*headline));
        marks.collect::<Vec<_>>().join(" · ")
    }

    /// A link to a clause by its number.
    pub(super) fn clause_link(&self, clause: ClauseIx) -> Markup {
        html! { a href={ "#" (self.clause_id(clause)) } { (self.content()[clause].id) } }
    }

    pub(super) fn clause_links(&self, clauses: impl IntoIterator<Item = ClauseIx>) -> Markup {
        html! {
            @for (place, clause) in clauses.into_iter().enumerate() {
                @if place > 0 { ", " }
                (self.clause_link(clause))
            }
        }
    }

    pub(super) fn clause_id(&self, clause: ClauseIx) -> String {
        format!("clause-{}", self.content()[clause].id)
    }

    pub(super) fn situation_id(&self, situation: &SurveyedSituation) -> String {
        format!("situation-{}", self.content()[situation.ix].id)
    }

    pub(super) fn situation_link(&self, situation: &SurveyedSituation) -> Markup {
        html! {
            a href={ "#" (self.situation_id(situation)) } {
                (situation.number) ". " (self.title(situation))
            }
        }
    }

    pub(super) fn rule_id(situation: &SurveyedSituation, rule: &NumberedRule) -> String {
        format!("rule-{}-{}", situation.number, rule.number)
    }

    /// `9/3`: the third rule of the ninth situation.
    pub(super) fn rule_link(&self, situation: &SurveyedSituation, rule: &NumberedRule) -> Markup {
        html! {
            a href={ "#" (Self::rule_id(situation, rule)) } { (situation.number) "/" (rule.number) }
        }
    }

    /// Who says that a step is to be taken: the clauses of the step, or nobody but the tool.
    pub(super) fn ground(&self, clauses: &[ClauseIx]) -> Markup {
        let numbers: Vec<&str> =
            clauses.iter().map(|clause| self.content()[*clause].id.as_str()).collect();
        html! {
            @if clauses.is_empty() {
                span.ground.advice { (self.labels.advice()) }
            } @else {
                span.ground { (self.labels.required_by(clauses.len(), &numbers.join(", "))) }
            }
        }
    }

    pub(super) fn step_id(&self, step: StepIx) -> String {
        format!("step-{}", self.content()[step].id)
    }

    /// A heading of a part with a way back to the contents.
    pub(super) fn part_title(&self, title: &str) -> Markup {
        html! {
            h2 { (title) }
            p.back { a href="#contents" { (self.labels.back_to_contents()) } }
        }
    }
}

/// The letter of an answer: `a` for the first choice, `?` for "not sure".
pub(super) fn letter(answer: Answer) -> char {
    match answer {
        Answer::Choice(choice) => char::from(b'a'.saturating_add(choice.0)),
        Answer::NotSure => '?',
    }
}

/// The name of an effect for styles.
fn effect_id(headline: Headline) -> &'static str {
    match headline {
        Headline::Prohibited => "prohibited",
        Headline::Duty => "duty",
        Headline::StepsFirst => "steps-first",
        Headline::Expected => "expected",
        Headline::MayApply => "may-apply",
        Headline::Recommended => "recommended",
        Headline::Right => "right",
        Headline::Nothing => "nothing",
    }
}
