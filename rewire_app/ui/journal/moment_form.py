"""Noting a moment: half a minute, every field optional, nothing lost when something needs a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rewire_app.domain.days import Clock, logical_day
from rewire_app.domain.journal.entries import Moment, Response, new_uid
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChipGroup, only
from rewire_app.ui.widgets.fields import Field, NumberField, TextArea, TimeField
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.text import Heading, Strong
from rewire_app.ui.widgets.theme import S2, S4, S5, theme

LONGEST_CALM_MIN = 2_880


def tag_names() -> list[tuple[str, str]]:
    """What kind of thing set a moment off."""
    return [
        ("person", _("A person")),
        ("work", _("Work")),
        ("body", _("The body")),
        ("thought", _("A thought")),
        ("memory", _("A memory")),
        ("place", _("A place")),
        ("screen", _("A screen")),
        ("other", _("Other")),
    ]


def response_names() -> list[tuple[str, str]]:
    """Which path it took; neither is a failure."""
    return [
        (Response.NEW, _("New response")),
        (Response.MIXED, _("A bit of both")),
        (Response.OLD, _("Old pattern")),
        (Response.UNSURE, _("Not sure")),
    ]


def did_names() -> list[tuple[str, str]]:
    """What a person may have done in the moment."""
    return [
        ("stopped", _("Stopped")),
        ("breathed", _("Breathed")),
        ("named it", _("Named it")),
        ("checked facts", _("Checked the facts")),
        ("opposite action", _("Opposite action")),
        ("made room", _("Made room for it")),
        ("asked for help", _("Asked for help")),
        ("walked away", _("Walked away")),
        ("argued", _("Argued")),
        ("shut down", _("Shut down")),
        ("scrolled", _("Scrolled")),
        ("ate or drank", _("Ate or drank")),
        ("checked", _("Checked again")),
        ("other", _("Other")),
    ]


def place_names() -> list[tuple[str, str]]:
    """Where it was."""
    return [
        ("home", _("Home")),
        ("work", _("Work")),
        ("street", _("Out")),
        ("online", _("Online")),
        ("transport", _("On the way")),
        ("other", _("Other")),
    ]


def company_names() -> list[tuple[str, str]]:
    """Who was there."""
    return [
        ("alone", _("Alone")),
        ("partner", _("Partner")),
        ("family", _("Family")),
        ("colleagues", _("Colleagues")),
        ("friends", _("Friends")),
        ("strangers", _("Strangers")),
    ]


class MomentForm(Card):
    """A new moment of `day`, or `moment` again. `kept(Moment)`; `cancelled()`; `removed(uid)`.

    `doubted()`: Esc was pressed although something is noted; a second Esc cancels.
    """

    kept = Signal(object)
    cancelled = Signal()
    removed = Signal(str)
    doubted = Signal()

    def __init__(
        self,
        day: date,
        clock: Clock,
        day_start: int,
        moment: Moment | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._day, self._clock, self._day_start, self._moment = day, clock, day_start, moment
        self._warned = False
        self.body.setSpacing(S2)
        self.body.addWidget(Heading(_("A moment") if moment else _("A new moment")))
        self.trigger = Field(_("What set it off?"), _("A few words are enough."))
        self.body.addWidget(self.trigger)
        self.tag = self._choose("", tag_names())
        self.peak = Rating(_("calm"), _("as strong as it gets"))
        self._ask(_("How strong was it at its strongest?"), self.peak)
        self.body.addSpacing(S4)
        self.body.addLayout(self._times())
        self.response = self._choose(_("Which path did it take?"), response_names())
        self.did = self._choose(_("What did you do? Choose any."), did_names(), several=True)
        self.body.addSpacing(S4)
        self.urge = Field(_("What was the urge?"))
        self.body.addWidget(self.urge)
        self.place = self._choose(_("Where?"), place_names())
        self.company = self._choose(_("With whom?"), company_names())
        self.body.addSpacing(S4)
        self.note = TextArea(_("Anything else"), voice=True, rows=2)
        self.body.addWidget(self.note)
        self.body.addSpacing(S4)
        self.body.addLayout(self._buttons())
        self._show()

    def _ask(self, question: str, control: QWidget) -> None:
        self.body.addSpacing(S4)
        if question:
            self.body.addWidget(Strong(question))
            control.setAccessibleName(question)
        self.body.addWidget(control)

    def _choose(self, question: str, options: list[tuple[str, str]], *, several: bool = False) -> ChipGroup:
        chips = ChipGroup(options, several=several, name=question or _("What kind of thing was it?"))
        self._ask(question, chips)
        return chips

    def _times(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(S5)
        self.time = TimeField(_("When did it start?"), _("Such as 14:20"))
        self.calm = NumberField(
            _("Minutes until about calm"), 0, LONGEST_CALM_MIN, _("Empty if you do not know")
        )
        self.still = ChipGroup([("still", _("Still going"))], several=True, name=_("Still going"))
        self.still.changed.connect(self._still_changed)
        for part in (self.time, self.calm):
            across.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.still, 0, Qt.AlignmentFlag.AlignBottom)
        self.still.setMinimumWidth(theme.px(130))
        return across

    def _still_changed(self) -> None:
        going = bool(self.still.chosen())
        self.calm.setEnabled(not going)
        if going:
            self.calm.set_value(None)

    def _buttons(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(S4)
        keep = MainButton(_("Keep this moment"))
        keep.clicked.connect(self.keep)
        cancel = SecondButton(_("Cancel"))
        cancel.clicked.connect(self.cancelled)
        across.addWidget(keep)
        across.addWidget(cancel)
        across.addStretch(1)
        if self._moment is not None:
            uid = self._moment.uid
            remove = QuietButton(_("Remove"), icon="trash")
            remove.clicked.connect(lambda: self.removed.emit(uid))
            across.addWidget(remove)
        return across

    def _show(self) -> None:
        moment = self._moment
        if moment is None:
            now = self._clock.now()
            if logical_day(now, self._day_start) == self._day:
                self.time.set_value(now.wall.hour * 60 + now.wall.minute)
            return
        self.trigger.set_value(moment.trigger)
        self.urge.set_value(moment.urge)
        self.note.set_value(moment.note)
        self.peak.set_value(moment.peak)
        self.time.set_value(_minutes(moment))
        self.calm.set_value(moment.calm_min)
        self.still.set_value(("still",) if moment.still_going else ())
        self.tag.set_value(moment.tag or None)
        self.response.set_value(moment.response)
        self.did.set_value(moment.did)
        self.place.set_value(moment.place or None)
        self.company.set_value(moment.company or None)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.trigger.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the moment; Esc cancels it, and asks for a second Esc when something is noted."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filled and not self._warned:
            self._warned = True
            self.doubted.emit()
        else:
            self.cancelled.emit()

    @property
    def filled(self) -> bool:
        """Whether there is anything in it that would be lost."""
        texts = (self.trigger.value(), self.urge.value(), self.note.value())
        chips = (self.tag, self.response, self.did, self.place, self.company)
        said = any(texts) or self.peak.value() is not None or any(group.chosen() for group in chips)
        return self._made() != self._moment if self._moment is not None else said

    def keep(self) -> None:
        """Say `kept` with what was noted, or mark the field that needs a change."""
        if not self.time.check() or not self.calm.check():
            (self.calm if self.time.check() else self.time).setFocus()
            return
        if self.time.value() is None:
            self.time.set_error(_("Give a time such as 14:20. About is fine."))
            self.time.setFocus()
            return
        nothing = not self.trigger.value() and self.peak.value() is None and not self.response.chosen()
        if nothing:
            self.trigger.set_error(_("Write what set it off, or choose how strong it was."))
            self.trigger.setFocus()
            return
        self.kept.emit(self._made())

    def _made(self) -> Moment:
        at = self._clock.at(self._wall())
        before = self._moment or Moment(uid=new_uid(self._clock.now()), at=at, day=self._day)
        if self._moment is not None and self.time.value() == _minutes(self._moment):
            at = self._moment.at
        response = only(self.response)
        return replace(
            before,
            at=at,
            trigger=self.trigger.value(),
            urge=self.urge.value(),
            note=self.note.value(),
            peak=self.peak.value(),
            calm_min=self.calm.value(),
            still_going=bool(self.still.chosen()),
            response=Response(response) if response else None,
            tag=only(self.tag),
            did=self.did.chosen(),
            place=only(self.place),
            company=only(self.company),
        )

    def _wall(self) -> datetime:
        """The wall time typed, on this logical day."""
        minutes = self.time.value() or 0
        date_of = self._day if minutes >= self._day_start * 60 else self._day + timedelta(days=1)
        return datetime(date_of.year, date_of.month, date_of.day) + timedelta(minutes=minutes)


def _minutes(moment: Moment) -> int:
    """When it was, in minutes after midnight on the clock on the wall."""
    return moment.at.wall.hour * 60 + moment.at.wall.minute
