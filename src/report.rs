//! The result as plain data in reading order, in one language. Page, clipboard, file and print view are all made from
//! it, so they always agree.

use adal_core::{
    Answer, Assessment, Case, ClauseIx, Content, Finding, Ground, Headline, Interview, Lang, Offer,
    QuestionIx, RemarkPlace, SituationIx, State, StepIx, StepToTake, assess, in_order, interview,
    offers, sort_by_key,
};
use yew::AttrValue;

use crate::embedded::content;
use crate::host::{Contact, Contacts};
use crate::session::is_bound;
use crate::words::Words;

mod finding;
mod lines;

pub use finding::{Detail, Doubt, FindingReport};
pub use lines::{Line, LineKind, columns, rows};

/// What the Standard says about a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The language of the report.
    pub words: Words,
    /// The strongest conclusion. For a person whom the Standard does not name, it is the one that holds if the
    /// Standard binds them.
    pub headline: Headline,
    /// The headline in words.
    pub title: AttrValue,
    /// The reason, in a sentence about the facts.
    pub because: Option<AttrValue>,
    /// The clauses behind the headline.
    pub because_of: Option<AttrValue>,
    /// The headline in one or two words.
    pub verdict: AttrValue,
    /// A note that something else may also apply.
    pub also: Option<AttrValue>,
    /// A note that everything depends on whether the Standard binds the person: an introduction, and why this is
    /// open.
    pub frame: Option<[AttrValue; 2]>,
    /// The situation and the answers that decide the headline, in one line.
    pub facts: AttrValue,
    /// A note that this is a first result, if there are questions left.
    pub first_result: Option<AttrValue>,
    /// Useful information that no clause contains.
    pub remarks: Vec<AttrValue>,
    /// Other situations that fit the answers.
    pub offers: Vec<OfferLine>,
    /// The findings by rank, strongest first.
    pub groups: Vec<Group>,
    /// What to know before the steps, for example that the Standard does not bind this person.
    pub before_steps: Vec<AttrValue>,
    /// Steps that make everything else wait for an answer.
    pub hold: Vec<Step>,
    /// The steps: what the Standard requires, what it requires if a clause applies, and advice.
    pub steps: Vec<Step>,
    /// Whom to contact, as far as the Standard says.
    pub whom: Vec<AttrValue>,
    /// Whom to contact, as the site says.
    pub contacts: Vec<ContactLine>,
    /// The questions answered “not sure” that would settle a finding.
    pub find_out: Vec<ToFindOut>,
    /// Questions not asked yet that could still change a finding.
    pub not_asked: Vec<AttrValue>,
    /// Reminder clauses: expected conduct.
    pub reminders: Vec<ClauseLine>,
    /// Clauses that were checked and are not triggered by the answers.
    pub not_triggered: Vec<ClauseLine>,
    /// Clauses that were not checked.
    pub not_checked: Vec<ClauseLine>,
    /// Who asks, and about what.
    pub about: AttrValue,
    /// Every answer that counts, in question order.
    pub answers: Vec<Answered>,
    /// The version of the content, and how reliable it is.
    pub edition: Vec<AttrValue>,
}

/// Findings of the same rank.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The rank.
    pub rank: Headline,
    /// The rank in words.
    pub title: AttrValue,
    /// The findings, in the order of the Standard.
    pub findings: Vec<FindingReport>,
}

/// Something to do, and on what ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The step, or `None` if the only step is to ask.
    pub step: Option<StepIx>,
    /// What to do.
    pub text: AttrValue,
    /// The ground.
    pub ground: AttrValue,
    /// How binding it is.
    pub tier: Tier,
    /// The clauses it depends on, if these only may apply.
    pub depends_on: Vec<ClauseIx>,
}

/// How binding a step is, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Required by a clause of the headline.
    Headline,
    /// Required by another clause that applies.
    Required,
    /// Required by a clause, if it applies.
    IfApplies,
    /// Advice.
    Advice,
}

/// Another situation that fits the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferLine {
    /// The offer.
    pub offer: Offer,
    /// What accepting it does.
    pub text: AttrValue,
}

/// A fact to find out.
#[derive(Clone, Debug, PartialEq)]
pub struct ToFindOut {
    /// The question.
    pub question: QuestionIx,
    /// The question in words.
    pub text: AttrValue,
    /// How to find it out.
    pub how: AttrValue,
}

