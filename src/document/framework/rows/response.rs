//! A row of `::: responses`.

use super::reading::Reading;
use crate::document::framework::cells::{Unread, duty, id, one_of, party};
use crate::document::framework::response::{Consent, Response, Within, Worded};
use crate::document::framework::{when, within};
use crate::source::Spanned;

/// Reads a row. `None` if what it must have cannot be read, which has been reported.
pub fn read(row: &mut Reading) -> Option<Response> {
    let own_id = row.id();
    let duty = row.required_one("Duty", duty);
    let action = row.required("Action");
    let trigger = row.required_one("When", |(at, text)| when::read(text).map_err(|unread| unread.at(at)));
    let lead = row.one("Lead", one_party);
    let with = row.plain_list("With", party);
    let inform = row.plain_list("Inform", party);
    let within = row.one("Within", limit);
    let consent = row.one("Consent", |item| one_of(item, Consent::written, Consent::NAMES));
    let basis = worded(row, "Basis");
    let form = worded(row, "Form");
    let route = row.one("Route", id);
    let feedback_due = row.one("Feedback due", limit);
    let if_not_agreed = row.one("If not agreed", id);
    Some(Response {
        id: own_id?,
        duty: duty?,
        action: action?.spanned(),
        trigger: trigger?,
        lead,
        with,
        inform,
        within,
        consent: consent.map(|consent| consent.value),
        basis,
        form,
        route,
        record: row.words("Record"),
        feedback_due,
        if_not_agreed,
        span: row.span(),
    })
}

fn limit((at, text): (usize, &str)) -> Result<Within, Unread> {
    within::read(text).map_err(|unread| unread.at(at))
}

/// A cell with its markup. Outside a table a | needs no backslash.
fn worded(row: &Reading, name: &str) -> Option<Worded> {
    let value = row.value(name)?;
    Some(Worded {
        text: Spanned { value: value.markdown.replace("\\|", "|"), span: value.span },
        words: value.text,
        links: value.links,
    })
}

/// Who leads is one agency: who leads with others leads nothing.
fn one_party(item: (usize, &str)) -> Result<crate::document::framework::party::Party, Unread> {
    let named = crate::document::framework::cells::items(item.1, ',').count();
    if named > 1 {
        let range = item.0..item.0 + item.1.len();
        return Err(Unread::new(range, "more than one agency leads", "name one, and the others under With"));
    }
    party(item)
}
