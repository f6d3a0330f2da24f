"""From arguments to a command: which one is meant, and what the configuration says of its options."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli import comparing, configuring, keeping, man, schemas, screens, shell, stories, versions  # noqa: F401 - each adds its commands
from tui.cli.helping import with_examples
from tui.cli.opening import configured
from tui.cli.program import OPENING, app, program
from tui.cli.trouble import Trouble
from tui.safe import trouble

_COMMANDS = frozenset(command.name or "" for command in app.registered_commands)
_CONFIGURED = {
    "compare": {"mode", "ignore", "color", "width"},
    "facts": {"color", "width"},
    OPENING: {"mode", "ignore", "theme", "view", "order"},
}
"""Commands with the options that the configuration may set. A picture of a screen is the same whoever draws it."""


def call(arguments: list[str]) -> int:
    """Runs one command and gives its exit status. What click has to say against the arguments is `Trouble`."""
    try:
        called = _with_command(arguments)
        asked = _with_help(called)
        result = asked(args=called, prog_name="sidebyline", standalone_mode=False, default_map=_configured(called))
    except click.ClickException as error:
        raise Trouble(f"{error.format_message().rstrip('.')}; see {_named(error)} --help") from error
    except click.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else 0


def complete(instruction: str) -> int:
    """Answers the script by which a shell completes."""
    return shell.complete(instruction)


def _named(error: click.ClickException) -> str:
    """The command whose help says more."""
    command = error.ctx.command.name if isinstance(error, click.UsageError) and error.ctx else None
    return f"sidebyline {command}" if command in _COMMANDS - {OPENING} else "sidebyline"


def _with_command(arguments: list[str]) -> list[str]:
    """The arguments with the command in front. Raises `Trouble` for what looks like a command with a slip in it."""
    if arguments and arguments[0] in _COMMANDS | {"-h", "--help", "--version"}:
        return arguments
    if arguments[:1] == ["help"] and not Path("help").exists():
        return [*arguments[1:2], "--help"]
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
        for problem in configured().problems:
            trouble(problem)
    return {command: configuring.flag_defaults(_CONFIGURED[command])}
