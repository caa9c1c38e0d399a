"""The tag of the path a moment took."""

from __future__ import annotations

from rewire_app.domain.journal.entries import Response
from rewire_app.i18n import _
from rewire_app.ui.widgets.marks import Tag


def response_tag(response: Response) -> Tag:
    """The tag of the path a moment took."""
    tags = {
        Response.NEW: (_("New response"), "new", "check"),
        Response.MIXED: (_("A bit of both"), "neutral", ""),
        Response.OLD: (_("Old pattern"), "old", ""),
        Response.UNSURE: (_("Not sure which path"), "neutral", ""),
    }
    text, tone, icon = tags[response]
    return Tag(text, tone, icon)
