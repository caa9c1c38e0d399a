"""What to plot, as frozen values: marks on lanes that share columns, words for every column, and a table.

Horizontal positions are column numbers: column 0 is centred on x = 0 and reaches from -0.5 to 0.5.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How a row of marks looks; shape, not colour alone, tells series apart."""

    DOTS = "dots"
    DIAMONDS = "diamonds"
    BLOCKS = "blocks"
    BARS = "bars"
    DASHES = "dashes"
    RINGS = "rings"
    SQUARES = "squares"


EXTENDED = frozenset({Shape.BLOCKS, Shape.BARS, Shape.DASHES})
"""Shapes with an extent of their own: no line goes through them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesLook:
    """How a series looks wherever it is drawn.

    colour: its role in the theme. shape: of its marks and of its sign. dotted: its line. heights: px of the
    design, of its lane and of the same in the first days. dot: px that the dot of its sign reaches.
    """

    colour: str
    shape: Shape
    dotted: bool = False
    heights: tuple[int, int] = (56, 56)
    dot: float = 4.5


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """One row of marks; only what is known is listed.

    `hollow`: the time is not over, or few values stand behind the mark.
    BLOCKS: `y` whole blocks stacked from 0. BARS: from 0 up to `y`. Every other shape: one mark at `y`.
    """

    shape: Shape
    x: tuple[float, ...]
    y: tuple[float, ...]
    hollow: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRun:
    """A line through neighbouring known columns, or (`across_gap`) the thin dashed link over a gap."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    across_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A grid line of a lane and its label."""

    y: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesScale:
    """From where to where a lane reaches, and its grid lines."""

    lo: float
    hi: float
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One lane: its name, what its number is, the fixed scale, lines and marks (first marks drawn first)."""

    key: str
    title: str
    what: str
    look: SeriesLook
    lo: float
    hi: float
    ticks: tuple[Tick, ...]
    marks: tuple[MarkRow, ...]
    runs: tuple[LineRun, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """One column: its days (ordinals, `end` included), its name, a short label and its readout.

    `under_way`: today lies in it.
    """

    start: int
    end: int
    name: str
    short: str
    reading: str
    under_way: bool

    @property
    def sentence(self) -> str:
        """The whole readout sentence."""
        return f"{self.name}: {self.reading}."


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisLabel:
    """A label under the columns."""

    x: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A flag above the lanes: a change of plan, a pause or a mark; `x_end` where it ends, None for one day.

    `first`, `last`: its days (ordinals). `uid`: of the person's mark, empty for the others.
    """

    x: float
    words: str
    x_end: float | None = None
    first: int = 0
    last: int = 0
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The same numbers as text, one row a column of the picture."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_text(self) -> str:
        """The table with tabs between cells, to copy."""
        return "\n".join("\t".join(row) for row in (self.headings, *self.rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Little:
    """What is said while there is little to see."""

    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Stacked lanes on one time axis, with everything that is said about them.

    `key`: what outlined marks mean.
    `little`: set while there are fewer than 7 days of notes. `summary` describes the whole picture for a
    screen reader.
    """

    buckets: tuple[Bucket, ...]
    lanes: tuple[Lane, ...]
    labels: tuple[AxisLabel, ...]
    events: tuple[Event, ...]
    summary: str
    table: Table
    key: str = ""
    little: Little | None = None

    @property
    def selected(self) -> int:
        """The column to begin with: the one under way, or the last."""
        for number, bucket in enumerate(self.buckets):
            if bucket.under_way:
                return number
        return len(self.buckets) - 1
