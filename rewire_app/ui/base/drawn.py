"""What a fair test did not draw for today, which is then nowhere offered as today's practice."""

from __future__ import annotations

from rewire_app.ui.base.context import Context


def other_way(context: Context) -> str:
    """The way that was not drawn for today; "" without a test that goes on, and until all is open."""
    if not context.ready or not context.store.experiments.all():
        return ""
    from rewire_app.reports import experiments_today

    return experiments_today.other_way(context.store, context.today)
