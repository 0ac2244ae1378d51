//! Prompts: what a facilitator asks between sessions, and the pre-work that is not a question.
//!
//! Invariants:
//! - a prompt is a thread of its channel, and an answer a post in it;
//! - who has not answered a prompt that asks for it first reads no answer of others, by any path.
