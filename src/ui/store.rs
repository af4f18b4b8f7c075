//! Keeps the state and carries out actions on it.

use std::rc::Rc;

use yew::Reducible;

use crate::{
    catalogue::Catalogue,
    state::{
        State,
        reduce::{Action, reduce},
    },
};

#[derive(Clone)]
pub struct Store {
    pub catalogue: Rc<Catalogue>,
    pub state: Rc<State>,
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = reduce(&self.state, action, &self.catalogue);
        Rc::new(Self { catalogue: self.catalogue.clone(), state: Rc::new(state) })
    }
}
