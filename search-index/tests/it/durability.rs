use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use search_index::{Change, Error, Index, Opened, VERSION};

use crate::{LEARNER, found, post, put, search_as};

fn open(folder: &Path) -> (Index, Opened) {
    Index::open(folder).expect("opens")
}

/// A folder with a few commits in it, deletions too.
fn written(folder: &Path) {
    let (index, opened) = open(folder);
    assert_eq!(opened, Opened::New);
    assert_eq!(index.position().expect("position"), None);
    for part in 0..3 {
        let posts = (0..20).map(|i| post(&format!("p{part}_{i}"), "Silence", "A pause is long."));
        index
            .apply(posts.map(Change::from), &format!("event {part}"))
            .expect("applied");
    }
    index
        .apply([Change::Delete("p0_0".into())], "event 3")
        .expect("applied");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let index = fs::read_dir(folder)
        .expect("folder")
        .flatten()
        .map(|entry| entry.path());
    let index = index.filter(|path| path.is_dir()).collect::<Vec<_>>();
    assert_eq!(index.len(), 1, "one index is left: {index:?}");
    fs::read_dir(&index[0])
        .expect("index")
        .flatten()
        .map(|entry| entry.path())
        .collect()
}

#[test]
fn a_reopened_index_knows_its_documents_and_its_position() {
    let folder = tempfile::tempdir().expect("folder");
    written(folder.path());
    let (index, opened) = open(folder.path());
    assert_eq!(opened, Opened::Kept);
    assert_eq!(
        index.position().expect("position").as_deref(),
        Some("event 3")
    );
    assert_eq!(search_as(&index, "pause", &LEARNER).total, 59);
    assert!(index.verify().expect("verified").is_sound());
    let stats = index.stats().expect("stats");
    assert_eq!(stats.documents, 59);
    assert!(stats.bytes > 1000);
    put(&index, [post("p0_0", "Silence", "Back again.")]);
    let mut ids = 0;
    index.for_each(|_, _| ids += 1).expect("ids");
    assert_eq!(ids, 60);
}

#[test]
fn what_was_merged_away_is_no_damage_and_takes_no_room() {
    let index = Index::in_memory().expect("index");
    for number in 0..80 {
        put(&index, [post(&format!("p{number}"), "Silence", "A pause.")]);
        let stats = index
            .stats()
            .expect("stats, also while segments are merged");
        assert_eq!(stats.documents, number + 1);
        assert!(index.verify().expect("verified").is_sound());
    }
    assert!(
        index.stats().expect("stats").segments < 30,
        "some were merged"
    );
}

#[test]
fn a_document_put_twice_is_there_once() {
    let index = Index::in_memory().expect("index");
    put(
        &index,
        [post("p", "Old", "silence"), post("p", "New", "pause")],
    );
    assert!(found(&index, "silence").is_empty());
    assert_eq!(found(&index, "pause"), ["p"]);
    assert_eq!(index.verify().expect("verified").documents, 1);
}

#[test]
fn a_refused_document_leaves_nothing_of_its_batch() {
    let index = Index::in_memory().expect("index");
    put(&index, [post("before", "", "silence")]);
    let batch = [post("good", "", "silence"), post("", "", "silence")];
    let error = index
        .apply(batch.map(Change::from), "2")
        .expect_err("refused");
    assert_eq!(
        error.to_string(),
        "the document \"\" cannot be indexed: its id is empty: give it one"
    );
    put(&index, [post("after", "", "silence")]);
    assert_eq!(found(&index, "silence"), ["before", "after"]);
}

