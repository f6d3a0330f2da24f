"""How an article begins, beside the list."""

from __future__ import annotations

from textual.content import Content

from tui.article import Article
from tui.reports.naming import day
from tui.rows import shown
from tui.widgets.article_list import Line

PREVIEW = 3000
"""Characters of an article in the preview."""


def preview(article: Article, line: Line) -> Content:
    """Who tells it, with the outlet and the date as the list has them, and how it begins."""
    told = ", ".join(part for part in (line.outlet, day(line.published)) if part)
    head = Content.assemble((told, "bold"), (f"   {article.words:,} words", "$muted"))
    parts = [head, Content("")]
    taken, paragraph = 0, -1
    words: list[Content] = []
    for sentence in article.sentences:
        if sentence.paragraph != paragraph and words:
            parts += [Content(" ").join(words), Content("")]
            words = []
        paragraph = sentence.paragraph
        text = shown(article.text[sentence.start : sentence.end])
        words.append(Content.styled(text, "$muted") if sentence.is_furniture else Content(text))
        taken += len(text)
        if taken > PREVIEW:
            break
    return Content("\n").join([*parts, Content(" ").join(words)])
