"""How well articles of known events are grouped, where the real articles are beside this checkout."""

from __future__ import annotations

import json
import random
from itertools import combinations

import pytest

from tests.library.telling import article
from tests.shared import FOLDER
from tui.article import Article
from tui.library import Library
from tui.reading import read_all

pytestmark = pytest.mark.skipif(
    not (FOLDER / "data" / "ecb-sentences.jsonl").is_file(),
    reason="the real articles (../shared/events, ../shared/data) are not beside this checkout",
)


def gathered() -> tuple[list[tuple[str, Article]], list[tuple[str, Article]]]:
    """Event and article: few events from files, many from the sentences of a corpus."""
    few, many = [], []
    for a in read_all([FOLDER / "events", FOLDER / "seeds"])[0]:
        name = (a.path or "").rpartition("/")[2]
        few.append((name[:2] if "/events/" in (a.path or "") else "seeds", a))
    for line in (FOLDER / "data" / "ecb-sentences.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        words = " ".join(record["sentences"]).replace(" 's", "'s").replace("``", '"').replace("''", '"')
        many.append((f"topic {record['topic']}", article(words)))
    return few, many


def pairwise_f1(labelled: list[tuple[str, Article]]) -> float:
    """Of the pairs of articles in one story, against the pairs of one event."""
    library = Library.in_memory()
    library.articles.add(a for _, a in labelled)
    library.stories.group()
    placed = [(event, library.stories.of(library.articles.load(a.id).id)) for event, a in labelled]
    library.close()
    hits = wrong = missed = 0
    for (event, story), (other_event, other_story) in combinations(placed, 2):
        hits += event == other_event and story == other_story
        wrong += event != other_event and story == other_story
        missed += event == other_event and story != other_story
    return 2 * hits / (2 * hits + wrong + missed)


@pytest.mark.parametrize("seed", [1, 2])
def test_known_events(seed: int) -> None:
    few, many = gathered()
    rng = random.Random(seed)
    everything = few + many
    rng.shuffle(few)
    rng.shuffle(everything)
    of_few, of_all = pairwise_f1(few), pairwise_f1(everything)
    print(f"\npairwise F1: {of_few:.3f} of {len(few)} articles, {of_all:.3f} of {len(everything)}")
    assert of_few >= 0.90
    assert of_all >= 0.90
