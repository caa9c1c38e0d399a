"""Practice: all exercises, with search and filters, shortest first."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout

from rewire_app.domain.exercise import Exercise, Family, Need
from rewire_app.i18n import _, ngettext
from rewire_app.ui.context import Context
from rewire_app.ui.page import Page
from rewire_app.ui.suggestion import suggest
from rewire_app.ui.theme import S2, S3, S4, S6, theme
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChipGroup, Segmented, only
from rewire_app.ui.widgets.fields import Field
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.hang import QUIET, hung
from rewire_app.ui.widgets.marks import Tag
from rewire_app.ui.widgets.text import Heading, Second, Small, Title

ANY = "any"
SHORT, LONG = 5, 10
"""Minutes: under 5, 5 to 10, longer."""


def need_names() -> list[tuple[str, str]]:
    """What a person may come looking for, in the words of the filter."""
    return [
        ("calm", _("Calm the body")),
        ("thoughts", _("Step back from thoughts")),
        ("action", _("Choose an action")),
        ("fear", _("Face a fear")),
        ("sleep", _("Sleep")),
        ("people", _("With people")),
        ("direction", _("What matters")),
    ]


def family_name(family: Family) -> str:
    """The school an exercise comes from, as said on its card."""
    names = {
        Family.DBT: _("DBT"),
        Family.ACT: _("ACT"),
        Family.CBT: _("CBT"),
        Family.BREATH: _("Breath and body"),
        Family.SLEEP: _("Sleep"),
        Family.UNLEARN: _("Unlearning"),
    }
    return names[family]


def minutes_text(exercise: Exercise) -> str:
    """How long it takes: "4 min" or "5 to 10 min"."""
    low, high = exercise.minutes
    return _("{n} min").format(n=low) if low == high else _("{a} to {b} min").format(a=low, b=high)


def folded(text: str) -> str:
    """`text` without case and accents, for finding."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def matches(exercise: Exercise, words: str, length: str, need: str) -> bool:
    """Whether `exercise` has all `words` in its texts and fits the chosen length and need."""
    low = exercise.minutes[0]
    fits = {ANY: True, "short": low < SHORT, "middle": SHORT <= low <= LONG, "long": low > LONG}[length]
    if not fits or (need != ANY and Need(need) not in exercise.needs):
        return False
    family = family_name(exercise.family)
    text = folded(f"{exercise.title} {exercise.summary} {exercise.module} {exercise.credit} {family}")
    return all(word in text for word in folded(words).split())


