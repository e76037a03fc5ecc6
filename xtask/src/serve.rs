//! Shows what is shipped in pages of all kinds of sites, on this machine only.

use crate::project::{Outcome, run};
use crate::{bundle, setup};

const PORT: u16 = 8080;

/// Installs what it takes to build, builds, then serves until it is stopped. The server is that of the journeys.
pub(crate) fn run_serve(port: Option<u16>) -> Outcome {
    setup::announce([setup::TO_BUILD]);
    setup::install(setup::TO_BUILD)?;
    bundle::run_bundle(false)?;
    run("node", &["tests/e2e/support/serve.mjs", &port.unwrap_or(PORT).to_string()])
}
