"""Every hostile case through the commands: each ends as the contract says, and writes nothing that a terminal obeys.

The commands run in this process; a fault of the program is an exception here, not the one line that `main` makes
of it. Connections are forbidden (`conftest.py`).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.corpus import Case, cases
from tests.hostile.streams import run
from tests.schema import valid

CASES = cases()
MIRRORED = {"only-a": "only-b", "only-b": "only-a"}
Document = dict[str, Any]
tried = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def plain_commands(path: str, other: str, turn: int) -> list[tuple[str, ...]]:
    """The text, and two of the reports in turn: over all cases each report meets every kind of attack.

    With `SIDEBYLINE_HOSTILE=all` every one of them, and those that `test_words` has.
    """
    reports = (
        ("compare", path, other, "--color", "always"),
        ("facts", other, path, "--csv"),
        ("compare", other, path, "--mode", "revision", "--width", "20", "--ignore", "none"),
        ("facts", path, other, "--color", "always"),
        ("facts", path, "--json"),
    )
    if os.environ.get("SIDEBYLINE_HOSTILE") == "all":
        flags = ("--html", "--markdown", "--word-diff", "--criticmarkup", "--advisory")
        return [("text", path), *reports, *(("compare", path, other, flag) for flag in flags)]
    return [("text", path), reports[turn % 5], reports[(turn + 1) % 5]]


@tried
def test_the_streams_hold_no_control(case: Case, tmp_path: Path, neighbour: Path, capfdbinary: Any) -> None:
    path = str(case.write(tmp_path))
    for command in plain_commands(path, str(neighbour), CASES.index(case)):
        outcome = run(capfdbinary, *command)
        assert outcome.forbidden() is None, command
        assert outcome.status in ((0, 1, 2) if command[0] == "compare" else (0, 2)), command
        if outcome.status == 2:
            assert outcome.err.startswith(f"sidebyline: {tmp_path}"), command
            assert command[0] == "facts" or outcome.err.count("\n") == 1, command


@tried
def test_offsets_hold_and_the_mirror_too(case: Case, tmp_path: Path, neighbour: Path, capfdbinary: Any) -> None:
    path, other = str(case.write(tmp_path)), str(neighbour)
    there, back = (run(capfdbinary, "compare", *pair, "--json") for pair in ((path, other), (other, path)))
    assert there.status == back.status
    assert there.forbidden() is None
    if there.status == 2:
        assert there.err.count("\n") == 1
        return
    document, mirror = valid(there.out, "comparison"), valid(back.out, "comparison")
    for side in "ab":
        _check_cover(document[side])
        _check_mentions(document, side)
    assert _claims(document, "a", "b") == _claims(mirror, "b", "a")
    assert [document["only_a"], document["only_b"]] == [mirror["only_b"], mirror["only_a"]]


@tried
def test_a_patch_is_made(case: Case, tmp_path: Path, neighbour: Path, capfdbinary: Any) -> None:
    outcome = run(capfdbinary, "compare", str(neighbour), str(case.write(tmp_path)), "--patch")
    assert outcome.forbidden() is None
    assert outcome.status in (0, 1, 2)


def _check_cover(article: Document) -> None:
    """Sentences stand in order and cover all that is not white space."""
    text, reached = article["text"], 0
    for sentence in article["sentences"]:
        assert reached <= sentence["start"] < sentence["end"] <= len(text)
        assert not text[reached : sentence["start"]].strip()
        reached = sentence["end"]
    assert not text[reached:].strip()


def _check_mentions(document: Document, side: str) -> None:
    text = document[side]["text"]
    for fact in document["facts"]:
        for mention in fact[side]:
            assert text[mention["start"] : mention["end"]] == mention["text"]


def _claims(document: Document, a: str, b: str) -> list[str]:
    """What a comparison says of links and facts, read from side `a`, in an order of its own."""
    links = [(link[a], link[b], link["kind"], link["moved"], link["primary"]) for link in document["links"]]
    facts = [
        (
            fact["type"],
            fact["about"],
            MIRRORED.get(fact["verdict"], fact["verdict"]) if a == "b" else fact["verdict"],
            *([(m["start"], m["end"], m["value"]) for m in fact[side]] for side in (a, b)),
        )
        for fact in document["facts"]
    ]
    return sorted(map(repr, [*links, *facts]))
