"""What the parts around the window ask of it: to be seen, to leave the screen, and to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from rewire_app.ui.frame.hiding import Hiding
    from rewire_app.ui.frame.shell import Shell


class FrontWindow(QWidget):
    """A window with content that can go into the tray and come forward; `Window` is the one there is."""

    hiding: Hiding

    @property
    def shell(self) -> Shell:
        """The content."""
        raise NotImplementedError

    def come_forward(self) -> None:
        """Be seen in front of other windows."""
        raise NotImplementedError

    def hide_in_tray(self) -> None:
        """Leave the screen, where there is a way back."""
        raise NotImplementedError

    def quit(self) -> None:
        """End."""
        raise NotImplementedError
