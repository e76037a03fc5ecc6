//! `facts.toml`, `readings.toml` and `law/*.toml`: the vocabulary, the doubts, and what each clause says.

use std::collections::BTreeSet;
use std::sync::Arc;

use adal_core::{
    Adopted, Check, ClauseIx, Effect, Kind, NgoBearing, PersonIx, Reading, ReadingIx, ReasonIx,
    StepIx, Text,
};
use toml::Spanned;

use super::compile::all_steps;
use super::lower::LawScope;
use super::{
    Element, Fact, FactIx, FactValue, LawCondition, LawRule, PerView, Side, Stand, ValueIx, Values,
    View,
};
use crate::approval::reading_hash;
use crate::check::names::check_id;
use crate::check::{Build, check_date, optional, prose};
use crate::problem::{Place, SourceFile, list};
use crate::raw::{self, Id, Worded};
use crate::read::{Items, Table, only_list};
use crate::wording::Speech;

/// How many readings and facts can be told apart.
const MOST: usize = 255;

/// The effects that a kind of clause allows to the person who acts.
pub(crate) fn effects(kind: Kind) -> &'static [Effect] {
    match kind {
        Kind::Prohibition | Kind::Restriction => &[Effect::Prohibited],
        Kind::Duty => &[Effect::Duty, Effect::StepsFirst],
        Kind::Right => &[Effect::Right],
        Kind::Recommendation => &[Effect::Recommended],
        Kind::Measure | Kind::Provision => &[],
    }
}

impl Build {
    pub(crate) fn law(&mut self) {
        self.readings_file();
        self.open_people();
        self.facts_file();
        self.conditions_of_steps();
        for path in self.folder.list("law") {
            self.law_file(&path);
        }
        self.clauses_without_law();
        if self.law_is_whole && !self.is_unfinished {
            self.unused_in_law();
        }
    }

    /// Where each step with a condition is said. A doubt about the wording never decides that: facts do.
    fn conditions_of_steps(&mut self) {
        let Some(file) = self.steps_file.take() else { return };
        for (step, written) in std::mem::take(&mut self.steps_when) {
            let Some(when) = self.law_condition(&written, &file) else { continue };
            let mut doubts = false;
            when.for_each_leaf(&self.law, &mut |leaf| {
                doubts |= matches!(leaf, LawCondition::Reading(..));
            });
            if doubts {
                self.problems
                    .add(&Place::at(&file, written.span()), "a step cannot turn on a reading")
                    .help("name facts alone");
            }
            self.law.step_when.insert(step, when);
        }
    }

    // ---- readings.toml

    fn readings_file(&mut self) {
        let file = self.folder.required("readings.toml", &mut self.problems);
        let items: Items<raw::Reading> = only_list(file.as_ref(), "reading", &mut self.problems);
        let items = items.at_most(MOST, "readings", file.as_ref(), &mut self.problems);
        self.readings.note_broken(&items);
        self.law_is_whole &= items.is_whole();
        let Some(file) = file else { return };
        for (ix, raw) in (0_u8..=254).map(ReadingIx).zip(&items.good) {
            self.reading(ix, raw.get_ref(), &file);
        }
        for raw in &items.good {
            self.implied(raw.get_ref(), &file);
        }
    }

