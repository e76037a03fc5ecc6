//! Exercises: worked cases with several options. The result of each option is expected like that of any other case,
//! so an exercise contains no verdict of its own.

use std::collections::BTreeSet;

use adal_core::{Exercise, ExerciseOption, Text};
use toml::Spanned;

use crate::cases::{Common, WorkedCase};
use crate::check::{Build, optional, prose};
use crate::problem::{Place, Problems};
use crate::raw;

/// More would be a course rather than something to try in a quiet minute.
const MOST_EXERCISES: usize = 12;

/// As many options as fit on one page.
const OPTIONS: std::ops::RangeInclusive<usize> = 2..=4;

/// The exercises read so far.
#[derive(Default)]
pub(crate) struct Practice {
    exercises: Vec<Read>,
}

struct Read {
    /// Its position on the practice page.
    at: u32,
    name: String,
    place: Place,
    exercise: Exercise,
}

impl Practice {
    /// Reads an exercise, and returns a worked case for each of its options.
    pub(crate) fn read(
        &mut self,
        build: &mut Build,
        name: &str,
        raw: &raw::Case,
        practice: &Spanned<raw::Practice>,
        common: &Common,
    ) -> Vec<WorkedCase> {
        let place = Place::at(&common.file, practice.span());
        let practice = practice.get_ref();
        let story = prose(&raw.facts, "facts", &Place::whole(&common.file), &mut build.problems);
        if raw.unfinished {
            build
                .problems
                .add(&place, "an exercise answers all that is asked, so it is finished")
                .help("take `unfinished` out");
        }
        let (options, cases) = self::options(build, name, &story, practice, common);
        let given = common.case.answers.len();
        check_options(&place, &options, &cases, given, &mut build.problems);
        let problems = &mut build.problems;
        self.exercises.push(Read {
            at: *practice.place.get_ref(),
            name: name.to_owned(),
            place: Place::at(&common.file, practice.place.span()),
            exercise: Exercise {
                title: prose(&practice.title, "title", &place, problems),
                story,
                prompt: optional(practice.prompt.as_ref(), "prompt", &place, problems),
                people: common.case.people,
                situations: common.case.situations.clone(),
                options,
            },
        });
        cases
    }

    /// The exercises in the order of the practice page.
    pub(crate) fn finish(mut self, problems: &mut Problems) -> Vec<Exercise> {
        if let Some(surplus) = self.exercises.get(MOST_EXERCISES) {
            problems
                .add(&surplus.place, format!("more than {MOST_EXERCISES} exercises"))
                .help("take `[practice]` out and write `[expect]`: it stays a worked case");
        }
        self.exercises.sort_by_key(|read| read.at);
        for pair in self.exercises.windows(2) {
            let [first, second] = pair else { continue };
            if first.at == second.at {
                problems
                    .add(&second.place, format!("`{}` has the same `place`", first.name))
                    .help("each exercise has a place of its own on the practice page");
            }
        }
        self.exercises.into_iter().map(|read| read.exercise).collect()
    }
}

/// Each option with its expected result.
fn options(
    build: &mut Build,
    name: &str,
    story: &Text,
    practice: &raw::Practice,
    common: &Common,
) -> (Vec<ExerciseOption>, Vec<WorkedCase>) {
    let numbered = (1..).zip(&practice.option);
    let options = numbered.map(|(number, raw)| {
        let place = Place::at(&common.file, raw.span());
        let raw = raw.get_ref();
        let mut whole = common.clone();
        whole.answer(build, &raw.answers);
        let answers = whole.case.answers.iter().map(|(q, answer)| (*q, *answer)).collect();
        let text = prose(&raw.text, "text", &place, &mut build.problems);
        let name = format!("{name}, option {number}");
        let worked = whole.worked(build, name, story.clone(), &raw.expect, place, false);
        (ExerciseOption { text, answers }, worked)
    });
    options.unzip()
}

/// There must be several options with different answers. `given` is the number of answers that the story contains.
fn check_options(
    place: &Place,
    options: &[ExerciseOption],
    cases: &[WorkedCase],
    given: usize,
    problems: &mut Problems,
) {
    let count = options.len();
    if !OPTIONS.contains(&count) {
        let (least, most) = (OPTIONS.start(), OPTIONS.end());
        problems
            .add(place, format!("an exercise has {least} to {most} options, not {count}"))
            .help("add or take out a `[[practice.option]]`");
        return;
    }
    let mut seen = BTreeSet::new();
    for (option, case) in options.iter().zip(cases) {
        // An option with no valid answers has been reported already.
        if option.answers.len() > given && !seen.insert(&option.answers) {
            problems
                .add(case.place(), "another option has the same answers")
                .help("an option must differ from the others by an answer");
        }
    }
    if cases.windows(2).all(|pair| pair[0].expected.says_the_same(&pair[1].expected)) {
        problems
            .add(place, "all options have the same result, so there is nothing to choose between")
            .help("choose options about which the Standard says different things");
    }
}
