//! Records: structures that are read from JSON objects, with every fault told and not only the first.
//!
//! The derived readers of serde stop at the first fault, and weigh a quarter of the program in the browser; this is
//! a small one in their place. Writing is still serde's.

use serde_json::{Map, Value as Json};

use super::{
    problem::{TELLS, told},
    suggest,
};

/// What is wrong at a path of a JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub path: String,
    pub message: String,
    /// The remedy.
    pub help: Option<String>,
}

/// What a JSON value looks like that can be read. Only the command line asks for it, so it is not in the browser.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    Text,
    Flag,
    /// Its form follows from something else.
    Anything,
    /// One value, as JSON writes it.
    Constant(&'static str),
    List(&'static Form),
    Record(&'static Shape),
}

/// What a record looks like.
#[derive(Debug)]
pub struct Shape {
    pub name: &'static str,
    /// Its doc comment.
    pub doc: &'static str,
    /// In the order in which they are written.
    pub fields: &'static [Field],
}

/// A member of a record.
#[derive(Debug)]
pub struct Field {
    pub key: &'static str,
    /// Its doc comment.
    pub doc: &'static str,
    pub form: Form,
    pub may_be_absent: bool,
}

/// Something that can be read from a JSON value.
///
/// A value with faults is read as its default, so that reading goes on and finds the others; what was read counts
/// only where no fault was found.
pub trait FromJson: Default {
    /// Reads the value that stands at `path`.
    fn from_json(json: &Json, path: &str, faults: &mut Vec<Fault>) -> Self;

    /// Whether a member of an object may be absent, and then is its default.
    const MAY_BE_ABSENT: bool = false;

    const FORM: Form;
}

/// The members of an object, some of which are known.
pub struct Fields<'a> {
    members: &'a Map<String, Json>,
    path: &'a str,
    /// Known keys that unknown ones seem to mean: told once, as misspelt, and not as missing too.
    misspelt: Vec<String>,
}

impl<'a> Fields<'a> {
    /// The members of `json`; a value that is not an object, and members that are not `known`, are faults.
    #[inline(never)]
    pub fn of(
        json: &'a Json,
        expected: &str,
        known: &[&str],
        path: &'a str,
        faults: &mut Vec<Fault>,
    ) -> Option<Self> {
        let Json::Object(members) = json else {
            wrong_type(json, expected, path, faults);
            return None;
        };
        let mut misspelt = Vec::new();
        for key in members.keys().filter(|key| !known.contains(&key.as_str())) {
            if !TELLS {
                wrong_type(json, expected, path, faults);
                break;
            }
            let help = match suggest::nearest(key, known.iter().copied()) {
                Some(near) => {
                    misspelt.push(near.to_owned());
                    told!("did you mean \"{near}\"?")
                }
                None => told!("it is one of {}", known.join(", ")),
            };
            let message = told!("\"{key}\" is not a field of {expected}");
            faults.push(Fault { path: joined(path, key), message, help: Some(help) });
        }
        Some(Self { members, path, misspelt })
    }

    /// Reads one member.
    pub fn read<T: FromJson>(&self, key: &str, faults: &mut Vec<Fault>) -> T {
        match self.member(key, T::MAY_BE_ABSENT, faults) {
            Some(json) => T::from_json(json, &joined(self.path, key), faults),
            None => T::default(),
        }
    }

    #[inline(never)]
    fn member(&self, key: &str, may_be_absent: bool, faults: &mut Vec<Fault>) -> Option<&'a Json> {
        let member = self.members.get(key).filter(|json| !json.is_null());
        if member.is_none() && !may_be_absent && !self.misspelt.iter().any(|known| known == key) {
            let (path, message) = (self.path.to_owned(), told!("the field \"{key}\" is missing"));
            faults.push(Fault { path, message, help: Some(told!("add it")) });
        }
        member
    }
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() && TELLS { key.to_owned() } else { told!("{path}.{key}") }
}

