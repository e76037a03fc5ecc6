//! Proves that the Kazakh text equals the source edition with its errata applied.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use adal_core::{Certainty, Slip};
use toml::Spanned;

use crate::problem::{Place, Problems, SourceFile, suggestion};
use crate::raw;
use crate::read::{Folder, only_list};

/// A passage of the Standard in `standard.toml`.
#[derive(Debug)]
pub(crate) struct Passage {
    /// Which passage of the content it is.
    pub(crate) part: adal_core::Passage,
    /// Its name in `errata.toml`: a clause, `heading 2`, `1.4 item 2` …
    pub(crate) name: String,
    /// The Kazakh text, or `None` if it is missing, which has been reported already.
    pub(crate) kk: Option<String>,
    pub(crate) place: Place,
}

/// Compares every passage with the source edition, and records where its slips are.
pub(crate) fn check(
    passages: &[Passage],
    edition: &Spanned<String>,
    standard: &Arc<SourceFile>,
    folder: &mut Folder,
    problems: &mut Problems,
) -> Vec<Slip> {
    let path = format!("source/{}", edition.get_ref());
    if folder.list("source").iter().all(|known| *known != path) {
        let place = Place::at(standard, edition.span());
        problems
            .add(&place, format!("there is no folder content/{path}"))
            .help("it holds `standard.kk.txt`, the edition as received, and `errata.toml`");
        return Vec::new();
    }
    let source = folder.required(&format!("{path}/standard.kk.txt"), problems);
    let errata = folder.required(&format!("{path}/errata.toml"), problems);
    let (Some(source), Some(errata)) = (source, errata) else { return Vec::new() };
    let subheadings = passages.iter().filter_map(|p| p.name.strip_prefix("subheading "));
    let received = received(&source, &subheadings.collect::<Vec<_>>());
    let slips = read_slips(&errata, &received, problems);
    compare_names(passages, &received, standard, problems);
    let mut marks = Vec::new();
    for part in &received {
        let own: Vec<&raw::Slip> =
            slips.iter().filter(|slip| *slip.clause.get_ref() == part.name).collect();
        let corrected = correct(&part.text, &own, &errata, problems);
        let passage = passages.iter().find(|passage| passage.name == part.name);
        if let (Some(corrected), Some(passage)) = (corrected, passage) {
            compare(passage, part, &corrected.text, problems);
            marks.extend(corrected.slips.into_iter().map(|(at, slip)| mark(passage, at, slip)));
        }
    }
    marks
}

/// A slip as stored in the content. No passage of the Standard is anywhere near 64 KiB long.
fn mark(passage: &Passage, at: Range<usize>, slip: &raw::Slip) -> Slip {
    Slip {
        passage: passage.part,
        start: at.start as u16,
        end: at.end as u16,
        received: slip.from.get_ref().clone(),
        certainty: slip.certainty.0,
        perhaps: slip.perhaps.as_ref().map(|perhaps| perhaps.get_ref().clone()),
    }
}

/// A passage of the source edition.
#[derive(Debug)]
struct Received {
    name: String,
    text: String,
    place: Place,
}

/// Splits the source edition into passages: approval, title and place, separated by empty lines; then numbered
/// headings, clauses after a hyphen, items after a hyphen without a number, and other paragraphs.
fn received(source: &Arc<SourceFile>, subheadings: &[&str]) -> Vec<Received> {
    let mut front: Vec<Vec<(&str, Range<usize>)>> = vec![Vec::new()];
    let mut parts = Vec::new();
    let mut section: Option<Numbering> = None;
    for (line, span) in lines(&source.text) {
        let number = heading_number(line).map(str::to_owned);
        if let Some(number) = number {
            parts.push(part(format!("heading {number}"), line, span, source));
            section = Some(Numbering::new(number));
        } else if let Some(section) = &mut section {
            if let Some((name, text)) = section.name(line, subheadings) {
                parts.push(part(name, text, span, source));
            }
        } else if line.is_empty() {
            front.push(Vec::new());
        } else if let Some(block) = front.last_mut() {
            block.push((line, span));
        }
    }
    front.retain(|block| !block.is_empty());
    for (name, block) in ["approval", "title", "place"].into_iter().zip(front) {
        let text: Vec<&str> = block.iter().map(|(line, _)| *line).collect();
        let span = block.first().map_or(0..0, |(_, span)| span.clone());
        parts.push(part(name.to_owned(), &text.join(" "), span, source));
    }
    parts
}

/// The state of reading a section.
struct Numbering {
    section: String,
    clause: Option<String>,
    items: usize,
    paragraphs: usize,
    subheading: bool,
}

