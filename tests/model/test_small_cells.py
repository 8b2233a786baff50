# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A donor learns how many women and men of which age came, and nobody learns that of one to four people."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from forgeatelier.model.people.attendance import CountCell
from forgeatelier.model.people.figures import SMALL_CELL
from forgeatelier.model.people.person import Sex
from forgeatelier.model.people.small_cells import OVER, UNDER, SexAge, masked, sex_by_age

BANDS = ("18-24", "25-35", "36-59")
COUNTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=3)


def cells_of(rows: list[tuple[int, int]]) -> list[CountCell]:
    return [
        CountCell(sex, band, number)
        for band, row in zip(BANDS, rows, strict=False)
        for sex, number in zip((Sex.WOMAN, Sex.MAN), row, strict=True)
    ]


def could_be(shown: str, most: int) -> range:
    """Every number that a reader must think possible behind what is shown."""
    if shown == UNDER:
        return range(min(SMALL_CELL - 1, most) + 1)
    if shown == OVER:
        return range(SMALL_CELL, most + 1)
    return range(int(shown), int(shown) + 1)


def readings(table: SexAge) -> list[tuple[tuple[int, int], ...]]:
    """Every table of numbers that agrees with everything shown, found by trying them all, band after band."""
    women, men = (could_be(said, table.total) for said in table.by_sex)
    so_far: list[tuple[tuple[int, int], ...]] = [()]
    for row, band_total in zip(table.cells, table.by_band, strict=True):
        possible = [
            pair
            for pair in product(*(could_be(said, table.total) for said in row))
            if sum(pair) in could_be(band_total, table.total)
        ]
        so_far = [
            (*before, pair)
            for before in so_far
            for pair in possible
            if sum(map(sum, before)) + sum(pair) <= table.total
        ]
    return [
        one
        for one in so_far
        if sum(map(sum, one)) == table.total
        and sum(pair[0] for pair in one) in women
        and sum(pair[1] for pair in one) in men
    ]


@given(COUNTS)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_whoever_tries_every_reading_cannot_tell_a_number_of_one_to_four(rows):
    table = sex_by_age(cells_of(rows))
    true = [row for row in rows if sum(row)]
    assert table.total == sum(map(sum, rows))
    if not table.bands:
        return
    found = readings(table)
    assert tuple(true) in found, "what is shown is true"
    for at, row in enumerate(true):
        for column, number in enumerate(row):
            if 0 < number < SMALL_CELL:
                assert len({one[at][column] for one in found}) > 1
        if 0 < sum(row) < SMALL_CELL:
            assert len({sum(one[at]) for one in found}) > 1
    for column in range(2):
        if 0 < sum(row[column] for row in true) < SMALL_CELL:
            assert len({sum(pair[column] for pair in one) for one in found}) > 1


@given(COUNTS)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_number_under_five_is_ever_written(rows):
    table = sex_by_age(cells_of(rows))
    shown = [*table.by_sex, *table.by_band, *(cell for row in table.cells for cell in row)]
    assert not [said for said in shown if said.isdigit() and int(said) < SMALL_CELL]


def test_large_numbers_are_told_as_they_are():
    table = sex_by_age(cells_of([(6, 8), (7, 9)]))
    assert table.cells == (("6", "8"), ("7", "9"))
    assert (table.by_band, table.by_sex, table.total) == (("14", "16"), ("13", "17"), 30)


def test_a_small_cell_takes_its_neighbour_with_it():
    table = sex_by_age(cells_of([(6, 2), (7, 9)]))
    assert table.cells[0] == (OVER, UNDER)
    assert OVER in table.cells[1]
    assert table.by_sex == ("13", "11")


def test_two_small_cells_that_their_sum_gives_away_are_not_left_beside_it():
    """Four and four is the only way to make eight out of two numbers under five."""
    table = sex_by_age(cells_of([(4, 4), (9, 9)]))
    assert table.cells[0] == (UNDER, UNDER)
    assert table.by_band[0] != "8" or len({one[0] for one in readings(table)}) > 1


def test_three_women_of_one_age_are_told_as_three_people():
    table = sex_by_age(cells_of([(3, 0)]))
    assert table.total == 3
    assert "3" not in (*table.by_sex, *table.by_band)
    assert sex_by_age([]) == SexAge(0)


def test_a_lone_count_says_nobody_but_not_how_few():
    assert [masked(number) for number in (0, 1, 4, 5)] == ["0", UNDER, UNDER, "5"]