#[test]
fn any_damage_to_any_file_is_found_or_harmless() {
    type Harm = fn(&Path);
    let harms: [(&str, Harm); 4] = [
        ("deleted", |file| fs::remove_file(file).expect("deleted")),
        ("emptied", |file| fs::write(file, "").expect("emptied")),
        ("halved", |file| {
            let bytes = fs::read(file).expect("read");
            fs::write(file, &bytes[..bytes.len() / 2]).expect("halved");
        }),
        ("flipped", |file| {
            let mut bytes = fs::read(file).expect("read");
            let middle = bytes.len() / 2;
            if let Some(byte) = bytes.get_mut(middle) {
                *byte ^= 0x10;
            }
            fs::write(file, bytes).expect("flipped");
        }),
    ];
    let whole = tempfile::tempdir().expect("folder");
    written(whole.path());
    let names = files(whole.path());
    assert!(names.len() > 20, "every kind of file: {names:?}");
    let mut rebuilt = 0;
    for name in &names {
        for (harm, inflict) in harms {
            let folder = tempfile::tempdir().expect("folder");
            copy(whole.path(), folder.path());
            inflict(
                &folder
                    .path()
                    .join(name.strip_prefix(whole.path()).expect("inside")),
            );
            let what = format!("{} {harm}", name.display());
            let (index, opened) = open(folder.path());
            let whole = opened == Opened::Kept;
            rebuilt += usize::from(!whole);
            let position = index.position().expect("position");
            assert_eq!(position.as_deref(), whole.then_some("event 3"), "{what}");
            let expected = if whole { 59 } else { 0 };
            assert_eq!(
                search_as(&index, "pause", &LEARNER).total,
                expected,
                "{what}"
            );
            if whole {
                put(&index, [post("new", "", "pause")]);
                assert_eq!(search_as(&index, "pause", &LEARNER).total, 60, "{what}");
            }
        }
    }
    assert!(
        rebuilt > names.len() * 3,
        "{rebuilt} of {} were found",
        names.len() * 4
    );
}

