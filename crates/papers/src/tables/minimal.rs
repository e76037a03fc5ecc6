//! The minimal answer sets of a condition: an exact minimal disjunctive form over questions with several choices.
//!
//! A row is a box: for each question a set of choices. The rows are prime implicants (no set can take in one more choice),
//! as few as possible, and among those the ones that name the fewest questions and choices.
//! After Quine and McCluskey, for variables of several values.

use std::collections::HashMap;

use adal_core::{Answer, Answers, ChoiceIx, Condition, QuestionIx, Truth};

/// A set of choices of one question, as bits by [`ChoiceIx`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Choices(u64);

impl Choices {
    fn all(number: usize) -> Choices {
        Choices((0..number).fold(0, |bits, _| bits << 1 | 1))
    }

    pub(crate) fn contains(self, choice: ChoiceIx) -> bool {
        self.0 >> choice.0 & 1 == 1
    }

    /// The choices in content order.
    pub(crate) fn iter(self) -> impl Iterator<Item = ChoiceIx> {
        (0..u64::BITS as u8).map(ChoiceIx).filter(move |choice| self.contains(*choice))
    }

    fn within(self, other: Choices) -> bool {
        self.0 & !other.0 == 0
    }

    fn len(self) -> usize {
        self.0.count_ones() as usize
    }
}

/// The condition holds exactly when the answers fit at least one of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MinimalForm {
    /// The questions that matter, in content order.
    pub(crate) questions: Vec<QuestionIx>,
    /// For each row, and in it for each of the questions, the choices that fit; none: any answer, "not sure" too.
    pub(crate) rows: Vec<Vec<Option<Choices>>>,
}

impl MinimalForm {
    /// What a row asks of a question.
    pub(crate) fn cell(&self, row: usize, question: QuestionIx) -> Option<Choices> {
        let place = self.questions.iter().position(|known| *known == question)?;
        *self.rows.get(row)?.get(place)?
    }
}

/// A box before the questions that do not matter in it are left out.
type Row = Vec<Choices>;

/// The minimal form of a condition whose questions have so many choices.
pub(crate) fn minimal_form(
    when: &Condition,
    choices: &impl Fn(QuestionIx) -> usize,
) -> MinimalForm {
    let mut questions = Vec::new();
    when.for_each_question(&mut |question| questions.push(question));
    questions.sort_unstable();
    questions.dedup();
    let sizes: Vec<usize> = questions.iter().map(|question| choices(*question)).collect();
    let table = truth_table(when, &questions, &sizes);
    let primes = primes(&table, &sizes, &mut HashMap::new());
    let mut rows: Vec<Row> =
        fewest(&table, &sizes, &primes).into_iter().map(|prime| primes[prime].clone()).collect();
    rows.sort_unstable_by(by_content_order);
    without_idle_questions(&questions, &sizes, &rows)
}

/// The value of the condition for each assignment; the last question changes fastest.
fn truth_table(when: &Condition, questions: &[QuestionIx], sizes: &[usize]) -> Vec<bool> {
    let assignments: usize = sizes.iter().product();
    (0..assignments)
        .map(|number| {
            let choices = choices_of(number, sizes);
            let answers: Answers =
                questions.iter().copied().zip(choices.into_iter().map(Answer::Choice)).collect();
            when.truth(&answers) == Truth::Yes
        })
        .collect()
}

/// The assignment with this number in the truth table.
fn choices_of(mut number: usize, sizes: &[usize]) -> Vec<ChoiceIx> {
    let mut choices: Vec<ChoiceIx> = sizes
        .iter()
        .rev()
        .map(|size| {
            let choice = ChoiceIx((number % size) as u8);
            number /= size;
            choice
        })
        .collect();
    choices.reverse();
    choices
}

/// All boxes within the true assignments that no larger such box holds. For each set of choices of the first question,
/// the boxes of what holds with every one of them; then the largest of all.
fn primes(
    table: &[bool],
    sizes: &[usize],
    known: &mut HashMap<(usize, Vec<bool>), Vec<Row>>,
) -> Vec<Row> {
    let Some((size, rest)) = sizes.split_first() else {
        return if table == [true] { vec![Row::new()] } else { Vec::new() };
    };
    if !table.contains(&true) {
        return Vec::new();
    }
    let key = (sizes.len(), table.to_vec());
    if let Some(found) = known.get(&key) {
        return found.clone();
    }
    let mut found: Vec<Row> = Vec::new();
    for first in (1..=Choices::all(*size).0).map(Choices) {
        let common = in_common(table, *size, first);
        for row in primes(&common, rest, known) {
            found.push([vec![first], row].concat());
        }
    }
    let largest: Vec<Row> = found
        .iter()
        .filter(|row| !found.iter().any(|other| other != *row && within(row, other)))
        .cloned()
        .collect();
    known.insert(key, largest.clone());
    largest
}

/// What holds for the other questions with every one of these choices of the first.
fn in_common(table: &[bool], size: usize, first: Choices) -> Vec<bool> {
    let width = table.len() / size;
    (0..width)
        .map(|place| first.iter().all(|choice| table[usize::from(choice.0) * width + place]))
        .collect()
}

