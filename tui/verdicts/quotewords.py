"""Two quotations word by word: what differs once case, punctuation, brackets and spelling are put aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Literal, NamedTuple

from rapidfuzz.distance import LCSseq

from tui.facts.numbers import WORD_VALUES
from tui.frozen import dataclass

_TOKEN = re.compile(r"\[[^\[\]]{1,80}\]|\([^()]{1,80}\)|\.\s?\.\s?\.|…|[^\W_]+(?:['’.,][^\W_]+)*|[%$£€&]")
_PIECE = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_NUMBERS = {word: str(n) for word, n in WORD_VALUES.items() if n > 1}
_SAME = {"%": "percent", "&": "and", "ok": "okay", "yeah": "yes", "mom": "mum", "grey": "gray", "gonna": "goingto",
         **{f"{word}'s": f"{word}is" for word in "it he she that there what who here where".split()}}  # fmt: skip
_ENDINGS = (
    (re.compile(r"is(e|es|ed|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|able|ite|ites|ful)?$"), r"or\1"),
    (re.compile(r"([bct])re(s|d)?$"), r"\1er\2"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
)
_SHORT = (
    ("won't", "willnot"),
    ("can't", "cannot"),
    ("n't", "not"),
    ("'re", "are"),
    ("'ve", "have"),
    ("'ll", "will"),
    ("'m", "am"),
)
STOP = frozenset(
    """a an the and or but of to in on at for with by from as is are was were be been am it its this that
    these those i we you he she they me us him her them my our your his their not no so do does did
    have has had will would can could there here what who which when if than then just very all also
    about into out up over""".split()
)
_LONGEST = 4000
"""Words of a quotation that are compared: an exact comparison of two such takes 20 ms, and grows with the square."""
_SHOWN, _CLIPPED = 4, 40
"""Differences that a rule names, and words of each."""
_EDGE = 3  # words beside the shared part that are shown where another word stands there
_FAR = 3  # words between an edge of small words and the shared part, from which on the edge is a chance hit


class Word(NamedTuple):
    """A word of a quotation: its key for comparing, its text, and what it is."""

    key: str
    text: str
    kind: Literal["word", "bracket", "ellipsis"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What two quotations make of each other."""

    verdict: Literal["agree", "cut", "altered"]
    changed: str
    """The words inside the shared part that differ, A's before B's."""
    left_out: str
    """The words that one side alone has."""
    spelling: str
    """Words that differ in spelling only."""
    shared: int
    """Words that are the same."""


def words_of(text: str) -> list[Word]:
    """The words of a quotation; without the brackets around one of them; a "(sic)" falls."""
    words: list[Word] = []
    for match in islice(_TOKEN.finditer(text), _LONGEST):
        piece = match.group()
        if piece[0] in "[(":
            inner = _PIECE.findall(piece)
            if piece[0] == "[" and inner != ["sic"]:
                words.extend(Word(key_of(w), w, "bracket") for w in inner)
            elif inner != ["sic"]:
                words.extend(Word(key_of(w), w, "word") for w in inner)
        elif piece[0] == "…" or piece.startswith("."):
            words.append(Word("…", "…", "ellipsis"))
        else:
            words.append(Word(key_of(piece), piece, "word"))
    return words


def key_of(word: str) -> str:
    """What is left of a word when case, apostrophes' shape, points, and British or American spelling are put aside."""
    key = word.casefold().replace("’", "'")
    for short, long in _SHORT:
        if key.endswith(short):
            key = key[: -len(short)] + long
            break
    key = _NUMBERS.get(key, _SAME.get(key, key))
    key = "".join(c for c in key if c not in ".,")
    for ending, standard in _ENDINGS:
        if len(key) > 5 and ending.search(key):
            return ending.sub(standard, key)
    return key


def is_content(key: str) -> bool:
    return key not in STOP and key != "…"


class Block(NamedTuple):
    """A step from A's words to B's: indices, ends exclusive."""

    same: bool
    a: int
    a_end: int
    b: int
    b_end: int


def blocks_of(a: Sequence[Word], b: Sequence[Word]) -> list[Block]:
    """The exact longest common subsequence as steps; chance hits of small words far from the shared part are undone.

    Its choice among equals depends on the order of the sides, so the side that sorts first always goes first.
    """
    keys_a, keys_b = [w.key for w in a], [w.key for w in b]
    if keys_b < keys_a:
        return [Block(x.same, x.b, x.b_end, x.a, x.a_end) for x in blocks_of(b, a)]
    codes = LCSseq.opcodes(keys_a, keys_b)
    equal = [(c.src_start, c.src_end, c.dest_start, c.dest_end) for c in codes if c.tag == "equal"]
    equal = _without_edges(_slid(equal, keys_a, keys_b), keys_a)
    return _steps(equal, len(a), len(b))


def _slid(
    equal: list[tuple[int, int, int, int]], a: Sequence[str], b: Sequence[str]
) -> list[tuple[int, int, int, int]]:
    """The first and last run moved up to their neighbour where the words between repeat them ("we … we have done")."""
    if len(equal) > 1:
        first, second = equal[0], equal[1]
        size = first[1] - first[0]
        if first[3] == second[2] and list(a[second[0] - size : second[0]]) == list(a[first[0] : first[1]]):
            equal = [(second[0] - size, second[1], first[2], second[3]), *equal[2:]]
        elif first[1] == second[0] and list(b[second[2] - size : second[2]]) == list(b[first[2] : first[3]]):
            equal = [(first[0], second[1], second[2] - size, second[3]), *equal[2:]]
    if len(equal) > 1:
        before, last = equal[-2], equal[-1]
        size = last[1] - last[0]
        if before[3] == last[2] and list(a[before[1] : before[1] + size]) == list(a[last[0] : last[1]]):
            equal = [*equal[:-2], (before[0], before[1] + size, before[2], last[3])]
        elif before[1] == last[0] and list(b[before[3] : before[3] + size]) == list(b[last[2] : last[3]]):
            equal = [*equal[:-2], (before[0], last[1], before[2], before[3] + size)]
    return equal


