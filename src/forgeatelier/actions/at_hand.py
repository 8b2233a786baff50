# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocols at hand: those kept in the library, those of its `protocols/` folder, and those that ship."""

from collections.abc import Iterable
from pathlib import Path

from forgeatelier.actions.compose import slug
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.name_guard import folded
from forgeatelier.protocols.shelf import Shelf, ShelfEntry
from forgeatelier.store.library import Library


class AtHand:
    """One view of every protocol; what the library keeps wins over a file, its own file over a shipped one."""

    def __init__(self, library: Library) -> None:
        """Look at a library and its folder; files are read when first asked for."""
        self._library = library
        self.shelf = Shelf(library.folder / "protocols")

    def entries(self, language: str | None = None) -> tuple[ShelfEntry, ...]:
        """Every protocol as a line of a list, by title."""
        kept = [entry_of(p) for p in self._library.all(Protocol)]
        ids = {entry.id for entry in kept}
        filed = [entry for entry in self.shelf.entries() if entry.broken or entry.id not in ids]
        found = [e for e in (*kept, *filed) if language in (None, e.language)]
        return tuple(sorted(found, key=lambda entry: (entry.title.casefold(), entry.language)))

    def get(self, name: str, language: str | None = None) -> Protocol:
        """The protocol with this id or short name. Raises AtelierError when there is none or its file is broken."""
        named = [p for p in self._library.all(Protocol) if name in (p.id, slug(p.title))]
        wanted = [p for p in named if language in (None, p.language)]
        return wanted[0] if wanted else self.shelf.get(name, language)


def entry_of(protocol: Protocol) -> ShelfEntry:
    """A protocol kept in the library as a line of the list."""
    return ShelfEntry(
        path=Path(),
        own=True,
        slug=slug(protocol.title),
        title=protocol.title,
        id=protocol.id,
        pitch=protocol.pitch,
        language=protocol.language,
        minutes=protocol.minutes,
        kind=protocol.kind,
        themes=protocol.themes,
        tags=protocol.tags,
        translation_of=protocol.translation_of.id if protocol.translation_of else "",
    )


def matching(entries: Iterable[ShelfEntry], words: str) -> tuple[ShelfEntry, ...]:
    """The lines that hold every word, accents and case aside."""
    asked = folded(words).split()
    return tuple(
        e
        for e in entries
        if all(w in folded(" ".join((e.title, e.pitch, e.slug, *e.themes, *e.tags))) for w in asked)
    )
