# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps with their hours and where each stands, as the live state tells them."""

from collections.abc import Mapping

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.live import LiveState, Standing, StepLive
from forgeatelier.model.workshop.live_clock import local
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.agenda_list import AgendaList, lines_of
from forgeatelier.window.pages.workshop.subject import Subject


def show_steps(steps: AgendaList, subject: Subject, state: LiveState | None) -> None:
    """Fill the list."""
    workshop, protocol = subject.workshop(), subject.protocol()
    if workshop is not None and protocol is not None:
        told = states(state) if state is not None else {}
        steps.show_lines(lines_of(workshop, told, head=False, slots=subject.agenda(), run=protocol))


def states(state: LiveState) -> Mapping[str, tuple[str, str]]:
    """What the list says of each step, by its step id."""
    return {one.step.step_id: _told(state, one) for one in state.steps}


def _told(state: LiveState, one: StepLive) -> tuple[str, str]:
    if one.standing is Standing.SKIPPED:
        return "skipped", ""
    if one.began is None or one.standing is Standing.TO_DO:
        return "", _("{time} maintenant").format(
            time=saying.duration(one.minutes)
        ) if one.minutes != one.planned else ""
    began = f"{local(state, one.began):%H:%M}"
    if one.standing is Standing.RUNNING:
        return "now", _("depuis {time}").format(time=began)
    took = _("{time} réelles").format(time=saying.duration(round(one.worked / 60)))
    ended = f" – {local(state, one.ended):%H:%M}" if one.ended else ""
    return "done", f"{began}{ended} · {took}"
