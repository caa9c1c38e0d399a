"""What of an opened pass can be changed by hand: what it belongs to, and the answers of a chain."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.change import Change
from rewire_app.domain.exercise.answer_fields import answer_of
from rewire_app.domain.exercise.belonging import PassLinks, answered_anew, linked
from rewire_app.domain.exercise.pass_answers import read_answers
from rewire_app.errors import BadInputError
from rewire_app.i18n import _
from rewire_app.reports.opened_pass import OpenedPass
from rewire_app.reports.pass_lines import exercise_of
from rewire_app.reports.records import moments_offered, patterns_offered
from rewire_app.ui.base.context import Context
from rewire_app.ui.passes.answers_form import AnswersForm
from rewire_app.ui.passes.belonging_form import BelongingForm
from rewire_app.ui.widgets.autosave import Burst
from rewire_app.ui.widgets.layout import clear, put, vbox
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.theme import S4, theme


class PassChanging(QWidget):
    """No room while nothing is changed. `opened(widget)`: a form was opened; `closed()`: it is done."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._page: OpenedPass | None = None
        self.links: BelongingForm | None = None
        self.answers: AnswersForm | None = None
        self._place = vbox(on=self, gap=0)
        self.hide()
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes: an answer stands near its question."""
        self.setMaximumWidth(theme.px(NEAR))

    @property
    def covers(self) -> bool:
        """Whether it stands in the place of the document."""
        return self.answers is not None

    def show_page(self, page: OpenedPass) -> None:
        """Follow what was read; another pass closes what was open."""
        before, self._page = self._page, page
        if before is not None and before.line.uid != page.line.uid:
            self._end()
        if self.answers is not None:
            self.answers.show_fields(page.fields)
        if self.links is not None:
            self._offer(self.links, page)

    # what it belongs to

    def open_links(self) -> None:
        """Choose what it belongs to."""
        page = self._page
        if page is None:
            return
        self._end()
        form = BelongingForm()
        with self._context.hub.telling():
            self._offer(form, page)
            self.links = form
            self._show(form)
            form.chosen.connect(self._link)
            form.closed.connect(self.close_form)
            form.begin()

    def _offer(self, form: BelongingForm, page: OpenedPass) -> None:
        store = self._context.store
        moments = moments_offered(store, page.line.day, page.links.moment)
        form.offer(moments, patterns_offered(store), page.links)

    def _link(self, links: object) -> None:
        page = self._page
        if page is None or not isinstance(links, PassLinks):
            return
        if links.moment != page.links.moment and links.moment and not links.pattern:
            moment = self._context.store.moments.get(links.moment)
            links = replace(links, pattern=moment.pattern or "" if moment is not None else "")
        self._context.hub.do(_("what a record belongs to"), self._write, page.line.uid, links)

    def _write(self, uid: str, links: PassLinks) -> Change:
        practice = self._context.store.practices.get(uid)
        if practice is None:
            raise BadInputError(_("This practice is not there any more."))
        return self._context.store.practices.edit(replace(practice, answers=linked(practice.answers, links)))

    # its answers

    def open_answers(self) -> None:
        """Change its answers."""
        page = self._page
        if page is None or not page.fields:
            return
        self._end()
        self.answers = AnswersForm(page.fields, partial(self._keep, page.line.uid))
        self._show(self.answers)
        self.answers.closed.connect(self.close_form)
        self.answers.begin()

    def _keep(self, uid: str, name: str, words: str, burst: Burst) -> bool:
        """Save one answer; raises BadInputError."""
        context, practice = self._context, None
        with context.hub.telling():
            practice = context.store.practices.get(uid)
        exercise = None if practice is None else exercise_of(context.library, practice.exercise)
        if practice is None or exercise is None:
            return False
        value = answer_of(exercise, read_answers(practice.answers) or {}, name, words)
        made = replace(practice, answers=answered_anew(practice.answers, {name: value}))
        if made == practice:
            return True
        named = replace(burst, of=f"answers/{uid}/{name}")
        return context.hub.keep(_("an answer changed"), named, context.store.practices.edit, made)

    # opening and closing

    def _show(self, form: QWidget) -> None:
        put(self._place, form, S4)
        self.show()
        self.opened.emit(form)

    def _end(self) -> None:
        """Close what is open; what is typed was saved."""
        self.answers = self.links = None
        self.hide()
        clear(self._place)

    def close_form(self) -> None:
        """That was all."""
        self._end()
        self.closed.emit()

    def flush(self) -> None:
        """Save what is typed now."""
        if self.answers is not None:
            self.answers.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something typed could not be saved yet."""
        return self.answers is not None and self.answers.unsaved
