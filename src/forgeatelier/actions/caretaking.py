# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking slowly after the media: a few at a time, mended when they can be, told in one sentence when not."""

import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.progress import Progress, silent
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store import media_round
from forgeatelier.store.library import Library
from forgeatelier.store.media_names import named, original_path, parts
from forgeatelier.store.photos import prepare_photo
from forgeatelier.store.scrubbing import MediaTrouble, all_files, looked_at

BUDGET = 128_000_000
"""Bytes looked at in one visit."""
_LONGEST_REST = 0.2
_NAMED = 3
_LETTERS = 10

Owner = Capture | Consent


@dataclass(frozen=True, slots=True)
class Loss:
    """A file that could not be mended: what it is called, its workshop, where it lies, whether it is gone."""

    name: str
    workshop: str
    place: str
    gone: bool


class _Pace:
    """As long a rest as there was work, before each megabyte; breaks off when someone wishes so."""

    def __init__(self, progress: Progress, rest: Callable[[float], None]) -> None:
        self._progress, self._rest = progress, rest
        self._since = time.monotonic()

    def __call__(self) -> None:
        self._progress(0, 0)
        self._rest(min(time.monotonic() - self._since, _LONGEST_REST))
        self._since = time.monotonic()


def look_after(
    library: Library,
    now: datetime,
    progress: Progress = silent,
    *,
    budget: int = BUDGET,
    rest: Callable[[float], None] = time.sleep,
) -> tuple[Loss, ...]:
    """Look at the media that were not looked at for longest, and again at those in trouble; tell what is lost.

    Nothing is written to the database. `progress` may raise Cancelled: then the same files come again next time.
    """
    pace = _Pace(progress, rest)
    before = media_round.remembered(library.folder)
    files, reached = media_round.stretch(library.folder, before, now, budget)
    owners = media_round.owners(library.file)
    doubtful = set(before.damaged) | _gone(library, owners)
    for path in files:
        doubtful.update(trouble.sha256 for trouble in looked_at(path, library.folder, pace))
    losses = {
        sha256: loss
        for sha256 in sorted(doubtful & owners.keys())
        if (loss := _loss(library, sha256, owners[sha256], pace)) is not None
    }
    media_round.remember(library.folder, media_round.Round(reached.reached, reached.ended, tuple(losses)))
    return tuple(losses.values())


def told(losses: tuple[Loss, ...]) -> AtelierError:
    """The losses in one sentence, with the remedy."""
    first = losses[0]
    if len(losses) > 1:
        names = ", ".join(f"« {loss.name} »" for loss in losses[:_NAMED])
        what = ngettext(
            "{n} fichier de la bibliothèque est abîmé ou a disparu : {names}.",
            "{n} fichiers de la bibliothèque sont abîmés ou ont disparu : {names}.",
            len(losses),
        ).format(n=len(losses), names=names + ("…" if len(losses) > _NAMED else ""))
        return AtelierError(
            what,
            _(
                "Les ajouter de nouveau depuis l’appareil, ou les recopier d’une copie du dossier de la "
                "bibliothèque. « forgeatelier check » en donne la liste."
            ),
        )
    said = (
        _("Le fichier « {name} » a disparu du disque.")
        if first.gone
        else _("Le fichier « {name} » est abîmé sur le disque.")
    )
    where = (
        _("Il vient de l’atelier « {workshop} ».").format(workshop=first.workshop) if first.workshop else ""
    )
    again = _(
        "L’ajouter de nouveau au même endroit depuis l’appareil : il reprendra sa place. Ou recopier « {place} » "
        "d’une copie du dossier de la bibliothèque."
    ).format(place=_short(first.place))
    return AtelierError(said.format(name=first.name), f"{where} {again}".strip())


def _short(place: str) -> str:
    """The way to a file, its long name cut: enough to find it, and no line is too long for a narrow window."""
    path = PurePosixPath(place)
    return f"{path.parent}/{path.stem[:_LETTERS]}…{path.suffix}"


def _gone(library: Library, owners: Collection[str]) -> set[str]:
    """The hashes that the library names and that have no file; untouched originals are not always kept."""
    there = {
        said[0] for path in all_files(library.folder) if (said := parts(path.name)) and said[1] == "master"
    }
    return set(owners) - there


def _owner(library: Library, kind: str, entity_id: str) -> Owner | None:
    return library.get(Consent, entity_id) if kind == "consent" else library.get(Capture, entity_id)


def _loss(library: Library, sha256: str, named_by: tuple[str, str], pace: _Pace) -> Loss | None:
    """What is lost under this hash once everything was tried; None when it is whole, mended or no longer named."""
    owner = _owner(library, *named_by)
    if owner is None or not _troubles(library, sha256, owner, pace):
        return None
    if isinstance(owner, Capture) and owner.media == sha256:
        _mend(library, owner)
    lasting = [one for one in _troubles(library, sha256, owner, pace) if not one.can_be_remade]
    # Asked again: it may have been erased while one was looking.
    if not lasting or _owner(library, *named_by) is None:
        return None
    return _named(library, owner, lasting[0])


def _troubles(library: Library, sha256: str, owner: Owner, pace: _Pace) -> list[MediaTrouble]:
    files = named(sha256, library.folder)
    found = [trouble for path in files for trouble in looked_at(path, library.folder, pace)]
    path = _due(library, sha256, owner)
    if path is not None and path not in files and not any(trouble.path == path for trouble in found):
        found.insert(0, MediaTrouble(sha256, "master", path, "missing"))
    return found


def _due(library: Library, sha256: str, owner: Owner) -> Path | None:
    """The file that must be there; the original of a photo need not, a pasted one has none."""
    if isinstance(owner, Consent):
        return library.media.original(sha256) or original_path(library.folder, sha256, "")
    return library.media.path(sha256, suffix=owner.suffix or "jpg") if owner.media == sha256 else None


def _mend(library: Library, owner: Capture) -> None:
    """Make a photo whole again: the master from the untouched original, its renditions from the master."""
    if not owner.width:
        return
    for attempt in (_from_original, _from_master):
        with suppress(AtelierError):
            attempt(library, owner)


def _from_original(library: Library, owner: Capture) -> None:
    try:
        library.media.read(owner.media)
    except AtelierError:
        original = library.media.original(owner.original) if owner.original else None
        photo = prepare_photo(original) if original is not None else None
        if photo is not None and photo.sha256 == owner.media:
            library.media.keep_photo(photo)


def _from_master(library: Library, owner: Capture) -> None:
    library.media.ensure_tiers(owner.media)


def _named(library: Library, owner: Owner, trouble: MediaTrouble) -> Loss:
    place, gone = trouble.path.relative_to(library.folder).as_posix(), trouble.state == "missing"
    if isinstance(owner, Consent):
        return Loss(_("preuve d’un consentement"), "", place, gone)
    workshop = library.get(Workshop, owner.workshop_id) if owner.workshop_id else None
    name = owner.file_name or owner.heading or trouble.path.name
    return Loss(name, workshop.heading if workshop else "", place, gone)
