//! Actions of a person, and where they lead.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::rc::Rc;

use adal_check::embedded::content;
use adal_check::session::{Action, Page, Practice, Session};
use adal_core::{Answer, ChoiceIx, ExerciseIx, Lang, NoticeIx, PersonIx, SituationIx};
use yew::Reducible;

fn after(session: Session, actions: impl IntoIterator<Item = Action>) -> Session {
    Rc::unwrap_or_clone(actions.into_iter().fold(Rc::new(session), Reducible::reduce))
}

fn person(id: &str) -> PersonIx {
    PersonIx(content().people.iter().position(|person| person.id == id).expect(id) as u8)
}

fn situation(id: &str) -> SituationIx {
    SituationIx(content().situations.iter().position(|s| s.id == id).expect(id) as u8)
}

fn employee_with_a_gift() -> Session {
    let actions = [
        Action::BeSomebody(person("employee")),
        Action::ToggleSituation(situation("gift")),
        Action::Continue,
    ];
    after(Session::new(Lang::Kk), actions)
}

fn answered(mut session: Session, choice: u8) -> Session {
    while let Page::Question(_) = session.page() {
        let answer = Answer::Choice(ChoiceIx(choice));
        session = after(session, [Action::Pick(answer), Action::Continue]);
    }
    session
}

#[test]
fn the_commonest_case_has_its_first_answer_after_three_questions() {
    let mut session = employee_with_a_gift();
    for _ in 0..3 {
        assert!(!session.has_first_answer(&session.interview()));
        let first = Action::Pick(Answer::Choice(ChoiceIx(0)));
        session = after(session, [first, Action::Continue]);
    }
    assert!(session.has_first_answer(&session.interview()));
    assert_eq!(session.assessment().headline, adal_core::Headline::Prohibited);
}

#[test]
fn changing_the_language_keeps_everything_else() {
    let session = employee_with_a_gift();
    let pick = Action::Pick(Answer::NotSure);
    let before = after(session, [pick]);
    let switched = after(before.clone(), [Action::Speak(Lang::En)]);
    assert_eq!(switched.lang(), Lang::En);
    assert_eq!(after(switched, [Action::Speak(Lang::Kk)]), before);
}

#[test]
fn back_returns_to_the_question_before_with_its_answer_marked() {
    let session = employee_with_a_gift();
    let first = session.page();
    let answer = Answer::Choice(ChoiceIx(1));
    let second = after(session, [Action::Pick(answer), Action::Continue]);
    assert_ne!(second.page(), first);
    let back = after(second, [Action::Back]);
    assert_eq!(back.page(), first);
    assert_eq!(back.picked(), Some(answer));
    assert_eq!(after(back, [Action::Back]).page(), Page::Start);
}

#[test]
fn a_change_that_opens_nothing_new_returns_straight_back() {
    let result = after(answered(employee_with_a_gift(), 0), [Action::SeeResult]);
    let question = result.interview().asked[0];
    let same = result.case().answers[&question];
    let changed = after(result, [Action::Change(question), Action::Pick(same), Action::Continue]);
    assert_eq!(changed.page(), Page::Result);
}

#[test]
fn a_change_that_opens_a_question_asks_it_before_returning() {
    let opening = (0..3).map(|base| answered(employee_with_a_gift(), base)).find_map(|finished| {
        finished.interview().asked.iter().find_map(|question| {
            (0..content()[*question].choices.len() as u8).find_map(|choice| {
                let pick = Action::Pick(Answer::Choice(ChoiceIx(choice)));
                let actions = [Action::Change(*question), pick, Action::Continue];
                let changed = after(finished.clone(), actions);
                changed.interview().next.map(|next| (finished.page(), changed, next))
            })
        })
    });
    let (before, changed, next) = opening.expect("an answer that opens a question");
    assert_eq!(changed.page(), Page::Question(next));
    let returned = answered(changed, 0);
    assert_eq!(returned.page(), before);
}

#[test]
fn the_step_number_rises_with_each_page_turn_and_the_browser_can_travel_it() {
    let session = employee_with_a_gift();
    assert_eq!(session.step(), 1);
    let first = session.page();
    let answer = Action::Pick(Answer::Choice(ChoiceIx(0)));
    let second = after(session, [answer, Action::Continue]);
    assert_eq!(second.step(), 2);
    let travelled = after(second.clone(), [Action::Travel(1)]);
    assert_eq!(travelled.page(), first);
    assert_eq!(after(travelled, [Action::Travel(2)]).page(), second.page());
    assert_eq!(after(second, [Action::Travel(99)]).step(), 2);
}

