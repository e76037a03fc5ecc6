//! Backward chaining: a question is asked because a rule that is not decided yet needs it.

use crate::{Answers, Case, Content, QuestionIx};

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
            .find(|question| open.contains(question) && case.answers.contains_key(question));
        match answered.and_then(|question| Some((*question, *case.answers.get(question)?))) {
            Some((question, answer)) => {
                live.insert(question, answer);
                asked.push(question);
            }
            None => {
                let next = order.iter().copied().find(|question| open.contains(question));
                asked.sort_unstable_by_key(|question| {
                    order.iter().position(|other| other == question)
                });
                return Interview { live, asked, next, at_most_left: open.len() };
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

/// The unanswered questions in what is left of the undecided rules.
fn open_questions(content: &Content, case: &Case, answers: &Answers) -> Vec<QuestionIx> {
    let mut open = Vec::new();
    for rule in content.undecided(case, answers) {
        content[rule].when.for_each_remaining(answers, &mut |question| {
            if !answers.contains_key(&question) && !open.contains(&question) {
                open.push(question);
            }
        });
    }
    open
}
