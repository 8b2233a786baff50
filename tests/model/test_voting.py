# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A room votes with hands, phones, stones and paper: one result, each voice once, and how it was counted is said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from forgeatelier.ground import words
from forgeatelier.model.workshop.agreement import Side, scale, scale_names
from forgeatelier.model.workshop.vote import EntryWay, Option, Rule, Tally, Vote, VoteEntry, VoteKind
from forgeatelier.model.workshop.vote_presets import preset, presets
from forgeatelier.model.workshop.voting import fewest_voters, latest_ballot, refusals, result

TEN = datetime(2026, 3, 12, 10, tzinfo=UTC)
CHOICES = (
    Option(code="four", label="Four solaire"),
    Option(code="puits", label="Puits"),
    Option(code="jardin", label="Jardin"),
)


def vote(code="mains", options=CHOICES, **said):
    return Vote(
        id="v", question="Par où commencer ?", options=options, rule=preset(code).rule(len(options)), **said
    )


def entry(voters, *tallies, way=EntryWay.HANDS, minute=0, **said):
    made = tuple(Tally(option=one[0], count=one[1], level=one[2] if len(one) > 2 else 0) for one in tallies)
    moment = TEN + timedelta(minutes=minute)
    return VoteEntry(vote_id="v", voters=voters, tallies=made, way=way, moment=moment, **said)


def plain(text):
    return text.replace("\u00a0", " ")


def test_phones_and_hands_make_one_result_with_its_method_stated():
    phones = [entry(1, (("four", "puits")[n % 2], 1), way=EntryWay.PHONES, ballot=f"T{n}") for n in range(9)]
    hands = entry(17, ("four", 12), ("jardin", 5))
    told = result(vote(eligible=30, present=26), [*phones, hands])
    assert told.method == "9 téléphones, 17 mains, 4 absents"
    assert [(one.option.code, one.rank, one.score) for one in told.standings] == [
        ("four", 1, 17),
        ("jardin", 2, 5),
        ("puits", 3, 4),
    ]
    assert (told.voters, told.expressed, told.absent, told.not_expressed) == (26, 26, 4, 0)
    assert plain(told.outcome) == "« Four solaire » en tête avec 17 voix sur 26 exprimées (65 %)."
    assert told.ways == ((EntryWay.PHONES, 9), (EntryWay.HANDS, 17))


def test_blanks_and_those_who_said_nothing_are_told_apart():
    told = result(vote(eligible=30, present=26), [entry(20, ("four", 18), blank=2)])
    assert (told.voters, told.expressed, told.blank, told.not_expressed, told.absent) == (20, 18, 2, 6, 4)
    assert told.method == "20 mains, dont 2 blancs, 6 présents sans voix, 4 absents"


def test_a_ballot_sent_again_counts_once_and_the_latest_wins():
    first = entry(1, ("four", 1), way=EntryWay.PHONES, ballot="K7P2")
    again = entry(1, ("puits", 1), way=EntryWay.PHONES, ballot=" k7p2", minute=3)
    for sent in ([first, again], [again, first], [again, first, again]):
        told = result(vote(present=5), sent)
        assert (told.voters, told.repeated) == (1, 1)
        assert [one.option.code for one in told.ahead] == ["puits"]


def test_ballots_of_one_moment_have_the_same_winner_everywhere():
    one = entry(1, ("four", 1), ballot="K7P2", id="1")
    other = entry(1, ("puits", 1), ballot="K7P2", id="2")
    assert result(vote(), [one, other]).ahead == result(vote(), [other, one]).ahead
    assert result(vote(), [one, other]).ahead[0].option.code == "puits"


def test_an_impossible_ballot_does_not_replace_the_good_one():
    good = entry(1, ("four", 1), ballot="K7P2")
    bad = entry(1, ("four", 4), ballot="K7P2", minute=5)
    told = result(vote(present=5), [bad, good])
    assert (told.voters, told.ahead[0].score) == (1, 1)
    assert "4 points donnés" in told.left_out[0]


def test_somebody_named_votes_once_whatever_the_way():
    open_vote = replace(vote(present=5), anonymous=False)
    phone = entry(1, ("four", 1), way=EntryWay.PHONES, ballot="A", person_id="awa")
    paper = entry(1, ("puits", 1), way=EntryWay.BALLOTS, ballot="B", person_id="awa", minute=2)
    told = result(open_vote, [phone, paper])
    assert (told.method, told.repeated) == ("1 bulletin, 4 présents sans voix", 1)


def test_voices_of_another_vote_are_not_counted():
    assert result(vote(), [replace(entry(3, ("four", 3)), vote_id="w")]).voters == 0


