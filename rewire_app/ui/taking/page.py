"""Taking the notes along, under Settings: what goes in, what it would show, and where it is saved."""

from __future__ import annotations

import threading
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from rewire_app.domain.day_words import day_words
from rewire_app.errors import NobodyWaitsError, RewireError
from rewire_app.i18n import _, ngettext
from rewire_app.reports.taking import parts_told, total_words
from rewire_app.store.carried import ExportPart, Wanted
from rewire_app.store.queries import first_and_last_day
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.base.secret_cover import ask_again
from rewire_app.ui.taking.parts import Parts
from rewire_app.ui.widgets.buttons import MainButton, QuietButton, SecondButton
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.choices import Segmented, only
from rewire_app.ui.widgets.date_field import DateField
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.progress_bar import ProgressBar
from rewire_app.ui.widgets.secret_field import SecretField
from rewire_app.ui.widgets.switch import Switch
from rewire_app.ui.widgets.text import Second, Strong, Title
from rewire_app.ui.widgets.theme import S2, S3, S4

if TYPE_CHECKING:
    from rewire_app.exchange.exporters.saving import Destination
    from rewire_app.ui.base.errand import Errand

ALL, YEAR, DAYS = "all", "year", "days"
FOLDER, ZIP, JSON, CSV = "folder", "zip", "json", "csv"
ENDINGS = {FOLDER: "", ZIP: ".zip", JSON: ".json", CSV: ""}
NAME = "rewire-notes"
TELL_EVERY = 50


