//! Actions, and the one function that carries them out.

use super::{
    CellId, Sort, State, View,
    adding::{self, Adding, AddingAction},
    comparing,
    entering::{self, Entry},
    form::{Containment, Direction, Form, OtherPeriod, in_slot},
    results::Arrange,
    stating::{self, StatingAction},
};
use crate::{
    catalogue::{
        Catalogue,
        date::Date,
        duration::Duration,
        id::{CertificationId, ProviderId, RowId},
    },
    comparison::MIN,
    language::phrase,
    requirement::{Holder, PlaceTerm, Requirement, Subject, parse::parse},
};

/// What a visitor, a link or the host page can do.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Takes over a state that was read from a link.
    Restore(Box<State>),
    /// The text of the requirements is now this; it is taken over as soon as every part is understood.
    TypeText(String),
    /// The text is left: what was understood gives way to its printed form.
    LeaveText,
    RemoveRequirement(usize),
    /// Opens a requirement to be changed, and shows its slot in the form where it has one.
    EditRequirement(usize),
    /// Takes back all requirements.
    ClearRequirements,
    /// Back to the beginning: no requirements, no comparison, judged as of today. What was entered besides stays.
    Reset,
    ChooseRole(Subject),
    ChooseContainment(Containment),
    TogglePlace(PlaceTerm),
    ChooseHolder(Holder),
    ToggleCertification(CertificationId),
    ChoosePeriod(RowId),
    ChooseDirection(Direction),
    /// Sets the bound of the retention slot, or takes it back.
    ChooseBound(Option<Duration>),
    TypeNumber(String),
    ChooseUnit(char),
    /// Takes over the period that was written.
    SetOtherPeriod,
    /// In the panel in which a requirement is made.
    Adding(AddingAction),
    /// On a requirement where it stands.
    Stating(StatingAction),
    ToggleForm,
    ToggleAllCertificates,
    ToggleCompared(ProviderId),
    Comparing(comparing::Step),
    Show(View),
    /// Opens the evidence of a cell, or closes it where it is open.
    ToggleEvidence(CellId),
    CloseEvidence,
    Search(String),
    SortBy(Sort),
    Arrange(Arrange),
    /// Shows another page of a group, by its place among the three.
    ShowMore(usize),
    /// `None` is today.
    JudgeAsOf(Option<Date>),
    /// Enters something of the visitor's own.
    Enter(Entry),
    Notify(String),
    DismissNotices,
}

/// The state after an action.
pub fn reduce(state: &State, action: Action, catalogue: &Catalogue) -> State {
    let mut next = state.clone();
    match action {
        Action::Restore(restored) => next = *restored,
        Action::TypeText(text) => {
            let parsed = parse(&text, catalogue);
            if parsed.errors.is_empty() {
                parsed.requirements.iter().rev().for_each(|r| next.form.show(r, catalogue));
                next.requirements = parsed.requirements;
                next.adding = Adding::Closed;
            }
            next.draft = Some(text);
        }
        Action::LeaveText => next.draft = next.draft.filter(|text| !parse(text, catalogue).errors.is_empty()),
        Action::RemoveRequirement(index) => {
            if index < next.requirements.len() {
                next.requirements.remove(index);
            }
            // The places of the others have changed.
            next.adding = Adding::Closed;
        }
        Action::EditRequirement(index) => {
            if let Some(requirement) = next.requirements.get(index) {
                next.form.show(requirement, catalogue);
            }
            adding::door::change(&mut next, AddingAction::Change(index), catalogue);
        }
        Action::ClearRequirements => next.requirements.clear(),
        Action::Reset => {
            let State { project, bounds, .. } = next;
            next = State { form: Form::showing(&[], catalogue), project, bounds, ..State::default() };
        }
        Action::ChooseRole(subject) => next.form.place = subject,
        Action::ChooseContainment(containment) => choose_containment(&mut next, containment),
        Action::TogglePlace(term) => {
            let terms = toggled(next.form.places(&next.requirements), term);
            let requirement = (!terms.is_empty()).then(|| next.form.place_requirement(terms));
            put(&mut next.requirements, next.form.place_slot(&state.requirements), requirement);
        }
        Action::ChooseHolder(holder) => choose_holder(&mut next, holder),
        Action::ToggleCertification(id) => {
            let ids = toggled(next.form.certificates(&next.requirements), id);
            let requirement = (!ids.is_empty()).then(|| next.form.certificate_requirement(ids));
            put(&mut next.requirements, next.form.certificate_slot(&state.requirements), requirement);
        }
        Action::ChoosePeriod(row) => next.form.period = row,
        Action::ChooseDirection(direction) => choose_direction(&mut next, direction),
        Action::ChooseBound(bound) => {
            let requirement = bound.map(|bound| next.form.period_requirement(bound));
            put(&mut next.requirements, next.form.period_slot(&state.requirements), requirement);
        }
        Action::TypeNumber(number) => next.form.other.number = number,
        Action::ChooseUnit(unit) => next.form.other.unit = unit,
        Action::SetOtherPeriod => {
            let OtherPeriod { number, unit, .. } = &next.form.other;
            let bound = format!("P{}{unit}", number.trim()).parse::<Duration>().ok();
            next.form.other.is_wrong = bound.is_none();
            if bound.is_some() {
                return reduce(&next, Action::ChooseBound(bound), catalogue);
            }
        }
        Action::Adding(action) => adding::door::change(&mut next, action, catalogue),
        Action::Stating(action) => stating::change(&mut next, action),
        Action::ToggleForm => next.form.is_open = !next.form.is_open,
        Action::ToggleAllCertificates => next.form.all_certificates = !next.form.all_certificates,
        Action::ToggleCompared(vendor) => toggle_compared(&mut next, vendor, catalogue),
        Action::Comparing(step) => comparing::door::step(&mut next, step, catalogue),
        Action::Show(view) => {
            next.view = view;
            next.evidence = None;
        }
        Action::ToggleEvidence(cell) => {
            next.evidence = if next.evidence.as_ref() == Some(&cell) { None } else { Some(cell) };
        }
        Action::CloseEvidence => next.evidence = None,
        Action::Search(words) => next.search = words,
        Action::SortBy(sort) => next.sort = sort,
        Action::Arrange(action) => next.arrangement.change(action),
        Action::ShowMore(group) => {
            if let Some(further) = next.further.get_mut(group) {
                *further += 1;
            }
        }
        Action::JudgeAsOf(day) => next.as_of = day,
        Action::Enter(entry) => entering::door::enter(&mut next, entry, catalogue),
        Action::Notify(notice) => next.notices.push(notice),
        Action::DismissNotices => next.notices.clear(),
    }
    next.comparing.keep_to(&next.compared);
    // Other results begin with their first page.
    let same = next.requirements == state.requirements && next.search == state.search;
    if !same || next.sort != state.sort || next.as_of != state.as_of {
        next.further = [0; 3];
    }
    next
}

