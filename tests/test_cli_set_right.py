"""What the reader set right in the app holds in the commands' reports, for files opened by path too."""

from __future__ import annotations

import json
from pathlib import Path

from tests.test_cli import sidebyline
from tui import read
from tui.corrections import ArticleSet
from tui.library import Library

TEXT = "The mill burned down on Monday. Nobody was hurt, said the mayor, Ann Lowe.\n\nIt was built in 1890.\n"


def test_compare_and_facts_use_what_was_set_right(tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(TEXT)
    b.write_text(TEXT.replace("1890", "1980"))
    home = tmp_path / "home"
    before = json.loads(sidebyline("compare", a, b, "--json", SIDEBYLINE_HOME=str(home)).stdout)
    assert before["a"]["source"] is None
    with Library.open(home) as library:
        library.corrections.make(ArticleSet(read(str(a))[0].id, "source", "Mill Post"))
    after = json.loads(sidebyline("compare", a, b, "--json", SIDEBYLINE_HOME=str(home)).stdout)
    assert after["a"]["source"] == "Mill Post"
    assert after["b"]["source"] is None
    facts = json.loads(sidebyline("facts", a, b, "--json", SIDEBYLINE_HOME=str(home)).stdout)
    assert [article["source"] for article in facts["articles"]] == ["Mill Post", None]
