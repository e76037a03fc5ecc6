//! `cargo xtask content`: reads, checks, proves and prints the content.

mod figures;

use std::fs;
use std::path::{Path, PathBuf};

use adal_content::{Loaded, Packed, Problems, Reader, load, load_unadopted};
use adal_core::Lang;
use adal_papers::{
    Adoption, Review, Tables, amendment_sheet, changed_findings, diff_paper, status, with_review,
};
use adal_proof::{Proof, TwinsProof, Unadopted, compare_twins, prove, prove_adopted, run_cases};

use crate::flags::{self, AmendmentSheet, Check, ContentCmd, Diff, Status};
use crate::project::{Outcome, empty, read_text, root, write};

const APPROVAL: &str = "content/approval.toml";
const BLOCKS: &str = "target/content/blocks.html";

/// A copy of the content in which an adoption is tried.
const TRIAL: &str = "target/content-adopted";

pub(crate) fn run(task: ContentCmd) -> Outcome {
    match task {
        ContentCmd::Check(Check { folder }) => check_folder(&folder.unwrap_or_else(content_folder)),
        // With a page it is a task of the bundle.
        ContentCmd::Pack(_) => pack().map(drop),
        ContentCmd::Tables(flags::Tables { folder }) => {
            tables(&folder.unwrap_or_else(paper_folder))
        }
        ContentCmd::Status(Status { name }) => {
            print!("{}", status(&read(&content_folder())?, &name)?);
            Ok(())
        }
        ContentCmd::Review(review) => note_review(&read(&content_folder())?, &review),
        ContentCmd::Adopt(flags::Adopt { reading, side }) => adopt(&reading, &side),
        ContentCmd::Diff(diff) => print_diff(&diff),
        ContentCmd::AmendmentSheet(AmendmentSheet { clause }) => {
            write_sheets(&read(&content_folder())?, &clause, &paper_folder())
        }
    }
}

/// Reads, checks and proves the content of the project.
pub(crate) fn check() -> Outcome {
    check_folder(&content_folder())
}

/// The version of the content.
pub(crate) fn version() -> Outcome<String> {
    Ok(read(&content_folder())?.content.version)
}

/// Packs the content into blocks of a page, for the development page and for the tests in a browser, and hands it over.
pub(crate) fn pack() -> Outcome<Packed> {
    let packed =
        adal_content::pack(&read(&content_folder())?).map_err(|problem| problem.to_string())?;
    write(BLOCKS, packed.html()?.as_bytes())?;
    Ok(packed)
}

/// The content of a folder, or all its problems.
fn read(folder: &Path) -> Outcome<Loaded> {
    load(folder).map_err(|problems| report(&problems))
}

fn content_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("content")
}

fn check_folder(folder: &Path) -> Outcome {
    let loaded = read(folder)?;
    print!("{}", figures::sizes(&loaded));
    let (proof, twins) = proved(folder, &loaded)?;
    print!("{}", figures::proved(&loaded, &proof, &twins));
    print!("{}", figures::hints(&proof));
    Ok(())
}

/// Runs the worked cases and the twins and proves the rules. Returns all problems otherwise.
fn proved(folder: &Path, loaded: &Loaded) -> Outcome<(Proof, TwinsProof)> {
    let mut proof = if loaded.declared.adopts() {
        prove_adopted(loaded, &unadopted(folder)?)
    } else {
        prove(loaded)
    };
    let (cases, mut twins) = (run_cases(loaded), compare_twins(loaded));
    if loaded.declared.adopts() {
        proof.hints.append(std::mem::take(&mut twins.unasked));
    } else {
        twins.problems.append(std::mem::take(&mut twins.unasked));
    }
    let all = [&cases, &twins.problems, &proof.problems];
    if all.into_iter().all(Problems::is_empty) {
        return Ok((proof, twins));
    }
    Err(all.map(report).concat())
}

/// The content of a folder without what the Company adopted.
fn unadopted(folder: &Path) -> Outcome<Unadopted> {
    let loaded = load_unadopted(folder).map_err(|problems| report(&problems))?;
    Ok(Unadopted::new(&loaded))
}

/// The folder for printed papers.
fn paper_folder() -> PathBuf {
    root().join("target/content-tables")
}

