//! Backward chaining: a question is asked because a rule that is not decided yet needs it.

use crate::{
    Answer, Answers, Case, ChoiceIx, Condition, Content, QuestionIx, RuleIx, Truth, sort_by_key,
};

/// Where the interview is for a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// The answers that count, as [`live`] finds them.
    pub live: Answers,
    /// The answered questions in the order of asking.
    pub asked: Vec<QuestionIx>,
    /// The next question; none when nothing is left that could change a rule.
    pub next: Option<QuestionIx>,
    /// How many questions can follow at most, the next one included. Along a path it only falls.
    pub at_most_left: usize,
}

/// Where the interview is: what counts, what comes next, how much can be left.
pub fn interview(content: &Content, case: &Case) -> Interview {
    let order = content.questions_for(case);
    let Walk { left, live, .. } = Walk::new(content, case, &order).finish(&case.answers);
    let needed = left.needed();
    Interview {
        asked: order.iter().copied().filter(|question| live.contains_key(question)).collect(),
        next: order.iter().copied().find(|question| needed.contains(question)),
        at_most_left: left.possible().len(),
        live,
    }
}

/// A single other choice for a question that was asked, with the answers that would count then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alternative {
    pub(crate) question: QuestionIx,
    pub(crate) instead: ChoiceIx,
    pub(crate) live: Answers,
}

/// Every single other choice, in content order. Only live answers count: an answer that is off the path must not affect
/// what the person is told.
pub(crate) fn alternatives(content: &Content, case: &Case, live: &Answers) -> Vec<Alternative> {
    let order = content.questions_for(case);
    let mut walk = Walk::new(content, case, &order);
    let mut all = Vec::new();
    while let Some((question, answer)) = walk.given(live) {
        if let Answer::Choice(given) = answer {
            let choices = (0..).map(ChoiceIx).take(content[question].choices.len());
            for instead in choices.filter(|choice| *choice != given) {
                // Up to this question nothing is different, so each alternative continues from here.
                let mut other = walk.clone();
                other.answer(question, Answer::Choice(instead));
                all.push(Alternative { question, instead, live: other.finish(live).live });
            }
        }
        walk.answer(question, answer);
    }
    let place = |question| order.iter().position(|other| *other == question);
    sort_by_key(&mut all, |alternative| place(alternative.question));
    all
}

/// The interview on its way: it asks the first needed question in content order.
#[derive(Clone)]
struct Walk<'a> {
    order: &'a [QuestionIx],
    left: Remaining,
    live: Answers,
}

impl<'a> Walk<'a> {
    fn new(content: &Content, case: &Case, order: &'a [QuestionIx]) -> Walk<'a> {
        Walk { order, left: Remaining::new(content, case), live: Answers::new() }
    }

    /// The first needed question that has an answer.
    fn given(&self, answers: &Answers) -> Option<(QuestionIx, Answer)> {
        let needed = self.left.needed();
        let asked = self.order.iter().filter(|question| needed.contains(question));
        asked.copied().find_map(|question| Some((question, *answers.get(&question)?)))
    }

    fn answer(&mut self, question: QuestionIx, answer: Answer) {
        self.live.insert(question, answer);
        self.left.answer(question, answer);
    }

    fn finish(mut self, answers: &Answers) -> Walk<'a> {
        while let Some((question, answer)) = self.given(answers) {
            self.answer(question, answer);
        }
        self
    }
}

/// The answers that count: those to questions that the interview would ask, given the ones before.
///
/// Answers to questions that are off the path stay stored in the case, and are never shown as reasons.
pub fn live(content: &Content, case: &Case) -> Answers {
    interview(content, case).live
}

/// What is left of the rules for a case once some questions are answered.
///
/// Two ways of answering that leave the same go on alike, whatever was answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Remaining {
    rules: Vec<RemainingRule>,
    /// The questions that were answered “not sure”: they stay in what is left and are not asked again.
    unsure: Vec<QuestionIx>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct RemainingRule {
    rule: RuleIx,
    /// Whether its clause is no ground by itself.
    never_alone: bool,
    /// Whether it can be what such a clause needs beside it.
    can_prohibit: bool,
    when: Condition,
    /// What belongs to it when it holds or may belong to it, by its place in [`crate::Rule::parts`].
    parts: Vec<(u16, Condition)>,
}

