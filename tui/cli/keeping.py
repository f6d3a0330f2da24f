"""list, add, remove, export and import: the library from the command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.completing import files, ids_begun
from tui.cli.options import Json
from tui.cli.program import app, article, library, library_to_read, put, put_all
from tui.cli.progress import Line
from tui.cli.trouble import Trouble
from tui.safe import safe_line, trouble

if TYPE_CHECKING:
    from tui.library import Added, Entry, Library, Progress

_PAGE = 500
"""Entries read at a time: a list of any length in little memory."""
_SHORT_ID = 10
_LONGEST = 90
"""Characters of a title or an outlet in a list."""
_GROUPED_AT_ONCE = 2000
"""Articles that `add` puts into stories itself: about three seconds."""
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Into a file. Else: stdout.")]


@app.command("list")
def list_articles(
    query: Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", help="Such as: board outlet:times")] = None,
    stories: Annotated[bool, typer.Option("--stories", help="By story: articles on one event.")] = False,
    json: Json = False,
) -> None:
    """The articles of the library that a query finds, newest first.

    Words, "phrases", outlet: title: text: before: after: is:unread story:, -not, OR.
    """
    from tui.library import LibraryError, parse

    asked = " ".join(query or [])
    parsed = parse(asked)
    for error in parsed.errors:
        trouble(f"query, character {error.start + 1}: {error.what}; that part was left out")
    with library_to_read() as opened:
        try:
            numbers = opened.listing.numbers(parsed)
            if stories:
                put_all(_stories(opened, set(numbers), json=json))
            else:
                put_all(_entries(opened, numbers, json=json))
        except LibraryError as error:
            raise Trouble(str(error)) from error
    if parsed.errors:
        raise typer.Exit(2)


def _entries(opened: Library, numbers: list[int], *, json: bool) -> Iterable[str]:
    from tui.reports.json import to_text

    for start in range(0, len(numbers), _PAGE):
        for entry in opened.articles.entries(numbers[start : start + _PAGE]):
            yield (to_text(_document(entry)) if json else _line(entry)) + "\n"


def _line(entry: Entry) -> str:
    parts = [entry.id[:_SHORT_ID], entry.published or "-", entry.outlet or "-", entry.opening, f"{entry.words:,} words"]
    versions = [f"{entry.versions} versions"] if entry.versions > 1 else []
    mark = [entry.state] if entry.state != "unread" else []
    return "  ".join(_clipped(part) for part in (*parts, *versions, *mark))


def _clipped(words: str) -> str:
    line = safe_line(words)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _document(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "title": entry.title,
        "source": entry.outlet,
        "published": entry.published,
        "words": entry.words,
        "opening": entry.opening,
        "added": datetime.fromtimestamp(entry.added, UTC).isoformat(timespec="seconds"),
        "story": entry.story,
        "versions": entry.versions,
        "paths": entry.paths,
        "state": entry.state,
        "note": entry.note,
    }


def _stories(opened: Library, wanted: set[int], *, json: bool) -> Iterable[str]:
    from tui.library.record import first_day
    from tui.reports.json import to_text

    _group(opened)
    for story in opened.stories.all(least=1):
        entries = opened.articles.entries([number for number in story.numbers if number in wanted])
        later = [bool(story.first and (first_day(entry.published) or "") > story.first) for entry in entries]
        if entries and json:
            told = [{**_document(entry), "later": mark} for entry, mark in zip(entries, later, strict=True)]
            about = {"id": story.id, "name": story.name, "title": story.title, "first": story.first, "last": story.last}
            yield to_text({**about, "articles": told}) + "\n"
        elif entries:
            yield f"{safe_line(story.id[:_SHORT_ID])}  {safe_line(story.name or story.title)}\n"
            yield from (
                f"    {_line(entry)}{'  later' if mark else ''}\n" for entry, mark in zip(entries, later, strict=True)
            )


def _group(opened: Library) -> None:
    """Puts what is in no story yet into one."""
    line = Line()

    def told(grouped: int) -> bool:
        line.show(f"{grouped:,} articles put into stories")
        return True

    opened.stories.group(told)
    line.clear()


@app.command("add")
def add(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", shell_complete=files, help="Files and folders; addresses with --fetch."),
    ],
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch web pages: the only call that opens a connection.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="With --fetch: from this machine and its own network too.")
    ] = False,
) -> int:
    """Keeps articles in the library. What is there already is not doubled; a stopped add goes on where it was."""
    from tui.library import LibraryError

    if allow_private and not fetch:
        raise Trouble("--allow-private goes with --fetch")
    done = _Done()
    with library() as opened:
        try:
            if fetch:
                done.added, done.problems = _fetched(opened, paths, allow_private=allow_private)
            else:
                outcome = opened.adding.add(paths, done.told)
                done.added, done.problems = outcome.added, outcome.problems
            done.line.clear()
            _grouped(opened, done.added)
        except LibraryError as error:
            raise Trouble(str(error)) from error
        except KeyboardInterrupt:
            done.line.clear()
            trouble(f"stopped; kept so far: {_summary(done.added)}; the same call goes on from there")
            return 130
    for problem in done.problems:
        trouble(problem)
    put(_summary(done.added))
    return 2 if done.problems else 0


def _fetched(opened: Library, addresses: Sequence[str], *, allow_private: bool) -> tuple[Added, list[str]]:
    from tui.library import Added
    from tui.reading import ReadingError
    from tui.reading.fetching import fetch

    added, problems = Added(), []
    for address in addresses:
        try:
            added += opened.articles.add(fetch(address, allow_private=allow_private))
        except ReadingError as error:
            problems.append(str(error))
    return added, problems


def _grouped(opened: Library, added: Added) -> None:
    """Puts new articles into stories, unless they are so many that it takes longer than to add them."""
    if added.new + added.revised <= _GROUPED_AT_ONCE:
        _group(opened)
    else:
        trouble("stories are put together when you first ask for them: sidebyline list --stories")


class _Done:
    """What has become of an add so far, shown on a terminal's stderr as one line that is written over."""

    def __init__(self) -> None:
        from tui.library import Added

        self.added = Added()
        self.problems: list[str] = []
        self.line = Line()

    def told(self, progress: Progress) -> bool:
        self.added = progress.added
        share = "" if progress.share is None else f"{progress.share:4.0%}  "
        count = progress.added.new + progress.added.revised + progress.added.known
        self.line.show(f"{share}{count:,} articles  {safe_line(progress.path)[-60:]}")
        return True


