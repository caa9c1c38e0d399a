"""What can be done with a fair test: seal it, leave a week out, stop it, look at it, keep a way, remove."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date

from rewire_app.domain.experiment.choice import Pair
from rewire_app.domain.experiment.day_notes import KeptWay, day_notes, with_notes
from rewire_app.domain.experiment.experiment import Experiment
from rewire_app.domain.experiment.sealed_order import SEEDS, Rule, sealed_experiment
from rewire_app.domain.experiment.weeks import week_of, with_week
from rewire_app.domain.journal.entries import new_uid
from rewire_app.i18n import _
from rewire_app.insight.random_days import draw_days
from rewire_app.insight.random_weeks import draw_order
from rewire_app.ui.base.context import Context

SALT_BYTES = 16


def seal(context: Context, pair: Pair, rule: Rule, outcome: str, start: date) -> bool:
    """Let chance decide, and keep what it decided under seal; False, and nothing is kept, on a fault."""
    below = secrets.randbelow
    experiment = sealed_experiment(
        uid=new_uid(context.clock.now()),
        order=draw_days(below) if rule is Rule.DAYS else draw_order(below),
        salt=secrets.token_hex(SALT_BYTES),
        a=pair.a,
        b=pair.b,
        outcome=outcome,
        start=start,
        rule=rule,
        seed=below(SEEDS),
    )
    return context.hub.do(_("order drawn and sealed"), context.store.experiments.add, experiment)


def rest(context: Context, experiment: Experiment, *, out: bool) -> bool:
    """Leave this week of a test by weekly means out, or take it back in."""
    changed = with_week(experiment, week_of(experiment, context.today), out=out)
    label = _("week left out") if out else _("week counted again")
    return context.hub.do(label, context.store.experiments.edit, changed)


def stop(context: Context, experiment: Experiment) -> bool:
    """End a test today, before its time."""
    stopped = replace(experiment, stopped_day=context.today)
    return context.hub.do(_("test stopped"), context.store.experiments.edit, stopped)


def look(context: Context, experiment: Experiment) -> bool:
    """Note that the result was looked at."""
    looked = replace(experiment, opened_day=context.today)
    return context.hub.keep(_("result looked at"), None, context.store.experiments.edit, looked)


def keep(context: Context, experiment: Experiment, what: KeptWay) -> bool:
    """Note what the person keeps."""
    changed = with_notes(experiment, replace(day_notes(experiment), keep=what))
    return context.hub.do(_("what you keep"), context.store.experiments.edit, changed)


def remove(context: Context, experiment: Experiment) -> bool:
    """Remove a test."""
    return context.hub.do(_("test removed"), context.store.experiments.remove, experiment.uid)
