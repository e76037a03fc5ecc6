//! Pointers: answers that belong to another situation lead there and go with the person, so that nothing is asked twice.

use crate::{Answer, Answers, Case, Content, Pointer, SituationIx, Truth};

/// A way to another situation that these answers offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The situation from which it leads.
    pub from: SituationIx,
    /// Its place among the pointers of that situation.
    pub pointer: usize,
    /// The situation to which it leads.
    pub to: SituationIx,
}

impl Offer {
    /// The pointer itself.
    pub fn pointer(self, content: &Content) -> Option<&Pointer> {
        content[self.from].pointers.get(self.pointer)
    }

    /// The case of a person who takes it: with the other situation, and with the answers that go there.
    /// What was answered there before is left as it is.
    pub fn follow(self, content: &Content, case: &Case, live: &Answers) -> Case {
        let mut next = case.clone();
        let Some(pointer) = self.pointer(content) else { return next };
        if pointer.moves {
            next.situations.retain(|situation| *situation != self.from);
        }
        if !next.situations.contains(&self.to) {
            next.situations.push(self.to);
            next.situations.sort_unstable();
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

/// The ways that the live answers offer to situations that were not chosen, one for each situation.
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
