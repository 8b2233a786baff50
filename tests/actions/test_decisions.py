# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was decided is carried by someone until a day, and the next workshop begins with what is still open."""

from datetime import UTC, date, datetime

import pytest

from forgeatelier.actions import votes
from forgeatelier.actions.decisions import amend, decide, decisions, follow
from forgeatelier.actions.opening_decisions import follows, insert_opening, open_decisions_for, opening_step
from forgeatelier.actions.plan import insert, read_plan
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState, Decided, Followed
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.vote import EntryWay, Tally
from forgeatelier.model.workshop.vote_presets import preset
from forgeatelier.model.workshop.workshop import Workshop

TEN = datetime(2026, 3, 12, 10, tzinfo=UTC)
OWNER = Person(id="awa", given_names="Awa", family_name="DIOMBÉRA")
WATER = Protocol(id="eau", title="Eau", language="fr")
FIRST = Workshop(id="w1", title="Puits 1", host_id="mairie", starts_on=date(2026, 3, 12), protocol=WATER)
NEXT = Workshop(id="w2", title="Puits 2", host_id="mairie", starts_on=date(2026, 4, 12), protocol=WATER)


@pytest.fixture
def register(library):
    def keep(*changes):
        for change in changes:
            library.apply(change, TEN)
        return library

    keep(Change("Personnes", after=(OWNER, FIRST, NEXT)))
    return keep


def decided(text, due=None, workshop=FIRST, **said):
    return decide(workshop, text, TEN, due=due, **said)


def made(change):
    return next(one for one in change.after if isinstance(one, Capture))


def test_a_consent_decision_keeps_the_vote_the_objections_and_how_they_were_met(register, library):
    register(
        votes.open_vote(FIRST, "Fermer le puits la nuit", (), preset("consentement").rule(1), TEN, present=26)
    )
    box = votes.read_votes(library, FIRST.id)[0]
    cards = (Tally(option="", count=24, level=1), Tally(option="", count=2, level=3))
    register(votes.enter(box, EntryWay.CARDS, cards, TEN, reasons=["Les soins de nuit"]))
    box = votes.read_vote(library, box.vote.id)
    register(decided("Fermer le puits de 22 h à 4 h", box=box, objections="Et les soins de nuit ?"))
    line = decisions(library, FIRST.id)[0]
    assert line.said.method.replace("\u00a0", " ") == "Vote : 26 cartes"
    assert (line.vote.question, line.to_work_on, line.is_open) == ("Fermer le puits la nuit", True, True)
    register(amend(line.capture, integrated="Une clé reste au dispensaire."))
    line = decisions(library, FIRST.id)[0]
    assert not line.to_work_on
    assert (line.said.integrated, line.said.objections) == (
        "Une clé reste au dispensaire.",
        "Et les soins de nuit ?",
    )


def test_a_vote_that_says_enough_is_the_decision(register, library):
    options = votes.options_from(["Four", "Puits"])
    register(votes.open_vote(FIRST, "Par où commencer ?", options, preset("mains").rule(2), TEN))
    box = votes.read_votes(library, FIRST.id)[0]
    register(votes.enter(box, EntryWay.HANDS, (Tally(option="A", count=3),), TEN))
    box = votes.read_vote(library, box.vote.id)
    assert "« Four » en tête" in made(decided("", box=box)).text.replace("\u00a0", " ")
    with pytest.raises(AtelierError):
        decided("")


def test_what_is_due_first_comes_first_and_can_be_asked_for(register, library):
    register(
        decided("Sans date"),
        decided("Peindre la margelle", date(2026, 5, 1)),
        decided("Acheter la corde", date(2026, 4, 1), owner_id=OWNER.id),
        decided("Autre atelier", date(2026, 3, 20), workshop=NEXT),
    )
    register(follow([decisions(library, NEXT.id)[0].capture], Followed.DONE))
    assert [one.text for one in decisions(library)] == [
        "Autre atelier",
        "Acheter la corde",
        "Peindre la margelle",
        "Sans date",
    ]
    assert [one.text for one in decisions(library, due_before=date(2026, 5, 1), open_only=True)] == [
        "Acheter la corde"
    ]
    line = decisions(library, FIRST.id)[0]
    assert line.owner == OWNER
    assert (line.is_late(date(2026, 4, 1)), line.is_late(date(2026, 4, 2))) == (False, True)
    assert not decisions(library, NEXT.id)[0].is_late(date(2027, 1, 1))


def test_a_decision_is_done_dropped_or_open_again_and_undone(register, library):
    register(decided("Acheter la corde"))
    was = decisions(library)[0].capture
    for state in (Followed.DONE, Followed.DROPPED):
        change = follow([was], state)
        register(change)
        assert decisions(library)[0].said.followed is state
        assert decisions(library, open_only=True) == ()
        register(change.inverted())
        assert decisions(library)[0].capture == was
    assert follow([was], Followed.OPEN).after == ()


