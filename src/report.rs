//! The result as plain data in the reader's order, in one language. The page, the copy, the file and the paper are all
//! made from it, so that they never differ.

use adal_core::{
    Answer, Assessment, Case, ClauseIx, Content, Ground, Headline, Lang, QuestionIx, SituationIx,
    StepIx, StepToTake, assess, interview,
};
use yew::AttrValue;

use crate::embedded::content;
use crate::host::{Contact, Contacts};
use crate::session::is_bound;
use crate::words::Words;

mod finding;
mod lines;

pub use finding::{Detail, FindingReport};
pub use lines::{Line, LineKind, columns, rows};

/// The clause that `whom-direct` of the interface words speaks of.
const NAMES_DIRECT_MANAGER: &str = "3.11";

/// What the Standard says about a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The words it is told in.
    pub words: Words,
    /// The strongest thing to say.
    pub headline: Headline,
    /// The same in words.
    pub title: AttrValue,
    /// That it is a first result, where questions are left.
    pub first_result: Option<AttrValue>,
    /// The findings by what they say, strongest first.
    pub groups: Vec<Group>,
    /// That the Standard does not bind such a person.
    pub not_bound: Option<AttrValue>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// Whom to turn to, as far as the Standard says.
    pub whom: Vec<AttrValue>,
    /// Whom to turn to, as the site says.
    pub contacts: Vec<ContactLine>,
    /// What the person was not sure of and what would settle a finding.
    pub find_out: Vec<ToFindOut>,
    /// Questions that were not asked yet and could still change a finding.
    pub not_asked: Vec<AttrValue>,
    /// Expected conduct.
    pub reminders: Vec<ClauseLine>,
    /// Clauses that were checked and that the answers do not trigger.
    pub not_triggered: Vec<ClauseLine>,
    /// Clauses that were not checked.
    pub not_checked: Vec<ClauseLine>,
    /// Who asks, and about what.
    pub about: AttrValue,
    /// Every answer that counts, in the order of asking.
    pub answers: Vec<Answered>,
    /// Which content this is, and how far it can be relied on.
    pub edition: Vec<AttrValue>,
}

/// The findings that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they say.
    pub rank: Headline,
    /// The same in words.
    pub title: AttrValue,
    /// The findings, in the order of the Standard.
    pub findings: Vec<FindingReport>,
}

/// Something to do, with who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The step; none where there is nothing but to ask.
    pub step: Option<StepIx>,
    /// What to do.
    pub text: AttrValue,
    /// Who says so.
    pub ground: AttrValue,
}

/// A fact to find out.
#[derive(Clone, Debug, PartialEq)]
pub struct ToFindOut {
    /// The question.
    pub question: QuestionIx,
    /// The same in words.
    pub text: AttrValue,
    /// How to find it out.
    pub how: AttrValue,
}

/// A contact of the site.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactLine {
    /// Where it is, if not in the Company.
    pub label: Option<AttrValue>,
    /// What the site says, in its own words and language.
    pub given: AttrValue,
}

/// A part of the report whose place differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The clauses that apply.
    Settled,
    /// The clauses that only may apply.
    Open,
    /// What the answers leave to find out.
    FindOut,
    /// The steps.
    WhatToDo,
}

/// A clause in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct ClauseLine {
    /// Its number.
    pub number: AttrValue,
    /// What it says, in a plain sentence.
    pub plain: AttrValue,
}

/// A question with an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The question.
    pub question: QuestionIx,
    /// The same in words.
    pub text: AttrValue,
    /// The answer.
    pub answer: AttrValue,
}

