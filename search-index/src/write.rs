//! From changes to what tantivy writes.

use tantivy::schema::Field;
use tantivy::{IndexWriter, TantivyDocument, Term};

use crate::analyze::ForStems;
use crate::asked::called;
use crate::document::{Change, Document, Whole};
use crate::error::{Error, Result};
use crate::fold::{composed, folded};
use crate::language::{TONGUES, bits_of, tongues_of_all};
use crate::schema::{Fields, Worded};

const ID_BYTES_MAX: usize = 512;

/// Puts changes into a writer, in their order. Nothing of it is seen until the writer commits.
pub(crate) struct Scribe<'a> {
    pub fields: &'a Fields,
}

impl Scribe<'_> {
    pub fn write(&self, writer: &IndexWriter, change: Change) -> Result<()> {
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

    fn compose(&self, document: &Document) -> TantivyDocument {
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
        for session in &document.sessions {
            out.add_text(f.session, session);
        }
        for reader in &document.audience {
            out.add_text(f.audience, reader);
        }
        for tag in &document.tags {
            out.add_text(f.tag, folded(&composed(tag)));
        }
        for name in &document.names {
            out.add_text(f.name, called(name));
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
        out.add_u64(f.digest, document.digest());
        out.add_i64(f.created, document.created);
        if let Some(edited) = document.edited {
            out.add_i64(f.edited, edited);
        }
        self.compose_text(document, &mut out);
        out
    }

    fn compose_text(&self, document: &Document, out: &mut TantivyDocument) {
        let f = self.fields;
        let (title, under) = (composed(&document.title), composed(&document.under));
        let (body, tags) = (
            composed(&document.body),
            composed(&document.tags.join("\n")),
        );
        let heading = if title.is_empty() { &under } else { &title };
        let mut tongues = tongues_of_all(&body, heading);
        for (field, text) in [
            (f.title, title),
            (f.under, under),
            (f.tags, tags),
            (f.body, body),
        ] {
            if !text.is_empty() {
                self.compose_words(field, (text, &tongues), out);
            }
        }
        // After the title, which is the one that is shown.
        for name in document.names.iter().filter(|it| **it != document.title) {
            self.compose_words(f.title, (composed(name), &tongues), out);
        }
        for file in &document.files {
            let text = composed(&file.text);
            let own = tongues_of_all(&text, &file.name);
            let named = format!("{}\n{text}", composed(&file.name));
            self.compose_words(f.files, (named, &own), out);
            tongues.extend(own);
        }
        tongues.sort_unstable();
        tongues.dedup();
        out.add_u64(f.tongues, bits_of(&tongues).into());
        for tongue in tongues {
            out.add_text(f.tongue, TONGUES[tongue].code);
        }
    }

    fn compose_words(
        &self,
        field: Worded,
        (text, tongues): (String, &[usize]),
        out: &mut TantivyDocument,
    ) {
        let f = self.fields;
        if !tongues.is_empty() {
            let for_stems = ForStems {
                tongues,
                text: &text,
            };
            let for_stems = for_stems.to_string();
            let compounding = tongues
                .iter()
                .any(|tongue| TONGUES[*tongue].has_compounds());
            if compounding && [f.title.stems, f.body.stems].contains(&field.stems) {
                out.add_text(f.ends, &for_stems);
            }
            out.add_text(field.stems, for_stems);
        }
        out.add_text(field.exact, text);
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
        .chain(&document.sessions)
        .any(|name| name.len() > ID_BYTES_MAX)
    {
        return refuse("one of its ids is longer than 512 bytes: shorten it");
    }
    Ok(())
}
