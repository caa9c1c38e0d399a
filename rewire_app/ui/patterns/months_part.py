"""How often each path came, month by month: the picture, what it says, and its numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rewire_app.charts.pattern_months import pattern_months
from rewire_app.i18n import _
from rewire_app.insight.pattern_paths import PathMoment, PathSpan, by_month
from rewire_app.ui.charts.numbers_table import TableBelow
from rewire_app.ui.charts.pattern_months_plot import PatternMonthsPlot
from rewire_app.ui.charts.two_paths import PathSign
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.choices import Segmented
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, put, stretch, wide
from rewire_app.ui.widgets.text import Small, Text, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S5, theme

BESIDE = 760
"""From which width on, px of the design, the sentence stands beside the picture."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def _named(sign: PathSign, words: str) -> QWidget:
    whole = QWidget()
    hbox(wide(sign, 0, MIDDLE), wide(Text(words, role="small_strong", wrap=False)), on=whole, gap=S1 + 2)
    return whole


class MonthsPart(QWidget):
    """Two cards: the picture, and beside it or below what it says."""

    def __init__(self) -> None:
        super().__init__()
        self._paths: Sequence[PathMoment] = ()
        self._today = date.min
        self.plot = PatternMonthsPlot()
        self.plot.looked.connect(self._read_out)
        spans = ((PathSpan.HALF_YEAR, _("6 months")), (PathSpan.YEAR, _("1 year")), (PathSpan.ALL, _("All")))
        self.span = Segmented([(one.name, words) for one, words in spans], name=_("Time shown"))
        self.span.changed.connect(self._draw)
        self._scale = Small("", wrap=False)
        legend = Flow(gap=S3, below=S1)
        legend.add(_named(PathSign(new=True), _("New response")))
        legend.add(_named(PathSign(new=False), _("Old pattern")))
        legend.add(self._scale)
        self._minutes = Flow(gap=S3, below=S1)
        self._minutes.add(Small(_("Minutes to calm:"), wrap=False))
        self._minutes.add(_named(PathSign(new=True, minutes=True), _("new")))
        self._minutes.add(_named(PathSign(new=False, minutes=True), _("old")))
        self.table = TableBelow(_("Both paths, month by month"))
        picture = Card(padding=(20, 18))
        put(picture.body, hbox(self.span, stretch()), S1, legend, S2, self.plot)
        put(picture.body, self._minutes, S3, self.table)
        self._sentence, self._caution, self._read = Voice(""), Small(""), Small("", ink="ink")
        self._line = Divider()
        told = Card(padding=(22, 20))
        heading = Text(_("How often each came"), role="small_strong", ink="ink2")
        put(told.body, heading, S2, self._sentence, S3, self._line, S3, self._caution, S3, self._read)
        told.body.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        put(self._across, wide(picture, 604), wide(told, 284))
        self.restyle()

    def show_paths(self, paths: Sequence[PathMoment], today: date) -> None:
        """Show the months of one pattern."""
        self._paths, self._today = paths, today
        months = by_month(paths, today, PathSpan.ALL)
        self.span.setVisible(len(months) > 2)
        self._draw()

    def _draw(self, _span: object = None) -> None:
        span = PathSpan[str(self.span.value())]
        picture = pattern_months(by_month(self._paths, self._today, span))
        some = bool(picture.columns)
        self.plot.show_picture(picture)
        self._scale.setText(_("moments, 0 to {top}").format(top=picture.top))
        self.plot.setVisible(some)
        self.table.setVisible(some)
        self._minutes.setVisible(picture.has_minutes)
        self._sentence.setText(picture.sentence)
        self._caution.setText(picture.caution)
        self._line.setVisible(bool(picture.caution))
        self.table.show_table(lambda: picture.table)

    def _read_out(self, number: int) -> None:
        """The month that is chosen, in words."""
        self._read.setText(self.plot.sentence(number))

    def restyle(self) -> None:
        """Take over new sizes."""
        self._across.setSpacing(theme.px(S5))
        self._fit()

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(BESIDE)
        self._across.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence stands beside the picture, or below it."""
        self._fit()
        super().resizeEvent(event)