#[test]
fn what_is_missing_is_told_again_when_asked_again() {
    let once = after(Session::new(Lang::Kk), [Action::Continue]);
    let twice = after(once.clone(), [Action::Continue]);
    assert_eq!(twice.problem(), once.problem());
    assert!(twice.told() > once.told());
}

#[test]
fn starting_again_forgets_everything_but_the_language() {
    let session = after(answered(employee_with_a_gift(), 0), [Action::Speak(Lang::Ru)]);
    let fresh = after(session.clone(), [Action::StartAgain]);
    assert_eq!(fresh.page(), Page::Start);
    assert_eq!(fresh.case(), Session::new(Lang::Ru).case());
    assert_eq!(fresh.lang(), Lang::Ru);
    assert!(fresh.step() > session.step());
    assert_eq!(after(fresh, [Action::Travel(1)]).page(), Page::Start);
}

#[test]
fn a_situation_that_a_person_cannot_see_does_not_stay_chosen() {
    let session = employee_with_a_gift();
    let as_ngo = after(session, [Action::ChangeStart, Action::BeSomebody(person("ngo"))]);
    assert!(as_ngo.case().situations.is_empty());
}

const THIRD: ExerciseIx = ExerciseIx(2);
const SECOND_WAY: ChoiceIx = ChoiceIx(1);

fn practised(session: Session) -> Session {
    let pick = Action::Pick(Answer::Choice(SECOND_WAY));
    after(session, [Action::Practise, Action::Try(THIRD), pick, Action::Continue])
}

#[test]
fn an_exercise_touches_nothing_of_the_persons_own_case() {
    let before = after(answered(employee_with_a_gift(), 0), [Action::ChangeStart]);
    let practised = practised(before.clone());
    assert_eq!(practised.page(), Page::Practice(Practice::Outcome(THIRD, SECOND_WAY)));
    assert_eq!(practised.case(), before.case());
    let returned = after(practised, [Action::Back, Action::Back, Action::Back]);
    assert_eq!(returned.page(), Page::Start);
    assert_eq!(returned.case(), before.case());
}

#[test]
fn practice_alone_is_nothing_that_leaving_would_lose() {
    assert!(!practised(Session::new(Lang::Kk)).holds_something());
}

#[test]
fn an_exercise_without_a_choice_is_told_and_stays() {
    let session = after(Session::new(Lang::Kk), [Action::Try(THIRD), Action::Continue]);
    assert!(session.problem().is_some());
    assert_eq!(session.page(), Page::Practice(Practice::Exercise(THIRD)));
}

#[test]
fn back_from_an_outcome_marks_the_way_that_was_tried_and_other_exercises_mark_none() {
    let back = after(practised(Session::new(Lang::Kk)), [Action::Back]);
    assert_eq!(back.picked(), Some(Answer::Choice(SECOND_WAY)));
    assert_eq!(after(back, [Action::Try(ExerciseIx(0))]).picked(), None);
}

#[test]
fn the_browser_can_travel_through_exercises_before_anything_was_chosen() {
    let session = practised(Session::new(Lang::Kk));
    assert_eq!(session.step(), 3);
    let pages = (0..=3).map(|step| after(session.clone(), [Action::Travel(step)]).page());
    let expected = [
        Page::Start,
        Page::Practice(Practice::List),
        Page::Practice(Practice::Exercise(THIRD)),
        Page::Practice(Practice::Outcome(THIRD, SECOND_WAY)),
    ];
    assert_eq!(pages.collect::<Vec<_>>(), expected);
}

#[test]
fn after_the_last_exercise_comes_the_list() {
    let last = ExerciseIx(content().practice.len() as u8 - 1);
    let pick = Action::Pick(Answer::Choice(ChoiceIx(0)));
    let actions = [Action::Practise, Action::Try(last), pick, Action::Continue, Action::Continue];
    assert_eq!(after(Session::new(Lang::Kk), actions).page(), Page::Practice(Practice::List));
}

