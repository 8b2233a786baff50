# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A protocol asks for roles in its own words; the team holds codes of the role list."""

import pytest

from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import RoleNeed
from forgeatelier.model.workshop.roles import role_for, role_gaps, roles_meant


def asking(*roles: str, count: int = 1) -> Protocol:
    return Protocol(title="Essai", roles=tuple(RoleNeed(role=role, count=count) for role in roles))


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("animation principale", "animateur"),
        ("Lead facilitation", "animateur"),
        ("animatrice ou animateur", "animateur"),
        ("Co-animation et langues", "co-animateur"),
        ("co-facilitator", "co-animateur"),
        ("documentation", "documentaliste"),
        ("interprète", "interprete"),
        ("interprete", "interprete"),
        ("responsable du feu", "responsable du feu"),
        ("appui technique et sécurité", "appui technique et sécurité"),
    ],
)
def test_words_that_mean_one_role_give_its_code_and_others_stay_words(words: str, role: str) -> None:
    assert role_for(words) == role


def test_what_nobody_holds_is_lacking() -> None:
    gaps = role_gaps(asking("animation principale", "interprète"), ["animateur"])
    assert [(gap.words, gap.lacking) for gap in gaps] == [("animation principale", 0), ("interprète", 1)]


def test_a_co_facilitator_is_no_facilitator() -> None:
    assert role_gaps(asking("animation"), ["co-animateur"])[0].lacking == 1


def test_several_are_asked_for_and_nobody_counts_twice() -> None:
    protocol = asking("photographe ou documentaliste", "documentation")
    assert roles_meant("photographe ou documentaliste") == ("documentaliste", "photographe")
    assert [gap.lacking for gap in role_gaps(protocol, ["documentaliste"])] == [1, 0]
    assert [gap.lacking for gap in role_gaps(protocol, ["documentaliste", "photographe"])] == [0, 0]
    assert role_gaps(asking("hôte de table", count=5), ["Hôte de table"] * 2)[0].lacking == 3


def test_one_of_two_meanings_is_enough() -> None:
    assert role_gaps(asking("appui technique et sécurité"), ["referent-securite"])[0].lacking == 0
    assert role_gaps(asking("appui technique et sécurité"), ["interprete"])[0].lacking == 1


def test_without_protocol_nothing_is_asked() -> None:
    assert role_gaps(None, ["animateur"]) == ()
