//! What every request meets: the schema, the limits, and who counts as one of us.
use crate::background::Duties;
use crate::config::{Networks, Readers, Settings};
use crate::http::origin::Origins;
use crate::http::persisted::Persisted;
use crate::http::rates::Rates;
use crate::http::uploads::Uploads;
use crate::http::web_app::WebApp;
use crate::socket::Sockets;
use api::{App, Schema};
use chrono::TimeDelta;
use kernel::Opaque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long an upload waits for a place, before its person is asked to try again.
const UPLOAD_WAIT: Duration = Duration::from_secs(20);

pub struct Front {
    pub app: Opaque<App>,
    pub schema: Schema,
    pub sockets: Arc<Sockets>,
    pub(crate) origins: Origins,
    pub(crate) rates: Rates,
    pub(crate) trusted_proxies: Networks,
    pub(crate) metrics_from: Networks,
    pub(crate) persisted: Persisted,
    pub(crate) introspection: Readers,
    pub(crate) web_app: WebApp,
    pub(crate) uploads: Uploads,
    pub duties: Duties,
    /// How long it is kept who read what.
    pub(crate) reading_kept: TimeDelta,
    ready: AtomicBool,
}

impl Front {
    pub fn new(app: Opaque<App>, settings: &Settings) -> Arc<Self> {
        let public = settings.public_url();
        Arc::new(Self {
            schema: api::schema(app.clone()),
            app,
            sockets: Sockets::new(settings.sockets_per_person),
            origins: Origins::of(&public),
            rates: Rates::new(settings.requests_per_second),
            trusted_proxies: settings.trusted_proxies.clone(),
            metrics_from: settings.metrics_from.clone(),
            persisted: Persisted::embedded(settings.documents),
            introspection: settings.introspection,
            web_app: WebApp::new(&public),
            uploads: Uploads::new(UPLOAD_WAIT),
            duties: Duties::default(),
            reading_kept: TimeDelta::days(i64::from(settings.reading_kept_days)),
            ready: AtomicBool::new(true),
        })
    }

    /// Whether requests should be sent here. A server that is closing still answers, but wants no
    /// more of them.
    pub fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Relaxed)
    }

    pub fn close(&self) {
        self.ready.store(false, Ordering::Relaxed);
        self.sockets.close_all();
    }
}
