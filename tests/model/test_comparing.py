# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions of a protocol are compared field by field, and what differs can be carried over."""

from dataclasses import replace
from decimal import Decimal

import pytest

from forgeatelier.ground.shipped import PROTOCOLS
from forgeatelier.model.method.comparing import changed_words, differences, escaped, split
from forgeatelier.model.method.material import Material
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Group, Power
from forgeatelier.model.method.step import Form, PlanB, Step, Trouble
from forgeatelier.model.method.versions import Bump, Gone, bumped, is_later, value_at, with_changes
from forgeatelier.protocols.reading import read_protocol

TOUR = Step(id="tour", phase="Accueil", title="Tour des noms", minutes=10, form=Form.PLENARY)
GROUPES = Step(id="groupes", phase="Travail", title="En groupes", minutes=45, form=Form.GROUPS)
CERCLE = Step(id="cercle", phase="Fin", title="Cercle", minutes=5, form=Form.PLENARY)
PROTOCOL = Protocol(
    id="p",
    title="Atelier",
    steps=(TOUR, GROUPES, CERCLE),
    group=Group(min=4, ideal=10, max=20),
    materials=(Material(name="Feuilles A4 / A3", fixed=Decimal(2)), Material(name="Crayons")),
)


def paths(before: Protocol, after: Protocol) -> list[str]:
    return [one.path for one in differences(before, after)]


def test_the_same_protocol_has_no_difference() -> None:
    assert differences(PROTOCOL, PROTOCOL) == ()


def test_a_longer_step_is_one_difference_in_words() -> None:
    longer = replace(PROTOCOL, steps=(TOUR, replace(GROUPES, minutes=55), CERCLE))
    (one,) = differences(PROTOCOL, longer)
    assert (one.path, one.label, one.before, one.after) == (
        "steps/groupes/minutes",
        "En groupes · Durée",
        "45 min",
        "55 min",
    )
    assert one.step_id == "groupes"


def test_steps_are_matched_by_their_id_wherever_they_stand() -> None:
    energiser = replace(TOUR, id="fleuve", title="Le fleuve", minutes=5)
    changed = replace(PROTOCOL, steps=(GROUPES, energiser, TOUR))
    found = {one.path: one for one in differences(PROTOCOL, changed)}
    assert set(found) == {"steps/fleuve", "steps/cercle", "steps/"}
    assert found["steps/fleuve"].label == "Le fleuve (ajouté)"
    assert found["steps/cercle"].now == ""
    assert found["steps/"].after.splitlines() == ["En groupes", "Tour des noms"]


def test_who_it_is_and_the_sum_of_its_minutes_are_not_compared() -> None:
    other = replace(PROTOCOL, id="q", version="2.0.0", change_note="Autre", internal_notes="Secret")
    other = replace(other, duration=replace(other.duration, total=60))
    assert differences(PROTOCOL, other) == ()


def test_words_of_different_lists_that_are_spelled_alike_are_not_mixed_up() -> None:
    powered = replace(PROTOCOL, place=replace(PROTOCOL.place, power=Power.NONE))
    (one,) = differences(PROTOCOL, powered)
    assert (one.before, one.after) == ("", "sans électricité")
    plan = replace(TOUR, plan_b=(PlanB(trouble=Trouble.RAIN, instead="Sous l’abri."),))
    (one,) = differences(PROTOCOL, replace(PROTOCOL, steps=(plan, GROUPES, CERCLE)))
    assert one.after == "S’il pleut : Sous l’abri."


@pytest.mark.parametrize("after", ["debriefing-a-chaud", "four-solaire-boite", "quel-est-notre-commun"])
def test_every_difference_carried_over_makes_the_other_protocol(after: str) -> None:
    before, wanted = (read_protocol(PROTOCOLS / "fr" / f"{name}.yaml") for name in ("cafe-du-monde", after))
    changes = [(one.path, one.now) for one in differences(before, wanted)]
    assert len(changes) > 50
    made = with_changes(before, changes)
    assert differences(made, wanted) == ()
    assert made.duration.total == made.minutes


def test_a_name_with_a_slash_has_its_own_place() -> None:
    more = (replace(PROTOCOL.materials[0], fixed=Decimal("2.5")), PROTOCOL.materials[1])
    (one,) = differences(PROTOCOL, replace(PROTOCOL, materials=more))
    assert one.path == "materials/Feuilles A4 %2F A3/fixed"
    assert split(one.path)[1] == "Feuilles A4 / A3"
    assert (one.before, one.after) == ("2", "2,5")
    assert with_changes(PROTOCOL, [(one.path, one.now)]).materials == more
    assert split(escaped("100 % / 2%2F")) == ("100 % / 2%2F",)


def test_what_a_change_is_about_may_be_gone() -> None:
    without = replace(PROTOCOL, steps=(TOUR, CERCLE))
    with pytest.raises(Gone):
        with_changes(without, [("steps/groupes/minutes", "55")])
    with pytest.raises(Gone):
        value_at(without, "steps/groupes/minutes")
    assert value_at(PROTOCOL, "steps/groupes/minutes") == "45"
    assert value_at(without, "steps/groupes") == ""


def test_a_new_step_goes_behind_the_one_it_followed() -> None:
    energiser = replace(TOUR, id="fleuve", title="Le fleuve", minutes=5)
    (one,) = differences(PROTOCOL, replace(PROTOCOL, steps=(TOUR, energiser, GROUPES, CERCLE)))
    longer = replace(PROTOCOL, steps=(TOUR, replace(GROUPES, minutes=90), CERCLE))
    made = with_changes(longer, [(one.path, one.now)])
    assert [(step.id, step.minutes) for step in made.steps] == [
        ("tour", 10),
        ("fleuve", 5),
        ("groupes", 90),
        ("cercle", 5),
    ]


def test_changed_words_are_marked_and_the_text_stays_whole() -> None:
    before, after = "Prenez un caillou rond.", "Prenez une pierre ronde, ou deux."
    left, right = changed_words(before, after)
    assert "".join(text for text, _changed in left) == before
    assert "".join(text for text, _changed in right) == after
    assert ("Prenez ", False) in left
    assert any(changed and "caillou" in text for text, changed in left)
    assert not any("caillou" in text for text, _changed in right)


def test_versions_are_compared_by_their_numbers() -> None:
    assert bumped("1.9.3") == "1.10.0"
    assert bumped("1.9.3", Bump.PATCH) == "1.9.4"
    assert bumped("1.9.3", Bump.MAJOR) == "2.0.0"
    assert bumped("2") == "2.1.0"
    assert is_later("1.10.0", "1.9.0")
    assert not is_later("1.0", "1.0.0")
