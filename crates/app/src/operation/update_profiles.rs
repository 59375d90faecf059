//! *Update multiple customer profiles*: all of them or, when one is refused, none.

use domain::refusal::ProblemKind;

use super::update_profile::UpdateProfile;
use super::{Moment, Operation};
use crate::outcome::Outcome;
use crate::refusal::Refusal;
use crate::request::profile::{OneOfProfiles, ProfileRequest, ProfilesRequest};
use crate::view::workspace::Stale;

/// The most customers of one request. Source: the vendor's *Update multiple customer profiles*.
const MOST: usize = 1_000;

/// Creates or changes many customers. The rule engine is not asked, so there are no events.
#[derive(Debug, Clone)]
pub struct UpdateProfiles {
    /// The request's body.
    pub body: ProfilesRequest,
}

impl Operation for UpdateProfiles {
    /// What became of each, in their order.
    type Answer = Vec<Outcome>;
    const STALE: &'static [Stale] = &[Stale::Profiles];

    fn run(&self, moment: &Moment<'_>) -> Result<Vec<Outcome>, Refusal> {
        let profiles = &self.body.customer_profiles;
        if profiles.is_empty() || profiles.len() > MOST {
            let details = format!("One request changes 1 to {MOST} customers, this has {}.", profiles.len());
            return Err(Refusal::field("/customerProfiles", ProblemKind::Limit, details));
        }
        let numbered = profiles.iter().enumerate();
        numbered.map(|(index, one)| update(one, moment).map_err(|refusal| within(index, refusal))).collect()
    }
}

fn update(one: &OneOfProfiles, moment: &Moment<'_>) -> Result<Outcome, Refusal> {
    let body = ProfileRequest { attributes: one.attributes.clone(), ..ProfileRequest::default() };
    UpdateProfile { id: one.integration_id.clone(), run_rule_engine: false, body }.run(moment)
}

/// The refusal with the pointers of the whole request.
fn within(index: usize, refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Domain(domain::refusal::Refusal::Invalid(problems)) => {
            let placed = problems.into_iter().map(|mut problem| {
                let field = if problem.pointer == "/id" { "/integrationId" } else { &problem.pointer };
                problem.pointer = format!("/customerProfiles/{index}{field}");
                problem
            });
            Refusal::Domain(domain::refusal::Refusal::Invalid(placed.collect()))
        }
        other => other,
    }
}
