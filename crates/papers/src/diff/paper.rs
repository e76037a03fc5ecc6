//! The document about differences: what a person would see before and after, in words that an officer can sign.

use adal_content::{ItemKind, Loaded, PartName, Problems, Signer, Words};
use adal_core::{Content, Lang, Text};

use super::{
    After, CaseChange, ConditionsInWords, Difference, ItemChange, Outcome, PartChange, Stale, diff,
};
use crate::document::{Block, Document};
use crate::labels::Labels;

/// All differences, for a reader of this language.
///
/// # Errors
///
/// If the messages of `content/papers/` in the new content are not the ones that the papers use.
pub fn diff_paper(old: &Loaded, new: &Loaded, lang: Lang) -> Result<Document, Problems> {
    let labels = Labels::new(new, lang)?;
    let in_words = ConditionsInWords {
        answers: &|content, when| labels.answers_in_words(content, when),
        law: &|content, law, when| labels.law_in_words(content, law, when),
    };
    let difference = diff(old, new, in_words);
    let writer = Writer { old, new, labels };
    let version = |loaded: &Loaded| format!("{}, {}", loaded.content.version, loaded.content.date);
    let mut blocks = vec![
        Block::Line(format!("{}: {}", labels.old_version(), version(old))),
        Block::Line(format!("{}: {}", labels.new_version(), version(new))),
    ];
    blocks.extend(writer.items(&difference.items));
    blocks.extend(writer.stale(&difference));
    blocks.extend(writer.cases(&difference.cases));
    Ok(Document { lang, title: labels.diff_title(), blocks, sign: sign(labels) })
}

fn sign(labels: Labels) -> Vec<String> {
    vec![labels.sign_here(), labels.post(), labels.name(), labels.signature(), labels.date()]
}

struct Writer<'a> {
    old: &'a Loaded,
    new: &'a Loaded,
    labels: Labels<'a>,
}

