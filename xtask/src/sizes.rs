//! What the shipped files weigh, part by part, and the budgets that must hold.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project::Outcome;

/// The most that the frame may weigh on the line: the whole file, brotli 11. See `docs/PERFORMANCE.md`.
pub(crate) const FRAME_BUDGET: usize = 390_000;
/// The most that the loader may weigh on the line, brotli 11.
pub(crate) const LOADER_BUDGET: usize = 2_150;

/// A part of what is shipped.
pub(crate) struct Part {
    name: &'static str,
    bytes: Vec<u8>,
    budget: Option<usize>,
}

impl Part {
    /// A part without a budget of its own.
    pub(crate) fn new(name: &'static str, bytes: impl Into<Vec<u8>>) -> Part {
        Part { name, bytes: bytes.into(), budget: None }
    }

    /// The part with the most that it may weigh after brotli.
    pub(crate) fn within(self, budget: usize) -> Part {
        Part { budget: Some(budget), ..self }
    }
}

/// Bytes as they are, after gzip and after brotli.
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the weight of each part, and names every part that is over its budget.
pub(crate) fn check(parts: &[Part]) -> Outcome {
    let mut problems = Vec::new();
    println!("{:<28}{:>10}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli", "budget");
    for Part { name, bytes, budget } in parts {
        let Weight { raw, gzip, brotli } = weigh(bytes)?;
        let most = budget.map(|budget| budget.to_string()).unwrap_or_default();
        println!("{name:<28}{raw:>10}{gzip:>10}{brotli:>10}{most:>10}");
        if budget.is_some_and(|budget| brotli > budget) {
            problems.push(format!("{name}: {brotli} bytes after brotli, and {most} is the budget"));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn weigh(bytes: &[u8]) -> Outcome<Weight> {
    let failed = |error: std::io::Error| format!("cannot compress: {error}");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).map_err(failed)?;
    let gzip = gzip.finish().map_err(failed)?;
    let mut brotli = Vec::new();
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &settings).map_err(failed)?;
    Ok(Weight { raw: bytes.len(), gzip: gzip.len(), brotli: brotli.len() })
}
