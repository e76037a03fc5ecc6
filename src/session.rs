//! The session: all state changes. The next question, progress, assessment and report are functions of the content
//! and the case, and are never stored.

use std::rc::Rc;

use adal_core::{
    Answer, Assessment, Audience, Case, ChoiceIx, ClauseIx, Content, Draft, ExerciseIx, Headline,
    Interview, Lang, NoticeIx, Offer, Opened, People, PersonIx, QuestionIx, SituationIx, assess,
    headline, interview,
};
use yew::Reducible;

use crate::embedded::content;
use crate::saved_file::{self, FileProblem};

/// The answers can be reviewed before the result if there are more than this many.
const REVIEW_AFTER: usize = 4;

/// A page of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The start page: what this is, who you are, what you are about to do.
    Start,
    /// One question.
    Question(QuestionIx),
    /// Check your answers.
    Review,
    /// What the Standard says.
    Result,
    /// The Standard for reading: all of it, or one clause.
    Standard(Option<ClauseIx>),
    /// The whole Standard in plain words, one sentence per clause.
    PlainWords,
    /// What the Standard expects, as staff or NGOs and applicants read it.
    Expectations(Audience),
    /// The draft of a notice that the result calls for.
    Notice(NoticeIx),
    /// The exercises, which are independent of the person's own case.
    Practice(Practice),
    /// What was dropped from an opened file or has changed since.
    Opened,
    /// An almost empty page: the person left quickly.
    Left,
}

impl Page {
    /// Whether it is a reading page, which is independent of the check and always available.
    fn is_reading(self) -> bool {
        matches!(self, Page::Standard(_) | Page::PlainWords | Page::Expectations(_))
    }

    /// Whether it can be shown for any case.
    fn is_apart(self) -> bool {
        self.is_reading() || matches!(self, Page::Practice(_) | Page::Opened | Page::Left)
    }
}

/// A page in the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    page: Page,
    /// The index in the trail at which reading began. Back leads there.
    opened_from: Option<usize>,
}

impl Turn {
    const START: Turn = Turn { page: Page::Start, opened_from: None };
}

/// A page of the exercises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Practice {
    /// The list of exercises.
    List,
    /// One exercise: its story and options.
    Exercise(ExerciseIx),
    /// What the Standard says about one option.
    Outcome(ExerciseIx, ChoiceIx),
}

/// What prevents a page from continuing. It is always shown on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nobody was chosen on the start page.
    WhoMissing,
    /// No situation was chosen on the start page.
    SituationMissing,
    /// No answer was chosen.
    AnswerMissing,
    /// A file could not be opened.
    File(FileProblem),
}

/// An action of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Chose another language.
    Speak(Lang),
    /// Chose a second language for the text of the Standard, or removed it.
    ReadBeside(Option<Lang>),
    /// Not the person: the host page changed the audience.
    Address(Option<PersonIx>),
    /// Said who they are (the radio on the start page).
    BeSomebody(PersonIx),
    /// Ticked or unticked a role of staff.
    ToggleRole(PersonIx),
    /// Ticked or unticked a situation.
    ToggleSituation(SituationIx),
    /// Selected an answer, or an option of an exercise, without continuing.
    Pick(Answer),
    /// Pressed Continue. An early result continues with the remaining questions, an exercise with the next one.
    Continue,
    /// Pressed Back on the page.
    Back,
    /// Asked to change one answer.
    Change(QuestionIx),
    /// Asked to change who they are or what they are about to do.
    ChangeStart,
    /// Asked for the result before the last question.
    SeeResult,
    /// Added, or switched to, another situation that fits the answers.
    Follow(Offer),
    /// Opened a reading page.
    Read(Page),
    /// Started a check of this situation from a reading page.
    CheckSituation(SituationIx),
    /// Asked for the draft of a notice.
    Prepare(NoticeIx),
    /// Typed into the draft field with this index.
    Type(usize, String),
    /// Chose the languages of drafts, one of [`Profile::drafts`](adal_core::Profile::drafts).
    DraftIn(&'static [Lang]),
    /// Asked for the exercises.
    Practise,
    /// Opened an exercise, or restarted it.
    Try(ExerciseIx),
    /// Moved to this step of the browser's history.
    Travel(usize),
    /// Discarded everything.
    StartAgain,
    /// Opened a file with this text, or one that could not be read.
    Open(Result<String, FileProblem>),
    /// Left quickly.
    Leave,
    /// Chose whether the Shift key works for leaving quickly.
    LeaveByShift(bool),
}

