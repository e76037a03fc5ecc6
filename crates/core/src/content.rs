//! The content after all checks: no string stands for another item any more, and every reference holds.

use serde::{Deserialize, Serialize};

use crate::{
    Answer, Answers, Case, Condition, Lang, Notice, Notices, Text, Truth, in_order, sort_by_key,
};

/// Defines the place of an item in its list in [`Content`].
macro_rules! index {
    ($(#[$doc:meta] $name:ident($inner:ty);)*) => {$(
        #[$doc]
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub struct $name(pub $inner);

        impl $name {
            /// The place in the list.
            pub fn place(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

index! {
    /// The place of a clause in [`Content::clauses`].
    ClauseIx(u8);
    /// The place of a person in [`Content::people`].
    PersonIx(u8);
    /// The place of a situation in [`Content::situations`].
    SituationIx(u8);
    /// The place of a question in [`Content::questions`].
    QuestionIx(u16);
    /// The place of a choice in [`Question::choices`].
    ChoiceIx(u8);
    /// The place of a rule in [`Content::rules`].
    RuleIx(u16);
    /// The place of a reading in [`Content::readings`].
    ReadingIx(u8);
    /// The place of a reason in [`Content::reasons`].
    ReasonIx(u8);
    /// The place of a remark in [`Content::remarks`].
    RemarkIx(u8);
    /// The place of a step in [`Content::steps`].
    StepIx(u16);
    /// The place of an exercise in [`Content::practice`].
    ExerciseIx(u8);
    /// The place of a notice in [`Notices::notices`].
    NoticeIx(u8);
}

/// Everything that the tool says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Version of the content, for example `2019.1`.
    pub version: String,
    /// Date of this version, `YYYY-MM-DD`.
    pub date: String,
    /// What is particular to the organisation.
    pub profile: Profile,
    /// Title of the Standard.
    pub title: Text,
    /// Place of the Standard.
    pub place: Text,
    /// Particulars of its approval.
    pub approval: Text,
    /// Sections in the order of the Standard.
    pub sections: Vec<Section>,
    /// Numbered items in the order of the Standard, stems included.
    pub clauses: Vec<Clause>,
    /// Where the source edition has slips, in the order of `errata.toml`.
    pub slips: Vec<Slip>,
    /// Words of the Standard with what it says of them.
    pub terms: Vec<Term>,
    /// What NGOs and applicants may expect, in the order of reading.
    pub expectations: Vec<Expectation>,
    /// Who can ask.
    pub people: Vec<Person>,
    /// The groups of situations on the start page, in order.
    pub themes: Vec<Theme>,
    /// Situations in the order of the start page.
    pub situations: Vec<Situation>,
    /// All questions; a situation names its own in the order of asking.
    pub questions: Vec<Question>,
    /// All rules; a situation names its own.
    pub rules: Vec<Rule>,
    /// The doubts about the wording of the Standard, each once.
    pub readings: Vec<Reading>,
    /// Why clauses apply: sentences about the facts alone, which rules refer to.
    pub reasons: Vec<Text>,
    /// What is right to say although no clause says it.
    pub remarks: Vec<Remark>,
    /// Steps in the order in which a person should take them.
    pub steps: Vec<Step>,
    /// Drafts that the steps call for.
    pub notices: Notices,
    /// Stories to practise on, in the order of the practice page.
    pub practice: Vec<Exercise>,
    /// What changed with each version, oldest first.
    pub changes: Vec<Change>,
    /// What the Company confirmed, as far as the texts are still those that were signed.
    pub confirmations: Vec<Confirmation>,
}

/// What is particular to the organisation whose Standard this is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// One sentence that says what “the Company” and “the Standard” mean in the interface.
    pub terms: Text,
    /// Words in quotation marks that somebody might type to find a situation.
    pub search_words: Text,
    /// A clause whose number shows what can be searched for in the Standard.
    pub search_clause: ClauseIx,
    /// The person who represents everybody whom the Standard binds.
    pub staff: PersonIx,
    /// The languages in which drafts can be made, in the order in which they are offered.
    pub drafts: Vec<DraftLanguages>,
}

/// One or several languages in which a draft can be made at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftLanguages {
    /// The languages, in the order in which the drafts are shown.
    pub languages: Vec<Lang>,
    /// Their names, as a choice.
    pub name: Text,
}

/// What changed with a version of the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The version.
    pub version: String,
    /// Its date, `YYYY-MM-DD`.
    pub date: String,
    /// What changed, in a few sentences.
    pub what: Text,
    /// The clauses that it concerns, as far as they still stand.
    pub clauses: Vec<ClauseIx>,
    /// The amendment of the Standard that it takes over; none where only the words of the tool changed.
    pub amendment: Option<Amendment>,
}

/// An amendment of the Standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// The day from which it is in force, `YYYY-MM-DD`.
    pub in_force: String,
    /// What became of each clause, in the order of their numbers.
    pub clauses: Vec<AmendedClause>,
}

