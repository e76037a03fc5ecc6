//! A report as lines, for copying, saving and printing: the most urgent first, the reasons later.

use adal_core::{ClauseIx, Lang};
use yew::AttrValue;

use crate::embedded::content;
use crate::report::{Answered, ClauseLine, ContactLine, Detail, FindingReport, Part, Report};

/// A line of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// The language of its words.
    pub lang: Lang,
    /// Its words.
    pub text: AttrValue,
    /// Whether it is the official Kazakh text, shown to a reader of a translation.
    pub is_official: bool,
}

/// What a line of a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// The title of the document.
    Title,
    /// The strongest conclusion.
    Headline,
    /// Something that must not be overlooked.
    Strong,
    /// The title of a section.
    Section,
    /// A clause in one sentence; its details follow.
    Clause,
    /// A label of the lines that follow.
    Label,
    /// A sentence.
    Text,
    /// A list item.
    Item,
    /// Something to do.
    Step,
    /// The ground of a step.
    Ground,
    /// A sentence that quotes the Kazakh wording.
    Wording,
    /// A piece of the exact text.
    Quote,
}

/// Reports on one case as lines, with this date. If one of them is in Kazakh, the others leave out the Kazakh text.
pub fn columns(reports: &[Report], day: Option<&str>) -> Vec<Vec<Line>> {
    let has_kazakh = reports.iter().any(|report| report.words.lang() == Lang::Kk);
    let column = |report: &Report| {
        let lines = report.lines(day).into_iter();
        lines.filter(|line| !(line.is_official && has_kazakh)).collect()
    };
    reports.iter().map(column).collect()
}

/// The lines of reports side by side. Reports have the same lines in every language. A line that is identical in all
/// of them appears once.
pub fn rows(columns: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
    let mut rows = Vec::new();
    loop {
        let mut row: Vec<Line> = columns.iter_mut().filter_map(Iterator::next).collect();
        if row.is_empty() {
            return rows;
        }
        row.dedup();
        rows.push(row);
    }
}

impl Report {
    /// The report as lines, with a date such as `2026-11-22`.
    pub fn lines(&self, day: Option<&str>) -> Vec<Line> {
        let mut paper = Paper { lang: self.words.lang(), lines: Vec::new() };
        self.write_top(&mut paper, day);
        for part in self.order() {
            match part {
                Part::Settled => self.write_clauses(false, &mut paper),
                Part::Open => self.write_clauses(true, &mut paper),
                Part::FindOut => self.write_find_out(&mut paper),
                Part::WhatToDo => self.write_what_to_do(&mut paper),
            }
        }
        self.write_whom(&mut paper);
        self.write_why(&mut paper);
        self.write_reach(&mut paper);
        self.write_answers(&mut paper);
        paper.lines
    }

    fn write_top(&self, paper: &mut Paper, day: Option<&str>) {
        let words = self.words;
        paper.add(LineKind::Title, words.tool_name());
        if let Some(day) = day {
            paper.add(LineKind::Text, words.report_day(&words.date_of(day)));
        }
        paper.add(LineKind::Text, self.edition.join(" · "));
        paper.add(LineKind::Text, self.facts.clone());
        if let Some([lead, _]) = &self.frame {
            paper.add(LineKind::Text, lead.clone());
        }
        paper.add(LineKind::Headline, self.title.clone());
        paper.list(LineKind::Text, self.because.iter().chain(&self.because_of).cloned());
        paper.list(LineKind::Text, self.also.iter().cloned());
        paper.add(LineKind::Strong, words.only_standard());
        paper.add(LineKind::Strong, words.not_a_decision());
        if let Some([_, note]) = &self.frame {
            paper.add(LineKind::Text, note.clone());
        }
        paper.list(LineKind::Text, self.remarks.iter().cloned());
        if let Some(first) = &self.first_result {
            paper.add(LineKind::Text, first.clone());
            if !self.not_asked.is_empty() {
                paper.add(LineKind::Label, words.not_asked_title());
                paper.list(LineKind::Item, self.not_asked.iter().cloned());
            }
        }
    }

    /// The open clauses, or the settled ones, in one line each.
    fn write_clauses(&self, are_open: bool, paper: &mut Paper) {
        for group in self.groups_that(are_open) {
            paper.add(LineKind::Section, group.title.clone());
            let clauses = group.findings.iter().map(|f| format!("{}. {}", f.number, f.plain));
            paper.list(LineKind::Item, clauses.map(AttrValue::from));
        }
    }

    fn write_what_to_do(&self, paper: &mut Paper) {
        let words = self.words;
        paper.add(LineKind::Section, words.what_to_do_title());
        paper.list(LineKind::Text, self.before_steps.iter().cloned());
        for step in self.hold.iter().chain(&self.steps) {
            paper.add(LineKind::Step, step.text.clone());
            paper.add(LineKind::Ground, step.ground.clone());
        }
    }

    fn write_whom(&self, paper: &mut Paper) {
        let words = self.words;
        if self.whom.is_empty() && self.contacts.is_empty() {
            return;
        }
        paper.add(LineKind::Section, words.whom_title());
        paper.list(LineKind::Text, self.whom.iter().cloned());
        if !self.contacts.is_empty() {
            paper.add(LineKind::Label, words.contacts_given());
            paper.list(LineKind::Item, self.contacts.iter().map(ContactLine::in_one_line));
        }
    }

