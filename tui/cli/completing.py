"""What a shell offers at Tab where an article is named: files, and the articles of the library by their ids."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_ID_BEGINS = re.compile(r"[0-9a-f]{2,64}")
_MOST_IDS = 2000
"""Articles of the library, the latest first, whose ids are offered: about 0.05 s."""
_SHOWN_OF_ID = 12


def article_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files, and ids where what is typed could be the beginning of one."""
    from click.shell_completion import CompletionItem

    if not _ID_BEGINS.fullmatch(begun):
        return [CompletionItem(begun, type="file")]
    found = ids_begun(context, parameter, begun)
    # The shell's own completion of files and our words exclude each other, so files are words too here.
    names = sorted(name for name in os.listdir() if name.startswith(begun)) if found else []  # noqa: PTH208
    return [*found, *map(CompletionItem, names)] if found else [CompletionItem(begun, type="file")]


def ids_begun(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:  # noqa: ARG001
    """Ids of the library's articles with how each begins; none where there is no library, and never a complaint."""
    from click.shell_completion import CompletionItem

    from tui.library import Library, LibraryError
    from tui.place import FILE_NAME, library_folder
    from tui.safe import safe_line

    try:
        if not (library_folder() / FILE_NAME).exists():
            return []
        with Library.open() as library:
            entries = library.articles.entries(library.listing.numbers()[:_MOST_IDS])
    except (LibraryError, OSError):
        return []
    fitting = [entry for entry in entries if entry.id.startswith(begun)]
    return [CompletionItem(e.id[: max(_SHOWN_OF_ID, len(begun))], help=safe_line(e.opening)[:60]) for e in fitting]


def files(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:  # noqa: ARG001
    """Files and folders."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(begun, type="file")]
