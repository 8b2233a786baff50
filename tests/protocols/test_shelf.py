# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A facilitator looks for a method among those that ship and those of her own library."""

import os
from pathlib import Path

import pytest

from forgeatelier.ground.errors import AtelierError
from forgeatelier.protocols.complaint import ProtocolComplaints
from forgeatelier.protocols.shelf import Shelf

FRENCH_ID = "3f1d1c2a-5a0e-4a54-9d0c-0a4a8d6f1b11"
ENGLISH_ID = "aaaa1c2a-5a0e-4a54-9d0c-0a4a8d6f1b11"


def english(small: str) -> str:
    return (
        small.replace(FRENCH_ID, ENGLISH_ID)
        .replace("Tresser un panier", "Weaving a basket")
        .replace("langue: fr", f"langue: en\ntraduction_de: {{id: {FRENCH_ID}}}")
    )


@pytest.fixture
def shipped(small: str, tmp_path: Path) -> Path:
    """Two methods ship, one of them in two languages."""
    folder = tmp_path / "shipped"
    for language in ("fr", "en", "lists"):
        (folder / language).mkdir(parents=True)
    (folder / "lists" / "odd.yaml").write_text("list: odd\n")
    (folder / "fr" / "panier.yaml").write_text(small, encoding="utf-8")
    (folder / "en" / "panier.yaml").write_text(english(small), encoding="utf-8")
    seed = small.replace(FRENCH_ID, "bbbb1c2a-5a0e-4a54-9d0c-0a4a8d6f1b11").replace(
        "Tresser un panier", "Échange de semences"
    )
    (folder / "fr" / "semences.yaml").write_text(seed + "themes: [forêt, œuvre commune]\n", encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The protocols folder of a library, still empty."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def test_what_ships_is_there_by_title_in_each_language(shipped: Path) -> None:
    shelf = Shelf(None, shipped)
    assert [one.title for one in shelf.entries("fr")] == ["Échange de semences", "Tresser un panier"]
    assert [one.title for one in shelf.entries("en")] == ["Weaving a basket"]
    first = shelf.entries("fr")[1]
    assert (first.slug, first.minutes, first.pitch, first.own, first.broken) == (
        "panier",
        75,
        "Un panier solide en une matinée.",
        False,
        False,
    )


def test_each_method_is_offered_once_in_the_language_asked_for(shipped: Path) -> None:
    shelf = Shelf(None, shipped)
    assert [one.title for one in shelf.offered("en")] == ["Échange de semences", "Weaving a basket"]
    assert [one.title for one in shelf.offered("fr")] == ["Échange de semences", "Tresser un panier"]
    assert [one.title for one in shelf.offered("fon")] == ["Échange de semences", "Tresser un panier"]


def test_a_protocol_is_found_by_file_name_or_id_in_either_language(shipped: Path) -> None:
    shelf = Shelf(None, shipped)
    assert shelf.get("panier").title == "Tresser un panier"
    assert shelf.get("panier", "en").title == "Weaving a basket"
    assert shelf.get(FRENCH_ID, "en").title == "Weaving a basket"
    assert shelf.get(ENGLISH_ID, "fr").title == "Tresser un panier"
    assert shelf.get(ENGLISH_ID).title == "Weaving a basket"
    assert shelf.get("semences", "en").title == "Échange de semences"
    with pytest.raises(AtelierError, match="Aucun protocole ne s’appelle"):
        shelf.get("perdu")


def test_words_are_looked_for_without_case_or_accents_and_titles_come_first(
    shipped: Path, own: Path, small: str
) -> None:
    other = small.replace(FRENCH_ID, "cccc1c2a-5a0e-4a54-9d0c-0a4a8d6f1b11").replace(
        "Tresser un panier", "Abri"
    )
    (own / "abri.yaml").write_text(
        other.replace("Un panier solide", "Protéger les semences"), encoding="utf-8"
    )
    shelf = Shelf(own, shipped)
    assert [one.slug for one in shelf.find("SEMENCES", "fr")] == ["semences", "abri"]
    assert [one.slug for one in shelf.find("foret oeuvre")] == ["semences"]
    assert shelf.find("semences panier volant") == ()


def test_the_library_s_own_version_hides_the_shipped_one(shipped: Path, own: Path, small: str) -> None:
    (own / "mon-panier.yaml").write_text(
        small.replace("Tresser un panier", "Tresser à Cotonou"), encoding="utf-8"
    )
    shelf = Shelf(own, shipped)
    assert [(one.title, one.own) for one in shelf.entries("fr")] == [
        ("Échange de semences", False),
        ("Tresser à Cotonou", True),
    ]
    assert shelf.get(ENGLISH_ID, "fr").title == "Tresser à Cotonou"


def test_a_broken_file_stands_on_the_shelf_with_its_complaints(shipped: Path, own: Path, small: str) -> None:
    (own / "casse.yaml").write_text(small.replace("minutes: 15", "minutes: abc"), encoding="utf-8")
    shelf = Shelf(own, shipped)
    broken = [one for one in shelf.offered("fr") if one.broken]
    assert [one.title for one in broken] == ["casse"]
    assert "etapes[1].minutes" in str(broken[0].complaints[0])
    assert len(shelf.entries()) == 4
    with pytest.raises(ProtocolComplaints, match="abc"):
        shelf.get("casse")


def test_two_own_files_with_one_id_are_told_apart(shipped: Path, own: Path, small: str) -> None:
    (own / "a.yaml").write_text(small, encoding="utf-8")
    (own / "b.yaml").write_text(small, encoding="utf-8")
    broken = [one for one in Shelf(own, shipped).entries() if one.broken]
    assert [one.slug for one in broken] == ["b"]
    assert "le même identifiant que «\u00a0a.yaml\u00a0»" in broken[0].complaints[0].what


def test_hidden_files_and_other_files_are_left_alone(shipped: Path, own: Path, small: str) -> None:
    (own / ".panier.yaml.swp").write_text("x")
    (own / ".brouillon.yaml").write_text("x")
    (own / "notes.txt").write_text("x")
    (own / ".git").mkdir()
    (own / ".git" / "x.yaml").write_text("x")
    assert len(Shelf(own, shipped).entries()) == 3


def test_a_missing_folder_is_an_empty_one(shipped: Path, tmp_path: Path) -> None:
    assert len(Shelf(tmp_path / "nulle-part", shipped).entries()) == 3
    assert Shelf(None, tmp_path / "nulle-part").entries() == ()


def test_a_file_is_read_again_when_it_has_changed_and_only_then(
    own: Path, tmp_path: Path, small: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own / "panier.yaml"
    path.write_text(small, encoding="utf-8")
    shelf = Shelf(own, tmp_path / "rien")
    assert shelf.entries()[0].title == "Tresser un panier"
    opened: list[Path] = []
    usual = Path.open
    monkeypatch.setattr(
        Path, "open", lambda this, *args, **more: opened.append(this) or usual(this, *args, **more)
    )
    assert shelf.entries()[0].title == "Tresser un panier"
    assert opened == []
    path.write_text(small.replace("Tresser un panier", "Tresser deux paniers"), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert shelf.entries()[0].title == "Tresser deux paniers"
