//! How long a connection may take to say what it wants, and to hear our last word. A client that
//! sends a byte a minute would otherwise hold its place for ever; thousands of them, all places.
use poem::http::uri::Scheme;
use poem::listener::{Acceptor, TcpAcceptor};
use poem::web::{LocalAddr, RemoteAddr};
use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Sleep;

/// From the first byte of a connection to the end of its first request's head.
const HEAD_WAIT: Duration = Duration::from_secs(10);
/// When there is no file handle left, trying again at once would only burn the processor.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_millis(50);
const HEAD_END: &[u8; 4] = b"\r\n\r\n";
/// From our last word to the end of the connection. Closed while the client still writes, a
/// connection is reset, and takes the answer with it that says why we did not want more.
const LAST_WORD_WAIT: Duration = Duration::from_secs(3);

/// Accepts connections that have to say soon what they want.
pub struct PatientAcceptor(pub TcpAcceptor);

impl Acceptor for PatientAcceptor {
    type Io = PatientStream;

    fn local_addr(&self) -> Vec<LocalAddr> {
        self.0.local_addr()
    }

    async fn accept(&mut self) -> io::Result<(Self::Io, LocalAddr, RemoteAddr, Scheme)> {
        match self.0.accept().await {
            Ok((stream, local, remote, scheme)) => {
                stream.set_nodelay(true)?;
                Ok((PatientStream::new(stream), local, remote, scheme))
            }
            Err(error) => {
                tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
                Err(error)
            }
        }
    }
}

pub struct PatientStream {
    stream: TcpStream,
    /// Nothing once the first head was read whole.
    waiting: Option<Waiting>,
    /// Set once we said our last word.
    leaving: Option<Pin<Box<Sleep>>>,
}

struct Waiting {
    until: Pin<Box<Sleep>>,
    /// How many bytes of the empty line that ends a head came last.
    matched: usize,
}

impl Waiting {
    /// Whether these bytes end the head.
    fn ends_with(&mut self, bytes: &[u8]) -> bool {
        for byte in bytes {
            self.matched = match *byte {
                byte if byte == HEAD_END[self.matched] => self.matched + 1,
                b'\r' => 1,
                _ => 0,
            };
            if self.matched == HEAD_END.len() {
                return true;
            }
        }
        false
    }
}

impl PatientStream {
    fn new(stream: TcpStream) -> Self {
        let waiting = Waiting {
            until: Box::pin(tokio::time::sleep(HEAD_WAIT)),
            matched: 0,
        };
        Self {
            stream,
            waiting: Some(waiting),
            leaving: None,
        }
    }
}

impl AsyncRead for PatientStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let before = buffer.filled().len();
        let read = Pin::new(&mut this.stream).poll_read(cx, buffer);
        let Some(waiting) = &mut this.waiting else {
            return read;
        };
        if read.is_pending() {
            ready!(waiting.until.as_mut().poll(cx));
            let late = "the head of the request did not come in time";
            return Poll::Ready(Err(io::Error::new(ErrorKind::TimedOut, late)));
        }
        if waiting.ends_with(&buffer.filled()[before..]) {
            this.waiting = None;
        }
        read
    }
}

impl AsyncWrite for PatientStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        if this.leaving.is_none() {
            ready!(Pin::new(&mut this.stream).poll_shutdown(cx))?;
            this.leaving = Some(Box::pin(tokio::time::sleep(LAST_WORD_WAIT)));
        }
        let mut waste = [0; 4096];
        loop {
            let mut waste = ReadBuf::new(&mut waste);
            match Pin::new(&mut this.stream).poll_read(cx, &mut waste) {
                Poll::Ready(Ok(())) if !waste.filled().is_empty() => {}
                Poll::Ready(_) => return Poll::Ready(Ok(())),
                Poll::Pending => break,
            }
        }
        match &mut this.leaving {
            Some(until) => until.as_mut().poll(cx).map(Ok),
            None => Poll::Ready(Ok(())),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, buffers)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
