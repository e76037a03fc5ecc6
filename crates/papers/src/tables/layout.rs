//! Places a question map on paper: one lane a question from top to bottom, its stops side by side, every way downwards.
//!
//! A layered drawing after Sugiyama: ways that pass a lane get a place in it, and places are drawn to the mean of their
//! neighbours above and below.

use adal_core::QuestionIx;

use super::map::{QuestionMap, Stop, To, Way};

/// All lengths are in the units of the drawing, which are pixels at full size.
pub(super) const LANE_WORDS: f64 = 250.0;
pub(super) const LINE: f64 = 15.0;
const LETTER: f64 = 7.0;
const MARK: f64 = 21.0;
const PADDING: f64 = 8.0;
const BETWEEN_BOXES: f64 = 16.0;
const BETWEEN_LANES: f64 = 58.0;
const ABOVE_BOX: f64 = 14.0;
/// The way down from a box begins below its letters.
pub(super) const BELOW_BOX: f64 = 15.0;
const SWEEPS: usize = 12;

/// A map with the place of each thing.
pub(super) struct Placed<'m> {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) lanes: Vec<Lane>,
    pub(super) boxes: Vec<PlacedStop<'m>>,
    pub(super) lines: Vec<Line<'m>>,
}

/// The part of the drawing in which one question is asked.
pub(super) struct Lane {
    pub(super) question: QuestionIx,
    pub(super) top: f64,
    pub(super) height: f64,
}

/// A stop as a box.
pub(super) struct PlacedStop<'m> {
    pub(super) stop: &'m Stop,
    /// Its number among the stops of its question from left to right, when there are several.
    pub(super) number: Option<usize>,
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A way from one stop to another.
pub(super) struct Line<'m> {
    pub(super) way: &'m Way,
    /// Where it leaves the box, through the lanes that it passes, to where it arrives.
    pub(super) points: Vec<(f64, f64)>,
}

/// What stands in a lane: a stop, or a way that passes.
struct Item {
    stop: Option<usize>,
    lane: usize,
    width: f64,
    centre: f64,
    above: Vec<usize>,
    below: Vec<usize>,
}

/// Places a map; `words` is the number of text lines that a question takes in its lane.
pub(super) fn place(map: &QuestionMap, words: impl Fn(QuestionIx) -> usize) -> Placed<'_> {
    let mut questions: Vec<QuestionIx> = map.stops.iter().map(|stop| stop.question).collect();
    questions.dedup();
    let mut layers = Layers::new(map, &questions);
    layers.arrange();
    let lanes = lanes(map, &questions, words);
    let boxes = boxes(map, &layers, &lanes);
    let lines = layers.roads.iter().map(|road| line(map, road, &layers, &lanes, &boxes)).collect();
    let right = layers.items.iter().map(|item| item.centre + item.width / 2.0);
    Placed {
        width: right.fold(0.0, f64::max) + BETWEEN_BOXES,
        height: lanes.last().map_or(0.0, |lane| lane.top + lane.height),
        lanes,
        boxes,
        lines,
    }
}

/// A way between stops with the items that it passes, both ends included.
struct Road {
    from: usize,
    way: usize,
    items: Vec<usize>,
}

struct Layers {
    items: Vec<Item>,
    /// The items of each lane from left to right.
    lanes: Vec<Vec<usize>>,
    roads: Vec<Road>,
}

impl Layers {
    fn new(map: &QuestionMap, questions: &[QuestionIx]) -> Layers {
        let lanes = vec![Vec::new(); questions.len()];
        let mut layers = Layers { items: Vec::new(), lanes, roads: Vec::new() };
        let lane_of = |stop: &Stop| questions.iter().position(|q| *q == stop.question);
        for (place, stop) in map.stops.iter().enumerate() {
            layers.add(Some(place), lane_of(stop).unwrap_or_default(), box_width(stop));
        }
        for (from, stop) in map.stops.iter().enumerate() {
            for (way, to) in stop.ways.iter().enumerate() {
                if let To::Stop(to) = to.to {
                    let items = layers.road(from, to);
                    layers.roads.push(Road { from, way, items });
                }
            }
        }
        layers
    }

    fn add(&mut self, stop: Option<usize>, lane: usize, width: f64) -> usize {
        let item = self.items.len();
        let (above, below) = (Vec::new(), Vec::new());
        self.items.push(Item { stop, lane, width, centre: 0.0, above, below });
        self.lanes[lane].push(item);
        item
    }