/// What an amendment did to a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendedClause {
    /// Its number; it need not stand any more.
    pub id: String,
    /// Its text before; none where the clause is new.
    pub before: Option<Wording>,
    /// Its text after; none where the clause was taken out.
    pub after: Option<Wording>,
}

/// A text in pieces, in each language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording(pub [Vec<Piece>; 3]);

impl Wording {
    /// The pieces in one language.
    pub fn get(&self, lang: Lang) -> &[Piece] {
        &self.0[lang as usize]
    }
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether the other version has other words here.
    pub differs: bool,
}

/// A signature of the Company under situations in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The situations whose texts are still those that were signed.
    pub situations: Vec<SituationIx>,
    /// The language.
    pub lang: Lang,
    /// The post of the person who signed, in this language.
    pub post: String,
    /// The date of the signature, `YYYY-MM-DD`.
    pub date: String,
}

/// A section of the Standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Number, for example `3`.
    pub number: String,
    /// Heading with its number.
    pub heading: Text,
    /// Subheading, in section 2.
    pub subheading: Option<Text>,
    /// Paragraphs before the first clause, in section 5.
    pub preamble: Vec<Text>,
}

/// One numbered item of the Standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Number, for example `3.6`.
    pub id: String,
    /// What kind of norm it is.
    pub kind: Kind,
    /// How the tool uses it.
    pub check: Check,
    /// Whom it binds; empty for the Company as a whole.
    pub binds: People,
    /// Whether it bears on NGOs and applicants.
    pub ngo: NgoBearing,
    /// The clause whose sentence this one finishes.
    pub stem: Option<ClauseIx>,
    /// The exact text: Kazakh is the source with its errata applied, the others are unofficial translations.
    pub text: Text,
    /// Bullets under the text.
    pub items: Vec<Text>,
    /// One plain sentence.
    pub plain: Text,
    /// What is unclear in the wording.
    pub note: Option<Text>,
    /// Whether it is no ground of a result by itself: it is shown only beside a prohibition of another clause.
    pub never_alone: bool,
    /// Clauses that rest on the same benefit or gain and ask the same. Where this clause only may apply and one of them
    /// applies, it is shown under that one.
    pub folds_under: Vec<ClauseIx>,
}

impl Clause {
    /// Whether it requires something, as prohibitions, restrictions and duties do.
    pub fn requires(&self) -> bool {
        matches!(self.kind, Kind::Prohibition | Kind::Restriction | Kind::Duty)
    }

    /// The number of the section that it stands in.
    pub fn section(&self) -> &str {
        self.id.split('.').next().unwrap_or_default()
    }
}

/// A piece of the Standard's own text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Passage {
    /// [`Content::approval`].
    Approval,
    /// [`Content::title`].
    Title,
    /// [`Content::place`].
    Place,
    /// The heading of the section with this place in [`Content::sections`].
    Heading(u8),
    /// Its subheading.
    Subheading(u8),
    /// A paragraph of its preamble.
    Preamble(u8, u8),
    /// The text of a clause.
    Clause(ClauseIx),
    /// A bullet under it.
    Item(ClauseIx, u8),
}

/// One place in the Kazakh text where the source edition has a slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// The piece of text that it stands in.
    pub passage: Passage,
    /// Where it begins in the text as shown, in bytes.
    pub start: u16,
    /// Where it ends.
    pub end: u16,
    /// What stands there in the source. Where that is unsure, it stands in the text as shown too.
    pub received: String,
    /// How sure it is that it is a slip.
    pub certainty: Certainty,
    /// What was probably meant, where that is unsure and can be guessed.
    pub perhaps: Option<String>,
}

/// How sure it is that a place in the source is a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certainty {
    /// It is, and was mended.
    Certain,
    /// It most likely is, and was mended.
    Probable,
    /// It may be; the source stands as received.
    Unsure,
}

