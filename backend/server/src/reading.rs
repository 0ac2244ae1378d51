//! What is said in files, each read in a process of its own that may not use much: whatever a file does there,
//! it is only that file that cannot be read.
use async_trait::async_trait;
use bytes::Bytes;
use channels::{ReadsFiles, Unreadable};
use file_text::{Kind, TEXT_BYTES_MAX};
use std::io::{Read, Result, Write};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// Each may take much memory.
const AT_ONCE: usize = 1;
/// More than the time on the processor, for a machine that has much to do.
const PATIENCE: Duration = Duration::from_secs(20);
/// The allocator of the program takes its memory in pieces of this many KiB there.
const PIECES_KIB: &str = "65536";
const VERB: &str = "read-file";

/// Where files are read.
pub struct ReadingRoom {
    program: PathBuf,
    turns: Semaphore,
}

impl ReadingRoom {
    /// `program` is this program.
    pub fn of(program: PathBuf) -> Self {
        Self {
            program,
            turns: Semaphore::new(AT_ONCE),
        }
    }

    /// What the process says, all of it; nothing when it was ended.
    async fn said_of(&self, kind: Kind, bytes: &Bytes) -> Result<Option<Vec<u8>>> {
        let mut child = Command::new(&self.program)
            .args([VERB, kind.word()])
            .env_clear()
            .env("MIMALLOC_ARENA_RESERVE", PIECES_KIB)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let hand_over = async {
            if let Some(mut stdin) = stdin {
                // Whoever gives up does not read to the end.
                let _ = stdin.write_all(bytes).await;
            }
        };
        let listen = async {
            let mut said = Vec::new();
            if let Some(stdout) = stdout {
                let most = 2 * TEXT_BYTES_MAX as u64;
                stdout.take(most).read_to_end(&mut said).await?;
            }
            Ok::<_, std::io::Error>(said)
        };
        let reading = async {
            let ((), said) = tokio::join!(hand_over, listen);
            Ok::<_, std::io::Error>((said?, child.wait().await?))
        };
        match timeout(PATIENCE, reading).await {
            Ok(read) => {
                let (said, status) = read?;
                Ok(status.success().then_some(said))
            }
            Err(_) => Ok(None),
        }
    }
}

#[async_trait]
impl ReadsFiles for ReadingRoom {
    fn reads(&self, media_type: &str) -> bool {
        Kind::of(media_type).is_some()
    }

    async fn said_in(
        &self,
        media_type: &str,
        bytes: &Bytes,
    ) -> Option<std::result::Result<String, Unreadable>> {
        let kind = Kind::of(media_type)?;
        let _turn = self.turns.acquire().await.ok()?;
        match self.said_of(kind, bytes).await {
            Ok(said) => Some(understood(said)),
            Err(error) => {
                tracing::error!(%error, "files cannot be read: search will not know what is in them");
                None
            }
        }
    }
}

/// A verdict in the first line, and the words after it.
fn understood(said: Option<Vec<u8>>) -> std::result::Result<String, Unreadable> {
    let said = said.and_then(|said| String::from_utf8(said).ok());
    let said = said.ok_or(Unreadable::TooMuch)?;
    match said.split_once('\n') {
        Some(("words", words)) => Ok(words.to_owned()),
        Some(("locked", _)) => Err(Unreadable::Locked),
        Some(("too large", _)) => Err(Unreadable::TooMuch),
        _ => Err(Unreadable::Broken),
    }
}

/// Reads the file on the standard input, and says what [`understood`] understands. The process is of no other
/// use afterwards.
///
/// # Errors
/// When the system does not let it limit itself.
pub fn read_for_another(kind: &str) -> Result<()> {
    file_text::confine()?;
    let mut bytes = Vec::new();
    let most = channels::FILE_BYTES_MAX as u64;
    std::io::stdin().take(most).read_to_end(&mut bytes)?;
    let kind = Kind::ALL.into_iter().find(|known| known.word() == kind);
    let read = kind.map(|kind| file_text::words(kind, &bytes));
    let said = match read {
        Some(Ok(words)) => format!("words\n{words}"),
        Some(Err(file_text::Unreadable::Locked)) => "locked\n".to_owned(),
        Some(Err(file_text::Unreadable::TooLarge)) => "too large\n".to_owned(),
        Some(Err(file_text::Unreadable::Broken)) | None => "broken\n".to_owned(),
    };
    std::io::stdout().write_all(said.as_bytes())
}
