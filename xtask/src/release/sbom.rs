//! The list of components in CycloneDX 1.6. It contains no time and no random number, so it is reproducible.

use serde_json::{Value, json};
use sha2::Sha384;

use super::checksums::hex;
use super::components::{Component, Origin};
use crate::project::Outcome;

/// The list for a program, with the hash of the file that contains it.
pub(super) fn render(components: &[Component], file: &str, bytes: &[u8]) -> Outcome<Value> {
    let (program, parts) = components.split_first().ok_or("nothing is built in")?;
    let mut about = describe(program, "application");
    about["components"] = json!([{
        "type": "file",
        "name": file,
        "hashes": [{ "alg": "SHA-384", "content": hex::<Sha384>(bytes) }],
    }]);
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": about },
        "components": parts.iter().map(|part| describe(part, "library")).collect::<Vec<_>>(),
        "dependencies": components
            .iter()
            .map(|part| json!({ "ref": part.reference(), "dependsOn": part.uses }))
            .collect::<Vec<_>>(),
    }))
}

fn describe(part: &Component, kind: &str) -> Value {
    let reference = part.reference();
    let mut described = json!({
        "type": kind,
        "bom-ref": reference,
        "name": part.name,
        "version": part.version,
        "licenses": [{ "expression": part.licence }],
    });
    // The project's own crates are in no registry.
    if part.origin != Origin::Own {
        described["purl"] = json!(reference);
    }
    if let Some(checksum) = &part.checksum {
        described["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if let Some(repository) = &part.repository {
        described["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    described
}
