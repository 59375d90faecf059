//! A page to print: a table whose header stands on every sheet of paper, and below it how the report was made.

use std::io::Write;

use super::Sink;
use super::about::About;
use crate::report::cell::Cell;
use crate::report::plan::Plan;
use crate::sheet::Unwritten;

const STYLE: &str = "body{font:9pt/1.35 system-ui,sans-serif;margin:1.5rem;color:#111}\
h1{font-size:14pt}h2{font-size:11pt;margin-top:2em}\
table{border-collapse:collapse;width:100%}\
th,td{border-bottom:1px solid #ccc;padding:2px 6px;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}\
thead{display:table-header-group}tr{break-inside:avoid}\
@page{size:A4 landscape;margin:12mm}@media print{body{margin:0}}";

/// Rows of a table.
pub(super) struct Html<'p, W: Write> {
    plan: &'p Plan,
    about: About,
    to: W,
}

impl<'p, W: Write> Html<'p, W> {
    /// The beginning of the page and the header.
    pub fn under(plan: &'p Plan, about: About, mut to: W) -> Result<Self, Unwritten> {
        let name = escaped(&plan.name);
        write!(
            to,
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{name}</title>\n<style>{STYLE}</style>\n<h1>{name}</h1>\n<table>\n<thead><tr>"
        )?;
        for heading in &plan.headings {
            let class = class(heading.kind.is_number());
            write!(to, "<th scope=\"col\"{class}>{}</th>", escaped(&heading.title))?;
        }
        to.write_all(b"</tr></thead>\n<tbody>\n")?;
        Ok(Self { plan, about, to })
    }
}

impl<W: Write> Sink for Html<'_, W> {
    fn row(&mut self, cells: &[Cell]) -> Result<(), Unwritten> {
        self.to.write_all(b"<tr>")?;
        for (cell, heading) in cells.iter().zip(&self.plan.headings) {
            let text = self.plan.wording.of(cell, heading.kind);
            write!(self.to, "<td{}>{}</td>", class(heading.kind.is_number()), escaped(&text))?;
        }
        Ok(self.to.write_all(b"</tr>\n")?)
    }

    fn finish(mut self: Box<Self>, rows: u64) -> Result<(), Unwritten> {
        write!(self.to, "</tbody>\n</table>\n<h2>How this was made</h2>\n<table>\n")?;
        for (name, fact) in &self.about.facts {
            writeln!(self.to, "<tr><th scope=\"row\">{name}</th><td>{}</td></tr>", escaped(fact))?;
        }
        writeln!(self.to, "<tr><th scope=\"row\">Rows</th><td>{rows}</td></tr>\n</table>\n</html>")?;
        Ok(self.to.flush()?)
    }
}

fn class(is_number: bool) -> &'static str {
    if is_number { " class=\"n\"" } else { "" }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
