//! The program as its operator meets it: commands, what they print, and the code they end with.
mod archives;
mod keys;
mod people;
mod refusals;

use communities::Role;
use sea_orm::ConnectionTrait;
use tests::Program;

#[tokio::test]
async fn every_setting_is_named_with_where_it_comes_from() {
    let program = Program::new().await;
    let file = "organisation = 'The guild'\nlanguage = 'de'\n";
    std::fs::write(program.folder().join("interlude.toml"), file).expect("a file");

    let said = program
        .runs(&["config", "check", "--language", "en", "--demo"])
        .await;

    assert_eq!(said.code, Some(0), "{said:?}");
    for setting in server::config::Settings::list() {
        let starts = |line: &str| line.starts_with(&format!("{} = ", setting.key));
        assert!(said.out.lines().any(starts), "no {}", setting.key);
        assert!(said.out.contains(&setting.variable()));
    }
    for line in [
        "organisation = The guild  (interlude.toml)",
        "language = en  (flag)",
        "demo = true  (flag)",
        "requests-per-second = 0  (variable)",
        "data-dir = data  (default)",
    ] {
        assert!(said.out.contains(line), "no \"{line}\" in:\n{}", said.out);
    }
}

#[tokio::test]
async fn the_schema_is_that_of_the_api() {
    let said = Program::new().await.runs(&["schema"]).await;

    assert_eq!(said.code, Some(0));
    assert_eq!(said.out, api::sdl());
}

#[tokio::test]
async fn shells_learn_the_commands() {
    let program = Program::new().await;

    for shell in ["bash", "zsh", "fish"] {
        let said = program.runs(&["completions", shell]).await;
        assert_eq!(said.code, Some(0), "{shell}: {}", said.err);
        assert!(said.out.contains("reset-password"), "{shell}");
        assert!(said.out.contains("requests-per-second"), "{shell}");
    }
}

#[tokio::test]
async fn a_reader_who_leaves_early_is_no_failure() {
    let program = Program::new().await;

    for words in [
        &["schema"][..],
        &["config", "check"],
        &["migrate", "status"],
        &[
            "person",
            "create",
            "--name",
            "Ada",
            "--email",
            "ada@example.org",
        ],
        &["search", "verify"],
    ] {
        let said = program.runs_unread(words).await;
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{words:?}");
    }
}

#[tokio::test]
async fn the_help_tells_the_exit_codes() {
    let said = Program::new().await.runs(&["--help"]).await;

    assert_eq!(said.code, Some(0));
    assert!(said.out.contains("3 the port is in use"), "{}", said.out);
}

#[tokio::test]
async fn the_schema_of_the_database_goes_back_and_forth() {
    let program = Program::new().await;
    let applied = async || {
        let said = program.runs(&["migrate", "status"]).await;
        assert_eq!(said.code, Some(0), "{said:?}");
        said.out
            .lines()
            .map(|line| line.ends_with("  applied"))
            .collect::<Vec<_>>()
    };

    let first = applied().await;
    let down = program.runs(&["migrate", "down", "--steps", "2"]).await;
    let less = applied().await;
    let up = program.runs(&["migrate", "up"]).await;
    let again = program.runs(&["migrate", "up"]).await;

    assert!(first.len() > 2 && first.iter().all(|applied| *applied));
    assert_eq!(down.code, Some(0), "{down:?}");
    assert_eq!(less.iter().filter(|applied| !**applied).count(), 2);
    assert!(less.is_sorted_by(|before, after| before >= after));
    assert_eq!(up.out.matches("applied m").count(), 2, "{up:?}");
    assert_eq!(again.out.trim(), "the schema is up to date");
    assert_eq!(applied().await, first);
}

#[tokio::test]
async fn a_server_is_asked_whether_it_is_well() {
    let program = Program::new().await;
    let server = program.serves().await;
    let listen = server.address.to_string();

    let well = program.runs(&["health", "--listen", &listen]).await;
    server.dies().await;
    let gone = program.runs(&["health", "--listen", &listen]).await;

    assert_eq!((well.code, well.out.trim()), (Some(0), "ready"));
    assert_eq!(gone.code, Some(1));
    assert!(gone.err.contains("nothing answers"), "{gone:?}");
}

#[tokio::test]
async fn posts_are_rendered_again_while_the_server_runs() {
    let program = Program::new().await;
    let stage = program.stage().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Hello", "**Well** met").await;
    ada.posts(&thread, "plain").await;
    let older = "UPDATE post SET html = replace(html, 'strong>', 'em>')";
    let database = program.database().await;
    database.execute_unprepared(older).await.expect("a change");
    let _server = program.serves().await;

    let first = program.runs(&["posts", "render"]).await;
    let again = program.runs(&["posts", "render"]).await;

    let said = |changed| format!("2 posts were rendered; {changed} look otherwise now\n");
    assert_eq!((first.code, first.out), (Some(0), said(1)), "{}", first.err);
    assert_eq!((again.code, again.out), (Some(0), said(0)), "{}", again.err);
}
