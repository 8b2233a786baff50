# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A messy list of people as one value to look at before anything is kept: the entry of this package."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from forgeatelier.actions.people_lists.columns import Header, find_header, understand_columns
from forgeatelier.actions.people_lists.half_days import read_date, read_year
from forgeatelier.actions.people_lists.kinds import Because, Kind, Meaning, Sex
from forgeatelier.actions.people_lists.mapping import (
    names_guessed,
    reads_like_people,
    with_said,
    without_header,
)
from forgeatelier.actions.people_lists.reading import read_table, split_text
from forgeatelier.actions.people_lists.rows import RowReader, Setting
from forgeatelier.actions.people_lists.same_people import repeated_numbers, same_people
from forgeatelier.actions.people_lists.sorting import kind_of
from forgeatelier.actions.people_lists.understood import (
    Column,
    Counts,
    Doubt,
    Line,
    ListPreview,
    SetAside,
    Table,
    UnderstoodRow,
)
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext

_SHOWN_HEADERS = 12


def read_people_list(
    path: Path,
    *,
    today: date,
    default_country: str | None = None,
    sheet: str | None = None,
    by_hand: bool = False,
) -> ListPreview:
    """Read a .csv, .txt or .xlsx list and say what was understood; raises AtelierError when it is no list.

    `default_country` (ISO code) completes numbers without a country code; `sheet` asks for another sheet than
    the one that looks most like a list; `by_hand` lets through a list without known headers, for someone to say
    what its columns are.
    """
    table = read_table(path, sheet=sheet)
    return understand(table, today=today, default_country=default_country, by_hand=by_hand)


def read_pasted(
    text: str, *, today: date, default_country: str | None = None, by_hand: bool = False
) -> ListPreview:
    """Read lines pasted from a spreadsheet or a message, header included, as a file would be read."""
    if not text.strip():
        raise AtelierError(
            what=_("Rien n’a été collé."),
            advice=_("Copiez les lignes du tableau, avec leur ligne d’intitulés, puis collez-les ici."),
        )
    return understand(split_text(text), today=today, default_country=default_country, by_hand=by_hand)


@dataclass
class _Sorted:
    """The lines of a table as they fall into their places."""

    rows: list[UnderstoodRow] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    loose: Counter[tuple[Because, Column]] = field(default_factory=Counter)
    numbers: list[tuple[int, str]] = field(default_factory=list)


def understand(
    table: Table,
    *,
    today: date,
    default_country: str | None = None,
    said: Mapping[int, str] | None = None,
    by_hand: bool = False,
) -> ListPreview:
    """Understand a table already read; `said` are the meanings (names of `mapping.MEANT`) someone gave to columns."""
    header = _header_by_hand(table) if by_hand else _header_of(table)
    before = table.lines[: max(0, header.first)]
    titles = tuple(" ".join(dict.fromkeys(filter(None, line.cells))) for line in before if line.cells)
    about = " ".join(titles)
    title_date = read_date(about, year=read_year(about) or today.year)
    year = title_date.year if title_date else read_year(about) or today.year
    columns = _with_unnamed(understand_columns(header, year=year), table.lines[header.last + 1 :])
    if header.first < 0:
        columns = names_guessed(columns, table.lines)
    columns = with_said(columns, said or {}, year=year)
    found = _sort_lines(table, header, titles, Setting(columns, today, default_country))
    found.aside[:0] = [_title_or_blank(line) for line in before]
    if not found.rows:
        raise AtelierError(
            what=_("Ce fichier a des intitulés mais aucune personne en dessous."),
            advice=_(
                "Vérifiez que c’est bien la liste remplie, ou choisissez une autre feuille du classeur."
            ),
        )
    doubts = tuple(_about_columns(columns, found) + sorted(_about_lines(found, columns), key=_place))
    return ListPreview(
        columns=columns,
        rows=tuple(found.rows),
        doubtful=doubts,
        set_aside=tuple(found.aside),
        counts=_count(table, found, doubts),
        header_line=table.lines[header.first].number if header.first >= 0 else 0,
        titles=titles,
        title_date=title_date,
        half_days=tuple(column.half_day for column in columns if column.half_day),
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=table.sheet,
        other_sheets=table.other_sheets,
        notes=_notes(table),
        table=table,
    )


def _header_by_hand(table: Table) -> Header:
    """The header, even one without a known column of names; a list without any is people from its first line."""
    header = find_header(table.lines)
    if header is not None and (header.names or header.recognised > 1):
        return header
    return without_header() if reads_like_people(table.lines) else _header_of(table)


def _header_of(table: Table) -> Header:
    header = find_header(table.lines)
    if header is not None and header.names:
        return header
    filled = [line for line in table.lines if line.cells]
    if len(filled) <= 1:
        raise AtelierError(
            what=_("Il n’y a qu’un titre ici, et aucune liste."),
            advice=_(
                "Une liste a une ligne d’intitulés (« Nom », « Prénom »…), puis une ligne par personne."
            ),
        )
    cells = header.cells if header else max(filled[:10], key=lambda line: len(line.cells)).cells
    shown = ", ".join(f"« {text[:40]} »" for text in cells[:_SHOWN_HEADERS] if text)
    raise AtelierError(
        what=_("Aucune colonne de noms n’a été reconnue. Intitulés trouvés : {headers}.").format(
            headers=shown
        ),
        advice=_(
            "Écrivez « Nom » et « Prénom », ou « Nom et prénoms », en tête des colonnes, puis recommencez."
        ),
    )


