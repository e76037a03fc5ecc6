//! `cargo xtask content`: reads, checks and proves what stands in `content/`.

use std::fs;
use std::path::{Path, PathBuf};

use adal_content::{Loaded, Problems, Reader, load};
use adal_core::{Lang, People};
use adal_papers::{Review, Tables, amendment_sheet, diff_paper, status, with_review};
use adal_proof::{Proof, prove, run_cases};

use crate::flags::{self, AmendmentSheet, Check, ContentCmd, Diff, Status};
use crate::project::{Outcome, read_text, root, write};

const APPROVAL: &str = "content/approval.toml";

/// Runs the task that was asked for.
pub(crate) fn run(task: ContentCmd) -> Outcome {
    match task {
        ContentCmd::Check(Check { folder }) => check_folder(&folder.unwrap_or_else(content_folder)),
        ContentCmd::Tables(flags::Tables { folder }) => {
            tables(&folder.unwrap_or_else(paper_folder))
        }
        ContentCmd::Status(Status { situation }) => {
            print!("{}", status(&read(&content_folder())?, &situation)?);
            Ok(())
        }
        ContentCmd::Review(review) => note_review(&read(&content_folder())?, &review),
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

/// The content of a folder, or all its problems.
fn read(folder: &Path) -> Outcome<Loaded> {
    load(folder).map_err(|problems| report(&problems))
}

fn content_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("content")
}

fn check_folder(folder: &Path) -> Outcome {
    let loaded = read(folder)?;
    print_sizes(&loaded);
    let cases = run_cases(&loaded);
    println!("{} worked cases", loaded.cases.len());
    let proof = prove(&loaded);
    print_proof(&loaded, &proof);
    match (cases.is_empty(), proof.problems.is_empty()) {
        (true, true) => Ok(()),
        _ => Err(report(&cases) + &report(&proof.problems)),
    }
}

/// Where what is printed for officers goes.
fn paper_folder() -> PathBuf {
    root().join("target/content-tables")
}

/// Only content without any problem is worth a signature. The sheet on which an officer writes amendments lies beside.
fn tables(folder: &Path) -> Outcome {
    let loaded = load(&content_folder()).map_err(|problems| report(&problems))?;
    let (cases, proof) = (run_cases(&loaded), prove(&loaded));
    if !cases.is_empty() || !proof.problems.is_empty() {
        return Err(report(&cases) + &report(&proof.problems));
    }
    let tables = Tables::new(&loaded, &proof).map_err(|problems| report(&problems))?;
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

/// Notes that a reader has read the present texts.
fn note_review(loaded: &Loaded, given: &flags::Review) -> Outcome {
    let flags::Review { reader, date, what } = given;
    let readers: Vec<&str> = Reader::all().map(|(word, _)| word).collect();
    if !readers.contains(&reader.as_str()) {
        return Err(format!("`{reader}` is no kind of reader; they are {}", readers.join(", ")));
    }
    let (tags, situations): (Vec<String>, Vec<String>) =
        what.iter().cloned().partition(|word| Lang::from_tag(word).is_some());
    let mut langs = Lang::ALL.to_vec();
    langs.retain(|lang| tags.is_empty() || tags.iter().any(|tag| tag == lang.tag()));
    let before = if root().join(APPROVAL).exists() { read_text(APPROVAL)? } else { String::new() };
    let review = Review { reader, date, langs: &langs, situations: &situations };
    let after = with_review(&before, loaded, &review)
        .map_err(|problem| format!("{APPROVAL}: {problem}"))?;
    write(APPROVAL, after.as_bytes())?;
    println!("{APPROVAL} was written; `cargo xtask content status` shows it");
    Ok(())
}

fn print_sizes(loaded: &Loaded) {
    let content = &loaded.content;
    println!(
        "{} files: {} clauses, {} situations, {} questions, {} rules, {} steps, {} interface words",
        loaded.files.len(),
        content.clauses.len(),
        content.situations.len(),
        content.questions.len(),
        content.rules.len(),
        content.steps.len(),
        loaded.words.keys.len(),
    );
    if loaded.is_unfinished() {
        println!("unfinished.toml is there: unused steps and shared items are not looked for yet");
    }
}

fn print_proof(loaded: &Loaded, proof: &Proof) {
    println!("\n{:24} {:>8} {:>8}  people with rules of their own", "situation", "ends", "longest");
    for situation in &proof.situations {
        let kinds: Vec<String> =
            situation.kinds.iter().map(|group| kinds_in_words(loaded, group)).collect();
        let (id, ends, longest) = (&situation.id, situation.ends, situation.longest);
        println!("{id:24} {ends:>8} {longest:>8}  {}", kinds.join("; "));
    }
    let ends: usize = proof.situations.iter().map(|situation| situation.ends).sum();
    println!("{ends} ends followed in {:.1} s", proof.time.as_secs_f32());
    let headlines: Vec<String> =
        proof.headlines.iter().map(|(headline, ends)| format!("{ends} {headline}")).collect();
    println!("headlines at the ends: {}", headlines.join(", "));
    for [question, choice, same] in &proof.same_as {
        println!("for the Standard `{question} is {choice}` is the same as `{same}`");
    }
    match proof.commonest {
        Some(answers) => println!("a gift from an NGO has its headline after {answers} answers"),
        None => println!("this content has no gift from an NGO"),
    }
}

/// `employee = employee+manager`: kinds of people that have the same rules.
fn kinds_in_words(loaded: &Loaded, kinds: &[People]) -> String {
    let names = |people: &People| {
        let ids: Vec<&str> =
            people.iter().map(|person| loaded.content[person].id.as_str()).collect();
        ids.join("+")
    };
    kinds.iter().map(names).collect::<Vec<_>>().join(" = ")
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
