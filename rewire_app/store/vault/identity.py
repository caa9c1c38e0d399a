"""What marks a database as Rewire's own, and the form it has to have; needs no SQLAlchemy to be known."""

from __future__ import annotations

APPLICATION_ID = 0x52777265
"""`PRAGMA application_id`: "Rwre" in ASCII."""

HEAD = "0002"
"""The newest revision in `store/migrations`; also `PRAGMA user_version`, as a number."""
