//! The shipped content is proved, and what the proof does not cover is tested: worked cases combined, as by people
//! who select several situations, missing and “not sure” answers, and pointers between situations.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use adal_content::law::diagram::Diagrams;
use adal_content::{Loaded, WorkedCase, load};
use adal_core::{
    Answer, Answers, Case, ChoiceIx, ClauseIx, ClauseOutcome, Condition, Content, Headline,
    QuestionIx, Remaining, Truth, assess, headline, interview, live, offers, outcomes,
};
use adal_proof::{compare_twins, kinds_of_people, prove, run_cases};

#[test]
fn it_is_proved_as_a_whole() {
    let loaded = shipped();
    let proof = prove(&loaded);
    assert_eq!(proof.problems.to_string(), "");
    assert_eq!(proof.headlines.len(), 8);
    assert!(proof.commonest.is_some_and(|answers| answers <= 3), "{:?}", proof.commonest);
    assert_eq!(run_cases(&loaded).to_string(), "");
    let twins = compare_twins(&loaded);
    assert_eq!(twins.problems.to_string() + &twins.unasked.to_string(), "");
    assert!(!loaded.is_unfinished());
}

#[test]
fn two_worked_cases_told_together_come_to_what_they_come_to_apart() {
    let Loaded { content, cases, .. } = shipped();
    let mut pairs = 0;
    for (ix, one) in cases.iter().enumerate() {
        for other in &cases[..ix] {
            if let Some(both) = together(&content, &one.case, &other.case) {
                pairs += 1;
                adds_nothing_and_loses_nothing(&content, one, other, &both);
            }
        }
    }
    assert!(pairs > 1000, "only {pairs} pairs were tried");
}

#[test]
fn a_step_is_said_only_where_it_fits() {
    let Loaded { content, cases, .. } = shipped();
    let steps = |name: &str| -> Vec<String> {
        let file = format!("cases/{name}.toml");
        let worked = |case: &&WorkedCase| case.places.whole.to_string().contains(&file);
        let case = &cases.iter().find(worked).expect(name).case;
        let taken = assess(&content, case).steps;
        taken.iter().map(|taken| content[taken.step].id.clone()).collect()
    };
    for (name, said, unsaid) in [
        ("blind-24-the-managers-husband-applies", "choose-another-manager", "talk-to-the-person"),
        (
            "blind-22-an-envelope-returned-and-reported",
            "report-benefit-for-speed",
            "return-what-was-received",
        ),
        ("blind-12-the-company-van-for-a-sister", "ask-before-acting", "pause-until-answered"),
        ("blind-27-five-per-cent-or-no-signature", "ngo-tell-the-company", "ngo-thank-in-words"),
        ("blind-28-flowers-after-a-project", "ngo-thank-in-words", "ngo-tell-the-company"),
    ] {
        let steps = steps(name);
        assert!(steps.iter().any(|step| step == said), "{name} lacks {said}: {steps:?}");
        assert!(!steps.iter().any(|step| step == unsaid), "{name} says {unsaid}");
    }
}

#[test]
fn the_reference_names_the_choices_that_are_the_same_for_the_standard() {
    let reference = fs::read_to_string(repository().join("docs/CONTENT.md")).unwrap();
    let table = reference.split_once("| same as |\n").unwrap().1.split_once("\n\n").unwrap().0;
    let declared = prove(&shipped()).same_as;
    for [question, choice, same] in &declared {
        let row = format!("| `{question}` | `{choice}` | `{same}`");
        assert!(table.contains(&row), "docs/CONTENT.md lacks the row {row}");
    }
    assert_eq!(table.lines().skip(1).count(), declared.len());
}

#[test]
fn what_is_missing_or_not_sure_leaves_open_exactly_what_it_must() {
    let content = shipped().content;
    let mut random = Random(7);
    let (mut open, mut decided) = (0, 0);
    for (situation, shown) in content.situations.iter().enumerate() {
        let leaving = leaving(&content, situation);
        for _ in 0..60 {
            let partial = random.partial(&content, &shown.questions);
            let completions = completions(&content, &shown.questions, &partial, &leaving);
            for rule in shown.rules.iter().map(|rule| &content[*rule]) {
                let found: BTreeSet<bool> =
                    completions.iter().map(|whole| rule.when.truth(whole) == Truth::Yes).collect();
                let expected = match (found.contains(&true), found.contains(&false)) {
                    (true, false) => Truth::Yes,
                    (false, true) => Truth::No,
                    _ => Truth::Unknown,
                };
                let clause = &content[rule.clause].id;
                assert_eq!(
                    rule.when.truth(&partial),
                    expected,
                    "{clause} in {}: {}",
                    shown.id,
                    in_words(&content, &partial)
                );
                *(if expected == Truth::Unknown { &mut open } else { &mut decided }) += 1;
            }
        }
    }
    assert!(open > 1000 && decided > 1000, "{open} open, {decided} decided");
}

