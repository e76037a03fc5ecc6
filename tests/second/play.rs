//! Sessions: who asks, what is found, and reading beside a running case.

use adal_check::export::text;
use adal_check::host::{Contacts, Settings, audience};
use adal_check::report::{Report, columns};
use adal_check::session::{Action, Page};
use adal_check::words::Words;
use adal_core::{Answer, Audience, ChoiceIx, Headline, Lang, PersonIx};

use super::{
    LOADED, after, begun, content, person, result, situation, started, worker_with_a_present,
};

#[test]
fn the_commonest_case_has_its_headline_after_as_many_answers_as_promised() {
    let mut session = worker_with_a_present();
    for _ in 0..LOADED.declared.commonest.answers {
        assert!(!session.has_first_answer(&session.interview()));
        let first = Action::Pick(Answer::Choice(ChoiceIx(0)));
        session = after(session, [first, Action::Continue]);
    }
    assert!(session.has_first_answer(&session.interview()));
    assert_eq!(session.assessment().headline, Headline::Prohibited);
}

#[test]
fn each_worked_case_has_its_clauses_in_the_report_in_every_language() {
    for worked in &LOADED.cases {
        for lang in Lang::ALL {
            content();
            let report = Report::of(&worked.case, &Contacts::default(), Words::new(lang));
            let told = text::reports(&columns(&[report], None));
            for clause in worked.expected.applies.iter().chain(&worked.expected.may_apply) {
                let clause = &content()[*clause];
                assert!(told.contains(&clause.id), "{}: {told}", worked.name);
            }
            let title = content()[worked.case.situations[0]].title.get(lang);
            assert!(told.contains(title), "{}: {told}", worked.name);
        }
    }
}

#[test]
fn the_host_page_can_address_staff_and_those_outside() {
    let told = |value: &'static str| {
        Settings::read(|name| (name == "audience").then(|| value.to_owned())).audience
    };
    content();
    assert_eq!(told("staff"), Some(person("worker")));
    assert_eq!(told("ngo"), Some(person("partner")));
    assert_eq!(audience(person("volunteer")), None);
}

#[test]
fn checking_from_a_clause_adds_its_situation_and_somebody_who_sees_it() {
    let check = |id: &str| {
        let session = after(begun(Lang::Kk), [Action::CheckSituation(situation(id))]);
        session.case().people.iter().collect::<Vec<PersonIx>>()
    };
    assert!(check("order").contains(&person("worker")));
    assert_eq!(check("ngo-thanks"), [person("partner")]);
}

#[test]
fn checking_from_a_clause_changes_nobody_and_drops_nothing() {
    let running = after(worker_with_a_present(), [Action::Read(clause("3.1"))]);
    let session = after(running.clone(), [Action::CheckSituation(situation("order"))]);
    assert_eq!(session.case().situations, [situation("present"), situation("order")]);
    let refused = after(running.clone(), [Action::CheckSituation(situation("ngo-thanks"))]);
    assert_eq!(refused, running);
}

#[test]
fn a_role_is_combined_with_staff_and_who_is_alone_is_not() {
    let (keeper, volunteer) = (person("keeper"), person("volunteer"));
    let session = started(Lang::Ru, person("worker"), situation("present"));
    let both = after(session, [Action::ToggleRole(keeper)]);
    assert_eq!(both.case().people.iter().count(), 2);
    let alone = after(both, [Action::BeSomebody(volunteer)]);
    assert_eq!(alone.case().people.iter().collect::<Vec<_>>(), [volunteer]);
}

fn clause(id: &str) -> Page {
    Page::Standard(Some(content().clause(id).expect(id)))
}

#[test]
fn reading_loses_no_running_case_and_back_returns_to_where_it_began() {
    content();
    let whole = Page::Standard(None);
    let [one, two, three] = ["2.1.1", "2.1.2", "3.1"].map(clause);
    for (steps, back) in [
        (vec![whole], vec![Page::Result]),
        (vec![whole, Page::PlainWords, whole], vec![Page::Result]),
        (vec![one, two, three], vec![Page::Result]),
        (vec![one, whole], vec![Page::Result]),
        (vec![whole, one, two], vec![whole, Page::Result]),
        (vec![whole, one, whole], vec![Page::Result]),
        (
            vec![Page::Expectations(Audience::Ngo), one, whole],
            vec![Page::Expectations(Audience::Ngo), Page::Result],
        ),
    ] {
        let result = result(worker_with_a_present(), Some(0));
        let mut session = after(result.clone(), steps.iter().map(|page| Action::Read(*page)));
        assert_eq!(session.page(), *steps.last().unwrap());
        for expected in back {
            session = after(session, [Action::Back]);
            assert_eq!(session.page(), expected, "{steps:?}");
        }
        assert_eq!(session.case(), result.case());
        assert_eq!(session.assessment(), result.assessment());
    }
}

#[test]
fn the_systems_back_and_forward_go_through_reading_also_before_anything_was_chosen() {
    let session = after(begun(Lang::Kk), [Action::Read(clause("3.1"))]);
    assert_eq!(after(session.clone(), [Action::Travel(0)]).page(), Page::Start);
    assert_eq!(after(session, [Action::Travel(0), Action::Travel(1)]).page(), clause("3.1"));
}

#[test]
fn a_link_to_a_clause_opens_it_first_and_back_leads_to_the_start() {
    let session = begun(Lang::Kk).opened_at(clause("2.1.1"));
    assert_eq!((session.page(), session.step()), (clause("2.1.1"), 0));
    let session = after(session, [Action::Read(clause("2.1.2")), Action::Back]);
    assert_eq!(session.page(), Page::Start);
}
