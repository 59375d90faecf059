//! The program `till` as a pipeline sees it: what it prints, how it ends, and what is left when it is killed.

#[cfg(test)]
mod bad_lines;
#[cfg(test)]
mod coupons;
#[cfg(test)]
mod crowds;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod kill;
#[cfg(test)]
mod ledgers;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod sdk;
#[cfg(test)]
mod serve;
#[cfg(test)]
mod shop;
#[cfg(test)]
mod time;
