//! Reads filters and paths from text, by recursive descent.
use super::{Comparison, Filter, Keys};
use kernel::{Error, Result};
use serde_json::Value;

const TEXT_BYTES_MAX: usize = 2_000;
const DEPTH_MAX: usize = 12;

pub(super) struct Reader<'a> {
    rest: &'a str,
    kind: &'static str,
}

impl<'a> Reader<'a> {
    pub(super) fn of(text: &'a str, kind: &'static str) -> Result<Self> {
        let reader = Self { rest: text, kind };
        match text.len() <= TEXT_BYTES_MAX {
            true => Ok(reader),
            false => Err(reader.wrong()),
        }
    }

    pub(super) fn wrong(&self) -> Error {
        Error::invalid(self.kind, "this cannot be read as RFC 7644 writes it")
    }

    fn skip(&mut self) {
        self.rest = self.rest.trim_start_matches(' ');
    }

    pub(super) fn takes(&mut self, mark: char) -> bool {
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    pub(super) fn expects(&mut self, mark: char) -> Result<()> {
        self.skip();
        match self.takes(mark) {
            true => Ok(()),
            false => Err(self.wrong()),
        }
    }

    pub(super) fn ends(&mut self) -> Result<()> {
        self.skip();
        match self.rest.is_empty() {
            true => Ok(()),
            false => Err(self.wrong()),
        }
    }

    fn word(&mut self) -> &'a str {
        self.skip();
        let end = self
            .rest
            .find([' ', '[', ']', '(', ')', '"'])
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    /// Takes this word if it comes next.
    fn takes_word(&mut self, wanted: &str) -> bool {
        let before = self.rest;
        if self.word().eq_ignore_ascii_case(wanted) {
            return true;
        }
        self.rest = before;
        false
    }

    pub(super) fn keys(&mut self) -> Result<Keys> {
        let word = self.word();
        Keys::parse(word).ok_or_else(|| self.wrong())
    }

    pub(super) fn filter(&mut self, depth: usize) -> Result<Filter> {
        let mut left = self.both(depth)?;
        while self.takes_word("or") {
            let right = self.both(depth)?;
            left = Filter::Or(Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn both(&mut self, depth: usize) -> Result<Filter> {
        let mut left = self.term(depth)?;
        while self.takes_word("and") {
            let right = self.term(depth)?;
            left = Filter::And(Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn term(&mut self, depth: usize) -> Result<Filter> {
        if depth >= DEPTH_MAX {
            return Err(self.wrong());
        }
        let before = self.rest;
        if self.takes_word("not") {
            self.skip();
            if self.takes('(') {
                let inner = self.filter(depth + 1)?;
                self.expects(')')?;
                return Ok(Filter::Not(Box::new(inner)));
            }
            self.rest = before;
        }
        self.skip();
        if self.takes('(') {
            let inner = self.filter(depth + 1)?;
            self.expects(')')?;
            return Ok(inner);
        }
        let keys = self.keys()?;
        if self.takes('[') {
            let inner = self.filter(depth + 1)?;
            self.expects(']')?;
            if !self.takes('.') {
                return Ok(Filter::Within(keys, Box::new(inner)));
            }
            // `emails[type eq "work"].value eq "…"`, as one directory asks: of the same value both hold.
            let part = self.keys()?;
            let both = Filter::And(Box::new(inner), Box::new(self.compared(part)?));
            return Ok(Filter::Within(keys, Box::new(both)));
        }
        self.compared(keys)
    }

    /// What is asked of an attribute.
    fn compared(&mut self, keys: Keys) -> Result<Filter> {
        let comparison = match self.word().to_ascii_lowercase().as_str() {
            "pr" => return Ok(Filter::Present(keys)),
            "eq" => Comparison::Equal,
            "ne" => Comparison::NotEqual,
            "co" => Comparison::Contains,
            "sw" => Comparison::StartsWith,
            "ew" => Comparison::EndsWith,
            "gt" => Comparison::Greater,
            "ge" => Comparison::GreaterOrEqual,
            "lt" => Comparison::Less,
            "le" => Comparison::LessOrEqual,
            _ => return Err(self.wrong()),
        };
        Ok(Filter::Compare(keys, comparison, self.literal()?))
    }

    fn literal(&mut self) -> Result<Value> {
        self.skip();
        if !self.rest.starts_with('"') {
            let word = self.word().to_ascii_lowercase();
            return serde_json::from_str(&word).map_err(|_| self.wrong());
        }
        let mut is_escaped = false;
        let end = self.rest.char_indices().skip(1).find(|(_, c)| {
            let ends = *c == '"' && !is_escaped;
            is_escaped = *c == '\\' && !is_escaped;
            ends
        });
        let (at, _) = end.ok_or_else(|| self.wrong())?;
        let (text, rest) = self.rest.split_at(at + 1);
        self.rest = rest;
        serde_json::from_str(text).map_err(|_| self.wrong())
    }
}
