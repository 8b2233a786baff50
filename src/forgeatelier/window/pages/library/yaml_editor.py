# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one writes a protocol: numbered lines, a mark before each line with something to put right."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window import icons
from forgeatelier.window.pages.library.yaml_colours import YamlColours
from forgeatelier.window.theme import worn

_INDENT = 2


class _Margin(QWidget):
    """The numbers and marks on the left."""

    def __init__(self, editor: "YamlEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_margin(self, event)


class YamlEditor(QPlainTextEdit):
    """Plain text in one width; Tab indents, Shift+Tab takes back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self.setProperty("written", "code")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setAccessibleName(_("Texte du protocole"))
        self._colours = YamlColours(self.document())
        self._marks: dict[int, str] = {}
        self._margin = _Margin(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_margin)
        self.cursorPositionChanged.connect(self._show_marks)
        self._make_room()

    def show_marks(self, marks: Mapping[int, str]) -> None:
        """Mark lines (from 1) and say why."""
        self._marks = dict(marks)
        self._show_marks()
        self._margin.update()

    def marks(self) -> tuple[int, ...]:
        """The lines now marked."""
        return tuple(sorted(self._marks))

    def go_to(self, line: int, column: int = 0) -> None:
        """Put the cursor on a line (from 1) and bring it into sight."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        if not block.isValid():
            return
        cursor = QTextCursor(block)
        cursor.movePosition(
            QTextCursor.MoveOperation.Right,
            QTextCursor.MoveMode.MoveAnchor,
            max(0, min(column - 1, block.length() - 1)),
        )
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def line(self) -> int:
        """The line one is on, from 1."""
        return self.textCursor().blockNumber() + 1

    def margin_width(self) -> int:
        """Room for the number and the mark."""
        theme = worn()
        digits = len(str(max(100, self.blockCount())))
        return (
            self.fontMetrics().horizontalAdvance("9") * digits
            + theme.measure("glyph")
            + 3 * theme.space("xs")
        )

    def paint_margin(self, margin: QWidget, event: QPaintEvent) -> None:
        """Draw numbers and marks of the lines in sight."""
        theme = worn()
        painter = QPainter(margin)
        painter.fillRect(event.rect(), theme.colour("sunken"))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        high = self.fontMetrics().height()
        side = theme.measure("glyph")
        while block.isValid() and top <= event.rect().bottom():
            if block.isVisible():
                number = block.blockNumber() + 1
                wrong = number in self._marks
                painter.setPen(theme.colour("danger" if wrong else "muted"))
                area = QRect(0, round(top), margin.width() - theme.space("xs"), high)
                painter.drawText(area, int(Qt.AlignmentFlag.AlignRight), str(number))
                if wrong:
                    spot = QRect(theme.space("xs"), round(top) + (high - side) // 2, side, side)
                    icons.paint(painter, "danger", spot.toRectF(), theme.colour("danger"), 2)
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def _make_room(self) -> None:
        self.setViewportMargins(self.margin_width(), 0, 0, 0)

    def _scroll_margin(self, rect: QRect, by: int) -> None:
        if by:
            self._margin.scroll(0, by)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())

    def _show_marks(self) -> None:
        here = QTextEdit.ExtraSelection()
        here.format.setBackground(worn().colour("sunken", 0.6))
        here.format.setProperty(QTextFormat.Property.FullWidthSelection.value, True)
        here.cursor = self.textCursor()
        here.cursor.clearSelection()
        selections = [here]
        for number, why in self._marks.items():
            block = self.document().findBlockByNumber(number - 1)
            if block.isValid():
                selections.append(_marked(QTextCursor(block), why, worn().colour("danger", 0.13)))
        self.setExtraSelections(selections)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margin keeps its place."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(inside.left(), inside.top(), self.margin_width(), inside.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab indents by two, Shift+Tab takes back, Enter keeps the indentation; Esc lets Tab leave."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Tab and not event.modifiers():
            self.insertPlainText(" " * _INDENT)
        elif key == Qt.Key.Key_Backtab:
            self._take_back()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            text = self.textCursor().block().text()
            self.insertPlainText("\n" + text[: len(text) - len(text.lstrip(" "))])
        elif key == Qt.Key.Key_Escape:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _take_back(self) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        for _time in range(_INDENT):
            if cursor.block().text().startswith(" "):
                cursor.deleteChar()


def _marked(cursor: QTextCursor, why: str, colour: QColor) -> QTextEdit.ExtraSelection:
    one = QTextEdit.ExtraSelection()
    one.cursor = cursor
    one.format.setBackground(colour)
    one.format.setProperty(QTextFormat.Property.FullWidthSelection.value, True)
    one.format.setToolTip(why)
    return one
