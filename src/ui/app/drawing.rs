//! From what the app holds to what is seen.

use yew::prelude::*;

use super::{App, Message, Props};
use crate::{
    comparison::MIN,
    state::View,
    ui::{
        ask::ask,
        asking::{differ, totals},
        effect::Effect,
        element::el,
        form::requirements_form,
        head::head,
        later::door,
        notices::notices,
        outcome_bar::outcome_bar,
        page::Page,
        results::results,
        tray::tray,
    },
};

impl App {
    /// Everything that is seen.
    pub(super) fn draw(&self, ctx: &yew::Context<Self>) -> Html {
        let page = self.page(ctx);
        let app = el("div", "app").child(head(&page)).child(notices(&page)).all(self.body(&page));
        let said = el("p", "sr").is("role", "status").text(self.said.clone());
        // What is dropped is not opened in the place of the page.
        let keep = Callback::from(|event: DragEvent| event.prevent_default());
        let app = el("div", "vc")
            .is("part", "app")
            .node(&self.root)
            .on_dragover(keep)
            .on_drop(page.on_drop())
            .with(app);
        app.with(said).into()
    }

    /// What every part is drawn from.
    fn page(&self, ctx: &yew::Context<Self>) -> Page {
        let Props { others, window, today, language, effect, .. } = ctx.props();
        self.asking.wanted.take();
        let found = self.found(ctx.props());
        Page {
            catalogue: self.mine.catalogue.clone(),
            state: self.state.clone(),
            outcome: self.outcome.clone(),
            totals: totals(&self.outcome, window.as_deref(), found.as_deref()),
            found,
            others: others.clone(),
            window: window.clone(),
            wanted: self.asking.wanted.clone(),
            is_waiting: window.is_some() && differ(&self.state, &self.judged, ctx.props()),
            as_of: self.state.as_of.unwrap_or(*today),
            today: *today,
            language: *language,
            keeping: ctx.props().keeping,
            undo: self.history.can_go_back().then(|| self.undo(ctx)),
            later: self.later.clone(),
            try_again: ctx.link().callback(|_| Message::TryAgain),
            unreadable: self.mine.unreadable.clone(),
            is_in_history: ctx.props().is_in_history,
            outlines: self.outlines.clone(),
            fetch_outlines: {
                let told = ctx.link().callback(Message::Outlines);
                effect.reform(move |()| Effect::LoadOutlines(told.clone()))
            },
            dispatch: ctx.link().callback(Message::Act),
            effect: effect.clone(),
            choose: ctx.link().callback(Message::Chosen),
            copied: ctx.link().callback(Message::Copied),
        }
    }

    fn body(&self, page: &Page) -> Vec<Html> {
        match &self.state.view {
            View::Compare if self.state.compared.len() >= MIN => {
                vec![self.later.show(page, || door::compare(page))]
            }
            View::Questions => vec![self.later.show(page, || door::questions(page)), tray(page)],
            View::Record => vec![self.later.show(page, || door::record(page))],
            View::Profile(id) => {
                vec![self.later.show(page, || door::profile(id, page)), tray(page)]
            }
            View::Compare | View::Results => {
                let shown = self.as_judged(page);
                let work = el("div", "work").child(requirements_form(page)).child(results(&shown));
                vec![ask(page), outcome_bar(&shown), work.into(), tray(page)]
            }
        }
    }

    /// The page with the requirements that its results answer.
    fn as_judged(&self, page: &Page) -> Page {
        if page.is_waiting { door::as_judged(&self.judged, page) } else { page.clone() }
    }

    /// Takes the last step back: by the browser, where that keeps the steps.
    fn undo(&self, ctx: &yew::Context<Self>) -> Callback<()> {
        let before = self.history.number().saturating_sub(1);
        match ctx.props().is_in_history {
            true => ctx.props().effect.reform(|()| Effect::Back),
            false => ctx.link().callback(move |()| Message::Travel(before)),
        }
    }
}
