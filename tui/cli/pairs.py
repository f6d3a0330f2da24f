"""compare --pairs FILE: a list of pairs → JSON Lines, and going on with a run that was stopped."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.batch import NamedPair, Outcome, outcomes
from tui.cli.output import refuse_sources, with_trouble_told
from tui.cli.trouble import Trouble

if TYPE_CHECKING:
    from tui.cli.asking import Asked

STDIN = "-"


def compare_pairs(file: str, asked: Asked, output: Path | None, jobs: int | None) -> int:
    """Compares every pair of the list and gives the gravest exit status."""
    pairs = list(dict.fromkeys(named_pairs(_text(file))))
    jobs = min(jobs or _cores(), max(1, len(pairs)))
    if output is None or str(output) == "-":
        return _watched(pairs, outcomes(pairs, asked, jobs), _to_stdout)
    refuse_sources(output, [file, *(name for pair in pairs for name in pair.key)])
    kept = _kept(output, asked)
    with_trouble_told(output, kept.values())
    missing = [pair for pair in pairs if pair.key not in kept]
    status = max((_status(kept[pair.key]) for pair in pairs if pair.key in kept), default=0)
    with output.open("ab") as out:

        def write(line: bytes) -> None:
            out.write(line)
            out.flush()

        status = max(status, _watched(missing, outcomes(missing, asked, jobs), write))
    if kept and missing:
        _put_in_order(output, pairs)
    return status


def named_pairs(text: str) -> Iterator[NamedPair]:
    """The pairs of a list: two names a line, a tab between them or quoted as for a shell; `#` begins a comment."""
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip("\r ")
        if not line.strip() or line.startswith("#"):
            continue
        try:
            names = line.split("\t") if "\t" in line else shlex.split(line, comments=True)
        except ValueError:
            names = []
        names = [name.strip() for name in names]
        trouble = f"line {number}: not two names; put a tab between them, or quote them"
        if STDIN in names:
            trouble = f"line {number}: standard input cannot be one of many; name a file"
        if len(names) == 2 and all(names) and STDIN not in names:
            yield NamedPair(*names)
        else:
            yield NamedPair(line, "", trouble)


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
        return data.decode("utf-8-sig", "surrogateescape")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "cannot be read").lower()
        raise Trouble(f"--pairs {file}: {reason}; name a file with two paths a line") from error


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _watched(pairs: list[NamedPair], done: Iterable[Outcome], write: Callable[[bytes], object]) -> int:
    """Writes every outcome, with progress on a terminal's stderr, and gives the gravest status."""
    status = troubles = 0
    shows = sys.stderr.isatty()
    try:
        for number, outcome in enumerate(done, start=1):
            write(outcome.line.encode("utf-8", "backslashreplace"))
            status = max(status, outcome.status)
            troubles += outcome.status == 2
            if shows:
                told = f" · {troubles:,} not compared" if troubles else ""
                sys.stderr.write(f"\r\x1b[K{number:,} of {len(pairs):,}{told}")
                sys.stderr.flush()
    finally:
        if shows:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
    return status


def _to_stdout(line: bytes) -> None:
    """A closed pipe ends the whole batch: `run` hears of it."""
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def _kept(output: Path, asked: Asked) -> dict[tuple[str, str], bytes]:
    """Lines of an earlier run that need not be made again, by their pair. Pairs that failed are tried once more.

    Raises `Trouble` where the file is not such a run's, or one with other options.
    """
    if not output.is_file():
        return {}
    kept: dict[tuple[str, str], bytes] = {}
    lines = output.read_bytes().split(b"\n")[:-1]  # what follows the last line end is a line that was cut
    for number, line in enumerate(lines, start=1):
        try:
            document = json.loads(line)
            a, b = document["pair"]
            was_asked = document["asked"]
        except (ValueError, TypeError, KeyError, RecursionError):
            raise Trouble(f"--output {output}, line {number}: not of such a run; name another file") from None
        if was_asked != asked.document or ("trouble" not in document and ("text" in document["a"]) != asked.texts):
            raise Trouble(f"--output {output}: made with other options; name another file")
        if "trouble" not in document:
            kept[a, b] = line + b"\n"
    return kept


def _status(line: bytes) -> int:
    return int(json.loads(line)["status"])


def _put_in_order(output: Path, pairs: list[NamedPair]) -> None:
    """The file as one run would have written it; pairs of other lists stay, in front."""
    lines = {tuple(json.loads(line)["pair"]): line for line in output.read_bytes().splitlines(keepends=True)}
    here = [lines.pop(pair.key) for pair in pairs if pair.key in lines]
    with_trouble_told(output, [*lines.values(), *here])
