use crate::{Stage, Visitor, keys, still};
use sea_orm::{Database, DatabaseConnection};
use server::config::DatabaseUrl;
use server::storage;
use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

/// Where the program keeps its data when it is not told otherwise.
const DATA: &str = "data";
/// Longer than anything the program is asked to do here.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program as people run it: a process, with a folder and a database of its own.
///
/// `TEST_BINARY` names it; without, it is the one that cargo built beside the tests.
pub struct Program {
    folder: TempDir,
    database: DatabaseUrl,
}

/// What a run left behind.
#[derive(Debug)]
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// A server that runs. Dropped, it is killed.
pub struct Serving {
    child: Child,
    words: Lines<BufReader<ChildStdout>>,
    pub address: SocketAddr,
}

impl Program {
    /// With an empty database: on the PostgreSQL of the tests if there is one, else in its folder.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join(DATA);
        std::fs::create_dir(&data).expect("a data folder");
        let server = std::env::var("TEST_DATABASE_URL").ok();
        let (_, database) =
            storage::open_for_migration_test(server.as_deref(), &data, storage::parts(keys()))
                .await
                .expect("a database");
        Self { folder, database }
    }

    /// The folder it is started in; its data folder is in there.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn data(&self) -> PathBuf {
        self.folder().join(DATA)
    }

    /// The organisation inside, for setting the scene; it goes by the real clock.
    pub async fn stage(&self) -> Stage {
        let db = storage::open(&self.database, storage::parts(keys())).await;
        Stage::over(db.expect("the database"), still().0)
    }

    /// The database itself, for looking at rows.
    pub async fn database(&self) -> DatabaseConnection {
        Database::connect(self.database_url())
            .await
            .expect("the database")
    }

    /// Whether several nodes can share the database.
    pub fn has_postgres(&self) -> bool {
        matches!(self.database, DatabaseUrl::Postgres(_))
    }

    fn database_url(&self) -> String {
        match &self.database {
            DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
            DatabaseUrl::Postgres(url) => url.reveal().to_owned(),
        }
    }

    /// Runs a command to its end.
    pub async fn runs(&self, words: &[&str]) -> Said {
        self.runs_told(words, "").await
    }

    /// Runs a command to its end, with `typed` on its standard input.
    pub async fn runs_told(&self, words: &[&str], typed: &str) -> Said {
        let mut child = self
            .command(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a process");
        let mut stdin = child.stdin.take().expect("its standard input");
        // A command that reads nothing may be gone already.
        let _ = stdin.write_all(typed.as_bytes()).await;
        drop(stdin);
        Self::end(child, words).await
    }

    /// Runs a command to its end, while nobody reads what it prints.
    pub async fn runs_unread(&self, words: &[&str]) -> Said {
        let mut child = self
            .command(words)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a process");
        drop(child.stdout.take());
        Self::end(child, words).await
    }

    /// Runs a command and kills it after so long; whether it was still at work.
    pub async fn is_killed(&self, words: &[&str], after: Duration) -> bool {
        let mut child = self
            .command(words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a process");
        let worked = timeout(after, child.wait()).await.is_err();
        if worked {
            child.kill().await.expect("a process to kill");
        }
        worked
    }

    async fn end(child: Child, words: &[&str]) -> Said {
        let output = timeout(PATIENCE, child.wait_with_output())
            .await
            .unwrap_or_else(|_| panic!("{words:?} does not end"))
            .expect("an output");
        Said {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Starts the server on a port of its own, and waits until it is open.
    pub async fn serves(&self) -> Serving {
        self.serves_as(DATA, &[]).await
    }

    /// As `serves`, with a data folder of this name: another node, where there is a PostgreSQL.
    pub async fn serves_in(&self, data: &str) -> Serving {
        self.serves_as(data, &[]).await
    }

    /// As `serves_in`, with more flags.
    pub async fn serves_as(&self, data: &str, flags: &[&str]) -> Serving {
        let address = free_address();
        let log = File::create(self.folder().join("server.log")).expect("a log");
        let mut child = self
            .command(&["serve", "--listen", &address.to_string()])
            .args(["--data-dir", data])
            .args(flags)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("a process");
        let stdout = child.stdout.take().expect("its standard output");
        let mut words = BufReader::new(stdout).lines();
        loop {
            let line = timeout(PATIENCE, words.next_line()).await;
            match line.expect("a server in time").expect("a line") {
                Some(line) if line.starts_with("Interlude is open") => break,
                Some(_) => {}
                None => panic!("the server does not start:\n{}", self.log()),
            }
        }
        Serving {
            child,
            words,
            address,
        }
    }

    /// What the server that was started last has logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder().join("server.log")).unwrap_or_default()
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command
            .args(words)
            .current_dir(self.folder())
            .env_clear()
            .env("INTERLUDE_LOG_LEVEL", "warn")
            // One machine plays everybody here; nobody is kept waiting by the others.
            .env("INTERLUDE_REQUESTS_PER_SECOND", "0")
            .kill_on_drop(true);
        if let DatabaseUrl::Postgres(url) = &self.database {
            command.env("INTERLUDE_DATABASE_URL", url.reveal());
        }
        command
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // What a server said is worth reading when its test fails, and gone with the folder.
        if std::thread::panicking() {
            eprintln!("the log of the server:\n{}", self.log());
        }
    }
}

impl Serving {
    /// The address as a page of it would say it.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Somebody who comes by and is not signed in.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.origin())
    }

    /// Ends at once, without a chance to tidy up.
    pub async fn dies(mut self) {
        self.child.kill().await.expect("a process to kill");
    }

    /// Is told to stop, as a supervisor tells it.
    pub async fn is_told_to_stop(&self) {
        let process = self.child.id().expect("a process that runs");
        let told = Command::new("sh")
            .args(["-c", &format!("kill -TERM {process}")])
            .status()
            .await;
        assert!(told.expect("a shell").success());
    }

    /// Waits for its end; the exit code and its last words.
    pub async fn ends(mut self) -> (Option<i32>, String) {
        let end = async {
            let mut last = String::new();
            while let Some(line) = self.words.next_line().await.expect("a line") {
                last = line;
            }
            (self.child.wait().await.expect("an end").code(), last)
        };
        timeout(PATIENCE, end).await.expect("an end in time")
    }
}

/// An address nobody listens on. It lies below those that the system hands out by itself, so that
/// nobody is given it before the server has it.
pub fn free_address() -> SocketAddr {
    const FIRST: u16 = 10_000;
    const COUNT: u16 = 20_000;
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let apart = u16::try_from(std::process::id() % u32::from(COUNT)).unwrap_or_default();
    let candidates = std::iter::repeat_with(|| {
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        SocketAddr::from((
            Ipv4Addr::LOCALHOST,
            FIRST + (apart.wrapping_mul(61).wrapping_add(next)) % COUNT,
        ))
    });
    candidates
        .take(usize::from(COUNT))
        .find(|address| TcpListener::bind(address).is_ok())
        .expect("a free port")
}

/// The program.
pub fn binary() -> PathBuf {
    let named = std::env::var_os("TEST_BINARY").map(PathBuf::from);
    let tests = std::env::current_exe().expect("the tests have a path");
    let beside = tests
        .ancestors()
        .nth(2)
        .map(|built| built.join("interlude"));
    match named.or(beside).filter(|path| path.is_file()) {
        Some(path) => path,
        None => panic!("the program is not there: build it first, with cargo build -p server"),
    }
}
