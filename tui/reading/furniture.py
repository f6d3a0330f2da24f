"""What is not the story: captions, credits, promos, bylines, date lines. One role a paragraph.

A paragraph that is wrongly called furniture is left out of the diff, so doubt means `body`. Furniture
is told by its form (a label, an order to the reader, a credit in brackets, no full stop), never by
its topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.article import Role
from tui.reading.byline import byline_names, is_contribution
from tui.reading.dateline import is_date_line, is_placed_date
from tui.reading.outlet_lines import is_outlet_byline, named_outlet

_ORDER = re.compile(
    r"(?:"
    r"(?:read|see|learn|find out|hear) (?:more|also|next)\b(?! (?:than|and more|about it))|also read\b|"
    r"(?:related|recommended|more|watch|listen|video|see also|more from|more on|read|read next|in pictures)\s?:|"
    r"related (?:stories|articles|content|coverage)\b|"
    r"(?:click|tap|scroll|swipe) (?:here|below|through|on the|down)\b|"
    r"like what you(?:'|’)?re reading|story continues|article continues|continue reading|advertisement\b|"
    r"sign up(?: (?:for|to|now|here|today)\b|$)|subscribe(?: (?:to|now|here|today|for)\b|$)|"
    r"(?:newsletter|email) sign[ -]?up|"
    r"(?:follow|like|join) (?:us|me|our|@)|download (?:our|the)\b[^.]{0,60}\bapp\b|get (?:our|the)\b[^.]{0,60}\bapp\b|"
    r"view all\b[^.]{0,60}newsletters|you must select a newsletter|you agree to receive|thank you for subscribing|"
    r"(?:an error has occurred|invalid email address|please re-?enter|please try again later)\W*$|"
    r"we pay for your|do you have a (?:story|tip)|have (?:you got )?a (?:story|tip)\b|got a (?:story|tip)\b|"
    r"leave a (?:comment|reply)\b|e-?mail us\b|contact us\b|write to us\b|share this\b|"
    r"support (?:our|independent) journalism|"
    r"this (?:story|article|report|piece) (?:was )?(?:originally |first )+(?:appeared|published|ran)|"
    r"(?:copyright|\(c\)|©)\s?(?:©|\(c\))?\s?\d{4}|all rights reserved"
    r")",
)
"""In small letters, as all of its texts are before: to compile it takes a third less than with `re.I`."""
_INBOX = re.compile(
    r"\b(?:your inbox|subscribe now|sign up now|sign up (?:for|to) (?:our|the|my)\b[^.]{0,60}\bnewsletter|"
    r"our newsletter)\b",
    re.I,
)
_SHOUTED = re.compile(
    r"\b(?:(?:CLICK|TAP) HERE|SIGN (?:ME )?UP|SUBSCRIBE|(?:SHOP|BUY|JOIN|WATCH|ORDER) NOW|READ MORE|FOLLOW US|"
    r"DOWNLOAD)\b"
)
"""In capitals these are addressed to the reader wherever they stand in the line."""
_PIECE = re.compile(r"(?<=[.!?:]) +")
_QUOTED = re.compile(r"[“\"][^”\"\n]{0,600}[”\"]")
_LABEL = re.compile(
    r"(?:image|photo|picture|video|media|file)\s(?:copyright|caption|source|credit)\b|caption\s?:|"
    r"(?:image|photo|photograph|picture|illustration|video)(?: by| credit)?\s?:|photographs? by\b|"
    r"\d{1,3} of \d{1,3}(?:[.:]|$)|credit\s?:|"
    r"(?:getty|shutterstock|alamy)(?: images)?\b(?!')|file\s?(?:photo)?\s?[-–—:]\s",
    re.I,
)
_CREDIT = re.compile(
    r"[(\[][^()\[\]]{0,80}(?:/|\bphotos?\b|\bimages?\b|\bvia\b|\bcourtesy\b|\breuters\b|\bgetty\b|\bassociated press\b)"
    r"[^()\[\]]{0,80}[)\]]\.?$",
    re.I,
)
_PICTURED = re.compile(
    r"\((?:above |below |both )?pictured\b[^)]{0,60}\)|, pictured(?: \w+){0,3},|\((?:left|right|centre|center)\)"
)
_TWEET = re.compile(r"— [^—\n]{1,80}\(@\w{1,20}\) ")
_TERMINAL = re.compile(r"[.!?…。！？:;,][\"'”’»)\]]*$|[.!?…]\s?\([^()]{1,60}\)$")
_STOPS = frozenset(".!?…。！？:;,")
_BULLET = re.compile(r"(?:[-*•·–—]|\d{1,3}[.)])\s")
_LONGEST_PROMO = 60
"""Words: no order to the reader is longer, but a sign-up box may string several together."""
_LONGEST_HEADING = 9
"""Words of a heading between paragraphs; headlines at the top may have `_LONGEST_TITLE`."""
_LONGEST_TITLE = 30
_HEAD = 6
"""Paragraphs at the top among which the date of a page and the bylines stand."""
_LONGEST_LINK = 5
"""Words of a line of a masthead; headlines are seldom as short."""


def roles(paragraphs: Sequence[str]) -> list[Role]:
    """The role of each paragraph of one article, in order."""
    found = [_by_form(text, n, len(paragraphs)) for n, text in enumerate(paragraphs)]
    _alternative_texts(paragraphs, found)
    _masthead(paragraphs, found)
    title = _title(paragraphs, found)
    if title is not None:
        found[title] = "headline"
        _repeats(paragraphs, found, title)
        _outlet_line(paragraphs, found, title)
    _loose_lines(paragraphs, found)
    return found


def ends_like_prose(text: str) -> bool:
    """Whether a paragraph ends the way a sentence does."""
    end = text.rstrip()[-80:]
    return end[-1:] in _STOPS or bool(_TERMINAL.search(end))


def is_promo(text: str) -> bool:
    """Whether a paragraph speaks to the reader about the outlet: "read more", sign-up lines, where it appeared."""
    if text.count(" ") >= _LONGEST_PROMO:
        return len(text) < 1000 and sum(bool(_ORDER.match(piece)) for piece in _PIECE.split(text.lower())) >= 3
    if _ORDER.match(text.lstrip("▶►→➤>*•-–— \t🚨🔥👉").lower()):
        return True
    if not _may_invite(text):
        return False
    told = _QUOTED.sub("", text)
    return bool(_INBOX.search(told) or _SHOUTED.search(told))


def _may_invite(text: str) -> bool:
    """No match of `_INBOX` or `_SHOUTED` is without one of these words; to look for them first is ten times cheaper."""
    low = text.lower()
    invites = "inbox" in low or "sign" in low or "newsletter" in low or "subscribe" in low
    shouts = "NOW" in text or "MORE" in text or "HERE" in text or "SIGN" in text
    return invites or shouts or "SUBSCRIBE" in text or "FOLLOW" in text or "DOWNLOAD" in text


def is_caption(text: str) -> bool:
    """Whether a paragraph carries the label or the credit of a picture, or is an embedded post."""
    head, tail = text[:40], text.rstrip()[-170:]
    return bool(
        _LABEL.match(head)
        or (tail.endswith((")", "]", ").", "].")) and _CREDIT.search(tail))
        or (("(" in text or ", pictured" in text) and _PICTURED.search(text[:600]))
        or ("(@" in text and _TWEET.search(text[-200:]))
    )


def _by_form(text: str, place: int, count: int) -> Role:
    if is_date_line(text) or (place < _HEAD and is_placed_date(text)):
        return "date"
    if (place < _HEAD and (byline_names(text) or is_outlet_byline(text))) or (
        place >= count - 4 and is_contribution(text)
    ):
        return "byline"
    if is_promo(text):
        return "promo"
    return "caption" if is_caption(text) else "body"


def _alternative_texts(paragraphs: Sequence[str], found: list[Role]) -> None:
    """The description of a picture stands before its caption, without a full stop."""
    opening = next((n for n, role in enumerate(found) if role in ("body", "headline")), len(found))
    for n in range(opening + 1, len(found) - 1):
        if (
            found[n] == "body"
            and found[n + 1] == "caption"
            and not ends_like_prose(paragraphs[n])
            and not _is_quote(paragraphs[n])
        ) and len(paragraphs[n].split()) <= _LONGEST_TITLE:
            found[n] = "caption"


def _masthead(paragraphs: Sequence[str], found: list[Role]) -> None:
    """The name of the site and its links, over a date with the headline behind it."""
    date = next((n for n, role in enumerate(found[:_HEAD]) if role == "date"), 0)
    above = range(date)
    if date + 2 >= len(found) or found[date + 1] != "body" or ends_like_prose(paragraphs[date + 1]):
        return
    if len(paragraphs[date + 1].split()) > _LONGEST_TITLE or not any(named_outlet(paragraphs[n]) for n in above):
        return
    if all(len(paragraphs[n].split()) <= _LONGEST_LINK and not ends_like_prose(paragraphs[n]) for n in above):
        for n in above:
            found[n] = "byline" if named_outlet(paragraphs[n]) else "promo"


def _outlet_line(paragraphs: Sequence[str], found: list[Role], title: int) -> None:
    """Under the headline and beside the date: a line that names the outlet."""
    for n in range(title + 1, min(title + 4, len(found))):
        beside = {found[n - 1], found[n + 1] if n + 1 < len(found) else "body"}
        if found[n] == "body" and beside & {"date", "byline"} and named_outlet(paragraphs[n]):
            found[n] = "byline"


def _title(paragraphs: Sequence[str], found: Sequence[Role]) -> int | None:
    """The first line of the story where it is a headline: short, no full stop, a story behind it."""
    story = [n for n, role in enumerate(found) if role == "body"]
    if len(story) < 2:
        return None
    first = story[0]
    text = paragraphs[first]
    behind = any(len(paragraphs[n]) > len(text) and ends_like_prose(paragraphs[n]) for n in story[1:])
    if len(text.split()) > _LONGEST_TITLE or not behind or _BULLET.match(text):
        return None
    ends = ends_like_prose(text)
    if ends and not (
        text.rstrip().endswith(("?", "!", "'", "’", '"', "”")) and not text.rstrip()[:-1].endswith((".", ",", "!", "?"))
    ):
        return None
    if _is_quote(text) and ends:
        return None
    return first


def _repeats(paragraphs: Sequence[str], found: list[Role], title: int) -> None:
    """A headline that a page gives twice is a headline both times."""
    wanted = " ".join(paragraphs[title].split()).casefold()
    for n in range(title + 1, min(title + 4, len(found))):
        if found[n] == "body" and " ".join(paragraphs[n].split()).casefold() == wanted:
            found[n] = "headline"


def _loose_lines(paragraphs: Sequence[str], found: list[Role]) -> None:
    """Lines without a full stop in a text that has them: a short one alone is a heading, several are captions.

    Texts that do without full stops (lists, verse, other scripts) are left alone.
    """
    body = [n for n, role in enumerate(found) if role == "body"]
    prose = [n for n in body if ends_like_prose(paragraphs[n])]
    if len(prose) < 3 or len(prose) < 0.6 * len(body):
        return
    told = set(prose)
    loose = [n for n in body if n not in told and not _BULLET.match(paragraphs[n]) and n < len(found) - 1]
    loose_or_caption = {*loose, *(n for n, role in enumerate(found) if role == "caption")}
    for n in loose:
        words = len(paragraphs[n].split())
        grouped = n - 1 in loose_or_caption or n + 1 in loose_or_caption
        if n and found[n - 1] == "headline" and not grouped and words <= _LONGEST_TITLE:
            found[n] = "headline"
        elif grouped and words <= _LONGEST_TITLE:
            found[n] = "caption"
        elif words <= _LONGEST_HEADING:
            found[n] = "headline"


def _is_quote(text: str) -> bool:
    return text.lstrip()[:1] in {'"', "“", "„", "«"}
