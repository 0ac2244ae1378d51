//! What an archive says of itself.
use serde::{Deserialize, Serialize};

/// The layout of the archive. A change that an older program would misread counts it up.
pub const FORMAT: u32 = 1;
pub const MANIFEST_NAME: &str = "manifest.json";

#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// Version of the program that wrote it.
    pub version: String,
    /// The schema its rows have: names of the migrations applied.
    pub migrations: Vec<String>,
    /// Tables in an order in which they can be filled.
    pub tables: Vec<TableRows>,
    pub entries: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct TableRows {
    pub name: String,
    pub rows: u64,
}

/// One file of the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub name: String,
    pub bytes: u64,
    pub sha256: String,
}
