"""Opening the reader. It knows nothing of options, so that two files are on the screen before those are loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from tui.cli.progress import Line
from tui.cli.trouble import Trouble
from tui.safe import trouble

if TYPE_CHECKING:
    from tui.article import Article
    from tui.comparing import Ignorable
    from tui.config import Loaded, Settings
    from tui.library import Library
    from tui.own_keys import OwnKeys
    from tui.rows import View

_WEB = "web_driver"
"""In the driver that textual-serve asks for: the screen is in a browser."""


def are_paths(arguments: Sequence[str]) -> bool:
    """Whether arguments can be nothing but paths: no option begins so, no command has such a sign in its name."""
    return bool(arguments) and all(a[:1] != "-" and ("." in a or os.sep in a) for a in arguments)


def open_paths(paths: Sequence[str]) -> int:
    """The reader on files and folders, as the configuration has it."""
    loaded = configured()
    settings = loaded.settings
    return open_reader(paths, loaded, view_of(settings), settings.theme, settings.mode, frozenset(settings.ignore))


def open_reader(
    paths: Sequence[str],
    loaded: Loaded,
    view: View,
    theme: str,
    mode: Literal["auto", "tellings", "revision"],
    ignore: frozenset[Ignorable],
    *,
    context: Sequence[str] = (),
    watch: bool = False,
) -> int:
    """The reader on files and folders; without a path on the library, while that is empty on the samples."""
    if not (sys.stdout.isatty() and sys.stdin.isatty()) and _WEB not in os.environ.get("TEXTUAL_DRIVER", ""):
        raise Trouble("the reader needs a terminal; for text use: sidebyline compare A B")
    if watch and not paths:
        raise Trouble("--watch follows files; name some")
    watched = None
    if watch:
        from tui.reading.watching import Watched

        watched = Watched(paths)
    library = None if paths else kept()
    articles, problems = ([], []) if library else read_paths(paths)
    if problems and len(paths) == 2 and len(articles) < 2:
        raise Trouble(problems[0])  # two were asked for side by side
    if not (library or articles):
        raise Trouble(problems[0] if problems else "no articles to show; name a file or a folder")
    from tui.app import run

    keys = keys_of(loaded)
    status = run(
        articles,
        library=library,
        problems=[*loaded.problems, *(keys.problems if keys else ()), *problems],
        first_start=not (paths or library),
        mode=mode,
        ignore=ignore,
        context=_context(context),
        view=view,
        theme=theme,
        watched=watched,
        keys=keys,
    )
    for problem in problems:
        trouble(problem)  # its notice in the program was gone after ten seconds
    return status


def configured() -> Loaded:
    """What the file and the environment say, read when it is needed; a names model of the file is set here."""
    from tui.config import load
    from tui.config.settings import variable

    loaded = load()
    if loaded.settings.names:
        os.environ[variable("names")] = loaded.settings.names
    return loaded


def view_of(settings: Settings) -> View:
    """How a screen of texts begins."""
    from tui.rows import View

    widths = (settings.beside_from, settings.widest, settings.facts_from)
    return View(settings.order, settings.view, False, frozenset(), *widths)


def keys_of(loaded: Loaded) -> OwnKeys | None:
    """The reader's own keys; what checks them is loaded only where there are some."""
    if not loaded.keys:
        return None
    from tui.own_keys import own_keys

    return own_keys(loaded.keys, lambda name: loaded.where("keys", name))


def read_paths(paths: Sequence[str]) -> tuple[list[Article], list[str]]:
    """The articles of the paths, of the samples where there are none, and what could not be read."""
    from tui.reading import read_all

    if len(paths) == 2 and os.devnull in paths:
        return _beside_nothing(paths)
    if not paths:
        from tui.reading.samples import sample_folder

        paths = [str(sample_folder())]
    line = Line()
    read = read_all(paths, lambda count, of: line.show(f"{count:,} of {of:,} files read"))
    line.clear()
    return read


def _beside_nothing(paths: Sequence[str]) -> tuple[list[Article], list[str]]:
    """A file that came or went, as `git difftool` names it: one side is `/dev/null`."""
    from tui.article import Article
    from tui.reading import read_all

    read = [([Article("", (), "", os.devnull)], []) if path == os.devnull else read_all([path]) for path in paths]
    return [article for articles, _ in read for article in articles], [p for _, problems in read for p in problems]


def _context(paths: Sequence[str]) -> list[Article]:
    if not paths:
        return []
    from tui.cli.program import article

    return [article(path) for path in paths]


def kept() -> Library | None:
    """The library, where there is anything in it."""
    from tui.screens.session import on_disk

    opened = on_disk()
    if opened.listing.numbers():
        return opened
    opened.close()
    return None
