//! Ids: short words that data, requirements, links, exports and the command line share.

use std::{borrow::Borrow, fmt, rc::Rc};

use serde_json::Value as Json;

use super::record::{Fault, Form, FromJson};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            pub fn new(id: &str) -> Self { Self(id.into()) }
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{:?}", &*self.0) }
        }
        impl From<Rc<str>> for $name {
            fn from(id: Rc<str>) -> Self { Self(id) }
        }
        impl Borrow<str> for $name {
            fn borrow(&self) -> &str { &self.0 }
        }
        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool { &*self.0 == other }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
        /// Reads any text: whether there is such an entry is for the catalogue to say.
        impl FromJson for $name {
            fn from_json(json: &Json, path: &str, faults: &mut Vec<Fault>) -> Self {
                Self::new(&String::from_json(json, path, faults))
            }
            const FORM: Form = Form::Text;
        }
    )*};
}

ids! {
    /// A section of the comparison, for instance `data-location`.
    SectionId;
    /// A row of the comparison, for instance `ret-backup`.
    RowId;
    /// A vendor or a provider behind one, for instance `wflow` or `azure`.
    ProviderId;
    /// An entry of the certification registry, for instance `iso-27001`.
    CertificationId;
    /// A dated group of places, for instance `EEA`.
    GroupId;
    /// A document that evidence cites.
    DocumentId;
    /// A value out of a row's own list, for instance `anonymise`.
    TermId;
}

/// Whether a text can be an id: lower-case words of letters and digits, joined by hyphens. Ids stand in links, commands
/// and exports.
pub fn is_id(text: &str) -> bool {
    let word =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.split('-').all(word)
}
