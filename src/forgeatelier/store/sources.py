# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading files that belong to somebody else: from a stick, a telephone, a folder of downloads."""

from collections.abc import Iterator
from pathlib import Path

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _

_CHUNK = 1 << 20


def missing(name: str) -> AtelierError:
    """There is no file of that name, or no longer."""
    return AtelierError(
        what=_("Le fichier « {name} » est introuvable.").format(name=name),
        advice=_("Vérifier que la clé ou le téléphone est toujours branché, puis recommencer."),
    )


def unreachable(name: str) -> AtelierError:
    """The file is there, but the system will not hand over its bytes."""
    return AtelierError(
        what=_("Le fichier « {name} » ne peut pas être lu.").format(name=name),
        advice=_("Le copier d’abord dans un dossier de cet ordinateur, puis recommencer."),
    )


def chunks_of(path: Path) -> Iterator[bytes]:
    """The content of a file, a megabyte at a time."""
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def foreign_chunks(path: Path) -> Iterator[bytes]:
    """The content of somebody else's file, a megabyte at a time; AtelierError when it cannot be had."""
    try:
        if path.exists() and not path.is_file():
            raise unreachable(path.name)
        yield from chunks_of(path)
    except FileNotFoundError as gone:
        raise missing(path.name) from gone
    except OSError as error:
        raise unreachable(path.name) from error
