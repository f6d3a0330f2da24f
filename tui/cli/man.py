"""The manual page, made of the same descriptions as --help; `sidebyline.1` beside it is what it printed last."""

from __future__ import annotations

from collections.abc import Iterator

import click

from tui.cli.helping import EXAMPLES, described, first_sentence
from tui.cli.program import OPENING, app, program, put
from tui.version import VERSION

_STATUS = (
    ("0", "compare: the two say the same; else: done"),
    ("1", "compare: they differ, or a verdict of --fail-on stands"),
    ("2", "trouble, told in one line on stderr"),
    ("130", "ended by Ctrl-C"),
)


@app.command("man")
def man() -> None:
    """Prints the manual page, in the form that `man -l -` reads."""
    put(manual(), end="")


def manual() -> str:
    """The page in man's macros."""
    return "\n".join([*_lines(), ""])


def _lines() -> Iterator[str]:
    group = described(program())
    yield f'.TH SIDEBYLINE 1 "" "sidebyline {VERSION}" "Sidebyline"'
    yield from (".SH NAME", "sidebyline \\- two tellings of one story, side by side", ".SH SYNOPSIS")
    yield from (".B sidebyline", "[\\fIPATH\\fR...]", ".br", ".B sidebyline", "\\fICOMMAND\\fR [\\fIOPTION\\fR...]")
    yield from (".SH DESCRIPTION", *_paragraphs(group.help or ""))
    yield from _examples("")
    yield from (".SH OPTIONS", *_options(group.commands[OPENING]), *_options(group), ".SH COMMANDS")
    for name, command in group.commands.items():
        if not command.hidden:
            yield from _command(name, command)
    yield ".SH EXIT STATUS"
    for status, what in _STATUS:
        yield from _item(status, what)
    yield from _configuration()


def _command(name: str, command: click.Command) -> Iterator[str]:
    arguments = " ".join(p.make_metavar(_context(command)) for p in command.params if isinstance(p, click.Argument))
    yield f".SS {_escaped(f'{name} {arguments}'.strip())}"
    yield from _paragraphs(command.help or first_sentence(command))
    yield from _options(command)
    yield from _examples(name)


def _options(command: click.Command) -> Iterator[str]:
    context = _context(command)
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record and "-h" not in parameter.opts:
            yield from _item(*record)


def _configuration() -> Iterator[str]:
    from tui.config.settings import KEYS, KEYS_HELP, TABLE, allowed, variable

    yield from (".SH CONFIGURATION", "A TOML file; ", ".B sidebyline config \\-\\-path", "says where it lies.")
    for name in TABLE:
        about = f"{TABLE[name].metadata['help']} {allowed(name).capitalize()}. Environment: {variable(name)}"
        yield from _item(name, about)
    yield from _item(f"[{KEYS}]", KEYS_HELP)


def _examples(name: str) -> Iterator[str]:
    for call, what in EXAMPLES.get(name, ()):
        yield from (".PP", ".nf", f".B {_escaped(call)}", ".fi", ".RS", _escaped(what), ".RE")


def _item(head: str, text: str) -> Iterator[str]:
    yield from (".TP", f".B {_escaped(head)}", _escaped(text))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.replace("`", "").split("\n\n"):
        yield from (".PP", _escaped(" ".join(paragraph.split())))


def _escaped(text: str) -> str:
    """Text without meaning to troff, on one line."""
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line.startswith((".", "'")) else line.replace('"', "\\(dq")


def _context(command: click.Command) -> click.Context:
    return click.Context(command, info_name=command.name)