/// A change of an answer in progress, and where to return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    back_to: Page,
    was_finished: bool,
}

/// Everything that a person has done since the widget opened. Kept only in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    lang: Lang,
    beside: Option<Lang>,
    /// Who asks, if the host page says so.
    audience: Option<PersonIx>,
    case: Case,
    /// The pages visited, in order. The browser's history contains numbers that refer to them.
    trail: Vec<Turn>,
    /// The current index in the trail.
    at: usize,
    /// The history number of the first page in the trail. Increases at each new start.
    first_step: usize,
    picked: Option<Answer>,
    problem: Option<Problem>,
    /// How often a problem was shown. A repeated problem takes the focus again.
    told: usize,
    change: Option<Change>,
    /// The questions whose answers came from another situation.
    carried: Vec<QuestionIx>,
    /// The text typed into each draft field.
    typed: Vec<String>,
    draft_languages: Option<&'static [Lang]>,
    /// The outcome of the last opened file.
    opened: Option<Opened>,
    leaves_by_shift: bool,
}

impl Session {
    /// A session at its start page.
    pub fn new(lang: Lang) -> Session {
        Session {
            lang,
            beside: None,
            audience: None,
            case: Case::default(),
            trail: vec![Turn::START],
            at: 0,
            first_step: 0,
            picked: None,
            problem: None,
            told: 0,
            change: None,
            carried: Vec::new(),
            typed: vec![String::new(); content().notices.fields.len()],
            draft_languages: None,
            opened: None,
            leaves_by_shift: true,
        }
    }

    /// The same session, opened at another page than the start.
    #[must_use]
    pub fn opened_at(self, page: Page) -> Session {
        Session { trail: vec![Turn { page, opened_from: None }], ..self }
    }

    /// The same session if the browser's history is already at this step, for example after a reload.
    #[must_use]
    pub fn from_step(self, first_step: usize) -> Session {
        Session { first_step, ..self }
    }

    /// The same session if the host page says who asks.
    #[must_use]
    pub fn for_audience(mut self, audience: Option<PersonIx>) -> Session {
        let untouched = !self.holds_something();
        self.audience = audience;
        if untouched {
            self.case.people = audience.into_iter().collect();
        }
        self
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The second language for the text of the Standard.
    pub fn beside(&self) -> Option<Lang> {
        self.beside.filter(|beside| *beside != self.lang)
    }

    /// Who asks, about what, and with which answers.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// The outcome of the last opened file.
    pub fn opened(&self) -> Option<&Opened> {
        self.opened.as_ref()
    }

    /// Whether pressing Shift three times leaves.
    pub fn leaves_by_shift(&self) -> bool {
        self.leaves_by_shift
    }

    /// The current page.
    pub fn page(&self) -> Page {
        self.turn().page
    }

    fn turn(&self) -> Turn {
        self.trail.get(self.at).copied().unwrap_or(Turn::START)
    }

    /// The number of the page in the browser's history.
    pub fn step(&self) -> usize {
        self.first_step + self.at
    }

    /// The selected answer of the question, or the selected option of the exercise.
    pub fn picked(&self) -> Option<Answer> {
        self.picked
    }

    /// What prevents the page from continuing.
    pub fn problem(&self) -> Option<Problem> {
        self.problem
    }

    /// How often a problem was shown.
    pub fn told(&self) -> usize {
        self.told
    }

    /// Whether closing the page would lose something that the person entered.
    pub fn holds_something(&self) -> bool {
        let given: People = self.audience.into_iter().collect();
        self.case.people != given || !self.case.situations.is_empty()
    }

    /// Whether the answer to the question came from another situation.
    pub fn is_carried(&self, question: QuestionIx) -> bool {
        self.carried.contains(&question)
    }

    /// Whether the person has seen a result, and the case still has one.
    pub fn has_result(&self) -> bool {
        self.can_leave_start() && self.trail.iter().any(|turn| turn.page == Page::Result)
    }

    /// The state of the interview.
    pub fn interview(&self) -> Interview {
        interview(content(), &self.case)
    }

    /// What the Standard says.
    pub fn assessment(&self) -> Assessment {
        assess(content(), &self.case)
    }

    /// Whether a first answer is worth showing: a rule already holds that prohibits, requires, or says what staff
    /// owe.
    pub fn has_first_answer(&self, interview: &Interview) -> bool {
        headline(content(), &self.case, &interview.live) <= Headline::Expected
    }

    /// The languages of drafts. Until the person chooses, the interface language, or if no drafts are made in it alone,
    /// the last of those offered.
    pub fn draft_languages(&self) -> &'static [Lang] {
        self.draft_languages.unwrap_or_else(|| {
            let mut offered = content().profile.drafts.iter().map(|draft| &draft.languages[..]);
            let last = offered.clone().next_back().unwrap_or_default();
            offered.find(|languages| *languages == [self.lang]).unwrap_or(last)
        })
    }

