"""A ladder as values to draw: its rungs from the hardest down, the tries of each, and all of it in words."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.charts.spec import Table
from rewire_app.domain.lists.ladder_words import context_words, course_words, ladder_title, rung_words
from rewire_app.domain.lists.ladders import FearLadder, RungState, TriedStep, contexts
from rewire_app.i18n import _

MOST_DOTS = 12
"""So many tries of a step are drawn, the latest; the words and the table tell of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TryDot:
    """One try on the scale of fear, 0 to 10, and how many lie above it at the same place."""

    fear: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RungMark:
    """One rung: its step, a line of words, where it stands, the fear that was expected, and its tries."""

    uid: str
    step: str
    words: str
    state: RungState
    expected: int | None
    dots: tuple[TryDot, ...]

    @property
    def sentence(self) -> str:
        """The rung as it is said."""
        return f"{self.step}. {self.words}." if self.words else f"{self.step}."


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderChart:
    """The rungs from the top, with the sentence of the whole and its table; `below` stands under it."""

    name: str
    rungs: tuple[RungMark, ...]
    summary: str
    below: str
    table: Table


def ladder_chart(ladder: FearLadder) -> LadderChart:
    """What is drawn of `ladder`, for any number of steps and tries."""
    rungs = tuple(_mark(rung) for rung in ladder.rungs)
    below = course_words(ladder) if any(rung.dots for rung in rungs) else ""
    spoken = _("{n} steps, the hardest first.").format(n=len(rungs))
    return LadderChart(
        name=_("Ladder: {fear}").format(fear=ladder_title(ladder)),
        rungs=rungs,
        summary=" ".join(filter(None, (spoken, *(rung.sentence for rung in rungs), below))),
        below=below,
        table=_table(ladder),
    )


def _mark(rung: TriedStep) -> RungMark:
    return RungMark(
        uid=rung.step.uid,
        step=rung.step.step,
        words=rung_words(rung),
        state=rung.state,
        expected=rung.step.distress,
        dots=_dots(rung.fears[-MOST_DOTS:]),
    )


def _dots(fears: tuple[int, ...]) -> tuple[TryDot, ...]:
    """The tries; those of the same fear lie below each other."""
    placed: dict[int, int] = {}
    dots = []
    for fear in fears:
        placed[fear] = placed.get(fear, -1) + 1
        dots.append(TryDot(fear=fear, level=placed[fear]))
    return tuple(dots)


def _table(ladder: FearLadder) -> Table:
    headings = (_("Step"), _("Where it stands"), _("Expected fear"), _("Tries"), _("Places"), _("Fear"))
    states = {
        RungState.TAKEN: _("taken"),
        RungState.NEXT: _("next"),
        RungState.LATER: _("later"),
    }
    rows = tuple(
        (
            rung.step.step,
            states[rung.state],
            "" if rung.step.distress is None else str(rung.step.distress),
            str(len(rung.tries)),
            context_words(contexts(rung.tries)),
            _(", ").join(map(str, rung.fears)),
        )
        for rung in ladder.rungs
    )
    return Table(headings=headings, rows=rows)
