"""What stands on a blank worksheet, from top to bottom, as plain values; `ui.paper` draws them."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.domain.exercise.exercise import Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperBlock:
    """Words to read, and a smaller second line. `under`: for whom it is meant, "" for everyone.

    `first`: a person comes first here: it is framed, and numbers stand in it; with `by_someone` also those
    for who is hurt by someone close.
    """

    text: str
    hint: str = ""
    under: str = ""
    first: bool = False
    by_someone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRoom(PaperBlock):
    """So many `lines` to write on; half as wide where a time or a number is asked for (`short`)."""

    lines: int
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTicks(PaperBlock):
    """Boxes to tick, and with `other` a line for own words. `read`: answers that are not to be ticked."""

    options: tuple[str, ...]
    read: tuple[str, ...] = ()
    other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperScale(PaperBlock):
    """Numbers to circle, with words at both ends."""

    lo: str
    hi: str
    scale: Scale = Scale.TEN


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperColumn:
    """A column of a table. `ends`: the words at both ends of a number. `ticks`: boxes, each headed so."""

    label: str
    ends: tuple[str, str] | None = None
    scale: Scale = Scale.TEN
    ticks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable(PaperBlock):
    """Rows to fill in, numbered from 1: `rows`, and never fewer than `least`."""

    columns: tuple[PaperColumn, ...]
    rows: int
    least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPlan(PaperBlock):
    """A sentence with gaps: `pieces` are its words, between any two of which something is written.

    `gaps`: what may stand in each of the gaps, "" where nothing is proposed.
    """

    pieces: tuple[str, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWays(PaperBlock):
    """One thing in several forms, of which one is meant; then the `room` for it, None where it is only read.

    A form is (for which answers, the words, their second line).
    """

    forms: tuple[tuple[str, str, str], ...]
    room: PaperBlock | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRounds(PaperBlock):
    """The same blocks several times, once for each of `names`; "" is a name that is written there."""

    names: tuple[str, ...]
    rounds: tuple[tuple[PaperBlock, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """A blank sheet of one exercise: what to know first, then its steps, and how it goes on in real life.

    `caution`: pairs of a heading, "" for the first, and its words.
    """

    exercise: str
    title: str
    summary: str
    credit: str
    caution: tuple[tuple[str, str], ...]
    blocks: tuple[PaperBlock, ...]
