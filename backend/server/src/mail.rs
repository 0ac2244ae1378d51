//! How letters leave: by SMTP, or into a folder where a person can read them.
use crate::config::Settings;
use crate::failure::Failure;
use crate::storage::DataFolder;
use kernel::{Entropy, Letter, Mail, MailError, Sending, SystemEntropy};
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);

/// The way that the settings name.
///
/// # Errors
/// When the sender or the server's address cannot be read, or the folder cannot be made.
pub fn open(settings: &Settings, folder: &DataFolder) -> Result<Arc<dyn Mail>, Failure> {
    let sender: Mailbox = settings.mail_from.parse().map_err(|_| {
        Failure::plain("mail-from is no sender; write it as in Interlude <mail@example.org>")
    })?;
    let Some(url) = &settings.smtp_url else {
        let outbox = folder.room("outbox")?;
        return Ok(Arc::new(Outbox { outbox, sender }));
    };
    let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.reveal())
        .map_err(|_| {
            let words = "smtp-url cannot be read; write it as in smtps://NAME:PASSWORD@HOST";
            Failure::plain(words)
        })?
        .timeout(Some(PATIENCE))
        .build();
    Ok(Arc::new(Smtp { transport, sender }))
}

struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    sender: Mailbox,
}

impl Mail for Smtp {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a> {
        Box::pin(async move {
            let message = compose(&self.sender, letter)?;
            match self.transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if error.is_permanent() => Err(MailError::Refused(error.to_string())),
                Err(error) => Err(MailError::Later(error.to_string())),
            }
        })
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
    let subject = kernel::clean_line(&letter.subject);
    Message::builder()
        .from(sender.clone())
        .to(to)
        .subject(subject)
        .message_id(None)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.text.clone())
        .map_err(|error| refused(&error))
}
