//! Builds the program for the browser: the compiler makes a module, wasm-bindgen its glue, and wasm-opt makes it small.

use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::project::{Outcome, cargo_home, command, empty, finish, root, run, target_folder};

const TARGET: &str = "wasm32-unknown-unknown";
const NAME: &str = "adal-check";

/// With every feature, wasm-opt makes a module that browsers refuse, so the features are named. The development page
/// (`index.html`) has the same list.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Writes `adal-check_bg.wasm` and its glue `adal-check.js` into the folder, which is made anew.
pub(crate) fn build_program(folder: &str) -> Outcome {
    compile()?;
    empty(folder)?;
    bind(folder)?;
    shrink(folder)
}

fn compile() -> Outcome {
    let crates = cargo_home().map(|folder| folder.join("registry/src")).unwrap_or_default();
    // Without these, the places of panics tell where the builder keeps their crates, and the order of the code depends on
    // where the project is: the file could not be built again byte for byte.
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let flags = [remap(&crates, "crates"), remap(root(), "adal-check")].join("\u{1f}");
    let build = ["build", "--quiet", "--locked", "--release", "--target", TARGET, "--bin", NAME];
    finish(command("cargo", &build).env("CARGO_ENCODED_RUSTFLAGS", flags))
}

fn bind(folder: &str) -> Outcome {
    let failed = |error| format!("wasm-bindgen: {error:#}");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module()).out_name(NAME).typescript(false);
    bindgen.web(true).map_err(failed)?.generate(root().join(folder)).map_err(failed)
}

fn module() -> PathBuf {
    target_folder().join(TARGET).join("release").join(format!("{NAME}.wasm"))
}

fn shrink(folder: &str) -> Outcome {
    let module = format!("{folder}/{NAME}_bg.wasm");
    run("wasm-opt", &[&["-Oz", &module, "-o", &module], &FEATURES[..]].concat())
}

#[cfg(test)]
mod tests {
    use super::FEATURES;

    #[test]
    fn the_development_page_has_the_same_features() {
        let page = include_str!("../../index.html");
        assert!(page.contains(&format!("data-wasm-opt-params=\"{}\"", FEATURES.join(" "))));
    }
}