/// A word of the Standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The word.
    pub name: Text,
    /// What the Standard lets one see of its meaning.
    pub text: Text,
    /// The clauses that define it; none: the Standard does not.
    pub defined: Vec<ClauseIx>,
    /// The clauses whose text has it, in the order of the Standard.
    pub used: Vec<ClauseIx>,
}

/// One line of what the Standard expects, as NGOs or staff read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    /// The list it belongs to.
    pub group: Group,
    /// The clauses that say so.
    pub clauses: Vec<ClauseIx>,
    /// The situation in which it can be checked.
    pub situation: Option<SituationIx>,
    /// A few sentences.
    pub text: Text,
}

/// Who reads what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Staff: what the Standard expects of them.
    Staff,
    /// NGOs and applicants: what they may expect.
    Ngo,
}

/// A list of what is expected. Each is for one audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Group {
    /// What staff must not do.
    MustNot,
    /// What staff owe.
    Owe,
    /// What the Company undertakes.
    Company,
    /// What the NGO had better not do: advice, with the clauses that are its reason.
    BetterNot,
    /// What must not be taken.
    NotTake,
    /// What must not be given.
    NotGive,
    /// What else must not be done.
    NotDo,
    /// What must be reported.
    Report,
    /// What to do in doubt or in a conflict of interest.
    Doubt,
    /// What must be seen to.
    SeeTo,
    /// What fits every day.
    EveryDay,
}

impl Group {
    /// Who reads the list.
    pub fn audience(self) -> Audience {
        match self {
            Group::MustNot | Group::Owe | Group::Company | Group::BetterNot => Audience::Ngo,
            Group::NotTake
            | Group::NotGive
            | Group::NotDo
            | Group::Report
            | Group::Doubt
            | Group::SeeTo
            | Group::EveryDay => Audience::Staff,
        }
    }
}

/// The kind of a norm, by its wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// What must not be done.
    Prohibition,
    /// What must be refrained from.
    Restriction,
    /// What a person is entitled to do.
    Right,
    /// What must be done.
    Duty,
    /// What should be done.
    Recommendation,
    /// What the Company undertakes.
    Measure,
    /// What the Standard says of itself.
    Provision,
}

/// How the tool uses a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Check {
    /// Rules find whether it applies.
    Assessed,
    /// Expected conduct, shown beside a result and never a ground of it.
    Reminder,
    /// For reading.
    Information,
}

/// Whether a clause bears on NGOs and applicants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NgoBearing {
    /// It does not.
    None,
    /// It protects them without naming them.
    InEffect,
    /// It names them or plainly means them.
    Direct,
}

/// A set of people, as a bit set over [`PersonIx`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct People(u8);

impl People {
    /// How many different people the set can tell apart.
    pub const LIMIT: usize = 8;

    /// The set without anybody.
    pub const NOBODY: People = People(0);

    /// Whether nobody is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this person is in it.
    pub fn contains(self, person: PersonIx) -> bool {
        self.0 & Self::bit(person) != 0
    }

    /// The set with this person in it.
    #[must_use]
    pub fn with(self, person: PersonIx) -> People {
        People(self.0 | Self::bit(person))
    }

    /// The set without this person.
    #[must_use]
    pub fn without(self, person: PersonIx) -> People {
        People(self.0 & !Self::bit(person))
    }

    /// Everybody who is in one of the sets.
    #[must_use]
    pub fn union(self, other: People) -> People {
        People(self.0 | other.0)
    }

    /// Whether somebody is in both sets.
    pub fn meets(self, other: People) -> bool {
        self.0 & other.0 != 0
    }

    /// The people in it, in content order.
    pub fn iter(self) -> impl Iterator<Item = PersonIx> {
        (0..Self::LIMIT as u8).map(PersonIx).filter(move |person| self.contains(*person))
    }

    fn bit(person: PersonIx) -> u8 {
        1_u8.checked_shl(u32::from(person.0)).unwrap_or(0)
    }
}

impl FromIterator<PersonIx> for People {
    fn from_iter<I: IntoIterator<Item = PersonIx>>(people: I) -> Self {
        people.into_iter().fold(People::NOBODY, People::with)
    }
}

/// Somebody who can ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Id in the content files and in saved files.
    pub id: String,
    /// What such a person calls oneself.
    pub name: Text,
    /// The people whose rules concern this person, itself included.
    pub stands_for: People,
    /// Whether it cannot be combined with others.
    pub alone: bool,
    /// Why the Standard is open towards this person, where it does not name it.
    pub open: Option<Text>,
}

