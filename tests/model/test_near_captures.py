# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards that nearly say the same are found; cards that do not are left alone."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState
from forgeatelier.model.workshop.near_captures import key_of, near

_IDS = count()


def card(text: str, **more) -> Capture:
    return Capture(id=f"{next(_IDS):06}", workshop_id="w", text=text, **more)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le puits est à sec", "le PUITS est a sec"),
        ("Manque d’outil", "manque d'outils"),
        ("Soin des chevaux malades", "Soins du cheval malade"),
        ("Il manque une scie et des vis", "Il manque des vis et une scie"),
        ("Formation des jeunes filles", "Formation des jeune filles"),
        ("Le seau est percé", "les seaux percés, est"),
        ("Réparer la pompe du village", "Réparer la ponpe du village"),
    ],
)
def test_accents_plurals_case_and_a_slip_of_the_finger_make_no_difference(one, other):
    cards = (card(one), card(other), card("Une tout autre idée sur le bois"))
    assert near(cards) == (cards[:2],)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 filles à la table du bois", "6 filles à la table du bois"),
        ("Il y a de l’eau au puits", "Il n’y a pas d’eau au puits"),
        ("bois", "bain"),
        ("Le groupe du marché", "Le groupe de la mairie"),
        ("!!!", "…"),
    ],
)
def test_other_figures_a_no_and_other_words_stay_apart(one, other):
    assert near((card(one), card(other))) == ()


def test_photos_hidden_and_merged_cards_stay_out():
    text = "Le puits est à sec"
    cards = (
        card(text),
        card(text, kind=CaptureKind.PHOTO),
        card(text, state=CaptureState.DISCARDED),
        card(text, state=CaptureState.HIDDEN, same_as="000000"),
    )
    assert near(cards) == ()


@given(st.lists(st.text(max_size=30), max_size=12))
def test_no_card_is_in_two_groups_and_the_order_given_does_not_matter(texts):
    cards = [card(text) for text in texts]
    groups = near(cards)
    ids = [one.id for group in groups for one in group]
    assert len(ids) == len(set(ids))
    assert all(len(group) > 1 for group in groups)
    assert near(reversed(cards)) == groups


def test_words_that_carry_no_meaning_alone_still_make_a_key():
    assert key_of("Le la les") != ""
