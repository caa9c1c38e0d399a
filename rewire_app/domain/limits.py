"""What is too much: checks that entries share, of lengths, whole numbers and days; and words cut for a row.

All checks raise BadInputError with the field's name. They run when an entry is written, never when one is
read, so a row that is there already can always be shown.
"""

from __future__ import annotations

from datetime import date

from rewire_app.errors import BadInputError
from rewire_app.i18n import _

MAX_NAME = 120
"""Longest name a person gives to something of their own, in characters."""


def words(text: str, field: str, limit: int, *, needed: bool = False) -> None:
    """See that `text` has at most `limit` characters, and some if it is `needed`."""
    if needed and not text.strip():
        raise BadInputError(
            _("There are no words here yet. Write a few, or leave this entry out."), field=field
        )
    if len(text) > limit:
        raise BadInputError(
            _(
                "This text has {length} characters, and {limit} fit. Nothing was lost: shorten it, "
                "or move a part of it to another entry."
            ).format(length=f"{len(text):,}", limit=f"{limit:,}"),
            field=field,
        )


def whole(value: object, field: str, low: int, high: int) -> None:
    """See that `value` is a whole number from `low` to `high`, both included."""
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise BadInputError(
            _("Use a whole number from {low} to {high}.").format(low=f"{low:,}", high=f"{high:,}"),
            field=field,
        )


def rating(value: object, field: str) -> None:
    """See that `value` is a rating from 0 to 10, or None for "not noted"."""
    if value is not None:
        whole(value, field, 0, 10)


def percent(value: object, field: str) -> None:
    """See that `value` is a percentage from 0 to 100, or None for "not noted"."""
    if value is not None:
        whole(value, field, 0, 100)


def chosen(value: object, choices: type, field: str) -> None:
    """See that `value` is one of the enumeration `choices`."""
    if not isinstance(value, choices):
        raise BadInputError(_("This choice is not one of those on offer. Choose one of them."), field=field)


def order(first: date, last: date | None, field: str) -> None:
    """See that `last`, if there is one, is not before `first`."""
    if last is not None and last < first:
        raise BadInputError(
            _("This ends before it begins. Choose an end on the first day or later."), field=field
        )


def shortened(words: str, letters: int) -> str:
    """`words`, of very many the first `letters`, for a row that only says what something is."""
    return words if len(words) <= letters else f"{words[:letters].rstrip()} …"
