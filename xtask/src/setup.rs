//! Installs what the other tasks need. Quiet when all is there; says what it installs and why; where it cannot
//! install a thing, names the thing and the remedy.

use std::path::PathBuf;

use adal_spelling::find_dictionaries;

use crate::project::{Outcome, answer, find, read, run, write};

/// A tool of the Rust world, in the version that the project is built with.
struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: &'static str,
    why: &'static str,
}

const CARGO_TOOLS: [CargoTool; 5] = [
    CargoTool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: "0.2.126",
        why: "joins the program to the browser; the same version as the crate in Cargo.toml",
    },
    CargoTool {
        program: "trunk",
        package: "trunk",
        version: "0.21.14",
        why: "builds the program for the browser",
    },
    CargoTool {
        program: "wasm-pack",
        package: "wasm-pack",
        version: "0.15.1",
        why: "runs the tests that need a browser",
    },
    CargoTool {
        program: "geckodriver",
        package: "geckodriver",
        version: "0.37.1",
        why: "drives Firefox in the tests",
    },
    CargoTool {
        program: "cargo-deny",
        package: "cargo-deny",
        version: "0.20.2",
        why: "compares licences, versions and sources of crates with deny.toml",
    },
];

/// A program of the system, with the Debian packages that bring it.
struct SystemTool {
    programs: &'static [&'static str],
    packages: &'static [&'static str],
    why: &'static str,
    remedy: &'static str,
}

const CHROMIUM: SystemTool = SystemTool {
    programs: &["chromium", "chromium-browser", "google-chrome"],
    packages: &["chromium"],
    why: "runs the tests that need a browser",
    remedy: "install Chromium or Chrome so that it is found on the PATH",
};

const FIREFOX: SystemTool = SystemTool {
    programs: &["firefox-esr", "firefox"],
    packages: &["firefox-esr"],
    why: "runs the tests in another engine",
    remedy: "install Firefox so that it is found on the PATH",
};

const SYSTEM_TOOLS: [SystemTool; 7] = [
    CHROMIUM,
    FIREFOX,
    SystemTool {
        programs: &["WebKitWebDriver"],
        packages: &["webkit2gtk-driver"],
        why: "brings WebKitGTK, runs the tests in it and drives them",
        remedy: "install the WebDriver of WebKitGTK, which exists for Linux",
    },
    SystemTool {
        programs: &["Xvfb"],
        packages: &["xvfb"],
        why: "is the screen of WebKitGTK in the tests",
        remedy: "install Xvfb, the X server without a screen",
    },
    SystemTool {
        programs: &["chromedriver"],
        packages: &["chromium-driver"],
        why: "drives the browser in the tests",
        remedy: "install ChromeDriver of the same version as the browser",
    },
    SystemTool {
        programs: &["npm"],
        packages: &["nodejs", "npm"],
        why: "runs the build and test tools that come from npm",
        remedy: "install Node.js 20 or newer from https://nodejs.org",
    },
    SystemTool {
        programs: &["soffice"],
        packages: &["libreoffice-writer-nogui"],
        why: "reads the drafts (.docx) in the tests; a few hundred megabytes",
        remedy: "install LibreOffice Writer so that soffice is found on the PATH",
    },
];

/// Debian's packages of the dictionaries that `adal_spelling` reads.
const DICTIONARIES: &[&str] = &["hunspell-kk", "hunspell-ru", "hunspell-en-gb"];

const OLDEST_NODE: u32 = 20;
const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// A copy of the lock file that the installed packages were made from.
const NPM_STAMP: &str = "node_modules/.installed-package-lock.json";

