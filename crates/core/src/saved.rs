//! The content of a saved file: a case as ids, independent of language, and what remains of it when another version
//! opens it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Answer, Answers, Case, ChoiceIx, ClauseIx, Content, People, PersonIx, Question, QuestionIx,
    SituationIx, in_order, live, sort_by_key,
};

/// The id of the answer “not sure”. No choice can have it.
const NOT_SURE: &str = "not-sure";

/// A case as it is stored in a file, with the fields in this order. `docs/SAVED_FILE.md` describes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saved<'a> {
    /// The version of the format.
    #[serde(rename = "adal-check")]
    pub format: u32,
    /// The version of the content when the file was saved.
    pub content: &'a str,
    /// Who asks.
    #[serde(borrow)]
    pub people: Vec<&'a str>,
    /// About what.
    #[serde(borrow)]
    pub situations: Vec<&'a str>,
    /// The answers that count, by question.
    #[serde(borrow)]
    pub answers: BTreeMap<&'a str, &'a str>,
}

/// A case from a file, and what the person needs to know about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The case, as far as it could be kept.
    pub case: Case,
    /// What was dropped.
    pub dropped: Dropped,
    /// What has changed since it was saved.
    pub since: Since,
}

impl Opened {
    /// Whether nothing was dropped and nothing has changed.
    pub fn is_whole(&self) -> bool {
        self.dropped == Dropped::default() && self.since == Since::default()
    }
}

/// What could not be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Number of people who are unknown now, or cannot be combined.
    pub people: usize,
    /// Number of situations that are unknown now, or not for these people.
    pub situations: usize,
    /// Number of answers to questions that are unknown now.
    pub answers: usize,
    /// Questions that no longer offer the saved answer. They are asked again if needed.
    pub again: Vec<QuestionIx>,
    /// Questions whose answers do not count with the other answers.
    pub unused: Vec<QuestionIx>,
}

/// What has changed in the content since a file was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// Whether this content does not know the version of the file.
    pub unknown_version: bool,
    /// The indices in [`Content::changes`] of the newer versions, oldest first.
    pub changes: Vec<usize>,
    /// The clauses amended by them that concern the selected situations.
    pub amended: Vec<ClauseIx>,
}

impl<'a> Saved<'a> {
    /// The version of the format, the only one so far.
    pub const FORMAT: u32 = 1;

    /// The case to save, with the answers that count.
    pub fn of(content: &'a Content, case: &Case) -> Saved<'a> {
        let answers = live(content, case);
        let answer = |(question, answer): (&QuestionIx, &Answer)| {
            let question = &content[*question];
            Some((question.id.as_str(), answer_id(question, *answer)?))
        };
        Saved {
            format: Self::FORMAT,
            content: &content.version,
            people: case.people.iter().map(|person| content[person].id.as_str()).collect(),
            situations: case.situations.iter().map(|ix| content[*ix].id.as_str()).collect(),
            answers: answers.iter().filter_map(answer).collect(),
        }
    }

    /// Opens a file with this content. Nothing in a file can make this fail.
    pub fn open(&self, content: &Content) -> Opened {
        let mut dropped = Dropped::default();
        let people = self.people(content, &mut dropped);
        let situations = self.situations(content, people, &mut dropped);
        let answers = self.answers(content, &mut dropped);
        let case = Case { people, situations, answers };
        // Without people or situations no answer counts, so none is wrong.
        if !case.people.is_empty() && !case.situations.is_empty() {
            let live = live(content, &case);
            let unused = case.answers.keys().filter(|question| !live.contains_key(question));
            dropped.unused = unused.copied().collect();
        }
        let since = self.since(content, &case);
        Opened { case, dropped, since }
    }

    fn people(&self, content: &Content, dropped: &mut Dropped) -> People {
        let find = |id: &&str| content.people.iter().position(|person| person.id == **id);
        let known: Vec<PersonIx> = self
            .people
            .iter()
            .filter_map(find)
            .filter_map(|place| index(place, PersonIx))
            .collect();
        let people: People = known.iter().copied().collect();
        let combine = |person: PersonIx| !content[person].alone;
        if people.iter().count() > 1 && !people.iter().all(combine) {
            dropped.people = self.people.len();
            return People::NOBODY;
        }
        dropped.people = self.people.len() - known.len();
        // A manager is also an employee.
        let staff = people.iter().filter(|person| combine(*person));
        let included =
            staff.flat_map(|person| content[person].stands_for.iter().filter(|one| combine(*one)));
        included.collect::<People>().union(people)
    }

    fn situations(
        &self,
        content: &Content,
        people: People,
        dropped: &mut Dropped,
    ) -> Vec<SituationIx> {
        let concerned = content.concerned(people);
        let is_seen = |id: &&str| {
            let place = content.situations.iter().position(|situation| situation.id == **id)?;
            let is_theirs = people.is_empty() || content.situations[place].people.meets(concerned);
            index(place, SituationIx).filter(|_| is_theirs)
        };
        let seen: Vec<SituationIx> = self.situations.iter().filter_map(is_seen).collect();
        dropped.situations = self.situations.len() - seen.len();
        in_order(seen)
    }

    fn answers(&self, content: &Content, dropped: &mut Dropped) -> Answers {
        let mut answers = Answers::new();
        for (id, answer) in &self.answers {
            let place = content.questions.iter().position(|question| question.id == **id);
            let Some(question) = place.and_then(|place| index(place, QuestionIx)) else {
                dropped.answers += 1;
                continue;
            };
            match answer_with_id(&content[question], answer) {
                Some(answer) => {
                    answers.insert(question, answer);
                }
                None => dropped.again.push(question),
            }
        }
        sort_by_key(&mut dropped.again, |question| *question);
        answers
    }

    fn since(&self, content: &Content, case: &Case) -> Since {
        if self.content == content.version {
            return Since::default();
        }
        let saved_at = content.changes.iter().position(|change| change.version == self.content);
        let Some(saved_at) = saved_at else {
            return Since { unknown_version: true, ..Since::default() };
        };
        let changes: Vec<usize> = (saved_at + 1..content.changes.len()).collect();
        let looked_at = |clause: &ClauseIx| {
            case.situations.iter().any(|situation| content.uses(*situation, *clause))
        };
        let amended = changes.iter().flat_map(|place| &content.changes[*place].clauses);
        let amended = in_order(amended.copied().filter(looked_at));
        Since { unknown_version: false, changes, amended }
    }
}

/// The typed index of an item. The content checks keep every list short enough.
fn index<N: TryFrom<usize>, I>(place: usize, typed: fn(N) -> I) -> Option<I> {
    N::try_from(place).ok().map(typed)
}

fn answer_id(question: &Question, answer: Answer) -> Option<&str> {
    match answer {
        Answer::NotSure => Some(NOT_SURE),
        Answer::Choice(choice) => {
            question.choices.get(choice.place()).map(|choice| choice.id.as_str())
        }
    }
}

fn answer_with_id(question: &Question, id: &str) -> Option<Answer> {
    if id == NOT_SURE {
        return Some(Answer::NotSure);
    }
    let place = question.choices.iter().position(|choice| choice.id == id)?;
    index(place, ChoiceIx).map(Answer::Choice)
}
