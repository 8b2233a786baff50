# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stood in the way: its family, what happened, and how it was lifted."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.lessons import Lessons, Obstacle, ObstacleKind
from forgeatelier.window.pages.workshop.keeping import AT_MOST_MS
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Button, Card, Combo, Field, IconButton, Label, holding, row, stack


class _Line(Card):
    """One obstacle."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(shape="well", margin="m")
        self.kind = Combo((one, kind_words(one)) for one in ObstacleKind)
        self.kind.choose(obstacle.kind)
        self.text, self.lifted = QLineEdit(obstacle.text), QLineEdit(obstacle.lifted)
        self.off = IconButton("delete", _("Retirer ce frein"), colour="muted")
        top = row(Field(_("Famille"), self.kind), None, self.off, gap="s")
        self.add(
            holding(top),
            Field(_("Ce qui a freiné"), self.text),
            Field(_("Comment cela a été levé"), self.lifted),
        )

    def obstacle(self) -> Obstacle:
        """What the editors say."""
        return Obstacle(kind=self.kind.value(), text=self.text.text(), lifted=self.lifted.text())


class Obstacles(QWidget):
    """The list as it stands in the lessons; kept as a whole."""

    def __init__(self, subject: Subject, fresh: Callable[[], Lessons]) -> None:
        """`fresh` makes the lessons when nothing is written yet."""
        super().__init__()
        self._subject, self._fresh = subject, fresh
        self._lines: list[_Line] = []
        self._held = stack(gap="s")
        self._add = Button(_("Ajouter un frein"), "quiet", "add")
        self._add.clicked.connect(self.add)
        note = Label(_("Interne, externe, juridique, économique, technique, ou d’acculturation."), "note")
        self.setLayout(
            stack(Label(_("Freins"), "label"), note, self._held, holding(row(self._add, None)), gap="s")
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AT_MOST_MS)
        self._timer.timeout.connect(self.leaving)

    def refresh(self) -> None:
        """Show the obstacles as they are now, unless they are being typed."""
        lessons = self._subject.lessons()
        kept = lessons.obstacles if lessons else ()
        if self._timer.isActive() or self._written() == kept:
            return
        self._show(kept)

    def add(self) -> None:
        """One more, ready to be written."""
        self._show((*self._said(), Obstacle(kind=ObstacleKind.INTERNAL, text="")))
        self._lines[-1].text.setFocus()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self._timer.stop()
        before = self._subject.lessons()
        lessons = before or self._fresh()
        said = self._written()
        if said != lessons.obstacles:
            after = replace(lessons, obstacles=said)
            self._subject.desk.keep(Change(_("Écrire les freins"), (before,) if before else (), (after,)))

    def _said(self) -> tuple[Obstacle, ...]:
        return tuple(line.obstacle() for line in self._lines)

    def _written(self) -> tuple[Obstacle, ...]:
        return tuple(one for one in self._said() if one.text.strip())

    def _show(self, obstacles: tuple[Obstacle, ...]) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for obstacle in obstacles:
            line = _Line(obstacle)
            line.text.textEdited.connect(self._typed)
            line.lifted.textEdited.connect(self._typed)
            line.kind.chosen.connect(self._typed)
            line.off.clicked.connect(partial(self._remove, line))
            self._held.addWidget(line)
            self._lines.append(line)

    def _typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _remove(self, line: _Line, *_pressed: bool) -> None:
        self._show(tuple(one.obstacle() for one in self._lines if one is not line))
        self.leaving()


def kind_words(kind: ObstacleKind) -> str:
    """The family of an obstacle in words."""
    return {
        ObstacleKind.INTERNAL: _("interne"),
        ObstacleKind.EXTERNAL: _("externe"),
        ObstacleKind.LEGAL: _("juridique"),
        ObstacleKind.ECONOMIC: _("économique"),
        ObstacleKind.TECHNICAL: _("technique"),
        ObstacleKind.ACCULTURATION: _("d’acculturation"),
    }[kind]
