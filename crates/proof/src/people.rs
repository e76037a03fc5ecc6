//! Who can ask.

use adal_core::{Content, People, PersonIx};

/// Every kind of person that can ask: those who stand alone, and all ways in which the others combine.
pub fn kinds_of_people(content: &Content) -> Vec<People> {
    let indices = || (0_u8..).map(PersonIx).zip(&content.people);
    let combine: Vec<PersonIx> =
        indices().filter(|(_, person)| !person.alone).map(|(ix, _)| ix).collect();
    let mut kinds: Vec<People> = Vec::new();
    for chosen in 1..1_u32 << combine.len() {
        let people: People = (0_u32..)
            .zip(&combine)
            .filter(|(bit, _)| chosen & (1 << bit) != 0)
            .map(|(_, person)| *person)
            .collect();
        // "Manager" and "employee and manager" are the same kind: a manager is an employee too.
        let people = content.concerned(people);
        if !kinds.contains(&people) {
            kinds.push(people);
        }
    }
    kinds.extend(
        indices().filter(|(_, person)| person.alone).map(|(ix, _)| People::NOBODY.with(ix)),
    );
    kinds
}
