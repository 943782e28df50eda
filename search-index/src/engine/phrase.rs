//! Where a phrase stands: its words in their places, all in one zone.

use std::io;

use tantivy::index::InvertedIndexReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use super::dictionary::Entry;
use crate::zone::Zone;

/// Calls `each` with every record that has the phrase, its zone, and how often.
pub fn occurrences(
    field: &InvertedIndexReader,
    words: &[(Entry, u32)],
    each: &mut dyn FnMut(u32, Zone, u32),
) -> io::Result<()> {
    let mut missing = Ok(());
    for zone in [Zone::Body, Zone::Name, Zone::Lead] {
        let of_zone = |(entry, offset): &(Entry, u32)| {
            let (_, info) = entry.zones.iter().find(|(found, _)| *found == zone)?;
            Some((info.clone(), *offset))
        };
        // A word that is never in this zone, and the phrase is not.
        let Some(infos) = words.iter().map(of_zone).collect::<Option<Vec<_>>>() else {
            continue;
        };
        let mut lists = Vec::with_capacity(infos.len());
        for (info, offset) in infos {
            match field.read_postings_from_terminfo(&info, IndexRecordOption::WithFreqsAndPositions) {
                Ok(postings) => lists.push((postings, offset)),
                // The other words go on, so that all that is missing is asked for at once.
                Err(error) => missing = Err(error),
            }
        }
        if lists.len() == words.len() {
            together(&mut lists, &mut |record, count| each(record, zone, count));
        }
    }
    missing
}

/// Goes through the records that all lists have.
fn together(lists: &mut [(SegmentPostings, u32)], each: &mut dyn FnMut(u32, u32)) {
    // The rarest word leads.
    lists.sort_by_key(|(postings, _)| postings.size_hint());
    let Some(((lead, lead_offset), rest)) = lists.split_first_mut() else {
        return;
    };
    let (mut places, mut others) = (Vec::new(), Vec::new());
    'records: while lead.doc() != TERMINATED {
        let record = lead.doc();
        for (postings, _) in rest.iter_mut() {
            if postings.doc() < record && postings.seek(record) != record || postings.doc() > record {
                let next = postings.doc();
                if next == TERMINATED {
                    return;
                }
                lead.seek(next);
                continue 'records;
            }
        }
        lead.positions(&mut places);
        for (postings, offset) in rest.iter_mut() {
            postings.positions(&mut others);
            places.retain(|place| {
                let wanted = i64::from(*place) - i64::from(*lead_offset) + i64::from(*offset);
                others.binary_search_by(|other| i64::from(*other).cmp(&wanted)).is_ok()
            });
        }
        if !places.is_empty() {
            each(record, places.len() as u32);
        }
        lead.advance();
    }
}
