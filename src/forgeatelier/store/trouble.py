# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the world does to a database, said in words; anything else stays a bug."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def disk_full() -> AtelierError:
    """The disk has no room left."""
    return AtelierError(
        _("Le disque est plein : rien n’a été enregistré."),
        _("Libérer de la place (corbeille, vidéos, téléchargements), puis recommencer."),
    )


def read_only() -> AtelierError:
    """The folder cannot be written."""
    return AtelierError(
        _("Ce dossier ne peut pas être modifié : rien n’a été enregistré."),
        _("Choisir un dossier où l’on a le droit d’écrire, ou retirer la protection en écriture."),
    )


def damaged() -> AtelierError:
    """The database cannot be read."""
    return AtelierError(
        _("La base de cette bibliothèque est abîmée."),
        _("Revenir à la dernière sauvegarde : « forgeatelier restore », ou Échanges › Sauvegardes."),
    )


def busy() -> AtelierError:
    """Another program holds the database."""
    return AtelierError(
        _("Un autre programme utilise cette bibliothèque."),
        _("Fermer l’autre fenêtre de ForgeAtelier, puis recommencer."),
    )


def in_words(error: BaseException) -> AtelierError | None:
    """The sentence for a failure of the world, or None for a bug."""
    if isinstance(error, OSError):
        if error.errno in _FULL:
            return disk_full()
        return read_only() if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) else None
    said = str(error.orig if isinstance(error, DBAPIError) else error).casefold()
    if not isinstance(error, DBAPIError | sqlite.Error):
        return None
    for words, sentence in (
        (("is full",), disk_full),
        (("readonly", "read-only", "unable to open"), read_only),
        (("malformed", "not a database", "corrupt", "hmac"), damaged),
        (("locked",), busy),
        (("disk i/o error",), disk_trouble),
    ):
        if any(word in said for word in words):
            return sentence()
    return None


def disk_trouble() -> AtelierError:
    """The disk answered with an error."""
    return AtelierError(
        _("Le disque n’a pas pu enregistrer : rien n’a été changé."),
        _("Vérifier la place libre et le support, fermer puis rouvrir la bibliothèque."),
    )


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turn failures of the disk or the database into AtelierError; bugs pass through untouched."""
    try:
        yield
    except (OSError, DBAPIError, sqlite.Error) as error:
        sentence = in_words(error)
        if sentence is None:
            raise
        raise sentence from error
