//! The sheet of an import is opened in a spreadsheet, and its words come from the archives of others.
use imports::{Dropped, Line, Sheet};

#[test]
fn no_record_of_an_archive_is_a_formula_in_the_sheet() {
    let formulas = [
        "=HYPERLINK(\"https://evil.example/\",\"x\")",
        "+1+1",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\r=1+1",
        "  =1+1",
        "＝1+1",
        "＠SUM(A1)",
        "|calc",
    ];
    let dropped = Dropped {
        reason: formulas[0].to_owned(),
        count: 1,
        records: formulas.map(str::to_owned).to_vec(),
    };
    let line = Line {
        kind: formulas[0].to_owned(),
        dropped: vec![dropped],
        ..Line::default()
    };

    let table = Sheet { lines: vec![line] }.to_csv();

    let mut cells = 0;
    for formula in formulas {
        let quoted = formula.replace('"', "\"\"");
        let bare = [
            format!(",{quoted}"),
            format!(",\"{quoted}"),
            format!("\n{quoted}"),
            format!("\n\"{quoted}"),
        ];
        assert!(
            bare.iter().all(|cell| !table.contains(cell)),
            "{formula} in {table}"
        );
        cells += table.matches(&format!("'{quoted}")).count();
    }
    assert!(
        cells >= formulas.len(),
        "every record is on the sheet: {table}"
    );
}
