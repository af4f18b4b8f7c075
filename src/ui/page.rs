//! What every part of the page can see: the catalogue, the state, what follows from both, and how to act.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

use super::{
    carried::Carried,
    effect::Effect,
    element::value_of,
    later::{Later, door},
    pictures::Outlines,
};
use crate::{
    catalogue::{
        Catalogue,
        date::Date,
        id::{ProviderId, RowId},
    },
    language::Language,
    requirement::{
        Requirement,
        counts::{self, Counts},
        evaluate::Context,
        outcome::{Assessment, Outcome},
        verdict::Verdict,
    },
    state::{
        CellId, State,
        entering::{Entry, Field},
        others::Others,
        reduce::Action,
        window::{Totals, Window},
    },
};

/// What every part of the page is drawn from. Cheap to clone.
#[derive(Clone)]
pub struct Page {
    pub catalogue: Rc<Catalogue>,
    pub state: Rc<State>,
    pub outcome: Rc<Outcome>,
    pub totals: Totals,
    /// The vendors among the results, in order, where they are searched or sorted here; `None` is all.
    pub found: Option<Rc<Vec<ProviderId>>>,
    /// Which catalogue it is, where it is not the one in the program.
    pub others: Option<Rc<Others>>,
    /// What is known of a catalogue of which only a part is here.
    pub window: Option<Rc<Window>>,
    /// The options whose counts were looked for while the page was drawn.
    pub wanted: Rc<RefCell<Vec<String>>>,
    /// Whether the results are those of an earlier state, because the answer is still to come.
    pub is_waiting: bool,
    /// The day as of which everything is judged.
    pub as_of: Date,
    pub today: Date,
    /// In which the page speaks.
    pub language: Language,
    /// Whether what is entered is kept for the next time; `None` where nobody has asked for it.
    pub keeping: Option<bool>,
    /// Takes the last step back, where there is one.
    pub undo: Option<Callback<()>>,
    /// Whether the part of the program is here that comes later.
    pub later: Later,
    /// Asks for that part once more.
    pub try_again: Callback<MouseEvent>,
    /// What was kept of an earlier visit and cannot be read.
    pub unreadable: Option<Rc<str>>,
    /// Whether the address of the window is that of this page.
    pub is_in_history: bool,
    /// What maps are drawn with, once somebody has asked for one.
    pub outlines: Outlines,
    pub fetch_outlines: Callback<()>,
    pub dispatch: Callback<Action>,
    /// Does what only the surroundings can do.
    pub effect: Callback<Effect>,
    /// Takes a file that the visitor has chosen.
    pub choose: Callback<File>,
    /// Told whether a text is on the clipboard.
    pub copied: Callback<bool>,
}

impl Page {
    /// For what judges.
    pub fn context(&self) -> Context<'_> {
        Context { catalogue: &self.catalogue, as_of: self.as_of }
    }

    /// What is shown of a group, in order; `None` is every vendor.
    pub fn shown(&self, group: Option<Verdict>) -> Vec<&Assessment> {
        let in_group = |a: &&Assessment| group.is_none_or(|verdict| a.verdict == verdict);
        let ids = match (&self.window, &self.found) {
            // Without requirements, every vendor meets them.
            (Some(window), _) => window.shown(group.unwrap_or(Verdict::Yes)),
            (None, Some(found)) => &found[..],
            (None, None) => return self.outcome.assessments.iter().filter(in_group).collect(),
        };
        ids.iter().filter_map(|id| self.outcome.of_vendor(id)).filter(in_group).collect()
    }

    /// What an option would leave; `None` while that is not known.
    pub fn counts(&self, option: &Requirement) -> Option<Counts> {
        let Some(window) = &self.window else {
            let among = self.found.as_ref().map(|found| &found[..]);
            let requirements = &self.state.requirements;
            return Some(counts::of_option_among(among, option, requirements, self.context()));
        };
        let option = option.to_string();
        let counts = window.counts(&option);
        self.wanted.borrow_mut().push(option);
        counts
    }

    pub fn act(&self, action: Action) {
        self.dispatch.emit(action);
    }

    /// A callback that acts, whatever the event says.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_: E| dispatch.emit(action.clone()))
    }

    /// A callback that acts by the value of the field that the event came from. A plain function, because every
    /// closure would be written out once more in the program.
    pub fn on_value<E: AsRef<web_sys::Event> + 'static>(
        &self,
        action: fn(&Page, &str) -> Option<Action>,
    ) -> Callback<E> {
        let page = self.clone();
        Callback::from(move |event: E| page.act_by_value(event.as_ref(), action))
    }

    /// A callback that writes the value of the field that the event came from.
    pub fn on_field<E: AsRef<web_sys::Event> + 'static>(&self, field: Field) -> Callback<E> {
        let page = self.clone();
        Callback::from(move |event: E| {
            let text = value_of(event.as_ref()).unwrap_or_default();
            page.act(Action::Enter(Entry::Write(field.clone(), text)));
        })
    }

    /// A callback that opens the files that were chosen in a field.
    pub fn on_file(&self) -> Callback<Event> {
        let choose = self.choose.clone();
        Callback::from(move |event: Event| {
            let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            opened(field.as_ref().and_then(HtmlInputElement::files), &choose);
            // The same file can be chosen again.
            field.iter().for_each(|field| field.set_value(""));
        })
    }

    /// A callback that opens the files that were dropped.
    pub fn on_drop(&self) -> Callback<DragEvent> {
        let choose = self.choose.clone();
        Callback::from(move |event: DragEvent| {
            if let Some(files) = event.data_transfer().and_then(|dropped| dropped.files()) {
                event.prevent_default();
                opened(Some(files), &choose);
            }
        })
    }

    /// A callback that gives the visitor something to take away.
    pub fn on_carry(&self, what: Carried) -> Callback<MouseEvent> {
        let page = self.clone();
        Callback::from(move |_: MouseEvent| page.effect.emit(door::carried(&what, &page)))
    }

    fn act_by_value(&self, event: &web_sys::Event, action: fn(&Page, &str) -> Option<Action>) {
        if let Some(action) = value_of(event).and_then(|value| action(self, &value)) {
            self.act(action);
        }
    }

    pub fn shows_evidence_of(&self, provider: &ProviderId, row: &RowId) -> bool {
        self.state.evidence.as_ref().is_some_and(|cell| cell.provider == *provider && cell.row == *row)
    }

    /// The mark that opens the evidence of a cell, as an element id.
    pub fn mark_id(cell: &CellId) -> String {
        format!("evidence-of-{}-{}", cell.provider, cell.row)
    }
}

fn opened(files: Option<FileList>, choose: &Callback<File>) {
    let files = files.iter().flat_map(|files| (0..files.length()).filter_map(|index| files.get(index)));
    files.for_each(|file| choose.emit(file));
}
