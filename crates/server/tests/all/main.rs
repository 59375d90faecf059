//! The server as programs meet it.

#[cfg(test)]
mod door;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod integration;
#[cfg(test)]
mod local;
#[cfg(test)]
mod management;
#[cfg(test)]
mod shop;
