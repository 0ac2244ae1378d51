//! Where statements run.
use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};

/// Where a read happens: on the reading pool, or inside a transaction.
///
/// What stands behind it is not part of its type. Every future that holds a connection while it waits
/// must be shown to be `Send`, again for each resolver, through all that the connection is made of: that
/// was half of what compiling the API took.
#[derive(Clone, Copy)]
pub struct Conn<'a>(&'a dyn Runs);

impl<'a> Conn<'a> {
    pub(crate) fn of(runs: &'a dyn Runs) -> Self {
        Self(runs)
    }
}

/// What a connection can do, without saying what it is.
#[async_trait]
pub(crate) trait Runs: Send + Sync {
    fn backend(&self) -> DbBackend;
    async fn run(&self, statement: Statement) -> Result<ExecResult, DbErr>;
    async fn run_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr>;
    async fn one_row(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr>;
    async fn rows(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr>;
}

#[async_trait]
impl<C: ConnectionTrait + Send> Runs for C {
    fn backend(&self) -> DbBackend {
        self.get_database_backend()
    }

    async fn run(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.execute_raw(statement).await
    }

    async fn run_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.execute_unprepared(sql).await
    }

    async fn one_row(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.query_one_raw(statement).await
    }

    async fn rows(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.query_all_raw(statement).await
    }
}

#[async_trait]
impl ConnectionTrait for Conn<'_> {
    fn get_database_backend(&self) -> DbBackend {
        self.0.backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.0.run(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.0.run_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.0.one_row(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.0.rows(statement).await
    }
}
