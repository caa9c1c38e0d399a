"""The everyday moments that a plan can hang on, and how such a cue is said to the person."""

from __future__ import annotations

from rewire_app.i18n import _

OWN = "own"
"""The key of a cue in the person's own words."""


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
