//! What waits for moderators, what they do, and what each of those concerned sees of it.
mod muting;
