//! What the program says on its standard output. Whoever reads only the beginning of it, as `head`
//! does, is no failure.
use std::fmt::Display;
use std::io::{ErrorKind, Result, Write, stdout};

/// Says a line.
pub fn say(line: impl Display) -> Result<()> {
    print(format!("{line}\n").as_bytes())
}

/// Says what may be long, as it is.
pub fn print(text: &[u8]) -> Result<()> {
    let mut stdout = stdout();
    match stdout.write_all(text).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}
