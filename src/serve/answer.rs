//! From a request to its answer.

use super::events::events;
use super::host::is_local;
use super::media_type::media_type;
use super::page;
use super::pages::{Entry, Pages};
use super::preview::Preview;
use super::search::Search;
use crate::resolve::percent_decode;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderName, LOCATION, X_CONTENT_TYPE_OPTIONS};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use tokio::sync::watch::Receiver;

const SCRIPT: &str = include_str!("browser/reload.js");
const STYLE: &str = include_str!("browser/reload.css");
/// Addresses of the search index.
const SEARCH: &str = "/search-index/";
const CROSS_ORIGIN: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Answers a request.
pub async fn answer(State(previews): State<Receiver<Arc<Preview>>>, request: Parts) -> Response {
    let mut response = respond(previews, &request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // Drafts are not for pages of other sites, not even as pictures in them.
    headers.insert(CROSS_ORIGIN, HeaderValue::from_static("same-origin"));
    response
}

async fn respond(previews: Receiver<Arc<Preview>>, request: &Parts) -> Response {
    if !is_local(&request.headers) {
        let text = "This preview answers only to the names localhost and 127.0.0.1.\n";
        return file(StatusCode::FORBIDDEN, "refused.txt", text);
    }
    if !matches!(request.method, Method::GET | Method::HEAD) {
        let refusal = file(StatusCode::METHOD_NOT_ALLOWED, "refused.txt", "A preview is only for reading.\n");
        return ([(ALLOW, "GET, HEAD")], refusal).into_response();
    }
    let preview = Arc::clone(&previews.borrow());
    match request.uri.path() {
        "/.waymark/events" => events(previews),
        "/.waymark/diagnostics.json" => file(StatusCode::OK, "diagnostics.json", preview.report()),
        "/.waymark/reload.js" => file(StatusCode::OK, "reload.js", SCRIPT),
        "/.waymark/reload.css" => file(StatusCode::OK, "reload.css", STYLE),
        _ => of_site(&preview, &request.uri).await,
    }
}

async fn of_site(preview: &Preview, uri: &Uri) -> Response {
    let Some(pages) = &preview.pages else {
        return file(StatusCode::SERVICE_UNAVAILABLE, "index.html", page::without_site(preview));
    };
    if let Some(name) = percent_decode(uri.path()).strip_prefix(SEARCH) {
        return match piece(preview.search.clone(), name.to_owned()).await {
            Some(bytes) => file(StatusCode::OK, name, bytes),
            None => not_found(preview, pages),
        };
    }
    match place(pages, uri.path()) {
        Place::File(path, entry) => match entry {
            Entry::Made(bytes) if media_type(&path).starts_with("text/html") => {
                file(StatusCode::OK, &path, page::with_script(bytes, preview))
            }
            Entry::Made(bytes) => file(StatusCode::OK, &path, bytes.clone()),
            Entry::Kept { file: from, .. } => {
                let from = from.clone();
                match tokio::task::spawn_blocking(move || std::fs::read(from)).await {
                    Ok(Ok(bytes)) => file(StatusCode::OK, &path, bytes),
                    _ => not_found(preview, pages),
                }
            }
        },
        Place::Folder => {
            let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            let location = format!("{}/{query}", uri.path());
            (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, location)]).into_response()
        }
        Place::Nowhere => not_found(preview, pages),
    }
}

/// A file of the search index; making the index takes a thread of its own.
async fn piece(search: Option<Arc<Search>>, name: String) -> Option<Bytes> {
    let search = search?;
    tokio::task::spawn_blocking(move || search.file(&name)).await.ok().flatten()
}

fn not_found(preview: &Preview, pages: &Pages) -> Response {
    match pages.get("404.html") {
        Some(Entry::Made(bytes)) => file(StatusCode::NOT_FOUND, "404.html", page::with_script(bytes, preview)),
        _ => file(StatusCode::NOT_FOUND, "404.txt", "There is no such page.\n"),
    }
}

/// What an address leads to.
enum Place<'a> {
    /// A file of the site.
    File(String, &'a Entry),
    /// A folder that was named without a slash at its end. Relative links of its page need the slash.
    Folder,
    /// Nothing.
    Nowhere,
}

/// Finds an address among the files of the site. Since it is looked up and never made into a path on
/// disk, `..` and its like lead nowhere.
fn place<'a>(pages: &'a Pages, address: &str) -> Place<'a> {
    let decoded = percent_decode(address);
    let mut path = decoded.strip_prefix('/').unwrap_or(&decoded).to_owned();
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    match pages.get(&path) {
        Some(entry) => Place::File(path, entry),
        None if pages.has(&format!("{path}/index.html")) => Place::Folder,
        None => Place::Nowhere,
    }
}

fn file(status: StatusCode, name: &str, body: impl Into<Body>) -> Response {
    (status, [(CONTENT_TYPE, media_type(name))], body.into()).into_response()
}
