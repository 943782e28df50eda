//! Pages as the preview serves them: with the script that follows the site.

use super::preview::Preview;
use pulldown_cmark_escape::escape_html;

const BODY_END: &[u8] = b"</body>";

/// A page of the site with the script before the end of its body.
pub fn with_script(page: &[u8], preview: &Preview) -> Vec<u8> {
    let script = format!("<script src=\"/.waymark/reload.js\" data-pages=\"{}\" defer></script>\n", preview.pages_mark);
    insert(page, script.as_bytes())
}

/// What is shown in place of every page while there has been no good build: the list of findings.
pub fn without_site(preview: &Preview) -> Vec<u8> {
    let mut text = String::new();
    // Writing into memory cannot fail.
    let _ = escape_html(&mut text, &preview.findings.text);
    format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{summary} — Waymark</title>
<link rel="stylesheet" href="/.waymark/reload.css">
</head>
<body class="plain">
<main>
<h1>This site cannot be shown yet: {summary}</h1>
<p>Put right what is listed here and save. This page then turns into the site by itself.</p>
<pre tabindex="0">{text}</pre>
</main>
<script src="/.waymark/reload.js" data-pages="{pages}" data-findings="{findings}" defer></script>
</body>
</html>
"#,
        summary = preview.findings.summary(),
        pages = preview.pages_mark,
        findings = preview.findings_mark,
    )
    .into_bytes()
}

/// A page may leave out `</body>`; a script after its last line is still part of the body.
fn insert(page: &[u8], script: &[u8]) -> Vec<u8> {
    let end =
        page.windows(BODY_END.len()).rposition(|window| window.eq_ignore_ascii_case(BODY_END)).unwrap_or(page.len());
    [&page[..end], script, &page[end..]].concat()
}

#[cfg(test)]
mod tests {
    use super::insert;

    #[test]
    fn the_script_stands_before_the_last_end_of_the_body() {
        assert_eq!(insert(b"<p></body>x</BODY></html>", b"S"), b"<p></body>xS</BODY></html>");
        assert_eq!(insert(b"<p>t\xff", b"S"), b"<p>t\xffS");
        assert_eq!(insert(b"", b"S"), b"S");
    }
}
