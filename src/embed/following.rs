//! The state and the address follow each other.

use std::{cell::RefCell, rc::Rc};

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::Callback;

use super::{
    address, beginning,
    keeping::Place,
    running::Running,
    service::{Asking, Opens},
};
use crate::{
    state::{State, link},
    ui::{Change, Message},
};

/// What every state is followed by: the address, what is kept for the next time, and what is known of it here.
pub fn following(links: bool, place: Option<Rc<Place>>, latest: Rc<RefCell<Rc<State>>>) -> Callback<Change> {
    Callback::from(move |change: Change| {
        if links {
            address::write(&change);
        }
        if let Some(place) = &place {
            place.keep_link(&link::write(&change.state, ""));
        }
        latest.replace(change.state);
    })
}

/// Calls for the state in the address whenever the visitor goes back or forward, until it is dropped.
pub fn follow_navigation(
    element: &HtmlElement,
    running: &Rc<RefCell<Running>>,
    asking: Option<Rc<Asking>>,
) -> EventListener {
    let element = element.clone();
    let running = Rc::downgrade(running);
    address::on_navigation(move || {
        if let Some(asking) = &asking {
            // The link may name vendors that are not here.
            return asking.open(beginning::door::question(&element, None, None), Opens::Address);
        }
        let Some(running) = running.upgrade() else { return };
        let running = running.borrow();
        match address::number() {
            Some(number) => running.send(Message::Travel(number)),
            None => running.send(Message::Follow(address::query())),
        }
    })
}
