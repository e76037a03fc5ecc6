//! Runs the worked cases: the engine must give the expected result for each.

use std::collections::BTreeSet;

use adal_content::{Loaded, Place, Problems, Worded, WorkedCase, list};
use adal_core::{
    Answer, Answers, Assessment, Case, ChoiceIx, ClauseIx, Content, Finding, Headline, QuestionIx,
    RuleIx, State, StepToTake, assess, interview,
};

/// The remedy if a case has another result than expected.
const WHICH: &str = "find out which is right, the rules or the case, and correct the other";

/// Runs every worked case through the engine and reports differences.
pub fn run_cases(loaded: &Loaded) -> Problems {
    let mut problems = Problems::default();
    let backwards = asked_backwards(&loaded.content);
    for case in &loaded.cases {
        run_case(&loaded.content, case, &mut problems);
        answered_otherwise(&loaded.content, &backwards, case, &mut problems);
    }
    problems.sort();
    problems
}

fn run_case(content: &Content, worked: &WorkedCase, problems: &mut Problems) {
    let stands = interview(content, &worked.case);
    for (question, place) in &worked.places.answers {
        not_asked(content, *question, &stands.live, place, problems);
    }
    match stands.next {
        Some(next) if !worked.unfinished => {
            problems
                .add(
                    &worked.places.whole,
                    format!("the interview still asks `{}`", content[next].id),
                )
                .help("answer it, or write `unfinished = true`");
        }
        None if worked.unfinished => {
            problems
                .add(&worked.places.whole, "`unfinished = true`, but nothing is left to ask")
                .help("take `unfinished` out");
        }
        _ => {}
    }
    compare(content, worked, &assess(content, &worked.case), problems);
}

/// Reports an answer to a question that is not asked.
pub(crate) fn not_asked(
    content: &Content,
    question: QuestionIx,
    live: &Answers,
    place: &Place,
    problems: &mut Problems,
) {
    if !live.contains_key(&question) {
        let id = &content[question].id;
        problems
            .add(place, format!("`{id}` is not asked after the answers before it"))
            .help("take the answer out, or correct what asks it");
    }
}

/// Neither the order of answers nor answers from before a change of mind may change the result.
fn answered_otherwise(
    content: &Content,
    backwards: &Content,
    worked: &WorkedCase,
    problems: &mut Problems,
) {
    let assessment = assess(content, &worked.case);
    if said(&assess(backwards, &worked.case)) != said(&assessment) {
        problems
            .add(&worked.places.whole, "the order of answering changes the assessment")
            .help("this is a fault of the engine, not of the content");
    }
    let finished = interview(content, &worked.case).next.is_none();
    if finished && assess(content, &with_left_overs(content, &worked.case)) != assessment {
        problems
            .add(&worked.places.whole, "answers that are not asked for change the assessment")
            .help("this is a fault of the engine, not of the content");
    }
}

fn compare(
    content: &Content,
    worked: &WorkedCase,
    assessment: &Assessment,
    problems: &mut Problems,
) {
    let (expected, place) = (&worked.expected, &worked.places.headline);
    if assessment.headline != expected.headline {
        let (wanted, found) = (expected.headline.word(), assessment.headline.word());
        problems.add(place, format!("the headline is `{found}`, not `{wanted}`")).help(WHICH);
    }
    let (applies, may_apply): (Vec<_>, Vec<_>) =
        assessment.findings.iter().partition(|finding| finding.state == State::Applies);
    let clauses = |findings: Vec<&Finding>| -> BTreeSet<ClauseIx> {
        findings.into_iter().map(|finding| finding.clause).collect()
    };
    compare_clauses(content, "applies", &expected.applies, &clauses(applies), place, problems);
    compare_clauses(
        content,
        "may-apply",
        &expected.may_apply,
        &clauses(may_apply),
        place,
        problems,
    );
    for step in &expected.steps {
        if assessment.steps.iter().all(|found| found.step != *step) {
            problems
                .add(place, format!("the step `{}` is not among those to take", content[*step].id))
                .help(WHICH);
        }
    }
}

fn compare_clauses(
    content: &Content,
    what: &str,
    expected: &BTreeSet<ClauseIx>,
    found: &BTreeSet<ClauseIx>,
    place: &Place,
    problems: &mut Problems,
) {
    let ids = |clauses: &mut dyn Iterator<Item = &ClauseIx>| {
        list(&clauses.map(|clause| content[*clause].id.as_str()).collect::<Vec<_>>())
    };
    let missing = ids(&mut expected.difference(found));
    let surplus = ids(&mut found.difference(expected));
    if !missing.is_empty() {
        problems
            .add(place, format!("under `{what}` is {missing}, which is not found so"))
            .help(WHICH);
    }
    if !surplus.is_empty() {
        problems.add(place, format!("`{what}` lacks {surplus}, which is found so")).help(WHICH);
    }
}

/// The content with its questions in reverse order.
fn asked_backwards(content: &Content) -> Content {
    let mut backwards = content.clone();
    for situation in &mut backwards.situations {
        situation.questions.reverse();
    }
    backwards
}

/// The case with answers to all other questions of its situations, as if given before a change of mind.
fn with_left_overs(content: &Content, case: &Case) -> Case {
    let mut other = case.clone();
    for question in content.questions_for(case) {
        other.answers.entry(question).or_insert(Answer::Choice(ChoiceIx(0)));
    }
    other
}

/// Headline, clauses with their states and rules, steps.
type Said<'a> = (Headline, Vec<(ClauseIx, State, &'a [RuleIx])>, &'a [StepToTake]);

/// The result of an assessment, without what depends on which questions were asked.
fn said(assessment: &Assessment) -> Said<'_> {
    let findings = assessment.findings.iter();
    let found = findings.map(|finding| (finding.clause, finding.state, &*finding.rules)).collect();
    (assessment.headline, found, &assessment.steps)
}
