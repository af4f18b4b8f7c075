//! What a visitor does to the comparison: which rows are left out, which sections are open, which vendor is the
//! reference, and the order of the columns.

use super::State;
use crate::{
    catalogue::{
        Catalogue,
        id::{ProviderId, SectionId},
        provider::Provider,
        row::{Kind, Section},
    },
    comparison::Filter,
    requirement::{Requirement, Subject},
};

/// How the comparison is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparing {
    pub filter: Filter,
    /// The vendor that the others are held against; one of those compared.
    pub reference: Option<ProviderId>,
    /// The sections that the visitor has opened (`true`) or closed. The others stand as at the beginning.
    sections: Vec<(SectionId, bool)>,
    /// The vendor chosen in the list of those that can be added.
    considered: Option<ProviderId>,
}

/// What a visitor can do to the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    ToggleOnlyDifferences,
    ToggleOnlyStated,
    /// Makes a vendor the reference; the one that is, no longer.
    ToggleReference(ProviderId),
    /// Opens a section (`true`) or closes it.
    OpenSection(SectionId, bool),
    /// Opens all sections (`true`) or closes them.
    OpenAll(bool),
    Move(ProviderId, Way),
    /// Chooses a vendor in the list of those that can be added.
    Consider(ProviderId),
    /// Adds the vendor that is chosen in the list.
    Add,
}

/// Where a column moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Left,
    Right,
}

impl Comparing {
    /// Whether a section is open: as the visitor wished, else as at the beginning.
    pub fn is_open(&self, section: &Section, requirements: &[Requirement], catalogue: &Catalogue) -> bool {
        let wished = self.sections.iter().find(|(id, _)| *id == section.id);
        wished.map_or_else(|| begins_open(section, requirements, catalogue), |(_, open)| *open)
    }

    /// Opens a section, or closes it.
    pub fn open(&mut self, section: &SectionId, open: bool) {
        self.sections.retain(|(id, _)| id != section);
        self.sections.push((section.clone(), open));
    }

    /// Forgets a reference that is not compared any more.
    pub(super) fn keep_to(&mut self, compared: &[ProviderId]) {
        self.reference = self.reference.take().filter(|id| compared.contains(id));
    }
}

/// At the beginning those sections are open that a requirement reads, and the first with places, certificates and
/// durations: region, certification and retention.
fn begins_open(section: &Section, requirements: &[Requirement], catalogue: &Catalogue) -> bool {
    let has = |section: &Section, kind| section.rows.iter().any(|row| row.kind == kind);
    let is_first = |kind| {
        let first = catalogue.sections.iter().find(|section| has(section, kind));
        first.is_some_and(|first| first.id == section.id)
    };
    let is_read = |requirement: &Requirement| match &requirement.subject {
        Subject::Region => section.rows.iter().any(|row| row.role.is_some()),
        Subject::Cert => has(section, Kind::Certificates),
        Subject::Row(id) => section.rows.iter().any(|row| row.id == *id),
    };
    [Kind::Places, Kind::Certificates, Kind::Duration].into_iter().any(is_first)
        || requirements.iter().any(is_read)
}

/// The vendors that can be added, by name.
pub fn candidates<'a>(state: &State, catalogue: &'a Catalogue) -> Vec<&'a Provider> {
    catalogue.vendors().filter(|vendor| !state.compared.contains(&vendor.id)).collect()
}

/// The vendor that [`Step::Add`] adds: the one chosen in the list, else its first; `None` where there is no room or
/// nobody left.
pub fn candidate<'a>(state: &State, catalogue: &'a Catalogue) -> Option<&'a Provider> {
    let all = candidates(state, catalogue);
    let chosen = all.iter().find(|vendor| Some(&vendor.id) == state.comparing.considered.as_ref());
    chosen.or(all.first()).copied().filter(|_| state.compared.len() < state.bounds.max_compare)
}

/// What is called from the comparison only, when the later part of the page's program is there; see `ui::later`.
pub mod door {
    use super::{State, Step};
    use crate::catalogue::Catalogue;

    /// Carries out a step.
    #[inline(never)]
    pub fn step(state: &mut State, step: Step, catalogue: &Catalogue) {
        super::step(state, step, catalogue);
    }
}

fn step(state: &mut State, step: Step, catalogue: &Catalogue) {
    let Comparing { filter, reference, considered, .. } = &mut state.comparing;
    match step {
        Step::ToggleOnlyDifferences => filter.only_differences = !filter.only_differences,
        Step::ToggleOnlyStated => filter.only_stated = !filter.only_stated,
        Step::ToggleReference(vendor) => {
            *reference = if reference.as_ref() == Some(&vendor) { None } else { Some(vendor) };
        }
        Step::OpenSection(section, open) => state.comparing.open(&section, open),
        Step::OpenAll(open) => {
            for section in &catalogue.sections {
                state.comparing.open(&section.id, open);
            }
        }
        Step::Move(vendor, way) => shift(&mut state.compared, &vendor, way),
        Step::Consider(vendor) => *considered = Some(vendor),
        Step::Add => {
            let added = candidate(state, catalogue).map(|vendor| vendor.id.clone());
            state.compared.extend(added);
            state.comparing.considered = None;
        }
    }
}

