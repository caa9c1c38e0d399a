"""The recovery kit on the screen: its code, ways to paper, and two groups typed to show that it is there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from rewire_app.atomic import write_atomic
from rewire_app.i18n import _
from rewire_app.store.vault.key_change import make_recovery_code
from rewire_app.store.vault.recovery_code import groups
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.copying import CLEARED_AFTER_S, copy_private
from rewire_app.ui.base.kit_groups import Groups, TypedGroups
from rewire_app.ui.base.kit_state import KitStep, RecoveryKit, keep_kit
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import put, vbox, wide
from rewire_app.ui.widgets.text import Body, Lead, Second, SectionTitle, Strong
from rewire_app.ui.widgets.theme import S3, S5, S6, theme

NARROW = 620
"""Px of the design below which the buttons stand under the sentence."""


class KitPage(QWidget):
    """Shows `code`, which is valid already. `ended()`: the page was confirmed, or is left for later.

    Nothing of it is kept: what is written down is the day, and whether two groups were read back.
    """

    ended = Signal()

    def __init__(self, context: Context, code: str) -> None:
        super().__init__()
        self._context, self._groups = context, groups(code)
        self._kit = RecoveryKit(made=context.today, step=KitStep.MADE)
        keep_kit(context, self._kit)
        title = SectionTitle(_("Your recovery kit"))
        lead = Lead(_("One page that opens your notes if the passphrase is forgotten. It is shown only now."))
        self._shown, self._typed = Groups(self._groups), TypedGroups(self._groups)
        self._typed.typing.connect(self._shown.hide_text)
        self._typed.changed.connect(self._look)
        card = Card(padding=(28, 18), name=_("Your recovery kit"))
        put(card.body, Strong(_("1. Print it or save it away from this computer")), S3, self._shown, S3 + 2)
        put(card.body, self._ways(), S3 + 2, Divider(), S3)
        put(card.body, Strong(_("2. Type two groups from your page")))
        put(card.body, Second(_("So that you know it can be read.")), S3, self._typed)
        put(vbox(title, lead, S3, card, S3 + 2, on=self, gap=0), self._foot())
        self.setAccessibleName(_("Your recovery kit"))
        self._look()

    def _ways(self) -> Flow:
        self.print_button = SecondButton(_("Print the page"))
        self.print_button.clicked.connect(self._print)
        save = SecondButton(_("Save as PDF"))
        save.clicked.connect(self._ask_where)
        copy = QuietButton(_("Copy, cleared after {n} s").format(n=CLEARED_AFTER_S))
        copy.clicked.connect(self._copy)
        ways = Flow(gap=S3 - 2)
        for button in (self.print_button, save, copy):
            ways.add(button)
        return ways

    def _foot(self) -> QBoxLayout:
        told = _(
            "Whoever holds this page and the computer can open your notes. Passphrase and page lost together "
            "cannot be replaced, not even by us."
        )
        later = QuietButton(_("Later"))
        later.clicked.connect(self.ended)
        self._finish = MainButton(_("I have it, finish"))
        self._finish.clicked.connect(self._confirm)
        buttons = Flow(gap=S3)
        for button in (later, self._finish):
            buttons.add(button)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(S5)
        put(self._sides, wide(Second(told), 1), wide(buttons, 0))
        return self._sides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons go below the sentence where there is no room beside it."""
        ways = QBoxLayout.Direction
        roomy = self.width() >= theme.px(NARROW)
        self._sides.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        super().resizeEvent(event)

    def begin(self) -> None:
        """Take the keyboard."""
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        self._finish.setEnabled(self._typed.right)

    def _confirm(self) -> None:
        keep_kit(self._context, replace(self._kit, step=KitStep.CONFIRMED))
        self.ended.emit()

    def _print(self) -> None:
        from rewire_app.ui.base.kit_paper import print_kit
        from rewire_app.ui.widgets.paper import ask_and_print

        told = (self._groups, self._kit.made)
        ask_and_print(self.window(), _("Print the recovery kit"), lambda printer: print_kit(printer, *told))

    def _ask_where(self) -> None:
        start = _("Recovery kit") + ".pdf"
        name, _kind = QFileDialog.getSaveFileName(self, _("Save the recovery kit"), start, _("PDF (*.pdf)"))
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the page to a PDF file, and say so, or why not."""
        from rewire_app.ui.base.kit_paper import kit_as_pdf

        hub = self._context.hub
        try:
            write_atomic(path, kit_as_pdf(self._groups, self._kit.made))
        except OSError as error:
            said = _("The page could not be saved ({reason}). It is still here.")
            hub.failed.emit(said.format(reason=error.strerror or _("unknown reason")))
            return
        hub.said.emit(_("Saved. Move it away from this computer, then take it off here."))

    def _copy(self) -> None:
        copy_private("-".join(self._groups))
        said = _(
            "It is copied, and cleared after {n} seconds. Paste it into a password manager, nowhere else."
        )
        self._context.hub.said.emit(said.format(n=CLEARED_AFTER_S))


class KitMaker(QWidget):
    """Makes a code, which takes a moment, then shows its page. `ended()` as there. `failed(str)`: why not."""

    ended = Signal()
    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._busy = Body(_("Making the code"))
        self._column = vbox(self._busy, S6, on=self, gap=0)

    def begin(self) -> None:
        """Make it."""
        make = partial(make_recovery_code, self._context.vault)
        if not self._context.aside.run(self, make, self._show, self._fail):
            self.failed.emit(_("Rewire is still busy with your keys. Try again in a moment."))

    def _show(self, code: str) -> None:
        page = KitPage(self._context, code)
        page.ended.connect(self.ended)
        self._busy.hide()
        self._column.insertWidget(0, page)
        page.begin()

    def _fail(self, sentence: str) -> None:
        self.failed.emit(sentence)
