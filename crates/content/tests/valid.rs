//! The small valid content of the tests: what is read from it, and what it is compiled to. `UPDATE_EXPECT=1 cargo
//! test -p adal-content` updates the expected result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use adal_content::{Loaded, VariableKind, load, pack};
use adal_core::{
    Answer, Argument, ChoiceIx, ClauseIx, Condition, Content, Lang, Message, Passage, People,
    PersonIx, Question, QuestionIx, Rule, SituationIx, Text, bytes_of_text, provide_packs,
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
    assert_eq!(marked(Passage::Clause(ClauseIx(3))), [("сақтаушыға", "сақтаушыға")]);
    assert_eq!(content.slips.len(), 4);
}

#[test]
fn names_become_places() {
    let Content { clauses, people, situations, questions, steps, .. } = valid().content;
    let ids: Vec<&str> = situations.iter().map(|situation| situation.id.as_str()).collect();
    assert_eq!(ids, ["present", "order", "ngo-thanks"]);
    let present = &situations[0];
    let asked: Vec<&str> =
        present.questions.iter().map(|ix| questions[ix.place()].id.as_str()).collect();
    assert_eq!(asked, ["present-from", "present-what", "present-link", "present-got"]);
    assert_eq!(present.reminders, [ClauseIx(4)]);
    assert_eq!(clauses[2].stem, Some(ClauseIx(1)));
    assert_eq!(clauses[3].folds_under, [ClauseIx(2)]);
    assert_eq!(clauses[0].items[1].get(Lang::En), "second.");
    assert_eq!(steps[1].clauses, [ClauseIx(3)]);

    let stands_for = |person: usize| people[person].stands_for.iter().collect::<Vec<_>>();
    assert_eq!(stands_for(1), [PersonIx(1)]);
    assert_eq!(stands_for(0), [PersonIx(0), PersonIx(1)]);
    assert!(people[2].open.is_some() && people[2].alone);
}

#[test]
fn a_question_borrows_what_it_does_not_have() {
    let content = valid().content;
    let question = |id: &str| content.questions.iter().find(|question| question.id == id).unwrap();
    let [present, order] = ["present-link", "order-link"].map(question);
    assert_eq!(present.text, order.text);
    assert_eq!(present.text.get(Lang::En), "Is it connected with work?");
    let ids = |question: &Question| -> Vec<String> {
        question.choices.iter().map(|choice| choice.id.clone()).collect()
    };
    assert_eq!(ids(present), ["yes", "no"]);
    assert_eq!(ids(present), ids(order));
    assert_eq!(order.choices[1].text.get(Lang::Ru), "Нет");
}

#[test]
fn a_pointer_carries_a_choice_and_the_choices_of_a_question_like_it() {
    let content = valid().content;
    let pointer = &content.situations[0].pointers[0];
    assert_eq!((pointer.to, pointer.moves), (SituationIx(1), false));
    let carried: Vec<(&str, &str)> = pointer
        .carry
        .iter()
        .map(|given| {
            let (question, choice) = given.item;
            let question = &content[question];
            (question.id.as_str(), question.choices[choice.place()].id.as_str())
        })
        .collect();
    assert_eq!(carried, [("order-what", "price"), ("order-link", "yes"), ("order-link", "no")]);
    assert_eq!(content.situations.iter().flat_map(|situation| &situation.pointers).count(), 1);
}

/// Conditions are over answers, without facts or readings.
#[test]
fn the_law_becomes_rules_over_answers() {
    let content = valid().content;
    let mut told = String::new();
    for situation in &content.situations {
        writeln!(told, "{}", situation.id).unwrap();
        for rule in situation.rules.iter().map(|ix| &content[*ix]) {
            tell(&content, rule, &mut told);
        }
    }
    expect("valid/rules.txt", &told);
}

