//! Saved files: what is kept of them, what is reported about the rest, and that a running session is never harmed.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use adal_check::embedded::content;
use adal_check::saved_file::{FileProblem, MOST_BYTES, open, write};
use adal_check::session::{Action, Page, Problem, Session};
use adal_core::{
    Answer, Answers, Case, Change, ChoiceIx, Content, Lang, Opened, People, PersonIx, QuestionIx,
    Since, SituationIx, Text, interview, live,
};
use proptest::prelude::*;
use proptest::sample::Index;
use yew::Reducible;

fn after(session: &Session, action: Action) -> Session {
    Rc::unwrap_or_clone(Rc::new(session.clone()).reduce(action))
}

fn question(id: &str) -> QuestionIx {
    QuestionIx(content().questions.iter().position(|question| question.id == id).expect(id) as u16)
}

fn situation(id: &str) -> SituationIx {
    SituationIx(content().situations.iter().position(|s| s.id == id).expect(id) as u8)
}

/// An employee with a gift who has answered one question and selected an answer to the next.
fn running() -> Session {
    let pick = || Action::Pick(Answer::Choice(ChoiceIx(0)));
    let actions = [
        Action::BeSomebody(PersonIx(0)),
        Action::ToggleSituation(situation("gift")),
        Action::Continue,
        pick(),
        Action::Continue,
        pick(),
        Action::Type(0, "A. B.".to_owned()),
    ];
    actions.into_iter().fold(Session::new(Lang::Kk), |session, action| after(&session, action))
}

/// A case that a person can reach: people who can be combined, situations that they see, any answers to what is
/// asked.
fn cases() -> impl Strategy<Value = Case> {
    let people = prop::sample::select(vec![
        vec![0],
        vec![0, 1],
        vec![0, 2],
        vec![0, 1, 2],
        vec![3],
        vec![4],
    ]);
    let chosen = prop::collection::vec(any::<Index>(), 1..4);
    let answers = prop::collection::vec(any::<Index>(), 0..30);
    (people, chosen, answers).prop_map(
        |(people, chosen, answers): (Vec<u8>, Vec<Index>, Vec<Index>)| {
            let people: People = people.into_iter().map(PersonIx).collect();
            let seen: Vec<SituationIx> = content().situations_for(people).collect();
            let mut situations: Vec<SituationIx> =
                chosen.iter().map(|one| *one.get(&seen)).collect();
            situations.sort_unstable();
            situations.dedup();
            answered(Case { people, situations, answers: Answers::new() }, &answers)
        },
    )
}

fn answered(mut case: Case, answers: &[Index]) -> Case {
    for answer in answers {
        let Some(next) = interview(content(), &case).next else { break };
        let choices = content()[next].choices.len();
        let answer = match answer.index(choices + 1) {
            place if place == choices => Answer::NotSure,
            place => Answer::Choice(ChoiceIx(place as u8)),
        };
        case.answers.insert(next, answer);
    }
    case
}

/// The outcome of opening a file in a few words, for the expected results.
fn told(opened: Result<Opened, FileProblem>) -> String {
    let Opened { case, dropped, since } = match opened {
        Ok(opened) => opened,
        Err(problem) => return format!("{problem:?}\n").to_lowercase(),
    };
    let content = content();
    let question = |ix: &QuestionIx| content[*ix].id.as_str();
    let mut told = String::new();
    let mut line = |name: &str, ids: Vec<&str>| {
        if !ids.is_empty() {
            writeln!(told, "{name}: {}", ids.join(", ")).unwrap();
        }
    };
    line("people", case.people.iter().map(|ix| content[ix].id.as_str()).collect());
    line("situations", case.situations.iter().map(|ix| content[*ix].id.as_str()).collect());
    line("answered", case.answers.keys().map(question).collect());
    line("to answer again", dropped.again.iter().map(question).collect());
    line("not counted", dropped.unused.iter().map(question).collect());
    let counts = [
        ("people", dropped.people),
        ("situations", dropped.situations),
        ("answers", dropped.answers),
        ("unknown version", since.unknown_version.into()),
    ];
    for (name, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        writeln!(told, "dropped {name}: {count}").unwrap();
    }
    told
}

