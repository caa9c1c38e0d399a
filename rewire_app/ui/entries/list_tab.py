"""A tab of Patterns that is one list of the person: title, tabs, and the list."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.entries import ListKind
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.patterns_tabs import PatternsTabs
from rewire_app.ui.base.places import page_name
from rewire_app.ui.base.routes import Route
from rewire_app.ui.entries.list_view import ListView
from rewire_app.ui.widgets.layout import hbox, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.text import Title
from rewire_app.ui.widgets.theme import S3, S4, theme


class ListTab(Page):
    """The page called `key`, with the list `kind`."""

    key: ClassVar[str]
    kind: ClassVar[ListKind]
    above: ClassVar[Route | None] = routes.PATTERNS

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tabs = PatternsTabs(self.key)
        self.tabs.went.connect(self.go)
        self.view = ListView(context, self.kind, headed=False)
        self.view.go.connect(self.go)
        self.view.opened.connect(self._show_form)
        near = hbox(wide(self.view, 1), stretch(0))  # alone, Qt takes its height for a width it does not get
        column = vbox(gap=0)
        put(column, Title(page_name(self.key)), S3, self.tabs, S4, near, stretch())
        self.set_body(column, dense=True, top=26, linked=False)
        self._keep_near()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._keep_near()

    def _keep_near(self) -> None:
        """Let every entry stand near what can be done with it."""
        self.view.setMaximumWidth(theme.px(NEAR))

    def refresh(self) -> None:
        """Read the list anew."""
        self.view.refresh()

    def _show_form(self, form: object) -> None:
        if isinstance(form, QWidget):
            self.bring_into_sight(form)

    def leave(self) -> None:
        """Whatever is half written is held as a draft."""
        self.view.draft.now()

    @property
    def loses_nothing(self) -> bool:
        """An entry that is half written waits as a draft."""
        return self.view.draft.now()

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not kept yet."""
        return self.view.unsaved

    @property
    def waiting(self) -> str:
        """What is half written."""
        return _("an entry that is half written")