fn tell(content: &Content, rule: &Rule, told: &mut String) {
    let people = |people: People| {
        let ids: Vec<&str> = people.iter().map(|person| content[person].id.as_str()).collect();
        ids.join(", ")
    };
    let state = if rule.is_settled() { "applies" } else { "is open" };
    write!(told, "  {} {state} for {}", content[rule.clause].id, people(rule.people)).unwrap();
    if !rule.except.is_empty() {
        write!(told, " but {}", people(rule.except)).unwrap();
    }
    writeln!(told, " when {}", in_ids(content, &rule.when)).unwrap();
    let mut part = |item: String, when: &Condition| {
        let when = match in_ids(content, when) {
            always if always == "always" => String::new(),
            when => format!(" when {when}"),
        };
        writeln!(told, "    {item}{when}").unwrap();
    };
    for effect in &rule.effects {
        part(format!("{:?}", effect.item), &effect.when);
    }
    for reason in &rule.reasons {
        part(format!("“{}”", content[reason.item].get(Lang::En)), &reason.when);
    }
    for reading in &rule.readings {
        part(format!("turns on {}", content[reading.item].id), &reading.when);
    }
    for step in &rule.steps {
        part(format!("step {}", content[step.item].id), &step.when);
    }
}

fn in_ids(content: &Content, condition: &Condition) -> String {
    let all = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts.iter().map(|part| in_ids(content, part)).collect();
        format!("({})", parts.join(word))
    };
    let answer = |question: &QuestionIx, choice: &ChoiceIx| {
        let question = &content[*question];
        format!("{}={}", question.id, question.choices[choice.place()].id)
    };
    match condition {
        Condition::All(parts) if parts.is_empty() => "always".to_owned(),
        Condition::All(parts) => all(parts, " and "),
        Condition::Any(parts) => all(parts, " or "),
        Condition::Not(part) => format!("not {}", in_ids(content, part)),
        Condition::Is(question, choice) => answer(question, choice),
        Condition::Leaves(question, choice) => format!("leaves {}", answer(question, choice)),
    }
}

#[test]
fn an_exercise_becomes_a_case_for_each_option_and_ships_without_what_is_expected() {
    let loaded = valid();
    let [exercise] = loaded.content.practice.as_slice() else { panic!("one exercise") };
    assert_eq!(exercise.title.get(Lang::En), "A vase left behind");
    let link = loaded.content.questions.iter().position(|question| question.id == "present-link");
    let link = QuestionIx(link.unwrap() as u16);
    let given = |option| exercise.case_of(ChoiceIx(option)).answers;
    assert_eq!(given(0)[&link], Answer::Choice(ChoiceIx(0)));
    assert_eq!(given(1)[&link], Answer::NotSure);
    assert_eq!((given(0).len(), given(1).len()), (4, 4));
    assert!(given(2).is_empty());
    let names: Vec<&str> = loaded.cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(
        names[..2],
        ["a-friend-has-left-a-vase, option 1", "a-friend-has-left-a-vase, option 2"]
    );
}

#[test]
fn what_is_packed_is_unpacked() {
    let loaded = valid();
    let packed = pack(&loaded).unwrap();
    let words = packed.words.clone();
    provide_packs(Box::new(move |lang| words[lang as usize].clone()));
    let bytes = bytes_of_text(&packed.structure).unwrap();
    assert_eq!(postcard::from_bytes::<Content>(&bytes).unwrap(), loaded.content);
    for (place, message) in loaded.words.messages.iter().enumerate() {
        assert_eq!(Message(Text::packed(place as u16)), *message);
    }
}

#[test]
fn the_edition_changes_with_a_word_and_the_schema_with_a_key() {
    let (before, mut loaded) = (pack(&valid()).unwrap(), valid());
    loaded.content.title = Text::new("а".to_owned(), "б".to_owned(), "c".to_owned());
    let after = pack(&loaded).unwrap();
    assert_ne!(before.edition, after.edition);
    assert_eq!(before.schema, after.schema);
    loaded.words.keys.pop();
    assert_ne!(before.schema, pack(&loaded).unwrap().schema);
}

#[test]
fn a_text_with_the_sign_between_texts_cannot_be_packed() {
    let mut loaded = valid();
    loaded.content.title = Text::new("а^б".to_owned(), "б".to_owned(), "c".to_owned());
    assert_eq!(
        pack(&loaded).unwrap_err().to_string(),
        "the content cannot be packed: a text has `^`: а^б"
    );
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
