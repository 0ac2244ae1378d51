use crate::Stage;
use kernel::{Letter, Mail, MemoryMail};
use server::config::Language;
use server::letters::{Carried, PostOffice, Reach, Scribe};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

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

/// A mail server that others wrote. Dropped, it ends.
pub struct Sink {
    pub port: u16,
    lines: Lines<BufReader<ChildStdout>>,
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
        Self {
            port: port.parse().expect("a number"),
            lines,
            _child: child,
        }
    }

    /// The next letter it was given.
    pub async fn letter(&mut self) -> serde_json::Value {
        let line = self.lines.next_line().await.expect("a line");
        serde_json::from_str(&line.expect("a letter")).expect("a letter in JSON")
    }
}

/// What another program understands of a calendar.
pub async fn calendar_as_read(text: &str) -> serde_json::Value {
    let mut child = Command::new(python())
        .arg(script("read_calendar.py"))
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
