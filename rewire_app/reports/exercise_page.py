"""What the page of an exercise says beside its file: how sure that is, where it is explained, how long."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.content.library import Library
from rewire_app.content.packed import is_packed
from rewire_app.domain.exercise.aims import Grade
from rewire_app.domain.exercise.exercise import Exercise, Gate
from rewire_app.domain.exercise.outline import lengths
from rewire_app.i18n import _, ngettext
from rewire_app.store import queries as reads
from rewire_app.store.vault.vault import Vault

MOST_ARTICLES = 2
"""So many articles are named at most, the nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How an exercise would begin now.

    `minutes` can be chosen from, of which one is `chosen`; none, where its steps
    take their time. `waiting`: it was left halfway, and goes on there.
    """

    minutes: tuple[int, ...]
    chosen: int | None
    waiting: bool


def certainty(grade: Grade) -> str:
    """How well an exercise is supported, in two or three words."""
    words = {
        Grade.A: _("Strong trials"),
        Grade.B: _("Good evidence for the idea"),
        Grade.C: _("Early evidence"),
        Grade.D: _("Hardly studied"),
    }
    return words[grade]


def why_article(library: Library, exercise: Exercise) -> tuple[str, str] | None:
    """The id and title of the article that says why `exercise` may help; None where it names none."""
    if exercise.article not in library.article_ids():
        return None
    return exercise.article, library.article(exercise.article).title


def explained_in(library: Library, exercise: Exercise) -> list[tuple[str, str]]:
    """The id and title of other articles that lead to `exercise`, those that do so first before others.

    An article of a pack explains what is in packs alone.
    """
    found = [
        (article.exercises.index(exercise.id), article.id, article.title)
        for article in library.articles()
        if exercise.id in article.exercises
        and article.id != exercise.article
        and (is_packed(exercise.id) or not is_packed(article.id))
    ]
    return [(name, title) for _place, name, title in sorted(found)[:MOST_ARTICLES]]


def way_in(vault: Vault, exercise: Exercise, day: int) -> Way:
    """How `exercise` would begin on `day`, as long as the plan says where it is its own; or a StoreError."""
    facts = reads.today(vault, day)
    offered = tuple(round(one.minutes) for one in lengths(exercise))
    planned = facts.plan.minutes if facts.plan and facts.plan.exercise == exercise.id else None
    usual = offered[len(offered) // 2] if offered else None
    chosen = planned if planned in offered else usual
    return Way(minutes=offered, chosen=chosen, waiting=facts.unfinished == exercise.id)


def begin_words(exercise: Exercise, minutes: int | None) -> str:
    """What the button that begins says: for how long, or that something is asked first."""
    if exercise.gate in (Gate.CONFIRM, Gate.HELP_FIRST):
        return _("Begin, first one question")
    low, high = (minutes, minutes) if minutes is not None else exercise.minutes
    if low == high:
        return ngettext("Begin, {n} minute", "Begin, {n} minutes", low).format(n=low)
    return _("Begin, {a} to {b} minutes").format(a=low, b=high)
