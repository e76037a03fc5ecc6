//! Proves the content: each worked case has its expected result, and the rules keep their promises for all answers.
//!
//! Native only, like `adal-content`, whose result is proved here.

mod cases;
mod paths;
mod people;
mod twins;

pub use cases::run_cases;
pub use paths::{Proof, SituationProof, Unadopted, prove, prove_adopted};
pub use people::kinds_of_people;
pub use twins::{TwinsProof, compare_twins};
