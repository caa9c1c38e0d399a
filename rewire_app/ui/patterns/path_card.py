"""The two paths of one pattern, large: when it comes, and what each path leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rewire_app.charts.pattern_months import thickness_words, times_words
from rewire_app.domain.limits import shortened
from rewire_app.domain.lists.pattern_words import pattern_name
from rewire_app.i18n import _
from rewire_app.reports.patterns import PatternWhole
from rewire_app.ui.charts.two_paths import ON_PAGE, TwoPaths
from rewire_app.ui.widgets.base import Painted, box
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second, Small, Text
from rewire_app.ui.widgets.theme import S4, S5, theme

LONGEST = 200
"""So many characters of a person's words stand in the figure."""
WITH_BOX, ROOMY = 620, 840
"""From which widths of the card on, px of the design, the situation stands in it, and the paths are long."""
MOST_BOX, LEAST_PATH = 244, 96
"""Px of the design: the widest box of a situation, and the least room for the paths."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class WhenBox(Painted):
    """The situation in a box, from which both paths lead."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", role="path_name")
        self._when = Second(_("When"))
        self._column = vbox(self._when, self._words, on=self, gap=0)
        self.restyle()

    def show_name(self, name: str, *, situation: bool) -> None:
        """Show another situation; without one, what the pattern is called."""
        self._when.setVisible(situation)
        self._words.setText(shortened(name, LONGEST))

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        side, high = theme.px(15), theme.px(22)
        self._column.setContentsMargins(side, high, side, high)
        self.setMaximumWidth(theme.px(MOST_BOX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        painter = self.painter()
        box(painter, self.rect(), theme.px(14), theme.color("surface"), theme.color("edge"))
        painter.end()


class PathWords(QWidget):
    """Where a path leads: which one it is, what it is, and how often it was taken."""

    def __init__(self, kind: str, ink: str) -> None:
        super().__init__()
        self._words, self._times = Text("", role="path_name"), Small("")
        vbox(Text(kind, role="small_strong", ink=ink), self._words, self._times, on=self, gap=0)

    def show_path(self, words: str, times: int) -> None:
        """Show other words and another count."""
        self._words.setText(shortened(words, LONGEST))
        self._times.setText(_("{times} in the last 30 days").format(times=times_words(times)))


class PathCard(Card):
    """The figure with its caption."""

    def __init__(self) -> None:
        super().__init__(padding=(34, 20))
        self._box = WhenBox()
        self._new = PathWords(_("New response"), "primaryText")
        self._old = PathWords(_("Old pattern"), "coralText")
        self._paths = TwoPaths(ON_PAGE, self._ends)
        self._caption = Small("")
        side = vbox(self._new, S5, stretch(), self._old, gap=0)
        self._across = hbox(wide(self._box, 0, MIDDLE), wide(self._paths, 10), wide(side, 12), gap=0)
        self._across.insertSpacing(2, theme.px(12))
        put(self.body, self._across, S4, self._caption)

    def show_pattern(self, shown: PatternWhole) -> None:
        """Show one pattern."""
        pattern, counts = shown.pattern, shown.counts
        self._box.show_name(pattern_name(pattern), situation=bool(pattern.situation))
        self._new.show_path(pattern.response or _("not decided yet"), counts.new)
        self._old.show_path(pattern.reaction, counts.old)
        self._paths.show_counts(counts)
        self._caption.setText(thickness_words(counts.both))

    def _ends(self) -> tuple[float, float, float]:
        """Where the paths begin and end, px from the top of the figure."""
        top = float(self._paths.y())
        new, old = (float(one.geometry().center().y()) - top for one in (self._new, self._old))
        start = float(self._box.geometry().center().y()) - top
        return (start if self._box.isVisible() else (new + old) / 2), new, old

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._fit()

    def _fit(self) -> None:
        roomy = self.width() >= theme.px(WITH_BOX)
        self._box.setVisible(roomy)
        self._across.setStretch(1, (10 if self.width() >= theme.px(ROOMY) else 6) if roomy else 3)
        self._paths.setMinimumWidth(theme.px(LEAST_PATH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The situation stands in the figure where there is room."""
        self._fit()
        super().resizeEvent(event)
