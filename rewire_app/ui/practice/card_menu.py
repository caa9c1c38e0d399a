"""What else can be done with an exercise, as a menu: begin it, mark it, make it one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal

from rewire_app.content.breath_patterns import pattern_uid
from rewire_app.content.packed import is_packed
from rewire_app.domain.custom import CUSTOM_PREFIX, Favourite
from rewire_app.domain.journal.entries import new_uid
from rewire_app.i18n import _
from rewire_app.ui.base import routes
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.page import Page
from rewire_app.ui.base.removing import remove_exercise, remove_pattern
from rewire_app.ui.practice.away import AwaySheet
from rewire_app.ui.practice.worksheet_sheet import WorksheetSheet
from rewire_app.ui.widgets.act_menu import ActMenu


def is_favourite(context: Context, name: str) -> bool:
    """Whether the exercise `name` is a favourite; raises a StoreError."""
    return context.store.favourites.by_exercise(name) is not None


def turn_favourite(context: Context, name: str) -> None:
    """Make the exercise `name` a favourite, or take the mark off."""
    hub, favourites = context.hub, context.store.favourites
    with hub.telling():
        marked = favourites.by_exercise(name)
        if marked is not None:
            hub.do(_("no favourite any more"), favourites.remove, marked.uid)
            return
        fresh = Favourite(uid=new_uid(context.clock.now()), exercise=name)
        hub.do(_("marked as a favourite"), favourites.add, fresh)


class CardMenu(ActMenu):
    """The menu of the exercise `name`. `go(Route)`: open something.

    `whole`: with beginning it and its mark, which a page about it has already.
    """

    go = Signal(object)

    def __init__(self, context: Context, name: str, *, page: Page, whole: bool = True) -> None:
        super().__init__(page, name=context.library.title(name))
        if whole:
            self.offer(_("Begin"), "play", lambda: self.go.emit(routes.run(name)))
            marked = is_favourite(context, name)
            words = _("Take the favourite mark off (F)") if marked else _("Mark as a favourite (F)")
            self.offer(words, "star", lambda: turn_favourite(context, name))
        self.offer(_("Done away from the screen"), "check", lambda: AwaySheet(context, name, page).lay_over())
        exercise = context.library.exercise(name)
        if exercise.worksheet:
            self.offer(_("Print to write on"), "printer", lambda: WorksheetSheet(page, exercise).lay_over())
        self.offer(_("Earlier times"), "clock", lambda: self.go.emit(routes.practised(exercise=name)))
        uid = pattern_uid(name)
        if uid:
            self.offer(_("Change the pattern"), "pencil", lambda: self.go.emit(routes.pattern(uid)))
            self.offer(_("Remove the pattern"), "trash", lambda: remove_pattern(context, uid))
        elif name.startswith(CUSTOM_PREFIX):
            self.offer(_("Change it"), "pencil", lambda: self.go.emit(routes.change(name)))
            self.offer(_("Make a copy"), "copy", lambda: self.go.emit(routes.copy(name)))
            self.offer(_("Remove it"), "trash", lambda: remove_exercise(context, name))
        else:
            if is_packed(name):
                self.offer(_("See its pack"), "folder", lambda: self.go.emit(routes.PACKS))
            self.offer(_("Make a copy of your own"), "copy", lambda: self.go.emit(routes.copy(name)))
