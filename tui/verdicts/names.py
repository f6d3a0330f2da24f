"""Names of two articles held against each other. Naming is no claim: two articles agree on a name or not at all.

Descriptions of a person can differ without a conflict ("then-wife", "ex-wife"): the rule says what
differs and leaves the judgement to the reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.article import Article, Pair
from tui.facts import NAME_TYPES, Fact, Mention
from tui.facts.names.keys import Slips, key, one_slip, only_difference
from tui.verdicts.verdict import ComparedFact, Ground

_SMALL = frozenset("a an the of at on in for its his her their s".split())


def weigh_names(ground: Ground, facts_a: Sequence[Fact], facts_b: Sequence[Fact]) -> list[ComparedFact]:
    """One fact for each name, two where a side has it in furniture only. Other types of fact are passed over."""
    left, right = _by_name(facts_a), _by_name(facts_b)
    partners = _partners(left, right)
    weighed: list[ComparedFact] = []
    for name in sorted(left.keys() | {r for r in right if r not in partners.values()}):
        other = partners.get(name) if name in left else name
        weighed += _weighed(ground, left.get(name), right.get(other) if other else None)
    return weighed


def _by_name(facts: Sequence[Fact]) -> dict[tuple[str, str], Fact]:
    """By type and folded name. Two facts of one name are one."""
    found: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        if fact.type in NAME_TYPES:
            name = (fact.type, key(fact.about))
            known = found.get(name)
            found[name] = _merged(known, fact) if known else fact
    return found


def _merged(one: Fact, other: Fact) -> Fact:
    mentions = tuple(sorted({*one.mentions, *other.mentions}, key=lambda m: m.span))
    roles = tuple(sorted({*one.roles, *other.roles}, key=lambda m: m.span))
    return replace(one, mentions=mentions, roles=roles)


def _partners(
    left: dict[tuple[str, str], Fact], right: dict[tuple[str, str], Fact]
) -> dict[tuple[str, str], tuple[str, str]]:
    """For each name of A the same name in B: the same key, else one slip of the pen away where only one is."""
    partners = {name: name for name in left if name in right}
    free_a, free_b = sorted(left.keys() - right.keys()), sorted(right.keys() - left.keys())
    near_a, near_b = _near(free_a, free_b), _near(free_b, free_a)
    partners |= {a: bs[0] for a, bs in near_a.items() if len(bs) == 1 and near_b[bs[0]] == [a]}
    return partners


def _near(names: list[tuple[str, str]], others: list[tuple[str, str]]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """For each name those of `others` that may be the same, misspelt."""
    slips, known = Slips(name for _, name in others), set(others)
    return {
        a: [(a[0], name) for name in slips.near(a[1]) if (a[0], name) in known and _misspelt(a, (a[0], name))]
        for a in names
    }


def _misspelt(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Names of several words of which one differs by a letter; single words may be two names (Marie, Maria)."""
    if a[0] != b[0] or len(a[1].split()) < 2:
        return False
    differing = only_difference(a[1], b[1])
    return differing is not None and one_slip(*differing)


def _weighed(ground: Ground, a: Fact | None, b: Fact | None) -> Iterator[ComparedFact]:
    told_a = _told(ground.articles.a, a)
    told_b = _told(ground.articles.b, b)
    if a and b and told_a and told_b:
        yield _agreement(ground, a, b, told_a, told_b)
        return
    if a:
        yield _alone(a, "A", _why(a, "A", bool(told_a), "B", bool(b)))
    if b:
        yield _alone(b, "B", _why(b, "B", bool(told_b), "A", bool(a)))


def _told(article: Article, fact: Fact | None) -> list[Mention]:
    """The mentions in headline and body."""
    if fact is None:
        return []
    return [m for m in fact.mentions if not article.sentences[article.sentence_at(m.start)].is_furniture]


def _alone(fact: Fact, side: str, rule: str) -> ComparedFact:
    none: tuple[Mention, ...] = ()
    mentions, roles = Pair(fact.mentions, none), Pair(fact.roles, none)
    if side == "A":
        return ComparedFact(fact.type, fact.about, "only-a", rule, mentions, roles=roles)
    return ComparedFact(fact.type, fact.about, "only-b", rule, mentions.swapped(), roles=roles.swapped())


def _why(fact: Fact, here: str, in_story: bool, there: str, there_too: bool) -> str:
    if not in_story:
        return f"{here} names {fact.about} only beside the story, in a caption, byline or promotional line"
    if there_too:
        return f"{here} names {fact.about}; {there} does so only beside the story"
    return f"{here} names {fact.about}, {there} does not"


def _agreement(ground: Ground, a: Fact, b: Fact, told_a: list[Mention], told_b: list[Mention]) -> ComparedFact:
    rule = _spelling(a, b) + _roles_rule(a.roles, b.roles)
    return ComparedFact(
        a.type,
        min(a.about, b.about),
        "agree",
        rule,
        Pair(a.mentions, b.mentions),
        same_copy=_same_copy(ground, told_a, told_b),
        roles=Pair(a.roles, b.roles),
    )


def _line(mention: Mention) -> str:
    return " ".join(mention.text.split())


def _spelling(a: Fact, b: Fact) -> str:
    """How the two write the name, where no form is the same or the full forms differ by a letter."""
    forms_a, forms_b = ({key(m.text) for m in fact.mentions} for fact in (a, b))
    longest_a, longest_b = (max((_line(m) for m in fact.mentions), key=lambda t: (len(t), t)) for fact in (a, b))
    misspelt = _misspelt((a.type, key(longest_a)), (b.type, key(longest_b)))
    if forms_a & forms_b and not misspelt:
        return f"both name {min(a.about, b.about)}"
    return f'A writes "{longest_a}", B "{longest_b}": one name'


def _roles_rule(a: Sequence[Mention], b: Sequence[Mention]) -> str:
    """What the two call a person, where both call them something."""
    if not a or not b:
        return ""
    same = [m for m in a if any(_words(m) == _words(n) for n in b)]
    differ_a = [m for m in a if not any(_meet(m, n) for n in b)]
    differ_b = [m for m in b if not any(_meet(m, n) for n in a)]
    said = ""
    if same:
        said += f'; both say "{min(m.value for m in same)}"'
    if differ_a and differ_b:
        said += f'; A says "{differ_a[0].text}", B "{differ_b[0].text}"'
    return said


def _words(role: Mention) -> frozenset[str]:
    """The words that tell a description: "board chairman" is "chairman of the board"."""
    plain = role.value.replace("'s", " ").replace("-", "").split()
    return frozenset(word.removesuffix("s") for word in plain if word not in _SMALL)


def _meet(a: Mention, b: Mention) -> bool:
    """Whether one description holds the other."""
    x, y = _words(a), _words(b)
    return x <= y or y <= x


def _same_copy(ground: Ground, told_a: list[Mention], told_b: list[Mention]) -> bool:
    """Whether all that one side tells stands in words that both print."""
    sides = [[ground.copied_runs(side, m) for m in told] for side, told in enumerate((told_a, told_b))]
    both = {run for runs in sides[0] for run in runs} & {run for runs in sides[1] for run in runs}
    return any(all(not both.isdisjoint(runs) for runs in side) for side in sides)