def _with_unnamed(columns: tuple[Column, ...], lines: tuple[Line, ...]) -> tuple[Column, ...]:
    """Leave out empty columns without a header; keep those that hold something and say so."""
    width = max((len(line.cells) for line in lines), default=0)
    named = {column.index: column for column in columns if column.header}
    why = _("Cette colonne n’a pas d’intitulé : son contenu est montré mais pas utilisé.")
    used = {index for line in lines for index, text in enumerate(line.cells) if text}
    return tuple(
        named.get(index) or Column(index, "", None, why=why)
        for index in range(max(width, len(columns)))
        if index in named or index in used
    )


def _sort_lines(table: Table, header: Header, titles: tuple[str, ...], setting: Setting) -> _Sorted:
    found = _Sorted()
    seen: dict[tuple[str, ...], int] = {}
    for line in table.lines[header.last + 1 :]:
        kind = kind_of(line, setting.columns, header, titles)
        if kind is not None:
            found.aside.append(SetAside(line.number, kind, _words(line)))
            continue
        reader = RowReader(line, setting)
        row = reader.read()
        found.numbers.append((row.line, row.number))
        first = seen.setdefault(_fingerprint(line, setting.columns), row.line) if row.as_written else row.line
        if first != row.line:
            found.aside.append(SetAside(row.line, Kind.DUPLICATE, _words(line), same_as=first, row=row))
            continue
        found.rows.append(row)
        found.doubts.extend(reader.doubts)
        found.loose.update(reader.loose)
    return found


def _fingerprint(line: Line, columns: tuple[Column, ...]) -> tuple[str, ...]:
    """All that a line says but its own number: lists are numbered again when lines are pasted twice."""
    numbers = {column.index for column in columns if column.meaning is Meaning.NUMBER}
    return tuple(" ".join(text.split()) for index, text in enumerate(line.cells) if index not in numbers)


def _title_or_blank(line: Line) -> SetAside:
    return SetAside(line.number, Kind.TITLE if line.cells else Kind.BLANK, _words(line))


def _words(line: Line) -> str:
    return " · ".join(dict.fromkeys(text for text in line.cells if text))


def _about_lines(found: _Sorted, columns: tuple[Column, ...]) -> list[Doubt]:
    number = next((column.header for column in columns if column.meaning is Meaning.NUMBER), "")
    return found.doubts + same_people(found.rows) + repeated_numbers(found.numbers, number)


def _place(doubt: Doubt) -> tuple[int, str]:
    return doubt.line or 0, doubt.because


def _about_columns(columns: tuple[Column, ...], found: _Sorted) -> list[Doubt]:
    """The doubts that hold for a whole column, each told once."""
    doubts = [Doubt(Because.COLUMN, None, one.header, "", one.why) for one in columns if one.why]
    for (because, column), times in found.loose.items():
        doubts.append(
            Doubt(
                because, None, column.header, "", _loose_sentence(because, times, parted=bool(column.order))
            )
        )
    return doubts


def _loose_sentence(because: Because, times: int, *, parted: bool) -> str:
    if because is Because.CONSENT:
        return ngettext(
            "{count} réponse dit oui sans dire les usages : retenue pour l’usage interne seulement.",
            "{count} réponses disent oui sans dire les usages : retenues pour l’usage interne seulement.",
            times,
        ).format(count=times)
    if because is Because.PHONE:
        return ngettext(
            "{count} numéro sans indicatif de pays : gardé comme il est écrit.",
            "{count} numéros sans indicatif de pays : gardés comme ils sont écrits.",
            times,
        ).format(count=times)
    if not parted:
        return ngettext(
            "{count} nom d’un seul tenant : nom et prénoms ne sont pas séparés.",
            "{count} noms d’un seul tenant : nom et prénoms ne sont pas séparés.",
            times,
        ).format(count=times)
    return ngettext(
        "{count} nom sans majuscules pour séparer le nom des prénoms : l’ordre de l’intitulé est suivi.",
        "{count} noms sans majuscules pour séparer le nom des prénoms : l’ordre de l’intitulé est suivi.",
        times,
    ).format(count=times)


def _notes(table: Table) -> tuple[str, ...]:
    if not table.other_sheets:
        return ()
    others = ", ".join(f"« {title} »" for title in table.other_sheets)
    said = _(
        "Feuille lue : « {sheet} », celle qui ressemble le plus à une liste. Autres feuilles : {others}."
    )
    return (said.format(sheet=table.sheet, others=others),)


def _count(table: Table, found: _Sorted, doubts: tuple[Doubt, ...]) -> Counts:
    sexes = Counter(row.sex for row in found.rows)
    return Counts(
        lines=len(table.lines),
        people=len(found.rows),
        women=sexes[Sex.F],
        men=sexes[Sex.M],
        other_sex=sexes[Sex.OTHER],
        unstated_sex=sexes[Sex.UNSTATED],
        minors=sum(row.minor for row in found.rows),
        doubts=len(doubts),
        set_aside=dict(Counter(one.kind for one in found.aside)),
    )
