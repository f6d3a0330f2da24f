"""Words of one meaning: what news says in many words for one kind of thing or event.

Inflection is stripped, and words that news uses for the same kind of event or thing fall together (die, killed,
fatal). It refuses to guess at meaning beyond this list; a word that is not in it stands for itself.
"""

from __future__ import annotations

from functools import lru_cache

_KINDS = """
kill die dead death deadly fatal fatality lethal perish slain slay murder shoot_dead
wound injure injury hurt casualty maim
arrest detain custody apprehend detention
sentence jail imprison prison imprisonment
convict conviction verdict guilty
accuse allege accusation allegation accuser
resign resignation quit step_down stepping_down stepped_down steps_down
attack assault raid
strike airstrike air-strike
blast explosion explode bomb detonate bombing bomber
found establish create co-found cofound founder founding establishment
write letter wrote written
post upload publish share release online posting
air broadcast screen
dismiss oust ouster sack
crash collide collision wreck wreckage
say tell announce declare state statement announcement
acquire purchase takeover acquisition
buy bought
hire recruit
employee worker staff staffer
film movie picture
company firm business
person individual people civilian victim resident inhabitant somebody man men passenger
child kid boy girl toddler youngster baby infant youngster children schoolboy schoolgirl son daughter
troop soldier serviceman servicemen
home house
car vehicle truck lorry automobile van
digger excavator
fire blaze wildfire
protest demonstrate demonstration protester demonstrator
vote ballot
elect election
win victory triumph won
lose loss lost
rise increase grow growth climb surge jump gain
fall drop decline decrease plunge slump sink fell
charge hit cost
earn profit income earnings revenue
tax levy
donate donation give charity contribute contribution charitable
pay paid payment payout
begin start commence began
end finish conclude
open opening
arrive arrival
leave depart departure left
rescue save rescuer
trap stick stuck
dig dug
well shaft
abandon unused disused desert deserted
evacuate evacuation flee fled
draft pick
sue lawsuit suit
settle settlement
deep depth
wide width diameter diametre
long length
tall height high
weigh weight
play player
train training
apologise apology apologize
meet meeting met
visit trip
marry marriage wedding wed
bear birth born birthday
retire retirement
appoint appointment name
sign signature
agree agreement deal accord
approve approval
report reporting
record recorded
sell sale sold
launch unveil introduce
discover discovery find
build construct construction built
destroy destruction
damage harm
flight fly flew
survive survivor survival
season year
female woman women
male man men
american us u.s
rate percentage percent per_cent
share stock
home house household
infect infection
vaccinate vaccine vaccination
refugee migrant asylum-seeker
poll survey
warn warning
ban prohibit prohibition
close closure shut
murder killing
rape rapist
file filing lodge submit disclose disclosure
hour minute
search hunt
travel journey
speak speech spoke
study research
teach teacher taught
hospital hospitalise hospitalize
storm hurricane typhoon cyclone
earthquake quake tremor
flood flooding
"""

STOP = frozenset(
    """a an the and or but nor so yet of in on at by for from to with without into onto over under about after
    before since until till during between among through as if than then that this these those there here it its he
    she they them him her his hers their theirs we us our i my me you your who whom whose which what when where why
    how is are was were be been being am do does did done have has had having will would can could may might must
    shall should not no n't s t re ve d ll m also just only even still too very more most less least much many some
    any all both each every other another such own same again once now up down out off according while because
    however although though including include around nearly almost roughly say said says tell told add added mr mrs
    ms dr one new first last next year years month months week weeks day days hour hours minute minutes time times
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december get got make made take took come came go went back put like well per part""".split()
)

_DISMISSED = frozenset("fired firing sacked sacking dismissed dismissal ousted ouster".split())
"""Not the kind of the fire that burns."""

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "wrote": "write", "written": "write",
    "began": "begin", "begun": "begin", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise", "won": "win",
    "lost": "lose", "paid": "pay", "sold": "sell", "bought": "buy", "built": "build", "found": "find", "left": "leave",
    "met": "meet", "dug": "dig", "stuck": "stick", "died": "die", "dying": "die", "shot": "shoot", "sent": "send",
    "gave": "give", "given": "give", "grew": "grow", "grown": "grow", "flew": "fly", "flown": "fly", "spoke": "speak",
    "spoken": "speak", "held": "hold", "struck": "strike", "stole": "steal", "stolen": "steal", "born": "bear",
    "broke": "break", "broken": "break", "drove": "drive", "driven": "drive", "ran": "run", "saw": "see", "seen": "see",
    "feet": "foot", "lives": "life", "wives": "wife", "series": "series", "species": "species", "fled": "flee",
    "wed": "marry", "swore": "swear", "sworn": "swear", "slain": "slay", "taught": "teach", "led": "lead",
}  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its inflection, in lower case: "sentencing", "sentenced" and "sentences" are one."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").strip("'")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for suffix in ("ing", "ed"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and any(c in "aeiouy" for c in word[: -len(suffix)]):
            return _undouble(word[: -len(suffix)])
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return _undouble(word[:-1])
    return _undouble(word)


def _undouble(word: str) -> str:
    """One form for "plan", "plann-" and "plane", so that "planned" meets "plan"."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    if len(word) > 3 and word.endswith("y"):
        return word[:-1] + "i"
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _classes() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _KINDS.strip().splitlines():
        kind, *rest = line.split()
        for word in (kind, *rest):
            table.setdefault(stem(word), table.get(stem(kind), kind))
            table.setdefault(word, table[stem(word)])
    return table


_CLASS = _classes()
EVENTS = frozenset(_CLASS.values())
"""The kinds that words of the list above fall into, each named by its first word."""

_THINGS = frozenset(
    """person child troop home car digger company employee film tax female male american share season hour hospital deep
    wide long tall high rate earn charge well say report refugee study story teacher year weigh player house
    damage""".split()
)
ACTIONS = EVENTS - _THINGS
"""The kinds that say what happened, without those that say who or what."""


@lru_cache(maxsize=8192)
def kind_of(word: str) -> str:
    """The kind a word falls into, or its stem."""
    low = word.lower()
    root = stem(word)
    if low in ("founded", "co-founded", "cofounded"):
        return "found"
    if low in _DISMISSED:
        return "dismiss"
    if low == "found":
        return "discover"  # of "find": who founds something founded it
    if low in ("building", "buildings"):
        return "building"
    return _CLASS.get(low) or _CLASS.get(root) or root
