//! Functions in a text of Rust, as far as their parameters go.

/// Each function of a file, with how much it takes beside `self` and a resolver's context.
pub fn functions(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.split("fn ").skip(1).filter_map(|rest| {
        let named = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        let (name, rest) = rest.split_at(named);
        let rest = match rest.strip_prefix('<') {
            Some(generics) => inside(generics)?.1,
            None => rest,
        };
        let (taken, _) = inside(rest.strip_prefix('(')?)?;
        let parameters = outer_commas(taken)
            .map(str::trim)
            .filter(|it| !it.is_empty() && !is_own(it));
        (!name.is_empty()).then(|| (name, parameters.count()))
    })
}

fn is_own(parameter: &str) -> bool {
    let (name, kind) = parameter.split_once(':').unwrap_or((parameter, ""));
    name.ends_with("self") || kind.trim_start().starts_with("&Context<")
}

/// What stands before the bracket that closes, and what comes after it.
fn inside(text: &str) -> Option<(&str, &str)> {
    let mut depth = depths();
    let to = text.find(|c| depth(c) < 0)?;
    Some((&text[..to], &text[to + 1..]))
}

/// The parts between those commas that stand in no brackets of their own.
fn outer_commas(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = depths();
    text.split(move |c| depth(c) == 0 && c == ',')
}

/// How many brackets are open after each letter. An arrow closes none.
fn depths() -> impl FnMut(char) -> i32 {
    let (mut depth, mut last) = (0, ' ');
    move |c| {
        depth += match c {
            '(' | '[' | '{' | '<' => 1,
            '>' if matches!(last, '-' | '=') => 0,
            ')' | ']' | '}' | '>' => -1,
            _ => 0,
        };
        last = c;
        depth
    }
}

#[test]
fn parameters_are_counted_as_people_count_them() {
    let text = "
        pub async fn of<T: Fn(u8) -> u8>(&mut self, ctx: &Context<'_>, a: [u8; 3], b: (u8, u8)) {}
        fn none() {}
        fn one(
            #[graphql(desc = \"1, 2\")] by: impl Fn(u8, u8) -> HashMap<u8, u8>,
        ) {}";
    let counted: Vec<(&str, usize)> = functions(text).collect();
    assert_eq!(counted, [("of", 2), ("none", 0), ("one", 1)]);
}
