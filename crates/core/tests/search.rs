//! Search by typed words: examples of what people type, and properties.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use adal_core::{Index, Query, fold};
use proptest::prelude::*;
use proptest::sample::select;

const ALIKE: &str = include_str!("search/alike.txt");
const DIFFERENT: &str = include_str!("search/different.txt");

fn pairs(table: &str) -> Vec<(&str, &str)> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_once(" – ").expect("two words with a dash between")).collect()
}

/// Whether the typed word finds the other one among documents.
fn finds(typed: &str, word: &str) -> bool {
    let index = Index::new([[(word, 1)]]);
    Query::new(typed).is_some_and(|query| !index.rank(&query, &[0]).is_empty())
}

fn failing(table: &'static str, wanted: bool) -> Vec<(&'static str, &'static str)> {
    pairs(table).into_iter().filter(|(typed, word)| finds(typed, word) != wanted).collect()
}

#[test]
fn a_word_is_found_whatever_its_ending_and_the_letters_of_the_keyboard() {
    assert_eq!(failing(ALIKE, true), []);
}

#[test]
fn a_word_does_not_find_another_one_that_only_looks_like_it() {
    assert_eq!(failing(DIFFERENT, false), []);
}

#[test]
fn what_is_too_short_or_stands_in_any_text_is_no_query() {
    for typed in ["", " ", "  .,! ", "я", "от", "to", "礼物", "мне и для", "маған", "the"]
    {
        assert_eq!(Query::new(typed), None, "{typed:?}");
    }
}

#[test]
fn the_number_of_a_clause_is_read_however_it_is_typed() {
    for typed in ["3.6", "3 6", " 3.6. ", "3,6"] {
        let number = Query::new(typed).and_then(|query| query.clause_number());
        assert_eq!(number.as_deref(), Some("3.6"), "{typed:?}");
    }
    assert_eq!(Query::new("2.1.1").unwrap().clause_number().as_deref(), Some("2.1.1"));
    assert_eq!(Query::new("3.6 подарок").unwrap().clause_number(), None);
}

#[test]
fn words_of_several_languages_work_in_one_query() {
    let index = Index::new([[("gift", 1)], [("комиссия", 1)], [("өкім", 1)]]);
    let query = Query::new("gifts комиссиядағы").unwrap();
    assert_eq!(index.rank(&query, &[0, 1, 2]), [0, 1]);
}

#[test]
fn a_word_that_few_documents_have_counts_for_more() {
    let index = Index::new([[("подарок", 1)], [("подарок", 1)], [("начальник", 1)]]);
    let query = Query::new("подарок начальнику").unwrap();
    assert_eq!(index.rank(&query, &[0, 1, 2])[0], 2);
}

#[test]
fn a_word_in_a_weightier_text_counts_for_more() {
    let index = Index::new([[("подарок", 1)], [("подарок", 3)]]);
    assert_eq!(index.rank(&Query::new("подарок").unwrap(), &[0, 1]), [1]);
}

#[test]
fn a_phrase_that_was_typed_as_a_whole_counts_for_more_than_its_words() {
    let index = Index::new([
        vec![("money", 3), ("colleague", 3)],
        vec![("took", 3), ("money", 3)],
        vec![("colleague took money", 2)],
    ]);
    let query = Query::new("my colleague took the money").unwrap();
    assert_eq!(index.rank(&query, &[0, 1, 2])[0], 2);
}

#[test]
fn latin_letters_that_look_like_cyrillic_ones_find_too() {
    for typed in ["пoдapok", "Koллегa", "cыйлық"] {
        assert!(
            ["подарок", "коллега", "сыйлық"].into_iter().any(|word| finds(typed, word)),
            "{typed}"
        );
    }
}

#[test]
fn what_was_typed_on_the_wrong_layout_finds_too() {
    let words = [
        ("gjlfhjr", "подарок"),
        ("rjvbccbz", "комиссия"),
        ("dpznrf", "взятка"),
        ("csqks0", "сыйлық"),
        ("Пшае", "gift"),
    ];
    for (typed, word) in words {
        assert!(finds(typed, word), "{typed} {word}");
    }
}