fn within(row: &Row, other: &Row) -> bool {
    row.iter().zip(other).all(|(own, others)| own.within(*others))
}

/// Rows that come first in the questions and choices of the content stand first.
fn by_content_order(row: &Row, other: &Row) -> std::cmp::Ordering {
    let key = |row: &Row| row.iter().map(|set| set.0.reverse_bits()).collect::<Vec<_>>();
    key(other).cmp(&key(row))
}

/// The fewest boxes that hold every true assignment.
fn fewest(table: &[bool], sizes: &[usize], primes: &[Row]) -> Vec<usize> {
    let mut needed: Vec<Vec<usize>> = (0..table.len())
        .filter(|number| table[*number])
        .map(|number| {
            let choices = choices_of(number, sizes);
            let holds =
                |row: &Row| row.iter().zip(&choices).all(|(set, choice)| set.contains(*choice));
            (0..primes.len()).filter(|prime| holds(&primes[*prime])).collect()
        })
        .collect();
    needed.sort_unstable();
    needed.dedup();
    let costs = primes.iter().map(|row| cost(row, sizes)).collect();
    let mut search = Search { needed: only_hardest(needed), costs, best: None };
    search.extend(&mut Vec::new(), 0);
    search.best.map(|(_, chosen)| chosen).unwrap_or_default()
}

/// An assignment that is held whenever another one is needs no look of its own.
fn only_hardest(needed: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let easier = |one: &Vec<usize>, other: &Vec<usize>| {
        one != other && other.iter().all(|prime| one.contains(prime))
    };
    needed.iter().filter(|one| !needed.iter().any(|other| easier(one, other))).cloned().collect()
}

/// What a row costs its reader: above all that it is there, then each question, then each choice that it names.
fn cost(row: &Row, sizes: &[usize]) -> usize {
    let named = row.iter().zip(sizes).filter(|(set, size)| set.len() < **size);
    named.fold(1_000_000, |cost, (set, _)| cost + 1_000 + set.len())
}

/// Branch and bound over the assignments that some box must hold.
struct Search {
    /// For each assignment the boxes that hold it.
    needed: Vec<Vec<usize>>,
    costs: Vec<usize>,
    best: Option<(usize, Vec<usize>)>,
}

impl Search {
    fn extend(&mut self, chosen: &mut Vec<usize>, spent: usize) {
        if self.best.as_ref().is_some_and(|(least, _)| spent >= *least) {
            return;
        }
        let open = self.needed.iter().filter(|one| !one.iter().any(|prime| chosen.contains(prime)));
        let Some(next) = open.min_by_key(|one| one.len()).cloned() else {
            self.best = Some((spent, chosen.clone()));
            return;
        };
        for prime in next {
            chosen.push(prime);
            self.extend(chosen, spent + self.costs[prime]);
            chosen.pop();
        }
    }
}

