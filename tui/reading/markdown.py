"""Markdown → Article: what a reader sees of it, and what its front matter says about it.

markdown-it-py (MIT) parses the text, PyYAML (MIT) the front matter. Links give their words, code and tables stay
readable, and HTML in the text is read like any HTML: a script in it is dropped.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from typing import Any

from tui.article import Article
from tui.reading.assembling import Block, Draft, assembled
from tui.reading.dateline import stated_date
from tui.reading.markup import parsed, plain_words
from tui.reading.naming import outlet_name, person_names, spelled
from tui.reading.plain import read_plain
from tui.reading.source import Source
from tui.reading.walking import blocks

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*[:=][ \t]*(\S[^\n]{0,2000})")
_MARKS = re.compile(r"[\[*_<`!~]")
_BLANK = re.compile(r"\n[ \t]*\n")
_MOST_MARKS = 3000
"""In one block; 50,000 brackets take six seconds. Such a text is read as plain text."""
_LARGEST = 5_000_000
"""Characters of Markdown; more is read as plain text."""
_LONGEST = 64 * 1024
"""Characters of front matter; more is no front matter."""


def read_markdown(source: Source) -> Article:
    """The article of a Markdown file."""
    fields, body = front_matter(source.text)
    found = blocks(parsed(_rendered(body))) if _is_sane(body) else []
    if not found:
        return read_plain(source.text, path=source.path, sha256=source.sha256)
    title = plain_words(_text(fields, "title", "headline")) or _leading_heading(found)
    return assembled(
        Draft(
            blocks=found,
            title=title,
            source=outlet_name(_any(fields, "source", "outlet", "publication", "publisher", "site", "sitename")),
            byline=person_names(_any(fields, "author", "authors", "byline")),
            published=stated_date(_any(fields, "date", "published", "publishdate", "pubdate", "datepublished")),
            modified=stated_date(_any(fields, "modified", "updated", "lastmod", "lastmodified", "datemodified")),
            url=_text(fields, "url", "link", "canonicalurl", "sourceurl"),
            extractor=f"markdown-it-py {version('markdown-it-py')}",
        ),
        path=source.path,
        sha256=source.sha256,
    )


def _is_sane(body: str) -> bool:
    """Whether the parser gets through it in a moment: its time grows with the square of the brackets in a block."""
    return len(body) <= _LARGEST and not any(
        len(block) > _MOST_MARKS and len(_MARKS.findall(block)) > _MOST_MARKS for block in _BLANK.split(body)
    )


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The fields between two `---` (YAML) or `+++` (TOML) lines at the very start, and the text behind them."""
    opening = _FENCE.match(text)
    if not opening:
        return {}, text
    fence = opening.group(1)
    end = re.compile(rf"^{re.escape(fence)}[ \t]*$", re.M).search(text, opening.end(), opening.end() + _LONGEST)
    if not end:
        return {}, text
    inside = text[opening.end() : end.start()]
    fields = _toml(inside) if fence == "+++" else _yaml(inside)
    if not fields:
        return {}, text
    return {spelled(str(key)): value for key, value in fields.items()}, text[end.end() :]


def _toml(inside: str) -> dict[str, Any]:
    try:
        return tomllib.loads(inside)
    except (ValueError, RecursionError):
        return _line_by_line(inside)


def _yaml(inside: str) -> dict[str, Any]:
    try:
        fields = _yaml_value(inside)
    except ValueError:
        return _line_by_line(inside)
    return fields if isinstance(fields, dict) else {}


def _yaml_value(text: str) -> Any:
    """Every value as it is written. Aliases, which a bomb is built from, are not followed. Raises `ValueError`."""
    import yaml

    class Plain(yaml.BaseLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError
            return super().compose_node(parent, index)

    try:
        return yaml.load(text, Loader=Plain)  # noqa: S506 - a BaseLoader makes only strings, lists and mappings
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError from error


def _line_by_line(inside: str) -> dict[str, Any]:
    """Front matter that its own parser refuses: `title: Fire: three dead` is common and clear."""
    fields: dict[str, Any] = {}
    for line in inside.split("\n"):
        match = _FIELD.match(line)
        if match:
            try:
                value = _yaml_value(match.group(2))
            except ValueError:
                value = match.group(2).strip()
            fields[match.group(1)] = value if isinstance(value, (str, list)) else match.group(2).strip()
    return fields


def _rendered(body: str) -> str:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": 60}).enable(["table", "strikethrough"]).use(footnote_plugin)
    return str(parser.render(body))


def _leading_heading(found: list[Block]) -> str | None:
    return found[0].words if found[0].role == "headline" else None


def _any(fields: dict[str, Any], *keys: str) -> object:
    return next((fields[key] for key in keys if fields.get(key)), None)


def _text(fields: dict[str, Any], *keys: str) -> str | None:
    value = _any(fields, *keys)
    return " ".join(value.split()) or None if isinstance(value, str) else None
