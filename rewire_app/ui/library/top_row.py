"""Above an article: the way back to the list, find, the look of the text, keep, and where one came from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.library.article import Article
from rewire_app.i18n import _
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, stretch, vbox
from rewire_app.ui.widgets.optical_margin import CHEVRON, QUIET
from rewire_app.ui.widgets.theme import S5, theme


class TopRow(QWidget):
    """`library()`, `seek()`, `look()`, `keep(bool)`, `back()` and `on()` are asked for."""

    library = Signal()
    seek = Signal()
    look = Signal()
    keep = Signal(bool)
    back = Signal()
    on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept = False
        self._start, self._end = 0, 0
        self.first = QuietButton(_("Library"), icon="chevron-left")
        self.first.clicked.connect(self.library)
        find = QuietButton(_("Find"), icon="search", plain=True)
        find.setAccessibleName(_("Find in this article"))
        find.setAccessibleDescription(_("or press Ctrl+F"))
        find.clicked.connect(self.seek)
        self.look_button = QuietButton(_("Text"), icon="text", plain=True)
        self.look_button.setAccessibleName(_("Text size and line spacing"))
        self.look_button.clicked.connect(self.look)
        self._keep = QuietButton("", icon="bookmark", plain=True)
        self._keep.clicked.connect(lambda: self.keep.emit(not self._kept))
        self._row = hbox(self.first, stretch(), gap=0)
        for button in (find, self.look_button, self._keep):
            self._row.addWidget(button)
        self._came, self._went = QuietButton("", icon="arrow-left"), QuietButton("", icon="arrow-right")
        self._came.clicked.connect(self.back)
        self._went.clicked.connect(self.on)
        self._trail = Flow(gap=0)
        for button in (self._came, self._went):
            button.hide()
            self._trail.add(button)
        self._trail.hide()
        vbox(self._row, self._trail, on=self, gap=0, margins=(0, S5, 0, 0))
        self.show_saved(False)

    def set_sides(self, start: int, end: int) -> None:
        """Stand `start` and `end` px from the sides; targets reach past their words by more."""
        self._start, self._end = start, end
        left, right = start - theme.px(CHEVRON), end - theme.px(QUIET)
        self._row.setContentsMargins(max(0, left), 0, max(0, right), 0)
        self._trail.setContentsMargins(0, 0, 0, 0)
        column = self.layout()
        if column is not None:
            column.setContentsMargins(0, S5, 0, 0)

    def show_saved(self, kept: bool) -> None:
        """Say whether the article is kept."""
        self._kept = kept
        self._keep.setText(_("Kept") if kept else _("Keep"))
        self._keep.set_icon("check" if kept else "bookmark")
        name = _("Kept. Press to keep it no longer.") if kept else _("Keep this article")
        self._keep.setAccessibleName(name)

    def show_trail(self, before: Article | None, after: Article | None) -> None:
        """Offer the articles that were open before and after this one."""
        for button, article, words in (
            (self._came, before, _("Back to {title}")),
            (self._went, after, _("On to {title}")),
        ):
            button.setVisible(article is not None)
            if article is not None:
                button.setText(words.format(title=article.title))
        self._trail.setVisible(before is not None or after is not None)
