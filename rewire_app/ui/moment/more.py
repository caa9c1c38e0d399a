"""What can be noted of a moment beside the three first things: closed until it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.journal.moment_words import bundled_feelings, bundled_skills
from rewire_app.domain.limits import shortened
from rewire_app.i18n import _, ngettext
from rewire_app.ui.base.context import Context
from rewire_app.ui.moment.choices import LONGEST, MomentChoices
from rewire_app.ui.moment.questions import more_questions
from rewire_app.ui.moment.word_list import WordList
from rewire_app.ui.widgets.base import box
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.form import Form
from rewire_app.ui.widgets.glyph import Glyph
from rewire_app.ui.widgets.layout import hbox, put, vbox, wide
from rewire_app.ui.widgets.press_row import PressRow
from rewire_app.ui.widgets.question import Captioned
from rewire_app.ui.widgets.text import Second, Small, Strong
from rewire_app.ui.widgets.theme import RADIUS_ITEM, S2, S3, S5, theme

AS_BROUGHT = ("did", "tag", "place", "company")
"""What is chosen from a few, and may hold other words in a file that was brought in."""
WORD_LISTS = {"skills": bundled_skills, "feelings": bundled_feelings}
ADDING = ("_new", "_list")
"""How the keys end of what only adds to a list, and is no answer about the moment."""


class MoreHead(PressRow):
    """The line that opens and closes the rest, with what it holds and how much of it is noted."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = Glyph("chevron-right", 18, role="ink2", folder="icons")
        self._count = Second("", wrap=False)
        about = _("Which path it took, the urge and what you did, who and where, the pattern it belongs to")
        text = vbox(Strong(_("More")), Small(about), gap=0)
        middle = Qt.AlignmentFlag.AlignVCenter
        hbox(wide(self._mark, 0, middle), wide(text, 1), wide(self._count, 0, middle), on=self, gap=S3)
        self.setAccessibleName(_("More"))

    def show_state(self, *, opened: bool, noted: int) -> None:
        """Show whether it is open, and how many things are noted."""
        count = ngettext("{n} noted", "{n} noted", noted).format(n=noted) if noted else _("nothing noted")
        self._count.setText(count)
        self._mark.set_name("chevron-down" if opened else "chevron-right")
        state = _("open") if opened else _("closed")
        self.setAccessibleDescription(f"{state}, {count}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft field under the mouse."""
        if self.underMouse():
            painter = self.painter()
            box(painter, self.rect(), theme.px(RADIUS_ITEM), theme.color("primarySoft"))
            painter.end()


class MoreCard(Card):
    """The line, and below it a form that is made when it is first opened. `changed()`: something was given.

    `choices` is asked then for what the moment can be linked to; it may raise a StoreError.
    """

    changed = Signal()

    def __init__(self, context: Context, choices: Callable[[], MomentChoices]) -> None:
        super().__init__(padding=(32, 18))
        self._context, self._choices = context, choices
        self._held: dict[str, Any] = {}
        self._form: Form | None = None
        self._lists: list[WordList] = []
        self._rest = QWidget()
        self._rest.hide()
        self._column = vbox(on=self._rest, gap=S5, margins=(0, S5, 0, S2))
        self.head = MoreHead()
        self.head.clicked.connect(lambda: self.open(not self._rest.isVisibleTo(self)))
        put(self.body, self.head, self._rest)
        self._say()

    def hold(self, answers: Mapping[str, Any]) -> None:
        """Show these answers; it opens where there are any."""
        self._held = dict(answers)
        if self._form is not None:
            self._fill_in(self._form)
        if self.noted:
            self.open(True)
        self._say()

    def answers(self) -> dict[str, Any]:
        """Every answer, also while it is closed."""
        return dict(self._held) if self._form is None else self._form.answers()

    def settle(self) -> None:
        """Take words that stand in a line to add them as added."""
        for one in self._lists:
            one.settle()

    def open(self, opened: bool) -> None:
        """Open or close it."""
        with self._context.hub.telling():
            if opened and self._form is None:
                self._make()
            self._rest.setVisible(opened)
        self._say()

    def renew(self) -> None:
        """Read the lists of words again."""
        for one in self._lists:
            one.read()

    def _make(self) -> None:
        form = Form(more_questions(self._choices()), self)
        lists = {name: WordList(self._context, form, name, made()) for name, made in WORD_LISTS.items()}
        for one in lists.values():
            one.changed.connect(self._changed)
        for key in form.questions:
            if not key.endswith(ADDING):
                self._column.addWidget(lists.get(key) or form.field(key))
        self._form, self._lists = form, list(lists.values())
        self.renew()
        self._fill_in(form)
        form.changed.connect(self._changed)

    def _fill_in(self, form: Form) -> None:
        for name, one in zip(WORD_LISTS, self._lists, strict=True):
            one.offer(self._held.get(name) or ())
        for key in AS_BROUGHT:
            self._offer_as_brought(form, key)
        known = {key: value for key, value in self._held.items() if key in form.questions}
        form.restore({key: one.nothing for key, one in form.questions.items()} | known)

    def _offer_as_brought(self, form: Form, key: str) -> None:
        """Words that came from elsewhere and are not among the options can be chosen as well, or are lost."""
        held, options = self._held.get(key) or (), form.questions[key].options
        known = {option for option, _words in options}
        words = [one for one in ((held,) if isinstance(held, str) else held) if one not in known]
        field = form.field(key)
        if words and isinstance(field, Captioned) and isinstance(field.control, ChipGroup):
            field.control.offer([*options, *((one, shortened(one, LONGEST)) for one in words)])

    def _changed(self) -> None:
        self._say()
        self.changed.emit()

    @property
    def noted(self) -> int:
        """How many things are noted here."""
        return sum(bool(value) for key, value in self.answers().items() if not key.endswith(ADDING))

    def _say(self) -> None:
        self.head.show_state(opened=self._rest.isVisibleTo(self), noted=self.noted)
