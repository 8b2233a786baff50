# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of text out of an XLSX workbook, which is a zip from who knows where: weighed before it is opened."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from xml.etree import ElementTree

from forgeatelier.actions.people_lists.columns import find_header
from forgeatelier.actions.people_lists.limits import MAX_COLUMNS, MAX_LINES, keep_lines
from forgeatelier.actions.people_lists.understood import Line, Table
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _

MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 200
SMALL = 5 * 1024 * 1024
"""Below this unpacked size the ratio does not matter: repeated cells compress very well."""
MAX_SHEETS = 40
MAX_FILLED = 50_000
LAST_ROW = 1_048_576

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, IndexError, AttributeError, OSError,
    SyntaxError, EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What zipfile, the XML parser and openpyxl raise on a damaged workbook."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_workbook(data: bytes, name: str, *, sheet: str | None = None) -> Table:
    """The sheet of the workbook that looks most like a list (or the `sheet` asked for), cells as plain text.

    Formulas are never computed: the value last shown by the spreadsheet is taken.
    """
    _weigh(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheets = dict(_sheets(data))
    except AtelierError:
        raise
    except _BROKEN as trouble:
        raise AtelierError(
            what=_("Le classeur « {name} » est abîmé ou n’est pas un classeur.").format(name=name),
            advice=_(
                "Ouvrez-le dans un tableur, enregistrez-le de nouveau en .xlsx ou en .csv, puis recommencez."
            ),
        ) from trouble
    filled = {title: lines for title, lines in sheets.items() if lines}
    if not filled:
        raise AtelierError(
            what=_("Le classeur « {name} » ne contient aucune cellule remplie.").format(name=name),
            advice=_("Choisissez le classeur qui contient la liste."),
        )
    best = sheet if sheet in filled else max(filled, key=lambda title: _likeness(filled[title]))
    return Table(filled[best], sheet=best, other_sheets=tuple(title for title in filled if title != best))


def _likeness(lines: tuple[Line, ...]) -> tuple[int, int]:
    header = find_header(lines[:60])
    return (header.recognised, len(lines)) if header and header.names else (0, len(lines))


def _weigh(data: bytes, name: str) -> None:
    """Refuse what is no workbook, what would unpack beyond measure and what declares XML entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            names = {member.filename for member in members}
            unpacked = sum(member.file_size for member in members)
            if "xl/workbook.xml" not in names:
                raise AtelierError(
                    what=_("« {name} » n’est pas un classeur Excel.").format(name=name),
                    advice=_("Depuis LibreOffice ou Excel, enregistrez la liste en .xlsx ou en .csv."),
                )
            ratio = unpacked / max(1, len(data))
            too_heavy = unpacked > MAX_UNPACKED or (unpacked > SMALL and ratio > MAX_RATIO)
            if too_heavy or any(_declares_entities(archive, member) for member in members):
                raise AtelierError(
                    what=_(
                        "Le classeur « {name} » a été refusé : son contenu déplié est démesuré ou piégé."
                    ).format(name=name),
                    advice=_("Demandez la liste en .csv à la personne qui vous l’a envoyée."),
                )
    except _BROKEN as trouble:
        raise AtelierError(
            what=_("Le classeur « {name} » est abîmé.").format(name=name),
            advice=_("Demandez qu’on vous l’envoie de nouveau, ou la même liste en .csv."),
        ) from trouble


def _declares_entities(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    if not member.filename.endswith((".xml", ".rels")):
        return False
    with archive.open(member) as part:
        return b"<!DOCTYPE" in part.read(4096).replace(b"\x00", b"")


def _sheets(data: bytes) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Every visible sheet with its lines; hidden ones only when nothing is visible."""
    from openpyxl import load_workbook  # and numpy behind it: only when there is a workbook to read

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        merged = _merged_ranges(data)
        shown = [one for one in book.worksheets if one.sheet_state == "visible"] or book.worksheets
        for one in shown[:MAX_SHEETS]:
            one.reset_dimensions()
            rows = one.iter_rows(max_row=LAST_ROW, max_col=MAX_COLUMNS + 1, values_only=True)
            lines = keep_lines(
                (number, [as_text(value) for value in row]) for number, row in enumerate(rows, 1)
            )
            yield one.title, _fill_merged(lines, merged.get(one.title, ()))
    finally:
        book.close()


def as_text(value: object) -> str:
    """A cell's value as the list's reader saw it; a whole number loses its decimals, a date is ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date) else str(value)


def _merged_ranges(data: bytes) -> dict[str, list[tuple[int, int, int, int]]]:
    """By sheet, the (first column, first row, last column, last row) of its merged cells.

    The read-only mode of openpyxl leaves them out, and the full mode needs fifty times the file in memory.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        targets = {one.get("Id"): one.get("Target", "") for one in relations}
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        found = {}
        for one in book.iterfind(".//{*}sheet"):
            target = targets.get(one.get(_RELATION), "").removeprefix("/")
            part = target if target.startswith("xl/") else f"xl/{target}"
            if part in archive.namelist():
                spans = [span.decode() for span in _MERGED.findall(archive.read(part))]
                found[one.get("name", "")] = [_bounds(span) for span in spans[:MAX_LINES]]
    return found


def _bounds(span: str) -> tuple[int, int, int, int]:
    from openpyxl.utils.cell import range_boundaries

    left, top, right, bottom = range_boundaries(span)
    return left or 1, top or 1, right or 1, bottom or 1


def _fill_merged(
    lines: tuple[Line, ...], merged: list[tuple[int, int, int, int]] | tuple[()]
) -> tuple[Line, ...]:
    """Repeat the words of a merged cell in every line and column it covers."""
    if not lines or not merged:
        return lines
    cells = {line.number: list(line.cells) for line in lines}
    budget = MAX_FILLED
    for left, top, right, bottom in merged:
        words = cells[top][left - 1] if top in cells and left <= len(cells[top]) else ""
        if not words:
            continue
        for number in range(top, min(bottom, lines[-1].number) + 1):
            row = cells.get(number, [])
            until = min(right, MAX_COLUMNS)
            row.extend([""] * (until - len(row)))
            row[left - 1 : until] = [words] * (until - left + 1)
            budget -= until - left + 1
            if budget < 0:
                return lines
    return tuple(Line(line.number, tuple(cells[line.number])) for line in lines)