#[test]
fn the_way_of_answering_does_not_matter() {
    let content = shipped().content;
    let mut random = Random(11);
    for people in kinds_of_people(&content) {
        for situation in content.situations_for(people) {
            for _ in 0..10 {
                let answers = random.whole(&content, &content[situation].questions);
                let case = Case { people, situations: vec![situation], answers };
                let mut path = Case { answers: Answers::new(), ..case.clone() };
                while let Some(next) = interview(&content, &path).next {
                    path.answers.insert(next, case.answers[&next]);
                }
                assert_eq!(interview(&content, &path), interview(&content, &case));
                assert_eq!(end(&content, &path), end(&content, &case));
            }
        }
    }
}

/// On no path is a question asked whose answer could change neither a rule nor a part of a rule that holds.
#[test]
fn no_question_is_asked_whose_answer_can_change_nothing() {
    let content = shipped().content;
    let mut random = Random(17);
    let (mut asked, mut idle) = (0, BTreeSet::new());
    for people in kinds_of_people(&content) {
        for situation in content.situations_for(people) {
            let order = content[situation].questions.as_slice();
            let sizes = order.iter().map(|question| content[*question].choices.len()).collect();
            let mut diagrams = Diagrams::new(sizes);
            for _ in 0..120 {
                let answers = random.whole(&content, order);
                let mut case =
                    Case { people, situations: vec![situation], answers: Answers::new() };
                while let Some(next) = interview(&content, &case).next {
                    asked += 1;
                    let place = order.iter().position(|question| *question == next).unwrap();
                    let mut changes = |condition: &Condition| {
                        let left = condition.remaining(&case.answers);
                        let diagram = diagrams.condition(&left, order);
                        diagrams.depends(diagram, place)
                    };
                    let changes = content.rules_for(&case).map(|rule| &content[rule]).any(|rule| {
                        let holds = rule.when.truth(&case.answers) == Truth::Yes;
                        if holds { rule.parts().any(&mut changes) } else { changes(&rule.when) }
                    });
                    if !changes {
                        let id = &content[next].id;
                        idle.insert(format!("{id} after {}", in_words(&content, &case.answers)));
                    }
                    case.answers.insert(next, answers[&next]);
                }
            }
        }
    }
    assert!(asked > 10_000, "only {asked} were asked");
    assert!(idle.is_empty(), "{} of {asked}: {idle:#?}", idle.len());
}