impl Report {
    /// The report on a case, for a site with these contacts.
    pub fn of(case: &Case, contacts: &Contacts, words: Words) -> Report {
        let content = content();
        let assessment = assess(content, case);
        let left = interview(content, case).at_most_left;
        let bound = is_bound(case.people);
        Report {
            words,
            headline: assessment.headline,
            title: headline_words(assessment.headline, words),
            first_result: (left > 0).then(|| words.not_finished(left)),
            groups: groups(&assessment, words),
            not_bound: (!bound).then(|| words.ngo_not_bound()),
            steps: steps(&assessment, words),
            whom: whom(&assessment, bound, words),
            contacts: contact_lines(contacts, bound, words),
            find_out: assessment.find_out.iter().map(|ix| ToFindOut::new(*ix, words)).collect(),
            not_asked: assessment.still_open.iter().map(|ix| question_words(*ix, words)).collect(),
            reminders: clause_lines(&assessment.reminders, words),
            not_triggered: clause_lines(&assessment.not_triggered, words),
            not_checked: clause_lines(&assessment.not_checked, words),
            about: about(case, words),
            answers: answers(case, words),
            edition: edition(content, &case.situations, words),
        }
    }
}

/// Whom the Standard names, each clause only where it may apply, and what it does not say.
fn whom(assessment: &Assessment, bound: bool, words: Words) -> Vec<AttrValue> {
    let names_direct =
        assessment.findings.iter().any(|found| content()[found.clause].id == NAMES_DIRECT_MANAGER);
    let named = if bound { words.whom_staff() } else { words.whom_ngo() };
    let direct = names_direct.then(|| words.whom_direct());
    [Some(named), direct, Some(words.whom_protection())].into_iter().flatten().collect()
}

impl Report {
    /// The order for somebody with two minutes: what to do, then what it rests on. Where nothing stronger can be said than
    /// that something may apply, what to find out comes first of all.
    pub fn order(&self) -> [Part; 4] {
        if self.headline == Headline::MayApply {
            [Part::FindOut, Part::WhatToDo, Part::Open, Part::Settled]
        } else {
            [Part::WhatToDo, Part::Settled, Part::Open, Part::FindOut]
        }
    }

    /// The groups of findings that only may apply, or those that do.
    pub fn groups_that(&self, are_open: bool) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(move |group| (group.rank == Headline::MayApply) == are_open)
    }
}

impl ToFindOut {
    fn new(ix: QuestionIx, words: Words) -> ToFindOut {
        let how = content()[ix].find_out.get(words.lang()).into();
        ToFindOut { question: ix, text: question_words(ix, words), how }
    }
}

impl Answered {
    /// A question and its answer in words.
    pub fn new(ix: QuestionIx, answer: Answer, words: Words) -> Answered {
        let question = &content()[ix];
        let answer = match answer {
            Answer::NotSure => words.not_sure(),
            Answer::Choice(choice) => {
                let choice = question.choices.get(choice.place());
                choice.map_or("", |choice| choice.text.get(words.lang())).into()
            }
        };
        Answered { question: ix, text: question_words(ix, words), answer }
    }
}

fn question_words(ix: QuestionIx, words: Words) -> AttrValue {
    content()[ix].text.get(words.lang()).into()
}

/// Every answer that counts, in the order of asking.
pub fn answers(case: &Case, words: Words) -> Vec<Answered> {
    let interview = interview(content(), case);
    let given = interview.asked.iter().filter_map(|question| {
        Some(Answered::new(*question, *interview.live.get(question)?, words))
    });
    given.collect()
}

/// Who the person is and what it is about, as on the start page.
pub fn about(case: &Case, words: Words) -> AttrValue {
    let lang = words.lang();
    let people = case.people.iter().map(|person| content()[person].name.get(lang));
    let situations = case.situations.iter().map(|ix| content()[*ix].title.get(lang));
    people.chain(situations).collect::<Vec<_>>().join("; ").into()
}

fn headline_words(headline: Headline, words: Words) -> AttrValue {
    match headline {
        Headline::Prohibited => words.headline_prohibited(),
        Headline::Duty => words.headline_duty(),
        Headline::StepsFirst => words.headline_steps_first(),
        Headline::Expected => words.headline_expected(),
        Headline::MayApply => words.headline_may_apply(),
        Headline::Recommended => words.headline_recommended(),
        Headline::Right => words.headline_right(),
        Headline::Nothing => words.headline_nothing(),
    }
}

