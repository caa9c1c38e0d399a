"""The cards of a day that are one row in the store: evening check, stress and note.

Each question stands here under the name of its field in `DayEntry`; cards and page go by that name alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import DayEntry, Lasted, Managed
from rewire_app.i18n import _
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading, Second
from rewire_app.ui.widgets.theme import S1, S4, S5


def evening_questions() -> Sequence[Question]:
    """What the evening check asks, looking back at the day."""
    return (
        Question(
            key="reactivity",
            label=_("All in all, how easily and strongly did you react today?"),
            kind=AnswerKind.RATING,
            low=_("hardly at all"),
            high=_("as much as I ever do"),
        ),
        Question(
            key="lasted",
            label=_("How long did upsets last?"),
            kind=AnswerKind.ONE,
            options=(
                (Lasted.NONE, _("There were none")),
                (Lasted.MINUTES, _("Minutes")),
                (Lasted.HOUR, _("Up to an hour")),
                (Lasted.HOURS, _("Hours")),
                (Lasted.DAY, _("Most of the day")),
            ),
        ),
        Question(
            key="managed",
            label=_("When it mattered, how often did you manage the response you wanted?"),
            kind=AnswerKind.ONE,
            options=(
                (Managed.NEVER, _("Never")),
                (Managed.RARELY, _("Rarely")),
                (Managed.HALF, _("About half")),
                (Managed.MOSTLY, _("Mostly")),
                (Managed.ALWAYS, _("Always")),
                (Managed.NOTHING, _("Nothing came up")),
            ),
        ),
        Question(
            key="mood",
            label=_("How was your mood over the day?"),
            kind=AnswerKind.RATING,
            low=_("very low"),
            high=_("very good"),
        ),
        Question(key="good", label=_("One good moment, if there was one")),
    )


def stress_questions() -> Sequence[Question]:
    """Stress of the day, and what it was about."""
    return (
        Question(
            key="stress",
            label=_("Stress today"),
            kind=AnswerKind.SLIDER,
            low=_("none"),
            high=_("too much"),
        ),
        Question(
            key="stress_about",
            name=_("What it was about"),
            kind=AnswerKind.SEVERAL,
            options=(
                ("work", _("Work")),
                ("family", _("Family")),
                ("health", _("Health")),
                ("money", _("Money")),
                ("other", _("Other")),
            ),
        ),
    )


class DayCard(Card):
    """A card that asks some fields of a day."""

    def __init__(self, questions: Sequence[Question], *, above: int = 23) -> None:
        super().__init__(padding=(29, above))
        self.form = Form(questions, self)

    def show_day(self, entry: DayEntry | None) -> None:
        """Show the fields of `entry`, or that nothing is noted; what stands there already stays."""
        self.form.show_values(
            {
                key: getattr(entry, key) if entry else question.nothing
                for key, question in self.form.questions.items()
            }
        )


class EveningCard(DayCard):
    """The evening check: reactivity first, the rest if one likes. Yesterday's answer is not to be seen."""

    def __init__(self, own: QWidget) -> None:
        """`own`: the person's own measures, asked after the others and before words."""
        super().__init__(evening_questions())
        self.body.addWidget(Heading(_("Evening check")))
        self.body.addSpacing(S1)
        self.body.addWidget(
            Second(_("From the evening on, looking back at the day. It takes about a minute."))
        )
        self.body.addSpacing(S4)
        parts = {key: self.form.field(key) for key in self.form.questions}
        words = [part for key, part in parts.items() if self.form.typed(key)]
        for part in (*(part for part in parts.values() if part not in words), own):
            self.body.addWidget(part)
            self.body.addSpacing(S5)
        for part in words:
            self.body.addWidget(part)


class StressCard(DayCard):
    """Stress of the day on a slider that records nothing until it is moved, and what it was about."""

    def __init__(self) -> None:
        super().__init__(stress_questions())
        self.body.addLayout(self.form.column(S4))
        self.body.addStretch(1)


class NoteCard(DayCard):
    """The day's note, in the person's own words."""

    def __init__(self) -> None:
        note = Question(key="note", label=_("Note"), kind=AnswerKind.TEXT, voice=True, framed=False)
        super().__init__([note], above=17)
        self.body.addWidget(self.form.field("note"))


def with_fields(entry: DayEntry, fields: Mapping[str, object]) -> DayEntry:
    """`entry` with some fields changed."""
    return replace(entry, **fields)  # type: ignore[arg-type]  # the name chooses the type
