//! What must hold of the content: each worked case comes out as it expects, and on every path of answers the rules keep
//! their promises.
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
