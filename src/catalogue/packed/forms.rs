//! How each part of the catalogue is packed. The order of fields and variants is that in which they stand here.

use super::{
    super::{
        Catalogue,
        certification::{self, Certification, Edition},
        claim::{Assertion, Claim, Evidence, Reading},
        date::Date,
        decimal::Decimal,
        document::Document,
        duration::{Clock, Duration},
        id::{CertificationId, DocumentId, GroupId, ProviderId, RowId, SectionId, TermId},
        place::{Group, Member, Place, PlaceCode, PlaceSet},
        provider::{self, Provider},
        row::{self, About, Better, Derived, Role, Row, Section, Term},
        value::{Limit, List, Period, Places, Value},
    },
    Packed, Packer, Unpacker,
};

/// Structures: their fields.
macro_rules! structures {
    ($($name:ident $(<$item:ident>)? { $($field:ident),* })*) => {$(
        impl $(<$item: Packed>)? Packed for $name $(<$item>)? {
            fn pack(&self, to: &mut Packer) {
                $(self.$field.pack(to);)*
            }

            fn unpack(from: &mut Unpacker) -> Self {
                $(let $field = Packed::unpack(from);)*
                Self { $($field),* }
            }
        }
    )*};
}

/// Choices without anything further: their place in the list.
macro_rules! choices {
    ($($name:ty { $($variant:ident)* })*) => {$(
        impl Packed for $name {
            fn pack(&self, to: &mut Packer) {
                to.number([$(Self::$variant),*].iter().position(|variant| variant == self).unwrap_or_default());
            }

            fn unpack(from: &mut Unpacker) -> Self {
                let all = [$(Self::$variant),*];
                all[from.number().min(all.len() - 1)]
            }
        }
    )*};
}

/// Choices with something further: the number of the variant, then its fields. Any other number is the last one.
macro_rules! variants {
    ($($name:ident {
        $($number:literal: $variant:ident $(($($part:ident),*))? $({$($field:ident),*})?,)*
        else $last:ident $(($end:ident))?
    })*) => {$(
        impl Packed for $name {
            fn pack(&self, to: &mut Packer) {
                match self {
                    $(Self::$variant $(($($part),*))? $({$($field),*})? => {
                        to.number($number);
                        $($($part.pack(to);)*)?
                        $($($field.pack(to);)*)?
                    })*
                    Self::$last $(($end))? => {
                        to.number(0);
                        $($end.pack(to);)?
                    }
                }
            }

            fn unpack(from: &mut Unpacker) -> Self {
                match from.number() {
                    $($number => {
                        $($(let $part = Packed::unpack(from);)*)?
                        $($(let $field = Packed::unpack(from);)*)?
                        Self::$variant $(($($part),*))? $({$($field),*})?
                    })*
                    _ => {
                        $(let $end = Packed::unpack(from);)?
                        Self::$last $(($end))?
                    }
                }
            }
        }
    )*};
}

/// What is written as a text.
macro_rules! ids {
    ($($name:ident)*) => {$(
        impl Packed for $name {
            fn pack(&self, to: &mut Packer) {
                to.text(self.as_str());
            }

            fn unpack(from: &mut Unpacker) -> Self {
                from.text().into()
            }
        }
    )*};
}

/// What is written as a text, which is read as it is in requirements and links.
macro_rules! written {
    ($($name:ty, $none:expr;)*) => {$(
        impl Packed for $name {
            fn pack(&self, to: &mut Packer) {
                to.text(&self.to_string());
            }

            fn unpack(from: &mut Unpacker) -> Self {
                from.text().parse().unwrap_or_else(|_| $none)
            }
        }
    )*};
}

structures! {
    Catalogue { sections, certifications, places, groups, documents, providers }
    Section { id, name, rows }
    Row { id, name, short, clause, kind, role, exists_if, about, derived, better, terms }
    Term { id, name }
    Certification { id, name, aliases, editions, kind, planned, ended, issuer, address }
    Edition { name, aliases, valid_to }
    Place { code, name }
    Group { id, name, in_words, summary, source, members }
    Member { place, valid_from, valid_to, condition }
    Document { id, title, publisher, date, own }
    Provider { id, name, kind, summary, covers, own, claims }
    Claim { row, assertion, holder, scope, as_of, expires, evidence, note }
    Reading { value, evidence }
    Evidence { document, section, statement, said_by }
    List<T> { items, open }
    Period { length, limit, clock, counts, from }
}

choices! {
    row::Kind { Places Certificates Providers Provider Duration Percentage Number Boolean Ids Text Date }
    Role { Primary Secondary Backup AiProcessing }
    About { Vendor Host Partner }
    Derived { InsideEea }
    Better { Higher Lower Yes No }
    certification::Kind { Certificate Attestation Authorisation SelfAssessment Guideline Law Programme }
    provider::Kind { Vendor Provider }
    Limit { Fixed AtMost AtLeast }
    Clock { Calendar Business }
}

variants! {
    Assertion {
        1: Stated(value),
        2: Inherited(value),
        3: Optional(value),
        4: Planned { when, by },
        5: No,
        6: Unclear(readings),
        7: Elsewhere { see },
        else Picture
    }
    Places { 1: All { places, open }, 2: OneOf(places), else Unnamed }
    Value {
        1: Places(value),
        2: Certificates(value),
        3: Providers(value),
        4: Provider(value),
        5: Duration(value),
        6: Percentage(value),
        7: Number(value),
        8: Yes(value),
        9: Ids(value),
        10: Text(value),
        else Date(value)
    }
}

ids! { SectionId RowId ProviderId CertificationId GroupId DocumentId TermId }

written! {
    Date, Date::default();
    Duration, Duration::months(0);
    Decimal, Decimal::whole(0);
    PlaceCode, PlaceCode::at(0);
}

impl Packed for bool {
    fn pack(&self, to: &mut Packer) {
        to.number(usize::from(*self));
    }

    fn unpack(from: &mut Unpacker) -> Self {
        from.number() == 1
    }
}

impl Packed for String {
    fn pack(&self, to: &mut Packer) {
        to.text(self);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        (*from.text()).to_owned()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        self.iter().for_each(|inner| inner.pack(to));
    }

    fn unpack(from: &mut Unpacker) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        to.number(self.len());
        self.iter().for_each(|item| item.pack(to));
    }

    fn unpack(from: &mut Unpacker) -> Self {
        // Where the numbers end, so does the list.
        (0..from.number()).map_while(|_| from.goes_on().then(|| T::unpack(from))).collect()
    }
}

impl Packed for PlaceSet {
    fn pack(&self, to: &mut Packer) {
        self.iter().collect::<Vec<_>>().pack(to);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        Vec::unpack(from).into_iter().collect()
    }
}
