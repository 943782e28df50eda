//! Who acts: an agency, and a role in it.

use crate::front_matter::choice::choice;

choice! {
    /// An agency, or a group of people, that has a part in keeping children safe.
    Agency {
        /// Whoever is worried.
        Anyone "anyone" "Anyone who is worried"
        /// Every agency named in the framework.
        AllAgencies "all-agencies" "All agencies"
        /// The council.
        LocalAuthority "local-authority" "Local authority"
        /// Children's social care.
        SocialCare "social-care" "Children's social care"
        /// Early help and family support.
        EarlyHelp "early-help" "Early help"
        /// The police.
        Police "police" "Police"
        /// Health services.
        Health "health" "Health"
        /// Schools, colleges and early years.
        Education "education" "Education"
        /// Probation.
        Probation "probation" "Probation"
        /// Youth justice and the secure estate.
        YouthJustice "youth-justice" "Youth justice"
        /// Housing and landlords.
        Housing "housing" "Housing"
        /// Cafcass and Cafcass Cymru.
        Cafcass "cafcass" "Cafcass"
        /// Foster carers and their agencies.
        Fostering "fostering" "Fostering"
        /// Children's homes.
        Residential "residential" "Residential care"
        /// Charities and community groups.
        Voluntary "voluntary" "Voluntary and community groups"
        /// Licensing, transport, businesses and other guardians of places.
        PlaceGuardian "place-guardian" "Guardians of places"
        /// The safeguarding partners together.
        SafeguardingPartners "safeguarding-partners" "Safeguarding partners"
        /// Government bodies that decide, such as the Single Competent Authority.
        Government "government" "Government bodies"
    }
}

/// An agency and, if it matters, who in it: `social-care (social worker)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The agency.
    pub agency: Agency,
    /// The role in it.
    pub role: Option<String>,
}
