"""The key file of a profile and its spare, written so that one of the two is whole at any moment."""

from __future__ import annotations

from rewire_app.atomic import write_atomic
from rewire_app.store import keyslots
from rewire_app.store.profile_files import ProfileFiles


def write(files: ProfileFiles, keys: keyslots.Keys) -> None:
    """Replace the key file; the one before stays as the spare until the new one has been read back."""
    content = keyslots.packed(keys)
    write_atomic(files.keys, content)
    if files.keys.read_bytes() == content:
        write_atomic(files.spare_keys, content)
