"""A moment in words: what can be chosen of it, and what of it is told in one line."""

from __future__ import annotations

from rewire_app.domain.journal.entries import Moment, Response
from rewire_app.i18n import _, ngettext


def tag_names() -> list[tuple[str, str]]:
    """What kind of thing set a moment off."""
    return [
        ("person", _("A person")),
        ("work", _("Work")),
        ("body", _("The body")),
        ("thought", _("A thought")),
        ("memory", _("A memory")),
        ("place", _("A place")),
        ("screen", _("A screen")),
        ("other", _("Other")),
    ]


def response_names() -> list[tuple[str, str]]:
    """Which path it took; neither is a failure."""
    return [
        (Response.NEW, _("New response")),
        (Response.MIXED, _("A bit of both")),
        (Response.OLD, _("Old pattern")),
        (Response.UNSURE, _("Not sure")),
    ]


def place_names() -> list[tuple[str, str]]:
    """Where it was."""
    return [
        ("home", _("Home")),
        ("work", _("Work")),
        ("street", _("Out")),
        ("online", _("Online")),
        ("transport", _("On the way")),
        ("other", _("Other")),
    ]


def company_names() -> list[tuple[str, str]]:
    """Who was there."""
    return [
        ("alone", _("Alone")),
        ("partner", _("Partner")),
        ("family", _("Family")),
        ("colleagues", _("Colleagues")),
        ("friends", _("Friends")),
        ("strangers", _("Strangers")),
    ]


def bundled_feelings() -> tuple[str, ...]:
    """Words for feelings to begin with; a person adds their own and takes out what is never theirs."""
    return (
        _("Anger"),
        _("Fear"),
        _("Sadness"),
        _("Shame"),
        _("Guilt"),
        _("Hurt"),
        _("Worry"),
        _("Jealousy"),
        _("Envy"),
        _("Disgust"),
        _("Loneliness"),
        _("Numbness"),
    )


def bundled_skills() -> tuple[str, ...]:
    """Skills to begin with, by the names that are taught; a person makes the list their own."""
    return (
        _("Stop, step back"),
        _("Slow breathing"),
        _("Cold water"),
        _("Name the feeling"),
        _("Check the facts"),
        _("Opposite action"),
        _("Ride the wave"),
        _("Make room"),
        _("Ground through the senses"),
        _("Accept what is"),
        _("Wise mind"),
        _("Ask clearly"),
        _("Set a limit"),
        _("Kind words to myself"),
    )


def moment_words(moment: Moment) -> str:
    """Peak and minutes to calm: "Peak 7 of 10, calm after 25 minutes"."""
    parts = [_("Peak not noted") if moment.peak is None else _("Peak {n} of 10").format(n=moment.peak)]
    if moment.still_going:
        parts.append(_("still going when noted"))
    elif moment.calm_min is not None:
        words = ngettext("calm after {n} minute", "calm after {n} minutes", moment.calm_min)
        parts.append(words.format(n=moment.calm_min))
        if moment.measured is not None:
            parts.append(_("measured") if moment.measured else _("from memory"))
    return ", ".join(parts)
