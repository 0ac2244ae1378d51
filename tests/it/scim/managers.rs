//! To whom people report counts where they are put together.
use super::ENTERPRISE;
use crate::pairings::{Cohort, together};
use serde_json::json;
use tests::{Directory, Stage};

#[tokio::test]
async fn nobody_is_put_together_with_whom_their_directory_calls_their_manager() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let directory = Directory::of(&stage).await;
    let (ben, cleo) = (
        directory.brings("Ben").await,
        directory.brings("Cleo").await,
    );
    let led = json!([{ "op": "add", "path": format!("{ENTERPRISE}:manager"), "value": cleo }]);
    assert_eq!(
        directory.patches(&format!("Users/{ben}"), led).await.status,
        200
    );

    let proposed = it.proposed(json!({})).await;

    assert_eq!(together(&proposed), Vec::<Vec<String>>::new(), "{proposed}");
}
