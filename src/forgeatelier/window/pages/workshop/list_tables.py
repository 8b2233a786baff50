# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The three tables in which a list is looked at: people, doubts, lines set aside."""

from forgeatelier.actions.people_lists.kinds import Consented, Kind, Use
from forgeatelier.actions.people_lists.kinds import Sex as ListSex
from forgeatelier.actions.people_lists.understood import Doubt, ListPreview, SetAside, UnderstoodRow
from forgeatelier.ground.words import _, language, marked, ngettext
from forgeatelier.model.reference import label
from forgeatelier.window.widgets import Column, DataTable, EmptyState

_KINDS = {
    Kind.TITLE: marked("titre"),
    Kind.BLANK: marked("ligne vide"),
    Kind.TOTAL: marked("total"),
    Kind.HEADER: marked("intitulés répétés"),
    Kind.NOTE: marked("remarque"),
    Kind.DUPLICATE: marked("déjà dans la liste"),
}
_SEXES = {
    ListSex.F: marked("femme"),
    ListSex.M: marked("homme"),
    ListSex.OTHER: marked("autre"),
    ListSex.UNSTATED: "",
}
_CONSENTS = {
    Consented.GRANTED: (marked("Accord donné"), "ok", "consent-yes"),
    Consented.REFUSED: (marked("Refus"), "danger", "consent-no"),
    Consented.LIMITED: (marked("Sous condition"), "warn", "consent-unknown"),
    Consented.UNSTATED: (marked("À demander"), "warn", "consent-unknown"),
}


def people_table() -> DataTable:
    """The people of a list, as they are understood."""
    return _rows()


def made() -> dict[str, DataTable]:
    """The three tables, empty, by name."""
    return {"rows": _rows(), "doubts": _doubts(), "aside": _aside()}


def fill(tables: dict[str, DataTable], preview: ListPreview, kept: set[int]) -> None:
    """Show what was understood of the lines that are kept."""
    tables["rows"].show_rows([row for row in preview.rows if row.line in kept])
    tables["doubts"].show_rows(preview.doubtful)
    tables["aside"].show_rows(preview.set_aside)


def _rows() -> DataTable:
    columns = (
        Column[UnderstoodRow](_("Ligne"), _row_line, sort=_row_place),
        Column[UnderstoodRow](_("Nom"), _row_family),
        Column[UnderstoodRow](_("Prénoms"), _row_given),
        Column[UnderstoodRow](_("Sexe"), _row_sex),
        Column[UnderstoodRow](_("Âge"), _row_age),
        Column[UnderstoodRow](_("Structure"), _row_place_of, wide=True),
        Column[UnderstoodRow](_("Téléphone"), _row_phone),
        Column[UnderstoodRow](_("Image publiée"), _row_image, tone=_row_tone, icon=_row_icon),
    )
    return DataTable(columns, hint=_("Filtrer les personnes"), count=_people)


def _doubts() -> DataTable:
    columns = (
        Column[Doubt](_("Ligne"), _doubt_line, sort=_doubt_place),
        Column[Doubt](_("Colonne"), _doubt_column),
        Column[Doubt](_("Lu"), _doubt_read),
        Column[Doubt](_("Pourquoi regarder"), _doubt_why, wide=True),
    )
    empty = EmptyState(_("Rien de douteux dans cette liste."), drawing="plant")
    return DataTable(columns, hint=_("Filtrer"), empty=empty)


def _aside() -> DataTable:
    columns = (
        Column[SetAside](_("Ligne"), _aside_line, sort=_aside_place),
        Column[SetAside](_("Pourquoi"), _aside_kind),
        Column[SetAside](_("Ce qu’elle dit"), _aside_text, wide=True),
    )
    empty = EmptyState(_("Toutes les lignes sont des personnes."), drawing="plant")
    return DataTable(columns, hint=_("Filtrer"), empty=empty)


def _people(count: int) -> str:
    return ngettext("{n} personne", "{n} personnes", count).format(n=count)


def _row_line(one: UnderstoodRow) -> str:
    return str(one.line)


def _row_place(one: UnderstoodRow) -> int:
    return one.line


def _row_family(one: UnderstoodRow) -> str:
    return one.family_name


def _row_given(one: UnderstoodRow) -> str:
    return one.given_names


def _row_sex(one: UnderstoodRow) -> str:
    return _(_SEXES[one.sex])


def _row_age(one: UnderstoodRow) -> str:
    if one.age is not None:
        said = str(one.age)
    else:
        said = label("tranches-age", one.age_band.value, language()) if one.age_band else ""
    return _("{age} (mineur·e)").format(age=said) if one.minor else said


def _row_place_of(one: UnderstoodRow) -> str:
    return " · ".join(part for part in (one.organisation, one.village) if part)


def _row_phone(one: UnderstoodRow) -> str:
    return one.phone_e164 or one.phone


def _open_use(one: UnderstoodRow) -> Consented:
    return one.image_uses.get(Use.PUBLICATION, Consented.UNSTATED)


def _row_image(one: UnderstoodRow) -> str:
    return _(_CONSENTS[_open_use(one)][0])


def _row_tone(one: UnderstoodRow) -> str:
    return _CONSENTS[_open_use(one)][1]


def _row_icon(one: UnderstoodRow) -> str:
    return _CONSENTS[_open_use(one)][2]


def _doubt_line(one: Doubt) -> str:
    return _("toute la colonne") if one.line is None else str(one.line)


def _doubt_place(one: Doubt) -> int:
    return one.line or 0


def _doubt_column(one: Doubt) -> str:
    return one.column


def _doubt_read(one: Doubt) -> str:
    return one.read


def _doubt_why(one: Doubt) -> str:
    return one.why


def _aside_line(one: SetAside) -> str:
    return str(one.line)


def _aside_place(one: SetAside) -> int:
    return one.line


def _aside_kind(one: SetAside) -> str:
    said = _(_KINDS[one.kind])
    return _("{why} (ligne {line})").format(why=said, line=one.same_as) if one.same_as else said


def _aside_text(one: SetAside) -> str:
    return one.text
