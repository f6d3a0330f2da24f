"""What the JSON promises of any two articles: coverage, offsets, mirror, and no change by the shape of quotes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.schema import check
from tests.shared import FOLDER, needs_seeds
from tui import compare, read
from tui.article import Article
from tui.reading.plain import read_plain

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
PAIRS = list(combinations(SEEDS, 2))
MIRRORED = {"only-a": "only-b", "only-b": "only-a"}

SENTENCES = [
    "The mayor of Harbour City resigned on Friday after 12 years in office.",
    "Mayor Ann Ruiz stepped down on 15 September 2023, her office said.",
    "“I want to apologise to everyone,” Ruiz said. “It was an error in judgment.”",
    'Ruiz wrote: "I want to apologise to all of you. It was an error."',
    "The trust was founded in 2009 by Ruiz and her then-husband.",
    "Ruiz founded the trust in 2012 with her ex-husband, Tom Roe.",
    "Nearly 50 people wrote to the judge.",
    "Almost 50 others sent letters, among them two ministers.",
    "He was sentenced to 30 years to life last week.",
    "READ MORE: Mayor under pressure",
    "\n\n",
    "It is over.",
    "Der Bürgermeister ist zurückgetreten.",
    "記者会見が行われた。",
]


def article(text: str) -> Article:
    return read_plain(text, path=None, sha256="")


def check_document(document: dict[str, Any]) -> None:
    check(document, "comparison")
    for side in ("a", "b"):
        text, sentences = document[side]["text"], document[side]["sentences"]
        story = {n for n, s in enumerate(sentences) if s["role"] in ("headline", "body")}
        linked = {n for link in document["links"] for n in link[side]}
        only = set(document[f"only_{side}"])
        assert linked | only == story
        assert not linked & only
        primary = [n for link in document["links"] if link["primary"] for n in link[side]]
        assert len(primary) == len(set(primary))
        for link in document["links"]:
            check_edits(link["edits"], side, [sentences[n] for n in link[side]], text)
        for fact in document["facts"]:
            for mention in fact[side]:
                assert text[mention["start"] : mention["end"]] == mention["text"] != ""


def check_edits(edits: list[dict[str, Any]], side: str, sentences: list[dict[str, Any]], text: str) -> None:
    """The spans of a side cover each of its sentences in reading order, and none reaches over two."""
    spans = [tuple(edit[side]) for edit in edits if edit[side][0] < edit[side][1]]
    assert all(p[1] <= q[0] for p, q in pairwise(spans))
    covered = {n for s, e in spans for n in range(s, e) if not text[n].isspace()}
    assert covered == {n for s in sentences for n in range(s["start"], s["end"]) if not text[n].isspace()}
    starts = [s["start"] for s in sentences]
    assert not any(s < start < e for s, e in spans for start in starts)


def mirrored(document: dict[str, Any]) -> dict[str, Any]:
    """The same document with A and B exchanged, in an order that does not depend on the side."""
    swapped = dict(document)
    swapped["a"], swapped["b"] = document["b"], document["a"]
    swapped["only_a"], swapped["only_b"] = document["only_b"], document["only_a"]
    swapped["links"] = [{**link, "a": link["b"], "b": link["a"], "edits": None} for link in document["links"]]
    swapped["facts"] = [
        {**fact, "a": fact["b"], "b": fact["a"], "verdict": MIRRORED.get(fact["verdict"], fact["verdict"])}
        for fact in document["facts"]
    ]
    return swapped


def claims(document: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """Links and verdicts, without the wording that names the sides."""
    links = sorted(
        (link["a"], link["b"], link["kind"], link["moved"], link["primary"], round(link["similarity"], 9))
        for link in document["links"]
    )
    facts = sorted((f["type"], f["verdict"], f["same_copy"], spans(f["a"]), spans(f["b"])) for f in document["facts"])
    return links, facts


def spans(mentions: Iterable[dict[str, Any]]) -> list[tuple[int, int]]:
    return sorted((m["start"], m["end"]) for m in mentions)


def hold_contract(a: Article, b: Article) -> None:
    document = compare(a, b).to_json()
    check_document(document)
    assert claims(mirrored(compare(b, a).to_json())) == claims(document)


@pytest.mark.parametrize(("a", "b"), PAIRS, ids=lambda path: path.stem)
def test_the_samples_hold_the_contract(a: Path, b: Path) -> None:
    hold_contract(read(a)[0], read(b)[0])


@needs_seeds
@pytest.mark.parametrize("folder", ["seeds", "events"])
def test_the_real_articles_hold_the_contract(folder: str) -> None:
    paths = sorted((FOLDER / folder).glob("*.txt"))
    for a, b in list(pairwise(paths))[:12]:
        hold_contract(read(a)[0], read(b)[0])


def written(sentences: list[str]) -> str:
    return " ".join(sentences)


TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=9).map(written) | st.text(max_size=80)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_any_two_texts_hold_the_contract(a: str, b: str) -> None:
    hold_contract(article(a), article(b))


CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@pytest.mark.parametrize(("a", "b"), PAIRS[:3], ids=lambda path: path.stem)
def test_line_ends_and_the_shape_of_quotes_change_nothing(a: Path, b: Path, tmp_path: Path) -> None:
    text = a.read_text("utf-8")
    partner = read(b)[0]
    before = claims(compare(article(text), partner).to_json())
    assert claims(compare(article(text.translate(CURLY)), partner).to_json()) == before
    windows = tmp_path / "windows.txt"
    windows.write_bytes(text.replace("\n", "\r\n").encode())
    assert claims(compare(read(windows)[0], partner).to_json()) == before


def test_the_founding_year_is_a_conflict_where_the_samples_disagree() -> None:
    daily = read(SEEDS[0].parent / "national-daily.txt")[0]
    for other in ("broadcaster", "regional-daily", "celebrity-weekly"):
        facts = compare(daily, read(SEEDS[0].parent / f"{other}.txt")[0]).facts or ()
        conflicts = [fact for fact in facts if fact.verdict == "conflict"]
        assert [{m.value for m in side} for fact in conflicts for side in fact.mentions] == [{"2012"}, {"2009"}]
        assert "2012" in conflicts[0].rule
        assert "2009" in conflicts[0].rule
