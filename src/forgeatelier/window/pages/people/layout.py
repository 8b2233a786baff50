# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the directory looks: its lines and columns."""

from dataclasses import dataclass

from forgeatelier.ground.words import _, language, marked, ngettext
from forgeatelier.model.reference import label
from forgeatelier.window.widgets import Column

SEXES = {"F": marked("Femme"), "M": marked("Homme"), "other": marked("Autre"), "unstated": ""}
"""A sex in words; nothing when it was not said."""


@dataclass(frozen=True, slots=True)
class Line:
    """What the directory shows of a person."""

    id: str
    name: str
    sex: str
    band: str
    organisation: str
    village: str


FIELDS = ("id", "given_names", "family_name", "sex", "age_band", "organisation", "village", "birth_year")
"""The fields a line is made of, in the order `line` takes them."""


def line(row: tuple[str | int | None, ...]) -> Line:
    """A line from these fields as stored."""
    key, given, family, sex, band, organisation, village = (str(said or "") for said in row[:7])
    born = str(row[7]) if row[7] else ""
    return Line(
        key,
        f"{given} {family}".strip() or _("Sans nom"),
        _(SEXES.get(sex, "")),
        band_words(band) or (_("né·e en {year}").format(year=born) if born else ""),
        organisation,
        village,
    )


def band_words(code: str) -> str:
    """An age band in words."""
    return label("tranches-age", code, language()) if code else ""


def columns() -> tuple[Column[Line], ...]:
    """Name, sex, age band, structure, place."""
    return (
        Column(_("Nom"), lambda one: one.name, wide=True),
        Column(_("Sexe"), lambda one: one.sex),
        Column(_("Âge"), lambda one: one.band),
        Column(_("Structure"), lambda one: one.organisation),
        Column(_("Village ou ville"), lambda one: one.village),
    )


def count_words(count: int) -> str:
    """« 42 personnes »."""
    return ngettext("{n} personne", "{n} personnes", count).format(n=count)
