# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a file on disk to its text, whatever program saved it."""

import codecs
import re
import stat
import unicodedata
from pathlib import Path

from forgeatelier.ground.words import _
from forgeatelier.protocols.complaint import Complaint, ProtocolComplaints

LARGEST = 2_000_000
"""The most bytes a protocol may have; the longest we know has a twentieth of that."""

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig", ""),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# é, à, ç … as UTF-8 writes them; read as Windows-1252 this is « Ã© », which is no French.
_ACCENTS_IN_UTF8 = re.compile(rb"\xc3[\x80-\xbf]")


def text_of(path: Path) -> tuple[str, tuple[Complaint, ...]]:
    """The text of a file, and what to know about how it was saved.

    Raises ProtocolComplaints when the file cannot be read, is too large or is not text; a file that is too
    large is never loaded.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _refused(path.name, _("Ce n’est pas un fichier."), _("Choisir un fichier « .yaml »."))
        refuse_too_large(found.st_size, path.name)
        with path.open("rb") as file:
            # It may have grown since it was measured.
            raw = file.read(LARGEST + 1)
    except OSError as trouble:
        raise _refused(
            path.name,
            _("Le fichier ne s’ouvre pas."),
            _("Vérifier qu’il existe toujours et que sa lecture est permise."),
        ) from trouble
    refuse_too_large(len(raw), path.name)
    return _decoded(raw, path.name)


def refuse_too_large(size: int, name: str) -> None:
    """Raise ProtocolComplaints for more bytes than a protocol may have."""
    if size > LARGEST:
        raise _refused(
            name,
            _("Le fichier pèse {size} Mo : un protocole en pèse 2 au plus.").format(
                size=max(size // 1_000_000, 2)
            ),
            _("Choisir le fichier du protocole ; les photos et les documents se rangent ailleurs."),
        )


def _decoded(raw: bytes, name: str) -> tuple[str, tuple[Complaint, ...]]:
    for mark, codec, spoken in _MARKED:
        if raw.startswith(mark):
            try:
                return raw.decode(codec), _saved_as(spoken, name) if spoken else ()
            except UnicodeDecodeError as trouble:
                raise _not_text(name) from trouble
    if b"\0" in raw:
        raise _not_text(name)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as trouble:
        if _ACCENTS_IN_UTF8.search(raw):
            raise _damaged(raw.count(b"\n", 0, trouble.start) + 1, name) from trouble
        return _from_windows(raw, name)


def _from_windows(raw: bytes, name: str) -> tuple[str, tuple[Complaint, ...]]:
    """Older Windows programs save in cp1252, where nearly every byte is a letter: read it, and say so."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as trouble:
        raise _not_text(name) from trouble
    if any(unicodedata.category(letter) == "Cc" and letter not in "\n\r\t" for letter in text):
        raise _not_text(name)
    return text, _saved_as("Windows-1252", name)


def _saved_as(encoding: str, name: str) -> tuple[Complaint, ...]:
    return (
        Complaint(
            name,
            0,
            0,
            "",
            _("Le fichier est enregistré en {encoding}.").format(encoding=encoding),
            _("Vérifier les accents, puis l’enregistrer en UTF-8."),
        ),
    )


def _damaged(line: int, name: str) -> ProtocolComplaints:
    what = _("Une lettre de cette ligne est abîmée, ou enregistrée autrement que le reste.")
    return ProtocolComplaints(
        [Complaint(name, line, 1, "", what, _("La retaper, puis enregistrer en UTF-8."))]
    )


def _not_text(name: str) -> ProtocolComplaints:
    return _refused(
        name,
        _("Ce n’est pas un fichier de texte."),
        _("Choisir un fichier « .yaml » enregistré en UTF-8, pas un document de traitement de texte."),
    )


def _refused(name: str, what: str, remedy: str) -> ProtocolComplaints:
    return ProtocolComplaints((Complaint(name, 0, 0, "", what, remedy),))
