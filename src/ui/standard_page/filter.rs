//! Filters the clauses by words, by the people concerned, by kind and by situation.

use std::rc::Rc;

use adal_core::{ClauseIx, Kind, NgoBearing, People, PersonIx, Query, SituationIx};
use yew::prelude::*;

use crate::embedded::content;
use crate::ids::Id;
use crate::ui::parts::kind_badge::kind_word;
use crate::ui::parts::select::select;
use crate::ui::standard_page::more::situations_of;
use crate::ui::standard_page::search::found;
use crate::words::Words;

/// The kinds, in the order of the list.
pub(crate) const KINDS: [Kind; 7] = [
    Kind::Prohibition,
    Kind::Restriction,
    Kind::Duty,
    Kind::Right,
    Kind::Recommendation,
    Kind::Measure,
    Kind::Provision,
];

/// The current filter. It is lost with the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wish {
    typed: String,
    query: Option<Rc<Query>>,
    person: Option<PersonIx>,
    kind: Option<Kind>,
    situation: Option<SituationIx>,
}

/// A change of the filter.
#[derive(Clone, Debug)]
pub enum Change {
    /// Clauses that match the search text.
    Words(String),
    /// Clauses that concern this person.
    Person(Option<PersonIx>),
    /// Clauses of this kind.
    Kind(Option<Kind>),
    /// Clauses that this situation uses.
    Situation(Option<SituationIx>),
    /// All clauses.
    Everything,
}

impl Reducible for Wish {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Words(typed) => {
                next.query = Query::new(&typed).map(Rc::new);
                next.typed = typed;
            }
            Change::Person(person) => next.person = person,
            Change::Kind(kind) => next.kind = kind,
            Change::Situation(situation) => next.situation = situation,
            Change::Everything => next = Wish::default(),
        }
        Rc::new(next)
    }
}

impl Wish {
    /// Whether each clause passes the filter.
    pub(crate) fn shown(&self) -> Vec<bool> {
        let clauses = (0_u8..).map(ClauseIx).take(content().clauses.len());
        match &self.query {
            Some(query) => {
                clauses.zip(found(query)).map(|(ix, found)| found && self.keeps(ix)).collect()
            }
            None => clauses.map(|ix| self.keeps(ix)).collect(),
        }
    }

    /// The text in the search field.
    pub(crate) fn typed(&self) -> AttrValue {
        self.typed.clone().into()
    }

    /// The words to mark in the text. Clause numbers are not marked.
    pub(crate) fn marked_words(&self) -> Option<Rc<Query>> {
        self.query.clone().filter(|query| query.clause_number().is_none())
    }

    fn keeps(&self, ix: ClauseIx) -> bool {
        let clause = &content()[ix];
        self.kind.is_none_or(|kind| clause.kind == kind)
            && self.person.is_none_or(|person| concerns(ix, person))
            && self.situation.is_none_or(|wanted| situations_of(ix).any(|one| one == wanted))
    }
}

/// Whether the clause binds this person or, for a person whom the Standard does not bind, concerns them.
fn concerns(ix: ClauseIx, person: PersonIx) -> bool {
    let clause = &content()[ix];
    let concerned = content().concerned(People::NOBODY.with(person));
    if concerned.contains(content().profile.staff) {
        clause.binds.meets(concerned)
    } else {
        clause.ngo != NgoBearing::None
    }
}

/// Three lists: people, kind, situation.
pub(crate) fn filter(wish: &Wish, words: Words, on_change: &Callback<Change>) -> Html {
    let lang = words.lang();
    let people = content().people.iter().map(|person| person.name.get(lang).into()).collect();
    let situations = content().situations.iter().map(|one| one.title.get(lang).into()).collect();
    let kinds = KINDS.into_iter().map(|kind| kind_word(kind, words)).collect();
    let kind_place = wish.kind.and_then(|kind| KINDS.iter().position(|other| *other == kind));
    let list = |id,
                label,
                options: Vec<AttrValue>,
                chosen: Option<usize>,
                change: fn(Option<u8>) -> Change| {
        let options: Vec<AttrValue> = [words.filter_all()].into_iter().chain(options).collect();
        let chosen = chosen.map_or(0, |place| place + 1);
        let on_choose = on_change.reform(move |place| change(place_in_list(place)));
        select(id, label, &options, chosen, &on_choose)
    };
    let person = wish.person.map(PersonIx::place);
    let situation = wish.situation.map(SituationIx::place);
    html! {
        <div class="adal-filter">
            { list(Id("filter-person"), words.filter_person(), people, person, |place| Change::Person(place.map(PersonIx))) }
            { list(Id("filter-kind"), words.filter_kind(), kinds, kind_place, |place| Change::Kind(place.and_then(kind_at))) }
            { list(Id("filter-situation"), words.filter_situation(), situations, situation, |place| Change::Situation(place.map(SituationIx))) }
        </div>
    }
}

/// The index in a list of the content. In the control, “all” comes before it.
fn place_in_list(place: usize) -> Option<u8> {
    place.checked_sub(1).and_then(|place| u8::try_from(place).ok())
}

fn kind_at(place: u8) -> Option<Kind> {
    KINDS.get(usize::from(place)).copied()
}
