"""What may fit what is strongest now: rows to begin from, with people first where it is very strong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.content.library import Library
from rewire_app.domain.exercise.states import RankedFit
from rewire_app.i18n import _, ngettext
from rewire_app.insight.eased_words import caveat
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import QUIET, hung, nest, put, vbox
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.text import Body, Heading, Second, Small
from rewire_app.ui.widgets.theme import S2, S4, S5, S6


class Offered(QWidget):
    """Rows to begin from. `go(Route)`."""

    go = Signal(object)

    def __init__(
        self,
        library: Library,
        found: Sequence[RankedFit],
        *,
        very_strong: bool,
        chest: str = "",
        people: str = "",
        planned: bool = False,
        eased: Mapping[str, str] | None = None,
    ) -> None:
        """`chest`: what goes before any exercise; `people`: why people come first; "" where nothing does.

        `planned`: there is a crisis plan, to be had where it is very strong. `eased`: what the
        person's own ratings did, a phrase by exercise.
        """
        super().__init__()
        column = vbox(on=self, gap=0, margins=(0, S6, 0, 0))
        if very_strong or people:
            put(column, self._people_first(very_strong=very_strong, why=people), S5)
        put(column, Heading(_("Or steady yourself first") if very_strong else _("This may fit")), S2)
        if chest:
            put(column, Second(chest), S2)
        if very_strong and planned:
            plan = OpenRow("d-crisisplan", _("My crisis plan"), _("Your own words, for a moment like this."))
            plan.clicked.connect(lambda: self.go.emit(routes.lists("crisis_plan")))
            put(column, plan, Divider())
        own = {} if eased is None else eased
        for number, one in enumerate(found):
            if number:
                column.addWidget(Divider())
            exercise = library.exercise(one.fit.exercise)
            least = ngettext("from {n} minute", "from {n} minutes", one.minutes[0]).format(n=one.minutes[0])
            title = _("{exercise}, {length}").format(exercise=exercise.title, length=least)
            row = OpenRow(exercise.glyph, title, " ".join(filter(None, (one.fit.why, own.get(exercise.id)))))
            row.clicked.connect(lambda to=exercise.id: self.go.emit(routes.run(to)))
            column.addWidget(row)
        if not found:
            column.addWidget(Second(_("Nothing here suits right now. Practice has all exercises.")))
        if any(one.fit.exercise in own for one in found):
            put(column, S2, Small(caveat()))
        column.addSpacing(S2)
        every = QuietButton(_("See all exercises"))
        every.clicked.connect(lambda: self.go.emit(routes.PRACTICE))
        nest(column, hung(every, start=QUIET))

    def _people_first(self, *, very_strong: bool, why: str) -> Card:
        """Kindly and plainly: people come before exercises."""
        strong = _("You do not have to carry it alone. Help now has people to talk to, and one slow breath.")
        card = Card(padding=(31, 27), name=_("That is very strong") if very_strong else why)
        if very_strong:
            card.body.addWidget(Heading(_("That is very strong")))
        put(card.body, *(Body(one) for one in (why, strong if very_strong else "") if one), S4)
        button = MainButton(_("Open Help now"), icon="help", large=True)
        button.clicked.connect(lambda: self.go.emit(routes.HELP))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return card
