"""The file itself: private, versioned, migrated on a copy, told plainly where it cannot be used."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from tui.library import KeyedFact, Library, LibraryError, library_folder, schema

X = KeyedFact("x", {})


def test_folder_and_files_are_private(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "sidebyline"
    old = os.umask(0)
    try:
        with Library.open(folder) as library:
            library.facts.set_state([X], "flagged")
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert modes["library.db"] == 0o600
    assert set(modes.values()) == {0o600}


def test_a_library_that_others_may_read_is_made_private(tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    (tmp_path / "library.db").chmod(0o644)
    Library.open(tmp_path).close()
    assert stat.S_IMODE((tmp_path / "library.db").stat().st_mode) == 0o600


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIDEBYLINE_HOME", str(tmp_path / "here"))
    Library.open().close()
    assert (tmp_path / "here" / "library.db").is_file()
    monkeypatch.delenv("SIDEBYLINE_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert library_folder().name == "sidebyline"


def test_a_newer_library_is_refused_and_left_untouched(tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    file = tmp_path / "library.db"
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(LibraryError, match="newer version of Sidebyline"):
        Library.open(tmp_path)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["library.db"]


def test_an_older_library_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(tmp_path) as library:
        library.facts.set_state([X], "flagged")
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, "CREATE TABLE more (one);\nINSERT INTO more VALUES (';');\n"))
    with Library.open(tmp_path) as library:
        assert library.facts.of(["x"])["x"].state == "flagged"
        library.facts.set_state([X], "accepted")
    with sqlite3.connect(tmp_path / "library.db") as connection:
        assert connection.execute("SELECT * FROM more").fetchall() == [(";",)]
    assert not list(tmp_path.glob("*trial*"))


def test_a_migration_that_fails_leaves_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(tmp_path) as library:
        library.facts.set_state([X], "flagged")
    with monkeypatch.context() as patched:
        patched.setattr(schema, "STEPS", (*schema.STEPS, "DROP TABLE decisions;\nINSERT INTO nowhere VALUES (1);\n"))
        with pytest.raises(LibraryError, match="left as it is"):
            Library.open(tmp_path)
    assert not list(tmp_path.glob("*trial*"))
    with Library.open(tmp_path) as library:
        assert library.facts.of(["x"])["x"].state == "flagged"


def test_a_copy_that_still_runs_does_not_write_into_a_newer_library(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        with sqlite3.connect(tmp_path / "library.db") as connection:
            connection.execute("PRAGMA user_version = 99")
        with pytest.raises(LibraryError, match="start this one again"):
            library.facts.set_state([X], "flagged")


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be read as a header " * 4, b"\0" * 4096])
def test_a_damaged_file_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "library.db").write_bytes(content)
    with pytest.raises(LibraryError) as raised:
        Library.open(tmp_path)
    assert "\n" not in str(raised.value)
    assert (tmp_path / "library.db").read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("CREATE TABLE theirs (one)")
    with pytest.raises(LibraryError, match="another program"):
        Library.open(tmp_path)


def test_where_nothing_can_be_written_a_library_in_memory_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with Library.open_or_in_memory(blocked / "data") as library:
        assert library.notice is not None
        assert "will not be kept" in library.notice
        library.facts.set_state([X], "flagged")
        assert library.facts.of(["x"])["x"].state == "flagged"
        assert library.undo() is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind the superuser")
def test_a_read_only_home(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(LibraryError, match="permission"):
            Library.open(tmp_path / "data")
    finally:
        tmp_path.chmod(0o700)


def test_a_library_that_can_only_be_read_shows_its_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(tmp_path) as library:
        library.facts.set_state([X], "flagged")
    before = (tmp_path / "library.db").read_bytes()

    def refused(folder: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tui.library.library.made_private", refused)
    with Library.open_or_in_memory(tmp_path) as library:
        assert library.notice is not None
        assert library.facts.of(["x"])["x"].state == "flagged"
        library.facts.set_state([X], "accepted")
        assert library.undo() is not None
    assert (tmp_path / "library.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["library.db"]


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.facts.set_state([X], "flagged")
        with library._store.reading() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LibraryError, match="disk is full"):
            library.facts.set_note(X, "n" * 100_000)
        assert library.facts.of(["x"])["x"].state == "flagged"
        assert library.facts.of(["x"])["x"].note == ""
        library.facts.set_state([X], "accepted")


def test_a_closed_library_says_so(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.changes()


@pytest.mark.parametrize("on_disk", [True, False])
def test_many_threads_at_once(tmp_path: Path, on_disk: bool) -> None:
    library = Library.open(tmp_path) if on_disk else Library.in_memory()
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for n in range(15):
                library.facts.set_state([KeyedFact(f"{number}-{n}", {})], "flagged")
                assert library.facts.of([f"{number}-{n}"])
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert len(library.facts.of(f"{a}-{b}" for a in range(6) for b in range(15))) == 90
    library.close()


def test_changes_of_another_copy_show(tmp_path: Path) -> None:
    with Library.open(tmp_path) as one, Library.open(tmp_path) as other:
        before = one.changes()
        other.facts.set_state([X], "flagged")
        assert one.changes() > before
        assert one.facts.of(["x"])["x"].state == "flagged"


def test_without_shared_memory_the_rollback_journal_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA journal_mode = DELETE")

    monkeypatch.setattr("tui.library.store._journalled", refused)
    with Library.open(tmp_path) as one, Library.open(tmp_path) as other:
        one.facts.set_state([X], "flagged")
        other.facts.set_state([X], "accepted")
        assert one.facts.of(["x"])["x"].state == "accepted"
        assert not (tmp_path / "library.db-wal").exists()
