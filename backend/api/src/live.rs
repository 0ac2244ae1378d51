//! Telling open browsers, as it happens.
//!
//! One hub follows the event log and hands each fact to those who follow its thread, its community or
//! its person. Three things keep it from telling too much:
//! - the hub reads the log in order, and drops what it knew of a community's members before it goes
//!   on after a change of membership: no later fact reaches somebody removed;
//! - each fact goes out with where everybody stood when it was read, and each subscriber is measured by
//!   that: what waits for a slow one was allowed when it was told;
//! - what is resolved beyond the post itself is asked anew, as the viewer.
mod event;
mod hearing;
mod hub;
mod subscription;

pub use hub::Hub;
pub use subscription::LiveSubscription;
