use crate::Stage;
use kernel::{Letter, Mail, MemoryMail, run_due_jobs};
use server::config::Language;
use server::letters::{Carried, PostOffice, Reach, Scribe, workers};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

/// Who writes and carries the letters of a stage.
pub struct Post {
    pub office: PostOffice,
    memory: Arc<MemoryMail>,
}

impl Post {
    /// Letters are kept in memory.
    pub fn of(stage: &Stage) -> Self {
        let memory = Arc::new(MemoryMail::default());
        Self {
            office: office(stage, memory.clone(), Reach::World),
            memory,
        }
    }

    /// Letters go by this wire.
    pub fn by(stage: &Stage, mail: Arc<dyn Mail>) -> Self {
        Self {
            office: office(stage, mail, Reach::World),
            memory: Arc::default(),
        }
    }

    /// There is no mail server.
    pub fn of_nobody(stage: &Stage) -> Self {
        let memory = Arc::new(MemoryMail::default());
        Self {
            office: office(stage, memory.clone(), Reach::Outbox),
            memory,
        }
    }

    /// Writes and carries whatever is due; returns the letters of this round.
    pub async fn goes_round(&self, stage: &Stage) -> Vec<Letter> {
        stage.settle().await;
        let before = self.memory.letters().len();
        while self.office.write().await.expect("letters are written") == Carried::Some {}
        while self.office.carry().await.expect("letters are carried") == Carried::Some {}
        self.memory.letters().split_off(before)
    }

    /// Writes the letters that go at once, such as one to somebody who has no account, and returns them.
    pub async fn does_jobs(self, stage: &Stage) -> Vec<Letter> {
        let workers = workers(&Arc::new(self.office));
        while run_due_jobs(stage.db(), &workers).await.expect("the jobs") > 0 {}
        self.memory.letters()
    }
}

fn office(stage: &Stage, mail: Arc<dyn Mail>, reach: Reach) -> PostOffice {
    let place = ("Interlude", "http://localhost:8080");
    PostOffice {
        db: stage.db().clone(),
        scribe: Arc::new(Scribe::new(
            place,
            "interlude@example.org",
            Language::English,
        )),
        mail,
        reach,
    }
}

/// How long a letter may be on its way to the sink.
const LETTER_PATIENCE: Duration = Duration::from_secs(30);

/// A mail server that others wrote. Dropped, it ends.
pub struct Sink {
    pub port: u16,
    letters: UnboundedReceiver<String>,
    _child: Child,
}

impl Sink {
    pub async fn opens() -> Self {
        Self::opens_on(0).await
    }

    pub async fn opens_on(port: u16) -> Self {
        let mut child = Command::new(python())
            .arg(script("sink.py"))
            .arg(port.to_string())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("a mail server");
        let output = child.stdout.take().expect("its words");
        let mut lines = BufReader::new(output).lines();
        let port = lines.next_line().await.expect("a line").expect("a port");
        // What it says is heard at once: a pipe that is full would make it wait in the middle of a letter.
        let (said, letters) = unbounded_channel();
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                if said.send(line).is_err() {
                    break;
                }
            }
        });
        Self {
            port: port.parse().expect("a number"),
            letters,
            _child: child,
        }
    }

    /// The next letter it was given.
    pub async fn letter(&mut self) -> serde_json::Value {
        let letter = timeout(LETTER_PATIENCE, self.letters.recv()).await;
        let letter = letter.expect("a letter in time").expect("a letter");
        serde_json::from_str(&letter).expect("a letter in JSON")
    }
}

/// What another program understands of a calendar.
pub async fn calendar_as_read(text: &str) -> serde_json::Value {
    says("read_calendar.py", text).await
}

/// What another calendar program takes each of these messages for, when they reach somebody in this order.
pub async fn invitations_as_received(to: &str, messages: &[String]) -> serde_json::Value {
    let received = serde_json::json!({ "to": format!("mailto:{to}"), "messages": messages });
    says("receive_itip.py", &received.to_string()).await
}

/// What one of the programs beside the tests makes of a text.
async fn says(program: &str, text: &str) -> serde_json::Value {
    let mut child = Command::new(python())
        .arg(script(program))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a reader of calendars");
    let mut input = child.stdin.take().expect("its input");
    input.write_all(text.as_bytes()).await.expect("it reads");
    drop(input);
    let read = child.wait_with_output().await.expect("it ends");
    let words = String::from_utf8_lossy(&read.stderr);
    assert!(read.status.success(), "{words}\n{text}");
    serde_json::from_slice(&read.stdout).expect("what it understood")
}

fn script(name: &str) -> PathBuf {
    top().join("tests/run").join(name)
}

fn python() -> PathBuf {
    let python = top().join("target/python/bin/python");
    assert!(
        python.exists(),
        "the mail server of the tests is missing: run tests/run/need.sh mail-sink"
    );
    python
}

fn top() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
