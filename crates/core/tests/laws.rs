//! Properties of the engine, tested on random small contents and cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "laws/conditions.rs"]
mod conditions;
#[path = "laws/findings.rs"]
mod findings;
#[path = "laws/interviews.rs"]
mod interviews;
#[path = "laws/random.rs"]
mod random;
#[path = "laws/ways.rs"]
mod ways;
