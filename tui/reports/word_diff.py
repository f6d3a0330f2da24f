"""Comparison → the form of `git diff --word-diff=porcelain`, for tools that read it already.

Runs of words, one a line: ` ` common, `-` of A, `+` of B; a line break of the text is `~` on a line of its own. What is
common is written as B has it. Promotion that only one side has is no difference and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tui.article import Article
from tui.comparing import Edit, align
from tui.comparison import Comparison
from tui.safe import safe, safe_line


def word_diff_text(comparison: Comparison) -> str:
    """One hunk through the whole of both texts, controls as visible stand-ins; nothing where nothing differs."""
    a, b = comparison.articles
    edits = comparison.alignment.edits
    if edits is None:
        edits = align(a, b, mode="revision", ignore=comparison.ignore).edits or ()
    if all(edit.op == "equal" for edit in edits):
        return ""
    head = [f"--- {_name(a)}", f"+++ {_name(b)}", f"@@ -{_lines(a)} +{_lines(b)} @@"]
    return "\n".join([*head, *(line for sign, text in _runs(edits, a, b) for line in _signed(sign, text)), ""])


def _name(article: Article) -> str:
    return safe_line(article.path or article.id)


def _lines(article: Article) -> str:
    """Where the text starts and how many lines it has, as a hunk's head says it."""
    count = len(article.text.split("\n")) - article.text.endswith("\n")
    return f"1,{count}" if article.text else "0,0"


def _runs(edits: Sequence[Edit], a: Article, b: Article) -> Iterator[tuple[str, str]]:
    """Signs and texts. White space that a change ends in on both sides belongs to what follows."""
    common = ""
    for changed, some in groupby(edits, key=lambda edit: edit.op != "equal"):
        texts = [(a.text[edit.a.start : edit.a.end], b.text[edit.b.start : edit.b.end]) for edit in some]
        if not changed:
            common += "".join(come for gone, come in texts if gone)
            continue
        gone, come = map("".join, zip(*texts, strict=True))
        yield " ", common
        common = _white_end(gone, come)
        yield "-", gone.removesuffix(common)
        yield "+", come.removesuffix(common)
    yield " ", common


def _white_end(p: str, q: str) -> str:
    """The white space that both end in."""
    end = p[len(p.rstrip()) :]
    while not q.endswith(end):
        end = end[1:]
    return end


def _signed(sign: str, text: str) -> Iterator[str]:
    for n, piece in enumerate(text.split("\n")):
        if n:
            yield "~"
        if piece:
            yield sign + safe(piece)
