"""What may be chosen about who can see the notes: when Rewire locks, how it hides, what others are shown."""

from __future__ import annotations

import sys

from rewire_app.choosing import Choice, Control, SettingsSection
from rewire_app.i18n import _, ngettext

NEVER = 0
"""Instead of minutes: Rewire does not lock by itself."""

NO_KEY = "off"
"""Instead of a key: none hides the window, only Esc pressed three times."""

CAPTURE_CAN_BE_PREVENTED = sys.platform == "win32"
"""Whether the system lets a program keep its windows out of screenshots."""

LOCK_AFTER = Choice(
    section=SettingsSection.PRIVACY,
    label=lambda: _("Lock after"),
    sentence=lambda: _("When nothing was typed or pressed for so long. Only with a passphrase."),
    control=Control.LIST,
    allowed=lambda: (1, 2, 5, 10, 30, 60, NEVER),
    words=lambda minutes: (
        _("Never") if minutes == NEVER else ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    ),
)

LOCK_ON_SLEEP = Choice(
    section=SettingsSection.PRIVACY,
    label=lambda: _("Lock when the computer sleeps"),
    sentence=lambda: _("Also when its screen is locked. Only with a passphrase."),
)

HIDE_KEY = Choice(
    section=SettingsSection.PRIVACY,
    label=lambda: _("Hide quickly with"),
    sentence=lambda: _(
        "An empty sheet called Notes takes the place of Rewire, and with a passphrase Rewire locks. "
        "The same key leads back. Esc pressed three times does the same."
    ),
    control=Control.ROW,
    allowed=lambda: ("F12", "F9", "F8", "Pause", NO_KEY),
    words=lambda key: _("No key") if key == NO_KEY else key,
)

KEEP_OUT_OF_CAPTURES = Choice(
    section=SettingsSection.PRIVACY,
    label=lambda: _("Keep out of screenshots"),
    sentence=lambda: _("Pictures and recordings of the screen show nothing where Rewire is"),
    allowed=lambda: (False, True) if CAPTURE_CAN_BE_PREVENTED else (True,),
)

NEUTRAL_TITLE = Choice(
    section=SettingsSection.PRIVACY,
    label=lambda: _("Call the window Notes"),
    sentence=lambda: _("In the title at once; in the list of open programs from the next start on"),
)
