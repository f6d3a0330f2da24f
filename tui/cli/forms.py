"""The forms that a comparison is printed in: one flag, one line of help and one report each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.trouble import Trouble
from tui.frozen import dataclass
from tui.safe import trouble

if TYPE_CHECKING:
    from tui.comparison import Comparison, FactsTable
    from tui.library import FactMark

Patch = Annotated[bool, typer.Option("--patch", help="A diff-match-patch patch that turns A's text into B's.")]
Html = Annotated[bool, typer.Option("--html", help="One HTML page that loads nothing, with your marks and notes.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="Markdown for an issue, a note or a mail.")]
CriticMarkup = Annotated[bool, typer.Option("--criticmarkup", help="B with A's words struck out, for an editor.")]
Advisory = Annotated[bool, typer.Option("--advisory", help="One line on what B changes, as a desk writes it.")]
Docx = Annotated[bool, typer.Option("--docx", help="A Word file with tracked changes; needs sidebyline[office].")]
Csv = Annotated[bool, typer.Option("--csv", help="A table for a spreadsheet.")]
WordDiff = Annotated[bool, typer.Option("--word-diff", help="The words that differ, as git's porcelain form has them.")]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a form is written, as far as it has a choice."""

    width: int
    color: bool
    texts: bool
    """Whether the articles' texts are in the JSON."""


def chosen(flags: Mapping[str, bool], default: str) -> str:
    """The one form that was asked for. Raises `Trouble` where there are several."""
    asked = [name for name, is_asked in flags.items() if is_asked]
    if len(asked) > 1:
        named = ", ".join(f"--{name}" for name in asked)
        raise Trouble(f"{named} exclude each other; name one")
    return asked[0] if asked else default


def _plain(comparison: Comparison, manner: Manner) -> str:
    from tui.reports.plain import comparison_text

    return comparison_text(comparison, width=manner.width, color=manner.color)


def _json(comparison: Comparison, manner: Manner) -> str:
    from tui.reports.json import to_text

    return to_text(comparison.to_json(texts=manner.texts)) + "\n"


def _patch(comparison: Comparison, _: Manner) -> str:
    from tui.reports.patch import patch_text

    return patch_text(comparison)


def _word_diff(comparison: Comparison, _: Manner) -> str:
    from tui.reports.word_diff import word_diff_text

    return word_diff_text(comparison)


def _html(comparison: Comparison, _: Manner) -> str:
    from tui.reports.html import html_text

    return html_text(comparison, marks=_marks(comparison))


def _markdown(comparison: Comparison, _: Manner) -> str:
    from tui.reports.markdown import markdown_text

    return markdown_text(comparison, marks=_marks(comparison))


def _criticmarkup(comparison: Comparison, _: Manner) -> str:
    from tui.reports.criticmarkup import criticmarkup_text

    return criticmarkup_text(comparison) + "\n"


def _advisory(comparison: Comparison, _: Manner) -> str:
    from tui.reports.advisory import advisory_line

    return advisory_line(comparison) + "\n"


def _docx(comparison: Comparison, _: Manner) -> bytes:
    from tui.reports.docx import OfficeMissingError, docx_bytes

    try:
        return docx_bytes(comparison)
    except OfficeMissingError as error:
        raise Trouble(f"{error}: pip install 'sidebyline[office]'") from error


def _marks(comparison: Comparison) -> dict[int, FactMark]:
    """What the reader made of the facts, as far as there is a library that says so."""
    from tui.library import Library, LibraryError, keyed
    from tui.place import FILE_NAME, library_folder

    keys = {n: keyed(comparison, fact).key for n, fact in enumerate(comparison.facts or ())}
    try:
        if not (library_folder() / FILE_NAME).exists():
            return {}
        with Library.open() as library:
            kept = library.facts.of(keys.values())
    except (LibraryError, OSError) as error:
        trouble(f"{error}; the report is without your marks")
        return {}
    return {n: kept[key] for n, key in keys.items() if key in kept}


FORMS: Mapping[str, Callable[[Comparison, Manner], str | bytes]] = {
    "plain": _plain,
    "json": _json,
    "html": _html,
    "markdown": _markdown,
    "criticmarkup": _criticmarkup,
    "advisory": _advisory,
    "docx": _docx,
    "patch": _patch,
    "word-diff": _word_diff,
}
"""By the name of the flag."""


def _facts_plain(table: FactsTable, manner: Manner) -> str:
    from tui.reports.plain import facts_text

    return facts_text(table, width=manner.width, color=manner.color)


def _facts_json(table: FactsTable, manner: Manner) -> str:
    from tui.reports.json import to_text

    return to_text(table.to_json(texts=manner.texts)) + "\n"


def _facts_html(table: FactsTable, _: Manner) -> str:
    from tui.reports.html import facts_html

    return facts_html(table)


def _facts_markdown(table: FactsTable, _: Manner) -> str:
    from tui.reports.markdown import facts_markdown

    return facts_markdown(table)


def _facts_csv(table: FactsTable, _: Manner) -> str:
    from tui.reports.facts_csv import facts_csv

    return facts_csv(table)


TABLE_FORMS: Mapping[str, Callable[[FactsTable, Manner], str | bytes]] = {
    "plain": _facts_plain,
    "json": _facts_json,
    "html": _facts_html,
    "markdown": _facts_markdown,
    "csv": _facts_csv,
}
