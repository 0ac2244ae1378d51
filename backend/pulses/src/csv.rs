//! Results as a table for spreadsheets: what is shown elsewhere, and nothing else. Pure.
use crate::PulseResults;
use kernel::csv_cell as cell;
use std::borrow::Cow;

const HEAD: &str = "item,words,measure,part,count,value\r\n";

/// One row.
struct Row<'a> {
    item: &'a str,
    words: &'a str,
    measure: &'a str,
    part: Cow<'a, str>,
    count: Option<usize>,
    value: Option<Cow<'a, str>>,
}

/// Everything that is shown, a number or an example a row.
pub fn table_of(results: &PulseResults) -> String {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for (question, item) in &results.items {
        let row = |measure, part, count, value| Row {
            item: &question.item,
            words: &question.words,
            measure,
            part,
            count,
            value,
        };
        if let Some(mean) = item.mean {
            let mean = Some(number(mean));
            rows.push(row("mean", "".into(), item.count, mean));
        }
        for band in item.bands.iter().flatten() {
            let words = |at: usize| question.options.0.get(at).map_or("", String::as_str);
            let part = match band.first == band.last {
                true => words(band.first).into(),
                false => format!("{} – {}", words(band.first), words(band.last)).into(),
            };
            rows.push(row("answers", part, Some(band.count), None));
        }
        for cut in &item.cuts {
            let (count, mean) = cut.shown.unzip();
            let mean = mean.map(number);
            let part = match cut.name.as_deref() {
                Some("") => "unsaid",
                Some(name) => name,
                None => "others",
            };
            rows.push(row("cut", part.into(), count, mean));
        }
        for barrier in item.barriers.iter().flatten() {
            let part = barrier.barrier.code().into();
            rows.push(row("barrier", part, barrier.count, None));
        }
        for text in &item.texts {
            let text = Some(text.as_str().into());
            rows.push(row("example", "".into(), None, text));
        }
    }
    for change in &results.changes {
        let (count, mean) = change.shown.unzip();
        rows.push(Row {
            item: &change.item,
            words: &change.words,
            measure: "change",
            part: change.wave.to_string().into(),
            count,
            value: mean.map(number),
        });
    }
    let rows: Vec<String> = rows.iter().map(Row::line).collect();
    HEAD.to_owned() + &rows.concat()
}

impl Row<'_> {
    fn line(&self) -> String {
        let count = self.count.map(|count| count.to_string());
        let value = self.value.as_deref().unwrap_or_default();
        let is_number = value.parse::<f64>().is_ok() && self.measure != "example";
        let value = match is_number {
            true => value.to_owned(),
            false => cell(value),
        };
        let cells = [
            cell(self.item),
            cell(self.words),
            cell(self.measure),
            cell(&self.part),
            count.unwrap_or_default(),
            value,
        ];
        cells.join(",") + "\r\n"
    }
}

fn number(value: f64) -> Cow<'static, str> {
    value.to_string().into()
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn what_somebody_wrote_is_no_formula_and_no_second_cell() {
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell("  @SUM(A1)"), "\"'  @SUM(A1)\"");
        assert_eq!(cell("-2, or so"), "\"'-2, or so\"");
        assert_eq!(cell("she said \"yes\""), "\"she said \"\"yes\"\"\"");
        assert_eq!(cell("＝1+1"), "\"'＝1+1\"");
        assert_eq!(cell("fine"), "fine");
    }
}
