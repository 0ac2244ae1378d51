//! How many fill in one open form from one place.
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Error, Result};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// As many from one address: a full room shares one.
const AT_ONCE: u32 = 60;
/// Within this time.
const WITHIN: TimeDelta = TimeDelta::minutes(10);

/// A form, and from where it is filled in.
type Door = (String, IpAddr);
/// Since when how many came in.
type Count = (DateTime<Utc>, u32);

/// Counts them, in memory alone: from where somebody answered, and when, is written down nowhere.
#[derive(Default)]
pub struct Doorway(Mutex<HashMap<Door, Count>>);

impl Doorway {
    /// Lets one more fill in this form.
    ///
    /// # Errors
    /// `SlowDown` where many did just now from this place.
    pub fn admit(&self, (form, address): (&str, IpAddr), now: DateTime<Utc>) -> Result<()> {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|_, (since, _)| *since + WITHIN > now);
        let place = (form.to_owned(), identity::household(address));
        let (since, count) = seen.entry(place).or_insert((now, 0));
        if *count >= AT_ONCE {
            let waits = (*since + WITHIN - now).num_seconds().max(1);
            return Err(Error::SlowDown(waits.unsigned_abs()));
        }
        *count += 1;
        Ok(())
    }
}
