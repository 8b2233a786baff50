# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The harvest of the same afternoon: what is left at the left, one thing at a time at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget

from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.hot_harvest import Left, Stage, left
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window import icons
from forgeatelier.window.pages.workshop.hot.decisions import Decisions
from forgeatelier.window.pages.workshop.hot.faces import Faces
from forgeatelier.window.pages.workshop.hot.names import Names
from forgeatelier.window.pages.workshop.hot.orphans import Orphans
from forgeatelier.window.pages.workshop.hot.part import Part
from forgeatelier.window.pages.workshop.hot.round import Round
from forgeatelier.window.pages.workshop.hot.times import Times
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Combo, Command, EmptyState, Label, holding, stack

_WORDS = {
    Stage.ORPHANS: (marked("Ranger par étape"), 4),
    Stage.NAMES: (marked("Légender les photos"), 4),
    Stage.FACES: (marked("Qui est reconnaissable"), 4),
    Stage.ROUND: (marked("Plus et delta"), 3),
    Stage.DECISIONS: (marked("Décisions"), 3),
    Stage.TIMES: (marked("Temps réels"), 2),
}
"""Each part in words, and how many of the twenty minutes it usually takes."""

_STAGE = Qt.ItemDataRole.UserRole + 32
_READ = (Capture, Lessons, StepRun, PlannedStep, Workshop, Output, Person, Attendance, Consent)
_ROOM = 2.4