    fn reading(&mut self, ix: ReadingIx, raw: &raw::Reading, file: &Arc<SourceFile>) {
        let place = Place::at(file, raw.id.span());
        check_id(&raw.id, file, &mut self.problems);
        self.readings.add(raw.id.get_ref(), ix, &place, &mut self.problems);
        let adopted = self.adopted(raw, &place);
        let stand = match (&raw.adopted, &raw.settled) {
            (Some(side), _) if self.adopting => Stand::Adopted(side.get_ref().0),
            (Some(_), _) => Stand::Open,
            (None, Some(side)) => Stand::Settled(side.get_ref().0),
            (None, None) => Stand::Open,
        };
        if raw.settled.is_some() != raw.reason.is_some() {
            self.problems
                .add(&place, "`settled` and `reason` come together")
                .help("say in `reason.kk`, `reason.ru` and `reason.en` why the text settles it");
        }
        if raw.find_out && stand != Stand::Open {
            self.problems
                .add(&place, "a fact to find out cannot be settled or adopted")
                .help("take `find-out`, or `settled` and `adopted`, out");
        }
        let clauses = self.clauses.find_list(&raw.clauses, file, &mut self.problems);
        let adopting = self.adopting;
        let problems = &mut self.problems;
        optional(raw.reason.as_ref(), "reason", &place, problems);
        let reading = Reading {
            id: raw.id.get_ref().clone(),
            question: prose(&raw.question, "question", &place, problems),
            sides: [prose(&raw.a, "a", &place, problems), prose(&raw.b, "b", &place, problems)],
            ground: prose(&raw.ground, "ground", &place, problems),
            is_fact: raw.find_out,
            adopted: adopted.filter(|_| adopting),
        };
        self.adopted_words(raw, &reading, &place);
        self.content.readings.push(reading);
        self.declared.stands.push(stand);
        self.declared.reading_clauses.push((clauses.into_iter().collect(), place));
        self.declared.reasons.push(raw.reason.as_ref().map(|reason| {
            prose(reason, "reason", &Place::at(file, raw.id.span()), &mut self.problems)
        }));
    }

    fn adopted(&mut self, raw: &raw::Reading, place: &Place) -> Option<Adopted> {
        let file = &place.file;
        let Some(side) = &raw.adopted else {
            if raw.post.is_some() || raw.date.is_some() || raw.hash.is_some() {
                self.problems
                    .add(place, "`post`, `date` and `hash` belong to a reading that was adopted")
                    .help("add `adopted = \"a\"` or `adopted = \"b\"`, or take them out");
            }
            return None;
        };
        let at = Place::at(file, side.span());
        if raw.settled.is_some() {
            self.problems
                .add(&at, "this reading is both settled and adopted")
                .help("an adopted reading takes the place of a settled one: take `settled` out");
        }
        let (Some(post), Some(date)) = (&raw.post, &raw.date) else {
            self.problems
                .add(&at, "this adopted reading lacks the post or the date of the decision")
                .help("add `post.kk`, `post.ru`, `post.en` and `date`: the result names them");
            return None;
        };
        check_date(date, file, &mut self.problems);
        Some(Adopted {
            first: side.get_ref().0 == Side::A,
            post: prose(post, "post", place, &mut self.problems),
            date: date.get_ref().clone(),
        })
    }

    /// An adoption is of these words: when they change, it must be renewed.
    fn adopted_words(&mut self, raw: &raw::Reading, reading: &Reading, place: &Place) {
        let Some(side) = &raw.adopted else { return };
        let own = reading_hash(reading);
        let (at, message) = match &raw.hash {
            Some(hash) if *hash.get_ref() == own => return,
            Some(hash) => (
                Place::at(&place.file, hash.span()),
                "the words of this reading have changed since it was adopted",
            ),
            None => (Place::at(&place.file, side.span()), "this adopted reading has no `hash`"),
        };
        self.problems.add(&at, message).help(format!(
            "if the decision is about these words, write `hash = \"{own}\"`; otherwise take `adopted` out"
        ));
    }

    /// Who takes the first side of a reading takes the first side of what it implies.
    fn implied(&mut self, raw: &raw::Reading, file: &Arc<SourceFile>) {
        let implied = self.readings.find_list(&raw.implies, file, &mut self.problems);
        let Some(own) = self.readings.known(raw.id.get_ref()) else { return };
        let side = |reading: ReadingIx| match self.declared.stands[reading.place()] {
            Stand::Settled(side) | Stand::Adopted(side) => Some(side),
            Stand::Open => None,
        };
        for other in implied {
            if (side(own), side(other)) == (Some(Side::A), Some(Side::B)) {
                let (own, other) = (raw.id.get_ref(), &self.content.readings[other.place()].id);
                let message =
                    format!("side a is taken of `{own}`, which implies side a of `{other}`, not b");
                self.problems
                    .add(&Place::at(file, raw.id.span()), message)
                    .help("change one of them, or see whether `implies` is right");
            }
        }
    }

