//! The figures that `content check` prints: how much content there is, and what was proved.

use std::collections::BTreeMap;

use adal_content::Loaded;
use adal_content::law::Stand;
use adal_core::{Case, Content, Lang, People, SituationIx};
use adal_proof::{Proof, TwinsProof};

/// The number of pairs of situations to examine: those that people are most likely to select together.
const PAIRS: usize = 12;

/// How much content there is.
pub(super) fn sizes(loaded: &Loaded) -> String {
    let content = &loaded.content;
    let mut text = format!(
        "{} files: {} clauses, {} situations, {} questions, {} steps, {} remarks, {} interface words\n",
        loaded.files.len(),
        content.clauses.len(),
        content.situations.len(),
        content.questions.len(),
        content.steps.len(),
        content.remarks.len(),
        loaded.words.keys.len(),
    );
    let stands = &loaded.declared.stands;
    let count = |wanted: fn(&Stand) -> bool| stands.iter().filter(|stand| wanted(stand)).count();
    text += &format!(
        "the law: {} rules of {} clauses over {} facts and {} shared conditions; {} rules of the engine made of them\n",
        loaded.law.rules.len(),
        loaded.clauses_of_law().len(),
        loaded.law.facts.len(),
        loaded.law.elements.len(),
        content.rules.len(),
    );
    text += &format!(
        "{} readings: {} open, {} settled, {} adopted; {} words in {} English reasons\n",
        content.readings.len(),
        count(|stand| *stand == Stand::Open),
        count(|stand| matches!(stand, Stand::Settled(_))),
        count(|stand| matches!(stand, Stand::Adopted(_))),
        content.reasons.iter().map(|r| r.get(Lang::En).split_whitespace().count()).sum::<usize>(),
        content.reasons.len(),
    );
    if loaded.is_unfinished() {
        text += "unfinished.toml is there: unused steps and shared items are not looked for yet\n";
    }
    text
}

/// What was proved.
pub(super) fn proved(loaded: &Loaded, proof: &Proof, twins: &TwinsProof) -> String {
    let (agree, groups, doors) = (twins.agree, twins.groups, twins.doors);
    let mut text = format!("{} worked cases\n", loaded.cases.len());
    text += &format!("twins: {agree} of {groups}, {doors} doors\n");
    text += &situations(loaded, proof);
    text += &format!("proved in {:.1} s\n", proof.time.as_secs_f32());
    text += &format!("headlines reached: {}\n", proof.headlines.join(", "));
    for [question, choice, same] in &proof.same_as {
        text += &format!("for the Standard `{question} is {choice}` is the same as `{same}`\n");
    }
    text += &match proof.commonest {
        Some(answers) => format!("the most common case has its headline after {answers} answers\n"),
        None => "the most common case never has its headline\n".to_owned(),
    };
    text + &together(loaded)
}

/// What follows from the readings that the Company adopted, and needs no remedy.
pub(super) fn hints(proof: &Proof) -> String {
    if proof.hints.is_empty() {
        return String::new();
    }
    let lines = proof.hints.iter().map(|hint| format!("  {}: {}\n", hint.place, hint.message));
    "\nbecause of what the Company adopted (no problem; it may be worth making the questions simpler)\n"
        .to_owned()
        + &lines.collect::<String>()
}

fn situations(loaded: &Loaded, proof: &Proof) -> String {
    let mut text = format!(
        "\n{:24}{:>10}{:>9}{:>7}  people with rules of their own\n",
        "situation", "questions", "clauses", "rules"
    );
    for situation in &proof.situations {
        let kinds: Vec<String> =
            situation.kinds.iter().map(|group| kinds_in_words(&loaded.content, group)).collect();
        text += &format!(
            "{:24}{:>10}{:>9}{:>7}  {}\n",
            situation.id,
            situation.questions,
            situation.clauses,
            situation.rules,
            kinds.join("; ")
        );
    }
    text
}

/// `employee = employee+manager`: combinations of people with the same rules.
fn kinds_in_words(content: &Content, kinds: &[People]) -> String {
    let names = |people: &People| {
        let ids: Vec<&str> = people.iter().map(|person| content[person].id.as_str()).collect();
        ids.join("+")
    };
    kinds.iter().map(names).collect::<Vec<_>>().join(" = ")
}

/// The maximum number of questions for people who select two situations.
fn together(loaded: &Loaded) -> String {
    let content = &loaded.content;
    let lines = pairs(loaded).into_iter().map(|((one, other), cases)| {
        let case = Case { situations: vec![one, other], ..Case::default() };
        let questions = content.questions_for(&case).len();
        let (one, other) = (&content[one].id, &content[other].id);
        let known =
            if cases > 0 { format!("worked cases: {cases}") } else { "a pointer".to_owned() };
        format!("{questions:>4}  {one} + {other} ({known})\n")
    });
    "\nquestions at most where two situations are chosen together\n".to_owned()
        + &lines.collect::<String>()
}

type Pair = (SituationIx, SituationIx);

/// The pairs with the most worked cases, then those connected by pointers.
fn pairs(loaded: &Loaded) -> Vec<(Pair, usize)> {
    let mut counts: BTreeMap<Pair, usize> = BTreeMap::new();
    for worked in &loaded.cases {
        let all = &worked.case.situations;
        for (place, one) in all.iter().enumerate() {
            for other in &all[place + 1..] {
                *counts.entry(ordered(*one, *other)).or_default() += 1;
            }
        }
    }
    let mut pairs: Vec<(Pair, usize)> = counts.into_iter().collect();
    pairs.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    for (from, situation) in (0_u8..).map(SituationIx).zip(&loaded.content.situations) {
        for pointer in &situation.pointers {
            let pair = ordered(from, pointer.to);
            if pairs.iter().all(|(known, _)| *known != pair) {
                pairs.push((pair, 0));
            }
        }
    }
    pairs.truncate(PAIRS);
    pairs
}

fn ordered(one: SituationIx, other: SituationIx) -> Pair {
    (one.min(other), one.max(other))
}
