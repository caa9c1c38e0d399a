"""The rows of the diary card that are the person's own: added, renamed, put away, and set in order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.diary import DiaryRow, DiarySort
from rewire_app.domain.lists.reading import moved
from rewire_app.i18n import _
from rewire_app.reports.diary import rows_in_order
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.diary.row_form import DiaryRowForm, adds
from rewire_app.ui.diary.writing import MOST, DiaryWriting
from rewire_app.ui.widgets.buttons import IconButton, QuietButton, SecondButton
from rewire_app.ui.widgets.layout import CHEVRON, QUIET, clear, hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.tab_order import arrange
from rewire_app.ui.widgets.text import Heading, Second, Strong
from rewire_app.ui.widgets.theme import S2, S3, S5, theme


def sort_title(sort: DiarySort) -> str:
    """What stands above the rows of a sort."""
    return {
        DiarySort.FEELING: _("Feelings"),
        DiarySort.URGE: _("Urges"),
        DiarySort.TARGET: _("Targets"),
    }[sort]


def first_feelings() -> tuple[str, ...]:
    """The feelings that are offered to begin with."""
    return _("Sadness"), _("Fear"), _("Anger"), _("Shame"), _("Joy")


class DiaryRowsView(QWidget):
    """`back()`: to the week. `opened(widget)`: a form wants to be in sight."""

    back = Signal()
    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._writing = DiaryWriting(context)
        self._rows: Sequence[DiaryRow] = ()
        self.form: DiaryRowForm | None = None
        self._drafting = Drafting(context, "diary-row", self._typed, self)
        self.way = QuietButton(_("The week"), icon="chevron-left")
        self.way.clicked.connect(self.back)
        self._body = vbox(gap=0)
        put(vbox(on=self, gap=0), hung(self.way, start=CHEVRON), S2, self._body, stretch())
        self.restyle()

    def restyle(self) -> None:
        """Let every row stand near what can be done with it."""
        self.setMaximumWidth(theme.px(NEAR))

    def refresh(self) -> None:
        """Read the rows anew; what is being typed stays. Raises a StoreError."""
        self._rows = rows_in_order(self._context.store)
        if (draft := self._drafting.first_read()) is not None:
            self._bring_back(draft)
        self._fill()

    def begin(self) -> None:
        """Put the keyboard where one begins."""
        if self.form is not None:
            self.form.begin()
        else:
            self.way.setFocus(Qt.FocusReason.OtherFocusReason)

    # showing

    def _fill(self) -> None:
        form = self.form
        if form is not None:
            self._body.removeWidget(form)
            form.setParent(self)
        clear(self._body)
        about = _(
            "You choose what stands on your card. What is put away keeps all that was noted, and comes back "
            "when you want it."
        )
        put(self._body, Heading(_("Rows of your own")), S2, Second(about))
        if not self._rows and form is None:
            start = SecondButton(_("Begin with five feelings"), icon="plus")
            start.clicked.connect(lambda: self._writing.begin_with(first_feelings()))
            put(self._body, S3, hbox(start, stretch()))
        for sort in DiarySort:
            self._put_sort(sort)
        arrange(self)

    def _put_sort(self, sort: DiarySort) -> None:
        rows = [row for row in self._rows if row.sort is sort]
        put(self._body, S5, Heading(sort_title(sort)), S2)
        for place, row in enumerate(rows):
            if self.form is not None and self.form.uid == row.uid:
                self._put_form(self.form)
            else:
                self._body.addWidget(self._line(row, first=place == 0, last=place == len(rows) - 1))
        if self.form is not None and self.form.row is None and self.form.sort is sort:
            self._put_form(self.form)
        elif self.form is None:
            add = QuietButton(adds(sort), icon="plus")
            add.clicked.connect(lambda: self.add(sort))
            nest(self._body, hung(add, start=QUIET))

    def _put_form(self, form: DiaryRowForm) -> None:
        put(self._body, S2, form, S2)
        form.show()

    def _line(self, row: DiaryRow, *, first: bool, last: bool) -> QWidget:
        line, named = QWidget(), QWidget()
        text = vbox(Strong(row.name), on=named, gap=0)
        about = [_("an urge to hurt myself")] if row.harm else []
        about += [] if row.asked else [_("put away")]
        if about:
            text.addWidget(Second(_(", ").join(about)))
        up = IconButton(_("Move up: {words}").format(words=row.name), "chevron-up")
        up.setEnabled(not first)
        up.clicked.connect(lambda: self._move(row, -1))
        down = IconButton(_("Move down: {words}").format(words=row.name), "chevron-down")
        down.setEnabled(not last)
        down.clicked.connect(lambda: self._move(row, 1))
        edit = QuietButton(_("Edit"))
        edit.setAccessibleName(_("Edit: {words}").format(words=row.name))
        edit.clicked.connect(lambda: self.edit(row))
        hbox(wide(named, 1, Qt.AlignmentFlag.AlignVCenter), up, down, edit, on=line, gap=S2)
        return line

    # writing

    def add(self, sort: DiarySort) -> None:
        """Open a form for a new row, unless the card is full."""
        if sum(row.asked for row in self._rows if row.sort is sort) >= MOST:
            words = _("{n} rows of a kind fit on one page. Put one away first.")
            self._context.hub.failed.emit(words.format(n=MOST))
            return
        self._open(DiaryRowForm(sort, self._writing.new_uid()))

    def edit(self, row: DiaryRow) -> None:
        """Open a row in its place."""
        if self.form is not None and self.form.filled:
            self._context.hub.failed.emit(_("There is a row here that is not kept yet. Keep it, or cancel."))
            self.form.begin()
            return
        self._close_form()
        self._open(DiaryRowForm(row.sort, row.uid, row))

    def _open(self, form: DiaryRowForm) -> None:
        self._place(form)
        self._fill()
        form.begin()
        self.opened.emit(form)

    def _place(self, form: DiaryRowForm) -> None:
        self.form = form
        form.setParent(self)
        form.kept.connect(self._keep)
        form.cancelled.connect(self._cancel)
        form.removed.connect(self._remove)
        form.doubted.connect(self._doubt)
        form.form.changed.connect(self._drafting.soon)

    def _doubt(self) -> None:
        self._context.hub.failed.emit(_("This is not kept yet. Esc once more leaves it out."))

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self._drafting.now()
            self._body.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _cancel(self) -> None:
        self._close_form()
        self._fill()
        self.begin()

    def _keep(self, row: DiaryRow) -> None:
        form = self.form
        if form is not None and self._writing.keep_row(row, known=form.row is not None):
            self._cancel()

    def _remove(self, uid: str) -> None:
        if self._writing.remove_row(uid):
            self._cancel()

    def _move(self, row: DiaryRow, by: int) -> None:
        alike = [one.uid for one in self._rows if one.sort is row.sort]
        others = [one.uid for one in self._rows if one.sort is not row.sort]
        self._writing.put_order([*others, *moved(alike, row.uid, by)])
        way = _("Move up: {words}") if by < 0 else _("Move down: {words}")
        for button in self.findChildren(IconButton):
            if button.accessibleName() == way.format(words=row.name) and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is half written

    def hold(self) -> bool:
        """Hold what is half written as a draft; False when that could not be."""
        return self._drafting.now()

    @property
    def unsaved(self) -> bool:
        """Whether a row is half written."""
        return self.form is not None and self.form.filled

    def _typed(self) -> FormDraft | None:
        if self.form is None or not self.form.filled:
            return None
        return FormDraft(uid=self.form.uid, under=self.form.sort, answers=self.form.form.answers())

    def _bring_back(self, draft: FormDraft) -> None:
        """Open the form as an earlier window left it."""
        known = next((row for row in self._rows if row.uid == draft.uid), None)
        if draft.under not in list(DiarySort):
            return
        form = DiaryRowForm(DiarySort(draft.under), draft.uid, known)
        form.form.restore({key: draft.answers[key] for key in form.form.questions if key in draft.answers})
        self._place(form)
