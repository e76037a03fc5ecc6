//! What must hold where a path ends: there is something to show, an NGO is not left without what staff owe it, and no
//! clause stands alone that must not.

use std::collections::BTreeSet;

use adal_content::{Loaded, NGO, Place, Problems, list};
use adal_core::{Answers, Case, Headline, Reading, RuleIx, SituationIx, Truth, headline};

use super::in_words;

/// An end of a path.
pub(super) struct End<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) case: &'a Case,
    /// The rules that concern the person, and what became of them.
    pub(super) rules: &'a [RuleIx],
    pub(super) truths: &'a [Truth],
    pub(super) live: &'a Answers,
}

/// What was told already: each mistake is told with the first path that shows it.
#[derive(Debug, Default)]
pub(super) struct Told(BTreeSet<(&'static str, Option<RuleIx>)>);

impl End<'_> {
    /// The headline of this end.
    pub(super) fn headline(&self) -> Headline {
        headline(&self.loaded.content, self.case, self.live)
    }

    /// Reports what does not hold here.
    pub(super) fn check(&self, told: &mut Told, problems: &mut Problems) {
        if self.headline() == Headline::Nothing {
            self.nothing_triggered(told, problems);
        } else {
            self.something_to_do(told, problems);
        }
        self.company(told, problems);
    }

    /// Where nothing is triggered, the person sees what was checked and what is expected in any case; and to an NGO
    /// nothing is said to be untriggered that its own answers trigger for the staff.
    fn nothing_triggered(&self, told: &mut Told, problems: &mut Problems) {
        for situation in &self.case.situations {
            let place = &self.loaded.origins.situations[situation.place()];
            if self.rules.is_empty() && told.0.insert(("nobody", None)) {
                let message = format!("no rule here concerns {}, who sees it", self.people());
                problems.add(place, message).help("add a rule for them, or mend `people`");
            }
            let reminders = &self.loaded.content[*situation].reminders;
            if reminders.is_empty() && told.0.insert(("reminders", None)) {
                let message =
                    format!("with {} nothing is triggered, and no reminder is listed", self.path());
                problems.add(place, message).help("list `reminders` that help here");
            }
            if self.is_ngo() {
                self.untold_to_ngo(*situation, told, problems);
            }
        }
    }

    fn untold_to_ngo(&self, situation: SituationIx, told: &mut Told, problems: &mut Problems) {
        let content = &self.loaded.content;
        for rule in &content[situation].rules {
            let verb = match content[*rule].when.truth(self.live) {
                Truth::Yes => "holds",
                Truth::Unknown => "may hold",
                Truth::No => continue,
            };
            if told.0.insert(("untold", Some(*rule))) {
                let message = format!(
                    "with {} this rule about staff {verb}, but `{NGO}` sees nothing triggered",
                    self.path()
                );
                problems.add(self.place(*rule), message).help(format!(
                    "write a rule for `{NGO}` with the effect `expected`, or do not show it the \
                     situation"
                ));
            }
        }
    }

    /// Where a clause applies or may apply, there is a step to take.
    fn something_to_do(&self, told: &mut Told, problems: &mut Problems) {
        let content = &self.loaded.content;
        let mut found = self.found().map(|(rule, _)| rule).peekable();
        let Some(first) = found.peek().copied() else { return };
        if found.all(|rule| content[rule].steps.is_empty()) && told.0.insert(("steps", Some(first)))
        {
            let message = format!("with {} a clause is found, but there is no step", self.path());
            problems.add(self.place(first), message).help("give the rule a step, or advice");
        }
    }

    /// A clause that never stands alone holds only where a settled rule of another clause holds, and may hold only where
    /// such a rule holds or may hold.
    fn company(&self, told: &mut Told, problems: &mut Problems) {
        let content = &self.loaded.content;
        let never_alone = &self.loaded.declared.never_alone;
        let alone = |rule: RuleIx| never_alone.contains(&content[rule].clause);
        for (rule, truth) in self.found().filter(|(rule, _)| alone(*rule)) {
            let accompanied = self.found().any(|(other, its_truth)| {
                !alone(other)
                    && content[other].reading == Reading::Settled
                    && (its_truth == Truth::Yes || truth == Truth::Unknown)
            });
            if !accompanied && told.0.insert(("alone", Some(rule))) {
                let id = &content[content[rule].clause].id;
                let message = format!("with {} `{id}` stands alone", self.path());
                problems
                    .add(self.place(rule), message)
                    .help("ask in the condition for what another clause names as well");
            }
        }
    }

    /// The rules that hold or may hold.
    fn found(&self) -> impl Iterator<Item = (RuleIx, Truth)> {
        let all = self.rules.iter().copied().zip(self.truths.iter().copied());
        all.filter(|(_, truth)| *truth != Truth::No)
    }

    fn is_ngo(&self) -> bool {
        self.case.people.iter().any(|person| self.loaded.content[person].id == NGO)
    }

    fn people(&self) -> String {
        list(&super::ids(&self.loaded.content, self.case.people))
    }

    fn path(&self) -> String {
        let answers: Vec<_> = self.case.answers.iter().map(|(q, a)| (*q, *a)).collect();
        in_words(&self.loaded.content, &answers)
    }

    fn place(&self, rule: RuleIx) -> &Place {
        &self.loaded.origins.rules[rule.place()]
    }
}
