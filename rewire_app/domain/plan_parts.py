"""What a plan is put together from: everyday moments it can hang on, and how long a practice may be."""

from __future__ import annotations

from rewire_app.domain.limits import shortened
from rewire_app.i18n import _, ngettext

OWN = "own"
"""The key of a cue in the person's own words."""

LONGEST_PART = 160
"""So many letters of a cue, an obstacle or an answer are told of a plan; its form shows them all."""

LENGTHS = (1, 2, 4, 5, 10)
"""For how many minutes a plan may be made."""
USUAL_LENGTH = 4


def minutes_words(minutes: int) -> str:
    """ "4 minutes"."""
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def plan_lengths() -> list[tuple[str, str]]:
    """For how long a plan may be made: minutes and words."""
    return [(str(minutes), minutes_words(minutes)) for minutes in LENGTHS]


def usual_length(low: int, high: int) -> int:
    """The minutes to begin with for an exercise that takes `low` to `high`: about four, if it can be so."""
    fitting = [length for length in LENGTHS if low <= length <= high]
    longer = [length for length in LENGTHS if length >= low]
    return min(fitting or longer or LENGTHS[-1:], key=lambda length: abs(length - USUAL_LENGTH))


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
    """A cue as said to the person: "close my laptop" becomes "close your laptop". A long one is cut."""
    mine, yours = _("my"), _("your")
    said = shortened(cue, LONGEST_PART)
    return " ".join(yours if word == mine else word for word in said.split(" "))