impl Numbering {
    fn new(section: String) -> Self {
        Numbering { section, clause: None, items: 0, paragraphs: 0, subheading: false }
    }

    /// The name and the text of a line below a heading, or `None` for an empty line.
    fn name<'l>(&mut self, line: &'l str, subheadings: &[&str]) -> Option<(String, &'l str)> {
        if line.is_empty() {
            return None;
        }
        let Some(item) = line.strip_prefix("- ") else {
            if !self.subheading && subheadings.contains(&self.section.as_str()) {
                self.subheading = true;
                return Some((format!("subheading {}", self.section), line));
            }
            self.paragraphs += 1;
            return Some((format!("preamble {}.{}", self.section, self.paragraphs), line));
        };
        if let Some((number, text)) = clause_number(item) {
            (self.clause, self.items) = (Some(number.to_owned()), 0);
            return Some((number.to_owned(), text));
        }
        self.items += 1;
        let clause = self.clause.as_deref().unwrap_or(&self.section);
        Some((format!("{clause} item {}", self.items), item))
    }
}

fn part(name: String, text: &str, span: Range<usize>, source: &Arc<SourceFile>) -> Received {
    Received { name, text: text.to_owned(), place: Place::at(source, span) }
}

/// The trimmed lines, with their byte ranges.
fn lines(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    text.lines().map(move |line| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        (line.trim(), start..start + line.len())
    })
}

/// The number of a heading: `3. Басқарушылық …`
fn heading_number(line: &str) -> Option<&str> {
    let (number, rest) = line.split_once(". ")?;
    let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    (is_number && !rest.is_empty()).then_some(number)
}

/// The number and the text of a clause: `3.6. Қызметтік …`, with or without the full stop after the number.
fn clause_number(item: &str) -> Option<(&str, &str)> {
    let (number, text) = item.split_once(' ')?;
    let number = number.strip_suffix('.').unwrap_or(number);
    let mut parts = number.split('.');
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    (number.contains('.') && parts.all(digits)).then_some((number, text.trim_start()))
}

fn read_slips(
    errata: &Arc<SourceFile>,
    received: &[Received],
    problems: &mut Problems,
) -> Vec<raw::Slip> {
    let slips = only_list::<raw::Slip>(Some(errata), "slip", problems);
    let names: Vec<&str> = received.iter().map(|part| part.name.as_str()).collect();
    let slips: Vec<raw::Slip> = slips.good.into_iter().map(Spanned::into_inner).collect();
    for slip in &slips {
        let place = Place::at(errata, slip.clause.span());
        let name = slip.clause.get_ref();
        if !names.contains(&name.as_str()) {
            problems.add(&place, format!("the source has no `{name}`")).help =
                suggestion(name, names.iter().copied())
                    .or_else(|| Some("name a clause, or for example `heading 2`".to_owned()));
        }
        check_slip(slip, errata, problems);
    }
    slips
}

fn check_slip(slip: &raw::Slip, errata: &Arc<SourceFile>, problems: &mut Problems) {
    let place = Place::at(errata, slip.from.span());
    let unsure = slip.certainty.0 == Certainty::Unsure;
    if unsure && slip.to.is_some() {
        problems
            .add(&place, "an unsure slip cannot have `to`: the text stays as it was received")
            .help("write what was probably meant under `perhaps`");
    } else if !unsure && slip.to.is_none() {
        problems.add(&place, "`to` is missing").help("only an unsure slip has none");
    }
    if !unsure && slip.perhaps.is_some() {
        problems
            .add(&place, "`perhaps` is for unsure slips only")
            .help("take it out, or write `certainty = \"unsure\"`");
    }
    if slip.from.get_ref().is_empty() || slip.times == 0 {
        problems
            .add(&place, "a slip needs words in `from` and `times` of at least 1")
            .help("write the words as the source has them");
    }
    if slip.reason.get_ref().trim().is_empty() {
        problems.add(&place, "`reason` is empty").help("say why it is a slip");
    }
}

/// A passage of the source with its slips corrected, and where these are in it.
struct Corrected<'s> {
    text: String,
    slips: Vec<(Range<usize>, &'s raw::Slip)>,
}

