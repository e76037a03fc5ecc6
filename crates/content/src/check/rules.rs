//! Rules: what a clause may say to whom, and on what ground.

use std::sync::Arc;

use adal_core::{
    Check, ClauseIx, Condition, Effect, Kind, NgoBearing, People, PersonIx, Reading, Rule, RuleIx,
    StepIx,
};

use super::{Build, NGO, texts};
use crate::expression::{self, Scope};
use crate::problem::{Place, SourceFile, list};
use crate::raw::{self, Openness, Word, Worded};

/// The effects that a kind of clause allows.
pub(super) fn effects(kind: Kind) -> &'static [Effect] {
    match kind {
        Kind::Prohibition | Kind::Restriction => &[Effect::Prohibited, Effect::Expected],
        Kind::Duty => &[Effect::Duty, Effect::StepsFirst, Effect::Expected],
        Kind::Right => &[Effect::Right],
        Kind::Recommendation => &[Effect::Recommended, Effect::Expected],
        Kind::Measure | Kind::Provision => &[],
    }
}

impl Build {
    /// Adds a rule of a situation; true when its condition could be read.
    pub(super) fn rule(
        &mut self,
        raw: &raw::Rule,
        scope: &mut Scope,
        file: &Arc<SourceFile>,
    ) -> (RuleIx, bool) {
        let place = Place::at(file, raw.clause.span());
        let clause = self.clauses.find(&raw.clause, file, &mut self.problems);
        let people: People =
            self.people.find_list(&raw.people, file, &mut self.problems).into_iter().collect();
        self.rule_people(raw, people, clause, &place);
        self.rule_effect(raw, clause, &Place::at(file, raw.effect.span()));
        let when = self.when(raw, scope, file);
        let steps = self.rule_steps(raw, people, clause, file);
        self.openness(raw, people, clause, &steps, &place);
        let rule = Rule {
            clause: clause.unwrap_or(ClauseIx(0)),
            people,
            when: when.clone().unwrap_or(Condition::ALWAYS),
            effect: raw.effect.get_ref().0,
            reading: self.reading(raw, clause, file),
            because: texts::prose(&raw.because, "because", &place, &mut self.problems),
            steps,
        };
        let index = RuleIx(u16::try_from(self.content.rules.len()).unwrap_or(u16::MAX));
        self.content.rules.push(rule);
        self.origins.rules.push(place);
        (index, when.is_some())
    }

    fn when(
        &mut self,
        raw: &raw::Rule,
        scope: &mut Scope,
        file: &Arc<SourceFile>,
    ) -> Option<Condition> {
        let expression = expression::parse(&raw.when, file, &mut self.problems)?;
        scope.note_used(&expression);
        let condition = scope.lower(&expression, &mut self.problems)?;
        self.not_constant(&condition, "this condition", &Place::at(file, raw.when.span()));
        Some(condition)
    }

    fn ngo(&self) -> Option<PersonIx> {
        (0_u8..)
            .map(PersonIx)
            .zip(&self.content.people)
            .find(|(_, p)| p.id == NGO)
            .map(|(ix, _)| ix)
    }

    fn rule_people(
        &mut self,
        raw: &raw::Rule,
        people: People,
        clause: Option<ClauseIx>,
        place: &Place,
    ) {
        if raw.people.is_empty() {
            self.problems.add(place, "`people` names nobody").help("say whom the rule concerns");
        }
        let ngo = self.ngo().filter(|ngo| people.contains(*ngo));
        let staff = ngo.map_or(people, |ngo| people.without(ngo));
        if ngo.is_some() && !staff.is_empty() {
            self.problems
                .add(place, format!("one rule concerns `{NGO}` and {}", self.names(staff)))
                .help(format!("write two rules: what staff owe `{NGO}` is said in other words"));
        }
        let Some(clause) = clause else { return };
        let clause = &self.content.clauses[clause.place()];
        if ngo.is_some() && clause.check == Check::Assessed && clause.ngo == NgoBearing::None {
            self.problems
                .add(place, format!("`{}` is said not to bear on `{NGO}`", clause.id))
                .help(
                    "in standard.toml its `ngo` must be `in-effect` or `direct`, or this rule goes",
                );
        }
        let unbound: People = staff
            .iter()
            .filter(|person| {
                let person = &self.content.people[person.place()];
                person.open.is_none() && !person.stands_for.meets(clause.binds)
            })
            .collect();
        if !unbound.is_empty() {
            let message = format!("`{}` does not bind {}", clause.id, self.names(unbound));
            let help = match clause.binds.is_empty() {
                true => "in standard.toml it binds the Company as a whole".to_owned(),
                false => format!("its `binds` in standard.toml: {}", self.names(clause.binds)),
            };
            self.problems.add(place, message).help(help);
        }
    }

