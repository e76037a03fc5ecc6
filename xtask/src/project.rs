//! Paths of the project, and how its tasks run other programs.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The result of a task. The error is a message for people.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// The root folder of the project.
pub(crate) fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// A program to run in the root folder, with the project's own tools first in the search path.
pub(crate) fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).env("PATH", search_path()).stdin(Stdio::null());
    command
}

/// Runs a program with its output on the terminal.
pub(crate) fn run(program: &str, arguments: &[&str]) -> Outcome {
    finish(&mut command(program, arguments))
}

/// Runs a prepared program with its output on the terminal.
pub(crate) fn finish(command: &mut Command) -> Outcome {
    let program = command.get_program().to_string_lossy().into_owned();
    let status =
        command.status().map_err(|error| format!("{program} cannot be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{program} failed: {status}")) }
}

/// Runs a prepared program, prints each line of its output, and passes it to `note`.
pub(crate) fn watch(command: &mut Command, mut note: impl FnMut(&str)) -> Outcome {
    let program = command.get_program().to_string_lossy().into_owned();
    let failed = |error| format!("{program} cannot be run: {error}");
    let mut running = command.stdout(Stdio::piped()).spawn().map_err(failed)?;
    for line in running.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
        let line = line.map_err(failed)?;
        println!("{line}");
        note(&line);
    }
    let status = running.wait().map_err(failed)?;
    if status.success() { Ok(()) } else { Err(format!("{program} failed: {status}")) }
}

/// Runs a program without printing, and returns its output or, on failure, its error output.
pub(crate) fn answer(program: &str, arguments: &[&str]) -> Outcome<String> {
    let output = command(program, arguments)
        .output()
        .map_err(|error| format!("{program} cannot be started: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let complaint = String::from_utf8_lossy(&output.stderr);
        Err(format!("{program} failed: {}\n{complaint}", output.status))
    }
}

/// The full path of an installed program.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&search_path()).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The folder in which cargo keeps crates and tools.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    let given = env::var_os("CARGO_HOME").map(PathBuf::from);
    given.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

/// The folder that cargo builds into.
pub(crate) fn target_folder() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Reads a file of the project.
pub(crate) fn read(path: impl AsRef<Path>) -> Outcome<Vec<u8>> {
    let path = root().join(path);
    fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

/// Reads a text file of the project.
pub(crate) fn read_text(path: impl AsRef<Path>) -> Outcome<String> {
    let path = path.as_ref();
    String::from_utf8(read(path)?).map_err(|_| format!("{} is not UTF-8", path.display()))
}

/// Writes a file of the project, and creates its folders.
pub(crate) fn write(path: impl AsRef<Path>, bytes: &[u8]) -> Outcome {
    let path = root().join(path);
    let folder = path.parent().unwrap_or(root());
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, bytes))
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

/// Creates an empty folder for generated files.
pub(crate) fn empty(folder: &str) -> Outcome {
    let path = root().join(folder);
    let outcome = if path.exists() { fs::remove_dir_all(&path) } else { Ok(()) };
    outcome
        .and_then(|()| fs::create_dir_all(&path))
        .map_err(|error| format!("{} cannot be made anew: {error}", path.display()))
}

/// The files of a folder, sorted, relative to the project.
pub(crate) fn files(folder: &str) -> Outcome<Vec<String>> {
    entries(folder, Path::is_file)
}

fn entries(folder: &str, wanted: impl Fn(&Path) -> bool) -> Outcome<Vec<String>> {
    let path = root().join(folder);
    let unreadable = |error| format!("{} cannot be read: {error}", path.display());
    let mut entries = Vec::new();
    for entry in fs::read_dir(&path).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name();
        let entry = format!("{folder}/{}", name.to_string_lossy());
        if wanted(&root().join(&entry)) {
            entries.push(entry);
        }
    }
    entries.sort();
    Ok(entries)
}

/// The files with this extension in a folder and its subfolders, sorted, relative to the project.
pub(crate) fn all_files(folder: &str, ending: &str) -> Outcome<Vec<String>> {
    let mut all = files(folder)?;
    all.retain(|file| Path::new(file).extension().is_some_and(|found| found == ending));
    for inner in folders(folder)? {
        all.extend(all_files(&inner, ending)?);
    }
    all.sort();
    Ok(all)
}

/// The subfolders of a folder, sorted, relative to the project.
pub(crate) fn folders(folder: &str) -> Outcome<Vec<String>> {
    entries(folder, Path::is_dir)
}

/// npm's tools, then the PATH, then cargo's own folder, which is not on every PATH.
fn search_path() -> OsString {
    let given = env::var_os("PATH").unwrap_or_default();
    let npm = root().join("node_modules/.bin");
    let cargo = cargo_home().map(|folder| folder.join("bin"));
    let folders = [npm].into_iter().chain(env::split_paths(&given)).chain(cargo);
    env::join_paths(folders).unwrap_or(given)
}
