"""The page for a session with a therapist, as values: parts, pieces that can be struck out, and lanes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rewire_app.charts.handout_lanes import HandoutChart


class HandoutPart(StrEnum):
    """What can be on the page, in its order."""

    RAISE = "raise"
    PRACTISED = "practised"
    CALM = "calm"
    CHART = "chart"
    MOMENTS = "moments"
    RECORDS = "records"
    SHEETS = "sheets"
    QUESTIONNAIRES = "questionnaires"
    NOTES = "notes"


USUAL = frozenset(HandoutPart) - {HandoutPart.SHEETS, HandoutPart.NOTES}
"""What is on the page before anybody chose."""


class PieceForm(StrEnum):
    """How a piece stands on the page: in lines of its own, numbered, after the one before, or as a row."""

    LINES = "lines"
    NUMBERED = "numbered"
    INLINE = "inline"
    ROW = "row"
    CHART = "chart"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutWish:
    """What is wanted on the page. struck: keys of pieces that are crossed out and count nowhere.

    chosen: uids of the moments, records and notes and keys of the sheets that are on it, by part; a part that
    is not there has its usual ones. initials: who it is about, "" nobody is named.
    """

    parts: frozenset[HandoutPart] = USUAL
    struck: frozenset[str] = frozenset()
    chosen: Mapping[HandoutPart, frozenset[str]] = field(default_factory=dict)
    initials: str = ""


@dataclass(frozen=True, slots=True)
class HandoutRun:
    """Some words of a piece."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutPiece:
    """What can be struck out as one: a sentence, a line, a row of `cells`, or a chart.

    key: by which it is struck; "" it cannot be. `lane`: of a chart the lane that it stands for.
    """

    key: str
    form: PieceForm = PieceForm.LINES
    runs: tuple[HandoutRun, ...] = ()
    cells: tuple[str, ...] = ()
    chart: HandoutChart | None = None
    struck: bool = False

    @property
    def words(self) -> str:
        """All of it in one line."""
        cells = (cell for cell in self.cells if cell)
        return " ".join("".join(run.text for run in self.runs).split()) or ", ".join(cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutSection:
    """A heading and its pieces. heads: over the columns of rows. blanks: empty lines to write on.

    columns: where each column begins, shares of the width; () as those of moments do.
    """

    part: HandoutPart
    title: str
    pieces: tuple[HandoutPiece, ...] = ()
    heads: tuple[str, ...] = ()
    columns: tuple[float, ...] = ()
    blanks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutRow:
    """What is said of a part where it is ticked: its name, and how much of it is on the page."""

    part: HandoutPart
    name: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """The whole page. who: initials and days. room: the heading over the lines that fill what is left.

    foot: what stands below, with a gap for the number of the page and of all pages. rows: every part.
    """

    title: str
    who: str
    sections: tuple[HandoutSection, ...]
    room: str
    foot: str
    rows: tuple[HandoutRow, ...] = ()

    @property
    def pieces(self) -> tuple[HandoutPiece, ...]:
        """Every piece, in the order in which they are read."""
        return tuple(piece for section in self.sections for piece in section.pieces)

    @property
    def struck(self) -> int:
        """How many pieces are struck out, lanes of the chart counted one by one."""
        lanes = (lane for piece in self.pieces if piece.chart for lane in piece.chart.lanes)
        return sum(piece.struck for piece in self.pieces) + sum(lane.struck for lane in lanes)

    def printed(self) -> Handout:
        """The page as it leaves the program: nothing that was struck out is in it any more."""
        return replace(
            self,
            sections=tuple(kept for one in self.sections if (kept := _printed(one)) is not None),
            rows=(),
        )


def _printed(section: HandoutSection) -> HandoutSection | None:
    pieces = tuple(_without_lanes(piece) for piece in section.pieces if not piece.struck)
    pieces = tuple(piece for piece in pieces if piece.chart is None or piece.chart.lanes)
    if not any(piece.key for piece in pieces) and not section.blanks:
        return None
    return replace(section, pieces=pieces)


def _without_lanes(piece: HandoutPiece) -> HandoutPiece:
    if piece.chart is None:
        return piece
    lanes = tuple(lane for lane in piece.chart.lanes if not lane.struck)
    return replace(piece, chart=replace(piece.chart, lanes=lanes))
