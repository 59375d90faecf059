//! *Import coupons*: the codes of a CSV file, all or none of them unless the bad rows may be left out.

use std::sync::Arc;

use domain::refusal::{Problem, ProblemKind};

use super::create_coupons::{Maker, campaign};
use super::{Moment, Operation};
use crate::parse::coupon_file::{self, Row, RowProblem};
use crate::progress::Progress;
use crate::refusal::Refusal;
use crate::request::coupon::CouponImportRequest;
use crate::view::workspace::Stale;

/// The most mistakes of a file that are named; the others are counted.
pub const MOST_NAMED: usize = 1_000;

/// Adds the codes of a file to the campaign `id`.
#[derive(Debug, Clone)]
pub struct ImportCoupons {
    /// The campaign's number.
    pub id: u32,
    /// The request's body.
    pub body: CouponImportRequest,
    /// How far it is, for whoever watches.
    pub progress: Arc<Progress>,
}

/// What was imported, and what was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedCoupons {
    /// How many codes.
    pub imported: u32,
    /// What is wrong with the rows that were left out, at most [`MOST_NAMED`].
    pub problems: Vec<RowProblem>,
    /// How many more mistakes there are.
    pub more_problems: u32,
}

impl Operation for ImportCoupons {
    type Answer = ImportedCoupons;
    const STALE: &'static [Stale] = &[Stale::Coupons];

    fn run(&self, moment: &Moment<'_>) -> Result<ImportedCoupons, Refusal> {
        let campaign = campaign(moment, self.id)?;
        let file =
            coupon_file::read(&self.body.csv, &moment.house.settings.time_zone, &moment.house.dictionary)?;
        let mut maker = Maker::new(moment, campaign)?;
        let number = u32::try_from(file.rows.len()).unwrap_or(u32::MAX);
        maker
            .has_room_for(u64::from(number))
            .map_err(|problem| Problem { pointer: "/csv".to_owned(), ..problem })?;
        self.progress.begin(number);
        let (mut imported, mut problems) = (0, file.problems);
        for (index, row) in (0..).zip(file.rows) {
            self.progress.note(index)?;
            let Row { line, value, terms } = row;
            if maker.make(value.clone(), terms)? {
                imported += 1;
            } else {
                problems.push(self.taken(line, value.as_str(), moment)?);
            }
        }
        problems.sort_by_key(|problem| problem.line);
        if problems.is_empty() || self.body.skip_bad_rows == Some(true) {
            return Ok(cut(imported, problems));
        }
        Err(refusal(problems))
    }
}

impl ImportCoupons {
    fn taken(&self, line: u64, value: &str, moment: &Moment<'_>) -> Result<RowProblem, Refusal> {
        let owner = moment.tx.coupon(value)?.map(|coupon| moment.house.campaign_name(coupon.campaign));
        let details = format!(
            "There is a code \"{value}\" already, in the campaign \"{}\".",
            owner.unwrap_or_default()
        );
        Ok(RowProblem { line, column: "value".to_owned(), details })
    }
}

fn cut(imported: u32, mut problems: Vec<RowProblem>) -> ImportedCoupons {
    let more = problems.len().saturating_sub(MOST_NAMED);
    problems.truncate(MOST_NAMED);
    ImportedCoupons { imported, problems, more_problems: u32::try_from(more).unwrap_or(u32::MAX) }
}

/// One problem a mistake, named by line and column: `/csv/17/usageLimit`.
fn refusal(problems: Vec<RowProblem>) -> Refusal {
    let more = problems.len().saturating_sub(MOST_NAMED);
    let mut named: Vec<Problem> = problems.into_iter().take(MOST_NAMED).map(of_cell).collect();
    if more > 0 {
        let details = format!("{more} more rows have mistakes.");
        named.push(Problem::new("/csv", ProblemKind::Limit, details));
    }
    domain::refusal::Refusal::Invalid(named).into()
}

fn of_cell(problem: RowProblem) -> Problem {
    let RowProblem { line, column, details } = problem;
    let (pointer, place) = if column.is_empty() {
        (format!("/csv/{line}"), String::new())
    } else {
        (format!("/csv/{line}/{column}"), format!(", {column}"))
    };
    Problem::new(pointer, ProblemKind::Format, format!("Line {line}{place}: {details}"))
}
