//! Vendors side by side as a piece of HTML that needs no script and no style: for readers who have no script, and for
//! machines that read pages. Its classes and ids begin with `vc-`, because it stands in pages of others.

use super::escape::{element, text};
use crate::{
    catalogue::{
        claim::{Claim, Evidence},
        identity::Identity,
        provider::Provider,
        row::Row,
        words::{capitalised, date},
    },
    comparison::{Cell, Matrix, MatrixRow, MatrixSection},
    export::{
        cell::{self, Line},
        said::{as_sentence, cited},
    },
    project::decision::Passage,
    requirement::{
        Requirement,
        evaluate::Context,
        ground::Finding,
        outcome::{Assessment, assess},
        verdict::Verdict,
        words,
    },
};

/// Which evidence stands below the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cited {
    /// What the reasons rest on.
    Reasons,
    /// That of every cell as well, which makes the whole about twice as long.
    Everything,
}

/// The vendors of a matrix: what is required and how it came out with its reasons, then each row; below it the evidence, and
/// which catalogue it is.
pub fn fragment<'a>(
    matrix: &'a Matrix,
    requirements: &'a [Requirement],
    context: Context<'a>,
    identity: &Identity,
    cited: Cited,
) -> String {
    let vendors: Vec<&Provider> =
        matrix.vendors.iter().filter_map(|id| context.catalogue.provider(id)).collect();
    let mut table = Table { vendors, requirements, context, cited, passages: Vec::new() };
    let mut bodies = vec![table.outcome()];
    bodies.extend(matrix.sections.iter().map(|section| table.section(section)));
    let rows = format!("{}{}\n{}", table.caption(), table.heading(), bodies.concat());
    let wide = "tabindex=\"0\" role=\"region\" aria-label=\"Vendors side by side\"";
    format!(
        "<div class=\"vc-static\">\n<div class=\"vc-wide\" {wide}>\n<table>\n{rows}</table>\n</div>\n{}{}</div>\n",
        table.evidence(),
        source(context, identity),
    )
}

/// The table while it is written, with the passages that it has cited so far; their numbers are their positions, from 1.
struct Table<'a> {
    vendors: Vec<&'a Provider>,
    requirements: &'a [Requirement],
    context: Context<'a>,
    cited: Cited,
    passages: Vec<&'a Evidence>,
}

impl<'a> Table<'a> {
    fn caption(&self) -> String {
        let (shown, all) = (self.vendors.len(), self.context.catalogue.vendors().count());
        let some = if shown < all { format!("{shown} of {all} vendors") } else { format!("{all} vendors") };
        format!("<caption>{some} side by side, as of {}.</caption>\n", date(self.context.as_of))
    }

    fn heading(&self) -> String {
        let name = |vendor: &&Provider| {
            let own = if vendor.own { " (yours)" } else { "" };
            format!("<th scope=\"col\">{}{own}</th>", text(&vendor.name))
        };
        let names: String = self.vendors.iter().map(name).collect();
        format!("<thead><tr><th scope=\"col\">Row</th><th scope=\"col\">Difference</th>{names}</tr></thead>")
    }

    fn outcome(&mut self) -> String {
        if self.requirements.is_empty() {
            return String::new();
        }
        let (requirements, context) = (self.requirements, self.context);
        let assessments: Vec<Assessment> =
            self.vendors.iter().map(|vendor| assess(requirements, vendor, context)).collect();
        let all: String = assessments.iter().map(|a| element("td", "", &verdict(a.verdict))).collect();
        let mut lines = format!("<tr><th scope=\"row\">All requirements</th><td></td>{all}</tr>\n");
        for (index, requirement) in requirements.iter().enumerate() {
            let words = capitalised(&words::requirement(requirement, context.catalogue));
            let cells: Vec<String> = (0..self.vendors.len())
                .map(|at| self.found(&assessments[at].findings[index], at, requirement))
                .collect();
            let code = element("code", "", &text(&requirement.to_string()));
            lines += &format!(
                "<tr><th scope=\"row\">{} {code}</th><td></td>{}</tr>\n",
                text(&as_sentence(&words)),
                cells.concat()
            );
        }
        self.body("What is required", &lines)
    }

