//! `situations/*.toml`: what a person is about to do or has met, with its questions and rules.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use adal_core::{Check, ClauseIx, NgoBearing, QuestionIx, RuleIx, Situation, SituationIx};
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeValue, Error, ValueDeserializer};

use super::names::is_id;
use super::{Build, NGO, texts};
use crate::expression::{Known, Scope};
use crate::problem::{Place, SourceFile, suggestion};
use crate::raw::{self, Asked};
use crate::read::{Items, Table};

/// How many situations the engine can tell apart.
const MOST_SITUATIONS: usize = 255;

/// A situation as read from its file.
struct Read {
    id: String,
    file: Arc<SourceFile>,
    head: raw::Situation,
    questions: Items<Asked>,
    rules: Items<raw::Rule>,
}

impl Build {
    pub(super) fn situations(&mut self) {
        let mut read: Vec<Read> = self
            .folder
            .list("situations")
            .into_iter()
            .filter_map(|path| self.read_situation(&path))
            .collect();
        read.sort_by_key(|situation| *situation.head.place.get_ref());
        self.unique_places(&read);
        if read.len() > MOST_SITUATIONS {
            let place = self.folder.place("situations");
            self.problems.add(&place, format!("more than {MOST_SITUATIONS} situations"));
        }
        for (ix, situation) in (0_u8..=254).map(SituationIx).zip(&read) {
            let place = Place::whole(&situation.file);
            self.situations.add(&situation.id, ix, &place, &mut self.problems);
            self.situation(situation);
            self.origins.situations.push(place);
        }
    }

    fn read_situation(&mut self, path: &str) -> Option<Read> {
        let id = self.id_of_file(path)?;
        let read = self.read_file(&id, path);
        if read.is_none() {
            self.situations.note_broken_id(&id);
            self.questions.note_broken(&Items::<()>::unreadable());
            self.used.unsure = true;
        }
        read
    }

    fn read_file(&mut self, id: &str, path: &str) -> Option<Read> {
        let file = self.folder.required(path, &mut self.problems)?;
        let mut table = Table::parse(&file, &mut self.problems)?;
        let questions = table.items_with("question", &mut self.problems, read_asked);
        let rules = table.items("rule", &mut self.problems);
        self.questions.note_broken(&questions);
        let head = table.rest::<raw::Situation>(&mut self.problems)?;
        Some(Read { id: id.to_owned(), file, head, questions, rules })
    }

