"""The screen for notes that cannot be read, are gone or are older than they were: a good copy first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rewire_app.domain.day_words import clock_words
from rewire_app.errors import (
    DamagedKeyError,
    DamagedStoreError,
    MissingStoreError,
    RewireError,
    StaleStoreError,
)
from rewire_app.i18n import _, ngettext
from rewire_app.store.vault.copies import Backup
from rewire_app.ui.backups.how_much import HowMuch
from rewire_app.ui.backups.rows import CopyTable
from rewire_app.ui.backups.words import entries_words, shown, when_words
from rewire_app.ui.frame.notice import WIDTH, OpeningScreen
from rewire_app.ui.frame.reading_out import ReadingOut
from rewire_app.ui.widgets.act_row import ActRow
from rewire_app.ui.widgets.buttons import MainButton, PaintedButton, QuietButton
from rewire_app.ui.widgets.card import Card, Divider
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, hbox, hung, nest, put, stretch, vbox, wide
from rewire_app.ui.widgets.scroll import PageScroll
from rewire_app.ui.widgets.text import Body, Second, SectionTitle, Small, Title, Voice
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5, S6, theme

KINDS = (DamagedStoreError, MissingStoreError, StaleStoreError)
"""The faults that have this screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHand:
    """What there is to go on with: the good `copies`, newest first, and the last save's number, if known.

    `copy_first`: the newest copy holds more than what is here. `lost`: how many of the last saves are not in
    what is here (0: not known).
    """

    copies: tuple[Backup, ...]
    last_save: int | None
    today: date
    lost: int = 0
    copy_first: bool = True

    @property
    def newest(self) -> Backup | None:
        """The newest good copy."""
        return self.copies[0] if self.copies else None

    @property
    def after_it(self) -> int | None:
        """How many saves came after the newest copy; None where that is not known."""
        if self.last_save is None or self.newest is None:
            return None
        return max(0, self.last_save - self.newest.commit)


def heading(error: RewireError) -> str:
    """One short line that names what happened."""
    for kind, words in (
        (DamagedKeyError, _("The key to your notes cannot be read")),
        (MissingStoreError, _("Your notes are not where they were")),
        (StaleStoreError, _("Some of your newest notes are missing")),
    ):
        if isinstance(error, kind):
            return words
    return _("Part of your notes cannot be read")


def held_words(at_hand: AtHand) -> str:
    """What the newest copy holds, as far as that is known."""
    copy, after = at_hand.newest, at_hand.after_it
    if copy is None:
        return ""
    if after is None:
        words = _("{entries}. What you noted after {time} is not in it.")
        return words.format(entries=entries_words(copy.entries), time=clock_words(copy.made.wall))
    if not after:
        return _("{entries}. Nothing was saved after it was made.").format(
            entries=entries_words(copy.entries)
        )
    words = ngettext(
        "{have} of about {all} entries. The last thing you saved, after {time}, is not in it.",
        "{have} of about {all} entries. The last {n} things you saved, after {time}, are not in it.",
        after,
    )
    return words.format(
        have=copy.entries, all=copy.entries + after, n=after, time=clock_words(copy.made.wall)
    )


