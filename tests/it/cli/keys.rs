//! The keys that secrets are sealed with stand beside the database, and are nobody else's to read.
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use tests::Program;

#[tokio::test]
async fn the_first_start_makes_a_key_and_a_new_one_comes_before_it() {
    let program = Program::new().await;
    let file = program.data().join("secret.keys");
    assert!(!file.exists());

    let first = program.runs(&["keys", "list"]).await;
    let mode = fs::metadata(&file).expect("the file").permissions().mode();
    let again = program.runs(&["keys", "list"]).await;
    let added = program.runs(&["keys", "add"]).await;
    let both = program.runs(&["keys", "list"]).await;
    let sealed = program.runs(&["keys", "seal"]).await;

    assert_eq!(first.code, Some(0), "{first:?}");
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(first.out, again.out);
    assert_eq!(added.code, Some(0), "{added:?}");
    let ids: Vec<&str> = both.out.lines().collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[1], first.out.trim(), "the old key still opens");
    assert_eq!(sealed.out.trim(), "0 secrets are sealed anew");
    let left = fs::read_dir(program.data()).expect("the folder");
    let loose = left
        .flatten()
        .filter(|it| it.file_name().to_string_lossy().ends_with(".new"));
    assert_eq!(loose.count(), 0);
}

#[tokio::test]
async fn keys_that_others_can_read_or_that_are_none_are_refused() {
    let program = Program::new().await;
    let file = program.data().join("secret.keys");
    fs::set_permissions(program.data(), Permissions::from_mode(0o700)).expect("closed");
    fs::write(&file, "not a key\n").expect("a file");
    fs::set_permissions(&file, Permissions::from_mode(0o644)).expect("open to all");
    let open = program.runs(&["keys", "list"]).await;
    fs::set_permissions(&file, Permissions::from_mode(0o600)).expect("closed");
    let none = program.runs(&["keys", "list"]).await;

    assert_eq!(open.code, Some(4), "{open:?}");
    assert!(open.err.contains("chmod 600"), "{}", open.err);
    assert_eq!(none.code, Some(2), "{none:?}");
    assert!(!none.err.contains("not a key\n"), "{}", none.err);
}
