# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheet 5: the sign-in sheet by half-day, with the answers on pictures and room for late-comers."""

from typing import Any

from forgeatelier.exporting.choices import listed
from forgeatelier.exporting.kit.content import Attendee, KitContent
from forgeatelier.exporting.kit.half_days import signed_days
from forgeatelier.exporting.kit.mast import size_class
from forgeatelier.exporting.kit.uses import said_uses
from forgeatelier.ground.words import _
from forgeatelier.model.people.person import Sex

ROWS = 12
"""Lines on a page: each is high enough for a thumb."""

_LATE = 4
_FEWEST = 12


def values(content: KitContent) -> dict[str, Any]:
    """Pages of twelve lines: the registered ones by name, then empty ones for late-comers."""
    rows = [row(one) for one in content.people]
    empty = _empty_lines(content)
    rows += [empty_row(len(rows) + at + 1) for at in range(empty)]
    pages = [rows[at : at + ROWS] for at in range(0, len(rows), ROWS)]
    sheets = signed_days(content)
    return {
        "pages": [
            {
                "days": days,
                "rows": page,
                "first_of_days": at == 0,
                "last": at == len(pages) - 1,
            }
            for days in sheets
            for at, page in enumerate(pages)
        ],
        "uses": said_uses(),
        "words": _words(),
    }


def row(one: Attendee) -> dict[str, Any]:
    """One registered person as the table shows her; long names get smaller letters, never cut."""
    return {
        "number": one.number,
        "family": one.family,
        "family_size": size_class(one.family, 22, 40),
        "given": one.given,
        "given_size": size_class(one.given, 22, 40),
        "sex": {Sex.WOMAN: _("F"), Sex.MAN: _("M"), Sex.OTHER: _("A")}.get(one.sex, ""),
        "age": short_age(one.age_band),
        "from": ", ".join(part for part in (one.structure, one.village) if part),
        "from_size": size_class(f"{one.structure}, {one.village}", 30, 60),
        "role": one.role,
        "role_size": size_class(one.role, 16, 34),
        "phone": one.phone,
        "minor": one.minor,
        "code": one.code,
    }


def empty_row(number: int) -> dict[str, Any]:
    """A line to be filled by hand."""
    texts = ("family", "given", "sex", "age", "from", "role", "phone", "code")
    sizes = ("family_size", "given_size", "from_size", "role_size")
    return {"number": number, "minor": False, **dict.fromkeys((*texts, *sizes), "")}


def short_age(band: str) -> str:
    """« 18-24 »; the narrow column has no room for more."""
    return band if len(band) <= 6 else listed("tranches-age", band)[:12]


def _empty_lines(content: KitContent) -> int:
    """Enough to fill the last page, never fewer than a few, and a whole sheet when nobody is registered."""
    known = len(content.people)
    wanted = max(content.expected, known + _LATE, _FEWEST)
    return -(-wanted // ROWS) * ROWS - known


def _words() -> dict[str, str]:
    return {
        "title": _("Feuille d’émargement"),
        "number": _("N°"),
        "family": _("Nom"),
        "given": _("Prénoms"),
        "sex": _("F/M"),
        "age": _("Âge"),
        "from": _("Structure, village"),
        "role": _("Rôle"),
        "phone": _("Téléphone"),
        "signature": _("Signature"),
        "picture": _("Image et voix : O ou N"),
        "trainer": _("L’animatrice ou l’animateur : nom et signature"),
        "host": _("La structure d’accueil : nom, signature, cachet"),
        "minor": _("m : mineur, accord d’un parent sur la fiche"),
        "help": _("Chacun répond pour soi, O (oui) ou N (non) ; une case vide veut dire non."),
        "count": _("Présents : ______ femmes, ______ hommes"),
        "legend": _("Usages"),
    }
