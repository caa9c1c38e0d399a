"""One practice opened: read as a document, copied, printed, noted on, done again, taken out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.reports.opened_pass import OpenedPass, read_practice
from rewire_app.reports.records import RecordBelongs, belongs_to
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.copying import copy_private
from rewire_app.ui.base.keys import register
from rewire_app.ui.base.raising import raise_in_session
from rewire_app.ui.passes.changing import PassChanging
from rewire_app.ui.passes.document import OpenedColumn
from rewire_app.ui.passes.pass_notes import PassNotes
from rewire_app.ui.passes.reading_aloud import ReadingAloud
from rewire_app.ui.passes.side import PracticeSide
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.layout import CHEVRON, clear, hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in
from rewire_app.ui.widgets.theme import S1, S5, S10, theme

SIDE_BY_SIDE, PAIRS = 820, 560
"""Px of the design from which on the side stands beside the document, and two blocks next to each other."""


class PracticeView(QWidget):
    """`go(Route)`; `back()`: to the list. `other(uid)`: an earlier or later one. `opened(widget)`.

    `removed()`: it is to be taken out. `home`: what the list is called, "" all that was practised.
    """

    go = Signal(object)
    back = Signal()
    other = Signal(str)
    opened = Signal(object)
    removed = Signal()

    def __init__(self, context: Context, home: str = "") -> None:
        super().__init__()
        self._context = context
        self._home = home or _("Your practice")
        self.page: OpenedPass | None = None
        self._large = False
        self._belongs = RecordBelongs()
        self._form = (False, False)
        self._way = QuietButton(self._home, icon="chevron-left")
        self._way.clicked.connect(self._step_back)
        self._earlier = QuietButton(_("Earlier one"), icon="chevron-left")
        self._earlier.clicked.connect(lambda: self.other.emit(self.page.earlier if self.page else ""))
        self._later = QuietButton(_("Later one"), icon="chevron-right")
        self._later.clicked.connect(lambda: self.other.emit(self.page.later if self.page else ""))
        self.notes = PassNotes(context)
        self.notes.opened.connect(self.opened)
        self.notes.built.connect(self._order)
        self.changing = PassChanging(context)
        self.changing.opened.connect(self._change)
        self.changing.closed.connect(self._changed)
        self.reading = ReadingAloud(self)
        self._read = QWidget()
        self._body = vbox(self.notes, on=self._read, gap=0)
        ways = hbox(-theme.px(CHEVRON), self._way, stretch(), self._earlier, self._later, gap=0)
        vbox(ways, S1, self.changing, self._read, on=self, gap=0)
        self._side: PracticeSide | None = None
        for place, button in enumerate((self._earlier, self._later)):
            register("passes", self, button.click, only=place)
        register("print", self, self._print)

    # showing

    def show_practice(self, uid: str) -> bool:
        """Read a practice and show it; False when it is not there. Raises a StoreError."""
        page = read_practice(self._context.vault, self._context.library, uid)
        if page is None:
            return False
        if self.page is None or self.page.line.uid != uid:
            self._large = False
        belongs = belongs_to(self._context.store, page.links)
        before, self.page, self._belongs = (self.page, self._belongs), page, belongs
        self.changing.show_page(page)
        self._read.setHidden(self.changing.covers)
        if before[0] is None or _without_notes(before[0]) != _without_notes(page) or before[1] != belongs:
            self._build()  # otherwise all but the notes is there, and one that is being written stays still
        self.notes.show_notes(uid, page.notes)
        return True

    def _build(self) -> None:
        page = self.page
        if page is None:
            return
        self.reading.stop()
        here = QApplication.focusWidget()
        typing = here if here is not None and self.notes.isAncestorOf(here) else None
        self._body.removeWidget(self.notes)
        self.notes.setParent(self)
        clear(self._body)
        beside, pairs = self._form = _wanted_form(self.width())
        self._earlier.setVisible(bool(page.earlier) and not self._large)
        self._later.setVisible(bool(page.later) and not self._large)
        self._way.setText(_("Back to its usual size") if self._large else self._home)
        read = OpenedColumn(page, self.notes, self._context.today, large=self._large, narrow=not pairs)
        if self._large:
            self._side = None
            self._body.addWidget(read)
        else:
            self._side = self._made_side(page, read, narrow=not beside)
            if beside:
                top = Qt.AlignmentFlag.AlignTop
                across = hbox(wide(read, 1), wide(self._side, 0, top), gap=theme.px(S10))
                nest(self._body, across)
            else:
                put(self._body, read, S5, self._side)
        self._body.addStretch(1)
        self._order()
        if typing is not None:  # it went with its place, and comes back once it is seen again
            QTimer.singleShot(0, typing, lambda: typing.setFocus(Qt.FocusReason.OtherFocusReason))

    def _made_side(self, page: OpenedPass, read: QWidget, *, narrow: bool) -> PracticeSide:
        side = PracticeSide(page, self._belongs, self._context.today, self.reading, narrow=narrow)
        context, line = self._context, page.line
        side.aloud.connect(lambda: self.reading.begin(read))
        side.large.connect(self._turn_large)
        side.edit.connect(self.changing.open_answers)
        side.links.connect(self.changing.open_links)
        side.copy.connect(lambda: copy(context, page))
        side.paper.connect(self._print)
        side.note.connect(self.notes.add)
        side.guess.connect(lambda: self.go.emit(routes.guess_from(page.document.title, line.uid)))
        side.raised.connect(lambda: raise_in_session(context, raised_words(page)))
        side.again.connect(lambda: self.go.emit(routes.run(line.exercise, words_of=line.uid)))
        side.all.connect(lambda: self.go.emit(routes.practised(exercise=line.exercise)))
        side.remove.connect(self.removed)
        side.go.connect(self.go)
        side.other.connect(self.other)
        return side

    def _order(self) -> None:
        """Let Tab go as one reads: the ways, the document with its notes, what can be done."""
        stops: list[QWidget] = [self._way, self._earlier, self._later]
        stops += [*stops_in(self.changing), *stops_in(self.notes)]
        if self._side is not None:
            stops += self._side.buttons
        set_tab_order(stops)

    def begin(self) -> None:
        """Put the keyboard on the way back, from where one reads on."""
        self._way.setFocus(Qt.FocusReason.OtherFocusReason)

    # what the person does

    def _change(self, form: object) -> None:
        """A form was opened: it is read in the place of the document, or above it."""
        self.reading.stop()
        self._read.setHidden(self.changing.covers)
        self._order()
        self.opened.emit(form)

    def _changed(self) -> None:
        """What was changed is read again."""
        self._read.show()
        self._order()
        if self._side is not None:
            self._side.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_back(self) -> None:
        if self._large:
            self._turn_large()
        else:
            self.back.emit()

    def _print(self) -> None:
        if self.page is not None:
            put_on_paper(self.window(), self.page)

    def _turn_large(self) -> None:
        """Set the words large, or as usual."""
        self._large = not self._large
        self._build()
        self.begin()

    def leave(self) -> None:
        """Save what is being written, and be silent."""
        self.notes.leave()
        self.changing.flush()
        self.reading.stop()

    @property
    def unsaved(self) -> bool:
        """Whether something typed could not be saved yet."""
        return self.notes.unsaved or self.changing.unsaved

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side stands below the document when there is little room."""
        super().resizeEvent(event)
        if self.page is not None and _wanted_form(self.width()) != self._form:
            self._build()

    def restyle(self) -> None:
        """Take over new sizes."""
        self._build()


def _wanted_form(width: int) -> tuple[bool, bool]:
    """Whether the side stands beside the document, and whether blocks stand side by side."""
    return width >= theme.px(SIDE_BY_SIDE), width >= theme.px(PAIRS)


def _without_notes(page: OpenedPass) -> OpenedPass:
    """`page` without its notes, which may be the first words of its line, too."""
    return replace(page, notes=(), line=replace(page.line, words=""))


def copy(context: Context, page: OpenedPass) -> None:
    """Put the document on the clipboard as text."""
    context.hub.said.emit(copy_private(page.text()))


def raised_words(page: OpenedPass) -> str:
    """The line to raise that a practice becomes: its exercise, its day, and what it is called."""
    line = page.line
    head = _("{title}, {day}").format(title=line.title, day=day_words(line.day))
    words = page.document.title or line.words
    return _("{head}: {words}").format(head=head, words=words) if words else head


def put_on_paper(window: QWidget, page: OpenedPass) -> None:
    """Ask for a printer, and print the document."""
    from rewire_app.ui.passes.printing import print_on
    from rewire_app.ui.widgets.paper import ask_and_print

    ask_and_print(window, _("Print this practice"), lambda printer: print_on(printer, page))
