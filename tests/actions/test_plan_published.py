# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published sheet tells the day as it was planned here; the protocol travels as it was taken."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from forgeatelier.actions import plan as planning
from forgeatelier.actions.compose import gather
from forgeatelier.actions.harvest import capture_note, retain
from forgeatelier.actions.plan import Plan, read_plan
from forgeatelier.actions.publish import dossier_texts
from forgeatelier.actions.sample import FINISHED, build
from forgeatelier.exporting.templates import Templates
from forgeatelier.model.change import Change
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.protocols.reading import read_protocol_text
from forgeatelier.store.library import Library

NOW = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Library]:
    build(tmp_path / "b", NOW)
    opened = Library(tmp_path / "b", NOW)
    yield opened
    opened.close()


def plan_of(library: Library) -> Plan:
    workshop = library.get(Workshop, FINISHED)
    assert workshop is not None
    return read_plan(library, workshop)


def keep(library: Library, change: Change) -> Plan:
    library.apply(change, NOW)
    return plan_of(library)


def test_a_step_added_here_is_in_the_sheet_with_what_was_caught_in_it(sample):
    plan = plan_of(sample)
    made = PlannedStep(title="Chant du marché", minutes=10, room="SALLE-SECRÈTE", notes="NOTE-SECRÈTE")
    plan = keep(sample, planning.insert(plan, made, plan.steps[0].id))
    plan = keep(sample, planning.lock(plan, [plan.steps[2].id], time(10), None))
    song = plan.steps[1]
    note = capture_note(plan.workshop, "Tout le monde chantait", NOW, step_id=song.step_id, planned=plan.kept)
    sample.apply(note, NOW)
    sample.apply(retain(tuple(c for c in note.after if isinstance(c, Capture))), NOW)
    gathered = gather(sample, FINISHED, NOW.date())
    document = gathered.document
    assert document.protocol.steps[1].title == "Chant du marché"
    assert f"{document.slots[2].start:%H:%M}" == "10:00"
    assert document.harvest_of(song.step_id).notes == ("Tout le monde chantait",)
    texts = dossier_texts(gathered, Templates())
    sheet = texts["contenu/01-fiche.md"]
    assert sheet.index("Chant du marché") < sheet.index("Tout le monde chantait")
    assert not [name for name, text in texts.items() if "SECRÈTE" in text]
    (protocol,) = (text for name, text in texts.items() if name.endswith(".yaml"))
    taken = plan.workshop.protocol
    assert taken is not None
    assert read_protocol_text(protocol, "protocole.yaml").steps == taken.steps


def test_what_was_caught_in_a_step_that_left_the_plan_stays_in_the_sheet(sample):
    plan = plan_of(sample)
    before = gather(sample, FINISHED, NOW.date()).document
    kept = next(h for h in before.harvest if h.step_id and h.pictures)
    gone = next(step for step in plan.steps if step.step_id == kept.step_id)
    keep(sample, planning.remove(plan, [gone.id]))
    after = gather(sample, FINISHED, NOW.date()).document
    assert {p.capture_id for p in kept.pictures} <= {p.capture_id for p in after.harvest_of("").pictures}
    assert {p.capture_id for p in after.pictures} == {p.capture_id for p in before.pictures}


def test_a_name_written_into_a_step_of_the_plan_blocks_the_sheet(sample):
    plan = plan_of(sample)
    person = sample.all(Person)[0]
    name = f"{person.given_names} {person.family_name}"
    keep(sample, planning.edit(plan, [plan.steps[0].id], instruction=f"Demander à {name} d’ouvrir."))
    found = gather(sample, FINISHED, NOW.date()).findings
    assert [f for f in found if f.code == "personal-name" and name in f.what]


def test_steps_side_by_side_say_their_lane_in_the_sheet(sample):
    plan = plan_of(sample)
    first, second = plan.steps[1], plan.steps[2]
    plan = keep(sample, planning.fork(plan, [first.id, second.id]))
    plan = keep(sample, planning.edit(plan, [second.id], lane="Sous le manguier"))
    texts = dossier_texts(gather(sample, FINISHED, NOW.date()), Templates())
    lines = texts["contenu/01-fiche.md"].splitlines()
    assert any("Voie A · " in line and first.title in line for line in lines)
    assert any("Sous le manguier · " in line and second.title in line for line in lines)
    assert not any("Voie" in line and plan.steps[0].title in line for line in lines)
