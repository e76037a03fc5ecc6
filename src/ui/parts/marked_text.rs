//! A text with marks for slips of the source and search hits. The text itself is unchanged.

use std::ops::Range;

use adal_core::{Certainty, Slip, in_order};
use yew::prelude::*;

/// The text in pieces, so that each mark covers exactly its words even if marks overlap.
pub fn marked(text: &'static str, slips: &[&Slip], hits: &[Range<usize>]) -> Html {
    if slips.is_empty() && hits.is_empty() {
        return text.into();
    }
    let slip_ranges = slips.iter().map(|slip| range(slip));
    let ends = slip_ranges.chain(hits.iter().cloned()).flat_map(|at| [at.start, at.end]);
    let borders = in_order(ends.chain([0, text.len()]));
    let pieces = borders.windows(2).filter_map(|pair| {
        let [start, end] = *pair else { return None };
        let words = text.get(start..end)?;
        let slip = slips.iter().find(|slip| range(slip).contains(&start));
        let is_hit = hits.iter().any(|hit| hit.contains(&start));
        Some(piece(words, slip.map(|slip| slip.certainty), is_hit))
    });
    pieces.collect()
}

fn range(slip: &Slip) -> Range<usize> {
    slip.start.into()..slip.end.into()
}

fn piece(words: &'static str, slip: Option<Certainty>, is_hit: bool) -> Html {
    let words = match slip {
        None => words.into(),
        Some(Certainty::Unsure) => {
            html! { <span class="adal-slip adal-slip--unsure">{ words }</span> }
        }
        Some(_) => html! { <span class="adal-slip">{ words }</span> },
    };
    if is_hit {
        html! { <mark class="adal-hit">{ words }</mark> }
    } else {
        words
    }
}
