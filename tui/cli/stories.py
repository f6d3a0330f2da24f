"""story: the reader's word on which articles tell one event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.program import app, library, put
from tui.cli.trouble import Trouble
from tui.safe import safe_line

if TYPE_CHECKING:
    from tui.library import Act, Library
    from tui.library.decision import Kind


class StoryAct(StrEnum):
    JOIN = "join"
    SPLIT = "split"
    NAME = "name"
    UNDO = "undo"


@app.command("story")
def story(
    act: Annotated[StoryAct, typer.Argument(metavar="join|split|name|undo", help="What to do.")],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STORY|ARTICLE]…", help="Ids, or names of stories."),
    ] = None,
) -> None:
    """Says which articles tell one story; what is said stays, and `undo` takes it back.

    `join STORY STORY…` makes one of several, `split ARTICLE…` takes articles out into one of their own, `name STORY
    NAME` names one (without a name: takes it away). Stories go by id or name, articles by id: see list --stories.
    """
    from tui.library import LibraryError

    with library() as opened:
        try:
            done = _ACTS[act](opened, words or [])
        except LibraryError as error:
            raise Trouble(str(error)) from error
    put(safe_line(done.what) if done else "nothing to do: it stands like that already")


def _join(opened: Library, stories: Sequence[str]) -> Act | None:
    if len(stories) < 2:
        raise Trouble("story join: needs two stories or more; see sidebyline list --stories")
    return opened.stories.join([opened.stories.named(asked) for asked in stories])


def _split(opened: Library, articles: Sequence[str]) -> Act | None:
    if not articles:
        raise Trouble("story split: needs an article; see sidebyline list --stories")
    return opened.stories.split([opened.articles.load(id).id for id in articles])


def _name(opened: Library, words: Sequence[str]) -> Act | None:
    if not words:
        raise Trouble("story name: needs a story and its name; see sidebyline list --stories")
    return opened.stories.name(opened.stories.named(words[0]), " ".join(words[1:]))


def _undo(opened: Library, _words: Sequence[str]) -> Act | None:
    kinds: tuple[Kind, ...] = ("story",)
    return opened.undo(kinds)


_ACTS: dict[StoryAct, Callable[[Library, Sequence[str]], Act | None]] = {
    StoryAct.JOIN: _join, StoryAct.SPLIT: _split, StoryAct.NAME: _name, StoryAct.UNDO: _undo,
}  # fmt: skip
