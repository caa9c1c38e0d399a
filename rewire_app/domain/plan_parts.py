"""What a plan is put together from: everyday moments it can hang on, and how long a practice may be."""

from __future__ import annotations

from rewire_app.i18n import _, ngettext

OWN = "own"
"""The key of a cue in the person's own words."""

LENGTHS = (1, 2, 4, 5, 10)
"""For how many minutes a plan may be made."""


def minutes_words(minutes: int) -> str:
    """ "4 minutes"."""
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def plan_lengths() -> list[tuple[str, str]]:
    """For how long a plan may be made: minutes and words."""
    return [(str(minutes), minutes_words(minutes)) for minutes in LENGTHS]


def cues() -> list[tuple[str, str]]:
    """Everyday moments that a plan can hang on: key and words."""
    return [
        ("laptop", _("close my laptop")),
        ("coffee", _("make coffee or tea")),
        ("teeth", _("brush my teeth")),
        ("home", _("come home")),
        ("bed", _("get into bed")),
        (OWN, _("something else")),
    ]


def second_person(cue: str) -> str:
    """A cue as said to the person: "close my laptop" becomes "close your laptop"."""
    mine, yours = _("my"), _("your")
    return " ".join(yours if word == mine else word for word in cue.split(" "))
