"""The one search: own words first, as one types, then exercises and articles, which are kept apart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rewire_app.domain.day_words import span_words
from rewire_app.i18n import _, ngettext
from rewire_app.reports.own_words import Found, OwnWords, WordsWish
from rewire_app.reports.written import WrittenKind
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.seeking import Seeking
from rewire_app.ui.finding.entry_list import EntryList
from rewire_app.ui.finding.kind_chips import KindChips
from rewire_app.ui.finding.lines import line_of, line_of_hit
from rewire_app.ui.finding.narrowing import Narrowing
from rewire_app.ui.widgets.base import tell
from rewire_app.ui.widgets.card import Card
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.search_field import SearchField
from rewire_app.ui.widgets.text import Heading, Second, Small, Title
from rewire_app.ui.widgets.theme import S2, S3, S4, S5

FIRST, BATCH = 8, 40
"""So many rows are shown while one is typing, and so many more on each demand."""
LATER_MS = 80
"""So long after the last key exercises and articles are looked through."""
HITS = 5
"""So many exercises and articles."""
KINDS = tuple(kind for kind in WrittenKind if kind is not WrittenKind.PRACTICE)


class SearchView(QWidget):
    """`go(Route)`: what was found is opened."""

    go = Signal(object)
    topics = OwnWords.topics

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.own: OwnWords | None = None
        self._most = FIRST
        self.head = QWidget()
        hbox(Title(_("Everything you wrote")), stretch(), on=self.head)
        self.box = SearchField(_("Search your words, exercises and articles"))
        self.box.changed.connect(self._asked_anew)
        self.box.line.returnPressed.connect(lambda: QTimer.singleShot(0, self, self._to_first))  # after it
        self.box.line.installEventFilter(self)
        self.chips = KindChips(KINDS)
        self.chips.changed.connect(self._asked_anew)
        self.narrowing = Narrowing()
        self.narrowing.changed.connect(self._asked_anew)
        self._seeking = Seeking(context)
        self._seeking.ready.connect(self._show_content)
        self._later = QTimer(self)  # own words are there first; the rest follows once one stops typing
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._show_content)
        self._seeking.failed.connect(context.hub.failed)
        self._build()

    def _build(self) -> None:
        self._said = Second("")
        self._same = Small(_("Accents and capitals make no difference"), wrap=False)
        self.list = EntryList(_("What you wrote"))
        self.list.go.connect(self.go)
        self.list.more.connect(self._show_more)
        self.content = EntryList(_("In exercises and articles"))
        self.content.go.connect(self.go)
        self._content = QWidget()
        vbox(S5, Heading(_("In exercises and articles")), S2, self.content, on=self._content, gap=0)
        self._content.hide()
        card = Card(padding=(28, 14))
        top = hbox(wide(self._said, 1), wide(self._same, 0, Qt.AlignmentFlag.AlignTop), gap=S3)
        put(card.body, top, S2, self.list, self._content, S2)
        vbox(self.box, S2, self.chips, S2, self.narrowing, S4, card, stretch(), on=self, gap=0)

    # reading

    def let_go_of(self, topics: frozenset[str]) -> None:
        """These changed: they are read anew before the next answer."""
        if self.own is not None:
            self.own.stale(topics)

    def refresh(self) -> None:
        """Read what is not read yet and answer anew; raises a StoreError."""
        if self.own is None:
            self.own = OwnWords(self._context.store, self._context.library)
        self.own.read()
        self.narrowing.offer(self.own)
        self._answer()
        self._seeking.begin()

    def settle(self) -> None:
        """Show what exercises and articles say as soon as they can be searched; for tests and pictures."""
        self._seeking.wait()
        QCoreApplication.sendPostedEvents(self._seeking)
        self._show_content()

    def forget(self) -> None:
        """Let go of every word, and wait for what gets ready."""
        self._later.stop()
        self.own = None
        self._seeking.wait()

    # answering

    def _wish(self) -> WordsWish:
        narrowed = self.narrowing.wish(self._context.today)
        return WordsWish(
            query=self.box.value(),
            kind=self.chips.kind,
            first=narrowed.first,
            last=narrowed.last,
            tag=narrowed.tag,
            exercise=narrowed.exercise,
            person=narrowed.person,
        )

    def _asked_anew(self, _value: object = None) -> None:
        self._most = FIRST
        with self._context.hub.telling():
            self._answer()

    def _show_more(self) -> None:
        before, self._most = self.list.shown, self._most + BATCH
        with self._context.hub.telling():
            self._answer()
        self.list.enter(before)

    def _answer(self) -> None:
        own = self.own
        if own is None:
            return
        wish = self._wish()
        found = own.find(wish)
        self.chips.show_counts({str(kind): n for kind, n in found.counts}, found.number)
        today = self._context.today
        lines = [
            line_of(entry, own.about(entry), own.shown(entry, wish.query), today)
            for entry in found.entries[: self._most]
        ]
        self.list.show_lines(lines, max(0, len(found.entries) - self._most))
        said = self._words_about(found)
        self._said.setText(said)
        self._said.set_lead(said.partition(",")[0] + "," if found.entries else "")
        tell(self.box.line, said)
        self._later.start()

    def _words_about(self, found: Found) -> str:
        count = len(found.entries)
        if not count:
            return _("Nothing found. Fewer letters find more.")
        said = ngettext("{n} place, newest first", "{n} places, newest first", count).format(n=count)
        days = [entry.day for entry in found.entries if entry.day is not None]
        if not days or days[0] == days[-1]:
            return said
        return _("{found}, from {days}").format(found=said, days=span_words(days[-1], days[0]))

    def _show_content(self) -> None:
        self._later.stop()
        question = self.box.value()
        hits = self._seeking.find(question, HITS) if question else None
        found = hits.hits if hits is not None and self.chips.kind is None else ()
        self.content.show_lines([line_of_hit(hit) for hit in found])
        self._content.setVisible(bool(found))

    # the keyboard

    def begin(self) -> None:
        """Put the keyboard into the box; what stands there is selected."""
        self.box.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.line.selectAll()

    def _to_first(self) -> None:
        if self._later.isActive():  # Enter came right after the last letter
            self._show_content()
        if not self.list.enter():
            self.content.enter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the box to the first result."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Down:  # type: ignore[attr-defined]  # a key event has a key
            self._to_first()
            return True
        return super().eventFilter(watched, event)
