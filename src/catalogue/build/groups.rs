//! Groups of places and their dated memberships.

use super::Checker;
use crate::catalogue::{
    Catalogue,
    id::GroupId,
    place::{Group, Member, Place},
    problem::told,
    source::{CatalogueSource, GroupSource, MemberSource},
};

pub fn groups(source: &CatalogueSource, catalogue: &mut Catalogue, checker: &mut Checker) {
    checker.unique("group", source.groups.iter().enumerate().map(|(i, g)| (told!("groups[{i}].id"), &*g.id)));
    for (index, group) in source.groups.iter().enumerate() {
        let path = told!("groups[{index}]");
        group_id(&told!("{path}.id"), &group.id, &catalogue.places, checker);
        checker.filled(&told!("{path}.source"), &group.source);
        let mut members = own_members(group, &path, catalogue, checker);
        members.extend(included(group, &path, catalogue, checker));
        if members.is_empty() {
            checker.report(&path, "the group has no member", None);
        }
        catalogue.groups.push(Group {
            id: GroupId::new(&group.id),
            name: group.name.clone(),
            in_words: group.in_words.clone(),
            summary: group.summary.clone(),
            source: group.source.clone(),
            members,
        });
    }
}

/// A group stands in requirements beside places, so its id must be one word and no place's code.
fn group_id(path: &str, id: &str, places: &[Place], checker: &mut Checker) {
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        checker.report(path, told!("\"{id}\" is not an id of a group: letters, digits and hyphens"), None);
    }
    if let Some(place) = places.iter().find(|p| p.code.to_string().eq_ignore_ascii_case(id)) {
        checker.report(path, told!("\"{id}\" is the code of a place ({})", place.name), None);
    }
}

fn own_members(group: &GroupSource, path: &str, catalogue: &Catalogue, checker: &mut Checker) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for (index, source) in group.members.iter().enumerate() {
        let path = told!("{path}.members[{index}]");
        let Some(member) = member(source, &path, catalogue, checker) else { continue };
        // On a day that two memberships share, one could say "only for some" and the other "for all".
        if members.iter().any(|other| overlap(other, &member)) {
            let message = told!("{} is already a member at that time", member.place);
            let help = told!("let the earlier membership end with the day before, or join the two");
            checker.report(&path, message, Some(help));
        }
        members.push(member);
    }
    members
}

fn member(source: &MemberSource, path: &str, catalogue: &Catalogue, checker: &mut Checker) -> Option<Member> {
    let place = checker.place(&told!("{path}.place"), &source.place, &catalogue.places);
    let valid_from = checker.date(&told!("{path}.valid_from"), &source.valid_from);
    let to_path = told!("{path}.valid_to");
    let valid_to = source.valid_to.as_deref().and_then(|to| checker.date(&to_path, to));
    if let Some(condition) = &source.condition {
        checker.filled(&told!("{path}.condition"), condition);
    }
    let (place, valid_from) = (place?, valid_from?);
    if valid_to.is_some_and(|to| to < valid_from) {
        checker.report(&to_path, "the membership ends before it begins", None);
    }
    Some(Member { place, valid_from, valid_to, condition: source.condition.clone() })
}

fn overlap(a: &Member, b: &Member) -> bool {
    let ends_before = |a: &Member, b: &Member| a.valid_to.is_some_and(|to| to < b.valid_from);
    a.place == b.place && !ends_before(a, b) && !ends_before(b, a)
}

/// The members of the groups that this one includes. Only groups that stand before it are known here, so no group
/// can include itself, by whatever way round.
fn included(group: &GroupSource, path: &str, catalogue: &Catalogue, checker: &mut Checker) -> Vec<Member> {
    let mut members = Vec::new();
    for (index, id) in group.includes.iter().enumerate() {
        match catalogue.groups.iter().find(|known| known.id == **id) {
            Some(known) => members.extend(known.members.iter().cloned()),
            None => {
                let known = catalogue.groups.iter().map(|known| known.id.as_str());
                checker.unknown(
                    &told!("{path}.includes[{index}]"),
                    "a group that stands before this one",
                    id,
                    known,
                );
            }
        }
    }
    members
}