/// Changes places with the neighbour, where there is one.
fn shift(vendors: &mut [ProviderId], vendor: &ProviderId, way: Way) {
    let Some(from) = vendors.iter().position(|id| id == vendor) else { return };
    let to = match way {
        Way::Left => from.checked_sub(1),
        Way::Right => Some(from + 1).filter(|to| *to < vendors.len()),
    };
    if let Some(to) = to {
        vendors.swap(from, to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        embedded,
        requirement::parse::parse,
        state::{
            link,
            reduce::{Action, reduce},
        },
    };

    fn catalogue() -> Catalogue {
        embedded::catalogue().unwrap_or_default()
    }

    fn after(steps: Vec<Step>, catalogue: &Catalogue) -> State {
        let state = link::read("compare=wflow,witivio,avid&view=compare", catalogue);
        steps.into_iter().fold(state, |state, step| reduce(&state, Action::Comparing(step), catalogue))
    }

    fn open_sections(state: &State, catalogue: &Catalogue) -> Vec<String> {
        let sections = catalogue.sections.iter();
        let open = sections.filter(|s| state.comparing.is_open(s, &state.requirements, catalogue));
        open.map(|section| section.id.to_string()).collect()
    }

    #[test]
    fn what_is_asked_for_begins_open() {
        let catalogue = catalogue();
        let mut state = after(Vec::new(), &catalogue);
        let headlines = ["data-location", "certificates", "retention"];
        assert_eq!(open_sections(&state, &catalogue), headlines);
        state.requirements = parse("sla >= 99", &catalogue).requirements;
        assert_eq!(open_sections(&state, &catalogue).len(), 4);
        state = reduce(&state, Action::Comparing(Step::OpenAll(false)), &catalogue);
        assert_eq!(open_sections(&state, &catalogue).len(), 0);
        let open = Step::OpenSection(SectionId::new("encryption"), true);
        state = reduce(&state, Action::Comparing(open), &catalogue);
        assert_eq!(open_sections(&state, &catalogue), ["encryption"]);
        state = reduce(&state, Action::Comparing(Step::OpenAll(true)), &catalogue);
        assert_eq!(open_sections(&state, &catalogue).len(), catalogue.sections.len());
    }

    #[test]
    fn columns_move_and_stop_at_the_edges() {
        let catalogue = catalogue();
        let order = |steps: &[(&str, Way)]| {
            let steps = steps.iter().map(|(id, way)| Step::Move(ProviderId::new(id), *way)).collect();
            let ids: Vec<String> =
                after(steps, &catalogue).compared.iter().map(ToString::to_string).collect();
            ids.join(" ")
        };
        assert_eq!(order(&[("wflow", Way::Right)]), "witivio wflow avid");
        assert_eq!(order(&[("wflow", Way::Right), ("wflow", Way::Right)]), "witivio avid wflow");
        assert_eq!(order(&[("wflow", Way::Left), ("avid", Way::Right)]), "wflow witivio avid");
        assert_eq!(order(&[("nobody", Way::Left)]), "wflow witivio avid");
    }

    #[test]
    fn a_vendor_is_added_until_nobody_is_left() {
        let catalogue = catalogue();
        let state = after(vec![Step::Consider(ProviderId::new("wflow"))], &catalogue);
        let others: Vec<&str> = candidates(&state, &catalogue).iter().map(|v| v.id.as_str()).collect();
        assert_eq!(others, ["moodtalk"], "who is compared cannot be added");
        let state = after(vec![Step::Add, Step::Add], &catalogue);
        assert_eq!((state.compared.len(), candidate(&state, &catalogue)), (4, None));
    }

    #[test]
    fn the_reference_goes_with_its_vendor() {
        let catalogue = catalogue();
        let avid = ProviderId::new("avid");
        let pinned = after(vec![Step::ToggleReference(avid.clone())], &catalogue);
        assert_eq!(pinned.comparing.reference, Some(avid.clone()));
        let gone = reduce(&pinned, Action::ToggleCompared(avid.clone()), &catalogue);
        assert_eq!(gone.comparing.reference, None);
        let unpinned = reduce(&pinned, Action::Comparing(Step::ToggleReference(avid)), &catalogue);
        assert_eq!(unpinned.comparing.reference, None);
    }
}
