//! Cells of comma-separated values.
use std::borrow::Cow;

/// What somebody wrote, as the cell of a table: no spreadsheet takes it for a formula.
pub fn cell(text: &str) -> Cow<'_, str> {
    let begins_formula = |c: char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '|' | '%' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
        )
    };
    match text.trim_start_matches(' ').starts_with(begins_formula) {
        true => format!("'{text}").into(),
        false => text.into(),
    }
}

/// The same as it is written: quoted where it must be, so that it ends where it should.
pub fn csv_cell(text: &str) -> String {
    let text = cell(text);
    match text.contains([',', '"', '\n', '\r', ';', '\'']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.into_owned(),
    }
}
