//! Every page in every language, rendered without a browser.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::rc::Rc;

use adal_check::embedded::content;
use adal_check::host::Settings;
use adal_check::report::confirmed;
use adal_check::session::{Action, Page, Session};
use adal_check::ui::app::Frame;
use adal_check::ui::view::View;
use adal_check::words::Words;
use adal_core::{
    Answer, ChoiceIx, Confirmation, Content, ExerciseIx, Headline, Lang, NoticeIx, PersonIx,
    SituationIx, assess,
};
use yew::prelude::*;
use yew::{Reducible, ServerRenderer};

fn rendered(session: &Session) -> String {
    rendered_with(session, |_| None)
}

fn rendered_with(session: &Session, attribute: fn(&str) -> Option<String>) -> String {
    let session = session.clone();
    let renderer = ServerRenderer::<Frame>::with_props(move || {
        View::new(session, Callback::noop(), Settings::read(attribute).contacts)
    });
    futures::executor::block_on(renderer.hydratable(false).render())
}

fn after(session: Session, actions: impl IntoIterator<Item = Action>) -> Session {
    let session = actions.into_iter().fold(Rc::new(session), Reducible::reduce);
    Rc::unwrap_or_clone(session)
}

fn person(id: &str) -> PersonIx {
    let place = content().people.iter().position(|person| person.id == id).expect(id);
    PersonIx(place as u8)
}

/// Answers every question with the choice from `pick`, and stops at the first page that is not a question.
fn answered(mut session: Session, pick: impl Fn(usize) -> Answer) -> Session {
    while let Page::Question(question) = session.page() {
        let choices = content()[question].choices.len();
        session = after(session, [Action::Pick(pick(choices)), Action::Continue]);
    }
    session
}

fn started(lang: Lang, person: PersonIx, situation: SituationIx) -> Session {
    let actions =
        [Action::BeSomebody(person), Action::ToggleSituation(situation), Action::Continue];
    after(Session::new(lang), actions)
}

#[test]
fn the_built_in_content_decodes() {
    assert!(!content().situations.is_empty());
    assert!(content().clauses.len() >= 57);
}

