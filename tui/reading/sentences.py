"""Where a sentence ends: nupunkt (MIT) per paragraph, with the line breaks of hard-wrapped text as spaces.

Measured on the hand-made boundaries of 25 news articles it was the best of the splitters tried; see
`tests/reading/test_sentences.py` for the cases that a splitter of news prose has to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.article import Span

_WORD = re.compile(r"\w")
_MISSED = re.compile(r"(?<=[a-z]{4})\.{1,2}[\"”’')\]]{0,2} {1,2}(?=[\"“‘(\[]?[A-Z][a-z])")
"""A full stop behind a plain word and before a capital, which nupunkt takes for an abbreviation now and then
(4 of 460 boundaries): "… according to two reports. Tranquilizing it would …"."""
_SHORTENED = frozenset(
    "approx dept univ assoc corp govt gens cols figs vols eds secs chap sect capt prof pres supt messrs".split()
)


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """The sentences of the paragraph `text[start:end]`, white space around them left out.

    They cover everything in the paragraph that is not white space.
    """
    # 45 ms: not for `--version`
    from nupunkt import sent_spans

    paragraph = text[start:end].replace("\n", " ")
    pieces = [_trimmed(paragraph, s, e) for piece in sent_spans(paragraph) for s, e in _split(paragraph, *piece)]
    spans = [Span(start + s, start + e) for s, e in _joined(paragraph, [p for p in pieces if p[0] < p[1]])]
    return _covering(text, start, end, spans)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _MISSED.finditer(text, start, end):
        word = text[max(start, match.start() - 12) : match.start()].split()[-1]
        if word.isalpha() and word not in _SHORTENED:
            yield start, match.end()
            start = match.end()
    yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _joined(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Joins what is no sentence to the one before it: a closing mark or an emoji alone, "(sic)"."""
    waiting: tuple[int, int] | None = None
    for start, end in pieces:
        if waiting and not _WORD.search(text, start, end):
            waiting = (waiting[0], end)
            continue
        if waiting:
            yield waiting
        waiting = (start, end)
    if waiting:
        yield waiting


def _covering(text: str, start: int, end: int, spans: list[Span]) -> list[Span]:
    """The same spans, widened over anything but white space that a splitter left out between them."""
    covered: list[Span] = []
    reached = start
    for span in spans:
        lost = text[reached : span.start]
        if lost.strip():
            gap = Span(*_trimmed(text, reached, span.start))
            if covered:
                covered[-1] = Span(covered[-1].start, gap.end)
            else:
                span = Span(gap.start, span.end)
        covered.append(span)
        reached = span.end
    if text[reached:end].strip():
        tail = Span(*_trimmed(text, reached, end))
        if covered:
            covered[-1] = Span(covered[-1].start, tail.end)
        else:
            covered.append(tail)
    return covered
