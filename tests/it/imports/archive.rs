//! Archives written for a test.
use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A folder of the test's own, with what was written into it.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    pub fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }

    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).expect("a file");
        path
    }

    /// One XML file of a data dump, with the mark that real ones begin with.
    pub fn table(&self, name: &str, root: &str, rows: &[&str]) {
        let rows: String = rows
            .iter()
            .map(|row| format!("  <row {row} />\n"))
            .collect();
        let head = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>";
        self.file(name, format!("{head}\n<{root}>\n{rows}</{root}>"));
    }

    pub fn zip(&self, entries: &[(&str, Vec<u8>)]) -> PathBuf {
        let path = self.0.path().join("export.zip");
        let mut zip = ZipWriter::new(std::fs::File::create(&path).expect("a file"));
        for (name, content) in entries {
            zip.start_file(*name, SimpleFileOptions::default())
                .expect("an entry");
            zip.write_all(content).expect("its content");
        }
        zip.finish().expect("a zip");
        path
    }
}

pub fn bytes(value: Value) -> Vec<u8> {
    serde_json::to_vec(&value).expect("JSON")
}
