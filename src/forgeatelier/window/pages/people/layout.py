# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the directory looks: its columns, and the card of one person."""

from dataclasses import dataclass

from forgeatelier.ground.words import _, language, marked, ngettext
from forgeatelier.model.people.person import Person
from forgeatelier.model.reference import label
from forgeatelier.window.widgets import Column, Inspector, Label, PressCard

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


FIELDS = ("id", "given_names", "family_name", "sex", "age_band", "organisation", "village")
"""The fields a line is made of, in the order `line` takes them."""


def line(row: tuple[str | None, ...]) -> Line:
    """A line from these fields as stored."""
    key, given, family, sex, band, organisation, village = (said or "" for said in row)
    return Line(
        key,
        f"{given} {family}".strip() or _("Sans nom"),
        _(SEXES.get(sex, "")),
        band_words(band),
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


def show_person(panel: Inspector, person: Person, cards: list[PressCard]) -> None:
    """Fill the panel with what is known of a person, and the workshops she came to."""
    panel.clear()
    panel.set_title(person.heading or _("Sans nom"))
    facts = (
        (_("Fonction"), person.function),
        (_("Structure"), person.organisation),
        (_("Village ou ville"), person.village),
        (_("Téléphone"), person.phone),
        (_("Courriel"), person.email),
        (_("Langues"), ", ".join(label("langues", code, language()) for code in person.languages)),
    )
    for title, said in facts:
        if said:
            panel.add(Label(title, "label"), Label(said, "body", wrap=True))
    panel.section(_("Ateliers"))
    if cards:
        panel.add(*cards)
    else:
        panel.add(Label(_("Aucun atelier pour l’instant."), "note"))
    panel.add(
        Label(
            _("Ces informations restent sur cet ordinateur ; rien n’en sort sans l’accord de la personne."),
            "note",
        )
    )
