"""The page around a report: one file that loads nothing, allows itself one style and one script, and reads without it.

The policy names both by their hashes; whatever else an article could smuggle in, a browser would not run or fetch it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from tui.reports.html.element import Child, el, markup
from tui.reports.origin import Origin

_HERE = Path(__file__).parent


def page(title: str, body: Sequence[Child], origin: Origin) -> str:
    """The whole document: `body` inside `main`'s neighbours, what it was made from at its foot."""
    style, script = _data("style.css"), _data("script.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", title),
        _raw("style", style),
    )
    root = el("html", head, el("body", body, footer(origin), _raw("script", script)), lang="en")
    return f"<!DOCTYPE html>\n{markup(root)}\n"


def footer(origin: Origin) -> Element:
    """What the report was made from."""
    pairs = [piece for label, words in origin for piece in (el("dt", label), el("dd", words))]
    return el("footer", el("h2", "Made from"), el("dl", pairs), class_="origin")


def _raw(tag: str, text: str) -> Element:
    element = Element(tag)
    element.text = text
    return element


@cache
def _data(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


@cache
def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
