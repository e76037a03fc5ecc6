//! The words of the tables: one method a message of `content/tables/*.ftl`, and the check that they agree.

use std::collections::BTreeSet;

use adal_core::{Argument, Effect, Headline, Kind, Lang, PersonIx};

use crate::fluent::Key;
use crate::loaded::Loaded;
use crate::problem::{Place, Problems, SourceFile, list};

/// The words in one language.
#[derive(Clone, Copy)]
pub(super) struct Labels<'a> {
    loaded: &'a Loaded,
    pub(super) lang: Lang,
}

/// The type of a variable.
macro_rules! variable {
    (number) => {
        usize
    };
    (words) => {
        &str
    };
}

/// A variable as the argument of a message.
macro_rules! argument {
    (number, $value:ident) => {
        Argument::Number($value)
    };
    (words, $value:ident) => {
        Argument::Words($value)
    };
}

/// Defines a method for each message: its key is the name with hyphens.
macro_rules! labels {
    ($($name:ident($($variable:ident: $kind:ident),*);)*) => {
        const METHODS: &[(&str, &[&str])] =
            &[$((stringify!($name), &[$(stringify!($variable)),*])),*];

        impl Labels<'_> {$(
            pub(super) fn $name(self $(, $variable: variable!($kind))*) -> String {
                let arguments = [$((stringify!($variable), argument!($kind, $variable))),*];
                self.say(&stringify!($name).replace('_', "-"), &arguments)
            }
        )*}
    };
}

labels! {
    document_title();
    document_lead();
    draft();
    version_label();
    version(version: words, date: words);
    edition_label();
    approval_label();
    language_label();
    language_name();
    what_title();
    what_1();
    what_2();
    what_3();
    read_title();
    read_questions();
    read_rows();
    read_open();
    read_map();
    read_not_sure();
    read_ground();
    read_ngo();
    marks_title();
    sign_title();
    sign_1();
    sign_2();
    sign_3();
    sign_4();
    contents_title();
    back_to_contents();
    situations_title();
    number_column();
    situation_column();
    people_column();
    rules_column();
    open_column();
    page_sizes(situations: number, questions: number, rules: number, steps: number);
    situation_title(number: number);
    id_label();
    who_sees();
    questions_title();
    effects_title();
    clause(number: words);
    ends(count: number);
    longest(count: number);
    rule_count(count: number);
    open_count(count: number);
    reminders_title();
    signature_title();
    signature_lead(version: words, language: words);
    hash();
    confirmed();
    confirmed_with_remarks();
    not_confirmed();
    post();
    name();
    signature();
    date();
    remarks();
    map_title();
    map_for(people: words);
    map_description(number: number);
    map_end(marks: words);
    map_next(stop: words);
    not_sure();
    words_title();
    why();
    find_out();
    rules_title();
    rules_lead();
    rule_title(number: number);
    rule_if();
    rule_or();
    any_answer();
    any_but();
    any_legend();
    because();
    steps();
    only_for(people: words);
    required_by(count: number, numbers: words);
    advice();
    wording_open();
    wording_open_short();
    cases_title();
    cases_lead();
    no_cases();
    answers();
    expected();
    applies();
    may_apply();
    first_answer_only();
    other_language();
    clauses_title();
    clauses_lead();
    official_text();
    unofficial_translation();
    plain();
    note();
    two_readings();
    used_in();
    reminder_in();
    not_used();
    kind_prohibition();
    kind_restriction();
    kind_right();
    kind_duty();
    kind_recommendation();
    kind_measure();
    kind_provision();
    matrix_title();
    matrix_lead();
    matrix_roles();
    matrix_reminder();
    clause_column();
    steps_title();
    steps_lead();
    step_column();
    ground_column();
    readings_title();
    readings_lead();
    drafts_title();
    drafts_lead();
    draft_only_if();
    draft_fields();
    prohibited();
    duty();
    steps_first();
    expected_of_staff();
    may();
    recommended();
    right();
    nothing();
    mark_prohibited();
    mark_duty();
    mark_steps_first();
    mark_expected_of_staff();
    mark_may();
    mark_recommended();
    mark_right();
    mark_nothing();
}