/// A group of situations on the start page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// The name of its sign.
    pub sign: String,
    /// A few words.
    pub title: Text,
}

/// What a person is about to do or has met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Situation {
    /// Id: the name of its file.
    pub id: String,
    /// The place of its theme in [`Content::themes`]; none where its people see no themes.
    pub theme: Option<u8>,
    /// Who sees it.
    pub people: People,
    /// A few words.
    pub title: Text,
    /// One sentence on what it covers.
    pub summary: Text,
    /// Words and phrases by which it is found, separated by semicolons.
    pub keywords: Text,
    /// Its questions in the order of asking.
    pub questions: Vec<QuestionIx>,
    /// Its rules.
    pub rules: Vec<RuleIx>,
    /// Reminder clauses that help here.
    pub reminders: Vec<ClauseIx>,
    /// The ways to other situations.
    pub pointers: Vec<Pointer>,
}

/// A question in plain words. "Not sure" is an answer to each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Id in the content files and in saved files.
    pub id: String,
    /// The question.
    pub text: Text,
    /// Help in understanding it.
    pub hint: Option<Text>,
    /// Why it is asked.
    pub why: Text,
    /// How to find out when not sure.
    pub find_out: Text,
    /// The answers besides "not sure".
    pub choices: Vec<Choice>,
}

/// An answer that a question offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Id within the question.
    pub id: String,
    /// A few words.
    pub text: Text,
    /// Help in understanding it.
    pub hint: Option<Text>,
}

/// When a clause says what to whom. The rules of the law are written over facts; these are what the compiler makes of
/// them for one situation, so a clause has at most two here: where it applies, and where its wording is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The clause.
    pub clause: ClauseIx,
    /// Whom it concerns.
    pub people: People,
    /// Whom it does not concern although it concerns somebody they stand for: a manager has rules of their own where the
    /// Standard says more to managers.
    pub except: People,
    /// When.
    pub when: Condition,
    /// What it says then, strongest first.
    pub effects: Vec<Given<Effect>>,
    /// Why, as sentences about the facts.
    pub reasons: Vec<Given<ReasonIx>>,
    /// The doubts on which it turns; empty: it applies. Such a rule is never more than *may apply*.
    pub readings: Vec<Given<ReadingIx>>,
    /// The doubts on which it would turn, had the Company not adopted a side.
    pub adopted: Vec<Given<ReadingIx>>,
    /// What to do.
    pub steps: Vec<Given<StepIx>>,
}

impl Rule {
    /// Whether the wording of the Standard settles it.
    pub fn is_settled(&self) -> bool {
        self.readings.is_empty()
    }

    /// Whether it applies where it holds, and can prohibit.
    pub fn can_prohibit(&self) -> bool {
        self.is_settled() && self.effects.iter().any(|effect| effect.item == Effect::Prohibited)
    }

    /// The effect for these answers: the strongest that holds, or the strongest that may hold.
    pub fn effect(&self, answers: &Answers) -> Option<Effect> {
        let with = |truth| self.effects.iter().find(|effect| effect.when.truth(answers) == truth);
        with(Truth::Yes).or_else(|| with(Truth::Unknown)).map(|effect| effect.item)
    }

    /// The conditions of all that belongs to the rule when it holds.
    pub fn parts(&self) -> impl Iterator<Item = &Condition> {
        let effects = self.effects.iter().map(|part| &part.when);
        let reasons = self.reasons.iter().map(|part| &part.when);
        let readings = self.readings.iter().map(|part| &part.when);
        let steps = self.steps.iter().map(|part| &part.when);
        effects.chain(reasons).chain(readings).chain(steps)
    }
}

/// Something that belongs to a rule that holds, if its own condition holds as well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given<T> {
    /// What it is.
    pub item: T,
    /// When, given that the rule holds.
    pub when: Condition,
}

/// The items that belong to a rule for these answers, or may belong to it.
pub(crate) fn given<'a, T: Copy>(
    items: &'a [Given<T>],
    answers: &'a Answers,
) -> impl Iterator<Item = T> + 'a {
    items.iter().filter(|part| part.when.truth(answers) != Truth::No).map(|part| part.item)
}

/// What a rule says when its condition holds, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Effect {
    /// What the person means to do must not be done.
    Prohibited,
    /// What has come about must be acted on.
    Duty,
    /// It may go on only after steps that the Standard names.
    StepsFirst,
    /// What the staff owe an NGO.
    Expected,
    /// What should be done.
    Recommended,
    /// What the person is entitled to do.
    Right,
}