@pytest.mark.parametrize(
    ("code", "wrong", "said"),
    [
        ("mains", entry(3, ("four", 5)), "5 points donnés : 3 personnes en ont 3 au plus."),
        ("gommettes", entry(2, ("four", 3)), "2 personnes peuvent lui en donner 2 au plus"),
        ("budget", entry(2, ("four", 150), ("puits", 60)), "210 points donnés : 2 personnes en ont 200"),
        ("mains", entry(1, ("moto", 1)), "« moto » n’est pas un choix de ce vote."),
        ("mains", entry(1, ("four", -1)), "moins de zéro voix"),
        ("mains", entry(-1), "moins de zéro personne"),
        ("mains", entry(2, blank=3), "3 blancs pour 2 votants"),
        ("mains", entry(2, ("four", 2), ballot="K7"), "celui d’une seule personne, pas de 2"),
        ("mains", entry(1, ("four", 1), person_id="awa"), "Ce vote est anonyme"),
        ("mains", entry(5, ("four", 5), blank=1), "5 points donnés : 4 personnes"),
        ("etoiles", entry(1, ("four", 6)), "peuvent lui en donner 5 au plus"),
        ("accord-5", entry(1, ("four", 1, 6)), "elle va de 1 à 5"),
        ("accord-5", entry(1, ("four", 1, 0)), "pas de degré 0"),
        ("accord-8", entry(2, ("four", 2, 1), ("four", 1, 2)), "3 voix pour 2 personnes"),
        ("rangement", entry(1, ("four", 1, 4)), "pas de rang 4 parmi 3 choix"),
        ("rangement", entry(1, ("four", 1, 1), ("four", 1, 2)), "2 voix pour 1 personnes"),
        ("rangement", entry(1, ("four", 1, 1), ("puits", 1, 1)), "2 voix au rang 1"),
        ("rangement", entry(2, ("four", 1, 1), ("puits", 2, 2)), "2 voix au rang 2"),
    ],
)
def test_what_cannot_be_true_is_refused_in_words(code, wrong, said):
    found = refusals(vote(code), wrong)
    assert said in plain(" ".join(found))
    told = result(vote(code, present=9), [wrong])
    assert (told.voters, told.left_out, told.ahead) == (0, found, ())


def test_more_voters_than_people_there_is_a_warning_and_counts():
    told = result(vote(eligible=10, present=12), [entry(14, ("four", 14))])
    assert told.ahead[0].score == 14
    assert "14 votants pour 12 présents" in told.warnings[0]
    assert "12 présents alors que 10 personnes" in told.warnings[1]
    assert (told.not_expressed, told.absent) == (0, 0)


def test_one_may_vote_against_when_the_rule_says_so():
    told = result(vote("pour-contre", present=4), [entry(4, ("four", 3), ("four", -1), ("puits", -2))])
    assert [(one.option.code, one.score, one.pro, one.con) for one in told.standings] == [
        ("four", 2, 3, 1),
        ("puits", -2, 0, 2),
        ("jardin", 0, 0, 0),
    ]
    assert [one.rank for one in told.standings] == [1, 2, 0]
    assert "3 pour, 1 contre" in told.outcome


def test_equal_choices_share_the_first_place():
    told = result(vote(), [entry(6, ("four", 3), ("jardin", 3))])
    assert [one.rank for one in told.standings] == [1, 1, 0]
    assert plain(told.outcome) == "Égalité entre « Four solaire » et « Jardin », 3 voix chacun."


def test_ranking_is_counted_by_borda_and_by_first_places_and_they_may_differ():
    # Three put the oven first and the well last; two put the well, then the garden; two the garden, then the well.
    told = result(
        vote("rangement", present=7),
        [
            entry(3, ("four", 3, 1), ("jardin", 3, 2), ("puits", 3, 3)),
            entry(2, ("puits", 2, 1), ("jardin", 2, 2), ("four", 2, 3)),
            entry(2, ("jardin", 2, 1), ("puits", 2, 2), ("four", 2, 3)),
        ],
    )
    assert [(one.option.code, one.score, one.firsts) for one in told.standings] == [
        ("jardin", 16, 2),
        ("four", 13, 3),
        ("puits", 13, 2),
    ]
    assert "« Jardin » en tête au compte de Borda avec 16 points" in plain(told.outcome)
    assert "premières places : « Four solaire », 3" in plain(told.outcome)


def test_a_choice_left_out_of_a_ranking_is_worth_nothing():
    told = result(vote("rangement"), [entry(1, ("puits", 1, 1))])
    assert next((one.option.code, one.score, one.rank) for one in told.standings) == ("puits", 3, 1)
    assert {one.score for one in told.standings[1:]} == {0}


def test_an_objection_is_something_to_work_on_not_a_veto():
    asked = Vote(id="v", question="Adopter la règle d’eau", rule=preset("consentement").rule(1), present=26)
    told = result(asked, [entry(26, ("", 20, 1), ("", 4, 2), ("", 2, 3))])
    assert told.objections == 2
    assert "2 objections à travailler avant de décider" in told.outcome
    agreed = result(asked, [entry(26, ("", 22, 1), ("", 4, 2))])
    assert "Aucune objection : la proposition est adoptée" in plain(agreed.outcome)


