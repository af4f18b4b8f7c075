//! The time axis. Its words are text beside the bars, so they can be read aloud, wrap, and need no other form.

use yew::prelude::*;

use super::{map::percent, mark::named};
use crate::{
    catalogue::{value::Limit, words::capitalised},
    language::{english, say},
    pictures::{
        Certainty, Portrayed, TimeAxis,
        time_axis::{AxisBound, AxisRow, END, Lane, Span, Tick},
    },
    ui::element::{Element, el},
};

/// The axis with its rows, and what its lines mean.
pub fn time_axis(axis: &TimeAxis) -> Html {
    let rows = axis.rows.iter().map(|row| self::row(row, &axis.vendors)).collect();
    let words = english(
        "From one day to ten years; each step to the right is several times as long as the one before.",
    );
    let caption = el("figcaption", "")
        .with(el("h3", "").says("How long it is kept"))
        .with(el("p", "small muted").says(words));
    let body = el("div", "axis").with(grid(axis)).with(el("dl", "axis__rows").all(rows)).with(ticks(axis));
    el("figure", "picture").with(caption).with(body).child(key(axis)).into()
}

fn svg(class: &'static str) -> Element {
    el("svg", class).is("aria-hidden", "true")
}

/// A line from one position to another, at a height.
fn line(class: &'static str, from: i32, to: i32, y: String) -> Element {
    el("line", class).attr("x1", percent(from)).attr("x2", percent(to)).attr("y1", y.clone()).attr("y2", y)
}

fn upright(class: &'static str, at: i32, from: String, to: String) -> Element {
    el("line", class).attr("x1", percent(at)).attr("x2", percent(at)).attr("y1", from).attr("y2", to)
}

fn grid(axis: &TimeAxis) -> Element {
    let line = |at| upright("", at, "0%".to_owned(), "100%".to_owned()).into();
    svg("axis__grid").all(axis.ticks.iter().map(|tick| line(tick.at)).collect())
}

fn ticks(axis: &TimeAxis) -> Element {
    let name = |tick: &Tick| {
        let anchor = match tick.at {
            0 => "start",
            END => "end",
            _ => "middle",
        };
        el("text", if tick.is_minor { "minor" } else { "" })
            .attr("x", percent(tick.at))
            .is("y", "14")
            .is("text-anchor", anchor)
            .says(tick.words)
            .into()
    };
    svg("axis__ticks").all(axis.ticks.iter().map(name).collect())
}

fn row(row: &AxisRow, vendors: &[Portrayed]) -> Html {
    let bounds = row.bounds.iter().map(|bound| el("span", "bound").text(bound.words.clone()).into());
    let lanes = row.lanes.iter().map(|lane| self::lane(lane, vendors)).collect();
    el("div", "axis__row")
        .attr("data-row", row.id.to_string())
        .with(el("dt", "").with(el("b", "").name(&row.name)).all(bounds.collect()))
        .with(el("dd", "").with(self::bounds(&row.bounds)).all(lanes))
        .into()
}

/// What the visitor requires, behind the bars of its row.
fn bounds(bounds: &[AxisBound]) -> Element {
    let drawn = bounds.iter().flat_map(|bound| {
        let (from, to) = if bound.is_upper { (0, bound.at) } else { (bound.at, END) };
        let area =
            el("rect", "").attr("x", percent(from)).attr("width", percent(to - from)).is("height", "100%");
        [area.into(), upright("", bound.at, "0%".to_owned(), "100%".to_owned()).into()]
    });
    svg("axis__bounds").all(drawn.collect())
}

fn lane(lane: &Lane, vendors: &[Portrayed]) -> Html {
    let is_alone = vendors.len() == 1;
    let vendor = vendors.get(lane.vendor).filter(|_| !is_alone).map(|vendor| named(vendor, false));
    let words = el("span", if lane.spans.is_empty() { "muted" } else { "" });
    let words = words.text(capitalised(&lane.words.join(say("; "))));
    let height = lane.spans.len().max(1) * 14;
    let bars = svg("bars").attr("height", height.to_string());
    let bars = match lane.spans.as_slice() {
        [] => bars.with(line("silent", 0, END, "7".to_owned())),
        spans => bars.all(spans.iter().zip(0..).map(|(span, index)| bar(*span, 7 + index * 14)).collect()),
    };
    el("div", if lane.spans.is_empty() { "lane lane--silent" } else { "lane" })
        .with(el("div", "lane__words").maybe(vendor).with(words))
        .with(bars)
        .into()
}

/// Solid is what is kept for sure, dashed what may be.
fn bar(span: Span, y: i32) -> Html {
    let class = match span.certainty {
        Certainty::Stated => "bar",
        Certainty::Cited => "bar cited",
        Certainty::Possible => "bar possible",
    };
    let height = y.to_string();
    let end = || el("circle", "").attr("cx", percent(span.to)).attr("cy", y.to_string()).is("r", "5");
    let stop = || upright("", span.to, (y - 6).to_string(), (y + 6).to_string());
    let shape = el("g", class);
    match span.limit {
        Limit::Fixed => shape.with(line("", 0, span.to, height)).with(end()),
        Limit::AtMost => shape.with(line("open", 0, span.to, height)).with(stop()),
        Limit::AtLeast => {
            let rest = line("open", span.to, END, height.clone());
            let arrow = el("svg", "spot").attr("x", percent(END)).attr("y", height.clone());
            let arrow = arrow.with(el("path", "").is("d", "m-7-5 7 5-7 5"));
            shape.with(line("", 0, span.to, height)).with(end()).with(rest).with(arrow)
        }
    }
    .into()
}

/// What the lines mean, for those that are there.
fn key(axis: &TimeAxis) -> Html {
    let spans = || axis.rows.iter().flat_map(|row| &row.lanes).flat_map(|lane| &lane.spans);
    let has = |limit| spans().any(|span| span.limit == limit);
    let entry = |is_there: bool, to: i32, limit, words: &'static str| {
        let sample = svg("sample sample--bar")
            .with(el("g", "").child(bar(Span { to, limit, certainty: Certainty::Stated }, 7)));
        is_there.then(|| el("li", "").with(sample).says(words).into())
    };
    let entries = [
        entry(has(Limit::Fixed), 8_000, Limit::Fixed, english("This long")),
        entry(has(Limit::AtMost), 9_000, Limit::AtMost, english("At most this long")),
        entry(has(Limit::AtLeast), 5_000, Limit::AtLeast, english("At least this long, with no end named")),
    ];
    el("ul", "key small").all(entries.into_iter().flatten().collect()).into()
}
