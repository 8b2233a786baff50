# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands about workshops."""

import re
from argparse import Namespace
from datetime import date

from forgeatelier.actions import prepare
from forgeatelier.actions.at_hand import AtHand
from forgeatelier.cli import output, session
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.reference import ref_list
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.plan import agenda_of
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.workshop import Workshop

_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def read_date(said: str) -> date | None:
    """A day as people write it; None when nothing was written. Raises AtelierError for what is no day."""
    if not said.strip():
        return None
    match = _DAY_FIRST.fullmatch(said.strip())
    try:
        if match:
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day)
        return date.fromisoformat(said.strip())
    except ValueError as error:
        raise AtelierError(
            _("« {said} » n’est pas une date.").format(said=said),
            _("Écrire par exemple 2026-03-12 ou 12/03/2026."),
        ) from error


def read_count(said: str) -> int:
    """A number of people; 0 when nothing was written. Raises AtelierError for what is no number."""
    if not said.strip():
        return 0
    if not said.strip().isdigit() or int(said) > 100_000:
        raise AtelierError(
            _("« {said} » n’est pas un nombre de personnes.").format(said=said), _("Écrire par exemple 12.")
        )
    return int(said)


def read_country(said: str) -> str:
    """The code of a country, written as such or by its name; empty when nothing was written.

    Raises AtelierError for what is neither.
    """
    wanted = folded(said.strip())
    if not wanted:
        return ""
    known = ref_list("pays").entries
    named = next((c.code for c in known if wanted in (folded(c.code), folded(c.fr), folded(c.en))), "")
    if named:
        return named
    # The list holds the countries of the network; a code of elsewhere is taken at its word.
    if re.fullmatch(r"[a-z]{2}", wanted):
        return wanted.upper()
    raise AtelierError(
        _("« {said} » n’est pas un pays connu.").format(said=said),
        _("Écrire son nom, ou son code de deux lettres : BF, SN, CI, ML, BJ, TG, CM…"),
    )


def new(options: Namespace) -> int:
    """Make a workshop from a protocol."""
    starts_on, people = read_date(options.date), read_count(options.people)
    country = read_country(options.country)
    if options.people.strip() and not people:
        raise AtelierError(
            _("Un atelier attend au moins une personne."),
            _("Écrire combien, ou rien pour le nombre du protocole."),
        )
    with session.opened(options) as atelier:
        protocol = (
            AtHand(atelier.library).get(options.protocol, session.spoken(options.protocol, options.language))
            if options.protocol
            else None
        )
        change = prepare.new_workshop(
            protocol,
            title=options.title,
            starts_on=starts_on,
            people=people,
            town=options.town,
            country=country,
            host=options.host,
            organisations=atelier.library.all(Organisation),
        )
        made = change.after[-1]
        atelier.keep(change)
    output.give(
        {"id": made.id, "title": made.heading},
        as_json=options.json,
        text=_("Atelier créé : {title} ({id})").format(title=made.heading, id=made.id),
    )
    return 0


def listing(options: Namespace) -> int:
    """List the workshops, newest first."""
    names = ("id", "title", "town", "starts_on", "state", "people_planned")
    with session.opened(options) as atelier:
        rows = atelier.library.rows(Workshop, names, order="starts_on", newest=True)
    output.give(
        [dict(zip(names, row, strict=True)) for row in rows],
        as_json=options.json,
        text=output.table(
            (_("Date"), _("Titre"), _("Ville"), _("Personnes"), _("Identifiant")),
            [(r[3] or "", r[1] or "", r[2] or "", str(r[5] or ""), r[0]) for r in rows],
        ),
    )
    return 0


def show(options: Namespace) -> int:
    """Show a workshop: programme, presences, captures."""
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        captures = atelier.library.all(Capture, workshop_id=workshop.id)
        people = len(atelier.library.all(Attendance, workshop_id=workshop.id))
        slots = agenda_of(workshop, atelier.library.all(PlannedStep, workshop_id=workshop.id))
    lines = [
        workshop.heading,
        _("Date : {date}").format(date=workshop.starts_on or _("à fixer")),
        ngettext("{count} personne inscrite", "{count} personnes inscrites", people).format(count=people),
        ngettext("{count} prise", "{count} prises", len(captures)).format(count=len(captures)),
        "",
        *(f"{s.start:%H:%M}  {s.step.minutes:>4} min  {s.step.title}  [{s.step.id}]" for s in slots),
    ]
    output.give(
        {
            **output.data_of(workshop),
            "captures": [output.data_of(c) for c in captures],
            "people": people,
        },
        as_json=options.json,
        text="\n".join(lines),
    )
    return 0
