# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files come by stick and by mail: bombs, photos renamed, strange encodings, and half-finished YAML."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from forgeatelier.protocols.complaint import Complaint, ProtocolComplaints
from forgeatelier.protocols.reading import read_protocol, read_protocol_text, read_with_notices
from forgeatelier.protocols.source import LARGEST

Ask = Callable[[str], tuple[Complaint, ...]]


def only(complaints: tuple[Complaint, ...]) -> str:
    assert len(complaints) == 1, complaints
    assert complaints[0].remedy
    return str(complaints[0]).replace("\u00a0", " ")


def refusal(path: Path) -> str:
    with pytest.raises(ProtocolComplaints) as trouble:
        read_protocol(path)
    return only(trouble.value.complaints)


def test_a_billion_laughs_are_refused_before_the_first_one(complaints_of: Ask) -> None:
    bomb = 'a: &a ["x","x"]\n' + "".join(
        f"{n}: &{n} [*{p},*{p}]\n" for p, n in zip("abcdefghi", "bcdefghij", strict=True)
    )
    found = complaints_of(bomb)
    assert "« &a » est un renvoi YAML, qui n’est pas accepté." in str(found[0]).replace("\u00a0", " ")
    assert found[0].line == 1
    assert all("renvoi" in one.what for one in found)


def test_a_pit_of_brackets_is_left_at_the_twentieth(small: str, complaints_of: Ask) -> None:
    assert "plus de 20 niveaux" in only(complaints_of("themes: " + "[" * 100_000))
    assert "plus de 20 niveaux" in only(complaints_of(small + "themes: " + "[" * 50 + "]" * 50))


def test_python_objects_are_never_built(small: str, complaints_of: Ask) -> None:
    said = only(
        complaints_of(small.replace("titre: Tresser", "titre: !!python/object/apply:os.getcwd Tresser"))
    )
    assert "ligne 5" in said
    assert "étiquettes de type" in said


def test_fifty_megabytes_are_refused_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "photo.yaml"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", lambda *_args, **_more: pytest.fail("the file was opened"))
    assert "pèse 50 Mo" in refusal(large)


def test_a_text_that_is_too_long_is_refused(small: str, complaints_of: Ask) -> None:
    assert "2 au plus" in only(complaints_of(small + "#" * LARGEST))


@pytest.mark.parametrize(
    ("codec", "notice"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("cp1252", "enregistré en Windows-1252"),
        ("utf-16", "enregistré en UTF-16"),
        ("utf-32", "enregistré en UTF-32"),
    ],
)
def test_accents_survive_whatever_program_saved_the_file(
    small: str, tmp_path: Path, codec: str, notice: str
) -> None:
    path = tmp_path / "panier.yaml"
    path.write_bytes(small.encode(codec))
    reading = read_with_notices(path)
    assert reading.protocol == read_protocol_text(small, "panier.yaml")
    assert reading.protocol.authors[0].name == "Aïssatou"
    assert [notice in str(one) for one in reading.notices] == ([True] if notice else [])


