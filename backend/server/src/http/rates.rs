//! How often: by person, by directory, and by address. Generous to people, tiresome to programs. Attempts to sign
//! in are counted by identity, where the count survives a restart.
use super::refusal::Refusal;
use governor::clock::Clock;
use governor::{DefaultKeyedRateLimiter, Quota};
use identity::household;
use kernel::{ApiTokenId, PersonId};
use poem::http::StatusCode;
use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;

/// An office shares one address.
const PEOPLE_AT_AN_ADDRESS: u32 = 4;
/// Seconds of the steady rate that may come at once.
const BURST_SECONDS: u32 = 4;

pub struct Rates {
    people: Option<DefaultKeyedRateLimiter<PersonId>>,
    services: Option<DefaultKeyedRateLimiter<ApiTokenId>>,
    addresses: Option<DefaultKeyedRateLimiter<IpAddr>>,
}

impl Rates {
    /// A rate of 0 is no limit.
    pub fn new(requests_per_second: u32) -> Self {
        let per_second = |rate: u32| {
            let rate = NonZeroU32::new(rate)?;
            let burst = rate.saturating_mul(NonZeroU32::new(BURST_SECONDS)?);
            Some(Quota::per_second(rate).allow_burst(burst))
        };
        let address_rate = requests_per_second.saturating_mul(PEOPLE_AT_AN_ADDRESS);
        Self {
            people: per_second(requests_per_second).map(DefaultKeyedRateLimiter::keyed),
            services: per_second(requests_per_second).map(DefaultKeyedRateLimiter::keyed),
            addresses: per_second(address_rate).map(DefaultKeyedRateLimiter::keyed),
        }
    }

    pub fn person(&self, person: PersonId) -> Result<(), Refusal> {
        check(self.people.as_ref(), &person)
    }

    pub fn service(&self, token: ApiTokenId) -> Result<(), Refusal> {
        check(self.services.as_ref(), &token)
    }

    pub fn address(&self, address: IpAddr) -> Result<(), Refusal> {
        check(self.addresses.as_ref(), &household(address))
    }

    /// Forgets those who have been quiet.
    pub fn tidy(&self) {
        if let Some(people) = &self.people {
            people.retain_recent();
        }
        if let Some(services) = &self.services {
            services.retain_recent();
        }
        if let Some(addresses) = &self.addresses {
            addresses.retain_recent();
        }
    }
}

fn check<K: Hash + Eq + Clone>(
    limiter: Option<&DefaultKeyedRateLimiter<K>>,
    key: &K,
) -> Result<(), Refusal> {
    let Some(Err(not_until)) = limiter.map(|limiter| limiter.check_key(key)) else {
        return Ok(());
    };
    let wait = not_until.wait_time_from(governor::clock::DefaultClock::default().now());
    let seconds = wait.as_secs() + 1;
    let mut refusal = Refusal::new(
        StatusCode::TOO_MANY_REQUESTS,
        "SLOW_DOWN",
        format!("too often; try again in {seconds} seconds"),
    );
    refusal.retry_after = Some(seconds);
    Err(refusal)
}
