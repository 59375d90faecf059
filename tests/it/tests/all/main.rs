//! Whole stories through `app`, and what the sources of the project promise each other.

#[cfg(test)]
mod additional_costs;
#[cfg(test)]
mod arrows;
#[cfg(test)]
mod bad_inputs;
#[cfg(test)]
mod budgets;
#[cfg(test)]
mod campaign_dates;
#[cfg(test)]
mod cascading;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod contests;
#[cfg(test)]
mod coupon_attributes;
#[cfg(test)]
mod coupon_changes;
#[cfg(test)]
mod coupon_codes;
#[cfg(test)]
mod coupon_reservations;
#[cfg(test)]
mod coupon_stories;
#[cfg(test)]
mod fates;
#[cfg(test)]
mod house_style;
#[cfg(test)]
mod ledger;
#[cfg(test)]
mod meanwhile;
#[cfg(test)]
mod past_traces;
#[cfg(test)]
mod random_stories;
#[cfg(test)]
mod rehearsals;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod response_content;
#[cfg(test)]
mod returns_again;
#[cfg(test)]
mod sources;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod strange_texts;
#[cfg(test)]
mod world;