    /// People whom the Standard does not name turn on a reading, which the Company may have adopted.
    fn open_people(&mut self) {
        for (person, id) in std::mem::take(&mut self.declared.people_readings) {
            let file = Arc::clone(&self.origins.people[person.place()].file);
            let Some(reading) = self.readings.find(&id, &file, &mut self.problems) else {
                continue;
            };
            self.used_readings.insert(reading);
            match self.declared.stands[reading.place()] {
                Stand::Open => {}
                Stand::Settled(side) | Stand::Adopted(side) => {
                    self.content.people[person.place()].open = None;
                    if side == Side::B {
                        self.unbound = self.unbound.with(person);
                    }
                }
            }
        }
    }

    // ---- facts.toml

    fn facts_file(&mut self) {
        let file = self.folder.required("facts.toml", &mut self.problems);
        let table = file.as_ref().and_then(|file| Table::parse(file, &mut self.problems));
        let (Some(file), Some(mut table)) = (&file, table) else {
            self.fact_names.note_broken(&Items::<()>::unreadable());
            self.element_names.note_broken(&Items::<()>::unreadable());
            self.law_is_whole = false;
            return;
        };
        let facts: Items<raw::Fact> = table.items("fact", &mut self.problems);
        let facts = facts.at_most(MOST, "facts", Some(file), &mut self.problems);
        let elements: Items<raw::Element> = table.items("element", &mut self.problems);
        let head = table.rest::<raw::Facts>(&mut self.problems).unwrap_or_default();
        self.fact_names.note_broken(&facts);
        self.element_names.note_broken(&elements);
        self.law_is_whole &= facts.is_whole() && elements.is_whole();
        for (ix, raw) in (0_u8..=254).map(FactIx).zip(&facts.good) {
            self.fact(ix, raw.get_ref(), file);
        }
        self.known_by_person();
        let ids = elements.good.iter().map(|raw| raw.get_ref().id.get_ref().clone());
        self.elements_below = ids.collect();
        for raw in &elements.good {
            self.element(raw.get_ref(), file);
            self.elements_below.remove(raw.get_ref().id.get_ref());
        }
        let addressee = head.addressee;
        let mut read = |written: Option<Spanned<String>>| {
            written.and_then(|written| self.law_condition(&written, file))
        };
        let (actor, towards) = match addressee {
            Some(raw::Addressee { actor, towards }) => (read(actor), read(towards)),
            None => (None, None),
        };
        (self.law.actor, self.law.towards) = (actor, towards);
    }

    fn fact(&mut self, ix: FactIx, raw: &raw::Fact, file: &Arc<SourceFile>) {
        let place = Place::at(file, raw.id.span());
        check_id(&raw.id, file, &mut self.problems);
        self.fact_names.add(raw.id.get_ref(), ix, &place, &mut self.problems);
        if raw.values.len() < 2 {
            self.problems
                .add(&place, format!("`{}` has fewer than two values", raw.id.get_ref()))
                .help("the first value holds when nothing is said: add what else there can be");
        } else if raw.values.len() > Values::LIMIT {
            let message = format!("`{}` has more than {} values", raw.id.get_ref(), Values::LIMIT);
            self.problems.add(&place, message).help("make two facts of it");
        }
        let mut seen = BTreeSet::new();
        let mut values = Vec::new();
        for value in raw.values.iter().take(Values::LIMIT) {
            let at = Place::at(file, value.id.span());
            check_id(&value.id, file, &mut self.problems);
            if !seen.insert(value.id.get_ref()) {
                let message = format!("the value `{}` is listed twice", value.id.get_ref());
                self.problems.add(&at, message).help("give each value an id of its own");
            }
            let people = self.people.find_list(&value.people, file, &mut self.problems);
            values.push(FactValue {
                id: value.id.get_ref().clone(),
                text: prose(&value.text, "text", &at, &mut self.problems),
                people: people.into_iter().collect(),
                place: at,
            });
        }
        let name = prose(&raw.name, "name", &place, &mut self.problems);
        self.law.facts.push(Fact { id: raw.id.get_ref().clone(), name, values, place });
    }