    fn road(&mut self, from: usize, to: usize) -> Vec<usize> {
        let mut items = vec![from];
        for lane in self.items[from].lane + 1..self.items[to].lane {
            items.push(self.add(None, lane, LETTER));
        }
        items.push(to);
        for pair in items.windows(2) {
            self.items[pair[0]].below.push(pair[1]);
            self.items[pair[1]].above.push(pair[0]);
        }
        items
    }

    /// Orders the lanes and draws items to their neighbours, down and up in turn, and sets all right of the words.
    fn arrange(&mut self) {
        for lane in 0..self.lanes.len() {
            self.spread(lane, |_| None);
        }
        for sweep in 0..SWEEPS {
            let reorder = sweep < SWEEPS / 2;
            for lane in 1..self.lanes.len() {
                self.settle(lane, reorder, |item| &item.above);
            }
            for lane in (0..self.lanes.len() - 1).rev() {
                self.settle(lane, reorder, |item| &item.below);
            }
        }
        let left = |item: &Item| item.centre - item.width / 2.0;
        let shift =
            LANE_WORDS + BETWEEN_BOXES - self.items.iter().map(left).fold(f64::INFINITY, f64::min);
        self.items.iter_mut().for_each(|item| item.centre += shift);
    }

    fn settle(&mut self, lane: usize, reorder: bool, neighbours: impl Fn(&Item) -> &Vec<usize>) {
        let mean = |items: &[Item], item: usize| {
            let near = neighbours(&items[item]);
            let sum: f64 = near.iter().map(|other| items[*other].centre).sum();
            (!near.is_empty()).then(|| sum / near.len() as f64)
        };
        let items = &self.items;
        let wanted: Vec<Option<f64>> = (0..items.len()).map(|item| mean(items, item)).collect();
        if reorder {
            let key = |item: usize| wanted[item].unwrap_or(items[item].centre);
            self.lanes[lane].sort_by(|one, other| key(*one).total_cmp(&key(*other)));
        }
        self.spread(lane, |item| wanted[item]);
    }

    /// Gives each item of a lane the wished centre, as far as none covers another: the mean of the row pushed to the
    /// right and the row pushed to the left.
    fn spread(&mut self, lane: usize, wanted: impl Fn(usize) -> Option<f64>) {
        let row = self.lanes[lane].clone();
        let wish = |item: usize| wanted(item).unwrap_or(self.items[item].centre);
        let apart = |one: usize, other: usize| {
            (self.items[one].width + self.items[other].width) / 2.0 + BETWEEN_BOXES
        };
        let mut right: Vec<f64> = row.iter().map(|item| wish(*item)).collect();
        let mut left = right.clone();
        for place in 1..row.len() {
            right[place] = right[place].max(right[place - 1] + apart(row[place - 1], row[place]));
        }
        for place in (1..row.len()).rev() {
            left[place - 1] = left[place - 1].min(left[place] - apart(row[place - 1], row[place]));
        }
        for (place, item) in row.into_iter().enumerate() {
            self.items[item].centre = f64::midpoint(left[place], right[place]);
        }
    }
}

fn box_width(stop: &Stop) -> f64 {
    let ways = |end: bool| stop.ways.iter().filter(move |way| matches!(way.to, To::End(_)) == end);
    let ports: f64 = ways(false).map(letters_width).sum();
    let ends = ways(true).map(|way| letters_width(way) + marks(way) as f64 * MARK);
    ends.fold(ports.max(40.0), f64::max) + PADDING
}

/// The room that the letters of a way take, such as `a, c`.
pub(super) fn letters_width(way: &Way) -> f64 {
    way.answers.len() as f64 * 2.0 * LETTER + PADDING
}

fn marks(way: &Way) -> usize {
    if let To::End(headlines) = &way.to { headlines.len() } else { 0 }
}

fn box_height(stop: &Stop) -> f64 {
    let ends = stop.ways.iter().filter(|way| matches!(way.to, To::End(_))).count();
    LINE * 1.4 + ends as f64 * LINE * 1.3 + 2.0
}

fn lanes(
    map: &QuestionMap,
    questions: &[QuestionIx],
    words: impl Fn(QuestionIx) -> usize,
) -> Vec<Lane> {
    let mut top = 0.0;
    let lane = |question: &QuestionIx| {
        let own = map.stops.iter().filter(|stop| stop.question == *question);
        let tallest = own.map(box_height).fold(0.0, f64::max);
        let height = tallest.max(words(*question) as f64 * LINE) + BETWEEN_LANES;
        let lane = Lane { question: *question, top, height };
        top += height;
        lane
    };
    questions.iter().map(lane).collect()
}

