//! The command line. These comments are the output of `cargo xtask --help`.

use std::path::PathBuf;

xflags::xflags! {
    /// Tasks of the project.
    cmd xtask {
        /// Install what the tests need, or what some phases need.
        cmd setup {
            /// Phases of the tests, or `development` for the development page.
            repeated phase: String
        }
        /// Build everything and show it on sample sites, on this machine only. Installs only what the build needs.
        cmd serve {
            optional port: u16
        }
        /// Run every check. Installs what each of them needs.
        cmd test {
            /// Run only this phase, with the present dist/. Can be repeated.
            repeated --only phase: String
        }
        /// Check rules that no compiler checks: imports, circles, citations, documentation, licences.
        cmd tidy {}
        /// Build dist/, and check its sizes and the browser functions that it calls.
        cmd bundle {
            /// Update the list of browser functions that it may call.
            optional --accept-imports
        }
        /// Build dist/ and pack it for sites and for npm, with hashes, dependencies and licences.
        cmd release {}
        /// Look up every word of the content and the documents in dictionaries.
        cmd spelling {}
        /// Check, print, review, compare and amend the content.
        cmd content {
            /// Read all files, run the worked cases, follow every path, and report all problems.
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
            /// Show who has read and confirmed what, and how long the sentences are. For named clauses and
            /// situations, print the hashes and the lines for a confirmation.
            cmd status {
                repeated name: String
            }
            /// Record that a reader has read the present texts.
            cmd review {
                /// second-reader, native-reader, translator, lawyer or officer.
                required reader: String
                /// For example 2026-11-22.
                required date: String
                /// Languages (by default all three), numbers of clauses and ids of situations (by default
                /// everything).
                repeated what: String
            }
            /// Print the lines for adopting a reading, and what it changes.
            cmd adopt {
                /// Its id in content/readings.toml.
                required reading: String
                /// The side: a or b.
                required side: String
            }
            /// Compare two content folders, for signing.
            cmd diff {
                required old: PathBuf
                required new: PathBuf
                /// The language of the labels: kk (the default), ru or en.
                optional lang: String
                /// Write a page for printing instead.
                optional --html file: PathBuf
            }
            /// Write the amendment sheet, a Word file.
            cmd amendment-sheet {
                /// The clauses in it, by default all.
                repeated clause: String
            }
        }
    }
}
