"""What a day's body and medicine were given: asked below the evening check, closed until it is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import DayEntry, LookedAfter, MedicineNote
from rewire_app.i18n import _
from rewire_app.ui.widgets.layout import vbox
from rewire_app.ui.widgets.question import AnswerKind, FormField, Question
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S1, S3
from rewire_app.ui.widgets.unfold import LinkButton


def body_questions() -> Sequence[Question]:
    """How far the body was looked after, and what there is to say about medicine; no names, no doses."""
    far = (
        (LookedAfter.YES, _("Yes")),
        (LookedAfter.PARTLY, _("Partly")),
        (LookedAfter.NO, _("No")),
    )
    asked = {
        "body": _("Looked after an illness or a pain"),
        "ate": _("Ate regularly"),
        "sober": _("Little or no alcohol and drugs"),
        "slept": _("Slept enough"),
        "moved": _("Moved the body"),
    }
    return (
        *(Question(key=key, label=words, kind=AnswerKind.ONE, options=far) for key, words in asked.items()),
        Question(
            key="medicine",
            label=_("Medicine"),
            kind=AnswerKind.ONE,
            options=(
                (MedicineNote.TAKEN, _("Taken")),
                (MedicineNote.MISSED, _("Missed")),
                (MedicineNote.CHANGED, _("Changed today")),
            ),
        ),
    )


class BodyPart(QWidget):
    """The fields of `body_questions`, below a button that opens and closes them."""

    def __init__(self, fields: Sequence[FormField]) -> None:
        super().__init__()
        self._rest = QWidget()
        self.button = LinkButton(_("Body and medicine"))
        self.button.clicked.connect(lambda: self._unfold(not self._rest.isVisibleTo(self)))
        vbox(Second(_("Any of these can stay open.")), S1, *fields, on=self._rest, gap=S3)
        vbox(self.button, self._rest, on=self, gap=0)
        self._unfold(False)

    def show_day(self, entry: DayEntry | None) -> None:
        """Open for a day of which something here is noted."""
        if entry is not None and any(getattr(entry, one.key) is not None for one in body_questions()):
            self._unfold(True)

    def _unfold(self, unfolded: bool) -> None:
        self._rest.setVisible(unfolded)
        self.button.setAccessibleDescription(_("open") if unfolded else _("closed"))
