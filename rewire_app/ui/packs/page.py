"""Packs from others, under Library: what is kept, a file that is looked at, and what is in it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rewire_app.errors import RewireError
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.back_link import BackLink
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.errand import Errand
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.packs.kept_part import KeptPacks
from rewire_app.ui.packs.proposal_part import PackPreview
from rewire_app.ui.widgets.layout import CHEVRON, clear, hung, put, stretch, vbox

if TYPE_CHECKING:
    from rewire_app.exchange.packs.checked import LookedAtPack
    from rewire_app.exchange.packs.keeping import PackProposal


class PacksPage(Page):
    """The packs that are kept, or over them the one that is proposed."""

    above: ClassVar[Route | None] = routes.LIBRARY
    topics = frozenset({"packs"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._up = BackLink(routes.LIBRARY)
        self._up.went.connect(self.go)
        self.kept = KeptPacks()
        self.kept.go.connect(self.go)
        self.kept.chosen.connect(self.look_at)
        self.kept.removed.connect(self._remove)
        self.preview: PackPreview | None = None
        self._errand: Errand[LookedAtPack] | None = None
        self._place = vbox(gap=0)
        column = vbox(hung(self._up, start=CHEVRON), gap=0)
        put(column, self.kept, self._place, stretch())
        self.set_body(column, dense=True, top=15, linked=False)

    @property
    def way_up(self) -> Route | None:
        """From a proposal to what is kept, and from there to the library."""
        return routes.PACKS if self.preview is not None else self.above

    def open(self, _route: Route) -> None:
        """Show what is kept; a file that is being looked at is still shown when that is done."""
        self._show(None)

    def refresh(self) -> None:
        """Read what is kept; raises a StoreError."""
        self.kept.show_packs(self.context.store.packs.all(), self.context.library)

    def let_go(self) -> None:
        """What is being looked at is not waited for."""
        if self._errand is not None:
            self._errand.drop()
            self._errand = None

    # what the person does

    def look_at(self, path: Path) -> None:
        """Look at the pack at `path`, and show what is in it; nothing of it is kept."""
        from rewire_app.exchange.packs.checked import look_at_pack

        self.let_go()
        self._show(None)
        self.kept.say(_("Looking at {file}.").format(file=path.name))
        self._errand = Errand(partial(look_at_pack, path))
        self._errand.done.connect(self.show_looked)
        self._errand.failed.connect(partial(self._refuse, path.name))
        self._errand.start()

    def show_looked(self, looked: LookedAtPack) -> None:
        """Propose a pack that was read, or say what is wrong with it."""
        from rewire_app.exchange.packs.keeping import fault_line, proposal_of

        self._errand = None
        if looked.faults:
            words = _("{file} cannot be kept as it is. Nothing was changed.").format(file=looked.file)
            self.kept.say(words, [fault_line(fault) for fault in looked.faults])
            return
        self.kept.say("")
        with self.context.hub.telling():
            self.propose(proposal_of(looked, self.context.store.packs.all(), self.context.clock.now()))

    def propose(self, proposal: PackProposal) -> None:
        """Show what is in a pack."""
        self._show(PackPreview(proposal, self.context.library))

    def _refuse(self, file: str, error: RewireError) -> None:
        self._errand = None
        self.kept.say(f"{file}: {error}")

    def _keep(self) -> None:
        from rewire_app.exchange.packs.keeping import keep_pack

        if self.preview is None:
            return
        proposal = self.preview.proposal
        label = _("pack kept, {name}").format(name=proposal.pack.name)
        if self.context.hub.do(label, keep_pack, self.context.store, proposal):
            self._show(None)

    def _remove(self, uid: str) -> None:
        store = self.context.store.packs
        with self.context.hub.telling():
            if (found := store.get(uid)) is not None:
                self.context.hub.do(_("removed, {title}").format(title=found.name), store.remove, uid)

    def _show(self, preview: PackPreview | None) -> None:
        held = self._holds_focus or preview is not None
        clear(self._place)
        self.preview = preview
        self.kept.setVisible(preview is None)
        self._up.lead_to(*self._leads())
        first: QWidget = self.kept.choose
        if preview is not None:
            preview.kept.connect(self._keep)
            preview.left.connect(partial(self._show, None))
            self._place.addWidget(preview)
            first = preview.first
        self.to_top()
        if held and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leads(self) -> tuple[Route, str]:
        if self.preview is not None:
            return routes.PACKS, _("Packs from others")
        return routes.LIBRARY, _("Library")
