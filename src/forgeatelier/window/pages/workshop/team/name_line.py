# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A name one writes: people of the directory are offered, one who is not there yet may be written out."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from forgeatelier.ground.words import _
from forgeatelier.window.widgets import fold

_OFFERED = 8
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Known:
    """Someone of the directory: her id, her name, and what tells her from her namesakes."""

    id: str
    name: str
    about: str

    @property
    def shown(self) -> str:
        """Her name with where she is from."""
        return f"{self.name} · {self.about}" if self.about else self.name


class NameLine(QLineEdit):
    """`said` when Enter is pressed or someone offered is taken; `person_id` tells who was taken, if anyone."""

    said = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        """Nobody is known until `offer`; `wanted` asks for it at the first letter."""
        super().__init__()
        self.setPlaceholderText(_("Ajouter à l’équipe : un nom, puis Entrée"))
        self.setAccessibleName(_("Ajouter à l’équipe"))
        self._known: tuple[tuple[str, Known], ...] | None = None
        self._here: dict[str, Known] = {}
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_OFFERED)
        self.setCompleter(completer)
        completer.activated.connect(self._take)
        popup = completer.popup()
        assert popup is not None
        self._popup = popup
        self._popup.installEventFilter(self)
        self.textEdited.connect(self._look)
        self.returnPressed.connect(self.said)

    def offer(self, people: Iterable[Known]) -> None:
        """Whom to offer while one writes."""
        self._known = tuple((fold(one.shown), one) for one in people)

    def forget(self) -> None:
        """The directory has changed: ask for it again when it is needed."""
        self._known = None

    def person_id(self) -> str:
        """The person of the directory that stands here, if one was taken from those offered."""
        found = self._here.get(self.text())
        return found.id if found else ""

    def known(self) -> tuple[Known, ...]:
        """Everyone of the directory, read when it is first needed."""
        if self._known is None:
            self.wanted.emit()
        return tuple(one for _folded, one in self._known or ())

    def _look(self, typed: str) -> None:
        if self._known is None:
            self.wanted.emit()
        words = fold(typed).split()
        found = [one for folded, one in self._known or () if words and all(word in folded for word in words)][
            :_OFFERED
        ]
        self._here = {one.shown: one for one in found}
        self._offered.setStringList(list(self._here))

    def _take(self, shown: str) -> None:
        self.setText(shown)
        self.said.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes whoever is chosen in the list, else the words as written, at the first press and once only."""
        if (
            watched is self._popup
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
        ):
            chosen = self._popup.currentIndex()
            self._popup.hide()
            if chosen.isValid():
                self.setText(str(chosen.data()))
            self.said.emit()
            return True
        return super().eventFilter(watched, event)
