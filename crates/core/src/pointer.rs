//! Pointers: links to another situation that fits the answers. The answers are carried over, so that nothing is asked
//! twice.

use crate::{Answer, Answers, Case, Content, Pointer, SituationIx, Truth, sort_by_key};

/// A link to another situation, offered for the given answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The situation that offers it.
    pub from: SituationIx,
    /// Its index among the pointers of that situation.
    pub pointer: usize,
    /// The situation that it leads to.
    pub to: SituationIx,
}

impl Offer {
    /// The pointer itself.
    pub fn pointer(self, content: &Content) -> Option<&Pointer> {
        content[self.from].pointers.get(self.pointer)
    }

    /// The case after accepting the offer: with the other situation, and with the answers that carry over. Answers
    /// already given there are kept.
    pub fn follow(self, content: &Content, case: &Case, live: &Answers) -> Case {
        let mut next = case.clone();
        let Some(pointer) = self.pointer(content) else { return next };
        if pointer.moves {
            next.situations.retain(|situation| *situation != self.from);
        }
        if !next.situations.contains(&self.to) {
            next.situations.push(self.to);
            sort_by_key(&mut next.situations, |situation| *situation);
        }
        for carried in &pointer.carry {
            let (question, choice) = carried.item;
            if carried.when.truth(live) == Truth::Yes {
                next.answers.entry(question).or_insert(Answer::Choice(choice));
            }
        }
        next
    }
}

/// The offers for the live answers that lead to situations not selected yet, one per situation.
pub fn offers(content: &Content, case: &Case, live: &Answers) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    for from in &case.situations {
        for (place, pointer) in content[*from].pointers.iter().enumerate() {
            let offer = Offer { from: *from, pointer: place, to: pointer.to };
            let is_theirs =
                || content.situations_for(case.people).any(|situation| situation == offer.to);
            if pointer.when.truth(live) == Truth::Yes
                && !case.situations.contains(&offer.to)
                && !offers.iter().any(|other| other.to == offer.to)
                && is_theirs()
            {
                offers.push(offer);
            }
        }
    }
    offers
}
