//! A row of `::: overrides`.

use super::reading::Reading;
use crate::document::framework::cells::{duty, id};
use crate::document::framework::response::Override;
use crate::document::framework::when;

/// Reads a row. `None` if what it must have cannot be read, which has been reported.
pub fn read(row: &mut Reading) -> Option<Override> {
    let own_id = row.id();
    let when = row.required_one("When", |(at, text)| when::read(text).map_err(|unread| unread.at(at)));
    let then = row.required_one("Then", id);
    let duty = row.required_one("Duty", duty);
    Some(Override {
        id: own_id?,
        when: when?,
        then: then?,
        duty: duty?,
        why: row.words("Why"),
        links: row.links(),
        span: row.span(),
    })
}
