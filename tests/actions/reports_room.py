# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop that was held over two days, with everything reports are made of; everyone here is invented."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from zlib import crc32

from PIL import Image

from actions.kit_people import NAMES
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.objective import Family, Objective
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Form
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.people.consent import Answer, Consent, Matter
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.workshop.capture import (
    Capture,
    CaptureKind,
    CaptureState,
    Decided,
    Recognisable,
)
from forgeatelier.model.workshop.evaluation import AnswerCount, EvaluationItem, QuestionKind
from forgeatelier.model.workshop.lessons import Lessons, Obstacle, ObstacleKind
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep
from forgeatelier.model.workshop.vote import EntryWay, Option, Rule, Tally, Vote, VoteEntry, VoteKind
from forgeatelier.model.workshop.workshop import BudgetLine, Workshop
from forgeatelier.store.library import Library
from forgeatelier.store.photos import prepare_photo

NOW = datetime(2026, 3, 13, 17, tzinfo=UTC)
DAY = date(2026, 3, 12)
HALVES = ("2026-03-12/am", "2026-03-12/pm", "2026-03-13/am", "2026-03-13/pm")
STEPS = (
    ("accueil", "Accueil et météo", 1, 180, Form.PLENARY),
    ("midi", "Repas partagé", 1, 60, Form.BREAK),
    ("souder", "Souder le cadre", 1, 180, Form.MAKING),
    ("essai", "Essai au puits", 2, 180, Form.GROUPS),
    ("midi2", "Repas du second jour", 2, 60, Form.BREAK),
    ("decider", "Décider de la suite", 2, 120, Form.PLENARY),
)


def water_pump(library: Library, people: int = 6, **said: object) -> Workshop:
    """Two days around a hand pump in Podor; the first of `people` leads, everyone was there all along."""
    host = Organisation(name="Les Puits d’Aéré", town="Podor", country="SN")
    workshop = replace(
        Workshop(
            title="Une pompe à main à Podor",
            protocol=Protocol(
                id="pompe",
                title="Pompe à main",
                description="On démonte, on comprend, on refait.",
                objectives=(
                    Objective(
                        family=Family.TECHNICAL, statement="Souder un cadre", criterion="Le cadre tient"
                    ),
                ),
            ),
            host_id=host.id,
            starts_on=DAY,
            ends_on=date(2026, 3, 13),
            town="Podor",
            country="SN",
            people_planned=people,
            own_steps=True,
            aim="Réparer les pompes du fleuve sans attendre la ville.",
            context="Trois pompes sur cinq sont en panne depuis l’hivernage.",
            budget=(
                BudgetLine(label="Acier", planned=42500, real=45000),
                BudgetLine(label="Repas", planned=60000, real=51000),
                BudgetLine(label="Joints envoyés", planned=12, real=15, currency="EUR"),
            ),
        ),
        **said,
    )
    steps = tuple(
        PlannedStep(
            workshop_id=workshop.id,
            step_id=key,
            place=at * PLACE_GAP,
            day=day,
            title=title,
            minutes=minutes,
            form=form,
        )
        for at, (key, title, day, minutes, form) in enumerate(STEPS, 1)
    )
    keep(library, host, workshop, *steps)
    for at in range(people):
        given, family = NAMES[at % len(NAMES)]
        take_part(library, workshop, given, family, sex=Sex.WOMAN if at % 2 else Sex.MAN, leads=at == 0)
    return workshop


def keep(library: Library, *made: Entity) -> None:
    library.apply(Change("Noter", after=made), NOW)


def take_part(
    library: Library,
    workshop: Workshop,
    given: str,
    family: str,
    *,
    sex: Sex = Sex.WOMAN,
    band: str = "25-35",
    halves: tuple[str, ...] = HALVES,
    presence: Presence = Presence.PRESENT,
    leads: bool = False,
    **said: str,
) -> Person:
    """Someone who was there at these half-days."""
    person = Person(given_names=given, family_name=family, sex=sex, age_band=band, **said)
    there = Attendance(workshop_id=workshop.id, person_id=person.id, presence=presence, half_days=halves)
    team = (TeamMember(workshop_id=workshop.id, person_id=person.id, role="animateur"),) if leads else ()
    keep(library, person, there, *team)
    return person


