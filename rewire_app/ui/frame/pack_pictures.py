"""Pictures of content packs: an invented one as it is proposed, refused and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from rewire_app.content.check_pack import PackHead
from rewire_app.content.faults import Fault
from rewire_app.content.toml_text import to_toml
from rewire_app.exchange.packs.checked import LookedAtPack
from rewire_app.exchange.packs.keeping import keep_pack, proposal_of
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.frame.window import Window
from rewire_app.ui.packs.page import PacksPage

SHOWN = ("a-leaves", "d-tipp")
"""What stands in the invented pack, under other names."""

ARTICLE = """\
+++
id = "evenings"
title = "{title}"
topic = "Evenings"
summary = "{summary}"
exercises = []
reviewed = 2026-11-22

[evidence]
grade = "D"
note = "-"
+++

{summary}
"""


def look_at_packs(window: Window, keep: Callable[[QWidget, str], None]) -> None:
    """Give `keep` a proposal, a pack that cannot be kept, and the page with one that is kept for a moment."""
    context = window.context
    window.go(routes.PACKS)
    page = window.shell.page(routes.PACKS.page)
    assert isinstance(page, PacksPage)
    files = {"pack.toml": ""}
    for name in SHOWN:
        found = replace(context.library.exercise(name), id=f"my-{name}", next=(), article="")
        files[f"exercises/{found.id}.toml"] = to_toml(found)
    words = {"title": _("Why evenings are loud"), "summary": _("What the last hour of a day does.")}
    files["articles/evenings.md"] = ARTICLE.format(**words)
    head = PackHead(name=_("Quiet evenings"), author="A. Ortiz", version="1", language="en")
    looked = LookedAtPack(file="quiet-evenings.rewire-pack", hash="0" * 64, head=head, texts=files, faults=())
    proposal = proposal_of(looked, (), context.clock.now())
    page.propose(proposal)
    keep(window, "packs-proposal")
    page.open(routes.PACKS)
    fault = Fault(
        file="exercises/lamp.toml", line=14, field="glyph", reason="there is no picture glyphs/x.svg"
    )
    page.show_looked(replace(looked, faults=(fault,)))
    keep(window, "packs-refused")
    page.open(routes.PACKS)
    page.kept.say("")
    change = keep_pack(context.store, proposal)
    context.hub.announce(change.topics)
    keep(window, "packs-kept")
    window.go(routes.exercise(proposal.exercises[1].id))
    keep(window, "packs-exercise")
    window.go(routes.PRACTICE)
    context.hub.announce(change.revert().topics)
