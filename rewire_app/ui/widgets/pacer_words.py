"""What the pacer says, on screen and to screen readers."""

from __future__ import annotations

from rewire_app.i18n import _, ngettext
from rewire_app.ui.widgets.breath import Breath, BreathRhythm


def phase_word(phase: str) -> str:
    """The word inside the disc."""
    return {
        "in": _("Breathe in"),
        "hold": _("Hold"),
        "out": _("Breathe out"),
        "hold_out": _("Rest"),
        "done": _("Breathe as you like"),
    }[phase]


def seconds_word(left: int) -> str:
    """How long the phase still takes."""
    if left <= 0:
        return ""
    return ngettext("{n} more second", "{n} more seconds", left).format(n=left)


def length_word(phase: str, seconds: float) -> str:
    """A phase with its length ("In, 4 seconds")."""
    shown = int(seconds) if seconds == int(seconds) else seconds
    name = {"in": _("In"), "hold": _("Hold"), "out": _("Out"), "hold_out": _("Rest")}[phase]
    count = ngettext("{n} second", "{n} seconds", round(seconds)).format(n=shown)
    return f"{name}, {count}"


def progress_sentence(pattern: BreathRhythm, now: Breath) -> str:
    """Which breath it is and about how long there is to go, counted from the start of this breath."""
    minutes = round((pattern.breaths - now.number + 1) * pattern.breath_seconds / 60)
    where = _("Breath {n} of {all}").format(n=now.number, all=pattern.breaths)
    if now.phase == "done":
        return where
    if minutes < 1:
        return _("{where}, less than a minute left").format(where=where)
    left = ngettext("about {n} minute left", "about {n} minutes left", minutes).format(n=minutes)
    return f"{where}, {left}"
