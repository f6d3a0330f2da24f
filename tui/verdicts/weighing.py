"""All kinds of facts of two articles, each weighed by the module of its kind."""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article, Pair, Span
from tui.comparing import Alignment
from tui.facts import NAME_TYPES, Fact, FactType
from tui.facts.budget import read_part
from tui.verdicts.ages import weigh_ages
from tui.verdicts.dates import weigh_dates
from tui.verdicts.matching import MOST
from tui.verdicts.names import weigh_names
from tui.verdicts.quantities import weigh_quantities
from tui.verdicts.quotes import weigh_quotes
from tui.verdicts.verdict import GRAVITY, ComparedFact, Ground

_SAID: tuple[FactType, ...] = ("quote", "statement")


def weighed(
    a: Article, b: Article, facts_a: Sequence[Fact], facts_b: Sequence[Fact], alignment: Alignment
) -> tuple[ComparedFact, ...]:
    """See `tui.verdicts.weigh`."""
    a, b = read_part(a), read_part(b)
    ground = Ground(Pair(a, b), alignment, Pair(_quoted(facts_a), _quoted(facts_b)))
    compared = [
        *weigh_dates(ground, _of(facts_a, "date"), _of(facts_b, "date")),
        *weigh_quantities(ground, _of(facts_a, "quantity"), _of(facts_b, "quantity")),
        *weigh_ages(ground, _of(facts_a, "age"), _of(facts_b, "age")),
        *weigh_names(ground, _of(facts_a, *NAME_TYPES), _of(facts_b, *NAME_TYPES)),
        *weigh_quotes(ground, _of(facts_a, *_SAID), _of(facts_b, *_SAID)),
    ]
    return tuple(sorted(compared, key=_order))


def limits(facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> tuple[str, ...]:
    """See `tui.verdicts.weighing_limits`."""
    return tuple(
        f"{side} tells so many {noun} that only the first {MOST:,} of them were held against the other article's."
        for side, facts in zip("AB", (facts_a, facts_b), strict=True)
        for kind, noun in (("date", "dates"), ("quantity", "numbers"), ("age", "ages"))
        if sum(fact.type == kind for fact in facts) > MOST
    )


def _of(facts: Sequence[Fact], *types: FactType) -> list[Fact]:
    return [fact for fact in facts if fact.type in types]


def _quoted(facts: Sequence[Fact]) -> tuple[Span, ...]:
    return tuple(sorted(m.span for fact in facts if fact.type == "quote" for m in fact.mentions))


def _order(fact: ComparedFact) -> tuple[int, int, int, str]:
    """Gravest first, then by place in A, then in B."""
    first = [mentions[0].start if mentions else -1 for mentions in fact.mentions]
    return GRAVITY.index(fact.verdict), first[0] if first[0] >= 0 else first[1], first[1], fact.type
