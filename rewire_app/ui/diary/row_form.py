"""The form of one row of the diary card: what it is called, and what kind of urge it is."""

from __future__ import annotations

from collections.abc import Sequence

from rewire_app.domain.lists.diary import DiaryRow, DiarySort
from rewire_app.i18n import _
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import nest
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S4

LONGEST = 40
"""So many letters of a name fit beside its week."""


def adds(sort: DiarySort) -> str:
    """What adds a row of a sort."""
    return {
        DiarySort.FEELING: _("Add a feeling"),
        DiarySort.URGE: _("Add an urge"),
        DiarySort.TARGET: _("Add a target"),
    }[sort]


def row_questions(sort: DiarySort, *, known: bool) -> Sequence[Question]:
    """What is asked of a row."""
    hints = {
        DiarySort.FEELING: _("Such as shame, or joy"),
        DiarySort.URGE: _("What you feel pulled to do, such as: drink alone"),
        DiarySort.TARGET: _("Something small that is met on a day or not, such as: say one wish"),
    }
    questions = [
        Question(
            key="name",
            label=_("What is it called?"),
            hint=hints[sort],
            limit=LONGEST,
            needed=_("Give it a name. One word is enough."),
        )
    ]
    if sort is DiarySort.URGE:
        words = _("This is an urge to hurt myself")
        questions.append(Question(key="harm", label=words, kind=AnswerKind.SWITCH))
    if known:
        questions.append(Question(key="asked", label=_("On the card"), kind=AnswerKind.SWITCH))
    return questions


class DiaryRowForm(FormCard):
    """A new row of a sort under `uid`, or `row` again; it makes a row."""

    def __init__(self, sort: DiarySort, uid: str, row: DiaryRow | None = None) -> None:
        super().__init__(row_questions(sort, known=row is not None), padding=(24, 20))
        self.sort, self.uid, self.row = sort, uid, row
        title = _("Change this row") if row is not None else adds(sort)
        self.setAccessibleName(title)
        self.body.setSpacing(S4)
        self.body.addWidget(Heading(title))
        for name in self.form.questions:
            self.body.addWidget(self.form.field(name))
        nest(self.body, self.buttons(_("Keep"), uid if row is not None else ""))
        shown = row or DiaryRow(uid=uid, sort=sort, name="")
        self.form.show_values({key: getattr(shown, key) for key in self.form.questions})

    def begin(self) -> None:
        """Put the keyboard into the name."""
        self.form.begin("name")

    def made(self) -> DiaryRow | None:
        """The row, or None when the name is missing."""
        given = super().made()
        if not isinstance(given, dict):
            return None
        asked = self.row is None or bool(given["asked"])
        return DiaryRow(
            uid=self.uid, sort=self.sort, name=given["name"], harm=bool(given.get("harm")), asked=asked
        )
