//! Its pages in every language.

use adal_check::session::{Action, Page};
use adal_core::{ClauseIx, Lang, NoticeIx};

use super::{
    WAYS, after, answered, begun, content, person, rendered, result, situation, started, starts,
    text_of,
};

/// Words of the organisation whose Standard is shipped.
const OTHERS: [&str; 5] =
    ["Civil Initiatives", "Центр поддержки", "Азаматтық бастамалар", "commission", "комисси"];

fn assert_sound(page: &str, lang: Lang) {
    assert_eq!(page.matches("<h1").count(), 1, "{page}");
    assert!(page.contains(&format!("lang=\"{}\"", lang.tag())));
    assert!(!page.contains("{ $"), "a variable was not put in: {page}");
    for other in OTHERS {
        assert!(!page.contains(other), "“{other}” is of the other organisation: {page}");
    }
}

#[test]
fn every_page_is_sound_and_names_nothing_of_the_other_organisation() {
    for lang in Lang::ALL {
        assert_sound(&rendered(&begun(lang)), lang);
        for start in starts(lang) {
            for way in WAYS {
                let pages = answered(start.clone(), way);
                pages.iter().for_each(|session| assert_sound(&rendered(session), lang));
                assert_sound(&rendered(&result(start.clone(), way)), lang);
            }
        }
    }
}

#[test]
fn the_start_page_says_what_the_company_is_and_asks_staff_about_their_roles() {
    let page = text_of(&rendered(&begun(Lang::En)));
    assert!(page.contains("“The Company” is the Museum"), "{page}");
    assert!(page.contains("“vase” or “sketch”"), "{page}");
    let asked = rendered(&begun(Lang::En));
    let names = |name: &str| {
        let inputs = asked.split("<input").filter(|input| input.contains(name));
        inputs.filter_map(|input| input.split("value=\"").nth(1)?.split('"').next()).collect()
    };
    let (who, roles): (Vec<&str>, Vec<&str>) = (names("name=\"who\""), names("name=\"role\""));
    assert_eq!(who, ["worker", "volunteer", "partner"]);
    assert_eq!(roles, ["keeper"]);
}

#[test]
fn the_whole_standard_and_each_clause_can_be_read() {
    for lang in Lang::ALL {
        let page = text_of(&rendered(&begun(lang).opened_at(Page::Standard(None))));
        for (place, clause) in content().clauses.iter().enumerate() {
            assert!(page.contains(clause.text.get(lang)), "{}", clause.id);
            let alone = Page::Standard(Some(ClauseIx(place as u8)));
            let alone = text_of(&rendered(&begun(lang).opened_at(alone)));
            assert!(alone.contains(clause.plain.get(lang)), "{}", clause.id);
        }
        assert!(page.contains("3.1"));
    }
}

#[test]
fn where_drafts_have_one_language_nobody_is_asked_for_it_and_others_get_a_reading_aid() {
    let received = |lang| {
        let received = result(started(lang, person("worker"), situation("present")), Some(0));
        after(received, [Action::Prepare(NoticeIx(0))])
    };
    for (lang, sheets) in [(Lang::Kk, 1), (Lang::Ru, 2), (Lang::En, 2)] {
        let session = received(lang);
        assert_eq!(session.page(), Page::Notice(NoticeIx(0)));
        assert_eq!(session.draft_languages(), [Lang::Kk]);
        let page = rendered(&session);
        assert!(!page.contains("name=\"draft\""), "{page}");
        assert_eq!(page.matches("<article").count(), sheets, "{page}");
    }
}
