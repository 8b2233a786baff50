# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fourth part: plus and delta, two columns typed as quickly as people speak."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from forgeatelier.actions.round_of_words import Column, lines_of, say, unsay
from forgeatelier.ground.words import _
from forgeatelier.model.workshop.hot_harvest import Left
from forgeatelier.window.pages.workshop.hot.beside_words import BesideWords
from forgeatelier.window.pages.workshop.hot.part import Part
from forgeatelier.window.pages.workshop.names_in_words import NamesInWords
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import IconButton, Label, holding, row, stack


class _Line(QLineEdit):
    """Backspace in an empty line takes the last one back; the arrows go to the other column."""

    back = Signal()
    across = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.text() and key is Qt.Key.Key_Backspace:
            self.back.emit()
        elif not self.text() and key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self.across.emit()
        else:
            super().keyPressEvent(event)


class _Side(QWidget):
    """One of the two columns."""

    def __init__(self, subject: Subject, column: Column, title: str, hint: str) -> None:
        super().__init__()
        self._subject, self._column = subject, column
        self._shown: tuple[str, ...] = ()
        self.line = _Line()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(title)
        self.line.returnPressed.connect(self.keep)
        self.line.back.connect(self._take_back)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(worn().space("xs"))
        self.setLayout(stack(Label(title, "card-title"), self.line, holding(self._lines), None, gap="s"))

    def refresh(self) -> None:
        lines = lines_of(self._subject.lessons(), self._column)
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        # The newest is read first: it is the one just said.
        for place, text in reversed(list(enumerate(lines))):
            off = IconButton("close", _("Retirer"), colour="muted")
            off.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            off.clicked.connect(partial(self._remove, place))
            line = row(Label(text, "body", wrap=True), off, gap="s")
            line.setStretch(0, 1)
            self._lines.addWidget(holding(line))

    def lines(self) -> tuple[str, ...]:
        return self._shown

    def keep(self) -> None:
        if self.line.text().strip():
            change = say(self._subject.lessons(), self._subject.id, self._column, self.line.text())
            if self._subject.desk.keep(change):
                self.line.clear()

    def _take_back(self) -> None:
        if self._shown:
            text = self._shown[-1]
            self._remove(len(self._shown) - 1)
            self.line.setText(text)

    def _remove(self, place: int, *_pressed: bool) -> None:
        lessons = self._subject.lessons()
        if lessons is not None:
            self._subject.desk.keep(unsay(lessons, self._column, place))


class Round(Part):
    """Enter keeps a line; an arrow in an empty line goes across; Backspace in one takes the last line back."""

    def __init__(self, subject: Subject) -> None:
        """Show what was said so far."""
        super().__init__(subject)
        self.plus = _Side(subject, "worked", _("Plus : à garder"), _("Ce qui a marché, puis Entrée"))
        self.delta = _Side(subject, "difficulties", _("Delta : à changer"), _("Ce qui a gêné, puis Entrée"))
        self.plus.line.across.connect(self.delta.line.setFocus)
        self.delta.line.across.connect(self.plus.line.setFocus)
        self.names = NamesInWords(subject)
        hint = _(
            "Une phrase par parole, Entrée la garde · ← → l’autre colonne · Retour arrière reprend la dernière. "
            "Cela devient les leçons de l’atelier."
        )
        title = Label(_("Qu’est-ce qui a marché, qu’est-ce qu’on change ?"), "title", wrap=True)
        columns = BesideWords(self.plus, self.delta)
        self.setLayout(stack(title, columns, self.names, Label(hint, "note", wrap=True), None, gap="m"))
        self.setFocusProxy(self.plus.line)

    def show_left(self, left: Left) -> None:
        """Show both columns as they are now."""
        for side in (self.plus, self.delta):
            side.refresh()
        self.names.look((*self.plus.lines(), *self.delta.lines()))

    def leaving(self) -> None:
        """Keep what is being typed."""
        for side in (self.plus, self.delta):
            side.keep()