fn boxes<'m>(map: &'m QuestionMap, layers: &Layers, lanes: &[Lane]) -> Vec<PlacedStop<'m>> {
    let stops = layers.items.iter().filter_map(|item| Some((item, item.stop?)));
    let alike = |lane: usize| {
        layers.items.iter().filter(move |item| item.stop.is_some() && item.lane == lane)
    };
    stops
        .map(|(item, place)| {
            let before = alike(item.lane).filter(|other| other.centre < item.centre).count();
            PlacedStop {
                stop: &map.stops[place],
                number: (alike(item.lane).count() > 1).then_some(before + 1),
                left: item.centre - item.width / 2.0,
                top: lanes[item.lane].top + ABOVE_BOX,
                width: item.width,
                height: box_height(&map.stops[place]),
            }
        })
        .collect()
}

fn line<'m>(
    map: &'m QuestionMap,
    road: &Road,
    layers: &Layers,
    lanes: &[Lane],
    boxes: &[PlacedStop<'m>],
) -> Line<'m> {
    let (stop, from) = (&map.stops[road.from], &boxes[road.from]);
    let mut points = vec![(port(stop, road.way, from), from.top + from.height + BELOW_BOX)];
    let inner = road.items.iter().skip(1);
    for item in inner.map(|item| &layers.items[*item]) {
        let lane = &lanes[item.lane];
        match item.stop {
            Some(to) => points.push((item.centre, boxes[to].top)),
            None => {
                points.push((item.centre, lane.top + ABOVE_BOX));
                let bottom = lane.top + lane.height - BETWEEN_LANES + ABOVE_BOX + BELOW_BOX;
                points.push((item.centre, bottom));
            }
        }
    }
    Line { way: &stop.ways[road.way], points }
}

/// Where a way leaves its box: the ways stand side by side under it.
fn port(stop: &Stop, way: usize, from: &PlacedStop) -> f64 {
    let going = |way: &&Way| matches!(way.to, To::Stop(_));
    let all: f64 = stop.ways.iter().filter(going).map(letters_width).sum();
    let before: f64 = stop.ways[..way].iter().filter(going).map(letters_width).sum();
    from.left + (from.width - all) / 2.0 + before + PADDING / 2.0
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    use adal_core::SituationIx;

    use super::super::map::question_map;
    use super::*;

    /// The maps of the shipped content, for the first person who sees each situation.
    fn shipped_maps() -> Vec<QuestionMap> {
        let loaded =
            adal_content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"));
        let content = loaded.unwrap().content;
        let situations = (0_u8..).map(SituationIx).zip(&content.situations);
        situations.map(|(ix, situation)| question_map(&content, situation.people, ix)).collect()
    }

    #[test]
    fn no_box_covers_another_or_the_words() {
        for map in shipped_maps() {
            let placed = place(&map, |_| 3);
            for (n, one) in placed.boxes.iter().enumerate() {
                assert!(one.left > LANE_WORDS && one.left + one.width < placed.width);
                assert!(one.top + one.height + BELOW_BOX < placed.height);
                for other in &placed.boxes[n + 1..] {
                    let beside =
                        one.left + one.width < other.left || other.left + other.width < one.left;
                    let below =
                        one.top + one.height < other.top || other.top + other.height < one.top;
                    assert!(beside || below);
                }
            }
        }
    }

    #[test]
    fn every_way_goes_down_and_through_no_box() {
        for map in shipped_maps() {
            let placed = place(&map, |_| 3);
            let ways = map.stops.iter().flat_map(|stop| &stop.ways);
            let lines = ways.filter(|way| matches!(way.to, To::Stop(_))).count();
            assert_eq!(placed.lines.len(), lines);
            for line in &placed.lines {
                assert!(line.points.windows(2).all(|pair| pair[0].1 < pair[1].1));
                let passed = &line.points[1..line.points.len() - 1];
                for (x, y) in passed {
                    let inside = |b: &&PlacedStop| {
                        (b.left..b.left + b.width).contains(x)
                            && (b.top..b.top + b.height).contains(y)
                    };
                    assert!(placed.boxes.iter().find(inside).is_none());
                }
            }
        }
    }
}
