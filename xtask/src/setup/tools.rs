//! Everything that tasks need in addition to Rust: how to install it, why, its size and duration, and what to do if
//! that fails.

/// A tool to install.
pub(crate) struct Tool {
    /// The common name.
    pub(crate) name: &'static str,
    pub(super) why: &'static str,
    pub(super) remedy: &'static str,
    pub(super) cost: Cost,
    pub(super) how: How,
}

/// The approximate size and time of an installation with all dependencies, on two cores.
#[derive(Clone, Copy)]
pub(super) struct Cost {
    pub(super) megabytes: u32,
    pub(super) minutes: u32,
}

/// How to install a tool.
#[derive(Clone, Copy)]
pub(super) enum How {
    /// The standard library for the browser.
    WasmTarget,
    /// The crates of `Cargo.lock`.
    Crates,
    /// A Rust tool, in the version that the project is built with.
    Cargo { program: &'static str, package: &'static str, version: &'static str },
    /// The packages of `package-lock.json`.
    NpmPackages,
    /// System programs, and the Debian packages that contain them. Any of the programs will do.
    Packages { programs: &'static [&'static str], packages: &'static [&'static str] },
    /// The Debian packages of the dictionaries that `adal_spelling` reads.
    Dictionaries { packages: &'static [&'static str] },
}

pub(crate) const WASM_TARGET: Tool = Tool {
    name: "Rust target wasm32",
    why: "the widget is compiled for it",
    remedy: "rustup target add wasm32-unknown-unknown, with access to static.rust-lang.org",
    cost: Cost { megabytes: 20, minutes: 1 },
    how: How::WasmTarget,
};

pub(crate) const CRATES: Tool = Tool {
    name: "crates of Cargo.lock",
    why: "the build itself fetches nothing",
    remedy: "cargo fetch, with access to crates.io",
    cost: Cost { megabytes: 60, minutes: 1 },
    how: How::Crates,
};

pub(crate) const TRUNK: Tool = Tool {
    name: "trunk",
    why: "serves the development page and builds it at each change",
    remedy: "cargo install --locked --version 0.21.14 trunk",
    cost: Cost { megabytes: 60, minutes: 10 },
    how: How::Cargo { program: "trunk", package: "trunk", version: "0.21.14" },
};

/// The package contains two programs. The other one is `wasm-bindgen-test-runner`.
pub(crate) const TEST_RUNNER: Tool = Tool {
    name: "wasm-bindgen-cli",
    why: "runs tests of the widget in a browser; the same version as the crate in Cargo.toml",
    remedy: "cargo install --locked --version 0.2.126 wasm-bindgen-cli",
    cost: Cost { megabytes: 20, minutes: 4 },
    how: How::Cargo { program: "wasm-bindgen", package: "wasm-bindgen-cli", version: "0.2.126" },
};

pub(crate) const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    why: "drives Firefox in the tests",
    remedy: "cargo install --locked --version 0.37.1 geckodriver",
    cost: Cost { megabytes: 20, minutes: 4 },
    how: How::Cargo { program: "geckodriver", package: "geckodriver", version: "0.37.1" },
};

pub(crate) const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    why: "compares licences, versions and sources of crates with deny.toml",
    remedy: "cargo install --locked --version 0.20.2 cargo-deny",
    cost: Cost { megabytes: 60, minutes: 10 },
    how: How::Cargo { program: "cargo-deny", package: "cargo-deny", version: "0.20.2" },
};

pub(crate) const NODE: Tool = Tool {
    name: "Node.js 20 with npm",
    why: "runs the build and test tools that come from npm",
    remedy: "install Node.js 20 or newer from https://nodejs.org",
    cost: Cost { megabytes: 60, minutes: 1 },
    how: How::Packages { programs: &["npm"], packages: &["nodejs", "npm"] },
};

pub(crate) const NPM: Tool = Tool {
    name: "npm packages",
    why: "wasm-opt, esbuild, tsc, Playwright, axe, as package-lock.json names them",
    remedy: "npm ci, with access to registry.npmjs.org",
    cost: Cost { megabytes: 60, minutes: 1 },
    how: How::NpmPackages,
};

pub(crate) const CHROMIUM: Tool = Tool {
    name: "Chromium",
    why: "the browser that most tests run in",
    remedy: "install Chromium or Chrome so that it is found on the PATH",
    cost: Cost { megabytes: 150, minutes: 2 },
    how: How::Packages {
        programs: &["chromium", "chromium-browser", "google-chrome"],
        packages: &["chromium"],
    },
};

pub(crate) const CHROMEDRIVER: Tool = Tool {
    name: "ChromeDriver",
    why: "drives the browser in the tests",
    remedy: "install ChromeDriver of the same version as the browser",
    cost: Cost { megabytes: 10, minutes: 1 },
    how: How::Packages { programs: &["chromedriver"], packages: &["chromium-driver"] },
};

pub(crate) const FIREFOX: Tool = Tool {
    name: "Firefox",
    why: "runs the tests in another engine",
    remedy: "install Firefox so that it is found on the PATH",
    cost: Cost { megabytes: 80, minutes: 1 },
    how: How::Packages { programs: &["firefox-esr", "firefox"], packages: &["firefox-esr"] },
};

pub(crate) const WEBKIT: Tool = Tool {
    name: "WebKitGTK",
    why: "runs the tests in a third engine, with its driver",
    remedy: "install the WebDriver of WebKitGTK, which exists for Linux",
    cost: Cost { megabytes: 100, minutes: 2 },
    how: How::Packages { programs: &["WebKitWebDriver"], packages: &["webkit2gtk-driver"] },
};

pub(crate) const XVFB: Tool = Tool {
    name: "Xvfb",
    why: "is the screen of WebKitGTK in the tests",
    remedy: "install Xvfb, the X server without a screen",
    cost: Cost { megabytes: 10, minutes: 1 },
    how: How::Packages { programs: &["Xvfb"], packages: &["xvfb"] },
};

pub(crate) const OFFICE: Tool = Tool {
    name: "LibreOffice Writer",
    why: "reads the drafts (.docx) in the tests",
    remedy: "install LibreOffice Writer so that soffice is found on the PATH",
    cost: Cost { megabytes: 200, minutes: 3 },
    how: How::Packages { programs: &["soffice"], packages: &["libreoffice-writer-nogui"] },
};

pub(crate) const DICTIONARIES: Tool = Tool {
    name: "dictionaries",
    why: "the words that are shown are looked up in them",
    remedy: "install the Hunspell dictionaries of Kazakh, Russian and British English where Debian puts them: \
             /usr/share/hunspell",
    cost: Cost { megabytes: 2, minutes: 1 },
    how: How::Dictionaries { packages: &["hunspell-kk", "hunspell-ru", "hunspell-en-gb"] },
};
