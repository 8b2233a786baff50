# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking in files: each photo is made safe, kept, and filed; what cannot go in is refused one by one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from forgeatelier.actions.harvest import Intake, Refused, check_step, files_under
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import readable
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.progress import Progress, silent
from forgeatelier.model.workshop.capture import Capture, CaptureKind
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library
from forgeatelier.store.media import Media, MediaBatch
from forgeatelier.store.photos import PreparedPhoto, prepare_photo

PHOTO_SUFFIXES = {".jpg", ".jpeg", ".jpe", ".png", ".heic", ".heif", ".webp", ".gif", ".tif", ".tiff", ".bmp"}
AUDIO_SUFFIXES = {".mp3", ".m4a", ".aac", ".ogg", ".opus", ".wav", ".flac", ".amr"}
_LARGEST = 2 * 1024**3


def known_media(library: Library, workshop: Workshop) -> frozenset[str]:
    """The hashes of everything this workshop already holds: what was kept, and the files as they came."""
    rows = library.all(Capture, workshop_id=workshop.id)
    return frozenset(name for capture in rows for name in (capture.media, capture.original) if name)


def take_in(
    media: Media,
    workshop: Workshop,
    paths: tuple[Path, ...],
    known: frozenset[str],
    moment: datetime,
    *,
    step_id: str = "",
    planned: Iterable[PlannedStep] = (),
    progress: Progress = silent,
) -> Intake:
    """Keep the media of these files and folders; the captures are in the change, for the caller to keep.

    When it is cancelled or the disk is full, none of the batch stays. Raises AtelierError when nothing can go
    on (disk full, unknown step); a file that is no good is refused alone, with its sentence.
    """
    check_step(workshop, step_id, planned)
    files = files_under(paths)
    seen, made, refused, already = set(known), [], [], []
    with media.batch() as batch:
        for done, file in enumerate(files):
            name = readable(file.name)
            progress(done, len(files), name)
            try:
                ready = _ready(file)
            except AtelierError as trouble:
                refused.append(Refused(name, readable(trouble.what), trouble.advice))
                continue
            capture = _photo(batch, file, ready, seen) if ready else _other(batch, file, seen)
            if capture is None:
                already.append(name)
            else:
                made.append(_filed(capture, workshop, step_id, moment))
    progress(len(files), len(files))
    title = ngettext("Ajouter une prise", "Ajouter {count} prises", len(made)).format(count=len(made))
    return Intake(Change(title, after=tuple(made)), tuple(refused), tuple(already))


def _filed(capture: Capture, workshop: Workshop, step_id: str, moment: datetime) -> Capture:
    return replace(capture, workshop_id=workshop.id, step_id=step_id, moment=moment)


def _ready(file: Path) -> PreparedPhoto | None:
    """The photo in a file, None for another sort of file. Raises AtelierError when it is no good."""
    if not _is_there(file):
        raise AtelierError(
            _("« {name} » est introuvable.").format(name=file.name),
            _("Vérifier le nom, et que la carte ou la clé est branchée."),
        )
    if file.suffix.casefold() in PHOTO_SUFFIXES:
        return prepare_photo(file)
    size = file.stat().st_size
    if size > _LARGEST:
        raise AtelierError(
            _("« {name} » est trop gros (plus de 2 Go).").format(name=file.name),
            _("Garder ce fichier à part et en noter l’emplacement."),
        )
    if size == 0:
        raise AtelierError(
            _("« {name} » est vide.").format(name=file.name), _("Le recopier depuis l’appareil.")
        )
    return None


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except (OSError, ValueError):
        # A name too long for any disk, or with signs that none takes.
        return False


def _other(batch: MediaBatch, file: Path, seen: set[str]) -> Capture | None:
    kept = batch.keep_file(file)
    if kept.sha256 in seen:
        return None
    seen.add(kept.sha256)
    kind = CaptureKind.AUDIO if file.suffix.casefold() in AUDIO_SUFFIXES else CaptureKind.FILE
    return Capture(kind=kind, media=kept.sha256, suffix=kept.suffix, file_name=readable(file.name))


def _photo(batch: MediaBatch, file: Path, photo: PreparedPhoto, seen: set[str]) -> Capture | None:
    if photo.sha256 in seen and photo.source_sha256 in seen:
        # Here already; if the disk damaged it meanwhile, it takes its place again.
        batch.keep_photo(photo)
        batch.keep_original(file)
    if photo.sha256 in seen or photo.source_sha256 in seen:
        return None
    batch.keep_photo(photo)
    batch.keep_original(file)
    seen.update((photo.sha256, photo.source_sha256))
    return Capture(
        kind=CaptureKind.PHOTO,
        media=photo.sha256,
        suffix="jpg",
        width=photo.width,
        height=photo.height,
        taken=photo.taken,
        file_name=readable(file.name),
        original=photo.source_sha256,
    )


def take_in_pasted(
    media: Media, workshop: Workshop, data: bytes, known: frozenset[str], moment: datetime, step_id: str = ""
) -> Intake:
    """Keep a picture that was pasted. Raises AtelierError when it is no picture."""
    photo = prepare_photo(data, _("image collée"))
    if photo.sha256 in known:
        return Intake(Change(""), already=(_("image collée"),))
    media.keep_photo(photo)
    made = Capture(
        kind=CaptureKind.PHOTO,
        media=photo.sha256,
        suffix="jpg",
        width=photo.width,
        height=photo.height,
        original=photo.source_sha256,
    )
    return Intake(Change(_("Coller une photo"), after=(_filed(made, workshop, step_id, moment),)))
