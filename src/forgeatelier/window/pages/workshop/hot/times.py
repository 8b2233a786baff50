# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sixth part: the real times of each step, confirmed with one key or typed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.agenda import Slot
from forgeatelier.model.workshop.hot_harvest import Left
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.hot.part import Queue
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Field, Label, holding, row, stack

_HOUR = re.compile(r"(\d{1,2})(?:\s*[h:.]\s*(\d{1,2})?|(\d{2}))?")


class Times(Queue):
    """Enter keeps the hours written, P those planned, X says that the step was not held."""

    def __init__(self, subject: Subject) -> None:
        """Nothing shown yet."""
        super().__init__(
            subject,
            _("Combien de temps cela a-t-il duré ?"),
            _(
                "Entrée garde ces heures · P comme prévu · X pas faite · écrire 9h24, 9:24 ou 924 · Échap, → plus tard"
            ),
            _("Les temps réels de chaque étape sont connus."),
        )
        self.step, self.planned = Label("", "heading", wrap=True), Label("", "body", tone="muted", wrap=True)
        self.began, self.ended = QLineEdit(), QLineEdit()
        self.began_field, self.ended_field = (
            Field(_("Début réel"), self.began),
            Field(_("Fin réelle"), self.ended),
        )
        times = row(self.began_field, self.ended_field, None, gap="m")
        self.body.addWidget(holding(stack(self.step, self.planned, holding(times), None, gap="m")), 1)
        for line in (self.began, self.ended):
            line.installEventFilter(self)
            line.setMaximumWidth(line.fontMetrics().averageCharWidth() * 16)
        self._shown = ""

    def waiting(self, left: Left) -> Sequence[str]:
        """The steps of which it is not known."""
        return left.times

    def show_one(self, key: str) -> None:
        """Show it with the likely hours."""
        slot = self._slot(key)
        if slot is None:
            return
        self.step.setText(slot.step.title)
        self.planned.setText(
            _("Prévu : {start} – {end}, {time}").format(
                start=saying.clock(slot.start),
                end=saying.clock(slot.end),
                time=saying.duration(slot.step.minutes),
            )
        )
        if key != self._shown:
            self._shown = key
            began, ended = self._likely(slot)
            self.began.setText(f"{began:%H:%M}")
            self.ended.setText(f"{ended:%H:%M}")
            for field in (self.began_field, self.ended_field):
                field.clear_error()
            if self.isVisible():
                self.take_focus()

    def take_focus(self) -> None:
        """The end is what one writes most often."""
        self.ended.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.selectAll()

    def digit(self, number: int) -> None:
        """The first figure of the end."""
        self.take_focus()
        self.ended.setText(str(number))

    def enter(self) -> None:
        """Keep what is written."""
        slot = self._slot(self.current)
        hours = []
        for field, line in ((self.began_field, self.began), (self.ended_field, self.ended)):
            field.clear_error()
            hour = hour_typed(line.text())
            if hour is None:
                field.set_error(_("Ce n’est pas une heure."), _("Écrire par exemple 9h24."))
                line.setFocus()
                return
            hours.append(hour)
        if slot is not None:
            self._keep(slot, hours[0], hours[1])

    def letter(self, event: QKeyEvent) -> bool:
        """P as planned, X not held."""
        slot = self._slot(self.current)
        if slot is None or event.key() not in {Qt.Key.Key_P, Qt.Key.Key_X}:
            return False
        if event.key() == Qt.Key.Key_P:
            self._keep(slot, slot.start, slot.end)
        else:
            self._write(slot, StepOutcome.SKIPPED)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The lines take figures; the letters and Enter of this part answer from there too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in {Qt.Key.Key_P, Qt.Key.Key_X, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                return self.take(event)
        return super().eventFilter(watched, event)

    def _slot(self, step_id: str) -> Slot | None:
        return next((slot for slot in self.subject.agenda() if slot.step.id == step_id), None)

    def _run(self, step_id: str) -> StepRun | None:
        return next((run for run in self.subject.runs() if run.step_id == step_id), None)

    def _likely(self, slot: Slot) -> tuple[time, time]:
        """It began when the one before it ended, as far as that is known, and took as long as planned."""
        agenda = self.subject.agenda()
        place = [one.step.id for one in agenda].index(slot.step.id)
        before = agenda[place - 1] if place and agenda[place - 1].day == slot.day else None
        earlier, own = self._run(before.step.id) if before else None, self._run(slot.step.id)
        began, ended = slot.start, None
        if own is not None and own.began is not None:
            began, ended = own.began.astimezone().time(), own.ended.astimezone().time() if own.ended else None
        elif earlier is not None and earlier.ended is not None:
            began = earlier.ended.astimezone().time()
        if ended is None:
            moment = datetime.combine(datetime(2000, 1, 1).date(), began) + timedelta(
                minutes=slot.step.minutes
            )
            ended = moment.time()
        return began, ended

    def _keep(self, slot: Slot, began: time, ended: time) -> None:
        workshop = self.subject.workshop()
        if workshop is None:
            return
        day = (workshop.starts_on or self.subject.today()) + timedelta(days=slot.day - 1)
        start, end = (datetime.combine(day, hour).astimezone() for hour in (began, ended))
        if end < start:
            end += timedelta(days=1)
        self._write(slot, None, start, end)

    def _write(
        self,
        slot: Slot,
        outcome: StepOutcome | None,
        began: datetime | None = None,
        ended: datetime | None = None,
    ) -> None:
        before = self._run(slot.step.id)
        base = before or StepRun(workshop_id=self.subject.id, step_id=slot.step.id)
        kept = base.outcome if outcome is None else outcome
        after = replace(base, began=began or base.began, ended=ended or base.ended, outcome=kept)
        self.subject.desk.keep(Change(_("Noter les temps réels"), (before,) if before else (), (after,)))


def hour_typed(text: str) -> time | None:
    """« 9h24 », « 9:24 », « 924 » or « 9 »; None when it is no hour."""
    found = _HOUR.fullmatch(text.strip().lower())
    if found is None:
        return None
    figures = text.strip()
    if figures.isdigit() and len(figures) > 2:
        hours, minutes = int(figures[:-2]), int(figures[-2:])
    else:
        hours, minutes = int(found[1]), int(found[2] or 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
