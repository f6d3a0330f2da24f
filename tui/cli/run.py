"""From arguments to an exit status: what becomes of trouble, wherever it comes from."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tui.cli.opening import are_paths, open_paths
from tui.cli.trouble import COMPLETION_VARIABLE, Trouble, drop_stdout
from tui.safe import trouble

COLLECTED_EVERY = 50_000
"""New objects between two looks for rubbish. At Python's own 700 a start, which makes much and drops little, spends a
tenth of its time on them."""


def main() -> NoReturn:
    """The program. Exits with the status of the command, 2 on trouble, 130 on Ctrl-C.

    A fault of ours is one line too; with `SIDEBYLINE_DEBUG` set it keeps its traceback.
    """
    gc.set_threshold(COLLECTED_EVERY)
    _open_what_is_closed()
    try:
        sys.exit(run(sys.argv[1:]))
    except Exception as error:
        if os.environ.get("SIDEBYLINE_DEBUG"):
            raise
        trouble(f"a fault of the program, {type(error).__name__}: {error}; SIDEBYLINE_DEBUG=1 shows where")
        sys.exit(2)


def run(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit status."""
    try:
        return _run(list(arguments))
    except Trouble as error:
        trouble(str(error))
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        drop_stdout()
        return 0
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            raise
        drop_stdout()
        trouble(f"standard output: {(error.strerror or '').lower()}; write it elsewhere")
        return 2


def _run(arguments: list[str]) -> int:
    """Paths alone need no commands: loading these takes a tenth of the time until two texts can be read."""
    instruction = os.environ.get(COMPLETION_VARIABLE)
    if not instruction and are_paths(arguments):
        return open_paths(arguments)
    from tui.cli import commands

    return commands.complete(instruction) if instruction else commands.call(arguments)


def _open_what_is_closed() -> None:
    """A stream that whoever called us has closed is `None` to Python; it swallows what is written instead."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
