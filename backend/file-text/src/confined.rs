//! What a process may use that reads a file.

use rustix::process::{Resource, Rlimit, setrlimit};

/// Address space of the process, with the program itself.
pub const MEMORY_BYTES_MAX: u64 = 1024 * 1024 * 1024;
/// Time on the processor.
pub const SECONDS_MAX: u64 = 10;

/// Takes from this process for good what reading a file does not need: more memory, more time, files of its own.
///
/// # Errors
/// When the system refuses.
pub fn confine() -> std::io::Result<()> {
    for (resource, most) in [
        (Resource::As, MEMORY_BYTES_MAX),
        (Resource::Cpu, SECONDS_MAX),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
    ] {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)?;
    }
    Ok(())
}
