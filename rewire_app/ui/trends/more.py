"""The menu "More" of Trends: looking closer, lanes, marks, and saving what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from rewire_app.i18n import _
from rewire_app.ui.charts.saving import Saving
from rewire_app.ui.widgets.theme import theme

if TYPE_CHECKING:
    from rewire_app.ui.trends.toolbar import TrendsTools


def more_menu(tools: TrendsTools) -> QMenu:
    """What can be done now; the keys of the picture stand beside what they do too."""
    menu = QMenu(tools)
    menu.setFont(theme.font("body"))
    menu.setAccessibleName(_("More"))
    if tools.zooming:
        for what, words, able in (
            ("closer", _("Closer\t+"), tools.can_look_closer),
            ("wider", _("Wider\t-"), tools.can_look_wider),
            ("whole", _("Whole range\tEsc"), tools.zoomed),
            ("lanes", _("Lanes"), True),
            ("mark", _("Add a mark\tM"), True),
        ):
            action = menu.addAction(words)
            action.setEnabled(able)
            action.triggered.connect(lambda _checked=False, what=what: tools.asked.emit(what))
            if what in {"whole", "mark"}:
                menu.addSeparator()
    view = tools.view
    if view is not None and view.title:
        Saving(tools, view.title, view.chart, view.table).put_into(menu)
    return menu
