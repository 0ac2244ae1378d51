//! A value of which others need not know what it is made of.
use std::ops::Deref;
use std::sync::Arc;

/// Shares a value as an `Arc` does, and keeps what it is made of to itself.
///
/// A future that waits while it holds a value must be shown to be `Send`, through all that the value is
/// made of, and again for each resolver of the API: pools, indices and channels run to hundreds of types.
/// Here the proof is made once, where the value is put in.
pub struct Opaque<T>(Arc<dyn Deref<Target = T> + Send + Sync>);

impl<T: Send + Sync + 'static> Opaque<T> {
    pub fn new(value: T) -> Self {
        Self(Arc::new(Box::new(value)))
    }
}

impl<T> Clone for Opaque<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Deref for Opaque<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
