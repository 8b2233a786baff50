# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a list of people was understood to say, on a terminal, before anything is kept."""

from collections import Counter
from collections.abc import Iterable

from forgeatelier.actions.people_lists.kinds import Consented, Kind, Meaning, Sex, Use
from forgeatelier.actions.people_lists.understood import (
    Column,
    Counts,
    Doubt,
    ListPreview,
    SetAside,
    UnderstoodRow,
)
from forgeatelier.cli import output
from forgeatelier.ground.words import _, language, marked, ngettext
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.reference import label

_KINDS = {
    Kind.TITLE: marked("titre"),
    Kind.BLANK: marked("ligne vide"),
    Kind.TOTAL: marked("total"),
    Kind.HEADER: marked("intitulés répétés"),
    Kind.NOTE: marked("remarque"),
    Kind.DUPLICATE: marked("déjà dans la liste"),
}
_SEXES = {Sex.F: marked("femme"), Sex.M: marked("homme"), Sex.OTHER: marked("autre"), Sex.UNSTATED: ""}
_LONGEST = 60
_LINES = 12
"""Line numbers told of one doubt; past that, how many more."""


def report(preview: ListPreview) -> list[str]:
    """People, figures, columns, lines set aside and doubts, one after the other."""
    return [
        _people(preview.rows),
        "",
        _figures(preview.counts),
        *_images(preview.rows),
        *_columns(preview.columns),
        *preview.notes,
        *_aside(preview.set_aside),
        *_doubts(preview.doubtful),
        "",
    ]


def _people(rows: Iterable[UnderstoodRow]) -> str:
    head = (_("Ligne"), _("Nom"), _("Prénoms"), _("Sexe"), _("Âge"), _("Structure ou village"))
    return output.table(
        head,
        [
            (
                str(one.line),
                one.family_name,
                one.given_names,
                _(_SEXES[one.sex]),
                _age(one),
                " · ".join(part for part in (one.organisation, one.village) if part),
            )
            for one in rows
        ],
    )


def _age(one: UnderstoodRow) -> str:
    if one.birth_year is not None:
        return str(one.birth_year)
    if one.age is not None:
        return ngettext("{count} an", "{count} ans", one.age).format(count=one.age)
    return label("tranches-age", one.age_band.value, language()) if one.age_band else ""


def _figures(counts: Counts) -> str:
    parts = [
        ngettext("{count} femme", "{count} femmes", counts.women).format(count=counts.women),
        ngettext("{count} homme", "{count} hommes", counts.men).format(count=counts.men),
    ]
    if counts.other_sex:
        parts.append(
            ngettext("{count} autre", "{count} autres", counts.other_sex).format(count=counts.other_sex)
        )
    if counts.unstated_sex:
        parts.append(_("{count} sans réponse").format(count=counts.unstated_sex))
    said = ngettext("{count} personne lue : {parts}.", "{count} personnes lues : {parts}.", counts.people)
    figures = said.format(count=counts.people, parts=", ".join(parts))
    if not counts.minors:
        return figures
    young = ngettext(
        "{count} personne a ou pourrait avoir moins de 18 ans.",
        "{count} personnes ont ou pourraient avoir moins de 18 ans.",
        counts.minors,
    )
    return f"{figures} {young.format(count=counts.minors)}"


def _images(rows: tuple[UnderstoodRow, ...]) -> list[str]:
    """What the list says of photos that would be published, when it says anything."""
    said = Counter(row.image_uses.get(Use.PUBLICATION, Consented.UNSTATED) for row in rows if row.consents)
    if not said:
        return []
    return [
        _(
            "Photos publiées : {yes} d’accord, {no} contre, {limited} sous condition, {ask} à demander."
        ).format(
            yes=said[Consented.GRANTED],
            no=said[Consented.REFUSED],
            limited=said[Consented.LIMITED],
            ask=len(rows) - said[Consented.GRANTED] - said[Consented.REFUSED] - said[Consented.LIMITED],
        )
    ]


def _columns(columns: Iterable[Column]) -> list[str]:
    columns = tuple(columns)
    understood = [_column(c) for c in columns if c.meaning not in (None, Meaning.TECHNICAL)]
    technical = [c.header for c in columns if c.meaning is Meaning.TECHNICAL]
    unknown = [c.header or _("sans intitulé") for c in columns if c.meaning is None]
    lines = [_("Colonnes comprises : {columns}.").format(columns=", ".join(understood))]
    if technical:
        lines.append(
            _("Colonnes techniques du formulaire, laissées de côté : {columns}.").format(
                columns=", ".join(technical)
            )
        )
    if unknown:
        lines.append(
            _("Colonnes non comprises, laissées de côté : {columns}.").format(columns=", ".join(unknown))
        )
    return lines


def _column(column: Column) -> str:
    meaning = column.meaning.label if column.meaning else ""
    return column.header if folded(column.header) == folded(meaning) else f"{column.header} → {meaning}"


def _aside(lines: Iterable[SetAside]) -> list[str]:
    told = [one for one in lines if one.kind is not Kind.BLANK]
    if not told:
        return []
    said = ngettext("{count} ligne mise de côté :", "{count} lignes mises de côté :", len(told))
    return [said.format(count=len(told)), *(f"  {_set_aside(one)}" for one in told)]


def _set_aside(one: SetAside) -> str:
    words = one.text if len(one.text) <= _LONGEST else f"{one.text[: _LONGEST - 1]}…"
    kind = (
        _("la même que la ligne {line}").format(line=one.same_as)
        if one.same_as is not None
        else _(_KINDS[one.kind])
    )
    return _("ligne {line} ({kind}) : {words}").format(line=one.line, kind=kind, words=words)


def _doubts(doubts: tuple[Doubt, ...]) -> list[str]:
    """The doubts, those that say the same of many lines told once."""
    if not doubts:
        return []
    together: dict[tuple[str, str], list[int | None]] = {}
    for doubt in doubts:
        together.setdefault((doubt.column, doubt.why), []).append(doubt.line)
    said = ngettext("{count} point à vérifier :", "{count} points à vérifier :", len(doubts))
    return [
        said.format(count=len(doubts)),
        *(
            _("  {where} : {why}").format(where=_where(column, lines), why=why)
            for (column, why), lines in together.items()
        ),
    ]


def _where(column: str, lines: list[int | None]) -> str:
    numbers = [str(line) for line in lines if line is not None]
    place = _("colonne « {column} »").format(column=column) if column else ""
    if not numbers:
        return place
    told = ", ".join(numbers[:_LINES])
    more = len(numbers) - _LINES
    if more > 0:
        told = ngettext("{lines} et {count} autre", "{lines} et {count} autres", more).format(
            lines=told, count=more
        )
    at = ngettext("ligne {lines}", "lignes {lines}", len(numbers)).format(lines=told)
    return f"{at}, {place}" if place else at
