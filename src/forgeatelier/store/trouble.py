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

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NAMED_BADLY = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}
_UNPLUGGED = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTCONN, errno.ESTALE, errno.ETIMEDOUT}


def disk_full() -> AtelierError:
    """The disk has no room left."""
    return AtelierError(
        _("Le disque est plein : rien n’a été enregistré."),
        _("Libérer de la place (corbeille, vidéos, téléchargements), puis recommencer."),
    )


def read_only() -> AtelierError:
    """The folder cannot be written."""
    return AtelierError(
        _("Ce dossier ne peut pas être modifié : rien n’a été enregistré."),
        _("Choisir un dossier où l’on a le droit d’écrire, ou retirer la protection en écriture."),
    )


class Damaged(AtelierError):
    """What SQLite can no longer read."""


def damaged() -> Damaged:
    """The database cannot be read."""
    return Damaged(
        _("La base de cette bibliothèque est abîmée."),
        _(
            "Fermer et rouvrir : elle sera vérifiée, et réparée si elle peut l’être. Sinon, revenir à une sauvegarde : "
            "« forgeatelier restore », ou Échanges › Sauvegardes."
        ),
    )


def beyond_repair() -> Damaged:
    """The journal itself cannot be read."""
    return Damaged(
        _("La base de cette bibliothèque est abîmée."),
        _("Revenir à la dernière sauvegarde : « forgeatelier restore », ou Échanges › Sauvegardes."),
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
        return _of_the_system(error.errno)
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


def _of_the_system(number: int | None) -> AtelierError | None:
    for numbers, sentence in (
        (_FULL, disk_full),
        (_FORBIDDEN, read_only),
        (_NAMED_BADLY, bad_name),
        (_UNPLUGGED, unplugged),
        ({errno.EIO}, disk_trouble),
    ):
        if number in numbers:
            return sentence()
    return None


def bad_name() -> AtelierError:
    """The disk cannot hold a file or folder of that name."""
    return AtelierError(
        _(
            "Ce nom est trop long pour le disque, ou contient un signe qu’il refuse : rien n’a été enregistré."
        ),
        _("Choisir un nom plus court, avec des lettres, des chiffres et des tirets."),
    )


def unplugged() -> AtelierError:
    """What was there a moment ago is not."""
    return AtelierError(
        _("Un fichier ou un dossier attendu n’est plus là."),
        _("Vérifier que la clé ou le disque est bien branché, puis recommencer."),
    )


def unwritable_text() -> AtelierError:
    """A text holds half a character."""
    return AtelierError(
        _("Un des textes contient un signe qui ne peut pas être enregistré : rien n’a été changé."),
        _("Le retaper à la main plutôt que de le coller."),
    )


def disk_trouble() -> AtelierError:
    """The disk answered with an error."""
    return AtelierError(
        _("Le disque n’a pas pu enregistrer : rien n’a été changé."),
        _("Vérifier la place libre et le support, fermer puis rouvrir la bibliothèque."),
    )


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turn failures of the disk or the database into AtelierError; bugs pass through untouched."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise unwritable_text() from error
    except (OSError, DBAPIError, sqlite.Error) as error:
        sentence = in_words(error)
        if sentence is None:
            raise
        raise sentence from error
