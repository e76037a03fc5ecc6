//! Worked cases with another result. Indices of the same items may differ between the contents.

use adal_content::{Loaded, Worded};
use adal_core::{
    Answer, Answers, Case, ChoiceIx, Content, Finding, People, PersonIx, QuestionIx, SituationIx,
    State, assess, interview,
};

/// A worked case with another result.
#[derive(Debug, PartialEq, Eq)]
pub struct CaseChange {
    /// The name of its file.
    pub name: String,
    /// Before.
    pub before: Outcome,
    /// After.
    pub after: After,
}

/// The result of an old worked case in the new content.
#[derive(Debug, PartialEq, Eq)]
pub enum After {
    /// Another result.
    Outcome(Outcome),
    /// The case is no longer possible, because the new content lacks these items.
    Missing(Vec<String>),
}

/// The result of a case, in ids.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The headline.
    pub headline: &'static str,
    /// Clauses that apply.
    pub applies: Vec<String>,
    /// Clauses that may apply.
    pub may_apply: Vec<String>,
    /// Steps to take.
    pub steps: Vec<String>,
    /// The next question, if the answers are not enough.
    pub asks: Option<String>,
}

/// The worked cases of the old content with another result.
pub(crate) fn case_changes(old: &Loaded, new: &Loaded) -> Vec<CaseChange> {
    let cases = old.cases.iter().map(|worked| (worked.name.clone(), &worked.case));
    changes(old, new, cases)
}

/// The doors of old twins with another result: the group, and the number of the door.
pub(crate) fn twin_changes(old: &Loaded, new: &Loaded) -> Vec<CaseChange> {
    let doors = old.twins.iter().flat_map(|twins| {
        let doors = twins.doors.iter().zip(1..);
        doors.map(move |(door, number)| (format!("{}, door {number}", twins.name), &door.case))
    });
    changes(old, new, doors)
}

fn changes<'a>(
    old: &Loaded,
    new: &Loaded,
    cases: impl Iterator<Item = (String, &'a Case)>,
) -> Vec<CaseChange> {
    let changes = cases.filter_map(|(name, case)| {
        let before = outcome(&old.content, case);
        let after = match translated(&old.content, &new.content, case) {
            Ok(case) => After::Outcome(outcome(&new.content, &case)),
            Err(missing) => After::Missing(missing),
        };
        let same = matches!(&after, After::Outcome(after) if *after == before);
        (!same).then_some(CaseChange { name, before, after })
    });
    changes.collect()
}

/// The index of the situation with this id.
fn situation_ix(content: &Content, id: &str) -> Option<SituationIx> {
    let place = content.situations.iter().position(|situation| situation.id == id)?;
    Some(SituationIx(u8::try_from(place).ok()?))
}

fn outcome(content: &Content, case: &Case) -> Outcome {
    let assessment = assess(content, case);
    let clauses = |applies: bool| {
        let of_kind = |finding: &&Finding| (finding.state == State::Applies) == applies;
        let findings = assessment.findings.iter().filter(of_kind);
        findings.map(|finding| content[finding.clause].id.clone()).collect()
    };
    Outcome {
        headline: assessment.headline.word(),
        applies: clauses(true),
        may_apply: clauses(false),
        steps: assessment.steps.iter().map(|step| content[step.step].id.clone()).collect(),
        asks: interview(content, case).next.map(|question| content[question].id.clone()),
    }
}

/// The case with the indices of another content, or the items that are missing there.
fn translated(old: &Content, new: &Content, case: &Case) -> Result<Case, Vec<String>> {
    let mut missing = Vec::new();
    let mut people = People::NOBODY;
    for person in case.people.iter() {
        let id = &old[person].id;
        match new.people.iter().position(|known| known.id == *id) {
            Some(place) => people = people.with(PersonIx(place as u8)),
            None => missing.push(id.clone()),
        }
    }
    let mut situations = Vec::new();
    for situation in &case.situations {
        let id = &old[*situation].id;
        let found = situation_ix(new, id);
        missing.extend(found.is_none().then(|| id.clone()));
        situations.extend(found);
    }
    situations.sort_unstable();
    let mut answers = Answers::new();
    for (question, answer) in &case.answers {
        match translated_answer(old, new, *question, *answer) {
            Ok((question, answer)) => drop(answers.insert(question, answer)),
            Err(id) => missing.push(id),
        }
    }
    if missing.is_empty() { Ok(Case { people, situations, answers }) } else { Err(missing) }
}

fn translated_answer(
    old: &Content,
    new: &Content,
    question: QuestionIx,
    answer: Answer,
) -> Result<(QuestionIx, Answer), String> {
    let asked = &old[question];
    let place = new.questions.iter().position(|known| known.id == asked.id);
    let place = place.ok_or_else(|| asked.id.clone())?;
    let index = QuestionIx(place as u16);
    let Answer::Choice(choice) = answer else { return Ok((index, answer)) };
    let choice = &asked.choices[choice.place()].id;
    let found = new[index].choices.iter().position(|known| known.id == *choice);
    let found = found.ok_or_else(|| format!("{} is {choice}", asked.id))?;
    Ok((index, Answer::Choice(ChoiceIx(found as u8))))
}