    /// The id that a file's name gives; another kind of file or name is a problem.
    pub(crate) fn id_of_file(&mut self, path: &str) -> Option<String> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let id = name.strip_suffix(".toml").filter(|id| is_id(id)).map(str::to_owned);
        if id.is_none() {
            self.problems
                .add(&self.folder.place(path), "the name of this file is no id with `.toml`")
                .help("write it in lower-case Latin letters, digits and hyphens: `gift.toml`");
        }
        id
    }

    fn unique_places(&mut self, read: &[Read]) {
        for pair in read.windows(2) {
            let [first, second] = pair else { continue };
            if first.head.place.get_ref() == second.head.place.get_ref() {
                let place = Place::at(&second.file, second.head.place.span());
                self.problems
                    .add(&place, format!("`{}` has the same `place`", first.id))
                    .help("each situation has a place of its own on the start page");
            }
        }
    }

    fn situation(&mut self, read: &Read) {
        let (head, file) = (&read.head, &read.file);
        let mut scope = self.shared.clone();
        let questions = self.asked(&read.questions, &mut scope, file);
        self.facts(&head.facts, &mut scope, file);
        let rules = self.rules(read, &mut scope);
        self.used.facts.extend(scope.used.iter().cloned());
        if let Some(rules) = &rules.sound {
            self.unused_in_situation(read, &scope, &questions, rules);
        }
        let place = Place::at(file, head.place.span());
        if head.people.is_empty() {
            self.problems.add(&place, "`people` names nobody").help("say who sees the situation");
        }
        if rules.all.is_empty() && read.rules.broken.is_empty() && read.rules.complete {
            self.problems.add(&place, "a situation without rules");
        }
        let situation = Situation {
            id: read.id.clone(),
            people: self
                .people
                .find_list(&head.people, file, &mut self.problems)
                .into_iter()
                .collect(),
            title: texts::prose(&head.title, "title", &place, &mut self.problems),
            summary: texts::prose(&head.summary, "summary", &place, &mut self.problems),
            keywords: self.keywords(&head.keywords, &place),
            questions: questions.into_iter().map(|(ix, _)| ix).collect(),
            rules: rules.all,
            reminders: self.reminders(head, file),
        };
        self.content.situations.push(situation);
    }

    /// Puts the questions of a situation into its scope; gives them in the order of asking.
    fn asked(
        &mut self,
        items: &Items<Asked>,
        scope: &mut Scope,
        file: &Arc<SourceFile>,
    ) -> Vec<(QuestionIx, Place)> {
        let mut shared: BTreeMap<String, Known> = std::mem::take(&mut scope.questions);
        let mut asked = Vec::new();
        for item in &items.good {
            let (id, known) = match item.get_ref() {
                Asked::Own(raw) => (&raw.id, Some(self.question(raw, file))),
                Asked::Shared(raw) => {
                    let known = shared.remove(raw.shared.get_ref());
                    if known.is_none() {
                        self.unknown_shared(&raw.shared, scope, &shared, file);
                    }
                    self.used.questions.insert(raw.shared.get_ref().clone());
                    (&raw.shared, known)
                }
            };
            if let Some(known) = known {
                asked.push((known.question, Place::at(file, id.span())));
                scope.questions.insert(id.get_ref().clone(), known);
            }
        }
        scope.not_asked = shared.into_keys().collect();
        scope.broken.extend(items.broken.iter().cloned());
        scope.complete &= items.complete;
        asked
    }

    fn unknown_shared(
        &mut self,
        id: &raw::Id,
        scope: &Scope,
        shared: &BTreeMap<String, Known>,
        file: &Arc<SourceFile>,
    ) {
        let name = id.get_ref().as_str();
        if scope.broken.contains(name) || !scope.complete {
            return;
        }
        let place = Place::at(file, id.span());
        if scope.questions.contains_key(name) {
            self.problems.add(&place, format!("`{name}` is asked twice"));
            return;
        }
        self.problems.add(&place, format!("shared.toml has no question `{name}`")).help =
            suggestion(name, shared.keys().map(String::as_str));
    }

    fn rules(&mut self, read: &Read, scope: &mut Scope) -> Rules {
        let mut all = Vec::new();
        let mut sound = read.rules.complete && read.rules.broken.is_empty();
        for raw in &read.rules.good {
            let (rule, readable) = self.rule(raw.get_ref(), scope, &read.file);
            sound &= readable;
            self.all_asked(rule, scope, &Place::at(&read.file, raw.get_ref().when.span()));
            all.push(rule);
        }
        self.used.unsure |= !sound;
        let sound = sound.then(|| all.clone());
        Rules { all, sound }
    }

    /// A shared fact may need shared questions that the situation does not ask: then they would never be asked.
    fn all_asked(&mut self, rule: RuleIx, scope: &Scope, place: &Place) {
        let mut needed = BTreeSet::new();
        self.content.rules[rule.place()].when.for_each_question(&mut |question| {
            needed.insert(question);
        });
        let asked: BTreeSet<QuestionIx> =
            scope.questions.values().map(|known| known.question).collect();
        for question in needed.difference(&asked) {
            let id = &self.content.questions[question.place()].id;
            let help = format!("add `[[question]]` with `shared = \"{id}\"`");
            self.problems
                .add(place, format!("this needs the question `{id}`, which is not asked here"))
                .help(help);
        }
    }

    /// Questions and facts of the situation that none of its rules needs.
    fn unused_in_situation(
        &mut self,
        read: &Read,
        scope: &Scope,
        questions: &[(QuestionIx, Place)],
        rules: &[RuleIx],
    ) {
        let mut needed = BTreeSet::new();
        for rule in rules {
            self.content.rules[rule.place()].when.for_each_question(&mut |question| {
                needed.insert(question);
            });
        }
        for (question, place) in questions {
            if !needed.contains(question) {
                let id = &self.content.questions[question.place()].id;
                self.problems
                    .add(place, format!("no rule here needs the question `{id}`"))
                    .help("use it in a condition, or take it out");
            }
        }
        for id in read.head.facts.keys() {
            if !scope.used.contains(id.get_ref()) {
                let message = format!("no rule here uses the fact `{}`", id.get_ref());
                self.problems
                    .add(&Place::at(&read.file, id.span()), message)
                    .help("use it in a condition, or take it out");
            }
        }
    }

    fn reminders(&mut self, head: &raw::Situation, file: &Arc<SourceFile>) -> Vec<ClauseIx> {
        let mut reminders = self.clauses.find_list(&head.reminders, file, &mut self.problems);
        let for_ngo = head.people.iter().any(|id| id.get_ref() == NGO);
        for id in &head.reminders {
            let clause = self.content.clauses.iter().find(|clause| clause.id == *id.get_ref());
            let Some(clause) = clause else { continue };
            let (place, number) = (Place::at(file, id.span()), &clause.id);
            if clause.check != Check::Reminder {
                self.problems
                    .add(&place, format!("`{number}` is no reminder clause"))
                    .help("an assessed clause needs a rule; see its `check` in standard.toml");
            } else if clause.ngo == NgoBearing::None && for_ngo {
                self.problems
                    .add(
                        &place,
                        format!("`{number}` is said not to bear on `{NGO}`, who sees this"),
                    )
                    .help("mend its `ngo` in standard.toml, or take it out of this list");
            }
        }
        reminders.sort_unstable();
        reminders
    }

    fn keywords(&mut self, raw: &raw::Keywords, place: &Place) -> [Vec<String>; 3] {
        let all = [("kk", &raw.kk), ("ru", &raw.ru), ("en", &raw.en)];
        let missing: Vec<String> = all
            .iter()
            .filter(|(_, words)| words.iter().all(|word| word.trim().is_empty()))
            .map(|(lang, _)| format!("`keywords.{lang}`"))
            .collect();
        if !missing.is_empty() {
            self.problems
                .add(place, format!("missing translation: {}", missing.join(", ")))
                .help("list the words that people would type to find the situation");
        }
        all.map(|(_, words)| words.clone())
    }
}

/// The rules of a situation.
struct Rules {
    all: Vec<RuleIx>,
    /// The same, if every one of them could be read.
    sound: Option<Vec<RuleIx>>,
}

/// A question of a situation: a reference to a shared one, or its own.
fn read_asked(value: Spanned<DeValue<'_>>) -> Result<Spanned<Asked>, Error> {
    let span = value.span();
    let shared = value.get_ref().as_table().is_some_and(|table| table.contains_key("shared"));
    let deserializer = ValueDeserializer::from(value);
    let asked = if shared {
        Asked::Shared(raw::SharedQuestion::deserialize(deserializer)?)
    } else {
        Asked::Own(Box::new(raw::Question::deserialize(deserializer)?))
    };
    Ok(Spanned::new(span, asked))
}