    /// The text typed into the draft field with this index.
    pub fn typed(&self, field: usize) -> &str {
        self.typed.get(field).map_or("", String::as_str)
    }

    /// The fields of a notice: the index of each, and whether it is optional.
    pub fn fields_of(&self, notice: NoticeIx) -> Vec<(usize, bool)> {
        content().notices.fields_of(&content()[notice], &self.interview().live)
    }

    /// Whether the answers add sentences to the draft.
    pub fn draft_tells_answers(&self, notice: NoticeIx) -> bool {
        content().notices.tells_answers(&content()[notice], &self.interview().live)
    }

    /// The draft of a notice as filled in so far, in one language.
    pub fn draft(&self, notice: NoticeIx, lang: Lang) -> Draft {
        content().draft(&content()[notice], &self.interview().live, &self.typed, lang)
    }

    /// Whether a step of the result calls for the notice.
    fn is_called_for(&self, notice: NoticeIx) -> bool {
        let served = &content()[notice].steps;
        self.assessment().steps.iter().any(|step| served.contains(&step.step))
    }

    fn type_into(&mut self, field: usize, text: String) {
        if let Some(typed) = self.typed.get_mut(field) {
            *typed = text;
        }
    }

    fn turn_to(&mut self, page: Page) {
        self.trail.truncate(self.at + 1);
        self.trail.push(Turn { page, opened_from: None });
        self.at += 1;
        self.arrive();
    }

    /// Sets up what belongs to the page that is now shown.
    fn arrive(&mut self) {
        self.problem = None;
        self.picked = match self.page() {
            Page::Question(question) => self.case.answers.get(&question).copied(),
            Page::Practice(Practice::Exercise(exercise)) => self.tried_last(exercise),
            _ => None,
        };
    }

    /// The option that the person tried last in an exercise.
    fn tried_last(&self, exercise: ExerciseIx) -> Option<Answer> {
        self.trail.iter().rev().find_map(|turn| match turn.page {
            Page::Practice(Practice::Outcome(of, option)) if of == exercise => {
                Some(Answer::Choice(option))
            }
            _ => None,
        })
    }

    fn tell(&mut self, problem: Problem) {
        self.problem = Some(problem);
        self.told += 1;
    }

    fn be_somebody(&mut self, person: PersonIx) {
        let roles = self.case.people.iter().filter(|other| is_role(content(), *other));
        let kept = if content()[person].alone { People::NOBODY } else { roles.collect() };
        self.case.people = kept.with(person);
        self.keep_visible_situations();
    }

    fn toggle_role(&mut self, person: PersonIx) {
        let people = self.case.people;
        self.case.people =
            if people.contains(person) { people.without(person) } else { people.with(person) };
        self.keep_visible_situations();
    }

