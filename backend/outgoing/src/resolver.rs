//! From a name to addresses, and which of them may be connected to.
use crate::OutgoingError;
use crate::public::is_public;
use async_trait::async_trait;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// Who knows the addresses of a name.
#[async_trait]
pub trait Resolver: Send + Sync {
    /// Every address of `host`.
    async fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>>;
}

/// What this machine was set up to ask.
pub struct System;

#[async_trait]
impl Resolver for System {
    async fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        let found = tokio::net::lookup_host((host, 0)).await?;
        Ok(found.map(|address| address.ip()).collect())
    }
}

/// How far a client may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Public addresses alone.
    Public,
    /// Any: for what an operator allowed.
    Anywhere,
}

impl Reach {
    pub(crate) fn admits(self, address: IpAddr) -> bool {
        self == Self::Anywhere || is_public(address)
    }
}

/// What a client asks before it connects. It connects to what is answered here, and asks nobody else.
pub(crate) struct Lookup {
    pub(crate) resolver: Arc<dyn Resolver>,
    pub(crate) reach: Reach,
}

impl Resolve for Lookup {
    fn resolve(&self, name: Name) -> Resolving {
        let (resolver, reach) = (self.resolver.clone(), self.reach);
        Box::pin(async move {
            let host = name.as_str();
            // A resolver that fails is a refusal: what is not known is not asked.
            let found = resolver.addresses(host).await.unwrap_or_default();
            if found.is_empty() {
                return Err(OutgoingError::Unknown(host.to_owned()).into());
            }
            if !found.iter().all(|address| reach.admits(*address)) {
                return Err(OutgoingError::Inside(host.to_owned()).into());
            }
            // The port is that of the address that was asked for.
            let found = found.into_iter().map(|address| SocketAddr::new(address, 0));
            Ok(Box::new(found) as Addrs)
        })
    }
}
