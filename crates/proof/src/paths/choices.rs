//! Choices of equal effect: two choices of a question that always have the same outcome must declare it, and no
//! others may.

use std::collections::BTreeSet;

use adal_content::{Loaded, Place, Problems};
use adal_core::{Answer, Answers, ChoiceIx, Content, QuestionIx};

/// Two choices of a question, in their order.
type Pair = (QuestionIx, ChoiceIx, ChoiceIx);

/// What was found about questions in all situations.
#[derive(Debug, Default)]
pub(super) struct Choices {
    /// The questions whose answer changes something.
    asked: BTreeSet<QuestionIx>,
    /// The choices that have different outcomes somewhere.
    apart: BTreeSet<Pair>,
}

impl Choices {
    /// Records that the answer to a question changes something.
    pub(super) fn note(&mut self, question: QuestionIx) {
        self.asked.insert(question);
    }

    /// Records two choices with different outcomes.
    pub(super) fn note_apart(&mut self, question: QuestionIx, upper: ChoiceIx, lower: ChoiceIx) {
        self.apart.insert((question, upper, lower));
    }

    /// Whether the answer to the question ever changes something.
    pub(super) fn matters(&self, question: QuestionIx) -> bool {
        self.asked.contains(&question)
    }

    /// Reports missing and wrong declarations of equal effect.
    pub(super) fn check(&self, loaded: &Loaded, equal: &mut Problems, unequal: &mut Problems) {
        // Questions that change nothing are reported elsewhere.
        for question in &self.asked {
            let choices = loaded.content[*question].choices.len() as u8;
            for lower in (0..choices).map(ChoiceIx) {
                self.check_choice(loaded, *question, lower, equal, unequal);
            }
        }
    }

    fn check_choice(
        &self,
        loaded: &Loaded,
        question: QuestionIx,
        lower: ChoiceIx,
        equal: &mut Problems,
        unequal: &mut Problems,
    ) {
        let id = |choice: ChoiceIx| &loaded.content[question].choices[choice.place()].id;
        let is_equal = |upper: &ChoiceIx| {
            !self.apart.contains(&(question, *upper, lower))
                && !told_apart(&loaded.content, question, *upper, lower)
        };
        match loaded.declared.same_as.get(&(question, lower)) {
            Some((upper, place)) if !is_equal(upper) => {
                let message = format!(
                    "for the Standard, `{}` is not the same as `{}`",
                    id(lower),
                    id(*upper)
                );
                unequal
                    .add(place, message)
                    .help("with some answers they lead to different clauses: take `same-as` out");
            }
            Some(_) => {}
            None => {
                if let Some(upper) = (0..lower.0).map(ChoiceIx).find(is_equal) {
                    let (lower_id, upper_id) = (id(lower), id(upper));
                    let message =
                        format!("for the Standard, `{lower_id}` is the same as `{upper_id}`");
                    let help = format!(
                        "make one choice of the two, or write `same-as = \"{upper_id}\"` if people \
                         would miss one of them"
                    );
                    equal.add(place(loaded, question, lower), message).help(help);
                }
            }
        }
    }
}

/// Whether a remark or a pointer depends on which of the choices was given.
fn told_apart(content: &Content, question: QuestionIx, one: ChoiceIx, other: ChoiceIx) -> bool {
    let pointers = content.situations.iter().flat_map(|situation| &situation.pointers);
    let carried = pointers.clone().flat_map(|pointer| pointer.carry.iter().map(|one| &one.when));
    let remarks = content.remarks.iter().map(|remark| &remark.when);
    let mut all = pointers.map(|pointer| &pointer.when).chain(carried).chain(remarks);
    all.any(|when| {
        let with = |choice| when.remaining(&Answers::from([(question, Answer::Choice(choice))]));
        with(one) != with(other)
    })
}

/// Where the choice is in the file, or the question if the choice has no position of its own.
fn place(loaded: &Loaded, question: QuestionIx, choice: ChoiceIx) -> &Place {
    let choices = &loaded.origins.choices[question.place()];
    choices.get(choice.place()).unwrap_or(&loaded.origins.questions[question.place()])
}
