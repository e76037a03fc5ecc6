//! What the Standard says about a case: findings with their reasons, what would change them, and what to do.

use std::cell::LazyCell;

use crate::content::given;
use crate::interview::{Alternative, alternatives};
use crate::{
    Answer, Answers, Case, Check, ChoiceIx, ClauseIx, Condition, Content, Effect, Interview,
    PersonIx, QuestionIx, ReadingIx, ReasonIx, RemarkIx, RuleIx, StepIx, Truth, in_order,
    interview, sort_by_key,
};

/// Everything that the result page shows. Recomputed at each change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The state of the interview.
    pub interview: Interview,
    /// The strongest conclusion.
    pub headline: Headline,
    /// Whether something else may apply in addition to a certain headline.
    pub also_may_apply: bool,
    /// For a person whom the Standard does not name: that person, and the headline if the Standard bound them.
    pub if_bound: Option<(PersonIx, Headline)>,
    /// One finding per clause, strongest first, then in the order of the Standard.
    pub findings: Vec<Finding>,
    /// Questions answered "not sure" that would settle a finding, in content order.
    pub find_out: Vec<QuestionIx>,
    /// Questions not asked yet that could still change a finding, in content order.
    pub still_open: Vec<QuestionIx>,
    /// What to do, in content order, without repetition.
    pub steps: Vec<StepToTake>,
    /// Reminder clauses of the selected situations, in the order of the Standard.
    pub reminders: Vec<ClauseIx>,
    /// Useful information that no clause contains, in content order.
    pub remarks: Vec<RemarkIx>,
    /// Clauses that were checked and are not triggered by these answers.
    pub not_triggered: Vec<ClauseIx>,
    /// Assessed clauses that the selected situations do not check for this person.
    pub not_checked: Vec<ClauseIx>,
}

/// The strongest conclusion, in decreasing strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Headline {
    /// A clause prohibits what the person intends to do.
    Prohibited,
    /// A clause requires the person to act.
    Duty,
    /// The person may proceed only after steps that the Standard names.
    StepsFirst,
    /// Staff owe the person something.
    Expected,
    /// A clause recommends something.
    Recommended,
    /// A clause gives the person a right.
    Right,
    /// A clause may apply: a fact is missing or the wording is open.
    MayApply,
    /// These answers trigger none of the clauses that were checked. Not an acquittal.
    Nothing,
}

impl Headline {
    /// The headline of a clause that applies with this effect.
    pub fn of(effect: Effect) -> Headline {
        match effect {
            Effect::Prohibited => Headline::Prohibited,
            Effect::Duty => Headline::Duty,
            Effect::StepsFirst => Headline::StepsFirst,
            Effect::Expected => Headline::Expected,
            Effect::Recommended => Headline::Recommended,
            Effect::Right => Headline::Right,
        }
    }
}

/// A clause that applies or may apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The clause.
    pub clause: ClauseIx,
    /// Whether it applies or may apply.
    pub state: State,
    /// Its effect, if it applies.
    pub effect: Effect,
    /// The rules that led to this state, in content order.
    pub rules: Vec<RuleIx>,
    /// The reasons, as sentences about the facts.
    pub because: Vec<ReasonIx>,
    /// The doubts that it depends on.
    pub readings: Vec<ReadingIx>,
    /// The doubts that it would depend on if the Company had not adopted a side.
    pub adopted: Vec<ReadingIx>,
    /// The clause under which it is shown, because that one applies and asks for the same.
    pub folded_under: Option<ClauseIx>,
    /// The smallest set of the person's answers that decides it. Empty if facts are missing.
    pub reasons: Vec<Reason>,
    /// Each single other answer with which the clause would not be triggered.
    pub counterfactuals: Vec<Counterfactual>,
    /// Questions answered "not sure" that could settle it.
    pub find_out: Vec<QuestionIx>,
    /// Questions not asked yet that could settle it.
    pub still_open: Vec<QuestionIx>,
}

impl Finding {
    /// The headline if this were the only finding.
    pub fn headline(&self) -> Headline {
        headline_of(self.state, self.effect)
    }
}

/// Whether a clause applies or may apply, and why it is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Its condition holds and its wording is clear.
    Applies,
    /// Its condition holds, but the Standard does not name this kind of person.
    PersonOpen(PersonIx),
    /// Its condition holds, but the wording leaves open whether it covers this case.
    WordingOpen,
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

/// A single other answer with which a clause would not be triggered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counterfactual {
    /// The question.
    pub question: QuestionIx,
    /// The other answer.
    pub instead: ChoiceIx,
}

/// A step and its ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepToTake {
    /// The step.
    pub step: StepIx,
    /// The ground.
    pub ground: Ground,
}

