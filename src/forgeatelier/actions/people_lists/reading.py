# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a file of any kind, or pasted text, to lines of cells; what is no list is refused in a sentence."""

import codecs
import csv
import io
import re
from pathlib import Path
from typing import Literal

from forgeatelier.actions.people_lists.columns import find_header
from forgeatelier.actions.people_lists.limits import keep_lines
from forgeatelier.actions.people_lists.spreadsheet import read_workbook
from forgeatelier.actions.people_lists.understood import Table
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import readable
from forgeatelier.ground.words import _

MAX_BYTES = 20 * 1024 * 1024
DELIMITERS = (";", ",", "\t", "|")

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_NOT_TEXT = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"%PDF", b"RIFF", b"\x00\x00\x00", b"7z\xbc\xaf", b"Rar!")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FRENCH = frozenset("éèêëàâäçôöîïûùüœÉÈÊËÀÂÇÔÎÏÛÙŒ’‘«»°–—…€\u00a0")
_MISFITS = re.compile(r"(?<=[a-z])[À-ÖØ-Þ](?=[a-z])|(?<=[A-Z])[à-öø-ÿ](?=[A-Z])")
_EIGHT_BITS = ("cp1252", "mac_roman", "cp850")
_RARE = 100
"""One sign in so many may be a control character, a scar of some copy; more are no text."""
_SPLIT_CELL = 5
"""More line breaks than this in one cell mean a quotation mark that was never closed."""


def read_table(path: Path, *, sheet: str | None = None) -> Table:
    """The lines of the file at `path`, whatever its extension pretends; AtelierError when it is no list."""
    try:
        # Only a file has an end: devices and pipes would be read for ever.
        if not path.is_file():
            raise FileNotFoundError(path)
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as trouble:
        raise AtelierError(
            what=_("Le fichier « {name} » n’a pas pu être lu.").format(name=readable(path.name)),
            advice=_("Vérifiez que la clé est branchée et que le fichier s’ouvre, puis recommencez."),
        ) from trouble
    if size > MAX_BYTES:
        raise AtelierError(
            what=_("Le fichier « {name} » dépasse 20 Mo : ce n’est pas une liste de personnes.").format(
                name=path.name
            ),
            advice=_("Copiez les colonnes utiles dans un nouveau tableau et choisissez celui-là."),
        )
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise AtelierError(
            what=_("Le fichier « {name} » est vide.").format(name=path.name),
            advice=_("Ouvrez-le dans un tableur pour vérifier qu’il contient la liste."),
        )
    if data.startswith(_ZIP):
        return read_workbook(data, path.name, sheet=sheet)
    _refuse_foreign(data, path.name)
    text, encoding = decode(data)
    if _RARE * len(_CONTROLS.findall(text)) > len(text):
        raise _no_list(path.name)
    return split_text(text, encoding=encoding)


def decode(data: bytes) -> tuple[str, str]:
    """The text in `data` and its encoding, the Unicode ones first, then the one that makes it look French."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "utf-16"
    for encoding in _unicode_guesses(data):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    readings = [(data.decode(encoding, "replace"), encoding) for encoding in _EIGHT_BITS]
    return max(readings, key=lambda reading: _frenchness(reading[0]))


def split_text(text: str, *, encoding: str = "") -> Table:
    """`text` cut into lines and cells, by the delimiter that makes most columns understood."""
    if text[:4].casefold() == "sep=" and text[4:5] in DELIMITERS:
        return _cut(text, text[4], encoding)
    tables = [_cut(text, delimiter, encoding) for delimiter in DELIMITERS if delimiter in text]
    if not tables:
        return _cut(text, "", encoding)
    return max(tables, key=_understood)


def _understood(table: Table) -> tuple[int, int]:
    header = find_header(table.lines[:60])
    widest = max((len(line.cells) for line in table.lines[:60]), default=0)
    return (header.recognised if header else 0), widest


def _cut(text: str, delimiter: str, encoding: str) -> Table:
    lines = _parse(text, delimiter, csv.QUOTE_MINIMAL)
    if lines is None or any(_swallowed(cell, delimiter) for _number, cells in lines for cell in cells):
        plain = _parse(text, delimiter, csv.QUOTE_NONE) or []
        lines = [(number, [cell.strip('"') for cell in cells]) for number, cells in plain]
    return Table(keep_lines(lines), encoding=encoding, delimiter=delimiter)


def _swallowed(cell: str, delimiter: str) -> bool:
    """Whether a quotation mark never closed has drawn the following lines into one cell."""
    _first, _break, rest = cell.partition("\n")
    return rest.count("\n") > _SPLIT_CELL or bool(delimiter and delimiter in rest)


def _parse(text: str, delimiter: str, quoting: Literal[0, 3]) -> list[tuple[int, list[str]]] | None:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or "\x1f", quoting=quoting)
    lines = []
    number = 1
    try:
        for cells in reader:
            lines.append((number, cells))
            number = reader.line_num + 1
    except csv.Error:
        return None
    return lines


def _unicode_guesses(data: bytes) -> tuple[str, ...]:
    if data.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    if b"\x00" in data[:200]:
        return ("utf-16-le", "utf-16-be") if data[1:2] == b"\x00" else ("utf-16-be", "utf-16-le")
    return ("utf-8",)


def _frenchness(text: str) -> int:
    """Letters that French lists hold, less the signs and capitals only a wrong encoding puts there."""
    beyond = sum(not character.isascii() for character in text)
    french = sum(character in _FRENCH for character in text)
    return 2 * french - beyond - 2 * len(_MISFITS.findall(text))


def _refuse_foreign(data: bytes, name: str) -> None:
    if data.startswith(_OLD_EXCEL):
        raise AtelierError(
            what=_(
                "« {name} » est un ancien fichier Excel, ou un fichier protégé par un mot de passe."
            ).format(name=name),
            advice=_("Ouvrez-le dans un tableur et enregistrez-le en .xlsx ou en .csv, sans mot de passe."),
        )
    if data.startswith(_NOT_TEXT):
        raise _no_list(name)


def _no_list(name: str) -> AtelierError:
    return AtelierError(
        what=_("« {name} » n’est pas une liste : son contenu n’est ni du texte ni un tableau.").format(
            name=name
        ),
        advice=_("Choisissez un fichier .csv ou .xlsx, ou copiez-collez les lignes du tableau."),
    )