/// A doubt about the wording of the Standard, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Id in the content files.
    pub id: String,
    /// What is in doubt.
    pub question: Text,
    /// The two ways to read it.
    pub sides: [Text; 2],
    /// The words of the Standard that leave it open.
    pub ground: Text,
    /// Whether it is not the wording that is in doubt but a fact that somebody else knows.
    pub is_fact: bool,
    /// What the Company decided, if it did.
    pub adopted: Option<Adopted>,
}

/// A side of a reading that the Company adopted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adopted {
    /// Whether it is the first side.
    pub first: bool,
    /// The post of the person who decided.
    pub post: Text,
    /// The date, `YYYY-MM-DD`.
    pub date: String,
}

/// What is right to say although no clause says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Id in the content files.
    pub id: String,
    /// What is said.
    pub text: Text,
    /// Where on the result it is said.
    pub place: RemarkPlace,
    /// Who is told; empty for everybody.
    pub people: People,
    /// The situations with each of which it is shown; empty for any.
    pub situations: Vec<SituationIx>,
    /// The answers with which it is shown.
    pub when: Condition,
    /// It is shown only where one of these clauses applies or may apply; empty: wherever.
    pub found: Vec<ClauseIx>,
    /// It is shown only where something applies and all that applies is among these clauses; empty: wherever.
    pub rests_on: Vec<ClauseIx>,
    /// It is shown only where one of these steps is to be taken; empty: wherever.
    pub steps: Vec<StepIx>,
}

/// Where on the result a remark is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RemarkPlace {
    /// Under the headline.
    Top,
    /// Above the steps.
    Steps,
    /// Where it is said whom to turn to.
    Whom,
}

/// A way from answers to another situation to which they belong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pointer {
    /// The answers with which it is offered.
    pub when: Condition,
    /// The other situation.
    pub to: SituationIx,
    /// Whether the matter belongs there altogether, so that the situation it leads from ends.
    pub moves: bool,
    /// The answers that go with it: nothing is asked twice.
    pub carry: Vec<Given<(QuestionIx, ChoiceIx)>>,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Id in the content files.
    pub id: String,
    /// The clauses that require it; empty: it is advice.
    pub clauses: Vec<ClauseIx>,
    /// Whether it is to wait with everything else until there is an answer: it is shown before all other steps.
    pub holds: bool,
    /// What to do.
    pub text: Text,
}

/// A story to practise on. What the Standard says of each way is never written down: the engine finds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exercise {
    /// A few words.
    pub title: Text,
    /// The story.
    pub story: Text,
    /// What is asked about it, where it is not what the person would do.
    pub prompt: Option<Text>,
    /// Who asks.
    pub people: People,
    /// About what.
    pub situations: Vec<SituationIx>,
    /// Ways to go on.
    pub options: Vec<ExerciseOption>,
}

impl Exercise {
    /// The case of a person who goes on in this way.
    pub fn case_of(&self, option: ChoiceIx) -> Case {
        let mut case = Case {
            people: self.people,
            situations: self.situations.clone(),
            answers: Answers::new(),
        };
        let option = self.options.get(option.place());
        for (question, answer) in option.into_iter().flat_map(|option| &option.answers) {
            case.answers.insert(*question, *answer);
        }
        case
    }
}

/// A way to go on in an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseOption {
    /// What the person does.
    pub text: Text,
    /// All answers of a person who does so, those that the story gives among them. A plain list: a map would cost the
    /// program the code that unpacks one.
    pub answers: Vec<(QuestionIx, Answer)>,
}

/// Looks an item up by its typed place.
macro_rules! lookup {
    ($($index:ident => $list:ident: $item:ident;)*) => {$(
        impl std::ops::Index<$index> for Content {
            type Output = $item;

            fn index(&self, index: $index) -> &$item {
                &self.$list[index.place()]
            }
        }
    )*};
}

lookup! {
    ClauseIx => clauses: Clause;
    PersonIx => people: Person;
    SituationIx => situations: Situation;
    QuestionIx => questions: Question;
    RuleIx => rules: Rule;
    ReadingIx => readings: Reading;
    ReasonIx => reasons: Text;
    RemarkIx => remarks: Remark;
    StepIx => steps: Step;
    ExerciseIx => practice: Exercise;
}

