"""compare --pairs: a line of JSON a pair, in order; what fails is a line too; a stopped run goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile.streams import Outcome, run
from tests.schema import valid, valid_lines
from tests.test_cli import ROOT, sidebyline
from tui.cli.batch import NamedPair
from tui.cli.pairs import named_pairs

TEXTS = {
    "one.txt": "The mayor resigned on Monday, the council said. 31 people were hurt.\n",
    "two.txt": "On Monday the mayor resigned, said the council. 40 people were hurt.\n",
    "three words.txt": "A bridge was closed after the flood.\n",
}
LIST = 'one.txt\ttwo.txt\n# a comment\n\n"three words.txt" one.txt  # quoted\r\nmissing.txt two.txt\none.txt one.txt\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "pairs").write_text(LIST, "utf-8", newline="")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def documents(outcome: Outcome) -> list[dict[str, Any]]:
    return valid_lines(outcome.out, "pair")


def test_each_pair_is_a_line_and_a_bad_one_costs_only_itself(folder: Path, capfdbinary: Any) -> None:
    outcome = run(capfdbinary, "compare", "--pairs", "pairs", "--jobs", "1")
    found = documents(outcome)
    assert [d["pair"] for d in found] == [
        ["one.txt", "two.txt"], ["three words.txt", "one.txt"], ["missing.txt", "two.txt"], ["one.txt", "one.txt"]
    ]  # fmt: skip
    assert [d["status"] for d in found] == [1, 1, 2, 0]
    assert "no such file" in found[2]["trouble"]
    assert found[0]["a"]["text"] == TEXTS["one.txt"]
    assert (outcome.status, outcome.err) == (2, "")


def test_two_processes_give_the_bytes_of_one(folder: Path) -> None:
    outputs = {sidebyline("compare", "--pairs", folder / "pairs", "--jobs", jobs, cwd=folder).stdout for jobs in (1, 2)}
    assert len(outputs) == 1
    assert outputs != {""}


def test_a_run_goes_on_where_it_was(folder: Path, capfdbinary: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    command = ("compare", "--pairs", "pairs", "--jobs", "1", "--no-text", "--output", "out.jsonl")
    assert run(capfdbinary, *command).status == 2
    whole = Path("out.jsonl").read_bytes()
    assert whole.count(b"\n") == 4
    first, *_ = whole.splitlines(keepends=True)
    for begun in (whole, first, first + b'{"pair": ["three wo', b"", whole.splitlines(keepends=True)[3] + first):
        Path("out.jsonl").write_bytes(begun)
        assert run(capfdbinary, *command).status == 2
        assert Path("out.jsonl").read_bytes() == whole
    monkeypatch.setattr("tui.comparison.compare", None)
    assert run(capfdbinary, *command).status == 2, "nothing is compared again, but what failed is tried once more"
    assert Path("out.jsonl").read_bytes() == whole


def test_what_another_list_left_stays(folder: Path, capfdbinary: Any) -> None:
    Path("other").write_text("one.txt one.txt\n")
    assert run(capfdbinary, "compare", "--pairs", "other", "--output", "out.jsonl").status == 0
    assert run(capfdbinary, "compare", "--pairs", "pairs", "--output", "out.jsonl", "--jobs", "1").status == 2
    assert Path("out.jsonl").read_bytes().count(b"\n") == 4


@pytest.mark.parametrize("begun", ["nonsense\n", "[1]\n", '{"pair": ["a", "b"]}\n'])
def test_a_file_of_something_else_is_left_alone(folder: Path, capfdbinary: Any, begun: str) -> None:
    Path("out.jsonl").write_text(begun)
    outcome = run(capfdbinary, "compare", "--pairs", "pairs", "--output", "out.jsonl")
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert Path("out.jsonl").read_text() == begun


def test_other_options_need_another_file(folder: Path, capfdbinary: Any) -> None:
    run(capfdbinary, "compare", "--pairs", "pairs", "--jobs", "1", "--output", "out.jsonl")
    whole = Path("out.jsonl").read_bytes()
    for option in (("--mode", "revision"), ("--ignore", "case"), ("--no-text",), ("--fail-on", "conflict")):
        outcome = run(capfdbinary, "compare", "--pairs", "pairs", "--output", "out.jsonl", *option)
        assert (outcome.status, outcome.err) == (
            2,
            "sidebyline: --output out.jsonl: made with other options; name another file\n",
        )
    assert Path("out.jsonl").read_bytes() == whole


@pytest.mark.parametrize(
    "arguments",
    [
        ("--pairs", "none"), ("--pairs", "."), ("--pairs", "pairs", "one.txt"), ("--pairs", "pairs", "--plain"),
        ("--pairs", "pairs", "--jobs", "0"), ("--pairs", "pairs", "--output", "one.txt"),
        ("--pairs", "pairs", "--output", "pairs"), ("--pairs", "pairs", "--output", "no/folder/out"), ("--pairs",),
        ("one.txt", "two.txt", "--jobs", "2"), ("--pairs", "\0"), ("--pairs", "pairs", "--output", "."),
    ],
)  # fmt: skip
def test_trouble_with_pairs_is_one_line(folder: Path, capfdbinary: Any, arguments: tuple[str, ...]) -> None:
    outcome = run(capfdbinary, "compare", *arguments)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert {name: Path(name).read_text("utf-8") for name in TEXTS} == TEXTS


def test_the_list_comes_from_standard_input_and_may_be_empty(folder: Path) -> None:
    done = sidebyline("compare", "--pairs", "-", stdin=b"one.txt\tone.txt\n- two.txt\n", cwd=folder)
    assert [valid(line, "pair")["status"] for line in done.stdout.splitlines()] == [0, 2]
    assert sidebyline("compare", "--pairs", "-", stdin=b"# nothing\n").returncode == 0


def test_ctrl_c_leaves_whole_lines_and_no_complaint(folder: Path) -> None:
    names = [f"{n}.txt" for n in range(200)]
    for n, name in enumerate(names):
        (folder / name).write_text(
            f"{TEXTS['one.txt']}Report {n} says so, and {n + 3} people heard it.\n" * 20, "utf-8"
        )
    (folder / "many").write_text("\n".join(f"one.txt {name}" for name in names))
    command = [sys.executable, "-m", "tui", "compare", "--pairs", "many", "--jobs", "2", "--output", "out.jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=folder, stderr=subprocess.PIPE, env=environment, start_new_session=True
    ) as process:
        out = folder / "out.jsonl"
        while not (out.exists() and b"\n" in out.read_bytes()) and process.poll() is None:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        _, complaint = process.communicate(timeout=60)
    assert (process.returncode, complaint) == (130, b"")
    lines = out.read_bytes().splitlines(keepends=True)
    assert 1 <= len(lines) < len(names)
    assert all(valid(line, "pair")["status"] == 1 for line in lines)


def test_a_reader_that_goes_away_ends_the_batch(folder: Path) -> None:
    command = f"{sys.executable} -m tui compare --pairs pairs | head -n 1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, cwd=folder, env=environment, timeout=60, check=True
    )
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


def test_nothing_of_the_processes_is_left_when_the_last_pair_is_told(folder: Path) -> None:
    """What still ended while the interpreter did wrote to a closed pipe, one time in some thousands."""
    script = """if True:
        import sys, threading
        from tui.cli import main
        sys.argv = "sidebyline compare --pairs pairs --jobs 2 --output out.jsonl".split()
        sys.exit = lambda status: print(status, threading.active_count())
        main()
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, cwd=folder, env=environment, timeout=60, check=True, text=True)
    assert (done.stdout.splitlines()[-1], done.stderr) == ("2 1", "")