def agree(library: Library, person: Person, matter: Matter, guardian: str = "", **answers: str) -> Consent:
    """What someone answered, use by use: `donor="granted"`."""
    said = Consent(
        person_id=person.id,
        matter=matter,
        guardian=guardian,
        **{use: Answer(answer) for use, answer in answers.items()},
    )
    keep(library, said)
    return said


def photo(
    library: Library,
    workshop: Workshop,
    caption: str,
    *people: Person,
    step: str = "souder",
    state: CaptureState = CaptureState.RETAINED,
    **said: object,
) -> Capture:
    """A photo of a step, with these people recognisable; nobody unless someone is named."""
    drawn = BytesIO()
    shade = crc32(f"{caption}{state}".encode()).to_bytes(4, "big")
    Image.new("RGB", (640, 480), tuple(shade[:3])).save(drawn, "JPEG")
    media = library.media.keep_photo(prepare_photo(drawn.getvalue()))
    made = Capture(
        workshop_id=workshop.id,
        step_id=step,
        kind=CaptureKind.PHOTO,
        state=state,
        caption=caption,
        alt=caption,
        media=media,
        taken=datetime(2026, 3, 12, 14, 5),
        recognisable=Recognisable.PEOPLE if people else Recognisable.NOBODY,
        people=tuple(one.id for one in people),
    )
    made = replace(made, **said)
    keep(library, made)
    return made


def note(library: Library, workshop: Workshop, text: str, step: str = "essai") -> None:
    keep(
        library,
        Capture(
            workshop_id=workshop.id,
            step_id=step,
            text=text,
            state=CaptureState.RETAINED,
            moment=datetime(2026, 3, 13, 10, tzinfo=UTC),
        ),
    )


def decide(
    library: Library, workshop: Workshop, text: str, owner: Person | None = None, **said: object
) -> Capture:
    made = Capture(
        workshop_id=workshop.id,
        step_id="decider",
        kind=CaptureKind.DECISION,
        text=text,
        owner_id=owner.id if owner else "",
        moment=datetime(2026, 3, 13, 15, 30, tzinfo=UTC),
        decided=Decided(**said),
    )
    keep(library, made)
    return made


def vote(library: Library, workshop: Workshop) -> Vote:
    """Fourteen hands for the coop's workshop, three for the town hall."""
    made = Vote(
        workshop_id=workshop.id,
        question="Où garder l’outillage ?",
        options=(Option(code="coop", label="À la coopérative"), Option(code="mairie", label="À la mairie")),
        rule=Rule(kind=VoteKind.POINTS),
        present=17,
        eligible=17,
    )
    entry = VoteEntry(
        vote_id=made.id,
        workshop_id=workshop.id,
        way=EntryWay.HANDS,
        voters=17,
        tallies=(Tally(option="coop", count=14), Tally(option="mairie", count=3)),
    )
    keep(library, made, entry)
    return made


def harvest(library: Library, workshop: Workshop) -> None:
    """What is written down afterwards."""
    keep(
        library,
        Output(
            workshop_id=workshop.id, title="Pompe réparée", quantity=2, description="Cadre neuf, joint cuir"
        ),
        Lessons(
            workshop_id=workshop.id,
            difficulties="Le groupe électrogène est tombé deux fois.",
            obstacles=(
                Obstacle(kind=ObstacleKind.TECHNICAL, text="Pas de joints", lifted="Taillés dans le cuir"),
            ),
            recommendations="Prévoir le cuir la veille.",
        ),
        EvaluationItem(
            workshop_id=workshop.id,
            kind=QuestionKind.FACES,
            question="Avez-vous pu essayer vous-même ?",
            counts=(AnswerCount(answer="5", count=9), AnswerCount(answer="4", count=3)),
        ),
    )
