"""Consistency where it is shown: the share of plan in words, and the strength as a lane of its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rewire_app.charts.columns import Columns
from rewire_app.charts.lane import marks, runs, under_way
from rewire_app.charts.notes import Notes
from rewire_app.charts.spec import Lane, SeriesLook, Shape, Tick
from rewire_app.i18n import _
from rewire_app.insight import consistency


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """Both numbers of today with their words and reasons; percents are NaN and `words` say so before that.

    `share_why` and `strength_why` answer "why this number?".
    """

    share: float
    share_words: str
    share_why: str
    strength: float
    strength_words: str
    strength_why: str


def consistency_now(notes: Notes, today: int) -> Consistency:
    """Share of plan and strength on `today`, from all notes since the first day."""
    first = today if notes.first is None else min(notes.first, today)
    series = (
        notes.practised(first, today),
        notes.per_week(first, today),
        notes.paused(first, today),
    )
    share = consistency.why_share(*series)
    strength = consistency.why_strength(*series)
    return Consistency(
        share=share.percent,
        share_words=_share_words(share),
        share_why=share.sentence,
        strength=strength.percent,
        strength_words=_strength_words(strength.percent),
        strength_why=strength.sentence,
    )


def strength_lane(notes: Notes, columns: Columns) -> Lane:
    """The strength at the end of each column (today's for the one under way), percent, as a thin line."""
    lane = np.full(len(columns.starts), np.nan)
    last = min(columns.last, columns.today)
    if notes.first is not None and notes.first <= last:
        first = notes.first
        values = consistency.strength(
            notes.practised(first, last), notes.per_week(first, last), notes.paused(first, last)
        )
        ends = np.minimum(np.array(columns.ends), last)
        seen = (ends >= first) & (np.array(columns.starts) <= last)
        lane[seen] = values[ends[seen] - first]
    return Lane(
        key="strength",
        title=_("Strength"),
        what=_("how established the practice is, 0 to 100%"),
        look=SeriesLook(colour="primary", shape=Shape.DOTS),
        lo=0,
        hi=100,
        ticks=tuple(Tick(y=y, text=_("{n}%").format(n=y)) for y in (0, 50, 100)),
        marks=(marks(Shape.DOTS, lane, under_way(columns)),),
        runs=runs(lane),
    )


def _share_words(why: consistency.ShareWhy) -> str:
    if np.isnan(why.percent):
        return _("Share of plan: not shown yet.")
    return consistency.share_words(why)


def _strength_words(percent: float) -> str:
    if np.isnan(percent):
        return _("Strength: not shown yet.")
    return consistency.strength_words(percent)
