"""What two sentences can have in common, gathered once a sentence: cheap evidence, no names model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tui.article import Article
from tui.comparing.terms import STOP_WORDS, groups, stem
from tui.comparing.words import Word, words_of

_OPENING, _CLOSING, _EITHER = "\u201c\u00ab\u201e", "\u201d\u00bb", '"'
_NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty""".split()
    )
    if n != 1
}
DATES = frozenset(
    stem(word)
    for word in """monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december""".split()
)


@dataclass(slots=True)
class Evidence:
    """One sentence, as far as linking goes. Terms are those of `tui.comparing.terms`."""

    index: int
    terms: frozenset[str]
    """Every word that is no stop word, numbers included."""
    groups: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    dates: frozenset[str]
    quoted: frozenset[str]
    """The terms that stand inside quotation marks."""
    sequence: tuple[str, ...]
    """Every word, stop words included, folded to its term."""
    grams: frozenset[tuple[str, str]]
    length: int
    place: float
    """0 for the first sentence of the story, 1 for the last."""


def evidence_of(article: Article) -> list[Evidence]:
    """The evidence of every sentence that is no furniture."""
    story = [(i, s) for i, s in enumerate(article.sentences) if not s.is_furniture]
    words = [words_of(article.text, s.start, s.end) for _, s in story]
    lower = Counter(w.text for some in words for w in some if w.text.islower())
    known = groups()
    found, inside, paragraph = [], False, -1
    last = max(1, len(story) - 1)
    for n, ((index, sentence), some) in enumerate(zip(story, words, strict=True)):
        if sentence.paragraph != paragraph:
            paragraph, inside = sentence.paragraph, False
        quoted, inside = _quoted(some, inside)
        found.append(_sentence(index, some, quoted, lower, known, n / last))
    return found


def _quoted(words: Sequence[Word], inside: bool) -> tuple[list[bool], bool]:
    """For each word whether it stands inside a quotation, and whether one is open at the end."""
    marks = []
    for word in words:
        if word.text in _OPENING:
            inside = True
        elif word.text in _CLOSING:
            inside = False
        elif word.text == _EITHER:
            inside = not inside
        marks.append(inside)
    return marks, inside


def _sentence(
    index: int, words: Sequence[Word], quoted: Sequence[bool], lower: Counter[str], known: dict[str, str], place: float
) -> Evidence:
    sequence, content, names, numbers, said = [], [], set(), set(), set()
    for word, in_quote in zip(words, quoted, strict=True):
        text = word.text
        small = text.lower()
        if not text[0].isalnum():
            continue
        small = small.replace("\u2019", "'")
        number = _NUMBERS.get(small) or (small.replace(",", "") if text[0].isdigit() else None)
        term = number or stem(small)
        sequence.append(term)
        if small.removesuffix("'s") in STOP_WORDS:
            continue
        content.append(term)
        if number:
            numbers.add(number)
        elif text[0].isupper() and not lower[small]:
            names.add(term)
        if in_quote:
            said.add(term)
    terms = frozenset(content)
    pairs = list(zip(sequence, sequence[1:], strict=False))
    kinds = {known[t] for t in terms if t in known} | {known[k] for k in (f"{p} {q}" for p, q in pairs) if k in known}
    return Evidence(
        index,
        terms,
        frozenset(kinds),
        frozenset(names - DATES),
        frozenset(numbers),
        terms & DATES,
        frozenset(said),
        tuple(sequence),
        frozenset(zip(content, content[1:], strict=False)),
        len(sequence),
        place,
    )
