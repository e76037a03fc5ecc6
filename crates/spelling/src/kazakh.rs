//! Removes the endings of Kazakh words, because the dictionary knows only stems with at most one ending.

use std::collections::BTreeSet;

const ENDINGS: &str = include_str!("kazakh.endings");

/// A verb without an ending of person or tense is a familiar imperative, which the tool never uses.
const UNFINISHED: [&str; 2] = ["verb", "negated"];

/// The endings of the language, and what each can follow.
pub(crate) struct Endings(Vec<Ending>);

/// One form of an ending, which depends on the preceding sounds.
struct Ending {
    state: &'static str,
    follows: Vec<&'static str>,
    form: String,
    after: After,
}

/// What must precede a form.
#[derive(Clone, Copy, Default)]
struct After {
    /// Back or front vowels, or `None` if the form has neither.
    back: Option<bool>,
    /// The final sounds that require this form. Empty means all.
    sounds: &'static [Sound],
}

/// The last sound of a word, as far as endings depend on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    Vowel,
    Glide,
    L,
    Nasal,
    Buzz,
    Voiceless,
}

use Sound::{Buzz, Glide, L, Nasal, Voiceless, Vowel};

const ALL: &[Sound] = &[Vowel, Glide, L, Nasal, Buzz, Voiceless];
const VOICED: &[Sound] = &[Vowel, Glide, L, Nasal, Buzz];
const CONSONANT: &[Sound] = &[Glide, L, Nasal, Buzz, Voiceless];

/// The letters that a capital at the start of an ending represents, and the sounds that require each.
fn first_letters(capital: char) -> Option<&'static [(&'static str, &'static [Sound])]> {
    Some(match capital {
        'L' => &[("л", &[Vowel, Glide]), ("д", &[L, Nasal, Buzz]), ("т", &[Voiceless])],
        'N' => &[("н", &[Vowel, Nasal]), ("д", &[Glide, L, Buzz]), ("т", &[Voiceless])],
        'B' => &[("н", &[Vowel]), ("д", &[Glide, L, Nasal, Buzz]), ("т", &[Voiceless])],
        'E' => &[("н", &[Nasal]), ("д", &[Vowel, Glide, L, Buzz]), ("т", &[Voiceless])],
        'D' => &[("д", VOICED), ("т", &[Voiceless])],
        'P' => &[("м", &[Vowel, Glide, L, Nasal]), ("б", &[Buzz]), ("п", &[Voiceless])],
        'M' => &[("м", &[Vowel, Glide, L]), ("б", &[Nasal, Buzz]), ("п", &[Voiceless])],
        'G' => &[("G", VOICED), ("K", &[Voiceless])],
        'Y' => &[("й", &[Vowel]), ("A", CONSONANT)],
        _ => return None,
    })
}

impl Endings {
    /// The endings of `kazakh.endings`.
    pub(crate) fn read() -> Endings {
        let lines = ENDINGS.lines().filter(|line| !line.starts_with('#'));
        Endings(lines.filter_map(line).flatten().collect())
    }

    /// The stem of which the word is a form, if one is known.
    pub(crate) fn stem(&self, word: &str, is_stem: impl Fn(&str) -> bool) -> Option<String> {
        let word = word.to_lowercase().replace('я', "йа").replace('ю', "йу");
        let states: BTreeSet<&str> = self.0.iter().map(|ending| ending.state).collect();
        let mut whole = states.into_iter().filter(|state| !UNFINISHED.contains(state));
        whole.find_map(|state| self.take_off(&word, state, &is_stem))
    }

    /// Like [`Endings::stem`], for a word that must end in this state.
    fn take_off(&self, word: &str, state: &str, is_stem: &impl Fn(&str) -> bool) -> Option<String> {
        let itself = match state {
            "noun" => Some(written(word)).filter(|noun| is_stem(noun)),
            "verb" => infinitives(word).into_iter().find(|infinitive| is_stem(infinitive)),
            _ => None,
        };
        itself.or_else(|| {
            let endings = self.0.iter().filter(|ending| ending.state == state);
            endings.into_iter().find_map(|ending| {
                let stems = ending.stems(word);
                let mut before = stems
                    .iter()
                    .flat_map(|stem| ending.follows.iter().map(move |follows| (stem, *follows)));
                before.find_map(|(stem, follows)| self.take_off(stem, follows, is_stem))
            })
        })
    }
}

/// `state < states: endings`
fn line(line: &'static str) -> Option<Vec<Ending>> {
    let (states, endings) = line.split_once(':')?;
    let (state, follows) = states.split_once('<')?;
    let follows: Vec<&str> = follows.split_whitespace().collect();
    let forms = endings.split_whitespace().flat_map(forms);
    Some(
        forms
            .map(|(form, after)| Ending {
                state: state.trim(),
                follows: follows.clone(),
                form,
                after,
            })
            .collect(),
    )
}

