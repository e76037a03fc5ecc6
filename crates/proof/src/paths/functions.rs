//! The rules of a situation as functions of all answers at once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use adal_content::law::diagram::{Diagram, Diagrams};
use adal_core::{
    ChoiceIx, ClauseIx, Condition, Content, Effect, Headline, QuestionIx, RuleIx, SituationIx,
};

use super::choices::Choices;

/// The rules of a situation that concern some people.
pub(super) struct Functions<'a> {
    content: &'a Content,
    order: &'a [QuestionIx],
    rules: &'a [RuleIx],
    diagrams: Diagrams,
    /// When each rule holds.
    when: Vec<Diagram>,
    /// The outcome of each clause: state, effect and readings.
    outcomes: Vec<Diagram>,
    /// What is shown of each clause: the outcome with reasons and steps.
    shown: Vec<Diagram>,
    /// The headline of each clause.
    headlines: Vec<Diagram>,
}

impl<'a> Functions<'a> {
    pub(super) fn new(
        content: &'a Content,
        situation: SituationIx,
        rules: &'a [RuleIx],
    ) -> Functions<'a> {
        let order = content[situation].questions.as_slice();
        let sizes = order.iter().map(|question| content[*question].choices.len()).collect();
        let mut functions = Functions {
            content,
            order,
            rules,
            diagrams: Diagrams::new(sizes),
            when: Vec::new(),
            outcomes: Vec::new(),
            shown: Vec::new(),
            headlines: Vec::new(),
        };
        functions.when = rules.iter().map(|rule| functions.diagram(&content[*rule].when)).collect();
        let clauses: BTreeSet<ClauseIx> = rules.iter().map(|rule| content[*rule].clause).collect();
        clauses.into_iter().for_each(|clause| functions.clause(clause));
        functions
    }

    /// The rules that hold for some answers.
    pub(super) fn hold(&self) -> impl Iterator<Item = RuleIx> + '_ {
        let all = self.rules.iter().zip(&self.when);
        all.filter(|(_, when)| **when != Diagram::NO).map(|(rule, _)| *rule)
    }

    /// The possible headlines.
    pub(super) fn headlines(&mut self) -> BTreeSet<Headline> {
        const ALL: [Headline; 8] = [
            Headline::Prohibited,
            Headline::Duty,
            Headline::StepsFirst,
            Headline::Expected,
            Headline::Recommended,
            Headline::Right,
            Headline::MayApply,
            Headline::Nothing,
        ];
        let mut strongest = Diagram::result(Headline::Nothing as u32);
        for headline in &self.headlines {
            strongest = self.diagrams.combine(&[strongest, *headline], &mut |parts| {
                parts.iter().copied().min().unwrap_or(Headline::Nothing as u32)
            });
        }
        let found = self.diagrams.results(strongest);
        ALL.into_iter().filter(|headline| found.contains(&(*headline as u32))).collect()
    }

    /// Records which questions change something, and which of their choices have different outcomes.
    pub(super) fn questions(&mut self, choices: &mut Choices) {
        for (place, question) in self.order.iter().enumerate() {
            let needed = |diagram: &Diagram| self.diagrams.depends(*diagram, place);
            if self.shown.iter().any(needed) {
                choices.note(*question);
            }
            let size = self.content[*question].choices.len();
            for lower in 0..size {
                for upper in 0..lower {
                    let apart = self.outcomes.clone().into_iter().any(|outcome| {
                        let [one, other] = [upper, lower]
                            .map(|choice| self.diagrams.answered(outcome, place, choice));
                        one != other
                    });
                    if apart {
                        let [upper, lower] = [upper, lower].map(|choice| ChoiceIx(choice as u8));
                        choices.note_apart(*question, upper, lower);
                    }
                }
            }
        }
    }

    fn diagram(&mut self, condition: &Condition) -> Diagram {
        self.diagrams.condition(condition, self.order)
    }

    /// Combines all rules of a clause.
    fn clause(&mut self, clause: ClauseIx) {
        let content = self.content;
        let mut outcome = Vec::new();
        let mut shown = Vec::new();
        let mut headline = Diagram::result(Headline::Nothing as u32);
        let rules: Vec<(RuleIx, Diagram)> =
            self.rules.iter().copied().zip(self.when.iter().copied()).collect();
        for (ix, when) in rules.into_iter().filter(|(ix, _)| content[*ix].clause == clause) {
            let rule = &content[ix];
            outcome.push(when);
            let parts = rule.effects.iter().map(|part| &part.when);
            let parts = parts.chain(rule.readings.iter().map(|part| &part.when));
            self.parts(parts, when, &mut outcome);
            let others = rule.reasons.iter().map(|part| &part.when);
            let others = others.chain(rule.steps.iter().map(|part| &part.when));
            self.parts(others, when, &mut shown);
            if !content[clause].never_alone {
                headline = self.headline(ix, when, headline);
            }
        }
        let outcome = self.vector(&outcome);
        shown.push(outcome);
        let shown = self.vector(&shown);
        self.outcomes.push(outcome);
        self.shown.push(shown);
        self.headlines.push(headline);
    }

    fn parts<'c>(
        &mut self,
        parts: impl Iterator<Item = &'c Condition>,
        when: Diagram,
        list: &mut Vec<Diagram>,
    ) {
        for part in parts {
            let part = self.diagram(part);
            list.push(self.diagrams.all(&[part, when]));
        }
    }

    /// All of these as one function.
    fn vector(&mut self, parts: &[Diagram]) -> Diagram {
        let mut known: HashMap<Vec<u32>, u32> = HashMap::new();
        self.diagrams.combine(parts, &mut |parts| {
            let next = known.len() as u32;
            *known.entry(parts.to_vec()).or_insert(next)
        })
    }

    fn headline(&mut self, ix: RuleIx, when: Diagram, before: Diagram) -> Diagram {
        let rule = &self.content[ix];
        let effects: BTreeMap<usize, Effect> =
            rule.effects.iter().map(|effect| effect.item).enumerate().collect();
        let mut parts = vec![before, when];
        for effect in &rule.effects {
            parts.push(self.diagram(&effect.when));
        }
        let settled = rule.is_settled();
        self.diagrams.combine(&parts, &mut |parts| {
            let (before, holds) = (parts[0], parts[1] == 1);
            if !holds {
                return before;
            }
            let first = parts[2..].iter().position(|effect| *effect == 1).unwrap_or_default();
            let own = match effects.get(&first) {
                Some(effect) if settled => Headline::of(*effect),
                _ => Headline::MayApply,
            };
            before.min(own as u32)
        })
    }
}
