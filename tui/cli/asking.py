"""What a comparison was asked for, for one pair or for a thousand, in this process or in another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from tui.cli.program import is_id, told_beside
from tui.cli.set_right import set_right
from tui.cli.trouble import Trouble
from tui.frozen import dataclass

if TYPE_CHECKING:
    from tui.article import Article
    from tui.comparing import Ignorable
    from tui.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of `compare` that change what comes out."""

    mode: Literal["auto", "tellings", "revision"]
    ignore: frozenset[Ignorable]
    context: tuple[str, ...]
    """Names of further articles of the story."""
    fail_on: frozenset[str]
    """Verdicts of which none may stand; empty: every difference counts."""
    texts: bool

    @property
    def document(self) -> dict[str, object]:
        """For the lines of a batch: a file that was made with other options is not gone on with."""
        fail_on = {"fail_on": sorted(self.fail_on)} if self.fail_on else {}
        return {"mode": self.mode, "ignore": sorted(self.ignore), "with": list(self.context), **fail_on}

    def comparison(self, a: str, b: str, read: Callable[[str], Article]) -> Comparison:
        """Two named articles compared. Articles of the library have the others of their story as context."""
        from tui.comparison import compare

        further = [read(path) for path in self.context]
        if is_id(a) and is_id(b):
            further += told_beside([a, b])
        one, other = read(a), read(b)
        with names_model_told():
            return compare(
                one,
                other,
                mode=self.mode,
                ignore=self.ignore,
                context=further,
                corrections=set_right([one, other, *further]),
            )

    def status(self, comparison: Comparison) -> int:
        """What `compare` ends with: 0 all is well, 1 they differ, or a verdict stands that must not."""
        if self.fail_on:
            return int(bool(self.failures(comparison)))
        return 0 if comparison.is_same else 1

    def failures(self, comparison: Comparison) -> int:
        """How many facts have a verdict that must not stand."""
        return sum(fact.verdict in self.fail_on for fact in comparison.facts or ())


def verdicts(names: str) -> frozenset[str]:
    """The verdicts that `--fail-on` names, with commas between."""
    from tui.verdicts import GRAVITY

    wanted = {name for name in names.replace(" ", "").split(",") if name}
    unknown = sorted(wanted - {*GRAVITY})
    if unknown:
        raise Trouble(f"--fail-on {unknown[0]}: not a verdict; name any of {', '.join(GRAVITY)}")
    return frozenset(wanted)


@contextmanager
def names_model_told() -> Iterator[None]:
    """Turns a names model that was asked for and is not there into one line."""
    from tui.facts.names.chosen import NoRecogniserError

    try:
        yield
    except NoRecogniserError as error:
        raise Trouble(str(error)) from error
