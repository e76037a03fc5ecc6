//! The page, and what all its parts share: names, numbers, marks and links.

use adal_content::Worded;
use adal_content::law::{Law, LawRule};
use adal_core::{
    Answer, ClauseIx, Content, Headline, Lang, NoticeIx, PersonIx, QuestionIx, ReadingIx,
    SituationIx, StepIx, Text,
};
use maud::{Markup, html};

use super::survey::{Outcome, Survey, SurveyedSituation};
use crate::labels::Labels;

/// The tables in one language.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) survey: &'a Survey<'a>,
    pub(super) labels: Labels<'a>,
}

/// The footer of every printed page, so that pages cannot be swapped unnoticed.
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

    pub(super) fn law(&self) -> &'a Law {
        &self.survey.loaded.law
    }

    pub(super) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang())
    }

    pub(super) fn title(&self, situation: SituationIx) -> &'a str {
        self.text(&self.content()[situation].title)
    }

    /// The names of people, in content order.
    pub(super) fn names(&self, people: impl IntoIterator<Item = PersonIx>) -> String {
        let names = people.into_iter().map(|person| self.text(&self.content()[person].name));
        names.collect::<Vec<_>>().join("; ")
    }

    /// The number of a question in a situation, starting at 1, or `None` if another situation asks it.
    pub(super) fn question_number(
        &self,
        situation: SituationIx,
        question: QuestionIx,
    ) -> Option<usize> {
        let questions = &self.content()[situation].questions;
        questions.iter().position(|known| *known == question).map(|place| place + 1)
    }

    /// The effect of a rule as a mark, in brackets if the wording is open.
    pub(super) fn mark(&self, outcome: Outcome) -> Markup {
        let (mark, name) = (self.labels.mark(outcome.headline), self.outcome(outcome));
        html! {
            abbr.mark.open[outcome.open] data-effect=(outcome.headline.word()) title=(name) {
                @if outcome.open { "(" (mark) ")" } @else { (mark) }
            }
        }
    }

    /// The effect of a rule in words.
    pub(super) fn outcome(&self, outcome: Outcome) -> String {
        let name = self.labels.headline_name(outcome.headline);
        if outcome.open { format!("{name}; {}", self.labels.wording_open_short()) } else { name }
    }

    /// A headline as a mark.
    pub(super) fn headline(&self, headline: Headline) -> Markup {
        self.mark(Outcome { headline, open: false })
    }

    /// A link to a clause by its number.
    pub(super) fn clause_link(&self, clause: ClauseIx) -> Markup {
        html! { a href={ "#" (self.clause_id(clause)) } { (self.content()[clause].id) } }
    }

    pub(super) fn clause_links(&self, clauses: impl IntoIterator<Item = ClauseIx>) -> Markup {
        separated(clauses.into_iter().map(|clause| self.clause_link(clause)), ", ")
    }

    pub(super) fn clause_id(&self, clause: ClauseIx) -> String {
        format!("clause-{}", self.content()[clause].id)
    }

    pub(super) fn situation_id(&self, situation: SituationIx) -> String {
        format!("situation-{}", self.content()[situation].id)
    }

    pub(super) fn situation_link(&self, situation: SituationIx) -> Markup {
        html! {
            a href={ "#" (self.situation_id(situation)) } {
                (situation.place() + 1) ". " (self.title(situation))
            }
        }
    }

    pub(super) fn situation_links<'s>(
        &self,
        situations: impl IntoIterator<Item = &'s SurveyedSituation>,
    ) -> Markup {
        separated(situations.into_iter().map(|one| self.situation_link(one.ix)), "; ")
    }

    pub(super) fn rule_id(rule: &LawRule) -> String {
        format!("rule-{}", rule.id)
    }

    pub(super) fn rule_link(rule: &LawRule) -> Markup {
        html! { a href={ "#" (Self::rule_id(rule)) } { (rule.id) } }
    }

    /// The number of a doubt about the wording, for example `R7`. It is the same in all languages.
    pub(super) fn doubt_number(reading: ReadingIx) -> String {
        format!("R{}", reading.place() + 1)
    }

    /// The id of a doubt in the list of all.
    pub(super) fn doubt_id(&self, reading: ReadingIx) -> String {
        format!("reading-{}", self.content()[reading].id)
    }

    /// The ground of a step: its clauses, or advice.
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

    pub(super) fn draft_id(&self, notice: NoticeIx) -> String {
        format!("draft-{}", self.content()[notice].id)
    }

    /// The heading of a part, with a link to the contents.
    pub(super) fn part_title(&self, title: &str) -> Markup {
        html! {
            h2 { (title) }
            p.back { a href="#contents" { (self.labels.back_to_contents()) } }
        }
    }
}

/// Pieces with a separator.
pub(super) fn separated(pieces: impl IntoIterator<Item = Markup>, between: &str) -> Markup {
    html! {
        @for (place, piece) in pieces.into_iter().enumerate() {
            @if place > 0 { (between) }
            (piece)
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
