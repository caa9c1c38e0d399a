"""What would go along with an export, for who decides: parts, how much each is, and what it would show."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.i18n import _, ngettext
from rewire_app.reports.your_data import size_words
from rewire_app.store.carried import ExportPart, Wanted, carried, counts
from rewire_app.store.vault.vault import Vault

ENTRY_BYTES = 900
"""About so many bytes an entry takes, in the JSON and in a table together."""
COUNTED = {
    ExportPart.PRACTICE: "practices",
    ExportPart.NIGHTS: "nights",
    ExportPart.EVENINGS: "days",
    ExportPart.MOMENTS: "moments",
    ExportPart.PEOPLE: "crisis_plan",
}
"""The table whose rows stand for a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTold:
    """A part as it is offered: its name, how much of it there is, and what a reader would learn."""

    part: ExportPart
    name: str
    amount: str
    shows: str


def parts_told(vault: Vault, wanted: Wanted) -> tuple[PartTold, ...]:
    """Every part in the days of `wanted`, whether it is chosen or not; raises a StoreError."""
    found = counts(vault, Wanted(first=wanted.first, last=wanted.last))
    return tuple(
        PartTold(part=part, name=name, amount=_amount(part, found), shows=shows)
        for part, name, shows in _words()
    )


def _words() -> tuple[tuple[ExportPart, str, str], ...]:
    return (
        (
            ExportPart.PRACTICE,
            _("Practice"),
            _("When you practised, which exercise, and the numbers before and after"),
        ),
        (ExportPart.NIGHTS, _("Nights"), _("When you go to bed and get up, and how you slept")),
        (ExportPart.EVENINGS, _("Evenings and stress"), _("How you felt on each day, as numbers")),
        (
            ExportPart.MOMENTS,
            _("Moments, numbers only"),
            _("When something upset you, how strongly and for how long, but not what"),
        ),
        (
            ExportPart.WORDS,
            _("Words you wrote"),
            _(
                "Everything: names, what set things off, your answers and plans. Leave it out of a table "
                "that you give to others."
            ),
        ),
        (ExportPart.PEOPLE, _("Crisis plan"), _("Names and phone numbers of others")),
    )


def _amount(part: ExportPart, found: dict[str, int]) -> str:
    if part is ExportPart.WORDS:
        number = sum(found[one.table.name] for one in carried() if one.part is ExportPart.WORDS)
    else:
        number = found[COUNTED[part]]
    forms = {
        ExportPart.PRACTICE: ngettext("{n} time", "{n} times", number),
        ExportPart.NIGHTS: ngettext("{n} night", "{n} nights", number),
        ExportPart.EVENINGS: ngettext("{n} evening", "{n} evenings", number),
        ExportPart.MOMENTS: ngettext("{n} moment", "{n} moments", number),
        ExportPart.WORDS: ngettext("{n} text", "{n} texts", number),
        ExportPart.PEOPLE: ngettext("{n} line", "{n} lines", number),
    }
    return forms[part].format(n=number)


def total_words(vault: Vault, wanted: Wanted) -> str:
    """ "379 entries, about 0.4 MB.", and that words are left out if they are; raises a StoreError."""
    number = sum(counts(vault, wanted).values())
    said = ngettext("{n} entry, about {size}.", "{n} entries, about {size}.", number)
    told = said.format(n=number, size=size_words(number * ENTRY_BYTES))
    if ExportPart.WORDS not in wanted.parts and ExportPart.PEOPLE not in wanted.parts:
        return _("{told} No words of yours, no names.").format(told=told)
    return told
