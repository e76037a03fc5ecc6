//! Combinations of people.

use adal_core::{Content, People, PersonIx};

/// Every combination of people who can ask: those who cannot be combined, and all combinations of the others.
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
        // "Manager" and "employee and manager" are the same, because a manager is also an employee.
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
