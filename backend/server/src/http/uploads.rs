//! Places to upload in: each holds a file in memory while it comes in and is looked at. Nobody takes
//! more than a few, so that one slow line leaves room for everybody else.
use super::refusal::Refusal;
use kernel::PersonId;
use poem::http::StatusCode;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

const PLACES: usize = 8;
const PLACES_OF_A_PERSON: usize = 2;
/// Seconds after which a place may be free.
const TRY_AGAIN_AFTER: u64 = 10;

pub struct Uploads {
    places: Arc<Semaphore>,
    people: Mutex<HashMap<PersonId, Arc<Semaphore>>>,
    patience: Duration,
}

/// One upload; dropping it makes room for another.
pub struct UploadPlace {
    _of_all: OwnedSemaphorePermit,
    _of_the_person: OwnedSemaphorePermit,
}

impl Uploads {
    /// `patience` is how long an upload waits for a place.
    pub fn new(patience: Duration) -> Self {
        Self {
            places: Arc::new(Semaphore::new(PLACES)),
            people: Mutex::default(),
            patience,
        }
    }

    /// Waits for a place.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn enter(&self, person: PersonId) -> Result<UploadPlace, Refusal> {
        let both = async {
            // Their own first: who waits for that keeps nobody else from uploading.
            let of_the_person = self.places_of(person).acquire_owned().await.ok()?;
            let of_all = self.places.clone().acquire_owned().await.ok()?;
            Some(UploadPlace {
                _of_all: of_all,
                _of_the_person: of_the_person,
            })
        };
        let place = tokio::time::timeout(self.patience, both).await;
        place.ok().flatten().ok_or_else(|| {
            let words = "many files are being uploaded; try again in a moment";
            let mut refusal = Refusal::new(StatusCode::TOO_MANY_REQUESTS, "SLOW_DOWN", words);
            refusal.retry_after = Some(TRY_AGAIN_AFTER);
            refusal
        })
    }

    fn places_of(&self, person: PersonId) -> Arc<Semaphore> {
        let mut people = self.people.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever uploads or waits holds a share of theirs.
        people.retain(|_, places| Arc::strong_count(places) > 1);
        let theirs = people
            .entry(person)
            .or_insert_with(|| Arc::new(Semaphore::new(PLACES_OF_A_PERSON)));
        theirs.clone()
    }
}
