# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Late before lunch, in groups, with little to cut, or early: what Awa is offered, and at what price."""

from datetime import time

from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.late import Way, options
from forgeatelier.model.workshop.late_sharing import fewest_over, share
from forgeatelier.model.workshop.live_event import LiveKind, NewLength
from model.live_room import BEGUN, BREAK, BUFFER, ENDED, OPTIONAL, at, live, plan

LUNCH = {"form": Form.BREAK, "starts_at": time(12)}


def costs(option) -> dict[str, int]:
    return {one.step.title: one.minutes for one in option.changes}


def offered(steps, when, *said):
    return options(live(steps, *said), at(when))


def test_on_time_nothing_is_offered():
    assert offered(plan(("Accueil", 60)), "09:30", ("09:00", BEGUN, "Accueil")) == ()
    assert offered(plan(("Accueil", 60)), "08:30") == ()


def test_lunch_is_recovered_first_and_what_follows_it_is_left_in_peace():
    steps = plan(
        ("Carte", 60),
        ("Débat", 90, 60),
        ("Tampon", 30, 10, BUFFER),
        ("Repas", 60, 0, LUNCH),
        ("Suite", 90, 30),
    )
    ways = offered(steps, "10:12", ("09:12", BEGUN, "Carte"))
    assert costs(ways[0]) == {"Tampon": -12}
    assert (ways[0].asked, ways[0].recovered, ways[0].new_end) == (12, 12, "14:30")
    assert costs(ways[1]) == {"Débat": -12}
    assert (
        ways[-1].outcome
        == "fin à 14:42 au lieu de 14:30 ; « Repas » à 12:12 au lieu de 12:00 ; rien n’est coupé"
    )


def test_what_lunch_cannot_win_is_recovered_after_it_and_said():
    steps = plan(
        ("Carte", 60), ("Débat", 120, 110), ("Repas", 60, 0, {**LUNCH, "minutes_min": 60}), ("Suite", 90, 30)
    )
    best = offered(steps, "10:25", ("09:25", BEGUN, "Carte"))[0]
    assert costs(best) == {"Débat": -10, "Suite": -15}
    assert best.shortfall == 15
    assert best.outcome == "fin à l’heure, 14:30 ; « Repas » à 12:15 au lieu de 12:00"


def test_a_locked_step_never_gives_a_minute_of_its_hour():
    lock = {"starts_at": time(10), "ends_at": time(11)}
    steps = plan(("Carte", 60, 30), ("Prière", 60, 10, lock), ("Suite", 30, 20))
    for way in offered(steps, "09:05", ("09:05", BEGUN, "Carte")):
        assert "Prière" not in costs(way)


def test_groups_side_by_side_are_shortened_together_and_only_where_it_wins():
    steps = plan(
        ("Accueil", 20),
        ("Eau", 40, 20, {"fork": "g", "lane": "G1"}),
        ("Sols", 30, 10, {"fork": "g", "lane": "G2"}),
    )
    best = offered(steps, "09:35", ("09:00", BEGUN, "Accueil"), ("09:35", ENDED, "Accueil"))[0]
    assert costs(best) == {"Eau": -15, "Sols": -5}
    assert (best.recovered, best.new_end) == (15, "10:00")


def test_the_step_under_way_gives_too_but_not_what_has_gone_by():
    steps = plan(("Carte", 60, 30), ("Vote", 20))
    best = offered(steps, "09:50", ("09:30", BEGUN, "Carte"))[0]
    assert costs(best) == {"Carte": -30}
    assert costs(offered(steps, "10:10", ("09:30", BEGUN, "Carte"))[0]) == {"Carte": -20}


def test_breaks_give_last_and_keep_ten_minutes():
    steps = plan(
        ("Carte", 60), ("Pause", 20, 0, BREAK), ("Débat", 30, 25), ("Café", 15, 12, BREAK), ("Vote", 20)
    )
    ways = offered(steps, "10:30", ("09:30", BEGUN, "Carte"))
    assert costs(ways[0]) == {"Pause": -10, "Débat": -5, "Café": -3}
    assert (ways[0].recovered, ways[0].shortfall, ways[0].new_end) == (18, 12, "11:37")
    assert ways[0].outcome == "il manque 12 min : fin à 11:37 au lieu de 11:25"
    assert ways[-1].way is Way.ASSUME


