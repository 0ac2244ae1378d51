//! Sessions: programs and their objectives, the ILT sessions of a community, and who was there.
//!
//! Invariants:
//! - a cohort runs one version of a program, and a published version never changes;
//! - the parts of a session follow one another and end after they begin;
//! - attendance is kept with its source, and every change of it is recorded.