    fn toggle_situation(&mut self, situation: SituationIx) {
        let chosen = &mut self.case.situations;
        match chosen.binary_search(&situation) {
            Ok(place) => {
                chosen.remove(place);
            }
            Err(place) => chosen.insert(place, situation),
        }
        self.problem = None;
    }

    /// Deselects situations that these people do not see.
    fn keep_visible_situations(&mut self) {
        let visible: Vec<SituationIx> = content().situations_for(self.case.people).collect();
        self.case.situations.retain(|situation| visible.contains(situation));
        self.problem = None;
    }

    fn go_on(&mut self) {
        match self.page() {
            Page::Start => self.leave_start(),
            Page::Question(question) => self.answer(question),
            Page::Review => self.turn_to(Page::Result),
            Page::Result => self.turn_to_next(),
            Page::Notice(_) => {} // These pages lead only back.
            Page::Practice(page) => self.go_on_practising(page),
            Page::Opened => self.turn_to_needed(),
            Page::Standard(_) | Page::PlainWords | Page::Expectations(_) | Page::Left => {}
        }
    }

    fn go_on_practising(&mut self, page: Practice) {
        match (page, self.picked) {
            (Practice::List, _) => {} // The list has links of its own.
            (Practice::Exercise(exercise), Some(Answer::Choice(option))) => {
                self.turn_to(Page::Practice(Practice::Outcome(exercise, option)));
            }
            (Practice::Exercise(_), _) => self.tell(Problem::AnswerMissing),
            (Practice::Outcome(exercise, _), _) => self.try_exercise(ExerciseIx(exercise.0 + 1)),
        }
    }

    /// Opens this exercise, or the list after the last one.
    fn try_exercise(&mut self, exercise: ExerciseIx) {
        let is_there = exercise.place() < content().practice.len();
        let page = if is_there { Practice::Exercise(exercise) } else { Practice::List };
        self.turn_to(Page::Practice(page));
    }

    fn leave_start(&mut self) {
        if self.case.people.is_empty() {
            self.tell(Problem::WhoMissing);
        } else if self.case.situations.is_empty() {
            self.tell(Problem::SituationMissing);
        } else {
            self.change = None;
            self.turn_to_next();
        }
    }

    fn answer(&mut self, question: QuestionIx) {
        let Some(answer) = self.picked else {
            self.tell(Problem::AnswerMissing);
            return;
        };
        self.case.answers.insert(question, answer);
        match self.change {
            Some(Change { back_to, was_finished }) => {
                let next = self.interview().next.filter(|_| was_finished);
                if let Some(new_question) = next {
                    self.turn_to(Page::Question(new_question));
                } else {
                    self.change = None;
                    self.turn_to(back_to);
                }
            }
            None => self.turn_to_next(),
        }
    }

    /// Turns to the next question, or to the end of the interview.
    fn turn_to_next(&mut self) {
        let interview = self.interview();
        let page = match interview.next {
            Some(question) => Page::Question(question),
            None if interview.asked.len() > REVIEW_AFTER => Page::Review,
            None => Page::Result,
        };
        self.turn_to(page);
    }

    fn go_back(&mut self) {
        if self.page().is_reading() {
            self.close_reading();
            return;
        }
        if let Some(change) = self.change.take() {
            self.turn_to(change.back_to);
            return;
        }
        let asked = self.interview().asked;
        let before = match self.page() {
            Page::Start
            | Page::Standard(_)
            | Page::PlainWords
            | Page::Expectations(_)
            | Page::Left => return,
            Page::Opened => None,
            Page::Question(question) => {
                let place = asked.iter().position(|other| *other == question);
                asked[..place.unwrap_or(asked.len())].last()
            }
            Page::Result if asked.len() > REVIEW_AFTER => {
                self.turn_to(Page::Review);
                return;
            }
            Page::Review | Page::Result => asked.last(),
            Page::Notice(_) => {
                self.turn_to(Page::Result);
                return;
            }
            Page::Practice(page) => {
                self.return_to(self.before_practice_page(page));
                return;
            }
        };
        self.turn_to(before.map_or(Page::Start, |question| Page::Question(*question)));
    }