    fn write_find_out(&self, paper: &mut Paper) {
        if self.find_out.is_empty() {
            return;
        }
        paper.add(LineKind::Section, self.words.find_out_title());
        for fact in &self.find_out {
            paper.add(LineKind::Label, fact.text.clone());
            paper.add(LineKind::Text, fact.how.clone());
        }
    }

    fn write_why(&self, paper: &mut Paper) {
        for finding in self.groups.iter().flat_map(|group| &group.findings) {
            paper.add(LineKind::Clause, format!("{}. {}", finding.number, finding.plain));
            finding.write_details(self, paper);
        }
    }

    /// What is always expected, what was checked and what was not.
    fn write_reach(&self, paper: &mut Paper) {
        let words = self.words;
        let lists = [
            (words.reminders_title(), &self.reminders),
            (words.not_triggered_title(), &self.not_triggered),
            (words.not_checked_title(), &self.not_checked),
        ];
        for (title, clauses) in lists.into_iter().filter(|(_, clauses)| !clauses.is_empty()) {
            paper.add(LineKind::Section, title);
            paper.list(LineKind::Item, clauses.iter().map(ClauseLine::in_one_line));
        }
    }

    fn write_answers(&self, paper: &mut Paper) {
        paper.add(LineKind::Section, self.words.your_answers_title());
        let about = format!("{} – {}", self.words.who_and_what(), self.about);
        paper.add(LineKind::Item, about);
        paper.list(LineKind::Item, self.answers.iter().map(Answered::in_one_line));
    }
}

impl FindingReport {
    fn write_details(&self, report: &Report, paper: &mut Paper) {
        for detail in &self.details {
            match detail {
                Detail::Because(text) | Detail::Remark(text) | Detail::NoChange(text) => {
                    paper.add(LineKind::Text, text.clone());
                }
                Detail::Open(lead, doubts, advice) => {
                    paper.add(LineKind::Text, lead.clone());
                    for doubt in doubts {
                        paper.add(LineKind::Label, doubt.question.clone());
                        paper.list(LineKind::Item, doubt.sides.iter().cloned());
                        paper.add(LineKind::Wording, doubt.ground.clone());
                    }
                    paper.add(LineKind::Text, advice.clone());
                }
                Detail::Reasons(title, answered) => {
                    paper.add(LineKind::Label, title.clone());
                    paper.list(LineKind::Item, answered.iter().map(Answered::in_one_line));
                }
                Detail::Missing(title, questions) => {
                    paper.add(LineKind::Label, title.clone());
                    paper.list(LineKind::Item, questions.iter().cloned());
                }
                Detail::Changes(title, other, remark) => {
                    paper.add(LineKind::Label, title.clone());
                    paper.list(LineKind::Item, other.iter().map(Answered::in_one_line));
                    paper.add(LineKind::Text, remark.clone());
                }
                Detail::ExactText(title) => self.write_exact_text(report, title, paper),
            }
        }
    }

    fn write_exact_text(&self, report: &Report, title: &str, paper: &mut Paper) {
        let words = report.words;
        if words.lang() == Lang::Kk {
            paper.add(LineKind::Label, title.to_owned());
            paper.quote(self.clause, false);
            return;
        }
        paper.add(LineKind::Label, format!("{title} · {}", words.unofficial_translation()));
        paper.quote(self.clause, false);
        let text = words.official_text();
        paper.lines.push(Line {
            kind: LineKind::Label,
            lang: words.lang(),
            text,
            is_official: true,
        });
        paper.quote(self.clause, true);
    }
}

impl ContactLine {
    fn in_one_line(&self) -> AttrValue {
        match &self.label {
            Some(label) => format!("{label} {}", self.given).into(),
            None => self.given.clone(),
        }
    }
}

impl ClauseLine {
    fn in_one_line(&self) -> AttrValue {
        format!("{} {}", self.number, self.plain).into()
    }
}

impl Answered {
    fn in_one_line(&self) -> AttrValue {
        format!("{} – {}", self.text, self.answer).into()
    }
}

/// The lines written so far.
struct Paper {
    lang: Lang,
    lines: Vec<Line>,
}

impl Paper {
    fn add(&mut self, kind: LineKind, text: impl Into<AttrValue>) {
        self.lines.push(Line { kind, lang: self.lang, text: text.into(), is_official: false });
    }

    fn list(&mut self, kind: LineKind, texts: impl Iterator<Item = AttrValue>) {
        texts.for_each(|text| self.add(kind, text));
    }

    /// The exact text, preceded by the sentence that it completes and followed by its bullets.
    fn quote(&mut self, ix: ClauseIx, is_official: bool) {
        let lang = if is_official { Lang::Kk } else { self.lang };
        let clause = &content()[ix];
        let stem = clause.stem.map(|stem| &content()[stem].text);
        let texts = stem.into_iter().chain([&clause.text]).chain(&clause.items);
        self.lines.extend(texts.map(|text| Line {
            kind: LineKind::Quote,
            lang,
            text: text.get(lang).into(),
            is_official,
        }));
    }
}