impl Writer<'_> {
    fn items(&self, items: &[ItemChange]) -> Vec<Block> {
        if items.is_empty() {
            return vec![Block::Line(self.labels.no_difference())];
        }
        let mut blocks = Vec::new();
        let mut section = None;
        for item in items {
            let own = match item.subjects.as_slice() {
                [one] => Some(one),
                _ => None,
            };
            if section != Some(own) {
                let title = own.map_or(self.labels.shared_title(), |id| self.subject_title(id));
                blocks.push(Block::Heading(title));
                section = Some(own);
            }
            blocks.extend(self.item(item));
        }
        blocks
    }

    fn item(&self, item: &ItemChange) -> Vec<Block> {
        let kind = self.labels.item_kind(item.kind);
        let mut blocks = vec![Block::Item(format!("{kind} {}", item.id))];
        if item.subjects.len() > 1 {
            let titles: Vec<String> =
                item.subjects.iter().map(|id| self.subject_title(id)).collect();
            blocks.push(Block::Line(format!("{}: {}", self.labels.shown_in(), titles.join("; "))));
        }
        blocks.extend(item.parts.iter().map(|part| self.part(item.kind, part)));
        blocks
    }

    fn part(&self, kind: ItemKind, part: &PartChange) -> Block {
        let name = self.labels.part_name(kind, part.name);
        let of = self.which(&part.of);
        let label = if of.is_empty() { name } else { format!("{name}: {of}") };
        let side = |loaded: &Loaded, text: &Option<Text>, lang: Lang| match text {
            Some(text) => self.words(loaded, kind, part.name, text.get(lang), lang),
            None => self.labels.absent(),
        };
        let both = Lang::ALL.map(|lang| {
            (lang, side(self.old, &part.before, lang), side(self.new, &part.after, lang))
        });
        let differing = both.iter().filter(|(_, before, after)| before != after);
        let rows: Vec<(Option<Lang>, String, String)> = differing
            .map(|(lang, before, after)| (Some(*lang), before.clone(), after.clone()))
            .collect();
        Block::Change {
            label,
            before: self.labels.before(),
            after: self.labels.after(),
            rows: merged(rows),
        }
    }

    /// Values that are not text of the content, in words of the language.
    fn words(&self, of: &Loaded, kind: ItemKind, name: PartName, text: &str, lang: Lang) -> String {
        let labels = self.labels.in_language(lang);
        let content = &of.content;
        let each = |title: &dyn Fn(&str) -> Option<String>| {
            let ids = text.split(", ").filter(|id| !id.is_empty());
            ids.map(|id| title(id).unwrap_or_else(|| id.to_owned())).collect::<Vec<_>>().join("\n")
        };
        match (kind, name) {
            (_, PartName::People) => each(&|id| person(content, id, lang)),
            (_, PartName::Questions) => each(&|id| question(content, id, lang)),
            (ItemKind::Rule | ItemKind::Notice, PartName::Steps) => {
                each(&|id| step(content, id, lang))
            }
            (_, PartName::Views) => each(&|view| Some(labels.value("view", view))),
            (ItemKind::Rule, PartName::Binds) => labels.value("binds", text),
            (ItemKind::Pointer, PartName::Effect) => labels.value("pointer", text),
            (ItemKind::Situation, PartName::Effect) => labels.leaves(),
            (_, PartName::Effect) => headline(&of.words, text, lang),
            (_, PartName::Stand) => stand(labels, text),
            (_, PartName::Kind) => labels.value("kind", text),
            (_, PartName::Check) => labels.value("check", text),
            _ => text.to_owned(),
        }
    }

    /// Which one of several parts it is: an answer, several answers, a view.
    fn which(&self, of: &str) -> String {
        let labels = self.labels;
        match of.split_once(' ') {
            Some(("first", number)) => labels.together(number),
            Some((asked, choice)) => [self.new, self.old]
                .into_iter()
                .find_map(|loaded| answer(&loaded.content, asked, choice))
                .map(|(asked, choice)| {
                    labels.answer(asked.get(labels.lang), choice.get(labels.lang))
                })
                .unwrap_or_else(|| of.to_owned()),
            None if ["me", "ngo", "staff", "towards"].contains(&of) => labels.value("view", of),
            None => {
                let asked = question(&self.new.content, of, labels.lang);
                asked
                    .or_else(|| question(&self.old.content, of, labels.lang))
                    .unwrap_or_else(|| of.to_owned())
            }
        }
    }

    fn subject_title(&self, id: &str) -> String {
        if id.contains('.') { self.labels.clause_number(id) } else { self.situation_title(id) }
    }

    fn situation_title(&self, id: &str) -> String {
        let find = |loaded: &Loaded| {
            let situations = &loaded.content.situations;
            let found = situations.iter().find(|situation| situation.id == id);
            found.map(|situation| situation.title.get(self.labels.lang).to_owned())
        };
        find(self.new).or_else(|| find(self.old)).unwrap_or_else(|| id.to_owned())
    }

    fn stale(&self, difference: &Difference) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(self.labels.stale_title())];
        if difference.stale.is_empty() {
            blocks.push(Block::Line(self.labels.none_stale()));
        }
        blocks.extend(difference.stale.iter().map(|stale| Block::Line(self.stale_line(stale))));
        blocks
    }

    fn stale_line(&self, stale: &Stale) -> String {
        let signature = &stale.signature;
        let who = match &signature.signer {
            Signer::Reader(reader) => {
                let reader = self.labels.value("reader", reader.as_word());
                format!("{}: {reader}", self.labels.reviewed_by())
            }
            Signer::Post(post) => {
                format!("{}: {}", self.labels.confirmed_by(), post.get(self.labels.lang))
            }
        };
        let title = self.subject_title(&stale.subject);
        format!("{title}, {}: {who}, {}", signature.lang.tag(), signature.date)
    }

    fn cases(&self, cases: &[CaseChange]) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(self.labels.cases_differ())];
        if cases.is_empty() {
            blocks.push(Block::Line(self.labels.cases_same()));
        }
        for case in cases {
            blocks.push(Block::Item(case.name.replace('-', " ")));
            let after = match &case.after {
                After::Outcome(outcome) => self.outcome(self.new, outcome),
                After::Missing(ids) => {
                    format!("{}: {}", self.labels.missing_items(), ids.join(", "))
                }
            };
            blocks.push(Block::Change {
                label: String::new(),
                before: self.labels.before(),
                after: self.labels.after(),
                rows: vec![(None, self.outcome(self.old, &case.before), after)],
            });
        }
        blocks
    }

    fn outcome(&self, of: &Loaded, outcome: &Outcome) -> String {
        let lang = self.labels.lang;
        let steps: Vec<String> =
            outcome.steps.iter().filter_map(|id| step(&of.content, id, lang)).collect();
        let asks = outcome.asks.as_ref().and_then(|id| question(&of.content, id, lang));
        let lines = [
            (self.labels.outcome(), headline(&of.words, outcome.headline, lang)),
            (self.labels.applies(), outcome.applies.join(", ")),
            (self.labels.may_apply(), outcome.may_apply.join(", ")),
            (self.labels.steps(), steps.join(" ")),
            (self.labels.asks(), asks.unwrap_or_default()),
        ];
        let told = lines.into_iter().filter(|(_, words)| !words.is_empty());
        told.map(|(label, words)| format!("{label}: {words}")).collect::<Vec<_>>().join("\n")
    }
}

/// Merges rows that are the same in all languages.
fn merged(rows: Vec<(Option<Lang>, String, String)>) -> Vec<(Option<Lang>, String, String)> {
    match rows.as_slice() {
        [(_, before, after), ru, en]
            if [ru, en].iter().all(|row| (&row.1, &row.2) == (before, after)) =>
        {
            vec![(None, before.clone(), after.clone())]
        }
        _ => rows,
    }
}

fn person(content: &Content, id: &str, lang: Lang) -> Option<String> {
    let found = content.people.iter().find(|person| person.id == id);
    found.map(|person| person.name.get(lang).to_owned())
}

fn question(content: &Content, id: &str, lang: Lang) -> Option<String> {
    let found = content.questions.iter().find(|question| question.id == id);
    found.map(|question| question.text.get(lang).to_owned())
}

/// The text of a question and of one of its choices.
fn answer<'c>(content: &'c Content, asked: &str, choice: &str) -> Option<(&'c Text, &'c Text)> {
    let question = content.questions.iter().find(|question| question.id == asked)?;
    let choice = question.choices.iter().find(|known| known.id == choice)?;
    Some((&question.text, &choice.text))
}

/// `settled a` in words. Only the first word is translated.
fn stand(labels: Labels, text: &str) -> String {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let word = labels.value("stand", word);
    if rest.is_empty() { word } else { format!("{word}: {rest}") }
}

fn step(content: &Content, id: &str, lang: Lang) -> Option<String> {
    content.steps.iter().find(|step| step.id == id).map(|step| step.text.get(lang).to_owned())
}

/// The headline of an effect, or the id if the interface has no headline for it.
fn headline(words: &Words, word: &str, lang: Lang) -> String {
    let message = words.get(&format!("headline-{word}"));
    message.map_or_else(|| word.to_owned(), |message| message.fixed(lang).to_owned())
}
