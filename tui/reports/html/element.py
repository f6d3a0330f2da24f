"""Elements of a page. Every word passes one door here, so that nothing an article says is markup or a hidden sign."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

from tui.reports.characters import document_safe

Child = Element | str | None


def el(tag: str, *children: Child | Iterable[Child], **attributes: str | None) -> Element:
    """`el("a", "words", href="#b", class_="x", data_n="1")`; children and attributes that are `None` are left out."""
    made = Element(tag, {_name(key): document_safe(value) for key, value in attributes.items() if value is not None})
    for child in children:
        for piece in [child] if child is None or isinstance(child, str | Element) else child:
            _append(made, piece)
    return made


def hidden_words(words: str) -> Element:
    """Words for a screen reader only, where a sign stands for everybody else."""
    return el("span", words, class_="vh")


def sign(shown: str, words: str) -> tuple[Element, Element]:
    """A sign to look at, and the same in words."""
    return el("span", shown, class_="sign", aria_hidden="true"), hidden_words(words)


def markup(element: Element) -> str:
    """The element as HTML. Text and attribute values are escaped; a script's or a style's are as they stand."""
    return tostring(element, encoding="unicode", method="html")


def _append(parent: Element, piece: Child) -> None:
    if piece is None:
        return
    if isinstance(piece, Element):
        parent.append(piece)
        return
    text = document_safe(piece)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
