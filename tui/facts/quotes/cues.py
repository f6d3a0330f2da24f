"""The words that give speech to somebody: verbs of saying, and nouns for what was said or who is meant.

Written by hand from what English news prints; no list was taken over.
"""

from __future__ import annotations

SAY: frozenset[str] = frozenset(
    """said says spoke say tell insist warn argue explain believe admit write added adds wrote writes told tells
    claimed claims noted notes continued continues concluded concludes explained explains stated
    states announced announces admitted admits acknowledged acknowledges argued argues asked asks
    replied replies responded insisted insists warned warns tweeted posted commented comments
    remarked declared declares testified recalled recalls confirmed confirms denied denies reported
    reports revealed reveals suggested suggests believes thinks thought hoped joked quipped shouted
    yelled screamed cried whispered exclaimed observed pleaded urged vowed pledged promised pointed
    emphasized emphasised stressed reiterated repeated complained lamented praised predicted
    speculated conceded countered reads read apologized apologised boasted bragged blasted
    criticized criticised slammed condemned begged demanded mused summed wondered cautioned
    disclosed alleged alleges advised answered interjected agreed disagreed described describes
    called calls labelled labeled dubbed branded termed deemed cited cites citing accused issued
    ruled found listed tested diagnosed characterized characterised referred quoted hailed denounced
    dismissed likened rejected apologises apologizes stating saying adding telling claiming noting
    writing explaining describing calling acknowledging admitting insisting warning tweeting posting
    announcing declaring asking alleging arguing accusing joking referring branding labelling
    labeling hailing praising condemning criticizing criticising""".split()
)
"""Any of these near a quotation says that the words are somebody's."""

SURE: frozenset[str] = frozenset(
    """said says say tell insist warn argue explain believe admit write added adds wrote writes told tells
    claimed claims noted notes continued continues concluded concludes explained explains stated
    states announced admitted admits argued argues asked asks replied replies insisted insists
    warned warns tweeted posted commented remarked declared testified recalled recalls quipped joked
    exclaimed observed stressed emphasized emphasised reiterated repeated complained lamented
    conceded countered answered shouted yelled whispered cried screamed mused interjected agreed
    responded vowed read reads confirmed thought pleaded begged""".split()
)
"""These follow a quotation with their subject: "…," she said."""

INDIRECT: frozenset[str] = frozenset(
    """said says added claimed claims announced denied denies warned warns insisted insists argued argues
    stated noted explained admitted confirmed told acknowledged testified""".split()
)
"""These may open indirect speech."""

NOUNS: frozenset[str] = frozenset(
    """apology apologies statement letter tweet post remark remarks comment comments message speech
    interview words slogan report according plea warning jokes""".split()
)
"""These let a fragment be somebody's words even where no verb of saying stands beside it."""

DOCUMENTS: frozenset[str] = frozenset("statement letter post tweet message note memo email".split())
"""What "the … said" is the voice of the speaker named last; a report has other authors."""

COUPLE: frozenset[str] = frozenset("couple pair duo two spouses".split())

ORGANISATION: frozenset[str] = frozenset(
    """organization organisation company group charity nonprofit agency club airline bank team school
    university union party firm ministry department board zoo council committee association
    foundation court police network movement militant outlet newspaper magazine paper church
    hospital league government campaign administration""".split()
)

GENERIC: frozenset[str] = frozenset(
    "organization organisation company group charity nonprofit agency club airline bank firm foundation".split()
)
"""Of these, the ones that stand for whichever organisation was named last; "the government" does not."""

PERSON: frozenset[str] = frozenset(
    """actor actress singer star comedian director producer president minister chairman chairwoman chief
    coach mayor governor senator congressman congresswoman lawmaker politician candidate judge
    lawyer attorney officer doctor surgeon physician professor author writer artist player striker
    captain manager owner founder executive spokesman spokeswoman spokesperson man woman boy girl
    father mother husband wife brother sister son daughter widow sheriff prosecutor analyst
    economist king queen prince princess pope bishop rabbi secretary chancellor teenager billionaire
    businessman businesswoman entrepreneur pilot teacher student rapper musician lieutenant sergeant
    republican democrat attendant witness neighbour neighbor shopkeeper""".split()
)

SPOKES: frozenset[str] = frozenset(
    "spokesman spokeswoman spokesperson spokespeople representative representatives".split()
)

SKIPPED: frozenset[str] = frozenset(
    """also later then has have had reportedly first once even just still again never previously already
    earlier recently now both all who which that would himself herself""".split()
)
"""Words that may stand between a subject and its verb, besides those in -ly."""

