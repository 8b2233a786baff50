# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps what is typed without a button: at most two seconds after a key, and at once when one leaves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QDate, QObject, QTime, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QSpinBox, QWidget

from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.window.desk import Desk
from forgeatelier.window.widgets import Combo, DateEdit, TextEdit, TimeEdit

AT_MOST_MS = 2000
"""How long typed words may wait before they are durable."""


def said(editor: QWidget) -> Any:
    """What an editor says now."""
    match editor:
        case QLineEdit():
            return editor.text()
        case TextEdit():
            return editor.toPlainText()
        case Combo():
            return editor.value()
        case DateEdit():
            return editor.day()
        case TimeEdit():
            return editor.hour()
        case QCheckBox():
            return editor.isChecked()
        case QSpinBox():
            return editor.value()
    raise TypeError(type(editor).__name__)


def show(editor: QWidget, value: Any) -> None:
    """Make an editor say a value, without telling anyone; what it says already stays untouched."""
    if said(editor) == value:
        return
    quiet = editor.blockSignals(True)
    match editor:
        case QLineEdit():
            editor.setText(value)
        case TextEdit():
            editor.setPlainText(value)
        case Combo():
            editor.choose(value)
        case DateEdit():
            if value is not None:
                editor.setDate(QDate(value.year, value.month, value.day))
        case TimeEdit():
            editor.setTime(QTime(value.hour, value.minute))
        case QCheckBox():
            editor.setChecked(value)
        case QSpinBox():
            editor.setValue(value)
    editor.blockSignals(quiet)


def by_hand(editor: QWidget) -> bool:
    """Whether a person changes an editor: it has the keyboard, or a popup such as its calendar is open."""
    return editor.hasFocus() or QApplication.activePopupWidget() is not None


@dataclass(frozen=True)
class Way:
    """How an editor writes a value, and how it is read back: a year as its figures, for instance."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


class Form(QObject):
    """Editors bound to the fields of one entity; every change of them is kept as a change one can undo."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        kept: Callable[[], Entity | None],
        fresh: Callable[[], Entity | None] | None = None,
        parent: QObject | None = None,
        *,
        change: Callable[[Entity], Change] | None = None,
    ) -> None:
        """`kept` gives the entity as it stands in the library; `fresh` makes one when there is none yet.

        `change` makes the change that keeps the entity as typed, when it takes more than writing it; it may refuse.
        """
        super().__init__(parent)
        self._change = change
        self._desk, self._title, self._kept, self._fresh = desk, title, kept, fresh
        self._editors: dict[str, QWidget] = {}
        self._ways: dict[str, Way] = {}
        self._waiting: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AT_MOST_MS)
        self._timer.timeout.connect(self.keep)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.show)

    def bind(self, name: str, editor: QWidget, way: Way | None = None) -> QWidget:
        """Let an editor stand for a field, through a `way` when it writes the value differently; returns it."""
        self._editors[name] = editor
        if way is not None:
            self._ways[name] = way
        editor.setProperty("field", name)
        match editor:
            case QLineEdit():
                editor.textEdited.connect(self._edited)
                editor.textChanged.connect(self._seen)
                editor.editingFinished.connect(self.keep)
            case TextEdit():
                editor.textChanged.connect(self._typed)
                editor.left.connect(self.keep)
            case Combo():
                editor.chosen.connect(self._chosen)
                editor.currentIndexChanged.connect(self._seen)
            case DateEdit():
                editor.dateChanged.connect(self._typed)
            case TimeEdit():
                editor.timeChanged.connect(self._typed)
            case QCheckBox():
                editor.toggled.connect(self._chosen)
            case QSpinBox():
                editor.valueChanged.connect(self._typed)
        return editor

    def editor(self, name: str) -> QWidget | None:
        """The editor of a field."""
        return self._editors.get(name)

    def show(self) -> None:
        """Show the values as they are now; what is being typed stays."""
        entity = self._entity()
        for name, editor in self._editors.items():
            if entity is not None and name not in self._waiting:
                value = getattr(entity, name)
                show(editor, self._ways[name].write(value) if name in self._ways else value)

    def keep(self) -> None:
        """Keep what was typed, now."""
        self._timer.stop()
        entity = self._entity()
        if entity is None or not self._waiting:
            return
        waiting = {name: self._said(name) for name in self._waiting}
        after = replace(entity, **waiting)
        if after == entity:
            self._waiting.clear()
            return
        done, self._waiting = self._waiting, set()
        if not self._keep(after):
            self._waiting |= done

    def _keep(self, after: Entity) -> bool:
        before = self._kept()
        try:
            change = (
                self._change(after)
                if self._change is not None
                else Change(self._title, (before,) if before else (), (after,))
            )
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return False
        return self._desk.keep(change)

    def _said(self, name: str) -> Any:
        value = said(self._editors[name])
        return self._ways[name].read(value) if name in self._ways else value

    def forget(self) -> None:
        """What was typed is being kept in another way."""
        self._timer.stop()
        self._waiting.clear()

    def _entity(self) -> Entity | None:
        kept = self._kept()
        return kept if kept is not None or self._fresh is None else self._fresh()

    def _mark(self) -> None:
        name = str(self.sender().property("field"))
        if name in self._editors:
            self._waiting.add(name)

    def _typed(self) -> None:
        editor = self.sender()
        if not isinstance(editor, QWidget) or not by_hand(editor):
            self._again.start()
            return
        self._edited()

    def _edited(self) -> None:
        self._mark()
        if not self._timer.isActive():
            self._timer.start()

    def _seen(self) -> None:
        # Words that nobody typed (a page built anew is filled by the window) must not stand for the value.
        self._again.start()

    def _chosen(self) -> None:
        self._mark()
        self.keep()
