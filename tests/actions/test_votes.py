# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A facilitator puts a question to the room, counts in several ways, corrects, closes and reopens."""

from datetime import UTC, datetime, timedelta

import pytest

from forgeatelier.actions import votes
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.workshop.vote import EntryWay, Option, Tally, Vote, VoteEntry
from forgeatelier.model.workshop.vote_presets import preset
from forgeatelier.model.workshop.workshop import Workshop

TEN = datetime(2026, 3, 12, 10, tzinfo=UTC)
CHOICES = votes.options_from(["Four solaire", " ", "Puits", "Jardin"])


def given(**counts):
    return tuple(Tally(option=code, count=count) for code, count in counts.items())


class Room:
    def __init__(self, library):
        self.library, self.workshop, self.minute = library, Workshop(title="Eau"), 0

    @property
    def now(self):
        return TEN + timedelta(minutes=self.minute)

    def keep(self, change):
        self.minute += 1
        self.library.apply(change, self.now)
        return change

    def open(self, code="mains", options=CHOICES, **said):
        rule = preset(code).rule(len(options))
        self.keep(votes.open_vote(self.workshop, "Par où commencer ?", options, rule, self.now, **said))
        return self

    @property
    def box(self):
        return votes.read_votes(self.library, self.workshop.id)[-1]

    def enter(self, way, tallies, **said):
        return self.keep(votes.enter(self.box, way, tallies, self.now, **said))


@pytest.fixture
def room(library):
    return Room(library)


def test_a_room_votes_with_phones_and_hands_and_the_outcome_is_written(room):
    room.open(eligible=30, present=26)
    for number in range(9):
        room.enter(EntryWay.PHONES, given(A=1), ballot=f"T{number}")
    room.enter(EntryWay.HANDS, given(A=8, B=5, C=4))
    assert room.box.result.method == "9 téléphones, 17 mains, 4 absents"
    room.keep(votes.close_vote(room.box, room.now))
    kept = votes.read_vote(room.library, room.box.vote.id)
    assert kept.vote.outcome.replace("\u00a0", " ").startswith("« Four solaire » en tête avec 17 voix sur 26")
    assert kept.vote.closed is not None
    assert len(kept.entries) == 10, "raw voices stay"


def test_options_typed_one_to_a_line_get_letters():
    assert [(one.code, one.label) for one in CHOICES] == [
        ("A", "Four solaire"),
        ("B", "Puits"),
        ("C", "Jardin"),
    ]
    many = votes.options_from(str(n) for n in range(60))
    assert (many[26].code, many[59].code) == ("A2", "H3")
    assert len({one.code for one in many}) == 60


def test_a_phone_that_sends_again_changes_nothing_and_one_that_changes_its_mind_does(room):
    room.open(present=5)
    room.enter(EntryWay.PHONES, given(A=1), ballot="K7P2")
    again = votes.enter(room.box, EntryWay.PHONES, given(A=1), room.now, ballot="K7P2")
    assert (again.before, again.after) == ((), ())
    room.enter(EntryWay.PHONES, given(B=1), ballot="K7P2")
    room.enter(EntryWay.PHONES, given(A=1), ballot="K7P2")
    assert (room.box.result.voters, room.box.result.ahead[0].option.code) == (1, "A")


def test_a_wrong_count_is_refused_and_a_slip_is_corrected(room):
    room.open(present=20)
    with pytest.raises(AtelierError) as told:
        room.enter(EntryWay.HANDS, given(A=12), voters=10)
    assert "12 points donnés" in told.value.what
    room.enter(EntryWay.HANDS, given(A=12, B=3))
    slip = room.box.entries[0]
    room.keep(votes.correct(room.box, slip.id, tallies=given(A=11, B=3)))
    assert (room.box.result.voters, room.box.entries[0].moment) == (14, slip.moment)
    with pytest.raises(AtelierError):
        votes.correct(room.box, slip.id, voters=2)
    room.keep(votes.withdraw(room.box, slip.id))
    assert room.box.result.voters == 0
    with pytest.raises(AtelierError):
        votes.withdraw(room.box, slip.id)


