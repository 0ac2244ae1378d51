//! The history of the schema, oldest first. What was applied somewhere is never edited.
//!
//! Invariants:
//! - no entity is imported, so that history cannot change under it;
//! - every migration can be taken back, and runs on SQLite and PostgreSQL alike.
use sea_orm_migration::prelude::*;

mod m0001_log;
mod m0002_identity;
mod m0003_communities;
mod m0004_channels;
mod m0005_reading;
mod m0006_imports;
mod m0007_mailed_invitations;
mod m0008_answer_first;
mod m0010_calendar;
mod m0011_rosters;
mod m0012_programs;
mod m0013_sessions;
mod m0014_prompts;
mod m0015_journeys;
mod m0016_notices;
mod m0017_letters;
mod m0018_standing_of_posts;
mod m0019_questions;
mod m0020_misconceptions;
mod m0021_moderation;
mod m0024_check_ins;
mod m0026_agreement;
mod m0027_hidden_titles;
mod m0028_pairings;
mod m0031_audit;
mod m0032_pulses;
mod m0033_consultations;
mod m0034_spaced_prompts;
mod m0035_feedback;
mod m0036_each_session;
mod m0037_saved_searches;
mod m0038_synonyms;
mod m0039_asked_in_vain;
mod m0040_file_text;
mod m0041_pairs_since;
mod m0044_given_up;
mod m0045_told_words;
mod m0046_rechecks;
mod m0047_standing_proposals;
mod m0048_far_dates;
mod m0049_identity_providers;
mod m0050_provider_sign_ins;
mod m0051_audit_log;
mod m0052_api_tokens;
mod m0053_scim;
mod m0054_second_factors;
mod m0055_unproven_addresses;
mod m0056_personal_exports;
mod m0060_required_factors;
mod m0061_passkeys;
mod m0065_accounts;
mod m0066_invite_lists;
mod m0068_answers_and_rounds;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_log::Migration),
            Box::new(m0002_identity::Migration),
            Box::new(m0003_communities::Migration),
            Box::new(m0004_channels::Migration),
            Box::new(m0005_reading::Migration),
            Box::new(m0006_imports::Migration),
            Box::new(m0007_mailed_invitations::Migration),
            Box::new(m0008_answer_first::Migration),
            Box::new(m0010_calendar::Migration),
            Box::new(m0011_rosters::Migration),
            Box::new(m0012_programs::Migration),
            Box::new(m0013_sessions::Migration),
            Box::new(m0014_prompts::Migration),
            Box::new(m0015_journeys::Migration),
            Box::new(m0016_notices::Migration),
            Box::new(m0017_letters::Migration),
            Box::new(m0018_standing_of_posts::Migration),
            Box::new(m0019_questions::Migration),
            Box::new(m0020_misconceptions::Migration),
            Box::new(m0021_moderation::Migration),
            Box::new(m0024_check_ins::Migration),
            Box::new(m0026_agreement::Migration),
            Box::new(m0027_hidden_titles::Migration),
            Box::new(m0028_pairings::Migration),
            Box::new(m0031_audit::Migration),
            Box::new(m0032_pulses::Migration),
            Box::new(m0033_consultations::Migration),
            Box::new(m0034_spaced_prompts::Migration),
            Box::new(m0035_feedback::Migration),
            Box::new(m0036_each_session::Migration),
            Box::new(m0037_saved_searches::Migration),
            Box::new(m0038_synonyms::Migration),
            Box::new(m0039_asked_in_vain::Migration),
            Box::new(m0040_file_text::Migration),
            Box::new(m0041_pairs_since::Migration),
            Box::new(m0044_given_up::Migration),
            Box::new(m0045_told_words::Migration),
            Box::new(m0046_rechecks::Migration),
            Box::new(m0047_standing_proposals::Migration),
            Box::new(m0048_far_dates::Migration),
            Box::new(m0049_identity_providers::Migration),
            Box::new(m0050_provider_sign_ins::Migration),
            Box::new(m0051_audit_log::Migration),
            Box::new(m0052_api_tokens::Migration),
            Box::new(m0053_scim::Migration),
            Box::new(m0054_second_factors::Migration),
            Box::new(m0055_unproven_addresses::Migration),
            Box::new(m0056_personal_exports::Migration),
            Box::new(m0060_required_factors::Migration),
            Box::new(m0061_passkeys::Migration),
            Box::new(m0065_accounts::Migration),
            Box::new(m0066_invite_lists::Migration),
            Box::new(m0068_answers_and_rounds::Migration),
        ]
    }
}

/// Drops tables in this order.
async fn drop_all(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        manager
            .drop_table(Table::drop().table(*table).to_owned())
            .await?;
    }
    Ok(())
}

/// An index named after its table and columns, so that nobody has to think of a name.
fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index
        .name(format!("{table}_{}", columns.join("_")))
        .table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// A reference that keeps what it points to from being deleted.
fn refers(
    table: &'static str,
    column: &'static str,
    to: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}_fk"))
        .from(table, column)
        .to(to, "id")
        .to_owned()
}