/// All forms of an ending written with capitals and brackets.
fn forms(pattern: &str) -> Vec<(String, After)> {
    let begun = match pattern.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((optional, rest)) if "AI".contains(optional) => {
            vec![(format!("{optional}{rest}"), CONSONANT), (rest.to_owned(), &[Vowel][..])]
        }
        Some((optional, rest)) => {
            vec![(format!("{optional}{rest}"), &[Vowel][..]), (rest.to_owned(), CONSONANT)]
        }
        None => with_first_letter(pattern),
    };
    begun.into_iter().flat_map(|(form, sounds)| in_harmony(&form, sounds)).collect()
}

fn with_first_letter(pattern: &str) -> Vec<(String, &'static [Sound])> {
    let mut rest = pattern.chars();
    match rest.next().and_then(first_letters) {
        Some(letters) => letters
            .iter()
            .map(|(first, sounds)| (format!("{first}{}", rest.as_str()), *sounds))
            .collect(),
        None => vec![(pattern.to_owned(), ALL)],
    }
}

/// The forms for back and front vowels, or a single one if they are the same.
fn in_harmony(form: &str, sounds: &'static [Sound]) -> Vec<(String, After)> {
    let spell = |letters: [&str; 4]| {
        let [a, i, k, g] = letters;
        form.replace('A', a).replace('I', i).replace('K', k).replace('G', g)
    };
    let (back, front) = (spell(["а", "ы", "қ", "ғ"]), spell(["е", "і", "к", "г"]));
    if back == front {
        return vec![(back, After { back: None, sounds })];
    }
    vec![(back, After { back: Some(true), sounds }), (front, After { back: Some(false), sounds })]
}

impl Ending {
    /// What the word may have been before this ending was added. Empty if the ending does not fit.
    fn stems(&self, word: &str) -> Vec<String> {
        let Some(stem) = word.strip_suffix(self.form.as_str()) else { return Vec::new() };
        let mut stems = vec![stem.to_owned()];
        if self.form.starts_with(['а', 'е', 'ы', 'і', 'у']) {
            stems.extend(unvoiced(stem));
        }
        stems.retain(|stem| self.after.fits(stem));
        stems
    }
}

impl After {
    fn fits(&self, stem: &str) -> bool {
        let fits_vowels = match (self.back, is_back(stem)) {
            (Some(wanted), Some(found)) => wanted == found,
            _ => true,
        };
        stem.chars().count() > 1
            && fits_vowels
            && last_sound(stem).is_some_and(|sound| self.sounds.contains(&sound))
    }
}

/// The stem with its original voiceless sound, which became voiced before a vowel: `сыйлығ` was `сыйлық`.
fn unvoiced(stem: &str) -> Option<String> {
    let pairs = [('ғ', "қ"), ('г', "к"), ('б', "п")];
    pairs.iter().find_map(|(voiced, voiceless)| {
        stem.strip_suffix(*voiced).map(|rest| format!("{rest}{voiceless}"))
    })
}

/// Whether the last vowel is a back vowel, or `None` if the word does not show it. `у` before a consonant occurs in
/// loanwords (`ресурс`); at the end it follows the vowel before it (`беру`).
fn is_back(stem: &str) -> Option<bool> {
    let at_end = stem.ends_with('у');
    stem.chars().rev().find_map(|letter| match letter {
        'у' if !at_end => Some(true),
        'а' | 'о' | 'ұ' | 'ы' | 'ё' => Some(true),
        'ә' | 'е' | 'ө' | 'ү' | 'і' => Some(false),
        _ => None,
    })
}

fn last_sound(stem: &str) -> Option<Sound> {
    Some(match stem.chars().next_back()? {
        'а' | 'ә' | 'е' | 'ё' | 'о' | 'ө' | 'ұ' | 'ү' | 'ы' | 'і' | 'э' => Vowel,
        'р' | 'й' | 'у' | 'и' => Glide,
        'л' => L,
        'м' | 'н' | 'ң' => Nasal,
        'з' | 'ж' => Buzz,
        _ => Voiceless,
    })
}

/// The spelling: `й` merges with the vowel after it.
fn written(word: &str) -> String {
    word.replace("йа", "я").replace("йу", "ю")
}

/// The infinitives under which a dictionary may list a verb: `істе` under `істеу`, `таны` under `тану`, `шек` under
/// `шегу`.
fn infinitives(verb: &str) -> Vec<String> {
    let shortened = verb.strip_suffix(['ы', 'і']);
    let shortened = shortened.filter(|stem| last_sound(stem) != Some(Vowel)).unwrap_or(verb);
    let voiced = [('қ', "ғ"), ('к', "г"), ('п', "б")].iter().find_map(|(voiceless, voiced)| {
        verb.strip_suffix(*voiceless).map(|rest| format!("{rest}{voiced}"))
    });
    let stems = [Some(shortened.to_owned()), voiced];
    stems.into_iter().flatten().map(|stem| written(&format!("{stem}у"))).collect()
}
