# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one writes and chooses: search box, growing text, choice."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window import icons
from forgeatelier.window.theme import worn


class SearchBox(QLineEdit):
    """Filters as one types (`textChanged`); the arrow down goes to what was found, Esc empties it."""

    down = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        """`hint` is the placeholder and the accessible name."""
        super().__init__(parent)
        self.setPlaceholderText(hint or _("Chercher"))
        self.setAccessibleName(hint or _("Chercher"))
        self._lens = QAction(self)
        self._lens.setIcon(icons.icon("search", "muted", "glyph"))
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self)
        self._clear.setToolTip(_("Effacer"))
        self._clear.setIcon(icons.icon("close", "muted", "glyph"))
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._offer_clear)

    def _offer_clear(self, text: str) -> None:
        shown = self._clear in self.actions()
        if text and not shown:
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        elif shown and not text:
            self.removeAction(self._clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down leaves towards the list; Esc empties, and only then goes on to whoever waits for it."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the lens again in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_clear"):
            self._lens.setIcon(icons.icon("search", "muted", "glyph"))
            self._clear.setIcon(icons.icon("close", "muted", "glyph"))


class TextEdit(QPlainTextEdit):
    """Several lines of plain text; grows with what is written, Tab goes on to the next field."""

    left = Signal()

    def __init__(
        self, text: str = "", *, lines: int = 3, most: int = 12, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """`lines` to begin with, `most` before it scrolls."""
        super().__init__(parent)
        self._lines, self._most = lines, most
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(text)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def _grow(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its text, between `lines` and `most`."""
        shown = max(self._lines, min(self._most, round(self.document().size().height())))
        return QSize(
            super().sizeHint().width(), shown * self.fontMetrics().lineSpacing() + 2 * worn().space("m")
        )

    def minimumSizeHint(self) -> QSize:
        """Never flatter than what it shows."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def focusOutEvent(self, event: Any) -> None:
        """Tell when one has finished writing here."""
        super().focusOutEvent(event)
        self.left.emit()


class Combo(QComboBox):
    """A choice among values with words; the wheel scrolls the page, not the choice."""

    chosen = Signal(object)

    def __init__(
        self, choices: Iterable[tuple[Any, str]] = (), value: Any = None, parent: QWidget | None = None
    ) -> None:
        """`choices` are (value, words); `chosen` tells the value when a person chooses."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_choices(choices, value)
        self.activated.connect(self._tell)

    def set_choices(self, choices: Iterable[tuple[Any, str]], value: Any = None) -> None:
        """Offer other choices."""
        self.clear()
        for kept, said in choices:
            self.addItem(said, kept)
        self.choose(value)

    def choose(self, value: Any) -> None:
        """Show a value without telling anyone; the first choice when it is not offered."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def value(self) -> Any:
        """The value now chosen."""
        return self.currentData()

    def _tell(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))

    def minimumSizeHint(self) -> QSize:
        """A long choice may be elided when space is short."""
        return QSize(worn().measure("control") * 4, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
