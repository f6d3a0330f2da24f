"""The command line as scripts rely on it: exit status, streams, one line of trouble, no screen without a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from diff_match_patch import diff_match_patch

from tests.schema import valid

ROOT = Path(__file__).parents[1]
_NO_LIBRARY = "/dev/null/sidebyline"
"""A folder that nobody can make, not even root."""
A, B = ROOT / "seeds/national-daily.txt", ROOT / "seeds/broadcaster.txt"


def sidebyline(
    *arguments: object, stdin: bytes = b"", cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, away from the user's library unless a test gives it one."""
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    clean = {"SIDEBYLINE_HOME": _NO_LIBRARY, **clean, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tui", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env=clean | environment,
        cwd=cwd or ROOT,
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_two_tellings_differ_and_one_is_itself(tmp_path: Path) -> None:
    assert sidebyline("compare", A, B).returncode == 1
    copy = tmp_path / "copy.txt"
    copy.write_bytes(A.read_bytes().replace(b"\n", b"\r\n"))
    same = sidebyline("compare", A, copy, "--json")
    assert same.returncode == 0
    assert valid(same.stdout, "comparison")["only_a"] == []


def test_json_is_one_document_of_the_contract() -> None:
    done = sidebyline("compare", A, B, "--json")
    document = valid(done.stdout, "comparison")
    assert done.stderr == ""
    assert document["schema"] == "sidebyline.comparison/1"
    assert document["a"]["text"] == A.read_text("utf-8")
    assert {"mode", "a", "b", "links", "only_a", "only_b", "edits", "moves", "edited_words", "facts", "hidden"} <= {
        *document
    }
    assert set(document["hidden"]) == {"case", "punctuation", "whitespace", "quotes"}


def test_no_text_leaves_the_articles_out_of_the_json() -> None:
    document = valid(sidebyline("compare", A, B, "--json", "--no-text").stdout, "comparison")
    assert "text" not in document["a"]
    assert A.read_text("utf-8")[:40] not in json.dumps(document["links"])


def test_two_runs_give_the_same_bytes() -> None:
    outputs = {sidebyline("compare", A, B, "--json", PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
    assert len(outputs) == 1


def test_an_article_comes_from_standard_input() -> None:
    done = sidebyline("compare", "-", B, "--json", stdin=A.read_bytes())
    assert valid(done.stdout, "comparison")["a"]["path"] is None
    assert sidebyline("compare", "-", "-").returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "missing.txt", B),
        ("compare", "seeds", B),
        ("compare", A),
        ("compare", A, B, "--mode", "nonsense"),
        ("compare", A, B, "--ignore", "case,colour"),
        ("compare", A, B, "--json", "--plain"),
        ("compare", A, B, "--no-such-option"),
        ("facts", "missing.txt"),
        ("text", "missing.txt"),
        ("screenshot", "nothing"),
        ("screenshot", "compare", "--size", "huge"),
        ("missing.txt",),
        (A, B),
        (),
    ],
)
def test_trouble_is_one_line_on_stderr_and_status_2(arguments: tuple[object, ...]) -> None:
    done = sidebyline(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("sidebyline: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["compare", "facts", "text"])
@pytest.mark.parametrize("content", [b"", b" \n", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 9], ids=repr)
def test_files_that_are_no_articles_give_one_line(tmp_path: Path, command: str, content: bytes) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    done = sidebyline(command, bad, *([B] if command == "compare" else []))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "bad.txt" in done.stderr


def test_a_hostile_name_reaches_the_terminal_as_stand_ins() -> None:
    done = sidebyline("text", "\x1b]52;c;aGk=\x07\u202e.txt")
    assert done.returncode == 2
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stderr)


def test_text_prints_what_was_read_with_stand_ins(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The mayor\x1b[31m resigned\u200b.\r\nShe left.\n".encode())
    assert sidebyline("text", path).stdout == "The mayor␛[31m resigned�.\nShe left.\n\n"


def test_json_keeps_controls_exactly_as_escapes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The mayor\x1b[31m resigned\u202e today\x7f, she \u200bsaid. It is over.\n")
    done = sidebyline("compare", path, B, "--json")
    assert not {"\x1b", "\u202e", "\x7f", "\u200b"} & set(done.stdout)
    assert valid(done.stdout, "comparison")["a"]["text"] == path.read_text()


def test_plain_text_keeps_to_its_width_and_has_no_colour_in_a_pipe() -> None:
    done = sidebyline("compare", A, B, "--width", "60")
    assert max(map(len, done.stdout.splitlines())) <= 60
    assert "\x1b" not in done.stdout
    assert "\x1b[" in sidebyline("compare", A, B, "--color", "always").stdout


def test_plain_text_leaves_no_word_of_either_article_out() -> None:
    shown = sidebyline("compare", A, B, "--width", "100").stdout
    for path in (A, B):
        words = {word.strip("[]|,.\"'()“”‘’") for word in path.read_text("utf-8").split()}
        printed = shown.replace("[", " ").replace("]", " ").replace("|", " ").replace("╸", "").replace("╺", "")
        missing = words - {word.strip("[]|,.\"'()“”‘’") for word in printed.split()}
        assert not missing


@pytest.mark.parametrize("pair", [(A, B), (B, A), (A, A)])
def test_a_patch_applied_to_a_gives_b(pair: tuple[Path, Path]) -> None:
    a, b = (path.read_text("utf-8") for path in pair)
    done = sidebyline("compare", *pair, "--patch")
    tool = diff_match_patch()
    assert tool.patch_apply(tool.patch_fromText(done.stdout), a)[0] == b


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m tui compare {A} {B} --json | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.stderr == b""


def test_version_and_help() -> None:
    assert sidebyline("--version").stdout.startswith("sidebyline ")
    assert "compare" in sidebyline("--help").stdout


@pytest.mark.parametrize(
    "arguments", [["compare", str(A), str(B), "--json"], ["facts", str(A), "--json"], ["text", str(A)]]
)
def test_nothing_but_the_screens_loads_textual(arguments: list[str]) -> None:
    code = (
        "import sys; from tui.cli import run; "
        f"status = run({arguments!r}); "
        "loaded = [name for name in sys.modules if name.startswith(('textual', 'pydantic', 'tui.screens'))]; "
        "print(loaded, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60, check=True
    )
    assert done.stderr == "[]\n"


def test_help_is_a_word_too() -> None:
    assert sidebyline("help").stdout == sidebyline("--help").stdout
    assert sidebyline("help", "facts").stdout == sidebyline("facts", "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("compre", A, B), "compre: no such command, and no such file; did you mean compare?"),
        (("compare", A, B, "C"), "Got unexpected extra argument (C); see sidebyline compare --help"),
        (("facts",), "Missing argument 'PATH…'; see sidebyline facts --help"),
        (("--nonsense",), "No such option '--nonsense'; see sidebyline --help"),
        (("compare", A, B, "--josn"), "No such option '--josn'. (Did you mean one of: '--jobs', '--json'?)"),
    ],
    ids=["command", "argument", "missing", "option", "near"],
)  # fmt: skip
def test_a_slip_is_told_with_what_to_do(arguments: tuple[object, ...], told: str) -> None:
    done = sidebyline(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(f"sidebyline: {told}")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("command", [f"compare {A} {B} --json", "--help"])
def test_a_full_disk_is_one_line_and_a_closed_stream_none(command: str) -> None:
    for redirected, status, lines in ((">/dev/full", 2, 1), (">&-", (0, 1), 0), ("2>&- >/dev/null", (0, 1), 0)):
        line = f"{sys.executable} -m tui {command} {redirected}"
        done = subprocess.run(["bash", "-c", line], capture_output=True, cwd=ROOT, timeout=60, check=False)
        assert done.returncode == status or done.returncode in (status if isinstance(status, tuple) else ())
        assert done.stderr.count(b"\n") == lines, done.stderr
