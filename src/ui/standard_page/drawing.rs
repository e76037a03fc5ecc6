//! When the clauses of a long page are drawn: the first ones with the page, the others in tasks after it, so that it
//! shows at once; all of them, with what is behind their disclosures, before it is printed.

use yew::prelude::*;

use crate::browser;

/// The first screen is filled by what stands above the clauses.
const AT_FIRST: usize = 1;

/// What a slow phone draws between two frames without holding up the person who scrolls.
const PER_TASK: usize = 6;

/// Lets the browser paint what is there. Frames of animation would not do: they stand still out of view.
const PAUSE: u32 = 20;

/// How much of a page is drawn.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Drawn {
    /// How many clauses.
    pub(crate) clauses: usize,
    /// Whether everything is wanted, also what nobody opened.
    pub(crate) on_paper: bool,
}

/// Draws a page of so many clauses little by little, marks it when it is whole, and then does what can wait.
#[hook]
pub(crate) fn use_drawing(all: usize, then: fn()) -> Drawn {
    let clauses = use_state_eq(|| if browser::IS_HERE { AT_FIRST.min(all) } else { all });
    let on_paper = use_state_eq(|| false);
    {
        let setter = clauses.setter();
        use_effect_with(*clauses, move |&clauses| {
            let task = browser::after(PAUSE, move || {
                if clauses < all {
                    setter.set((clauses + PER_TASK).min(all));
                } else {
                    browser::mark_whole();
                    then();
                }
            });
            move || drop(task)
        });
    }
    {
        let on_paper = on_paper.setter();
        use_effect_with((), move |()| {
            let listener = browser::on_print(move || on_paper.set(true));
            move || drop(listener)
        });
    }
    // A task that draws some more may still come after the print dialogue: it must not take any away.
    Drawn { clauses: if *on_paper { all } else { *clauses }, on_paper: *on_paper }
}
