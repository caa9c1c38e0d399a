"""The cards of a day that are one row in the store: evening check, stress and note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.entries import DayEntry, Lasted, Managed
from rewire_app.i18n import _
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChipGroup, only
from rewire_app.ui.widgets.fields import Field, TextArea
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.slider import ToneSlider
from rewire_app.ui.widgets.text import Heading, Second, Strong
from rewire_app.ui.widgets.theme import S1, S2, S4, S5

TYPING_MS = 800
"""How long typing rests before it is saved, milliseconds."""


def about_names() -> list[tuple[str, str]]:
    """What stress can be about."""
    return [
        ("work", _("Work")),
        ("family", _("Family")),
        ("health", _("Health")),
        ("money", _("Money")),
        ("other", _("Other")),
    ]


def lasted_names() -> list[tuple[str, str]]:
    """How long upsets lasted."""
    return [
        (Lasted.NONE, _("There were none")),
        (Lasted.MINUTES, _("Minutes")),
        (Lasted.HOUR, _("Up to an hour")),
        (Lasted.HOURS, _("Hours")),
        (Lasted.DAY, _("Most of the day")),
    ]


def managed_names() -> list[tuple[str, str]]:
    """How often the wanted response came."""
    return [
        (Managed.NEVER, _("Never")),
        (Managed.RARELY, _("Rarely")),
        (Managed.HALF, _("About half")),
        (Managed.MOSTLY, _("Mostly")),
        (Managed.ALWAYS, _("Always")),
        (Managed.NOTHING, _("Nothing came up")),
    ]


Word = TypeVar("Word", Lasted, Managed)


def one_of(kind: type[Word], group: ChipGroup) -> Word | None:
    """What is chosen in `group`, None when nothing is."""
    key = only(group)
    return kind(key) if key else None


class DayCard(Card):
    """A card that shows some fields of a day and says which changed.

    `edited(name, value)`: a field has a new value. Typing is told `TYPING_MS` after it rests, or at
    `flush()`.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None, *, above: int = 23) -> None:
        super().__init__(parent, padding=(29, above))
        self._showing = False
        self._typed: dict[str, Field | TextArea] = {}
        self._waiting: set[str] = set()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING_MS)
        self._rest.timeout.connect(self.flush)

    def _tell(self, name: str, value: Any) -> None:
        if not self._showing:
            self.edited.emit(name, value)

    def _type_into(self, name: str, field: Field | TextArea) -> None:
        self._typed[name] = field
        field.changed.connect(lambda: self._wait(name))

    def _wait(self, name: str) -> None:
        if self._showing:
            return
        self._waiting.add(name)
        if not self._rest.isActive():  # at most TYPING_MS of typing is ever unsaved
            self._rest.start()

    def flush(self) -> None:
        """Save what was typed now."""
        self._rest.stop()
        waiting, self._waiting = self._waiting, set()
        for name in waiting:
            self._tell(name, self._typed[name].value())

    def show_day(self, entry: DayEntry | None) -> None:
        """Show the fields of `entry`, or that nothing is noted; a field being typed in is left alone."""
        self._showing = True
        try:
            self._show(entry)
            for name, field in self._typed.items():
                if name not in self._waiting:
                    field.set_value(getattr(entry, name) if entry else "")
        finally:
            self._showing = False

    def _show(self, entry: DayEntry | None) -> None:
        """Show what is not typed."""


class EveningCard(DayCard):
    """The evening check: reactivity first, the rest if one likes. Yesterday's answer is not to be seen."""

    def __init__(self, own: QWidget | None = None) -> None:
        """`own`: the person's own measures, asked after the others."""
        super().__init__()
        self.body.setSpacing(0)
        self.body.addWidget(Heading(_("Evening check")))
        self.body.addSpacing(S1)
        self.body.addWidget(
            Second(_("From the evening on, looking back at the day. It takes about a minute."))
        )
        self.body.addSpacing(S4)
        self.reactivity = Rating(_("hardly at all"), _("as much as I ever do"))
        self._ask(_("All in all, how easily and strongly did you react today?"), self.reactivity)
        self.reactivity.changed.connect(lambda: self._tell("reactivity", self.reactivity.value()))
        self.lasted = ChipGroup(lasted_names())
        self._ask(_("How long did upsets last?"), self.lasted)
        self.lasted.changed.connect(lambda: self._tell("lasted", one_of(Lasted, self.lasted)))
        self.managed = ChipGroup(managed_names())
        self._ask(_("When it mattered, how often did you manage the response you wanted?"), self.managed)
        self.managed.changed.connect(lambda: self._tell("managed", one_of(Managed, self.managed)))
        self.mood = Rating(_("very low"), _("very good"))
        self._ask(_("How was your mood over the day?"), self.mood)
        self.mood.changed.connect(lambda: self._tell("mood", self.mood.value()))
        if own is not None:
            self.body.addWidget(own)
            self.body.addSpacing(S5)
        self.good = Field(_("One good moment, if there was one"))
        self._type_into("good", self.good)
        self.body.addWidget(self.good)

    def _ask(self, question: str, control: QWidget) -> None:
        self.body.addWidget(Strong(question))
        self.body.addSpacing(S2)
        control.setAccessibleName(question)
        self.body.addWidget(control)
        self.body.addSpacing(S5)

    def _show(self, entry: DayEntry | None) -> None:
        self.reactivity.set_value(entry.reactivity if entry else None)
        self.lasted.set_value(entry.lasted if entry else None)
        self.managed.set_value(entry.managed if entry else None)
        self.mood.set_value(entry.mood if entry else None)


class StressCard(DayCard):
    """Stress of the day on a slider that records nothing until it is moved, and what it was about."""

    def __init__(self) -> None:
        super().__init__()
        self.slider = ToneSlider(_("Stress today"), "amber", _("none"), _("too much"))
        self.slider.changed.connect(lambda: self._tell("stress", self.slider.value()))
        self.about = ChipGroup(about_names(), several=True, name=_("What it was about"))
        self.about.changed.connect(lambda: self._tell("stress_about", self.about.chosen()))
        self.body.addWidget(self.slider)
        self.body.addSpacing(S4)
        self.body.addWidget(self.about)
        self.body.addStretch(1)

    def _show(self, entry: DayEntry | None) -> None:
        self.slider.set_value(entry.stress if entry else None)
        self.about.set_value(entry.stress_about if entry else ())


class NoteCard(DayCard):
    """The day's note, in the person's own words."""

    def __init__(self) -> None:
        super().__init__(above=17)
        self.note = TextArea(_("Note"), voice=True, framed=False, rows=3)
        self._type_into("note", self.note)
        self.body.addWidget(self.note)


def with_fields(entry: DayEntry, fields: Mapping[str, object]) -> DayEntry:
    """`entry` with some fields changed."""
    return replace(entry, **fields)  # type: ignore[arg-type]  # the name chooses the type
