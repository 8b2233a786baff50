# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand workshops are filtered and sorted as a patient person would."""

import random

import pytest
from PySide6.QtCore import QObject, Qt

from forgeatelier.store.glance import WorkshopRow
from forgeatelier.window.models.folding import FilterWords
from forgeatelier.window.models.workshop_list import DATE, PEOPLE, TITLE, WorkshopList

TOWNS = (("Kaolack", "SN"), ("Bobo-Dioulasso", "BF"), ("Ségou", "ML"), ("Parakou", "BJ"))
TITLES = ("Four solaire", "Brasero écologique", "Carte des risques", "Café du monde", "Œuvre commune")

MONTHS = (
    *["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet"],
    "aout",
    *["septembre", "octobre", "novembre", "decembre"],
)


class Held:
    """Rows held in memory, newest first, as the library gives them."""

    def __init__(self, count: int) -> None:
        dice = random.Random(7)
        rows = []
        for number in range(count):
            town, country = dice.choice(TOWNS)
            day = f"{dice.randint(2024, 2027)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
            title, people = dice.choice(TITLES), dice.randint(0, 60)
            rows.append(WorkshopRow(f"{number:05}", title, town, country, day, "planned", people))
        self.held = sorted(rows, key=lambda row: (row.starts_on, row.id), reverse=True)
        self.asked = 0

    def keys(self):
        return [(row.id, f"{row.title} {row.town} {row.country} {row.starts_on}") for row in self.held]

    def page(self, offset: int, limit: int):
        self.asked += 1
        return self.held[offset:] if limit < 0 else self.held[offset : offset + limit]

    def rows(self, keys):
        self.asked += 1
        return [row for row in self.held if row.id in set(keys)]

    def count(self) -> int:
        return len(self.held)


@pytest.fixture
def source() -> Held:
    return Held(10_000)


def cells(row: WorkshopRow) -> tuple[str, ...]:
    return row.starts_on, row.title, row.town, row.state, str(row.people_planned)


@pytest.fixture
def model(source: Held, qtbot) -> WorkshopList:
    owner = QObject()
    made = WorkshopList(source, ("Date", "Titre", "Ville", "Phase", "Personnes"), cells, owner)
    made.owner = owner
    return made


def shown(model: WorkshopList, count: int = 300) -> list[str]:
    return [model.line(place).id for place in range(min(count, model.rowCount()))]


def test_only_the_lines_in_sight_are_read(model: WorkshopList, source: Held) -> None:
    assert model.rowCount() == 10_000
    model.data(model.index(0, 0))
    model.data(model.index(99, 1))
    assert source.asked == 1
    model.data(model.index(100, 1))
    assert source.asked == 2


@pytest.mark.parametrize(
    "typed", ["segou", "oeuvre", "écologique BF", "mars 2026", "12/03/2026", "burkina cafe", "zanzibar"]
)
def test_the_filter_finds_what_a_patient_person_finds(model: WorkshopList, source: Held, typed: str) -> None:
    lands = {"SN": "senegal", "BF": "burkina faso", "ML": "mali", "BJ": "benin"}
    plain = str.maketrans("éÉèû", "eeeu")

    def fits(row: WorkshopRow) -> bool:
        year, month, day = row.starts_on.split("-")
        when = f"{row.starts_on} {int(day)} {MONTHS[int(month) - 1]} {year} {day}/{month}/{year}"
        words = f"{row.title} {row.town} {row.country} {lands[row.country]} {when}"
        words = words.lower().replace("œ", "oe").translate(plain)
        return all(word in words for word in typed.lower().translate(plain).split())

    model.set_typed(typed)
    expected = [row.id for row in source.held if fits(row)]
    assert model.rowCount() == len(expected)
    assert shown(model) == expected[:300]


def test_sorting_by_title_and_back_by_date(model: WorkshopList, source: Held) -> None:
    model.sort(TITLE, Qt.SortOrder.AscendingOrder)
    titles = [model.line(place).title.casefold() for place in range(0, 10_000, 500)]
    assert titles == sorted(titles)
    model.sort(DATE, Qt.SortOrder.DescendingOrder)
    assert shown(model) == [row.id for row in source.held[:300]]


def test_a_filter_keeps_the_chosen_order(model: WorkshopList) -> None:
    model.sort(PEOPLE, Qt.SortOrder.DescendingOrder)
    model.set_typed("parakou")
    people = [model.line(place).people_planned for place in range(200)]
    assert people == sorted(people, reverse=True)
    assert {model.line(place).town for place in range(200)} == {"Parakou"}


def test_a_line_is_found_again_by_its_workshop(model: WorkshopList) -> None:
    model.set_typed("cafe")
    wanted = model.line(42)
    assert model.place_of(wanted.id) == 42
    assert model.place_of("nobody") == -1


def test_words_without_date_or_country_are_kept_as_they_are() -> None:
    words = FilterWords()
    words.read(lambda: [("a", "Atelier du puits"), ("b", ""), ("c", "Deux\nlignes SN")])
    assert words.matching("puits") == ["a"]
    assert words.matching("senegal") == ["c"]
    assert words.matching("") == ["a", "b", "c"]