def _without_edges(equal: list[tuple[int, int, int, int]], keys: Sequence[str]) -> list[tuple[int, int, int, int]]:
    def chance(edge: tuple[int, int, int, int], gap_a: int, gap_b: int) -> bool:
        inner = keys[edge[0] : edge[1]]
        content = sum(is_content(key) for key in inner)
        return (not content and max(gap_a, gap_b) > _FAR) or (
            content <= 1 and len(inner) <= 2 and max(gap_a, gap_b) > 8
        )

    while len(equal) > 1 and chance(equal[0], equal[1][0] - equal[0][1], equal[1][2] - equal[0][3]):
        equal = equal[1:]
    while len(equal) > 1 and chance(equal[-1], equal[-1][0] - equal[-2][1], equal[-1][2] - equal[-2][3]):
        equal = equal[:-1]
    return equal


def _steps(equal: list[tuple[int, int, int, int]], length_a: int, length_b: int) -> list[Block]:
    steps: list[Block] = []
    a = b = 0
    for a_start, a_end, b_start, b_end in [*equal, (length_a, length_a, length_b, length_b)]:
        if a_start > a or b_start > b:
            steps.append(Block(False, a, a_start, b, b_start))
        if a_end > a_start:
            steps.append(Block(True, a_start, a_end, b_start, b_end))
        a, b = a_end, b_end
    return steps


def difference(text_a: str, text_b: str) -> Difference:
    """The verdict on two quotations that are known to belong together."""
    a, b = words_of(text_a), words_of(text_b)
    steps = blocks_of(a, b)
    same = [n for n, step in enumerate(steps) if step.same]
    if not same:
        return Difference("altered", f"“{text_a}” against “{text_b}”", "", "", 0)
    changed: list[str] = []
    left: list[str] = []
    spelling: list[str] = []
    for n, step in enumerate(steps):
        if step.same:
            spelling.extend(_respelt(a[step.a : step.a_end], b[step.b : step.b_end]))
            continue
        mine, other = a[step.a : step.a_end], b[step.b : step.b_end]
        if same_letters(mine, other):
            spelling.extend(f"{x}/{y}" for x, y in [(_text(mine), _text(other))] if x or y)
        elif (n < same[0] or n > same[-1]) and _replaced(mine, other):
            near = max(_EDGE, min(len(mine), len(other)))
            cut = slice(-near, None) if n < same[0] else slice(near)
            changed.append(_against(mine[cut], other[cut]))
        elif n < same[0] or n > same[-1] or _shown(mine) or _shown(other):
            left.extend(f"“{_text(side)}”" for side in (mine, other) if _text(side))
        else:
            changed.append(_against(mine, other))
    if max(len(a), len(b)) >= _LONGEST:
        left.append(f"what follows after {_LONGEST} words, which was not compared")
    shared = sum(steps[n].a_end - steps[n].a for n in same)
    verdict: Literal["agree", "cut", "altered"] = "altered" if changed else "cut" if left else "agree"
    return Difference(verdict, _listed(changed), _listed(left), _listed(spelling), shared)


def _respelt(a: Sequence[Word], b: Sequence[Word]) -> list[str]:
    def plain(word: Word) -> str:
        return word.text.casefold().replace("’", "'")

    return [f"{x.text}/{y.text}" for x, y in zip(a, b, strict=True) if plain(x) != plain(y)]


def same_letters(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether the same letters are only spaced, hyphenated or shortened in another way: "hard-working", "it's"."""
    joined = ["".join(w.key for w in side if w.kind != "ellipsis") for side in (a, b)]
    if not joined[0] or not joined[1]:
        return not joined[0] and not joined[1]
    if joined[0] == joined[1]:
        return True
    short, long = sorted(joined, key=len)
    return short.endswith("'s") and long in {short[:-2] + "is", short[:-2] + "has"}


def _shown(words: Sequence[Word]) -> bool:
    """Whether the side itself shows that it changed something: an ellipsis, or words in square brackets only."""
    return any(w.kind == "ellipsis" for w in words) or (bool(words) and all(w.kind == "bracket" for w in words))


def _replaced(mine: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether both sides have words of their own where the shared part begins or ends: "a reflection of our duty" is no
    part of "the result of our duty"."""
    if _shown(mine) or _shown(other):
        return False
    return all(any(is_content(word.key) for word in side) for side in (mine, other))


def _text(words: Sequence[Word]) -> str:
    said = [w.text for w in words if w.kind != "ellipsis"]
    return " ".join(said[:_CLIPPED]) + (" …" if len(said) > _CLIPPED else "")


def _listed(differences: Sequence[str]) -> str:
    more = len(differences) - _SHOWN
    return ", ".join(differences[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _against(a: Sequence[Word], b: Sequence[Word]) -> str:
    if not a:
        return f"“{_text(b)}” in B alone"
    if not b:
        return f"“{_text(a)}” in A alone"
    return f"“{_text(a)}” against “{_text(b)}”"
