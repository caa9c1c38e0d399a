"""What came of questionnaires: each bundled one with its results, and any other whose totals were typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from rewire_app.domain.amounts import number_words
from rewire_app.domain.day_words import day_words
from rewire_app.domain.journal.questionnaires import Questionnaire, change_said, open_from
from rewire_app.domain.journal.scores import Score
from rewire_app.i18n import _
from rewire_app.store.day_queries import totals

if TYPE_CHECKING:
    from rewire_app.content.library import Library
    from rewire_app.store.store import Store
    from rewire_app.store.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """One result: its uid, its day and total in words, and what can be said beside the one before."""

    uid: str
    day: str
    total: str
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireResults:
    """A questionnaire with its results, the newest first.

    asked: None where only totals are typed. waits: the day from which it can be answered again, None now.
    people: the newest total is often a reason to talk to somebody.
    """

    id: str
    name: str
    asked: Questionnaire | None
    lines: tuple[ResultLine, ...]
    waits: date | None
    people: bool


def questionnaire_results(store: Store, library: Library, today: date) -> Sequence[QuestionnaireResults]:
    """The bundled ones in the order of their files, then the others as they are called; raises StoreError."""
    kept: dict[str, list[Score]] = {}
    for score in store.scores.after(date.min):
        kept.setdefault(score.questionnaire, []).append(score)
    bundled = {one: library.questionnaire(one) for one in library.questionnaire_ids()}
    others = sorted((name for name in kept if name not in bundled), key=str.casefold)
    return [
        *(_results(one, asked.name, asked, kept.get(one, []), today) for one, asked in bundled.items()),
        *(_results(name, name, None, kept[name], today) for name in others),
    ]


def known_as(library: Library, name: str) -> str:
    """Under what a typed total of `name` is kept: the id of a bundled questionnaire that is called so."""
    names: Mapping[str, str] = {
        library.questionnaire(one).name.casefold(): one for one in library.questionnaire_ids()
    }
    return names.get(name.strip().casefold(), name.strip())


def _results(
    key: str, name: str, asked: Questionnaire | None, scores: Sequence[Score], today: date
) -> QuestionnaireResults:
    again = open_from(scores)
    lines = [
        ResultLine(
            uid=score.uid,
            day=day_words(score.day, year=True),
            total=asked.total_words(score.total) if asked is not None else number_words(score.total),
            change=change_said(asked, scores[number - 1], score) if number else "",
        )
        for number, score in enumerate(scores)
    ]
    return QuestionnaireResults(
        id=key,
        name=name,
        asked=asked,
        lines=tuple(reversed(lines)),
        waits=again if again is not None and again > today else None,
        people=bool(scores) and asked is not None and asked.names_people(scores[-1]),
    )


def totals_as_json(vault: Vault, first: int, last: int) -> list[dict[str, Any]]:
    """Every result of the days `first` to `last` (ordinals), in order of time."""
    return [
        {"questionnaire": name, "day": date.fromordinal(day).isoformat(), "total": total}
        for name, day, total in totals(vault, first, last)
    ]


def people_words() -> str:
    """Why people are named; it says nothing about who answered."""
    return _(
        "Answers like these are often a reason to talk to someone: a doctor, a therapist, or a person you "
        "trust."
    )
