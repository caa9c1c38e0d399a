"""How the cue of a plan is said to the person."""

from __future__ import annotations

from rewire_app.i18n import _


def second_person(cue: str) -> str:
    """A cue as said to the person: "close my laptop" becomes "close your laptop"."""
    mine, yours = _("my"), _("your")
    return " ".join(yours if word == mine else word for word in cue.split(" "))