impl<'a> Labels<'a> {
    pub(super) fn new(loaded: &'a Loaded, lang: Lang) -> Labels<'a> {
        Labels { loaded, lang }
    }

    /// A few letters for a person, in the matrix.
    pub(super) fn person_mark(self, person: PersonIx) -> String {
        self.say(&person_key(&self.loaded.content[person].id), &[])
    }

    pub(super) fn headline(self, headline: Headline) -> String {
        match headline {
            Headline::Prohibited => self.prohibited(),
            Headline::Duty => self.duty(),
            Headline::StepsFirst => self.steps_first(),
            Headline::Expected => self.expected_of_staff(),
            Headline::MayApply => self.may(),
            Headline::Recommended => self.recommended(),
            Headline::Right => self.right(),
            Headline::Nothing => self.nothing(),
        }
    }

    pub(super) fn mark(self, headline: Headline) -> String {
        match headline {
            Headline::Prohibited => self.mark_prohibited(),
            Headline::Duty => self.mark_duty(),
            Headline::StepsFirst => self.mark_steps_first(),
            Headline::Expected => self.mark_expected_of_staff(),
            Headline::MayApply => self.mark_may(),
            Headline::Recommended => self.mark_recommended(),
            Headline::Right => self.mark_right(),
            Headline::Nothing => self.mark_nothing(),
        }
    }

    pub(super) fn kind(self, kind: Kind) -> String {
        match kind {
            Kind::Prohibition => self.kind_prohibition(),
            Kind::Restriction => self.kind_restriction(),
            Kind::Right => self.kind_right(),
            Kind::Duty => self.kind_duty(),
            Kind::Recommendation => self.kind_recommendation(),
            Kind::Measure => self.kind_measure(),
            Kind::Provision => self.kind_provision(),
        }
    }

    fn say(self, key: &str, arguments: &[(&str, Argument)]) -> String {
        let words = &self.loaded.labels;
        let Some(place) = words.keys.iter().position(|known| known.id == key) else {
            return String::new(); // `problems` has said so.
        };
        let given = |name: &str| {
            let found = arguments.iter().find(|(own, _)| *own == name);
            found.map_or(Argument::Words(""), |(_, argument)| *argument)
        };
        let ordered: Vec<Argument> =
            words.keys[place].variables.iter().map(|(name, _)| given(name)).collect();
        words.messages[place].format(self.lang, &ordered)
    }
}

/// What an effect gives as the headline of a result, when its wording is settled.
pub(super) fn headline_of(effect: Effect) -> Headline {
    match effect {
        Effect::Prohibited => Headline::Prohibited,
        Effect::Duty => Headline::Duty,
        Effect::StepsFirst => Headline::StepsFirst,
        Effect::Expected => Headline::Expected,
        Effect::Recommended => Headline::Recommended,
        Effect::Right => Headline::Right,
    }
}

/// The headlines, strongest first.
pub(super) const HEADLINES: [Headline; 8] = [
    Headline::Prohibited,
    Headline::Duty,
    Headline::StepsFirst,
    Headline::Expected,
    Headline::MayApply,
    Headline::Recommended,
    Headline::Right,
    Headline::Nothing,
];

fn person_key(id: &str) -> String {
    format!("mark-{id}")
}

/// Messages that are missing, that no table shows, or whose variables are others.
pub(super) fn problems(loaded: &Loaded) -> Problems {
    let mut problems = Problems::default();
    let people = loaded.content.people.iter().map(|person| (person_key(&person.id), Vec::new()));
    let methods =
        METHODS.iter().map(|(name, variables)| (name.replace('_', "-"), variables.to_vec()));
    let wanted: Vec<(String, Vec<&str>)> = methods.chain(people).collect();
    let name = "content/tables".to_owned();
    let place = Place::whole(&std::sync::Arc::new(SourceFile { name, text: String::new() }));
    for (key, variables) in &wanted {
        let Some(known) = loaded.labels.keys.iter().find(|known| known.id == *key) else {
            problems
                .add(&place, format!("the message `{key}` is missing"))
                .help("add it in kk.ftl, ru.ftl and en.ftl");
            continue;
        };
        let (own, of_table): (BTreeSet<&str>, BTreeSet<&str>) =
            (names(known), variables.iter().copied().collect());
        if own != of_table {
            let own = list(&own.into_iter().collect::<Vec<_>>());
            let of_table = list(&of_table.into_iter().collect::<Vec<_>>());
            let message = format!("`{key}` has the variables {own}; the table gives {of_table}");
            problems.add(&place, message);
        }
    }
    for known in &loaded.labels.keys {
        if !wanted.iter().any(|(key, _)| *key == known.id) {
            problems
                .add(&place, format!("no table shows the message `{}`", known.id))
                .help("take it out of kk.ftl, ru.ftl and en.ftl");
        }
    }
    problems
}

fn names(key: &Key) -> BTreeSet<&str> {
    key.variables.iter().map(|(name, _)| name.as_str()).collect()
}
