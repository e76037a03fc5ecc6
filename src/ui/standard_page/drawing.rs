//! Renders the clauses of a long page step by step: the first with the page, the others in later tasks, so that the
//! page appears at once. Before printing, everything is rendered, including collapsed content.

use yew::prelude::*;

use crate::browser;

/// The rest of the first screen is taken by what is above the clauses.
const AT_FIRST: usize = 1;

/// As many as a slow phone can render between two frames without disturbing a person who scrolls.
const PER_TASK: usize = 6;

/// Lets the browser paint in between. Animation frames would not work, because they pause out of view.
const PAUSE: u32 = 20;

/// How much of a page is rendered.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Drawn {
    /// The number of clauses.
    pub(crate) clauses: usize,
    /// Whether collapsed content is rendered too.
    pub(crate) on_paper: bool,
}

/// Renders a page with this many clauses step by step, marks it when it is complete, and then calls `then`.
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
    // A task that renders some more may still run after the print dialogue. It must not remove anything.
    Drawn { clauses: if *on_paper { all } else { *clauses }, on_paper: *on_paper }
}