class HotHarvest(Panel):
    """Leave it and come back as one likes: what is left follows from what is kept, nothing else is remembered."""

    def __init__(self, subject: Subject) -> None:
        """Show the first part that waits for something."""
        super().__init__(subject)
        self._left: Left | None = None
        self._parts: dict[Stage, Part] = {}
        self.stage: Stage | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(_("Récolte à chaud"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._picked)
        self.list.itemActivated.connect(self._picked)
        self.choice = Combo()
        self.choice.setAccessibleName(_("Récolte à chaud"))
        self.choice.chosen.connect(self._chosen)
        self.time = Label("", "note", wrap=True)
        self._pile = QStackedWidget()
        self.done = EmptyState(
            _("La récolte est faite."),
            _("Préparer la fiche"),
            _("Photos, décisions et temps réels sont prêts pour le compte rendu d’aujourd’hui."),
            drawing="plant",
        )
        self.done.button.set_kind("quiet")
        self.done.acted.connect(self._publish)
        self._pile.addWidget(self.done)
        self._side = holding(stack(self.list, self.time, gap="s"))
        theme = worn()
        self._side.setFixedWidth(
            round(theme.measures.stays["inspector"] * 0.7 * (1 + (theme.text_scale - 1) * 0.6))
        )
        right = stack(self.choice, self._pile, gap="m")
        right.setStretch(1, 1)
        inner = QHBoxLayout()
        edge = theme.space("l")
        inner.setContentsMargins(edge, edge, edge, theme.space("m"))
        inner.setSpacing(theme.space("l"))
        inner.addWidget(self._side)
        inner.addLayout(right, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Tall(inner, rows=8))
        subject.changed.connect(self._heard)
        self.refresh()
        self.open_stage(self._left.next if self._left else None)

    def primary(self) -> Primary | None:
        """The next part, or on to the sheet when all is done."""
        following = self._left.next if self._left else None
        if following is None:
            return Primary(_("Préparer la fiche"), "publish", self._publish)
        if following is self.stage:
            return Primary(_("Partie suivante"), "next", self.go_on)
        return Primary(_(_WORDS[following][0]), "next", partial(self.open_stage, following))

    def visit(self, place: str) -> None:
        """A part by its name."""
        if place in list(Stage):
            self.open_stage(Stage(place))

    def leaving(self) -> None:
        """Keep what is being typed."""
        if self.stage is not None:
            self._parts[self.stage].leaving()

    def commands(self) -> tuple[Command, ...]:
        """Each part by its name."""
        group = _("Récolte à chaud")
        return tuple(
            Command(
                _(said),
                partial(self.open_stage, stage),
                f"{stage.value} hot harvest",
                icon="harvest",
                group=group,
            )
            for stage, (said, _minutes) in _WORDS.items()
        )

    def refresh(self) -> None:
        """Count what is left and show the open part as it is now."""
        subject = self.subject
        self._left = left(subject.captures(), subject.lessons(), subject.agenda(), subject.runs())
        self._show_list(self._left)
        if self.stage is not None:
            self._parts[self.stage].show_left(self._left)
        self.primary_changed.emit()

    def part(self, stage: Stage) -> Part:
        """A part, made when it is first opened."""
        makers: dict[Stage, Callable[[Subject], Part]] = {
            Stage.ORPHANS: Orphans,
            Stage.NAMES: Names,
            Stage.FACES: Faces,
            Stage.ROUND: Round,
            Stage.DECISIONS: Decisions,
            Stage.TIMES: Times,
        }
        if stage not in self._parts:
            part = makers[stage](self.subject)
            part.finished.connect(self.refresh)
            self._parts[stage] = part
            self._pile.addWidget(part)
        return self._parts[stage]

    def open_stage(self, stage: Stage | None) -> None:
        """Show a part, with the keyboard in it; none when everything is done."""
        self.leaving()
        self.stage = stage
        if stage is None or self._left is None:
            self._pile.setCurrentWidget(self.done)
            self.setFocusProxy(self.done.button)
        else:
            part = self.part(stage)
            self._pile.setCurrentWidget(part)
            part.show_left(self._left)
            self.setFocusProxy(part)
            part.take_focus()
        self.refresh()

    def go_on(self) -> None:
        """To the next part that waits for something, after this one."""
        if self._left is None:
            return
        order = list(Stage)
        at = order.index(self.stage) + 1 if self.stage is not None else 0
        waits = [stage for stage in (*order[at:], *order[:at]) if self._left.count(stage)]
        self.open_stage(waits[0] if waits else None)

    def _show_list(self, now: Left) -> None:
        quiet = self.list.blockSignals(True)
        words = []
        for place, (stage, (said, minutes)) in enumerate(_WORDS.items()):
            if place >= self.list.count():
                self.list.addItem(QListWidgetItem())
            item, count = self.list.item(place), now.count(stage)
            text = f"{place + 1}. {_(said)}"
            words.append((stage, f"{text} ({count})" if count else text))
            item.setText(words[-1][1])
            item.setData(_STAGE, stage)
            item.setIcon(
                icons.icon("step-open" if count else "step-done", "muted" if count else "ok", "glyph")
            )
            item.setToolTip(
                ngettext("reste {n}, environ {time} min", "restent {n}, environ {time} min", count).format(
                    n=count, time=minutes
                )
                if count
                else _("fait")
            )
            if stage is self.stage:
                self.list.setCurrentRow(place)
        self.list.blockSignals(quiet)
        self.choice.set_choices(words, self.stage)
        ahead = sum(minutes for stage, (_said, minutes) in _WORDS.items() if now.count(stage))
        self.time.setText(
            _("Encore {n} min environ. On peut s’arrêter et revenir : tout est gardé.").format(n=ahead)
            if ahead
            else ""
        )

    def _picked(self, item: QListWidgetItem) -> None:
        self.open_stage(Stage(item.data(_STAGE)))

    def _chosen(self, stage: str) -> None:
        self.open_stage(Stage(stage))

    def _publish(self) -> None:
        self.leaving()
        self.subject.desk.go(f"workshop/{self.subject.id}/publish")

    def _heard(self, change: Change) -> None:
        if change.touches(*_READ):
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the list of parts is a choice above them."""
        super().resizeEvent(event)
        theme = worn()
        wide = self.width() >= theme.measures.stays["inspector"] * _ROOM * (1 + (theme.text_scale - 1) * 0.6)
        self._side.setVisible(wide)
        self.choice.setVisible(not wide)

    def minimumSizeHint(self) -> QSize:
        """Lists give way first."""
        return QSize(worn().measure("control") * 8, worn().measure("control") * 4)
