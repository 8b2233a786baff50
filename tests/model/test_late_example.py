# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Eighteen minutes late at 14:18 with 150 minutes to go until 16:30: the four ways out that Awa is offered."""

from dataclasses import replace
from datetime import time

import pytest

from forgeatelier.model.workshop.late import Way, options
from model.live_room import AFTERNOON, AT_NINE, BEGUN, ENDED, at, live, plan

STEPS = plan(*AFTERNOON)


@pytest.fixture
def offered():
    return options(live(STEPS, ("09:00", BEGUN, "Accueil"), ("14:18", ENDED, "Accueil")), at("14:18"))


def costs(option) -> dict[str, int]:
    return {one.step.title: one.minutes for one in option.changes}


def test_four_ways_are_offered_in_order(offered):
    assert [one.letter for one in offered] == ["A", "B", "C", "D"]
    assert [one.way for one in offered] == [Way.SPREAD, Way.DROP, Way.KEEP_BUFFERS, Way.ASSUME]
    assert {one.asked for one in offered} == {18}


def test_a_takes_the_buffer_and_a_little_everywhere(offered):
    option = offered[0]
    assert costs(option) == {"Tour de la carte": -2, "Sous-groupes": -4, "Tampon": -10, "Restitution": -2}
    assert (option.new_end, option.recovered, option.gained, option.shortfall) == ("16:30", 18, 0, 0)
    assert option.title == "Le tampon et un peu partout"
    assert option.outcome == "fin à l’heure, 16:30"


def test_b_drops_the_game_and_gains_two_minutes(offered):
    option = offered[1]
    assert costs(option) == {"Tampon": -10, "Jeu": -10}
    assert (option.new_end, option.recovered, option.gained, option.shortfall) == ("16:28", 20, 2, 0)
    assert option.title == "Sans « Jeu »"
    assert option.outcome == "2 min regagnées : fin à 16:28 au lieu de 16:30"


def test_c_keeps_the_buffer_in_hand(offered):
    option = offered[2]
    assert costs(option) == {"Tour de la carte": -4, "Sous-groupes": -8, "Restitution": -6}
    assert (option.new_end, option.recovered, option.gained, option.shortfall) == ("16:30", 18, 0, 0)
    assert option.outcome == "fin à l’heure, 16:30 ; 10 min de tampon en réserve"


def test_d_assumes_it(offered):
    option = offered[3]
    assert costs(option) == {}
    assert (option.new_end, option.recovered, option.moved, option.shortfall) == ("16:48", 0, 18, 0)
    assert option.outcome == "fin à 16:48 au lieu de 16:30 ; rien n’est coupé"


def test_the_same_is_offered_while_the_step_before_overruns():
    under_way = live(STEPS, ("09:00", BEGUN, "Accueil"))
    assert [costs(one) for one in options(under_way, at("14:18"))] == [
        {"Tour de la carte": -2, "Sous-groupes": -4, "Tampon": -10, "Restitution": -2},
        {"Tampon": -10, "Jeu": -10},
        {"Tour de la carte": -4, "Sous-groupes": -8, "Restitution": -6},
        {},
    ]


def test_an_end_after_the_hour_at_which_all_must_be_over_is_said():
    closing = replace(AT_NINE, ends_at=time(16, 30))
    state = live(STEPS, ("09:00", BEGUN, "Accueil"), conditions=closing)
    assert options(state, at("14:18"))[-1].outcome.endswith(
        "16:48 dépasse 16:30, l’heure de fin de l’atelier"
    )


def test_the_whole_option_reads_as_one_line(offered):
    assert offered[1].words == (
        "B. Sans « Jeu » : −10 Tampon (10 → 0), −10 Jeu (10 → 0) : "
        "2 min regagnées : fin à 16:28 au lieu de 16:30"
    )