def test_what_was_set_aside_is_not_in_the_register(register, library):
    register(
        Change(
            "Essais",
            after=tuple(
                Capture(workshop_id="w1", kind=CaptureKind.DECISION, text=state.value, state=state)
                for state in CaptureState
            ),
        )
    )
    assert {one.text for one in decisions(library)} == set(CaptureState) - {"discarded", "hidden"}
    assert decisions(library)[0].said == Decided()


def test_only_decisions_are_followed_and_none_is_left_without_words(register):
    note = Capture(workshop_id="w1", kind=CaptureKind.NOTE, text="Une note")
    for gesture in (lambda: follow([note], Followed.DONE), lambda: amend(note, due=None)):
        with pytest.raises(AtelierError, match="pas une décision"):
            gesture()
    kept = made(decided("Acheter la corde"))
    with pytest.raises(AtelierError):
        amend(kept, text="  ")
    assert amend(kept, text="Acheter la corde").after == ()
    assert amend(kept, text="Acheter deux cordes", owner_id="awa").after[0].owner_id == "awa"


def test_the_next_workshop_is_offered_what_is_open_as_its_first_step(register, library):
    register(
        decided("Acheter la corde", date(2026, 4, 1), owner_id=OWNER.id),
        decided("Peindre", None),
        decided("Déjà fait"),
    )
    register(follow([one.capture for one in decisions(library) if one.text == "Déjà fait"], Followed.DONE))
    assert [one.text for one in open_decisions_for(library, NEXT)] == ["Acheter la corde", "Peindre"]
    assert open_decisions_for(library, FIRST) == (), "nothing comes before the first one"
    register(insert(read_plan(library, NEXT), PlannedStep(title="Accueil", minutes=10)))
    now = library.get(Workshop, "w2")
    register(insert(read_plan(library, now), PlannedStep(title="Visite", zone=Zone.BEFORE), ""))
    change = insert_opening(library, now, date(2026, 4, 12))
    register(change)
    plan = read_plan(library, library.get(Workshop, "w2"))
    assert [one.title for one in plan.steps] == ["Visite", "Décisions ouvertes", "Accueil"]
    step = plan.steps[1]
    assert (
        step.notes.replace("\u00a0", " ")
        == "- Acheter la corde (pour le 1er avril 2026, en retard)\n- Peindre"
    )
    assert "Awa" not in repr(step), "a step is published: it names nobody"
    assert "corde" not in step.facilitator + step.instruction
    with pytest.raises(AtelierError, match="déjà dans le déroulé"):
        insert_opening(library, library.get(Workshop, "w2"))
    register(change.inverted())
    assert [one.title for one in read_plan(library, library.get(Workshop, "w2")).steps] == [
        "Visite",
        "Accueil",
    ]


def test_without_anything_open_there_is_nothing_to_insert(register, library):
    with pytest.raises(AtelierError, match="Aucune décision"):
        insert_opening(library, NEXT)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({"host_id": "mairie"}, {"host_id": "mairie"}, True),
        ({"host_id": "mairie", "protocol": WATER}, {"host_id": "école", "protocol": WATER}, False),
        ({"host_id": "mairie", "protocol": WATER}, {"protocol": WATER}, True),
        ({"protocol": WATER}, {"protocol": Protocol(id="four", title="Four")}, False),
        ({}, {}, False),
    ],
)
def test_workshops_of_one_host_or_of_one_series_follow_each_other(one, other, together):
    assert follows(Workshop(**one), Workshop(**other)) is together
    assert follows(Workshop(**other), Workshop(**one)) is together


def test_the_step_is_never_shorter_than_five_minutes_nor_longer_than_twenty(register, library):
    for count, minutes in ((1, 5), (4, 8), (15, 20)):
        register(*(decided(f"Décision {count}-{n}") for n in range(count - len(decisions(library)))))
        assert opening_step(decisions(library)).minutes == minutes


def test_only_earlier_workshops_that_belong_together_are_offered(register, library):
    def workshop(key, day, host="mairie"):
        return Workshop(id=key, title=key, host_id=host, starts_on=day and date(2026, day, 1))

    held = {
        "a-before": workshop("a-before", 2),
        "z-before": workshop("z-before", 1),
        "b-elsewhere": workshop("b-elsewhere", 1, "école"),
        "c-after": workshop("c-after", 6),
        "a-undated": workshop("a-undated", None),
        "z-undated": workshop("z-undated", None),
        "a-same-day": workshop("a-same-day", 4),
        "z-same-day": workshop("z-same-day", 4),
    }
    register(Change("Ateliers", after=tuple(held.values())))
    register(*(decided(key, workshop=one) for key, one in held.items()))
    now = workshop("m-now", 4)
    register(Change("Atelier", after=(now,)))
    offered = {one.text for one in open_decisions_for(library, now)}
    assert offered == {"a-before", "z-before", "a-undated", "a-same-day"}
