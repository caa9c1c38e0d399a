"""Dropping something in without opening the notes: a rating, a moment or a note, sealed at once."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.days import logical_day
from rewire_app.domain.journal.dropped import QuickRating
from rewire_app.domain.journal.entries import Moment, new_uid
from rewire_app.domain.journal.notes import Note
from rewire_app.errors import BadInputError, RewireError
from rewire_app.i18n import _, ngettext
from rewire_app.store.dropped import Dropped, drop
from rewire_app.store.vault import box
from rewire_app.store.vault.files import ProfileFiles
from rewire_app.ui.base.context import Context
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.fields import Field, TextArea
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.rating import Rating
from rewire_app.ui.widgets.text import Heading, Second, Small, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5, theme

WIDE, NARROW = 620, 460
"""Px of the design across: the card, and what leads to it."""


class DropKind(StrEnum):
    """What can be dropped in."""

    RATING = "rating"
    MOMENT = "moment"
    NOTE = "note"


class DropCard(Card):
    """Asks for one thing of a kind, and seals it. `dropped()`: it is in the box. `left()`: not wanted."""

    dropped = Signal()
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(padding=(32, 22), name=_("Drop something in, without opening"))
        self._context = context
        self._title = Heading()
        names = (_("Rating"), _("Moment"), _("Note"))
        self.kinds = Segmented(tuple(zip(DropKind, names, strict=True)), name=_("What to drop in"))
        self.value = Rating(_("calm"), _("as strong as it gets"), name=_("How strong is it right now?"))
        self.words = Field(_("A few words, if you like"))
        self.trigger = Field(_("What set it off?"))
        self.peak = Rating(
            _("calm"), _("as strong as it gets"), name=_("How strong was it at its strongest?")
        )
        self.note = TextArea(_("Your note"), rows=3, show_label=False)
        self._bodies = self._made_bodies()
        self._fault = Second("", ink="coralText")
        self._foot = Small()
        self.go = MainButton(_("Drop it in"))
        cancel = QuietButton(_("Cancel"))
        lock = Glyph("lock", 18, role="ink2", folder="icons")
        middle = Qt.AlignmentFlag.AlignVCenter
        foot = hbox(lock, wide(self._foot, 1, middle), cancel, self.go, gap=S2)
        head = hbox(wide(self._title, 1, middle), wide(self.kinds, 0, middle), gap=S4)
        put(self.body, head, S3, *self._bodies.values(), S2, self._fault, S3, foot)
        self.kinds.changed.connect(self._turn)
        for line in (self.words.line, self.trigger.line):
            line.returnPressed.connect(self.drop)
        self.go.clicked.connect(self.drop)
        cancel.clicked.connect(self.left)
        self._turn(DropKind.RATING)

    def _made_bodies(self) -> dict[DropKind, QWidget]:
        rating, moment, note = QWidget(), QWidget(), QWidget()
        vbox(self.value, S4, self.words, on=rating, gap=0)
        strongest = Strong(self.peak.accessibleName())
        vbox(self.trigger, S4, strongest, S1, self.peak, on=moment, gap=0)
        vbox(self.note, on=note, gap=0)
        return {DropKind.RATING: rating, DropKind.MOMENT: moment, DropKind.NOTE: note}

    def begin(self, kind: DropKind) -> None:
        """Ask for something of `kind`, with the keyboard in the first field."""
        self._foot.setText(" ".join(filter(None, (_("Sealed at once."), waiting_words(self._context)))))
        if self.kinds.value() == kind:
            self._turn(kind)
        else:
            self.kinds.set_value(kind)
        first = {
            DropKind.RATING: self.value,
            DropKind.MOMENT: self.trigger.line,
            DropKind.NOTE: self.note.edit,
        }
        first[kind].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def filled(self) -> bool:
        """Whether anything was given that would be lost."""
        return any(self._holds(kind) for kind in DropKind)

    def drop(self) -> bool:
        """Seal what the kind in sight holds; False, and it is said why, where that cannot be.

        What was given of another kind comes into sight then, and is dropped in or left by itself.
        """
        try:
            drop(self._context.folder, self._entry(self._kind))
        except RewireError as error:
            self._say(str(error))
            return False
        self._empty(self._kind)
        waits = next((kind for kind in DropKind if self._holds(kind)), None)
        if waits is None:
            self.dropped.emit()
        else:
            self.begin(waits)
            announce(self.go, f"{_('It is in the box.')} {self._title.text()}")
        return True

    def drop_all(self) -> None:
        """Seal whatever was given of any kind, as the notes are opened or the window ends."""
        for kind in DropKind if self.filled else ():
            try:
                drop(self._context.folder, self._entry(kind))
            except BadInputError:  # nothing was given there
                continue
            except RewireError as error:
                self._say(str(error))
                return
        self.clear()

    def clear(self) -> None:
        """Forget what was given."""
        for kind in DropKind:
            self._empty(kind)
        self._say("")

    def _fields(self, kind: DropKind) -> tuple[Rating | None, Field | TextArea]:
        """The number and the words of `kind`."""
        fields: dict[DropKind, tuple[Rating | None, Field | TextArea]] = {
            DropKind.RATING: (self.value, self.words),
            DropKind.MOMENT: (self.peak, self.trigger),
            DropKind.NOTE: (None, self.note),
        }
        return fields[kind]

    def _holds(self, kind: DropKind) -> bool:
        number, words = self._fields(kind)
        return bool(words.value()) or (number is not None and number.value() is not None)

    def _empty(self, kind: DropKind) -> None:
        number, words = self._fields(kind)
        words.set_value("")
        if number is not None:
            number.set_value(None)

    def _entry(self, kind: DropKind) -> Dropped:
        """What was given, as an entry of now; raises BadInputError where nothing was."""
        now = self._context.clock.now()
        day, uid = logical_day(now, self._context.settings.day_start), new_uid(now)
        match kind:
            case DropKind.NOTE:
                return Note(uid=uid, day=day, at=now, text=self.note.value().strip())
            case DropKind.MOMENT:
                trigger, peak = self.trigger.value(), self.peak.value()
                if not trigger and peak is None:
                    raise BadInputError(_("Write what set it off, or choose how strong it was."))
                return Moment(uid=uid, day=day, at=now, trigger=trigger, peak=peak)
        value, words = self.value.value(), self.words.value()
        if value is not None:
            return QuickRating(uid=uid, day=day, at=now, value=value, words=words)
        raise BadInputError(_("Choose a number first."))

    def _say(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        if sentence:
            announce(self.go, sentence)

    def _turn(self, chosen: str) -> None:
        self._kind = kind = DropKind(chosen)
        titles = {
            DropKind.RATING: _("How strong is it right now?"),
            DropKind.MOMENT: _("A moment"),
            DropKind.NOTE: _("A note"),
        }
        self._title.setText(titles[kind])
        for one, body in self._bodies.items():
            body.setVisible(one is kind)
        self._say("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class DropPart(QWidget):
    """The way to the card below a lock screen. `opened(bool)`: the card is there, or gone again."""

    opened = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._lead = Second()
        self._way = QWidget(self)
        row = Flow(gap=S3 - 2)
        self.ways: dict[DropKind, SecondButton] = {}
        names = (_("A rating"), _("A moment"), _("A note"))
        for kind, name in zip(DropKind, names, strict=True):
            self.ways[kind] = button = SecondButton(name)
            button.clicked.connect(partial(self.open, kind))
            row.add(button)
        title = Heading(_("Or drop something in, without opening"))
        vbox(Divider(), S5, title, S1, self._lead, S4, row, on=self._way, gap=0)
        self.card = DropCard(context)
        vbox(self._way, self.card, on=self, gap=0)
        self.card.hide()
        self.card.dropped.connect(self._dropped)
        self.card.left.connect(self._leave)
        self._last = DropKind.RATING
        self._tell()
        self.restyle()
        self.setVisible(box.read_label(ProfileFiles(context.folder)) is not None)

    @property
    def is_open(self) -> bool:
        """Whether the card is there."""
        return not self.card.isHidden()

    def open(self, kind: DropKind) -> None:
        """Ask for something of `kind`."""
        self._last = kind
        self._show_card(there=True)
        self.card.begin(kind)

    def restyle(self) -> None:
        """Take over new sizes."""
        self.setMaximumWidth(theme.px(WIDE if self.is_open else NARROW))

    def _dropped(self) -> None:
        self._leave()
        announce(self.ways[self._last], f"{_('It is in the box.')} {waiting_words(self._context)}")

    def _leave(self) -> None:
        self.card.clear()
        self._show_card(there=False)
        self._tell()
        self.ways[self._last].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self, *, there: bool) -> None:
        self._way.setVisible(not there)
        self.card.setVisible(there)
        self.restyle()
        self.opened.emit(there)

    def _tell(self) -> None:
        words = _("It goes into a sealed box. It is read, once, when you open Rewire.")
        self._lead.setText(" ".join(filter(None, (words, waiting_words(self._context)))))


def waiting_words(context: Context) -> str:
    """How many things wait in the box; "" none."""
    count = box.waiting(ProfileFiles(context.folder))
    words = ngettext("One thing waits in the box.", "{n} things wait in the box.", count)
    return words.format(n=count) if count else ""
