//! Shows the shipped files on sample sites of all kinds, on this machine only.

use crate::bundle;
use crate::project::{Outcome, run};

const PORT: u16 = 8080;

/// Builds, then serves until it is stopped, with the server of the browser tests.
pub(crate) fn run_serve(port: Option<u16>) -> Outcome {
    bundle::run_bundle(false)?;
    run("node", &["tests/e2e/support/serve.mjs", &port.unwrap_or(PORT).to_string()])
}
