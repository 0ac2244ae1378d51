//! What a list of sessions costs in SQL statements.
use super::{Workshop, part};
use serde_json::json;
use tests::Stage;

const LIST: &str = "query($slug: String!) { community(slug: $slug) { sessions(first: 50) {
    edges { node { title state startsAt lead { name } objectives { statement }
        parts { startsAt viewerAttendance { state } } } } } } }";

#[tokio::test]
async fn a_list_of_sessions_costs_no_more_for_more_sessions() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let asks = async || {
        let slug = json!({ "slug": workshop.cohort.slug });
        let (answer, statements) = workshop.priya.asks_counted(LIST, slug).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        statements
    };
    let lead = workshop.jonas.record.id.to_string();
    let plan = async |day: u32| {
        let (starts, ends) = (
            format!("2026-01-{day}T10:00"),
            format!("2026-01-{day}T11:00"),
        );
        let more = json!({ "lead": lead, "parts": [part(&starts, &ends)] });
        workshop.publishes(more).await;
    };
    plan(12).await;
    let one = asks().await;
    for day in 13..20 {
        plan(day).await;
    }

    // the community; its sessions and their parts; objectives; who leads; own attendance
    assert_eq!(asks().await, one);
    assert!(one <= 7, "{one} statements");
}
