//! Hashes with which people who maintain a site can verify the files.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256, Sha384};

use super::Files;
use crate::project::Outcome;

/// The script tag with which the browser verifies the loader.
pub(super) fn script_tag(package: &Files) -> Outcome<String> {
    let loader = package.get("adal-check.js").ok_or("dist/ has no adal-check.js")?;
    let integrity = fingerprint(loader);
    Ok(format!(
        r#"<script src="/adal/adal-check.js" integrity="{integrity}" crossorigin="anonymous" defer></script>"#
    ))
}

/// The hash of each file, in the format of the attribute `integrity`.
pub(super) fn integrity(package: &Files) -> Map<String, Value> {
    package.iter().map(|(path, bytes)| (path.clone(), fingerprint(bytes).into())).collect()
}

/// All hashes, in the format of `sha256sum --check`.
pub(super) fn sums(package: &Files) -> String {
    package.iter().fold(String::new(), |mut sums, (path, bytes)| {
        // Writing to a string cannot fail.
        let _ = writeln!(sums, "{}  {path}", hex::<Sha256>(bytes));
        sums
    })
}

/// A hash in hexadecimal digits.
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
