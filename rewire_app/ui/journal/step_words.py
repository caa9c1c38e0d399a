"""What was noted of a night, in the words in which it is taken back: "the night, up at 07:10"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from rewire_app.domain.day_words import clock_words
from rewire_app.domain.journal.entries import Night
from rewire_app.i18n import _


def night_changes(before: Night | None, after: Night) -> tuple[str, ...]:
    """The fields of a night that are other than before; none when it is new."""
    if before is None:
        return ()
    names = (one.name for one in fields(Night) if one.name not in ("uid", "day"))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def night_words(changed: Sequence[str], night: Night) -> str:
    """What was noted of a night, its `changed` fields or, when it is new, all of it."""
    bed, up = clock_words(night.bed.wall), clock_words(night.up.wall)
    words = {
        "bed": _("the night, in bed at {time}").format(time=bed),
        "lights": _("the night, lights out at {time}").format(time=clock_words(night.lights.wall)),
        "sol_min": _("the night, asleep after {n} min").format(n=night.sol_min),
        "waso_min": _("the night, awake for {n} min").format(n=night.waso_min),
        "wake": _("the night, awake at {time}").format(time=clock_words(night.wake.wall)),
        "up": _("the night, up at {time}").format(time=up),
        "awakenings": _("the night, times awake"),
        "awake": _("the night, when awake"),
        "quality": _("the night, how it was"),
        "nap_min": _("the night, a nap"),
        "caffeine_late": _("the night, caffeine"),
        "alcohol": _("the night, alcohol"),
        "medicine": _("the night, medicine"),
        "note": _("the night, words in the note"),
    }
    if not changed:
        return _("the night, {bed} to {up}").format(bed=bed, up=up)
    if len(changed) > 1:
        return _("the times of the night, {bed} to {up}").format(bed=bed, up=up)
    return words[changed[0]]