    /// What a requirement found at the vendor of a column.
    fn found(&mut self, finding: &Finding, at: usize, requirement: &Requirement) -> String {
        let reasons = words::finding(finding, requirement, self.context);
        let reasons: Vec<String> = reasons.iter().map(|reason| text(&as_sentence(reason))).collect();
        let vendor = self.vendors[at];
        let claims = finding.grounds.iter().flat_map(|ground| &ground.claims);
        let claims = claims.filter_map(|claim| vendor.claims.get(*claim));
        let marks = self.marks(claims.flat_map(Claim::all_evidence));
        format!("<td>{}<br>{}{marks}</td>", verdict(finding.verdict), reasons.join("<br>"))
    }

    fn section(&mut self, section: &'a MatrixSection) -> String {
        let known = self.context.catalogue.sections.iter().find(|known| known.id == section.id);
        let lines: String = section.rows.iter().map(|row| self.row(row)).collect();
        self.body(known.map_or(section.id.as_str(), |known| &known.name), &lines)
    }

    fn body(&self, name: &str, lines: &str) -> String {
        let columns = self.vendors.len() + 2;
        let heading = format!("<th scope=\"rowgroup\" colspan=\"{columns}\">{}</th>", text(name));
        format!("<tbody>\n<tr>{heading}</tr>\n{lines}</tbody>\n")
    }

    fn row(&mut self, matrix_row: &'a MatrixRow) -> String {
        let context = self.context;
        let Some(row) = context.catalogue.row(&matrix_row.id) else { return String::new() };
        let cells: String = (0..).zip(&matrix_row.cells).map(|(at, cell)| self.cell(cell, at, row)).collect();
        let difference = element("td", "", matrix_row.difference.in_words());
        format!("<tr><th scope=\"row\">{}</th>{difference}{cells}</tr>\n", text(&row.name))
    }

    /// What the vendor of a column has on a row.
    fn cell(&mut self, cell: &'a Cell, at: usize, row: &Row) -> String {
        let lines = cell::lines(cell, self.vendors[at], row, self.context);
        let lines: Vec<String> = lines.iter().map(|line| self.line(line)).collect();
        element("td", "", &lines.join("<br>"))
    }

    fn line(&mut self, line: &Line<'a>) -> String {
        let marks = match self.cited {
            Cited::Reasons => String::new(),
            Cited::Everything => self.marks(line.evidence()),
        };
        format!("{}{marks}", text(&line.in_words()))
    }

    /// The numbers of passages, as links to them; nothing for none.
    fn marks(&mut self, evidence: impl Iterator<Item = &'a Evidence>) -> String {
        let mut numbers: Vec<usize> = Vec::new();
        for passage in evidence {
            let at = self.passages.iter().position(|known| *known == passage).unwrap_or_else(|| {
                self.passages.push(passage);
                self.passages.len() - 1
            });
            if !numbers.contains(&(at + 1)) {
                numbers.push(at + 1);
            }
        }
        let links: Vec<String> =
            numbers.iter().map(|number| format!("<a href=\"#vc-e{number}\">{number}</a>")).collect();
        if links.is_empty() { String::new() } else { element("sup", "", &links.join(", ")) }
    }

    fn evidence(&self) -> String {
        let item = |(number, evidence): (usize, &&Evidence)| {
            let passage = Passage::of(evidence, self.context.catalogue);
            let said = format!("{}: {}: {}", passage.said_by, cited(&passage), passage.statement);
            format!("<li id=\"vc-e{number}\">{}</li>\n", text(&said))
        };
        let list: String = (1..).zip(&self.passages).map(item).collect();
        if list.is_empty() {
            return String::new();
        }
        let about = "<p>Evidence. What the documents say is given here in our words.</p>\n";
        format!("{about}<ol class=\"vc-evidence\">\n{list}</ol>\n")
    }
}

fn verdict(verdict: Verdict) -> String {
    let class = match verdict {
        Verdict::Yes => "vc-meets",
        Verdict::Unknown => "vc-open",
        Verdict::No => "vc-fails",
    };
    element("b", class, words::verdict(verdict))
}

/// What the table means, and what it was made of.
fn source(context: Context, identity: &Identity) -> String {
    let digest = element("code", "", &text(&identity.sha256));
    format!(
        "<p class=\"vc-source\">What a document does not say counts neither for nor against. Judged as of {}, with the \
         catalogue {}, SHA-256 {digest}.</p>\n",
        date(context.as_of),
        text(&identity.version),
    )
}