/// A contact of the site.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactLine {
    /// Where the contact is, if not in the Company.
    pub label: Option<AttrValue>,
    /// What the site says, in its own words and language.
    pub given: AttrValue,
}

/// A part of the report whose position varies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The clauses that apply.
    Settled,
    /// The clauses that may apply.
    Open,
    /// What to find out.
    FindOut,
    /// The steps.
    WhatToDo,
}

/// A clause in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct ClauseLine {
    /// Its number.
    pub number: AttrValue,
    /// A plain sentence about it.
    pub plain: AttrValue,
}

/// A question with an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The question.
    pub question: QuestionIx,
    /// The question in words.
    pub text: AttrValue,
    /// The answer.
    pub answer: AttrValue,
}

impl Report {
    /// The report on a case, for a site with these contacts.
    pub fn of(case: &Case, contacts: &Contacts, words: Words) -> Report {
        Report::new(case, &assess(content(), case), contacts, words)
    }

    /// The report on an assessed case.
    pub fn new(case: &Case, assessment: &Assessment, contacts: &Contacts, words: Words) -> Report {
        let left = assessment.interview.at_most_left;
        let bound = is_bound(case.people);
        let headline = assessment.if_bound.map_or(assessment.headline, |(_, headline)| headline);
        let first = assessment.findings.iter().min_by_key(|finding| rank(finding, assessment));
        let remarks = |place| remarks(assessment, place, words);
        let (hold, steps) = steps(assessment, headline, words);
        Report {
            words,
            headline,
            title: headline_words(headline, is_open_in_wording(assessment), words),
            because: first.and_then(|finding| because(finding, words)),
            because_of: because_of(assessment, headline, words),
            verdict: verdict(headline, words),
            also: assessment.also_may_apply.then(|| words.also_may_apply()),
            frame: frame(assessment, words),
            facts: facts(case, first, words),
            first_result: (left > 0).then(|| words.not_finished(left)),
            remarks: remarks(RemarkPlace::Top),
            offers: offer_lines(case, &assessment.interview, words),
            groups: groups(assessment, words),
            before_steps: remarks(RemarkPlace::Steps),
            hold,
            steps,
            whom: remarks(RemarkPlace::Whom),
            contacts: contact_lines(contacts, bound, words),
            find_out: assessment.find_out.iter().map(|ix| ToFindOut::new(*ix, words)).collect(),
            not_asked: assessment.still_open.iter().map(|ix| question_words(*ix, words)).collect(),
            reminders: clause_lines(&assessment.reminders, words),
            not_triggered: clause_lines(&assessment.not_triggered, words),
            not_checked: clause_lines(&assessment.not_checked, words),
            about: about(case, words),
            answers: answered(&assessment.interview, words),
            edition: edition(content(), &case.situations, words),
        }
    }
}

/// The rank of a finding. For a person whom the Standard does not name, it is the one that holds if the Standard
/// binds them.
fn rank(finding: &Finding, assessment: &Assessment) -> Headline {
    match (finding.state, assessment.if_bound) {
        (State::PersonOpen(_), Some(_)) => Headline::of(finding.effect),
        _ => finding.headline(),
    }
}

/// Whether no missing fact could settle what may apply.
fn is_open_in_wording(assessment: &Assessment) -> bool {
    !assessment.findings.is_empty()
        && assessment.find_out.is_empty()
        && assessment.findings.iter().any(|finding| finding.state == State::WordingOpen)
}

fn because(finding: &Finding, words: Words) -> Option<AttrValue> {
    let known = finding.state != State::FactsOpen;
    let reason = finding.because.first().filter(|_| known)?;
    Some(content()[*reason].get(words.lang()).into())
}

/// The clauses behind the headline.
fn because_of(assessment: &Assessment, headline: Headline, words: Words) -> Option<AttrValue> {
    let findings = assessment.findings.iter();
    let saying = findings.filter(|finding| rank(finding, assessment) == headline);
    let clauses = in_order(
        saying.filter(|finding| finding.folded_under.is_none()).map(|finding| finding.clause),
    );
    (!clauses.is_empty()).then(|| words.verdict_clauses(&numbers(&clauses)))
}

