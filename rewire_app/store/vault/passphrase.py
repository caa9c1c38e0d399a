"""What can be a passphrase, and the bytes it stands for."""

from __future__ import annotations

import unicodedata

from rewire_app.i18n import _

LEAST, MOST = 8, 1024
"""Signs in a passphrase, as the person counts them."""


def fault_of(text: str) -> str:
    """Why `text` cannot be a passphrase, as a sentence; "" if it can. Only its length counts."""
    if len(text) > MOST:
        return _("A passphrase can have {n} characters at most. A few words in a row are enough.").format(
            n=MOST
        )
    if len(unicodedata.normalize("NFC", text)) < LEAST:
        return _(
            "A passphrase needs {n} characters or more. A few words in a row are easy to keep in mind."
        ).format(n=LEAST)
    if as_bytes(text) is None:
        return _("It holds a character that cannot be typed again. Choose another passphrase.")
    return ""


def as_bytes(text: str) -> bytes | None:
    """The bytes of a passphrase, the same however its accents were typed; None for what can be none.

    Blanks stay as they are, also at both ends.
    """
    if len(text) > MOST:
        return None
    try:
        return unicodedata.normalize("NFC", text).encode()
    except UnicodeEncodeError:  # half a sign, which a keyboard never gives
        return None
