"""From arguments to an exit status: which command is meant, and what becomes of its trouble."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from tui.cli import comparing, configuring, keeping, man, schemas, screens, shell, stories, versions  # noqa: F401 - each adds its commands
from tui.cli.helping import with_examples
from tui.cli.program import COMPLETION_VARIABLE, OPENING, Trouble, app, drop_stdout, program
from tui.safe import trouble

_COMMANDS = frozenset(command.name or "" for command in app.registered_commands)
_CONFIGURED = {
    "compare": {"mode", "ignore", "color", "width"},
    "facts": {"color", "width"},
    OPENING: {"mode", "ignore", "theme", "view", "order"},
}
"""Commands with the options that the configuration may set. A picture of a screen is the same whoever draws it."""


def main() -> NoReturn:
    """The program. Exits with the status of the command, 2 on trouble, 130 on Ctrl-C.

    A fault of ours is one line too; with `SIDEBYLINE_DEBUG` set it keeps its traceback.
    """
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
        if instruction := os.environ.get(COMPLETION_VARIABLE):
            return shell.complete(instruction)
        called = _with_command(list(arguments))
        asked = _with_help(called)
        result = asked(args=called, prog_name="sidebyline", standalone_mode=False, default_map=_configured(called))
    except Trouble as error:
        trouble(str(error))
        return 2
    except click.ClickException as error:
        trouble(f"{error.format_message().rstrip('.')}; see {_named(error)} --help")
        return 2
    except (KeyboardInterrupt, click.Abort):
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
    return result if isinstance(result, int) else 0


def _open_what_is_closed() -> None:
    """A stream that whoever called us has closed is `None` to Python; it swallows what is written instead."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _named(error: click.ClickException) -> str:
    """The command whose help says more."""
    command = error.ctx.command.name if isinstance(error, click.UsageError) and error.ctx else None
    return f"sidebyline {command}" if command in _COMMANDS - {OPENING} else "sidebyline"


def _with_command(arguments: list[str]) -> list[str]:
    """The arguments with the command in front. Raises `Trouble` for what looks like a command with a slip in it."""
    if arguments and arguments[0] in _COMMANDS | {"-h", "--help", "--version"}:
        return arguments
    if arguments and arguments[0].isascii() and arguments[0].replace("-", "").isalpha() and arguments[0][0] != "-":
        from difflib import get_close_matches

        close = get_close_matches(arguments[0][:20], sorted(_COMMANDS - {OPENING}), n=1, cutoff=0.75)
        if close and not Path(arguments[0]).exists():
            raise Trouble(f"{arguments[0]}: no such command, and no such file; did you mean {close[0]}?")
    return [OPENING, *arguments]


def _with_help(called: list[str]) -> click.Group:
    """The program, with its examples where they are asked for."""
    return with_examples(program()) if _asks_for_help(called) else program()


def _asks_for_help(called: list[str]) -> bool:
    return bool({"-h", "--help"} & {*called})


def _configured(called: list[str]) -> dict[str, object]:
    """What the configuration says of the options of the command, in click's form. Help costs no look at it."""
    command = called[0]
    if command not in _CONFIGURED or _asks_for_help(called):
        return {}
    if command != OPENING:  # the reader shows them itself, since its screen would cover them
        for problem in configuring.configured().problems:
            trouble(problem)
    return {command: configuring.flag_defaults(_CONFIGURED[command])}
