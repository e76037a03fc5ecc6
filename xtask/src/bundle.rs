//! Builds what is shipped: `dist/adal-check.html`, one self-contained file, `dist/adal-check.js`, its loader, and the
//! static editions `dist/standard.*.html`.

use std::fs;
use std::path::Path;

use crate::page::{Ingredients, LANGUAGES, assemble, assemble_edition, take_apart};
use crate::program::build_program;
use crate::project::{Outcome, answer, empty, files, read, read_text, run, write};
use crate::setup::{self, TO_BUILD};
use crate::sizes::{self, Part};
use crate::{content, imports};

const PAGES: &str = "target/bundle/pages";
const PROGRAM: &str = "target/bundle/program";
const SCRIPT: &str = "target/bundle/script.js";
const STYLE: &str = "target/bundle/style.css";

/// The browsers that have all that the frame needs.
const TARGET: &str = "--target=chrome102,firefox113,safari16.4";

/// The task: installs what it takes, proves the content, then builds and weighs.
pub(crate) fn run_bundle(accept_imports: bool) -> Outcome {
    setup::announce([TO_BUILD]);
    setup::install(TO_BUILD)?;
    let imports = if accept_imports { Imports::Accept } else { Imports::Check };
    content::check()?;
    sizes::check(&build(imports)?)
}

/// What to do with the list of what the program may ask of the browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Imports {
    /// Compare.
    Check,
    /// Write it anew, then compare.
    Accept,
}

/// Builds both files and hands over their parts, to be weighed.
pub(crate) fn build(imports: Imports) -> Outcome<Vec<Part>> {
    render_pages()?;
    build_program(PROGRAM)?;
    let wasm = read(format!("{PROGRAM}/adal-check_bg.wasm"))?;
    let glue = read_text(format!("{PROGRAM}/adal-check.js"))?;
    if imports == Imports::Accept {
        imports::accept(&wasm, &glue)?;
    }
    imports::check(&wasm, &glue)?;
    write_dist(wasm)
}

/// Puts the content into a built page in place of the content there. The program in it stays as it is, so it must be one
/// that reads content of this form. The page becomes what a whole build would make of the same program.
pub(crate) fn replace_content(page: &Path) -> Outcome {
    let shown = page.display();
    let failed = |error: std::io::Error| format!("{shown}: {error}");
    let file = fs::read_to_string(page).map_err(failed)?;
    let not_ours =
        |problem| format!("{shown} is not an adal-check.html of this version: {problem}");
    let (rest, schema) = take_apart(&file).map_err(not_ours)?;
    content::check()?;
    let packed = content::pack()?;
    if packed.schema != schema {
        return Err(format!(
            "{shown} has a program for content of another form ({schema}, not {}): build it anew with `cargo xtask bundle`",
            packed.schema
        ));
    }
    render_pages()?;
    let page_with = Ingredients { start_pages: start_pages()?, content: packed.html()?, ..rest };
    fs::write(page, assemble(&page_with)?).map_err(failed)?;
    println!("{shown} has the content {} now", packed.edition);
    Ok(())
}

fn start_pages() -> Outcome<Vec<String>> {
    LANGUAGES.iter().map(|lang| read_text(format!("{PAGES}/start.{lang}.html"))).collect()
}

fn render_pages() -> Outcome {
    empty(PAGES)?;
    let build = ["run", "--quiet", "--locked", "--bin", "prerender"];
    let features = ["--no-default-features", "--features", "ssr", "--", PAGES];
    run("cargo", &[&build[..], &features[..]].concat())
}

fn write_dist(wasm: Vec<u8>) -> Outcome<Vec<Part>> {
    let ingredients = Ingredients {
        style: bundle_style()?,
        script: bundle_script()?,
        start_pages: start_pages()?,
        content: content::pack()?.html()?,
        program: wasm,
    };
    let frame = assemble(&ingredients)?;
    let loader = minify_loader()?;
    empty("dist")?;
    write("dist/adal-check.html", frame.as_bytes())?;
    write("dist/adal-check.js", loader.as_bytes())?;
    let editions = write_editions(&ingredients.style)?;
    parts(ingredients, frame, loader, editions)
}

/// The Standard as pages without script, which a site can put beside the widget.
fn write_editions(style: &str) -> Outcome<String> {
    let mut all = String::new();
    for lang in LANGUAGES {
        let body = read_text(format!("{PAGES}/standard.{lang}.html"))?;
        let page = assemble_edition(lang, style, &body)?;
        write(format!("dist/standard.{lang}.html"), page.as_bytes())?;
        all.push_str(&page);
    }
    Ok(all)
}

/// `styles/main.css` names the files in their order; they become one text.
fn bundle_style() -> Outcome<String> {
    let order = read_text("styles/main.css")?;
    for file in files("styles")?.into_iter().chain(files("styles/parts")?) {
        let import = file.trim_start_matches("styles/");
        if file.ends_with(".css")
            && import != "main.css"
            && !order.contains(&format!("\"{import}\""))
        {
            return Err(format!("{file} has no place in the order of styles/main.css"));
        }
    }
    let output = format!("--outfile={STYLE}");
    run(
        "esbuild",
        &["styles/main.css", "--bundle", "--minify", TARGET, "--log-level=warning", &output],
    )?;
    Ok(read_text(STYLE)?.trim_end().to_owned())
}

/// The boot script, its modules and the glue become one text. What the frame never calls falls out, such as the part
/// of the glue that would fetch the program.
fn bundle_script() -> Outcome<String> {
    let program = format!("--alias:adal-program=./{PROGRAM}/adal-check.js");
    let output = format!("--outfile={SCRIPT}");
    let form = ["--bundle", "--format=iife", "--minify", TARGET, "--legal-comments=none"];
    let files = ["embed/boot.js", &program, &output, "--log-level=warning"];
    run("esbuild", &[&files[..], &form[..]].concat())?;
    let script = read_text(SCRIPT)?.trim_end().to_owned();
    if script.contains("fetch(") {
        return Err("the frame's script calls fetch".to_owned());
    }
    Ok(script)
}

fn minify_loader() -> Outcome<String> {
    answer(
        "esbuild",
        // Without the settings for tsc, which would only add "use strict".
        &[
            "embed/adal-check.js",
            "--minify",
            "--charset=utf8",
            "--legal-comments=inline",
            "--tsconfig-raw={}",
        ],
    )
}

fn parts(
    inside: Ingredients,
    frame: String,
    loader: String,
    editions: String,
) -> Outcome<Vec<Part>> {
    let Ingredients { style, script, start_pages, content, program } = inside;
    Ok(vec![
        Part::new("program (wasm)", program),
        Part::new("content, three languages", content),
        Part::new("script (boot and glue)", script),
        Part::new("styles", style),
        Part::new("start pages", start_pages.concat()),
        Part::new("adal-check.html, all of it", frame).within(sizes::FRAME_BUDGET),
        Part::new("adal-check.js", loader).within(sizes::LOADER_BUDGET),
        Part::new("standard.*.html, all three", editions),
    ])
}
