"""Which skills are to be remembered now: exercises done often, articles read, and the person's own plans.

Each is asked about by itself, before it is looked at, and answered with one press: it came, partly, or not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import islice

from rewire_app.content.library import Library
from rewire_app.domain.change import Change
from rewire_app.domain.day_words import day_words
from rewire_app.domain.days import Instant
from rewire_app.domain.journal.dropped import CameBack, SkillRecall
from rewire_app.domain.journal.entries import Plan, new_uid
from rewire_app.domain.journal.planned import is_planned
from rewire_app.domain.limits import shortened
from rewire_app.domain.plan_parts import LONGEST_PART, minutes_words, second_person
from rewire_app.errors import ContentError
from rewire_app.i18n import _
from rewire_app.insight.recall_days import SHORTEST, next_try
from rewire_app.store.plan_queries import pause_of
from rewire_app.store.skill_queries import came_back, read_articles, recalled_on, skills
from rewire_app.store.store import Store
from rewire_app.store.unwanted_queries import withheld

PLAN = "plan:"
"""How the subject of a plan begins; its thread follows."""
MOST_A_DAY = 3
"""So many are asked about on one day."""
PUT_OFF = "recall_put_off"
"""The person's fact that holds what was left with "Not now": lines of day and subject."""
REST = 7
"""Days without asking after that."""

