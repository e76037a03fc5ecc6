//! What the Standard says about a case: findings with their reasons, what would change them, and what to do.

use crate::{
    Answer, Answers, Case, Check, ChoiceIx, ClauseIx, Condition, Content, Effect, PersonIx,
    QuestionIx, Reading, RuleIx, StepIx, Truth, live,
};

/// Everything that the result page shows. Recomputed from scratch at each change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The strongest thing to say.
    pub headline: Headline,
    /// One finding a clause, strongest first, then in the order of the Standard.
    pub findings: Vec<Finding>,
    /// Facts that the person was not sure of and that would settle a finding, in content order.
    pub find_out: Vec<QuestionIx>,
    /// Questions not asked yet that could still change a finding, in content order.
    pub still_open: Vec<QuestionIx>,
    /// What to do, in content order, each step once.
    pub steps: Vec<StepToTake>,
    /// Reminder clauses of the chosen situations, in the order of the Standard.
    pub reminders: Vec<ClauseIx>,
    /// Clauses that were checked and that these answers do not trigger.
    pub not_triggered: Vec<ClauseIx>,
    /// Assessed clauses that the chosen situations do not check for this person.
    pub not_checked: Vec<ClauseIx>,
}

/// The strongest thing to say, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Headline {
    /// A clause prohibits what the person means to do.
    Prohibited,
    /// A clause requires the person to act.
    Duty,
    /// It may go on only after steps that the Standard names.
    StepsFirst,
    /// The staff owe the NGO something.
    Expected,
    /// A clause may apply: a fact is missing or the wording is open.
    MayApply,
    /// A clause recommends something.
    Recommended,
    /// A clause gives the person a right.
    Right,
    /// No clause that was checked is triggered by these answers. Not an acquittal.
    Nothing,
}

/// A clause that applies or may apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The clause.
    pub clause: ClauseIx,
    /// Whether it applies or may apply.
    pub state: State,
    /// What it says, when it applies.
    pub effect: Effect,
    /// The strongest rule that found it: its `because` and readings are shown.
    pub rule: RuleIx,
    /// The smallest set of the person's answers that decides it; empty when facts are missing.
    pub reasons: Vec<Reason>,
    /// Each single other answer by which the clause would not be triggered.
    pub counterfactuals: Vec<Counterfactual>,
    /// Questions answered "not sure" that could settle it.
    pub find_out: Vec<QuestionIx>,
    /// Questions not asked yet that could settle it.
    pub still_open: Vec<QuestionIx>,
}

impl Finding {
    /// The headline that this finding alone would give.
    pub fn headline(&self) -> Headline {
        headline_of(self.state, self.effect)
    }
}

/// Whether a clause applies or may apply, and why only *may*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Its condition holds and its wording is settled.
    Applies,
    /// Its condition holds, and its wording leaves open whether it covers this.
    WordingOpen,
    /// Its condition holds, and the Standard does not name this kind of person.
    PersonOpen(PersonIx),
    /// A fact is missing.
    FactsOpen,
}

/// An answer that makes a clause apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The question.
    pub question: QuestionIx,
    /// What the person answered.
    pub choice: ChoiceIx,
}

/// A single other answer by which a clause would not be triggered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counterfactual {
    /// The question.
    pub question: QuestionIx,
    /// The other answer.
    pub instead: ChoiceIx,
}

/// A step with its ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepToTake {
    /// The step.
    pub step: StepIx,
    /// Who says so.
    pub ground: Ground,
}

/// Who says that a step is to be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The Standard, by these clauses, which apply.
    Requires(Vec<ClauseIx>),
    /// The Standard, if these clauses apply, which is open.
    MayRequire(Vec<ClauseIx>),
    /// Nobody but this tool.
    Advice,
}

/// The headline alone, for these live answers: enough to tell whether a first answer can be given.
pub fn headline(content: &Content, case: &Case, live: &Answers) -> Headline {
    content
        .rules_for(case)
        .filter_map(|rule| outcome(content, case, rule, live))
        .map(|outcome| headline_of(outcome.state, outcome.effect))
        .min()
        .unwrap_or(Headline::Nothing)
}

/// Each clause that applies or may apply, in the order of the Standard, for these live answers: what two ends of the
/// interview must share to be the same for the Standard.
pub fn outcomes(content: &Content, case: &Case, live: &Answers) -> Vec<(ClauseIx, State, Effect)> {
    let all: Vec<Outcome> =
        content.rules_for(case).filter_map(|rule| outcome(content, case, rule, live)).collect();
    let mut strongest: Vec<_> = strongest_by_clause(&all)
        .into_iter()
        .map(|outcome| (outcome.clause, outcome.state, outcome.effect))
        .collect();
    strongest.sort_unstable();
    strongest
}

