# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two cards of one person become one: no presence is lost, the strictest answer stands, one Ctrl+Z takes it back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forgeatelier.actions.people_merging import (
    differences,
    find_twins,
    keep_apart,
    merge,
    merged,
    strays,
)
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.kinds import KINDS
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.people.consent import Answer, Consent, Matter, Use
from forgeatelier.model.people.consenting import consents_to
from forgeatelier.model.people.likeness import Reason, alike, look_alikes
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.people.sameness import Sameness
from forgeatelier.model.workshop.capture import Capture, CaptureKind, Recognisable
from forgeatelier.model.workshop.readiness import Task

DAY = date(2026, 3, 12)
HALVES = ("2026-03-12/am", "2026-03-12/pm", "2026-03-13/am")


def person(given_names, family_name, **said):
    return Person(given_names=given_names, family_name=family_name, **said)


def everything(library):
    return {one for cls in KINDS for one in library.all(cls)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Awa", "Traoré"), ("TRAORE", "awa")),
        (("Jean-Paul", "Zongo"), ("Jean Paul", "Zongo")),
        (("Jeanpaul", "Zongo"), ("Jean-Paul", "ZONGO")),
        (("Yao", "N’Guessan"), ("Yao", "Nguessan")),
        (("Ousmane", "Ouédraogo"), ("Ousmane", "Wedraogo")),
        (("Fatoumata", "Diallo"), ("Fatimata", "Dialo")),
        (("Ibrahima", "Ndiaye"), ("Ibraima", "N'Diaye")),
        (("محمد", "الفاسي"), ("محمد", "الفاسى")),
        (("ߊߡߊߘߎ", "ߖߊߟߏ"), ("ߊߡߊߘߎ", "ߖߊ߬ߟߏ")),
    ],
)
def test_the_same_name_written_two_ways_is_noticed(one, other):
    assert look_alikes([person(*one), person(*other)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Awa", "Traoré"), person("Ada", "Traoré")),
        (person("Awa", "Traoré"), person("Mariam", "Traoré")),
        (person("Awa", "Traoré", birth_year=1970), person("Awa", "Traoré", birth_year=2004)),
        (person("Dominique", "Zongo", sex=Sex.WOMAN), person("Dominique", "Zongo", sex=Sex.MAN)),
        (person("Awa", "Traoré"), person("Mariam Awa", "Traoré")),
    ],
)
def test_people_who_differ_are_not_offered(one, other):
    assert look_alikes([one, other]) == ()


def test_a_shared_telephone_brings_a_shortened_name_back():
    one = person("Awa", "Traoré", phone="+221 77 123 45 67")
    other = person("Mariam Awa", "Traoré", phone="77 123 45 67")
    assert alike(one, other).reasons == (Reason.PART_OF_NAME, Reason.SAME_PHONE)
    assert look_alikes([one, other])


def test_a_shared_telephone_alone_proves_nothing():
    assert (
        look_alikes([person("Awa", "Traoré", phone="77123456"), person("Issa", "Koné", phone="77123456")])
        == ()
    )


def test_the_filled_value_stays_and_the_careful_spelling():
    one = person("awa", "TRAORE", village="Kaolack", notes="Vient en moto")
    other = person("Awa", "Traoré", birth_year=1990, notes="Parle wolof", languages=("wo",))
    usual = {difference.name: difference.usual for difference in differences((one, other))}
    assert usual == {
        "family_name": "Traoré",
        "given_names": "Awa",
        "village": "Kaolack",
        "birth_year": 1990,
        "languages": ("wo",),
        "notes": "Vient en moto\nParle wolof",
    }


def a_life(library, now):
    """Two cards of one woman, each with something of its own in the library."""
    one, other = person("Awa", "Traoré", phone="77 123 45 67"), person("AWA", "TRAORE", village="Kaolack")
    third = person("Issa", "Koné")
    made = (
        one,
        other,
        third,
        Attendance(workshop_id="w1", person_id=one.id, presence=Presence.REGISTERED, half_days=HALVES[:1]),
        Attendance(workshop_id="w1", person_id=other.id, presence=Presence.PRESENT, half_days=HALVES[1:2]),
        Attendance(workshop_id="w2", person_id=other.id, presence=Presence.PRESENT, half_days=HALVES[2:]),
        TeamMember(workshop_id="w1", person_id=one.id, role="animateur"),
        TeamMember(workshop_id="w1", person_id=other.id, role="animateur"),
        TeamMember(workshop_id="w1", person_id=other.id, role="photographe"),
        Consent(person_id=one.id, workshop_id="w1", open=Answer.GRANTED, given_on=DAY),
        Consent(person_id=other.id, workshop_id="w1", open=Answer.REFUSED, given_on=DAY),
        Capture(
            workshop_id="w1",
            kind=CaptureKind.PHOTO,
            recognisable=Recognisable.PEOPLE,
            people=(one.id, other.id, third.id),
            author_id=other.id,
            owner_id=other.id,
        ),
        Task(workshop_id="w1", title="Louer la salle", person_id=other.id),
        keep_apart((other, third)).after[0],
    )
    library.apply(Change("", after=made), now)
    return one, other, third


