//! The part of the program that is loaded when it is first asked for.
//!
//! The release build puts all that is called only through a [`door`] into a file of its own (xtask/src/split). A view
//! behind a door is drawn by [`Later::show`], which waits until that file is there.

use yew::prelude::*;

use super::{
    element::{Element, button, el},
    page::Page,
};
use crate::language::english;
use crate::state::{
    State, View,
    adding::Adding,
    reduce::Action,
    results::{Layout, are_arranged},
};

/// What is entered from here only, so that it can come later.
///
/// What these call may be called from elsewhere as well; then it is simply there from the beginning. No door may have
/// the same body as another function, or the compiler makes one of the two.
pub mod door {
    use std::rc::Rc;

    use yew::Html;

    use crate::{
        catalogue::{Catalogue, date::Date, id::ProviderId},
        embedded,
        pictures::Geography,
        project::Project,
        requirement::{outcome::Outcome, verdict::Verdict},
        state::{
            CellId, State,
            others::{Begun, Others},
            results, window,
        },
        ui::{
            adding,
            app::Props,
            asking::Asking,
            carried::{self, Carried},
            compare,
            effect::{Effect, Template},
            evidence, large,
            page::Page,
            profile,
            project::{self, Opening, Standing},
            questions, record, table,
        },
    };

    /// Vendors side by side.
    #[inline(never)]
    pub fn compare(page: &Page) -> Html {
        compare::compare(page)
    }

    /// Everything about one provider.
    #[inline(never)]
    pub fn profile(id: &ProviderId, page: &Page) -> Html {
        profile::profile(id, page)
    }

    /// The panel in which a requirement is made.
    #[inline(never)]
    pub fn panel(page: &Page) -> Html {
        adding::panel(page)
    }

    /// The results as a table.
    #[inline(never)]
    pub fn table(page: &Page) -> Html {
        table::table(page)
    }

    /// The vendors who are looked for, in the chosen order.
    #[inline(never)]
    pub fn found(state: &State, outcome: &Outcome, catalogue: &Catalogue) -> Vec<ProviderId> {
        results::found(state, outcome, catalogue)
    }

    /// What to ask the vendors.
    #[inline(never)]
    pub fn questions(page: &Page) -> Html {
        questions::questions(page)
    }

    /// The decision record.
    #[inline(never)]
    pub fn record(page: &Page) -> Html {
        record::record(page)
    }

    /// The whole of the embedded catalogue.
    #[inline(never)]
    pub fn completed(brief: &Catalogue) -> Rc<Catalogue> {
        Rc::new(embedded::completed(brief))
    }