/// On what ground a step is to be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The Standard: these clauses apply and require it.
    Requires(Vec<ClauseIx>),
    /// The Standard, if these clauses apply, which is open.
    MayRequire(Vec<ClauseIx>),
    /// Advice of this tool alone.
    Advice,
}

/// The headline alone, for these live answers. Enough to decide whether a first answer can be given.
pub fn headline(content: &Content, case: &Case, live: &Answers) -> Headline {
    let outcomes = found(content, case, live);
    outcomes.iter().map(Outcome::headline).min().unwrap_or(Headline::Nothing)
}

/// The outcome for a clause. Two ends of the interview with the same outcomes are equivalent for the Standard.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseOutcome {
    /// The clause.
    pub clause: ClauseIx,
    /// Whether it applies or may apply.
    pub state: State,
    /// Its effect.
    pub effect: Effect,
    /// The doubts that it depends on, in content order.
    pub readings: Vec<ReadingIx>,
}

/// The clauses that apply or may apply with these live answers, in the order of the Standard.
pub fn outcomes(content: &Content, case: &Case, live: &Answers) -> Vec<ClauseOutcome> {
    let all = found(content, case, live);
    let mut clauses: Vec<ClauseOutcome> = strongest_by_clause(&all)
        .into_iter()
        .map(|(best, rules)| ClauseOutcome {
            clause: best.clause,
            state: best.state,
            effect: best.effect,
            readings: in_order(rules.iter().flat_map(|rule| given(&content[*rule].readings, live))),
        })
        .collect();
    sort_by_key(&mut clauses, |outcome| outcome.clause);
    clauses
}

