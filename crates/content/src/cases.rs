//! Worked cases: a story, its answers, and the expected result.

use std::collections::BTreeSet;
use std::sync::Arc;

use adal_core::{
    Answer, Answers, Case, ChoiceIx, ClauseIx, Headline, Lang, QuestionIx, SituationIx, StepIx,
    Text,
};
use toml::Spanned;

use crate::check::{Build, never_said};
use crate::practice::Practice;
use crate::problem::{Place, Problems, SourceFile, list, suggestion};
use crate::raw::{self, Id};
use crate::read::Table;

/// A valid worked case.
#[derive(Clone, Debug)]
pub struct WorkedCase {
    /// The name of its file, which is a sentence.
    pub name: String,
    /// The story; empty in languages without one.
    pub facts: Text,
    /// Who asks, about what, and with which answers.
    pub case: Case,
    /// Whether it stops before the interview ends, intentionally.
    pub unfinished: bool,
    /// The expected result.
    pub expected: Expected,
    /// Where its parts are in the file.
    pub places: Places,
}

/// The expected result of a worked case.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The headline.
    pub headline: Headline,
    /// Exactly the clauses that apply.
    pub applies: BTreeSet<ClauseIx>,
    /// Exactly the clauses that may apply.
    pub may_apply: BTreeSet<ClauseIx>,
    /// Steps that must be in the result, possibly with others.
    pub steps: Vec<StepIx>,
}

impl WorkedCase {
    /// Where it is.
    pub(crate) fn place(&self) -> &Place {
        &self.places.whole
    }
}

impl Expected {
    /// Whether a person would get the same result.
    pub(crate) fn says_the_same(&self, other: &Expected) -> bool {
        (self.headline, &self.applies, &self.may_apply)
            == (other.headline, &other.applies, &other.may_apply)
    }
}

/// Where the parts of a worked case are in the file.
#[derive(Clone, Debug)]
pub struct Places {
    /// The file, or the option of an exercise.
    pub whole: Place,
    /// The expected headline.
    pub headline: Place,
    /// Each answer, in the order of the file.
    pub answers: Vec<(QuestionIx, Place)>,
}

/// Reads the worked cases and resolves their ids. An exercise is one case per option.
pub(crate) fn load(build: &mut Build) -> Vec<WorkedCase> {
    let mut practice = Practice::default();
    let paths = build.folder.list("cases");
    let cases =
        paths.into_iter().filter_map(|path| read_file(build, &path, &mut practice)).flatten();
    let cases = cases.collect();
    build.content.practice = practice.finish(&mut build.problems);
    cases
}

fn read_file(build: &mut Build, path: &str, practice: &mut Practice) -> Option<Vec<WorkedCase>> {
    let name = build.id_of_file(path)?;
    let file = build.folder.required(path, &mut build.problems)?;
    let raw: raw::Case =
        Table::parse(&file, &mut build.problems)?.rest::<raw::Case>(&mut build.problems)?;
    let common = common(build, &raw, &file);
    match (&raw.expect, &raw.practice) {
        (Some(expect), None) => {
            let facts = facts(&raw.facts, &mut build.problems, &file);
            let file_place = Place::whole(&file);
            Some(vec![common.worked(build, name, facts, expect, file_place, raw.unfinished)])
        }
        (None, Some(exercise)) => Some(practice.read(build, &name, &raw, exercise, &common)),
        (Some(expect), Some(_)) => {
            let place = Place::at(&file, expect.headline.span());
            build
                .problems
                .add(&place, "an exercise expects nothing as a whole")
                .help("put what is expected under each `[[practice.option]]`");
            None
        }
        (None, None) => {
            build
                .problems
                .add(&Place::whole(&file), "`expect` is missing")
                .help("write under `[expect]` what the tool must say");
            None
        }
    }
}

/// What the options of an exercise have in common; for other cases, everything except the expected result.
#[derive(Clone, Debug)]
pub(crate) struct Common {
    pub(crate) file: Arc<SourceFile>,
    pub(crate) case: Case,
    pub(crate) answers: Vec<(QuestionIx, Place)>,
}

fn common(build: &mut Build, raw: &raw::Case, file: &Arc<SourceFile>) -> Common {
    begin(build, &raw.people, &raw.situations, &raw.answers, file)
}

/// A case with its ids resolved. Reports invalid ones.
pub(crate) fn begin(
    build: &mut Build,
    people: &[Id],
    situations: &[Id],
    answers: &raw::Given,
    file: &Arc<SourceFile>,
) -> Common {
    let found = build.people.find_list(people, file, &mut build.problems);
    let mut chosen = build.situations.find_list(situations, file, &mut build.problems);
    chosen.sort_unstable();
    let case =
        Case { people: found.into_iter().collect(), situations: chosen, answers: Answers::new() };
    check_people(build, &case, people, situations, file);
    let mut common = Common { file: Arc::clone(file), case, answers: Vec::new() };
    common.answer(build, answers);
    common
}

impl Common {
    /// Adds answers. Reports repeated ones.
    pub(crate) fn answer(&mut self, build: &mut Build, given: &raw::Given) {
        for (question, choice) in given {
            let situations = &self.case.situations;
            let Some((index, answer)) = answer(build, question, choice, situations, &self.file)
            else {
                continue;
            };
            let place = Place::at(&self.file, question.span());
            if self.case.answers.insert(index, answer).is_some() {
                let message = format!("`{}` is answered under `[answers]`", question.get_ref());
                build.problems.add(&place, message).help("answer it there or here");
            }
            self.answers.push((index, place));
        }
    }

