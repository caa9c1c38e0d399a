"""Noting a moment: half a minute, every field optional, nothing lost when something needs a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rewire_app.domain.day_words import minutes_words
from rewire_app.domain.days import Clock, logical_day
from rewire_app.domain.journal.did import did_names
from rewire_app.domain.journal.entries import Moment, Response, new_uid
from rewire_app.i18n import _
from rewire_app.ui.base.moment_draft import MomentDraft
from rewire_app.ui.widgets.form_card import FormCard
from rewire_app.ui.widgets.layout import hbox, put, vbox
from rewire_app.ui.widgets.question import AnswerKind, Question
from rewire_app.ui.widgets.text import Heading
from rewire_app.ui.widgets.theme import S2, S4, S5, theme
from rewire_app.ui.widgets.unfold import LinkButton

LONGEST_CALM_MIN = 2_880
SUCH_AS = 14 * 60 + 20
"""The time that shows how times are written, minutes after midnight."""
STILL_WIDTH = 130
"""Least px of the chip beside two fields."""
SAME = ("trigger", "urge", "note", "peak", "calm_min", "did", "response")
"""The answers that are fields of a moment as they are."""
OPEN = ("tag", "place", "company")
"""The answers of which none is no word."""
STILL = "still"
FIRST = ("trigger", "peak", "time", "calm_min", STILL)
"""What stands in sight; the rest unfolds."""


def moment_questions() -> Sequence[Question]:
    """What is asked about a moment, in the order in which it is remembered."""
    return (
        Question(key="trigger", label=_("What set it off?"), hint=_("A few words are enough.")),
        _one("tag", _("What kind of thing was it?"), tag_names()),
        Question(
            key="peak",
            label=_("How strong was it at its strongest?"),
            kind=AnswerKind.RATING,
            low=_("calm"),
            high=_("as strong as it gets"),
        ),
        Question(
            key="time",
            label=_("When did it start?"),
            kind=AnswerKind.TIME,
            hint=_("Such as {time}").format(time=minutes_words(SUCH_AS)),
            needed=_("Give a time such as {time}. About is fine.").format(time=minutes_words(SUCH_AS)),
        ),
        Question(
            key="calm_min",
            label=_("Minutes until about calm"),
            kind=AnswerKind.NUMBER,
            hint=_("Empty if you do not know"),
            most=LONGEST_CALM_MIN,
        ),
        _one(STILL, "", [(STILL, _("Still going"))], name=_("Still going"), several=True),
        _one("response", _("Which path did it take?"), response_names()),
        _one("did", _("What did you do? Choose any."), did_names(), several=True),
        Question(key="urge", label=_("What was the urge?")),
        _one("place", _("Where?"), place_names()),
        _one("company", _("With whom?"), company_names()),
        Question(key="note", label=_("Anything else"), kind=AnswerKind.TEXT, voice=True, rows=2),
    )


def _one(
    key: str, label: str, options: Sequence[tuple[str, str]], *, name: str = "", several: bool = False
) -> Question:
    kind = AnswerKind.SEVERAL if several else AnswerKind.ONE
    return Question(key=key, label=label, name=name, kind=kind, options=options)


def tag_names() -> list[tuple[str, str]]:
    """What kind of thing set a moment off."""
    return [
        ("person", _("A person")),
        ("work", _("Work")),
        ("body", _("The body")),
        ("thought", _("A thought")),
        ("memory", _("A memory")),
        ("place", _("A place")),
        ("screen", _("A screen")),
        ("other", _("Other")),
    ]


def response_names() -> list[tuple[str, str]]:
    """Which path it took; neither is a failure."""
    return [
        (Response.NEW, _("New response")),
        (Response.MIXED, _("A bit of both")),
        (Response.OLD, _("Old pattern")),
        (Response.UNSURE, _("Not sure")),
    ]


def place_names() -> list[tuple[str, str]]:
    """Where it was."""
    return [
        ("home", _("Home")),
        ("work", _("Work")),
        ("street", _("Out")),
        ("online", _("Online")),
        ("transport", _("On the way")),
        ("other", _("Other")),
    ]


def company_names() -> list[tuple[str, str]]:
    """Who was there."""
    return [
        ("alone", _("Alone")),
        ("partner", _("Partner")),
        ("family", _("Family")),
        ("colleagues", _("Colleagues")),
        ("friends", _("Friends")),
        ("strangers", _("Strangers")),
    ]


class MomentForm(FormCard):
    """A new moment of `day`, or `moment` again; it makes a Moment."""

    def __init__(self, day: date, clock: Clock, day_start: int, moment: Moment | None = None) -> None:
        super().__init__(moment_questions())
        self._day, self._clock, self._day_start, self._moment = day, clock, day_start, moment
        self.uid = moment.uid if moment else new_uid(clock.now())
        self.body.setSpacing(S2)
        put(self.body, Heading(_("A moment") if moment else _("A new moment")))
        put(self.body, self.form.field("trigger"), S4, self.form.field("peak"), S4, self._times())
        self._rest = QWidget()
        rest = [self.form.field(key) for key in self.form.questions if key not in FIRST]
        vbox(*rest, on=self._rest, gap=S4 + S2, margins=(0, S2, 0, 0))
        self._more = LinkButton(_("More about it"))
        self._more.clicked.connect(lambda: self._unfold(not self._rest.isVisibleTo(self)))
        put(self.body, self._more, self._rest)
        put(self.body, S4, self.buttons(_("Keep this moment"), moment.uid if moment else ""))
        self.form.changed.connect(self._changed)
        self._show()
        self._unfold(self._has_more())

    def _unfold(self, unfolded: bool) -> None:
        self._rest.setVisible(unfolded)
        self._more.setText(_("Less") if unfolded else _("More about it"))
        self._more.setAccessibleDescription(_("open") if unfolded else _("closed"))

    def _has_more(self) -> bool:
        """Whether anything is said that does not stand in sight at first."""
        questions = self.form.questions
        return any(self.form.answer(key) != questions[key].nothing for key in questions if key not in FIRST)

    @property
    def draft(self) -> MomentDraft:
        """The answers as they stand."""
        return MomentDraft(uid=self.uid, day=self._day, answers=self.form.answers())

    def restore(self, draft: MomentDraft) -> None:
        """Show answers that were typed and not kept."""
        self.uid = draft.uid
        self.form.restore({key: draft.answers[key] for key in self.form.questions if key in draft.answers})
        self._follow_still()
        self._unfold(self._has_more())

    def _times(self) -> QHBoxLayout:
        across = hbox(gap=S5)
        for key in ("time", "calm_min"):
            across.addWidget(self.form.field(key), 1, Qt.AlignmentFlag.AlignTop)
        still = self.form.field(STILL)
        still.setMinimumWidth(theme.px(STILL_WIDTH))
        across.addWidget(still, 0, Qt.AlignmentFlag.AlignBottom)
        return across

    def _changed(self, key: str) -> None:
        if key == STILL:
            self._follow_still()

    def _follow_still(self) -> None:
        """What still goes on has no minutes until calm."""
        going = bool(self.form.answer(STILL))
        self.form.field("calm_min").setEnabled(not going)
        if going:
            self.form.show_values({"calm_min": None})

    def _show(self) -> None:
        moment = self._moment
        if moment is None:
            now = self._clock.now()
            if logical_day(now, self._day_start) == self._day:
                self.form.show_values({"time": now.wall.hour * 60 + now.wall.minute})
            return
        same = {name: getattr(moment, name) for name in SAME}
        words = {name: getattr(moment, name) or None for name in OPEN}
        still = (STILL,) if moment.still_going else ()
        self.form.show_values(same | words | {"time": _minutes(moment), STILL: still})
        self._follow_still()

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.form.field("trigger").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def made(self) -> Moment | None:
        """The moment as it is noted, or None when a field that needs a change was marked."""
        if not self.form.check():
            return None
        said = self.form.answers()
        if not said["trigger"] and said["peak"] is None and said["response"] is None:
            self.form.refuse("trigger", _("Write what set it off, or choose how strong it was."))
            return None
        at = self._clock.at(self._wall(said["time"]))
        before = self._moment or Moment(uid=self.uid, at=at, day=self._day)
        if self._moment is not None and said["time"] == _minutes(self._moment):
            at = self._moment.at
        same = {name: said[name] for name in SAME} | {name: said[name] or "" for name in OPEN}
        return replace(before, at=at, still_going=bool(said[STILL]), **same)

    def _wall(self, minutes: int) -> datetime:
        """The wall time typed, on this logical day."""
        date_of = self._day if minutes >= self._day_start * 60 else self._day + timedelta(days=1)
        return datetime(date_of.year, date_of.month, date_of.day) + timedelta(minutes=minutes)


def _minutes(moment: Moment) -> int:
    """When it was, in minutes after midnight on the clock on the wall."""
    return moment.at.wall.hour * 60 + moment.at.wall.minute
