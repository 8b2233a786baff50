# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample library, built out of the same actions as the window: first run, demonstration and test bed."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

from forgeatelier.actions import harvest, intake, prepare
from forgeatelier.actions.at_hand import AtHand
from forgeatelier.actions.compose import sheet_of
from forgeatelier.actions.sample_dossier import FINISHED, owe
from forgeatelier.ground.shipped import SAMPLE
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.protocol import PlannedOutputKind
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.people.consent import Answer, Consent, ConsentMode, Matter
from forgeatelier.model.people.organisation import Organisation, OrganisationKind
from forgeatelier.model.people.person import CreditMode, Person, Sex
from forgeatelier.model.progress import Progress, silent
from forgeatelier.model.workshop.agenda import programme
from forgeatelier.model.workshop.capture import Capture, CaptureState, Recognisable
from forgeatelier.model.workshop.lessons import Lessons, Obstacle, ObstacleKind
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.store.library import Library
from forgeatelier.store.opening import clear

UPCOMING = "0198f0aa-6e00-7000-8000-00000000f002"
"""The id of the workshop to come."""

Said = dict[str, Any]


def build(folder: Path, now: datetime, progress: Progress = silent) -> None:
    """Make the sample library in an empty folder, its dossier due; days count from `now`. Raises AtelierError."""
    said = yaml.safe_load((SAMPLE / "workshops.yaml").read_text(encoding="utf-8"))
    library = Library.create(folder, now)
    try:
        _Builder(library, said, now, progress).build()
        library.checkpoint()
        owe(folder)
    except BaseException:
        library.close()
        # Half a sample would only stand in the way of the next attempt.
        clear(folder)
        raise
    library.close()


