//! `cargo xtask content`: reads, checks and proves what stands in `content/`.

mod figures;

use std::fs;
use std::path::{Path, PathBuf};

use adal_content::{Loaded, Problems, Reader, load};
use adal_core::Lang;
use adal_papers::{
    Adoption, Review, Tables, amendment_sheet, changed_findings, diff_paper, status, with_review,
};
use adal_proof::{Proof, TwinsProof, compare_twins, prove, run_cases};

use crate::project::{Outcome, empty, read_text, root, write};

const APPROVAL: &str = "content/approval.toml";

/// Where an adoption is tried on a copy of the content.
const TRIAL: &str = "target/content-adopted";

const USAGE: &str = "\
cargo xtask content check [folder]              read all files, run the worked cases and the twins, prove the rules for all
                                                answers; report all problems
cargo xtask content tables [folder]             write the decision tables to read and sign, and the amendment sheets
cargo xtask content status [name…]              who read and confirmed what, and how long the sentences are; of named clauses
                                                and situations the hashes and the lines for a confirmation
cargo xtask content review READER DATE [language…] [name…]
                                                write down that a reader has read the present texts
cargo xtask content adopt READING a|b           the lines for a reading that the Company adopts, and what it changes
cargo xtask content diff OLD NEW [language] [--html FILE]
                                                before and after, for signing; OLD and NEW are content folders
cargo xtask content amendment-sheet [clause…]   the amendment sheet, a Word file, with these clauses only";

const DIFF_USAGE: &str = "cargo xtask content diff OLD NEW [kk|ru|en] [--html FILE]\n\
     OLD and NEW are content folders; the language is that of the labels, Kazakh if none is named";

const REVIEW_USAGE: &str = "\
cargo xtask content review READER DATE [kk] [ru] [en] [name…]
READER is second-reader, native-reader, translator, lawyer or officer; DATE is like 2026-11-22.
A name is the number of a clause with rules or the id of a situation. Without languages all three, without names everything.";

const ADOPT_USAGE: &str = "\
cargo xtask content adopt READING a|b
READING is the id of a reading in content/readings.toml, a or b the side that the Company adopts.";

/// Runs the task that the arguments name.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let Some((task, rest)) = arguments.split_first() else { return Err(USAGE.to_owned()) };
    match task.as_str() {
        "check" => check(rest.first().map_or(&content_folder(), Path::new)),
        "tables" => tables(&rest.first().map_or_else(paper_folder, PathBuf::from)),
        "status" => {
            print!("{}", status(&read(&content_folder())?, rest)?);
            Ok(())
        }
        "review" => review(&read(&content_folder())?, rest),
        "adopt" => adopt(rest),
        "diff" => diff(rest),
        "amendment-sheet" => write_sheets(&read(&content_folder())?, rest, &paper_folder()),
        _ => Err(USAGE.to_owned()),
    }
}

/// The version of the content.
pub(crate) fn version() -> Outcome<String> {
    Ok(read(&content_folder())?.content.version)
}

/// The content of a folder, or all its problems.
fn read(folder: &Path) -> Outcome<Loaded> {
    load(folder).map_err(|problems| report(&problems))
}

fn content_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("content")
}

fn check(folder: &Path) -> Outcome {
    let loaded = read(folder)?;
    print!("{}", figures::sizes(&loaded));
    let (proof, twins) = proved(&loaded)?;
    print!("{}", figures::proved(&loaded, &proof, &twins));
    Ok(())
}

/// Runs the worked cases and the twins and proves the rules, or tells all that does not hold.
fn proved(loaded: &Loaded) -> Outcome<(Proof, TwinsProof)> {
    let (cases, twins, proof) = (run_cases(loaded), compare_twins(loaded), prove(loaded));
    let all = [&cases, &twins.problems, &proof.problems];
    if all.into_iter().all(Problems::is_empty) {
        return Ok((proof, twins));
    }
    Err(all.map(report).concat())
}

/// Where what is printed for officers goes.
fn paper_folder() -> PathBuf {
    root().join("target/content-tables")
}

/// Only content without any problem is worth a signature. The sheet on which an officer writes amendments lies beside.
fn tables(folder: &Path) -> Outcome {
    let loaded = read(&content_folder())?;
    proved(&loaded)?;
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

/// Writes the amendment sheet in each language into the folder, with the named clauses or all of them.
fn write_sheets(loaded: &Loaded, numbers: &[String], folder: &Path) -> Outcome {
    for lang in Lang::ALL {
        let file = folder.join(format!("amendment-sheet.{}.docx", lang.tag()));
        write(&file, &amendment_sheet(loaded, numbers, lang)?)?;
        println!("{}", file.display());
    }
    Ok(())
}

/// Compares two folders and prints the differences, or writes them as a page for printing.
fn diff(arguments: &[String]) -> Outcome {
    let mut arguments = arguments.to_vec();
    let page = match arguments.iter().position(|argument| argument == "--html") {
        Some(place) if place + 1 < arguments.len() => {
            arguments.drain(place..=place + 1).next_back()
        }
        Some(_) => return Err(DIFF_USAGE.to_owned()),
        None => None,
    };
    let (old, new, lang) = match arguments.as_slice() {
        [old, new] => (old, new, Lang::Kk),
        [old, new, lang] => (old, new, Lang::from_tag(lang).ok_or(DIFF_USAGE)?),
        _ => return Err(DIFF_USAGE.to_owned()),
    };
    let (old, new) = (read(Path::new(old))?, read(Path::new(new))?);
    let paper = diff_paper(&old, &new, lang).map_err(|problems| report(&problems))?;
    match page {
        Some(file) => {
            write(&file, paper.html().as_bytes())?;
            println!("{file} was written");
        }
        None => println!("{}", paper.plain()),
    }
    Ok(())
}

/// Notes that a reader has read the present texts.
fn review(loaded: &Loaded, arguments: &[String]) -> Outcome {
    let [reader, date, rest @ ..] = arguments else { return Err(REVIEW_USAGE.to_owned()) };
    if Reader::all().all(|(word, _)| word != reader) {
        return Err(format!("`{reader}` is no kind of reader\n{REVIEW_USAGE}"));
    }
    let (tags, subjects): (Vec<String>, Vec<String>) =
        rest.iter().cloned().partition(|word| Lang::from_tag(word).is_some());
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

/// Prints what to write down, and tries it on a copy of the content.
fn adopt(arguments: &[String]) -> Outcome {
    let [id, side] = arguments else { return Err(ADOPT_USAGE.to_owned()) };
    let old = read(&content_folder())?;
    let adoption = Adoption::new(&old, id, side)?;
    println!("{}", adoption.lines());
    empty(TRIAL)?;
    copy_folder(&content_folder(), &root().join(TRIAL))?;
    let readings = format!("{TRIAL}/readings.toml");
    write(&readings, adoption.tried(&read_text(&readings)?)?.as_bytes())?;
    print!("{}", changed_findings(&old, &read(&root().join(TRIAL))?));
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

/// All problems with the words of the files, and their number.
fn report(problems: &Problems) -> String {
    if problems.is_empty() {
        return String::new();
    }
    let mut text: String = problems.iter().map(|problem| problem.rich() + "\n\n").collect();
    text.push_str(&format!("{} problems in the content\n", problems.len()));
    text
}