fn groups(assessment: &Assessment, words: Words) -> Vec<Group> {
    let by_rank = assessment.findings.chunk_by(|one, next| one.headline() == next.headline());
    by_rank
        .filter_map(|findings| {
            let rank = findings.first()?.headline();
            let findings = findings.iter().map(|found| FindingReport::new(found, words)).collect();
            Some(Group { rank, title: group_words(rank, words), findings })
        })
        .collect()
}

fn group_words(rank: Headline, words: Words) -> AttrValue {
    match rank {
        Headline::Prohibited => words.group_prohibited(),
        Headline::Duty => words.group_duty(),
        Headline::StepsFirst => words.group_steps_first(),
        Headline::Expected => words.group_expected(),
        Headline::Recommended => words.group_recommended(),
        Headline::Right => words.group_right(),
        Headline::MayApply | Headline::Nothing => words.group_may_apply(),
    }
}

/// The steps of the assessment; where there are none, the advice to ask.
fn steps(assessment: &Assessment, words: Words) -> Vec<Step> {
    if assessment.steps.is_empty() {
        let ground = words.ground_advice();
        return vec![Step { step: None, text: words.ask_in_doubt(), ground }];
    }
    let step = |step: &StepToTake| Step {
        step: Some(step.step),
        text: content()[step.step].text.get(words.lang()).into(),
        ground: ground(step, words),
    };
    assessment.steps.iter().map(step).collect()
}

/// Who says that a step is to be taken.
pub fn ground(step: &StepToTake, words: Words) -> AttrValue {
    match &step.ground {
        Ground::Requires(clauses) if clauses.iter().any(|clause| content()[*clause].requires()) => {
            words.ground_requires(clauses.len(), &numbers(clauses))
        }
        Ground::Requires(clauses) => words.ground_stated(clauses.len(), &numbers(clauses)),
        Ground::MayRequire(clauses) => words.ground_may_require(clauses.len(), &numbers(clauses)),
        Ground::Advice => words.ground_advice(),
    }
}

/// Clause numbers as they are cited: `2.1.1, 3.6`.
pub(crate) fn numbers(clauses: &[ClauseIx]) -> String {
    clauses.iter().map(|clause| content()[*clause].id.as_str()).collect::<Vec<_>>().join(", ")
}

/// The contacts of the site for such a person, and those outside the Company.
fn contact_lines(contacts: &Contacts, bound: bool, words: Words) -> Vec<ContactLine> {
    let own = if bound { &contacts.staff } else { &contacts.ngo };
    let lines = [(None, own), (Some(words.contacts_outside()), &contacts.outside)];
    let given = lines.into_iter().filter(|(_, Contact(parts))| !parts.is_empty());
    let line = |(label, Contact(parts)): (Option<AttrValue>, &Contact)| {
        let parts: Vec<&str> = parts.iter().map(AttrValue::as_str).collect();
        ContactLine { label, given: parts.join(" · ").into() }
    };
    given.map(line).collect()
}

fn clause_lines(clauses: &[ClauseIx], words: Words) -> Vec<ClauseLine> {
    let line = |ix: &ClauseIx| {
        let clause = &content()[*ix];
        ClauseLine {
            number: clause.id.as_str().into(),
            plain: clause.plain.get(words.lang()).into(),
        }
    };
    clauses.iter().map(line).collect()
}

/// Which content this is, and how far it can be relied on.
pub fn edition(content: &Content, situations: &[SituationIx], words: Words) -> Vec<AttrValue> {
    let version = words.content_version(&content.version, &words.date_of(&content.date));
    let translated = (words.lang() != Lang::Kk).then(|| words.kazakh_is_official());
    let confirmed = confirmed(content, situations, words);
    [version].into_iter().chain(translated).chain(confirmed).collect()
}

/// Who confirmed these situations for the Company, each signature by itself; else that they are a draft.
pub fn confirmed(content: &Content, situations: &[SituationIx], words: Words) -> Vec<AttrValue> {
    let signed = content.confirmed(situations, words.lang());
    if signed.is_empty() {
        return vec![words.not_confirmed()];
    }
    signed.iter().map(|one| words.confirmed(&one.post, &words.date_of(&one.date))).collect()
}