@given(st.text())
def test_any_list_is_pairs_or_trouble(text: str) -> None:
    for pair in named_pairs(text):
        assert pair.trouble or (pair.a and pair.b)


def test_a_tab_needs_no_quotes() -> None:
    [pair] = named_pairs("it's one.txt\t two words.txt \n")
    assert pair == NamedPair("it's one.txt", "two words.txt")


# --output and --fail-on of a single comparison


def test_output_goes_whole_into_a_file_of_the_usual_rights(folder: Path, capfdbinary: Any) -> None:
    outcome = run(capfdbinary, "compare", "one.txt", "two.txt", "--json", "--output", "new.json")
    assert (outcome.status, outcome.out, outcome.err) == (1, "", "")
    assert json.loads(Path("new.json").read_text("utf-8"))["schema"] == "sidebyline.comparison/1"
    assert Path("new.json").stat().st_mode & 0o777 == 0o666 & ~_umask()
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []
    assert run(capfdbinary, "facts", "one.txt", "two.txt", "--csv", "-o", "new.csv").status == 0
    assert Path("new.csv").read_text("utf-8").startswith("type,about")
    assert run(capfdbinary, "compare", "one.txt", "two.txt", "--word-diff", "-o", "-").out.startswith("--- one.txt")


def test_an_article_is_never_written_to(folder: Path, capfdbinary: Any) -> None:
    for output in ("one.txt", "./two.txt", str(folder / "three words.txt")):
        outcome = run(capfdbinary, "compare", "one.txt", "two.txt", "--with", "three words.txt", "--output", output)
        assert (outcome.status, outcome.err.count("\n")) == (2, 1)
        assert run(capfdbinary, "facts", *TEXTS, "--output", output).status == 2
    assert {name: Path(name).read_text("utf-8") for name in TEXTS} == TEXTS


def test_fail_on_counts_only_the_verdicts_it_names(folder: Path, capfdbinary: Any) -> None:
    (folder / "a.txt").write_text("Ann Roe founded the charity in 2009. The mayor said so.\n")
    (folder / "b.txt").write_text("Ann Roe founded the charity in 2012. The mayor said so.\n")
    failed = run(capfdbinary, "compare", "a.txt", "b.txt", "--fail-on", "conflict")
    assert (failed.status, failed.err) == (1, "sidebyline: a.txt, b.txt: 1 fact that --fail-on conflict rules out\n")
    assert run(capfdbinary, "compare", "a.txt", "b.txt", "--fail-on", "altered, cut").status == 0
    wrong = run(capfdbinary, "compare", "a.txt", "b.txt", "--fail-on", "conflicts")
    assert (wrong.status, wrong.out, wrong.err.count("\n")) == (2, "", 1)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
