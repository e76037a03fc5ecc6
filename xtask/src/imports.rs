//! The browser functions that the program may call. Every import of the wasm module, described by the glue code that
//! implements it, must be in `imports.allow`, so that a new call, for example by a dependency, is noticed and
//! reviewed before it ships.
//!
//! Names alone are not enough: `new` is the name of every constructor. The glue code distinguishes `new Object()`
//! from `new WebSocket(…)`.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{Parser, Payload};

use crate::project::{Outcome, read_text, write};

const ALLOWED: &str = "xtask/imports.allow";
const ALLOWED_HEAD: &str = "\
# The browser functions that the program may call, one per line, in the form of its JavaScript glue code.
# argN are values of the program, text is a text of the program. The bundle fails on a call that is not in this list,
# and on a line that is not used. To accept a change, review each new line, then run:
#     cargo xtask bundle --accept-imports
";

/// Functions that send data, get around the policy, or store something. Never accepted.
const FORBIDDEN: [&str; 29] = [
    "BroadcastChannel",
    "EventSource",
    "Function",
    "SharedWorker",
    "WebTransport",
    "Worker",
    "XMLHttpRequest",
    "assign",
    "caches",
    "cookie",
    "cookieStore",
    "eval",
    "fetch",
    "fetchLater",
    "hash",
    "href",
    "importScripts",
    "indexedDB",
    "localStorage",
    "navigate",
    "open",
    "reload",
    "replace",
    "requestSubmit",
    "sendBeacon",
    "serviceWorker",
    "sessionStorage",
    "srcdoc",
    "submit",
];
const FORBIDDEN_BEGINNINGS: [&str; 4] = ["RTC", "WebSocket", "mozRTC", "webkitRTC"];

/// Compares the calls of the program with the list, in both directions.
pub(crate) fn check(wasm: &[u8], glue: &str) -> Outcome {
    let asked = calls(wasm, glue)?;
    let text = read_text(ALLOWED)?;
    let allowed: BTreeSet<String> = lines(&text).collect();
    let new = asked.difference(&allowed).map(|call| format!("not allowed: {call}"));
    let gone = allowed.difference(&asked).map(|call| format!("allowed, but not asked: {call}"));
    let problems: Vec<String> = new.chain(gone).collect();
    if problems.is_empty() {
        return Ok(());
    }
    Err(format!("The program's imports differ from {ALLOWED}:\n{}", problems.join("\n")))
}

/// Updates the list with the present calls of the program.
pub(crate) fn accept(wasm: &[u8], glue: &str) -> Outcome {
    let calls: Vec<String> = calls(wasm, glue)?.into_iter().collect();
    write(ALLOWED, format!("{ALLOWED_HEAD}\n{}\n", calls.join("\n")).as_bytes())
}

fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned)
}

/// The calls of the program. A forbidden call is an error even if it is in the list.
fn calls(wasm: &[u8], glue: &str) -> Outcome<BTreeSet<String>> {
    let bodies = glue_bodies(glue);
    let mut calls = BTreeSet::new();
    for name in import_names(wasm)? {
        let body = bodies.get(name.as_str());
        let body = body.ok_or_else(|| format!("import {name} is not served by the glue"))?;
        let call = essence(body);
        for word in words(&call).chain(words(name.trim_start_matches("__wbg_"))) {
            if is_forbidden(word) {
                return Err(format!("forbidden import {name}: {call}"));
            }
        }
        if !call.is_empty() {
            calls.insert(call);
        }
    }
    Ok(calls)
}

fn is_forbidden(word: &str) -> bool {
    FORBIDDEN.contains(&word) || FORBIDDEN_BEGINNINGS.iter().any(|begin| word.starts_with(begin))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_ascii_alphanumeric())
}

