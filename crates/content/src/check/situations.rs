//! `situations/*.toml`: what a person is about to do or has met, the questions, and the facts that the answers set.

use std::collections::BTreeSet;
use std::sync::Arc;

use adal_core::{
    Check, ChoiceIx, ClauseIx, Condition, Given, NgoBearing, People, PersonIx, Pointer, QuestionIx,
    RuleIx, Situation, SituationIx, Text,
};

use super::names::{Names, check_id, is_id};
use super::questions::{In, Whole};
use super::{Build, texts};
use crate::expression::{Known, Scope};
use crate::law::compile::{Reached, compile};
use crate::law::{By, FactIx, Mapping, Matter, Setting, ValueIx, View};
use crate::problem::{Place, SourceFile, list, suggestion};
use crate::raw::{self, Worded};
use crate::read::{Items, Table};

/// The maximum number of situations.
const MOST_SITUATIONS: usize = 255;

/// A situation as read from its file.
struct Read {
    id: String,
    file: Arc<SourceFile>,
    head: raw::Situation,
    questions: Items<raw::Question>,
    matters: Items<raw::Matter>,
    firsts: Items<raw::First>,
    pointers: Items<raw::Pointer>,
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
            self.problems
                .add(&place, format!("more than {MOST_SITUATIONS} situations"))
                .help("the engine can tell no more apart");
        }
        for (ix, situation) in (0_u8..=254).map(SituationIx).zip(&read) {
            let place = Place::whole(&situation.file);
            self.situations.add(&situation.id, ix, &place, &mut self.problems);
            self.situation(situation);
            self.origins.situations.push(place);
        }
        for (ix, situation) in (0_u8..=254).map(SituationIx).zip(&read) {
            self.pointers(ix, situation);
        }
        if self.law_is_whole && !self.used.unsure && !self.is_unfinished {
            self.facts_that_nothing_sets();
            self.rules_that_never_hold();
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
        let questions = table.items("question", &mut self.problems);
        let matters = table.items("matter", &mut self.problems);
        let firsts = table.items("first", &mut self.problems);
        let pointers = table.items("pointer", &mut self.problems);
        self.questions.note_broken(&questions);
        let head = table.rest::<raw::Situation>(&mut self.problems)?;
        Some(Read { id: id.to_owned(), file, head, questions, matters, firsts, pointers })
    }

    /// The id in a file name. Reports other files and names.
    pub(crate) fn id_of_file(&mut self, path: &str) -> Option<String> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let id = name.strip_suffix(".toml").filter(|id| is_id(id)).map(str::to_owned);
        if id.is_none() {
            self.problems
                .add(
                    &self.folder.place(path),
                    "the name of this file is not an id with `.toml` after it",
                )
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
        let place = Place::at(file, head.place.span());
        let people: People =
            self.people.find_list(&head.people, file, &mut self.problems).into_iter().collect();
        if head.people.is_empty() {
            self.problems.add(&place, "`people` names nobody").help("say who sees the situation");
        }
        let asked = self.asked(&read.questions, file);
        let (mapping, is_whole) = self.mapping(read, &asked);
        self.used.unsure |= !is_whole;
        let rules = if is_whole && self.law_is_whole {
            self.compiled(&mapping, people)
        } else {
            Vec::new()
        };
        self.declared.mappings.push(mapping);
        let reminders = self.reminders(head, file);
        let asks = !read.questions.good.is_empty() && !read.matters.good.is_empty();
        if is_whole && self.law_is_whole && rules.is_empty() && asks {
            self.problems
                .add(&place, "no rule of the law can hold in this situation")
                .help("set facts that the rules of law/ read");
        }
        let theme = head.theme.as_ref();
        let theme = theme.and_then(|id| self.themes.find(id, file, &mut self.problems));
        let situation = Situation {
            id: read.id.clone(),
            theme,
            people,
            title: texts::prose(&head.title, "title", &place, &mut self.problems),
            summary: texts::prose(&head.summary, "summary", &place, &mut self.problems),
            keywords: self.keywords(&head.keywords, &place),
            questions: asked.iter().map(|asked| asked.known.question).collect(),
            rules,
            reminders,
            pointers: Vec::new(),
        };
        self.content.situations.push(situation);
    }

    /// The questions of a situation, in order.
    fn asked(&mut self, items: &Items<raw::Question>, file: &Arc<SourceFile>) -> Vec<Asked> {
        let mut asked = Vec::new();
        for item in &items.good {
            let whole = self.whole(item.get_ref(), file);
            let known = self.question(&whole, file);
            asked.push(Asked { whole, known });
        }
        asked
    }

    /// What the answers mean, and whether all of it could be read.
    fn mapping(&mut self, read: &Read, asked: &[Asked]) -> (Mapping, bool) {
        let file = &read.file;
        let mut mapping = Mapping::default();
        let mut scope = Scope::new(read.questions.broken.clone(), read.questions.complete);
        for Asked { whole, known } in asked {
            scope.questions.insert(whole.id.get_ref().clone(), known.clone());
            mapping.questions.push(known.question);
            mapping.sizes.push(known.choices.len());
            for (ix, choice) in (0_u8..).map(ChoiceIx).zip(&whole.choices) {
                if choice.leaves {
                    mapping.leaving.push((known.question, ix));
                }
            }
        }
        let mut is_whole =
            read.questions.is_whole() && read.matters.is_whole() && read.firsts.is_whole();
        let matters = self.matters(read, &mut mapping, &mut is_whole);
        let active = self.active(asked, &scope, file, &mut mapping.only, &mut is_whole);
        for first in read.firsts.good.iter().map(toml::Spanned::get_ref) {
            let Some(when) = scope.read(&first.when, file, &mut self.problems) else {
                is_whole = false;
                continue;
            };
            self.not_constant(&when, "this condition", &Place::at(file, first.when.span()));
            let by = By::First(mapping.firsts.len());
            mapping.firsts.push(when.clone());
            let mut parts = vec![when.clone()];
            when.for_each_question(&mut |question| {
                parts.extend(mapping.place(question).map(|place| active[place].clone()));
            });
            let when = Condition::All(parts);
            is_whole &= self.set(&first.sets, by, &when, &matters, file, &mut mapping);
        }
        for (Asked { whole, known }, active) in asked.iter().zip(&active) {
            for (ix, choice) in (0_u8..).map(ChoiceIx).zip(&whole.choices) {
                let Some(In { of: sets, file }) = &choice.sets else { continue };
                let is = Condition::Is(known.question, ix);
                let when = Condition::All(vec![active.clone(), is]);
                let by = By::Choice(known.question, ix);
                is_whole &= self.set(sets, by, &when, &matters, file, &mut mapping);
            }
        }
        (mapping, is_whole)
    }

    /// The matters of a situation by id, in order.
    fn matters(&mut self, read: &Read, mapping: &mut Mapping, is_whole: &mut bool) -> Names<usize> {
        let file = &read.file;
        let mut names = Names::new("matter");
        names.note_broken(&read.matters);
        for (ix, raw) in read.matters.good.iter().map(toml::Spanned::get_ref).enumerate() {
            let place = Place::at(file, raw.id.span());
            check_id(&raw.id, file, &mut self.problems);
            names.add(raw.id.get_ref(), ix, &place, &mut self.problems);
            let view = raw.view.get_ref().0;
            let known = |id: &raw::Id| self.people.known(id.get_ref());
            let who: People = read.head.people.iter().filter_map(known).collect();
            let for_ngo = self.outside.is_some_and(|outside| who.contains(outside));
            if for_ngo != (view == View::Ngo) && !who.is_empty() && self.outside.is_some() {
                let right = if for_ngo { "`ngo`" } else { "`me` or `staff`" };
                let message =
                    format!("`{}` cannot be the view where {} asks", view.word(), self.names(who));
                self.problems
                    .add(&Place::at(file, raw.view.span()), message)
                    .help(format!("the view must be {right}"));
            }
            let mut given = Vec::new();
            for (fact, value) in &raw.given {
                match self.fact_and_value(fact, fact.get_ref(), value, file) {
                    Some(one) => given.push(one),
                    None => *is_whole = false,
                }
            }
            mapping.matters.push(Matter { id: raw.id.get_ref().clone(), view, given });
        }
        if read.matters.good.is_empty() && read.matters.is_whole() {
            self.problems
                .add(&Place::whole(file), "a situation without a `[[matter]]`")
                .help("say whose conduct it is about: `view = \"me\"`");
        }
        names
    }

    /// For each question, when it counts: when the questions in its `only` count and have the required answers.
    fn active(
        &mut self,
        asked: &[Asked],
        scope: &Scope,
        file: &Arc<SourceFile>,
        written: &mut Vec<Option<Condition>>,
        is_whole: &mut bool,
    ) -> Vec<Condition> {
        let mut active: Vec<Condition> = Vec::new();
        for (place, Asked { whole, .. }) in asked.iter().enumerate() {
            let Some(only) = &whole.only else {
                active.push(Condition::ALWAYS);
                written.push(None);
                continue;
            };
            let read = scope.read(only, file, &mut self.problems);
            written.push(read.clone());
            let Some(when) = read else {
                *is_whole = false;
                active.push(Condition::ALWAYS);
                continue;
            };
            self.not_constant(&when, "this condition", &Place::at(file, only.span()));
            let mut parts = vec![when.clone()];
            let mut later = false;
            when.for_each_question(&mut |question| match asked[..place]
                .iter()
                .position(|above| above.known.question == question)
            {
                Some(above) => parts.push(active[above].clone()),
                None => later = true,
            });
            if later {
                self.problems
                    .add(&Place::at(file, only.span()), "`only` names a question that comes later")
                    .help("put that question above this one");
            }
            active.push(Condition::All(parts));
        }
        active
    }

    /// Adds what answers set. Returns false if something is unknown.
    fn set(
        &mut self,
        sets: &raw::Sets,
        by: By,
        when: &Condition,
        matters: &Names<usize>,
        file: &Arc<SourceFile>,
        mapping: &mut Mapping,
    ) -> bool {
        let mut is_whole = true;
        for (key, value) in sets {
            let (matter, fact) = match key.get_ref().split_once('.') {
                Some((matter, fact)) => (Some(matter), fact),
                None => (None, key.get_ref().as_str()),
            };
            let place = Place::at(file, key.span());
            let matter = match matter {
                None => Some(0),
                Some(id) => {
                    let known = matters.known(id);
                    if known.is_none() {
                        matters.report_unknown(id, &place, &mut self.problems);
                    }
                    known
                }
            };
            let found = self.fact_and_value(key, fact, value, file);
            match (matter, found) {
                (Some(matter), Some((fact, value))) => {
                    let when = when.clone();
                    mapping.settings.push(Setting { by, when, matter, fact, value });
                }
                _ => is_whole = false,
            }
        }
        is_whole
    }

    fn fact_and_value(
        &mut self,
        key: &raw::Id,
        fact: &str,
        value: &raw::Id,
        file: &Arc<SourceFile>,
    ) -> Option<(FactIx, ValueIx)> {
        let Some(ix) = self.fact_names.known(fact) else {
            self.fact_names.report_unknown(fact, &Place::at(file, key.span()), &mut self.problems);
            return None;
        };
        let known: Vec<&str> =
            self.law.facts[usize::from(ix.0)].values.iter().map(|v| v.id.as_str()).collect();
        let found = (0_u8..).map(ValueIx).zip(&known).find(|(_, id)| **id == *value.get_ref());
        if found.is_none() {
            let message = format!("`{}` is not a value of `{fact}`", value.get_ref());
            let help = suggestion(value.get_ref(), known.iter().copied())
                .or_else(|| Some(format!("its values are {}", list(&known))));
            self.problems.add(&Place::at(file, value.span()), message).help = help;
        }
        let (value, _) = found?;
        self.set_values.insert((ix, value));
        Some((ix, value))
    }

    /// The compiled rules of a situation.
    fn compiled(&mut self, mapping: &Mapping, people: People) -> Vec<RuleIx> {
        let mut rules = Vec::new();
        let can_be = |one, other| self.can_be(one, other);
        let (compiled, reached) =
            compile(&self.law, &self.declared.stands, mapping, people, &can_be);
        self.reached(&reached, people);
        for mut compiled in compiled {
            compiled.rule.except = compiled.rule.except.union(self.unbound);
            rules.push(RuleIx(u16::try_from(self.content.rules.len()).unwrap_or(u16::MAX)));
            let place = compiled.of.first().map(|rule| self.law.rules[*rule].place.clone());
            self.content.rules.push(compiled.rule);
            self.origins.rules.extend(place);
            self.declared.rules_of_law.push(compiled.of);
        }
        rules
    }

    /// Records which rules of the law can hold. What people do is judged only by clauses that bind them.
    fn reached(&mut self, reached: &[Reached], seeing: People) {
        for Reached { rule, view, people, except, only_reopened } in reached {
            self.reached.insert((*rule, *view));
            if *view != View::Me || *only_reopened {
                continue;
            }
            let law_rule = &self.law.rules[*rule];
            let clause = &self.content.clauses[law_rule.clause.place()];
            let all = (0_u8..).map(PersonIx).zip(&self.content.people);
            let unbound = all.filter(|(_, person)| {
                person.stands_for.meets(seeing)
                    && person.stands_for.meets(*people)
                    && !person.stands_for.meets(*except)
                    && !person.stands_for.meets(clause.binds)
            });
            let unbound: Vec<&str> = unbound.map(|(_, person)| person.id.as_str()).collect();
            if !unbound.is_empty() && !clause.binds.is_empty() {
                let binds = self.names(clause.binds);
                let message = format!(
                    "`{}` binds {binds}, and this rule can hold for {}",
                    clause.id,
                    list(&unbound)
                );
                self.problems
                    .add(&law_rule.place, message)
                    .help("let the rule read who asks, or correct `binds` in standard.toml");
            }
        }
    }

    /// Reads the pointers. They come last because they refer to questions of other files.
    fn pointers(&mut self, ix: SituationIx, read: &Read) {
        let file = &read.file;
        let scope = self.questions_of_all();
        for raw in read.pointers.good.iter().map(toml::Spanned::get_ref) {
            let when = scope.read(&raw.when, file, &mut self.problems);
            let to = self.situations.find(&raw.to, file, &mut self.problems);
            let (Some(when), Some(to)) = (when, to) else { continue };
            let at = Place::at(file, raw.when.span());
            self.not_constant(&when, "this condition", &at);
            self.own_questions(ix, &when, &at);
            let place = Place::at(file, raw.to.span());
            if to == ix {
                self.problems
                    .add(&place, "this pointer leads to its own situation")
                    .help("name another situation, or take the pointer out");
                continue;
            }
            let own = &self.content.situations[ix.place()];
            let other = &self.content.situations[to.place()];
            let somebody = !own.people.is_empty() && !other.people.is_empty();
            if somebody && !self.can_be(own.people, other.people) {
                let message = format!("people who see `{}` do not see `{}`", own.id, other.id);
                self.problems.add(&place, message).help("see `people` in both");
            }
            let carry =
                raw.carry.iter().flat_map(|carry| self.carried(ix, to, carry, &scope, file));
            let carry: Vec<_> = carry.collect();
            let pointer = Pointer { when, to, moves: raw.moves, carry };
            self.content.situations[ix.place()].pointers.push(pointer);
        }
    }

    /// Whether a person can be both, or see the rules of both: one person alone, or several that can be combined.
    fn can_be(&self, one: People, other: People) -> bool {
        let everybody = self.content.people.iter();
        let (alone, others): (Vec<_>, Vec<_>) = everybody.partition(|person| person.alone);
        let all = others.iter().fold(People::NOBODY, |all, person| all.union(person.stands_for));
        let both = |people: People| people.meets(one) && people.meets(other);
        both(all) || alone.iter().any(|person| both(person.stands_for))
    }

    /// Reports a pointer whose condition names a question of another situation.
    fn own_questions(&mut self, ix: SituationIx, when: &Condition, place: &Place) {
        let own = &self.content.situations[ix.place()].questions;
        let mut foreign = None;
        when.for_each_question(&mut |question| {
            if !own.contains(&question) {
                foreign = Some(question);
            }
        });
        if let Some(foreign) = foreign {
            let id = &self.content.questions[foreign.place()].id;
            self.problems
                .add(place, format!("this situation does not ask `{id}`"))
                .help("a pointer can read and carry only what its own situation asks");
        }
    }

    fn carried(
        &mut self,
        from: SituationIx,
        to: SituationIx,
        raw: &raw::Carry,
        scope: &Scope,
        file: &Arc<SourceFile>,
    ) -> Vec<Given<(QuestionIx, ChoiceIx)>> {
        let Some(question) = self.questions.find(&raw.question, file, &mut self.problems) else {
            return Vec::new();
        };
        let target = &self.content.situations[to.place()];
        if !target.questions.contains(&question) {
            let message = format!("`{}` does not ask `{}`", target.id, raw.question.get_ref());
            self.problems
                .add(&Place::at(file, raw.question.span()), message)
                .help("a pointer carries answers to questions of the situation it leads to");
            return Vec::new();
        }
        let when = match &raw.when {
            None => Some(Condition::ALWAYS),
            Some(when) => scope.read(when, file, &mut self.problems),
        };
        let Some(when) = when else { return Vec::new() };
        let at = raw.when.as_ref().map_or(raw.question.span(), toml::Spanned::span);
        self.own_questions(from, &when, &Place::at(file, at));
        let choices: Vec<String> = self.content.questions[question.place()]
            .choices
            .iter()
            .map(|choice| choice.id.clone())
            .collect();
        let place = |id: &str| {
            (0_u8..).map(ChoiceIx).zip(&choices).find(|(_, known)| *known == id).map(|(ix, _)| ix)
        };
        match (&raw.choice, &raw.like) {
            (Some(choice), None) => {
                let found = place(choice.get_ref());
                if found.is_none() {
                    let message = format!(
                        "`{}` is not a choice of `{}`",
                        choice.get_ref(),
                        raw.question.get_ref()
                    );
                    self.problems.add(&Place::at(file, choice.span()), message).help =
                        suggestion(choice.get_ref(), choices.iter().map(String::as_str))
                            .or_else(|| Some(format!("its choices are {}", list(&choices))));
                }
                found.map(|choice| Given { item: (question, choice), when }).into_iter().collect()
            }
            (None, Some(like)) => {
                let Some(other) = self.questions.find(like, file, &mut self.problems) else {
                    return Vec::new();
                };
                let at = Place::at(file, like.span());
                self.own_questions(from, &Condition::Is(other, ChoiceIx(0)), &at);
                let own = &self.content.questions[other.place()].choices;
                let strange = own.iter().find(|choice| place(&choice.id).is_none());
                if let Some(strange) = strange {
                    let message = format!(
                        "`{}` has the choice `{}`, `{}` does not",
                        like.get_ref(),
                        strange.id,
                        raw.question.get_ref()
                    );
                    self.problems
                        .add(&at, message)
                        .help("`like` is for a question with the same choices: otherwise write each `choice` with `when`");
                }
                let same = (0_u8..).map(ChoiceIx).zip(own).filter_map(|(ix, choice)| {
                    let is = Condition::Is(other, ix);
                    let when = Condition::All(vec![when.clone(), is]);
                    Some(Given { item: (question, place(&choice.id)?), when })
                });
                same.collect()
            }
            _ => {
                self.problems
                    .add(
                        &Place::at(file, raw.question.span()),
                        "an answer that is carried needs its choice",
                    )
                    .help("write either `choice`, or `like` with a question of the same choices");
                Vec::new()
            }
        }
    }

    /// The questions of all situations. After a problem, the list may be incomplete.
    pub(super) fn questions_of_all(&self) -> Scope {
        let mut scope = Scope::new(BTreeSet::new(), self.problems.is_empty());
        for (ix, question) in (0_u16..).map(QuestionIx).zip(&self.content.questions) {
            let choices = question.choices.iter().map(|choice| choice.id.clone()).collect();
            scope.questions.insert(question.id.clone(), Known { question: ix, choices });
        }
        scope
    }

    /// Reports facts and values that the law uses and no situation sets.
    fn facts_that_nothing_sets(&mut self) {
        for (fact, known) in (0_u8..).map(FactIx).zip(&self.law.facts) {
            for (value, of) in (0_u8..).map(ValueIx).zip(&known.values).skip(1) {
                let is_set = self.set_values.contains(&(fact, value)) || !of.people.is_empty();
                if !is_set {
                    let message = format!("no situation sets `{}` to `{}`", known.id, of.id);
                    self.problems
                        .add(&of.place, message)
                        .help("let a choice set it under `sets`, or take the value out");
                }
            }
        }
    }

    /// Reports rules of the law that no answers in any situation satisfy, as a whole or in one of their views.
    fn rules_that_never_hold(&mut self) {
        if !self.problems.is_empty() {
            return; // Problems with facts would be reported twice.
        }
        for (ix, rule) in self.law.rules.iter().enumerate() {
            let missing = rule.views.iter().filter(|view| !self.reached.contains(&(ix, **view)));
            let missing: Vec<&str> = missing.map(|view| view.word()).collect();
            if missing.len() == rule.views.len() {
                let message = format!("no answers in any situation make `{}` hold", rule.id);
                self.problems
                    .add(&rule.place, message)
                    .help("set its facts together in a situation, or take the rule out");
                continue;
            }
            for view in missing {
                let message = format!("`{}` never holds in the view `{view}`", rule.id);
                self.problems.add(&rule.place, message).help(format!(
                    "set its facts together for a matter with `view = \"{view}\"`, or take the view out"
                ));
            }
        }
    }

    fn reminders(&mut self, head: &raw::Situation, file: &Arc<SourceFile>) -> Vec<ClauseIx> {
        let mut reminders = self.clauses.find_list(&head.reminders, file, &mut self.problems);
        let outside = self.outside.map(|outside| &self.content[outside].id);
        let outside =
            outside.filter(|outside| head.people.iter().any(|id| id.get_ref() == *outside));
        for id in &head.reminders {
            let clause = self.content.clauses.iter().find(|clause| clause.id == *id.get_ref());
            let Some(clause) = clause else { continue };
            let (place, number) = (Place::at(file, id.span()), &clause.id);
            if clause.check != Check::Reminder {
                self.problems
                    .add(&place, format!("`{number}` is not a reminder clause"))
                    .help("an assessed clause needs a rule; see its `check` in standard.toml");
            } else if let Some(outside) = outside
                && clause.ngo == NgoBearing::None
            {
                self.problems
                    .add(
                        &place,
                        format!("`{number}` is said not to bear on `{outside}`, who sees this"),
                    )
                    .help("correct its `ngo` in standard.toml, or take it out of this list");
            }
        }
        reminders.sort_unstable();
        reminders
    }

    fn keywords(&mut self, raw: &raw::Keywords, place: &Place) -> Text {
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
        for word in all.iter().flat_map(|(_, words)| words.iter()).filter(|w| w.contains(';')) {
            self.problems
                .add(place, format!("the keyword “{word}” has a semicolon"))
                .help("make two keywords of it");
        }
        let [kk, ru, en] = all.map(|(_, words)| words.join(";"));
        Text::new(kk, ru, en)
    }
}

/// A question as it is asked in a situation.
struct Asked {
    whole: Whole,
    known: Known,
}
