//! The domain as its users see it: tables, stories and reference models.

#[cfg(test)]
mod attributes;
#[cfg(test)]
mod budgets;
#[cfg(test)]
mod carts;
#[cfg(test)]
mod contests;
#[cfg(test)]
mod coupons;
#[cfg(test)]
mod ledgers;
#[cfg(test)]
mod moves;
#[cfg(test)]
mod random_stories;
#[cfg(test)]
mod returns;
#[cfg(test)]
mod schedules;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod values;
#[cfg(test)]
mod world;
