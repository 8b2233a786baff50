# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop follows its protocol's lists until the first edit makes them its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from forgeatelier.actions.supplies import add_supply, edit_supplies, read_supplies, remove_supplies
from forgeatelier.actions.tasks import add_task, read_tasks, tick_tasks
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.method.material import Material
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import PreparationTask
from forgeatelier.model.workshop.money import money, total_words
from forgeatelier.model.workshop.needs import (
    changed_needs,
    need_of,
    needs_of,
    per_participant,
    shopping,
    total_cost,
    unlisted,
)
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.readiness import Task, TaskState
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.tasks import due_day, is_late
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

NOW = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)

PROTOCOL = Protocol(
    title="Four solaire",
    materials=(
        Material(name="Carton", per_team=Decimal(2), unit="plaque", unit_cost=Decimal(500), currency="XOF"),
        Material(name="Vis", per_person=Decimal(4), unit="pièce", pack=Decimal(50), currency="XOF"),
    ),
    preparation=(
        PreparationTask(task="Réserver la salle", days_before=14),
        PreparationTask(task="Acheter le carton", days_before=3),
    ),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with one workshop."""
    opened = Library.create(tmp_path / "bib", NOW)
    opened.apply(Change("atelier", after=(Workshop(title="Kayes", protocol=PROTOCOL),)), NOW)
    yield opened
    opened.close()


def the_workshop(library: Library) -> Workshop:
    return library.all(Workshop)[0]


def test_the_first_edit_makes_the_whole_list_the_workshops_own(library: Library) -> None:
    listed = read_supplies(library, the_workshop(library))
    assert library.count(Supply) == 0
    library.apply(edit_supplies(listed, [listed.supplies[0].id], held=Decimal(3)), NOW)
    after = read_supplies(library, the_workshop(library))
    assert after.workshop.own_supplies
    assert [(one.name, one.held) for one in after.supplies] == [("Carton", Decimal(3)), ("Vis", Decimal(0))]
    assert after.workshop.protocol == PROTOCOL


def test_undoing_the_first_edit_follows_the_protocol_again(library: Library) -> None:
    listed = read_supplies(library, the_workshop(library))
    change = remove_supplies(listed, [one.id for one in listed.supplies])
    library.apply(change, NOW)
    assert read_supplies(library, the_workshop(library)).supplies == ()
    library.apply(change.inverted(), NOW)
    assert read_supplies(library, the_workshop(library)) == listed


def test_two_laptops_that_begin_apart_make_the_same_lines(library: Library) -> None:
    workshop = the_workshop(library)
    one = edit_supplies(read_supplies(library, workshop), [], held=Decimal(0))
    other = add_supply(read_supplies(library, workshop), Supply(name="Ficelle"))
    mine = {value.id for value in one.after}
    theirs = {value.id for value in other.after}
    assert mine < theirs


def test_the_same_thing_is_not_listed_twice(library: Library) -> None:
    listed = read_supplies(library, the_workshop(library))
    with pytest.raises(AtelierError, match="déjà"):
        add_supply(listed, Supply(name="carton "))


@pytest.mark.parametrize("said", [{"held": Decimal(-1)}, {"name": "  "}, {"lead_days": -2}])
def test_nonsense_is_refused_in_words(library: Library, said: dict[str, object]) -> None:
    listed = read_supplies(library, the_workshop(library))
    with pytest.raises(AtelierError):
        edit_supplies(listed, [listed.supplies[0].id], **said)
    assert library.count(Supply) == 0


def test_a_task_is_late_when_its_day_has_passed(library: Library) -> None:
    library.apply(
        Change(
            "date", (the_workshop(library),), (replace(the_workshop(library), starts_on=date(2026, 3, 12)),)
        ),
        NOW,
    )
    listed = read_tasks(library, the_workshop(library))
    assert [one.title for one in listed.tasks] == ["Réserver la salle", "Acheter le carton"]
    assert due_day(listed.tasks[0], listed.workshop) == date(2026, 2, 26)
    assert is_late(listed.tasks[0], listed.workshop, date(2026, 3, 1))
    assert not is_late(listed.tasks[1], listed.workshop, date(2026, 3, 1))
    library.apply(tick_tasks(listed, [listed.tasks[0].id], done=True), NOW)
    done = read_tasks(library, the_workshop(library))
    assert done.tasks[0].state is TaskState.DONE
    assert not is_late(done.tasks[0], done.workshop, date(2026, 3, 1))


def test_a_task_of_ones_own_comes_where_its_day_says(library: Library) -> None:
    listed = read_tasks(library, the_workshop(library))
    library.apply(add_task(listed, Task(title="Prévenir la mairie", days_before=7)), NOW)
    titles = [one.title for one in read_tasks(library, the_workshop(library)).tasks]
    assert titles == ["Réserver la salle", "Prévenir la mairie", "Acheter le carton"]


def test_packs_are_rounded_up_after_what_the_box_holds() -> None:
    screws = Supply(name="Vis", per_person=Decimal(4), unit="pièce", pack=Decimal(50), held=Decimal(30))
    need = need_of(screws, (), 30, 5)
    assert [need.needed, need.missing, need.to_get, need.packs] == [120, 90, 100, 2]
    assert need_of(replace(screws, held=Decimal(200)), (), 30, 5).to_get == 0


def test_half_a_sheet_is_a_sheet_and_half_a_metre_is_half_a_metre() -> None:
    sheet = Supply(name="Feuille", per_person=Decimal("0.5"), unit="feuille A1")
    wire = Supply(name="Fil", per_person=Decimal("0.5"), unit="m")
    assert need_of(sheet, (), 7, 1).needed == 4
    assert need_of(wire, (), 7, 1).needed == Decimal("3.5")


def test_one_list_says_which_steps_need_it_and_what_nobody_listed() -> None:
    steps = (
        PlannedStep(title="Découper", materials=("Carton", "Cutter")),
        PlannedStep(title="Assembler", materials=("carton",)),
    )
    carton = Supply(name="Carton", fixed=Decimal(1))
    (need,) = needs_of((carton,), steps, 10, 2)
    assert [step.title for step in need.steps] == ["Découper", "Assembler"]
    assert unlisted((carton,), steps) == ("Cutter",)


def test_another_group_changes_some_lines_and_says_which() -> None:
    supplies = (
        Supply(name="Carton", per_team=Decimal(2)),
        Supply(name="Bâche", fixed=Decimal(1)),
    )
    changed = changed_needs(needs_of(supplies, (), 30, 5), needs_of(supplies, (), 42, 7))
    assert [[one.before.needed, one.after.needed] for one in changed] == [[10, 14]]


def test_costs_are_shared_between_participants_and_currencies_never_add_up() -> None:
    supplies = (
        Supply(name="Carton", fixed=Decimal(10), unit_cost=Decimal(500), currency="XOF"),
        Supply(name="Colle", fixed=Decimal(1), unit_cost=Decimal("3.50"), currency="EUR"),
        Supply(name="Eau", fixed=Decimal(3)),
    )
    totals = total_cost(needs_of(supplies, (), 30, 5))
    assert totals == {"XOF": 5000, "EUR": Decimal("3.50")}
    assert per_participant(totals, 0) == {}
    assert total_words(per_participant(totals, 30), "fr") == "0,12\u00a0€ + 167\u00a0F CFA"


def test_cfa_francs_have_no_decimals_and_euros_have_two() -> None:
    assert money(Decimal("12499.6"), "XOF", "fr") == "12\u202f500\u00a0F CFA"
    assert money(Decimal("12499.6"), "XAF", "en") == "12,500\u00a0F CFA"
    assert money(Decimal("19.056"), "EUR", "fr") == "19,06\u00a0€"
    assert money(Decimal(5), "", "fr") == "5"


def test_what_is_bought_leaves_the_shopping_list() -> None:
    carton = Supply(name="Carton", fixed=Decimal(10))
    assert shopping((need_of(carton, (), 1, 1),))
    assert not shopping((need_of(replace(carton, bought=True), (), 1, 1),))


def test_a_list_another_laptop_had_begun_is_taken_up_again(library: Library) -> None:
    listed = read_supplies(library, the_workshop(library))
    library.apply(edit_supplies(listed, [listed.supplies[0].id], held=Decimal(3)), NOW)
    # The other laptop takes its own list back: the lines are there, the workshop follows its protocol.
    was = the_workshop(library)
    library.apply(Change("reprise", (was,), (replace(was, own_supplies=False),)), NOW)
    again = read_supplies(library, the_workshop(library))
    change = edit_supplies(again, [again.supplies[1].id], held=Decimal(7))
    library.apply(change, NOW)
    held = [(one.name, one.held) for one in read_supplies(library, the_workshop(library)).supplies]
    assert held == [("Carton", Decimal(0)), ("Vis", Decimal(7))]
    library.apply(change.inverted(), NOW)
    assert [one.held for one in library.all(Supply) if one.name == "Carton"] == [Decimal(3)]
