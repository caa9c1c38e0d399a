"""Your data: how much there is and where, how to erase it, and the proof that nothing leaves it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QWidget

from rewire_app.i18n import _
from rewire_app.reports.your_data import YourData, your_data
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.secret_cover import ask_again
from rewire_app.ui.settings.answers import AnswersPage, Questions
from rewire_app.ui.settings.erase_page import ErasePage
from rewire_app.ui.settings.rows import SettingRow
from rewire_app.ui.settings.silence_card import SilenceCard
from rewire_app.ui.settings.size_bar import SizeBar
from rewire_app.ui.widgets.buttons import QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.layout import CHEVRON, clear, hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Second, Strong
from rewire_app.ui.widgets.theme import S1, S2, S3, S4
from rewire_app.ui.widgets.unfold import LinkButton


class DataSection(QWidget):
    """What there is, or one page of it: to erase it, or the answers in full. `turned()`: another is shown.

    `go(Route)`: it leads on.
    """

    go = Signal(object)
    turned = Signal()

    def __init__(self, context: Context, title: QWidget) -> None:
        """`title`: the name of the section, which makes room for a page."""
        super().__init__()
        self._context, self._title = context, title
        self._page: QWidget | None = None
        self._left: QWidget | None = None
        self._overview = QWidget()
        self._kept = vbox(gap=0)
        self._erase = SecondButton(_("Erase"), icon="trash")
        self._erase.setAccessibleName(_("Erase for ever"))
        self._erase.clicked.connect(self._ask)
        told = _("Leaves nothing here. Backups are asked about one by one.")
        silence = SilenceCard(context)
        questions = Questions()
        questions.read_all.clicked.connect(partial(self._show_page, AnswersPage, questions.read_all))
        bring = SecondButton(_("Bring in"), icon="download")
        bring.setAccessibleName(_("Bring in from another program"))
        bring.clicked.connect(lambda: self.go.emit(routes.BRINGING))
        from_others = _(
            "What another program exported: diaries, habits, nights. Each file can be taken back."
        )
        take = SecondButton(_("Take along"), icon="upload")
        take.setAccessibleName(_("Take your notes with you"))
        take.clicked.connect(lambda: self.go.emit(routes.TAKING))
        going = _("As files that can be read without Rewire. You choose what goes in.")
        paper = SecondButton(_("Open"), icon="printer")
        paper.setAccessibleName(_("A page for a session"))
        paper.clicked.connect(lambda: self.go.emit(routes.SESSION))
        handed = _("On paper or as a file, for a therapist. You strike out what stays here.")
        coming = Card(padding=(21, 2))
        coming.body.addWidget(SettingRow(_("Take your notes with you"), going, take))
        coming.body.addWidget(Divider())
        coming.body.addWidget(SettingRow(_("A page for a session"), handed, paper))
        coming.body.addWidget(Divider())
        coming.body.addWidget(SettingRow(_("Bring in from another program"), from_others, bring))
        packs = SecondButton(_("Open packs"), icon="folder")
        packs.setAccessibleName(_("Packs from others"))
        packs.clicked.connect(lambda: self.go.emit(routes.PACKS))
        handed = _("Exercises and articles that somebody wrote for you, as one file. Each can be taken out.")
        coming.body.addWidget(Divider())
        coming.body.addWidget(SettingRow(_("Packs from others"), handed, packs))
        erasing = Card(padding=(21, 2))
        erasing.body.addWidget(SettingRow(_("Erase for ever"), told, self._erase))
        put(vbox(on=self._overview, gap=0), self._kept, S3, coming, S3, erasing, S3, silence, S4, questions)
        self._column = vbox(self._overview, on=self, gap=0)

    # what there is

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew whenever it is seen."""
        if self._context.ready:
            with self._context.hub.telling():
                found = your_data(self._context.vault, self._context.second_folder)
                clear(self._kept)
                self._kept.addWidget(self._card(found))
        super().showEvent(event)

    def _card(self, found: YourData) -> Card:
        card = Card(padding=(21, 10))
        show = LinkButton(_("Show the folder"))
        show.clicked.connect(self._show_folder)
        middle = Qt.AlignmentFlag.AlignVCenter
        nest(card.body, hbox(wide(Strong(found.title), 1, middle), wide(show, 0, middle), gap=S3))
        put(card.body, Second(found.sentence))
        if found.parts:
            put(card.body, S2, SizeBar(found.parts))
        if not self._context.vault.protected:
            beside = _(
                "Its key lies beside it: whoever uses your account, or has a copy of the folder, can open "
                "your notes."
            )
            put(card.body, S2, Second(beside))
        place = Second(str(self._context.folder))
        place.setMinimumWidth(1)  # a long path breaks, it does not push
        put(card.body, S2, place)
        return card

    def _show_folder(self) -> None:
        folder = self._context.folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = _("Nothing on this computer could show the folder. It is {folder}.")
            self._context.hub.failed.emit(words.format(folder=folder))

    # pages

    def _ask(self) -> None:
        reason = _("Before anything is erased.")
        ask_again(self._context, reason, partial(self._show_page, ErasePage, self._erase))

    def _show_page(self, make: type[AnswersPage] | type[ErasePage], left: QWidget, _on: bool = False) -> None:
        self._drop_page()
        page = make(self._context)
        page.left.connect(self.show_overview)
        back = QuietButton(_("Your data"), icon="chevron-left")
        back.clicked.connect(self.show_overview)
        self._left, self._page = left, QWidget()
        put(vbox(-S4, hung(back, start=CHEVRON), -S1, page, on=self._page, gap=0), stretch())
        self._title.hide()
        self._overview.hide()
        self._column.addWidget(self._page)
        self.turned.emit()
        first = back if page.focusProxy() is None else page
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_overview(self) -> None:
        """Back to what there is."""
        if self._page is None:
            return
        self._drop_page()
        self._title.show()
        self._overview.show()
        self.turned.emit()
        if self.isVisible() and self._left is not None:
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_page(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            page.hide()
            page.deleteLater()
