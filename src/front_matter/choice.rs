//! Fields with a fixed set of values.

/// Declares an enum whose values have a name in front matter and a label for readers.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[doc = $doc:literal])* $variant:ident $written:literal $label:literal)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $doc])* $variant),* }

        impl $name {
            /// The names that front matter may hold.
            pub const NAMES: &[&str] = &[$($written),*];

            /// The value with a name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($written => Some(Self::$variant),)* _ => None }
            }

            /// The value that a text names, by its name or its label, in any case.
            pub fn written(text: &str) -> Option<Self> {
                $(if text.eq_ignore_ascii_case($written) || text.eq_ignore_ascii_case($label) {
                    return Some(Self::$variant);
                })*
                None
            }

            /// The name in front matter.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $written),* }
            }

            /// The name for readers.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }
        }
    };
}

pub(crate) use choice;
