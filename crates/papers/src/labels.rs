//! The words of all printed papers: one method per message of `content/papers/*.ftl`, and the check that they agree.

use std::collections::BTreeSet;
use std::sync::Arc;

use adal_content::law::View;
use adal_content::{Key, Loaded, Place, Problems, SourceFile, Worded, list};
use adal_core::{Argument, Check, Headline, Kind, Lang, PersonIx, Text};

/// The folder of the messages.
const FOLDER: &str = "content/papers";

/// The words in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Labels<'a> {
    loaded: &'a Loaded,
    pub(crate) lang: Lang,
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

/// Defines a method for each message. Its key is the name with hyphens.
macro_rules! labels {
    ($($name:ident($($variable:ident: $kind:ident),*);)*) => {
        const METHODS: &[(&str, &[&str])] =
            &[$((stringify!($name), &[$(stringify!($variable)),*])),*];

        impl Labels<'_> {$(
            pub(crate) fn $name(self $(, $variable: variable!($kind))*) -> String {
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
    page_sizes(clauses: number, rules: number, doubts: number, situations: number, questions: number, steps: number);
    what_title();
    what_1();
    what_2();
    what_3();
    read_title();
    read_law();
    read_shared();
    read_open();
    read_situation();
    read_questions();
    read_order();
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
    situation();
    people_column();
    rules_column();
    open_column();
    clauses_column();
    situation_title(number: number);
    id_label();
    who_sees();
    effects_title();
    clause_number(number: words);
    reminders_title();
    signature_title();
    signature_lead(version: words, language: words);
    law_signature_lead(version: words, language: words);
    hash();
    confirmed();
    confirmed_with_remarks();
    not_confirmed();
    remarks();
    post();
    name();
    signature();
    date();
    not_sure();
    why();
    find_out();
    questions_title();
    questions_lead(answer: words);
    asked_only_if();
    sets();
    sets_nothing();
    leaves();
    conduct_title();
    given();
    firsts_title();
    pointers_title();
    carried();
    remarks_title();
    shown_if();
    remark_found();
    remark_rests_on();
    headlines_title();
    law_title();
    folds_under();
    comes_up_in();
    rules_title();
    rule_title(name: words);
    holds_if();
    certain_if();
    always_certain();
    never_certain();
    only_if();
    if_word();
    all_these();
    one_of_these();
    always();
    never();
    general_title();
    general_towards();
    general_actor();
    elements_title();
    facts_title();
    facts_lead();
    settled_title();
    no_doubts();
    doubt();
    two_readings();
    matters_where();
    stand();
    fact_to_find_out();
    wherever();
    unless();
    where_also();
    because();
    what_to_do();
    only_for(people: words);
    required_by(count: number, numbers: words);
    advice();
    wording_open();
    wording_open_short();
    cases_title();
    cases_lead();
    no_cases();
    answers_label();
    expected();
    clauses_apply();
    clauses_may_apply();
    first_answer_only();
    other_language();
    clauses_title();
    clauses_lead();
    official();
    translation();
    plain();
    note();
    own_page();
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
    clause();
    steps_title();
    steps_lead();
    step();
    ground_column();
    readings_title();
    readings_lead();
    adopt_lead();
    all_clauses();
    drafts_title();
    drafts_lead();
    draft_only_if();
    draft_fields();
    prohibited();
    duty();
    steps_first();
    expected_of_staff();
    may_apply();
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
    person();
    question();
    rule();
    element();
    fact();
    pointer();
    remark();
    headline();
    interface();
    notice();
    title();
    summary();
    people();
    questions();
    steps();
    reminders();
    words_of_it();
    hint();
    choice();
    choice_hint();
    condition();
    reading();
    value_of_it();
    views();
    binds();
    steps_first_if();
    ground_in_text();
    pointer_to();
    together(number: words);
    effect();
    ground();
    kind();
    check();
    subject();
    paragraph();
    field();
    field_hint();
    and();
    or();
    not();
    quoted(words: words);
    fact_has(fact: words, values: words);
    fact_has_not(fact: words, values: words);
    reading_is(question: words, side: words);
    element_holds(name: words);
    answer(question: words, choice: words);
    diff_title();
    old_version();
    new_version();
    shared_title();
    shown_in();
    before();
    after();
    absent();
    no_difference();
    stale_title();
    confirmed_by();
    reviewed_by();
    none_stale();
    cases_differ();
    cases_same();
    outcome();
    applies();
    asks();
    missing_items();
    sign_here();
    sheet_title();
    sheet_how();
    content_version();
    present_column();
    new_column();
    reason_column();
    date_column();
}

/// Values of the content that have words here, by type: for example, the key `check-reminder`.
const VALUES: [(&str, &[&str]); 6] = [
    ("check", &["assessed", "reminder", "information"]),
    ("view", &["me", "ngo", "staff", "towards"]),
    ("binds", &["staff", "actor"]),
    ("stand", &["open", "settled", "adopted"]),
    ("pointer", &["offers", "moves"]),
    ("reader", &["second-reader", "native-reader", "translator", "lawyer", "officer"]),
];

impl<'a> Labels<'a> {
    /// The words of this content.
    ///
    /// # Errors
    ///
    /// If the messages are not the ones that the papers use.
    pub(crate) fn new(loaded: &'a Loaded, lang: Lang) -> Result<Labels<'a>, Problems> {
        let problems = problems(loaded);
        if problems.is_empty() { Ok(Labels { loaded, lang }) } else { Err(problems) }
    }

    pub(crate) fn in_language(self, lang: Lang) -> Labels<'a> {
        Labels { lang, ..self }
    }

    /// One or two letters for a person, for the matrix.
    pub(crate) fn person_mark(self, person: PersonIx) -> String {
        self.say(&person_key(&self.loaded.content[person].id), &[])
    }

    /// The word for a value such as `reminder` of `check`.
    pub(crate) fn value(self, of: &str, value: &str) -> String {
        self.say(&format!("{of}-{value}"), &[])
    }

    pub(crate) fn headline_name(self, headline: Headline) -> String {
        match headline {
            Headline::Prohibited => self.prohibited(),
            Headline::Duty => self.duty(),
            Headline::StepsFirst => self.steps_first(),
            Headline::Expected => self.expected_of_staff(),
            Headline::MayApply => self.may_apply(),
            Headline::Recommended => self.recommended(),
            Headline::Right => self.right(),
            Headline::Nothing => self.nothing(),
        }
    }

    pub(crate) fn mark(self, headline: Headline) -> String {
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

    pub(crate) fn kind_name(self, kind: Kind) -> String {
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

    pub(crate) fn check_name(self, check: Check) -> String {
        self.value("check", check.word())
    }

    pub(crate) fn view(self, view: View) -> String {
        self.value("view", view.word())
    }

    /// Words in the three languages.
    pub(crate) fn in_each(self, say: impl Fn(Labels<'a>) -> String) -> Text {
        let [kk, ru, en] = Lang::ALL.map(|lang| say(self.in_language(lang)));
        Text::new(kk, ru, en)
    }

    fn say(self, key: &str, arguments: &[(&str, Argument)]) -> String {
        let words = &self.loaded.papers;
        let Some(place) = words.keys.iter().position(|known| known.id == key) else {
            return String::new(); // `problems` has reported it.
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

fn person_key(id: &str) -> String {
    format!("mark-{id}")
}

/// The messages that the papers of this content use, with their variables.
fn wanted(loaded: &Loaded) -> Vec<(String, Vec<&'static str>)> {
    let methods =
        METHODS.iter().map(|(name, variables)| (name.replace('_', "-"), variables.to_vec()));
    let people = loaded.content.people.iter().map(|person| (person_key(&person.id), Vec::new()));
    let value = |of: &str, value: &str| (format!("{of}-{value}"), Vec::new());
    let values = VALUES.iter().flat_map(|(of, values)| values.iter().map(|word| value(of, word)));
    methods.chain(people).chain(values).collect()
}

/// Messages that are missing, unused, or have other variables.
fn problems(loaded: &Loaded) -> Problems {
    let mut problems = Problems::default();
    let wanted = wanted(loaded);
    let name = FOLDER.to_owned();
    let place = Place::whole(&Arc::new(SourceFile { name, text: String::new() }));
    for (key, variables) in &wanted {
        let Some(known) = loaded.papers.keys.iter().find(|known| known.id == *key) else {
            problems
                .add(&place, format!("the message `{key}` is missing"))
                .help("add it in kk.ftl, ru.ftl and en.ftl");
            continue;
        };
        let (own, given): (BTreeSet<&str>, BTreeSet<&str>) =
            (names(known), variables.iter().copied().collect());
        if own != given {
            let own = list(&own.into_iter().collect::<Vec<_>>());
            let given = list(&given.into_iter().collect::<Vec<_>>());
            let message = format!("`{key}` has the variables {own}; the paper gives {given}");
            problems.add(&place, message);
        }
    }
    for known in &loaded.papers.keys {
        if !wanted.iter().any(|(key, _)| *key == known.id) {
            problems
                .add(&place, format!("no paper shows the message `{}`", known.id))
                .help("take it out of kk.ftl, ru.ftl and en.ftl");
        }
    }
    problems
}

fn names(key: &Key) -> BTreeSet<&str> {
    key.variables.iter().map(|(name, _)| name.as_str()).collect()
}