class _Builder:
    """Tells the two workshops to a library, one change after another."""

    def __init__(self, library: Library, said: Said, now: datetime, progress: Progress) -> None:
        self.library, self.said, self.now, self.progress = library, said, now, progress
        self.organisations: dict[str, Organisation] = {}
        self.people: dict[str, Person] = {}

    def keep(self, change: Change) -> None:
        self.library.apply(change, self.now)

    def build(self) -> None:
        self.progress(0, 4, _("Structures et personnes"))
        self._organisations()
        self._people()
        self.progress(1, 4, _("L’atelier terminé"))
        finished = self._workshop(self.said["termine"], FINISHED, WorkshopState.HELD)
        self._there(finished, tuple(self.people))
        self._consents(finished)
        self._harvest(finished, self.said["termine"])
        self.progress(2, 4, _("Les photos"))
        self._photos(finished, self.said["termine"]["photos"])
        self._sheet(finished, self.said["termine"])
        self.progress(3, 4, _("L’atelier à venir"))
        upcoming = self._workshop(self.said["a_venir"], UPCOMING, WorkshopState.CONFIRMED)
        self._there(upcoming, tuple(self.said["a_venir"]["presents"]), Presence.REGISTERED)
        self.progress(4, 4)

    def _organisations(self) -> None:
        for one in self.said["organisations"]:
            self.organisations[one["key"]] = Organisation(
                name=one["nom"], nature=OrganisationKind(one["type"]), country=one["pays"], town=one["ville"]
            )
        self.keep(Change(_("Structures"), after=tuple(self.organisations.values())))

    def _people(self) -> None:
        for one in self.said["personnes"]:
            self.people[one["key"]] = Person(
                given_names=one["prenoms"],
                family_name=one["nom"],
                sex=Sex(one["sexe"]),
                age_band=one["tranche"],
                village=one["village"],
                credit_mode=CreditMode(one.get("credit", "unasked")),
                credit_name=one.get("pseudonyme", ""),
                languages=("fr", "wo"),
            )
        self.keep(Change(_("Personnes"), after=tuple(self.people.values())))

    def _workshop(self, said: Said, ident: str, state: WorkshopState) -> Workshop:
        protocol = AtHand(self.library).get(said["protocole"], "fr")
        host = self.organisations[said["structure"]]
        first = (self.now + timedelta(days=said["jours"])).date()
        change = prepare.new_workshop(
            protocol,
            title=said["titre"],
            starts_on=first,
            people=said["personnes_prevues"],
            town=said["ville"],
            country=said["pays"],
            host=host.name,
            organisations=self.organisations.values(),
        )
        planned = change.after[-1]
        made = replace(
            planned if isinstance(planned, Workshop) else Workshop(),
            id=ident,
            state=state,
            partner_ids=tuple(self.organisations[key].id for key in said["partenaires"]),
            languages=tuple(said["langues"]),
            context=said["contexte"],
            summary=said.get("resume", ""),
        )
        self.keep(replace(change, after=(made,)))
        return made

    def _there(
        self, workshop: Workshop, keys: tuple[str, ...], presence: Presence = Presence.PRESENT
    ) -> None:
        day = workshop.starts_on
        halves = (f"{day}/am", f"{day}/pm") if presence is Presence.PRESENT else ()
        made: list[Entity] = []
        for one in self.said["personnes"]:
            if one["key"] in keys:
                person = self.people[one["key"]].id
                made.append(
                    Attendance(workshop_id=workshop.id, person_id=person, presence=presence, half_days=halves)
                )
                if "role" in one:
                    made.append(TeamMember(workshop_id=workshop.id, person_id=person, role=one["role"]))
        self.keep(Change(_("Présences"), after=tuple(made)))

    def _consents(self, workshop: Workshop) -> None:
        made = []
        for one in self.said["personnes"]:
            asked = Consent(
                person_id=self.people[one["key"]].id,
                workshop_id=workshop.id,
                internal=Answer.GRANTED,
                mode=ConsentMode.ORAL,
                given_on=workshop.starts_on,
            )
            made.append(replace(asked, matter=Matter.IMAGE, open=Answer(one["image"]), informed_in="wo"))
            if one.get("credit"):
                credit = Consent(person_id=asked.person_id, workshop_id=workshop.id, mode=ConsentMode.WRITTEN)
                made.append(
                    replace(
                        credit,
                        matter=Matter.CREDIT,
                        open=Answer.GRANTED,
                        informed_in="fr",
                        given_on=asked.given_on,
                    )
                )
        self.keep(Change(_("Accords"), after=tuple(made)))

    def _harvest(self, workshop: Workshop, said: Said) -> None:
        moments = self._run(workshop, said["reel"])
        for note in said["notes"]:
            change = harvest.capture_note(
                workshop, note["texte"], moments.get(note["etape"], self.now), step_id=note["etape"]
            )
            self._keep_sorted(change, retained=bool(note.get("garde")))
        for one in said["decisions"]:
            due = workshop.starts_on + timedelta(days=one["dans"]) if workshop.starts_on else None
            change = harvest.capture_decision(
                workshop, one["texte"], moments[one["etape"]], step_id=one["etape"], method=one["methode"], due=due,
                owner_id=self.people["awa"].id,
            )  # fmt: skip
            self._keep_sorted(change, retained=True)
        for link in said["liens"]:
            change = harvest.capture_link(
                workshop, link["adresse"], moments[link["etape"]], text=link["texte"], step_id=link["etape"]
            )
            self._keep_sorted(change, retained=True)

    def _keep_sorted(self, change: Change, *, retained: bool) -> None:
        state = CaptureState.RETAINED if retained else CaptureState.IMPORTED
        self.keep(
            replace(
                change, after=tuple(replace(c, state=state) for c in change.after if isinstance(c, Capture))
            )
        )

    def _run(self, workshop: Workshop, real: dict[str, int]) -> dict[str, datetime]:
        """Note the real times; returns when each step began."""
        slots = programme(workshop.protocol.steps, time(9)) if workshop.protocol else ()
        clock = datetime.combine(workshop.starts_on or self.now.date(), time(9), UTC)
        began, runs = {}, []
        for slot in slots:
            began[slot.step.id] = clock
            end = clock + timedelta(minutes=real.get(slot.step.id, slot.step.minutes))
            runs.append(StepRun(workshop_id=workshop.id, step_id=slot.step.id, began=clock, ended=end))
            clock = end
        self.keep(Change(_("Temps réels"), after=tuple(runs)))
        return began

    def _photos(self, workshop: Workshop, photos: list[Said]) -> None:
        paths = tuple(SAMPLE / "pictures" / one["fichier"] for one in photos)
        taken = intake.take_in(self.library.media, workshop, paths, frozenset(), self.now)
        by_name = {c.file_name: c for c in taken.change.after if isinstance(c, Capture)}
        made = tuple(self._described(by_name[one["fichier"]], one) for one in photos)
        self.keep(replace(taken.change, after=made))

    def _described(self, capture: Capture, said: Said) -> Capture:
        people = said.get("personnes")
        if people is None:
            return replace(capture, step_id=said["etape"])
        return replace(
            capture,
            step_id=said["etape"],
            caption=said["legende"],
            alt=said["alt"],
            recognisable=Recognisable.PEOPLE if people else Recognisable.NOBODY,
            people=tuple(self.people[key].id for key in people),
            author_id=self.people["issouf"].id,
            state=CaptureState.RETAINED,
        )

    def _sheet(self, workshop: Workshop, said: Said) -> None:
        rex, fiche = said["rex"], said["fiche"]
        outputs = tuple(
            Output(
                workshop_id=workshop.id,
                kind=PlannedOutputKind(o["type"]),
                title=o["titre"],
                quantity=o["quantite"],
                description=o["description"],
            )
            for o in said["productions"]
        )
        lessons = Lessons(
            workshop_id=workshop.id,
            worked=rex["marche"],
            difficulties=rex["difficultes"],
            obstacles=tuple(
                Obstacle(kind=ObstacleKind(f["type"]), text=f["texte"], lifted=f.get("leve", ""))
                for f in rex["freins"]
            ),
            good_practices=rex["bonnes_pratiques"],
            recommendations=rex["recommandations"],
            proposals=rex["propositions"],
        )
        covers = {one["fichier"] for one in said["photos"] if one.get("couverture")}
        cover = next(
            (c.id for c in self.library.all(Capture, workshop_id=workshop.id) if c.file_name in covers), ""
        )
        sheet = replace(
            sheet_of(self.library, workshop),
            subtitle=fiche["sous_titre"],
            collective=fiche["collectif"],
            introduction=fiche["introduction"],
            advice=fiche["conseils"],
            correction_note=fiche["correction"],
            cover_id=cover,
        )
        self.keep(Change(_("Fiche et leçons"), after=(*outputs, lessons, sheet)))
