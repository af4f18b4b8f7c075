//! The attributes that are lists of ids: those that are known count, and each of the others is a fault.

use super::Reading;
use crate::{
    catalogue::{
        id::{ProviderId, RowId},
        suggest,
    },
    embed::attributes::ids,
    language::{english, phrase},
    state::bounds::Locked,
};

impl Reading<'_> {
    /// The vendors that there are. Where there is none of them, all are shown.
    pub(super) fn providers(&mut self) -> Option<Vec<ProviderId>> {
        let catalogue = self.catalogue;
        let all = || catalogue.vendors().map(|vendor| vendor.id.as_str());
        let missing = english("The catalogue has no vendor “{}”.");
        let found = match self.unknown {
            None => {
                self.known(missing, |id| all().any(|known| known == id), |id| suggest::nearest(id, all()))
            }
            Some(unknown) => {
                let find = |id: &str| unknown.iter().find(|one| one.id == id);
                self.known(missing, |id| find(id).is_none(), |id| find(id)?.near.as_deref())
            }
        }?;
        (!found.is_empty()).then(|| found.iter().map(|id| ProviderId::new(id)).collect())
    }

    /// The rows, and those of the sections, that there are. Where there is none of them, all are shown.
    pub(super) fn rows(&mut self) -> Option<Vec<RowId>> {
        let catalogue = self.catalogue;
        let rows_of = |id: &str| {
            let section = catalogue.sections.iter().find(|section| section.id == *id);
            let rows = section.map_or(&[][..], |section| &section.rows).iter();
            rows.chain(catalogue.rows().filter(|row| row.id == *id))
                .map(|row| row.id.clone())
                .collect::<Vec<_>>()
        };
        let sections = || catalogue.sections.iter().map(|section| section.id.as_str());
        let all = || catalogue.rows().map(|row| row.id.as_str()).chain(sections());
        let found = self.known(
            english("The catalogue has no row or section “{}”."),
            |id| !rows_of(id).is_empty(),
            |id| suggest::nearest(id, all()),
        )?;
        (!found.is_empty()).then(|| found.iter().flat_map(|id| rows_of(id)).collect())
    }

    pub(super) fn locked(&mut self) -> Locked {
        let catalogue = self.catalogue;
        let all = || catalogue.rows().map(|row| row.id.as_str()).chain(["all", "region", "cert"]);
        let found = self.known(
            english("The catalogue has no row of requirements “{}”."),
            |id| all().any(|known| known == id),
            |id| suggest::nearest(id, all()),
        );
        let found = found.unwrap_or_default();
        match found.iter().any(|id| id == "all") {
            true => Locked::All,
            false if found.is_empty() => Locked::None,
            false => Locked::Subjects(found),
        }
    }

    /// The ids of a list that are known; each of the others is a fault.
    fn known<'i>(
        &mut self,
        missing: &str,
        is_known: impl Fn(&str) -> bool,
        nearest: impl Fn(&str) -> Option<&'i str>,
    ) -> Option<Vec<String>> {
        let (known, unknown): (Vec<&str>, Vec<&str>) = ids(self.value?).partition(|id| is_known(id));
        for id in unknown {
            let near = nearest(id).map(|near| phrase(" Did you mean “{}”?", &[&near]));
            self.left_out(&(phrase(missing, &[&id]) + &near.unwrap_or_default()));
        }
        Some(known.into_iter().map(str::to_owned).collect())
    }
}
