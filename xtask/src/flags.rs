//! The command line: `cargo xtask --help` prints it.

use std::path::PathBuf;

xflags::xflags! {
    /// The project's own tasks.
    cmd xtask {
        /// Install what the tests need, or what some phases of them need. Quiet when all is there.
        cmd setup {
            /// Phases of the tests; `development` is what the development page needs.
            repeated phase: String
        }
        /// Build everything and show it in pages of sites, on this machine. Installs only what that takes.
        cmd serve {
            optional port: u16
        }
        /// Run every check, one after another. Installs what each of them needs.
        cmd test {
            /// Run this phase only; dist/ is taken as it is.
            repeated --only phase: String
        }
        /// Check the rules that no compiler checks: imports, circles, citations, documentation, licences.
        cmd tidy {}
        /// Build dist/ and check its size and what it asks of the browser.
        cmd bundle {
            /// Write the list of what it may ask anew.
            optional --accept-imports
        }
        /// Build dist/ and pack it for sites and for npm, with hashes, parts and licences.
        cmd release {}
        /// Look up every word that is shown or documented in real dictionaries.
        cmd spelling {}
        /// Check, print, review, compare and amend the content.
        cmd content {
            /// Read all files, run the worked cases, follow every path; report all problems.
            cmd check {
                /// Another content folder.
                optional folder: PathBuf
            }
            /// Pack the content into target/content/blocks.html, or put it into a built adal-check.html in place of the
            /// content there.
            cmd pack {
                optional page: PathBuf
            }
            /// Write the decision tables to read and sign, and the amendment sheets.
            cmd tables {
                optional folder: PathBuf
            }
            /// Say who read and confirmed what, and how long the sentences are; of named clauses and situations the hashes
            /// and the lines for a confirmation.
            cmd status {
                repeated name: String
            }
            /// Write down that a reader has read the present texts.
            cmd review {
                /// second-reader, native-reader, translator, lawyer or officer.
                required reader: String
                /// Like 2026-11-22.
                required date: String
                /// Languages (all three if none is named), numbers of clauses and ids of situations (everything if none is
                /// named).
                repeated what: String
            }
            /// Print the lines for a reading that the Company adopts, and what it changes.
            cmd adopt {
                /// Its id in content/readings.toml.
                required reading: String
                /// The side: a or b.
                required side: String
            }
            /// Show two content folders before and after, for signing.
            cmd diff {
                required old: PathBuf
                required new: PathBuf
                /// The language of the labels: kk (if none is named), ru or en.
                optional lang: String
                /// Write a page for printing instead.
                optional --html file: PathBuf
            }
            /// Write the amendment sheet, a Word file.
            cmd amendment-sheet {
                /// The clauses in it; all of them if none is named.
                repeated clause: String
            }
        }
    }
}
