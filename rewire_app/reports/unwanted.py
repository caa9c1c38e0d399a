"""What a person answered about what made things worse, in words, and what there is to name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rewire_app.content.library import Library
from rewire_app.domain.day_words import day_words
from rewire_app.domain.journal.unwanted import UnwantedEffect, Worse, worse_words
from rewire_app.i18n import _
from rewire_app.store import unwanted_queries as reads
from rewire_app.store.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One answer to be read: what was said, on which day, whether it is offered, and the person's words."""

    uid: str
    said: str
    day: str
    offered: str
    note: str


def answer_line(entry: UnwantedEffect, library: Library, today: date) -> AnswerLine:
    """`entry` as it is read back."""
    what = thing_title(library, entry.exercise)
    said = worse_words(entry.answer)
    return AnswerLine(
        uid=entry.uid,
        said=_("{answer}: {what}").format(answer=said, what=what) if what else said,
        day=day_words(entry.day, year=entry.day.year != today.year, week_day=True),
        offered="" if entry.offered else _("not offered any more"),
        note=entry.note,
    )


def noted_line(entries: Sequence[UnwantedEffect], today: date) -> str:
    """What was answered about one exercise, the newest of `entries` first, in one plain line; or ""."""
    bad = [one for one in entries if one.answer is not Worse.NOTHING]
    if not bad:
        return ""
    newest = bad[0]
    day = day_words(newest.day, year=newest.day.year != today.year)
    if newest.answer is Worse.LOT:
        return _("You noted on {day} that this made things a lot worse.").format(day=day)
    return _("You noted on {day} that this made some things worse.").format(day=day)


def thing_title(library: Library, name: str) -> str:
    """What the exercise or article `name` is called, also one that is gone; "" for neither."""
    if not name:
        return ""
    if name in library.article_ids():
        return library.article(name).title
    return library.title(name)


def is_exercise(library: Library, name: str) -> bool:
    """Whether `name` is an exercise, which can be offered, and no article."""
    return bool(name) and name not in library.article_ids()


def unwanted_as_json(vault: Vault, library: Library, last: int) -> list[dict[str, Any]]:
    """Every answer up to the day `last` (ordinal), the earliest first, without the words written to it."""
    return [
        {
            "day": date.fromordinal(day).isoformat(),
            "answer": answer,
            "what": thing_title(library, name) or None,
            "offered": bool(offered),
        }
        for day, answer, name, offered in reads.answers(vault)
        if day <= last
    ]


def nameable(vault: Vault, library: Library, chosen: str = "") -> list[tuple[str, str]]:
    """The id and title of what can be named: what was practised and read last comes first, and `chosen`."""
    names = dict.fromkeys([*reads.practised_exercises(vault), *reads.opened_articles(vault)])
    if chosen:
        names.setdefault(chosen)
    return [
        ("", _("Something else, or I am not sure")),
        *((name, thing_title(library, name)) for name in names),
    ]