    /// What is so of somebody without being asked is one thing: the compiler writes rules for those people and for all
    /// others, and not for those who are two such things at once.
    fn known_by_person(&mut self) {
        let values = self.law.facts.iter().flat_map(|fact| &fact.values);
        let mut known = values.filter(|value| !value.people.is_empty());
        let first = known.next();
        if let (Some(first), Some(second)) = (first, known.next()) {
            self.problems.add(&second.place, "a second value with `people`").help(format!(
                "only one value can follow from who asks; the first is at {}",
                first.place
            ));
        }
    }

    fn element(&mut self, raw: &raw::Element, file: &Arc<SourceFile>) {
        let place = Place::at(file, raw.id.span());
        check_id(&raw.id, file, &mut self.problems);
        // An element can use those above it, so none can need itself.
        let when = self.law_condition(&raw.when, file);
        let ix = self.law.elements.len();
        self.element_names.add(raw.id.get_ref(), ix, &place, &mut self.problems);
        self.law.elements.push(Element {
            id: raw.id.get_ref().clone(),
            name: prose(&raw.name, "name", &place, &mut self.problems),
            when: when.unwrap_or(LawCondition::All(Vec::new())),
            place,
        });
    }

    fn law_condition(
        &mut self,
        written: &Spanned<String>,
        file: &Arc<SourceFile>,
    ) -> Option<LawCondition> {
        let scope = LawScope {
            law: &self.law,
            facts: &self.fact_names,
            elements: &self.element_names,
            elements_below: &self.elements_below,
            readings: &self.readings,
        };
        let condition = scope.read(written, file, &mut self.problems);
        self.law_is_whole &= condition.is_some();
        condition
    }

    // ---- law/*.toml

    fn law_file(&mut self, path: &str) {
        let Some(file) = self.folder.required(path, &mut self.problems) else { return };
        let name = path.rsplit('/').next().unwrap_or(path);
        let number = name.strip_suffix(".toml").unwrap_or(name);
        let clause = self.clauses.known(number);
        if clause.is_none() {
            self.clauses.report_unknown(number, &Place::whole(&file), &mut self.problems);
        }
        let Some(mut table) = Table::parse(&file, &mut self.problems) else {
            self.law_is_whole = false;
            return;
        };
        let rules: Items<raw::LawRule> = table.items("rule", &mut self.problems);
        let head = table.rest::<raw::LawFile>(&mut self.problems);
        self.law_is_whole &= rules.is_whole() && head.is_some();
        let Some(clause) = clause else { return };
        self.assessed(clause, &file);
        if rules.good.is_empty() && rules.is_whole() {
            self.problems
                .add(&Place::whole(&file), format!("`{number}` has no rule"))
                .help("write `[[rule]]`, or take the file out and make the clause a reminder");
        }
        for raw in &rules.good {
            self.law_rule(clause, raw.get_ref(), &file);
        }
        if let Some(head) = head {
            self.content.clauses[clause.place()].folds_under =
                self.clauses.find_list(&head.folds_under, &file, &mut self.problems);
        }
    }

    fn assessed(&mut self, clause: ClauseIx, file: &Arc<SourceFile>) {
        let clause = &self.content.clauses[clause.place()];
        if clause.check != Check::Assessed {
            let message = format!("`{}` is not assessed, so it has no rules", clause.id);
            self.problems
                .add(&Place::whole(file), message)
                .help("see its `check` in standard.toml, or take this file away");
        }
    }