    /// Opens a reading page, which Back closes.
    fn read(&mut self, page: Page) {
        let from = self.opened_from(page);
        self.turn_to(page);
        self.trail[self.at].opened_from = from;
    }

    /// Where Back leads from a reading page. Turning from clause to clause, or between exact text and plain words,
    /// adds no steps to undo.
    fn opened_from(&self, page: Page) -> Option<usize> {
        let is_passed = |at: &usize| match page {
            Page::Standard(Some(_)) => matches!(self.trail[*at].page, Page::Standard(Some(_))),
            Page::Expectations(_) => false,
            _ => matches!(self.trail[*at].page, Page::Standard(_) | Page::PlainWords),
        };
        let mut from = Some(self.at);
        while let Some(at) = from.filter(is_passed) {
            from = self.trail[at].opened_from;
        }
        from
    }

    fn close_reading(&mut self) {
        let from = self.turn().opened_from.and_then(|at| self.trail.get(at).copied());
        self.return_to(from.unwrap_or(Turn::START));
    }

    /// Turns to a page that was visited before. From there, Back leads where it led then.
    fn return_to(&mut self, Turn { page, opened_from }: Turn) {
        self.turn_to(page);
        self.trail[self.at].opened_from = opened_from;
    }

    /// Accepts an offer of another situation, with the answers that carry over.
    fn follow(&mut self, offer: Offer) {
        let next = offer.follow(content(), &self.case, &self.interview().live);
        let new = next.answers.keys().filter(|question| !self.case.answers.contains_key(question));
        self.carried.extend(new);
        self.case = next;
        self.turn_to_next();
    }

    /// The start page with this situation selected, and with a person who sees it if nobody was selected yet.
    fn check_situation(&mut self, situation: SituationIx) {
        if !is_open_to(self.case.people, situation) {
            return;
        }
        if let Some(person) = content()[situation].people.iter().next()
            && self.case.people.is_empty()
        {
            let role = is_role(content(), person);
            self.be_somebody(if role { content().profile.staff } else { person });
            self.case.people = self.case.people.with(person);
        }
        if !self.case.situations.contains(&situation) {
            self.toggle_situation(situation);
        }
        self.turn_to(Page::Start);
    }

    /// From an outcome to its exercise, from an exercise to the list, from the list to the page before the exercises.
    fn before_practice_page(&self, page: Practice) -> Turn {
        let turn = |page| Turn { page: Page::Practice(page), opened_from: None };
        match page {
            Practice::Outcome(exercise, _) => turn(Practice::Exercise(exercise)),
            Practice::Exercise(_) => turn(Practice::List),
            Practice::List => {
                let mut before = self.trail[..self.at].iter().rev().copied();
                let left = before.find(|turn| !matches!(turn.page, Page::Practice(_)));
                left.unwrap_or(Turn::START)
            }
        }
    }

    fn begin_change(&mut self, question: QuestionIx) {
        let was_finished = self.interview().next.is_none();
        self.change = Some(Change { back_to: self.page(), was_finished });
        self.turn_to(Page::Question(question));
    }

    fn travel(&mut self, step: usize) {
        let last = self.trail.len().saturating_sub(1);
        self.at = step.saturating_sub(self.first_step).min(last);
        self.change = None;
        if let Page::Question(question) = self.page() {
            let interview = self.interview();
            let reachable = interview.asked.contains(&question) || interview.next == Some(question);
            if !reachable {
                self.trail[self.at].page = interview.next.map_or(Page::Result, Page::Question);
            }
        }
        if let Page::Notice(notice) = self.page()
            && !self.is_called_for(notice)
        {
            self.trail[self.at].page = Page::Result;
        }
        if !self.can_leave_start() && !self.page().is_apart() {
            self.trail[self.at] = Turn::START;
        }
        self.arrive();
    }

