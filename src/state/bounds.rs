//! What the page around the element allows: who and which rows are shown, how many are compared, and which requirements
//! are not the visitor's to change.

use std::rc::Rc;

use super::{State, View, form::Form};
use crate::{
    catalogue::{
        Catalogue,
        id::{ProviderId, RowId},
    },
    comparison::{MAX, MIN},
    language::phrase,
    requirement::{Requirement, Subject},
};

/// The bounds of a page; at first there are none.
#[derive(Debug, Clone, PartialEq)]
pub struct Bounds {
    /// The vendors that are shown; `None` is all.
    pub providers: Option<Vec<ProviderId>>,
    /// The rows to which comparison, profiles and tables are limited; `None` is all.
    pub rows: Option<Vec<RowId>>,
    /// How many vendors can be compared, 2 to 5.
    pub max_compare: usize,
    pub locked: Locked,
    /// What is required where it is locked.
    pub required: Vec<Requirement>,
}

/// Which requirements are locked.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Locked {
    #[default]
    None,
    All,
    /// Those on these subjects, by their names in the grammar.
    Subjects(Vec<String>),
}

/// What only the later part of the page's program calls; see `ui::later`. Where there are bounds, it is here before
/// anything is drawn.
pub mod door {
    use std::rc::Rc;

    use super::Bounds;
    use crate::{
        catalogue::{Catalogue, id::ProviderId, provider::Kind},
        state::State,
    };

    /// The catalogue with these vendors only.
    #[inline(never)]
    pub fn narrowed(catalogue: &Catalogue, shown: &[ProviderId]) -> Rc<Catalogue> {
        let mut narrowed = catalogue.clone();
        narrowed.providers.retain(|one| one.kind == Kind::Provider || shown.contains(&one.id));
        Rc::new(narrowed)
    }

    /// Brings a state within the bounds; whether its requirements were.
    #[inline(never)]
    pub fn hold(bounds: &Bounds, state: &mut State, catalogue: &Catalogue) -> bool {
        bounds.hold_vendors(state, catalogue);
        bounds.hold_requirements(state, catalogue)
    }
}

impl Default for Bounds {
    fn default() -> Self {
        Self { providers: None, rows: None, max_compare: MAX, locked: Locked::None, required: Vec::new() }
    }
}

impl Bounds {
    /// Whether the visitor cannot change what is required on a subject.
    pub fn locks(&self, subject: &Subject) -> bool {
        match &self.locked {
            Locked::None => false,
            Locked::All => true,
            Locked::Subjects(subjects) => subjects.iter().any(|name| name == subject.id()),
        }
    }

    pub fn shows(&self, row: &RowId) -> bool {
        self.rows.as_ref().is_none_or(|rows| rows.contains(row))
    }

    /// The catalogue without the vendors that are not shown. What stands behind vendors stays, as do the documents: others
    /// may rest on them.
    pub fn narrowed(&self, catalogue: &Rc<Catalogue>) -> Rc<Catalogue> {
        match &self.providers {
            Some(shown) => door::narrowed(catalogue, shown),
            None => catalogue.clone(),
        }
    }

    /// Brings a state within the bounds; whether its requirements were. `catalogue` is the narrowed one, with what the
    /// visitor has added.
    pub fn hold(self: &Rc<Self>, state: &mut State, catalogue: &Catalogue) -> bool {
        state.bounds = self.clone();
        let is_free = self.providers.is_none() && self.max_compare == MAX && self.locked == Locked::None;
        is_free || door::hold(self, state, catalogue)
    }

    fn hold_vendors(&self, state: &mut State, catalogue: &Catalogue) {
        if let Some(shown) = &self.providers {
            let is_shown = |id: &ProviderId| shown.contains(id) || catalogue.provider(id).is_some();
            state.compared.retain(is_shown);
            if matches!(&state.view, View::Profile(id) if !is_shown(id)) {
                state.view = View::Results;
            }
            state.evidence = state.evidence.take().filter(|cell| is_shown(&cell.provider));
        }
        if state.compared.len() > self.max_compare {
            let out = state.compared.split_off(self.max_compare);
            let names: Vec<String> = out.iter().map(|vendor| catalogue.provider_name(vendor)).collect();
            state.notices.push(phrase(
                "At most {} vendors can be compared here, so this is left out: {}.",
                &[&self.max_compare, &names.join(", ")],
            ));
        }
        if state.view == View::Compare && state.compared.len() < MIN {
            state.view = View::Results;
        }
    }

