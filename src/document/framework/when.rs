//! When a response applies: `level 3 to 4; harm cse, csa; ages 10-12`. Every part must fit.

use super::cells::{Unread, age_band, id, items, levels, one_of, place};
use super::indicator::IndicatorKind;
use super::response::Trigger;
use crate::suggest::did_you_mean;
use std::collections::BTreeSet;

const PARTS: &[&str] = &["always", "level", "harm", "sign", "kind", "ages"];
const HINT: &str = "such as level 3 to 4; harm cse, csa – or always";

/// Reads a condition.
pub fn read(text: &str) -> Result<Trigger, Unread> {
    let parts: Vec<(usize, &str)> = items(text, ';').collect();
    let mut trigger = Trigger::default();
    let mut seen = BTreeSet::new();
    for part in &parts {
        let (word, rest) = part.1.split_once(char::is_whitespace).unwrap_or((part.1, ""));
        let name = name_of(word);
        let Some(name) = name else {
            let hint = did_you_mean(&word.to_lowercase(), PARTS.iter().copied()).unwrap_or_else(|| HINT.to_owned());
            return Err(Unread::new(part.0..part.0 + word.len(), format!("`{word}` begins no condition"), hint));
        };
        if !seen.insert(name) {
            let message = format!("`{name}` stands twice");
            return Err(Unread::new(place(*part), message, "join what they name: level 3 to 4, or harm cse, csa"));
        }
        let start = part.0 + part.1.len() - rest.trim_start().len();
        let values = (start, rest.trim());
        fill(&mut trigger, name, values, place(*part))?;
    }
    if parts.is_empty() || (seen.contains("always") && parts.len() > 1) {
        return Err(Unread::new(0..text.len(), "this says not when it applies", HINT));
    }
    Ok(trigger)
}

/// The part that a word begins; one or many, it means the same.
fn name_of(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    let single = lower.trim_end_matches('s');
    PARTS.iter().copied().find(|part| part.trim_end_matches('s') == single)
}

fn fill(trigger: &mut Trigger, name: &str, values: (usize, &str), whole: std::ops::Range<usize>) -> Result<(), Unread> {
    if name == "always" {
        let is_alone = values.1.is_empty();
        return if is_alone { Ok(()) } else { Err(Unread::new(whole, "`always` stands alone", HINT)) };
    }
    if values.1.is_empty() {
        return Err(Unread::new(whole, format!("`{name}` names nothing"), HINT));
    }
    let each = || items(values.1, ',').map(|(at, item)| (values.0 + at, item));
    match name {
        "level" => trigger.levels = Some(levels(values)?),
        "harm" => trigger.harms = each().map(id).collect::<Result<_, _>>()?,
        "sign" => trigger.indicators = each().map(id).collect::<Result<_, _>>()?,
        "kind" => {
            let kind = |item| one_of(item, IndicatorKind::written, IndicatorKind::NAMES);
            trigger.kinds = each().map(kind).collect::<Result<_, _>>()?;
        }
        _ => trigger.ages = each().map(age_band).collect::<Result<_, _>>()?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::framework::indicator::{AgeBand, Levels};

    #[test]
    fn every_part_is_read() {
        let read = read("Level 3 to 4; harms cse, csa; sign second-phone; kind harm, Sign of risk; ages 10–12, 13-15");
        let trigger = Trigger {
            levels: Some(Levels { lowest: 3, highest: 4 }),
            harms: vec!["cse".to_owned(), "csa".to_owned()],
            indicators: vec!["second-phone".to_owned()],
            kinds: vec![IndicatorKind::HarmIndicator, IndicatorKind::RiskIndicator],
            ages: vec![AgeBand::TenToTwelve, AgeBand::ThirteenToFifteen],
        };
        assert_eq!(read, Ok(trigger));
        assert_eq!(super::read(" always "), Ok(Trigger::default()));
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        for (text, place) in [
            ("", 0..0),
            ("level four", 6..10),
            ("harm cse; levle 3", 10..15),
            ("level 3; level 4", 9..16),
            ("always; level 3", 0..15),
            ("harm", 0..4),
            ("ages 11", 5..7),
            ("sign Second phone", 5..17),
        ] {
            assert_eq!(read(text).err().map(|unread| unread.range), Some(place), "{text}");
        }
    }
}
