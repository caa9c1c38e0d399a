"""The packs that are kept, and where another one is opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rewire_app.content.library import Library
from rewire_app.domain.packs import Pack, article_ids, exercise_ids
from rewire_app.exchange.packs.keeping import count_words
from rewire_app.i18n import _, ngettext
from rewire_app.paths import PACK_FILE
from rewire_app.ui.base import routes
from rewire_app.ui.widgets.base import announce
from rewire_app.ui.widgets.buttons import MainButton, QuietButton
from rewire_app.ui.widgets.card import Card, Sunken
from rewire_app.ui.widgets.flow import Flow
from rewire_app.ui.widgets.layout import QUIET, clear, hung, put, stretch, vbox, wide
from rewire_app.ui.widgets.text import Body, Heading, Second, Strong, Title
from rewire_app.ui.widgets.theme import S1, S2, S3, S4, S5
from rewire_app.ui.widgets.unfold import LinkButton


class PackCard(Card):
    """One pack: who made it, and its exercises and articles. `go(Route)`; `removed(uid)`: it is to go."""

    go = Signal(object)
    removed = Signal(str)

    def __init__(self, pack: Pack, library: Library) -> None:
        super().__init__(padding=(19, 14), name=pack.name)
        exercises = [name for name in exercise_ids(pack) if name in library.exercise_ids()]
        articles = [name for name in article_ids(pack) if name in library.article_ids()]
        about = _("By {author}, version {version}. {count}.").format(
            author=pack.author,
            version=pack.version,
            count=count_words(len(exercises), len(articles)) or _("Nothing in it can be read here"),
        )
        put(self.body, Heading(pack.name), Second(about), S2)
        for name in exercises:
            self._link(library.exercise(name).title, routes.exercise(name))
        for name in articles:
            self._link(library.article(name).title, routes.library(name))
        gone = QuietButton(_("Remove this pack"), icon="trash")
        gone.setAccessibleName(_("Remove this pack: {name}").format(name=pack.name))
        gone.setAccessibleDescription(_("What you practised with it stays."))
        gone.clicked.connect(lambda: self.removed.emit(pack.uid))
        put(self.body, S2, hung(gone, start=QUIET))

    def _link(self, title: str, to: routes.Route) -> None:
        link = LinkButton(title)
        link.clicked.connect(lambda: self.go.emit(to))
        put(self.body, wide(link, 0, Qt.AlignmentFlag.AlignLeading))


class KeptPacks(QWidget):
    """`go(Route)`. `chosen(Path)`: this file is to be looked at. `removed(uid)`: this pack is to go."""

    go = Signal(object)
    chosen = Signal(object)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        lead = _(
            "Exercises and articles that somebody wrote and handed to you, such as a therapist. A pack is "
            "looked at first, and nothing of it is kept before you say so."
        )
        self.choose = MainButton(_("Open a pack"), icon="folder")
        self.choose.clicked.connect(self._ask)
        acts = Flow(gap=S3)
        acts.add(self.choose)
        self._said = vbox(gap=0)
        self._rows = vbox(gap=S3)
        column = vbox(Title(_("Packs from others")), S1, Second(lead), S4, acts, on=self, gap=0)
        put(column, self._said, S5, self._rows, stretch())

    def say(self, sentence: str, faults: Sequence[str] = ()) -> None:
        """Say what there is to say of a file, and each fault of it; "" takes it back."""
        clear(self._said)
        if not sentence:
            return
        put(self._said, S4)
        if faults:
            card = Sunken(padding=20)
            card.setAccessibleName(sentence)
            put(card.body, Strong(sentence), S1, *(Second(line) for line in faults))
            put(self._said, card)
        else:
            put(self._said, Body(sentence, ink="coralText"))
        announce(self, " ".join((sentence, *faults)))

    def show_packs(self, packs: Sequence[Pack], library: Library) -> None:
        """Show what is kept now."""
        held = any(card.hasFocus() or card.isAncestorOf(_focus(self)) for card in self.findChildren(PackCard))
        clear(self._rows)
        if not packs:
            put(self._rows, Body(_("No pack is kept here."), ink="ink2"))
        else:
            count = ngettext("{n} pack", "{n} packs", len(packs)).format(n=len(packs))
            put(self._rows, Heading(count))
        for pack in packs:
            card = PackCard(pack, library)
            card.go.connect(self.go)
            card.removed.connect(self.removed)
            self._rows.addWidget(card)
        if held:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        kinds = _("Content packs (*{ending})").format(ending=PACK_FILE)
        name, _kind = QFileDialog.getOpenFileName(self, _("Open a pack"), str(Path.home()), kinds)
        if name:
            self.chosen.emit(Path(name))


def _focus(part: QWidget) -> QWidget:
    return part.window().focusWidget() or part
