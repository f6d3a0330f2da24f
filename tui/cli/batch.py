"""Many pairs, each one line of JSON: compared in several processes, printed in the order they are named in.

A pair that cannot be compared is a line that says so, and the others go on. Each process loads the engines once; where
the system can fork they are loaded before it does, so that all share them.
"""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.cli.trouble import Trouble
from tui.frozen import dataclass

if TYPE_CHECKING:
    from tui.article import Article
    from tui.cli.asking import Asked

_AHEAD = 8
"""Pairs a process that are handed out before the first of them is printed: enough that nobody waits for a long one."""
_KEPT = 64
"""Articles that a process keeps: a list of pairs names the same ones again and again."""
_HAS_EVERYTHING = (
    'Mayor Ann Roe of Leeds, 61, resigned on Monday. "It is time," she said after 12 years and 3 million pounds.\n',
    'Ann Roe, the mayor of Leeds, said on 4 May 2020 that she would go. "It is my time," Roe told the Leeds Herald.\n',
)


@dataclass(frozen=True, slots=True)
class NamedPair:
    """A pair as the list names it."""

    a: str
    b: str
    trouble: str = ""
    """Why its line names no pair."""

    @property
    def key(self) -> tuple[str, str]:
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Outcome:
    pair: NamedPair
    status: int
    """As `compare` ends with: 0, 1, or 2 for trouble."""
    line: str
    """A JSON document, with its line end."""


def outcomes(pairs: Iterable[NamedPair], asked: Asked, jobs: int) -> Iterator[Outcome]:
    """Each pair's outcome, in order; with one job all in this process. Raises `Trouble` where a process was killed."""
    if jobs == 1:
        yield from (_outcome(pair, asked) for pair in pairs)
        return
    _load_engines()
    with ProcessPoolExecutor(jobs, initializer=_let_ctrl_c_end_it) as processes:
        waiting: deque[Future[Outcome]] = deque()
        try:
            for pair in pairs:
                waiting.append(processes.submit(_outcome, pair, asked))
                if len(waiting) >= jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise Trouble(
                "a process was killed, perhaps for want of memory; try --jobs 1, or --output to go on"
            ) from error
        finally:
            # Without the wait, the interpreter's own end may write to a pipe that the pool is just closing.
            processes.shutdown(cancel_futures=True)


def _let_ctrl_c_end_it() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _load_engines() -> None:
    """Compares two short texts that have something of every kind, and sets aside what that loaded, so that a
    process that was forked does not copy it page by page."""
    from tui.comparison import compare
    from tui.reading.plain import read_plain

    a, b = (read_plain(text, path=None, sha256="") for text in _HAS_EVERYTHING)
    compare(a, b)
    gc.freeze()


def _outcome(pair: NamedPair, asked: Asked) -> Outcome:
    """Runs in any process."""
    from tui.reports.json import to_text

    status, document = (2, {"trouble": pair.trouble}) if pair.trouble else _compared(pair, asked)
    named = {"pair": [pair.a, pair.b], "status": status, "asked": asked.document}
    return Outcome(pair, status, to_text({**named, **document}) + "\n")


def _compared(pair: NamedPair, asked: Asked) -> tuple[int, dict[str, object]]:
    try:
        comparison = asked.comparison(pair.a, pair.b, _article)
        return asked.status(comparison), comparison.to_json(texts=asked.texts)
    except Trouble as error:
        return 2, {"trouble": str(error)}
    except Exception as error:  # one pair that hits a fault of ours must not cost the other thousand
        return 2, {"trouble": f"a fault of the program, {type(error).__name__}: {error}"}


@lru_cache(maxsize=_KEPT)
def _article(name: str) -> Article:
    from tui.cli.program import article

    return article(name)
