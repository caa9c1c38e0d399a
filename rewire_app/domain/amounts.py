"""Lengths of time and rounded numbers in words."""

from __future__ import annotations

from collections.abc import Sequence

from rewire_app.i18n import _, ngettext


def hours_minutes(minutes: float) -> str:
    """ "6 h 30 min" in whole minutes; below an hour "30 min"."""
    hours, rest = divmod(round(minutes), 60)
    if hours == 0:
        return _("{m} min").format(m=rest)
    return _("{h} h {m} min").format(h=hours, m=rest)


def length_words(seconds: float) -> str:
    """A length as people say it: "40 seconds", "4 minutes"."""
    if seconds < 60:
        whole = max(1, round(seconds))
        return ngettext("{n} second", "{n} seconds", whole).format(n=whole)
    minutes = int(seconds / 60 + 0.5)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def number_words(value: float) -> str:
    """One decimal, and none where it would be a nought: "4.5", "4"."""
    return f"{value:.1f}".removesuffix(".0")


def and_words(names: Sequence[str]) -> str:
    """ "one", "one and two", "one, two and three"."""
    if len(names) < 2:
        return "".join(names)
    return _("{some} and {last}").format(some=_(", ").join(names[:-1]), last=names[-1])