    /// What the later views add to the stylesheet.
    #[inline(never)]
    pub fn stylesheet() -> &'static str {
        include_str!(concat!(env!("OUT_DIR"), "/later.css"))
    }

    /// What the page asks about a catalogue that it does not hold.
    #[inline(never)]
    pub fn question(state: &State, today: Date, count: &[String], vendors: &[&ProviderId]) -> String {
        window::question(state, today, count, vendors)
    }

    /// With what the page begins over a catalogue that is not the one in the program.
    #[inline(never)]
    pub fn begun(answer: &str) -> Result<Begun, String> {
        Begun::read(answer)
    }

    /// Who is left out of such a catalogue.
    #[inline(never)]
    pub fn left_out(others: &Others) -> Html {
        large::left_out(others)
    }

    /// How much is shown of a group of such a catalogue, and what shows more.
    #[inline(never)]
    pub fn more(verdict: Verdict, shown: usize, page: &Page) -> Html {
        large::more(verdict, shown, page)
    }

    /// Asks about such a catalogue what the last drawing lacked.
    #[inline(never)]
    pub fn ask(asking: &mut Asking, state: &Rc<State>, props: &Props) {
        asking.ask(state, props);
    }

    /// The page with the requirements that its results answer, while an answer is still to come.
    #[inline(never)]
    pub fn as_judged(judged: &State, page: &Page) -> Page {
        let mut state = (*page.state).clone();
        state.requirements.clone_from(&judged.requirements);
        let as_of = judged.as_of.unwrap_or(page.today);
        Page { state: Rc::new(state), as_of, ..page.clone() }
    }

    /// The evidence of a cell.
    #[inline(never)]
    pub fn evidence(cell: &CellId, level: &'static str, page: &Page) -> Html {
        evidence::evidence(cell, level, page)
    }

    /// The catalogue with what the visitor has added, and what could not be added.
    #[inline(never)]
    pub fn joined(base: &Rc<Catalogue>, entered: &Project) -> (Rc<Catalogue>, Vec<String>) {
        project::joined(base, entered)
    }

    /// The same, where it is not what it was before.
    #[inline(never)]
    pub fn rejoined(
        base: &Rc<Catalogue>,
        entered: &Project,
        before: &Project,
    ) -> Option<(Rc<Catalogue>, Vec<String>)> {
        (!entered.adds_the_same(before)).then(|| project::joined(base, entered))
    }

    /// What a file of the visitor's holds.
    #[inline(never)]
    pub fn opened(name: &str, text: &str, standing: Standing, entered: &Project) -> Opening {
        project::opened(name, text, standing, entered)
    }

    /// Reads the outlines of countries.
    #[inline(never)]
    pub fn geography(text: &str) -> Result<Rc<Geography>, String> {
        Geography::read(text).map(Rc::new).map_err(|error| error.to_string())
    }

    /// What the visitor takes away, as something for the browser to do.
    #[inline(never)]
    pub fn carried(what: &Carried, page: &Page) -> Effect {
        carried::effect(what, page)
    }

    /// Makes an offline file and gives it to the visitor.
    #[inline(never)]
    pub fn send(template: Result<Template, String>, page: &Page) {
        carried::send(template, page);
    }

    /// What the browser is to keep of a project.
    #[inline(never)]
    pub fn kept(entered: &Project) -> String {
        project::kept(entered)
    }
}

/// Whether the part is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Later {
    #[default]
    Absent,
    /// Asked for.
    Coming,
    Here,
    /// It could not be had: why, in words.
    Failed(String),
}

/// Whether the part is to be there for a state: it is needed, or a part of the results waits for it.
pub fn is_wanted(state: &State) -> bool {
    is_needed(state) || are_arranged(state) || state.arrangement.layout == Layout::Table
}

/// Whether the part is needed to show a state, but for its results.
pub fn is_needed(state: &State) -> bool {
    match state.view {
        View::Results => state.adding != Adding::Closed || state.evidence.is_some(),
        View::Compare | View::Profile(_) | View::Questions | View::Record => true,
    }
}

/// Whether the part is needed to carry an action out.
pub fn carries_out(action: &Action) -> bool {
    matches!(action, Action::Enter(_) | Action::Adding(_) | Action::EditRequirement(_))
}

impl Later {
    /// Draws what is behind a door, or says that it is coming.
    pub fn show(&self, page: &Page, behind: impl FnOnce() -> Html) -> Html {
        match self {
            Later::Here => behind(),
            Later::Absent | Later::Coming => {
                let words = el("p", "").is("role", "status").says("This part of the page is being loaded.");
                waiting(english("One moment"), page).with(words).into()
            }
            Later::Failed(words) => {
                let again = button("btn", page.try_again.clone()).says("Try again");
                let why = el("p", "").is("role", "alert").text(words.clone());
                waiting(english("This part of the page could not be loaded"), page)
                    .with(why)
                    .with(again)
                    .into()
            }
        }
    }
}

/// What stands in the place of a view, or of a part of the results, which have their heading.
fn waiting(title: &'static str, page: &Page) -> Element {
    let heading = el("h2", "").says(title);
    match page.state.view {
        View::Results => el("div", "panel waiting").with(heading),
        _ => el("section", "results")
            .is("aria-labelledby", "view-heading")
            .with(heading.is("id", "view-heading").is("tabindex", "-1")),
    }
}
