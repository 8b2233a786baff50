# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Editors the inspector of a step needs: an hour that may be fixed, materials, a plan B for each trouble."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.method.step import PlanB, Trouble
from forgeatelier.window.form import show
from forgeatelier.window.pages.workshop.step_card import TROUBLES
from forgeatelier.window.widgets import (
    Check,
    Combo,
    Field,
    Flow,
    Tag,
    TextEdit,
    TimeEdit,
    holding,
    reveal,
    row,
    stack,
)


class Part(QWidget):
    """An editor of several widgets: `typed` while one writes, `chosen` when one is done."""

    typed = Signal()
    chosen = Signal()

    def value(self) -> Any:
        """What it says now."""
        raise NotImplementedError

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """Say a value without telling anyone; nothing when the steps differ."""
        raise NotImplementedError


class HeldHour(Part):
    """A tick and an hour: the hour counts while it is ticked."""

    def __init__(self, words: str) -> None:
        """Not held."""
        super().__init__()
        self.tick, self.hour = Check(words), TimeEdit()
        self.hour.setAccessibleName(words)
        self.tick.setProperty("field", "tick")
        self.hour.setProperty("field", "hour")
        self._usual = time(9)
        self.setLayout(stack(self.tick, self.hour, gap="xs"))
        self.setFocusProxy(self.tick)
        self.tick.clicked.connect(self._ticked)
        self.hour.timeChanged.connect(self._changed)
        self.hour.editingFinished.connect(self.chosen)

    def set_usual(self, usual: time) -> None:
        """The hour it would be held at: the one it now falls on."""
        self._usual = usual
        if not self.tick.isChecked():
            show(self.hour, usual)

    def value(self) -> time | None:
        """The hour, or None."""
        return self.hour.hour() if self.tick.isChecked() else None

    def show_value(self, value: time | None, *, mixed: bool) -> None:
        """Ticked with its hour, or not."""
        self.tick.setChecked(value is not None and not mixed)
        self.hour.setEnabled(self.tick.isChecked())
        show(self.hour, value or self._usual)

    def _ticked(self) -> None:
        self.hour.setEnabled(self.tick.isChecked())
        quiet = self.hour.blockSignals(True)
        self.hour.setTime(QTime(self._usual.hour, self._usual.minute))
        self.hour.blockSignals(quiet)
        self.chosen.emit()

    def _changed(self) -> None:
        if self.hour.hasFocus():
            self.typed.emit()
        else:
            show(self.hour, self._usual)


class Things(Part):
    """Materials as tags one can take off; one more is written, or taken from the list of the workshop."""

    def __init__(self) -> None:
        """None yet."""
        super().__init__()
        self._things: tuple[str, ...] = ()
        self._flow = Flow(gap="xs")
        self._tags = holding(self._flow)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Ajouter du matériel"))
        self.line.setAccessibleName(_("Ajouter du matériel"))
        self.line.setProperty("field", "thing")
        self.line.returnPressed.connect(self._add)
        self.line.editingFinished.connect(self._add)
        self.setLayout(stack(self._tags, self.line, gap="xs"))
        self.setFocusProxy(self.line)

    def offer(self, names: Iterable[str]) -> None:
        """Names that are proposed while one writes."""
        completer = QCompleter(sorted(set(names), key=str.casefold), self.line)
        completer.setCaseSensitivity(completer.caseSensitivity().CaseInsensitive)
        completer.setFilterMode(completer.filterMode().MatchContains)
        self.line.setCompleter(completer)

    def value(self) -> tuple[str, ...]:
        """The materials."""
        return self._things

    def show_value(self, value: tuple[str, ...], *, mixed: bool) -> None:
        """These materials."""
        value = () if mixed else value
        if value == self._things and self._flow.count() == len(value):
            return
        self._things = value
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, thing in enumerate(value):
            tag = Tag(thing, removable=True)
            tag.setProperty("place", place)
            tag.removed.connect(self._remove)
            self._flow.addWidget(tag)
        reveal(self._tags, bool(value))
        self._tags.updateGeometry()

    def _add(self) -> None:
        thing = " ".join(self.line.text().split())
        self.line.clear()
        if thing and thing not in self._things:
            self.show_value((*self._things, thing), mixed=False)
            self.chosen.emit()

    def _remove(self) -> None:
        place = int(self.sender().property("place"))
        self.show_value(self._things[:place] + self._things[place + 1 :], mixed=False)
        self.chosen.emit()


class Otherwise(Part):
    """What to do instead, for each trouble: those written stand open, the others wait in a list."""

    def __init__(self) -> None:
        """None written."""
        super().__init__()
        self._shown: set[Trouble] = set()
        self._texts = {trouble: TextEdit(lines=1, most=6) for trouble in Trouble}
        self._fields = {trouble: Field(_(TROUBLES[trouble]), text) for trouble, text in self._texts.items()}
        self._more = Combo()
        self._more.setAccessibleName(_("Ajouter un plan B"))
        self._more.setProperty("field", "more")
        self._more.chosen.connect(self._open)
        self.setLayout(stack(*self._fields.values(), row(self._more, None), gap="s"))
        for trouble, text in self._texts.items():
            text.setProperty("field", f"plan-b-{trouble.value}")
            text.textChanged.connect(self._typed)
            text.left.connect(self.chosen)
        self._settle()

    def value(self) -> tuple[PlanB, ...]:
        """Those that say something, in a fixed order."""
        written = {trouble: text.toPlainText().strip() for trouble, text in self._texts.items()}
        return tuple(PlanB(trouble=trouble, instead=said) for trouble, said in written.items() if said)

    def show_value(self, value: tuple[PlanB, ...], *, mixed: bool) -> None:
        """These plans B."""
        written = {} if mixed else {plan.trouble: plan.instead for plan in value}
        self._shown = set(written)
        for trouble, text in self._texts.items():
            show(text, written.get(trouble, ""))
        self._settle()

    def _settle(self) -> None:
        for trouble, field in self._fields.items():
            field.setVisible(trouble in self._shown)
        left = [(trouble, _(TROUBLES[trouble])) for trouble in Trouble if trouble not in self._shown]
        quiet = self._more.blockSignals(True)
        self._more.set_choices(((None, _("Ajouter un plan B…")), *left))
        self._more.blockSignals(quiet)

    def _open(self, chosen: str | None) -> None:
        if chosen is not None:
            trouble = Trouble(chosen)
            self._shown.add(trouble)
            self._settle()
            self._texts[trouble].setFocus()

    def _typed(self) -> None:
        if any(text.hasFocus() for text in self._texts.values()):
            self.typed.emit()
