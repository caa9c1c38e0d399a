"""What sets off what: the figure, the chosen link in words, every link as a table, and linking by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.charts.pattern_links import FEWEST_LINKS, PatternLinks
from rewire_app.i18n import _, ngettext
from rewire_app.reports.catalogue import minutes_text
from rewire_app.reports.patterns import link_picture, linkable_moments, pair_words
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.charts.numbers_table import NumbersTable
from rewire_app.ui.charts.pattern_links_plot import PatternLinksPlot
from rewire_app.ui.patterns.link_form import LinkForm
from rewire_app.ui.widgets.buttons import MainButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.layout import CHEVRON, clear, hbox, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Body, Small, Text, Title, Voice
from rewire_app.ui.widgets.theme import S2, S3, S4, S5, theme
from rewire_app.ui.widgets.unfold import LinkButton

BESIDE = 760
"""From which width on, px of the design, the words stand beside the figure; below, the table comes first."""
HEAD_BESIDE = 640
SPANS = {"30": 30, "90": 90, "all": None}
LINKABLE, SHOWN = 60, 10
"""So many moments can be linked, and so many pairs of a link are named."""
CHAIN = "u-chain"
"""The exercise that takes one moment apart."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class LinksView(QWidget):
    """`go(Route)`; `linked(earlier, later)`: two moments are to be linked."""

    go = Signal(object)
    linked = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._picture: PatternLinks | None = None
        self._row = -1
        self.back = BackLink(routes.PATTERNS)
        self.back.lead_to(routes.PATTERNS, _("All patterns"))
        self.back.went.connect(self.go)
        words = (("30", _("30 days")), ("90", _("90 days")), ("all", _("All")))
        self.span = Segmented(words, name=_("Time shown"))
        self.span.set_value("90")
        self.span.changed.connect(self._again)
        self.link = MainButton(_("Link two moments"), icon="plus")
        self.link.clicked.connect(self._open_form)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(S3)
        acts = hbox(self.span, self.link, stretch(0), gap=S3)  # alone, Qt takes their height for less width
        put(self._head, wide(Title(_("What sets off what")), 1), acts)
        self.form = LinkForm()
        self.form.linked.connect(self.linked)
        self.form.closed.connect(self.close_form)
        self.form.hide()
        self._figure, self._told = self._make_figure(), self._make_told()
        self._none = Body("")
        self.table = NumbersTable(_("What sets off what, as a table"))
        self._listed = Card(padding=(12, 14))
        put(self._listed.body, self.table)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        put(self._across, wide(self._figure, 616), wide(self._told, 272))
        self._order = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        put(self._order, self._across, self._listed)
        column = vbox(hung(self.back, start=CHEVRON), self._head, S4, self.form, on=self, gap=0)
        put(column, S3, self._none, S3, self._order, stretch())
        self._fit()

    def _make_figure(self) -> Card:
        card = Card(padding=(22, 22))
        self.plot = PatternLinksPlot()
        self.plot.looked.connect(self._look)
        self.plot.opened.connect(lambda _number: self._name_pairs())
        self._caption = Small("")
        put(card.body, self.plot, S4, self._caption)
        return card

    def _make_told(self) -> Card:
        card = Card(padding=(22, 20))
        self._said, self._later = Voice(""), Small("")
        self._pairs = vbox(gap=0)
        self.see = LinkButton("")
        self.see.clicked.connect(self._name_pairs)
        minutes = minutes_text(self._context.library.exercise(CHAIN))
        chain = LinkButton(_("Look at one chain, {minutes}").format(minutes=minutes), icon="play")
        chain.clicked.connect(partial(self.go.emit, routes.exercise(CHAIN)))
        caution = _(
            "You linked these moments yourself. That one came after the other does not say that it made it "
            "happen."
        )
        heading = Text(_("The link you chose"), role="small_strong", ink="ink2")
        put(card.body, heading, S2, self._said, S2, self._later, S3, Divider(), S3, Small(caution), S3)
        put(card.body, hung(self.see), self._pairs, hung(chain), stretch())
        return card

    # showing

    def refresh(self) -> None:
        """Read the links anew; raises a StoreError."""
        context = self._context
        span = SPANS[str(self.span.value())]
        picture = self._picture = link_picture(context.store, context.today, span)
        drawn = bool(picture.lines)
        self.plot.show_picture(picture)
        self._figure.setVisible(drawn)
        self._told.setVisible(bool(picture.rows))
        self._listed.setVisible(bool(picture.rows))
        self._none.setText(_none_words(picture.total))
        self._none.setVisible(not drawn)
        said = _("From the earlier to the later pattern. The number and the width say how many links.")
        if picture.left_out:
            said = _("{words} And {n} more below.").format(words=said, n=picture.left_out)
        self._caption.setText(said)
        self.table.show_table(picture.table)
        self.table.selectionModel().currentRowChanged.connect(lambda to, _from: self._choose_row(to.row()))
        self.plot.choose(0 if drawn else -1)
        if not drawn:
            self._tell(0 if picture.rows else -1)

    def _again(self, _span: object) -> None:
        with self._context.hub.telling():
            self.refresh()

    def _look(self, line: int) -> None:
        if self._picture is None or line < 0:
            return
        row = next((n for n, one in enumerate(self._picture.rows) if one.line == line), -1)
        if line == self.plot.chosen and row >= 0:
            with QSignalBlocker(self.table.selectionModel()):
                self.table.selectRow(row)
        self._tell(row)

    def _choose_row(self, row: int) -> None:
        """A row of the table is chosen: its line lights up, where it is drawn."""
        if self._picture is None or not 0 <= row < len(self._picture.rows):
            return
        line = self._picture.rows[row].line
        if line is not None and line != self.plot.chosen:
            self.plot.choose(line)
        self._tell(row)

    def _tell(self, row: int) -> None:
        clear(self._pairs)
        self._row = row
        if self._picture is None or row < 0:
            return
        told = self._picture.rows[row]
        self._said.setText(told.words)
        self._later.setText(told.later)
        count = told.link.count
        self.see.setText(ngettext("See the {n} link", "See the {n} links", count).format(n=count))
        self.see.show()

    def _name_pairs(self) -> None:
        """Name the moments of the chosen link; each leads to its day."""
        clear(self._pairs)
        if self._picture is None or self._row < 0:
            return
        self.see.hide()
        with self._context.hub.telling():
            for pair in self._picture.rows[self._row].link.pairs[:SHOWN]:
                found = pair_words(self._context.store, pair)
                if found is not None:
                    words, day = found
                    link = LinkButton(words)
                    link.clicked.connect(partial(self.go.emit, routes.journal(day, f"moment/{pair[1]}")))
                    self._pairs.addWidget(link)

    # linking

    def _open_form(self) -> None:
        with self._context.hub.telling():
            moments = linkable_moments(self._context.store, LINKABLE)
            if len(moments) < 2:
                self._context.hub.failed.emit(
                    _("Two moments of your patterns are needed. Note one, and choose its pattern under More.")
                )
                return
            self.form.offer(moments)
            self.link.hide()
            self.form.show()
            self.form.begin()

    def close_form(self) -> None:
        """Nothing is linked, or it is done."""
        self.link.show()
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()

    def begin(self) -> None:
        """Put the keyboard on the figure, or on what links moments."""
        first: QWidget = self.plot if self.plot.isVisibleTo(self) else self.link
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # room

    def restyle(self) -> None:
        """Take over new sizes."""
        self._fit()

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        beside = self.width() >= theme.px(BESIDE)
        self._across.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._order.setDirection(ways.TopToBottom if beside else ways.BottomToTop)
        for layout in (self._across, self._order):
            layout.setSpacing(theme.px(S5))
        roomy = self.width() >= theme.px(HEAD_BESIDE)
        self._head.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the table comes before the figure."""
        self._fit()
        super().resizeEvent(event)


def _none_words(total: int) -> str:
    """Why nothing is drawn."""
    if total:
        return _("From {n} links on, a figure shows which pattern came before which.").format(n=FEWEST_LINKS)
    return _(
        "No moments are linked yet. When one came after another, say so under More when you note it, or link "
        "two here."
    )