/// A switch changes the requirement of its slot, unless the new slot already has one of its own.
fn choose_containment(state: &mut State, containment: Containment) {
    let terms = state.form.places(&state.requirements).to_vec();
    let slot = state.form.place_slot(&state.requirements);
    state.form.containment = containment;
    if let (Some(index), None) = (slot, state.form.place_slot(&state.requirements)) {
        state.requirements[index] = state.form.place_requirement(terms);
    }
}

fn choose_holder(state: &mut State, holder: Holder) {
    let ids = state.form.certificates(&state.requirements).to_vec();
    let slot = state.form.certificate_slot(&state.requirements);
    state.form.holder = holder;
    if let (Some(index), None) = (slot, state.form.certificate_slot(&state.requirements)) {
        state.requirements[index] = state.form.certificate_requirement(ids);
    }
}

fn choose_direction(state: &mut State, direction: Direction) {
    let bound = state.form.bound(&state.requirements);
    let slot = state.form.period_slot(&state.requirements);
    state.form.direction = direction;
    if let (Some(index), Some(bound), None) = (slot, bound, state.form.period_slot(&state.requirements)) {
        state.requirements[index] = state.form.period_requirement(bound);
    }
}

fn toggle_compared(state: &mut State, vendor: ProviderId, catalogue: &Catalogue) {
    if let Some(index) = state.compared.iter().position(|id| *id == vendor) {
        state.compared.remove(index);
        if state.compared.len() < MIN {
            state.view = View::Results;
        }
        if state.evidence.as_ref().is_some_and(|cell| cell.provider == vendor) && state.view == View::Compare
        {
            state.evidence = None;
        }
    } else if state.compared.len() < state.bounds.max_compare {
        state.compared.push(vendor);
    } else {
        let name = catalogue.provider_name(&vendor);
        let most = state.bounds.max_compare;
        state.notices.push(phrase(
            "{} was not added: at most {} vendors fit side by side. Take one out first.",
            &[&name, &most],
        ));
    }
}

fn toggled<T: Clone + PartialEq>(items: &[T], item: T) -> Vec<T> {
    let mut items = items.to_vec();
    match items.iter().position(|known| *known == item) {
        Some(index) => drop(items.remove(index)),
        None => items.push(item),
    }
    items
}

/// Puts a requirement in its slot, appends it, or takes it out.
fn put(requirements: &mut Vec<Requirement>, slot: Option<usize>, requirement: Option<Requirement>) {
    match (slot, requirement) {
        (Some(index), Some(requirement)) => {
            requirements[index] = in_slot(requirement, Some(index), requirements);
        }
        (Some(index), None) => drop(requirements.remove(index)),
        (None, Some(requirement)) => requirements.push(requirement),
        (None, None) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    #[test]
    fn other_results_begin_with_their_first_page() {
        let catalogue = embedded::catalogue().unwrap_or_default();
        let act = |state: &State, action| reduce(state, action, &catalogue);
        let more = act(&act(&State::default(), Action::ShowMore(1)), Action::ShowMore(1));
        assert_eq!(act(&more, Action::ShowMore(7)).further, [0, 2, 0]);
        assert_eq!(act(&more, Action::ToggleCompared(ProviderId::new("avid"))).further, [0, 2, 0]);
        let by_backup = Sort { by: "ret-backup".to_owned(), descending: true };
        for other in [
            Action::Search("w".to_owned()),
            Action::SortBy(by_backup),
            Action::TypeText("region in EEA".to_owned()),
            Action::JudgeAsOf("2020-01-01".parse().ok()),
        ] {
            assert_eq!(act(&more, other).further, [0; 3]);
        }
    }
}
