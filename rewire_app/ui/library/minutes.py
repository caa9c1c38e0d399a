"""How long it takes to read or to do something, in words."""

from __future__ import annotations

from rewire_app.domain.exercise.exercise import Exercise
from rewire_app.domain.library.article import Article
from rewire_app.i18n import _, ngettext


def reading_minutes(article: Article) -> str:
    """ "5 minute read"."""
    return ngettext("{n} minute read", "{n} minute read", article.minutes).format(n=article.minutes)


def exercise_minutes(exercise: Exercise) -> str:
    """ "3 minutes", or "3 to 5 minutes"."""
    low, high = exercise.minutes
    if low == high:
        return ngettext("{n} minute", "{n} minutes", low).format(n=low)
    return _("{a} to {b} minutes").format(a=low, b=high)