#[test]
fn another_version_or_a_lost_note_begins_anew() {
    let elsewhere = format!(r#"{{"version":{VERSION},"index":"../elsewhere"}}"#);
    for (text, why) in [
        (r#"{"version":999,"index":"index-1"}"#, "version 999"),
        (&elsewhere, "missing"),
        ("", "cannot be read"),
    ] {
        let folder = tempfile::tempdir().expect("folder");
        written(folder.path());
        fs::write(folder.path().join("current"), text).expect("written");
        let (index, opened) = open(folder.path());
        let Opened::Rebuild { why: said } = opened else {
            panic!("{text}: {opened:?}")
        };
        assert!(said.contains(why), "{said}");
        assert_eq!(index.stats().expect("stats").documents, 0);
        files(folder.path());
    }
    let folder = tempfile::tempdir().expect("folder");
    written(folder.path());
    fs::remove_file(folder.path().join("current")).expect("removed");
    assert!(matches!(open(folder.path()).1, Opened::Rebuild { .. }));
}

#[test]
fn two_holders_of_one_folder_are_refused() {
    let folder = tempfile::tempdir().expect("folder");
    let _first = open(folder.path());
    let error = Index::open(folder.path()).err().expect("refused");
    assert!(matches!(error, Error::Busy { .. }));
    assert!(
        error
            .to_string()
            .contains("stop it, or choose another folder")
    );
}

#[test]
fn whoever_opens_it_next_finds_nothing_still_being_written() {
    let folder = tempfile::tempdir().expect("folder");
    for time in 0..2_u64 {
        let (index, opened) = open(folder.path());
        let expected = if time == 0 { Opened::New } else { Opened::Kept };
        assert_eq!(opened, expected, "time {time}");
        // After the eighth commit the engine begins to merge, and goes on with that beside.
        for part in 0..8 {
            let posts = (0..60).map(|i| post(&format!("p{time}_{part}_{i}"), "", "silence"));
            index
                .apply(posts.map(Change::from), &format!("event {time}"))
                .expect("applied");
        }
        drop(index);
        let left = written_at(folder.path());
        std::thread::sleep(Duration::from_millis(500));
        assert_eq!(written_at(folder.path()), left);
    }
    let (index, _) = open(folder.path());
    assert!(index.verify().expect("verified").is_sound());
    assert_eq!(index.stats().expect("stats").documents, 2 * 8 * 60);
}

/// Every file of an index, and when it was written.
fn written_at(folder: &Path) -> Vec<(PathBuf, SystemTime)> {
    let written = |path: PathBuf| {
        let about = fs::metadata(&path).expect("a file");
        (path, about.modified().expect("a time"))
    };
    let mut files: Vec<_> = files(folder).into_iter().map(written).collect();
    files.sort();
    files
}

#[test]
fn a_file_in_place_of_the_folder_is_told_in_words() {
    let file = tempfile::NamedTempFile::new().expect("file");
    let error = Index::open(file.path()).err().expect("refused");
    assert!(matches!(error, Error::Folder { .. }), "{error}");
}

#[test]
fn a_rebuild_is_written_beside_while_the_old_index_answers() {
    for in_memory in [true, false] {
        let folder = tempfile::tempdir().expect("folder");
        let index = if in_memory {
            Index::in_memory().expect("index")
        } else {
            open(folder.path()).0
        };
        put(&index, [post("old", "", "silence")]);
        let mut rebuild = index.begin_rebuild().expect("begun");
        rebuild
            .apply([post("new_1", "", "silence").into()])
            .expect("added");
        rebuild
            .apply([post("new_2", "", "silence").into()])
            .expect("added");
        assert_eq!(rebuild.changes(), 2);
        assert!(matches!(index.begin_rebuild(), Err(Error::RebuildUnderWay)));
        assert_eq!(found(&index, "silence"), ["old"]);
        put(&index, [post("older", "", "silence")]);
        rebuild.finish("event 9").expect("finished");
        assert_eq!(found(&index, "silence"), ["new_2", "new_1"]);
        assert_eq!(
            index.position().expect("position").as_deref(),
            Some("event 9")
        );
        put(&index, [post("newest", "", "silence")]);
        if !in_memory {
            drop(index);
            let (index, opened) = open(folder.path());
            assert_eq!(opened, Opened::Kept);
            assert_eq!(
                found(&index, "silence"),
                ["newest", "new_2", "new_1"].map(|id| id.to_owned())
            );
            files(folder.path());
        }
    }
}

#[test]
fn an_empty_index_lets_searches_see_the_new_one_grow() {
    let folder = tempfile::tempdir().expect("folder");
    let (index, _) = open(folder.path());
    let mut rebuild = index.begin_rebuild().expect("begun");
    let many = (0..2_000).map(|n| post(&format!("p{n}"), "", "silence").into());
    rebuild.apply(many).expect("added");
    assert_eq!(search_as(&index, "silence", &LEARNER).total, 2_000);
    assert_eq!(index.position().expect("position"), None);
    rebuild
        .apply([post("last", "", "silence").into()])
        .expect("added");
    rebuild.finish("event 9").expect("finished");
    assert_eq!(search_as(&index, "silence", &LEARNER).total, 2_001);

    // What was seen of one that was given up is gone with it.
    let index = Index::in_memory().expect("index");
    let mut rebuild = index.begin_rebuild().expect("begun");
    let many = (0..2_000).map(|n| post(&format!("p{n}"), "", "silence").into());
    rebuild.apply(many).expect("added");
    drop(rebuild);
    assert_eq!(search_as(&index, "silence", &LEARNER).total, 0);
}

#[test]
fn a_document_that_says_otherwise_has_another_digest() {
    let index = Index::in_memory().expect("index");
    let (before, mut after) = (post("p", "Old", "silence"), post("p", "Old", "silence"));
    assert_eq!(before.digest(), after.digest());
    after.helpful += 1;
    assert_ne!(before.digest(), after.digest());
    put(&index, [before, after.clone()]);
    let mut kept = Vec::new();
    index
        .for_each(|id, digest| kept.push((id.to_owned(), digest)))
        .expect("read");
    assert_eq!(kept, [("p".to_owned(), after.digest())]);
}

#[test]
fn a_rebuild_that_is_given_up_leaves_no_trace() {
    let folder = tempfile::tempdir().expect("folder");
    let (index, _) = open(folder.path());
    put(&index, [post("old", "", "silence")]);
    let mut rebuild = index.begin_rebuild().expect("begun");
    rebuild
        .apply([post("new", "", "silence").into()])
        .expect("added");
    assert!(rebuild.apply([post("", "", "no id").into()]).is_err());
    assert!(matches!(
        rebuild.finish("event 9"),
        Err(Error::RebuildFailed)
    ));
    assert_eq!(found(&index, "silence"), ["old"]);
    files(folder.path());
    drop(index.begin_rebuild().expect("may begin again"));
    files(folder.path());
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("made");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}
