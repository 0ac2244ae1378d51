//! The open sockets, by person and sign-in, so that they can be closed from outside.
use super::protocol::Close;
use crate::http::metrics::SOCKETS;
use kernel::{PersonId, SignInId};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

pub struct Sockets {
    /// The most for one person; 0 is no limit.
    each_max: usize,
    open: Mutex<HashMap<u64, Entry>>,
    next: AtomicU64,
}

struct Entry {
    person: PersonId,
    sign_in: SignInId,
    close: watch::Sender<Option<Close>>,
}

/// One open socket; dropping it makes room for another.
pub struct Place {
    sockets: Arc<Sockets>,
    number: u64,
    close: watch::Receiver<Option<Close>>,
}

impl Sockets {
    /// No sockets yet, and at most `each_max` for one person later. 0 is no limit.
    pub fn new(each_max: u32) -> Arc<Self> {
        Arc::new(Self {
            each_max: each_max as usize,
            open: Mutex::default(),
            next: AtomicU64::default(),
        })
    }

    /// Counts a socket in.
    ///
    /// # Errors
    /// When this person has too many open already.
    pub fn enter(self: &Arc<Self>, person: PersonId, sign_in: SignInId) -> Result<Place, Close> {
        let (sender, close) = watch::channel(None);
        let mut open = self.lock();
        if self.each_max > 0 {
            let theirs = open.values().filter(|entry| entry.person == person);
            if theirs.count() >= self.each_max {
                return Err(Close::TOO_MANY_SOCKETS);
            }
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let entry = Entry {
            person,
            sign_in,
            close: sender,
        };
        open.insert(number, entry);
        metrics::gauge!(SOCKETS).set(open.len() as f64);
        Ok(Place {
            sockets: self.clone(),
            number,
            close,
        })
    }

    /// Closes what these sign-ins opened.
    pub fn close_sign_ins(&self, ended: &[SignInId]) {
        for entry in self.lock().values() {
            if ended.contains(&entry.sign_in) {
                entry.close.send_replace(Some(Close::SIGN_IN_ENDED));
            }
        }
    }

    /// Closes every socket: the server is going away.
    pub fn close_all(&self) {
        for entry in self.lock().values() {
            entry.close.send_replace(Some(Close::SERVER_CLOSES));
        }
    }

    pub fn count(&self) -> usize {
        self.lock().len()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<u64, Entry>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// Waits until somebody wants this socket closed.
    pub async fn closed(&mut self) -> Close {
        match self.close.wait_for(Option::is_some).await {
            Ok(close) => close.unwrap_or(Close::SERVER_CLOSES),
            Err(_) => Close::SERVER_CLOSES,
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.sockets.lock();
        open.remove(&self.number);
        metrics::gauge!(SOCKETS).set(open.len() as f64);
    }
}
