# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The top of the console: the time left, the step one is on, and how late one is, in words."""

from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.live import LaneView, Level, LiveState, NowView
from forgeatelier.model.workshop.live_clock import local
from forgeatelier.model.workshop.slots import clock
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.console.clock_face import ClockFace
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import ElidedLabel, Label, holding, row, stack


class Head(QWidget):
    """Tell it the moment with `show_view`; only what changed is drawn anew."""

    def __init__(self) -> None:
        """Nothing runs yet."""
        super().__init__()
        self.face = ClockFace()
        self.title = ElidedLabel("", "heading")
        self.facts = ElidedLabel("", "body", tone="muted")
        self.late = Label("", "strong", wrap=True)
        self.time = Label("", "title", wrap=False, tone="muted")
        self.time.setAccessibleName(_("Heure"))
        top = row(self.title, self.time, gap="m")
        top.setStretch(0, 1)
        told = stack(top, self.facts, self.late, None, gap="xs")
        line = row(self.face, told, gap="xl")
        line.setStretch(1, 1)
        theme = worn()
        line.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("l"), theme.space("s"))
        ground = holding(line, "raised")
        self.setLayout(stack(ground, gap=""))

    def set_compact(self, compact: bool) -> None:
        """A smaller title, where there is little room."""
        wanted = "title" if compact else "heading"
        if self.title.property("type") != wanted:
            self.title.setProperty("type", wanted)
            self.title.style().unpolish(self.title)
            self.title.style().polish(self.title)

    def show_view(self, view: NowView, state: LiveState, lane: LaneView | None) -> None:
        """Say what is due; `lane` is the one to be timed large."""
        self.face.show_lane(lane, _idle_word(view), view.time)
        self.time.setText(view.time if self.face.busy else "")
        step = lane.step if lane is not None else None
        self.title.setText(step.title if step is not None else _idle_title(view))
        facts = _facts(view, state, lane)
        self.facts.setText(facts)
        if self.facts.isHidden() == bool(facts):
            self.facts.setVisible(bool(facts))
        tone = _tone(view)
        if self.late.property("tone") != tone:
            self.late.set_tone(tone)
        self.late.setText(_late_words(view))


def tightest(view: NowView) -> LaneView | None:
    """The lane that has least time left."""
    busy = [one for one in view.lanes if one.step is not None]
    return min(busy, key=lambda one: (not one.timed, one.seconds_left), default=None)


def _idle_word(view: NowView) -> str:
    if view.closed:
        return _("Terminé")
    if view.begun or not view.next:
        return _("Rien ne court")
    return _("Prêt : début {time}").format(time=view.next[0].time)


def _idle_title(view: NowView) -> str:
    if view.closed or (view.begun and view.done):
        return _("Le programme est fini")
    if view.next:
        return _("À commencer : {title}").format(title=view.next[0].step.title)
    return _("Aucune étape à animer")


def _facts(view: NowView, state: LiveState, lane: LaneView | None) -> str:
    if lane is None or lane.step is None:
        return ""
    day = [one.step.step_id for one in state.of_day(view.day)]
    parts = []
    if lane.step.step_id in day:
        at = day.index(lane.step.step_id) + 1
        parts.append(_("étape {n}/{count}").format(n=at, count=len(day)))
    found = state.find(lane.step.step_id)
    if found is not None and found.began is not None:
        parts.append(_("depuis {time}").format(time=f"{local(state, found.began):%H:%M}"))
    if lane.timed:
        parts.append(saying.duration(lane.allotted // 60))
        if lane.level is not Level.PAUSED:
            parts.append(_("jusqu’à {time}").format(time=clock(lane.end)))
    if lane.plan_b is not None:
        parts.append(_("plan B"))
    return " · ".join(parts)


def _late_words(view: NowView) -> str:
    if not view.begun:
        return view.end_words[:1].upper() + view.end_words[1:] if view.next else ""
    said = view.headline
    return said[:1].upper() + said[1:]


def _tone(view: NowView) -> str:
    missed = view.lock is not None and view.lock.late > 0
    if missed or view.end > view.agreed_end:
        return "danger"
    return "warn" if view.late > 0 else "muted" if not view.begun else "ok"
