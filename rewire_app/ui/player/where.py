"""Where a practice was, and with whom: two questions at its end, in the words that moments have too."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.moment_words import company_names, place_names
from rewire_app.i18n import _
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.theme import S4


class WhereQuestions(QWidget):
    """`changed(str, str)`: place and company as they are chosen now, "" for not noted."""

    changed = Signal(str, str)

    def __init__(self, place: str, company: str) -> None:
        super().__init__()
        asked = (
            Question(key="place", label=_("Where?"), kind=AnswerKind.ONE, options=place_names()),
            Question(key="company", label=_("With whom?"), kind=AnswerKind.ONE, options=company_names()),
        )
        self.form = Form(asked, self)
        self.form.show_values({"place": place, "company": company})
        self.form.changed.connect(self._chosen)
        vbox(self.form.column(S4), on=self)

    def _chosen(self, _key: str) -> None:
        answers = self.form.answers()
        self.changed.emit(str(answers["place"] or ""), str(answers["company"] or ""))
