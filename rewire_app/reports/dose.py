"""What practice trained and where it was, read from the store: for Trends, as text and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rewire_app.charts.columns import Columns
from rewire_app.charts.dose import DosePicture, TrainedPractice, dose_picture
from rewire_app.charts.dose_places import PlacedMoment, PlaceMap, place_map
from rewire_app.content.library import Library
from rewire_app.domain.exercise.aims import Target
from rewire_app.errors import ContentError
from rewire_app.store.moment_queries import placed_moments
from rewire_app.store.pass_queries import counted_passes
from rewire_app.store.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseNotes:
    """Every practice that counts with what it trains, and every moment that says where or with whom."""

    practices: tuple[TrainedPractice, ...] = ()
    moments: tuple[PlacedMoment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What practice trained, and where it was beside where moments came."""

    trained: DosePicture
    places: PlaceMap


def read_dose(vault: Vault, library: Library, today: int) -> DoseNotes:
    """What was practised and where moments came, up to `today` (ordinal)."""
    trains: dict[str, tuple[Target, ...] | None] = {}
    practices = []
    for day, exercise, place, company in counted_passes(vault, today):
        if exercise not in trains:
            trains[exercise] = _trains(library, exercise)
        practices.append(TrainedPractice(day=day, trains=trains[exercise], place=place, company=company))
    return DoseNotes(
        practices=tuple(practices),
        moments=tuple(
            PlacedMoment(day=day, place=place, company=company)
            for day, place, company in placed_moments(vault, today)
        ),
    )


def _trains(library: Library, exercise: str) -> tuple[Target, ...] | None:
    """What an exercise trains; None where it is gone or cannot be read."""
    try:
        return library.exercise(exercise).targets
    except ContentError:
        return None


def dose(notes: DoseNotes, columns: Columns) -> Dose:
    """Both pictures of the stretch that `columns` stand for."""
    return Dose(
        trained=dose_picture(notes.practices, columns),
        places=place_map(notes.practices, notes.moments, columns),
    )


def dose_as_text(told: Dose) -> list[str]:
    """Both in sentences: what is said of all, each row, and each place where there was something."""
    trained, places = told.trained, told.places
    return [
        trained.sentence,
        *(row.words for row in trained.rows),
        trained.key,
        *trained.meanings[-1:],
        places.sentence or places.so_far,
        *(cell.words for cell in places.cells if cell.practised or cell.moments),
        *filter(None, (places.basis, places.left_out)),
    ]


def dose_as_json(told: Dose) -> list[dict[str, Any]]:
    """Each of the eight, always in the same order."""
    return [
        {
            "trains": str(row.target),
            "name": row.name,
            "times_in_30_days": row.lately,
            "last": None if row.last is None else date.fromordinal(row.last).isoformat(),
            "days_apart": row.apart,
            "columns": [
                {"from": date.fromordinal(start).isoformat(), "times": count}
                for start, count in zip(told.trained.starts, row.counts, strict=True)
            ],
        }
        for row in told.trained.rows
    ]


def places_as_json(told: Dose) -> list[dict[str, Any]]:
    """Each place and company where there was a practice or a moment."""
    return [
        {
            "place": cell.place,
            "company": cell.company,
            "practised": cell.practised,
            "moments": cell.moments,
        }
        for cell in told.places.cells
        if cell.practised or cell.moments
    ]
