//! The engine of adal-check: a pure function from content and a case to what the Standard says about it.
//!
//! It has no input or output, no clock and no browser, and it cannot fail: `adal-content` rejects invalid input
//! before it becomes [`Content`].

mod assessment;
mod bytes;
mod case;
mod condition;
mod content;
mod finder;
mod interview;
mod message;
mod notice;
mod order;
mod pointer;
mod saved;
mod search;
mod text;
mod truth;

pub use assessment::{
    Assessment, ClauseOutcome, Counterfactual, Finding, Ground, Headline, Reason, State,
    StepToTake, assess, headline, outcomes,
};
pub use bytes::{bytes_of_text, text_of_bytes};
pub use case::{Answer, Answers, Case};
pub use condition::Condition;
pub use content::{
    Adopted, AmendedClause, Amendment, Audience, Certainty, Change, Check, Choice, ChoiceIx,
    Clause, ClauseIx, Confirmation, Content, DraftLanguages, Effect, Exercise, ExerciseIx,
    ExerciseOption, Expectation, Given, Group, Kind, NgoBearing, NoticeIx, Passage, People, Person,
    PersonIx, Piece, Pointer, Profile, Question, QuestionIx, Reading, ReadingIx, ReasonIx, Remark,
    RemarkIx, RemarkPlace, Rule, RuleIx, Section, Situation, SituationIx, Slip, Step, StepIx, Term,
    Theme, Wording,
};
pub use finder::Finder;
pub use interview::{Interview, Remaining, interview, live};
pub use message::{
    Argument, Message, PluralCategory, format_message, plural_categories, plural_category,
};
pub use notice::{BLANK, Draft, DraftPart, Field, Notice, Notices, Paragraph, Style, plain_text};
pub use order::{in_order, sort_by_key};
pub use pointer::{Offer, offers};
pub use saved::{Dropped, Opened, Saved, Since};
pub use search::{Index, Query, fold};
pub use text::{Lang, PackError, PackSource, Text, pack_texts, packed_text, provide_packs};
pub use truth::Truth;

/// The sources that define the format of a packed content. A program can read a content that was packed with the same ones.
pub const FORM: [&str; 7] = [
    include_str!("bytes.rs"),
    include_str!("case.rs"),
    include_str!("condition.rs"),
    include_str!("content.rs"),
    include_str!("message.rs"),
    include_str!("notice.rs"),
    include_str!("text.rs"),
];
