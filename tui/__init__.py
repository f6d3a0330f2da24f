"""Sidebyline: two tellings of one story, side by side, in a terminal.

`read` takes a file and gives its articles; `compare` holds two against each other. Neither loads the screens.

>>> from tui import compare, read
>>> [a], [b] = read("seeds/national-daily.txt"), read("seeds/broadcaster.txt")
>>> (a.words, len(a.sentences), a.sentences[0].role)
(399, 20, 'byline')

A `Comparison` has the links between sentences, by their numbers, and the word edits inside each, as spans of text:

>>> comparison = compare(a, b)
>>> comparison.mode
'tellings'
>>> link = next(link for link in comparison.alignment.links if link.kind == "same")
>>> a.text[a.sentences[link.a[0]].start :].startswith(b.text[b.sentences[link.b[0]].start :][:9])
True

Each fact has a verdict, the words it rests on, and the rule:

>>> [fact] = [fact for fact in comparison.facts if fact.verdict == "conflict"]
>>> (fact.type, fact.about, [m.value for m in fact.mentions.a], [m.value for m in fact.mentions.b])
('date', 'Thorn founded', ['2012'], ['2009'])

`to_json` is what `sidebyline compare --json` prints; `texts=False` leaves the articles' texts out. Options are those
of the command line: `compare(a, b, mode="revision", ignore=frozenset({"case"}), context=[c])`.

>>> comparison.to_json(texts=False)["schema"]
'sidebyline.comparison/1'

Word edits of any two lists of words, as small as they get, with what was moved:

>>> from tui.comparing import diff_words
>>> diff_words("the old stone bridge".split(), "the new stone bridge".split()).edits
[('equal', 0, 1, 0, 1), ('delete', 1, 2, 1, 1), ('insert', 2, 2, 1, 2), ('equal', 2, 4, 2, 4)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.comparison import Comparison, compare
    from tui.reading import read

__all__ = ["Comparison", "compare", "read"]


def __getattr__(name: str) -> object:
    """Loads a public name when it is first asked for: `sidebyline --version` needs none of them."""
    if name == "read":
        from tui.reading import read

        return read
    if name in ("compare", "Comparison"):
        from tui import comparison

        return getattr(comparison, name)
    raise AttributeError(f"module 'tui' has no attribute {name!r}")
