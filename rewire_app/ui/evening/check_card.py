"""The card of the evening check: six rows, and below them body, medicine and measures of one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import DayEntry
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base.evening_questions import (
    ABOUT,
    about_question,
    body_questions,
    evening_questions,
    noted_of,
)
from rewire_app.ui.evening.custom_ratings import CustomRatingsPart
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.question_rows import BESIDE, QuestionRows
from rewire_app.ui.widgets.text import Small
from rewire_app.ui.widgets.theme import S1, S3, theme
from rewire_app.ui.widgets.unfold import LinkButton

ACROSS, DOWN = 29, 11


class CheckCard(Card):
    """Asks for one day. `counted()`: another number of rows is answered."""

    counted = Signal()

    def __init__(self, own: CustomRatingsPart) -> None:
        """`own`: the measures of one's own."""
        super().__init__(padding=(ACROSS, DOWN))
        self.form = Form((*evening_questions(), about_question(), *body_questions()), self)
        self._own = own
        self._about = self.form.field(ABOUT)
        self.rows = QuestionRows(self.form, evening_questions(), {"stress": self._about})
        self._body = QuestionRows(self.form, body_questions())
        self._rest = QWidget()
        self.more = LinkButton(_("Body, medicine and measures of your own"), icon="chevron-right")
        self.more.clicked.connect(lambda: self.unfold(not self._rest.isVisibleTo(self)))
        self._said = Small("")
        vbox(self._body, Divider(), S3, own, on=self._rest, gap=0)
        across = hbox(self.more, wide(self._said, 1, Qt.AlignmentFlag.AlignVCenter), gap=S3)
        put(self.body, self.rows, own.rows, Divider(), S1, across, self._rest)
        self.form.changed.connect(self._count)
        own.counted.connect(self.counted)
        self.unfold(unfolded=False)

    @property
    def answered(self) -> int:
        """How many of the rows that stand open have an answer."""
        questions = [one for one in evening_questions() if self.form.answer(one.key) != one.nothing]
        return len(questions) + self._own.answered

    @property
    def asked(self) -> int:
        """How many rows stand open: the six, and measures of one's own."""
        return len(evening_questions()) + self._own.asked

    @property
    def rated(self) -> bool:
        """Whether all is answered but the words."""
        return all(one.typed or self.form.answer(one.key) is not None for one in evening_questions())

    def begin(self) -> None:
        """Give the keyboard to the first row without an answer, or the first of all."""
        left = (one.key for one in evening_questions() if self.form.answer(one.key) == one.nothing)
        self.form.begin(next(left, evening_questions()[0].key))

    def show_day(self, entry: DayEntry | None) -> None:
        """Show what is noted of a day; what stands there already stays. The rest unfolds if it is noted."""
        self.form.show_values(
            {
                key: getattr(entry, key) if entry else question.nothing
                for key, question in self.form.questions.items()
            }
        )
        if noted_of(entry, body_questions()):
            self.unfold(unfolded=True)
        self._count()

    def unfold(self, unfolded: bool) -> None:
        """Open or close body, medicine and own measures."""
        self._rest.setVisible(unfolded)
        self.more.set_icon("chevron-down" if unfolded else "chevron-right")
        self.more.setAccessibleDescription(_("open") if unfolded else _("closed"))

    def _count(self, _key: str = "") -> None:
        stressed = self.form.answer("stress") is not None or bool(self.form.answer(ABOUT))
        self._about.setVisible(stressed)
        count = sum(self.form.answer(one.key) is not None for one in body_questions())
        noted = ngettext("{n} noted", "{n} noted", count).format(n=count)
        self._said.setText(noted if count else _("not noted, never needed"))
        self.counted.emit()

    def fit(self, width: int) -> None:
        """Rows side by side where `width` px give room for it."""
        beside = width >= theme.px(BESIDE)
        for rows in (self.rows, self._body, self._own):
            rows.fit(beside=beside)
