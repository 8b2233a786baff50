# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+K: every command and every page, and what lies in the library, found by the same few letters."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.declare import kind
from forgeatelier.store.search import OPEN, Hit, plain
from forgeatelier.window.searching import Searcher
from forgeatelier.window.widgets import Command, CommandPalette

_ICONS = {
    "workshop": "workshops",
    "protocol": "library",
    "capture": "note",
    "person": "person",
    "organisation": "people",
    "sheet": "document",
    "publication": "publish",
    "guide": "guides",
    "chapter": "guides",
    "lessons": "lesson",
    "output": "material",
}
_WITHIN = {"sheet": "publish", "publication": "publish"}
_LONGEST = 90


class Finder(CommandPalette):
    """The palette with the search through the library added below the commands."""

    def __init__(self, parent: QWidget, searcher: Searcher, go: Callable[[str], None]) -> None:
        """Over the window; `go` opens what was found."""
        self._searcher, self._go = searcher, go
        self._own: tuple[Command, ...] = ()
        super().__init__(parent)
        self.search.textEdited.connect(self._ask)
        searcher.found.connect(self._offer)

    def open_with(self, commands: Sequence[Command]) -> None:
        """Show every command and wait for a few letters."""
        self._own = tuple(commands)
        super().open_with(commands)

    def _ask(self, typed: str) -> None:
        self._commands = self._own
        if typed.strip():
            self._searcher.ask(typed)

    def _offer(self, query: str, hits: tuple[Hit, ...]) -> None:
        if query != self.search.text():
            return
        chosen = self.results.currentRow()
        # The letters typed stand among the synonyms: what was found by its text stays in the list.
        self._commands = (*self._own, *(self._command(hit, query) for hit in hits))
        self._filter(query)
        if chosen > 0:
            self.results.setCurrentRow(min(chosen, self.results.count() - 1))

    def _command(self, hit: Hit, query: str) -> Command:
        def go() -> None:
            self._go(address_of(hit))

        return Command(_title(hit), go, query, "", _ICONS.get(hit.kind, "document"), _(kind(hit.kind).label))


def _title(hit: Hit) -> str:
    """The heading; the words around the match too, when it is there that it was found."""
    heading, around = plain(hit.heading).strip(), " ".join(plain(hit.snippet).split())
    if heading and OPEN in hit.heading:
        return heading
    around = around.removeprefix(heading).strip()
    return " · ".join(filter(None, (heading, around)))[:_LONGEST]


def address_of(hit: Hit) -> str:
    """Where something found is shown."""
    if hit.kind == "workshop":
        return f"workshop/{hit.entity_id}/prepare"
    if hit.kind == "protocol":
        return f"library/{hit.entity_id}"
    if hit.kind in ("person", "organisation"):
        return f"people/{hit.entity_id}"
    if hit.kind in ("guide", "chapter"):
        return "guides"
    return f"workshop/{hit.within}/{_WITHIN.get(hit.kind, 'harvest')}" if hit.within else "home"
