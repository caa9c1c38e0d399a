"""What was read out of a damaged vault, in a person's words."""

from __future__ import annotations

from datetime import date

from rewire_app import i18n
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import Instant
from rewire_app.i18n import _, ngettext
from rewire_app.store.backups.salvage import Salvaged, SalvagedKind

_FEW = 8
"""So many days are named one by one."""


def when(made: Instant) -> str:
    """When a copy was made, as the clock on the wall showed it."""
    return _("{day}, {time}").format(
        day=day_words(made.wall.date(), year=True), time=i18n.REGION.clock(made.wall.hour, made.wall.minute)
    )


def salvage_report(salvaged: Salvaged) -> list[str]:
    """What was read out of a damaged vault, what came from the copy, and what could not be read."""
    lines = [
        _("{n} of {m} entries are there again.").format(n=salvaged.recovered, m=salvaged.known)
        if salvaged.vault_read
        else _("Nothing could be read from the damaged file, so all of this is from the copy.")
    ]
    if salvaged.copy is not None:
        count = sum(kind.from_copy for kind in salvaged.kinds)
        said = ngettext(
            "{n} of them is from the copy of {when}.", "{n} of them are from the copy of {when}.", count
        )
        lines.append(said.format(n=count, when=when(salvaged.copy.made)))
    lost: dict[str, list[SalvagedKind]] = {}
    for kind in salvaged.kinds:
        if kind.lost:
            lost.setdefault(_name(kind.table), []).append(kind)
    lines += [_lost(name, kinds) for name, kinds in lost.items()]
    return lines


def _name(table: str) -> str:
    """What a person calls the entries of a table."""
    return {
        "practices": _("Practices"),
        "nights": _("Nights"),
        "moments": _("Moments"),
        "days": _("Evening checks"),
    }.get(table, _("Notes and lists"))


def _lost(name: str, kinds: list[SalvagedKind]) -> str:
    """How many entries of a kind could not be read, and of which days, where that is known."""
    said = _("{kind}: {n} could not be read").format(kind=name, n=sum(kind.lost for kind in kinds))
    days = sorted({day for kind in kinds for day in kind.days})
    if not days:
        return said
    if len(days) > _FEW:
        first, last = (day_words(date.fromordinal(day), year=True) for day in (days[0], days[-1]))
        return _("{said}, from {first} to {last}").format(said=said, first=first, last=last)
    named = "; ".join(day_words(date.fromordinal(day), year=True) for day in days)
    return _("{said}: {days}").format(said=said, days=named)
