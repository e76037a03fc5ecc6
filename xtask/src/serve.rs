//! Shows what is shipped in pages of all kinds of sites, on this machine only.

use crate::bundle;
use crate::project::{Outcome, run};

const PORT: u16 = 8080;

/// Builds, then serves until it is stopped. The server is that of the journeys.
pub(crate) fn run_serve(port: Option<u16>) -> Outcome {
    bundle::run_bundle(false)?;
    run("node", &["tests/e2e/support/serve.mjs", &port.unwrap_or(PORT).to_string()])
}