#[test]
fn every_page_of_every_situation_has_one_heading_in_every_language() {
    for lang in Lang::ALL {
        for who in ["employee", "manager", "external-member", "ngo"].map(person) {
            let people = adal_core::People::NOBODY.with(who);
            let situations: Vec<_> = content().situations_for(people).collect();
            for situation in situations {
                for answer in [Answer::Choice(ChoiceIx(0)), Answer::NotSure] {
                    let first = started(lang, who, situation);
                    let end = answered(first.clone(), |_| answer);
                    let result = after(end.clone(), [Action::SeeResult]);
                    for session in [&first, &end, &result] {
                        let page = rendered(session);
                        assert_eq!(page.matches("<h1").count(), 1, "{page}");
                        assert!(page.contains(&format!("lang=\"{}\"", lang.tag())));
                        assert!(!page.contains("{ $"), "a variable was not put in: {page}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_result_says_that_only_the_standard_was_checked() {
    let says = |lang| match lang {
        Lang::Kk => "Тек Стандарт тексеріледі",
        Lang::Ru => "Проверяется только Стандарт",
        Lang::En => "Only the Standard is checked",
    };
    for lang in Lang::ALL {
        for place in 0..content().situations.len() {
            let situation = SituationIx(place as u8);
            let who = content()[situation].people.iter().next().unwrap();
            let end = answered(started(lang, who, situation), |choices| {
                Answer::Choice(ChoiceIx(choices as u8 - 1))
            });
            let page = rendered(&after(end, [Action::SeeResult]));
            assert!(page.contains(says(lang)), "{}", content()[situation].id);
        }
    }
}

#[test]
fn the_start_page_names_what_is_missing_and_takes_nothing_back() {
    let missing_who = after(Session::new(Lang::En), [Action::Continue]);
    assert!(rendered(&missing_who).contains("Choose who you are."));

    let actions = [Action::BeSomebody(person("employee")), Action::Continue];
    let missing_situation = after(Session::new(Lang::En), actions);
    assert!(rendered(&missing_situation).contains("Choose at least one situation."));
    assert!(missing_situation.case().people.contains(person("employee")));
}

#[test]
fn a_question_without_an_answer_says_so() {
    let situation = content().situations_for(adal_core::People::NOBODY.with(person("ngo"))).next();
    let session = started(Lang::Ru, person("ngo"), situation.unwrap());
    let page = rendered(&after(session, [Action::Continue]));
    assert!(page.contains("role=\"alert\""));
    assert!(page.contains("Выберите ответ."));
}

#[test]
fn a_question_names_its_situation_where_several_are_chosen() {
    let [gift, order] = ["gift", "order"].map(|id| {
        let place = content().situations.iter().position(|situation| situation.id == id);
        SituationIx(place.expect(id) as u8)
    });
    for lang in Lang::ALL {
        let title = |situation: SituationIx| content()[situation].title.get(lang);
        let start = |situations: &[SituationIx]| {
            let ticked = situations.iter().copied().map(Action::ToggleSituation);
            let who = [Action::BeSomebody(person("employee"))].into_iter();
            after(Session::new(lang), who.chain(ticked).chain([Action::Continue]))
        };
        let alone = rendered(&start(&[gift]));
        assert!(!alone.contains(title(gift)), "{alone}");
        let mut session = start(&[gift, order]);
        let mut named = Vec::new();
        while let Page::Question(question) = session.page() {
            let page = rendered(&session);
            for situation in [gift, order] {
                let is_asking = content()[situation].questions.contains(&question);
                assert_eq!(page.contains(title(situation)), is_asking, "{page}");
                named.extend(is_asking.then_some(situation));
            }
            session = after(session, [Action::Pick(Answer::NotSure), Action::Continue]);
        }
        assert!(named.contains(&gift) && named.contains(&order));
    }
}

#[test]
fn russian_and_english_pages_mark_the_translation_as_unofficial_and_kazakh_needs_no_mark() {
    let situation = SituationIx(0);
    let who = content()[situation].people.iter().next().unwrap();
    for (lang, mark) in [(Lang::Ru, "Неофициальный перевод"), (Lang::En, "Unofficial translation")]
    {
        let end = answered(started(lang, who, situation), |_| Answer::Choice(ChoiceIx(0)));
        let page = rendered(&after(end, [Action::SeeResult]));
        assert!(page.contains(mark));
        let mut quotations = page.split("<blockquote").skip(1).filter_map(|q| q.split('>').next());
        assert!(quotations.any(|tag| tag.contains("lang=\"kk\"")), "no official Kazakh text");
    }
}

#[test]
fn where_nothing_is_triggered_the_page_shows_openly_what_was_checked_and_what_was_not() {
    let nothing = (0..content().situations.len()).find_map(|place| {
        let situation = SituationIx(place as u8);
        let who = content()[situation].people.iter().next()?;
        (0..3).find_map(|choice| {
            let last = |choices: usize| ChoiceIx((choices - 1).saturating_sub(choice) as u8);
            let end = answered(started(Lang::En, who, situation), |n| Answer::Choice(last(n)));
            let result = after(end, [Action::SeeResult]);
            (result.assessment().headline == Headline::Nothing).then_some(result)
        })
    });
    let page = rendered(&nothing.expect("answers that trigger nothing"));
    let openly = page.split("<details").next().unwrap_or_default();
    assert!(openly.contains("These answers did not bring up any clause"));
    assert!(page.contains("<h2 class=\"adal-heading\">What was checked and what was not</h2>"));
}

#[test]
fn every_way_to_go_on_in_every_exercise_names_the_clauses_that_the_engine_finds() {
    for lang in Lang::ALL {
        for (place, exercise) in (0..).map(ExerciseIx).zip(&content().practice) {
            let opened = after(Session::new(lang), [Action::Practise, Action::Try(place)]);
            let page = rendered(&opened);
            assert_eq!(page.matches("<h1").count(), 1);
            assert!(exercise.options.iter().all(|option| page.contains(option.text.get(lang))));
            for option in (0..exercise.options.len() as u8).map(ChoiceIx) {
                let pick = Action::Pick(Answer::Choice(option));
                let page = rendered(&after(opened.clone(), [pick, Action::Continue]));
                let mut found = assess(content(), &exercise.case_of(option)).findings;
                // A clause that is open for the same reason as one that applies is named in the card of that one.
                found.retain(|finding| finding.folded_under.is_none());
                assert_eq!(page.matches("<h1").count(), 1);
                assert_eq!(page.matches("class=\"adal-card\"").count(), found.len());
                for finding in &found {
                    assert!(page.contains(content()[finding.clause].plain.get(lang)));
                }
            }
        }
    }
}

#[test]
fn an_exercise_in_which_nothing_is_triggered_says_what_was_checked_and_what_was_not() {
    let nothing = (0..).map(ExerciseIx).zip(&content().practice).find_map(|(place, exercise)| {
        let options = (0..exercise.options.len() as u8).map(ChoiceIx);
        let triggers_nothing = |option: &ChoiceIx| {
            assess(content(), &exercise.case_of(*option)).headline == Headline::Nothing
        };
        options.into_iter().find(triggers_nothing).map(|option| (place, option))
    });
    let (place, option) = nothing.expect("a way that triggers nothing");
    let pick = Action::Pick(Answer::Choice(option));
    let outcome = after(Session::new(Lang::En), [Action::Try(place), pick, Action::Continue]);
    let page = rendered(&outcome);
    assert!(page.contains("Only the Standard is checked"));
    assert!(page.contains("What was checked and what was not"));
}

/// What is shown about the confirmation of two situations.
fn said_of_two(confirmations: Vec<Confirmation>, lang: Lang) -> String {
    #[derive(Properties, PartialEq)]
    struct LinesProps {
        content: Rc<Content>,
        lang: Lang,
    }
    #[component]
    fn Lines(props: &LinesProps) -> Html {
        let both = [SituationIx(0), SituationIx(1)];
        let lines = confirmed(&props.content, &both, Words::new(props.lang));
        html! { { for lines.into_iter().map(|line| html! { <p>{ line }</p> }) } }
    }
    let content = Content { confirmations, ..content().clone() };
    let renderer =
        ServerRenderer::<Lines>::with_props(move || LinesProps { content: Rc::new(content), lang });
    futures::executor::block_on(renderer.hydratable(false).render())
}

fn signature(situations: &[u8], lang: Lang, post: &str, date: &str) -> Confirmation {
    Confirmation {
        situations: situations.iter().copied().map(SituationIx).collect(),
        lang,
        post: post.to_owned(),
        date: date.to_owned(),
    }
}

#[test]
fn a_result_is_a_draft_until_each_of_its_situations_is_confirmed_in_its_language() {
    let draft = said_of_two(Vec::new(), Lang::En);
    assert!(draft.contains("not confirmed"), "{draft}");
    let half = signature(&[0], Lang::En, "Chair of the board", "2026-12-01");
    assert_eq!(said_of_two(vec![half.clone()], Lang::En), draft);
    let in_russian = signature(&[0, 1], Lang::Ru, "Председатель правления", "2026-12-01");
    assert_eq!(said_of_two(vec![in_russian], Lang::En), draft);
    let other = signature(&[1, 2], Lang::En, "Head of compliance", "2026-12-09");
    let elsewhere = signature(&[3], Lang::En, "Nobody asked", "2026-12-09");
    assert_eq!(
        said_of_two(vec![half, other, elsewhere], Lang::En),
        "<p>Content confirmed by: Chair of the board, 1 December 2026.</p>\
         <p>Content confirmed by: Head of compliance, 9 December 2026.</p>"
    );
}

#[test]
fn the_date_of_a_confirmation_has_the_form_of_its_language() {
    for (lang, date) in [
        (Lang::Kk, "2026 жылғы 1 желтоқсан"),
        (Lang::Ru, "1 декабря 2026 года"),
        (Lang::En, "1 December 2026"),
    ] {
        let said = said_of_two(vec![signature(&[0, 1], lang, "A", "2026-12-01")], lang);
        assert!(said.contains(date), "{said}");
        let words = Words::new(lang);
        assert_eq!(words.date_of("no date"), "no date");
        let months: Vec<_> =
            (1..=12).map(|month| words.date_of(&format!("2026-{month:02}-05"))).collect();
        assert!(
            months.iter().all(|date| date.chars().any(char::is_alphabetic) && date.contains('5'))
        );
        assert_eq!(months.iter().collect::<std::collections::BTreeSet<_>>().len(), 12);
    }
}

#[test]
fn the_start_page_has_a_labelled_field_that_keeps_nothing_and_is_remembered_nowhere() {
    for lang in Lang::ALL {
        let page = rendered(&after(Session::new(lang), [Action::BeSomebody(person("ngo"))]));
        let (_, field) = page.split_once("id=\"adal-find\"").unwrap();
        let (field, _) = field.split_once('>').unwrap();
        for attribute in ["autocomplete=\"off\"", "spellcheck=\"false\"", "inputmode=\"search\""] {
            assert!(field.contains(attribute), "{field}");
        }
        assert!(!field.contains("name="), "a name would put it among the choices: {field}");
        assert!(page.contains("for=\"adal-find\""));
        assert!(page.contains("role=\"status\""));
    }
}

#[test]
fn the_result_names_the_contacts_of_the_site_for_such_a_person_as_plain_text() {
    let site = |name: &str| match name {
        "contact-name" => Some("Staff <b>desk</b>".to_owned()),
        "contact-phone" => Some("+7 1".to_owned()),
        "contact-ngo-email" => Some("ngo@example.kz".to_owned()),
        "contact-outside-url" => Some("https://outside.example.kz".to_owned()),
        _ => None,
    };
    for (who, own, other) in [
        ("employee", "Staff &lt;b&gt;desk&lt;/b&gt; · +7 1", "ngo@example.kz"),
        ("ngo", "ngo@example.kz", "desk"),
    ] {
        let who = person(who);
        let situation = content().situations_for(adal_core::People::NOBODY.with(who)).next();
        let result = answered(started(Lang::En, who, situation.unwrap()), |_| Answer::NotSure);
        let result = after(result, [Action::SeeResult]);
        let page = rendered_with(&result, site);
        assert!(page.contains("Given by this site, not by the Standard"), "{page}");
        assert!(page.contains(own) && !page.contains(other), "{page}");
        assert!(page.contains("Outside the Company: <bdi>https://outside.example.kz"), "{page}");
        assert!(!rendered(&result).contains("Given by this site"));
    }
}

#[test]
fn the_whole_standard_holds_the_exact_text_of_every_clause_in_every_language() {
    for lang in Lang::ALL {
        for beside in Lang::ALL {
            let actions = [Action::ReadBeside(Some(beside)), Action::Read(Page::Standard(None))];
            let page = text_of(&rendered(&after(Session::new(lang), actions)));
            for clause in &content().clauses {
                let texts = [&clause.text].into_iter().chain(&clause.items);
                for text in texts.flat_map(|text| [text.get(lang), text.get(beside)]) {
                    assert!(page.contains(text), "{} of {}", lang.tag(), clause.id);
                }
            }
        }
    }
}

#[test]
fn each_clause_has_a_page_with_its_plain_sentence_and_its_note() {
    for lang in Lang::ALL {
        for clause in &content().clauses {
            let page = Page::Standard(content().clause(&clause.id));
            let page = text_of(&rendered(&Session::new(lang).opened_at(page)));
            assert!(page.contains(clause.plain.get(lang)), "{}", clause.id);
            if let Some(note) = &clause.note {
                assert!(page.contains(note.get(lang)), "{}", clause.id);
            }
        }
    }
}

#[test]
fn the_map_marks_what_applies_only_after_a_check_and_says_nothing_of_the_rest() {
    let map = Action::Read(Page::Standard(None));
    let before = rendered(&after(Session::new(Lang::En), [map.clone()]));
    assert!(!before.contains("adal-map__mark"));
    let gift = content().situations.iter().position(|s| s.id == "gift").unwrap();
    let first = started(Lang::En, person("employee"), SituationIx(gift as u8));
    let result = after(answered(first, |_| Answer::Choice(ChoiceIx(0))), [Action::SeeResult]);
    let applies = result.assessment().findings.len();
    let page = rendered(&after(result, [map]));
    assert_eq!(page.matches("adal-map__mark").count(), applies);
    assert!(page.contains("A clause without a mark may still concern you."));
}

/// The text of a page without its markup.
fn text_of(page: &str) -> String {
    let pieces = page.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let text: String = pieces.collect();
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// Every notice, opened from the first result that calls for it.
fn drafted(lang: Lang, notice: NoticeIx) -> Session {
    let steps = &content()[notice].steps;
    let people = ["employee", "manager", "ngo"].map(person);
    let starts = people.into_iter().flat_map(|who| {
        let people = adal_core::People::NOBODY.with(who);
        content().situations_for(people).map(move |situation| started(lang, who, situation))
    });
    let mut ends = starts.flat_map(|start| {
        // Each question by its first choice, its second … and by “not sure”.
        let choice = |place: usize| Answer::Choice(ChoiceIx(place as u8));
        (0..6).map(move |place| {
            let answer = |choices: usize| match place {
                5 => Answer::NotSure,
                _ => choice(place.min(choices - 1)),
            };
            answered(start.clone(), answer)
        })
    });
    let called =
        ends.find(|end| end.assessment().steps.iter().any(|step| steps.contains(&step.step)));
    let called = called.unwrap_or_else(|| panic!("nothing calls for {}", content()[notice].id));
    after(called, [Action::SeeResult, Action::Prepare(notice)])
}

#[test]
fn every_notice_is_called_for_and_shows_its_fields_its_draft_and_its_warnings() {
    for lang in Lang::ALL {
        for place in 0..content().notices.notices.len() {
            let notice = NoticeIx(place as u8);
            let session = drafted(lang, notice);
            let page = rendered(&session);
            assert_eq!(page.matches("<h1").count(), 1, "{page}");
            let fields = session.fields_of(notice).len();
            assert_eq!(page.matches("class=\"adal-text-field__label\"").count(), fields);
            assert!(page.contains(adal_core::BLANK) && !page.contains("{ $"), "{page}");
            assert!(page.contains("adal-notice--caution"), "no warning: {page}");
        }
    }
}

#[test]
fn a_result_leads_to_its_drafts_and_what_is_typed_is_escaped() {
    let session = drafted(Lang::Kk, NoticeIx(0));
    let result = rendered(&after(session.clone(), [Action::Back]));
    assert!(result.contains("Құжат жобасын дайындау: "));
    let typed = Action::Type(0, "<script>alert(1)</script>".to_owned());
    let page = rendered(&after(session, [typed]));
    assert!(!page.contains("<script>") && page.contains("&lt;script&gt;"));
}

#[test]
fn english_is_a_reading_aid_only() {
    let page = rendered(&drafted(Lang::En, NoticeIx(0)));
    assert!(page.contains("Do not hand it in."));
    let sheets = |page: &str, lang: &str| {
        let tags = page.split("<article").skip(1).filter_map(|rest| rest.split('>').next());
        tags.filter(|tag| tag.contains(&format!("lang=\"{lang}\""))).count()
    };
    assert_eq!(["kk", "ru", "en"].map(|lang| sheets(&page, lang)), [1, 1, 1]);
    let kazakh = rendered(&drafted(Lang::Kk, NoticeIx(0)));
    assert_eq!(["kk", "ru", "en"].map(|lang| sheets(&kazakh, lang)), [1, 0, 0]);
}
