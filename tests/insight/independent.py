"""The link estimate a second time, by another road: scipy, dense matrices, one structure after another."""

from __future__ import annotations

import numpy as np
from scipy import linalg, optimize, stats


def past_week(series, least):
    out = np.full(len(series), np.nan)
    for day in range(7, len(series)):
        week = [value for value in series[day - 7 : day] if not np.isnan(value)]
        if len(week) >= least:
            out[day] = sum(week) if least == 7 else np.mean(week)
    return out


def link(practised, reactivity, *adjusters, column=2, level=0.95):
    """The numbers of one column (2: practice); adjusters are columns, one value a day."""
    practised, reactivity = np.asarray(practised, float), np.asarray(reactivity, float)
    table = np.column_stack([reactivity, past_week(practised, 7), *adjusters])
    rows = np.flatnonzero(np.all(np.isfinite(table), axis=1))
    x = np.column_stack([np.ones(len(rows)), np.linspace(-1, 1, len(practised))[rows], table[rows, 1:]])
    return regression(rows, table[rows, 0], x, column, level)


def sleep(hours, reactivity):
    """The numbers of the hours asleep, beside six columns for the days of the week."""
    rows = np.flatnonzero(np.isfinite(hours) & np.isfinite(reactivity))
    weekdays = (rows[:, None] % 7 == np.arange(1, 7)).astype(float)
    x = np.column_stack([np.ones(len(rows)), rows - rows.mean(), hours[rows], weekdays])
    return regression(rows, reactivity[rows], x, 2)


def regression(rows, y, x, column, level=0.95):
    """The averaged regression of y on the columns x; the numbers of one column."""
    dof = len(rows) - x.shape[1]
    fits = [_gls(x, y, rows, structure, column) for structure in structures()]
    logs = np.array([fit[0] for fit in fits])
    weights = np.exp(logs - logs.max())
    weights /= weights.sum()

    def below(value):
        return sum(
            w * stats.t.cdf((value - b) / s, dof) for w, (_ll, b, s) in zip(weights, fits, strict=True)
        )

    widest = max(abs(b) + 60 * s for _ll, b, s in fits)
    edges = ((1 - level) / 2, (1 + level) / 2)
    low, high = (optimize.brentq(lambda v, q=q: below(v) - q, -widest, widest, xtol=1e-12) for q in edges)
    centre = float(sum(w * b for w, (_ll, b, _s) in zip(weights, fits, strict=True)))
    return {
        "b": centre,
        "V": float(
            sum(
                w * (stats.t.var(dof) * s**2 + (b - centre) ** 2)
                for w, (_ll, b, s) in zip(weights, fits, strict=True)
            )
        ),
        "lo": low,
        "hi": high,
        "p": 2 * min(below(0.0), 1 - below(0.0)),
        "n": len(rows),
        "phi_mean": float(sum(w * phi for w, (phi, _lam, _prior) in zip(weights, structures(), strict=True))),
    }


def structures():
    yield 0.0, 0.0, 1.0
    for phi in (*np.arange(1, 10) / 10, 0.95):
        for lam in (0, 0.25, 0.5, 0.75):
            yield phi, lam, 0.25 / (1 - phi)


def _gls(x, y, rows, structure, column):
    phi, lam, prior = structure
    gap = np.abs(np.subtract.outer(rows, rows))
    cov = (1 - lam) * np.where(gap == 0, 1.0, phi**gap) + lam * np.eye(len(rows))
    factor = linalg.cholesky(cov, lower=True)
    xw, yw = (linalg.solve_triangular(factor, part, lower=True) for part in (x, y))
    q, r = linalg.qr(xw, mode="economic")
    beta = linalg.solve_triangular(r, q.T @ yw)
    rss = float(np.sum((yw - xw @ beta) ** 2))
    dof = len(y) - x.shape[1]
    inverse = linalg.inv(r) @ linalg.inv(r).T
    loglik = -np.log(np.diag(factor)).sum() - np.log(np.abs(np.diag(r))).sum() - dof / 2 * np.log(rss)
    return np.log(prior) + loglik, beta[column], np.sqrt(rss / dof * inverse[column, column])