/// What the Standard says about a case.
pub fn assess(content: &Content, case: &Case) -> Assessment {
    let live = live(content, case);
    let outcomes: Vec<Outcome> =
        content.rules_for(case).filter_map(|rule| outcome(content, case, rule, &live)).collect();
    let mut findings: Vec<Finding> = strongest_by_clause(&outcomes)
        .into_iter()
        .map(|outcome| finding(content, case, outcome, &live))
        .collect();
    findings.sort_unstable_by_key(|finding| (finding.headline(), finding.clause));

    let checked = in_order(content.rules_for(case).map(|rule| content[rule].clause));
    let found = |clause: &ClauseIx| findings.iter().any(|finding| finding.clause == *clause);
    Assessment {
        headline: findings.first().map_or(Headline::Nothing, Finding::headline),
        find_out: collect_questions(content, case, findings.iter().map(|f| &f.find_out)),
        still_open: collect_questions(content, case, findings.iter().map(|f| &f.still_open)),
        steps: steps(content, &outcomes),
        reminders: reminders(content, case),
        not_triggered: checked.iter().copied().filter(|clause| !found(clause)).collect(),
        not_checked: (0_u8..)
            .map(ClauseIx)
            .zip(&content.clauses)
            .filter(|(ix, clause)| clause.check == Check::Assessed && !checked.contains(ix))
            .map(|(ix, _)| ix)
            .collect(),
        findings,
    }
}

/// A rule that holds or may hold.
#[derive(Clone, Copy, Debug)]
struct Outcome {
    rule: RuleIx,
    clause: ClauseIx,
    effect: Effect,
    state: State,
}

fn outcome(content: &Content, case: &Case, ix: RuleIx, live: &Answers) -> Option<Outcome> {
    let rule = &content[ix];
    let open_person = case
        .people
        .iter()
        .find(|person| content.people.get(person.place()).is_some_and(|p| p.open.is_some()));
    let state = match (rule.when.truth(live), &rule.reading, open_person) {
        (Truth::No, ..) => return None,
        (Truth::Unknown, ..) => State::FactsOpen,
        (Truth::Yes, Reading::Open(_), _) => State::WordingOpen,
        (Truth::Yes, Reading::Settled, Some(person)) => State::PersonOpen(person),
        (Truth::Yes, Reading::Settled, None) => State::Applies,
    };
    Some(Outcome { rule: ix, clause: rule.clause, effect: rule.effect, state })
}

/// A clause found by several rules is one finding in the state of its strongest rule; ties go to content order.
fn strongest_by_clause(outcomes: &[Outcome]) -> Vec<Outcome> {
    let strength = |o: &Outcome| (headline_of(o.state, o.effect), o.state, o.effect);
    let mut strongest: Vec<Outcome> = Vec::new();
    for outcome in outcomes {
        match strongest.iter_mut().find(|best| best.clause == outcome.clause) {
            Some(best) if strength(outcome) < strength(best) => *best = *outcome,
            Some(_) => {}
            None => strongest.push(*outcome),
        }
    }
    strongest
}

fn headline_of(state: State, effect: Effect) -> Headline {
    match (state, effect) {
        (State::Applies, Effect::Prohibited) => Headline::Prohibited,
        (State::Applies, Effect::Duty) => Headline::Duty,
        (State::Applies, Effect::StepsFirst) => Headline::StepsFirst,
        (State::Applies, Effect::Expected) => Headline::Expected,
        (State::Applies, Effect::Recommended) => Headline::Recommended,
        (State::Applies, Effect::Right) => Headline::Right,
        _ => Headline::MayApply,
    }
}

fn finding(content: &Content, case: &Case, outcome: Outcome, live: &Answers) -> Finding {
    let when = &content[outcome.rule].when;
    let holds = outcome.state != State::FactsOpen;
    let mut remaining = Vec::new();
    when.for_each_remaining(live, &mut |question| remaining.push(question));
    let (find_out, still_open) = content
        .questions_for(case)
        .into_iter()
        .filter(|question| remaining.contains(question))
        .partition(|question| live.contains_key(question));
    Finding {
        clause: outcome.clause,
        state: outcome.state,
        effect: outcome.effect,
        rule: outcome.rule,
        reasons: if holds { reasons(content, case, when, live) } else { Vec::new() },
        counterfactuals: if holds {
            counterfactuals(content, case, outcome.clause, live)
        } else {
            Vec::new()
        },
        find_out,
        still_open,
    }
}

