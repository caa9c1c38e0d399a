"""What the library offers first: the article that comes next, and questions from articles read before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.domain.journal.dropped import CameBack
from rewire_app.domain.library.article import Article
from rewire_app.domain.library.reading import Reading, Reply
from rewire_app.i18n import _, ngettext
from rewire_app.reports.skills import grades, grading, recalled_today
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.library.replies import SavedText
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import ChipGroup
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, clear, hung, nest, put, vbox, wide
from rewire_app.ui.widgets.tab_order import set_tab_order, stops_in
from rewire_app.ui.widgets.text import CardTitle, Heading, Second, Small, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, theme

NARROW = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What is offered: the line above the title, the article, a line below it, and the words of the button.

    `again`: it was begun so long ago that its beginning is offered too.
    """

    above: str
    article: Article
    below: str
    button: str
    again: bool = False


class NextCard(Card):
    """`go(Route)`."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=(27, 21))
        self._article = ""
        self._above, self._title, self._below = Second(""), CardTitle("", role="card_title_small"), Second("")
        self._main = MainButton("")
        self._main.clicked.connect(lambda: self.go.emit(routes.library(self._article)))
        self._again = QuietButton(_("Read it from the beginning"))
        self._again.clicked.connect(lambda: self.go.emit(routes.library(self._article, block=0)))
        text = vbox(self._above, S1, self._title, S2, self._below, hung(self._again, start=QUIET), gap=0)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(S4)
        put(self._across, wide(text, 1), wide(self._main, 0, Qt.AlignmentFlag.AlignVCenter))
        nest(self.body, self._across)

    def offer(self, what: Next) -> None:
        """Offer `what`."""
        self._article = what.article.id
        self._above.setText(what.above)
        self._title.setText(what.article.title)
        self._below.setText(what.below)
        self._main.setText(what.button)
        self._main.setAccessibleName(f"{what.button}: {what.article.title}")
        self._again.setVisible(what.again)
        self.setAccessibleName(what.above)

    def arrange(self, width: int) -> None:
        """Put the button below the words when there is little room; `width`: that of the page, px."""
        ways = QBoxLayout.Direction
        wide = width >= NARROW * theme.scale / 100
        self._across.setDirection(ways.LeftToRight if wide else ways.TopToBottom)


class RecalledQuestion(QWidget):
    """One question with a field for today's answer; earlier answers are shown once there is one."""

    def __init__(self, context: Context, article: str, number: str, text: str) -> None:
        super().__init__()
        self._today = context.today
        self.answer = SavedText(context, article, number, text, None, named=True)
        self._before = QWidget()
        self._rows = vbox(on=self._before, gap=0, margins=(0, S1, 0, 0))
        self._earlier: tuple[Reply, ...] = ()
        self.answered = False
        self._before.hide()
        vbox(self.answer, self._before, on=self, gap=S1)

    def show_replies(self, replies: Sequence[Reply]) -> None:
        """Show today's answer, and, once there is one, those before it, the newest first."""
        now = next((reply for reply in replies if reply.day == self._today), None)
        self.answer.take(now)
        self.answered = now is not None
        earlier = tuple(
            sorted(
                (reply for reply in replies if reply.day != self._today),
                key=lambda reply: reply.at.utc_ms,
                reverse=True,
            )
        )
        if earlier != self._earlier:
            self._earlier = earlier
            clear(self._rows)
            for reply in earlier:
                day = day_words(reply.day, year=reply.day.year != self._today.year)
                put(self._rows, Small(_("What you wrote on {day}").format(day=day)), Voice(reply.text), S2)
        self._before.setVisible(bool(earlier) and now is not None)


