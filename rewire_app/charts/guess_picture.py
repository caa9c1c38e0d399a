"""What was guessed and what came, as values: a mark for each bin, all that is said of them, and a table.

Feared and hoped for are two pictures, never one. Below ten answers the guesses themselves stand on a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rewire_app.charts.spec import Table
from rewire_app.i18n import _, ngettext
from rewire_app.insight.calibration import (
    MIN_GUESSES,
    AnsweredGuess,
    Calibration,
    GuessBin,
    GuessStanding,
    calibrate,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BinMark:
    """One bin: where its guesses stand and how many came of them, both 0 to 1, and what fits so few.

    `words`: the bin as a sentence.
    """

    guessed: float
    came: float
    low: float
    high: float
    count: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BinCount:
    """How many came in a bin, under the middle of it (0 to 1); "" where there are none."""

    middle: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """One guess on the line: its chance, 0 to 1, whether it came, and how many lie below it there."""

    guessed: float
    came: bool
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessPicture:
    """The answered guesses of one sort; `marks` is empty while there are too few, `line` afterwards.

    `sentence`: what they say. `limits`: what that cannot say. `summary`: all of it for a screen reader.
    """

    count: int
    title: str
    marks: tuple[BinMark, ...]
    counts: tuple[BinCount, ...]
    line: tuple[LineMark, ...]
    sentence: str
    limits: str
    summary: str
    table: Table

    @property
    def drawn(self) -> bool:
        """Whether there are enough for the curve."""
        return self.count >= MIN_GUESSES


def guess_picture(guesses: Sequence[AnsweredGuess], *, hoped: bool) -> GuessPicture:
    """The picture of `guesses`, the oldest first; builds for none, one and thousands."""
    found = calibrate(guesses)
    enough = found.standing is not None
    marks = tuple(_mark(one) for one in found.bins if one.drawn) if enough else ()
    sentence = _sentence(found, hoped=hoped)
    title = _("What you hoped for, and what came") if hoped else _("What you feared, and what came")
    told = [mark.words for mark in marks] or [_line_words(guesses)]
    return GuessPicture(
        count=found.count,
        title=title,
        marks=marks,
        counts=tuple(_count(one) for one in found.bins) if enough else (),
        line=() if enough else _line(guesses),
        sentence=sentence,
        limits=_limits(enough=enough),
        summary=" ".join(filter(None, (sentence, *told))),
        table=_table(found),
    )


def _share(one: GuessBin) -> tuple[float, float, float]:
    """What came of a bin that has guesses, and from where to where fits, 0 to 1."""
    assert one.fits is not None, "a bin with guesses has a range"
    return one.came / one.count, *one.fits


def _mark(one: GuessBin) -> BinMark:
    assert one.mean is not None, "a bin with a mark has guesses"
    came, low, high = _share(one)
    words = _("{bin}: {came} of {n} came. From {low}% to {high}% fits so few.").format(
        bin=_bin_words(one), came=one.came, n=one.count, low=_percent(low), high=_percent(high)
    )
    return BinMark(guessed=one.mean / 100, came=came, low=low, high=high, count=one.count, words=words)


def _percent(share: float) -> int:
    return round(100 * share)


def _bin_words(one: GuessBin) -> str:
    """ "Guesses of 60% to 79%"; the last bin has 100% in it."""
    high = one.high if one.high == 100 else one.high - 1
    return _("Guesses of {low}% to {high}%").format(low=one.low, high=high)


def _count(one: GuessBin) -> BinCount:
    words = _("{came} of {n}").format(came=one.came, n=one.count) if one.count else ""
    return BinCount(middle=(one.low + one.high) / 200, words=words)


def _line(guesses: Sequence[AnsweredGuess]) -> tuple[LineMark, ...]:
    levels: dict[int, int] = {}
    marks = []
    for one in guesses:
        level = levels.get(one.chance, 0)
        levels[one.chance] = level + 1
        marks.append(LineMark(guessed=one.chance / 100, came=one.came, level=level))
    return tuple(marks)


def _line_words(guesses: Sequence[AnsweredGuess]) -> str:
    """Each guess on the line, from the least likely on: "30% did not come, 75% came"."""
    came, not_come = _("{n}% came"), _("{n}% did not come")
    parts = [
        (came if one.came else not_come).format(n=one.chance)
        for one in sorted(guesses, key=lambda one: one.chance)
    ]
    return _("{words}.").format(words=", ".join(parts)) if parts else ""


def _sentence(found: Calibration, *, hoped: bool) -> str:
    if found.standing is None:
        return _few(found)
    said = (
        _("Of {n} things you hoped for, {came} came.")
        if hoped
        else _("Of {n} things you feared, {came} came.")
    )
    head = said.format(n=found.count, came=found.came or _("none"))
    total = round(found.expected)
    if found.standing is GuessStanding.ABOUT:
        tail = _(
            "Your guesses add up to about {total}. About as much came as you guessed, as far as {n} guesses "
            "can show."
        )
    elif found.standing is GuessStanding.LESS:
        tail = _("Your guesses add up to about {total}, so less came than you expected.")
    else:
        tail = _("Your guesses add up to about {total}, so more came than you expected.")
    return f"{head} {tail.format(total=total, n=found.count)}"


def _few(found: Calibration) -> str:
    if not found.count:
        return _("No guess is answered yet.")
    n, came = found.count, found.came
    answered = ngettext("{n} guess is answered", "{n} guesses are answered", n).format(n=n)
    if n == 1:
        told = _("{answered}, and it came.") if came else _("{answered}, and it did not come.")
    else:
        told = _("{answered}, and {came} of them came.")
    return _("There is little to see yet, and that is fine. {told}").format(
        told=told.format(answered=answered, came=came or _("none"))
    )


def _limits(*, enough: bool) -> str:
    if enough:
        return _(
            "Each bar is the range that fits so few guesses. It cannot say what comes next time, and it "
            "knows only the guesses you wrote down."
        )
    return _("The curve begins at {n} answered guesses. With fewer, chance alone can draw any shape.").format(
        n=MIN_GUESSES
    )


def _table(found: Calibration) -> Table:
    headings = (
        _("How likely you said it was"),
        _("Guesses"),
        _("Came"),
        _("Share that came"),
        _("What fits so few"),
    )
    return Table(headings=headings, rows=tuple(_row(one) for one in found.bins))


def _row(one: GuessBin) -> tuple[str, ...]:
    high = one.high if one.high == 100 else one.high - 1
    head = (_("{low}% to {high}%").format(low=one.low, high=high), str(one.count), str(one.came))
    if not one.drawn:
        return (*head, _("too few") if one.count else "", "")
    came, low, high_share = _share(one)
    fits = _("{low}% to {high}%").format(low=_percent(low), high=_percent(high_share))
    return (*head, _("{n}%").format(n=_percent(came)), fits)
