# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocols one may choose from: the shelf's files and those kept in the library, found as one types."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from forgeatelier.ground.words import _, language
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.protocols.shelf import Shelf
from forgeatelier.store.library import Library
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Label, SearchBox, matches

_CHOICE = Qt.ItemDataRole.UserRole + 7


@dataclass(frozen=True, slots=True)
class Choice:
    """A protocol one may choose; `kept` ones lie in the library itself, the others are files."""

    id: str
    title: str
    words: str = ""
    minutes: int = 0
    kept: bool = False


@dataclass(frozen=True)
class Offer:
    """Every choice, and the shelf that gives the whole protocol."""

    choices: tuple[Choice, ...]
    shelf: Shelf

    def protocol(self, choice: Choice, library: Library) -> Protocol:
        """The whole protocol of a choice. Raises AtelierError when its file is broken."""
        kept = library.get(Protocol, choice.id) if choice.kept else None
        return kept or self.shelf.get(choice.id)


def read_offer(folder: Path, kept: tuple[Choice, ...]) -> Offer:
    """Read the shelf of a library's folder; slow the first time, so it runs as a job."""
    shelf = Shelf(folder / "protocols")
    known = {choice.id for choice in kept}
    files = tuple(
        Choice(one.id, one.title, " ".join((one.pitch, *one.themes, *one.tags)), one.minutes)
        for one in shelf.offered(language())
        if not one.broken and one.id not in known
    )
    return Offer(tuple(sorted((*kept, *files), key=lambda choice: choice.title.casefold())), shelf)


def kept_choices(library: Library) -> tuple[Choice, ...]:
    """The protocols that lie in the library itself."""
    return tuple(
        Choice(one, title, pitch, kept=True)
        for one, title, pitch in library.rows(Protocol, ("id", "title", "pitch"))
    )


class Methods(QWidget):
    """A filter over a short list; Enter in the filter takes the protocol that is marked."""

    chosen = Signal()
    entered = Signal()

    def __init__(self) -> None:
        """Empty until `show_choices`."""
        super().__init__()
        self.search = SearchBox(_("Chercher un protocole"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Protocoles"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setMinimumHeight(4 * worn().measure("row") + worn().space("m"))
        self.waiting = Label(_("Lecture des protocoles…"), "note")
        self._choices: tuple[Choice, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(worn().space("s"))
        for part in (self.search, self.list, self.waiting):
            layout.addWidget(part)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._filter)
        self.search.down.connect(self._into_list)
        self.search.returnPressed.connect(self.entered)
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemActivated.connect(self._tell_entered)

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer these; what was marked stays marked."""
        self.waiting.hide()
        self._choices = choices
        self._filter(self.search.text())

    def current(self) -> Choice | None:
        """The protocol marked, if any."""
        item = self.list.currentItem()
        return item.data(_CHOICE) if item else None

    def mark(self, choice_id: str) -> None:
        """Mark a protocol by its id."""
        for place in range(self.list.count()):
            if self.list.item(place).data(_CHOICE).id == choice_id:
                self.list.setCurrentRow(place)

    def _filter(self, typed: str) -> None:
        before = self.current()
        self.list.clear()
        for choice in self._choices:
            if matches(typed, choice.title, choice.words):
                item = QListWidgetItem(choice.title)
                item.setToolTip(choice.title)
                item.setData(_CHOICE, choice)
                self.list.addItem(item)
        if before is not None:
            self.mark(before.id)
        if typed.strip() and self.current() is None:
            self.list.setCurrentRow(0)

    def _into_list(self) -> None:
        self.list.setFocus()
        if self.current() is None:
            self.list.setCurrentRow(0)

    def _tell(self) -> None:
        self.chosen.emit()

    def _tell_entered(self) -> None:
        self.entered.emit()
