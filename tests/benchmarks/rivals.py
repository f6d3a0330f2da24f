"""Every word diff that ours is held against, as one kind of function: two lists of words → equal runs and CPU time.

Those under the GPL are asked in a process of their own (`tests.benchmarks.yardsticks`), with the Python that
SIDEBYLINE_RIVALS names. What is not there raises `Missing`, which says what to do.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import NamedTuple
from unittest.mock import patch

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import LCSseq

from tui.comparing import diff_words

Words = Sequence[str]
Blocks = list[tuple[int, int, int]]
_RIVALS = os.environ.get("SIDEBYLINE_RIVALS", "")
_HOW = "set SIDEBYLINE_RIVALS to a Python that has patiencediff, collatex and Levenshtein"


class Missing(Exception):
    """A rival is not installed."""


class Answer(NamedTuple):
    blocks: Blocks
    """`(a_start, b_start, length)` of the equal runs."""
    seconds: float
    """CPU time."""


Rival = Callable[[Words, Words], Answer]


def _here(call: Callable[[Words, Words], Blocks], a: Words, b: Words) -> Answer:
    start = time.process_time()
    blocks = call(a, b)
    return Answer(blocks, time.process_time() - start)


def _ours(a: Words, b: Words) -> Blocks:
    return diff_words(a, b).blocks


def _lcs(a: Words, b: Words) -> Blocks:
    some = LCSseq.opcodes(a, b)
    return [(op.src_start, op.dest_start, op.src_end - op.src_start) for op in some if op.tag == "equal"]


def _difflib(a: Words, b: Words) -> Blocks:
    return [(i, j, n) for i, j, n in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()]


def _dmp(a: Words, b: Words) -> Blocks:
    """Words encoded as characters, as its line mode does. It gives up after a second, here one of CPU time."""
    number = {word: chr(n + 256 + 0x800 * (n + 256 >= 0xD800)) for n, word in enumerate(dict.fromkeys([*a, *b]))}
    tool = diff_match_patch()
    with patch("diff_match_patch.diff_match_patch.time", SimpleNamespace(time=time.process_time)):
        diffs = tool.diff_main("".join(map(number.__getitem__, a)), "".join(map(number.__getitem__, b)), False)
    tool.diff_cleanupSemantic(diffs)
    return list(_from_signs((" -+"[op], len(text)) for op, text in diffs))


def _from_signs(some: Iterable[tuple[str, int]]) -> Iterator[tuple[int, int, int]]:
    """Runs of " " (equal), "-" (A alone) and "+" (B alone), each with its length → equal runs."""
    at_a = at_b = 0
    for sign, size in some:
        if sign == " ":
            yield at_a, at_b, size
        at_a += size * (sign != "+")
        at_b += size * (sign != "-")


def _program(program: str, call: Callable[[Words, Words, Path], list[str]], signs: Callable[[str], str]) -> Rival:
    """A rival that is a program: it gets files, and what it prints becomes one sign a word."""

    def answer(a: Words, b: Words) -> Answer:
        if not shutil.which(program):
            raise Missing(f"the program {program} is not installed")
        with TemporaryDirectory() as folder:
            command = call(a, b, Path(folder))
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            printed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        some = [(sign, len(list(run))) for sign, run in groupby(signs(printed))]
        return Answer(list(_from_signs(some)), seconds)

    return answer


def _diff_call(a: Words, b: Words, folder: Path) -> list[str]:
    """One word a line, one sign a line."""
    _write(folder, "\n".join(a) + "\n", "\n".join(b) + "\n")
    formats = zip(("unchanged", "old", "new"), " -+", strict=True)
    return ["diff", *(f"--{kind}-line-format={sign}" for kind, sign in formats), "a", "b"]


def _git_call(a: Words, b: Words, folder: Path) -> list[str]:
    _write(folder, " ".join(a) + "\n", " ".join(b) + "\n")
    return ["git", "diff", "--no-index", "--word-diff=porcelain", "--word-diff-regex=[^ ]+", "a", "b"]


def _git_signs(printed: str) -> str:
    lines = printed[printed.find("\n@@") + 1 :].split("\n")[1:]
    return "".join(line[0] * len(line[1:].split()) for line in lines if line and line[0] in " -+")


_MARKS = "\x01\x02\x03\x04"


def _wdiff_call(a: Words, b: Words, folder: Path) -> list[str]:
    _write(folder, "\n".join(a) + "\n", "\n".join(b) + "\n")
    flags = [part for flag, mark in zip("wxyz", _MARKS, strict=True) for part in (f"-{flag}", mark)]
    return ["wdiff", "-n", *flags, "a", "b"]


def _wdiff_signs(printed: str) -> str:
    signs, sign = "", " "
    opens = dict(zip(_MARKS, "- + ", strict=True))
    for mark in _MARKS:
        printed = printed.replace(mark, f" {mark} ")
    for word in printed.split():
        if word in opens:
            sign = opens[word]
        else:
            signs += sign
    return signs


def _write(folder: Path, a: str, b: str) -> None:
    (folder / "a").write_text(a, "utf-8")
    (folder / "b").write_text(b, "utf-8")


@cache
def _yardsticks() -> subprocess.Popen[str]:
    script = Path(__file__).with_name("yardsticks.py")
    return subprocess.Popen([_RIVALS, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _asked(of: str, a: Words, b: Words) -> Answer:
    if not _RIVALS:
        raise Missing(_HOW)
    process = _yardsticks()
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps({"of": of, "a": list(a), "b": list(b)}) + "\n")
    process.stdin.flush()
    answer = json.loads(process.stdout.readline() or '{"missing": "it ended"}')
    if "missing" in answer:
        raise Missing(f"{_HOW} ({answer['missing']})")
    return Answer([(i, j, n) for i, j, n in answer["blocks"]], answer["seconds"])


PATIENCE: Rival = partial(_asked, "patiencediff")
OURS: Rival = partial(_here, _ours)
RIVALS: dict[str, Rival] = {
    "exact LCS": partial(_here, _lcs),
    "difflib": partial(_here, _difflib),
    "diff-match-patch, semantic": partial(_here, _dmp),
    "patiencediff": PATIENCE,
    "git word diff": _program("git", _git_call, _git_signs),
    "GNU diff": _program("diff", _diff_call, str),
    "wdiff": _program("wdiff", _wdiff_call, _wdiff_signs),
    "CollateX": partial(_asked, "collatex"),
}
SLOW = {"difflib", "CollateX"}
"""Not asked about more than a few hundred words: 10,000 take them from some seconds to hours."""
