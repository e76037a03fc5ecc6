//! The files that are shipped as pages: everything stands inside, and their own policy keeps everything else out.

use adal_core::{bytes_of_text, text_of_bytes};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::project::Outcome;

/// The languages, the one that is shown without JavaScript first.
pub(crate) const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// What the file is made of.
pub(crate) struct Ingredients {
    /// All styles.
    pub(crate) style: String,
    /// The boot script with the glue of the program.
    pub(crate) script: String,
    /// The start pages, in the order of `LANGUAGES`.
    pub(crate) start_pages: Vec<String>,
    /// The content, as elements.
    pub(crate) content: String,
    /// The program.
    pub(crate) program: Vec<u8>,
}

/// What tools of sites that delay, move or change scripts are asked by not to do so here.
const KEEP: &str = "data-cfasync=\"false\" data-no-optimize=\"1\" data-no-defer=\"1\" data-no-minify=\"1\" data-skip-moving=\"true\"";

const PROGRAM_BEGINS: &str = "<script type=\"text/plain\" id=\"adal-program\">";

/// A server may say that pages are in windows-1251: what begins with this mark is UTF-8 all the same.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Puts the file together. The script stands before the program: on a slow line the start page works while the rest is
/// still on its way.
pub(crate) fn assemble(ingredients: &Ingredients) -> Outcome<String> {
    let Ingredients { style, script, start_pages, content, program } = ingredients;
    for (page, lang) in start_pages.iter().zip(LANGUAGES) {
        check_start_page(page).map_err(|problem| format!("start.{lang}.html {problem}"))?;
    }
    check_inline("the style", style, "</style")?;
    check_inline("the script", script, "</script")?;
    let [first, others @ ..] = start_pages.as_slice() else {
        return Err("there is no start page".to_owned());
    };
    let policy = policy(style, script);
    let title = title(first)?;
    let lang = LANGUAGES[0];
    let others: String =
        others.iter().map(|page| format!("<template>{page}</template>\n")).collect();
    let program = text_of_bytes(program);
    Ok(format!(
        "{BYTE_ORDER_MARK}<!doctype html>
<html lang=\"{lang}\" translate=\"no\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
<meta name=\"referrer\" content=\"no-referrer\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<div id=\"adal\">{first}</div>
{others}<script {KEEP}>{script}</script>
{content}{PROGRAM_BEGINS}{program}</script>
</body>
</html>
"
    ))
}

/// Takes a file apart that `assemble` put together: what stays the same with another content, and the form of content that
/// its program reads.
pub(crate) fn take_apart(file: &str) -> Outcome<(Ingredients, String)> {
    let style = between(file, "<style>", "</style>")?.to_owned();
    let script = between(file, &format!("<script {KEEP}>"), "</script>")?.to_owned();
    let program = between(file, PROGRAM_BEGINS, "</script>")?;
    let program = bytes_of_text(program).ok_or("its program is damaged")?;
    let schema = between(file, "data-schema=\"", "\"")?.to_owned();
    let (start_pages, content) = (Vec::new(), String::new());
    Ok((Ingredients { style, script, start_pages, content, program }, schema))
}

fn between<'f>(file: &'f str, begin: &str, end: &str) -> Outcome<&'f str> {
    let inside = file.split_once(begin).and_then(|(_, rest)| rest.split_once(end));
    inside.map(|(inside, _)| inside).ok_or_else(|| format!("it has no {begin}"))
}

/// Puts a static edition together: a page without script, whose policy knows nothing but its style.
pub(crate) fn assemble_edition(lang: &str, style: &str, body: &str) -> Outcome<String> {
    check_rendered(body).map_err(|problem| format!("standard.{lang}.html {problem}"))?;
    check_inline("the style", style, "</style")?;
    let title = title(body)?;
    let fingerprint = fingerprint(style);
    Ok(format!(
        "<!doctype html>
<html lang=\"{lang}\" translate=\"no\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; style-src '{fingerprint}'\">
<meta name=\"referrer\" content=\"no-referrer\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"
    ))
}

