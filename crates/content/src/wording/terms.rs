//! `terms.toml`: one name for one thing, in each language.

use adal_core::Lang;
use toml::Spanned;

use super::OwnText;
use super::phrase::{Phrase, unquoted, words};
use crate::problem::{Place, Problems};
use crate::raw;
use crate::read::{Folder, Items, only_list};

/// Words that are not to be used, and what is to be said in their place.
struct Avoided<'t> {
    lang: Lang,
    phrase: Phrase,
    name: &'t str,
}

/// Reports texts that call a thing by another name than its own, and what is wrong with the list of names itself.
pub(super) fn check(texts: &[OwnText], folder: &mut Folder, problems: &mut Problems) {
    let file = folder.required("terms.toml", problems);
    let terms: Items<raw::Named> = only_list(file.as_ref(), "term", problems);
    let Some(file) = file else { return };
    let terms: Vec<&raw::Named> = terms.good.iter().map(Spanned::get_ref).collect();
    let mut all = Vec::new();
    for term in &terms {
        for lang in Lang::ALL {
            let Some(name) = term.name.of(lang) else {
                let near = Lang::ALL.into_iter().find_map(|lang| term.name.of(lang));
                let place =
                    near.map_or_else(|| Place::whole(&file), |n| Place::at(&file, n.span()));
                problems
                    .add(&place, format!("missing translation: `name.{}`", lang.tag()))
                    .help("a thing has a name in Kazakh, Russian and English");
                continue;
            };
            for avoided in term.avoid.of(lang) {
                let phrase = Phrase::new(avoided.get_ref());
                let place = Place::at(&file, avoided.span());
                if can_be_avoided(&phrase, avoided.get_ref(), &terms, lang, &place, problems) {
                    all.push(Avoided { lang, phrase, name: name.get_ref() });
                }
            }
        }
        if let Some(name) = term.name.kk.as_ref().filter(|_| term.avoid.is_empty()) {
            problems
                .add(&Place::at(&file, name.span()), "`avoid` lists no other name")
                .help("list what else this could be called, or take the term out");
        }
    }
    for text in texts {
        call_by_name(text, &all, problems);
    }
}

/// A name cannot be avoided, nor can what has no word.
fn can_be_avoided(
    phrase: &Phrase,
    avoided: &str,
    terms: &[&raw::Named],
    lang: Lang,
    place: &Place,
    problems: &mut Problems,
) -> bool {
    let before = problems.len();
    if phrase.is_empty() {
        problems.add(place, "there is no word in this").help("write a word, or take it out");
    }
    let names = terms.iter().filter_map(|term| term.name.of(lang));
    for name in names.filter(|name| phrase.find(&words(name.get_ref())).is_some()) {
        problems
            .add(place, format!("“{avoided}” is part of the name “{}”", name.get_ref()))
            .help("take it out, or give the thing another name");
    }
    problems.len() == before
}

fn call_by_name(text: &OwnText, avoided: &[Avoided], problems: &mut Problems) {
    let said = words(&unquoted(&text.words));
    for avoided in avoided.iter().filter(|avoided| avoided.lang == text.lang) {
        if let Some(found) = avoided.phrase.find(&said) {
            problems
                .add(&text.place, format!("“{found}” is another name for “{}”", avoided.name))
                .help("each thing has one name: see terms.toml");
        }
    }
}
