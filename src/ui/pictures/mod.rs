//! Where data sits and how long it is kept, as pictures. They need the outlines of countries, which are fetched when
//! somebody opens them.

mod key;
mod map;
mod mark;
mod time_axis;

use std::rc::Rc;

use yew::prelude::*;

use super::{
    element::{el, list},
    icon::{Sign, icon},
    page::Page,
};
use crate::{
    catalogue::id::ProviderId,
    language::phrase,
    pictures::{Geography, Map, TimeAxis},
    state::View,
};

/// The outlines of countries: `None` until they have come, else these, or why they could not be had.
pub type Outlines = Option<Result<Rc<Geography>, Rc<str>>>;

/// The disclosure that holds the pictures of the vendors on the page.
pub fn disclosure(page: &Page) -> Html {
    let fetch = page.fetch_outlines.clone();
    let is_here = matches!(page.outlines, Some(Ok(_)));
    let on_click = Callback::from(move |_: MouseEvent| {
        if !is_here {
            fetch.emit(());
        }
    });
    let summary = el("summary", "")
        .is("id", "pictures")
        .on_click(on_click)
        .child(icon(Sign::Chevron))
        .says("Show where data sits on a map, and how long it is kept");
    let body = match &page.outlines {
        Some(Ok(geography)) => pictures(page, geography),
        Some(Err(words)) => el("p", "")
            .is("role", "alert")
            .text(phrase(
                "The map could not be drawn. {} Close this part and open it again to try once more.",
                &[&words],
            ))
            .into(),
        None => el("p", "muted").is("role", "status").says("The map is being fetched.").into(),
    };
    el("details", "astext pictures").with(summary).with(el("div", "pictures__body").child(body)).into()
}

/// The pictures of the vendor whose page is shown, or of those that are compared.
pub fn pictures(page: &Page, geography: &Geography) -> Html {
    let vendors: &[ProviderId] = match &page.state.view {
        View::Profile(id) => std::slice::from_ref(id),
        View::Compare | View::Results | View::Questions | View::Record => &page.state.compared,
    };
    let requirements = &page.state.requirements;
    let map = Map::of(vendors, requirements, page.context(), geography);
    let axis = TimeAxis::of(vendors, requirements, page.context());
    list(vec![map::map(&map), time_axis::time_axis(&axis)])
}