    fn can_leave_start(&self) -> bool {
        !self.case.people.is_empty() && !self.case.situations.is_empty()
    }

    fn start_again(&mut self) {
        let fresh = Session::new(self.lang).for_audience(self.audience);
        let leaves_by_shift = self.leaves_by_shift;
        *self = Session { first_step: self.step() + 1, leaves_by_shift, ..fresh };
    }

    /// Opens a file in place of the current case. If it cannot be opened, nothing changes.
    fn open(&mut self, file: Result<String, FileProblem>) {
        match file.and_then(|text| saved_file::open(content(), &text)) {
            Ok(opened) => self.take_over(opened),
            Err(problem) => self.tell(Problem::File(problem)),
        }
    }

    fn take_over(&mut self, opened: Opened) {
        let first_step = self.step();
        self.start_again();
        self.first_step = first_step;
        self.case = opened.case.clone();
        let is_whole = opened.is_whole();
        self.opened = Some(opened);
        if is_whole { self.turn_to_needed() } else { self.turn_to(Page::Opened) }
    }

    /// Turns to the first page on which an opened case needs an answer, or to the review if none does.
    fn turn_to_needed(&mut self) {
        let next = self.interview().next.map_or(Page::Review, Page::Question);
        self.turn_to(if self.can_leave_start() { next } else { Page::Start });
    }

    /// Forgets everything and leaves no page for Back to show.
    fn leave(&mut self) {
        self.start_again();
        self.trail = vec![Turn { page: Page::Left, opened_from: None }];
    }
}

/// Whether the Standard binds these people, as it does staff and perhaps external commission members.
pub fn is_bound(people: People) -> bool {
    content().concerned(people).contains(content().profile.staff)
}

/// Everyone who can ask, in content order.
pub fn people_indices(content: &Content) -> impl Iterator<Item = PersonIx> {
    (0_u8..).map(PersonIx).take(content.people.len())
}

/// The people of the first question: the person who represents all staff, and those who cannot be combined.
pub fn starting_people(content: &Content) -> impl Iterator<Item = PersonIx> {
    people_indices(content).filter(|ix| !is_role(content, *ix))
}

/// Whether it is a role that staff can have in addition to being an employee.
pub fn is_role(content: &Content, person: PersonIx) -> bool {
    !content[person].alone && person != content.profile.staff
}

/// Whether these people can be asked about the situation without changing who they are.
pub fn is_open_to(people: People, situation: SituationIx) -> bool {
    people.is_empty() || content().situations_for(people).any(|seen| seen == situation)
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Speak(lang) => next.lang = lang,
            Action::ReadBeside(lang) => next.beside = lang,
            Action::Address(audience) => next = next.for_audience(audience),
            Action::BeSomebody(person) => next.be_somebody(person),
            Action::ToggleRole(person) => next.toggle_role(person),
            Action::ToggleSituation(situation) => next.toggle_situation(situation),
            Action::Pick(answer) => {
                next.picked = Some(answer);
                next.problem = None;
            }
            Action::Continue => next.go_on(),
            Action::Back => next.go_back(),
            Action::Change(question) => next.begin_change(question),
            Action::ChangeStart => next.turn_to(Page::Start),
            Action::SeeResult => next.turn_to(Page::Result),
            Action::Follow(offer) => next.follow(offer),
            Action::Read(page) => next.read(page),
            Action::CheckSituation(situation) => next.check_situation(situation),
            Action::Prepare(notice) => next.turn_to(Page::Notice(notice)),
            Action::Type(field, text) => next.type_into(field, text),
            Action::DraftIn(languages) => next.draft_languages = Some(languages),
            Action::Practise => next.turn_to(Page::Practice(Practice::List)),
            Action::Try(exercise) => next.try_exercise(exercise),
            Action::Travel(step) => next.travel(step),
            Action::StartAgain => next.start_again(),
            Action::Open(file) => next.open(file),
            Action::Leave => next.leave(),
            Action::LeaveByShift(leaves) => next.leaves_by_shift = leaves,
        }
        Rc::new(next)
    }
}