/// The smallest subset of the live answers that makes the condition hold; ties go to content order.
fn reasons(content: &Content, case: &Case, when: &Condition, live: &Answers) -> Vec<Reason> {
    let mut occurring = Vec::new();
    when.for_each_question(&mut |question| occurring.push(question));
    let candidates: Vec<Reason> = content
        .questions_for(case)
        .into_iter()
        .filter(|question| occurring.contains(question))
        .filter_map(|question| match live.get(&question) {
            Some(Answer::Choice(choice)) => Some(Reason { question, choice: *choice }),
            _ => None,
        })
        .collect();
    (0..=candidates.len())
        .find_map(|size| deciding_subset(when, &candidates, size, &mut Vec::new()))
        .unwrap_or_default()
}

/// The first subset of this size, in content order, under which the condition holds.
fn deciding_subset(
    when: &Condition,
    candidates: &[Reason],
    size: usize,
    chosen: &mut Vec<Reason>,
) -> Option<Vec<Reason>> {
    if size == 0 {
        let mut answers = Answers::new();
        for reason in chosen.iter() {
            answers.insert(reason.question, Answer::Choice(reason.choice));
        }
        return (when.truth(&answers) == Truth::Yes).then(|| chosen.clone());
    }
    (0..candidates.len()).find_map(|first| {
        chosen.push(candidates[first]);
        let found = deciding_subset(when, &candidates[first + 1..], size - 1, chosen);
        chosen.pop();
        found
    })
}

/// Every single other choice after which no rule of the clause holds or may hold. Judged by the live answers alone: an
/// answer that is off the path now must not decide what the person is told.
fn counterfactuals(
    content: &Content,
    case: &Case,
    clause: ClauseIx,
    live_answers: &Answers,
) -> Vec<Counterfactual> {
    let mut lifting = Vec::new();
    for question in content.questions_for(case) {
        let Some(Answer::Choice(given)) = live_answers.get(&question) else { continue };
        for instead in (0..content[question].choices.len() as u8).map(ChoiceIx) {
            if instead == *given {
                continue;
            }
            let mut other = Case { answers: live_answers.clone(), ..case.clone() };
            other.answers.insert(question, Answer::Choice(instead));
            let answers = live(content, &other);
            let lifted = content
                .rules_for(&other)
                .filter(|rule| content[*rule].clause == clause)
                .all(|rule| content[rule].when.truth(&answers) == Truth::No);
            if lifted {
                lifting.push(Counterfactual { question, instead });
            }
        }
    }
    lifting
}

/// The steps of every rule that holds or may hold, each once, with the clauses among its own that require it.
fn steps(content: &Content, outcomes: &[Outcome]) -> Vec<StepToTake> {
    let of_rule = |outcome: &Outcome| content[outcome.rule].steps.iter().copied();
    let ground = |step: StepIx| {
        let clauses = |applies: bool| {
            let requiring = outcomes.iter().filter(move |outcome| {
                (outcome.state == State::Applies) == applies
                    && content[outcome.rule].steps.contains(&step)
                    && content[step].clauses.contains(&outcome.clause)
            });
            in_order(requiring.map(|outcome| outcome.clause))
        };
        match (clauses(true), clauses(false)) {
            (requires, _) if !requires.is_empty() => Ground::Requires(requires),
            (_, may_require) if !may_require.is_empty() => Ground::MayRequire(may_require),
            _ => Ground::Advice,
        }
    };
    in_order(outcomes.iter().flat_map(of_rule))
        .into_iter()
        .map(|step| StepToTake { step, ground: ground(step) })
        .collect()
}

fn reminders(content: &Content, case: &Case) -> Vec<ClauseIx> {
    in_order(case.situations.iter().flat_map(|ix| content[*ix].reminders.iter().copied()))
}

/// Each item once, in content order.
fn in_order<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}

/// The questions of all lists, in content order, each once.
fn collect_questions<'a>(
    content: &Content,
    case: &Case,
    lists: impl Iterator<Item = &'a Vec<QuestionIx>>,
) -> Vec<QuestionIx> {
    let wanted: Vec<QuestionIx> = lists.flatten().copied().collect();
    content.questions_for(case).into_iter().filter(|question| wanted.contains(question)).collect()
}
