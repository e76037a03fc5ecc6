//! The map of an interview: which question comes next after which answers, with equal roads merged.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use adal_core::{
    Answer, Case, ChoiceIx, Content, Headline, People, QuestionIx, SituationIx, headline, interview,
};

/// The interview about one situation, as a graph without cycles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QuestionMap {
    /// The stops by question in the order of asking; the first is the beginning.
    pub(crate) stops: Vec<Stop>,
}

/// A question with what can follow it. Two stops ask the same question when what follows differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stop {
    pub(crate) question: QuestionIx,
    /// Each way out once, in the order of its first answer.
    pub(crate) ways: Vec<Way>,
}

/// The answers after which the same comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    pub(crate) answers: Vec<Answer>,
    pub(crate) to: To,
}

/// What comes after an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum To {
    /// The stop with this place in the map.
    Stop(usize),
    /// The result; its headline is one of these, by the answers before.
    End(BTreeSet<Headline>),
}

/// Follows every path of these people through the situation.
pub(crate) fn question_map(
    content: &Content,
    people: People,
    situation: SituationIx,
) -> QuestionMap {
    let case = Case { people, situations: vec![situation], ..Case::default() };
    let mut walk = Walk { content, case, numbers: HashMap::new(), stops: Vec::new() };
    let _beginning = walk.visit();
    walk.map()
}

/// A stop while paths are followed: what comes after each of its answers.
#[derive(Debug)]
struct Seen {
    question: QuestionIx,
    next: Vec<(Answer, Option<usize>)>,
    ends: BTreeMap<Answer, BTreeSet<Headline>>,
}

/// A question and the stops after its answers: stops with the same key are one.
type Key = (QuestionIx, Vec<Option<usize>>);

struct Walk<'a> {
    content: &'a Content,
    case: Case,
    numbers: HashMap<Key, usize>,
    stops: Vec<Seen>,
}

/// What a path comes to: a stop, or an end with its headline.
type Reached = Result<usize, Headline>;

impl Walk<'_> {
    fn visit(&mut self) -> Reached {
        let stands = interview(self.content, &self.case);
        match stands.next {
            Some(question) => Ok(self.stop(question)),
            None => Err(headline(self.content, &self.case, &stands.live)),
        }
    }

    fn stop(&mut self, question: QuestionIx) -> usize {
        let choices = self.content[question].choices.len() as u8;
        let real = (0..choices).map(ChoiceIx).map(Answer::Choice);
        let mut reached: Vec<(Answer, Reached)> = Vec::new();
        for answer in real.chain([Answer::NotSure]) {
            self.case.answers.insert(question, answer);
            reached.push((answer, self.visit()));
        }
        self.case.answers.remove(&question);
        let number = self.number(question, &reached);
        for (answer, reached) in reached {
            if let Err(headline) = reached {
                self.stops[number].ends.entry(answer).or_default().insert(headline);
            }
        }
        number
    }

    fn number(&mut self, question: QuestionIx, reached: &[(Answer, Reached)]) -> usize {
        let next: Vec<(Answer, Option<usize>)> =
            reached.iter().map(|(answer, to)| (*answer, to.ok())).collect();
        let key = (question, next.iter().map(|(_, to)| *to).collect());
        let stops = &mut self.stops;
        *self.numbers.entry(key).or_insert_with(|| {
            stops.push(Seen { question, next, ends: BTreeMap::new() });
            stops.len() - 1
        })
    }

    /// The stops in the order of asking, those of one question in the order in which paths meet them.
    fn map(self) -> QuestionMap {
        let asked = self.content.questions_for(&self.case);
        let mut order: Vec<usize> = (0..self.stops.len()).collect();
        order.sort_by_key(|stop| {
            asked.iter().position(|question| *question == self.stops[*stop].question)
        });
        let place = |stop: usize| order.iter().position(|of| *of == stop).unwrap_or_default();
        let stops = order.iter().map(|stop| {
            let seen = &self.stops[*stop];
            Stop { question: seen.question, ways: seen.ways(&place) }
        });
        QuestionMap { stops: stops.collect() }
    }
}

impl Seen {
    fn ways(&self, place: &impl Fn(usize) -> usize) -> Vec<Way> {
        let mut ways: Vec<Way> = Vec::new();
        for (answer, next) in &self.next {
            let to = match next {
                Some(stop) => To::Stop(place(*stop)),
                None => To::End(self.ends.get(answer).cloned().unwrap_or_default()),
            };
            match ways.iter_mut().find(|way| way.to == to) {
                Some(way) => way.answers.push(*answer),
                None => ways.push(Way { answers: vec![*answer], to }),
            }
        }
        ways
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::path::Path;

    use adal_proof::kinds_of_people;

    use super::*;

    /// Follows the interview and the map side by side, with every answer.
    fn go_together(content: &Content, case: &mut Case, map: &QuestionMap, at: &To) -> usize {
        let stands = interview(content, case);
        let stop = match (stands.next, at) {
            (Some(question), To::Stop(stop)) => {
                assert_eq!(map.stops[*stop].question, question);
                &map.stops[*stop]
            }
            (None, To::End(headlines)) => {
                assert!(headlines.contains(&headline(content, case, &stands.live)));
                return 1;
            }
            (next, at) => panic!("the interview asks {next:?}, the map leads to {at:?}"),
        };
        let mut ends = 0;
        for way in &stop.ways {
            for answer in &way.answers {
                case.answers.insert(stop.question, *answer);
                ends += go_together(content, case, map, &way.to);
            }
        }
        case.answers.remove(&stop.question);
        ends
    }

    #[test]
    fn the_map_leads_where_the_interview_goes() {
        let loaded =
            adal_content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"));
        let content = loaded.unwrap().content;
        let mut ends = 0;
        for people in kinds_of_people(&content) {
            for situation in content.situations_for(people) {
                let map = question_map(&content, people, situation);
                let mut case = Case { people, situations: vec![situation], ..Case::default() };
                ends += go_together(&content, &mut case, &map, &To::Stop(0));
            }
        }
        assert!(ends > 1_000, "{ends}");
    }
}