/// No request, no frame, no form, no navigation by base; one style and one script, known by their hashes; and no text
/// ever becomes code.
fn policy(style: &str, script: &str) -> String {
    [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        &format!("script-src '{}' 'wasm-unsafe-eval'", fingerprint(script)),
        &format!("style-src '{}'", fingerprint(style)),
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

fn fingerprint(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// The words of the first heading, as the title of the page.
fn title(page: &str) -> Outcome<String> {
    let heading = page.split_once("<h1").and_then(|(_, rest)| rest.split_once("</h1>"));
    let (heading, _) = heading.ok_or("the start page has no h1")?;
    let (_, inner) = heading.split_once('>').ok_or("the h1 of the start page has no end")?;
    let words = inner.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    Ok(words.collect())
}

/// What the boot script relies on.
fn check_start_page(page: &str) -> Outcome {
    const NEEDED: [&str; 4] = ["<h1", "data-failed", "data-action=\"continue\"", "data-lang=\""];
    if let Some(missing) = NEEDED.iter().find(|part| !page.contains(**part)) {
        return Err(format!("has no {missing}"));
    }
    check_rendered(page)
}

/// What the policy would silently refuse.
fn check_rendered(page: &str) -> Outcome {
    const REFUSED: [&str; 4] = ["<script", " style=\"", " src=\"", " onclick=\""];
    REFUSED
        .iter()
        .find(|part| page.contains(**part))
        .map_or(Ok(()), |part| Err(format!("has {part}, which the page's policy refuses")))
}

/// Text that would end its element too early, or that the HTML parser reads in another way than the hash.
fn check_inline(what: &str, text: &str, end: &str) -> Outcome {
    for bad in [end, "<!--", "\r"] {
        if text.to_ascii_lowercase().contains(bad) {
            return Err(format!("{what} holds {bad:?} and cannot stand in the file"));
        }
    }
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::{Ingredients, assemble, assemble_edition, take_apart};

    fn page(lang: &str) -> String {
        format!(
            "<div class=\"adal\" lang=\"{lang}\"><h1 id=\"h\">A <em>b</em> &amp; c</h1><p data-failed=\"\" hidden></p>\
             <button data-lang=\"ru\"></button><button data-action=\"continue\"></button></div>"
        )
    }

    fn ingredients(first: String) -> Ingredients {
        Ingredients {
            style: "p{}".to_owned(),
            script: "1".to_owned(),
            start_pages: vec![first, page("ru"), page("en")],
            content: "<script type=\"text/plain\" id=\"adal-content\">x</script>\n".to_owned(),
            program: vec![1, 2, 3],
        }
    }

    #[test]
    fn policy_stands_before_all_that_it_governs_and_knows_the_script() {
        let file = assemble(&ingredients(page("kk"))).unwrap();
        let policy = file.find("Content-Security-Policy").unwrap();
        assert!(policy < file.find("<style").unwrap() && policy < file.find("<script").unwrap());
        // sha256 of "1", in base64.
        assert!(file.contains("script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"));
        assert!(file.contains("<title>A b &amp; c</title>"));
        assert_eq!(file.matches("<template>").count(), 2);
    }

    #[test]
    fn a_file_is_the_same_after_it_was_taken_apart_and_put_together() {
        let mut whole = ingredients(page("kk"));
        whole.content = "<script data-schema=\"5\">x</script>\n".to_owned();
        let file = assemble(&whole).unwrap();
        let (same, schema) = take_apart(&file).unwrap();
        assert_eq!(schema, "5");
        let again = Ingredients { start_pages: whole.start_pages, content: whole.content, ..same };
        assert_eq!(assemble(&again).unwrap(), file);
        assert!(take_apart("<style></style>").is_err());
    }

    #[test]
    fn what_the_policy_would_refuse_is_a_problem() {
        let styled = page("kk").replace("<h1", "<h1 style=\"color: red\"");
        let problem = assemble(&ingredients(styled)).unwrap_err();
        assert!(problem.contains("start.kk.html") && problem.contains("style"), "{problem}");
    }

    #[test]
    fn static_edition_has_no_script_and_its_policy_lets_none_in() {
        let file = assemble_edition("kk", "p{}", "<h1>A</h1>").unwrap();
        assert!(file.contains("default-src 'none'") && !file.contains("script"));
        assert!(assemble_edition("kk", "p{}", "<h1>A</h1><script>1</script>").is_err());
    }

    #[test]
    fn script_that_would_end_early_is_a_problem() {
        let mut ingredients = ingredients(page("kk"));
        ingredients.script = "'</SCRIPT>'".to_owned();
        assert!(assemble(&ingredients).is_err());
    }
}
