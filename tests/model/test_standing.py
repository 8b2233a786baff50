# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A protocol proves itself by being read, held, and held elsewhere; its real times say what to change."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from forgeatelier.model.method.edition import Edition, Review
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Origin, Translation
from forgeatelier.model.method.step import Form, Step
from forgeatelier.model.workshop.lineage import Node, Relation, lineage
from forgeatelier.model.workshop.real_times import hints
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.model.workshop.standing import Stage, standing
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState

GROUPES = Step(id="groupes", phase="Travail", title="Sous-groupes", minutes=45, form=Form.GROUPS)
FOUR = Protocol(id="four", title="Four solaire", version="1.1.0", steps=(GROUPES,))


def held(town: str, protocol: Protocol = FOUR, state: WorkshopState = WorkshopState.HELD) -> Workshop:
    return Workshop(
        title="Four", protocol=protocol, town=town, country="ML", state=state, starts_on=date(2026, 3, 12)
    )


def test_nobody_read_it_and_nobody_held_it() -> None:
    found = standing(FOUR, (), (held("Ségou", state=WorkshopState.PLANNED),))
    assert found.stage is Stage.DRAFT
    assert found.evidence == "ni relu ni tenu pour l’instant"


def test_a_review_counts_for_the_version_that_was_read() -> None:
    old = Review(protocol_id="four", version="1.0.0")
    assert standing(FOUR, (old,), ()).stage is Stage.DRAFT
    assert standing(FOUR, (old,), ()).evidence == "relu dans une version antérieure"
    new = Review(protocol_id="four", version="1.1.0")
    found = standing(FOUR, (old, new), ())
    assert found.stage is Stage.REVIEWED
    assert found.evidence == "relu 1 fois en version 1.1.0"


def test_held_in_one_place_it_is_tested_in_two_it_is_proven() -> None:
    found = standing(FOUR, (), (held("Ségou"), held("ségou ")))
    assert (found.stage, found.evidence) == (Stage.TESTED, "tenu 2 fois, à Ségou")
    found = standing(FOUR, (), (held("Ségou"), held("Kayes"), held("Ségou")))
    assert (found.stage, found.evidence) == (Stage.PROVEN, "tenu 3 fois, à Ségou et Kayes")


def test_many_places_are_not_all_named() -> None:
    towns = ("Ségou", "Kayes", "Mopti", "Gao", "Sikasso", "Koulikoro")
    found = standing(FOUR, (), [held(town) for town in towns])
    assert found.evidence == "tenu 6 fois, à Ségou, Kayes, Mopti, Gao et 2 autres lieux"


def test_an_unknown_town_is_no_second_place() -> None:
    assert standing(FOUR, (), (held("Ségou"), held(""))).stage is Stage.TESTED


def test_it_says_when_another_version_was_held() -> None:
    old = replace(FOUR, version="1.0.0")
    assert standing(FOUR, (), (held("Ségou", old),)).evidence == (
        "tenu 1 fois, à Ségou, dans d’autres versions que 1.1.0"
    )
    assert standing(FOUR, (), (held("Ségou", old), held("Ségou"))).evidence == (
        "tenu 2 fois, à Ségou, dont 1 fois en version 1.1.0"
    )


def run(workshop: Workshop, minutes: int, outcome: StepOutcome = StepOutcome.DONE) -> StepRun:
    began = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
    ended = began + timedelta(minutes=minutes)
    return StepRun(workshop_id=workshop.id, step_id="groupes", began=began, ended=ended, outcome=outcome)


def test_three_workshops_that_ran_late_hint_at_a_longer_step() -> None:
    workshops = [held("Ségou"), held("Kayes"), held("Mopti"), held("Gao", replace(FOUR, id="autre"))]
    runs = [run(one, minutes) for one, minutes in zip(workshops, (50, 56, 70, 200), strict=True)]
    (found,) = hints(FOUR, workshops, runs)
    assert found.words == "Sous-groupes : 45 → 55 min (plus long 3 fois sur 3)"


def test_two_workshops_or_a_small_difference_hint_at_nothing() -> None:
    workshops = [held("Ségou"), held("Kayes"), held("Mopti")]
    assert hints(FOUR, workshops, [run(one, 90) for one in workshops[:2]]) == ()
    assert hints(FOUR, workshops, [run(one, 47) for one in workshops]) == ()
    skipped = [run(one, 90, StepOutcome.SKIPPED) for one in workshops]
    assert hints(FOUR, workshops, skipped) == ()
    paced = replace(FOUR, steps=(replace(GROUPES, per_person_seconds=60),))
    assert hints(paced, workshops, [run(one, 90) for one in workshops]) == ()


def told(node: Node, depth: int = 0) -> list[str]:
    mark = " *" if node.current else ""
    below = [line for child in node.children for line in told(child, depth + 1)]
    return [f"{'  ' * depth}{node.relation.value} {node.title}{mark}", *below]


def test_the_tree_shows_versions_workshops_translations_and_what_was_made_of_it() -> None:
    first = replace(FOUR, version="1.0.0")
    english = Protocol(
        id="oven", title="Solar oven", language="en", translation_of=Translation(id="four", language="fr")
    )
    mine = Protocol(
        id="mien", title="Four de Ségou", derived_from=(Origin(title="Four solaire", author="ForgeAtelier"),)
    )
    edition = Edition(protocol_id="four", version="1.0.0", protocol=first)
    tree = lineage(mine, (FOUR, english, mine), (edition,), (held("Kayes", first), held("Mopti")))
    assert told(tree) == [
        "method Four solaire",
        "  version Version 1.1.0",
        "    workshop Four — Mopti",
        "  version Version 1.0.0",
        "    workshop Four — Kayes",
        "  translation Solar oven",
        "    version Version 1.0.0",
        "  derived Four de Ségou *",
        "    version Version 1.0.0",
    ]
    assert tree.size == 9


def test_a_work_from_elsewhere_stands_above_and_a_circle_of_relatives_ends() -> None:
    one = Protocol(id="a", title="A", derived_from=(Origin(title="Livre", author="Koné"), Origin(source="b")))
    other = Protocol(id="b", title="B", derived_from=(Origin(source="a"),))
    assert lineage(one, (one, other), (), ()).size < 10
    alone = lineage(replace(one, derived_from=one.derived_from[:1]), (), (), ())
    assert (alone.relation, alone.title, alone.note) == (Relation.ORIGIN, "Livre", "d’après Koné")
