# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference lists give every code a label in both languages."""

import pytest

from forgeatelier.model.reference import label, list_slugs, ref_list


@pytest.mark.parametrize("slug", list_slugs())
def test_a_list_is_whole(slug: str) -> None:
    found = ref_list(slug)
    assert found.slug == slug
    assert found.version
    assert found.source
    assert found.title("fr")
    assert found.title("en")
    codes = [entry.code for entry in found.entries]
    assert codes
    assert len(codes) == len(set(codes))
    assert all(entry.fr and entry.en for entry in found.entries)
    assert all(bool(entry.note_fr) == bool(entry.note_en) for entry in found.entries)


def test_there_are_seventeen_goals() -> None:
    assert [entry.code for entry in ref_list("odd").entries] == [str(number) for number in range(1, 18)]
    assert label("odd", "6", "fr") == "Eau propre et assainissement"
    assert label("odd", "6", "en") == "Clean water and sanitation"


def test_a_currency_knows_its_decimals() -> None:
    franc = ref_list("devises").entry("XOF")
    assert franc is not None
    assert (franc.extra["decimals"], franc.extra["symbol"]) == (0, "F CFA")


def test_an_unknown_code_or_list_shows_the_code() -> None:
    assert label("odd", "18", "fr") == "18"
    assert label("perdue", "x", "fr") == "x"
    with pytest.raises(KeyError):
        ref_list("../fr/four-solaire-boite")
