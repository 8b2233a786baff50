# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every protocol that ships can be run from its file alone, in French and in English."""

from functools import cache
from pathlib import Path

import pytest

from forgeatelier.ground.shipped import PROTOCOLS
from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.objective import Family
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Form
from forgeatelier.model.reference import ref_list
from forgeatelier.protocols.reading import Reading, read_with_notices

_FILES = sorted(PROTOCOLS.glob("fr/*.yaml")) + sorted(PROTOCOLS.glob("en/*.yaml"))
_SLUGS = sorted({path.stem for path in _FILES})

each_file = pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
each_method = pytest.mark.parametrize("slug", _SLUGS)


@cache
def reading(path: Path) -> Reading:
    return read_with_notices(path)


def protocol_of(path: Path) -> Protocol:
    return reading(path).protocol


def test_twenty_eight_methods_ship_in_both_languages() -> None:
    assert len(_SLUGS) == 28
    assert [path.stem for path in _FILES] == _SLUGS * 2


def test_no_two_files_share_an_id() -> None:
    ids = [protocol_of(path).id for path in _FILES]
    assert len(ids) == len(set(ids))


@each_file
def test_it_reads_without_a_complaint_or_a_notice(path: Path) -> None:
    assert [str(one) for one in reading(path).notices] == []


@each_file
def test_it_is_in_the_language_of_its_folder_under_the_licence_of_the_commons(path: Path) -> None:
    protocol = protocol_of(path)
    assert protocol.language == path.parent.name
    assert protocol.licence == "CC-BY-SA-4.0"
    assert path.read_text(encoding="utf-8").startswith(
        "# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors\n"
    )
    assert len(protocol.title) <= 120
    assert len(protocol.pitch) <= 200


@each_file
def test_it_says_what_people_leave_with_and_how_to_see_it(path: Path) -> None:
    protocol = protocol_of(path)
    for family in Family:
        assert protocol.objectives_of(family), family
    assert all(one.criterion for one in protocol.objectives)


@each_file
def test_it_can_be_led_by_someone_who_has_never_seen_it(path: Path) -> None:
    protocol = protocol_of(path)
    assert protocol.duration.total == protocol.minutes
    assert 0 < protocol.group.min <= protocol.group.ideal <= protocol.group.max
    for step in protocol.steps:
        assert step.facilitator, step.id
        assert step.instruction or step.form is Form.BREAK, step.id
    assert protocol.materials
    assert protocol.outputs
    assert protocol.assessment.after


@each_file
def test_it_can_be_found_by_need_and_says_what_it_cannot_do_without(path: Path) -> None:
    protocol = protocol_of(path)
    assert 1 <= len(protocol.needs) <= 3
    assert protocol.reading is not None
    assert protocol.devices, "« aucun » is said, not guessed"


@each_file
def test_a_risk_is_named_and_prevented(path: Path) -> None:
    protocol = protocol_of(path)
    risky = [step for step in protocol.steps if step.risk in (Severity.MEDIUM, Severity.HIGH)]
    if risky:
        assert protocol.safety
        assert all(hazard.prevention for hazard in protocol.safety)
        assert all(step.safety_note for step in risky)


@each_file
def test_it_has_a_plan_b_and_says_what_to_photograph(path: Path) -> None:
    protocol = protocol_of(path)
    assert any(step.plan_b for step in protocol.steps)
    assert len(protocol.shots) >= 2
    assert all(protocol.step(shot.step) for shot in protocol.shots)


def test_twelve_methods_fit_into_a_gap_of_the_day() -> None:
    short = [path.stem for path in _FILES[: len(_SLUGS)] if 5 <= protocol_of(path).minutes <= 45]
    assert len(short) == 13, "the twelve short methods, and the hot debrief"
    needs = {need for path in _FILES for need in protocol_of(path).needs}
    assert needs == {entry.code for entry in ref_list("besoins").entries}, "every need has a method"


@each_method
def test_the_translation_runs_the_same_workshop(slug: str) -> None:
    french, english = (
        protocol_of(PROTOCOLS / "fr" / f"{slug}.yaml"),
        protocol_of(PROTOCOLS / "en" / f"{slug}.yaml"),
    )
    origin = english.translation_of
    assert origin is not None
    assert (origin.id, origin.title, origin.language) == (french.id, french.title, "fr")
    assert origin.version == french.version
    assert skeleton(english) == skeleton(french)


def skeleton(protocol: Protocol) -> dict[str, object]:
    """All that a translation must not change."""
    return {
        "steps": [
            (s.id, s.minutes, s.minutes_min, s.form, s.importance, s.risk, s.power) for s in protocol.steps
        ],
        "paces": [(s.per_person_seconds, s.per_team_seconds) for s in protocol.steps],
        "plan b": [[one.trouble for one in step.plan_b] for step in protocol.steps],
        "uses": [len(step.materials) for step in protocol.steps],
        "materials": [
            (
                m.kind,
                m.fixed,
                m.per_person,
                m.per_team,
                m.unit_cost,
                m.currency,
                m.sourcing,
                m.lead_days,
                m.critical,
            )
            for m in protocol.materials
        ],
        "hazards": [hazard.severity for hazard in protocol.safety],
        "objectives": [one.family for one in protocol.objectives],
        "shots": [shot.step for shot in protocol.shots],
        "outputs": [output.kind for output in protocol.outputs],
        "programme": (protocol.kind, protocol.sdg, protocol.challenges, protocol.effects),
        "asks": (protocol.needs, protocol.reading, protocol.devices),
        "group": protocol.group,
        "duration": protocol.duration,
    }
