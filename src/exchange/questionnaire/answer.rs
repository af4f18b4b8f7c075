//! What people write into the answer of a question.

/// An answer, by its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    /// Yes, but not by default.
    Optional,
    NotApplicable,
    Blank,
    /// Anything else.
    Free,
}

impl Answer {
    /// Only a text that says nothing more than this is a yes or a no; one that goes on is free.
    pub fn of(text: &str) -> Self {
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        match &*words.join(" ").to_lowercase() {
            "yes" | "y" => Self::Yes,
            "no" | "n" => Self::No,
            "optional" | "yes optional" | "optional yes" | "yes as an option" => Self::Optional,
            "na" | "n a" | "not applicable" => Self::NotApplicable,
            "" => Self::Blank,
            _ => Self::Free,
        }
    }

    /// After "the questionnaire answers".
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Optional => "yes, as an option",
            Self::NotApplicable => "not applicable",
            Self::Blank => "nothing",
            Self::Free => "in words of its own",
        }
    }

    /// Why an answer made no claim.
    pub fn silence(self) -> &'static str {
        match self {
            Self::Blank => "left blank, which says nothing",
            Self::NotApplicable => "answered as not applicable, which is not a no",
            _ => "answered in a way to which the mapping gives no meaning",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{self, *};

    #[test]
    fn only_a_plain_answer_is_taken_for_one() {
        for (text, answer) in [
            ("Yes", Yes),
            (" YES. ", Yes),
            ("y", Yes),
            ("No", No),
            ("Yes, optional", Optional),
            ("Yes (optional)", Optional),
            ("N/A", NotApplicable),
            ("n.a.", NotApplicable),
            ("Not applicable", NotApplicable),
            ("", Blank),
            ("–", Blank),
            ("Yes, except for backups", Free),
            ("No later than 24 hours", Free),
            ("TRUE", Free),
            ("FALSE", Free),
            ("35 days", Free),
        ] {
            assert_eq!(Answer::of(text), answer, "{text}");
        }
    }
}
