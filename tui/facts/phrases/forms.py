"""Forms of verbs: which words are past forms, and the past participle of a form that stands in a text."""

from __future__ import annotations

_IRREGULAR = """
be was been|become became become|begin began begun|bite bit bitten|break broke broken|bring brought brought
build built built|buy bought bought|catch caught caught|choose chose chosen|come came come|cost cost cost|cut cut cut
deal dealt dealt|dig dug dug|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt felt
fight fought fought|find found found|flee fled fled|fly flew flown|get got got|give gave given|go went gone
grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt
keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|lie lay lain|lose lost lost
make made made|mean meant meant|meet met met|pay paid paid|put put put|quit quit quit|read read read|ride rode ridden
ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent
set set set|shake shook shaken|shoot shot shot|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slide slid slid
speak spoke spoken|spend spent spent|split split split|spread spread spread|stand stood stood|steal stole stolen
stick stuck stuck|strike struck struck|swear swore sworn|sweep swept swept|swim swam swum|take took taken
teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|wear wore worn|win won won
withdraw withdrew withdrawn|write wrote written
"""
_TABLE = [tuple(entry.split()) for line in _IRREGULAR.strip().splitlines() for entry in line.split("|")]
PAST = frozenset(form for _, *past in _TABLE for form in past) - {"been", "was", "had", "lay", "read"}
"""Irregular past forms."""
BASES = frozenset(base for base, _, _ in _TABLE)
_PARTICIPLE = {form: entry[2] for entry in _TABLE for form in entry}
_NO_PAST = frozenset(
    """hundred speed need indeed bed feed seed united red armed shed led breed creed weed exceed proceed succeed sacred
    kindred embed sled bled deed greed naked wicked rugged beloved so-called alleged""".split()
)
_VOWELS = "aeiou"


def is_past(low: str) -> bool:
    """Whether a word in lower case looks like a past form: "founded", "wrote"."""
    return low in PAST or (low.endswith("ed") and len(low) >= 4 and low not in _NO_PAST and not low.endswith("eed"))


def participle(low: str) -> str | None:
    """ "killing", "killed" and "kills" → "killed"; "writing" → "written". `None` for what has no such form."""
    if low in _PARTICIPLE:
        return _PARTICIPLE[low]
    if is_past(low):
        return low
    if low.endswith("ing") and len(low) > 5:
        root = low[:-3]
        return next((_PARTICIPLE[b] for b in (root, f"{root}e", root[:-1]) if b in _PARTICIPLE), _ed(root))
    if low.endswith("s") and len(low) > 3 and not low.endswith("ss"):
        root = low[:-3] + "y" if low.endswith("ies") else low[:-1]
        bare = root.removesuffix("e") if root.endswith(("she", "che", "xe")) else root
        return _PARTICIPLE.get(root) or _PARTICIPLE.get(bare) or _ed(bare)
    return None


def _ed(root: str) -> str:
    if root.endswith("y") and root[-2] not in _VOWELS:
        return root[:-1] + "ied"
    return root + ("d" if root.endswith("e") else "ed")
