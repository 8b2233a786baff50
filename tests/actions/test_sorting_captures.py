# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Families, key words and merging on a board: each change says what it does and can be taken back."""

import pytest

from forgeatelier.actions.compose import _by_family
from forgeatelier.actions.sorting_captures import (
    apart,
    clusters_of,
    in_cluster,
    merged,
    rename_cluster,
    tagged,
    tags_in,
    tags_of,
)
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.workshop.capture import Capture, CaptureState


def card(name: str, **more) -> Capture:
    return Capture(id=name, workshop_id="w", text=name, **more)


def test_a_family_takes_in_what_is_not_in_it_yet_and_another_name_renames_all():
    cards = (card("a"), card("b", cluster="Eau"))
    change = in_cluster(cards, "  Eau ")
    assert [one.id for one in change.after] == ["a"]
    renamed = rename_cluster((*change.after, cards[1]), "Eau", "L’eau du puits")
    assert {one.cluster for one in renamed.after} == {"L’eau du puits"}
    with pytest.raises(AtelierError, match="n’a pas de nom"):
        rename_cluster(cards, "Eau", "  ")


def test_the_family_begun_first_comes_first():
    assert clusters_of((card("c", cluster="Bois"), card("a", cluster="Eau"), card("b", cluster="Bois"))) == (
        "Eau",
        "Bois",
    )


def test_key_words_are_typed_in_one_line_and_taken_off_with_a_sign():
    assert tags_in(" #eau, bois ;; eau ") == ("eau", "bois")
    change = tagged((card("a", tags=("bois",)), card("b")), "eau, -bois")
    assert [one.tags for one in change.after] == [("eau",), ("eau",)]
    assert tags_of(change.after) == ("eau",)
    assert tagged(change.after, "eau").after == (), "what is there already is no change"


def test_merging_hides_the_others_and_loses_nothing_they_said_about_themselves():
    first, second = card("a", tags=("eau",)), card("b", tags=("puits",), cluster="Eau")
    third, earlier = card("c", state=CaptureState.RETAINED), card("d", same_as="c", state=CaptureState.HIDDEN)
    change = merged((first, second, third), (first, second, third, earlier))
    now = {one.id: one for one in change.after}
    assert now["a"].tags == ("eau", "puits")
    assert now["a"].cluster == "Eau"
    assert now["a"].state is CaptureState.RETAINED, "one of them was in the sheet already"
    assert {(now[key].same_as, now[key].state) for key in "bcd"} == {("a", CaptureState.HIDDEN)}
    assert {one.id: one for one in change.inverted().after} == {
        "a": first,
        "b": second,
        "c": third,
        "d": earlier,
    }


def test_one_card_alone_is_not_merged_and_merged_ones_come_apart():
    with pytest.raises(AtelierError, match="une prise choisie"):
        merged((card("a"), card("a")))
    hidden = card("b", same_as="a", state=CaptureState.HIDDEN)
    (back,) = apart((card("a"), hidden)).after
    assert (back.same_as, back.state) == ("", CaptureState.SORTED)


def test_the_sheet_tells_the_notes_of_one_family_together():
    cards = [card("a"), card("b", cluster="Eau"), card("c"), card("d", cluster="Eau")]
    assert [one.id for one in _by_family(cards)] == ["a", "b", "d", "c"]