/// An answer that is carried over is either asked there at once or can still be asked.
#[test]
fn a_pointer_carries_only_answers_that_count_where_it_leads() {
    let content = shipped().content;
    let mut random = Random(13);
    let mut taken = BTreeSet::new();
    let mut wrong = BTreeSet::new();
    for people in kinds_of_people(&content) {
        for from in content.situations_for(people) {
            let pointers = &content[from].pointers;
            for _ in 0..if pointers.is_empty() { 0 } else { 200 } {
                let answers = random.whole(&content, &content[from].questions);
                let case = Case { people, situations: vec![from], answers };
                let live = live(&content, &case);
                let alone = Case { answers: live.clone(), ..case.clone() };
                for offer in offers(&content, &case, &live) {
                    taken.insert((from, offer.pointer));
                    let next = offer.follow(&content, &alone, &live);
                    let there = Case { situations: vec![offer.to], ..next.clone() };
                    for carried in &pointers[offer.pointer].carry {
                        let (question, choice) = carried.item;
                        let is_so = carried.when.truth(&live) == Truth::Yes
                            && next.answers.get(&question) == Some(&Answer::Choice(choice));
                        if is_so && !counts(&content, &there, question) {
                            let [from, to] = [from, offer.to].map(|ix| content[ix].id.as_str());
                            wrong.insert(format!("{from} to {to}: {}", content[question].id));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let all = content.situations.iter().map(|situation| situation.pointers.len()).sum::<usize>();
    assert_eq!(taken.len(), all, "some pointers are never offered");
}

/// Whether the answer to this question counts, or may count once more is answered.
fn counts(content: &Content, case: &Case, question: QuestionIx) -> bool {
    let stands = interview(content, case);
    if stands.live.contains_key(&question) {
        return true;
    }
    let mut left = Remaining::new(content, case);
    for (question, answer) in &stands.live {
        left.answer(*question, *answer);
    }
    left.possible().contains(&question)
}

/// The two cases combined, if the same people can have both and their answers agree.
fn together(content: &Content, one: &Case, other: &Case) -> Option<Case> {
    if one.people != other.people || one.situations.iter().any(|s| other.situations.contains(s)) {
        return None;
    }
    let asked_by_other = content.questions_for(other);
    let shared = content.questions_for(one).into_iter().filter(|q| asked_by_other.contains(q));
    for question in shared {
        if one.answers.get(&question) != other.answers.get(&question) {
            return None;
        }
    }
    let mut both = one.clone();
    both.situations.extend(&other.situations);
    both.situations.sort_unstable();
    both.answers.extend(&other.answers);
    Some(both)
}

fn adds_nothing_and_loses_nothing(
    content: &Content,
    one: &WorkedCase,
    other: &WorkedCase,
    both: &Case,
) {
    let names = format!("{} and {}", one.name, other.name);
    let ((one, first), (other, second)) = (end(content, &one.case), end(content, &other.case));
    let (all, top) = end(content, both);
    assert_eq!(top, first.min(second), "{names}");
    let clauses = |outcomes: &[ClauseOutcome]| -> BTreeSet<ClauseIx> {
        outcomes.iter().map(|outcome| outcome.clause).collect()
    };
    // A clause that never stands alone can be found in one case because of a prohibition in the other.
    let alone = |clause: &ClauseIx| content[*clause].never_alone;
    let apart = &clauses(&one) | &clauses(&other);
    let added: BTreeSet<ClauseIx> = &clauses(&all) - &apart;
    assert!(apart.is_subset(&clauses(&all)) && added.iter().all(alone), "{names}");
    let said = |outcome: &ClauseOutcome| (outcome.clause, outcome.state, outcome.effect);
    for outcome in all.iter().filter(|outcome| !added.contains(&outcome.clause)) {
        let apart = one.iter().chain(&other).map(said);
        let strongest = apart.filter(|(clause, ..)| *clause == outcome.clause).min();
        assert_eq!(Some(said(outcome)), strongest, "{names}");
    }
}

fn end(content: &Content, case: &Case) -> (Vec<ClauseOutcome>, Headline) {
    let live = live(content, case);
    (outcomes(content, case, &live), headline(content, case, &live))
}

/// The choices of a situation that end the matter, according to its rules.
fn leaving(content: &Content, situation: usize) -> BTreeSet<(QuestionIx, ChoiceIx)> {
    fn find(condition: &Condition, found: &mut BTreeSet<(QuestionIx, ChoiceIx)>) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| find(part, found));
            }
            Condition::Not(part) => find(part, found),
            Condition::Leaves(question, choice) => drop(found.insert((*question, *choice))),
            Condition::Is(..) => {}
        }
    }
    let mut found = BTreeSet::new();
    for rule in content.situations[situation].rules.iter().map(|rule| &content[*rule]) {
        find(&rule.when, &mut found);
    }
    found
}

/// All possible answers to what is open.
fn completions(
    content: &Content,
    questions: &[QuestionIx],
    partial: &Answers,
    leaving: &BTreeSet<(QuestionIx, ChoiceIx)>,
) -> Vec<Answers> {
    questions.iter().fold(vec![Answers::new()], |all, question| {
        let given = partial.get(question);
        let choices = (0..content[*question].choices.len() as u8).map(ChoiceIx);
        let possible: Vec<ChoiceIx> = choices
            .filter(|choice| match given {
                Some(Answer::Choice(given)) => given == choice,
                Some(Answer::NotSure) => !leaving.contains(&(*question, *choice)),
                None => true,
            })
            .collect();
        let with = |known: &Answers, choice: &ChoiceIx| {
            let mut known = known.clone();
            known.insert(*question, Answer::Choice(*choice));
            known
        };
        all.iter().flat_map(|known| possible.iter().map(|choice| with(known, choice))).collect()
    })
}

fn in_words(content: &Content, answers: &Answers) -> String {
    let word = |(question, answer): (&QuestionIx, &Answer)| {
        let question = &content[*question];
        match answer {
            Answer::NotSure => format!("{}=?", question.id),
            Answer::Choice(choice) => {
                format!("{}={}", question.id, question.choices[choice.place()].id)
            }
        }
    };
    answers.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// Reproducible pseudo-random numbers (Marsaglia’s xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % limit
    }

    /// An answer to each question, one in six of them “not sure”.
    fn whole(&mut self, content: &Content, questions: &[QuestionIx]) -> Answers {
        let answer = |question: &QuestionIx| {
            let choice = self.below(content[*question].choices.len());
            let answer = Answer::Choice(ChoiceIx(choice as u8));
            (*question, if self.below(6) == 0 { Answer::NotSure } else { answer })
        };
        questions.iter().map(answer).collect()
    }

    /// Answers with so few missing or “not sure” that all ways to complete them can be tested.
    fn partial(&mut self, content: &Content, questions: &[QuestionIx]) -> Answers {
        let mut answers: Answers = questions
            .iter()
            .map(|question| {
                let choice = self.below(content[*question].choices.len());
                (*question, Answer::Choice(ChoiceIx(choice as u8)))
            })
            .collect();
        let mut ways = 1;
        while !questions.is_empty() && ways < 200 {
            let question = questions[self.below(questions.len())];
            ways *= content[question].choices.len();
            if self.below(2) == 0 {
                answers.remove(&question);
            } else {
                answers.insert(question, Answer::NotSure);
            }
        }
        answers
    }
}

fn shipped() -> Loaded {
    load(&repository().join("content")).unwrap_or_else(|problems| panic!("{problems}"))
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