/// Makes sure that everything is there. All that is missing is named, not only the first.
pub(crate) fn run_setup() -> Outcome {
    let mut problems = Vec::new();
    let mut note = |outcome: Outcome| problems.extend(outcome.err());
    note(wasm_target());
    note(crates());
    CARGO_TOOLS.iter().for_each(|tool| note(cargo_tool(tool)));
    note(system_tools());
    note(dictionaries());
    note(node_version().and_then(|()| npm_packages()));
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// The browser that most tests run in.
pub(crate) fn chromium() -> Outcome<PathBuf> {
    browser(&CHROMIUM)
}

/// The browser of another engine. That of WebKitGTK is known to its driver.
pub(crate) fn firefox() -> Outcome<PathBuf> {
    browser(&FIREFOX)
}

fn browser(tool: &SystemTool) -> Outcome<PathBuf> {
    let found = tool.programs.iter().find_map(|program| find(program));
    found.ok_or_else(|| format!("no browser: {}", tool.remedy))
}

fn wasm_target() -> Outcome {
    let sysroot = answer("rustc", &["--print", "sysroot"])?;
    if PathBuf::from(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    println!("setup: Rust target {WASM_TARGET}: the widget is compiled for it");
    run("rustup", &["target", "add", WASM_TARGET]).map_err(|problem| {
        format!(
            "Rust target {WASM_TARGET} is missing ({problem}). \
             Remedy: rustup target add {WASM_TARGET}, with access to static.rust-lang.org"
        )
    })
}

/// The build itself fetches nothing, so all crates must be here before it.
fn crates() -> Outcome {
    if answer("cargo", &["fetch", "--locked", "--offline"]).is_ok() {
        return Ok(());
    }
    println!("setup: crates of Cargo.lock: the build itself fetches nothing");
    run("cargo", &["fetch", "--locked"]).map_err(|problem| {
        format!("crates are missing ({problem}). Remedy: cargo fetch, with access to crates.io")
    })
}

fn cargo_tool(tool: &CargoTool) -> Outcome {
    let CargoTool { program, package, version, why } = tool;
    let installed = answer(program, &["--version"]).unwrap_or_default();
    if installed.split_whitespace().any(|word| word == *version) {
        return Ok(());
    }
    println!("setup: {package} {version}: {why}; this takes some minutes");
    run("cargo", &["install", "--quiet", "--locked", "--version", version, package]).map_err(
        |problem| {
            format!(
                "{package} {version} is missing ({problem}). \
                 Remedy: cargo install --locked --version {version} {package}"
            )
        },
    )
}

fn system_tools() -> Outcome {
    let missing: Vec<&SystemTool> = SYSTEM_TOOLS
        .iter()
        .filter(|tool| !tool.programs.iter().any(|p| find(p).is_some()))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    for tool in &missing {
        println!("setup: {}: {}", tool.packages.join(", "), tool.why);
    }
    let packages: Vec<&str> = missing.iter().flat_map(|tool| tool.packages).copied().collect();
    install_packages(&packages).map_err(|problem| {
        let remedies: Vec<String> = missing
            .iter()
            .map(|tool| {
                format!("{} is missing ({problem}). Remedy: {}", tool.programs[0], tool.remedy)
            })
            .collect();
        remedies.join("\n")
    })
}

fn dictionaries() -> Outcome {
    if find_dictionaries().is_ok() {
        return Ok(());
    }
    println!("setup: {}: the words that are shown are looked up in them", DICTIONARIES.join(", "));
    install_packages(DICTIONARIES)
        .and_then(|()| find_dictionaries().map(drop))
        .map_err(|problem| format!("dictionaries are missing ({problem})"))
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

fn node_version() -> Outcome {
    let version = answer("node", &["--version"]).unwrap_or_default();
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    if major.parse().is_ok_and(|major: u32| major >= OLDEST_NODE) {
        return Ok(());
    }
    let found = if version.is_empty() { "none" } else { version.trim() };
    Err(format!(
        "Node.js {OLDEST_NODE} or newer is missing (found: {found}). \
         Remedy: install it from https://nodejs.org"
    ))
}

fn npm_packages() -> Outcome {
    let lock = read("package-lock.json")?;
    if read(NPM_STAMP).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("setup: npm packages of package-lock.json: wasm-opt, esbuild, tsc, Playwright, axe");
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run("npm", &arguments).map_err(|problem| {
        format!("npm packages are missing ({problem}). Remedy: npm ci, with access to registry.npmjs.org")
    })?;
    write(NPM_STAMP, &lock)
}