    fn hold_requirements(&self, state: &mut State, catalogue: &Catalogue) -> bool {
        let is_locked = |requirement: &&Requirement| self.locks(&requirement.subject);
        if state.requirements.iter().filter(is_locked).eq(self.required.iter().filter(is_locked)) {
            return true;
        }
        let free = state.requirements.iter().filter(|requirement| !is_locked(requirement));
        state.requirements = self.required.iter().filter(is_locked).chain(free).cloned().collect();
        let is_open = state.form.is_open;
        state.form = Form { is_open, ..Form::showing(&state.requirements, catalogue) };
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{embedded, requirement::parse::parse, requirement::print, state::link};

    fn catalogue() -> Rc<Catalogue> {
        Rc::new(embedded::catalogue().unwrap_or_default())
    }

    #[test]
    fn what_is_locked_stays_and_the_rest_is_free() {
        let catalogue = catalogue();
        let bounds = |locked| {
            let required = parse("region in EEA; sla >= 99", &catalogue).requirements;
            Rc::new(Bounds { locked, required, ..Bounds::default() })
        };
        let held = |bounds: &Rc<Bounds>, query: &str| {
            let mut state = link::read(query, &catalogue);
            let was_within = bounds.hold(&mut state, &catalogue);
            (was_within, print::list(&state.requirements))
        };
        let of = |text: &str| text.to_owned();
        let region = bounds(Locked::Subjects(vec![of("region")]));
        let free = held(&region, "require=ret-backup+<=+P60D;region+in+EEA");
        assert_eq!(free, (true, of("ret-backup <= P60D; region in EEA")));
        assert_eq!(held(&region, "require=sla+>=+90"), (false, of("region in EEA; sla >= 90")));
        assert_eq!(held(&region, "require=region+in+EEA;region+in+EU").1, "region in EEA");
        let all = bounds(Locked::All);
        assert_eq!(held(&all, "require=region+in+EEA"), (false, of("region in EEA; sla >= 99")));
        assert_eq!(held(&bounds(Locked::None), "require=cert+has+iso-27001").1, "cert has iso-27001");
    }

    #[test]
    fn who_is_not_shown_is_nowhere() {
        let catalogue = catalogue();
        let shown = ["avid", "wflow"].map(ProviderId::new).to_vec();
        let bounds = Rc::new(Bounds { providers: Some(shown), ..Bounds::default() });
        let narrowed = bounds.narrowed(&catalogue);
        assert_eq!(
            narrowed.vendors().map(|vendor| vendor.id.as_str()).collect::<Vec<_>>(),
            ["avid", "wflow"]
        );
        let mut state =
            link::read("compare=witivio,wflow&view=compare&evidence=witivio:upstream", &catalogue);
        bounds.hold(&mut state, &narrowed);
        assert_eq!(
            (state.compared, state.view, state.evidence),
            (vec![ProviderId::new("wflow")], View::Results, None)
        );
        let profile = |id: &str| {
            let mut state = link::read(&format!("profile={id}"), &catalogue);
            bounds.hold(&mut state, &narrowed);
            state.view
        };
        assert_eq!(profile("witivio"), View::Results);
        assert_eq!(
            profile("auth0"),
            View::Profile(ProviderId::new("auth0")),
            "who stands behind is no vendor"
        );
    }

    #[test]
    fn no_more_are_compared_than_may_be() {
        let catalogue = catalogue();
        let bounds = Rc::new(Bounds { max_compare: 2, ..Bounds::default() });
        let mut state = link::read("compare=witivio,wflow,avid&view=compare", &catalogue);
        bounds.hold(&mut state, &catalogue);
        assert_eq!((state.compared.len(), &state.view), (2, &View::Compare));
        assert!(state.notices[0].contains("Avid"), "{:?}", state.notices);
    }
}
