"""The recovery code: 160 random bits and 20 bits of check, written as nine groups of four signs.

The signs are the letters without I and O and the digits 2 to 9, 5 bits each, highest first. The last four
are the check: the first 20 bits of the SHA-256 of b"rewire/1/code/" and the 20 secret bytes. So nearly every
slip, all but one in a million, is told before the slow work with the code begins.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata

from rewire_app.errors import BadInputError
from rewire_app.i18n import _, ngettext

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
GROUPS, SIGNS_IN_GROUP = 9, 4
_LENGTH = GROUPS * SIGNS_IN_GROUP
_SECRET_BYTES = 20
_CHECK_BITS = 20
_MOST_TYPED = 200
"""More is not a code with a slip in it, but something else that was pasted."""
_BETWEEN = re.compile(r"[\s\-_.,:;\u2010-\u2015\u2212\u00ad\u200b-\u200d\ufeff]+")


def new_code() -> str:
    """A fresh code, its groups joined by dashes."""
    return _written(secrets.token_bytes(_SECRET_BYTES))


def groups(code: str) -> tuple[str, ...]:
    """The nine groups of a `code` as this module writes it."""
    return tuple(code.split("-"))


def read_code(text: str) -> bytes:
    """The 20 secret bytes of a code as somebody typed it: in small letters, without dashes, with blanks.

    Raises BadInputError, which says what is wrong with it and in which group, where that can be known.
    """
    if len(text) > _MOST_TYPED:
        raise BadInputError(
            _("This is longer than a recovery code. A code has nine groups of four characters.")
        )
    parts = [part for part in _BETWEEN.split(unicodedata.normalize("NFKC", text)) if part]
    parts = [part.upper() if part.isascii() else part for part in parts]
    signs = "".join(parts)
    for place, sign in enumerate(signs):
        if sign not in SIGNS:
            raise _unknown_sign(sign, _group_of(parts, place))
    if len(signs) != _LENGTH:
        raise _wrong_length(parts, len(signs))
    value = 0
    for sign in signs:
        value = value << 5 | SIGNS.index(sign)
    secret = (value >> _CHECK_BITS).to_bytes(_SECRET_BYTES)
    if value & (1 << _CHECK_BITS) - 1 != _check(secret):
        raise BadInputError(
            _("There is a slip somewhere in this code. Compare each group with the paper, letter by letter.")
        )
    return secret


def _written(secret: bytes) -> str:
    value = int.from_bytes(secret) << _CHECK_BITS | _check(secret)
    signs = "".join(SIGNS[value >> 5 * place & 31] for place in reversed(range(_LENGTH)))
    return "-".join(signs[start : start + SIGNS_IN_GROUP] for start in range(0, _LENGTH, SIGNS_IN_GROUP))


def _check(secret: bytes) -> int:
    digest = hashlib.sha256(b"rewire/1/code/" + secret).digest()
    return int.from_bytes(digest[:3]) >> 24 - _CHECK_BITS


def _group_of(parts: list[str], place: int) -> int:
    """The number of the group that holds the sign at `place`, as it was typed; from 1."""
    if len(parts) == 1:
        return place // SIGNS_IN_GROUP + 1
    number = 0
    while place >= 0:
        place -= len(parts[number])
        number += 1
    return number


def _unknown_sign(sign: str, group: int) -> BadInputError:
    if sign in "IO01":
        return BadInputError(
            _(
                "Group {n} has a character that no code has: codes are written without I and O and without "
                "0 and 1. Look at that group once more."
            ).format(n=group)
        )
    return BadInputError(
        _("Group {n} has a character that no code has: a code is letters and digits only.").format(n=group)
    )


def _wrong_length(parts: list[str], length: int) -> BadInputError:
    if not length:
        return BadInputError(_("Type the code from your recovery kit: nine groups of four characters."))
    odd = [number for number, part in enumerate(parts, start=1) if len(part) != SIGNS_IN_GROUP]
    if len(parts) == GROUPS and len(odd) == 1:
        return BadInputError(
            ngettext(
                "Group {n} has {count} character. Each group has four.",
                "Group {n} has {count} characters. Each group has four.",
                len(parts[odd[0] - 1]),
            ).format(n=odd[0], count=len(parts[odd[0] - 1]))
        )
    return BadInputError(
        ngettext(
            "This is {count} character. A code has 36: nine groups of four.",
            "These are {count} characters. A code has 36: nine groups of four.",
            length,
        ).format(count=length)
    )
