"""What the words of a date say before anything is known of the day they were written on."""

from __future__ import annotations

from dataclasses import replace

from tui.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields that the words give; `None` where they do not. Resolving turns it into an EDTF value."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    shift: int | None = None
    """With a weekday or a `unit`: -1 last, 0 this, 1 next."""
    unit: str | None = None
    """day, week, weekend, month, quarter, year, decade, spring … winter."""
    rolling: bool = False
    """"The past week" is the seven days up to now, "last week" the week before this one."""
    ago: float | None = None
    """Units back from the day of writing."""
    season: int | None = None
    quarter: int | None = None
    holiday: str | None = None
    decade: int | None = None
    """Its first year."""
    century: int | None = None
    edge: str | None = None
    """early, mid, late: a part of the period."""
    part: str | None = None
    """A part of the day."""
    minute: int | None = None
    """Of the day."""
    zone: str | None = None
    hedge: str | None = None
    """`~` about, `>` more than or at least so long ago, `<` less."""
    until: Reading | None = None
    """The end of a range."""
    words: bool = False
    """Said of something that only the text tells ("a day after"): the value is the words."""

    @property
    def is_clock(self) -> bool:
        return self.minute is not None or (self.part is not None and not self.has_day)

    @property
    def has_day(self) -> bool:
        return self.weekday is not None or self.day is not None or self.holiday is not None or (self.unit == "day")

    @property
    def grain(self) -> str:
        """What two ends of a range have to share; "" for what has no place in one."""
        if self.words or self.until or self.unit or self.holiday:
            return ""
        if self.minute is not None:
            return "time"
        if self.month:
            return "day" if self.day else "month"
        return "weekday" if self.weekday is not None else "year" if self.year else ""

    def joined(self, other: Reading) -> Reading | None:
        """Both said of one moment ("Friday" and "5 p.m."), or `None` where they do not go together."""
        if self.words or other.words or self.until or other.until:
            return None
        if self.is_clock and other.has_day and other.minute is None:
            return replace(
                other, minute=self.minute, part=self.part or other.part, zone=self.zone, hedge=self.hedge or other.hedge
            )
        if other.is_clock and self.has_day and self.minute is None:
            return other.joined(self)
        if self.weekday is not None and other.day is not None and self.day is None and other.weekday is None:
            return replace(
                other, weekday=self.weekday, part=self.part or other.part, minute=self.minute, zone=self.zone
            )
        if other.weekday is not None and self.day is not None and self.weekday is None and other.day is None:
            return other.joined(self)
        return None
