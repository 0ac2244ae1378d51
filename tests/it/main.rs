//! One binary, so that the whole suite links once.
mod channels;
mod events;
mod exposure;
mod ids;
mod live;
mod markdown;
mod migrations;
mod permissions;
mod policy;
mod races;
mod schema;
mod statements;
mod tidy;