/// That everything depends on whether the Standard binds the person, and why this is open.
fn frame(assessment: &Assessment, words: Words) -> Option<[AttrValue; 2]> {
    let (person, _) = assessment.if_bound?;
    let note = content()[person].open.as_ref()?;
    Some([words.if_bound(), note.get(words.lang()).into()])
}

/// The situations and the answers that decide the first finding.
fn facts(case: &Case, first: Option<&Finding>, words: Words) -> AttrValue {
    let lang = words.lang();
    let situations = case.situations.iter().map(|ix| content()[*ix].title.get(lang));
    let answers = first.into_iter().flat_map(|finding| &finding.reasons).filter_map(|reason| {
        let choice = content()[reason.question].choices.get(reason.choice.place())?;
        Some(choice.text.get(lang))
    });
    situations.chain(answers).collect::<Vec<_>>().join(" · ").into()
}

fn remarks(assessment: &Assessment, place: RemarkPlace, words: Words) -> Vec<AttrValue> {
    let remarks = assessment.remarks.iter().map(|remark| &content()[*remark]);
    let here = remarks.filter(|remark| remark.place == place);
    here.map(|remark| remark.text.get(words.lang()).into()).collect()
}

fn offer_lines(case: &Case, interview: &Interview, words: Words) -> Vec<OfferLine> {
    let line = |offer: Offer| {
        let what = content()[offer.to].title.get(words.lang());
        let moves = offer.pointer(content()).is_some_and(|pointer| pointer.moves);
        let text = if moves { words.offer_move(what) } else { words.offer_add(what) };
        OfferLine { offer, text }
    };
    offers(content(), case, &interview.live).into_iter().map(line).collect()
}

impl Report {
    /// The order for a reader with two minutes: what to do, then the reasons. If nothing more certain than “may
    /// apply” can be said, what to find out comes first.
    pub fn order(&self) -> [Part; 4] {
        if self.headline == Headline::MayApply {
            [Part::FindOut, Part::WhatToDo, Part::Open, Part::Settled]
        } else {
            [Part::WhatToDo, Part::Settled, Part::Open, Part::FindOut]
        }
    }

    /// What the steps of [`Tier::IfApplies`] depend on, in words, if required steps come before them. The page folds
    /// them under it, so that a long result begins with what is certain.
    pub fn if_applies(&self) -> Option<AttrValue> {
        let is_required = self.steps.iter().any(|step| step.tier <= Tier::Required);
        let depends_on = self.steps.iter().flat_map(|step| &step.depends_on);
        let clauses = in_order(depends_on.copied());
        let has_both = is_required && !clauses.is_empty();
        has_both.then(|| self.words.steps_if_applies(clauses.len(), &numbers(&clauses)))
    }