#[test]
fn the_other_layout_counts_only_where_nothing_is_found_without_it() {
    let index = Index::new([[("gift", 1)], [("пшае", 1)]]);
    assert_eq!(index.rank(&Query::new("gift").unwrap(), &[0, 1]), [0]);
}

#[test]
fn a_slip_counts_only_where_nothing_is_found_without_it() {
    let index = Index::new([[("гранту", 1)], [("гранда", 1)]]);
    assert_eq!(index.rank(&Query::new("гранты").unwrap(), &[0, 1]), [0]);
}

#[test]
fn whole_words_are_highlighted_in_the_text_as_it_is_written() {
    let text = "Сыйлықтар, сувени\u{301}р – и СЫЙЛЫҒЫ.";
    let ranges = Query::new("сыйлык сувениры").unwrap().highlights(text);
    let words: Vec<&str> = ranges.into_iter().map(|range| &text[range]).collect();
    assert_eq!(words, ["Сыйлықтар", "сувени\u{301}р", "СЫЙЛЫҒЫ"]);
}

/// Text in the relevant alphabets, with punctuation and a few unusual characters.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof!["[ а-яёәғқңөұүһіА-ЯӘҒҚҢӨҰҮҺІa-z0-9.,–\u{301}\u{ad}]{0,40}", ".{0,40}"]
}

/// Words as people type them: from the tables, or any letters.
fn words() -> impl Strategy<Value = String> {
    let listed: Vec<String> = pairs(ALIKE).into_iter().map(|(typed, _)| typed.to_owned()).collect();
    let any = prop_oneof![select(listed), "[а-яёәғқңөұүһі]{3,12}", "[a-z]{3,12}", "[0-9]{1,3}"];
    any.prop_filter("a word that stands in any text", |word| Query::new(word).is_some())
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in texts()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn capital_letters_do_not_matter(word in words()) {
        prop_assert_eq!(fold(&word.to_uppercase()), fold(&word));
    }

    #[test]
    fn highlights_lie_within_the_text_in_order_and_between_characters(typed in texts(), text in texts()) {
        let mut end = 0;
        for range in Query::new(&typed).iter().flat_map(|query| query.highlights(&text)) {
            prop_assert!(end <= range.start && range.start < range.end);
            prop_assert!(text.get(range.clone()).is_some());
            end = range.end;
        }
    }

    #[test]
    fn a_word_always_finds_itself(word in words()) {
        prop_assert!(finds(&word, &word));
        prop_assert_eq!(Query::new(&word).unwrap().highlights(&word), vec![0..word.len()]);
    }

    #[test]
    fn the_beginning_of_a_word_finds_it_while_it_is_typed(word in words(), letters in 3_usize..12) {
        let typed: String = word.chars().take(letters).collect();
        prop_assume!(Query::new(&typed).is_some());
        prop_assert!(finds(&typed, &word));
    }

    #[test]
    fn the_order_of_the_typed_words_does_not_matter(
        typed in prop::collection::vec(words(), 1..5),
        documents in prop::collection::vec(words(), 1..6),
    ) {
        let index = Index::new(documents.iter().map(|word| [(word.as_str(), 1)]));
        let among: Vec<usize> = (0..documents.len()).collect();
        let mut turned = typed.clone();
        turned.reverse();
        let rank = |words: Vec<String>| index.rank(&Query::new(&words.join(" ")).unwrap(), &among);
        prop_assert_eq!(rank(typed), rank(turned));
    }

    #[test]
    fn only_documents_that_were_asked_for_are_ranked_each_once(
        typed in texts(),
        documents in prop::collection::vec(texts(), 0..6),
        among in prop::collection::btree_set(0_usize..8, 0..6),
    ) {
        let index = Index::new(documents.iter().map(|text| [(text.as_str(), 1)]));
        let among: Vec<usize> = among.into_iter().collect();
        let mut ranked = Query::new(&typed).map_or(Vec::new(), |query| index.rank(&query, &among));
        ranked.sort_unstable();
        let distinct = ranked.len();
        ranked.dedup();
        prop_assert_eq!(ranked.len(), distinct);
        prop_assert!(ranked.iter().all(|place| among.contains(place)));
    }
}