class TakingPage(Page):
    """`saved(Path)`: an export was written."""

    above: ClassVar[Route | None] = routes.settings("data")
    topics = frozenset({"practices", "days", "nights", "moments", "notes"})
    saved = Signal(object)
    _reached = Signal(int, int)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._enough = threading.Event()
        self._errand: Errand[Any] | None = None
        self._written: Path | None = None
        when = [(ALL, _("Everything")), (YEAR, _("This year")), (DAYS, _("Dates"))]
        self.when = Segmented(when, name=_("Which days"))
        self.form = Segmented(
            [(FOLDER, _("Folder")), (ZIP, _("Zip")), (JSON, _("JSON")), (CSV, _("CSV"))],
            name=_("What is made"),
        )
        self.first = DateField(_("From"), lambda: context.today)
        self.last = DateField(_("To, that day included"), lambda: context.today)
        self._days = QWidget()
        hbox(wide(self.first, 1), wide(self.last, 1), stretch(1), on=self._days, gap=S3)
        self._span, self._about = Second(""), Second("")
        self.parts = Parts(parts_told(context.vault, Wanted()))
        self.lock = Switch(_("Lock it with a passphrase"))
        self.secret = SecretField(_("Passphrase for this zip"))
        self._lock_row = QWidget()
        self._total = Strong("")
        self.main = MainButton(_("Choose where, and save"), large=True)
        self._bar = ProgressBar(_("How far it is"))
        self._cancel = SecondButton(_("Cancel"))
        self._foot, self._under_way, self._done = QWidget(), QWidget(), QWidget()
        self._done_words = Second("")
        self.set_body(self._laid_out(), dense=True, top=15)
        for control in (self.when, self.form, self.first, self.last, self.parts, self.lock):
            control.changed.connect(self._changed)
        self.main.clicked.connect(self._save)
        self._cancel.clicked.connect(self.let_go)
        self._reached.connect(self._show_reached)
        self._show_state()

    def _laid_out(self) -> Any:
        about = _("It can be read without Rewire. Each tick says what a reader would learn.")
        choices = Flow(gap=S3)
        choices.add(self.when)
        choices.add(self.form)
        card = Card(padding=(29, 14))
        put(card.body, self.parts)
        lock = hbox(
            self.lock, wide(vbox(Strong(_("Lock it with a passphrase")), self._about, gap=0), 1), gap=S3
        )
        self._about.setText(_("Another one than for Rewire. Without it nobody can open the zip."))
        vbox(lock, S2, self.secret, on=self._lock_row, gap=0)
        hbox(wide(self._total, 1, Qt.AlignmentFlag.AlignVCenter), self.main, on=self._foot, gap=S3)
        hbox(wide(self._bar, 1, Qt.AlignmentFlag.AlignVCenter), self._cancel, on=self._under_way, gap=S3)
        show = QuietButton(_("Show it"))
        show.clicked.connect(self._show_it)
        hbox(wide(self._done_words, 1, Qt.AlignmentFlag.AlignVCenter), show, on=self._done, gap=S3)
        column = vbox(Title(_("Take your notes with you")), Second(about), S3, choices, gap=0)
        put(column, S2, self._span, self._days, S3, card, S3, self._lock_row, S4)
        put(column, self._foot, self._under_way, S2, self._done, stretch())
        return column

    # what is chosen

    def _wanted(self) -> Wanted | None:
        """What goes along; None while the days cannot be."""
        form = only(self.form)
        parts = frozenset(ExportPart) if form == JSON else self.parts.parts()
        when, today = only(self.when), self.context.today
        if when == ALL:
            return Wanted(parts=parts)
        if when == YEAR:
            return Wanted(parts=parts, first=date(today.year, 1, 1).toordinal(), last=today.toordinal())
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None and last < first:
            return None
        return Wanted(parts=parts, first=first, last=last)

    def refresh(self) -> None:
        """Count anew; raises a StoreError."""
        wanted = self._wanted()
        if wanted is None:
            return
        vault = self.context.vault
        self.parts.show_told(parts_told(vault, wanted))
        self._total.setText(total_words(vault, wanted))
        days = first_and_last_day(vault)
        self._span.setText(self._span_words(days) if days else _("Nothing is noted yet."))

    def _span_words(self, days: tuple[int, int]) -> str:
        first, last = (day_words(date.fromordinal(day), year=True) for day in days)
        return _("Your notes: {first} to {last}").format(first=first, last=last)

    def _changed(self, _value: object = None) -> None:
        self._show_state()
        self.renew()

    def _show_state(self) -> None:
        """Show what belongs to what is chosen."""
        form = only(self.form)
        self._days.setVisible(only(self.when) == DAYS)
        self._lock_row.setVisible(form == ZIP)
        self.secret.setVisible(self.lock.value())
        self.parts.setEnabled(form != JSON)
        if form == JSON:
            self.parts.set_value(list(ExportPart))  # it is complete, or it would not bring everything back
        busy = self._errand is not None
        self._foot.setVisible(not busy)
        self._under_way.setVisible(busy)
        self._done.setVisible(self._written is not None and not busy)

    # saving

    def _save(self) -> None:
        if self._wanted() is None:
            self.last.set_error(_("This day comes before the first one. Change either of them."))
            self.last.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.parts.parts():
            self.context.hub.failed.emit(
                _("Nothing is ticked, so there is nothing to save. Tick what goes in.")
            )
            self.parts.setFocus(Qt.FocusReason.OtherFocusReason)
        elif only(self.form) == ZIP and self.lock.value() and not self.secret.value():
            self.secret.set_error(_("Type a passphrase, or switch the lock off."))
            self.secret.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            ask_again(self.context, _("Before your notes leave the program."), self._choose_place)

    def _choose_place(self) -> None:
        ending = ENDINGS[str(only(self.form))]
        start = Path.home() / f"{NAME}-{self.context.today.isoformat()}{ending}"
        name, _kind = QFileDialog.getSaveFileName(self, _("Choose where"), str(start))
        if name:
            path = Path(name)
            self.save_as(path.with_name(path.name + ending) if ending and not path.suffix else path)

    def save_as(self, path: Path) -> None:
        """Write the export to `path`, on another thread."""
        from rewire_app.exchange.exporters.saving import Destination, ExportFormat

        wanted = self._wanted()
        if wanted is None or self._errand is not None:
            return
        form = ExportFormat(str(only(self.form)))
        locked = form is ExportFormat.ZIP and self.lock.value()
        to = Destination(path=path, format=form, passphrase=self.secret.value() if locked else "")
        self._enough.clear()
        self._errand = errand = self.context.copies.run(partial(self._write, wanted, to))
        errand.done.connect(partial(self._finished, path))
        errand.failed.connect(self._failed)
        self._written = None
        self._show_reached(0, 1)
        self._show_state()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, wanted: Wanted, to: Destination) -> int:
        from rewire_app.exchange.exporters.document import Exported
        from rewire_app.exchange.exporters.saving import save

        context = self.context
        export = Exported(vault=context.vault, wanted=wanted, now=context.clock.now(), told=self._tell)
        return save(export, to)

    def _tell(self, done: int, of: int) -> None:
        if self._enough.is_set():
            raise NobodyWaitsError
        if done % TELL_EVERY == 0 or done == of:
            self._reached.emit(done, of)

    def _show_reached(self, done: int, of: int) -> None:
        words = _("{n} of {of}").format(n=done, of=of)
        self._bar.show_share(done / of if of else 1.0, words)

    def _finished(self, path: Path, number: object) -> None:
        self._errand, self._written = None, path
        self.secret.clear()
        assert isinstance(number, int)
        words = ngettext("{n} entry is in {name}.", "{n} entries are in {name}.", number)
        self._done_words.setText(words.format(n=number, name=path.name))
        self._show_state()
        self.context.hub.said.emit(self._done_words.text())
        QTimer.singleShot(0, self, lambda: self.main.setFocus(Qt.FocusReason.OtherFocusReason))
        self.saved.emit(path)

    def _failed(self, error: RewireError) -> None:
        self._errand = None
        self._show_state()
        said = _("Stopped. Nothing was written.") if isinstance(error, NobodyWaitsError) else str(error)
        self.context.hub.failed.emit(said)

    def _show_it(self) -> None:
        if self._written is not None:
            place = self._written if self._written.is_dir() else self._written.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    def let_go(self, _on: bool = False) -> None:
        """What is being written ends, and leaves nothing."""
        self._enough.set()