    fn rule_effect(&mut self, raw: &raw::Rule, clause: Option<ClauseIx>, place: &Place) {
        let effect = raw.effect.get_ref().0;
        let for_ngo = raw.people.iter().any(|person| person.get_ref() == NGO);
        if for_ngo && effect != Effect::Expected {
            self.problems
                .add(place, format!("`{}` is no effect for `{NGO}`", effect.word()))
                .help("the Standard does not bind an NGO: its effect is `expected`");
        } else if !for_ngo && effect == Effect::Expected {
            self.problems
                .add(place, "`expected` is what staff owe an NGO, so it is no effect for staff")
                .help(format!("it stands only in rules for `{NGO}`"));
        }
        let Some(clause) = clause.map(|clause| &self.content.clauses[clause.place()]) else {
            return;
        };
        if clause.check != Check::Assessed {
            let message =
                format!("`{}` is {}, so it has no rules", clause.id, a_check(clause.check));
            self.problems
                .add(place, message)
                .help("list a reminder clause under `reminders` of the situation");
        } else if !effects(clause.kind).contains(&effect) {
            let allowed: Vec<&str> = effects(clause.kind).iter().map(|e| e.word()).collect();
            let kind = clause.kind.word();
            self.problems
                .add(place, format!("`{}` is no effect of a {kind} ({})", effect.word(), clause.id))
                .help(format!("a {kind} allows {}", list(&allowed)));
        }
    }

    /// A wording that is not settled towards these people needs an open rule, and an open rule says whom to ask.
    fn openness(
        &mut self,
        raw: &raw::Rule,
        people: People,
        clause: Option<ClauseIx>,
        steps: &[StepIx],
        place: &Place,
    ) {
        if is_open(raw) {
            let asking = &self.declared.asking;
            if steps.len() == raw.steps.len() && !steps.iter().any(|step| asking.contains(step)) {
                self.problems
                    .add(place, "an open rule without a step that says whom to ask")
                    .help("add a step that has `asks = true` in steps.toml");
            }
            return;
        }
        let Some(clause) = clause else { return };
        let Some(settled) = self.declared.settled_for.get(&clause).copied() else { return };
        let others: People = people
            .iter()
            .filter(|person| {
                let person = &self.content.people[person.place()];
                (person.id != NGO || settled.is_empty()) && !person.stands_for.meets(settled)
            })
            .collect();
        if !others.is_empty() {
            let id = &self.content.clauses[clause.place()].id;
            let message = format!("the wording of `{id}` is open towards {}", self.names(others));
            self.problems
                .add(place, message)
                .help("add `reading = \"open\"`; see its `settled-for` in standard.toml");
        }
    }

    fn reading(
        &mut self,
        raw: &raw::Rule,
        clause: Option<ClauseIx>,
        file: &Arc<SourceFile>,
    ) -> Reading {
        let place = Place::at(file, raw.clause.span());
        let own = texts::readings(raw.readings.as_ref(), &place, &mut self.problems);
        let Some(open) = raw.reading.as_ref().filter(|_| is_open(raw)) else {
            if raw.readings.is_some() {
                self.problems
                    .add(&place, "`readings` stands under a rule that is not open")
                    .help("add `reading = \"open\"`, or take the readings out");
            }
            return Reading::Settled;
        };
        let of_clause =
            clause.and_then(|clause| self.content.clauses[clause.place()].readings.clone());
        match own.or(of_clause) {
            Some(readings) => Reading::Open(readings),
            None => {
                if clause.is_some() && raw.readings.is_none() {
                    self.problems
                        .add(&Place::at(file, open.span()), "an open rule without readings")
                        .help("give two `readings` here, or at the clause in standard.toml");
                }
                Reading::Settled
            }
        }
    }

    fn rule_steps(
        &mut self,
        raw: &raw::Rule,
        people: People,
        clause: Option<ClauseIx>,
        file: &Arc<SourceFile>,
    ) -> Vec<StepIx> {
        let mut steps = self.steps.find_list(&raw.steps, file, &mut self.problems);
        for id in &raw.steps {
            let step = steps.iter().find(|ix| self.content.steps[ix.place()].id == *id.get_ref());
            if let Some(step) = step {
                self.rule_step(*step, people, clause, &Place::at(file, id.span()));
            }
        }
        self.used.unsure |= steps.len() < raw.steps.len();
        self.used.steps.extend(&steps);
        steps.sort_unstable();
        steps
    }

    fn rule_step(&mut self, step: StepIx, people: People, clause: Option<ClauseIx>, place: &Place) {
        let step = &self.content.steps[step.place()];
        if step.clauses.is_empty() {
            return;
        }
        let requiring: Vec<&str> = step
            .clauses
            .iter()
            .map(|clause| self.content.clauses[clause.place()].id.as_str())
            .collect();
        let requiring = list(&requiring);
        if self.ngo().is_some_and(|ngo| people.contains(ngo)) {
            let message = format!("`{}` is required by {requiring}: no step for an NGO", step.id);
            self.problems.add(place, message).help("only advice may be given to an NGO");
        } else if clause.is_some_and(|clause| !step.clauses.contains(&clause)) {
            let message = format!("the clause of this rule does not require `{}`", step.id);
            self.problems
                .add(place, message)
                .help(format!("in steps.toml it is required by {requiring} only"));
        }
    }
}

fn is_open(raw: &raw::Rule) -> bool {
    matches!(raw.reading.as_ref().map(|reading| reading.get_ref()), Some(Word(Openness::Open)))
}

fn a_check(check: Check) -> &'static str {
    match check {
        Check::Assessed => "assessed",
        Check::Reminder => "a reminder",
        Check::Information => "for information",
    }
}