class DamageScreen(OpeningScreen):
    """Offers what can be done, the best first. `opened(Backup)`: go on with that copy.

    `read_out()`: read what can still be read. `from_file()`: a copy from elsewhere. `described()`: write down
    what is damaged, without a word of the person's.
    """

    opened = Signal(object)
    looked = Signal(object)
    read_out = Signal()
    from_file = Signal()
    described = Signal()

    def __init__(
        self, error: RewireError, folder: Path, at_hand: AtHand, parent: QWidget | None = None
    ) -> None:
        super().__init__(folder, parent)
        self.kind, self.at_hand = type(error), at_hand
        self.reading = ReadingOut()
        self.reading.hide()
        self._choices = QWidget()
        column = vbox(on=self._choices, gap=0)
        self._main: PaintedButton | None = None
        put(column, Title(heading(error)), S1, Voice(self._lead()), S5)
        self._put_copy(column)
        self._put_here(column)
        self._put_rows(column)
        put(column, S3, self._question, S5, self._foot(), S2)
        again = self._again(column)
        nest(column, hung(self._ways_out(*again), start=QUIET, end=1))
        holder, inner = QWidget(), QWidget()
        inner.setMaximumWidth(theme.px(WIDTH))
        vbox(stretch(1), self._choices, self.reading, stretch(3), on=inner, gap=0)
        hbox(stretch(), wide(inner, 20), stretch(), on=holder, margins=(S6, S3, S6, S3))
        self._scroll = PageScroll(holder)
        vbox(self._top(), wide(self._scroll, 1), on=self, margins=(28, S4, 28, S2))
        self.setAccessibleName(heading(error))
        self.setAccessibleDescription(self._lead())

    @property
    def main(self) -> PaintedButton:
        """The best that can be done."""
        if self.reading.isVisible():
            return self.reading.main
        assert self._main is not None, "there is always something to do"
        return self._main

    @property
    def whole(self) -> PageScroll:
        """All of it."""
        return self._scroll

    @property
    def _readable(self) -> bool:
        """Whether there is something of which a part may still be read."""
        return self.kind is DamagedStoreError

    def _lead(self) -> str:
        if self.at_hand.newest is not None:
            return _("Nothing was changed. A good copy is at hand.")
        if self._readable:
            return _("Nothing was changed. There is no copy here, but most can often still be read.")
        return _("Nothing was changed. There is no copy on this computer that Rewire knows of.")

    # the parts

    def _main_button(self, words: str) -> MainButton:
        button = MainButton(words, large=True)
        self._main = button
        return button

    def _put_copy(self, column: QVBoxLayout) -> None:
        """The card of the newest copy, or else of reading out what can be read."""
        copy = self.at_hand.newest
        if copy is not None:
            column.addWidget(self._copy_card(copy))
            self._all = CopyTable(menu=False)
            self._all.show_copies([shown(one, self.at_hand.today) for one in self.at_hand.copies])
            self._all.look.connect(self.looked)
            self._all.hide()
            put(column, S3, self._all)
        elif self._readable:
            card = Card(padding=(32, 26))
            main = self._main_button(_("Read it out"))
            main.clicked.connect(self.read_out)
            put(
                card.body, SectionTitle(_("Read out what can still be read")), S1, Body(_reading_words(False))
            )
            put(card.body, S4, _alone(main))
            column.addWidget(card)

    def _copy_card(self, copy: Backup) -> Card:
        card = Card(padding=(32, 26))
        share = HowMuch()
        after = self.at_hand.after_it
        words = held_words(self.at_hand)
        share.show_share(copy.entries, None if after is None else copy.entries + after, words)
        put(card.body, Second(_("Newest good copy")), S1)
        put(
            card.body,
            SectionTitle(when_words(copy.made, self.at_hand.today)),
            S3,
            share,
            S3,
            Body(words),
            S5,
        )
        words = _("Open the newest good copy")
        first = self.at_hand.copy_first
        open_ = self._main_button(words) if first else QuietButton(words)
        open_.clicked.connect(lambda: self.opened.emit(copy))
        row = Flow(gap=S2)
        row.add(open_)
        if len(self.at_hand.copies) > 1:
            count = len(self.at_hand.copies)
            self._every = QuietButton(_("Show all {n} copies").format(n=count))
            self._every.clicked.connect(self._turn_list)
            row.add(self._every)
        card.body.addWidget(row)
        return card

    def _turn_list(self) -> None:
        shown_now = self._all.isHidden()
        self._all.setVisible(shown_now)
        count = len(self.at_hand.copies)
        self._every.setText(_("Hide the list") if shown_now else _("Show all {n} copies").format(n=count))

    def _put_here(self, column: QVBoxLayout) -> None:
        """What is here can be gone on with where only the newest saves are missing."""
        if not issubclass(self.kind, StaleStoreError):
            return
        words = _("An older copy came in its place, or the disk lost something. {missing}")
        missing = _("Some of your last saves are not in it.")
        if self.at_hand.lost:
            missing = ngettext(
                "Your last save is not in it.", "Your last {n} saves are not in it.", self.at_hand.lost
            ).format(n=self.at_hand.lost)
        if self._main is None:
            card = Card(padding=(32, 26))
            main = self._main_button(_("Open what is there"))
            main.clicked.connect(self.accepted)
            put(card.body, SectionTitle(_("What is here now")), S1, Body(words.format(missing=missing)))
            put(card.body, S4, _alone(main))
            column.insertWidget(4, card)
            column.insertSpacing(5, S3)
        else:
            row = ActRow(_("What is here now"), words.format(missing=missing), _("Open what is there"))
            row.button.clicked.connect(self.accepted)
            put(column, S3, row, Divider())

    def _put_rows(self, column: QVBoxLayout) -> None:
        put(column, S3)
        if self._readable and self.at_hand.newest is not None:
            row = ActRow(_("Read out what can still be read"), _reading_words(True), _("Try it"))
            row.button.clicked.connect(self.read_out)
            put(column, row, Divider())
        away = ActRow(
            _("A copy from another place"), _("From a stick, or from another disk."), _("Choose a copy")
        )
        away.button.clicked.connect(self.from_file)
        put(column, away, Divider())
        asked = ActRow(
            _("Ask someone for help"),
            _("Saves a description of the damage without a single word of yours."),
            _("Describe it"),
        )
        asked.button.clicked.connect(self.described)
        put(column, asked, Divider())

    def _foot(self) -> Small:
        if issubclass(self.kind, MissingStoreError):
            return Small(_("If you moved the folder with your notes, put it back or choose where it is now."))
        if issubclass(self.kind, StaleStoreError):
            return Small(_("What is here is kept as it is, whatever you choose."))
        return Small(
            _(
                "The damaged notes are kept as they are, whatever you choose. What you typed last is in a "
                "draft and will be offered again."
            )
        )

    def _again(self, column: QVBoxLayout) -> list[QuietButton]:
        """Trying once more: where there is nothing better it is the main thing, on a line of its own."""
        words = _("Try again")
        again: PaintedButton
        if self._main is None:
            again = self._main_button(words)
            put(column, _alone(again), S2)
            quiet = []
        else:
            again = QuietButton(words)
            quiet = [again]
        again.clicked.connect(self.again)
        return quiet

    def _ways_out(self, *before: QuietButton) -> Flow:
        other = QuietButton(_("Choose another folder"))
        other.clicked.connect(self.ask_folder)
        show = QuietButton(_("Show the folder"))
        show.clicked.connect(self.show_folder)
        close = QuietButton(_("Close Rewire"))
        close.clicked.connect(self.closed)
        row = Flow(gap=0, below=0)
        for button in (*before, other, show, close):
            row.add(button)
        return row

    # reading out

    def show_reading(self, shown_now: bool) -> None:
        """Show how far reading out is, or the choices again."""
        self.reading.setVisible(shown_now)
        self._choices.setVisible(not shown_now)
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocus()


def _reading_words(joined: bool) -> str:
    if joined:
        return _("Takes about a minute. Joins it with the copy and lists what could not be read.")
    return _("Takes about a minute, and lists what could not be read.")


def _alone(button: PaintedButton) -> Flow:
    row = Flow()
    row.add(button)
    return row
