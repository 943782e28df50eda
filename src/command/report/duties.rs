//! `waymark report duties`: who must, should and may do what, by when and on what basis.

use super::entry::Entry;
use crate::document::framework::party::{Agency, Party};
use crate::document::framework::response::{Consent, Response, Within};
use crate::document::meta::Status;
use crate::render::thresholds::basis_in_words;
use crate::site::{PageId, Site};
use crate::thresholds::applied::Part;
use crate::thresholds::compare::{said_of_ladder, trigger_in_words};
use crate::timescale::in_words;
use serde_json::{Value, json};

/// Every response of every framework, or those in which an agency has a part.
pub fn entries(site: &Site, agency: Option<Agency>) -> Vec<Entry> {
    let gone =
        |id: &&PageId| matches!(site.page(**id).document.meta.status, Some(Status::Superseded | Status::Withdrawn));
    let frameworks = site.thresholds.frameworks.iter().filter(|id| !gone(id));
    frameworks.flat_map(|id| of_framework(site, *id, agency)).collect()
}

fn of_framework(site: &Site, id: PageId, agency: Option<Agency>) -> Vec<Entry> {
    let Some(applied) = site.applied(id) else { return Vec::new() };
    let mut owed: Vec<&Part<Response>> = applied.responses.iter().filter(|part| part.applies()).collect();
    owed.retain(|part| agency.is_none_or(|agency| has_part(part.part, agency)));
    owed.sort_by_key(|part| part.part.duty.value);
    owed.into_iter().map(|part| entry(site, id, part)).collect()
}

/// Whether an agency leads, takes part or is told; what anyone or everybody does is everybody's.
fn has_part(response: &Response, agency: Agency) -> bool {
    let lead = response.lead.iter().map(|lead| &lead.value);
    let mut parties = lead.chain(&response.with).chain(&response.inform).map(|party| party.agency);
    parties.any(|one| one == agency || matches!(one, Agency::Anyone | Agency::AllAgencies))
}

fn entry(site: &Site, id: PageId, part: &Part<Response>) -> Entry {
    let response = part.part;
    let duty = response.duty.value;
    let lead = response.lead.as_ref().map(|lead| in_full(&lead.value));
    let within = response.within.as_ref().map(|within| by_when(site, &within.value));
    let feedback = response.feedback_due.as_ref().map(|within| by_when(site, &within.value));
    let when = trigger_in_words(&response.trigger.value);
    let ladder = site.applied(id).map(|applied| said_of_ladder(applied.if_not_agreed(response), &site.timescales));
    let ladder = ladder.filter(|ladder| !ladder.is_empty());
    let route = response.route.as_ref().map(|route| route.value.as_str());
    let consent = response.consent.map(Consent::name);
    let form = response.form.as_ref().map(|form| form.words.as_str());
    let basis = Some(basis_in_words(site, id, part)).filter(|basis| !basis.is_empty());
    let page = site.page(id);
    let together = [("with", &response.with), ("inform", &response.inform)];
    let mut lines: Vec<String> = vec![format!("when: {when}")];
    lines.extend(within.as_ref().map(|within| format!("by when: {within}")));
    lines.extend(
        together.iter().filter(|(_, all)| !all.is_empty()).map(|(name, all)| format!("{name}: {}", listed(all))),
    );
    lines.extend(basis.as_ref().map(|basis| format!("basis: {basis}")));
    lines.extend(form.map(|form| format!("form: {form}")));
    lines.extend(response.record.as_ref().map(|record| format!("write down: {record}")));
    lines.extend(feedback.as_ref().map(|feedback| format!("feedback due: {feedback}")));
    lines.push(format!("{} ({})", page.title(), response.id.value));
    Entry {
        title: format!(
            "{} {}: {}",
            duty.label().to_uppercase(),
            lead.as_deref().unwrap_or("anyone"),
            response.action.value
        ),
        lines,
        json: json!({
            "framework": page.document.id(),
            "id": response.id.value,
            "duty": duty.name(),
            "lead": lead,
            "with": names(&response.with),
            "inform": names(&response.inform),
            "action": response.action.value,
            "when": when,
            "within": within,
            "consent": consent,
            "route": route,
            "form": form,
            "record": response.record,
            "feedback_due": feedback,
            "if_not_agreed": ladder,
            "basis": basis,
            "local": part.is_local(),
            "url": format!("{}#{}", page.duties_url(), response.id.value),
        }),
    }
}

fn by_when(site: &Site, within: &Within) -> String {
    match within {
        Within::Immediately => "immediately".to_owned(),
        Within::Own(limit) => in_words(limit),
        Within::Defined(id) => {
            let timescale = site.timescales.iter().find(|timescale| timescale.id.value == *id);
            timescale.map_or_else(|| id.clone(), |timescale| in_words(&timescale.limit))
        }
    }
}

fn in_full(party: &Party) -> String {
    match &party.role {
        Some(role) => format!("{} ({role})", party.agency.label()),
        None => party.agency.label().to_owned(),
    }
}

fn listed(parties: &[Party]) -> String {
    parties.iter().map(in_full).collect::<Vec<_>>().join(", ")
}

fn names(parties: &[Party]) -> Value {
    parties.iter().map(in_full).collect()
}
