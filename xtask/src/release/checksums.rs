//! By what a person who puts the files on a site knows that they are those of the release.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256, Sha384};

use super::Files;
use crate::project::Outcome;

/// The script tag that lets the browser check the loader.
pub(super) fn script_tag(package: &Files) -> Outcome<String> {
    let loader = package.get("adal-check.js").ok_or("dist/ has no adal-check.js")?;
    let integrity = fingerprint(loader);
    Ok(format!(
        r#"<script src="/adal/adal-check.js" integrity="{integrity}" crossorigin="anonymous" defer></script>"#
    ))
}

/// The fingerprint of each file, as the attribute `integrity` takes it.
pub(super) fn integrity(package: &Files) -> Map<String, Value> {
    package.iter().map(|(path, bytes)| (path.clone(), fingerprint(bytes).into())).collect()
}

/// All files as `sha256sum --check` reads them.
pub(super) fn sums(package: &Files) -> String {
    package.iter().fold(String::new(), |mut sums, (path, bytes)| {
        // Writing to a text cannot fail.
        let _ = writeln!(sums, "{}  {path}", hex::<Sha256>(bytes));
        sums
    })
}

/// The hash of a file in hexadecimal digits.
pub(super) fn hex<H: Digest>(bytes: &[u8]) -> String {
    H::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn fingerprint(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::{Files, integrity, sums};

    #[test]
    fn hashes_are_written_as_browsers_and_sha256sum_read_them() {
        let package = Files::from([("a".to_owned(), b"1".to_vec())]);
        let sum = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b  a\n";
        assert_eq!(sums(&package), sum);
        // printf 1 | openssl dgst -sha384 -binary | openssl base64 -A
        let known = "sha384-R/BdNnsMMuQ4+2Pmz0pfNcKqL5DcdUP4pBoPlc6KQKMTq1zzYTSiBoxMlpy1Dbd2";
        assert_eq!(integrity(&package)["a"], known);
    }
}