def test_everything_follows_the_one_who_stays_and_one_undo_brings_both_back(library, now):
    one, other, third = a_life(library, now)
    before = everything(library)
    change = merge(library, (one, other), {})
    library.apply(change, now)
    assert {p.id for p in library.all(Person)} == {one.id, third.id}
    whole = library.get(Person, one.id)
    assert (whole.heading, whole.village, whole.phone) == ("Awa Traoré", "Kaolack", "77 123 45 67")
    first, second = sorted(library.all(Attendance), key=lambda there: there.workshop_id)
    assert (first.half_days, first.presence) == (HALVES[:2], Presence.PRESENT)
    assert (second.workshop_id, second.person_id) == ("w2", one.id)
    assert sorted(member.role for member in library.all(TeamMember, person_id=one.id)) == [
        "animateur",
        "photographe",
    ]
    assert len(library.all(Consent, person_id=one.id)) == 2
    assert not consents_to(whole, library.all(Consent), Matter.IMAGE, Use.OPEN, "w1", DAY)
    (photo,) = library.all(Capture)
    assert (photo.people, photo.author_id, photo.owner_id) == ((one.id, third.id), one.id, one.id)
    assert library.all(Task)[0].person_id == one.id
    assert {(link.same, frozenset((link.first_id, link.second_id))) for link in library.all(Sameness)} == {
        (True, frozenset((one.id, other.id))),
        (False, frozenset((one.id, third.id))),
    }
    library.apply(change.inverted(), now)
    assert everything(library) == before


def test_the_value_chosen_by_hand_stays(library, now):
    one, other, _third = a_life(library, now)
    library.apply(merge(library, (one, other), {"village": "Fatick"}), now)
    assert library.get(Person, one.id).village == "Fatick"


def test_two_people_are_not_offered_again_even_after_the_library_was_made_anew(library, now):
    one, other = person("Awa", "Traoré"), person("Awa", "Traore")
    library.apply(Change("", after=(one, other)), now)
    assert [{p.id for p in twins.people} for twins in find_twins(library)] == [{one.id, other.id}]
    library.apply(keep_apart((one, other)), now)
    library.rebuild()
    assert find_twins(library) == ()


def test_what_another_laptop_wrote_of_the_one_who_is_gone_finds_its_way(library, now):
    one, other, _third = a_life(library, now)
    library.apply(merge(library, (one, other), {}), now)
    assert strays(library) is None
    late = Attendance(workshop_id="w3", person_id=other.id, half_days=HALVES[:1])
    library.apply(Change("", after=(late,)), now)
    library.apply(strays(library), now)
    assert library.get(Attendance, late.id).person_id == one.id


def test_an_anonymised_card_stays_alone():
    one, other = person("Awa", "Traoré"), Person(sex=Sex.WOMAN, anonymised_on=DAY)
    with pytest.raises(AtelierError):
        merged((one, other), {}, (), one.id)


answers = st.sampled_from(list(Answer))
presences = st.builds(
    lambda who, where, halves, state: (who, where, halves, state),
    st.integers(0, 2),
    st.integers(0, 2),
    st.sets(st.sampled_from(HALVES)),
    st.sampled_from(list(Presence)),
)


@given(
    st.lists(presences, max_size=8, unique_by=lambda one: one[:2]),
    st.lists(st.tuples(st.integers(0, 2), answers), max_size=6),
)
def test_whatever_was_noted_no_half_day_is_lost_and_no_consent_loosens(noted, said):
    people = [person("Awa", "Traoré") for _card in range(3)]
    there = [
        Attendance(
            workshop_id=f"w{where}", person_id=people[who].id, half_days=tuple(sorted(halves)), presence=state
        )
        for who, where, halves, state in noted
    ]
    consents = [Consent(person_id=people[who].id, workshop_id="w0", open=answer) for who, answer in said]
    change = merged(people, {}, (*there, *consents), people[0].id)
    left = {one.id: one for one in (*there, *consents)}
    for before, after in change.pairs():
        if before is not None:
            left.pop(before.id, None)
        if after is not None:
            left[after.id] = after
    kept = [one for one in left.values() if isinstance(one, Attendance)]
    was = {(one.workshop_id, half) for one in there for half in one.half_days}
    assert {(one.workshop_id, half) for one in kept for half in one.half_days} == was
    assert len(kept) == len({one.workshop_id for one in there})
    assert all(one.person_id == people[0].id for one in kept)
    whole = [one for one in left.values() if isinstance(one, Consent)]
    assert len(whole) == len(consents)
    if {Answer.REFUSED, Answer.WITHDRAWN} & {answer for _who, answer in said}:
        assert not consents_to(people[0], whole, Matter.IMAGE, Use.OPEN, "w0", DAY)
    assert change.inverted().inverted() == change


def test_two_thousand_people_are_compared_few_by_few():
    families = [
        f"{first}{last}"
        for first in ("Traor", "Diall", "Kabor", "Ouedra")
        for last in ("é", "o", "a", "go", "iba")
    ]
    people = [
        person(f"Prénom{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}ta", families[n % 20]) for n in range(2000)
    ]
    seen = []
    look_alikes(people, progress=lambda done, total, label="": seen.append(total))
    # Everyone with everyone would be two million.
    assert max(seen) < 200_000


def test_numbered_names_are_as_many_people():
    people = [person("Participante", f"Invitée {number}") for number in range(300)]
    seen = []
    found = look_alikes(people, progress=lambda done, total, label="": seen.append(total))
    assert (found, sum(seen)) == ((), 0)
    assert alike(people[12], people[13]).score < 80
    assert alike(people[12], person("participante", "INVITEE 12")).reasons == (Reason.SAME_NAME,)
