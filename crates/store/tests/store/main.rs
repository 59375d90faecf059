//! The store against real files: what goes in comes out, what was logged stays, what is broken is said.

#[cfg(test)]
mod calls;
#[cfg(test)]
mod copies;
#[cfg(test)]
mod counters;
#[cfg(test)]
mod coupons;
#[cfg(test)]
mod filters;
#[cfg(test)]
mod ledgers;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod log;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod round_trips;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod writing;
