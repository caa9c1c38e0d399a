"""From one page or cover to another without a stop between for the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from rewire_app.ui.widgets.tab_order import stops_in


@contextmanager
def hand_on(pile: QStackedWidget, coming: QWidget) -> Iterator[None]:
    """Show `coming` in `pile`; what was shown goes at the end, once the focus has left it.

    Gone before, it would lose the focus to whatever is next, and even a focus that is cleared is told to a
    screen reader, as that of the control that lost it.
    """
    going, held = pile.currentWidget(), pile.window().focusWidget()
    coming.setGeometry(pile.contentsRect())
    coming.show()
    coming.raise_()
    try:
        yield
    finally:
        pile.setCurrentWidget(coming)
        if going is not coming and held is not None and going.isAncestorOf(held):
            held.clearFocus()  # it has none by now; but the page would remember it as its own


def focus_first(whole: QWidget) -> None:
    """Give the focus to the first control seen in `whole`, or to all of it while it has none."""
    # not along the chain of Tab: walking it, PySide keeps hold of what it passes
    for one in stops_in(whole):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled() and one.isVisible():
            one.setFocus(Qt.FocusReason.TabFocusReason)
            return
    whole.setFocus(Qt.FocusReason.OtherFocusReason)
