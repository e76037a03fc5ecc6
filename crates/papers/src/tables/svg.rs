//! Draws a question map, and says the same in words.

use adal_core::QuestionIx;
use maud::{Markup, html};

use super::layout::{BELOW_BOX, LINE, Line, PlacedStop, place};
use super::map::{QuestionMap, To, Way};
use super::page::{Page, letter};

/// Letters in a line of a lane's words, narrow enough for wide Cyrillic letters.
const LETTERS_A_LINE: usize = 33;

/// From this width on a map needs a page on its side.
const WIDE: f64 = 860.0;

/// The map under its heading, as a drawing and in words.
pub(super) fn map(page: &Page, title: &Markup, map: &QuestionMap, number: usize) -> Markup {
    let question = |ix: QuestionIx| wrapped(page.text(&page.content()[ix].text));
    let placed = place(map, |ix| question(ix).len());
    let size = (placed.width.max(680.0).round(), placed.height.round());
    html! {
      section.map-of.wide[placed.width > WIDE] {
        (title)
        figure.map tabindex="0" {
            svg role="img" aria-label=(page.labels.map_description(number))
                viewBox={ "0 0 " (size.0) " " (size.1) } width=(size.0) height=(size.1)
            {
                @for (place, lane) in placed.lanes.iter().enumerate() {
                    @if place % 2 == 0 {
                        rect.lane x="0" y=(px(lane.top)) width=(size.0) height=(px(lane.height)) {}
                    }
                    @let top = lane.top + 1.7 * LINE;
                    text.lane-number x="8" y=(px(top)) {
                        (page.question_number(number, lane.question))
                    }
                    @for (line, words) in question(lane.question).iter().enumerate() {
                        text x="28" y=(px(top + line as f64 * LINE)) { (words) }
                    }
                }
                @for line in &placed.lines { (way(line)) }
                @for stop in &placed.boxes { (stop_box(page, stop, number)) }
            }
        }
        (in_words(page, &placed.boxes, map, number))
      }
    }
}

fn way(line: &Line) -> Markup {
    let mut points = line.points.iter();
    let Some(&(mut x, mut y)) = points.next() else { return html! {} };
    let mut path = format!("M{} {}V{}", px(x), px(y - BELOW_BOX), px(y));
    for (place, (to_x, to_y)) in points.enumerate() {
        // Between lanes it bends, through a lane it goes straight.
        if place % 2 == 0 {
            let middle = f64::midpoint(y, *to_y);
            let middle = [px(x), px(middle), px(*to_x), px(middle)].join(" ");
            path.push_str(&format!("C{middle} {} {}", px(*to_x), px(*to_y)));
        } else {
            path.push_str(&format!("V{}", px(*to_y)));
        }
        (x, y) = (*to_x, *to_y);
    }
    let (left, right, above) = (px(x - 3.5), px(x + 3.5), px(y - 7.0));
    html! {
        path.way d=(path) {}
        path.arrow d={ "M" (px(x)) " " (px(y)) "L" (left) " " (above) "H" (right) "Z" } {}
        @let (x, y) = line.points.first().copied().unwrap_or_default();
        text.letters x=(px(x + 3.0)) y=(px(y - 3.5)) { (letters(line.way)) }
    }
}

fn stop_box(page: &Page, stop: &PlacedStop, situation: usize) -> Markup {
    let ends = stop.stop.ways.iter().filter_map(|way| match &way.to {
        To::End(headlines) => Some((way, headlines)),
        To::Stop(_) => None,
    });
    html! {
        rect.stop x=(px(stop.left)) y=(px(stop.top)) width=(px(stop.width))
            height=(px(stop.height)) rx="3" {}
        text.stop-name x=(px(stop.left + stop.width / 2.0)) y=(px(stop.top + LINE)) {
            (stop_name(page, stop, situation))
        }
        @for (line, (way, headlines)) in ends.enumerate() {
            @let y = stop.top + LINE * 2.1 + line as f64 * LINE * 1.3;
            text.letters x=(px(stop.left + 6.0)) y=(px(y)) {
                (letters(way)) " "
                tspan.end { "■ " (page.marks_in_words(headlines)) }
            }
        }
    }
}

/// The same as the drawing, for those who do not see it.
fn in_words(page: &Page, stops: &[PlacedStop], map: &QuestionMap, situation: usize) -> Markup {
    let name = |place: usize| stop_name(page, &stops[place], situation);
    html! {
        ul.unseen {
            @for (place, stop) in map.stops.iter().enumerate() {
                li {
                    (name(place)) ": "
                    @for (n, way) in stop.ways.iter().enumerate() {
                        @if n > 0 { "; " }
                        (letters(way)) " – "
                        @match &way.to {
                            To::Stop(to) => (page.labels.map_next(&name(*to))),
                            To::End(headlines) => {
                                (page.labels.map_end(&page.marks_in_words(headlines)))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// `3`, or `3/2` for the second of several stops of question 3.
fn stop_name(page: &Page, stop: &PlacedStop, situation: usize) -> String {
    let question = page.question_number(situation, stop.stop.question);
    match stop.number {
        Some(number) => format!("{question}/{number}"),
        None => question.to_string(),
    }
}

fn letters(way: &Way) -> String {
    way.answers.iter().map(|answer| letter(*answer).to_string()).collect::<Vec<_>>().join(", ")
}

/// A length with one decimal at most.
fn px(length: f64) -> String {
    format!("{}", (length * 10.0).round() / 10.0)
}

/// Words in lines that fit beside the boxes.
fn wrapped(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LETTERS_A_LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
