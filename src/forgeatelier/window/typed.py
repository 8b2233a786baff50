# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps what was typed and where one stood while a page is built anew, in another language or another size."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

_Kept = str | int | bool | QDate | QTime


@dataclass
class Typed:
    """What stood in the inputs of a page, by their order, and which one had the focus."""

    values: dict[int, tuple[str, _Kept]] = field(default_factory=dict)
    focus: int = -1

    @classmethod
    def on(cls, page: QWidget) -> "Typed":
        """Note what stands in every input of a page."""
        kept = cls()
        focused = page.window().focusWidget()
        for place, editor in enumerate(_inputs(page)):
            value = _value(editor)
            if value is not None:
                kept.values[place] = (type(editor).__name__, value)
            if editor is focused:
                kept.focus = place
        return kept

    def into(self, page: QWidget) -> None:
        """Put it back into the inputs of the page that took its place."""
        for place, editor in enumerate(_inputs(page)):
            said = self.values.get(place)
            if said is not None and said[0] == type(editor).__name__:
                _put(editor, said[1])
            if place == self.focus:
                editor.setFocus()


def _inputs(page: QWidget) -> Iterator[QWidget]:
    for editor in page.findChildren(QWidget):
        if isinstance(editor, QLineEdit) and isinstance(editor.parent(), QComboBox | QAbstractSpinBox):
            continue
        if isinstance(
            editor,
            QLineEdit
            | QPlainTextEdit
            | QSpinBox
            | QDateEdit
            | QTimeEdit
            | QComboBox
            | QCheckBox
            | QRadioButton,
        ):
            yield editor


def _value(editor: QWidget) -> _Kept | None:
    match editor:
        case QLineEdit():
            return editor.text()
        case QPlainTextEdit():
            return editor.toPlainText()
        case QSpinBox():
            return editor.value()
        case QTimeEdit():
            return editor.time()
        case QDateEdit():
            return editor.date()
        case QComboBox():
            # The order of the choices follows the language: what was chosen is kept rather than where it stood.
            data = editor.currentData()
            return data if isinstance(data, str | int) else editor.currentText()
        case QCheckBox() | QRadioButton():
            return editor.isChecked()
    return None


def _put(editor: QWidget, value: _Kept) -> None:
    match editor, value:
        case QLineEdit(), str():
            editor.setText(value)
        case QPlainTextEdit(), str():
            editor.setPlainText(value)
        case QSpinBox(), int():
            editor.setValue(value)
        case QTimeEdit(), QTime():
            editor.setTime(value)
        case QDateEdit(), QDate():
            editor.setDate(value)
        case QComboBox(), str() | int():
            place = editor.findData(value)
            if place >= 0:
                editor.setCurrentIndex(place)
        case ((QCheckBox() | QRadioButton()), bool()):
            editor.setChecked(value)
