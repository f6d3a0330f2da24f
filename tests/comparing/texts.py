"""Articles made of given sentences, and alignments written so that a reader can check them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article, Role, Sentence
from tui.comparing import Alignment, Edit


def article_of(paragraphs: Sequence[Sequence[str]], roles: Sequence[Role] = ()) -> Article:
    """An article of these sentences; `roles` in their order, body where none is given."""
    text = ""
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if number else ""
        for n, sentence in enumerate(paragraph):
            text += " " if n else ""
            role = roles[len(sentences)] if len(sentences) < len(roles) else "body"
            sentences.append(Sentence(len(text), len(text) + len(sentence), number, role))
            text += sentence
    return Article(text, tuple(sentences), "")


def marked(edits: Sequence[Edit], a: Article, b: Article) -> str:
    """The edits in the notation of word diffs: [-deleted-] {+inserted+}, white space folded."""
    parts = []
    for edit in edits:
        gone, come = (" ".join(s.text[p.start : p.end].split()) for s, p in ((a, edit.a), (b, edit.b)))
        if edit.op == "equal":
            parts.append(gone if gone == come else f"{gone}={come}")
        else:
            parts += [f"[-{gone}-]"] * bool(gone) + [f"{{+{come}+}}"] * bool(come)
    return " ".join(parts)


def shown(alignment: Alignment, a: Article, b: Article) -> dict[str, list[str]]:
    """Links as `0-1`, several sentences joined by `+`, `!` behind what moved, and the edits of each primary one."""
    primary = [link for link in alignment.links if link.primary]
    return {
        "links": [f"{'+'.join(map(str, k.a))}-{'+'.join(map(str, k.b))}{'!' * k.moved}" for k in alignment.links],
        "edits": [marked(link.edits, a, b) for link in primary],
    }
