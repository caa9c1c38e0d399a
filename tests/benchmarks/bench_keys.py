"""How long a try with a passphrase takes, and an opening with it; prints medians.

    python -m tests.benchmarks.bench_keys

The cost is chosen as for a new passphrase, three times. Wanted: a try takes at least 0.3 s of Argon2id, and
an opening at most 1.5 s. Beside it the least that a passphrase slot may cost, what a recovery slot costs, and
the floor: an opening without a passphrase.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rewire_app.store.vault import key_change
from rewire_app.store.vault.keyslots import FLOOR, Cost
from rewire_app.store.vault.unlocking import Secret
from rewire_app.store.vault.vault import open_vault
from rewire_app.store.vault.wrapping import calibrated
from tests.store.cheap import WORDS, passphrase, recovery

ROUNDS = 7


def median_ms(work: Callable[[], object]) -> float:
    """The median of a few runs, in milliseconds."""
    taken = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def said(name: str, value: float, unit: str = "ms") -> None:
    """One line."""
    print(f"{name:<50} {value:>8.0f} {unit}")


def reopened(folder: Path, secret: Secret | None = None) -> None:
    """Open the vault and close it."""
    open_vault(folder, secret=secret).close()


def main() -> None:
    """Measure and print."""
    costs: list[Cost] = []
    said("choosing the cost", median_ms(lambda: costs.append(calibrated())))
    for cost in costs:
        said(f"chosen: {cost.passes} passes, {cost.lanes} lanes over", cost.memory_kib / 1024, "MiB")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "profile"
        vault = open_vault(folder)
        vault.close()
        said("opening without a passphrase", median_ms(lambda: reopened(folder)))
        vault = open_vault(folder)
        key_change.set_passphrase(vault, WORDS, cost=costs[0])
        code = key_change.make_recovery_code(vault)
        said("one try with the passphrase", median_ms(lambda: key_change.proves(vault, passphrase())))
        said("one try with the recovery code", median_ms(lambda: key_change.proves(vault, recovery(code))))
        vault.close()
        said("opening with the passphrase", median_ms(lambda: reopened(folder, passphrase())))
        vault = open_vault(folder, secret=passphrase())
        key_change.set_passphrase(vault, WORDS, cost=FLOOR)
        said("one try at the least cost", median_ms(lambda: key_change.proves(vault, passphrase())))
        vault.close()


if __name__ == "__main__":
    main()