    fn law_rule(&mut self, clause: ClauseIx, raw: &raw::LawRule, file: &Arc<SourceFile>) {
        let place = Place::at(file, raw.id.span());
        let id = raw.id.get_ref();
        self.law_rules.add(id, (), &place, &mut self.problems);
        let when = self.law_condition(&raw.when, file);
        let views: Vec<View> = raw.views.iter().map(|view| view.get_ref().0).collect();
        self.views(clause, raw, file);
        let mut only = |written: &Option<Spanned<String>>, view: View| {
            let written = written.as_ref()?;
            if !views.contains(&view) {
                let place = Place::at(file, written.span());
                self.no_such_view("only", view, &place);
            }
            self.law_condition(written, file)
        };
        let only = PerView {
            me: only(&raw.only.me, View::Me),
            ngo: only(&raw.only.ngo, View::Ngo),
            staff: only(&raw.only.staff, View::Staff),
        };
        let steps_first = raw.steps_first.as_ref().and_then(|w| self.law_condition(w, file));
        let towards = views.iter().any(|view| *view != View::Me);
        let because_me =
            self.because(raw.because.me.as_ref(), "because.me", views.contains(&View::Me), &place);
        let because_towards =
            self.because(raw.because.towards.as_ref(), "because.towards", towards, &place);
        let steps = PerView {
            me: self.law_steps(clause, &raw.steps.me, View::Me, &views, file),
            ngo: self.law_steps(clause, &raw.steps.ngo, View::Ngo, &views, file),
            staff: self.law_steps(clause, &raw.steps.staff, View::Staff, &views, file),
        };
        self.used.steps.extend(all_steps(&steps));
        let rule = LawRule {
            id: id.clone(),
            clause,
            when: when.unwrap_or(LawCondition::Any(Vec::new())),
            views,
            only,
            binds_staff: raw.binds_staff,
            effect: raw.effect.get_ref().0,
            steps_first,
            because_me,
            because_towards,
            steps,
            place,
        };
        self.asking(&rule);
        self.law.rules.push(rule);
    }

    /// A rule can be looked at only from where its clause has something to say, and with an effect of its kind.
    fn views(&mut self, clause: ClauseIx, raw: &raw::LawRule, file: &Arc<SourceFile>) {
        let of_company = self.of_company.contains(&clause);
        let clause = &self.content.clauses[clause.place()];
        let (id, kind) = (clause.id.clone(), clause.kind);
        let ngo = clause.ngo;
        if raw.views.is_empty() {
            self.problems
                .add(&Place::at(file, raw.id.span()), "`views` is empty")
                .help("name at least one of `me`, `ngo`, `staff`");
        }
        for view in &raw.views {
            let place = Place::at(file, view.span());
            match view.get_ref().0 {
                View::Ngo if ngo == NgoBearing::None => {
                    self.problems
                        .add(&place, format!("`{id}` is said not to bear on NGOs"))
                        .help("in standard.toml its `ngo` must be `in-effect` or `direct`, or take this view out");
                }
                View::Me if of_company => {
                    self.problems
                        .add(&place, format!("`{id}` binds the Company as a whole, and no person"))
                        .help("see its `binds` in standard.toml, or take this view out");
                }
                View::Me | View::Ngo | View::Staff => {}
            }
        }
        let effect = raw.effect.get_ref().0;
        let allowed = effects(kind);
        if !allowed.is_empty() && !allowed.contains(&effect) {
            let words: Vec<&str> = allowed.iter().map(|effect| effect.word()).collect();
            let message =
                format!("a {} ({id}) cannot have the effect `{}`", kind.word(), effect.word());
            self.problems.add(&Place::at(file, raw.effect.span()), message).help(format!(
                "a {} can have {}",
                kind.word(),
                list(&words)
            ));
        }
        if let Some(first) = &raw.steps_first
            && !allowed.contains(&Effect::StepsFirst)
        {
            let message = format!("a {} cannot have `steps-first`", kind.word());
            self.problems
                .add(&Place::at(file, first.span()), message)
                .help("only a duty can: take it out");
        }
    }

    /// Reports what is given for a view that the rule does not have.
    fn no_such_view(&mut self, what: &str, view: View, place: &Place) {
        let view = view.word();
        self.problems
            .add(place, format!("`{what}.{view}` is given, but `views` does not name `{view}`"))
            .help(format!("add `{view}` to `views`, or take `{what}.{view}` out"));
    }

