"""Whom to call, as sentences for paper: the numbers of the person's country, with the day of their check."""

from __future__ import annotations

from dataclasses import dataclass

from rewire_app.domain.crisis import Country, Crisis, written_first
from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.ui.base.countries import emergency_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNumbers:
    """`short` fits one line; `first`: with a line to call; `hurt`: for who is hurt by someone close, or "".

    `told`: all that stands at the head of a sheet, with the day on which the numbers were checked.
    """

    short: str
    first: str
    hurt: str
    told: str


def paper_numbers(crisis: Crisis, iso: str) -> PaperNumbers:
    """The numbers for the country `iso`; without one, what works in many countries."""
    country = crisis.country(iso)
    short = _("If anyone is in danger now: {number}.").format(number=emergency_words(country))
    checked = day_words(crisis.checked, year=True)
    if country is None:
        elsewhere = _(
            "In Europe and from most mobile phones the first, in North America the second. "
            "Elsewhere your local emergency number."
        )
        first = f"{short} {elsewhere}"
        return PaperNumbers(short=short, first=first, hurt="", told=f"{first} {crisis.fallback}")
    line = country.to_call
    called = _("{name}: {number}.").format(name=line.name, number=line.contact) if line else crisis.fallback
    first = f"{short} {called}"
    words = _("Numbers for: {country}. Checked on {day}.").format(country=country.name, day=checked)
    return PaperNumbers(short=short, first=first, hurt=_hurt(country), told=f"{first} {words}")


def _hurt(country: Country) -> str:
    lines = written_first(country.violence)[:2]
    numbers = [_("{name}: {number}.").format(name=one.name, number=one.contact) for one in lines]
    words = _("If someone close hurts or threatens you: {numbers}")
    return words.format(numbers=" ".join(numbers)) if lines else ""
