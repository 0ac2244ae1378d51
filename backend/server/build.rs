//! Takes in what the web app's build left: its list of documents, and notice of a newer build.
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let frontend = Path::new("../../frontend");
    let documents = frontend.join("persisted.json");
    println!("cargo::rerun-if-changed={}", documents.display());
    let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("persisted.json");
    match fs::read(&documents) {
        Ok(text) => fs::write(&out, text)?,
        // The server can be built before the web app ever was.
        Err(_) => fs::write(&out, "{}")?,
    }
    // A debug build reads the web app from disk; a release holds it, and must notice a newer one.
    if env::var("PROFILE").as_deref() == Ok("release") {
        println!(
            "cargo::rerun-if-changed={}",
            frontend.join("build").display()
        );
    }
    Ok(())
}
