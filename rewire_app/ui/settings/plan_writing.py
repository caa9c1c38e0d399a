"""Where a plan or a pause is written: one form at a time, held as a draft, kept or left as a whole."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rewire_app.domain.change import Change
from rewire_app.domain.journal.entries import Pause, Plan, new_uid
from rewire_app.domain.journal.returning import ended
from rewire_app.i18n import _
from rewire_app.ui.base.context import Context
from rewire_app.ui.base.drafts import Drafting, FormDraft
from rewire_app.ui.settings.pause_form import PauseForm
from rewire_app.ui.settings.plan_form import PlanForm
from rewire_app.ui.widgets.layout import vbox

PLAN, PAUSE = "plan", "pause"
"""What a draft is of, as the key under which its answers say so."""
KIND = "kind"


class PlanWriting(QWidget):
    """`done()`: what was written is kept, or left."""

    done = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.form: PlanForm | PauseForm | None = None
        self._place = vbox(on=self, gap=0)
        self._drafting = Drafting(context, "small-plan", self._typed, self)
        self.hold = self._drafting.now

    @property
    def filled(self) -> bool:
        """Whether something is written that is not kept yet."""
        return self.form is not None and self.form.filled

    def _typed(self) -> FormDraft | None:
        form = self.form
        if form is None or not form.filled:
            return None
        draft = form.typed()
        return replace(draft, under=_known(form), answers={**draft.answers, KIND: _kind(form)})

    # opening

    def bring_back(self) -> None:
        """Look once for what an earlier window left half written; raises a StoreError."""
        draft = self._drafting.first_read()
        if draft is None or self.form is not None:
            return
        pause = draft.answers.get(KIND) == PAUSE
        form = self._pause_form(draft.under, draft.uid) if pause else self._plan_form(draft.under, draft.uid)
        form.restore(draft.answers)
        if form.filled:
            self._show(form)
        else:
            form.deleteLater()

    def write(self, kind: str, name: str = "") -> None:
        """Open the form for the plan of a thread or the pause of a uid, by `kind`; "" is a new one.

        Where another is half written that one stays, which is said. Raises a StoreError.
        """
        form = self.form
        if form is not None and form.filled:
            if (_kind(form), _known(form)) != (kind, name):
                self._context.hub.failed.emit(_("Something here is not kept yet. Keep it, or cancel."))
            return
        fresh = new_uid(self._context.clock.now())
        self._show(self._pause_form(name, fresh) if kind == PAUSE else self._plan_form(name, fresh))

    def _plan_form(self, thread: str, fresh: str) -> PlanForm:
        held = self._context.store.plans.holding(self._context.today) if thread else []
        plan = next((one for one in held if one.thread == thread), None)
        return PlanForm(self._context, plan.thread if plan else fresh, plan)

    def _pause_form(self, uid: str, fresh: str) -> PauseForm:
        every = self._context.store.pauses.all()
        pause = next((one for one in every if one.uid == uid), None)
        others = [one for one in every if one.uid != uid]
        return PauseForm(self._context, pause.uid if pause else fresh, pause, others)

    def _show(self, form: PlanForm | PauseForm) -> None:
        self._close()
        self.form = form
        self._place.addWidget(form)
        form.kept.connect(self._keep)
        form.cancelled.connect(self._end)
        form.removed.connect(self._remove)
        form.doubted.connect(self._doubt)
        form.typed_on.connect(self._drafting.soon)

    def _doubt(self) -> None:
        self._context.hub.failed.emit(_("This is not kept yet. Esc once more leaves it out."))

    # keeping

    def _keep(self, made: object) -> None:
        form, hub, store = self.form, self._context.hub, self._context.store
        kept = False
        if form is not None and not form.filled and _known(form):
            kept = True
        elif isinstance(made, Plan) and form is not None:
            label = _("plan changed") if _known(form) else _("plan kept")
            kept = hub.do(label, store.plans.put, made)
        elif isinstance(made, Pause) and form is not None:
            if _known(form):
                kept = hub.do(_("pause changed"), store.pauses.edit, made)
            else:
                kept = hub.do(_("pause kept"), store.pauses.add, made)
        if kept:
            self._end()

    def _remove(self, name: str) -> None:
        context = self._context
        if isinstance(self.form, PlanForm):
            gone = context.hub.do(_("plan ended"), _end_plan, context, name)
        else:
            gone = context.hub.do(_("pause removed"), context.store.pauses.remove, name)
        if gone:
            self._end()

    def _end(self) -> None:
        self._close()
        self.done.emit()

    def _close(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self._place.removeWidget(form)
            form.hide()
            form.deleteLater()
            self.hold()

    def look_after(self) -> None:
        """What is being changed may be gone: what was typed stays, and becomes a new one.

        Raises a StoreError.
        """
        form, store = self.form, self._context.store
        if isinstance(form, PlanForm) and form.plan is not None:
            held = store.plans.holding(self._context.today)
            there = any(one.thread == form.name for one in held)
        elif isinstance(form, PauseForm) and form.pause is not None:
            there = store.pauses.get(form.name) is not None
        else:
            return
        if there or form is None:
            return
        if form.filled:
            form.become_new(new_uid(self._context.clock.now()))
        else:
            self._end()


def _kind(form: PlanForm | PauseForm) -> str:
    return PLAN if isinstance(form, PlanForm) else PAUSE


def _known(form: PlanForm | PauseForm) -> str:
    """The thread or uid of what is changed, "" of a new one."""
    entry = form.plan if isinstance(form, PlanForm) else form.pause
    return "" if entry is None else form.name


def _end_plan(context: Context, thread: str) -> Change:
    """The plan asks for nothing from today on; one that began today was never there."""
    plans, today = context.store.plans, context.today
    history = plans.history(thread)
    if len(history) == 1 and history[0].from_day == today:
        return plans.remove(history[0].uid)
    return plans.put(ended(history[-1], new_uid(context.clock.now()), today))