fn without_idle_questions(questions: &[QuestionIx], sizes: &[usize], rows: &[Row]) -> MinimalForm {
    let named = |place: usize, row: &Row| {
        let set = row[place];
        (set != Choices::all(sizes[place])).then_some(set)
    };
    let places: Vec<usize> = (0..questions.len())
        .filter(|place| rows.iter().any(|row| named(*place, row).is_some()))
        .collect();
    MinimalForm {
        questions: places.iter().map(|place| questions[*place]).collect(),
        rows: rows
            .iter()
            .map(|row| places.iter().map(|place| named(*place, row)).collect())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn is(question: u16, choice: u8) -> Condition {
        Condition::Is(QuestionIx(question), ChoiceIx(choice))
    }

    fn shown(form: &MinimalForm) -> Vec<String> {
        let cell = |(question, set): (&QuestionIx, &Option<Choices>)| {
            let choices: String = (*set)?.iter().map(|choice| choice.0.to_string()).collect();
            Some(format!("{}={choices}", question.0))
        };
        let row = |row: &Vec<Option<Choices>>| {
            form.questions.iter().zip(row).filter_map(cell).collect::<Vec<_>>().join(" ")
        };
        form.rows.iter().map(row).collect()
    }

    #[test]
    fn choices_of_one_question_are_merged_into_one_row() {
        let from = Condition::Any(vec![is(0, 0), is(0, 2)]);
        let when = Condition::All(vec![from, is(1, 0)]);
        assert_eq!(shown(&minimal_form(&when, &|_| 3)), ["0=02 1=0"]);
    }

    #[test]
    fn a_question_that_does_not_matter_is_left_out() {
        let when = Condition::Any(vec![
            Condition::All(vec![is(0, 0), is(1, 0)]),
            Condition::All(vec![is(0, 0), Condition::Not(Box::new(is(1, 0)))]),
        ]);
        assert_eq!(shown(&minimal_form(&when, &|_| 2)), ["0=0"]);
    }

    #[test]
    fn what_always_or_never_holds_names_no_question() {
        let always = minimal_form(&Condition::ALWAYS, &|_| 2);
        assert_eq!((always.questions.len(), always.rows.len()), (0, 1));
        let never = minimal_form(&Condition::All(vec![is(0, 0), is(0, 1)]), &|_| 2);
        assert_eq!((never.questions.len(), never.rows.len()), (0, 0));
    }

    #[test]
    fn a_box_that_others_hold_together_is_no_row() {
        // The consensus 1=0 2=0 of the two rows is a prime implicant too, and needless.
        let when = Condition::Any(vec![
            Condition::All(vec![is(0, 0), is(1, 0)]),
            Condition::All(vec![is(0, 1), is(2, 0)]),
        ]);
        assert_eq!(shown(&minimal_form(&when, &|_| 2)), ["0=0 1=0", "0=1 2=0"]);
    }

    const MOST_CHOICES: [usize; 4] = [2, 3, 4, 3];

    fn conditions() -> impl Strategy<Value = Condition> {
        let leaf = (0..MOST_CHOICES.len())
            .prop_flat_map(|question| (Just(question), 0..MOST_CHOICES[question]))
            .prop_map(|(question, choice)| is(question as u16, choice as u8));
        leaf.prop_recursive(4, 24, 4, |part| {
            prop_oneof![
                prop::collection::vec(part.clone(), 0..4).prop_map(Condition::All),
                prop::collection::vec(part.clone(), 0..4).prop_map(Condition::Any),
                part.prop_map(|part| Condition::Not(Box::new(part))),
            ]
        })
    }

    fn sizes(question: QuestionIx) -> usize {
        MOST_CHOICES[question.place()]
    }

    /// Every assignment of the four questions.
    fn assignments() -> Vec<Answers> {
        let all = MOST_CHOICES.iter().product();
        (0..all)
            .map(|number| {
                let choices = choices_of(number, &MOST_CHOICES).into_iter().map(Answer::Choice);
                (0..).map(QuestionIx).zip(choices).collect()
            })
            .collect()
    }

    fn fits(questions: &[QuestionIx], row: &[Option<Choices>], answers: &Answers) -> bool {
        questions.iter().zip(row).all(|(question, set)| match (set, answers.get(question)) {
            (None, _) => true,
            (Some(set), Some(Answer::Choice(choice))) => set.contains(*choice),
            _ => false,
        })
    }

    fn holds(form: &MinimalForm, answers: &Answers) -> bool {
        form.rows.iter().any(|row| fits(&form.questions, row, answers))
    }

    proptest! {
        #[test]
        fn the_table_holds_exactly_when_the_condition_does(when in conditions()) {
            let form = minimal_form(&when, &sizes);
            for answers in assignments() {
                let truth = when.truth(&answers) == Truth::Yes;
                prop_assert_eq!(holds(&form, &answers), truth, "{:?}", answers);
            }
        }

        #[test]
        fn no_row_can_be_left_out(when in conditions()) {
            let form = minimal_form(&when, &sizes);
            for left_out in 0..form.rows.len() {
                let mut fewer = form.clone();
                fewer.rows.remove(left_out);
                let same = assignments().iter().all(|a| holds(&fewer, a) == holds(&form, a));
                prop_assert!(!same, "row {left_out} of {:?}", shown(&form));
            }
        }

        #[test]
        fn no_cell_can_take_in_one_more_choice(when in conditions()) {
            let form = minimal_form(&when, &sizes);
            let all = assignments();
            for row in &form.rows {
                for (place, set) in row.iter().enumerate() {
                    let Some(set) = set else { continue };
                    let size = sizes(form.questions[place]);
                    for more in (0..size as u8).map(ChoiceIx).filter(|more| !set.contains(*more)) {
                        let mut wider = row.clone();
                        wider[place] = Some(Choices(set.0 | 1 << more.0));
                        let wrong = all.iter().any(|answers| {
                            fits(&form.questions, &wider, answers) && !holds(&form, answers)
                        });
                        prop_assert!(wrong, "{:?} could be wider", shown(&form));
                    }
                }
            }
        }

        #[test]
        fn no_table_of_fewer_rows_says_the_same(when in conditions()) {
            let form = minimal_form(&when, &sizes);
            let table = truth_table(&when, &(0..4).map(QuestionIx).collect::<Vec<_>>(), &MOST_CHOICES);
            let all = primes(&table, &MOST_CHOICES, &mut HashMap::new());
            prop_assume!(all.len() <= 9);
            for subset in 0_u32..1 << all.len() {
                if (subset.count_ones() as usize) < form.rows.len() {
                    let chosen = all.iter().enumerate().filter(|(n, _)| subset >> n & 1 == 1);
                    let rows: Vec<&Row> = chosen.map(|(_, row)| row).collect();
                    let same = (0..table.len()).all(|number| {
                        let choices = choices_of(number, &MOST_CHOICES);
                        let held = rows.iter().any(|row| {
                            row.iter().zip(&choices).all(|(set, choice)| set.contains(*choice))
                        });
                        held == table[number]
                    });
                    prop_assert!(!same, "{rows:?}");
                }
            }
        }
    }
}