    fn because(
        &mut self,
        raw: Option<&raw::Text>,
        what: &str,
        is_needed: bool,
        place: &Place,
    ) -> Option<ReasonIx> {
        match raw {
            None if is_needed => {
                self.problems
                    .add(place, format!("`{what}` is missing"))
                    .help("say in one sentence which facts make the clause apply");
                None
            }
            Some(_) if !is_needed => {
                let views = if what == "because.me" { "`me`" } else { "`ngo` or `staff`" };
                self.problems
                    .add(place, format!("`{what}` is given, but `views` does not name {views}"))
                    .help(format!("add {views} to `views`, or take the sentence out"));
                None
            }
            raw => raw.and_then(|raw| self.reason(raw, what, place)),
        }
    }

    /// The place of a reason; sentences that say the same in all languages are one.
    fn reason(&mut self, raw: &raw::Text, what: &str, place: &Place) -> Option<ReasonIx> {
        self.force.same(raw, Speech::About, place, &mut self.problems);
        let text: Text = prose(raw, what, place, &mut self.problems);
        let reasons = &mut self.content.reasons;
        let at = reasons.iter().position(|known| *known == text).unwrap_or_else(|| {
            reasons.push(text);
            reasons.len() - 1
        });
        let found = u8::try_from(at).ok().map(ReasonIx);
        if found.is_none() {
            self.problems
                .add(place, "more than 256 different sentences under `because`")
                .help("use the sentence of another rule where it says the same");
        }
        found
    }

    fn law_steps(
        &mut self,
        clause: ClauseIx,
        ids: &[Id],
        view: View,
        views: &[View],
        file: &Arc<SourceFile>,
    ) -> Vec<StepIx> {
        let steps = self.steps.find_list(ids, file, &mut self.problems);
        self.used.unsure |= steps.len() < ids.len();
        for id in ids {
            let place = Place::at(file, id.span());
            if !views.contains(&view) {
                self.no_such_view("steps", view, &place);
                break;
            }
            let step = steps.iter().find(|ix| self.content.steps[ix.place()].id == *id.get_ref());
            let Some(step) = step.map(|ix| &self.content.steps[ix.place()]) else { continue };
            let requiring: Vec<&str> = step
                .clauses
                .iter()
                .map(|clause| self.content.clauses[clause.place()].id.as_str())
                .collect();
            if requiring.is_empty() {
                continue;
            }
            if view == View::Ngo {
                let message = format!(
                    "`{}` is required by {}: no step for an NGO",
                    step.id,
                    list(&requiring)
                );
                self.problems.add(&place, message).help("only advice may be given to an NGO");
            } else if !step.clauses.contains(&clause) {
                let message = format!("the clause of this rule does not require `{}`", step.id);
                self.problems
                    .add(&place, message)
                    .help(format!("in steps.toml it is required by {} only", list(&requiring)));
            }
        }
        steps
    }

    /// A rule that can be open says whom to ask, in each of its views.
    fn asking(&mut self, rule: &LawRule) {
        if self.used.unsure {
            return;
        }
        for view in rule.views.iter().copied() {
            let mut turns = false;
            for when in self.law.conditions(rule, view) {
                when.for_each_leaf(&self.law, &mut |leaf| {
                    if let LawCondition::Reading(reading, _) = leaf {
                        turns |= self.declared.stands[reading.place()] == Stand::Open;
                    }
                });
            }
            let mut steps = rule.steps.get(view).iter();
            if turns && !steps.any(|step| self.declared.asking.contains(step)) {
                let message = format!(
                    "this rule turns on a reading, and no step in `steps.{}` says whom to ask",
                    view.word()
                );
                self.problems
                    .add(&rule.place, message)
                    .help("add a step that has `asks = true` in steps.toml");
            }
        }
    }

    // ---- what is missing, and what nothing uses

    fn clauses_without_law(&mut self) {
        if !self.law_is_whole || self.is_unfinished {
            return;
        }
        for (ix, clause) in (0_u8..).map(ClauseIx).zip(&self.content.clauses) {
            let has_rules = self.law.rules.iter().any(|rule| rule.clause == ix);
            let has_file = self.folder.list("law").contains(&format!("law/{}.toml", clause.id));
            if clause.check == Check::Assessed && !has_rules && !has_file {
                let message = format!("`{}` is assessed and has no file in law/", clause.id);
                self.problems
                    .add(&self.origins.clauses[ix.place()], message)
                    .help(format!("write law/{}.toml, or make the clause a reminder", clause.id));
            }
        }
    }

