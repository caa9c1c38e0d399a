"""What could be read out of damaged notes, and what could not, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _, ngettext
from rewire_app.store.backups.progress import SalvageStep

if TYPE_CHECKING:
    from rewire_app.store.backups.progress import Reached
    from rewire_app.store.backups.salvage import Salvaged, SalvagedKind

MOST_DAYS = 12
"""So many days are named; of more only their number is told."""


def reached_words(reached: Reached) -> str:
    """How far reading out is, in numbers."""
    if reached.step is SalvageStep.READING:
        words = _("{n} of {all} parts of the file are read.")
    else:
        words = _("{n} of {all} entries are written.")
    return words.format(n=reached.done, all=reached.of)


def kind_name(table: str) -> str:
    """What the entries of a table are called."""
    names = {
        "practices": _("Practices"),
        "nights": _("Nights"),
        "moments": _("Moments"),
        "days": _("Evening checks"),
        "plans": _("Plans"),
        "own_exercises": _("Exercises of your own"),
        "packs": _("Packs from others"),
    }
    return names.get(table, _("Notes and lists"))


def report_sentence(found: Salvaged) -> str:
    """How much is there again."""
    if not found.vault_read:
        return _("Nothing of the damaged notes could be read. This is what the newest copy holds.")
    words = _("{have} of {all} entries are there again.")
    return words.format(have=found.recovered, all=found.known)


def report_lines(found: Salvaged) -> Sequence[str]:
    """What is missing, kind by kind with its days where they are known; then what came from the copy."""
    lost: dict[str, list[SalvagedKind]] = {}
    for kind in found.kinds:
        if kind.lost:
            lost.setdefault(kind_name(kind.table), []).append(kind)
    lines = []
    for name, kinds in lost.items():
        count = sum(kind.lost for kind in kinds)
        words = ngettext("{kind}: {n} could not be read.", "{kind}: {n} could not be read.", count)
        lines.append(" ".join([words.format(kind=name, n=count), _days(kinds)]).strip())
    if not lost:
        lines.append(_("As far as can be known, nothing is missing."))
    from_copy = sum(kind.from_copy for kind in found.kinds)
    if from_copy and found.vault_read:
        words = ngettext(
            "{n} entry came from the newest copy.", "{n} entries came from the newest copy.", from_copy
        )
        lines.append(words.format(n=from_copy))
    return lines


def _days(kinds: Sequence[SalvagedKind]) -> str:
    days = sorted({day for kind in kinds for day in kind.days})
    if not days:
        return ""
    if len(days) > MOST_DAYS:
        return _("They are from {n} days.").format(n=len(days))
    named = ", ".join(day_words(date.fromordinal(day), year=True) for day in days)
    return _("They are from {days}.").format(days=named)
