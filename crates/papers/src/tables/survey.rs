//! What the tables show, the same in every language: numbered rules with their minimal answer sets, and question maps.

use std::collections::BTreeSet;

use adal_content::Loaded;
use adal_core::{
    ClauseIx, Content, Effect, Headline, People, PersonIx, QuestionIx, Reading, RuleIx, SituationIx,
};
use adal_proof::{Proof, SituationProof};

use super::map::{QuestionMap, question_map};
use super::minimal::{MinimalForm, minimal_form};

/// Everything that the tables show.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    pub(super) loaded: &'a Loaded,
    /// In the order of the start page.
    pub(super) situations: Vec<SurveyedSituation>,
}

/// One situation.
#[derive(Debug)]
pub(super) struct SurveyedSituation {
    pub(super) ix: SituationIx,
    /// Its number in the tables, from 1.
    pub(super) number: usize,
    /// Clause by clause in the order of the Standard, then in the order of the file.
    pub(super) rules: Vec<NumberedRule>,
    pub(super) ends: usize,
    pub(super) longest: usize,
    /// The maps that differ, each with the kinds of people who see it.
    pub(super) maps: Vec<(Vec<People>, QuestionMap)>,
}

/// A rule with its number within its situation.
#[derive(Debug)]
pub(super) struct NumberedRule {
    pub(super) ix: RuleIx,
    pub(super) clause: ClauseIx,
    pub(super) number: usize,
    pub(super) form: MinimalForm,
}

/// What a rule says in short: its effect, and whether the wording leaves it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Outcome {
    pub(super) headline: Headline,
    pub(super) open: bool,
}

impl<'a> Survey<'a> {
    pub(super) fn new(loaded: &'a Loaded, proof: &Proof) -> Survey<'a> {
        let situations = (0_u8..).map(SituationIx).zip(&proof.situations).zip(1..);
        let survey = |((ix, proof), number)| surveyed(&loaded.content, ix, number, proof);
        Survey { loaded, situations: situations.map(survey).collect() }
    }

    pub(super) fn content(&self) -> &'a Content {
        &self.loaded.content
    }

    /// The people whom a situation or rule for `people` concerns, one by one.
    pub(super) fn concerned(&self, people: People) -> Vec<PersonIx> {
        let content = self.content();
        let all = (0..content.people.len() as u8).map(PersonIx);
        all.filter(|person| content[*person].stands_for.meets(people)).collect()
    }

    pub(super) fn outcome(&self, rule: RuleIx) -> Outcome {
        let rule = &self.content()[rule];
        outcome_of(rule.effect, &rule.reading)
    }

    /// The rules of a clause in all situations.
    pub(super) fn rules_of(
        &self,
        clause: ClauseIx,
    ) -> impl Iterator<Item = (&SurveyedSituation, &NumberedRule)> {
        self.situations.iter().flat_map(move |situation| {
            situation.rules_of(clause).map(move |rule| (situation, rule))
        })
    }
}

impl SurveyedSituation {
    /// The clauses of its rules, in the order of the Standard.
    pub(super) fn clauses(&self) -> BTreeSet<ClauseIx> {
        self.rules.iter().map(|rule| rule.clause).collect()
    }

    pub(super) fn rules_of(&self, clause: ClauseIx) -> impl Iterator<Item = &NumberedRule> {
        self.rules.iter().filter(move |rule| rule.clause == clause)
    }
}

fn surveyed(
    content: &Content,
    ix: SituationIx,
    number: usize,
    proof: &SituationProof,
) -> SurveyedSituation {
    let choices = |question: QuestionIx| content[question].choices.len();
    let mut rules = content[ix].rules.clone();
    rules.sort_by_key(|rule| content[*rule].clause);
    let numbered = rules.into_iter().zip(1..).map(|(rule, number)| NumberedRule {
        ix: rule,
        clause: content[rule].clause,
        number,
        form: minimal_form(&content[rule].when, &choices),
    });
    SurveyedSituation {
        ix,
        number,
        rules: numbered.collect(),
        ends: proof.ends,
        longest: proof.longest,
        maps: maps(content, ix, &proof.kinds),
    }
}

/// One map for all people who have the same.
fn maps(
    content: &Content,
    situation: SituationIx,
    kinds: &[Vec<People>],
) -> Vec<(Vec<People>, QuestionMap)> {
    let mut maps: Vec<(Vec<People>, QuestionMap)> = Vec::new();
    for group in kinds {
        let Some(first) = group.first() else { continue };
        let map = question_map(content, *first, situation);
        match maps.iter_mut().find(|(_, known)| *known == map) {
            Some((people, _)) => people.extend(group),
            None => maps.push((group.clone(), map)),
        }
    }
    maps
}

fn outcome_of(effect: Effect, reading: &Reading) -> Outcome {
    Outcome { headline: headline_of(effect), open: matches!(reading, Reading::Open(_)) }
}

/// What an effect gives as the headline of a result, when its wording is settled.
fn headline_of(effect: Effect) -> Headline {
    match effect {
        Effect::Prohibited => Headline::Prohibited,
        Effect::Duty => Headline::Duty,
        Effect::StepsFirst => Headline::StepsFirst,
        Effect::Expected => Headline::Expected,
        Effect::Recommended => Headline::Recommended,
        Effect::Right => Headline::Right,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    use adal_core::{Answer, Answers, ChoiceIx, Truth};

    use super::*;

    /// Every assignment of these questions.
    fn assignments(content: &Content, questions: &[QuestionIx]) -> Vec<Answers> {
        questions.iter().fold(vec![Answers::new()], |before, question| {
            let choices = (0..content[*question].choices.len() as u8).map(ChoiceIx);
            let with = |choice| {
                before.iter().cloned().map(move |mut answers| {
                    answers.insert(*question, Answer::Choice(choice));
                    answers
                })
            };
            choices.flat_map(with).collect()
        })
    }

    #[test]
    fn the_table_of_each_shipped_rule_says_what_the_rule_says() {
        let loaded =
            adal_content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"));
        let loaded = loaded.unwrap();
        let survey = Survey::new(&loaded, &adal_proof::prove(&loaded));
        let mut compared = 0;
        for rule in survey.situations.iter().flat_map(|situation| &situation.rules) {
            let when = &loaded.content[rule.ix].when;
            let mut questions = Vec::new();
            when.for_each_question(&mut |question| questions.push(question));
            questions.sort_unstable();
            questions.dedup();
            for answers in assignments(&loaded.content, &questions) {
                let fits = |row: usize, question: &QuestionIx| {
                    rule.form.cell(row, *question).is_none_or(|choices| {
                        matches!(answers.get(question), Some(Answer::Choice(c)) if choices.contains(*c))
                    })
                };
                let held = (0..rule.form.rows.len())
                    .any(|row| rule.form.questions.iter().all(|question| fits(row, question)));
                assert_eq!(held, when.truth(&answers) == Truth::Yes, "{:?}: {answers:?}", rule.ix);
                compared += 1;
            }
        }
        assert_eq!(
            survey.situations.iter().map(|s| s.rules.len()).sum::<usize>(),
            loaded.content.rules.len()
        );
        assert!(compared > loaded.content.rules.len());
    }
}
