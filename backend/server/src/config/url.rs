//! Addresses: of the product, of its database, of its files.
use super::{Secret, Value};
use poem::http::Uri;
use std::fmt;
use std::path::PathBuf;

/// Scheme, host and port that people type: what browsers call the origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    secure: bool,
    host: String,
    port: Option<u16>,
}

impl PublicUrl {
    /// This machine's own address.
    pub fn local(port: u16) -> Self {
        Self {
            secure: false,
            host: "localhost".to_owned(),
            port: Some(port).filter(|port| *port != 80),
        }
    }

    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// Whether it cannot be reached from another machine.
    pub fn is_local(&self) -> bool {
        matches!(self.host.as_str(), "localhost" | "127.0.0.1" | "[::1]")
    }

    /// The same place by socket.
    pub fn socket_origin(&self) -> String {
        let scheme = if self.secure { "wss" } else { "ws" };
        format!("{scheme}://{}", self.authority())
    }

    fn authority(&self) -> String {
        match self.port {
            Some(port) => format!("{}:{port}", self.host),
            None => self.host.clone(),
        }
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.secure { "https" } else { "http" };
        write!(f, "{scheme}://{}", self.authority())
    }
}

impl Value for PublicUrl {
    const SHAPE: &'static str = "an address without a path, as in https://interlude.example.org";

    fn parse(text: &str) -> Option<Self> {
        let uri: Uri = text.parse().ok()?;
        let secure = match uri.scheme_str()? {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        if !matches!(uri.path(), "" | "/") || uri.query().is_some() || text.contains('@') {
            return None;
        }
        let usual = if secure { 443 } else { 80 };
        Some(Self {
            secure,
            host: uri.host()?.to_lowercase(),
            port: uri.port_u16().filter(|port| *port != usual),
        })
    }

    fn show(&self) -> String {
        self.to_string()
    }
}

/// Which database, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseUrl {
    Sqlite(PathBuf),
    Postgres(Secret),
}

impl Value for DatabaseUrl {
    const SHAPE: &'static str = "sqlite:PATH or postgres://NAME:PASSWORD@HOST/DATABASE";
    const SECRET: bool = true;

    fn parse(text: &str) -> Option<Self> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            let path = path.split('?').next().unwrap_or(path);
            return (!path.is_empty()).then(|| Self::Sqlite(path.into()));
        }
        let rest = text
            .strip_prefix("postgres://")
            .or_else(|| text.strip_prefix("postgresql://"))?;
        (!rest.is_empty()).then(|| Self::Postgres(Secret::new(text)))
    }

    fn show(&self) -> String {
        match self {
            Self::Sqlite(path) => format!("sqlite:{}", path.display()),
            Self::Postgres(url) => {
                let url = url.reveal();
                let place = url.rsplit_once('@').map_or("", |(_, place)| place);
                // Parameters may hold a password too.
                let place = place.split('?').next().unwrap_or_default();
                format!("postgres://(hidden)@{place}")
            }
        }
    }
}

/// A bucket of an S3-compatible store, and the folder in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilesUrl {
    pub bucket: String,
    pub prefix: String,
}

impl Value for FilesUrl {
    const SHAPE: &'static str = "s3://BUCKET or s3://BUCKET/FOLDER";

    fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("s3://")?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        (!bucket.is_empty()).then(|| Self {
            bucket: bucket.to_owned(),
            prefix: prefix.trim_matches('/').to_owned(),
        })
    }

    fn show(&self) -> String {
        match self.prefix.as_str() {
            "" => format!("s3://{}", self.bucket),
            prefix => format!("s3://{}/{prefix}", self.bucket),
        }
    }
}
