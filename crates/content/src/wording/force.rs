//! `force.toml`: the words with which each language prohibits, obliges, recommends and entitles. What one language
//! prohibits no other may merely advise.

use std::collections::BTreeSet;
use std::sync::Arc;

use adal_core::{Kind, Lang};

use super::phrase::{Phrase, unquoted, words};
use crate::problem::{Place, Problems, SourceFile};
use crate::raw::{self, Worded};
use crate::read::{Folder, Items, only_list};

/// Kinds of clause that ask something of people, the weakest first. Each needs its words.
const FORCES: [Kind; 5] =
    [Kind::Right, Kind::Recommendation, Kind::Duty, Kind::Restriction, Kind::Prohibition];

/// From this place in [`FORCES`] on they bind. One clause may have two such forces.
const BINDING: usize = 2;

/// The words of each force.
#[derive(Default)]
pub(crate) struct Force(Vec<Marker>);

/// Words of one force in one language.
struct Marker {
    kind: Kind,
    lang: Lang,
    phrase: Phrase,
    /// Whether they count only where the reader is told what to do: “clauses do not say” prohibits nothing.
    told: bool,
}

/// Whom a text speaks about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speech {
    /// It says what people must do.
    About,
    /// It tells the reader what to do.
    Told,
}

impl Force {
    /// Reads the words of each force.
    pub(crate) fn load(folder: &mut Folder, problems: &mut Problems) -> Force {
        let before = problems.len();
        let file = folder.required("force.toml", problems);
        let items: Items<raw::Force> = only_list(file.as_ref(), "force", problems);
        let mut force = Force::default();
        for raw in items.good.iter().map(toml::Spanned::get_ref) {
            for lang in Lang::ALL {
                for (phrases, told) in [(&raw.words, false), (&raw.told, true)] {
                    let kind = raw.kind.get_ref().0;
                    let phrases = phrases.of(lang).iter().map(|words| Phrase::new(words.get_ref()));
                    force.0.extend(phrases.map(|phrase| Marker { kind, lang, phrase, told }));
                }
            }
        }
        if let Some(file) = file.filter(|_| items.is_whole()) {
            force.each_is_there(&file, problems);
        }
        // With a gap in the words every text would be wrong.
        if problems.len() == before { force } else { Force::default() }
    }

    fn each_is_there(&self, file: &Arc<SourceFile>, problems: &mut Problems) {
        for (kind, lang) in FORCES.into_iter().flat_map(|kind| Lang::ALL.map(|lang| (kind, lang))) {
            let is_there = |marker: &Marker| {
                (marker.kind, marker.lang, marker.told) == (kind, lang, false)
                    && !marker.phrase.is_empty()
            };
            if !self.0.iter().any(is_there) {
                let (kind, tag) = (kind.word(), lang.tag());
                problems
                    .add(&Place::whole(file), format!("no words for a {kind} in {tag}"))
                    .help(format!("list them under `words.{tag}` of `kind = \"{kind}\"`"));
            }
        }
    }

    /// The places in [`FORCES`] of all that a text says. Of two phrases at one place the longer counts: “must not” is
    /// no “must”.
    fn of(&self, lang: Lang, text: &str, speech: Speech) -> BTreeSet<usize> {
        let words = words(&unquoted(text));
        let mut found = BTreeSet::new();
        let mut at = 0;
        while at < words.len() {
            let counts =
                |marker: &&Marker| marker.lang == lang && (speech == Speech::Told || !marker.told);
            let longest = self
                .0
                .iter()
                .filter(counts)
                .filter_map(|marker| Some((marker.phrase.begins(&words[at..])?, marker.kind)))
                .max_by_key(|(length, _)| *length);
            found.extend(longest.and_then(|(_, kind)| strength(kind)));
            at += longest.map_or(1, |(length, _)| length);
        }
        found
    }

    /// Reports a text that speaks with more force in one language than in another.
    pub(crate) fn same(
        &self,
        text: &raw::Text,
        speech: Speech,
        place: &Place,
        problems: &mut Problems,
    ) {
        let said =
            Lang::ALL.map(|lang| text.of(lang).map(|said| self.of(lang, said.get_ref(), speech)));
        let [Some(kk), Some(ru), Some(en)] = said else { return };
        if (kk == ru && ru == en) || self.0.is_empty() {
            return;
        }
        let in_words = |found: &BTreeSet<usize>| match found.len() {
            0 => "nothing".to_owned(),
            _ => found.iter().map(|at| FORCES[*at].word()).collect::<Vec<_>>().join(" and "),
        };
        let [kk, ru, en] = [kk, ru, en].map(|found| in_words(&found));
        let span = text.kk.as_ref().map(toml::Spanned::span);
        let place = span.map_or_else(|| place.clone(), |span| Place::at(&place.file, span));
        problems
            .add(&place, format!("the force differs: {kk} in kk, {ru} in ru, {en} in en"))
            .help("say the same in each language; force.toml lists the words");
    }

    /// Reports a plain sentence that lacks the force of its clause in some language, or has more.
    pub(crate) fn plain(
        &self,
        kind: Kind,
        text: &raw::Text,
        place: &Place,
        problems: &mut Problems,
    ) {
        self.same(text, Speech::About, place, problems);
        let Some(own) = strength(kind).filter(|_| !self.0.is_empty()) else { return };
        for lang in Lang::ALL {
            let Some(said) = text.of(lang) else { continue };
            let place = Place::at(&place.file, said.span());
            let found = self.of(lang, said.get_ref(), Speech::About);
            let kind = kind.word();
            if !found.contains(&own) {
                problems
                    .add(&place, format!("nothing says that this is a {kind}"))
                    .help("use one of the words that force.toml lists for it");
            }
            let stronger = found.iter().rfind(|at| own < BINDING && **at > own);
            if let Some(stronger) = stronger {
                let stronger = FORCES[*stronger].word();
                problems
                    .add(
                        &place,
                        format!("the clause is a {kind}, but this sentence states a {stronger}"),
                    )
                    .help("say no more than the clause does");
            }
        }
    }
}

/// The place of a kind in [`FORCES`]; none if it asks nothing.
fn strength(kind: Kind) -> Option<usize> {
    FORCES.iter().position(|force| *force == kind)
}