FEMALE: frozenset[str] = frozenset(
    """she her wife mother sister daughter actress spokeswoman woman girl chairwoman congresswoman queen
    princess widow aunt niece girlfriend ms mrs miss lady grandmother policewoman businesswoman
    bride""".split()
)
MALE: frozenset[str] = frozenset(
    """he his him husband father brother son actor spokesman man boy chairman congressman king prince
    widower uncle nephew boyfriend mr sir lord grandfather policeman businessman groom""".split()
)

FEMALE_NAMES: frozenset[str] = frozenset(
    """adele alice alicia amanda amy ana andrea angela angelina anita ann anna anne annie april ashley
    audrey barbara beth betty beyonce brenda bridget britney camila carol caroline carrie catherine
    charlotte chloe christina christine cindy claire clara claudia cynthia daisy dana deborah debra
    debbie demi denise diana diane donna doris dorothy elaine eleanor elena elizabeth ella ellen
    emily emma erica erin eva eve evelyn fatima florence frances gabriela gail gemma gina gloria
    grace greta hannah harriet heather heidi helen hillary holly irene iris isabel jackie jane janet
    janice jasmine jean jennifer jenny jessica jill joan joanna josephine joyce judith judy julia
    julie karen kate katherine kathleen kathy katie kelly kim kimberly kristen laura lauren leslie
    linda lisa liz lori louise lucy lydia lynn madeleine margaret maria marie marilyn martha mary
    maya megan melanie melissa michelle mila mildred miranda molly monica nadia nancy naomi natalie
    nicole nina nora olivia pamela pam patricia paula pauline penny phoebe priya rachel rebecca rita
    roberta robin rosa rose ruth sally samantha sandra sara sarah sharon sheila shirley silvia sonia
    sophia sophie stella stephanie susan suzanne sylvia tamara tanya tara taylor teresa theresa tina
    tracy ursula valerie vanessa vera veronica victoria virginia vivian wendy yvonne zoe""".split()
)
MALE_NAMES: frozenset[str] = frozenset(
    """aaron adam adrian ahmed alan albert alex alexander alfred ali allen andrew andy angelo anthony
    antonio arnold arthur ashton barack barry ben benjamin bernard bill bob boris brad bradley
    brandon brendan brett brian bruce bryan carl carlos cecil chad charles charlie christian
    christopher clarence clifford colin connor craig curtis dale damian dan daniel danny darren dave
    david dean dennis derek diego dominic don donald doug douglas drew duncan dwayne dylan earl
    eddie edgar edward edwin elijah elliott emmanuel eric ernest ethan eugene evan felix fernando
    francis francisco frank fred frederick gareth gary gavin gene geoffrey george gerald gilbert
    glenn gordon graham greg gregory guy hans harold harry harvey hassan henry herbert howard hugh
    hugo ian isaac ivan jack jacob jake james jamie jared jason jay jeff jeffrey jeremy jerome jerry
    jesse jim jimmy joe joel john johnny jon jonathan jordan jorge jose joseph joshua juan julian
    justin karl keith ken kenneth kevin kurt kyle lance larry lee leo leonard leon lewis liam lloyd
    logan louis lucas luis luke malcolm marc marco marcus mario mark martin marvin matt matthew max
    michael miguel mike mitchell mohammed muhammad nathan neil nelson nicholas nick nigel noah
    norman oliver omar oscar owen patrick paul pedro pete peter phil philip rafael ralph randy
    raymond rex ricardo richard rick rob robert roberto rodney roger roland ron ronald ross roy
    russell ryan sam samuel scott sean sebastian sergio seth shane shaun simon stanley stephen steve
    steven stuart ted terry theodore thomas tim timothy todd tom tommy tony travis trevor tyler
    victor vincent vladimir walter warren wayne wesley will william zachary""".split()
)

CUES_OF_SUBJECTS: frozenset[str] = SAY | frozenset(
    """and or but that as while when because if so than then who which where what how why is was are were
    be been has have had will would could should may might did does do not""".split()
)
"""Words that no noun phrase reaches over."""

DETERMINERS: frozenset[str] = frozenset(
    "a an the another one some his her their its our several two three many both".split()
)
PREPOSITIONS: frozenset[str] = frozenset(
    """of for in at from with by near to on about after before against during inside behind under through over like
    into following including between""".split()
)
TRADES: frozenset[str] = frozenset(
    """agent friend colleague aide adviser advisor grandmother grandfather uncle aunt cousin partner
    girlfriend boyfriend expert scientist researcher official deputy commissioner ambassador leader
    fan resident user engineer farmer nurse activist victim survivor driver worker employee editor
    reporter journalist columnist presenter host model designer chef baker relative passenger
    customer tenant landlord guard soldier firefighter historian critic""".split()
)
"""Somebody, but nobody in particular: "the farmer" is not whoever spoke last."""
HEADS: frozenset[str] = PERSON | SPOKES | ORGANISATION | COUPLE | TRADES
"""Nouns that may speak."""
