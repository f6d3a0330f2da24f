"""A tree of elements → paragraphs to read: what a page says, without what it is made of.

Used for every format that carries HTML: Markdown, feeds, mail, books, archives. Scripts, styles, forms and
what is hidden never come out; links give their words, pictures their captions, a table a line each row, code
keeps its lines. It tells nothing of what is the main text: for whole pages see `html`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tui.article import Role
from tui.reading.assembling import Block

NEVER_READ = frozenset(
    "script style template noscript head title meta link base select option button input textarea datalist svg math "
    "iframe frame frameset noframes object embed applet canvas audio video map dialog".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul".split()
)
_FOOTNOTE_MARKS = frozenset({"footnote-ref", "footnote-backref"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_NO_WORDS = re.compile(r"[\s\u200b\u200c\u00ad\ufeff\u2060\u034f|•·–—_*=-]*")
_NOT_IN_CELLS = frozenset({"table", "ul", "ol", *_HEADINGS})
_LONGEST_CELL = 200
"""Characters; a longer cell is a column of a layout."""
_LONGEST_HEADING = 40
"""Words; more in a heading element is prose in large letters."""
_LINE = "\x00"
"""Stands for a line break until white space is folded; a NUL cannot be in a parsed tree."""
_ROLES: dict[str, Role] = {"caption": "caption", "promo": "promo"}
ROLE = "sidebyline-role"
"""The attribute by which a reader of pages tells the role of an element before the walk."""


def blocks(root: etree._Element) -> list[Block]:
    """The paragraphs of a tree in order. The role is left open where the element does not tell it."""
    return [block for block in _Walk().over(root) if not _NO_WORDS.fullmatch(block.words)]


def is_hidden(element: etree._Element) -> bool:
    """Whether the page does not show it. A whole page is often hidden until a script has run: that does not count."""
    hidden = "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")[:500])
    return bool(hidden) and element.tag not in ("html", "body", "main", "article")


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace; empty for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


class _Walk:
    """Goes through a tree once, without recursion, and gathers words until a block ends."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._inside: list[str] = []
        self._classes: list[str] = []
        self._articles = 0
        self._lists: list[int | None] = []
        self._marker = ""
        self._cells: list[str] | None = None
        self._told: list[tuple[int, Role]] = []
        """Roles that elements carry, each with the depth of its element."""
        self._links = 0
        self._linked = 0
        """Characters since the last flush that belong to a link to elsewhere."""

    def over(self, root: etree._Element) -> Iterator[Block]:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = name_of(element)
            if event == "start":
                if not name or _is_dropped(element, name):
                    walk.skip_subtree()
                    continue
                yield from self._enter(element, name)
            else:
                if name and self._inside and self._inside[-1] == name and not _is_dropped(element, name):
                    yield from self._leave(name)
                    if name == "a" and not element.get("href", "#").startswith("#"):
                        self._links = max(0, self._links - 1)
                if element is not root:
                    self._say(element.tail)
        yield from self._flush()

    def _enter(self, element: etree._Element, name: str) -> Iterator[Block]:
        if name in _BLOCKS and self._cells is None:
            yield from self._flush()
        self._inside.append(name)
        self._classes.append(f"{name}.{element.get('class', '')[:100]}")
        self._articles += name == "article"
        told = _ROLES.get(element.get(ROLE, ""))
        if told:
            yield from self._flush()
            self._told.append((len(self._inside), told))
        if name == "img" and self._cells is None:
            yield from self._picture(element)
        self._begin(element, name)
        self._say(element.text)

    def _begin(self, element: etree._Element, name: str) -> None:
        if name in ("ol", "ul", "menu"):
            self._lists.append(_start(element) if name == "ol" else None)
        elif name == "li":
            self._marker = self._next_marker()
        elif name == "br":
            self._words.append(_LINE)
        elif name == "tr" and self._cells is None and _is_data_row(element):
            self._cells = []
        elif name in _BLOCKS and self._cells is not None:
            self._words.append(" ")
        elif name == "q":
            self._words.append("“")
        elif name == "a" and not element.get("href", "#").startswith("#"):
            self._links += 1

    def _say(self, text: str | None) -> None:
        if text:
            self._words.append(text)
            if self._links:
                self._linked += len("".join(text.split()))

    def _leave(self, name: str) -> Iterator[Block]:
        if name == "q":
            self._words.append("”")
        elif name in ("td", "th") and self._cells is not None:
            self._cells.append(" ".join("".join(self._words).replace(_LINE, " ").split()))
            self._words.clear()
        elif name == "tr" and self._cells is not None:
            cells, self._cells = [cell for cell in self._cells if cell], None
            self._words.clear()
            if cells:
                yield Block(" | ".join(cells), "body")
        told_here = bool(self._told) and self._told[-1][0] == len(self._inside)
        if (name in _BLOCKS and self._cells is None) or told_here:
            yield from self._flush()
        if told_here:
            self._told.pop()
        if name in ("ol", "ul", "menu") and self._lists:
            self._lists.pop()
        self._inside.pop()
        self._classes.pop()

    def _flush(self) -> Iterator[Block]:
        text = "".join(self._words)
        linked = 0 < len("".join(text.split())) <= self._linked
        self._words.clear()
        self._linked = 0
        for words in _lines(text, keep="pre" in self._inside):
            yield Block(self._marker + words, self._role(words), linked=linked, place=self._place())
            self._marker = ""

    def _role(self, words: str) -> Role | None:
        inside = self._inside
        if self._told:
            return self._told[-1][1]
        if "figcaption" in inside or "caption" in inside:
            return "caption"
        if any(name in _HEADINGS for name in inside) and len(words.split()) <= _LONGEST_HEADING:
            return "headline"
        return None

    def _place(self) -> str:
        return f"{self._articles}/{'/'.join(self._classes[-3:])}"

    def _next_marker(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "• "
        self._lists[-1] += 1
        return f"{self._lists[-1] - 1}) "

    def _picture(self, element: etree._Element) -> Iterator[Block]:
        """What Markdown and pages say in place of a picture, where it is more than a file's name."""
        said = " ".join((element.get("title") or element.get("alt") or "").split())
        if len(said.split()) >= 4:
            yield from self._flush()
            yield Block(said, "caption")


def _is_dropped(element: etree._Element, name: str) -> bool:
    return name in NEVER_READ or is_hidden(element) or element.get("class") in _FOOTNOTE_MARKS


def _start(element: etree._Element) -> int:
    start = element.get("start", "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1


def _is_data_row(row: etree._Element) -> bool:
    """Whether a row is a line of figures, not a layout of columns: several short cells, no blocks in them."""
    cells = [cell for cell in row if name_of(cell) in ("td", "th")]
    if len(cells) < 2 or len(cells) > 40:
        return False
    return not any(
        any(name_of(e) in _NOT_IN_CELLS for e in cell.iter())
        or len(" ".join(map(str, cell.itertext()))) > _LONGEST_CELL
        for cell in cells
    )


def _lines(text: str, *, keep: bool) -> Iterator[str]:
    """Paragraphs between blank lines that `<br><br>` made; within them white space is folded, unless to be kept."""
    if keep:
        lines = [line.rstrip() for line in text.replace(_LINE, "\n").split("\n")]
        kept = "\n".join(line for line in lines if line)
        if kept.strip():
            yield kept.strip("\n")
        return
    paragraph: list[str] = []
    for line in text.split(_LINE):
        words = " ".join(line.split())
        if words:
            paragraph.append(words)
        elif paragraph:
            yield " ".join(paragraph)
            paragraph = []
    if paragraph:
        yield " ".join(paragraph)
