"""Whether there is a recovery kit on paper: when the newest was made, and whether its page was read back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from rewire_app.domain.day_words import day_words
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context

KEY = "recovery-kit"
"""Under this name it stands in the notes; the code itself never does."""
REMIND_AFTER = timedelta(days=7)


class KitStep(StrEnum):
    """How far it came: made, spoken of once since, or confirmed by typing two of its groups."""

    MADE = "made"
    REMINDED = "reminded"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryKit:
    """The newest kit."""

    made: date
    step: KitStep


def read_kit(context: Context) -> RecoveryKit | None:
    """What the notes say of the newest kit; None when they say nothing, or nothing that can be read."""
    day, _blank, step = (context.store.profile.get(KEY) or "").partition(" ")
    try:
        return RecoveryKit(made=date.fromisoformat(day), step=KitStep(step))
    except ValueError:
        return None


def keep_kit(context: Context, kit: RecoveryKit) -> None:
    """Keep it; a fault is said. It is no step to undo: a code that was replaced opens nothing any more."""
    with context.hub.telling():
        context.store.profile.put(KEY, f"{kit.made.isoformat()} {kit.step}")


def due(kit: RecoveryKit | None, today: date) -> bool:
    """Whether it is time to speak of a kit that was never confirmed: once, a week after it was made."""
    return kit is not None and kit.step is KitStep.MADE and today - kit.made >= REMIND_AFTER


def kit_reminder(context: Context) -> str:
    """The sentence about a kit that was left for later, once; "" when there is nothing to say."""
    said = ""
    with context.hub.telling():
        if context.vault.has_recovery and due(kit := read_kit(context), context.today) and kit is not None:
            keep_kit(context, replace(kit, step=KitStep.REMINDED))
            said = _(
                "Your recovery kit of {day} was never read back. If the page is not at hand, Settings, "
                "Privacy, makes a new one."
            ).format(day=day_words(kit.made))
    return said
