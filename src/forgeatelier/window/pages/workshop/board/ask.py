# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One line to write a name or key words in, right where they are used."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.window.widgets import Label, stack


class _Line(QLineEdit):
    """Esc thinks better of it."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class Ask(QWidget):
    """Hidden until `ask`; Enter gives what is written to whoever asked, Esc does not; `done` after either."""

    done = Signal()

    def __init__(self) -> None:
        """Nothing asked yet."""
        super().__init__()
        self._then: Callable[[str], None] | None = None
        self.label = Label("", "label", wrap=True)
        self.line = _Line()
        self.setLayout(stack(self.label, self.line, gap="xs"))
        self.line.returnPressed.connect(self._answer)
        self.line.given_up.connect(self._close)
        self.hide()

    def ask(self, what: str, then: Callable[[str], None], *, hint: str = "", said: str = "") -> None:
        """Ask for something; `said` stands there already."""
        self._then = then
        self.label.setText(what)
        self.line.setAccessibleName(what)
        self.line.setPlaceholderText(hint)
        self.line.setText(said)
        self.line.selectAll()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        then, said = self._then, self.line.text().strip()
        self._close()
        if then is not None and said:
            then(said)

    def _close(self) -> None:
        self._then = None
        self.hide()
        self.done.emit()