/// Writes the decision tables and amendment sheets. Content with problems must not be signed.
fn tables(folder: &Path) -> Outcome {
    let loaded = read(&content_folder())?;
    proved(&content_folder(), &loaded)?;
    let tables = Tables::new(&loaded).map_err(|problems| report(&problems))?;
    let cannot = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(cannot)?;
    for lang in Lang::ALL {
        let path = folder.join(format!("adal-tables.{}.html", lang.tag()));
        fs::write(&path, tables.html(lang)).map_err(cannot)?;
        println!("{}", path.display());
    }
    let folder = std::path::absolute(folder).map_err(cannot)?;
    write_sheets(&loaded, &[], &folder)
}

/// Writes the amendment sheet in each language to the folder, with the named clauses or all of them.
fn write_sheets(loaded: &Loaded, numbers: &[String], folder: &Path) -> Outcome {
    for lang in Lang::ALL {
        let file = folder.join(format!("amendment-sheet.{}.docx", lang.tag()));
        write(&file, &amendment_sheet(loaded, numbers, lang)?)?;
        println!("{}", file.display());
    }
    Ok(())
}

/// Compares two folders and prints the differences, or writes them as a page for printing.
fn print_diff(Diff { old, new, lang, html }: &Diff) -> Outcome {
    let lang = match lang {
        Some(tag) => Lang::from_tag(tag).ok_or_else(|| format!("`{tag}` is no language"))?,
        None => Lang::Kk,
    };
    let (old, new) = (read(old)?, read(new)?);
    let paper = diff_paper(&old, &new, lang).map_err(|problems| report(&problems))?;
    match html {
        Some(file) => {
            write(file, paper.html().as_bytes())?;
            println!("{} was written", file.display());
        }
        None => println!("{}", paper.plain()),
    }
    Ok(())
}

/// Records that a reader has read the present texts.
fn note_review(loaded: &Loaded, given: &flags::Review) -> Outcome {
    let flags::Review { reader, date, what } = given;
    let readers: Vec<&str> = Reader::all().map(|(word, _)| word).collect();
    if !readers.contains(&reader.as_str()) {
        return Err(format!("`{reader}` is no kind of reader; they are {}", readers.join(", ")));
    }
    let (tags, subjects): (Vec<String>, Vec<String>) =
        what.iter().cloned().partition(|word| Lang::from_tag(word).is_some());
    let mut langs = Lang::ALL.to_vec();
    langs.retain(|lang| tags.is_empty() || tags.iter().any(|tag| tag == lang.tag()));
    let before = if root().join(APPROVAL).exists() { read_text(APPROVAL)? } else { String::new() };
    let review = Review { reader, date, langs: &langs, subjects: &subjects };
    let after = with_review(&before, loaded, &review)
        .map_err(|problem| format!("{APPROVAL}: {problem}"))?;
    write(APPROVAL, after.as_bytes())?;
    println!("{APPROVAL} was written; `cargo xtask content status` shows it");
    Ok(())
}

/// Prints the lines to write down, and tries them on a copy of the content.
fn adopt(id: &str, side: &str) -> Outcome {
    let old = read(&content_folder())?;
    let adoption = Adoption::new(&old, id, side)?;
    print!("{}", adoption.lines());
    empty(TRIAL)?;
    copy_folder(&content_folder(), &root().join(TRIAL))?;
    let readings = format!("{TRIAL}/readings.toml");
    write(&readings, adoption.tried(&read_text(&readings)?)?.as_bytes())?;
    let trial = root().join(TRIAL);
    let new = read(&trial)?;
    print!("{}", changed_findings(&old, &new));
    print!("{}", figures::hints(&prove_adopted(&new, &unadopted(&trial)?)));
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Outcome {
    let cannot = |error: std::io::Error| format!("{}: {error}", to.display());
    fs::create_dir_all(to).map_err(cannot)?;
    for entry in fs::read_dir(from).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target).map_err(cannot)?;
        }
    }
    Ok(())
}

/// All problems with excerpts of the files, and their number.
fn report(problems: &Problems) -> String {
    if problems.is_empty() {
        return String::new();
    }
    let mut text: String = problems.iter().map(|problem| problem.rich() + "\n\n").collect();
    text.push_str(&format!("{} problems in the content\n", problems.len()));
    text
}