def test_degrees_of_agreement_are_put_in_order_by_what_half_the_room_reaches():
    told = result(
        vote("accord-8"),
        [
            entry(5, ("puits", 3, 1), ("puits", 2, 8), ("jardin", 5, 2)),
            entry(4, ("puits", 4, 4), way=EntryWay.CARDS),
        ],
    )
    assert [(one.option.code, one.median, one.objections, one.rank) for one in told.standings] == [
        ("jardin", 2, 0, 1),
        ("puits", 4, 2, 2),
        ("four", 0, 0, 0),
    ]


def test_fewest_voters_is_what_the_voices_need():
    assert fewest_voters(vote(), entry(0, ("four", 12), ("puits", 5)).tallies) == 17
    assert fewest_voters(vote("gommettes"), entry(0, ("four", 7), ("puits", 2)).tallies) == 7
    assert fewest_voters(vote("budget"), entry(0, ("four", 101)).tallies) == 2
    assert fewest_voters(vote("accord-5"), entry(0, ("four", 3, 1), ("puits", 5, 2)).tallies) == 5
    assert fewest_voters(vote("rangement"), entry(0, ("four", 3, 1), ("puits", 4, 1)).tallies) == 7


def test_nobody_said_anything():
    told = result(vote(), [])
    assert (told.method, told.outcome, told.ahead) == ("aucune voix", "Personne ne s’est exprimé.", ())


def test_scales_have_three_five_and_eight_levels_in_two_languages():
    assert [(name, len(scale(name))) for name in scale_names()] == [
        ("accord-3", 3),
        ("accord-5", 5),
        ("accord-8", 8),
    ]
    for name in scale_names():
        levels = scale(name)
        assert [one.number for one in levels] == list(range(1, len(levels) + 1))
        assert (levels[0].side, levels[-1].side) == (Side.FOR, Side.OBJECTION)
        assert "pas un bouton" in levels[-1].note("fr")
    assert [one.label("fr") for one in scale("accord-8")][5] == "Je n’aime pas mais je suivrai"
    assert scale("accord-12") == ()


def test_a_scale_of_a_later_release_is_still_counted():
    later = Vote(id="v", question="Oui ?", rule=Rule(kind=VoteKind.SCALE, scale="accord-12"))
    told = result(later, [entry(3, ("", 2, 1), ("", 1, 12))])
    assert (told.standings[0].median, told.standings[0].voices) == (1, 3)


def test_every_form_of_vote_makes_a_rule_and_has_words():
    for one in presets():
        assert one.label("fr") != one.label("en")
        assert one.way in EntryWay
        rule = one.rule(4)
        assert rule.kind is not VoteKind.SCALE or scale(rule.scale)
    assert preset("etoiles").rule(4) == Rule(budget=20, most_per_option=5)
    assert preset("gommettes").rule(4) == Rule(budget=10, most_per_option=1)
    assert preset("budget").rule(4) == Rule(budget=100, most_per_option=0)
    with pytest.raises(KeyError):
        preset("perdu")


def test_the_result_speaks_english_too():
    words.use("en")
    assert result(vote("accord-5"), [entry(1, ("four", 1, 1))]).outcome.count("Fully agree") == 1


def test_a_choice_with_as_many_for_as_against_was_talked_about():
    told = result(vote("pour-contre", present=2), [entry(2, ("four", 1), ("four", -1))])
    assert (told.standings[0].rank, told.standings[0].voices, told.standings[0].score) == (1, 2, 0)


def test_half_of_the_room_is_enough_to_reach_a_level():
    told = result(vote("accord-5"), [entry(4, ("four", 2, 2), ("four", 2, 4))])
    assert (told.standings[0].median, told.standings[0].levels) == (2, (0, 2, 0, 2, 0))


def test_a_full_room_is_nothing_to_be_warned_of():
    assert result(vote(eligible=5, present=5), [entry(5, ("four", 5))]).warnings == ()


def test_points_are_called_points_and_blanks_are_not_in_the_share():
    told = result(vote("gommettes"), [entry(4, ("four", 3), ("puits", 1))])
    assert plain(told.outcome) == "« Four solaire » en tête avec 3 points."
    assert "3 voix sur 4 exprimées (75 %)" in plain(
        result(vote(), [entry(6, ("four", 3), ("puits", 1), blank=2)]).outcome
    )


def test_a_consent_round_has_its_three_answers_even_when_no_scale_is_named():
    asked = Vote(id="v", question="Oui ?", rule=Rule(kind=VoteKind.CONSENT))
    assert result(asked, [entry(1, ("", 1, 3))]).objections == 1
    assert refusals(asked, entry(1, ("", 1, 4)))


def test_the_ballot_that_stands_is_the_latest_of_its_code():
    sent = [entry(1, ballot="K7", minute=1, id="a"), entry(1, ballot="P2", minute=2), entry(1, minute=3)]
    found = latest_ballot(sent, "k 7")
    assert found is not None
    assert found.id == "a"
    assert latest_ballot(sent, "") is None
