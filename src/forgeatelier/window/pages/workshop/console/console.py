# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console: what is due now, what to say, what comes next and what is caught, each one key away."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.workshop import Phase
from forgeatelier.window.pages.workshop.console.bindings import Bindings
from forgeatelier.window.pages.workshop.console.conducting import Conducting
from forgeatelier.window.pages.workshop.console.keys import MOVES, VERBS, keys_of, shown
from forgeatelier.window.pages.workshop.layout import Primary
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Command


class Console(Conducting):
    """The console as a page: its keys, its next gesture, what may be dropped on it."""

    def __init__(self, subject: Subject) -> None:
        """Stand before the room."""
        super().__init__(subject)
        self._paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        self._paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._paste.activated.connect(self.adding.paste)
        self.bindings = Bindings(self, self.verbs, self._calm)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def primary(self) -> Primary | None:
        """The next gesture: begin, go on, end the workshop, harvest."""
        view, workshop = self.stage.view, self.subject.workshop()
        if view is None or workshop is None or self._pile.currentWidget() is not self.board:
            return None
        if self.looking.at:
            return Primary(_("Démarrer cette étape"), "play", self.begin)
        if view.lanes and view.next:
            return Primary(_("Étape suivante"), "next", self.advance)
        if view.lanes:
            return Primary(_("Terminer l’étape"), "stop", self.end)
        if view.begun and not view.closed and view.done and workshop.phase is Phase.RUN:
            return Primary(_("Terminer l’atelier"), "check", self.close_workshop)
        if workshop.phase in (Phase.HARVEST, Phase.PUBLISH):
            return Primary(_("Récolter"), "harvest", self.harvest)
        return Primary(_("Démarrer"), "play", self.advance, ready=bool(view.next))

    def visit(self, place: str) -> None:
        """A step by its id."""
        if place:
            self.look_at(place)

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.quick.leaving()

    def commands(self) -> tuple[Command, ...]:
        """Every key of the console, and what has none."""
        group = _("Animer")
        keyed = tuple(
            Command(
                _(verb.words), self._way(verb.name), verb.synonyms, shown(keys_of(verb)), verb.icon, group
            )
            for verb in VERBS
        )
        return (
            *keyed,
            Command(_("Terminer l’étape"), self.end, "stop end step", icon="stop", group=group),
            Command(_("Passer l’étape"), self.skip, "skip step", icon="next", group=group),
            Command(_("Terminer l’atelier"), self.close_workshop, "finish end", icon="check", group=group),
        )

    def _way(self, verb: str) -> Callable[[], None]:
        return lambda: self.do(verb)

    def _calm(self, focused: QObject | None) -> frozenset[str]:
        """Which keys belong to what has the focus: all of them in a panel of choices, the moves in a list."""
        if not isinstance(focused, QWidget):
            return frozenset()
        panels = (self.late, self.board.vote, self.board.groups)
        if self.stage.cut is not None or any(one is focused or one.isAncestorOf(focused) for one in panels):
            return frozenset(self.verbs)
        if isinstance(focused, QAbstractButton):
            # A button one went to with Tab is pressed with the space bar.
            return frozenset({"pause"})
        return MOVES if self.list is focused else frozenset()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, Esc comes back to what runs."""
        writing = self.quick.isAncestorOf(self.window().focusWidget() or self)
        if self._pile.currentWidget() is self.rescue:
            self.rescue.keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.begin()
        elif event.key() == Qt.Key.Key_Escape and writing:
            self.quick.leaving()
            self._written()
        elif event.key() == Qt.Key.Key_Escape and self._away():
            self.look_back()
        else:
            super().keyPressEvent(event)

    def _away(self) -> bool:
        return bool(self.looking.at) or self.board.asks or self.board.story.plan_b_open

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Photos and words may be dropped anywhere here."""
        data = event.mimeData()
        if data.hasUrls() or data.hasImage() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is dropped, under the step one is on."""
        if self.adding.add_mime(event.mimeData()):
            event.acceptProposedAction()

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back to the console shows this moment at once."""
        super().showEvent(event)
        self.stage.tick()
        self._take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed is kept when one goes elsewhere."""
        super().hideEvent(event)
        self.leaving()
