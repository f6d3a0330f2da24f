"""Compare: linking and unlinking sentences by hand, and setting right what the facts say."""

from __future__ import annotations

from collections.abc import Sequence

from tui.article import Article
from tui.corrections import LinkSet, normalised
from tui.facts import FactType
from tui.rows import Row, Side
from tui.screens.choice import Choice
from tui.screens.judging import JudgingScreen
from tui.screens.setting_right import Claim, SettingRight


class CorrectingScreen(SettingRight, JudgingScreen):
    """The compare screen's keys for what the reader knows better."""

    linking: tuple[Side, int] | None = None
    """One end of a link that is being made."""

    def told(self) -> Sequence[tuple[str, Article]]:
        return list(zip("AB", self.comparison.articles if self.comparison else self.pair, strict=True))

    def claims(self) -> Sequence[Claim]:
        index, comparison = self.panel.fact, self.comparison
        if index is None or comparison is None or not (self.texts_show_fact or self.focused is self.panel):
            return []
        fact = self.facts[index]
        sides = zip("AB", comparison.articles, fact.mentions, fact.speaker, strict=True)
        return [Claim(side, article, fact.type, said, who) for side, article, said, who in sides if said]

    def names(self, of: FactType) -> Sequence[Claim]:
        comparison = self.comparison
        if comparison is None:
            return []
        found: dict[str, Claim] = {}
        for fact in self.facts:
            if fact.type == of:
                for side, article, said in zip("AB", comparison.articles, fact.mentions, strict=True):
                    if said:
                        found.setdefault(said[0].value, Claim(side, article, of, said))
        return [found[name] for name in sorted(found)]

    def action_link_by_hand(self) -> None:
        """On two sentences that are linked: unlinks them, or begins another link; on one alone: begins a link; with
        one begun: makes it."""
        row = self.texts.row
        if self.comparison is None or row is None or row.hidden or not (row.a or row.b):
            return self.hint("Go to a sentence first")
        if self.linking is not None:
            return self._link_with(row)
        if row.a and row.b and row.kind not in ("furniture", "plain"):
            return self._ask_of_link(row)
        return self._begin_link("a" if row.a else "b", (row.a or row.b)[0])

    def _ask_of_link(self, row: Row) -> None:
        choices = [
            Choice("part", "These do not tell the same: unlink them"),
            Choice("a", "Link A's sentence with another one of B"),
            Choice("b", "Link B's sentence with another one of A"),
        ]

        pair = self.pair

        def take(names: list[str] | None) -> None:
            if self.pair is not pair:
                self.hint("The articles have changed meanwhile")
            elif names == ["part"]:
                self._keep_links([(i, j) for i in row.a for j in row.b], linked=False)
            elif names == ["a"]:
                self._begin_link("a", row.a[0])
            elif names == ["b"]:
                self._begin_link("b", row.b[0])

        self.let_choose("Links by hand (u undoes)", choices, take)

    def _begin_link(self, side: Side, sentence: int) -> None:
        if self.comparison is not None:
            article = self.comparison.a if side == "a" else self.comparison.b
            if article.sentences[sentence].is_furniture:
                return self.hint("Only the story is linked; R in the reader sets what a paragraph is")
        self.linking = (side, sentence)
        self.paint_status()
        return None

    def _link_with(self, row: Row) -> None:
        """Makes the link that was begun with the other side's sentence of this row."""
        side, sentence = self.linking or ("a", 0)
        there = row.b if side == "a" else row.a
        if not there:
            return self.hint(f"Go to a sentence of {'B' if side == 'a' else 'A'}, then press Enter")
        self.linking = None
        self._keep_links([(sentence, there[0]) if side == "a" else (there[0], sentence)], linked=True)
        return self.paint_status()

    def _keep_links(self, pairs: Sequence[tuple[int, int]], *, linked: bool) -> None:
        if self.comparison is None:
            return
        a, b = self.comparison.articles
        made = [LinkSet(normalised(a.text_of(i)), normalised(b.text_of(j)), linked) for i, j in pairs]
        self.keep_corrections(made, "linked two sentences" if linked else "unlinked two sentences")

    def linking_words(self) -> str:
        """What the status line says while a link is made."""
        side, sentence = self.linking or ("a", 0)
        there = "B" if side == "a" else "A"
        number = self.texts.numbers(side)[sentence]
        return f"Linking {side.upper()} {number} with … go to a sentence of {there}: Enter links, Esc leaves it"

    def action_open(self) -> None:
        """Enter on the other end of a link that was begun makes it."""
        row = self.texts.row
        if self.linking is not None and self.focused is not self.panel and row is not None and not row.hidden:
            return self._link_with(row)
        return super().action_open()

    def action_close(self) -> None:
        if self.linking is not None:
            self.linking = None
            self.paint_status()
        else:
            super().action_close()
