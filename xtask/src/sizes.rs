//! What the shipped files weigh, part by part, and the budgets that must hold.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project::Outcome;

/// The most that the frame may weigh on the line: the whole file, brotli 11.
const FRAME_BUDGET: usize = 150_000;
/// The most that the loader may weigh on the line, brotli 11.
const LOADER_BUDGET: usize = 2_000;

/// A part of what is shipped.
pub(crate) struct Part {
    /// What it is.
    pub(crate) name: &'static str,
    /// Its bytes as they are.
    pub(crate) bytes: Vec<u8>,
}

/// Bytes as they are, after gzip and after brotli.
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the weight of each part, then of both files, and fails on a file over its budget.
pub(crate) fn report(parts: &[Part], frame: &[u8], loader: &[u8]) -> Outcome {
    println!("{:<28}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli");
    for part in parts {
        print(part.name, &weigh(&part.bytes)?);
    }
    let (frame, loader) = (weigh(frame)?, weigh(loader)?);
    print("adal-check.html, all of it", &frame);
    print("adal-check.js", &loader);
    keep("adal-check.html", frame.brotli, FRAME_BUDGET)?;
    keep("adal-check.js", loader.brotli, LOADER_BUDGET)
}

fn print(name: &str, weight: &Weight) {
    let Weight { raw, gzip, brotli } = weight;
    println!("{name:<28}{raw:>10}{gzip:>10}{brotli:>10}");
}

fn keep(name: &str, weight: usize, budget: usize) -> Outcome {
    if weight <= budget {
        return Ok(());
    }
    Err(format!(
        "{name} weighs {weight} bytes after brotli; the budget in xtask/src/sizes.rs is {budget}"
    ))
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