def _summary(added: Added) -> str:
    return f"{added.new:,} new, {added.revised:,} new versions, {added.known:,} known"


@app.command("remove")
def remove(
    ids: Annotated[
        list[str],
        typer.Argument(metavar="ID…", shell_complete=ids_begun, help="As list shows them; a prefix is enough."),
    ],
) -> None:
    """Takes articles out of the library, with their earlier versions. Marks and notes on them stay."""
    from tui.library import LibraryError

    with library() as opened:
        try:
            whole = [opened.articles.load(id).id for id in ids]
            removed = opened.articles.remove(whole)
            put(f"{removed:,} {'text' if removed == 1 else 'texts'} removed")
        except LibraryError as error:
            raise Trouble(str(error)) from error


@app.command("export")
def export(
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ARTICLE]…", help="With --reviewed: what was judged between these, by path or id."),
    ] = None,
    story: Annotated[
        str | None, typer.Option("--story", metavar="STORY", help="With --reviewed: between the articles of a story.")
    ] = None,
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Only the facts that you judged, as JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="The judged facts as CSV.")] = False,
    output: Output = None,
) -> None:
    """The whole library as JSON Lines, or the facts that were judged."""
    from tui.library import LibraryError, write_whole

    if csv and not reviewed:
        raise Trouble("--csv goes with --reviewed; the whole library is JSON Lines")
    if (articles or story) and not reviewed:
        raise Trouble("articles and --story go with --reviewed; the library is exported whole")
    ids = {article(name).id for name in articles} if articles else None
    with library_to_read() as opened:
        try:
            if story:
                ids = (ids or set()) | _ids_of(opened, story)
            if reviewed:
                pieces: Iterable[str] = (opened.reviewed.to_csv(ids) if csv else opened.reviewed.to_json(ids),)
            else:
                pieces = opened.transfer.lines()
            if output is None:
                put_all(pieces)
            else:
                write_whole(output, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
        except LibraryError as error:
            raise Trouble(str(error)) from error


def _ids_of(opened: Library, story: str) -> set[str]:
    """The articles of a story, their earlier versions too."""
    _group(opened)
    numbers = opened.stories.numbers(opened.stories.named(story))
    latest = opened.articles.entries(numbers)
    return {version.id for entry in latest for version in opened.articles.versions(entry.id)}


@app.command("import")
def import_lines(file: Annotated[Path, typer.Argument(metavar="FILE", help="What export wrote.")]) -> int:
    """Brings an export into the library; what is there already is not doubled."""
    from tui.library import LibraryError

    try:
        with library() as opened, file.open(encoding="utf-8") as lines:
            done = opened.transfer.take(lines)
            opened.stories.group()
    except LibraryError as error:
        raise Trouble(str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        reason = (getattr(error, "strerror", None) or "not an export").lower()
        raise Trouble(f"{file}: {reason}; name a file that export wrote") from error
    for problem in done.problems:
        trouble(problem)
    put(f"{_summary(done.added)}; {done.decisions:,} marks, notes and corrections")
    return 2 if done.problems else 0
