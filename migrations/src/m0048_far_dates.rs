//! What was planned for a year that no calendar knows, before such a year was refused, is taken back: where
//! instants are text a year of five digits comes before all others, and was due for ever.
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["check_in", "pulse"] {
            // A year of five digits is written with a plus where instants are text.
            let far = ["opens_at", "closes_at"]
                .map(|at| format!("{at} >= '2200-01-01' OR CAST({at} AS TEXT) LIKE '+%'"))
                .join(" OR ");
            let taken_back = format!(
                "UPDATE {table} SET cancelled_at = defined_at
                 WHERE cancelled_at IS NULL AND closed_at IS NULL AND ({far})"
            );
            let connection = manager.get_connection();
            connection.execute_unprepared(&taken_back).await?;
        }
        Ok(())
    }

    /// What was taken back stays so.
    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Ok(())
    }
}
