"""Help with examples first. The examples are the manual's too, and each of them is run by a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click
from typer.utils import get_params_from_function

from tui.cli.program import app

EXAMPLES: Mapping[str, Sequence[tuple[str, str]]] = {
    "": (
        ("sidebyline", "the library; while that is empty, five sample articles"),
        ("sidebyline A.txt B.txt", "two articles side by side"),
        ("sidebyline FOLDER", "choose among the articles of a folder"),
        ("sidebyline compare A.txt B.txt", "the comparison as text"),
        ("sidebyline facts FOLDER", "what each article says of each thing"),
    ),
    "compare": (
        ("sidebyline compare A.txt B.txt", "links, marked words and facts as text"),
        ("sidebyline compare A.txt B.txt --json", "the same with offsets, for scripts"),
        ("sidebyline compare A.txt B.txt --html -o report.html", "one page for a browser"),
        ("sidebyline compare HEAD~1:A.md A.md", "a file against its last version in git"),
        ("sidebyline compare A.txt B.txt --fail-on conflict", "a check: status 1 on any conflict"),
        ("sidebyline compare --pairs pairs.txt -o out.jsonl", "many pairs, two paths a line"),
    ),
    "history": (("sidebyline history A.md", "the revisions that git has of a file"),),
    "facts": (
        ("sidebyline facts A.txt", "the facts of one article"),
        ("sidebyline facts FOLDER --csv -o facts.csv", "facts x articles, for a spreadsheet"),
    ),
    "serve": (("sidebyline serve A.txt B.txt", "two articles in a browser tab"),),
    "text": (("sidebyline text A.txt", "what a comparison sees of a file"),),
    "list": (
        ("sidebyline list", "every article, newest first"),
        ("sidebyline list 'thorn outlet:cable after:2023-09-01 -sport'", "those that a query finds"),
    ),
    "add": (("sidebyline add FOLDER", "keep every article of a folder"),),
    "export": (
        ("sidebyline export -o library.jsonl", "the whole library"),
        ("sidebyline export --reviewed --csv", "the facts that you judged"),
    ),
    "screenshot": (("sidebyline screenshot compare A.txt B.txt -o compare.svg", "a picture of two articles"),),
    "schema": (("sidebyline schema comparison", "what compare --json prints"),),
    "config": (
        ("sidebyline config", "every key, its value, and whence it comes"),
        ("sidebyline config --path", "where the file lies"),
    ),
}
"""By command, the program itself under the empty name: a call and what it does."""


def with_examples(program: click.Group) -> click.Group:
    """The same program; the help of each command has its examples before its options."""
    described(program)
    program.help = _help(program, "")
    for name, command in program.commands.items():
        command.short_help = command.short_help or first_sentence(command)
        command.help = _help(command, name)
    return program


def described(program: click.Group) -> click.Group:
    """The same program, its arguments with their descriptions: typer hands these to click, whose newer versions drop
    them."""
    for told in app.registered_commands:
        command = program.commands.get(told.name or "")
        parameters = get_params_from_function(told.callback) if command and told.callback else {}
        for argument in command.params if command else ():
            if isinstance(argument, click.Argument) and argument.name in parameters:
                vars(argument)["help"] = getattr(parameters[argument.name].default, "help", None)
    return program


def first_sentence(command: click.Command) -> str:
    """What a list of commands says of one."""
    return " ".join((command.help or "").split("\n\n")[0].split()).split(". ")[0].rstrip(".")


def _help(command: click.Command, name: str) -> str:
    examples = EXAMPLES.get(name, ())
    if not examples:
        return command.help or ""
    lines = "\n".join(f"  {call}\n      {what}" for call, what in examples)
    return f"{command.help}\n\n\b\nExamples:\n{lines}"
