"""Whether the plan still fits, asked after some days away: in a row, or as a choice after a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.journal.plan_words import days_words
from rewire_app.domain.plan_parts import minutes_words
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.today.plan_answers import PlanAnswers
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.choices import ChoiceList, only
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import QUIET_END, hbox, hung, lay_on, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Heading, Second, Small, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5, theme

if TYPE_CHECKING:
    from rewire_app.reports.way_back import WayBack

SAME, SMALLER, NONE = "same", "smaller", "none"
BESIDE = 760
"""From so many px at 100 % on the answers stand beside the question."""


class PlanFit(QWidget):
    """The plan in words and three answers."""

    def __init__(self) -> None:
        super().__init__()
        self._answers: PlanAnswers | None = None
        self._planned = Second("")
        text = vbox(Strong(_("Does the plan still fit?")), self._planned, gap=0)
        self._smaller = SecondButton(_("Make it smaller"))
        fits, pause = SecondButton(_("It fits")), QuietButton(_("Pause it"))
        fits.clicked.connect(lambda: self._answers and self._answers.fits())
        self._smaller.clicked.connect(lambda: self._answers and self._answers.smaller())
        pause.clicked.connect(lambda: self._answers and self._answers.pause())
        self._buttons = Flow(gap=S2 + 2)
        for button in (fits, self._smaller, pause):
            self._buttons.add(button)
        flag = wide(Glyph("flag", 24, role="ink2", folder="icons"), 0, Qt.AlignmentFlag.AlignTop)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        put(self._across, wide(hbox(flag, wide(text, 1), gap=S4), 1))
        self._across.addWidget(self._buttons)
        vbox(Divider(), S4, self._across, on=self, gap=0)

    def ask(self, back: WayBack, answers: PlanAnswers) -> None:
        """Ask about the plan of `back`."""
        self._answers = answers
        self._planned.setText(back.planned)
        self._smaller.setVisible(bool(answers.small))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The answers stand beside the question where there is room."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self.width() >= theme.px(BESIDE)
        self._across.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._across.setSpacing(theme.px(S5 if beside else S3))


class PlanChoice(QWidget):
    """What would fit now: the same plan, a smaller one, or none. A choice is kept at once."""

    def __init__(self) -> None:
        super().__init__()
        self._answers: PlanAnswers | None = None
        self._was = Small("", role="second")
        self._place = vbox()
        vbox(Heading(_("What would fit now?")), S1, self._was, S3, self._place, stretch(), on=self, gap=0)
        self._list: ChoiceList | None = None
        self._offered: list[tuple[str, str]] = []

    def ask(self, back: WayBack, answers: PlanAnswers) -> None:
        """Ask about the plan of `back`, with nothing chosen."""
        assert back.plans, "there is a plan to ask about"
        self._answers = answers
        self._was.setText(_("Your plan was: {plan}").format(plan=back.planned))
        offered = [(SAME, _("The same plan again"))]
        if len(answers.small) == 1:
            small = answers.small[0]
            time, days = minutes_words(small.minutes or 1), days_words(small)
            offered.append((SMALLER, _("A smaller one: {time}, {days}").format(time=time, days=days)))
        elif answers.small:
            offered.append((SMALLER, _("Smaller ones: less time, on fewer days")))
        offered.append((NONE, _("No plan for now: nothing is asked")))
        if self._list is not None and not self._list.chosen() and offered == self._offered:
            return  # the same question: who stands in it stays there
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        self._offered = offered
        self._list = ChoiceList(offered, name=_("What would fit now?"))
        self._list.changed.connect(self._take)
        self._place.addWidget(self._list)

    def _take(self) -> None:
        if self._answers is None or self._list is None:
            return
        acts = {SAME: self._answers.fits, SMALLER: self._answers.smaller, NONE: self._answers.none}
        act = acts.get(only(self._list))
        if act is not None:
            act()


class PeopleRow(QWidget):
    """That nobody has to carry something hard alone, and the way to people. `go(Route)`."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        words = Second(_("If something hard happened, you do not have to carry it alone."))
        button = QuietButton(_("People to talk to"))
        button.clicked.connect(lambda: self.go.emit(routes.HELP))
        middle = Qt.AlignmentFlag.AlignVCenter
        across = hbox(
            wide(Glyph("message", 22, role="ink2", folder="icons"), 0, middle),
            wide(words, 1, middle),
            wide(button, 0, middle),
            gap=S4,
        )
        row = QWidget()
        lay_on(row, across)
        vbox(Divider(), S2, hung(row, end=QUIET_END), on=self, gap=0)
