//! Finds situations by the words that people type about what they are about to do.

use crate::{Content, Index, Lang, People, Query, Situation, SituationIx};

/// A keyword of one word is most significant; the words of a phrase often occur elsewhere too. A summary also
/// mentions related things.
const KEYWORD: u32 = 3;
const PHRASE: u32 = 2;
const TITLE: u32 = 2;
const SUMMARY: u32 = 1;

/// A search index of the situations, in all languages at once.
#[derive(Clone, Debug)]
pub struct Finder {
    index: Index,
}

impl Finder {
    /// The search index of the situations of this content.
    pub fn new(content: &Content) -> Finder {
        Finder { index: Index::new(content.situations.iter().map(texts)) }
    }

    /// The situations that these people see and that match the query, best match first.
    pub fn find(&self, content: &Content, people: People, query: &Query) -> Vec<SituationIx> {
        let seen: Vec<SituationIx> = content.situations_for(people).collect();
        let places: Vec<usize> = seen.iter().map(|situation| situation.place()).collect();
        let ranked = self.index.rank(query, &places);
        ranked
            .into_iter()
            .filter_map(|place| seen.iter().copied().find(|situation| situation.place() == place))
            .collect()
    }
}

fn texts(situation: &Situation) -> Vec<(&str, u32)> {
    let keywords = Lang::ALL.into_iter().flat_map(|lang| situation.keywords.get(lang).split(';'));
    let keywords = keywords.map(|keyword| {
        let weight = if keyword.bytes().any(|byte| byte == b' ') { PHRASE } else { KEYWORD };
        (keyword, weight)
    });
    let names = Lang::ALL.into_iter().flat_map(|lang| {
        [(situation.title.get(lang), TITLE), (situation.summary.get(lang), SUMMARY)]
    });
    keywords.chain(names).collect()
}
