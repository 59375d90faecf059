//! The application from outside, on real files.

#[cfg(test)]
mod breach;
#[cfg(test)]
mod calls;
#[cfg(test)]
mod curl;
#[cfg(test)]
mod queries;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod trace_forms;