impl std::ops::Index<NoticeIx> for Content {
    type Output = Notice;

    fn index(&self, index: NoticeIx) -> &Notice {
        &self.notices.notices[index.place()]
    }
}

impl Content {
    /// The people whose rules concern somebody who is all of `people`.
    pub fn concerned(&self, people: People) -> People {
        people
            .iter()
            .filter_map(|person| self.people.get(person.place()))
            .fold(People::NOBODY, |all, person| all.union(person.stands_for))
    }

    /// The rules of the chosen situations that concern the person, in content order.
    pub fn rules_for<'a>(&'a self, case: &'a Case) -> impl Iterator<Item = RuleIx> + 'a {
        let concerned = self.concerned(case.people);
        case.situations.iter().flat_map(|situation| self[*situation].rules.iter().copied()).filter(
            move |rule| {
                let rule = &self[*rule];
                rule.people.meets(concerned) && !rule.except.meets(concerned)
            },
        )
    }

    /// The questions of the chosen situations in the order of asking, each once.
    pub fn questions_for(&self, case: &Case) -> Vec<QuestionIx> {
        let mut questions = Vec::new();
        for situation in &case.situations {
            for question in &self[*situation].questions {
                if !questions.contains(question) {
                    questions.push(*question);
                }
            }
        }
        questions
    }

    /// The situations that such a person sees, in the order of the start page.
    pub fn situations_for(&self, people: People) -> impl Iterator<Item = SituationIx> {
        let concerned = self.concerned(people);
        (0_u8..)
            .map(SituationIx)
            .zip(&self.situations)
            .filter(move |(_, situation)| situation.people.meets(concerned))
            .map(|(index, _)| index)
    }

    /// Whether a rule or a reminder of the situation is of this clause.
    pub fn uses(&self, situation: SituationIx, clause: ClauseIx) -> bool {
        let situation = &self[situation];
        situation.reminders.contains(&clause)
            || situation.rules.iter().any(|rule| self[*rule].clause == clause)
    }

    /// The doubts on which the rules of a clause turn, in content order. A fact that somebody else knows is none.
    pub fn readings_of(&self, clause: ClauseIx) -> Vec<ReadingIx> {
        let rules = self.rules.iter().filter(|rule| rule.clause == clause);
        let readings = rules.flat_map(|rule| rule.readings.iter().map(|reading| reading.item));
        in_order(readings.filter(|reading| !self[*reading].is_fact))
    }

    /// A piece of the Standard's text.
    pub fn passage(&self, passage: Passage) -> &Text {
        static NONE: Text = Text::EMPTY;
        let section = |place: u8| &self.sections[usize::from(place)];
        let found = match passage {
            Passage::Approval => Some(&self.approval),
            Passage::Title => Some(&self.title),
            Passage::Place => Some(&self.place),
            Passage::Heading(place) => Some(&section(place).heading),
            Passage::Subheading(place) => section(place).subheading.as_ref(),
            Passage::Preamble(place, at) => section(place).preamble.get(usize::from(at)),
            Passage::Clause(ix) => Some(&self[ix].text),
            Passage::Item(ix, at) => self[ix].items.get(usize::from(at)),
        };
        found.unwrap_or(&NONE)
    }

    /// The slips in a piece of the Standard's text, in the order of the text.
    pub fn slips_in(&self, passage: Passage) -> Vec<&Slip> {
        let mut slips: Vec<&Slip> =
            self.slips.iter().filter(|slip| slip.passage == passage).collect();
        sort_by_key(&mut slips, |slip| slip.start);
        slips
    }

    /// The clause with this number.
    pub fn clause(&self, id: &str) -> Option<ClauseIx> {
        (0_u8..)
            .map(ClauseIx)
            .zip(&self.clauses)
            .find(|(_, clause)| clause.id == id)
            .map(|(ix, _)| ix)
    }

    /// The signatures under these situations in this language; none unless every one of them is confirmed.
    pub fn confirmed(&self, situations: &[SituationIx], lang: Lang) -> Vec<&Confirmation> {
        let in_lang = || self.confirmations.iter().filter(|signed| signed.lang == lang);
        let covered = |ix: &SituationIx| in_lang().any(|signed| signed.situations.contains(ix));
        if !situations.iter().all(covered) {
            return Vec::new();
        }
        let concerns = |signed: &&Confirmation| {
            signed.situations.iter().any(|signed| situations.contains(signed))
        };
        in_lang().filter(concerns).collect()
    }
}
