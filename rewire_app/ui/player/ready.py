"""The calm screen before an exercise that was left halfway goes on."""

from __future__ import annotations

from rewire_app.domain.exercise.screens import Position, Screen, ScreenKind
from rewire_app.i18n import _
from rewire_app.ui.player.stage import Stage
from rewire_app.ui.player.view import ScreenButtons, View, go_on


class ReadyView(View):
    """Stands before the screen where the exercise was left; nothing runs meanwhile."""

    def __init__(self, waiting: Screen, position: Position, stage: Stage) -> None:
        """`waiting` is the screen that comes next, at `position`."""
        hint = _("You stopped at step {step}. What you wrote is still there. Nothing runs until you go on.")
        words = hint.format(step=position.step)
        super().__init__(
            Screen(id="ready", kind=ScreenKind.SAY, phase=waiting.phase, text=_("Ready?"), hint=words), stage
        )
        self.put_words()
        self.close_column()

    @property
    def counts(self) -> bool:
        """Waiting is no practice."""
        return False

    def bar(self) -> ScreenButtons:
        """On, and no way back from here."""
        return ScreenButtons(main=go_on(_("Go on")), back=False)
