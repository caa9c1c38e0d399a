"""Runs a module of this folder in a process of its own, from which it may fork, and reads what it counted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def told(module: str, *given: object) -> dict[str, Any]:
    """The numbers that `python -m tests.reliability.MODULE GIVEN...` printed, shown when a test fails."""
    command = [sys.executable, "-m", f"tests.reliability.{module}", *map(str, given)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=300
    )
    counted: dict[str, Any] = json.loads(done.stdout)
    print(" ".join(command[2:]), counted)
    return counted