impl Remaining {
    /// All of the rules for a case: nothing is answered.
    pub fn new(content: &Content, case: &Case) -> Remaining {
        let rules = content.rules_for(case).map(|ix| {
            let rule = &content[ix];
            RemainingRule {
                rule: ix,
                never_alone: content[rule.clause].never_alone,
                can_prohibit: rule.can_prohibit(),
                when: rule.when.clone(),
                parts: (0..).zip(rule.parts().cloned()).collect(),
            }
        });
        let mut left = Remaining { rules: rules.collect(), unsure: Vec::new() };
        left.rules.retain(|rule| rule.when != Condition::NEVER);
        left
    }

    /// Takes an answer in.
    pub fn answer(&mut self, question: QuestionIx, answer: Answer) {
        if answer == Answer::NotSure {
            self.unsure.push(question);
            sort_by_key(&mut self.unsure, |question| *question);
        }
        self.fold(question, &Answers::from([(question, answer)]));
    }

    /// Leaves out what is decided.
    fn fold(&mut self, question: QuestionIx, answers: &Answers) {
        let fold = |condition: &mut Condition| {
            let mut concerned = false;
            condition.for_each_question(&mut |other| concerned |= other == question);
            if concerned {
                *condition = condition.remaining(answers);
            }
            *condition != Condition::NEVER
        };
        self.rules.retain_mut(|rule| fold(&mut rule.when));
        for rule in &mut self.rules {
            rule.parts.retain_mut(|(_, part)| fold(part));
        }
        let mut left = Vec::new();
        self.each(|_, when, _| when.for_each_question(&mut |question| left.push(question)));
        self.unsure.retain(|question| left.contains(question));
    }

    /// The questions that are needed next. A rule needs what decides it; once it holds, it needs what decides its parts:
    /// effect, reasons, readings and steps.
    pub fn needed(&self) -> Vec<QuestionIx> {
        let mut needed = Vec::new();
        self.each(|is_part, when, holds| {
            if holds == is_part {
                when.for_each_question(&mut |question| self.note(&mut needed, question));
            }
        });
        needed
    }

    /// All questions that could still follow. Where nothing is left to ask that would decide a rule, its parts are never
    /// needed.
    pub fn possible(&self) -> Vec<QuestionIx> {
        let mut possible = Vec::new();
        let mut can_hold = false;
        self.each(|is_part, when, holds| {
            let mut own = Vec::new();
            when.for_each_question(&mut |question| self.note(&mut own, question));
            if !is_part {
                can_hold = holds || !own.is_empty();
            }
            if can_hold {
                own.into_iter().for_each(|question| self.note(&mut possible, question));
            }
        });
        possible
    }

    /// The rules that hold or may hold, with what is known of them.
    pub fn rules(&self) -> impl Iterator<Item = (RuleIx, Truth)> + '_ {
        self.rules.iter().map(|rule| (rule.rule, rule.when.truth(&Answers::new())))
    }

    fn note(&self, list: &mut Vec<QuestionIx>, question: QuestionIx) {
        if !self.unsure.contains(&question) && !list.contains(&question) {
            list.push(question);
        }
    }

    /// Visits each condition: whether it is a part of its rule, the condition, and whether the rule holds.
    fn each(&self, mut visit: impl FnMut(bool, &Condition, bool)) {
        // What never stands alone need not be asked about where nothing can stand beside it.
        let accompanied = self.rules.iter().any(|rule| !rule.never_alone && rule.can_prohibit);
        for rule in self.rules.iter().filter(|rule| accompanied || !rule.never_alone) {
            let holds = rule.when == Condition::ALWAYS;
            visit(false, &rule.when, holds);
            rule.parts.iter().for_each(|(_, part)| visit(true, part, holds));
        }
    }
}
