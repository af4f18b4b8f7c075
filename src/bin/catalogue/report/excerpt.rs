//! A problem with the lines where it stands.

use std::{
    fmt,
    io::{self, IsTerminal},
};

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};
use vendor_compare::curation::check::{Error, Excerpt};

/// The problem, its lines where they are known, and its remedy.
pub fn with_lines(error: &Error) -> String {
    let Some(excerpt) = &error.excerpt else { return format!("{}\n\n", error.problem) };
    let theme = match io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        true => GraphicalTheme::unicode(),
        false => GraphicalTheme::unicode_nocolor(),
    };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(120).with_links(false);
    let mut out = String::new();
    match handler.render_report(&mut out, &Shown { error, excerpt }) {
        Ok(()) => format!("{}\n", out.trim_start_matches('\n')),
        Err(_) => format!("{}\n\n", error.problem),
    }
}

/// An error as the renderer takes it.
#[derive(Debug)]
struct Shown<'a> {
    error: &'a Error,
    excerpt: &'a Excerpt,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = &self.error.problem;
        match problem.path.is_empty() {
            true => f.write_str(&problem.message),
            false => write!(f, "{}: {}", problem.path, problem.message),
        }
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.error.problem.help.as_ref().map(|help| Box::new(help) as _)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new([LabeledSpan::new_with_span(None, self.excerpt.span)].into_iter()))
    }
}

/// The excerpt stands for the file: it knows which line it begins with.
impl SourceCode for Shown<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let Shown { error, excerpt } = self;
        let contents = excerpt.text.as_str().read_span(span, lines_before, lines_after)?;
        // Without context it asks where the span itself begins; columns are counted in letters, not in bytes.
        let column =
            if lines_before == 0 { error.problem.column.saturating_sub(1) } else { contents.column() };
        let line = contents.line() + excerpt.first - 1;
        let (file, lines) = (error.problem.file.clone(), contents.line_count());
        let (data, span) = (contents.data(), *contents.span());
        Ok(Box::new(MietteSpanContents::new_named(file, data, span, line, column, lines)))
    }
}