    fn unused_in_law(&mut self) {
        let mut values: Vec<BTreeSet<Values>> = vec![BTreeSet::new(); self.law.facts.len()];
        let mut readings: BTreeSet<ReadingIx> = self.used_readings.clone();
        let mut by_clause: Vec<BTreeSet<ClauseIx>> =
            vec![BTreeSet::new(); self.content.readings.len()];
        let mut elements: BTreeSet<usize> = BTreeSet::new();
        let law = &self.law;
        let mut note = |when: &LawCondition, clause: Option<ClauseIx>| {
            named_elements(law, when, &mut elements);
            when.for_each_leaf(law, &mut |leaf| match leaf {
                LawCondition::Fact(fact, of) => drop(values[usize::from(fact.0)].insert(*of)),
                LawCondition::Reading(reading, _) => {
                    readings.insert(*reading);
                    by_clause[reading.place()].extend(clause);
                }
                _ => {}
            });
        };
        for rule in &law.rules {
            note(&rule.when, Some(rule.clause));
            let only = [&rule.only.me, &rule.only.ngo, &rule.only.staff];
            let others = only.into_iter().flatten().chain(&rule.steps_first);
            others.for_each(|when| note(when, None));
        }
        law.actor.iter().chain(&law.towards).for_each(|when| note(when, None));
        law.step_when.values().for_each(|when| note(when, None));
        for (fact, read) in law.facts.iter().zip(&values) {
            if read.is_empty() {
                self.problems
                    .add(&fact.place, format!("no rule reads the fact `{}`", fact.id))
                    .help("use it in a rule of law/, or take it out");
                continue;
            }
            for (ix, value) in (0_u8..).map(ValueIx).zip(&fact.values).skip(1) {
                let apart = |values: &Values| values.contains(ix) != values.contains(ValueIx(0));
                if !read.iter().any(apart) {
                    let message =
                        format!("no rule reads the value `{}` of `{}`", value.id, fact.id);
                    self.problems.add(&value.place, message).help(
                        "to every rule it is the same as the first value: use it, or take it out",
                    );
                }
            }
        }
        for (ix, element) in law.elements.iter().enumerate() {
            if !elements.contains(&ix) {
                self.problems
                    .add(&element.place, format!("no rule uses the element `{}`", element.id))
                    .help("use it in a rule of law/, or take it out");
            }
        }
        for (ix, (declared, place)) in (0_u8..).map(ReadingIx).zip(&self.declared.reading_clauses) {
            let id = &self.content.readings[ix.place()].id;
            if !readings.contains(&ix) {
                self.problems
                    .add(place, format!("no rule turns on the reading `{id}`"))
                    .help("use it in a rule of law/, or take it out");
            } else if *declared != by_clause[ix.place()] {
                let numbers: Vec<&str> = by_clause[ix.place()]
                    .iter()
                    .map(|clause| self.content.clauses[clause.place()].id.as_str())
                    .collect();
                self.problems
                    .add(place, format!("`clauses` does not list the clauses that turn on `{id}`"))
                    .help(format!(
                        "write `clauses = [{}]`",
                        numbers.iter().map(|n| format!("\"{n}\"")).collect::<Vec<_>>().join(", ")
                    ));
            }
        }
    }
}

/// The elements that a condition names, directly or through others.
fn named_elements(law: &super::Law, when: &LawCondition, found: &mut BTreeSet<usize>) {
    match when {
        LawCondition::All(parts) | LawCondition::Any(parts) => {
            parts.iter().for_each(|part| named_elements(law, part, found));
        }
        LawCondition::Not(part) => named_elements(law, part, found),
        LawCondition::Element(element) => {
            if found.insert(*element) {
                named_elements(law, &law.elements[*element].when, found);
            }
        }
        LawCondition::Fact(..) | LawCondition::Reading(..) => {}
    }
}

/// The person whose openness turns on a reading.
pub(crate) type PersonReading = (PersonIx, Id);
