"""What helps while a note is written: a beginning, a link, a tag used before, and what it said before."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from rewire_app.domain.journal.light_markdown import NoteLink
from rewire_app.i18n import _
from rewire_app.reports.note_links import link_targets
from rewire_app.ui.base.context import Context
from rewire_app.ui.journal.note_card import NoteCard
from rewire_app.ui.journal.note_panels import LinkPanel, NotePanel, VersionsPanel
from rewire_app.ui.journal.note_templates import BeginningsPanel
from rewire_app.ui.journal.note_ways import way_of
from rewire_app.ui.journal.note_writing import NoteWriting


class NoteHelp(QObject):
    """One panel at a time under the field of `card`. `go(Route)`: a link was followed."""

    go = Signal(object)

    def __init__(self, context: Context, card: NoteCard, writing: NoteWriting) -> None:
        super().__init__(card)
        self._context, self._editor, self._writing = context, card.editor, writing
        self._panel: NotePanel | None = None
        self._tags_offered = False
        self._editor.changed.connect(self._offer_tags)
        self._editor.link.connect(self._link)
        self._editor.earlier.connect(self._earlier)
        self._editor.begin_with.connect(self._begin_with)
        writing.ended.connect(self.close)
        card.asked.connect(self._follow)

    @property
    def unheld(self) -> bool:
        """Whether a template is half written that cannot be held as a draft."""
        return isinstance(self._panel, BeginningsPanel) and not self._panel.hold()

    def _offer_tags(self) -> None:
        """Offer the tags that were used most, once there are words to put them to."""
        if self._tags_offered:
            return
        self._tags_offered = True
        with self._context.hub.telling():
            used = self._context.store.notes.tags().most_common()
            self._editor.offer_tags([tag for tag, _count in used])

    def _link(self) -> None:
        with self._context.hub.telling():
            context = self._context
            panel = LinkPanel(link_targets(context.store, context.library, context.today))
            panel.chosen.connect(self._insert)
            self._open(panel)

    def _earlier(self) -> None:
        with self._context.hub.telling():
            versions = self._context.store.note_versions.of(self._writing.kept.uid)
            panel = VersionsPanel(self._context, versions)
            panel.chosen.connect(self._bring_back)
            self._open(panel)

    def _begin_with(self) -> None:
        with self._context.hub.telling():
            panel = BeginningsPanel(self._context)
            panel.chosen.connect(self._insert)
            self._open(panel)

    def _open(self, panel: NotePanel) -> None:
        panel.closed.connect(self._leave)
        self._panel = panel
        self._editor.show_below(panel)
        panel.begin()

    def _insert(self, words: str) -> None:
        self.close()
        self._editor.insert(words)

    def _bring_back(self, text: str) -> None:
        self.close()
        self._writing.bring_back(text)
        self._editor.begin()

    def _leave(self) -> None:
        """The panel is put away, and the keyboard goes back to the words."""
        self.close()
        self._editor.begin()

    def close(self) -> None:
        """Put the panel away; a template that is half written in it waits as a draft."""
        if isinstance(self._panel, BeginningsPanel):
            self._panel.hold()
        self._panel, self._tags_offered = None, False
        self._editor.show_below(None)

    def _follow(self, link: NoteLink) -> None:
        with self._context.hub.telling():
            way = way_of(self._context, link)
            if way is None:
                self._context.hub.said.emit(_("What this leads to is not there any more."))
            else:
                self.go.emit(way)
