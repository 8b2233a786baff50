# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps what was typed and where one stood while a page is built anew, in another language or another size."""

from collections.abc import Iterator, Mapping
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
    """What stood in the inputs of a page, by their names, and which one had the focus."""

    values: dict[str, _Kept] = field(default_factory=dict)
    focus: str = ""

    @classmethod
    def on(cls, page: QWidget) -> "Typed":
        """Note what stands in every input of a page; a form's own fields were kept when one left it."""
        kept = cls()
        focused = page.window().focusWidget()
        for name, editor in _inputs(page).items():
            value = None if editor.property("field") else _value(editor)
            if value is not None:
                kept.values[name] = value
            if editor is focused:
                kept.focus = name
        return kept

    def into(self, page: QWidget) -> None:
        """Put it back into the inputs of the same names on the page that took its place, and nowhere else."""
        for name, editor in _inputs(page).items():
            if name in self.values:
                _put(editor, self.values[name])
            if name == self.focus:
                editor.setFocus()


def _inputs(page: QWidget) -> dict[str, QWidget]:
    """The inputs of a page by name; where two have the same nobody could tell them apart, so neither is there."""
    every = page.findChildren(QWidget)
    # Who stands further out names a part better: a field calls every input its « editor ».
    given = {part: name for holder in (*reversed(every), page) for name, part in _held(holder)}
    found: dict[str, list[QWidget]] = {}
    for editor in filter(_is_input, every):
        found.setdefault(_name(page, editor, given), []).append(editor)
    return {name: editors[0] for name, editors in found.items() if name and len(editors) == 1}


def _held(holder: QWidget) -> Iterator[tuple[str, QWidget]]:
    for name, part in getattr(holder, "__dict__", {}).items():
        if isinstance(part, QWidget):
            yield name, part


def _name(page: QWidget, editor: QWidget, given: Mapping[QWidget, str]) -> str:
    """Its own name after those of the parts it lies in; the same in every language, empty when it has none."""
    own = editor.objectName() or str(editor.property("field") or "") or given.get(editor, "")
    parts, around = [own], editor.parentWidget()
    while own and around is not None and around is not page:
        parts.append(around.objectName() or given.get(around, ""))
        around = around.parentWidget()
    return ".".join(part for part in reversed(parts) if part and not part.startswith("qt_"))


def _is_input(editor: QWidget) -> bool:
    if isinstance(editor, QLineEdit) and isinstance(editor.parent(), QComboBox | QAbstractSpinBox):
        return False
    return isinstance(
        editor,
        QLineEdit | QPlainTextEdit | QSpinBox | QDateEdit | QTimeEdit | QComboBox | QCheckBox | QRadioButton,
    )


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
