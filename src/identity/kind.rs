//! The kinds of details that could identify a person.

use std::fmt;

macro_rules! kinds {
    ($($variant:ident $name:literal $label:literal $fixed:literal $message:literal $hint:expr;)*) => {
        /// A kind of detail that could identify a person.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = $label] $variant,)*
        }

        impl Kind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in reports, such as `date-of-birth`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The name in sentences, such as "date of birth".
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)* }
            }

            /// Whether it is told by its form, not by lists of words.
            pub fn is_fixed_form(self) -> bool {
                match self { $(Self::$variant => $fixed,)* }
            }

            /// What a text that holds one looks like, in one sentence.
            pub fn message(self) -> &'static str {
                match self { $(Self::$variant => $message,)* }
            }

            /// What to write instead.
            pub fn hint(self) -> &'static str {
                match self { $(Self::$variant => $hint,)* }
            }
        }
    };
}

const REMOVE: &str = "remove it: a case study needs no number that leads back to a file or a person";
const ROLE: &str = "write a role or a label of the cast, such as Child A, Sibling 1 or the social worker";
const RELATIVE: &str = "write a relative time such as Month 3, or two weeks later";
const AREA: &str = "write a general place, such as a town in the region or the estate";
const ACCOUNT: &str = "write what sort of account it was, such as a messaging app account";

kinds! {
    PersonName "person-name" "person's name" false "This looks like a person's name." ROLE;
    FirstName "first-name" "first name" false "This looks like a first name." ROLE;
    Nickname "nickname" "nickname" false "This looks like a nickname." ROLE;
    DateOfBirth "date-of-birth" "date of birth" true "This looks like a date of birth." "write an age band, such as 13-15";
    ExactDate "exact-date" "exact date" true "This looks like an exact date." RELATIVE;
    Address "address" "address" false "This looks like an address." AREA;
    Postcode "postcode" "postcode" true "This looks like a postcode." AREA;
    Place "place" "place" false "This looks like the name of a place." AREA;
    Organisation "organisation" "organisation" false "This looks like the name of a local organisation."
        "write what it is, such as the secondary school or a residential home";
    Phone "phone" "telephone number" true "This looks like a telephone number." "remove it, or declare it as a public helpline";
    Email "email" "e-mail address" true "This looks like an e-mail address." "remove it, or declare it as a public address";
    SocialHandle "social-handle" "account name" true "This looks like the name of someone's account." ACCOUNT;
    Url "url" "web address" true "This looks like a web address." "remove it, or declare it as a public address";
    NhsNumber "nhs-number" "NHS number" true "This looks like an NHS number." REMOVE;
    NiNumber "ni-number" "National Insurance number" true "This looks like a National Insurance number." REMOVE;
    Upn "upn" "unique pupil number" true "This looks like a unique pupil number." REMOVE;
    Passport "passport" "passport number" true "This looks like a passport number." REMOVE;
    DrivingLicence "driving-licence" "driving licence number" true "This looks like a driving licence number." REMOVE;
    VehicleRegistration "vehicle-registration" "vehicle registration" true "This looks like a vehicle's registration mark." "write \"a car\", or what matters about it";
    BankAccount "bank-account" "bank account or card" true "This looks like the number of a bank account or card." REMOVE;
    CaseReference "case-reference" "case reference" true "This looks like the reference of a case." "remove it, and cite a published source only";
    IpAddress "ip-address" "address or number of a device" true "This looks like the address or number of a device." REMOVE;
    Coordinates "coordinates" "coordinates" true "These look like the coordinates of a place." AREA;
    What3Words "what3words" "what3words address" true "This looks like a what3words address." AREA;
    Jigsaw "jigsaw" "rare details" false "These details together could identify someone."
        "make them more general, change some, or split the study";
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