#[test]
fn where_the_host_says_who_asks_nobody_is_asked_and_a_new_start_keeps_it() {
    let ngo = person("ngo");
    let session = Session::new(Lang::Kk).for_audience(Some(ngo));
    assert!(session.case().people.contains(ngo));
    assert!(!session.holds_something(), "the person has said nothing yet");
    let session = after(session, [Action::ToggleSituation(situation("ngo-asked"))]);
    assert!(session.holds_something());
    let fresh = after(session, [Action::Continue, Action::StartAgain]);
    assert!(fresh.case().people.contains(ngo) && fresh.case().situations.is_empty());
}

#[test]
fn what_a_person_has_said_stays_when_the_host_changes_its_mind() {
    let session = employee_with_a_gift();
    let addressed = after(session.clone(), [Action::Address(Some(person("ngo")))]);
    assert_eq!(addressed.case(), session.case());
}

#[test]
fn back_from_the_exercises_returns_to_the_standard_and_from_there_to_where_reading_began() {
    let result = after(answered(employee_with_a_gift(), 0), [Action::SeeResult]);
    let actions = [Action::Read(Page::Standard(None)), Action::Practise, Action::Back];
    let session = after(result.clone(), actions);
    assert_eq!(session.page(), Page::Standard(None));
    let session = after(session, [Action::Back]);
    assert_eq!((session.page(), session.case()), (Page::Result, result.case()));
}

#[test]
fn checking_adds_its_situation_and_somebody_who_sees_it() {
    let before = Session::new(Lang::Kk);
    let session = after(before.clone(), [Action::CheckSituation(situation("errands"))]);
    assert_eq!(session.page(), Page::Start);
    assert_eq!(session.case().situations, [situation("errands")]);
    assert!(session.case().people.contains(person("employee")));
    assert!(session.case().people.contains(person("manager")));
    let ngo = after(before, [Action::CheckSituation(situation("ngo-asked"))]);
    assert_eq!(ngo.case().people.iter().collect::<Vec<_>>(), [person("ngo")]);
}

/// An employee who received a gift and means to give it back.
fn result_with_a_gift_to_report() -> Session {
    let mut session = employee_with_a_gift();
    while let Page::Question(question) = session.page() {
        let choices = &content()[question].choices;
        let choice = choices.iter().position(|choice| choice.id == "return").unwrap_or(0);
        let pick = Action::Pick(Answer::Choice(ChoiceIx(choice as u8)));
        session = after(session, [pick, Action::Continue]);
    }
    after(session, [Action::SeeResult])
}

fn notice(id: &str) -> NoticeIx {
    NoticeIx(content().notices.notices.iter().position(|n| n.id == id).expect(id) as u8)
}

#[test]
fn what_is_typed_into_a_draft_stays_through_back_and_another_language() {
    let actions = [
        Action::Prepare(notice("gift")),
        Action::Type(1, "Әбіш".to_owned()),
        Action::Back,
        Action::Speak(Lang::Ru),
        Action::Prepare(notice("gift")),
    ];
    let session = after(result_with_a_gift_to_report(), actions);
    assert_eq!(session.page(), Page::Notice(notice("gift")));
    assert_eq!(session.typed(1), "Әбіш");
    assert_eq!(session.draft_languages(), [Lang::Ru]);
    assert_eq!(after(session.clone(), [Action::Back]).page(), Page::Result);
    assert_eq!(after(session, [Action::StartAgain]).typed(1), "");
}

#[test]
fn a_draft_that_the_answers_no_longer_call_for_is_not_travelled_to() {
    let drafted = after(result_with_a_gift_to_report(), [Action::Prepare(notice("gift"))]);
    let step = drafted.step();
    let asked = drafted.interview().asked;
    let gift_plan = asked.into_iter().find(|q| content()[*q].id == "gift-plan").unwrap();
    let choices = &content()[gift_plan].choices;
    let refuse = choices.iter().position(|choice| choice.id == "refuse").unwrap();
    let refuse = Action::Pick(Answer::Choice(ChoiceIx(refuse as u8)));
    let actions = [Action::Back, Action::Change(gift_plan), refuse, Action::Continue];
    let changed = answered(after(drafted, actions), 0);
    let travelled = after(changed, [Action::Travel(step)]);
    assert_eq!(travelled.page(), Page::Result);
}
