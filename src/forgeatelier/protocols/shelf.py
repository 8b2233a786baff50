# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of methods: those that ship with the program and the library's own, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.shipped import PROTOCOLS
from forgeatelier.ground.words import _
from forgeatelier.model.method.protocol import Protocol, ProtocolKind
from forgeatelier.protocols.complaint import Complaint, ProtocolComplaints
from forgeatelier.protocols.reading import Reading, read_with_notices
from forgeatelier.protocols.values import folded

_NOT_PROTOCOLS = "lists"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfEntry:
    """One file of the shelf; a broken one has complaints, its name for a title, and no protocol."""

    path: Path
    own: bool
    slug: str
    title: str
    id: str = ""
    pitch: str = ""
    language: str = ""
    minutes: int = 0
    kind: ProtocolKind = ProtocolKind.METHOD
    themes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    translation_of: str = ""
    notices: tuple[Complaint, ...] = ()
    complaints: tuple[Complaint, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether the file cannot be used before someone puts it right."""
        return bool(self.complaints)

    @property
    def method(self) -> str:
        """The id shared by a protocol and its translations: that of the original."""
        return self.translation_of or self.id or str(self.path)


class Shelf:
    """The protocols at hand; files are read when first asked for, and again only when they have changed."""

    def __init__(self, own: Path | None = None, shipped: Path = PROTOCOLS) -> None:
        """Stand the library's `own` folder before the `shipped` one; neither has to exist."""
        self._folders = ((own, True), (shipped, False)) if own is not None else ((shipped, False),)
        self._read: dict[Path, tuple[tuple[int, int], Reading | tuple[Complaint, ...]]] = {}

    def entries(self, language: str | None = None) -> tuple[ShelfEntry, ...]:
        """Every file, or those in one language, by title; an own file hides a shipped one of that id."""
        by_id: dict[str, ShelfEntry] = {}
        broken: list[ShelfEntry] = []
        for entry in self._all():
            before = by_id.get(entry.id)
            if entry.broken:
                broken.append(entry)
            elif before is None:
                by_id[entry.id] = entry
            elif before.own and entry.own:
                broken.append(_copy_of(before, entry))
        found = [*by_id.values(), *broken]
        kept = found if language is None else [one for one in found if one.language == language]
        return tuple(sorted(kept, key=lambda one: (folded(one.title), one.language, str(one.path))))

    def offered(self, language: str) -> tuple[ShelfEntry, ...]:
        """Each method once, in `language` when it is there, else in its own; broken files too."""
        best: dict[str, ShelfEntry] = {}
        for entry in self.entries():
            before = best.get(entry.method)
            if before is None or _rank(entry, language) < _rank(before, language):
                best[entry.method] = entry
        return tuple(sorted(best.values(), key=lambda one: folded(one.title)))

    def find(self, query: str, language: str | None = None) -> tuple[ShelfEntry, ...]:
        """The entries that hold every word of `query`, those that have them in the title first."""
        asked = [folded(word) for word in query.split()]
        among = self.entries() if language is None else self.offered(language)
        found = [one for one in among if _holds(asked, _texts(one))]
        return tuple(sorted(found, key=lambda one: not _holds(asked, (one.title,))))

    def get(self, id_or_slug: str, language: str | None = None) -> Protocol:
        """The protocol with this id or file name, in `language` when it is translated.

        Raises ProtocolComplaints when its file is broken, AtelierError when nothing has that name.
        """
        entries = self.entries()
        named = [one for one in entries if id_or_slug in (one.id, one.slug)]
        methods = {one.method for one in named}
        wanted = (
            [one for one in entries if one.method in methods and one.language == language] if language else []
        )
        exact = [one for one in named if one.id == id_or_slug]
        chosen = wanted or exact or sorted(named, key=lambda one: (one.broken, bool(one.translation_of)))
        if not chosen:
            raise AtelierError(
                _("Aucun protocole ne s’appelle « {name} ».").format(name=id_or_slug),
                _("Choisir un protocole dans la liste."),
            )
        if chosen[0].broken:
            raise ProtocolComplaints(chosen[0].complaints)
        reading = self._reading(chosen[0].path)
        if isinstance(reading, Reading):
            return reading.protocol
        raise ProtocolComplaints(reading)

    def _all(self) -> Iterable[ShelfEntry]:
        for folder, own in self._folders:
            for path in _files(folder):
                yield _entry(path, self._reading(path), own=own)

    def _reading(self, path: Path) -> Reading | tuple[Complaint, ...]:
        try:
            now = path.stat()
            stamp = (now.st_mtime_ns, now.st_size)
        except OSError:
            stamp = (0, 0)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            known = self._read[path] = (stamp, _read(path))
        return known[1]


def _read(path: Path) -> Reading | tuple[Complaint, ...]:
    try:
        return read_with_notices(path)
    except ProtocolComplaints as trouble:
        return trouble.complaints


def _files(folder: Path) -> list[Path]:
    """The protocol files of a folder and its language folders, without hidden files and reference lists."""
    try:
        inside = sorted(folder.iterdir())
        homes = [folder, *(one for one in inside if one.is_dir() and one.name != _NOT_PROTOCOLS)]
        found = [path for home in homes if not home.name.startswith(".") for path in sorted(home.iterdir())]
    except OSError:
        return []
    return [path for path in found if path.suffix in (".yaml", ".yml") and not path.name.startswith(".")]


def _entry(path: Path, reading: Reading | tuple[Complaint, ...], *, own: bool) -> ShelfEntry:
    if not isinstance(reading, Reading):
        language = path.parent.name if len(path.parent.name) == 2 else ""
        return ShelfEntry(
            path=path, own=own, slug=path.stem, title=path.stem, language=language, complaints=reading
        )
    protocol = reading.protocol
    return ShelfEntry(
        path=path,
        own=own,
        slug=path.stem,
        title=protocol.title,
        id=protocol.id,
        pitch=protocol.pitch,
        language=protocol.language,
        minutes=protocol.minutes,
        kind=protocol.kind,
        themes=protocol.themes,
        tags=protocol.tags,
        translation_of=protocol.translation_of.id if protocol.translation_of else "",
        notices=reading.notices,
    )


def _copy_of(first: ShelfEntry, second: ShelfEntry) -> ShelfEntry:
    """A second file of the library with the same id: nobody could say which one is meant."""
    complaint = Complaint(
        second.path.name,
        0,
        0,
        "id",
        _("Ce fichier porte le même identifiant que « {file} ».").format(file=first.path.name),
        _("Supprimer l’un des deux, ou donner un nouvel identifiant à la copie."),
    )
    return ShelfEntry(
        path=second.path,
        own=True,
        slug=second.slug,
        title=second.title,
        language=second.language,
        complaints=(complaint,),
    )


def _rank(entry: ShelfEntry, language: str) -> tuple[bool, bool]:
    return entry.language != language, bool(entry.translation_of)


def _texts(entry: ShelfEntry) -> tuple[str, ...]:
    return entry.title, entry.pitch, entry.slug, *entry.themes, *entry.tags


def _holds(asked: list[str], texts: tuple[str, ...]) -> bool:
    held = " ".join(folded(word) for text in texts for word in text.split())
    return all(word in held for word in asked)
