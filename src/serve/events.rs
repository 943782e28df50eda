//! Tells browsers that there is something new.

use super::preview::Preview;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde::Serialize;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch::Receiver;

/// How soon a browser looks again for a preview that was ended and may be started anew.
const RETRY: Duration = Duration::from_millis(500);

/// What an event tells: enough for a page to know whether it is the newest.
#[derive(Serialize)]
struct State {
    pages: String,
    findings: String,
    errors: usize,
    warnings: usize,
}

/// The state now, and then at every change. A browser that is slow to read misses states in between,
/// never the newest; one that does not read at all costs nothing.
pub fn events(mut previews: Receiver<Arc<Preview>>) -> Response {
    previews.mark_changed();
    let events = stream::unfold(previews, |mut previews| async move {
        previews.changed().await.ok()?;
        let event = event(&previews.borrow_and_update());
        Some((Ok::<Event, Infallible>(event), previews))
    });
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

fn event(preview: &Preview) -> Event {
    let state = State {
        pages: preview.pages_mark.to_string(),
        findings: preview.findings_mark.to_string(),
        errors: preview.findings.errors,
        warnings: preview.findings.warnings,
    };
    let text = serde_json::to_string(&state).unwrap_or_default();
    Event::default().retry(RETRY).data(text)
}
