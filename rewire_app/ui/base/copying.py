"""What Rewire copies by a button: marked as private for programs that collect copies, and cleared again.

Words that a person copies out of a field with Ctrl+C are the system's: it treats them as any other text.
"""

from __future__ import annotations

import os
from functools import partial

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

from rewire_app.i18n import _

CLEARED_AFTER_S = 45
"""How long a private copy stays, seconds."""

HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}
"""By what KDE and Windows, and programs that collect copies, know that this is nothing to keep.

macOS has a sign for it as well (org.nspasteboard.ConcealedType), which Qt cannot set.
"""

OWN = "application/x-rewire-private"
"""By what a private copy is known again; it holds a name of this one copy."""


def copy_private(text: str) -> str:
    """Put a person's `text` on the clipboard for a while; gives the sentence that says so."""
    mime = QMimeData()
    mime.setText(text)
    return _put(mime)


def copy_private_picture(image: QImage) -> str:
    """Put a picture of a person's numbers on the clipboard for a while; gives the sentence that says so."""
    mime = QMimeData()
    mime.setImageData(image)
    return _put(mime)


def copy_public(text: str) -> None:
    """Put `text` on the clipboard that says nothing of the person and is of use later: it stays there.

    So are a report of faults, which goes into a letter; an article; the code of a sealed order, which is kept
    elsewhere to be compared weeks later.
    """
    QGuiApplication.clipboard().setText(text)


def clear() -> None:
    """Clear the clipboard, if what it holds is a private copy of Rewire's."""
    if _held().hasFormat(OWN):
        QGuiApplication.clipboard().clear(QClipboard.Mode.Clipboard)


def _put(mime: QMimeData) -> str:
    own = os.urandom(8).hex().encode()
    for kind, value in HINTS.items():
        mime.setData(kind, value)
    mime.setData(OWN, own)
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(mime)
    timer = QTimer(clipboard)
    timer.setSingleShot(True)
    timer.timeout.connect(partial(_clear_unchanged, own))
    timer.timeout.connect(timer.deleteLater)
    timer.start(CLEARED_AFTER_S * 1000)
    said = _("It is copied, and cleared after {n} seconds. Paste it where you like.")
    return said.format(n=CLEARED_AFTER_S)


def _held() -> QMimeData:
    """What the clipboard holds; after it was cleared some systems have nothing at all there."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return found or QMimeData()


def _clear_unchanged(own: bytes) -> None:
    if bytes(_held().data(OWN).data()) == own:
        clear()