def test_without_buffer_or_game_shorter_breaks_are_a_way_of_their_own():
    steps = plan(("Carte", 60), ("Pause", 20, 0, BREAK), ("Débat", 60, 30))
    ways = offered(steps, "10:08", ("09:08", BEGUN, "Carte"))
    assert [one.way for one in ways[:2]] == [Way.SPREAD, Way.BREAKS]
    assert costs(ways[1]) == {"Pause": -8}


def test_when_nothing_is_enough_the_last_step_may_be_carried_over():
    steps = plan(("Carte", 60), ("Débat", 30), ("Bilan", 20), ("Demain", 10, 0, {"day": 2}))
    ways = offered(steps, "10:15", ("09:15", BEGUN, "Carte"))
    assert [(one.letter, one.way) for one in ways] == [("A", Way.CARRY), ("B", Way.ASSUME)]
    assert ways[0].title == "Reporter « Bilan » au jour suivant"
    assert (ways[0].new_end, ways[0].gained, ways[0].changes[0].carried) == ("10:45", 5, True)


def test_the_smallest_games_that_suffice_are_dropped():
    steps = plan(
        ("Carte", 60), ("Chant", 10, 0, OPTIONAL), ("Jeu", 20, 0, OPTIONAL), ("Danse", 15, 0, OPTIONAL)
    )
    assert costs(offered(steps, "10:15", ("09:15", BEGUN, "Carte"))[0]) == {"Danse": -15}
    way = next(one for one in offered(steps, "10:22", ("09:22", BEGUN, "Carte")) if one.way is Way.DROP)
    assert costs(way) == {"Chant": -10, "Danse": -15}
    assert way.title == "Sans « Chant », « Danse »"


def test_twelve_minutes_early_they_are_given_to_the_break_the_debate_or_everybody():
    steps = plan(("Carte", 60), ("Pause", 15, 0, BREAK), ("Débat", 60, 30), ("Vote", 20))
    ways = offered(steps, "09:48", ("09:00", BEGUN, "Carte"), ("09:48", ENDED, "Carte"))
    assert [(one.way, costs(one)) for one in ways] == [
        (Way.LONGER_BREAK, {"Pause": 12}),
        (Way.LONGER_DEBATE, {"Débat": 12}),
        (Way.FINISH, {}),
    ]
    assert [one.new_end for one in ways] == ["11:35", "11:35", "11:23"]
    assert ways[2].outcome == "12 min regagnées : fin à 11:23 au lieu de 11:35"
    assert ways[2].moved == -12


def test_early_before_lunch_one_gives_the_time_back_before_it_or_waits():
    steps = plan(("Carte", 60), ("Débat", 120, 60), ("Repas", 60, 0, LUNCH), ("Suite", 90))
    ways = offered(steps, "09:50", ("09:00", BEGUN, "Carte"), ("09:50", ENDED, "Carte"))
    assert [(one.title, costs(one)) for one in ways] == [
        ("Rendre au débat : « Débat »", {"Débat": 10}),
        ("Attendre « Repas »", {}),
    ]


def test_what_was_cut_can_be_given_back():
    steps = plan(("Carte", 60), ("Groupes", 60, 30, {"form": Form.GROUPS}), ("Vote", 20))
    cut = {"lengths": (NewLength(step_id="groupes", minutes=50),)}
    said = (("09:10", BEGUN, "Carte"), ("09:11", LiveKind.REPLANNED, "", cut), ("10:02", ENDED, "Carte"))
    ways = offered(steps, "10:02", *said)
    assert (ways[0].way, costs(ways[0])) == (Way.RESTORE, {"Groupes": 8})


def test_minutes_are_shared_by_length_and_never_more_than_one_can_give():
    assert share(18, [20, 45, 30], [10, 15, 10]) == [4, 8, 6]
    assert share(8, [20, 45, 30], [10, 15, 10]) == [2, 4, 2]
    assert share(10, [90, 10], [3, 9]) == [3, 7]
    assert share(99, [5, 5], [2, 3]) == [2, 3]
    assert share(3, [], []) == []
    assert fewest_over(10, [10, 10]) == [1], "the one that comes last"
    assert fewest_over(25, [5, 20, 30]) == [0, 1]
