//! One finding of a report: the clause in a plain sentence, and what stands behind it.

use adal_core::{Answer, Clause, ClauseIx, Effect, Finding, QuestionIx, Reading, State};
use yew::AttrValue;

use crate::embedded::content;
use crate::report::{Answered, question_words};
use crate::words::Words;

/// A clause that applies or may apply.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingReport {
    /// The clause.
    pub clause: ClauseIx,
    /// Its number, as it is cited.
    pub number: AttrValue,
    /// What it says, in a plain sentence.
    pub plain: AttrValue,
    /// What stands behind it, down to the exact text, in the reader's order.
    pub details: Vec<Detail>,
}

/// Something that stands behind a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// The sentence that ties the facts to the clause.
    Because(AttrValue),
    /// Something to know beside it.
    Remark(AttrValue),
    /// Why it only *may* apply: what is open, the ways to read it, and what to do about that.
    Open(AttrValue, Vec<AttrValue>, Option<AttrValue>),
    /// The person's own answers that decide it, under their title.
    Reasons(AttrValue, Vec<Answered>),
    /// The questions that would settle it, under their title.
    Missing(AttrValue, Vec<AttrValue>),
    /// Each single other answer that would lift it, under its title, and when to give it.
    Changes(AttrValue, Vec<Answered>, AttrValue),
    /// That no single other answer would.
    NoChange(AttrValue),
    /// The exact text, under its title.
    ExactText(AttrValue),
}

impl FindingReport {
    pub(super) fn new(finding: &Finding, words: Words) -> FindingReport {
        let clause = &content()[finding.clause];
        let is_known = finding.state != State::FactsOpen;
        let mut details = said(finding, clause, words);
        if is_known {
            details.extend(reasons(finding, words));
            details.push(changes(finding, words));
        } else {
            details.extend(missing(words.depends_on_unsure(), &finding.find_out, words));
            details.extend(missing(words.depends_on_unasked(), &finding.still_open, words));
        }
        details.push(Detail::ExactText(words.exact_text(&clause.id)));
        FindingReport {
            clause: finding.clause,
            number: words.clause_number(&clause.id),
            plain: clause.plain.get(words.lang()).into(),
            details,
        }
    }
}

/// What the tool says of it. While facts are missing, the sentence that ties them to the clause would claim too much.
fn said(finding: &Finding, clause: &'static Clause, words: Words) -> Vec<Detail> {
    let lang = words.lang();
    let is_ban = clause.section() == "4" && finding.effect != Effect::Recommended;
    let because = || Detail::Because(content()[finding.rule].because.get(lang).into());
    let note = clause.note.as_ref().filter(|_| finding.state != State::Applies);
    let said = [
        (finding.state != State::FactsOpen).then(because),
        is_ban.then(|| Detail::Remark(words.section_four())),
        open(finding, words),
        note.map(|note| Detail::Remark(note.get(lang).into())),
    ];
    said.into_iter().flatten().collect()
}

/// Both readings of an open wording, or that the Standard does not name such a person.
fn open(finding: &Finding, words: Words) -> Option<Detail> {
    let lang = words.lang();
    match (finding.state, &content()[finding.rule].reading) {
        (State::WordingOpen, Reading::Open(readings)) => Some(Detail::Open(
            words.wording_open(),
            readings.iter().map(|reading| reading.get(lang).into()).collect(),
            Some(words.ask_which_reading()),
        )),
        (State::PersonOpen(person), _) => {
            let note = content()[person].open.as_ref()?;
            Some(Detail::Open(note.get(lang).into(), Vec::new(), None))
        }
        _ => None,
    }
}

fn reasons(finding: &Finding, words: Words) -> Option<Detail> {
    let answered = finding
        .reasons
        .iter()
        .map(|reason| Answered::new(reason.question, Answer::Choice(reason.choice), words));
    let answered: Vec<Answered> = answered.collect();
    (!answered.is_empty()).then(|| Detail::Reasons(words.your_reasons(), answered))
}

fn missing(title: AttrValue, questions: &[QuestionIx], words: Words) -> Option<Detail> {
    let questions: Vec<AttrValue> =
        questions.iter().map(|question| question_words(*question, words)).collect();
    (!questions.is_empty()).then_some(Detail::Missing(title, questions))
}

/// Every single other answer that would lift the finding, or that none does.
fn changes(finding: &Finding, words: Words) -> Detail {
    let other = finding
        .counterfactuals
        .iter()
        .map(|change| Answered::new(change.question, Answer::Choice(change.instead), words));
    let other: Vec<Answered> = other.collect();
    if other.is_empty() {
        return Detail::NoChange(words.no_single_answer());
    }
    Detail::Changes(words.what_would_change(), other, words.only_if_true())
}
