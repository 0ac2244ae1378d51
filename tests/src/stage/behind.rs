//! What servers do by themselves, done when a story says so.
use super::Stage;
use audit::KeepAuditLog;
use feedback::keep_feedback;
use journeys::run_due_items;
use kernel::{Cursor, Workers, run_due_jobs};
use misconceptions::{CompareWithPatterns, WatchPosts, do_what_is_due};
use pairings::{SolvePairs, SolveRounds, keep_rounds};
use privacy::{MakeExports, MakePersonalExport};
use sea_orm::{ConnectionTrait, Statement};
use std::sync::Arc;

impl Stage {
    /// Waits until every fact that was written can be read.
    ///
    /// On PostgreSQL a fact is read once every older transaction of the whole server is over, and
    /// other tests have theirs.
    pub async fn facts_arrive(&self) {
        let last = self.last_fact_written().await;
        while kernel::head(&self.db().read()).await.expect("the log") < last {
            tokio::task::yield_now().await;
        }
    }

    /// Does what is due by now, and what comes of it, until nothing is left to do.
    pub async fn runs_what_is_due(&self) {
        loop {
            self.facts_arrive().await;
            let kept = self.db().catch_up(&self.keep_pace).await;
            kept.expect("journeys keep pace");
            let looked_at = run_due_items(self.db(), &self.app.actions).await;
            if looked_at.expect("the items that are due") == 0 {
                return;
            }
        }
    }

    /// Ends windows, tells and reminds people of corrections, and lets everybody hear of it.
    pub async fn corrects(&self) {
        while do_what_is_due(self.db()).await.expect("what is due") > 0 {}
        self.settle().await;
    }

    /// Opens, asks and closes check-ins as they are due, and lets everybody hear of it.
    pub async fn checks_in(&self) {
        while checkins::do_what_is_due(self.db())
            .await
            .expect("what is due")
            > 0
        {}
        self.settle().await;
    }

    /// Opens, asks and closes pulses as they are due, and lets everybody hear of it.
    pub async fn takes_pulses(&self) {
        while pulses::do_what_is_due(self.db())
            .await
            .expect("what is due")
            > 0
        {}
        self.settle().await;
    }

    /// Holds what was said against misconceptions.
    pub async fn compares(&self) {
        self.settle().await;
        let compare = CompareWithPatterns::new(self.db().clone());
        let workers = Workers::default().on::<WatchPosts>(compare);
        while run_due_jobs(self.db(), &workers).await.expect("the jobs") > 0 {}
    }

    /// Puts together what people take along of all that is held about them.
    pub async fn puts_together(&self) {
        let make = MakeExports::new(self.db().clone(), self.app.files.clone());
        let workers = Workers::default().on::<MakePersonalExport>(make);
        while run_due_jobs(self.db(), &workers).await.expect("the jobs") > 0 {}
    }

    /// Begins and ends rounds as they are due, and puts people together in every one that waits for it.
    pub async fn pairs_people(&self) {
        keep_rounds(self.db()).await.expect("rounds begin and end");
        let solve = SolveRounds::new(self.db().clone());
        let workers = Workers::default().on::<SolvePairs>(solve);
        while run_due_jobs(self.db(), &workers).await.expect("the jobs") > 0 {}
        self.settle().await;
    }

    /// Looks for those who saved a search, and lets everybody hear of it.
    pub async fn watches_searches(&self) {
        self.settle().await;
        while (self.app.searcher.watch_saved(self.db()).await).expect("saved searches") > 0 {}
        self.settle().await;
    }

    /// Passes on feedback that is late, reminds, closes rounds, and lets everybody hear of it.
    pub async fn keeps_feedback(&self) {
        self.settle().await;
        keep_feedback(self.db()).await.expect("rounds of feedback");
        self.settle().await;
    }

    /// Lets everybody who follows the log catch up.
    pub async fn settle(&self) {
        self.facts_arrive().await;
        self.db()
            .catch_up(&self.keep_pace)
            .await
            .expect("journeys keep pace");
        self.db()
            .catch_up(&self.pairs)
            .await
            .expect("pairs are kept");
        self.db()
            .catch_up(&self.passages)
            .await
            .expect("passages are kept");
        self.db()
            .catch_up(&self.queue)
            .await
            .expect("the queue is kept");
        self.db()
            .catch_up(&self.looks_after)
            .await
            .expect("feedback is looked after");
        self.facts_arrive().await;
        self.db()
            .catch_up(&self.notify)
            .await
            .expect("the notifications catch up");
        self.db()
            .catch_up(&self.notice)
            .await
            .expect("answers are noticed");
        // What the last of them told may be asked for next.
        self.facts_arrive().await;
        self.app
            .searcher
            .catch_up(self.db())
            .await
            .expect("the index catches up");
    }

    /// Writes what was done into the audit log.
    pub async fn audits(&self) {
        self.facts_arrive().await;
        let log = Arc::new(KeepAuditLog);
        self.db()
            .catch_up(&log)
            .await
            .expect("the audit log is kept");
    }

    async fn last_fact_written(&self) -> Cursor {
        let last = "SELECT txid, seq FROM event ORDER BY txid DESC, seq DESC LIMIT 1";
        let last = Statement::from_string(self.db().backend(), last);
        let row = self.db().read().query_one_raw(last).await.expect("the log");
        row.map_or_else(Cursor::default, |row| Cursor {
            txid: row.try_get("", "txid").expect("a transaction"),
            seq: row.try_get("", "seq").expect("a place in it"),
        })
    }
}
