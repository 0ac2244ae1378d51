//! From changes to what tantivy writes.

use tantivy::schema::Field;
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{IndexWriter, TantivyDocument, Term};

use crate::analyze::{Shape, Stemmers, TONGUES, Word, tongues_of, words};
use crate::document::{Change, Document, Whole};
use crate::error::{Error, Result};
use crate::fold::{composed, folded};
use crate::schema::{Fields, Worded};

const ID_BYTES_MAX: usize = 512;

/// Puts changes into a writer, in their order. Nothing of it is seen until the writer commits.
pub(crate) struct Scribe<'a> {
    fields: &'a Fields,
    stemmers: Stemmers,
}

impl<'a> Scribe<'a> {
    pub fn new(fields: &'a Fields) -> Self {
        Self {
            fields,
            stemmers: Stemmers::default(),
        }
    }

    pub fn write(&mut self, writer: &IndexWriter, change: Change) -> Result<()> {
        let fields = self.fields;
        let gone = |field: Field, value: &str| {
            writer.delete_term(Term::from_field_text(field, value));
        };
        match change {
            Change::Put(document) => {
                check(&document)?;
                gone(fields.id, &document.id);
                writer.add_document(self.compose(&document))?;
            }
            Change::Delete(id) => gone(fields.id, &id),
            Change::DeleteAllOf(Whole::Thread(id)) => gone(fields.thread, &id),
            Change::DeleteAllOf(Whole::Channel(id)) => gone(fields.channel, &id),
            Change::DeleteAllOf(Whole::Community(id)) => gone(fields.community, &id),
        }
        Ok(())
    }

    fn compose(&mut self, document: &Document) -> TantivyDocument {
        let f = self.fields;
        let mut out = TantivyDocument::new();
        for (field, value) in [
            (f.id, &document.id),
            (f.author, &document.author),
            (f.community, &document.community),
            (f.channel, &document.channel),
            (f.thread, &document.thread),
            (f.kind, &document.kind),
        ] {
            if !value.is_empty() {
                out.add_text(field, value);
            }
        }
        for reader in &document.audience {
            out.add_text(f.audience, reader);
        }
        for tag in &document.tags {
            out.add_text(f.tag, folded(&composed(tag)));
        }
        for mark in &document.marks {
            out.add_text(f.mark, mark.word());
        }
        out.add_u64(
            f.marks,
            document
                .marks
                .iter()
                .fold(0, |bits, mark| bits | mark.bit()),
        );
        out.add_u64(f.helpful, document.helpful.into());
        out.add_i64(f.created, document.created);
        if let Some(edited) = document.edited {
            out.add_i64(f.edited, edited);
        }
        self.compose_text(document, &mut out);
        out
    }

    fn compose_text(&mut self, document: &Document, out: &mut TantivyDocument) {
        let f = self.fields;
        let (title, under) = (composed(&document.title), composed(&document.under));
        let (body, tags) = (
            composed(&document.body),
            composed(&document.tags.join("\n")),
        );
        let sample = format!("{title}\n{body}");
        let tongues = tongues_of(if body.is_empty() { &under } else { &sample });
        for tongue in &tongues {
            out.add_text(f.tongue, TONGUES[*tongue].code);
        }
        self.add_words(f.title, &title, (&tongues, out));
        self.add_words(f.under, &under, (&tongues, out));
        self.add_words(f.tags, &tags, (&tongues, out));
        self.add_words(f.body, &body, (&tongues, out));
        for (field, text) in [
            (f.stored_title, title),
            (f.stored_under, under),
            (f.stored_body, body),
        ] {
            if !text.is_empty() {
                out.add_text(field, text);
            }
        }
    }

    fn add_words(
        &mut self,
        field: Worded,
        text: &str,
        (tongues, out): (&[usize], &mut TantivyDocument),
    ) {
        let found = words(text);
        if found.is_empty() {
            return;
        }
        let mut stems = Vec::with_capacity(found.len() * tongues.len());
        for word in found.iter().filter(|word| word.shape == Shape::Word) {
            for tongue in tongues {
                let stem = self.stemmers.stem(*tongue, &text[word.from..word.to]);
                stems.push(token(word.position, stem));
            }
        }
        let exact = found
            .into_iter()
            .map(|Word { position, text, .. }| token(position, text));
        out.add_pre_tokenized_text(field.exact, pre_cut(exact.collect()));
        if !stems.is_empty() {
            out.add_pre_tokenized_text(field.stems, pre_cut(stems));
        }
    }
}

fn check(document: &Document) -> Result<()> {
    let refuse = |why| {
        Err(Error::Document {
            id: document.id.chars().take(80).collect(),
            why,
        })
    };
    let names = [
        &document.id,
        &document.author,
        &document.community,
        &document.channel,
        &document.thread,
        &document.kind,
    ];
    if document.id.is_empty() {
        return refuse("its id is empty: give it one");
    }
    if names
        .into_iter()
        .chain(&document.audience)
        .any(|name| name.len() > ID_BYTES_MAX)
    {
        return refuse("one of its ids is longer than 512 bytes: shorten it");
    }
    Ok(())
}

fn token(position: usize, text: String) -> Token {
    Token {
        position,
        text,
        ..Token::default()
    }
}

fn pre_cut(tokens: Vec<Token>) -> PreTokenizedString {
    PreTokenizedString {
        text: String::new(),
        tokens,
    }
}
