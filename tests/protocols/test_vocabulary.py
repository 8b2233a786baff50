# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two tables of words cover the model, and no word means two things in one place."""

from dataclasses import fields
from enum import StrEnum

import pytest

from forgeatelier.model.reference import ref_list
from forgeatelier.protocols.vocabulary import _ENUMS, KEYS, effect_words, keys_of, need_words, words_of


@pytest.mark.parametrize("section", KEYS, ids=lambda section: section.__name__)
def test_every_field_of_the_model_has_its_key(section: type) -> None:
    named = [key.field for key in keys_of(section)]
    elsewhere = {"family"} if section.__name__ == "Objective" else set()
    assert sorted(named) == sorted({field.name for field in fields(section)} - elsewhere)


@pytest.mark.parametrize("section", KEYS, ids=lambda section: section.__name__)
def test_no_spelling_names_two_fields(section: type) -> None:
    spellings = [(spelling, key.field) for key in keys_of(section) for spelling in {key.fr, key.en}]
    assert len(spellings) == len(dict(spellings))


@pytest.mark.parametrize("closed", _ENUMS, ids=lambda closed: closed.__name__)
def test_every_value_of_a_closed_list_has_its_words(closed: type[StrEnum]) -> None:
    assert [word.value for word in words_of(closed)] == list(closed)


def test_effects_are_those_of_the_reference_list() -> None:
    assert [word.value for word in effect_words()] == [
        entry.code for entry in ref_list("effets-climat").entries
    ]


def test_needs_are_those_of_the_reference_list() -> None:
    assert [word.value for word in need_words()] == [entry.code for entry in ref_list("besoins").entries]
