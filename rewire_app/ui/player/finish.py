"""The end of an exercise: what was rated, a plan for real life, a note, why it may help, what follows."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.domain.amounts import length_words
from rewire_app.domain.exercise.exercise import Scale
from rewire_app.domain.exercise.screens import FinishScreen
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.player.path_line import BeforeAfterLine
from rewire_app.ui.player.plan import PlanEditor
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import AGAIN, COLUMN_WIDE, FINISH, FINISH_PLAIN, Act, ScreenButtons, View
from rewire_app.ui.player.way_out import Offers, put_pause
from rewire_app.ui.player.where import WhereQuestions
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.fields import TextArea
from rewire_app.ui.widgets.layout import put
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.text import Body, Heading, Lead, PlanSentence, QuestionText, Second
from rewire_app.ui.widgets.theme import theme
from rewire_app.ui.widgets.unfold import LinkButton


def _add_words(stage: Stage) -> str:
    """What can be added at the end; where it was is not asked where nothing is kept."""
    return _("Add a line for yourself") if stage.unkept else _("Add a line, and where it was")


class FinishView(View):
    """That it was practice, before and after on one line, the sentence to keep, and a line of note."""

    width_px: ClassVar[int] = COLUMN_WIDE

    def __init__(self, screen: FinishScreen, stage: Stage) -> None:
        super().__init__(screen, stage)
        took = length_words(stage.seconds())
        made = stage.made()
        self.title = made or _("That was {time} of practice").format(time=took)
        self.setAccessibleName(self.title)
        self.setAccessibleDescription(screen.change)
        put(self.column, QuestionText(self.title))
        if made:
            self.column.addWidget(Lead(_("{time} of practice").format(time=took)))
        self.column.addSpacing(theme.px(18))
        self.editor: PlanEditor | None = None
        if screen.before is not None and screen.after is not None:
            put(self.column, self._ratings(screen), theme.px(22))
        put_pause(self)
        if screen.aftercare:
            offers = Offers(stage, _("That is a lot to feel. You can steady yourself first."))
            offers.go.connect(self.go)
            put(self.column, offers, theme.px(22))
        self._real_life(screen)
        self._lists(stage.lists())
        self.column.addSpacing(theme.px(14))
        self.note_button = QuietButton(_add_words(stage), icon="pencil")
        self.note_button.clicked.connect(self.open_note)
        self.column.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.note = TextArea(_("A line for yourself"), voice=True, rows=2)
        self.note.set_value(screen.note)
        self.note.changed.connect(self.note_changed)
        self.column.addWidget(self.note)
        self.note.setVisible(bool(screen.note))
        self.note_button.setHidden(bool(screen.note))
        self.where = WhereQuestions(*stage.where())
        self.where.changed.connect(stage.write_where)
        put(self.column, theme.px(12), self.where)
        self.where.setVisible(not stage.unkept and bool(screen.note or any(stage.where())))
        if self.editor is None:  # a plan is enough to decide about; the article is named before, too
            self._why(screen.article)
        self._next(screen)
        self.close_column()

    def open_note(self) -> None:
        """Give room for a line of note, and ask where it was; nothing asks where nothing is kept."""
        self.note_button.hide()
        self.note.show()
        self.where.setVisible(not self.stage.unkept)
        self.built.emit()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ratings(self, screen: FinishScreen) -> QWidget:
        measure = screen.measure
        assert measure is not None, "ratings come with their measure"
        percent = measure.scale is Scale.PERCENT
        card = Card(dense=True)
        name = _("{measure}, 0 to 100%") if percent else _("{measure}, 0 to 10")
        put(card.body, Heading(name.format(measure=measure.short)), theme.px(10))
        line = BeforeAfterLine(screen.before, screen.after, measure.low, measure.high, percent=percent)
        line.setAccessibleName(measure.short)
        card.body.addWidget(line)
        if screen.change:
            put(card.body, theme.px(10), Body(screen.change, ink="ink2"))
        return card

    def _real_life(self, screen: FinishScreen) -> None:
        kept = screen.plan if not screen.pieces else ""
        if not (screen.text or screen.pieces or kept):
            return
        put(self.column, Second(_("Take it into real life")), theme.px(6))
        if screen.text:
            self.column.addWidget(Lead(screen.text, ink="ink"))
        if kept:
            put(self.column, theme.px(8), PlanSentence(kept))
        if screen.pieces:
            self.column.addSpacing(theme.px(8))
            self.editor = PlanEditor(screen.pieces, screen.plan, own_words=screen.own_words)
            self.editor.changed.connect(self._typed)
            self.editor.opened.connect(self.built)
            self.column.addWidget(self.editor)

    def _lists(self, line: str) -> None:
        """What goes to the person's lists."""
        if not line:
            return
        put(self.column, theme.px(16), Body(line))

    def _why(self, article: str) -> None:
        """The article that says why this may help."""
        if article not in self.stage.library.article_ids():
            return
        link = LinkButton(self.stage.library.article(article).title)
        link.clicked.connect(lambda: self.go.emit(routes.library(article)))
        link.setAccessibleDescription(_("Why this may help"))
        put(self.column, theme.px(16), Second(_("Why this may help")))
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)

    def _next(self, screen: FinishScreen) -> None:
        """The one exercise that follows from what was answered, for who wants to go on."""
        found = self.stage.following(screen)
        if found is None or screen.next is None:
            return
        route, title = found
        row = OpenRow(self.stage.library.exercise(screen.next.to).glyph, title, screen.next.why)
        row.clicked.connect(lambda: self.go.emit(route))
        put(self.column, theme.px(16), Second(_("Next, if you like")), row)

    def _typed(self) -> None:
        if self.editor is not None:
            self.changed.emit(self.editor.draft())
        self.bar_changed.emit()

    def plan(self) -> str | list[str] | None:
        """The plan as it would be kept."""
        return self.editor.answer() if self.editor is not None else None

    def bar(self) -> ScreenButtons:
        """With a plan: keep it, or finish without; else finish, or begin again."""
        if self.editor is None:
            again = (Act(key=AGAIN, text=_("Again")),) if self.stage.repeats else ()
            return ScreenButtons(main=Act(key=FINISH, text=_("Finish")), quiet=again)
        plain = Act(key=FINISH_PLAIN, text=_("Finish without a plan"))
        keep = Act(key=FINISH, text=_("Keep this plan and finish"))
        return ScreenButtons(main=keep, ready=self.editor.complete, quiet=(plain,))

    def first(self) -> QWidget | None:
        """The main button: nothing here has to be filled in."""
        return None

    def show_fault(self, sentence: str) -> None:
        """Say under the note why it cannot be kept."""
        self.open_note()
        self.note.set_error(sentence)
