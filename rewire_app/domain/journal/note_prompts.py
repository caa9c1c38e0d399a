"""Questions to begin a note with, for whoever likes one."""

from __future__ import annotations

from rewire_app.i18n import _


def prompts() -> tuple[str, ...]:
    """The questions, in the order in which they are offered."""
    return (
        _("What happened, and what did you do then?"),
        _("What was hard today, and what helped a little?"),
        _("What did you notice in your body?"),
        _("What went differently from how it used to?"),
        _("What would you say to a friend who had this day?"),
        _("What do you want to remember of today?"),
    )


def begun_with(prompt: str) -> str:
    """The beginning of a note that answers `prompt`."""
    return f"**{prompt}**\n\n"
