# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop to print, with people whose names try the paper; everyone here is invented."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.actions.prepare import new_workshop
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.step import Form, Importance, PlanB, Trouble
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

NOW = datetime(2026, 3, 1, 10, tzinfo=UTC)

NKO, ARABIC = ("ߝߊߕߏߡߕߊ", "ߖߊߟߏ"), ("فاطمة", "ولد عبدالله")
LONG = (
    "Marie-Antoinette Bernadette Wilhelmine",
    "Rasoanaivomanantsoarivelomanana-Andriamanjatoarivelonirina-R",
)
MARKUP = ("<b>Awa</b>", "{{ 7 * 7 }} & fils")
NAMES = (
    ("Awa", "Tounkarabé"),
    NKO,
    ARABIC,
    LONG,
    MARKUP,
    ("Ɗanladi", "Ŋgɔ̃"),
    ("", "Sénembou"),
    ("Issouf", ""),
)


def text_of(file: Path) -> list[str]:
    """The words of each page, with plain spaces."""
    with pypdfium2.PdfDocument(file) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return [" ".join(page.replace("\u202f", " ").replace("\u00a0", " ").split()) for page in pages]


def sizes_of(file: Path) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    with pypdfium2.PdfDocument(file) as document:
        return [(round(p.get_width() / 72 * 25.4), round(p.get_height() / 72 * 25.4)) for p in document]


def solar_oven(library: Library, people: int = 0, slug: str = "four-solaire-boite") -> Workshop:
    """A day of making in Kaolack, planned without rain or power, with so many people registered."""
    change = new_workshop(
        AtHand(library).get(slug, "fr" if slug == "four-solaire-boite" else None),
        title="Four solaire à Kaolack",
        starts_on=date(2026, 3, 12),
        people=max(people, 12),
        town="Kaolack",
        country="SN",
        host="La Fabrique du Baobab",
    )
    made = next(one for one in change.after if isinstance(one, Workshop))
    workshop = replace(made, without=(Trouble.RAIN,))
    after = tuple(workshop if one is made else one for one in change.after)
    library.apply(replace(change, after=after), NOW)
    register(library, workshop, people)
    return workshop


def register(library: Library, workshop: Workshop, count: int) -> None:
    """So many people, going round the difficult names; the first one leads."""
    made: list[Entity] = []
    for at in range(count):
        given, family = NAMES[at % len(NAMES)]
        person = Person(
            given_names=given,
            family_name=family,
            sex=Sex.WOMAN if at % 2 else Sex.MAN,
            age_band="15-17" if at == 3 else "25-35",
            village="Sibassor",
            phone=f"+221 77 000 {at // 100:02} {at % 100:02}",
        )
        made += [person, Attendance(workshop_id=workshop.id, person_id=person.id)]
        if at == 0:
            made.append(TeamMember(workshop_id=workshop.id, person_id=person.id, role="animateur"))
    library.apply(Change("Inscrire", after=tuple(made)), NOW)


def long_days(library: Library, steps: int, days: int = 1) -> Workshop:
    """A workshop with steps of its own: all kinds, several leads, and lanes side by side."""
    workshop = Workshop(
        title="Rencontre des communs du fleuve",
        starts_on=date(2026, 3, 12),
        people_planned=30,
        team_size=5,
        own_steps=True,
        town="Podor",
        country="SN",
    )
    made = [_step(workshop, at, 1 + at * days // steps) for at in range(steps)]
    library.apply(Change("Préparer", after=(workshop, *made)), NOW)
    return workshop


def _step(workshop: Workshop, at: int, day: int) -> PlannedStep:
    place = at % 13
    aside = place in (6, 7, 8, 9)
    return PlannedStep(
        workshop_id=workshop.id,
        step_id=f"s{at}",
        place=(at + 1) * PLACE_GAP,
        day=day,
        fork=f"f{at // 13}" if aside else "",
        lane="ab"[place % 2] if aside else "",
        phase=f"Partie {1 + at // 8}",
        title=f"Moment {at + 1} avec les voisins",
        minutes=8,
        form=tuple(Form)[at % 8],
        importance=tuple(Importance)[at % 3],
        lead=("animateur", "logisticien", "")[at % 3],
        instruction="Racontez à votre voisine.",
        facilitator="Compte les mains levées en silence.",
        plan_b=(PlanB(trouble=Trouble.NO_POWER, instead="Au tableau noir."),),
    )
