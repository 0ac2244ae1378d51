//! How letters leave: by SMTP, or into a folder where a person can read them.
use crate::config::Settings;
use crate::failure::Failure;
use crate::storage::DataFolder;
use kernel::{Entropy, Letter, Mail, MailError, Sending, SystemEntropy};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// How long the server may take for each of its answers.
const PATIENCE: Duration = Duration::from_secs(30);
/// Answers that are about us and not about a letter: who we are is not believed, or not accepted yet.
const NOT_LET_IN: [u16; 6] = [421, 454, 530, 534, 535, 538];

/// The way that the settings name.
///
/// # Errors
/// When the sender or the server's address cannot be read, or the folder cannot be made.
pub fn open(settings: &Settings, folder: &DataFolder) -> Result<Arc<dyn Mail>, Failure> {
    let sender = sender(settings)?;
    let Some(url) = &settings.smtp_url else {
        let outbox = folder.room("outbox")?;
        return Ok(Arc::new(Outbox { outbox, sender }));
    };
    smtp(url.reveal(), sender, PATIENCE)
}

/// Who letters come from.
///
/// # Errors
/// When it cannot be read.
pub fn sender(settings: &Settings) -> Result<Mailbox, Failure> {
    settings.mail_from.parse().map_err(|_| {
        Failure::plain("mail-from is no sender; write it as in Interlude <mail@example.org>")
    })
}

/// By SMTP, to the server that `url` names, which may take so long for each of its answers.
///
/// # Errors
/// When its address cannot be read.
pub fn smtp(url: &str, sender: Mailbox, patience: Duration) -> Result<Arc<dyn Mail>, Failure> {
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
        .map_err(|_| {
            let words = "smtp-url cannot be read; write it as in smtps://NAME:PASSWORD@HOST";
            Failure::plain(words)
        })?
        .timeout(Some(patience))
        .build();
    Ok(Arc::new(Smtp {
        transport,
        sender,
        letter_max: patience * 3,
    }))
}

struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    sender: Mailbox,
    /// How long a whole letter may take, however the server trickles.
    letter_max: Duration,
}

impl Mail for Smtp {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a> {
        Box::pin(async move {
            let message = compose(&self.sender, letter)?;
            match timeout(self.letter_max, self.transport.send(message)).await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) => Err(judged(&error)),
                Err(_) => Err(MailError::Unreachable("it took too long".to_owned())),
            }
        })
    }
}

/// An error with all that caused it.
fn causes(error: &dyn std::error::Error) -> String {
    let words = error.to_string();
    match error.source() {
        Some(cause) => format!("{words}: {}", causes(cause)),
        None => words,
    }
}

/// What an answer of the mail server means for the letter.
fn judged(error: &SmtpError) -> MailError {
    let words = causes(error);
    match error.status().map(u16::from) {
        Some(code) if NOT_LET_IN.contains(&code) => MailError::Unreachable(words),
        Some(_) if error.is_permanent() => MailError::Refused(words),
        Some(_) => MailError::Later(words),
        None => MailError::Unreachable(words),
    }
}

/// Letters as files, one each: for a server without mail, and for trying things out.
struct Outbox {
    outbox: PathBuf,
    sender: Mailbox,
}

impl Mail for Outbox {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a> {
        Box::pin(async move {
            let message = compose(&self.sender, letter)?.formatted();
            let mut chance = [0_u8; 8];
            SystemEntropy.fill(&mut chance);
            let path = self
                .outbox
                .join(format!("{:016x}.eml", u64::from_be_bytes(chance)));
            tokio::fs::write(&path, message)
                .await
                .map_err(|error| MailError::Later(error.to_string()))?;
            tracing::info!(path = %path.display(), "a letter is in the outbox");
            Ok(())
        })
    }
}

/// The letter on the wire. Its headers are typed: nothing in a name or a subject can add another.
fn compose(sender: &Mailbox, letter: &Letter) -> Result<Message, MailError> {
    let refused = |error: &dyn std::fmt::Display| MailError::Refused(error.to_string());
    let to: Mailbox = letter.to.parse().map_err(|error| refused(&error))?;
    let host = sender.email.domain();
    let mark = letter.mark.as_ref().map(|mark| format!("<{mark}@{host}>"));
    let mut message = Message::builder()
        .from(sender.clone())
        .to(to)
        .subject(kernel::clean_line(&letter.subject))
        .message_id(mark)
        // Who is away need not tell a program so.
        .header(AutoSubmitted);
    if let Some(address) = &letter.unsubscribe {
        message = message
            .header(ListUnsubscribe(address.clone()))
            .header(ListUnsubscribePost);
    }
    let composed = match (&letter.html, &letter.calendar) {
        (None, _) => message
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone()),
        (Some(html), None) => message.multipart(MultiPart::alternative_plain_html(
            letter.text.clone(),
            html.clone(),
        )),
        (Some(html), Some(calendar)) => {
            let kind = |kind: &str| kind.parse::<ContentType>().map_err(|error| refused(&error));
            let method = &calendar.method;
            let invitation = kind(&format!("text/calendar; method={method}; charset=utf-8"))?;
            let file = Attachment::new("session.ics".to_owned());
            let file = file.body(calendar.text.clone(), kind("application/ics")?);
            let same = MultiPart::alternative_plain_html(letter.text.clone(), html.clone())
                .singlepart(
                    SinglePart::builder()
                        .header(invitation)
                        .body(calendar.text.clone()),
                );
            message.multipart(MultiPart::mixed().multipart(same).singlepart(file))
        }
    };
    composed.map_err(|error| refused(&error))
}

macro_rules! header {
    ($(#[doc = $what:literal] $header:ident $name:literal $(($text:ty))? = $value:expr;)+) => {$(
        #[doc = $what]
        #[derive(Clone)]
        struct $header$(($text))?;

        impl Header for $header {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Err("letters are written here, not read".into())
            }

            fn display(&self) -> HeaderValue {
                let value: fn(&Self) -> String = $value;
                HeaderValue::new(Self::name(), value(self))
            }
        }
    )+};
}

header! {
    /// RFC 3834.
    AutoSubmitted "Auto-Submitted" = |_| "auto-generated".to_owned();
    /// RFC 2369.
    ListUnsubscribe "List-Unsubscribe" (String) = |header| format!("<{}>", header.0);
    /// RFC 8058.
    ListUnsubscribePost "List-Unsubscribe-Post" = |_| "List-Unsubscribe=One-Click".to_owned();
}
