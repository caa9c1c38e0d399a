"""Which passes count as practice, in SQL: `Practice.counts` for the database."""

from __future__ import annotations

FAR_ENOUGH = "seconds >= 60 AND steps_done * 5 >= steps_seen * 4"
"""Of a pass that was stopped: at least a minute of it, and 80 % of the steps on its path."""

COUNTED = f"(status = 'done' OR {FAR_ENOUGH})"
"""Finished, whatever the seconds, or stopped after enough of it."""