    /// The worked case with its expected result.
    pub(crate) fn worked(
        self,
        build: &mut Build,
        name: String,
        facts: Text,
        expect: &raw::Expect,
        place: Place,
        unfinished: bool,
    ) -> WorkedCase {
        let places = Places {
            whole: place,
            headline: Place::at(&self.file, expect.headline.span()),
            answers: self.answers,
        };
        let expected = expected(build, expect, &self.file);
        WorkedCase { name, facts, case: self.case, unfinished, expected, places }
    }
}

fn facts(raw: &raw::Text, problems: &mut Problems, file: &Arc<SourceFile>) -> Text {
    let given = |lang: Lang, text: &Option<Spanned<String>>, problems: &mut Problems| {
        let Some(text) = text else { return String::new() };
        never_said(lang, text.get_ref(), &Place::at(file, text.span()), problems);
        text.get_ref().trim().to_owned()
    };
    let kk = given(Lang::Kk, &raw.kk, problems);
    let ru = given(Lang::Ru, &raw.ru, problems);
    let en = given(Lang::En, &raw.en, problems);
    if kk.is_empty() && ru.is_empty() && en.is_empty() {
        problems
            .add(&Place::whole(file), "a case without its story")
            .help("tell it in `facts.kk`, `facts.ru` or `facts.en`");
    }
    Text::new(kk, ru, en)
}

/// Reports people who cannot be combined or do not see the situations.
fn check_people(
    build: &mut Build,
    case: &Case,
    people: &[Id],
    situations: &[Id],
    file: &Arc<SourceFile>,
) {
    let place = people.first().map_or(Place::whole(file), |id| Place::at(file, id.span()));
    if people.is_empty() || situations.is_empty() {
        build
            .problems
            .add(&place, "a case needs people and situations")
            .help("name them under `people` and `situations`");
        return;
    }
    if case.people.iter().count() < people.len() {
        return; // Unknown people have been reported already.
    }
    let content = &build.content;
    let alone = case.people.iter().find(|person| content.people[person.place()].alone);
    if let Some(alone) = alone
        && case.people.iter().count() > 1
    {
        let id = &content.people[alone.place()].id;
        build
            .problems
            .add(&place, format!("`{id}` cannot be combined with other people"))
            .help("take the others out of `people`, or write a case for each");
    }
    let seen: Vec<SituationIx> = content.situations_for(case.people).collect();
    for situation in case.situations.iter().filter(|situation| !seen.contains(situation)) {
        if content.situations[situation.place()].people.is_empty() {
            continue; // They may be unknown.
        }
        let id = &content.situations[situation.place()].id;
        let message = format!("these people do not see the situation `{id}`");
        build.problems.add(&place, message).help("see its `people`");
    }
}

fn answer(
    build: &mut Build,
    question: &Id,
    choice: &Id,
    situations: &[SituationIx],
    file: &Arc<SourceFile>,
) -> Option<(QuestionIx, Answer)> {
    let index = build.questions.find(question, file, &mut build.problems)?;
    let asked =
        situations.iter().any(|ix| build.content.situations[ix.place()].questions.contains(&index));
    if !asked && !situations.is_empty() {
        let message = format!("these situations do not ask `{}`", question.get_ref());
        build
            .problems
            .add(&Place::at(file, question.span()), message)
            .help("take it out, or name the situation that asks it");
        return None;
    }
    if choice.get_ref() == "not-sure" {
        return Some((index, Answer::NotSure));
    }
    let choices = &build.content.questions[index.place()].choices;
    let place = choices.iter().position(|known| known.id == *choice.get_ref());
    if place.is_none() && !choices.is_empty() {
        let known = || choices.iter().map(|choice| choice.id.as_str()).chain(["not-sure"]);
        let message = format!("`{}` is not a choice of `{}`", choice.get_ref(), question.get_ref());
        build.problems.add(&Place::at(file, choice.span()), message).help =
            suggestion(choice.get_ref(), known()).or_else(|| {
                Some(format!("its choices are {}", list(&known().collect::<Vec<_>>())))
            });
    }
    Some((index, Answer::Choice(ChoiceIx(u8::try_from(place?).ok()?))))
}

fn expected(build: &mut Build, raw: &raw::Expect, file: &Arc<SourceFile>) -> Expected {
    let problems = &mut build.problems;
    let applies: BTreeSet<ClauseIx> =
        build.clauses.find_list(&raw.applies, file, problems).into_iter().collect();
    let may_apply: BTreeSet<ClauseIx> =
        build.clauses.find_list(&raw.may_apply, file, problems).into_iter().collect();
    for clause in applies.intersection(&may_apply) {
        let id = &build.content.clauses[clause.place()].id;
        let place = Place::at(file, raw.headline.span());
        problems
            .add(&place, format!("`{id}` is under both `applies` and `may-apply`"))
            .help("take it out of one of them");
    }
    let steps = build.steps.find_list(&raw.steps, file, problems);
    Expected { headline: raw.headline.get_ref().0, applies, may_apply, steps }
}
