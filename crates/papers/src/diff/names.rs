//! Names of items and their parts.

use adal_content::{ItemKind, PartName};

use crate::labels::Labels;

impl Labels<'_> {
    pub(super) fn item_kind(self, kind: ItemKind) -> String {
        match kind {
            ItemKind::Situation => self.situation(),
            ItemKind::Person => self.person(),
            ItemKind::Question => self.question(),
            ItemKind::Pointer => self.pointer(),
            ItemKind::Remark => self.remark(),
            ItemKind::Rule => self.rule(),
            ItemKind::Element => self.element(),
            ItemKind::Fact => self.fact(),
            ItemKind::Reading => self.doubt(),
            ItemKind::Step => self.step(),
            ItemKind::Clause => self.clause(),
            ItemKind::Headline => self.headline(),
            ItemKind::Interface => self.interface(),
            ItemKind::Notice => self.notice(),
        }
    }

    /// The names of a few parts depend on the type of their item.
    pub(super) fn part_name(self, kind: ItemKind, name: PartName) -> String {
        match (kind, name) {
            (ItemKind::Situation, PartName::Views) => self.conduct_title(),
            (ItemKind::Situation, PartName::Only) => self.asked_only_if(),
            (ItemKind::Pointer, PartName::Title) => self.pointer_to(),
            (ItemKind::Remark, PartName::Condition) => self.shown_if(),
            (ItemKind::Remark, PartName::Ground) => self.remark_found(),
            (ItemKind::Remark, PartName::Binds) => self.remark_rests_on(),
            (ItemKind::Rule, PartName::Condition) => self.holds_if(),
            (ItemKind::Reading, PartName::Note) => self.because(),
            _ => self.own_name(name),
        }
    }

    fn own_name(self, name: PartName) -> String {
        match name {
            PartName::Title => self.title(),
            PartName::Summary => self.summary(),
            PartName::People => self.people(),
            PartName::Settings => self.sets(),
            PartName::Views => self.views(),
            PartName::Only => self.only_if(),
            PartName::StepsFirst => self.steps_first_if(),
            PartName::Binds => self.binds(),
            PartName::Value => self.value_of_it(),
            PartName::Doubt => self.doubt(),
            PartName::GroundInText => self.ground_in_text(),
            PartName::Stand => self.stand(),
            PartName::Carried => self.carried(),
            PartName::Questions => self.questions(),
            PartName::Steps => self.steps(),
            PartName::Reminders => self.reminders(),
            PartName::Words => self.words_of_it(),
            PartName::Hint => self.hint(),
            PartName::Why => self.why(),
            PartName::FindOut => self.find_out(),
            PartName::Choice => self.choice(),
            PartName::ChoiceHint => self.choice_hint(),
            PartName::Condition => self.condition(),
            PartName::Effect => self.effect(),
            PartName::Reading => self.reading(),
            PartName::Because => self.because(),
            PartName::FoldsUnder => self.folds_under(),
            PartName::Ground => self.ground(),
            PartName::Kind => self.kind(),
            PartName::Check => self.check(),
            PartName::Official => self.official(),
            PartName::Translation => self.translation(),
            PartName::Plain => self.plain(),
            PartName::Note => self.note(),
            PartName::Subject => self.subject(),
            PartName::Paragraph => self.paragraph(),
            PartName::Field => self.field(),
            PartName::FieldHint => self.field_hint(),
        }
    }
}
