"""One lane: the scale of its series, rows of marks, and lines through known columns."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rewire_app.charts.columns import ColumnLength, Columns
from rewire_app.charts.notes import Floats
from rewire_app.charts.series import Series
from rewire_app.charts.spec import EXTENDED, Lane, LineRun, MarkRow, Shape
from rewire_app.charts.tally import Tally

MOST_BLOCKS = 7
"""Blocks that are stacked in a column at most; where there may be more, they are bars."""


def lane(series: Series, columns: Columns, tally: Tally) -> Lane:
    """The lane of a series over `columns`."""
    mean = series.mean(tally)
    values = mean.values / series.per
    scale, shape = series.scale(values, columns.length), series.look.shape
    if shape is Shape.BLOCKS and scale.hi - scale.lo > MOST_BLOCKS:
        shape = Shape.BARS
    few = (mean.counts < series.few) & (columns.length is not ColumnLength.DAY)
    rows = [marks(shape, values, few | under_way(columns))]
    if series.peaks:
        rows.append(marks(Shape.DIAMONDS, tally.peak.values, under_way(columns)))
    return Lane(
        key=series.key,
        title=series.name(),
        what=series.what(columns.length),
        look=series.look,
        lo=scale.lo,
        hi=scale.hi,
        ticks=scale.ticks,
        marks=tuple(rows),
        runs=() if shape in EXTENDED else runs(values),
    )


def runs(values: Floats) -> tuple[LineRun, ...]:
    """Lines through neighbouring known columns, and a dashed link over every gap between two known ones."""
    known = np.flatnonzero(~np.isnan(values))
    if len(known) < 2:
        return ()
    breaks = np.flatnonzero(np.diff(known) > 1)
    out = []
    for piece in np.split(known, breaks + 1):
        if len(piece) > 1:
            out.append(LineRun(x=_floats(piece), y=_floats(values[piece])))
    for at in breaks:
        pair = known[at : at + 2]
        out.append(LineRun(x=_floats(pair), y=_floats(values[pair]), across_gap=True))
    return tuple(out)


def marks(shape: Shape, values: Floats, hollow: NDArray[np.bool_]) -> MarkRow:
    """Marks for the known columns."""
    known = np.flatnonzero(~np.isnan(values))
    return MarkRow(
        shape=shape, x=_floats(known), y=_floats(values[known]), hollow=tuple(hollow[known].tolist())
    )


def under_way(columns: Columns) -> NDArray[np.bool_]:
    """Which columns today lies in: their time is not over."""
    starts, ends = np.array(columns.starts), np.array(columns.ends)
    return np.asarray((starts <= columns.today) & (columns.today <= ends))


def _floats(values: NDArray[np.int64] | Floats) -> tuple[float, ...]:
    return tuple(values.astype(np.float64).tolist())