fn wrong_type(json: &Json, expected: &str, path: &str, faults: &mut Vec<Fault>) {
    if !TELLS {
        faults.push(Fault { path: String::new(), message: String::new(), help: None });
        return;
    }
    let found = match json {
        Json::Null => "nothing",
        Json::Bool(_) => "true or false",
        Json::Number(_) => "a number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    };
    let message = told!("this is {found}, but {expected} is expected");
    faults.push(Fault { path: path.to_owned(), message, help: None });
}

impl FromJson for String {
    #[inline(never)]
    fn from_json(json: &Json, path: &str, faults: &mut Vec<Fault>) -> Self {
        let text = json.as_str();
        if text.is_none() {
            wrong_type(json, "a text", path, faults);
        }
        text.unwrap_or_default().to_owned()
    }

    const FORM: Form = Form::Text;
}

impl FromJson for bool {
    fn from_json(json: &Json, path: &str, faults: &mut Vec<Fault>) -> Self {
        let known = json.as_bool();
        if known.is_none() {
            wrong_type(json, "true or false", path, faults);
        }
        known.unwrap_or_default()
    }

    const MAY_BE_ABSENT: bool = true;
    const FORM: Form = Form::Flag;
}

impl FromJson for Json {
    fn from_json(json: &Json, _path: &str, _faults: &mut Vec<Fault>) -> Self {
        json.clone()
    }

    const FORM: Form = Form::Anything;
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json, path: &str, faults: &mut Vec<Fault>) -> Self {
        Some(T::from_json(json, path, faults))
    }

    const MAY_BE_ABSENT: bool = true;
    const FORM: Form = T::FORM;
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json, path: &str, faults: &mut Vec<Fault>) -> Self {
        let Json::Array(items) = json else {
            wrong_type(json, "a list", path, faults);
            return Vec::new();
        };
        let read = |(index, item)| T::from_json(item, &told!("{path}[{index}]"), faults);
        items.iter().enumerate().map(read).collect()
    }

    const MAY_BE_ABSENT: bool = true;
    const FORM: Form = Form::List(&T::FORM);
}

/// A structure that is read with [`FromJson`] and written with serde. The words before the arrow say what it is, for
/// the messages; a field whose key is another word is followed by `as` and the key.
macro_rules! record {
    ($($expected:literal => $(#[doc = $doc:literal])* pub struct $name:ident {
        $(
            $(#[doc = $field_doc:literal])* $(#[serde($skip:ident = $when:literal)])?
            pub $field:ident $(as $key:literal)?: $type:ty,
        )*
    })*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
        pub struct $name {
            $(
                $(#[doc = $field_doc])*
                $(#[serde($skip = $when)])?
                $(#[serde(rename = $key)])?
                pub $field: $type,
            )*
        }

        impl $crate::catalogue::record::FromJson for $name {
            fn from_json(
                json: &serde_json::Value,
                path: &str,
                faults: &mut Vec<$crate::catalogue::record::Fault>,
            ) -> Self {
                let known = [$($crate::catalogue::record::key!($field $($key)?)),*];
                match $crate::catalogue::record::Fields::of(json, $expected, &known, path, faults) {
                    None => Self::default(),
                    Some(fields) => Self {
                        $($field: fields.read($crate::catalogue::record::key!($field $($key)?), faults),)*
                    },
                }
            }

            const FORM: $crate::catalogue::record::Form =
                $crate::catalogue::record::Form::Record(&$crate::catalogue::record::Shape {
                    name: stringify!($name),
                    doc: concat!($($doc, "\n"),*),
                    fields: &[$($crate::catalogue::record::Field {
                        key: $crate::catalogue::record::key!($field $($key)?),
                        doc: concat!($($field_doc, "\n"),*),
                        form: <$type as $crate::catalogue::record::FromJson>::FORM,
                        may_be_absent: <$type as $crate::catalogue::record::FromJson>::MAY_BE_ABSENT,
                    }),*],
                });
        }
    )*};
}

/// The key of a field: its own name, or the one given.
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

pub(crate) use {key, record};

#[cfg(test)]
mod tests {
    use super::*;

    record! {
        "a part" =>
        pub struct Part {
            pub kind as "type": String,
            pub names: Vec<String>,
            pub note: Option<String>,
        }
    }

    fn faults(json: Json) -> Vec<String> {
        let mut faults = Vec::new();
        Part::from_json(&json, "at", &mut faults);
        faults
            .into_iter()
            .map(|f| format!("{}: {}; {}", f.path, f.message, f.help.unwrap_or_default()))
            .collect()
    }

    #[test]
    fn reads_and_tells_every_fault() {
        assert_eq!(faults(serde_json::json!({ "type": "a", "names": ["b"] })), [""; 0]);
        assert_eq!(
            faults(serde_json::json!({ "typ": "a", "names": ["b", 1, []], "note": 2 })),
            [
                "at.typ: \"typ\" is not a field of a part; did you mean \"type\"?",
                "at.names[1]: this is a number, but a text is expected; ",
                "at.names[2]: this is a list, but a text is expected; ",
                "at.note: this is a number, but a text is expected; ",
            ]
        );
        assert_eq!(faults(serde_json::json!({})), ["at: the field \"type\" is missing; add it"]);
        assert_eq!(faults(serde_json::json!([])), ["at: this is a list, but a part is expected; "]);
    }
}
