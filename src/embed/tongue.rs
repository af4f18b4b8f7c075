//! The table of a language, as the JavaScript half hands it over.

/// What only the later part of the page's program calls; see `ui::later`.
pub mod door {
    use crate::{catalogue::json, language::Language};

    /// Learns a language.
    ///
    /// # Errors
    /// Where the text is not an object of texts.
    #[inline(never)]
    pub fn learn(tag: &str, table: &str) -> Result<(), String> {
        let table = json::parse(table);
        let words = table.as_ref().and_then(|table| table.as_object()).ok_or("it is not a table of words")?;
        let texts =
            words.iter().filter_map(|(english, said)| Some((english.clone(), said.as_str()?.to_owned())));
        Language::learn(tag, texts);
        Ok(())
    }
}
