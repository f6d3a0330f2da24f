"""What two or more tellings make of a fact: agreement, conflict, or told by one only."""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.comparing import Alignment
from tui.facts import Fact
from tui.verdicts.verdict import GRAVITY, SIGNS, ComparedFact, Ground, Verdict

__all__ = ["GRAVITY", "SIGNS", "ComparedFact", "Ground", "Verdict", "weigh", "weighing_limits"]


def weigh(
    a: Article, b: Article, facts_a: Sequence[Fact], facts_b: Sequence[Fact], alignment: Alignment
) -> tuple[ComparedFact, ...]:
    """Holds the facts of A against those of B, gravest verdict first.

    Swapping the two sides swaps the sides of every verdict and changes nothing else but the order of what is
    equally grave.
    """
    from tui.verdicts.weighing import weighed  # as `find_facts`: not before it is asked for

    return weighed(a, b, facts_a, facts_b, alignment)


def weighing_limits(facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> tuple[str, ...]:
    """What `weigh` did not hold against each other because there is too much of it, each a plain sentence."""
    from tui.verdicts.weighing import limits

    return limits(facts_a, facts_b)
