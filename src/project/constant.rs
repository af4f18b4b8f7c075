//! Members of a file that have one value only.

/// A member that has one value only, such as the kind and the format of a file.
macro_rules! constant {
    ($(#[doc = $doc:literal])* pub struct $name:ident = $value:literal) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub struct $name;

        impl $crate::catalogue::record::FromJson for $name {
            fn from_json(
                json: &serde_json::Value,
                path: &str,
                faults: &mut Vec<$crate::catalogue::record::Fault>,
            ) -> Self {
                if *json != serde_json::json!($value) {
                    let message = $crate::catalogue::problem::told!("this is not {:?}", $value);
                    let help = Some("is it the right file?".to_owned());
                    faults.push($crate::catalogue::record::Fault { path: path.to_owned(), message, help });
                }
                Self
            }

            const FORM: $crate::catalogue::record::Form = $crate::catalogue::record::Form::Constant(stringify!($value));
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$value, serializer)
            }
        }
    };
}

pub(crate) use constant;
