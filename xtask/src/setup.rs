//! Installs what a task needs and nothing else. It says what it installs and why. If it cannot install something, it
//! says what is missing and how to get it.

mod tools;

use std::collections::BTreeSet;
use std::path::PathBuf;

use adal_spelling::find_dictionaries;

use crate::project::{Outcome, answer, find, read, run, write};

pub(crate) use tools::{
    CARGO_DENY, CHROMEDRIVER, CHROMIUM, CRATES, DICTIONARIES, FIREFOX, GECKODRIVER, NODE, NPM,
    OFFICE, TEST_RUNNER, Tool, WASM_TARGET, WEBKIT, XVFB,
};
use tools::{Cost, How, TRUNK};

/// The tools that a task needs.
pub(crate) type Needs = [&'static Tool];

/// For building and showing the shipped files.
pub(crate) const TO_BUILD: &Needs = &[&WASM_TARGET, &CRATES, &NODE, &NPM];

/// For the development page of `trunk serve`, in addition to building.
pub(crate) const FOR_DEVELOPMENT: &Needs = &[&TRUNK, &TEST_RUNNER];

const OLDEST_NODE: u32 = 20;
const TARGET: &str = "wasm32-unknown-unknown";
/// A copy of the lock file of the installed packages.
const NPM_STAMP: &str = "node_modules/.installed-package-lock.json";

/// Installs everything that is missing. Reports all failures, not only the first.
pub(crate) fn install(needs: &Needs) -> Outcome {
    let missing: Vec<&Tool> = needs.iter().copied().filter(|tool| !tool.is_there()).collect();
    let problems: Vec<String> =
        missing.into_iter().filter_map(|tool| tool.install().err()).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// Announces what has to be installed, how large it is and how long it takes.
pub(crate) fn announce<'a>(needs: impl IntoIterator<Item = &'a Needs>) {
    let mut seen = BTreeSet::new();
    let all = needs.into_iter().flatten().filter(|tool| seen.insert(tool.name));
    let missing: Vec<&&Tool> = all.filter(|tool| !tool.is_there()).collect();
    if missing.is_empty() {
        return;
    }
    println!("To be installed on the way:");
    let mut whole = Cost { megabytes: 0, minutes: 0 };
    for tool in missing {
        let Cost { megabytes, minutes } = tool.cost;
        println!("  {:26} {megabytes:>4} MB {minutes:>3} min  {}", tool.name, tool.why);
        whole.megabytes += megabytes;
        whole.minutes += minutes;
    }
    println!(
        "  together about {} MB to fetch and {} minutes on a machine with two cores",
        whole.megabytes, whole.minutes
    );
}

impl Tool {
    /// The path of its program.
    pub(crate) fn program(&self) -> Outcome<PathBuf> {
        let programs = match self.how {
            How::Cargo { program, .. } => &[program],
            How::Packages { programs, .. } => programs,
            How::WasmTarget | How::Crates | How::NpmPackages | How::Dictionaries { .. } => &[][..],
        };
        let found = programs.iter().find_map(|program| find(program));
        found.ok_or_else(|| format!("{} is missing. Remedy: {}", self.name, self.remedy))
    }

    fn is_there(&self) -> bool {
        match self.how {
            How::WasmTarget => wasm_target_is_there(),
            How::Crates => answer("cargo", &["fetch", "--locked", "--offline"]).is_ok(),
            How::Cargo { program, version, .. } => {
                let installed = answer(program, &["--version"]).unwrap_or_default();
                installed.split_whitespace().any(|word| word == version)
            }
            How::Packages { .. } => {
                self.program().is_ok() && (self.name != NODE.name || node_is_new_enough())
            }
            How::Dictionaries { .. } => find_dictionaries().is_ok(),
            How::NpmPackages => read("package-lock.json")
                .is_ok_and(|lock| read(NPM_STAMP).is_ok_and(|it| it == lock)),
        }
    }

    fn install(&self) -> Outcome {
        println!("setup: {}: {}", self.name, self.why);
        let outcome = match self.how {
            How::WasmTarget => run("rustup", &["target", "add", TARGET]),
            How::Crates => run("cargo", &["fetch", "--locked"]),
            How::Cargo { package, version, .. } => {
                run("cargo", &["install", "--quiet", "--locked", "--version", version, package])
            }
            How::Packages { packages, .. } | How::Dictionaries { packages } => {
                install_packages(packages)
            }
            How::NpmPackages => npm_packages(),
        };
        let there = outcome.and_then(|()| {
            if self.is_there() { Ok(()) } else { Err("it is still not there".to_owned()) }
        });
        there.map_err(|problem| {
            format!("{} is missing ({problem}). Remedy: {}", self.name, self.remedy)
        })
    }
}

fn wasm_target_is_there() -> bool {
    let sysroot = answer("rustc", &["--print", "sysroot"]).unwrap_or_default();
    PathBuf::from(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir()
}

fn node_is_new_enough() -> bool {
    let version = answer("node", &["--version"]).unwrap_or_default();
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    major.parse().is_ok_and(|major: u32| major >= OLDEST_NODE)
}

fn install_packages(packages: &[&str]) -> Outcome {
    if find("apt-get").is_none() {
        return Err("this system has no apt-get".to_owned());
    }
    if answer("id", &["-u"])?.trim() != "0" {
        return Err("apt-get needs root".to_owned());
    }
    let install = ["install", "-y", "-qq", "--no-install-recommends"];
    answer("apt-get", &["update", "-qq"])?;
    answer("apt-get", &[&install, packages].concat()).map(drop)
}

fn npm_packages() -> Outcome {
    run("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])?;
    write(NPM_STAMP, &read("package-lock.json")?)
}
