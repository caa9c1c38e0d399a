"""In which country one looks for help: a question, nothing is chosen for anybody."""

from __future__ import annotations

from datetime import date

from rewire_app.domain.crisis import EVERYWHERE, UNLISTED, Country, Crisis
from rewire_app.domain.library.searching import folded_text
from rewire_app.errors import ContentError
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.fields import Combo


def known_lines(context: Context) -> Crisis:
    """The crisis lines; when their file cannot be read, none, so that the rest of the page is still there."""
    try:
        return context.library.crisis()
    except ContentError:
        words = _("The website findahelpline.com lists people to talk to in most countries.")
        return Crisis(checked=date.min, fallback=words, countries=())


def emergency_words(country: Country | None) -> str:
    """The emergency number of `country` in a line, police and ambulance by name where they differ."""
    if country is None:
        return EVERYWHERE
    if country.emergency:
        return country.emergency
    return _("{police} (police), {ambulance} (ambulance)").format(
        police=country.police, ambulance=country.ambulance
    )


def ambulance_words(country: Country | None) -> str:
    """What to call when the body is in danger."""
    if country is None:
        return _("112 or your local emergency number")
    return country.emergency or country.ambulance


def country_choice(context: Context, label: str) -> Combo:
    """A list of all countries with numbers, by the alphabet; it asks until one was chosen."""
    countries = sorted(known_lines(context).countries, key=lambda one: folded_text(one.name))
    options = [(one.iso, one.name) for one in countries]
    options.append((UNLISTED, _("My country is not in the list")))
    combo = Combo(label, options, ask=_("Choose a country"))
    combo.set_value(context.settings.country)
    return combo
