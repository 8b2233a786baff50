# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes that are really on the disk: written, flushed, and read back from it."""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from forgeatelier.bundles.bag import Stored
from forgeatelier.bundles.plain import human_size
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _

_CHUNK = 1 << 20
_SPARE = 2_000_000
"""Room that is left free beside the bundle, so that the disk is not filled to the last byte."""


def chunks_of(path: Path) -> Iterator[bytes]:
    """The bytes of a file, a megabyte at a time."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def measure(chunks: Iterable[bytes]) -> Stored:
    """The SHA-256 and the size of these bytes."""
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        digest.update(chunk)
        size += len(chunk)
    return Stored(digest.hexdigest(), size)


def write_through(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a new file and wait until the disk has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
        flush(file.fileno())


def flush(descriptor: int) -> None:
    """Wait until the disk has the file, and let the next reading come from the disk, not from memory."""
    os.fsync(descriptor)
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def flush_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder, where the system can do that."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems (exFAT through FUSE) cannot flush a folder; the files themselves are flushed.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(descriptor)


def check_room(place: Path, needed: int) -> None:
    """Refuse before anything is written when the disk is too full."""
    free = shutil.disk_usage(place).free
    if free < needed + _SPARE:
        raise AtelierError(
            what=_("Il faut {needed} et il reste {free} sur ce support.").format(
                needed=human_size(needed + _SPARE), free=human_size(free)
            ),
            advice=_("Libérez de la place ou choisissez un autre support."),
        )


@contextmanager
def writing_explained(place: Path) -> Iterator[None]:
    """Say what a disk that refuses means, in words one can act upon."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            what, advice = (
                _("Le support est plein."),
                _("Libérez de la place ou choisissez un autre support."),
            )
        elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            what = _("On ne peut pas écrire dans « {place} ».").format(place=place)
            advice = _("Choisissez un autre dossier, ou une clé qui n’est pas protégée contre l’écriture.")
        else:
            what = _("L’écriture a été interrompue : {reason}.").format(
                reason=error.strerror or type(error).__name__
            )
            advice = _("Vérifiez que le support est bien branché, puis recommencez ; rien n’a été gardé.")
        raise AtelierError(what=what, advice=advice) from error
