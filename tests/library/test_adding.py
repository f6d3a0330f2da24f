"""Files are added whole, in pieces, again and again, and nothing doubles."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.library.telling import HARBOUR, LIGHTHOUSE
from tui.library import Added, Library, Progress
from tui.library import adding as adding_module
from tui.reading import read


def record(number: int) -> str:
    own = " ".join(f"word{number}{letter}" for letter in "abcdefghijklmnop")
    text = f"Boat number {number} came in at dawn with {own}. The harbour was full."
    return json.dumps({"title": f"Boat {number} is in", "outlet": "Corrie Courier", "text": text})


def lines(path: Path, numbers: range) -> Path:
    path.write_text("".join(record(number) + "\n" for number in numbers), encoding="utf-8")
    return path


def test_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(LIGHTHOUSE)
    (tmp_path / "two.txt").write_text(HARBOUR)
    with Library.in_memory() as library:
        outcome = library.adding.add([tmp_path, tmp_path / "missing.txt"])
        assert outcome.added == Added(new=2)
        assert len(outcome.problems) == 1
        assert "missing.txt" in outcome.problems[0]
        assert library.adding.add([tmp_path / "one.txt"]).added == Added(known=1)
        (tmp_path / "one.txt").write_text(LIGHTHOUSE.replace("Nine", "Ten"))
        assert library.adding.add([tmp_path / "one.txt"]).added == Added(revised=1)


def test_a_folder_is_added_some_files_at_a_time_and_its_large_files_line_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding_module, "_FILES", 2)
    news = tmp_path / "news"
    (news / "more").mkdir(parents=True)
    (news / "again").symlink_to(news)
    for number in range(5):
        (news / f"{number}.txt").write_text(f"{LIGHTHOUSE}\nThis is telling number{number}.")
    (news / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (news / "README.md").write_text("Not an article.")
    lines(news / "more" / "a.jsonl", range(10))
    seen: list[Progress] = []

    def told(progress: Progress) -> bool:
        seen.append(progress)
        return True

    with Library.open(tmp_path / "library") as library:
        outcome = library.adding.add([news], told, batch=4)
        assert outcome.added == Added(new=15)
        assert [problem.partition(": ")[2][:5] for problem in outcome.problems] == ["a PNG"]
        assert [p.share for p in seen if p.path == str(news)] == sorted(
            p.share or 0 for p in seen if p.path == str(news)
        )
        assert seen[-1].share == 1
        assert len(seen) >= 5
        assert library.adding.add([news]).added == Added(known=15)
        stopped = library.adding.add([news], lambda _: False)
        assert stopped.stopped
        assert library.adding.add([tmp_path / "library"]).problems[0].endswith("name files, or another folder")


def test_records_are_what_reading_them_gives(tmp_path: Path) -> None:
    file = lines(tmp_path / "news.jsonl", range(5))
    with Library.in_memory() as library:
        assert library.adding.add([file]).added == Added(new=5)
        for entry in library.articles.entries(library.listing.numbers("boat", "added")):
            kept = library.articles.load(entry.id)
            [same] = read(str(kept.path))
            assert (kept.text, kept.sentences, kept.title, kept.path) == (
                same.text,
                same.sentences,
                same.title,
                same.path,
            )


def test_a_record_without_a_title_is_listed_and_known_like_the_same_words_in_a_file(tmp_path: Path) -> None:
    told = "Boats left. They came back.\n\nMr. Roe saw the U.S. crew, he said. “Nobody was hurt.” 3.5 tons were lost."
    (tmp_path / "one.jsonl").write_text(json.dumps({"body": told}) + "\n")
    (tmp_path / "one.txt").write_text(told)
    [same] = read(tmp_path / "one.txt")
    with Library.in_memory() as library:
        assert library.adding.add([tmp_path / "one.jsonl"]).added == Added(new=1)
        [entry] = library.articles.entries(library.listing.numbers())
        assert (entry.opening, entry.words) == (same.opening, same.words)
        assert library.articles.load(entry.id).sentences == same.sentences
        assert library.adding.add([tmp_path / "one.txt"]).added == Added(known=1)


def test_stopped_it_goes_on_where_it_was(tmp_path: Path) -> None:
    file = lines(tmp_path / "news.jsonl", range(50))
    with Library.open(tmp_path / "library") as library:
        seen: list[Progress] = []

        def told(progress: Progress) -> bool:
            seen.append(progress)
            return len(seen) < 2

        outcome = library.adding.add([file], told, batch=10)
        assert (outcome.stopped, outcome.added) == (True, Added(new=20))
        assert [round(progress.share or 0, 1) for progress in seen] == [0.2, 0.4]
    with Library.open(tmp_path / "library") as library:
        outcome = library.adding.add([file])
        assert (outcome.stopped, outcome.added) == (False, Added(new=30, known=20))
        assert len(library.listing.numbers()) == 50


def test_a_file_that_grew_costs_what_was_added(tmp_path: Path) -> None:
    file = lines(tmp_path / "news.jsonl", range(10))
    with Library.in_memory() as library:
        with file.open("a") as more:
            more.write(record(10)[:40])
        outcome = library.adding.add([file])
        assert outcome.added == Added(new=10)
        assert len(outcome.problems) == 1
        with file.open("a") as more:
            more.write(record(10)[40:] + "\n" + record(11))
        outcome = library.adding.add([file])
        assert (outcome.added, outcome.problems) == (Added(new=2, known=10), [])
        assert library.adding.add([file]).added == Added(known=12)


def test_a_file_that_changed_is_read_from_the_start(tmp_path: Path) -> None:
    with Library.in_memory() as library:
        library.adding.add([lines(tmp_path / "news.jsonl", range(10))])
        outcome = library.adding.add([lines(tmp_path / "news.jsonl", range(5, 15))])
        assert outcome.added == Added(new=5, known=5)


def test_what_was_removed_can_be_added_again(tmp_path: Path) -> None:
    file = lines(tmp_path / "news.jsonl", range(3))
    with Library.in_memory() as library:
        library.adding.add([file])
        library.articles.remove([entry.id for entry in library.articles.entries(library.listing.numbers())])
        assert library.adding.add([file]).added == Added(new=3)


def test_bad_lines_are_named_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding_module, "LONGEST", 300)
    file = tmp_path / "news.jsonl"
    file.write_bytes(
        b"\xef\xbb\xbf"
        + record(0).encode()
        + b'\n\nnot json\n[1, 2]\n{"text": 3}\n{"a": "'
        + b"x" * 1000
        + b'"}\n'
        + record(1).encode()
        + b'\r\n{"text": "\xff\xfe"}\n'
        + record(2).encode()
    )
    with Library.in_memory() as library:
        outcome = library.adding.add([file])
        assert outcome.added.new >= 3
        assert [problem.partition(", line ")[2].partition(":")[0] for problem in outcome.problems[:4]] == [
            "3",
            "4",
            "5",
            "6",
        ]
        assert [e.title for e in library.articles.entries(library.listing.numbers("boat", "title"))] == [
            "Boat 0 is in", "Boat 1 is in", "Boat 2 is in",
        ]  # fmt: skip


def test_packed_lines(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl.gz"
    file.write_bytes(gzip.compress("".join(record(n) + "\n" for n in range(4)).encode()))
    with Library.in_memory() as library:
        assert library.adding.add([file]).added == Added(new=4)
    file.write_bytes(file.read_bytes()[:-12])
    with Library.in_memory() as library:
        assert len(library.adding.add([file]).problems) == 1


def test_a_line_of_any_length_is_passed_over_in_little_memory(tmp_path: Path) -> None:
    """100 MB that hold no line end, nearly all of them a hole in the file."""
    file = tmp_path / "news.jsonl"
    with file.open("wb") as out:
        out.write(record(1).encode() + b'\n{"text": "')
        out.seek(100 * 1024 * 1024)
        out.write(b'"}\n' + record(2).encode() + b"\n")
    with Library.in_memory() as library:
        outcome = library.adding.add([file])
    assert outcome.added == Added(new=2)
    assert [problem.partition(": ")[0] for problem in outcome.problems] == [f"{file}, line 2"]
    assert "longer than 16 MB" in outcome.problems[0]
