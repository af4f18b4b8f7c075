//! The one way to write a JSON text: members sorted by name, two blanks for each level, a line feed at the end. What is
//! written so reads and writes again as the same bytes, whichever program does it.

use serde_json::{Map, Value as Json};

use super::order;

/// The text of a value.
pub fn text(json: Json) -> String {
    format!("{:#}\n", sorted(json))
}

/// The value with the members of every object sorted by name.
pub fn sorted(json: Json) -> Json {
    match json {
        Json::Array(items) => items.into_iter().map(sorted).collect(),
        Json::Object(members) => {
            let mut members: Vec<(String, Json)> = members.into_iter().collect();
            order::sort_by(&mut members, |a, b| a.0.cmp(&b.0));
            Json::Object(members.into_iter().map(|(key, value)| (key, sorted(value))).collect::<Map<_, _>>())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_writing_does_not_matter() {
        let [one, other] =
            [r#"{"b":[{"d":1.50,"c":null}],"a":"ä\n"}"#, r#"{"a":"ä\n","b":[{"c":null,"d":1.5}]}"#]
                .map(|json| text(json.parse().unwrap()));
        assert_eq!(one, other);
        assert_eq!(
            one,
            "{\n  \"a\": \"ä\\n\",\n  \"b\": [\n    {\n      \"c\": null,\n      \"d\": 1.5\n    }\n  ]\n}\n"
        );
    }
}
