//! Figures for those who run the server, in the format of Prometheus.
pub use metrics::{counter, gauge};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use std::time::Duration;

pub const REQUESTS: &str = "interlude_requests_total";
pub const REQUEST_SECONDS: &str = "interlude_request_seconds";
pub const WRITES: &str = "interlude_writes_total";
pub const SOCKETS: &str = "interlude_sockets";
pub const SUBSCRIPTIONS: &str = "interlude_subscriptions";
pub const FOLLOWER_LAG: &str = "interlude_follower_lag_events";
pub const JOBS_DONE: &str = "interlude_jobs_total";
pub const ITEMS_LOOKED_AT: &str = "interlude_journey_items_total";

const SECONDS: [f64; 10] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 10.0,
];

/// The recorder of this process, installed when it is first asked for. There is none when another
/// recorder was installed before.
pub fn handle() -> Option<&'static PrometheusHandle> {
    static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    HANDLE
        .get_or_init(|| {
            let matcher = Matcher::Full(REQUEST_SECONDS.to_owned());
            let builder = PrometheusBuilder::new()
                .set_buckets_for_metric(matcher, &SECONDS)
                .ok()?;
            let handle = builder.install_recorder().ok()?;
            describe();
            Some(handle)
        })
        .as_ref()
}

fn describe() {
    metrics::describe_counter!(REQUESTS, "Requests answered, by route and status.");
    metrics::describe_histogram!(REQUEST_SECONDS, "Seconds a request took, by route.");
    metrics::describe_counter!(WRITES, "Mutations executed, by outcome.");
    metrics::describe_gauge!(SOCKETS, "Sockets open now.");
    metrics::describe_gauge!(SUBSCRIPTIONS, "Subscriptions open now.");
    metrics::describe_gauge!(
        FOLLOWER_LAG,
        "Facts a follower of the log has not heard yet."
    );
    metrics::describe_counter!(JOBS_DONE, "Jobs tried.");
    metrics::describe_counter!(ITEMS_LOOKED_AT, "Items of journeys that were due.");
}

/// The figures as text.
pub fn render() -> String {
    handle().map_or_else(String::new, PrometheusHandle::render)
}

/// Folds samples together, so that they do not pile up where nobody reads them.
pub fn tidy() {
    if let Some(handle) = handle() {
        handle.run_upkeep();
    }
}

pub fn request_answered(route: &'static str, status: u16, took: Duration) {
    let status = status.to_string();
    metrics::counter!(REQUESTS, "route" => route, "status" => status).increment(1);
    metrics::histogram!(REQUEST_SECONDS, "route" => route).record(took.as_secs_f64());
}
