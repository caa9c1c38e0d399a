"""The passes month by month: the first of each, the others on demand, older months as they are wanted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.practised import PassLog, PassMonth, PassWish, by_month, month_words
from rewire_app.store.pass_queries import PassFacts
from rewire_app.ui.passes.pass_row import PassRow
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import clear, hbox, nest, put, vbox, wide
from rewire_app.ui.widgets.tab_order import set_tab_order
from rewire_app.ui.widgets.text import Heading, Small
from rewire_app.ui.widgets.theme import S1, S3, S5
from rewire_app.ui.widgets.unfold import LinkButton

FIRST = 5
"""So many passes of a month are shown at first."""
BATCH = 40
"""So many more on each demand, and so many rows at most before older months have to be asked for."""


class PassList(QWidget):
    """`asked(uid)`: open one. `removed(uid)`: take one out."""

    asked = Signal(str)
    removed = Signal(str)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name or _("Your practice"))
        self._body = vbox(on=self, gap=0)
        self.rows: list[PassRow] = []
        self._stops: list[QWidget] = []
        self._months: list[PassMonth] = []
        self._open: dict[str, int] = {}
        self._most = BATCH
        self._log: PassLog | None = None
        self._wish = PassWish()
        self._today = date.min
        self._here = ""

    def show_passes(self, log: PassLog, found: Iterable[PassFacts], wish: PassWish, today: date) -> None:
        """Show `found`; another wish begins at the top, the same one stays as far as it was unfolded."""
        if wish != self._wish:
            self._open, self._most = {}, BATCH
        self._log, self._wish, self._today = log, wish, today
        self._months = list(by_month(found, gaps=wish == PassWish()))
        held = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        uid = "" if held is None else self.uids[held]
        self._build()
        if held is not None and not self.focus_on(uid):
            self.enter(held)  # what comes into its place

    def _build(self) -> None:
        clear(self._body)
        self.rows, self._stops = [], []
        for number, month in enumerate(self._months):
            if len(self.rows) >= self._most:
                self._put_older(self._months[number:])
                break
            self._put_head(month, first=not number)
            self._put_month(month)
        self._set_stop(self._here if self._here in self.uids else "")
        set_tab_order(self._stops)

    def _put_head(self, month: PassMonth, *, first: bool) -> None:
        words = month.summary
        if first and any(one.before is not None or one.after is not None for one in month.passes):
            words = _("{summary}. Ring before, disc after.").format(summary=words)
        if not first:
            self._body.addSpacing(S5)
        head = hbox(
            wide(Heading(month.title), 1, Qt.AlignmentFlag.AlignVCenter),
            wide(Small(words, wrap=False), 0, Qt.AlignmentFlag.AlignVCenter),
            gap=S3,
        )
        put(self._body, head, S1 + 2, Divider())

    def _put_month(self, month: PassMonth) -> None:
        shown = self._open.get(month.key, FIRST)
        for one in month.passes[:shown]:
            self._put_row(one)
        left = len(month.passes) - shown
        if left > 0:
            words = _("{n} more in {month}").format(n=left, month=month_words(month.key))
            self._put_link(words, lambda: self._unfold(month))

    def _put_row(self, one: PassFacts) -> None:
        assert self._log is not None, "rows come from a log"
        row = PassRow(self._log.line(one), self._log.hit(one, self._wish.query), self._today)
        here = len(self.rows)
        row.asked.connect(self.asked)
        row.removed.connect(self.removed)
        row.past.connect(lambda by: self.enter(here + by))
        row.reached.connect(lambda: self._set_stop(row.line.uid))
        self.rows.append(row)
        self._stops.append(row)
        self._body.addWidget(row)

    def _put_older(self, months: list[PassMonth]) -> None:
        self._body.addSpacing(S5)
        words = _("{month} and before").format(month=months[0].title)
        self._put_link(words, self._show_older)

    def _put_link(self, words: str, act: object) -> None:
        link = LinkButton(words, icon="chevron-down")
        link.clicked.connect(act)
        nest(self._body, hbox(wide(link), wide(QWidget(), 1)))
        self._stops.append(link)

    def _unfold(self, month: PassMonth) -> None:
        """Show more of a month; the keyboard goes to the first of them."""
        shown = self._open.get(month.key, FIRST)
        self._open[month.key] = shown + BATCH
        self._most += BATCH
        self._build()
        self.focus_on(month.passes[shown].uid)

    def _show_older(self) -> None:
        before = len(self.rows)
        self._most += BATCH
        self._build()
        self.enter(before)

    # the keyboard

    @property
    def uids(self) -> list[str]:
        """The passes that have a row, from top to bottom."""
        return [row.line.uid for row in self.rows]

    def enter(self, number: int = 0) -> bool:
        """Give the focus to a row, the nearest there is; False when there is none."""
        if not self.rows:
            return False
        row = self.rows[max(0, min(number, len(self.rows) - 1))]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def focus_on(self, uid: str) -> bool:
        """Give the focus to the row of a pass; False when it has none."""
        return uid in self.uids and self.enter(self.uids.index(uid))

    def _set_stop(self, uid: str) -> None:
        """Tab stops once in the list: at the row that was last looked at."""
        self._here = uid
        at = self.uids.index(uid) if uid in self.uids else 0
        for number, row in enumerate(self.rows):
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == at else Qt.FocusPolicy.ClickFocus)