    /// The groups of findings that may apply, or of those that do.
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

/// Every answer that counts, in question order.
pub fn answers(case: &Case, words: Words) -> Vec<Answered> {
    answered(&interview(content(), case), words)
}

fn answered(interview: &Interview, words: Words) -> Vec<Answered> {
    let given = interview.asked.iter().filter_map(|question| {
        Some(Answered::new(*question, *interview.live.get(question)?, words))
    });
    given.collect()
}

/// Who the person is and what the case is about, in the words of the start page.
pub fn about(case: &Case, words: Words) -> AttrValue {
    let lang = words.lang();
    let people = case.people.iter().map(|person| content()[person].name.get(lang));
    let situations = case.situations.iter().map(|ix| content()[*ix].title.get(lang));
    people.chain(situations).collect::<Vec<_>>().join("; ").into()
}

fn headline_words(headline: Headline, in_wording: bool, words: Words) -> AttrValue {
    match headline {
        Headline::Prohibited => words.headline_prohibited(),
        Headline::Duty => words.headline_duty(),
        Headline::StepsFirst => words.headline_steps_first(),
        Headline::Expected => words.headline_expected(),
        Headline::MayApply if in_wording => words.headline_may_apply_wording(),
        Headline::MayApply => words.headline_may_apply(),
        Headline::Recommended => words.headline_recommended(),
        Headline::Right => words.headline_right(),
        Headline::Nothing => words.headline_nothing(),
    }
}

/// A headline in one or two words.
fn verdict(headline: Headline, words: Words) -> AttrValue {
    match headline {
        Headline::Prohibited => words.verdict_prohibited(),
        Headline::Duty => words.verdict_duty(),
        Headline::StepsFirst => words.verdict_steps_first(),
        Headline::Expected => words.verdict_expected(),
        Headline::MayApply => words.verdict_may_apply(),
        Headline::Recommended => words.verdict_recommended(),
        Headline::Right => words.verdict_right(),
        Headline::Nothing => words.verdict_nothing(),
    }
}

/// The findings by rank. An open finding is shown with another one that asks the same.
fn groups(assessment: &Assessment, words: Words) -> Vec<Group> {
    let of = |finding: &Finding| rank(finding, assessment);
    let mut findings: Vec<&Finding> =
        assessment.findings.iter().filter(|finding| finding.folded_under.is_none()).collect();
    sort_by_key(&mut findings, |finding| (of(finding), finding.clause));
    let by_rank = findings.chunk_by(|one, next| of(one) == of(next));
    by_rank
        .filter_map(|findings| {
            let rank = of(findings.first()?);
            let report = |found: &&Finding| {
                let folded = assessment.findings.iter();
                let folded = folded.filter(|other| other.folded_under == Some(found.clause));
                FindingReport::new(found, rank, folded.map(|other| other.clause), words)
            };
            let findings = findings.iter().map(report).collect();
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

/// Steps that make everything else wait, and the steps of the assessment, most binding first; if there are none, the
/// advice to ask.
fn steps(assessment: &Assessment, headline: Headline, words: Words) -> (Vec<Step>, Vec<Step>) {
    let step = |step: &StepToTake| Step {
        step: Some(step.step),
        text: content()[step.step].text.get(words.lang()).into(),
        ground: ground(step, words),
        tier: tier(step, assessment, headline),
        depends_on: match &step.ground {
            Ground::MayRequire(clauses) => clauses.clone(),
            Ground::Requires(_) | Ground::Advice => Vec::new(),
        },
    };
    let (hold, others): (Vec<&StepToTake>, Vec<&StepToTake>) =
        assessment.steps.iter().partition(|taken| content()[taken.step].holds);
    let mut steps: Vec<Step> = others.into_iter().map(step).collect();
    sort_by_key(&mut steps, |step| step.tier);
    if steps.is_empty() {
        let (text, ground) = (words.ask_in_doubt(), words.ground_advice());
        steps.push(Step { step: None, text, ground, tier: Tier::Advice, depends_on: Vec::new() });
    }
    (hold.into_iter().map(step).collect(), steps)
}

fn tier(step: &StepToTake, assessment: &Assessment, headline: Headline) -> Tier {
    let says_it = |clause: &ClauseIx| {
        let findings = assessment.findings.iter();
        findings
            .filter(|finding| finding.clause == *clause)
            .any(|finding| rank(finding, assessment) == headline)
    };
    match &step.ground {
        Ground::Requires(clauses) if clauses.iter().any(says_it) => Tier::Headline,
        Ground::Requires(_) => Tier::Required,
        Ground::MayRequire(_) => Tier::IfApplies,
        Ground::Advice => Tier::Advice,
    }
}

/// The ground of a step: a clause or advice.
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

/// Clause numbers in the form in which they are cited: `2.1.1, 3.6`.
pub(crate) fn numbers(clauses: &[ClauseIx]) -> String {
    clauses.iter().map(|clause| content()[*clause].id.as_str()).collect::<Vec<_>>().join(", ")
}

/// The contacts of the site for these people, and those outside the Company.
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

/// The version of the content, and how reliable it is.
pub fn edition(content: &Content, situations: &[SituationIx], words: Words) -> Vec<AttrValue> {
    let version = words.content_version(&content.version, &words.date_of(&content.date));
    let translated = (words.lang() != Lang::Kk).then(|| words.kazakh_is_official());
    let confirmed = confirmed(content, situations, words);
    [version].into_iter().chain(translated).chain(confirmed).collect()
}

/// Who confirmed these situations for the Company, one line per signature, or that they are a draft.
pub fn confirmed(content: &Content, situations: &[SituationIx], words: Words) -> Vec<AttrValue> {
    let signed = content.confirmed(situations, words.lang());
    if signed.is_empty() {
        return vec![words.not_confirmed()];
    }
    signed.iter().map(|one| words.confirmed(&one.post, &words.date_of(&one.date))).collect()
}
