# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A part of the harvest: a queue of things of which one is in sight, answered by key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from forgeatelier.ground.words import ngettext
from forgeatelier.model.workshop.hot_harvest import Left
from forgeatelier.window.pages.workshop.sorting import digit_of
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import EmptyState, Label, holding, row, stack


class Part(QWidget):
    """What every part of the harvest can do; `finished` when nothing of it is left."""

    finished = Signal()

    def __init__(self, subject: Subject) -> None:
        """Belongs to one workshop."""
        super().__init__()
        self.subject = subject

    def show_left(self, left: Left) -> None:
        """Show what is left to do here now."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Keys answer here from now on."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leaving(self) -> None:
        """Keep what is being typed."""


class Queue(Part):
    """One thing after another; digits, Enter and letters answer, right and left leave it for later and come back."""

    def __init__(self, subject: Subject, title: str, hint: str, nothing: str) -> None:
        """`hint` tells the keys, `nothing` that there is nothing to do."""
        super().__init__(subject)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.current = ""
        self._here: tuple[str, ...] = ()
        self._order: tuple[str, ...] = ()
        self._held = False
        self.count = Label("", "note", wrap=False)
        top = row(Label(title, "title", wrap=True), self.count, gap="m")
        top.setStretch(0, 1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(worn().space("m"))
        self._work = holding(stack(self.body, Label(hint, "note", wrap=True), gap="m"))
        self.empty = EmptyState(nothing, drawing="plant")
        self.outer = stack(top, self._work, self.empty, gap="m")
        self.outer.setStretch(1, 1)
        self.setLayout(self.outer)

    def waiting(self, left: Left) -> Sequence[str]:
        """The ids of what waits here, in the order to do it."""
        raise NotImplementedError

    def show_one(self, key: str) -> None:
        """Show the thing one is on."""
        raise NotImplementedError

    def digit(self, number: int) -> None:
        """A number key was pressed."""

    def enter(self) -> None:
        """Enter was pressed."""

    def letter(self, event: QKeyEvent) -> bool:
        """Any other key; tells whether it meant something."""
        return False

    def hold(self) -> None:
        """Stay on this thing even when it no longer waits, until one goes on."""
        self._held = True

    def show_left(self, left: Left) -> None:
        """Stay on the thing one is on while it waits or is held; else take the one in its place."""
        before, here = self._order, tuple(self.waiting(left))
        self._here = self._order = here
        self.count.setText(ngettext("reste {n}", "restent {n}", len(here)).format(n=len(here)))
        self.count.setVisible(bool(here))
        if self.current not in here:
            place = min(before.index(self.current), len(here)) if self.current in before else 0
            if self._held:
                self._order = (*here[:place], self.current, *here[place:])
            else:
                self.current = here[min(place, len(here) - 1)] if here else ""
        self._show()
        if before and not self.current:
            self.finished.emit()

    def go_on(self, step: int = 1) -> None:
        """To the next thing that waits, leaving this one for later; after the last comes the first."""
        self._held = False
        ring = self._order
        place = ring.index(self.current) if self.current in ring else -1
        following = [ring[(place + step * far) % len(ring)] for far in range(1, len(ring) + 1)]
        self.current = next((key for key in following if key in self._here), "")
        self._show()
        if self.current:
            self.take_focus()
        else:
            self.finished.emit()

    def go_to(self, key: str) -> None:
        """To one of the things that wait."""
        if key in self._here:
            self.current = key
            self._show()

    def _show(self) -> None:
        self._work.setVisible(bool(self.current))
        self.empty.setVisible(not self.current)
        if self.current:
            self.show_one(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a queue; Enter in one of its fields was answered there."""
        if not self.hasFocus() or not self.take(event):
            super().keyPressEvent(event)

    def take(self, event: QKeyEvent) -> bool:
        """Whether a key meant something here; also asked by fields that pass some of their keys on."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if not self.current:
            return False
        key = Qt.Key(event.key())
        number = digit_of(key)
        if number is not None:
            self.digit(number)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self.go_on(1 if key is Qt.Key.Key_Right else -1)
        else:
            return self.letter(event)
        return True


class Line(QLineEdit):
    """Enter answers here and nowhere else; Esc goes back to the queue, so that number keys answer again."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Two keys are its own."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
