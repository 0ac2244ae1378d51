//! The tables of the kernel: the event log, the jobs, the followers' places.
pub mod event {
    use sea_orm::entity::prelude::*;

    /// `txid` is the PostgreSQL transaction that wrote the row (0 on SQLite, which has one writer):
    /// with `seq` it orders the log in a way that a late commit cannot disturb.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "event")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub seq: i64,
        pub txid: i64,
        pub id: crate::EventId,
        pub kind: String,
        pub actor_id: Option<crate::PersonId>,
        pub community_id: Option<crate::CommunityId>,
        pub channel_id: Option<crate::ChannelId>,
        pub thread_id: Option<crate::ThreadId>,
        pub person_id: Option<crate::PersonId>,
        pub body: Json,
        pub happened_at: DateTimeUtc,
        /// Where the actor was, for kinds that keep it.
        pub origin: Option<Json>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod job {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "job")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: crate::JobId,
        pub kind: String,
        pub body: Json,
        pub run_at: DateTimeUtc,
        pub attempts: i32,
        /// Nobody else may take the job before this instant.
        pub lease_until: Option<DateTimeUtc>,
        /// Fences a worker that was thought dead: it may only settle with its own lease.
        pub lease: Option<crate::JobId>,
        pub last_error: Option<String>,
        pub given_up_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod follower {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "follower")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub txid: i64,
        pub seq: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
