"""Your lists: what exercises left behind, to be read, added to and changed by hand."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.lists.entries import ListEntry, ListKind
from rewire_app.domain.lists.words import count_words, list_words
from rewire_app.errors import StoreError
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.routes import Route
from rewire_app.ui.entries.list_view import ListView
from rewire_app.ui.entries.writing import ListWriting, waiting_words
from rewire_app.ui.widgets.buttons import QuietButton
from rewire_app.ui.widgets.card import Divider
from rewire_app.ui.widgets.layout import QUIET, hbox, hung, nest_at, put, stretch, vbox, wide
from rewire_app.ui.widgets.room import NEAR
from rewire_app.ui.widgets.rows import OpenRow
from rewire_app.ui.widgets.text import Body, Lead, Title
from rewire_app.ui.widgets.theme import S2, S3, S4, theme
from rewire_app.ui.widgets.unfold import LinkButton

SHOWN = (ListKind.CRISIS_PLAN, ListKind.KIT, ListKind.CARDS, ListKind.SCRIPTS, ListKind.DREAMS)
"""The lists in the order in which they are offered; the others stand on the pages of Patterns."""


class Overview(QWidget):
    """The lists, each a row that opens it. `chosen(kind)`; `elsewhere()`: to the lists that are not here."""

    chosen = Signal(str)
    elsewhere = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = vbox(
            Title(_("Your lists")),
            Lead(_("What your exercises left for you. You can add to it and change it here.")),
            S4,
            on=self,
            gap=0,
        )
        self.rows: dict[ListKind, OpenRow] = {}
        for number, kind in enumerate(SHOWN):
            if number:
                column.addWidget(Divider())
            words = list_words(kind)
            row = OpenRow(words.exercise, words.name, "")
            row.clicked.connect(lambda kind=kind: self.chosen.emit(kind.value))
            column.addWidget(row)
            self.rows[kind] = row
        more = LinkButton(_("Values, plans, records, ladders: Patterns"))
        more.clicked.connect(self.elsewhere)
        put(column, S4, hbox(more, stretch()), S2, stretch())

    def show_counts(
        self, entries: Mapping[ListKind, Sequence[ListEntry]], begun: Container[ListKind]
    ) -> None:
        """Say what is in each list, and in which an entry is half written."""
        for kind, row in self.rows.items():
            words = count_words(kind, len(entries[kind]))
            more = _("{words}. One is half written") if kind in begun else "{words}"
            row.set_detail(more.format(words=words))


class ListsPage(Page):
    """The overview, and each list once it was opened. A form that is half filled stays where it is."""

    above = routes.PRACTICE
    topics = frozenset({kind.value for kind in SHOWN} | {"profile"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.views: dict[ListKind, ListView] = {}
        self._kind: ListKind | None = None
        self._column = vbox(gap=S3)
        self._fault = QWidget()
        told = vbox(on=self._fault, gap=S2)
        self._sentence = Body("")
        again = QuietButton(_("Try again"))
        again.clicked.connect(self.refresh)
        put(told, self._sentence, hung(again, start=QUIET))
        self._fault.hide()
        self._column.addWidget(self._fault)
        self.overview = Overview()
        self.overview.chosen.connect(lambda kind: self.go.emit(routes.lists(kind)))
        self.overview.elsewhere.connect(lambda: self.go.emit(routes.PATTERNS))
        put(self._column, self.overview, stretch())
        self.set_body(self._column, top=36)
        self._keep_near()

    def restyle(self) -> None:
        """Take over new sizes."""
        super().restyle()
        self._keep_near()

    def _keep_near(self) -> None:
        """Let every entry stand near what can be done with it."""
        for part in (self.overview, *self.views.values()):
            part.setMaximumWidth(theme.px(NEAR))

    def open(self, route: Route) -> None:
        """Show the list that is the part of `route`; all of them when there is none of that name."""
        self.leave()  # the overview names what is half written
        kinds = {kind.value: kind for kind in SHOWN}
        self._kind = kinds.get(route.part)
        if self._kind is not None and self._kind not in self.views:
            view = ListView(self.context, self._kind)
            view.go.connect(self.go)
            view.back.connect(lambda: self.go.emit(routes.LISTS))
            view.opened.connect(self._show_form)
            self.views[self._kind] = view
            self._keep_near()
            near = hbox(wide(view, 1), stretch(0))  # alone, Qt takes its height for a width it does not get
            nest_at(self._column, self._column.count() - 1, near)
        self.refresh()
        self._show()
        self.to_top()

    @property
    def part(self) -> str:
        """The list that is shown."""
        return "" if self._kind is None else self._kind.value

    @property
    def way_up(self) -> Route:
        """From a list to all of them."""
        return routes.LISTS if self._kind is not None else routes.PRACTICE

    @property
    def view(self) -> ListView | None:
        """The list that is shown, or None for the overview."""
        return self.views[self._kind] if self._kind is not None else None

    def refresh(self) -> None:
        """Read what is shown anew; when that fails, say so and offer to try again."""
        try:
            if self.view is not None:
                self.view.refresh()
            else:
                kinds = {kind: ListWriting(self.context, kind) for kind in SHOWN}
                begun = {kind for kind, one in kinds.items() if one.begun()}
                self.overview.show_counts({kind: one.entries() for kind, one in kinds.items()}, begun)
        except StoreError as error:
            self._sentence.setText(str(error))
            self._fault.show()
            return
        self._fault.hide()

    def _show(self) -> None:
        shown = self.view or self.overview
        if self.top_link is not None:  # a list has its own link, to all of them
            self.top_link.setVisible(self.view is None)
        shown.show()
        if self.view is None:
            next(iter(self.overview.rows.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.begin()
        for other in (self.overview, *self.views.values()):  # last, or the focus would wander through them
            other.setVisible(other is shown)

    def _show_form(self, form: object) -> None:
        if isinstance(form, QWidget):
            self.bring_into_sight(form)

    def leave(self) -> None:
        """Whatever is half written is held as a draft."""
        for view in self.views.values():
            view.draft.now()

    @property
    def loses_nothing(self) -> bool:
        """Every entry that is half written waits as a draft."""
        return all([view.draft.now() for view in self.views.values()])

    def show_waiting(self) -> str:
        """The list in which an entry is half written comes into sight."""
        view = next(view for view in self.views.values() if view.unsaved)
        if view is not self.view:
            self.open(routes.lists(view.kind.value))
        view.begin()
        return waiting_words(list_words(view.kind).name, held=view.draft.now())

    @property
    def unsaved(self) -> bool:
        """Whether something is written in one of the lists that is not kept yet."""
        return any(view.unsaved for view in self.views.values())
