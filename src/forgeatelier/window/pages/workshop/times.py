# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Récolter › Temps réels: what was planned beside what happened, step by step."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.agenda import Slot
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.keeping import Form, show
from forgeatelier.window.pages.workshop.layout import Panel
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.widgets import (
    Button,
    Column,
    Combo,
    DataTable,
    EmptyState,
    Field,
    Inspector,
    Label,
    TextEdit,
    TimeEdit,
    holding,
    row,
    stack,
)

OUTCOMES = {
    StepOutcome.DONE: marked("faite comme prévu"),
    StepOutcome.CHANGED: marked("faite autrement"),
    StepOutcome.SKIPPED: marked("passée"),
}
"""What became of a step, in words."""


@dataclass(frozen=True)
class Planned:
    """A step as planned, and as it went when that is known."""

    id: str
    place: int
    slot: Slot
    run: StepRun | None

    def title(self) -> str:
        """Its number, its lane and its title."""
        return f"{self.place}. {self.slot.in_lane}{self.slot.step.title}"

    def planned(self) -> str:
        """« 09:20 · 15 min »."""
        return f"{saying.clock(self.slot.start)} · {saying.duration(self.slot.step.minutes)}"

    def real(self) -> str:
        """« 09:24 – 09:41 », as far as it is known."""
        if self.run is None:
            return ""
        if self.run.outcome is StepOutcome.SKIPPED:
            return _(OUTCOMES[StepOutcome.SKIPPED])
        ends = (self.run.began, self.run.ended)
        return " – ".join(saying.clock(one) if one else "…" for one in ends) if any(ends) else ""

    def gap(self) -> int:
        """Minutes more than planned."""
        took = self.run.minutes if self.run else None
        return 0 if took is None else took - self.slot.step.minutes

    def gap_words(self) -> str:
        """« 4 min de plus »."""
        if self.run is None or self.run.minutes is None:
            return ""
        gap = self.gap()
        if not gap:
            return _("à l’heure")
        return (_("{time} de plus") if gap > 0 else _("{time} de moins")).format(
            time=saying.duration(abs(gap))
        )

    def gap_tone(self) -> str:
        """More than a tenth longer is worth a look."""
        return "warn" if self.gap() > max(2, self.slot.step.minutes // 10) else ""


class Times(Panel):
    """Every step with its times; those noted while running are here already."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Show the whole programme."""
        super().__init__(subject, parent)
        self._at, self._touched = "", False
        columns = (
            Column[Planned](_("Étape"), Planned.title, sort=_place, wide=True),
            Column[Planned](_("Prévu"), Planned.planned, sort=_place),
            Column[Planned](_("Réel"), Planned.real),
            Column[Planned](_("Écart"), Planned.gap_words, sort=Planned.gap, tone=Planned.gap_tone),
        )
        empty = EmptyState(_("Cet atelier n’a pas de programme."), drawing="notebook")
        self.table = DataTable(columns, hint=_("Filtrer les étapes"), count=_count, empty=empty)
        self.inspector = Inspector(_("Étape"))
        self._fill_inspector()
        main = Tall(stack(self.table, gap="", margin="l"), self.table.view)
        self.beside = Beside(main, self.inspector, _("Retour aux étapes"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.beside)
        self.table.current_changed.connect(self._look)
        self.table.opened.connect(self._open)
        subject.changed.connect(self._heard)
        self.refresh()

    def refresh(self) -> None:
        """Show the times as they are now."""
        runs = {run.step_id: run for run in self.subject.runs()}
        rows = [
            Planned(slot.step.id, place, slot, runs.get(slot.step.id))
            for place, slot in enumerate(self.subject.agenda(), start=1)
        ]
        self.table.show_rows(rows)
        if rows and self.table.current() is None:
            self.table.view.selectRow(0)
        self._look(self.table.current())

    def leaving(self) -> None:
        """Keep what is being typed."""
        self._keep_times()
        self.form.keep()

    def _fill_inspector(self) -> None:
        self.form = Form(self.subject.desk, _("Noter les temps réels"), self._run, self._fresh, self)
        outcome = Combo((one, _(said)) for one, said in OUTCOMES.items())
        self.began, self.ended = TimeEdit(), TimeEdit()
        for editor in (self.began, self.ended):
            editor.timeChanged.connect(self._touch)
            editor.editingFinished.connect(self._keep_times)
        self._unknown = Label(
            _("Heures encore inconnues : écrivez-les, ou reprenez celles du programme."), "note"
        )
        planned = Button(_("Comme prévu"), "quiet", "check")
        planned.clicked.connect(self._as_planned)
        times = row(Field(_("Début réel"), self.began), Field(_("Fin réelle"), self.ended), gap="m")
        self.inspector.add(
            self._unknown,
            holding(times),
            holding(row(planned, None)),
            Field(_("Réalisation"), self.form.bind("outcome", outcome)),
            Field(_("Remarque"), self.form.bind("note", TextEdit(lines=3)), _("Reste dans l’équipe.")),
        )

    def _planned(self) -> Planned | None:
        found = self.table.current()
        return found if isinstance(found, Planned) else None

    def _run(self) -> StepRun | None:
        return next((run for run in self.subject.runs() if run.step_id == self._at), None)

    def _fresh(self) -> StepRun | None:
        return StepRun(workshop_id=self.subject.id, step_id=self._at) if self._at else None

    def _look(self, planned: Planned | None) -> None:
        if planned is None:
            return
        if planned.id != self._at:
            self.form.keep()
            self._at, self._touched = planned.id, False
        self.inspector.set_title(planned.slot.step.title)
        run = planned.run
        self._unknown.setVisible(run is None or run.began is None or run.ended is None)
        for editor, moment, usual in (
            (self.began, run.began if run else None, planned.slot.start),
            (self.ended, run.ended if run else None, _likely_end(planned)),
        ):
            if not editor.hasFocus():
                show(editor, _hour(moment, usual))
        self.form.show()

    def _open(self, planned: Planned) -> None:
        self.beside.show_details()
        self.began.setFocus()

    def _as_planned(self) -> None:
        planned = self._planned()
        if planned is not None:
            self._keep(planned, planned.slot.start, planned.slot.end)

    def _keep_times(self) -> None:
        planned = self._planned()
        if planned is None or planned.id != self._at:
            return
        if self._touched:
            self._touched = False
            self._keep(planned, self.began.hour(), self.ended.hour())

    def _touch(self) -> None:
        self._touched = self._touched or self.began.hasFocus() or self.ended.hasFocus()

    def _keep(self, planned: Planned, began: time, ended: time) -> None:
        workshop = self.subject.workshop()
        if workshop is None:
            return
        first = workshop.starts_on or self.subject.today()
        on = first + timedelta(days=planned.slot.day - 1)
        start, end = (datetime.combine(on, hour).astimezone() for hour in (began, ended))
        if end < start:
            end += timedelta(days=1)
        base = planned.run or self._fresh()
        if base is not None:
            after = replace(base, began=start, ended=end)
            before = (planned.run,) if planned.run else ()
            self.subject.desk.keep(Change(_("Noter les temps réels"), before, (after,)))

    def _heard(self, change: Change) -> None:
        if change.touches(StepRun, Workshop, PlannedStep):
            self.refresh()


def _likely_end(planned: Planned) -> time:
    """The end that the programme foresees, counted from the real beginning when that is known."""
    if planned.run is None or planned.run.began is None:
        return planned.slot.end
    return _hour(planned.run.began + timedelta(minutes=planned.slot.step.minutes), planned.slot.end)


def _hour(moment: datetime | None, usual: time) -> time:
    if moment is None:
        return time(usual.hour, usual.minute)
    here = moment.astimezone()
    return time(here.hour, here.minute)


def _place(planned: Planned) -> int:
    return planned.place


def _count(count: int) -> str:
    return ngettext("{n} étape", "{n} étapes", count).format(n=count)