#[test]
fn each_file_with_a_mistake_comes_to_what_stands_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/saved");
    let mut files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            files += 1;
            let told = told(open(content(), &fs::read_to_string(&path).unwrap()));
            let expected = path.with_extension("txt");
            assert_eq!(told, fs::read_to_string(expected).unwrap(), "{}", path.display());
        }
    }
    assert!(files > 20, "{files}");
}

#[test]
fn a_file_of_a_hundred_megabytes_is_not_read() {
    assert_eq!(open(content(), &" ".repeat(100_000_000)), Err(FileProblem::TooLarge));
}

#[test]
fn the_longest_case_there_is_fits_into_a_file_many_times() {
    let mut most = 0;
    for person in (0..content().people.len() as u8).map(PersonIx) {
        let people = People::NOBODY.with(person);
        let case = Case {
            people,
            situations: content().situations_for(people).collect(),
            answers: Answers::new(),
        };
        let all_first = vec![Answer::Choice(ChoiceIx(0)); content().questions.len()];
        let mut case = case;
        for answer in all_first {
            let Some(next) = interview(content(), &case).next else { break };
            case.answers.insert(next, answer);
        }
        most = most.max(write(content(), &case).len());
    }
    assert!(most > 1_000 && most * 4 < MOST_BYTES, "{most}");
}

#[test]
fn a_file_says_nothing_but_ids() {
    let session = running();
    let text = write(content(), session.case());
    let expected = "{\n  \"adal-check\": 1,\n  \"content\": \"2019.1\",\n  \"people\": [\"employee\"],\n  \
                    \"situations\": [\"gift\"],\n  \"answers\": {\n    \"gift-from\": \"ngo\"\n  }\n}\n";
    assert_eq!(text.replace(&content().version, "2019.1"), expected);
}

#[test]
fn a_file_that_cannot_be_opened_changes_nothing_but_what_is_told() {
    let before = running();
    let files = [
        Ok("{}".to_owned()),
        Ok("{\"adal-check\": 9}".to_owned()),
        Ok(" ".repeat(MOST_BYTES + 1)),
        Err(FileProblem::Unreadable),
    ];
    for file in files {
        let session = after(&before, Action::Open(file));
        assert!(matches!(session.problem(), Some(Problem::File(_))));
        assert_eq!(session.told(), before.told() + 1);
        let same = |one: &Session| (one.case().clone(), one.page(), one.step(), one.picked());
        assert_eq!(same(&session), same(&before));
        assert_eq!(session.typed(0), "A. B.");
    }
}

#[test]
fn a_file_takes_the_place_of_the_session_and_back_leads_to_its_own_start() {
    let text = write(content(), running().case());
    let elsewhere = after(&Session::new(Lang::En), Action::BeSomebody(PersonIx(4)));
    let session = after(&elsewhere, Action::Open(Ok(text)));
    assert_eq!(session.case().people, People::NOBODY.with(PersonIx(0)));
    assert_eq!(session.step(), elsewhere.step() + 1);
    assert!(matches!(session.page(), Page::Question(_)), "{:?}", session.page());
    assert_eq!(session.lang(), Lang::En);
    let back = after(&session, Action::Travel(0));
    assert_eq!((back.page(), back.case()), (Page::Start, session.case()));
}

#[test]
fn an_opened_file_forgets_the_drafts_of_the_session_before() {
    let session = running();
    let opened = after(&session, Action::Open(Ok(write(content(), session.case()))));
    assert_eq!(opened.typed(0), "");
}

#[test]
fn a_finished_case_opens_with_its_answers_to_be_looked_at() {
    let mut session = running();
    while let Page::Question(_) = session.page() {
        session = after(&session, Action::Pick(Answer::NotSure));
        session = after(&session, Action::Continue);
    }
    let opened = after(&Session::new(Lang::Ru), Action::Open(Ok(write(content(), session.case()))));
    assert_eq!(opened.page(), Page::Review);
    assert_eq!(opened.assessment(), session.assessment());
}

#[test]
fn what_was_dropped_is_said_before_the_first_question_that_is_needed() {
    let text = write(content(), running().case()).replace("\"ngo\"", "\"the-moon\"");
    let session = after(&Session::new(Lang::Kk), Action::Open(Ok(text)));
    assert_eq!(session.page(), Page::Opened);
    assert_eq!(session.opened().unwrap().dropped.again, [question("gift-from")]);
    let session = after(&session, Action::Continue);
    assert_eq!(session.page(), Page::Question(question("gift-from")));
}

