# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop proposes, the library answers with a new version, and nothing that was is lost."""

from dataclasses import replace
from datetime import date

import pytest

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.actions.prepare import new_workshop
from forgeatelier.actions.proposals import decline, plan_differences, propose, seen_today, waiting
from forgeatelier.actions.versions import new_version, reviewed, version_from
from forgeatelier.actions.workshops_at_hand import was_run, workshops_in_short
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.method.edition import Edition, Proposal, Review, Verdict
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.workshop.plan import derived_steps
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.store.library import Library

TODAY = date(2026, 3, 20)


@pytest.fixture
def cafe(library: Library) -> Protocol:
    return AtHand(library).get("cafe-du-monde", "fr")


@pytest.fixture
def workshop(library: Library, cafe: Protocol, now) -> Workshop:
    """A café for sixty in Ségou whose first round was made ten minutes longer, and whose harvest was dropped."""
    change = new_workshop(cafe, starts_on=date(2026, 3, 12), people=60, town="Ségou")
    library.apply(change, now)
    made = next(one for one in change.after if isinstance(one, Workshop))
    steps = derived_steps(made)
    own = replace(made, own_steps=True, state=WorkshopState.HELD)
    kept = [replace(steps[0], minutes=steps[0].minutes + 10), *steps[1:-1]]
    library.apply(Change("Adapter", (made,), (own, *kept)), now)
    return own


def test_only_what_was_edited_is_a_difference_whatever_the_number_of_people(library, workshop, cafe, now):
    found = plan_differences(library, workshop)
    assert [one.path for one in found] == [
        f"steps/{cafe.steps[0].id}/minutes",
        f"steps/{cafe.steps[-1].id}",
    ]
    untouched = replace(workshop, own_steps=False)
    assert plan_differences(library, untouched) == ()


def test_a_shipped_protocol_becomes_the_librarys_own_under_its_id_and_the_old_one_is_kept(
    library, workshop, cafe, now
):
    longer, dropped = plan_differences(library, workshop)
    library.apply(propose(library, workshop, (longer, dropped), "Ils étaient soixante."), now)
    yes, no = sorted(waiting(library, cafe.id), key=lambda one: one.path != longer.path)
    assert (yes.reason, yes.workshop_id, yes.version) == ("Ils étaient soixante.", workshop.id, cafe.version)
    assert seen_today(cafe, yes) == yes.before
    change = version_from(library, cafe, (yes,), note="Accueil plus long", on=TODAY, declined=(no,))
    library.apply(change, now)
    made = AtHand(library).get(cafe.id)
    assert made.id == cafe.id
    assert made.version == "1.1.0"
    assert made.change_note == "Accueil plus long"
    assert made.steps[0].minutes == cafe.steps[0].minutes + 10
    assert made.steps[-1] == cafe.steps[-1], "what was declined is not in it"
    assert made.duration.total == made.minutes
    (edition,) = library.all(Edition)
    assert (edition.version, edition.protocol, edition.kept_on) == (cafe.version, cafe, TODAY)
    assert {one.verdict for one in library.all(Proposal)} == {Verdict.ACCEPTED, Verdict.DECLINED}
    assert waiting(library) == ()
    library.apply(change.inverted(), now)
    assert library.all(Protocol) == ()
    assert library.all(Edition) == ()
    assert len(waiting(library)) == 2


def test_a_round_of_speech_is_proposed_for_the_group_the_protocol_is_best_with(library, now):
    change = new_workshop(AtHand(library).get("tour-de-table-objet", "fr"), people=40)
    made = change.after[-1]
    steps = derived_steps(made)
    (tour,) = [one for one in steps if one.per_person_seconds]
    library.apply(change, now)
    kept = [replace(one, minutes=one.minutes + 5) if one is tour else one for one in steps]
    library.apply(Change("Adapter", (made,), (replace(made, own_steps=True), *kept)), now)
    (one,) = plan_differences(library, library.get(Workshop, made.id))
    assert (one.before, one.after) == ("10 min", "15 min"), "ten for twelve people, and five more"


def test_proposing_the_same_place_again_replaces_what_waits(library, workshop, now):
    longer = plan_differences(library, workshop)[0]
    library.apply(propose(library, workshop, (longer,), "Trop court"), now)
    library.apply(propose(library, workshop, (longer,), "Vraiment trop court"), now)
    (one,) = waiting(library)
    assert one.reason == "Vraiment trop court"
    library.apply(decline((one,)), now)
    assert waiting(library) == ()


def test_a_version_needs_a_note_a_later_number_and_a_change(library, cafe):
    other = replace(cafe, pitch="Autre")
    for note, version, after in (
        ("  ", "", other),
        ("Note", "1.0.0", other),
        ("Note", "0.9", other),
        ("Note", "", cafe),
    ):
        with pytest.raises(AtelierError) as refused:
            new_version(library, cafe, after, note=note, version=version, on=TODAY)
        assert refused.value.advice


def test_a_proposal_about_a_step_that_is_gone_is_refused_in_words(library, workshop, cafe, now):
    longer = plan_differences(library, workshop)[0]
    library.apply(propose(library, workshop, (longer,)), now)
    without = replace(cafe, steps=cafe.steps[1:])
    assert seen_today(without, waiting(library)[0]) is None
    with pytest.raises(AtelierError, match="ne va plus"):
        version_from(library, without, waiting(library), note="Note", on=TODAY)


def test_what_was_held_is_known_and_a_review_is_kept(library, workshop, cafe, now):
    assert was_run(library, cafe.id)
    assert not was_run(library, "autre")
    (short,) = workshops_in_short(library)
    assert (short.heading, short.state, short.own_steps) == (workshop.heading, workshop.state, True)
    assert (short.protocol.id, short.protocol.version, short.protocol.steps) == (cafe.id, "1.0.0", ())
    library.apply(reviewed(cafe, TODAY, "Clair."), now)
    (review,) = library.all(Review)
    assert (review.protocol_id, review.version, review.note) == (cafe.id, cafe.version, "Clair.")


def test_versions_follow_one_another_and_every_one_is_kept(library, cafe, now):
    first = new_version(library, cafe, replace(cafe, pitch="Un"), note="Un", on=TODAY)
    library.apply(first, now)
    made = AtHand(library).get(cafe.id)
    library.apply(
        new_version(library, made, replace(made, pitch="Deux"), note="Deux", on=TODAY, version="2.0.0"), now
    )
    assert AtHand(library).get(cafe.id).pitch == "Deux"
    assert sorted(one.version for one in library.all(Edition)) == ["1.0.0", "1.1.0"]


def test_many_workshops_are_read_in_short_at_once(library, cafe, now):
    made = tuple(Workshop(title=f"Café {n}", protocol=cafe if n % 2 else None) for n in range(50))
    library.apply(Change("Corpus", (), made), now)
    found = workshops_in_short(library)
    assert sum(one.protocol is not None and one.protocol.id == cafe.id for one in found) == 25
    assert [one.title for one in found] == [one.title for one in library.all(Workshop)]
