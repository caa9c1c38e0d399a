"""One article to read: its column, what is kept beside it, its contents, and everything that is at hand."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.content.articles import as_text
from rewire_app.domain.day_words import day_words
from rewire_app.domain.library.article import Article, Embedded
from rewire_app.domain.library.reading import ReadingPlace
from rewire_app.domain.library.sources import source_lines
from rewire_app.i18n import _, ngettext
from rewire_app.reports.skills import article_due
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.copying import copy_public
from rewire_app.ui.base.keys import register
from rewire_app.ui.base.named_by import NamedBy
from rewire_app.ui.library.article_column import COLUMN, ArticleColumn, ArticleHead
from rewire_app.ui.library.article_text import ArticleText, Look
from rewire_app.ui.library.contents import Contents, TopRow
from rewire_app.ui.library.ending import Sources, TakeAlong, evidence_words
from rewire_app.ui.library.finding import FindBar, FindInArticle
from rewire_app.ui.library.highlighting import Highlighting
from rewire_app.ui.library.marking import Marking
from rewire_app.ui.library.note_draft import NoteDraft
from rewire_app.ui.library.popovers import LookPopover, WordPopover
from rewire_app.ui.library.reading_scroll import Progress, ReadingScroll
from rewire_app.ui.library.replies import ReplyFields
from rewire_app.ui.widgets.layout import hbox, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.theme import PAGE_MARGIN_DENSE, S3, S5, S6, S10, S12, theme

NARROW = 900
START, BESIDE = 64, 56
"""Px to the left of the text when there is room, and between the text and its contents."""
UNDER_ROW = 17
"""Px from the row above the article to its contents."""
TOPICS = frozenset({"readings", "highlights", "replies", "patterns", "recalls"})


def recall_words(context: Context, article: str) -> str:
    """What is said above the questions: that they are due, or when they come back."""
    store, today = context.store, context.today
    reading = store.readings.get(article)
    if reading is None or reading.read_day is None:
        return _("Two questions for your own words. Nobody marks them, and a few words are enough.")
    due = article_due(store, article, reading.read_day)
    if due > today:
        return _("A few words are enough. The questions are offered again on {day}.").format(
            day=_day(due, today)
        )
    return _("You read this on {day}. What is left of it? A few words are enough.").format(
        day=_day(reading.read_day, today)
    )


def _day(day: date, today: date) -> str:
    return day_words(day, year=day.year != today.year)


class Reader(QWidget):
    """Shows `article`. `go(Route)`: it leads elsewhere. `turn(int)`: back (-1) or on (1) along the trail."""

    go = Signal(object)
    turn = Signal(int)

    def __init__(self, context: Context, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._article, self.article = context, article, article.id
        self._progress = Progress(context, article.id)
        self._looked_up: ReadingPlace | None = None
        self._build()
        marking = Marking(context, article.id, self._column.blocks)
        self._marks = Highlighting(self, marking, self._column, self._scroll)
        self._note_draft = NoteDraft(context, article.id, self._marks)
        self._finding = FindInArticle(FindBar(), self._column, self._scroll)
        self._look = LookPopover(self, context.preferences)
        self._word = WordPopover(self)
        vbox(self._top, self._finding.bar, self._scroll, on=self, gap=0)
        self._contents.setParent(self)
        self._connect()
        self._column.begin(self._progress.place)

    # parts

    def _build(self) -> None:
        self._top = TopRow()
        self.first = self._top.first
        self._column = ArticleColumn(self._article, self._context.library)
        content = QWidget()
        down = vbox(self._top.trail, on=content, gap=0)
        self._beside = hbox(wide(self._column, 100), stretch(0), gap=0)
        nest(down, self._beside, 1)
        self._content = content
        self._scroll = ReadingScroll(content, self._column)
        self._titles = [section.title for section in self._article.sections if section.title]
        self._words_at = len(self._titles) if self._article.questions else -1
        self._titles += [_("In your own words")] if self._article.questions else []
        self._marks_at = len(self._titles)
        self._titles += [_("Your highlights"), _("Sources")]
        self._contents = Contents(self._titles)
        self._ending, self._named = TakeAlong(), NamedBy(self._context)
        self._named.go.connect(self.go)
        self._own = ReplyFields(self._context, self.article, self._article.questions)
        if not self._article.questions:  # one of a pack may ask nothing
            self._own.setParent(self)
            self._own.hide()

    def _connect(self) -> None:
        self._top.library.connect(lambda: self.go.emit(routes.LIBRARY))
        self._top.seek.connect(self._find)
        self._top.look.connect(self._open_look)
        self._top.keep.connect(self._progress.keep)
        self._top.back.connect(lambda: self.turn.emit(-1))
        self._top.on.connect(lambda: self.turn.emit(1))
        self._column.go.connect(self.go)
        self._column.text_made.connect(self._join)
        self._column.built.connect(self._close)
        self._column.menu.picker.activated.connect(lambda _row: self._jump(int(self._column.menu.value())))
        self._contents.chosen.connect(self._jump)
        self._scroll.moved.connect(self._follow)
        self._scroll.scrolled.connect(self._word.close_up)
        self._scroll.reached_end.connect(self._progress.reach_end)
        self._finding.bar.left.connect(self._stop_finding)
        for source in (self._finding, self._marks):
            source.changed.connect(self._set_off)
        self._marks.refused.connect(self._context.hub.failed)
        self._ending.read.connect(self._progress.mark)
        self._ending.copy.connect(self._copy)
        self._ending.print_asked.connect(self._print)
        self._context.hub.changed.connect(self._on_changed)
        theme.changed.connect(self._restyled)
        register("find", self, self._find)
        register("find_next", self, lambda: self._finding.step(1))
        register("find_before", self, lambda: self._finding.step(-1))
        register("print", self, self._print)

    def _join(self, text: ArticleText) -> None:
        text.word.connect(lambda word: self._explain(text, word))
        text.moved.connect(lambda: self._scroll.reveal_caret(text))
        text.past.connect(lambda by: self._pass(text, by))

    def _close(self) -> None:
        """Everything of the article is there: what follows it is built."""
        body = self._column.body
        put(body, self._ending, S3, self._named, S5)
        if self._article.questions:
            self._column.head(self._titles[self._words_at])
            body.addWidget(self._own)
        self._marks_head: ArticleHead = self._column.head(self._titles[self._marks_at])
        put(body, S3, self._marks.list)
        self._column.head(self._titles[-1])
        body.addWidget(Sources(self._article, self._source_lines()))
        self._refresh()
        QTimer.singleShot(0, self._note_draft, self._note_draft.bring_back)  # once all has its place

    # opening and leaving

    def begin(self) -> None:
        """Take the keyboard, where the person stopped reading."""
        place = self._progress.place
        text = self._column.text_of(place.block) if place != ReadingPlace() else None
        if text is not None:
            text.set_caret((place.block, place.letter))
        self._scroll.focus_quietly(text or self.first)
        self._scroll.go_to(place)

    def show_questions(self) -> None:
        """Go to the two questions."""
        self._column.finish()
        if self._article.questions:
            QTimer.singleShot(0, self, lambda: self._jump(self._words_at))
            self._own.first().setFocus()

    def show_block(self, block: int, words: str = "") -> None:
        """Go to a block; with `words`, find them from there on."""
        self._column.finish()
        last = len(self._column.blocks) - 1
        place = ReadingPlace(block=min(block, last))

        def show() -> None:
            self._scroll.lay_out()
            self._scroll.go_to(place)
            if words:
                self._finding.begin(words)
                self._looked_up = self._scroll.place

        QTimer.singleShot(0, self, show)

    def show_highlight(self, uid: str) -> None:
        """Go to the words of a highlight, or to its row when they are gone from the article."""
        self._column.finish()

        def show() -> None:
            self._scroll.lay_out()
            mark = self._marks.marking.get(uid)
            if mark is not None and mark.parts:
                self._marks.show_words(uid)
                self._looked_up = self._scroll.place
            elif mark is not None:
                self._jump(self._marks_at)

        QTimer.singleShot(0, self, show)

    def show_trail(self, before: Article | None, after: Article | None) -> None:
        """Offer the articles that were open before and after this one."""
        self._top.show_trail(before, after)

    @property
    def unsaved(self) -> bool:
        """Whether something typed here could not be saved yet."""
        return self._own.unsaved or self._marks.note.changed

    def flush(self) -> None:
        """Save what was typed, and where the reader is."""
        self._own.flush()
        self._marks.flush()
        at_end = self._scroll.at_end and self._progress.reading.read_day is not None
        if self._scroll.place != self._looked_up:  # who only looked something up goes on where they were
            self._progress.place = ReadingPlace() if at_end else self._scroll.place
        self._progress.flush()

    # what is kept

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & TOPICS:
            self._refresh()

    def _refresh(self) -> None:
        self._progress.reload()
        self._top.show_saved(self._progress.reading.kept)
        self._ending.show_reading(self._progress.reading)
        self._named.show_named(article=self.article)
        if not self._column.complete:
            return
        self._own.refresh()
        self._own.say(recall_words(self._context, self.article))
        self._marks.refresh()
        some = bool(self._marks.marking.marks)
        self._marks_head.setVisible(some)
        self._marks.list.setVisible(some)
        self._contents.show_item(self._marks_at, some)
        picker = self._column.menu.picker
        picker.clear()
        for number, title in enumerate(self._titles):
            if some or number != self._marks_at:
                picker.addItem(title, str(number))
        self._arrange()

    def _set_off(self) -> None:
        looks: list[Look] = [*self._marks.marking.looks(), *self._finding.looks()]
        for text in self._column.texts:
            text.set_looks(looks)
        QTimer.singleShot(0, self, self._arrange)  # the bar may have come or gone

    # at hand

    def _open_look(self) -> None:
        button = self._top.look_button
        about = QRect(button.mapTo(self, QPoint(0, 0)), button.size())
        self._look.open_at(about, self._look.first())

    def _explain(self, text: ArticleText, word: str) -> None:
        found = self._context.library.glossary().find(word)
        if found is None:
            return
        caret = text.cursorRect()
        self._word.explain(found)
        about = QRect(text.viewport().mapTo(self, caret.topLeft()), caret.size())
        self._word.open_at(about, self._word.done)

    def _find(self) -> None:
        text = next((text for text in self._column.texts if text.hasFocus()), None)
        self._finding.begin(text.textCursor().selectedText() if text is not None else "")

    def _stop_finding(self) -> None:
        self._finding.end()
        text = self._column.text_of(self._scroll.place.block)
        if text is not None:
            text.set_caret((self._scroll.place.block, self._scroll.place.letter))
            self._scroll.focus_quietly(text)

    def _source_lines(self) -> tuple[str, ...]:
        return source_lines(self._article.sources, self._context.library.sources())

    def _copy(self) -> None:
        exercises = {
            segment.exercise: _("Try it in Rewire: {title}").format(
                title=self._context.library.exercise(segment.exercise).title
            )
            for section in self._article.sections
            for segment in section.segments
            if isinstance(segment, Embedded)
        }
        closing = [_("Sources"), evidence_words(self._article), *self._source_lines()]
        copy_public(as_text(self._article, exercises, closing))
        self._context.hub.said.emit(_("The article is copied. Paste it wherever you like."))

    def _print(self) -> None:
        from rewire_app.ui.library.printing import ask_and_print

        ask_and_print(self._article, self._context.library, self.window())

    # moving

    def _pass(self, text: ArticleText, by: int) -> None:
        """The caret goes on from one stretch of text to the next."""
        at = self._column.texts.index(text) + by
        if 0 <= at < len(self._column.texts):
            beyond = self._column.texts[at]
            last = beyond.first + len(beyond.blocks) - 1
            beyond.set_caret((beyond.first, 0) if by > 0 else (last, len(beyond.blocks[-1])))
            beyond.setFocus(Qt.FocusReason.TabFocusReason)

    def _jump(self, number: int) -> None:
        self._column.finish()
        self._scroll.lay_out()
        self._scroll.leap(self._scroll.y_of(self._column.heads[number]))
        self._contents.set_current(number)

    def _follow(self) -> None:
        bar = self._scroll.verticalScrollBar()
        heads = self._column.heads
        tops = [(number, self._scroll.y_of(head)) for number, head in enumerate(heads) if not head.isHidden()]
        passed = [number for number, top in tops if 0 < top <= bar.value() + S12]
        at_bottom = bar.maximum() > 0 and bar.value() == bar.maximum()
        here = len(heads) - 1 if at_bottom and self._column.complete else max(passed, default=0)
        end = max(1, self._column.end(self._content) - self._scroll.viewport().height())
        share = min(1.0, bar.value() / end) if bar.maximum() else 0.0
        left = max(1, round(self._article.minutes * (1 - share)))
        self._contents.set_current(here)
        self._column.menu.set_value(str(here))
        words = ngettext("About {n} minute left", "About {n} minutes left", left).format(n=left)
        self._contents.say_left(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages are turned from anywhere in the article; Esc closes what is open before it leaves."""
        held = event.modifiers()
        back = bool(held & Qt.KeyboardModifier.ShiftModifier)
        whole = bool(held & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and not self._marks.bar.isHidden():
            self._marks.bar.close_up()
        elif key == Qt.Key.Key_Escape and not self._finding.bar.isHidden():
            self._stop_finding()
        elif not self._scroll.turn(key, back=back, whole=whole):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside everything closes what lies over the page."""
        for popover in (self._look, self._word, self._marks.bar):
            popover.close_up()
        super().mousePressEvent(event)

    # size

    def _restyled(self) -> None:
        self._arrange()
        QTimer.singleShot(0, self, self._hold)

    def _hold(self) -> None:
        """Stay at the line that was read, once everything has its new place."""
        self._scroll.lay_out()
        self._scroll.hold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Contents stand beside the text, and leave when there is no room for them."""
        super().resizeEvent(event)
        self._arrange()
        self._scroll.hold()

    def _arrange(self) -> None:
        room = self.width() >= NARROW * max(1.0, theme.scale / 100)
        self._contents.setVisible(room)
        self._column.menu.setVisible(not room)
        width, bar = self._contents.width(), self._scroll.verticalScrollBar().sizeHint().width()
        beside = width + BESIDE + S10 - bar
        text = min(theme.px(COLUMN), self.width() - START - beside - bar)
        spare = max(0, self.width() - bar - (text + BESIDE + width) - 2 * START) // 2 if room else 0
        left = START + spare if room else PAGE_MARGIN_DENSE
        right = beside + spare if room else PAGE_MARGIN_DENSE - bar
        self._beside.setContentsMargins(left - S6, 0, right - S6, 0)
        tools = START + spare if spare else (S10 if room else PAGE_MARGIN_DENSE) - bar
        self._top.set_sides(left, tools)
        top = UNDER_ROW + self._scroll.y()
        height = min(self.height() - top, self._contents.sizeHint().height())
        self._contents.setGeometry(left + text + BESIDE, top, width, height)
        self._contents.raise_()
