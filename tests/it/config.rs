//! What the operator decided: by flag, by variable, by file, or not at all.
use server::config::{ConfigError, Given, InForce, Settings, Source, resolve};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

fn given(flags: &[(&str, &str)], variables: &[(&str, &str)]) -> Given {
    let pairs = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect()
    };
    Given {
        config: None,
        flags: pairs(flags),
        variables: pairs(variables),
    }
}

fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("interlude.toml");
    fs::write(&path, text).expect("a file");
    (folder, path)
}

fn line<'a>(in_force: &'a [InForce], key: &str) -> &'a InForce {
    in_force
        .iter()
        .find(|line| line.setting.key == key)
        .expect("a setting")
}

fn mistakes(outcome: Result<(Settings, Vec<InForce>), ConfigError>) -> String {
    outcome
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default()
}

#[test]
fn a_flag_comes_before_a_variable_before_the_file_before_the_default() {
    let (_folder, path) =
        file("organisation = 'File'\nlanguage = 'de'\nlisten = '127.0.0.1:9000'\n");
    let mut given = given(
        &[("organisation", "Flag")],
        &[
            ("INTERLUDE_ORGANISATION", "Variable"),
            ("INTERLUDE_LANGUAGE", "en"),
        ],
    );
    given.config = Some(path.clone());

    let (settings, in_force) = resolve(&given).expect("settings");

    assert_eq!(settings.organisation, "Flag");
    assert_eq!(line(&in_force, "organisation").source, Source::Flag);
    assert_eq!(line(&in_force, "language").source, Source::Variable);
    assert_eq!(line(&in_force, "listen").source, Source::File(path));
    assert_eq!(line(&in_force, "log-format").source, Source::Default);
    assert_eq!(settings.public_url().to_string(), "http://localhost:9000");
}

#[test]
fn every_setting_is_explained() {
    let (_, in_force) = resolve(&Given::default()).expect("settings");

    assert_eq!(in_force.len(), Settings::list().len());
    for line in in_force {
        assert!(
            line.setting.help.trim().ends_with('.'),
            "{} has no help",
            line.setting.key
        );
    }
}

#[test]
fn a_secret_is_shown_nowhere() {
    let secrets = [
        ("INTERLUDE_SMTP_URL", "smtps://mail:canary@example.org"),
        (
            "INTERLUDE_DATABASE_URL",
            "postgres://interlude:canary@localhost/interlude?password=canary",
        ),
        ("INTERLUDE_S3_SECRET_KEY", "canary"),
    ];

    let (settings, in_force) = resolve(&given(&[], &secrets)).expect("settings");
    let wrong = mistakes(resolve(&given(
        &[("database-url", "mysql://root:canary@localhost/x")],
        &[],
    )));

    assert!(!format!("{settings:?}{in_force:?}").contains("canary"));
    assert!(
        line(&in_force, "database-url")
            .shown
            .contains("localhost/interlude")
    );
    assert!(
        wrong.contains("postgres://") && !wrong.contains("canary"),
        "{wrong}"
    );
}

#[test]
fn every_mistake_is_named_at_once_and_in_words() {
    let (_folder, path) = file("listn = '127.0.0.1:1'\n[mail]\nfrom = 'x'\n");
    let mut given = given(
        &[("listen", "8080")],
        &[
            ("INTERLUDE_REQUESTS_PER_SECOND", "many"),
            ("INTERLUDE_COLOUR", "blue"),
        ],
    );
    given.config = Some(path);

    let words = mistakes(resolve(&given));

    for part in [
        "--listen 8080: this should be an address and a port",
        "INTERLUDE_REQUESTS_PER_SECOND=many: this should be a whole number",
        "the variable INTERLUDE_COLOUR is no setting",
        "listn in ",
        "mail in ",
    ] {
        assert!(words.contains(part), "no \"{part}\" in:\n{words}");
    }
}

#[test]
fn a_file_with_a_secret_is_for_its_owner_alone() {
    let (_folder, path) = file("smtp-url = 'smtp://mail:canary@localhost'\n");
    let given = Given {
        config: Some(path.clone()),
        ..Given::default()
    };
    let mode = |mode| fs::set_permissions(&path, Permissions::from_mode(mode)).expect("a mode");

    mode(0o644);
    let refused = mistakes(resolve(&given));
    mode(0o600);
    let accepted = resolve(&given);

    assert!(refused.contains("chmod 600"), "{refused}");
    assert!(accepted.is_ok());
}

#[test]
fn what_kubernetes_tells_a_container_is_no_mistake() {
    let told = [
        ("INTERLUDE_PORT", "tcp://10.0.0.1:80"),
        ("INTERLUDE_SERVICE_HOST", "10.0.0.1"),
    ];

    assert!(resolve(&given(&[], &told)).is_ok());
}

#[test]
fn a_file_that_is_missing_or_broken_is_a_mistake() {
    let (_folder, path) = file("listen = \n");
    let broken = Given {
        config: Some(path),
        ..Given::default()
    };
    let missing = Given {
        config: Some("/nowhere/interlude.toml".into()),
        ..Given::default()
    };

    assert!(mistakes(resolve(&broken)).contains("cannot be read"));
    assert!(mistakes(resolve(&missing)).contains("cannot be read"));
}

#[test]
fn passwords_do_not_cross_a_network_in_the_clear_by_accident() {
    let public = [("public-url", "http://interlude.example.org")];
    let meant = [
        ("public-url", "http://interlude.example.org"),
        ("allow-http", "true"),
    ];
    let secure = [("public-url", "https://Interlude.example.org:443/")];

    assert!(mistakes(resolve(&given(&public, &[]))).contains("in the clear"));
    assert!(resolve(&given(&meant, &[])).is_ok());
    let (settings, _) = resolve(&given(&secure, &[])).expect("settings");
    assert_eq!(
        settings.public_url().to_string(),
        "https://interlude.example.org"
    );
}

#[test]
fn networks_contain_what_they_say() {
    let networks = [("trusted-proxies", "10.0.0.0/8, 192.0.2.7, 2001:db8::/32")];
    let (settings, _) = resolve(&given(&networks, &[])).expect("settings");
    let holds = |address: &str| {
        settings
            .trusted_proxies
            .contain(address.parse().expect("an address"))
    };

    assert!(holds("10.255.0.1") && holds("::ffff:10.1.2.3"));
    assert!(holds("192.0.2.7") && holds("2001:db8:1::1"));
    assert!(!holds("11.0.0.1") && !holds("192.0.2.8") && !holds("2001:db9::1"));
    assert!(
        mistakes(resolve(&given(&[("trusted-proxies", "10.0.0.0/40")], &[])))
            .contains("10.0.0.0/8")
    );
}
