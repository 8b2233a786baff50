# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The evening before: what is not known is never green."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from forgeatelier.model.workshop.readiness import Readiness, ReadyMark
from forgeatelier.model.workshop.readiness_checks import (
    CHECKS,
    OPTIONAL,
    Check,
    Circumstances,
    is_ready,
    readiness,
)

EVENING = datetime(2026, 3, 11, 19, 0, tzinfo=UTC)

ALL_SEEN = Circumstances(
    starts_on=date(2026, 3, 12),
    has_place=True,
    leads=2,
    registered=30,
    expected=30,
    tasks=5,
    supplies=12,
    battery=95,
    free=20_000_000_000,
    last_backup=EVENING,
)


def by_code(checks: tuple[Check, ...]) -> dict[str, Readiness]:
    return {one.code: one.state for one in checks}


def ticked(*codes: str, said: Readiness = Readiness.READY) -> tuple[ReadyMark, ...]:
    return tuple(ReadyMark(id=code, check=code, said=said, moment=EVENING) for code in codes)


def test_knowing_nothing_is_never_ready() -> None:
    checks = readiness(Circumstances(), (), EVENING)
    assert len(checks) == len(CHECKS)
    assert not any(one.state is Readiness.READY for one in checks)
    assert not is_ready(checks)


def test_what_the_program_cannot_see_stays_unknown_until_someone_says_so() -> None:
    checks = by_code(readiness(ALL_SEEN, (), EVENING))
    unknown = {code for code, state in checks.items() if state is Readiness.UNKNOWN}
    assert unknown == {"printed", "room", "backup", "screen", "hotspot"}


def test_a_workshop_is_ready_without_projector_or_phone() -> None:
    checks = readiness(ALL_SEEN, ticked("printed", "room", "backup"), EVENING)
    assert is_ready(checks)
    assert {one.code for one in checks if one.state is not Readiness.READY} == set(OPTIONAL)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"starts_on": None}, "when"),
        ({"has_place": False}, "when"),
        ({"leads": 0}, "team"),
        ({"registered": 12}, "people"),
        ({"tasks_late": 1, "tasks_open": 1}, "tasks"),
        ({"tasks_open": 2}, "tasks"),
        ({"to_get": 3}, "supplies"),
        ({"unpacked": 3}, "packed"),
        ({"battery": 79}, "battery"),
        ({"free": 100}, "disk"),
    ],
)
def test_each_thing_left_to_do_is_told(change: dict[str, Any], code: str) -> None:
    seen = replace(ALL_SEEN, **change)
    check = next(
        one for one in readiness(seen, ticked("printed", "room", "backup"), EVENING) if one.code == code
    )
    assert check.state is Readiness.TO_DO
    assert check.words


def test_a_fresh_backup_on_the_same_laptop_is_not_a_copy_on_a_stick() -> None:
    checks = {one.code: one for one in readiness(ALL_SEEN, (), EVENING)}
    assert checks["backup"].state is Readiness.UNKNOWN
    assert "cet ordinateur" in checks["backup"].words


def test_what_was_said_last_counts() -> None:
    earlier = replace(ticked("room")[0], id="a", moment=EVENING - timedelta(hours=3))
    later = replace(ticked("room", said=Readiness.TO_DO)[0], id="b", moment=EVENING)
    assert by_code(readiness(ALL_SEEN, (later, earlier), EVENING))["room"] is Readiness.TO_DO


def test_an_open_workshop_without_a_list_is_ready_once_someone_says_so() -> None:
    seen = replace(ALL_SEEN, registered=0)
    assert by_code(readiness(seen, (), EVENING))["people"] is Readiness.UNKNOWN
    assert by_code(readiness(seen, ticked("people"), EVENING))["people"] is Readiness.READY
