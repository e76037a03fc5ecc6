//! One finding of a report: a plain sentence about the clause, and its details.

use adal_core::{
    Answer, Clause, ClauseIx, Finding, Headline, QuestionIx, Reading, ReadingIx, State,
};
use yew::AttrValue;

use crate::embedded::content;
use crate::report::{Answered, question_words};
use crate::words::Words;

/// A clause that applies or may apply.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingReport {
    /// The clause.
    pub clause: ClauseIx,
    /// Its rank.
    pub rank: Headline,
    /// Its number, as it is cited.
    pub number: AttrValue,
    /// A plain sentence about it.
    pub plain: AttrValue,
    /// The details in reading order, ending with the exact text.
    pub details: Vec<Detail>,
}

/// A detail of a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// A sentence about the facts that make the clause apply.
    Because(AttrValue),
    /// Something else to know.
    Remark(AttrValue),
    /// That the wording is open: an introduction, each doubt, and what to do about it.
    Open(AttrValue, Vec<Doubt>, AttrValue),
    /// A title, and the person's answers that decide the finding.
    Reasons(AttrValue, Vec<Answered>),
    /// A title, and what would settle the finding.
    Missing(AttrValue, Vec<AttrValue>),
    /// A title, each single other answer that would remove the finding, and when to give it.
    Changes(AttrValue, Vec<Answered>, AttrValue),
    /// That no single other answer would remove it.
    NoChange(AttrValue),
    /// A title; the exact text follows.
    ExactText(AttrValue),
}

/// A doubt about the wording.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// What is in doubt.
    pub question: AttrValue,
    /// The two readings.
    pub sides: [AttrValue; 2],
    /// The words of the Standard that leave it open.
    pub ground: AttrValue,
}

impl FindingReport {
    /// A finding together with the open clauses that ask the same.
    pub(super) fn new(
        finding: &Finding,
        rank: Headline,
        folded: impl Iterator<Item = ClauseIx>,
        words: Words,
    ) -> FindingReport {
        let clause = &content()[finding.clause];
        let mut details = said(finding, clause, words);
        if finding.reasons.is_empty() {
            details.extend(missing(words.depends_on_unsure(), &finding.find_out, words));
            details.extend(missing(words.depends_on_unasked(), &finding.still_open, words));
        } else {
            details.extend(reasons(finding, words));
            details.push(changes(finding, words));
        }
        details.extend(folded.map(|clause| Detail::Remark(words.folded(&content()[clause].id))));
        details.push(Detail::ExactText(words.exact_text(&clause.id)));
        FindingReport {
            clause: finding.clause,
            rank,
            number: words.clause_number(&clause.id),
            plain: clause.plain.get(words.lang()).into(),
            details,
        }
    }
}

/// What the tool says about the clause. While facts are missing, sentences about the facts would claim too much.
fn said(finding: &Finding, clause: &'static Clause, words: Words) -> Vec<Detail> {
    let lang = words.lang();
    let known = finding.state != State::FactsOpen;
    let because = finding.because.iter().filter(|_| known);
    let because = because.map(|reason| Detail::Because(content()[*reason].get(lang).into()));
    let adopted = finding.adopted.iter().filter_map(|reading| adopted(*reading, words));
    let note = clause.note.as_ref().filter(|_| finding.state != State::Applies);
    let note = note.map(|note| Detail::Remark(note.get(lang).into()));
    because.chain(adopted).chain(doubts(finding, words)).chain(note).collect()
}

/// What the Company decided about a doubt, and who decided it.
fn adopted(reading: ReadingIx, words: Words) -> Option<Detail> {
    let reading = &content()[reading];
    let adopted = reading.adopted.as_ref()?;
    let lang = words.lang();
    let side = &reading.sides[usize::from(!adopted.first)];
    let date = words.date_of(&adopted.date);
    Some(Detail::Remark(words.adopted_reading(adopted.post.get(lang), &date, side.get(lang))))
}

/// The doubts about the wording with their readings, and the facts that somebody else knows.
fn doubts(finding: &Finding, words: Words) -> Vec<Detail> {
    let lang = words.lang();
    let (facts, wording): (Vec<&Reading>, Vec<&Reading>) =
        finding.readings.iter().map(|ix| &content()[*ix]).partition(|reading| reading.is_fact);
    let doubt = |reading: &Reading| Doubt {
        question: reading.question.get(lang).into(),
        sides: [0, 1].map(|side| reading.sides[side].get(lang).into()),
        ground: words.reading_ground(reading.ground.get(lang)),
    };
    let open = (!wording.is_empty()).then(|| {
        let doubts = wording.into_iter().map(doubt).collect();
        Detail::Open(words.wording_open(), doubts, words.ask_which_reading())
    });
    let facts: Vec<AttrValue> =
        facts.into_iter().map(|reading| reading.question.get(lang).into()).collect();
    let facts = (!facts.is_empty()).then(|| Detail::Missing(words.depends_on_others(), facts));
    open.into_iter().chain(facts).collect()
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

/// Every single other answer that would remove the finding, or that none does.
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
