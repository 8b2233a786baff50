# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Editors bound to one field of every step chosen: kept while one types, empty where the steps differ."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from forgeatelier.actions.plan import Plan, edit
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.window import form
from forgeatelier.window.form import AT_MOST_MS, by_hand
from forgeatelier.window.pages.workshop.planner.parts import Part
from forgeatelier.window.pages.workshop.planner.planning import Planning
from forgeatelier.window.widgets import Combo, Field, TextEdit

Gesture = Callable[[Plan, Sequence[str], Any], Change]


@dataclass(frozen=True)
class Bond:
    """One field of the steps: its editor, how it is read from a step, and the change that writes it."""

    editor: QWidget
    field: Field | None
    read: Callable[[PlannedStep], Any]
    write: Gesture


class Bound(QObject):
    """All fields of the inspector; what was typed goes to the steps that were shown when one typed it."""

    def __init__(self, planning: Planning, parent: QObject) -> None:
        """Nothing bound yet."""
        super().__init__(parent)
        self._planning = planning
        self._bonds: dict[str, Bond] = {}
        self._waiting: list[str] = []
        self._late: set[str] = set()
        self._ids: tuple[str, ...] = ()
        self._timer, self._again = QTimer(self), QTimer(self)
        for timer, wait, does in (
            (self._timer, AT_MOST_MS, self._in_time),
            (self._again, 0, self._show_again),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(does)

    def bind(
        self,
        name: str,
        editor: QWidget,
        field: Field | None = None,
        *,
        read: Callable[[PlannedStep], Any] | None = None,
        write: Gesture | None = None,
        late: bool = False,
    ) -> QWidget:
        """Let an editor stand for a field of that name, unless told how to read and write it; returns the editor.

        What is typed into a `late` one is kept when one is done: half a length is another length.
        """

        def attribute(step: PlannedStep) -> Any:
            return getattr(step, name)

        def change(plan: Plan, ids: Sequence[str], value: Any) -> Change:
            return edit(plan, ids, **{name: value})

        self._bonds[name] = Bond(editor, field, read or attribute, write or change)
        editor.setProperty("field", name)
        if late:
            self._late.add(name)
        self._listen(editor)
        return editor

    def _listen(self, editor: QWidget) -> None:
        match editor:
            case QLineEdit():
                editor.textEdited.connect(self._edited)
                editor.editingFinished.connect(self.keep)
            case TextEdit():
                editor.textChanged.connect(self._typed)
                editor.left.connect(self.keep)
            case Combo():
                editor.chosen.connect(self._chosen)
                editor.currentIndexChanged.connect(self._seen)
            case QSpinBox():
                editor.valueChanged.connect(self._typed)
                editor.editingFinished.connect(self.keep)
            case QCheckBox():
                editor.clicked.connect(self._chosen)
            case Part():
                editor.typed.connect(self._edited)
                editor.chosen.connect(self._chosen)

    def editor(self, name: str) -> QWidget | None:
        """The editor of a field."""
        return self._bonds[name].editor if name in self._bonds else None

    def show(self, steps: Sequence[PlannedStep]) -> None:
        """Show these steps; what was being typed for others is kept first."""
        ids = tuple(step.id for step in steps)
        if ids != self._ids:
            self.keep()
            self._waiting.clear()
            self._ids = ids
            for bond in self._bonds.values():
                _clear_fault(bond)
        for name, bond in self._bonds.items():
            if name not in self._waiting and steps:
                values = [bond.read(step) for step in steps]
                _show(bond.editor, values[0], mixed=any(value != values[0] for value in values[1:]))

    def keep(self) -> None:
        """Keep what was typed, now."""
        self._timer.stop()
        self._keep([*self._waiting])

    def _in_time(self) -> None:
        self._keep([name for name in self._waiting if name not in self._late])

    def _keep(self, names: Sequence[str]) -> None:
        for name in names:
            self._waiting.remove(name)
            bond, plan = self._bonds[name], self._planning.plan
            steps = [step for step in plan.steps if step.id in self._ids] if plan else []
            value = _said(bond.editor)
            if plan is None or not steps or all(bond.read(step) == value for step in steps):
                continue
            try:
                change = bond.write(plan, self._ids, value)
            except AtelierError as refusal:
                _say_fault(bond, refusal)
                continue
            _clear_fault(bond)
            self._planning.keep(change)

    def _mark(self) -> None:
        name = str(self.sender().property("field"))
        if name in self._bonds and name not in self._waiting:
            self._waiting.append(name)

    def _edited(self) -> None:
        self._mark()
        if not self._timer.isActive() and set(self._waiting) - self._late:
            self._timer.start()

    def _typed(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget) and by_hand(editor):
            self._edited()
        else:
            self._again.start()

    def _seen(self) -> None:
        # Words that nobody chose (a page built anew is filled by the window) must not stand for the value.
        self._again.start()

    def _chosen(self) -> None:
        self._mark()
        self.keep()

    def _show_again(self) -> None:
        plan = self._planning.plan
        self.show([step for step in plan.steps if step.id in self._ids] if plan else [])


def _said(editor: QWidget) -> Any:
    return editor.value() if isinstance(editor, Part) else form.said(editor)


def _show(editor: QWidget, value: Any, *, mixed: bool) -> None:
    writing = isinstance(editor, QLineEdit | TextEdit) and editor.hasFocus() and not mixed
    if writing and str(form.said(editor)).split() == str(value).split():
        # What is kept is tidied; the space one has just typed stays under the hand.
        return
    hint = _("plusieurs valeurs") if mixed else ""
    if isinstance(editor, Part):
        editor.show_value(value, mixed=mixed)
        return
    if isinstance(editor, QLineEdit | TextEdit):
        editor.setPlaceholderText(hint)
        form.show(editor, "" if mixed else value)
    elif isinstance(editor, Combo) and mixed:
        editor.setPlaceholderText(hint)
        quiet = editor.blockSignals(True)
        editor.setCurrentIndex(-1)
        editor.blockSignals(quiet)
    else:
        form.show(editor, value)


def _say_fault(bond: Bond, refusal: AtelierError) -> None:
    if bond.field is not None:
        bond.field.set_error(refusal.what, refusal.advice)


def _clear_fault(bond: Bond) -> None:
    if bond.field is not None and bond.field.error():
        bond.field.clear_error()
