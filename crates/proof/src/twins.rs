//! Twins: the same facts through several situations must have the same result.

use adal_content::{Door, Loaded, Problems, Twins, list};
use adal_core::{Case, ClauseIx, ClauseOutcome, Content, State, interview, outcomes};

use crate::cases::not_asked;

/// What was compared, and what differs.
#[derive(Debug)]
pub struct TwinsProof {
    /// How many groups agree.
    pub agree: usize,
    /// How many groups there are.
    pub groups: usize,
    /// How many doors they have in total.
    pub doors: usize,
    /// What differs.
    pub problems: Problems,
    /// Doors whose answers are not those that the interview asks for.
    pub unasked: Problems,
}

/// Compares the doors of each group.
pub fn compare_twins(loaded: &Loaded) -> TwinsProof {
    let mut proof = TwinsProof {
        agree: 0,
        groups: loaded.twins.len(),
        doors: loaded.twins.iter().map(|twins| twins.doors.len()).sum(),
        problems: Problems::default(),
        unasked: Problems::default(),
    };
    for twins in &loaded.twins {
        let before = proof.problems.len();
        compare(&loaded.content, twins, &mut proof.problems);
        proof.agree += usize::from(proof.problems.len() == before);
        for door in &twins.doors {
            answers_fit(&loaded.content, door, &mut proof.unasked);
        }
    }
    proof.problems.sort();
    proof.unasked.sort();
    proof
}

/// The outcome of a door: for each clause, whether it applies or may apply, and on which doubts that depends.
fn found(content: &Content, case: &Case, twins: &Twins) -> Vec<ClauseOutcome> {
    let live = interview(content, case).live;
    let mut found = outcomes(content, case, &live);
    found.retain(|outcome| twins.clauses.is_empty() || twins.clauses.contains(&outcome.clause));
    found
}

/// A door answers what is asked, all of it and nothing else.
fn answers_fit(content: &Content, door: &Door, problems: &mut Problems) {
    let stands = interview(content, &door.case);
    for (question, place) in &door.answers {
        not_asked(content, *question, &stands.live, place, problems);
    }
    if let Some(next) = stands.next {
        problems
            .add(&door.place, format!("the interview still asks `{}`", content[next].id))
            .help("answer it");
    }
}

/// A door through which something is still asked says nothing yet.
fn compare(content: &Content, twins: &Twins, problems: &mut Problems) {
    let finished = |door: &&Door| interview(content, &door.case).next.is_none();
    let twins_doors: Vec<&Door> = twins.doors.iter().filter(finished).collect();
    let doors: Vec<Vec<ClauseOutcome>> =
        twins_doors.iter().map(|door| found(content, &door.case, twins)).collect();
    let state = |outcome: &ClauseOutcome| (outcome.clause, applies(outcome));
    let states = |door: &[ClauseOutcome]| door.iter().map(state).collect::<Vec<_>>();
    let Some(first) = doors.first() else { return };
    for (door, outcomes) in twins_doors.iter().zip(&doors).skip(1) {
        if states(outcomes) != states(first) {
            let message = format!(
                "the first door comes to {}, this one to {}",
                in_words(content, first),
                in_words(content, outcomes)
            );
            problems
                .add(&door.place, message)
                .help("the same facts must get the same answer: see what each door sets");
        }
    }
    for door in &twins_doors {
        let live = interview(content, &door.case).live;
        let whole = outcomes(content, &door.case, &live);
        let is = |clause: ClauseIx| whole.iter().find(|outcome| outcome.clause == clause);
        let wrong = |clauses: &[ClauseIx], right: &dyn Fn(Option<&ClauseOutcome>) -> bool| {
            let wrong = clauses.iter().filter(|clause| !right(is(**clause)));
            wrong.map(|clause| content[*clause].id.as_str()).collect::<Vec<_>>()
        };
        let checks = [
            ("should apply", wrong(&twins.applies, &|found| found.is_some_and(applies))),
            (
                "should be open, and no more",
                wrong(&twins.may_apply, &|found| found.is_some_and(|o| !applies(o))),
            ),
            ("should not be found", wrong(&twins.neither, &|found| found.is_none())),
        ];
        for (what, clauses) in checks.into_iter().filter(|(_, clauses)| !clauses.is_empty()) {
            problems
                .add(&door.place, format!("through this door {} {what}", list(&clauses)))
                .help("find out which is right, the rules or `expect`, and correct the other");
        }
    }
}

fn applies(outcome: &ClauseOutcome) -> bool {
    outcome.state == State::Applies
}

fn in_words(content: &Content, outcomes: &[ClauseOutcome]) -> String {
    let word = |outcome: &ClauseOutcome| {
        let id = &content[outcome.clause].id;
        if applies(outcome) { id.clone() } else { format!("({id})") }
    };
    let words: Vec<String> = outcomes.iter().map(word).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(" ") }
}