fn import_names(wasm: &[u8]) -> Outcome<Vec<String>> {
    let unreadable =
        |error: wasmparser::BinaryReaderError| format!("the wasm is unreadable: {error}");
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload.map_err(unreadable)? {
            for import in section.into_imports() {
                names.push(import.map_err(unreadable)?.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The lines of each function in the import object of the glue code, by import name.
fn glue_bodies(glue: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut bodies: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut current = "";
    for line in glue.lines() {
        let start = line.trim_start().split_once(": function(").map(|(name, _)| name);
        match start.filter(|name| name.starts_with("__wb")) {
            Some(name) => {
                current = name;
                bodies.insert(name, Vec::new());
            }
            None if line == "    };" => break,
            None => {
                if let Some(body) = bodies.get_mut(current) {
                    body.push(line.trim());
                }
            }
        }
    }
    bodies
}

/// What a function of the glue code does, without the conversion of values to and from the program's memory. Unknown
/// lines are kept, so that nothing can hide in them.
fn essence(body: &[&str]) -> String {
    let kept: Vec<String> =
        body.iter().filter(|line| !is_carrying(line)).map(|line| plain(line)).collect();
    kept.join("; ")
}

fn is_carrying(line: &str) -> bool {
    const LINES: [&str; 11] = [
        "",
        "try {",
        "} catch (_) {",
        "} finally {",
        "let result;",
        "result = false;",
        "}",
        "},",
        "}, arguments); },",
        "return ret;",
        "const ret = result;",
    ];
    const BEGINNINGS: [&str; 9] = [
        "// Cast intrinsic for ",
        "const len1 = WASM_VECTOR_LEN",
        "const ptr1 = pass",
        "deferred0_",
        "getDataViewMemory0().set",
        "let deferred0_",
        "var len1 = WASM_VECTOR_LEN",
        "var ptr1 = isLikeNone(ret) ? 0 : pass",
        "wasm.__wbindgen_export",
    ];
    let carried_back = line.starts_with("return ") && line.contains("(ret)");
    LINES.contains(&line) || BEGINNINGS.iter().any(|begin| line.starts_with(begin)) || carried_back
}

/// A line without what differs between builds.
fn plain(line: &str) -> String {
    let line = line.trim_end_matches(';');
    let line = line.strip_prefix("const ret = ").unwrap_or(line);
    let line = line.strip_prefix("result = ").unwrap_or(line);
    let line = replace_calls(line, "getObject(", |inner| inner.to_owned());
    let line = replace_calls(&line, "getStringFromWasm0(", |_| "text".to_owned());
    without_numbers(&line, "__wasm_bindgen_func_elem_")
}

/// Replaces each `opening…)` whose content has no brackets.
fn replace_calls(line: &str, opening: &str, replacement: impl Fn(&str) -> String) -> String {
    let mut parts = line.split(opening);
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(')') {
            Some((inner, rest)) => replaced.push_str(&(replacement(inner) + rest)),
            None => replaced.push_str(part),
        }
    }
    replaced
}

fn without_numbers(line: &str, before: &str) -> String {
    let mut parts = line.split(before);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        rest.push_str("program");
        rest.push_str(part.trim_start_matches(|character: char| character.is_ascii_digit()));
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::{essence, glue_bodies, is_forbidden, words};

    const GLUE: &str = "\
function __wbg_get_imports() {
    const import0 = {
        __wbg_createElement_fcbc0805de826d62: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = getObject(arg0).createElement(getStringFromWasm0(arg1, arg2));
            return addHeapObject(ret);
        }, arguments); },
        __wbg_new_da52cf8fe3429cb2: function(arg0, arg1) {
            const ret = new WebSocket(getStringFromWasm0(arg0, arg1));
            return addHeapObject(ret);
        },
        __wbindgen_cast_0000000000000001: function(arg0, arg1) {
            // Cast intrinsic for `F64 -> Externref`.
            const ret = makeClosure(arg0, arg1, __wasm_bindgen_func_elem_2648);
            return addHeapObject(ret);
        },
    };
    const later = fetch(1);
";

    fn call(name: &str) -> String {
        essence(&glue_bodies(GLUE)[name])
    }

    #[test]
    fn calls_are_read_out_of_the_glue() {
        assert_eq!(call("__wbg_createElement_fcbc0805de826d62"), "arg0.createElement(text)");
        assert_eq!(call("__wbg_new_da52cf8fe3429cb2"), "new WebSocket(text)");
        assert_eq!(call("__wbindgen_cast_0000000000000001"), "makeClosure(arg0, arg1, program)");
        assert_eq!(glue_bodies(GLUE).len(), 3);
    }

    #[test]
    fn ways_out_are_forbidden_under_every_name() {
        let forbidden = |call: &str| words(call).any(is_forbidden);
        assert!(forbidden("new WebSocket(text)"));
        assert!(forbidden("new webkitRTCPeerConnection()"));
        assert!(forbidden("arg0.href = text"));
        assert!(forbidden("arg0.fetch(arg1)"));
        assert!(!forbidden("arg0.replaceChild(arg1, arg2)"));
        assert!(!forbidden("arg0.createElement(text)"));
    }
}
