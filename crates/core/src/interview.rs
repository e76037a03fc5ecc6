//! Backward chaining: a question is asked because a rule that is not decided yet needs it.

use crate::{Answers, Case, Content, QuestionIx, Rule, Truth};

/// Where the interview stands for a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// The answers that count, as [`live`] finds them.
    pub live: Answers,
    /// The answered questions in the order of asking.
    pub asked: Vec<QuestionIx>,
    /// The next question; none when nothing is left that could change a rule.
    pub next: Option<QuestionIx>,
    /// How many questions can follow at most, the next one included. Along a path it only falls.
    pub at_most_left: usize,
}

/// Where the interview stands: what counts, what comes next, how much can be left.
pub fn interview(content: &Content, case: &Case) -> Interview {
    let order = content.questions_for(case);
    let mut live = Answers::new();
    let mut asked = Vec::new();
    loop {
        let open = open_questions(content, case, &live);
        let answered = order
            .iter()
            .find(|question| open.needed.contains(question) && case.answers.contains_key(question));
        match answered.and_then(|question| Some((*question, *case.answers.get(question)?))) {
            Some((question, answer)) => {
                live.insert(question, answer);
                asked.push(question);
            }
            None => {
                let next = order.iter().copied().find(|question| open.needed.contains(question));
                asked.sort_unstable_by_key(|question| {
                    order.iter().position(|other| other == question)
                });
                return Interview { live, asked, next, at_most_left: open.possible.len() };
            }
        }
    }
}

/// The answers that count: those to questions that the interview would ask, given the ones before.
///
/// Answers to questions that are off the path stay stored in the case, and are never shown as reasons.
pub fn live(content: &Content, case: &Case) -> Answers {
    interview(content, case).live
}

/// The unanswered questions that the rules need next, and all that could still follow.
struct Open {
    needed: Vec<QuestionIx>,
    possible: Vec<QuestionIx>,
}

/// A rule needs what decides it; once it holds, it needs what decides its parts: effect, reasons, readings and steps.
fn open_questions(content: &Content, case: &Case, answers: &Answers) -> Open {
    let mut open = Open { needed: Vec::new(), possible: Vec::new() };
    let note = |list: &mut Vec<QuestionIx>, question| {
        if !answers.contains_key(&question) && !list.contains(&question) {
            list.push(question);
        }
    };
    let rules = || content.rules_for(case).map(|rule| &content[rule]);
    // What never stands alone need not be asked about where nothing can stand beside it.
    let alone = |rule: &Rule| content[rule.clause].never_alone;
    let accompanied = rules().any(|rule| {
        !alone(rule) && rule.can_prohibit() && rule.when.truth(answers) != Truth::No
    });
    for rule in rules().filter(|rule| accompanied || !alone(rule)) {
        match rule.when.truth(answers) {
            Truth::No => {}
            Truth::Unknown => {
                rule.when.for_each_remaining(answers, &mut |q| note(&mut open.needed, q));
                rule.when.for_each_remaining(answers, &mut |q| note(&mut open.possible, q));
                rule.for_each_part_remaining(answers, &mut |q| note(&mut open.possible, q));
            }
            Truth::Yes => {
                rule.for_each_part_remaining(answers, &mut |q| note(&mut open.needed, q));
                rule.for_each_part_remaining(answers, &mut |q| note(&mut open.possible, q));
            }
        }
    }
    open
}