Answers = Mapping[str, Mapping[date, CameBack]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something to remember. `uid`: its subject, as in `SkillRecall`. `since`: due from then on.

    `name`: what is asked about. `told`: what is said of it before, `shown`: what is shown once it was
    answered. `grade`: the answer, None before. `on_card`: the card of Today may tell it as it is.
    """

    uid: str
    since: date
    name: str
    told: str
    shown: str
    grade: CameBack | None = None
    on_card: bool = False


def skills_due(store: Store, library: Library, today: date) -> list[Skill]:
    """What is to be remembered on `today`, the longest due first: at most three less those answered today.

    Raises a StoreError.
    """
    done = recalled_on(store.vault, today.toordinal())
    room = MOST_A_DAY - len(done)
    if room <= 0:
        return []
    barred = {*done, *_put_off(store, today), *withheld(store.vault)}
    answers = came_back(store.vault)
    due = [
        (since, subject)
        for subject, since in {
            **_exercises(store, answers, today),
            **_articles(store, answers),
            **_plans(store, answers, today),
        }.items()
        if since <= today and subject not in barred
    ]
    found = (_told(store, library, subject, since, today) for since, subject in sorted(due))
    return list(islice((one for one in found if one is not None), room))


def answered_today(store: Store, skill: Skill, today: date) -> Skill:
    """`skill` with what was answered today, None where nothing is kept. Raises a StoreError."""
    kept = recalled_on(store.vault, today.toordinal()).get(skill.uid)
    return replace(skill, grade=kept[1] if kept else None)


def articles_due(store: Store, today: date) -> list[str]:
    """The articles whose questions are offered on `today`, the longest due first. Raises a StoreError."""
    due = _articles(store, came_back(store.vault))
    return [article for since, article in sorted((day, one) for one, day in due.items()) if since <= today]


def article_due(store: Store, article: str, read: date) -> date:
    """The day on which the questions of an article are offered next, past or to come. Raises a StoreError."""
    return next_try(read, came_back(store.vault).get(article, {}))


def _exercises(store: Store, answers: Answers, today: date) -> dict[str, date]:
    """Doing an exercise is remembering it: it is not asked about for two days after."""
    return {
        exercise: max(next_try(often, answers.get(exercise, {})), last + timedelta(days=SHORTEST))
        for exercise, last, often in skills(store.vault, today.toordinal())
    }


def _articles(store: Store, answers: Answers) -> dict[str, date]:
    return {article: next_try(read, answers.get(article, {})) for article, read in read_articles(store.vault)}


def _plans(store: Store, answers: Answers, today: date) -> dict[str, date]:
    """The plans that hang on something; a changed one is learned anew, and none is asked about in a pause."""
    if pause_of(store.vault, today.toordinal()) is not None:
        return {}
    held = [plan for plan in store.plans.holding(today) if plan.cue and plan.exercise]
    subjects = {PLAN + plan.thread: plan for plan in held}
    return {subject: next_try(plan.from_day, answers.get(subject, {})) for subject, plan in subjects.items()}


# what is said of it


def _told(store: Store, library: Library, subject: str, since: date, today: date) -> Skill | None:
    """What is asked about `subject`; None where it is not there any more."""
    try:
        if subject.startswith(PLAN):
            return _plan(store, library, subject, since, today)
        if subject in library.article_ids():
            return _article(store, library, subject, since, today)
        exercise = library.exercise(subject)
    except ContentError:
        return None
    return Skill(
        uid=subject,
        since=since,
        name=_("How does “{exercise}” go?").format(exercise=exercise.title),
        told=_("Go through it in your mind before you look. How much came back?"),
        shown=exercise.summary,
    )


def _article(store: Store, library: Library, subject: str, since: date, today: date) -> Skill:
    article = library.article(subject)
    reading = store.readings.get(subject)
    read = reading.read_day if reading is not None else None
    day = day_words(read, year=read.year != today.year) if read else ""
    return Skill(
        uid=subject,
        since=since,
        name=_("What is left of “{title}”?").format(title=article.title),
        told=_("You read it on {day}. Say it to yourself before you look. How much came back?").format(
            day=day
        ),
        shown=article.summary,
    )


def _plan(store: Store, library: Library, subject: str, since: date, today: date) -> Skill | None:
    held = store.plans.holding(today)
    plan = next((one for one in held if PLAN + one.thread == subject), None)
    if plan is None:
        return None
    several = sum(bool(one.cue and one.exercise) for one in held) > 1
    title = library.title(plan.exercise)
    name = _("After what comes “{exercise}” in your plan?") if several else _("What is your plan?")
    told = _("When it begins, and what you do then: say it to yourself. How much came back?")
    shown = plan_words(plan, title)
    against = bool(plan.obstacle and plan.answer)
    if against:
        name = _("What may get in the way of your plan “{exercise}”?")
        told = _("And what will you do then? Say it to yourself. How much came back?")
        shown += " " + _("What may get in the way: “{obstacle}”. What you do then: “{answer}”.").format(
            obstacle=shortened(plan.obstacle, LONGEST_PART), answer=shortened(plan.answer, LONGEST_PART)
        )
    return Skill(
        uid=subject,
        since=since,
        name=name.format(exercise=title),
        told=told,
        shown=shown,
        on_card=not against and is_planned(plan, today),
    )


def plan_words(plan: Plan, title: str) -> str:
    """ "After you close your laptop: Paced breathing, 4 minutes." """
    what = f"{title}, {minutes_words(plan.minutes)}" if plan.minutes else title
    return _("After you {cue}: {what}.").format(cue=second_person(plan.cue), what=what)


def grade_words(grade: CameBack) -> str:
    """What was answered, as a sentence."""
    return {
        CameBack.CAME: _("It came back."),
        CameBack.PARTLY: _("It partly came back."),
        CameBack.NOT: _("It did not come back this time."),
    }[grade]


def grades() -> tuple[tuple[str, str], ...]:
    """What can be answered, by key."""
    return (
        (CameBack.CAME, _("It came")),
        (CameBack.PARTLY, _("Partly")),
        (CameBack.NOT, _("It did not")),
    )


# keeping it


def recall_of(skill: Skill, at: Instant, today: date) -> SkillRecall:
    """The answer to `skill`, which has one, as an entry."""
    assert skill.grade is not None, "only what was answered is kept"
    return SkillRecall(uid=new_uid(at), subject=skill.uid, day=today, at=at, grade=skill.grade)


def recalled_today(store: Store, subject: str, today: date) -> CameBack | None:
    """How much of `subject` came back today, None where nobody said. Raises a StoreError."""
    kept = recalled_on(store.vault, today.toordinal()).get(subject)
    return kept[1] if kept else None


def grading(store: Store, subject: str, grade: CameBack, at: Instant, today: date) -> Callable[[], Change]:
    """The write that keeps how much of `subject` came back today, in place of what was said before."""
    kept = recalled_on(store.vault, today.toordinal()).get(subject)
    uid = kept[0] if kept else new_uid(at)
    entry = SkillRecall(uid=uid, subject=subject, day=today, at=at, grade=grade)
    return partial(store.recalls.edit if kept else store.recalls.add, entry)


def put_off_words(store: Store, skill: Skill, today: date) -> str:
    """The fact under `PUT_OFF` once `skill` is left for now. Raises a StoreError."""
    kept = [(day, subject) for subject, day in _lines(store, today).items() if subject != skill.uid]
    return "\n".join(f"{day.isoformat()} {subject}" for day, subject in [*kept, (today, skill.uid)])


def _put_off(store: Store, today: date) -> frozenset[str]:
    return frozenset(_lines(store, today))


def _lines(store: Store, today: date) -> dict[str, date]:
    """What was left within the last week, with its day; what cannot be read does not count."""
    found = {}
    for line in (store.profile.get(PUT_OFF) or "").splitlines():
        day, _gap, subject = line.partition(" ")
        try:
            on = date.fromisoformat(day)
        except ValueError:
            continue
        if 0 <= (today - on).days < REST:
            found[subject] = on
    return found