/// The text with all slips corrected, or `None` after a problem.
fn correct<'s>(
    text: &str,
    slips: &[&'s raw::Slip],
    errata: &Arc<SourceFile>,
    problems: &mut Problems,
) -> Option<Corrected<'s>> {
    let before = problems.len();
    let mut corrected = Corrected { text: String::new(), slips: Vec::new() };
    let mut done = 0;
    for (at, (end, to, slip)) in corrected_places(text, slips, errata, problems) {
        corrected.text.push_str(text.get(done..at).unwrap_or_default());
        let start = corrected.text.len();
        corrected.text.push_str(to);
        corrected.slips.push((start..corrected.text.len(), slip));
        done = end;
    }
    corrected.text.push_str(&text[done..]);
    for slip in slips.iter().filter(|slip| slip.certainty.0 == Certainty::Unsure) {
        // Certain slips inside an unsure one are corrected, so `from` quotes the corrected text.
        let from = slip.from.get_ref().as_str();
        count(slip, corrected.text.matches(from).count(), errata, problems);
        let places = corrected.text.match_indices(from);
        corrected.slips.extend(places.map(|(at, _)| (at..at + from.len(), *slip)));
    }
    (problems.len() == before).then_some(corrected)
}

/// The ranges to replace, each with its replacement.
fn corrected_places<'s>(
    text: &str,
    slips: &[&'s raw::Slip],
    errata: &Arc<SourceFile>,
    problems: &mut Problems,
) -> BTreeMap<usize, (usize, &'s str, &'s raw::Slip)> {
    let mut corrected_places = BTreeMap::<usize, (usize, &str, &raw::Slip)>::new();
    for slip in slips {
        let Some(to) = &slip.to else { continue };
        let from = slip.from.get_ref().as_str();
        count(slip, text.matches(from).count(), errata, problems);
        for (at, _) in text.match_indices(from) {
            let end = at + from.len();
            if corrected_places.range(..end).next_back().is_some_and(|(_, (other, ..))| *other > at)
            {
                problems
                    .add(&Place::at(errata, slip.from.span()), "two slips overlap here")
                    .help("write more of the words around, so that each place is meant once");
            }
            corrected_places.insert(at, (end, to.get_ref(), slip));
        }
    }
    corrected_places
}

fn count(slip: &raw::Slip, found: usize, errata: &Arc<SourceFile>, problems: &mut Problems) {
    if found != slip.times {
        let (from, clause) = (slip.from.get_ref(), slip.clause.get_ref());
        let message = format!(
            "«{from}» occurs {found} times in `{clause}` of the source, not {}",
            slip.times
        );
        problems
            .add(&Place::at(errata, slip.from.span()), message)
            .help("correct `from` or `times`");
    }
}

fn compare_names(
    passages: &[Passage],
    received: &[Received],
    standard: &Arc<SourceFile>,
    problems: &mut Problems,
) {
    for part in received {
        if !passages.iter().any(|passage| passage.name == part.name) {
            problems
                .add(&Place::whole(standard), format!("`{}` of the source is missing", part.name))
                .help(format!("the source has it at {}", part.place));
        }
    }
    for passage in passages {
        if !received.iter().any(|part| part.name == passage.name) {
            problems
                .add(&passage.place, format!("the source has no `{}`", passage.name))
                .help("correct its number, or take it out");
        }
    }
    let position = |name: &str| received.iter().position(|part| part.name == name);
    let clauses: Vec<&Passage> = passages
        .iter()
        .filter(|passage| clause_number(&format!("{} .", passage.name)).is_some())
        .collect();
    for pair in clauses.windows(2) {
        if let [first, second] = pair
            && position(&first.name) > position(&second.name)
            && position(&second.name).is_some()
        {
            let message = format!("`{}` comes before `{}` in the source", second.name, first.name);
            problems.add(&second.place, message).help("keep the order of the Standard");
        }
    }
}

fn compare(passage: &Passage, part: &Received, corrected: &str, problems: &mut Problems) {
    let Some(kk) = &passage.kk else { return };
    if corrected == kk {
        return;
    }
    let (source, here) = first_difference(corrected, kk);
    problems
        .add(
            &passage.place,
            format!("`{}` differs from the source: here «{here}», there «{source}»", passage.name),
        )
        .help(format!(
            "the source has it at {}; corrections are listed in errata.toml",
            part.place
        ));
}

/// A few words of both texts, starting shortly before the first difference.
fn first_difference(source: &str, here: &str) -> (String, String) {
    let same = source.chars().zip(here.chars()).take_while(|(a, b)| a == b).count();
    let start = same.saturating_sub(12);
    let excerpt = |text: &str| {
        let inside: String = text.chars().skip(start).take(40).collect();
        let before = if start > 0 { "…" } else { "" };
        let after = if text.chars().count() > start + 40 { "…" } else { "" };
        format!("{before}{inside}{after}")
    };
    (excerpt(source), excerpt(here))
}