#[test]
fn a_file_without_people_leads_to_the_start_with_its_situations() {
    let text = write(content(), running().case()).replace("\"employee\"", "\"astronaut\"");
    let session = after(&Session::new(Lang::Kk), Action::Open(Ok(text)));
    let session = after(&session, Action::Continue);
    assert_eq!((session.page(), session.case().situations.len()), (Page::Start, 1));
}

/// The content after another version that amends 3.6, which gifts use, and the clause of another situation.
fn amended() -> Content {
    let mut content = content().clone();
    content.version = "2030.1".to_owned();
    content.changes.push(Change {
        version: content.version.clone(),
        date: "2030-01-01".to_owned(),
        what: Text::new("kk".to_owned(), "ru".to_owned(), "en".to_owned()),
        clauses: ["3.6", "4.6"].map(|id| content.clause(id).unwrap()).to_vec(),
        amendment: None,
    });
    content
}

#[test]
fn an_older_version_is_told_with_its_changes_and_the_clauses_that_concern_the_case() {
    let text = write(content(), running().case());
    let newer = amended();
    let opened = open(&newer, &text).unwrap();
    let gift = situation("gift");
    assert!(newer.uses(gift, newer.clause("3.6").unwrap()));
    assert!(!newer.uses(gift, newer.clause("4.6").unwrap()));
    let since = Since {
        unknown_version: false,
        changes: vec![newer.changes.len() - 1],
        amended: vec![newer.clause("3.6").unwrap()],
    };
    assert_eq!(opened.since, since);
    assert_eq!(opened.case, open(content(), &text).unwrap().case);
}

#[test]
fn a_file_of_a_newer_content_is_opened_and_said_to_be_unknown() {
    let newer = amended();
    let opened = open(content(), &write(&newer, running().case())).unwrap();
    assert!(opened.since.unknown_version && !opened.is_whole());
}

#[test]
fn leaving_forgets_everything_and_no_step_back_shows_it() {
    let session = running();
    let left = after(&session, Action::Leave);
    assert_eq!((left.page(), left.case(), left.typed(0)), (Page::Left, &Case::default(), ""));
    assert!(!left.holds_something());
    for step in 0..=left.step() + 1 {
        let travelled = after(&left, Action::Travel(step));
        assert_eq!((travelled.page(), travelled.case()), (Page::Left, &Case::default()));
    }
    let anew = after(&left, Action::StartAgain);
    assert_eq!(anew.page(), Page::Start);
    assert_eq!(after(&anew, Action::Travel(session.step())).page(), Page::Start);
}

#[test]
fn whether_shift_leaves_outlasts_leaving() {
    let session = after(&running(), Action::LeaveByShift(false));
    let anew = after(&after(&session, Action::Leave), Action::StartAgain);
    assert!(!anew.leaves_by_shift());
}

proptest! {
    #[test]
    fn what_is_saved_is_what_is_opened(case in cases()) {
        let opened = open(content(), &write(content(), &case)).unwrap();
        prop_assert!(opened.is_whole());
        prop_assert_eq!(opened.case, Case { answers: live(content(), &case), ..case });
    }

    #[test]
    fn answers_that_do_not_count_are_not_saved(case in cases(), other in cases()) {
        let mut mixed = case;
        for (question, answer) in other.answers {
            mixed.answers.entry(question).or_insert(answer);
        }
        let saved = open(content(), &write(content(), &mixed)).unwrap().case.answers;
        prop_assert_eq!(saved, live(content(), &mixed));
    }

    #[test]
    fn a_file_that_is_cut_or_altered_is_opened_or_refused_and_never_more(
        case in cases(),
        cut in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), any::<char>()), 0..4),
    ) {
        let mut text: Vec<char> = write(content(), &case).chars().collect();
        for (place, letter) in changes {
            *place.get_mut(&mut text) = letter;
        }
        let before = running();
        for text in [&text[..], &text[..cut.index(text.len())]] {
            let session = after(&before, Action::Open(Ok(text.iter().collect())));
            if session.problem().is_some() {
                prop_assert_eq!((session.case(), session.page()), (before.case(), before.page()));
            } else {
                session.assessment();
            }
        }
    }
}