class RecallCard(Card):
    """The questions of one article, offered in a line or two; they unfold. `go(Route)`.

    `later()`: not now. `done()`: enough for today.
    """

    later = Signal()
    done = Signal()
    go = Signal(object)

    def __init__(self, context: Context, article: Article, reading: Reading, more: int) -> None:
        super().__init__(padding=(27, 21), name=_("Questions from articles you read"))
        self.article = article.id
        self._context, self._questions = context, article.questions
        self.asked: dict[str, RecalledQuestion] = {}
        self.grade: ChipGroup | None = None
        put(
            self.body,
            Heading(_("Questions from articles you read")),
            S1,
            Second(self._said(article, reading, more)),
            S3,
        )
        self._unfolded = vbox(gap=0)
        nest(self.body, self._unfolded)
        self.begin = SecondButton(_("Answer now"))
        self.begin.setAccessibleDescription(_("Shows two questions with a field for each"))
        self.begin.clicked.connect(self._go_on)
        self._end = QuietButton(_("Not now"))
        self._end.clicked.connect(self._leave)
        self._look = QuietButton(_("Open the article"), plain=True)
        self._look.setAccessibleName(_("Open the article: {title}").format(title=article.title))
        self._look.clicked.connect(lambda: self.go.emit(routes.library(article.id)))
        self._look.hide()
        flow = Flow(gap=8)
        for button in (self.begin, self._end, self._look):
            flow.add(button)
        self.body.addWidget(flow)

    def _said(self, article: Article, reading: Reading, more: int) -> str:
        assert reading.read_day is not None, "questions are offered for articles that were read"
        today = self._context.today
        day = day_words(reading.read_day, year=reading.read_day.year != today.year)
        said = _(
            "You read “{title}” on {day}. What is left of it? Trying to remember helps to keep it. "
            "A few words are enough, and nobody marks them."
        ).format(title=article.title, day=day)
        if more:
            waiting = ngettext(
                "{n} more article has questions for you.", "{n} more articles have questions for you.", more
            )
            said += " " + waiting.format(n=more)
        return said

    def _go_on(self) -> None:
        """Begin to answer; when that was done, enough for today."""
        if self.asked:
            self._leave()
        else:
            self.unfold()

    def unfold(self) -> None:
        """Show both questions and begin with the first."""
        for number, text in enumerate(self._questions, start=1):
            asked = RecalledQuestion(self._context, self.article, str(number), text)
            self.asked[str(number)] = asked
            put(self._unfolded, asked, S4)
        self.grade = ChipGroup(grades(), name=_("How much came back?"), in_row=True)
        self.grade.changed.connect(self._keep_grade)
        put(self._unfolded, Small(_("How much came back?")), S1, self.grade, S4)
        stops = [asked.answer.field.edit for asked in self.asked.values()]
        set_tab_order([*stops, *stops_in(self.grade), self.begin, self._look])
        self.asked["1"].answer.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begin.setText(_("Done for now"))
        self.begin.setAccessibleDescription("")
        self._end.hide()
        self._look.show()
        self.refresh()

    def refresh(self) -> None:
        """Read the answers anew."""
        if not self.asked:
            return
        context = self._context
        replies = context.store.replies.for_article(self.article)
        if self.grade is not None:
            self.grade.blockSignals(True)
            self.grade.set_value(recalled_today(context.store, self.article, context.today))
            self.grade.blockSignals(False)
        for number, asked in self.asked.items():
            asked.show_replies([reply for reply in replies if reply.question == number])

    def _keep_grade(self, key: object) -> None:
        context = self._context
        if key is None:
            return
        with context.hub.telling():
            at, today = context.clock.now(), context.today
            write = grading(context.store, self.article, CameBack(str(key)), at, today)
            context.hub.keep(_("how much came back"), None, write)

    @property
    def answered(self) -> bool:
        """Whether there is an answer of today."""
        graded = self.grade is not None and self.grade.value() is not None
        return graded or any(asked.answered for asked in self.asked.values())

    def _leave(self) -> None:
        self.flush()
        if not self.unsaved:
            (self.done if self.answered else self.later).emit()

    def flush(self) -> None:
        """Save what was typed."""
        for asked in self.asked.values():
            asked.answer.flush()

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return any(asked.answer.unsaved for asked in self.asked.values())

    def take_focus(self) -> None:
        """Have the keyboard, where answering begins."""
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
