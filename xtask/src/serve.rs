//! Shows what is shipped in pages of all kinds of sites, on this machine only.

use crate::project::{Outcome, run};
use crate::{bundle, setup};

const PORT: u16 = 8080;

/// Sets up, builds, then serves until it is stopped. The server is that of the journeys.
pub(crate) fn run_serve(arguments: &[String]) -> Outcome {
    let port = match arguments {
        [] => PORT,
        [port] => port.parse().map_err(|_| format!("{port} is not a port number"))?,
        _ => return Err("cargo xtask serve [port]".to_owned()),
    };
    setup::run_setup()?;
    bundle::run_bundle(&[])?;
    run("node", &["tests/e2e/support/serve.mjs", &port.to_string()])
}