def test_windows_line_ends_are_line_ends(small: str, tmp_path: Path) -> None:
    path = tmp_path / "panier.yaml"
    text = small + "description: |\n  Un.\n  Deux.\n"
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert read_protocol(path).description == "Un.\nDeux."


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01",
        b"PK\x03\x04\x14\x00\x00\x00",
        b"titre: \x00\x00",
        b"\xff\xfet\x00i\x00t",
        b"caf\xe9 \x81\x8d",
        b"caf\xe9 \x07",
    ],
)
def test_what_is_not_text_is_refused_kindly(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "protocole.yaml"
    path.write_bytes(content)
    assert "Ce n’est pas un fichier de texte." in refusal(path)


def test_a_letter_saved_otherwise_than_the_rest_is_found(small: str, tmp_path: Path) -> None:
    path = tmp_path / "panier.yaml"
    path.write_bytes(small.encode().replace("prénoms".encode(), b"pr\xe9noms"))
    assert "ligne 27 : Une lettre de cette ligne est abîmée" in refusal(path)


def test_a_bell_in_the_text_is_found(small: str, complaints_of: Ask) -> None:
    said = only(complaints_of(small.replace("Tour de prénoms", "Tour de pré\x07noms")))
    assert "ligne 27 : Un signe invisible" in said


def test_half_a_sign_is_refused(small: str, complaints_of: Ask) -> None:
    assert "moitié de signe" in only(complaints_of(small.replace("Tresser un panier", "\ud83d")))


def test_folders_pipes_and_missing_files_are_refused(tmp_path: Path) -> None:
    assert "Ce n’est pas un fichier." in refusal(tmp_path)
    assert "ne s’ouvre pas" in refusal(tmp_path / "perdu.yaml")
    os.mkfifo(tmp_path / "tuyau.yaml")
    assert "Ce n’est pas un fichier." in refusal(tmp_path / "tuyau.yaml")


@pytest.mark.parametrize("text", ["", "# rien encore\n", "un simple texte", "- une\n- liste\n", "---\n"])
def test_a_file_that_says_nothing_is_told_how_to_begin(complaints_of: Ask, text: str) -> None:
    assert "Commencer par format: forge-atelier/protocole." in only(complaints_of(text))


def test_one_file_holds_one_protocol(small: str, complaints_of: Ask) -> None:
    assert "ligne 36 : Un second document commence ici." in only(complaints_of(small + "---\n" + small))


@pytest.mark.parametrize(
    ("before", "after", "line", "said"),
    [
        ("  total: 75", "\ttotal: 75", 14, "La ligne commence par une tabulation."),
        ("titre: Tresser un panier", "titre: Tresser : un panier", 5, "un « : » de trop"),
        ("titre: Tresser un panier", 'titre: "Tresser un panier', 5, "Un guillemet ouvert ici"),
        ("titre: Tresser un panier", "titre: 'L'osier'", 5, "Aligner les clés"),
        ("titre: Tresser un panier", "titre: *Tresser* un panier", 5, "Mettre le texte entre guillemets."),
        ("titre: Tresser un panier", "titre: @tous", 5, "Un texte ne peut pas commencer par ce signe."),
        ("titre: Tresser un panier", "titre: - Tresser", 5, "Un tiret de liste"),
        ("titre: Tresser un panier", 'titre: "C:\\panier"', 5, "L’écrire deux fois"),
        ("titre: Tresser un panier", "titre: > Tresser", 5, "le texte commence à la ligne suivante"),
        ("titre: Tresser un panier", "titre: !Tresser un panier", 5, "commence par « ! »"),
        ("titre: Tresser un panier", "titre: &Tresser un panier", 5, "« &Tresser »"),
        ("titre: Tresser un panier", "titre:Tresser un panier", 5, "deux-points, une espace, puis la valeur"),
        ("langue: fr", "langue: fr\nodd: [6, 7", 10, "Une liste ouverte par « [ »"),
        ("max: 12}", "max: 12", 13, "Un bloc ouvert par « { »"),
        ("    phase: Faire", "   phase: Faire", 31, "aligner la ligne sur les clés"),
        (
            "  - nom: Aïssatou",
            "  - nom: Aïssatou\n  nom: Fatou",
            12,
            "une ligne ne commence pas par un tiret",
        ),
    ],
)
def test_common_slips_of_yaml_are_explained_on_their_line(
    small: str, complaints_of: Ask, before: str, after: str, line: int, said: str
) -> None:
    assert before in small
    found = complaints_of(small.replace(before, after))
    assert said in only(found)
    assert found[0].line == line


def test_a_file_of_endless_steps_is_refused_before_anyone_waits():
    steps = "".join(f"  - {{id: e{n}, titre: x, minutes: 5}}\n" for n in range(9_000))
    with pytest.raises(ProtocolComplaints) as refused:
        read_protocol_text(f"format: forge-atelier/protocole\netapes:\n{steps}", "long.yaml")
    assert "trop de lignes" in str(refused.value.complaints[0])
