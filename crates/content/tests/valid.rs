//! The small valid content of the tests: what is read from it, and what it becomes.
//! `UPDATE_EXPECT=1 cargo test -p adal-content` writes what it becomes now.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use adal_content::{Loaded, VariableKind, load, pack};
use adal_core::{
    Answer, Argument, ChoiceIx, ClauseIx, Condition, Content, Lang, Message, Passage, PersonIx,
    QuestionIx, Reading, StepIx,
};
use adal_fixtures::valid_folder;

#[test]
fn every_file_is_watched() {
    let loaded = valid();
    let mut watched: Vec<_> = loaded
        .files
        .iter()
        .map(|path| path.strip_prefix(valid_folder()).unwrap().to_owned())
        .collect();
    watched.sort();
    let mut there = Vec::new();
    walk(&valid_folder(), &mut there);
    there.sort();
    assert_eq!(watched, there);
}

#[test]
fn each_slip_is_marked_where_it_stands_in_the_text_as_shown() {
    let content = valid().content;
    let marked = |passage| -> Vec<(&str, &str)> {
        let text = match passage {
            Passage::Clause(clause) => content[clause].text.get(Lang::Kk),
            Passage::Approval => content.approval.get(Lang::Kk),
            other => panic!("{other:?}"),
        };
        let slips = content.slips_in(passage).into_iter();
        slips
            .map(|slip| (&text[slip.start.into()..slip.end.into()], slip.received.as_str()))
            .collect()
    };
    assert_eq!(marked(Passage::Approval), [("Бекітілді", "Векітілді")]);
    let mended = [("сыйлық", "сыйлык"), ("алмауға", "алмауга")];
    assert_eq!(marked(Passage::Clause(ClauseIx(2))), mended);
    assert_eq!(marked(Passage::Clause(ClauseIx(3))), [("басшыға", "басшыға")]);
    assert_eq!(content.slips.len(), 4);
}

#[test]
fn names_become_places() {
    let Content { clauses, people, situations, questions, rules, steps, .. } = valid().content;
    let ids: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["work-link", "gift-from", "thanks-gift"]);
    let [gift, thanks] = situations.as_slice() else { panic!("{situations:?}") };
    assert_eq!((gift.id.as_str(), thanks.id.as_str()), ("gift", "ngo-thanks"));
    assert_eq!(gift.questions, [QuestionIx(1), QuestionIx(0)]);
    assert_eq!(gift.reminders, [ClauseIx(4)]);
    assert_eq!(clauses[2].stem, Some(ClauseIx(1)));
    assert_eq!(clauses[0].items[1].get(Lang::En), "second.");

    let is = |question, choice| Condition::Is(QuestionIx(question), ChoiceIx(choice));
    let from_outside = Condition::Any(vec![is(1, 0), is(1, 2)]);
    assert_eq!(rules[0].when, Condition::All(vec![from_outside, is(0, 0)]));
    let not_tied = Condition::Not(Box::new(is(0, 0)));
    assert_eq!(rules[1].when, Condition::All(vec![is(1, 0), not_tied]));
    assert_eq!(rules[0].reading, Reading::Settled);
    assert_eq!(rules[1].reading, Reading::Open(clauses[3].readings.clone().unwrap()));
    assert_eq!(rules[0].steps, [StepIx(0), StepIx(2)]);
    assert_eq!(steps[1].clauses, [ClauseIx(3)]);

    let stands_for = |person: usize| people[person].stands_for.iter().collect::<Vec<_>>();
    assert_eq!(stands_for(0), [PersonIx(0)]);
    assert_eq!(stands_for(1), [PersonIx(0), PersonIx(1)]);
    assert!(people[2].open.is_some() && people[2].alone);
    assert_eq!(questions[0].choices[1].text.get(Lang::Ru), "Нет");
}

#[test]
fn an_exercise_becomes_a_case_for_each_option_and_ships_without_what_is_expected() {
    let loaded = valid();
    let [exercise] = loaded.content.practice.as_slice() else { panic!("one exercise") };
    assert_eq!(exercise.title.get(Lang::En), "A gift left behind");
    let given = |option| exercise.case_of(ChoiceIx(option)).answers.into_iter().collect::<Vec<_>>();
    let from_ngo = (QuestionIx(1), Answer::Choice(ChoiceIx(0)));
    assert_eq!(given(0), [(QuestionIx(0), Answer::Choice(ChoiceIx(0))), from_ngo]);
    assert_eq!(given(1), [(QuestionIx(0), Answer::NotSure), from_ngo]);
    assert_eq!(given(2), []);
    let names: Vec<&str> = loaded.cases.iter().map(|case| case.name.as_str()).collect();
    let options = ["an-ngo-leaves-a-gift, option 1", "an-ngo-leaves-a-gift, option 2"];
    assert_eq!(names[1..3], options);
}

#[test]
fn what_is_packed_is_unpacked() {
    let loaded = valid();
    let bytes = pack(&loaded).unwrap();
    let (content, messages): (Content, Vec<Message>) = postcard::from_bytes(&bytes).unwrap();
    assert_eq!((content, messages), (loaded.content, loaded.words.messages));
}

#[test]
fn interface_words_are_put_together_in_each_language() {
    let words = valid().words;
    let place = |id: &str| words.keys.iter().position(|key| key.id == id).unwrap();
    let left = place("at-most-left");
    assert_eq!(words.keys[left].variables, [("count".to_owned(), VariableKind::Number)]);
    let said = |lang, count| words.messages[left].format(lang, &[Argument::Number(count)]);
    assert_eq!(said(Lang::En, 1), "At most 1 question is left");
    assert_eq!(said(Lang::En, 3), "At most 3 questions are left");
    assert_eq!(said(Lang::Ru, 21), "Остался не более чем 21 вопрос");
    assert_eq!(said(Lang::Ru, 5), "Осталось не более 5 вопросов");
    assert_eq!(said(Lang::Kk, 2), "Ең көбі 2 сұрақ қалды");

    let greeting = &words.messages[place("greeting")];
    let said = |lang| greeting.format(lang, &[Argument::Words("Айша"), Argument::Number(2)]);
    assert_eq!(said(Lang::En), "Hello, Айша. 2 left");
    assert_eq!(said(Lang::Ru), "Здравствуйте, Айша. Осталось 2 штуки");

    assert_eq!(words.messages[place("two-lines")].fixed(Lang::Kk), "Бірінші жол\nекінші жол");
}

#[test]
fn interface_words_become_methods() {
    expect("valid/words.rs.txt", &valid().words.rust_source());
}

#[test]
fn a_problem_is_shown_with_the_words_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    fs::create_dir(&content).unwrap();
    fs::write(content.join("people.toml"), "[[person]]\nid = \"employee\"\nalon = true\n").unwrap();
    let problems = load(&content).unwrap_err();
    let shown: Vec<String> = problems.iter().map(|problem| problem.plain()).collect();
    expect("valid/problems.txt", &(shown.join("\n\n") + "\n"));
}

fn valid() -> Loaded {
    load(&valid_folder()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path.strip_prefix(valid_folder()).unwrap().to_owned());
        }
    }
}

fn expect(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, found).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), found);
}
