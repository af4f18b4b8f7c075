//! Near misses: what a misspelt word may have meant.

/// The candidate nearest to `word`, where one is near enough to be worth naming.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = word.to_ascii_lowercase();
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let near = candidates
        .iter()
        .map(|candidate| (strsim::osa_distance(&wanted, &candidate.to_ascii_lowercase()), *candidate))
        .filter(|(distance, candidate)| *distance <= tolerance(wanted.len().min(candidate.len())))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate);
    near.or_else(|| begun(&wanted, &candidates))
}

/// The only candidate that begins with the word, where the word is more than a few letters.
fn begun<'a>(wanted: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let mut begun =
        candidates.iter().filter(|c| wanted.len() >= 4 && c.to_ascii_lowercase().starts_with(wanted));
    begun.next().copied().filter(|_| begun.next().is_none())
}

/// How many letters may differ in a word of this length.
fn tolerance(length: usize) -> usize {
    match length {
        0..=2 => 1,
        3..=7 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_the_near_and_leaves_the_far() {
        let words = ["iso-27001", "iso-27017", "soc-2", "Ireland"];
        assert_eq!(nearest("iso27001", words), Some("iso-27001"));
        assert_eq!(nearest("irland", words), Some("Ireland"));
        assert_eq!(nearest("pci-dss", words), None);
        assert_eq!(nearest("percent", ["percentage", "places"]), Some("percentage"));
        assert_eq!(nearest("iso-", words), None);
    }
}