def test_dots_on_a_wall_need_the_number_of_people(room):
    room.open("gommettes", present=20)
    with pytest.raises(AtelierError) as told:
        room.enter(EntryWay.DOTS, given(A=15, B=12))
    assert "nombre de votants" in told.value.what
    room.enter(EntryWay.DOTS, given(A=15, B=12), voters=18)
    assert room.box.result.voters == 18


def test_closing_freezes_and_reopening_goes_on(room):
    room.open()
    room.enter(EntryWay.HANDS, given(A=3))
    room.keep(votes.close_vote(room.box, room.now, "On commence par le four."))
    assert room.box.vote.outcome == "On commence par le four."
    for gesture in (
        lambda: votes.enter(room.box, EntryWay.HANDS, given(B=1), room.now),
        lambda: votes.correct(room.box, room.box.entries[0].id, blank=1),
        lambda: votes.withdraw(room.box, room.box.entries[0].id),
    ):
        with pytest.raises(AtelierError, match="clos"):
            gesture()
    room.keep(votes.reopen(room.box))
    room.enter(EntryWay.CARDS, given(B=4))
    assert (room.box.vote.outcome, room.box.vote.closed) == ("", None)
    assert room.box.result.ahead[0].option.code == "B"


def test_every_gesture_is_undone_exactly(room):
    room.open(present=9)
    room.enter(EntryWay.HANDS, given(A=3))
    entry = room.box.entries[0]
    for gesture in (
        lambda box: votes.enter(box, EntryWay.CARDS, given(B=2), room.now),
        lambda box: votes.correct(box, entry.id, blank=1, voters=4),
        lambda box: votes.withdraw(box, entry.id),
        lambda box: votes.count_room(box, present=12, eligible=14),
        lambda box: votes.close_vote(box, room.now),
    ):
        before = room.box
        change = room.keep(gesture(before))
        assert change.title
        assert room.box != before
        room.keep(change.inverted())
        assert room.box == before
    change = room.keep(votes.remove_vote(room.box))
    assert (room.library.all(Vote), room.library.all(VoteEntry)) == ((), ())
    room.keep(change.inverted())
    assert room.box.result.voters == 3


@pytest.mark.parametrize(
    ("question", "options", "code", "said"),
    [
        (" ", CHOICES, "mains", "pas de question"),
        ("Qui ?", (), "mains", "pas assez de choix"),
        ("Qui ?", CHOICES[:1], "rangement", "pas assez de choix"),
        ("Qui ?", (*CHOICES, CHOICES[0]), "mains", "même code"),
        ("Qui ?", (Option(code="A", label=""),), "mains", "ni mots ni dessin"),
    ],
)
def test_a_vote_nobody_could_answer_is_refused(room, question, options, code, said):
    with pytest.raises(AtelierError) as told:
        votes.open_vote(room.workshop, question, options, preset(code).rule(3), TEN)
    assert said in told.value.what
    assert told.value.advice


def test_a_step_the_workshop_does_not_plan_is_refused(room):
    with pytest.raises(AtelierError, match="disparue"):
        room.open(step_id="disparue")
    with pytest.raises(AtelierError, match="moins de zéro"):
        room.open(present=-1)


def test_the_room_is_counted_again_one_figure_at_a_time(room):
    room.open("budget", eligible=9, present=8)
    room.keep(votes.count_room(room.box, present=7))
    assert (room.box.vote.eligible, room.box.vote.present) == (9, 7)
    room.keep(votes.count_room(room.box, eligible=12))
    assert (room.box.vote.eligible, room.box.vote.present) == (12, 7)
    with pytest.raises(AtelierError, match="moins de zéro"):
        votes.count_room(room.box, present=-1)


def test_votes_stand_in_the_order_they_were_opened(room):
    room.open()
    room.open("consentement", (), before=[room.box.vote])
    places = [box.vote.place for box in votes.read_votes(room.library, room.workshop.id)]
    assert places == sorted(set(places))
    room.enter(EntryWay.CARDS, (Tally(option="", count=5, level=1),))
    assert room.box.result.voters == 5
