//! The one list of settings. Each is a flag, an `INTERLUDE_…` variable, and a key of the file.
use super::{
    DatabaseUrl, Documents, FilesUrl, InForce, Language, LogFormat, Networks, PublicUrl, Readers,
    Secret, Source, Value,
};
use outgoing::Allowed;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;

/// What can be set, in words.
#[derive(Debug, PartialEq, Eq)]
pub struct Setting {
    pub key: &'static str,
    pub help: &'static str,
    pub default: &'static str,
    /// What a value looks like.
    pub shape: &'static str,
    /// Whether the bare flag means "true".
    pub switch: bool,
    secret: bool,
}

impl Setting {
    /// Whether its value must not be shown or copied.
    pub fn is_secret(&self) -> bool {
        self.secret
    }

    pub fn variable(&self) -> String {
        format!("INTERLUDE_{}", self.key.replace('-', "_").to_uppercase())
    }
}

macro_rules! settings {
    ($($(#[doc = $help:literal])+ $name:ident $key:literal: $type:ty = $default:literal,)+) => {
        /// Every setting, decided.
        #[derive(Clone, Debug)]
        pub struct Settings {
            $($(#[doc = $help])+ pub $name: $type,)+
        }

        pub(super) const LIST: &[Setting] = &[$(
            Setting {
                key: $key,
                help: concat!($($help),+),
                default: $default,
                shape: <$type as Value>::SHAPE,
                switch: <$type as Value>::SWITCH,
                secret: <$type as Value>::SECRET,
            },
        )+];

        impl Settings {
            pub(super) fn read(
                values: &BTreeMap<String, (String, Source)>,
                mistakes: &mut Vec<String>,
            ) -> (Self, Vec<InForce>) {
                let mut list = LIST.iter();
                let mut in_force = Vec::new();
                let settings = Self {
                    $($name: {
                        let setting = list.next().expect("the list holds every setting");
                        let (value, source) = decide::<$type>(setting, values, mistakes);
                        in_force.push(InForce { setting, shown: value.show(), source });
                        value
                    },)+
                };
                (settings, in_force)
            }
        }
    };
}

settings! {
    /// Address and port to listen on.
    listen "listen": SocketAddr = "127.0.0.1:8080",
    /// The address people type: links in letters and the check of foreign pages go by it.
    /// Left out, it is http://localhost and the port listened on.
    public_url "public-url": Option<PublicUrl> = "",
    /// Permit a public address without TLS on other than this machine.
    allow_http "allow-http": bool = "false",
    /// Folder of everything that is kept: database, files, search index, letters.
    data_dir "data-dir": PathBuf = "data",
    /// Where the words are kept. Left out, it is a SQLite file in the data folder.
    database_url "database-url": Option<DatabaseUrl> = "",
    /// Open a demonstration: fill an empty database, and sign anybody in with one click.
    demo "demo": bool = "false",
    /// Name of the organisation, as people see it.
    organisation "organisation": String = "Interlude",
    /// Where attachments are kept. Left out, it is a folder in the data folder.
    files_url "files-url": Option<FilesUrl> = "",
    /// Endpoint of an S3-compatible store that is not Amazon's.
    s3_endpoint "s3-endpoint": Option<String> = "",
    /// Region of the S3 store.
    s3_region "s3-region": String = "us-east-1",
    /// Key id for the S3 store.
    s3_key_id "s3-key-id": Option<String> = "",
    /// Secret key for the S3 store.
    s3_secret_key "s3-secret-key": Option<Secret> = "",
    /// Server that letters are sent by. Left out, they are put into the outbox of the data folder.
    smtp_url "smtp-url": Option<Secret> = "",
    /// Sender of letters.
    mail_from "mail-from": String = "Interlude <interlude@localhost>",
    /// Language of letters to people who have not chosen one: en or de.
    language "language": Language = "en",
    /// Proxies whose X-Forwarded-For is believed.
    trusted_proxies "trusted-proxies": Networks = "",
    /// Networks that may read /metrics.
    metrics_from "metrics-from": Networks = "127.0.0.0/8, ::1/128",
    /// Hosts inside the network that the server may send requests to, each with its port, as in
    /// idp.intranet:8443. Other requests go to public addresses alone.
    outgoing_allowed "outgoing-allowed": Allowed = "",
    /// Requests a second that one person may keep up; one address may four times as many.
    /// 0 is no limit.
    requests_per_second "requests-per-second": u32 = "50",
    /// Open pages that one person may have; more are not kept up to date. 0 is no limit.
    sockets_per_person "sockets-per-person": u32 = "10",
    /// Days for which it is kept who read which posts, to tell them when something they read is corrected.
    reading_kept_days "reading-kept-days": u32 = "400",
    /// E-mail addresses of those who may read what moderators did everywhere, and learn, with a reason that is kept,
    /// who read what was corrected later; with a comma between them. Left out, nobody may.
    auditors "auditors": Option<String> = "",
    /// Who may read the schema of the API: people, who are signed in, or nobody.
    introspection "introspection": Readers = "people",
    /// Documents that the API runs: any, or known, those of the web app alone.
    documents "documents": Documents = "any",
    /// Whether people sign in with a password of this server. Without it only sign-in providers let people in, and
    /// the link that `interlude person sign-in` prints.
    local_sign_in "local-sign-in": bool = "true",
    /// Whether people may have a link sent to them that signs in, once, within 15 minutes.
    sign_in_links "sign-in-links": bool = "true",
    /// Keys that secrets in the database are sealed with, the newest first: 64 hexadecimal digits each, with a
    /// comma between. Left out, they are the file secret.keys of the data folder, made on the first start.
    /// Servers that share a database need the same.
    secret_keys "secret-keys": Option<Secret> = "",
    /// File of the providers that people sign in with, beside those that administrators set up.
    sso_file "sso-file": Option<PathBuf> = "",
    /// How lines of the log are written.
    log_format "log-format": LogFormat = "text",
    /// What is logged: error, warn, info, debug or trace, also by target as in info,kernel=debug.
    log_level "log-level": String = "info",
}

fn decide<V: Value>(
    setting: &'static Setting,
    values: &BTreeMap<String, (String, Source)>,
    mistakes: &mut Vec<String>,
) -> (V, Source) {
    let default = || match V::parse(setting.default) {
        Some(value) => value,
        None => unreachable!("the default of {} is readable", setting.key),
    };
    let Some((text, source)) = values.get(setting.key) else {
        return (default(), Source::Default);
    };
    match V::parse(text.trim()) {
        Some(value) => (value, source.clone()),
        None => {
            mistakes.push(mistake(setting, text, source));
            (default(), Source::Default)
        }
    }
}

fn mistake(setting: &Setting, text: &str, source: &Source) -> String {
    let text = if setting.secret { "(hidden)" } else { text };
    let given = match source {
        Source::Flag => format!("--{} {text}", setting.key),
        Source::Variable => format!("{}={text}", setting.variable()),
        Source::File(path) => format!("{} = {text} in {}", setting.key, path.display()),
        Source::Default => setting.key.to_owned(),
    };
    format!("{given}: this should be {}", setting.shape)
}

impl Settings {
    /// Everything that can be set.
    pub fn list() -> &'static [Setting] {
        LIST
    }

    /// The address people type.
    pub fn public_url(&self) -> PublicUrl {
        let port = self.listen.port();
        self.public_url
            .clone()
            .unwrap_or_else(|| PublicUrl::local(port))
    }

    pub fn database_url(&self) -> DatabaseUrl {
        self.database_url
            .clone()
            .unwrap_or_else(|| DatabaseUrl::Sqlite(self.data_dir.join("interlude.db")))
    }

    /// What each setting permits, and all of them together do not.
    pub(super) fn contradictions(&self) -> Vec<String> {
        let mut mistakes = Vec::new();
        let public = self.public_url();
        if !public.is_secure() && !public.is_local() && !self.allow_http {
            mistakes.push(format!(
                "public-url {public} sends passwords in the clear; put TLS before it and write \
                 https://, or set allow-http on a network you trust"
            ));
        }
        if self.files_url.is_some() && (self.s3_key_id.is_none() || self.s3_secret_key.is_none()) {
            mistakes.push(
                "files-url names an S3 store; set s3-key-id and s3-secret-key as well".to_owned(),
            );
        }
        mistakes
    }
}
