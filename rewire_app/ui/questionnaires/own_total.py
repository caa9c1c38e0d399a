"""The total of a questionnaire that was answered elsewhere: its name, the day and the number."""

from __future__ import annotations

from datetime import date
from math import isfinite

from PySide6.QtCore import Qt

from rewire_app.domain.journal.entries import new_uid
from rewire_app.domain.journal.scores import Score
from rewire_app.domain.limits import MAX_NAME
from rewire_app.i18n import _
from rewire_app.reports.questionnaires import known_as
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.widgets.buttons import SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.date_field import DateField
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import hung, put
from rewire_app.ui.widgets.question import Question
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S1, S3, S4

LONGEST = 20
"""Letters of a number."""


class OwnTotalCard(Card):
    """Takes one total at a time; what is half typed is held as a draft."""

    def __init__(self, context: Context) -> None:
        super().__init__(padding=(29, 23), name=_("Enter my total"))
        self._context = context
        self.form = Form(
            [
                Question(
                    key="questionnaire",
                    label=_("Which questionnaire?"),
                    limit=MAX_NAME,
                    needed=_("Give its name, as it stands on the sheet."),
                ),
                Question(
                    key="total",
                    label=_("The total"),
                    limit=LONGEST,
                    needed=_("Give the number that came out."),
                ),
            ],
            self,
        )
        self.day = DateField(_("The day on which it was answered"), lambda: context.today)
        keep = SecondButton(_("Keep the total"))
        keep.clicked.connect(self.keep)
        words = _("Answered another one, on paper or with someone? Its number can stand here too.")
        put(self.body, Heading(_("Enter my total")), S1, Second(words), S4, self.form.column(S3), S3)
        put(self.body, self.day, S4, hung(keep))
        self._drafting = Drafting(context, "total", self._typed, self)
        self.form.changed.connect(self._drafting.soon)
        self.day.changed.connect(self._drafting.soon)

    def bring_back(self) -> None:
        """Show what an earlier window left; raises a StoreError."""
        draft = self._drafting.first_read()
        if draft is None:
            if self.day.value() is None:
                self.day.set_value(self._context.today.toordinal())
            return
        self.form.restore({key: draft.answers.get(key, "") for key in self.form.questions})
        self.day.set_value(draft.answers.get("day"))

    def hold(self) -> bool:
        """Hold what is half typed as a draft; False when that could not be."""
        return self._drafting.now()

    def _typed(self) -> FormDraft | None:
        answers = self.form.answers()
        if not any(answers.values()):
            return None
        return FormDraft(uid="", answers=answers | {"day": self.day.value()})

    def keep(self) -> None:
        """Keep the total, or say what it needs; what was typed stays."""
        if not self.form.check():
            return
        try:
            total = float(self.form.answer("total").replace(",", "."))
        except ValueError:
            total = float("nan")
        if not isfinite(total):
            self.form.refuse("total", _("Use a number such as 14 or 3.5"))
            return
        day = self.day.value()
        if not self.day.check() or day is None:
            self.day.set_error(self.day.fault or _("Give the day. About is fine."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._write(total, date.fromordinal(day))

    def _write(self, total: float, day: date) -> None:
        now = self._context.clock.now()
        name = known_as(self._context.library, self.form.answer("questionnaire"))
        score = Score(uid=new_uid(now), questionnaire=name, day=day, at=now, total=total)
        if self._context.hub.do(_("total kept"), self._context.store.scores.add, score):
            self.form.clear()
            self.day.set_value(self._context.today.toordinal())
            self._drafting.now()
