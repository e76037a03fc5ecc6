//! The modules of a crate and their imports, read from the tokens of their files. Macros are included; comments and
//! strings are not.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::project::{Outcome, all_files, read_text};

/// The path of a module within its crate: `["ui", "parts", "notice"]`.
pub(super) type Name = Vec<String>;

/// A module, which is one file.
#[derive(Debug, Default)]
pub(super) struct Module {
    /// The modules of its own crate that it refers to.
    pub(super) imports: BTreeSet<Name>,
    /// The first names of paths, including other crates.
    pub(super) beginnings: BTreeSet<String>,
}

/// All modules below a folder, including the programs in `bin/`.
pub(super) fn modules(folder: &str) -> Outcome<BTreeMap<Name, Module>> {
    let mut texts = BTreeMap::new();
    for file in all_files(folder, "rs")? {
        let path = file.trim_start_matches(folder).trim_matches('/').trim_end_matches(".rs");
        texts.insert(name(path), (read_text(&file)?, file));
    }
    let known: BTreeSet<Name> = texts.keys().cloned().collect();
    let read = |(name, (text, file)): (Name, (String, String))| {
        let module = module(&name, &text, &known).map_err(|error| format!("{file}: {error}"))?;
        Ok((name, module))
    };
    texts.into_iter().map(read).collect()
}

/// `ui/parts/notice` is a module below `ui/parts`; `lib` and `main` are the crate itself.
fn name(path: &str) -> Name {
    match path {
        "lib" | "main" => Name::new(),
        path => path.split('/').map(str::to_owned).collect(),
    }
}

fn module(name: &Name, text: &str, known: &BTreeSet<Name>) -> Outcome<Module> {
    let tokens: TokenStream = text.parse().map_err(|error| format!("{error}"))?;
    let mut paths = Vec::new();
    collect(tokens, &mut paths);
    let mut module = Module::default();
    for path in paths {
        module.beginnings.extend(path.first().cloned());
        module.imports.extend(resolve(name, &path, known).filter(|import| import != name));
    }
    Ok(module)
}

/// The module of this crate that a path refers to, if any.
fn resolve(from: &Name, path: &[String], known: &BTreeSet<Name>) -> Option<Name> {
    let (mut place, rest) = match path.first()?.as_str() {
        "crate" | "adal_check" => (Name::new(), &path[1..]),
        "super" => (from.clone(), path),
        _ => return None,
    };
    for part in rest {
        if part == "super" {
            place.pop()?;
            continue;
        }
        place.push(part.clone());
        if !known.contains(&place) {
            place.pop();
            break;
        }
    }
    Some(place)
}

/// All paths of at least two names, with those of `use a::{b, c}` expanded. Test modules are skipped.
fn collect(tokens: TokenStream, paths: &mut Vec<Vec<String>>) {
    let mut tokens = tokens.into_iter().peekable();
    let mut for_tests = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) => path(vec![ident.to_string()], &mut tokens, paths),
            TokenTree::Group(group) => {
                if is_for_tests(&group) {
                    for_tests = true;
                } else if for_tests && group.delimiter() == Delimiter::Brace {
                    for_tests = false;
                } else {
                    collect(group.stream(), paths);
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => for_tests = false,
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether this is the attribute `cfg(test)` without its `#`.
pub(super) fn is_for_tests(group: &Group) -> bool {
    let is_attribute = group.delimiter() == Delimiter::Bracket;
    is_attribute && group.stream().to_string().replace(' ', "") == "cfg(test)"
}

/// Follows a path after its first name, into the braces of a `use`.
fn path(
    mut begun: Vec<String>,
    tokens: &mut Peekable<impl Iterator<Item = TokenTree>>,
    paths: &mut Vec<Vec<String>>,
) {
    while colons(tokens) {
        match tokens.next() {
            Some(TokenTree::Ident(ident)) => begun.push(ident.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let mut inside = group.stream().into_iter().peekable();
                while let Some(token) = inside.next() {
                    if let TokenTree::Ident(ident) = token {
                        let longer = [begun.clone(), vec![ident.to_string()]].concat();
                        path(longer, &mut inside, paths);
                    }
                }
                return;
            }
            _ => break,
        }
    }
    if begun.len() > 1 {
        paths.push(begun);
    }
}

fn colons(tokens: &mut Peekable<impl Iterator<Item = TokenTree>>) -> bool {
    let colon = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ':');
    if tokens.peek().is_some_and(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == ':' && p.spacing() == proc_macro2::Spacing::Joint)) {
        tokens.next();
        return tokens.next_if(colon).is_some();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> BTreeSet<Name> {
        ["", "ui", "ui/app", "ui/parts", "ui/parts/notice", "words"].map(name_or_crate).into()
    }

    fn name_or_crate(path: &str) -> Name {
        if path.is_empty() { Name::new() } else { name(path) }
    }

    fn imports(text: &str) -> Vec<String> {
        let module = module(&name("ui/app"), text, &known()).unwrap_or_default();
        module.imports.iter().map(|name| name.join("/")).collect()
    }

    #[test]
    fn the_longest_module_of_a_path_is_imported() {
        assert_eq!(imports("use crate::ui::parts::notice::{Notice, Tone};"), ["ui/parts/notice"]);
        assert_eq!(imports("use crate::{ui::parts, words::Words};"), ["ui/parts", "words"]);
        assert_eq!(imports("use super::{parts::notice::Tone, Props};"), ["ui", "ui/parts/notice"]);
        assert_eq!(imports("use adal_core::words; use crate::ui::app::X;"), Vec::<String>::new());
    }

    #[test]
    fn paths_in_macros_count_and_comments_texts_and_tests_do_not() {
        assert_eq!(imports("fn f() { html! { <b>{ crate::words::say() }</b> } }"), ["words"]);
        assert_eq!(imports("/// [`crate::words`]\nfn f() { \"crate::words::say\"; }"), [""; 0]);
        assert_eq!(imports("#[cfg(test)] mod tests { use crate::words::Words; }"), [""; 0]);
        assert_eq!(imports("#[cfg(test)] use crate::ui::x; use crate::words::W;"), ["ui", "words"]);
    }
}
