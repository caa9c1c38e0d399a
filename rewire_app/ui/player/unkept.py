"""What is shown around an exercise of which nothing is kept: that it is so, and the way to hide at once."""

from __future__ import annotations

from rewire_app.i18n import _
from rewire_app.privacy_choices import NO_KEY
from rewire_app.settings import Settings
from rewire_app.ui.player.view import View
from rewire_app.ui.widgets.card import Sunken
from rewire_app.ui.widgets.text import Second
from rewire_app.ui.widgets.theme import S5, theme


def hide_words(settings: Settings) -> str:
    """The words of the button that hides the window, with the key that does the same."""
    key = settings.hide_key
    return _("Hide, {key}").format(key=_("Esc three times") if key == NO_KEY else key)


def say_unkept(screen: View) -> None:
    """Say above the words of a first screen that nothing is kept."""
    words = _("Nothing of this is kept: no answer, and not that you were here.")
    strip = Sunken()
    strip.body.addWidget(Second(words))
    screen.column.insertWidget(0, strip)
    screen.column.insertSpacing(1, theme.px(S5))
    screen.setAccessibleDescription(" ".join(filter(None, (words, screen.accessibleDescription()))))