/// What the Standard says about a case.
pub fn assess(content: &Content, case: &Case) -> Assessment {
    let interview = interview(content, case);
    let live = interview.live.clone();
    let outcomes = found(content, case, &live);
    let strongest = strongest_by_clause(&outcomes);
    let applying: Vec<ClauseIx> = strongest
        .iter()
        .filter(|(best, _)| best.state == State::Applies)
        .map(|(best, _)| best.clause)
        .collect();
    // The same for all findings.
    let alternatives = LazyCell::new(|| alternatives(content, case, &live));
    let mut findings: Vec<Finding> = strongest
        .into_iter()
        .map(|(best, rules)| finding(content, case, best, rules, &applying, &live, &alternatives))
        .collect();
    sort_by_key(&mut findings, |finding| (finding.headline(), finding.clause));

    let headline = findings.first().map_or(Headline::Nothing, Finding::headline);
    let checked = in_order(content.rules_for(case).map(|rule| content[rule].clause));
    let found = |clause: &ClauseIx| findings.iter().any(|finding| finding.clause == *clause);
    let steps = steps(content, &outcomes, &live);
    Assessment {
        interview,
        headline,
        also_may_apply: headline != Headline::MayApply
            && findings
                .iter()
                .any(|finding| finding.state != State::Applies && finding.folded_under.is_none()),
        if_bound: if_bound(&findings),
        find_out: collect_questions(content, case, findings.iter().map(|f| &f.find_out)),
        still_open: collect_questions(content, case, findings.iter().map(|f| &f.still_open)),
        reminders: reminders(content, case),
        remarks: remarks(content, case, &findings, &steps, &applying, &live),
        steps,
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

impl Outcome {
    fn headline(&self) -> Headline {
        headline_of(self.state, self.effect)
    }
}

/// The rules that hold or may hold. A clause that never stands alone is included only together with a prohibition of
/// another clause.
fn found(content: &Content, case: &Case, live: &Answers) -> Vec<Outcome> {
    let open_person = case
        .people
        .iter()
        .find(|person| content.people.get(person.place()).is_some_and(|p| p.open.is_some()));
    let mut all: Vec<Outcome> = content
        .rules_for(case)
        .filter_map(|rule| outcome(content, rule, open_person, live))
        .collect();
    let never_alone = |outcome: &Outcome| content[outcome.clause].never_alone;
    let accompanied = all.iter().any(|outcome| {
        !never_alone(outcome)
            && outcome.effect == Effect::Prohibited
            && matches!(outcome.state, State::Applies | State::PersonOpen(_))
    });
    all.retain(|outcome| accompanied || !never_alone(outcome));
    all
}

fn outcome(
    content: &Content,
    ix: RuleIx,
    open_person: Option<PersonIx>,
    live: &Answers,
) -> Option<Outcome> {
    let rule = &content[ix];
    let is_fact = |reading: ReadingIx| content[reading].is_fact;
    let state = match (rule.when.truth(live), open_person) {
        (Truth::No, _) => return None,
        (Truth::Unknown, _) => State::FactsOpen,
        (Truth::Yes, Some(person)) if rule.is_settled() => State::PersonOpen(person),
        (Truth::Yes, None) if rule.is_settled() => State::Applies,
        (Truth::Yes, _) if given(&rule.readings, live).all(is_fact) => State::FactsOpen,
        (Truth::Yes, _) => State::WordingOpen,
    };
    Some(Outcome { rule: ix, clause: rule.clause, effect: rule.effect(live)?, state })
}

/// Merges the rules of each clause into one finding, with the state of the strongest rule and all rules in that
/// state.
fn strongest_by_clause(outcomes: &[Outcome]) -> Vec<(Outcome, Vec<RuleIx>)> {
    let strength = |o: &Outcome| (o.state, o.headline(), o.effect);
    let mut strongest: Vec<Outcome> = Vec::new();
    for outcome in outcomes {
        match strongest.iter_mut().find(|best| best.clause == outcome.clause) {
            Some(best) if strength(outcome) < strength(best) => *best = *outcome,
            Some(_) => {}
            None => strongest.push(*outcome),
        }
    }
    let rules = |best: &Outcome| {
        let same = outcomes.iter().filter(|o| (o.clause, o.state) == (best.clause, best.state));
        same.map(|outcome| outcome.rule).collect()
    };
    strongest.iter().map(|best| (*best, rules(best))).collect()
}

fn headline_of(state: State, effect: Effect) -> Headline {
    match state {
        State::Applies => Headline::of(effect),
        State::WordingOpen | State::PersonOpen(_) | State::FactsOpen => Headline::MayApply,
    }
}

/// The strongest conclusion if the Standard binds a person whom it does not name.
fn if_bound(findings: &[Finding]) -> Option<(PersonIx, Headline)> {
    let bound = findings.iter().filter_map(|finding| match finding.state {
        State::PersonOpen(person) => Some((person, Headline::of(finding.effect))),
        _ => None,
    });
    bound.min_by_key(|(_, headline)| *headline)
}

fn finding(
    content: &Content,
    case: &Case,
    best: Outcome,
    rules: Vec<RuleIx>,
    applying: &[ClauseIx],
    live: &Answers,
    alternatives: &[Alternative],
) -> Finding {
    let holds = rules.iter().any(|rule| content[*rule].when.truth(live) == Truth::Yes);
    let mut remaining = Vec::new();
    for rule in &rules {
        content[*rule].when.for_each_remaining(live, &mut |question| remaining.push(question));
    }
    let (find_out, still_open) = content
        .questions_for(case)
        .into_iter()
        .filter(|question| remaining.contains(question))
        .partition(|question| live.contains_key(question));
    let of_rules = |rule: &RuleIx| &content[*rule];
    let because = in_order(rules.iter().flat_map(|rule| given(&of_rules(rule).reasons, live)));
    let readings = in_order(rules.iter().flat_map(|rule| given(&of_rules(rule).readings, live)));
    let adopted = in_order(rules.iter().flat_map(|rule| given(&of_rules(rule).adopted, live)));
    let folded = best.state != State::Applies;
    let folds_under = content[best.clause].folds_under.iter().copied();
    Finding {
        clause: best.clause,
        state: best.state,
        effect: best.effect,
        reasons: if holds { all_reasons(content, case, &rules, live) } else { Vec::new() },
        counterfactuals: if holds {
            counterfactuals(content, case, best.clause, alternatives)
        } else {
            Vec::new()
        },
        folded_under: folds_under.filter(|_| folded).find(|clause| applying.contains(clause)),
        rules,
        because,
        readings,
        adopted,
        find_out,
        still_open,
    }
}

/// The answers that decide the rules that hold, without repetition, in content order.
fn all_reasons(content: &Content, case: &Case, rules: &[RuleIx], live: &Answers) -> Vec<Reason> {
    let mut all: Vec<Reason> = Vec::new();
    for rule in rules {
        let when = &content[*rule].when;
        if when.truth(live) == Truth::Yes {
            for reason in reasons(content, case, when, live) {
                if !all.contains(&reason) {
                    all.push(reason);
                }
            }
        }
    }
    all
}

/// The smallest subset of the live answers that makes the condition hold, given all “not sure” answers. Ties are
/// resolved by content order.
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
    // “Not sure” is decisive where a choice would end the matter.
    let unsure = live.iter().filter(|(_, answer)| **answer == Answer::NotSure);
    let unsure: Answers = unsure.map(|(question, answer)| (*question, *answer)).collect();
    (0..=candidates.len())
        .find_map(|size| deciding_subset(when, &unsure, &candidates, size, &mut Vec::new()))
        .unwrap_or_default()
}

/// The first subset of this size, in content order, for which the condition holds.
fn deciding_subset(
    when: &Condition,
    unsure: &Answers,
    candidates: &[Reason],
    size: usize,
    chosen: &mut Vec<Reason>,
) -> Option<Vec<Reason>> {
    if size == 0 {
        let mut answers = unsure.clone();
        for reason in chosen.iter() {
            answers.insert(reason.question, Answer::Choice(reason.choice));
        }
        return (when.truth(&answers) == Truth::Yes).then(|| chosen.clone());
    }
    (0..candidates.len()).find_map(|first| {
        chosen.push(candidates[first]);
        let found = deciding_subset(when, unsure, &candidates[first + 1..], size - 1, chosen);
        chosen.pop();
        found
    })
}

/// The alternatives with which no rule of the clause holds or may hold.
fn counterfactuals(
    content: &Content,
    case: &Case,
    clause: ClauseIx,
    alternatives: &[Alternative],
) -> Vec<Counterfactual> {
    let rules: Vec<RuleIx> =
        content.rules_for(case).filter(|rule| content[*rule].clause == clause).collect();
    let lifts = |other: &&Alternative| {
        rules.iter().all(|rule| content[*rule].when.truth(&other.live) == Truth::No)
    };
    let lifting = alternatives.iter().filter(lifts);
    lifting
        .map(|other| Counterfactual { question: other.question, instead: other.instead })
        .collect()
}

/// The steps of every rule that holds or may hold, without repetition, with those of its clauses that require them. A
/// rule about which nothing has been asked yet adds no steps.
fn steps(content: &Content, outcomes: &[Outcome], live: &Answers) -> Vec<StepToTake> {
    let outcomes: Vec<&Outcome> =
        outcomes.iter().filter(|outcome| is_asked_about(content, outcome, live)).collect();
    let binds = |state: State| matches!(state, State::Applies | State::PersonOpen(_));
    let of_rule = |outcome: &&Outcome| given(&content[outcome.rule].steps, live);
    let ground = |step: StepIx| {
        let clauses = |applies: bool| {
            let requiring = outcomes.iter().filter(move |outcome| {
                binds(outcome.state) == applies
                    && of_rule(outcome).any(|own| own == step)
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

/// Whether the rule holds, or what it lacks was asked and is still open.
fn is_asked_about(content: &Content, outcome: &Outcome, live: &Answers) -> bool {
    let when = &content[outcome.rule].when;
    let mut asked = when.truth(live) == Truth::Yes;
    if asked {
        return true;
    }
    when.for_each_remaining(live, &mut |question| asked |= live.contains_key(&question));
    asked
}

/// The remarks for these people, answers and findings.
fn remarks(
    content: &Content,
    case: &Case,
    findings: &[Finding],
    steps: &[StepToTake],
    applying: &[ClauseIx],
    live: &Answers,
) -> Vec<RemarkIx> {
    let all = (0_u8..).map(RemarkIx).zip(&content.remarks);
    // Remarks for staff are not for a person who only sees the rules of staff.
    let alone = case.people.iter().any(|person| content[person].alone);
    let people = if alone { case.people } else { content.concerned(case.people) };
    let shown = all.filter(|(_, remark)| {
        let found = |clause: &ClauseIx| findings.iter().any(|finding| finding.clause == *clause);
        let rests = |clause: &ClauseIx| remark.rests_on.contains(clause);
        (remark.people.is_empty() || remark.people.meets(people))
            && (remark.situations.is_empty()
                || remark.situations.iter().any(|situation| case.situations.contains(situation)))
            && remark.when.truth(live) == Truth::Yes
            && (remark.found.is_empty() || remark.found.iter().any(found))
            && (remark.steps.is_empty()
                || steps.iter().any(|taken| remark.steps.contains(&taken.step)))
            && (remark.rests_on.is_empty() || (!applying.is_empty() && applying.iter().all(rests)))
    });
    shown.map(|(ix, _)| ix).collect()
}

/// The reminder clauses of the selected situations.
fn reminders(content: &Content, case: &Case) -> Vec<ClauseIx> {
    in_order(case.situations.iter().flat_map(|ix| content[*ix].reminders.iter().copied()))
}

/// The questions of all lists, in content order, without repetition.
fn collect_questions<'a>(
    content: &Content,
    case: &Case,
    lists: impl Iterator<Item = &'a Vec<QuestionIx>>,
) -> Vec<QuestionIx> {
    let wanted: Vec<QuestionIx> = lists.flatten().copied().collect();
    content.questions_for(case).into_iter().filter(|question| wanted.contains(question)).collect()
}
