"""People to talk to: the numbers of the person's country, asked for on the card itself until it is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.crisis import UNLISTED, Country, HelpLine, LineGrade, written_first
from rewire_app.domain.day_words import day_words
from rewire_app.domain.lists.entries import CrisisLine, CrisisSection
from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.privacy_choices import NO_KEY
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.countries import country_choice, emergency_words, known_lines
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import QUIET_END, clear, hbox, hung, nest, put, wide
from rewire_app.ui.widgets.text import Heading, Number, Small, Strong
from rewire_app.ui.widgets.theme import S2, S3, S4
from rewire_app.ui.widgets.unfold import LinkButton


def plan_of(context: Context) -> list[CrisisLine] | None:
    """The plan for a crisis; empty when there is none, None when it cannot be read now."""
    if not context.ready:
        return None
    from rewire_app.store import queries as reads

    try:
        return reads.crisis_plan(context.vault)
    except StoreError:
        return None


def own_person(context: Context) -> CrisisLine | None:
    """Whom of the own plan one can call: the first one with a number or another way to be reached."""
    people = (one for one in plan_of(context) or () if one.section is CrisisSection.PEOPLE)
    return next((one for one in people if one.contact), None)


class PeopleCard(Card):
    """The emergency number first, then the lines of the country.

    As long as nobody chose a country, the card begins with that question and shows what works in many.
    `few`: the emergency number, the first line and the own person only, for who has to decide nothing more;
    with `by_someone` the first lines for who is hurt by someone close come before them. `sought(QWidget)`:
    the heading of those lines is to be seen.
    """

    sought = Signal(object)

    def __init__(self, context: Context, *, few: bool = False, by_someone: bool = False) -> None:
        super().__init__(padding=(31, 27))
        self._context = context
        self._few, self._by_someone = few, by_someone
        self._crisis = known_lines(context)
        self._choice = country_choice(context, _("Show numbers for"))
        self._choice.setParent(self)
        self._choice.changed.connect(lambda chosen: context.preferences.put(country=chosen))
        self._asking = False
        self.ask()
        context.preferences.changed.connect(self._follow)

    @property
    def _country(self) -> Country | None:
        return self._crisis.country(self._context.settings.country)

    @property
    def first_number(self) -> str:
        """The emergency number, with what it is."""
        return _("{number}, emergency services").format(number=emergency_words(self._country))

    def ask(self) -> None:
        """Begin with the question, if it is open still; else offer a change at the end."""
        self._asking = not self._context.settings.country and bool(self._crisis.countries)
        self._choice.setVisible(self._asking)
        self._show()

    def _follow(self) -> None:
        """Another country was chosen, here or at the first start; where it was asked, the list stays."""
        if self._context.settings.country != self._shown:
            self._show()

    def _show(self) -> None:
        body = self.body
        body.removeWidget(self._choice)  # the list stays, so that what is typed in it finds on
        clear(body)
        self._shown = self._context.settings.country
        country = self._country
        self._choice.set_value(self._shown)
        body.setSpacing(0)
        if not self._few:
            put(body, Heading(_("Talk to a person")), S4)
        if self._asking and not self._few:
            put(body, self._choice, S4)
        if country is None:
            self._show_everywhere()
        else:
            self._show_lines(country)
        if not self._few:
            self._show_violence(country)
        if self._few and (own := own_person(self._context)) is not None:
            self._entry(own.text, own.contact, _("From your plan"))
        if self._asking and self._few:  # the numbers come first
            put(body, self._choice, S4)
        if self._crisis.countries:
            self._foot(country)

    def _show_everywhere(self) -> None:
        """What works in many countries, for who has chosen none, or lives where no number is known."""
        detail = _(
            "In Europe and from most mobile phones the first, in North America the second. "
            "Elsewhere your local emergency number."
        )
        self._entry(_("If anyone is in danger now"), emergency_words(None), detail)
        put(self.body, Small(self._crisis.fallback, role="second"), S3)

    def _show_lines(self, country: Country) -> None:
        self._show_emergency(country)
        if not self._few:
            link = LinkButton(_("Hurt or threatened by someone close?"))
            link.clicked.connect(lambda: self.sought.emit(self._hurt))
            put(self.body, wide(link, 0, Qt.AlignmentFlag.AlignLeading), S4)
        if self._by_someone:
            for line in written_first(country.violence)[:2]:  # to write to, and to call
                self._entry(line.name, line.contact, _about(line))
        first = (country.to_call,) if country.to_call is not None else ()
        for line in first if self._few else written_first(country.lines):
            self._entry(line.name, line.contact, _about(line))
        if not country.lines:
            words = _("No line was found for {country}. {elsewhere}")
            told = words.format(country=country.name, elsewhere=self._crisis.fallback)
            put(self.body, Small(told, role="second"), S4)

    def _show_emergency(self, country: Country) -> None:
        """One number for everything, or police and ambulance by their names."""
        if country.emergency:
            self._entry(_("If anyone is in danger now"), country.emergency, _("Emergency services"))
        if country.police:
            self._entry(_("Police, if anyone is in danger now"), country.police, "")
            self._entry(_("Ambulance"), country.ambulance, "")

    def _show_violence(self, country: Country | None) -> None:
        """Lines for who is hurt by someone close, and how not to be seen with them."""
        self._hurt = Heading(_("If someone close hurts or threatens you"))
        put(self.body, self._hurt, S2)
        key = self._context.settings.hide_key
        hides = (
            _("Esc pressed three times hides Rewire at once.")
            if key == NO_KEY
            else _("{key}, or Esc pressed three times, hides Rewire at once.").format(key=key)
        )
        seen = _("On a shared computer, use someone else’s phone or computer if you can.")
        put(self.body, Small(f"{seen} {hides}", role="second"), S4)
        lines = written_first(country.violence) if country is not None else ()
        for line in lines:
            self._entry(line.name, line.contact, _about(line))
        if not lines:
            told = _("The emergency number is for this too.")
            if country is not None:
                none = _("No line of this kind was found for {country}.").format(country=country.name)
                told = f"{none} {told}"
            put(self.body, Small(told, role="second"), S4)

    def _entry(self, title: str, number: str, detail: str) -> None:
        self.body.addWidget(Strong(title, role="button_large"))
        shown = Number(number)
        shown.setWordWrap(True)
        shown.setAccessibleName(f"{title}: {number}")
        self.body.addWidget(shown)
        if detail:
            self.body.addWidget(Small(detail, role="second"))
        put(self.body, S4, Divider(), S4 + 2)

    def _foot(self, country: Country | None) -> None:
        day = day_words(self._crisis.checked, year=True)
        if country is not None:
            words = _("Numbers for: {country}. Checked on {day}.").format(country=country.name, day=day)
        elif self._shown == UNLISTED:
            words = _("Your country is not in the list. Checked on {day}.").format(day=day)
        else:
            words = _("Numbers for many countries. Checked on {day}.").format(day=day)
        change = QuietButton(_("Change"))
        change.setAccessibleName(_("Show numbers for another country"))
        change.clicked.connect(self._offer_countries)
        if self._choice.isVisibleTo(self):
            change.hide()
        told = wide(Small(words), 1, Qt.AlignmentFlag.AlignVCenter)
        hbox(told, change, on=(holder := QWidget()))
        self._change = change
        nest(self.body, hung(holder, end=QUIET_END))
        if self._crisis.aged(self._context.today):
            late = _("That is a while ago, and numbers may have changed. In an emergency: {number}.")
            number = emergency_words(country) if country else _("112 or your local emergency number")
            self.body.addWidget(Small(late.format(number=number), role="second"))
        if not self._asking:
            self.body.addWidget(self._choice)

    def _offer_countries(self) -> None:
        """Show the list of countries."""
        self._change.hide()
        self._choice.show()
        self._choice.setFocus()


def _about(line: HelpLine) -> str:
    parts = [line.hours, line.note]
    if line.certainty is not LineGrade.HIGH:
        parts.append(_("Not checked a second time: please check it."))
    return ". ".join(part[:1].upper() + part[1:].rstrip(".") for part in parts if part)