class ExerciseCard(Card):
    """One exercise of the catalogue: glyph, title, one line, length and school."""

    def __init__(self, exercise: Exercise, *, today: bool) -> None:
        super().__init__(clickable=True, padding=(23, 20), name=exercise.title)
        self.exercise = exercise
        top = QHBoxLayout()
        top.addWidget(Glyph(exercise.glyph, 44))
        top.addStretch(1)
        if today:
            top.addWidget(Tag(_("Today"), "new"), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addSpacing(S2)
        self.body.addWidget(Heading(exercise.title))
        self.body.addWidget(Second(exercise.summary))
        self.body.addStretch(1)
        self.body.addSpacing(S2)
        meta = f"{minutes_text(exercise)} · {family_name(exercise.family)}"
        self.body.addWidget(Small(meta, ink="ink3"))
        self.setAccessibleDescription(f"{exercise.summary} {meta}")
        self.setMinimumHeight(theme.px(164))


class PracticePage(Page):
    """The catalogue. Choosing a card begins the exercise; cautions come before its first step."""

    topics = frozenset({"practices", "plans"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._cards: list[ExerciseCard] = []
        self._columns = 0
        column = QVBoxLayout()
        column.setSpacing(0)
        self._title_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._title_row.setSpacing(S3)
        self._main = MainButton("", icon="play")
        self._main.clicked.connect(self._begin_today)
        self._title_row.addWidget(Title(_("Practice")), 1)
        self._title_row.addWidget(self._main)
        column.addLayout(self._title_row)
        column.addSpacing(S6)
        column.addLayout(self._filters())
        column.addSpacing(S3 - 2)
        column.addWidget(self._needs)
        column.addSpacing(S4)
        self._count = Small("")
        column.addWidget(self._count)
        column.addSpacing(S2)
        self._empty = QuietButton(_("Show all exercises"))
        self._empty.clicked.connect(self._clear)
        column.addLayout(hung(self._empty, start=QUIET))
        self._grid = QGridLayout()
        self._grid.setSpacing(S4)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.set_body(column, dense=True, top=36)

    def _filters(self) -> QBoxLayout:
        self._search = Field(
            _("Search exercises"), icon="search", show_label=False, placeholder=_("Search exercises")
        )
        self._search.changed.connect(self._filter)
        self._search.line.returnPressed.connect(self._to_first)
        self._length = Segmented(
            [
                (ANY, _("Any length")),
                ("short", _("Under 5 min")),
                ("middle", _("5 to 10 min")),
                ("long", _("Longer")),
            ],
            name=_("Length"),
        )
        self._length.set_value(ANY)
        self._length.changed.connect(self._filter)
        offered = {need.value for one in self.context.library.exercises() for need in one.needs}
        chips = [(ANY, _("Any need")), *((key, text) for key, text in need_names() if key in offered)]
        self._needs = ChipGroup(chips, name=_("What you need"))
        self._needs.set_value(ANY)
        self._needs.changed.connect(self._filter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(S3)
        self._row.addWidget(self._search, 1)
        self._row.addWidget(self._length, 0, Qt.AlignmentFlag.AlignVCenter)
        return self._row

    def refresh(self) -> None:
        """Read today's practice and the exercises; the filters stay."""
        from rewire_app.store import reads

        facts = reads.today(self.context.vault, self.context.today.toordinal())
        self._today = suggest(facts)
        self._route = "resume" if facts.unfinished else f"run/{self._today.id}"
        planned = facts.plan.minutes if facts.plan and facts.plan.exercise == self._today.id else None
        minutes = planned or self._today.minutes
        self._main.setText(_("Today: {title}, {n} min").format(title=self._today.title, n=minutes))
        for card in self._cards:
            card.deleteLater()
        ordered = sorted(self.context.library.exercises(), key=lambda one: (one.minutes, one.title))
        self._cards = [ExerciseCard(one, today=one.id == self._today.id) for one in ordered]
        for card in self._cards:
            card.clicked.connect(lambda one=card.exercise: self.go.emit(f"run/{one.id}"))
        self._columns = 0
        self._filter()

    def _begin_today(self) -> None:
        self.go.emit(self._route)

    def _to_first(self) -> None:
        """From the search to the first exercise it found."""
        found = self._grid.itemAtPosition(0, 0)
        card = found.widget() if found is not None else None
        to = card if card is not None else self._empty
        QTimer.singleShot(0, to, lambda: to.setFocus(Qt.FocusReason.TabFocusReason))  # after this Enter

    def _clear(self) -> None:
        self._search.set_value("")
        self._length.set_value(ANY)
        self._needs.set_value(ANY)
        self._filter()
        self._search.setFocus()

    def _filter(self) -> None:
        words = self._search.value()
        length, need = only(self._length), only(self._needs)
        shown = [card for card in self._cards if matches(card.exercise, words, length, need)]
        columns = self._wanted_columns()
        for card in self._cards:
            self._grid.removeWidget(card)
            if card not in shown:
                card.hide()
        for number, card in enumerate(shown):
            self._grid.addWidget(card, number // columns, number % columns)
            card.show()  # only now: shown before it has its place, it would be a window of its own
        for index in range(3):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        self._columns = columns
        self._empty.setVisible(not shown)
        self._count.setText(
            ngettext("{n} exercise, shortest first", "{n} exercises, shortest first", len(shown)).format(
                n=len(shown)
            )
            if shown
            else _("No exercise fits these words and filters.")
        )

    def _wanted_columns(self) -> int:
        if theme.scale >= 150:
            return 1
        return 3 if self.width() >= 900 * theme.scale / 100 else 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two when narrow, a list when the text is large."""
        ways = QBoxLayout.Direction
        wide = self.width() >= 860 * theme.scale / 100
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._title_row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        if self._cards and self._wanted_columns() != self._columns:
            self._filter()
        super().resizeEvent(event)
