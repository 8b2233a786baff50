# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Animer: the programme with the step one is on, what to say, and what is caught under it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Step
from forgeatelier.model.workshop.capture import Capture, CaptureKind
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.model.workshop.workshop import Phase, Workshop, WorkshopState
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop import saying, sorting, step_card, stepping
from forgeatelier.window.pages.workshop.adding import Adding
from forgeatelier.window.pages.workshop.agenda_list import AgendaList, Line, lines_of
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.quick import Quick
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Banner,
    Button,
    Command,
    EmptyState,
    Flow,
    Label,
    ScrollColumn,
    Tag,
    holding,
    row,
    stack,
)


class RunPanel(Panel):
    """The step under way is picked by hand; its real times and its captures are kept."""

    def __init__(self, subject: Subject) -> None:
        """Begin with the step under way, or the first one."""
        super().__init__(subject)
        self.list = AgendaList()
        self._at = ""
        self._told: tuple[str, StepRun | None] = ("", None)
        self.quick = Quick(subject)
        self.adding = Adding(subject, self.step_now)
        self._photo = Button(_("Photos…"), "quiet", "photo")
        self._photo.clicked.connect(self.adding.choose_files)
        column = stack(self.list, gap="")
        theme = worn()
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("s"), 0)
        left = holding(column, "surface")
        left.setFocusProxy(self.list)
        self._story = ScrollColumn(gap="m", margin="l")
        self._desk = self._caught_part()
        told = stack(self._story, self._desk, gap="")
        told.setStretch(0, 1)
        right = Tall(told)
        self.beside = Beside(left, right, _("Retour au déroulé"), shares=(2, 3), least=(360, 480))
        self._nothing = EmptyState(_("Cet atelier n’a pas de programme à animer."), drawing="notebook")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.beside)
        layout.addWidget(self._nothing)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.list)
        self._paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        self._paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._paste.activated.connect(self.adding.paste)
        self.list.current_changed.connect(self._look_at)
        self.list.opened.connect(self._open)
        subject.changed.connect(self._heard)
        self.refresh()
        under_way = stepping.under_way(subject.runs())
        first = next((slot.step.id for slot in subject.agenda()), "")
        self.list.choose(under_way.step_id if under_way else first)

    def refresh(self) -> None:
        """Show the programme, its times and what was caught, as they are now."""
        workshop, protocol = self.subject.workshop(), self.subject.protocol()
        self.beside.setVisible(protocol is not None)
        self._nothing.setVisible(protocol is None)
        if workshop is None or protocol is None:
            return
        lines = lines_of(
            workshop, _states(self.subject), head=False, slots=self.subject.agenda(), run=protocol
        )
        self.list.show_lines(lines)
        self._look_at(self.list.current())
        self._show_caught()
        self.primary_changed.emit()

    def step_now(self) -> str:
        """The step one is on: what is caught belongs to it."""
        return self._at

    def primary(self) -> Primary | None:
        """Begin or end the step one is on; after the last one, end the workshop."""
        workshop, run = self.subject.workshop(), self._run()
        if workshop is None or self.subject.protocol() is None:
            return None
        if run is not None and run.began is not None and run.ended is None:
            return Primary(_("Terminer l’étape"), "stop", self.end)
        if workshop.state is WorkshopState.RUNNING and self._all_over():
            return Primary(_("Terminer l’atelier"), "check", self.close_workshop)
        if workshop.phase in (Phase.HARVEST, Phase.PUBLISH):
            return Primary(_("Récolter"), "harvest", self._harvest)
        return Primary(_("Commencer l’étape"), "play", self.begin, ready=bool(self._at))

    def _harvest(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/harvest")

    def begin(self) -> None:
        """Begin the step one is on."""
        workshop = self.subject.workshop()
        if workshop is not None and self._at:
            self.subject.desk.keep(
                stepping.begin(workshop, self.subject.runs(), self._at, self.subject.now())
            )

    def end(self) -> None:
        """End the step one is on, and go on to the next."""
        run = self._run()
        if run is not None and self.subject.desk.keep(stepping.end(run, self.subject.now())):
            self._go_on()

    def skip(self) -> None:
        """The step one is on is not done today."""
        workshop = self.subject.workshop()
        if workshop is not None and self._at:
            self.subject.desk.keep(stepping.skip(workshop, self.subject.runs(), self._at))

    def close_workshop(self) -> None:
        """The workshop is over: on to the harvest."""
        workshop = self.subject.workshop()
        if workshop and self.subject.desk.keep(
            stepping.close(workshop, self.subject.runs(), self.subject.now())
        ):
            self.subject.desk.go(f"workshop/{self.subject.id}/harvest")

    def visit(self, place: str) -> None:
        """A step by its id."""
        if place:
            self.list.choose(place)

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.quick.leaving()

    def commands(self) -> tuple[Command, ...]:
        """Steps and captures."""
        group = _("Animer")
        return (
            Command(_("Commencer l’étape"), self.begin, "start begin step", icon="play", group=group),
            Command(_("Terminer l’étape"), self.end, "stop end step", icon="stop", group=group),
            Command(_("Passer l’étape"), self.skip, "skip step", icon="next", group=group),
            Command(_("Noter"), self.quick.setFocus, "note", "N", "note", group),
            Command(_("Ajouter des photos"), self.adding.choose_files, "photo add", "P", "photo", group),
            Command(_("Terminer l’atelier"), self.close_workshop, "finish end", icon="check", group=group),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N writes a note, P adds photos; letters typed in a field stay there."""
        keys = {Qt.Key.Key_N: self.quick.setFocus, Qt.Key.Key_P: self.adding.choose_files}
        act = keys.get(Qt.Key(event.key())) if not event.modifiers() else None
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Photos and words may be dropped anywhere here."""
        data = event.mimeData()
        if data.hasUrls() or data.hasImage() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is dropped, under the step one is on."""
        if self.adding.add_mime(event.mimeData()):
            event.acceptProposedAction()

    def _caught_part(self) -> QWidget:
        self._caught = Label("", "strong", wrap=False)
        self._latest = stack(gap="xs")
        head = row(self._caught, None, self._photo, gap="s")
        part = holding(stack(head, self._latest, self.adding, self.quick, gap="s", margin="m"), "raised")
        part.setProperty("edge", "top")
        return part

    def _step(self) -> Step | None:
        protocol = self.subject.protocol()
        return protocol.step(self._at) if protocol and self._at else None

    def _run(self) -> StepRun | None:
        return next((run for run in self.subject.runs() if run.step_id == self._at), None)

    def _all_over(self) -> bool:
        over = {run.step_id for run in self.subject.runs() if run.ended or run.outcome is StepOutcome.SKIPPED}
        # What is read before or called about after does not keep the day from ending.
        return all(slot.step.id in over for slot in self.subject.agenda())

    def _go_on(self) -> None:
        over = {run.step_id for run in self.subject.runs() if run.ended or run.outcome is StepOutcome.SKIPPED}
        following = next((s.step.id for s in self.subject.agenda() if s.step.id not in over), "")
        if following:
            self.list.choose(following)

    def _look_at(self, line: Line | None) -> None:
        step_id = line.step_id if line is not None else ""
        changed = step_id != self._at
        self._at = step_id
        self.quick.set_step(step_id)
        self._tell_step(again=changed)
        if changed:
            self._show_caught()
            self.primary_changed.emit()

    def _tell_step(self, *, again: bool) -> None:
        step, run = self._step(), self._run()
        said = (self._at, run)
        if step is None or (not again and said == self._told):
            return
        self._told = said
        body = self._story.body
        while (item := body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        skip = Button(
            _("Reprendre") if run and run.outcome is StepOutcome.SKIPPED else _("Passer"), "quiet", "next"
        )
        skip.clicked.connect(self.skip)
        parts: list[QWidget] = [
            holding(Flow(*_facts(step, run), skip, gap="s")),
            Label(step.title, "heading"),
        ]
        if step.instruction:
            parts.append(Label(step.instruction, "lead", wrap=True))
        if step.safety_note:
            parts.append(Banner("warn", _("Sécurité"), step.safety_note, closable=False))
        parts += list(step_card.told(step)[1 if step.instruction else 0 :])
        parts.append(Label(honest(), "note"))
        for part in parts:
            body.addWidget(part)
        body.addStretch(1)
        self._story.verticalScrollBar().setValue(0)

    def _show_caught(self) -> None:
        while (item := self._latest.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        caught = [one for one in self.subject.captures() if one.step_id == self._at]
        said = ngettext("{n} prise sur cette étape", "{n} prises sur cette étape", len(caught))
        self._caught.setText(
            said.format(n=len(caught)) if caught else _("Rien n’est encore pris sur cette étape")
        )
        for one in caught[-2:]:
            self._latest.addWidget(Label(_caught_words(one), "note", wrap=False))

    def _open(self, line: Line) -> None:
        self.beside.show_details()

    def _heard(self, change: Change) -> None:
        if change.touches(Workshop, PlannedStep, StepRun, Capture):
            self.refresh()


def honest() -> str:
    """What this release does while running, in one sentence."""
    return _(
        "Ici, vous choisissez l’étape à la main : ses heures réelles et vos prises sont gardées. "
        "Le minuteur et l’écran projeté ne font pas partie de cette version."
    )


def _states(subject: Subject) -> Mapping[str, tuple[str, str]]:
    return {run.step_id: _state(run) for run in subject.runs()}


def _state(run: StepRun) -> tuple[str, str]:
    if run.outcome is StepOutcome.SKIPPED:
        return "skipped", ""
    if run.began is None:
        return "", ""
    if run.ended is None:
        return "now", _("depuis {time}").format(time=saying.clock(run.began))
    took = _("{time} réelles").format(time=saying.duration(run.minutes or 0))
    return "done", f"{saying.clock(run.began)} – {saying.clock(run.ended)} · {took}"


def _facts(step: Step, run: StepRun | None) -> tuple[Tag, ...]:
    state, note = _state(run) if run else ("", "")
    planned = Tag(_("{time} prévues").format(time=saying.duration(step.minutes)), icon="clock")
    if state == "now":
        return planned, Tag(f"{_('en cours')} {note}", "accent", "play")
    if state == "done":
        return planned, Tag(note, "ok", "step-done")
    if state == "skipped":
        return planned, Tag(_("passée"), "paused", "next")
    return (planned,)


def _caught_words(capture: Capture) -> str:
    kind = _(sorting.KINDS[capture.kind][0])
    when = saying.clock(capture.moment) if capture.moment else ""
    said = capture.heading if capture.kind is not CaptureKind.PHOTO else capture.caption or capture.file_name
    return " · ".join(part for part in (when, kind, said) if part)
