use super::DueObject;
use crate::sessions::SessionObject;
use ::prompts::CatchUp;
use ::sessions::SessionSeen;
use async_graphql::Object;

/// The way of who came late: nobody is late for what closed before they came.
pub struct CatchUpObject {
    pub way: CatchUp,
    /// What was held before they came.
    pub held: Vec<SessionSeen>,
}

#[Object(name = "CatchUp")]
impl CatchUpObject {
    /// What is asked of them still, the first to be due first.
    async fn open(&self) -> Vec<DueObject> {
        self.way.open.iter().cloned().map(DueObject::from).collect()
    }

    /// What was due before they came. They may read it, and answer; nobody waits for it.
    async fn closed(&self) -> Vec<DueObject> {
        self.way
            .closed
            .iter()
            .cloned()
            .map(DueObject::from)
            .collect()
    }

    /// The sessions that were held before they came, in the order of time.
    async fn sessions(&self) -> Vec<SessionObject> {
        self.held.iter().cloned().map(SessionObject::from).collect()
    }
}
