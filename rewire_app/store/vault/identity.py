"""What marks a database as Rewire's own, and the form it has to have; needs no SQLAlchemy to be known."""

from __future__ import annotations

from pathlib import Path

APPLICATION_ID = 0x52777265
"""`PRAGMA application_id`: "Rwre" in ASCII."""

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"
"""The folder of revisions; Alembic reads them by path, so a frozen program ships them as files."""

HEAD = max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))
"""The newest revision, by which its file begins; also `PRAGMA user_version`, as a number."""
