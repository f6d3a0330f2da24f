"""Commands run in this process, and what may come out of them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

import pytest

from tui import cli

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
"""Written out once more, not taken from the program: a hole in its table is to be seen here."""
COLOUR = re.compile(r"\x1b\[[0-9;]{0,20}m")
"""What `--color always` may write of its own."""


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    def forbidden(self) -> str | None:
        """The first control or hidden character on a stream, with what stands around it."""
        for stream in (COLOUR.sub("", self.out).replace("\r\n", "\n"), self.err):
            found = FORBIDDEN.search(stream)
            if found:
                return ascii(stream[max(0, found.start() - 30) : found.end() + 30])
        return None


def run(capture: pytest.CaptureFixture[bytes], *arguments: str) -> Outcome:
    """One command, as `main` runs it, without its last net: an exception of ours comes out."""
    capture.readouterr()
    status = cli.run(arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    out, err = capture.readouterr()
    return Outcome(status, out.decode("utf-8"), err.decode("utf-8"))
