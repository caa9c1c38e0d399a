"""The lines to raise in a session, gathered over weeks: added, changed, and marked as raised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from rewire_app.domain.day_words import day_words
from rewire_app.domain.journal.to_raise import ToRaise, checked_to_raise
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page_part import PagePart
from rewire_app.ui.entries.short_list import ShortAct, ShortKind, ShortList
from rewire_app.ui.widgets.layout import put, stretch
from rewire_app.ui.widgets.question import Question

LINE = 2_000
"""So many characters fit a line that is typed here."""


class GatheredLines(PagePart):
    """Those that wait come first. `opened(widget)`: a form was opened."""

    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(routes.SESSION)
        self._context = context
        self.lines: ShortList[ToRaise] = ShortList(context, self._kind(), lambda: context.store.to_raise)
        self.lines.opened.connect(self.opened)
        lead = _("Gather here what you want to talk about. The page for the session begins with it.")
        self.set_words(_("To raise in a session"), lead)
        put(self.body, self.lines, stretch())

    def refresh(self) -> None:
        """Read the lines anew; raises a StoreError."""
        found = self._context.store.to_raise.all()
        raised = sorted((one for one in found if one.done_day), key=lambda one: one.done_day or one.day)
        self.lines.show_entries([*(one for one in found if one.done_day is None), *reversed(raised)])

    def _kind(self) -> ShortKind[ToRaise]:
        context = self._context
        label = _("What do you want to raise?")

        def made(uid: str, answers: Mapping[str, Any], before: ToRaise | None) -> ToRaise:
            now = context.clock.now()
            given = before or ToRaise(uid=uid, day=context.today, at=now, text="")
            return checked_to_raise(replace(given, uid=uid, text=answers["text"].strip()))

        return ShortKind(
            draft="to_raise",
            add=_("Add a line"),
            change=_("Change this line"),
            main="text",
            asks=lambda _line: [Question(key="text", label=label, limit=LINE)],
            shown=lambda line: {"text": line.text},
            made=made,
            lines=self._said,
            acts=self._acts,
        )

    def _said(self, line: ToRaise) -> Sequence[str]:
        made = _("Noted on {day}").format(day=day_words(line.day, year=True))
        if line.done_day is None:
            return (made,)
        return (_("Raised on {day}").format(day=day_words(line.done_day, year=True)),)

    def _acts(self, line: ToRaise) -> Sequence[ShortAct]:
        if line.done_day is None:
            done = replace(line, done_day=self._context.today)
            return (ShortAct(words=_("It was raised"), do=partial(self._keep, _("line raised"), done)),)
        again = replace(line, done_day=None)
        return (ShortAct(words=_("Raise it again"), do=partial(self._keep, _("line waits again"), again)),)

    def _keep(self, label: str, line: ToRaise) -> None:
        self._context.hub.do(label, self._context.store.to_raise.edit, line)

    # what is half written

    def hold(self) -> bool:
        """What is half written waits as a draft."""
        return self.lines.draft.now()

    @property
    def unsaved(self) -> bool:
        """Whether a line is half written."""
        return self.lines.unsaved
