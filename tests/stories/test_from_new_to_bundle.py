# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ndeye makes a library, a protocol, a workshop and a dossier; a school far away opens it on its own computer."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from forgeatelier.actions import harvest
from forgeatelier.model.change import Change
from forgeatelier.model.people.consent import Answer, Consent
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState, Recognisable
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.protocols.reading import read_protocol_text
from forgeatelier.store.library import Library
from stories.four_au_soleil import MISTAKES, WRITTEN, with_mistakes
from stories.jpeg_parts import more_than_pixels, traces_in

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
TITLE = "Cuire au soleil à Sya"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Documents" / "Ateliers de Ndeye"
    monkeypatch.setenv("FORGEATELIER_LIBRARY", str(folder))
    return folder


@pytest.fixture
def at_sya(library, says, tmp_path) -> Path:
    """The library with the protocol and the workshop, before anyone came."""
    file = tmp_path / "cuire-au-soleil.yaml"
    file.write_text(WRITTEN, encoding="utf-8")
    assert says("new", library)[0] == 0
    assert says("protocol", "add", file)[0] == 0
    code, _said = says(
        "workshop", "new", "--protocol", "cuire-au-soleil-dans-une-boite", "--title", TITLE, "--date", "12/03/2026",
        "--town", "Bobo-Dioulasso", "--country", "Burkina Faso", "--host", "Atelier des communs de Sya",
    )  # fmt: skip
    assert code == 0
    return library


def test_her_first_file_is_refused_with_every_mistake_at_once(says, tmp_path):
    file = tmp_path / "cuire-au-soleil.yaml"
    file.write_text(with_mistakes(), encoding="utf-8")
    code, said = says("protocol", "check", file)
    assert code == 1
    lines = said.splitlines()
    # The mistyped key is told twice: it is not known, and the title is missing.
    assert len(lines) == len(MISTAKES) + 1
    assert all(line.startswith("cuire-au-soleil.yaml, ligne ") for line in lines)
    for words in (
        "« tire »",
        "CC-BY-NC-4.0",
        " 42.",
        "« quatre heures »",
        "« -50 »",
        "« en rond »",
        "« gants fins »",
    ):
        assert sum(words in line for line in lines) == 1
    file.write_text(WRITTEN, encoding="utf-8")
    assert says("protocol", "check", file) == (
        0,
        f"{file} : « Cuire au soleil dans une boîte » se lit bien.\n",
    )


def test_the_three_real_lists_are_read_shown_and_added(at_sya, says, data, shared_data):
    lists = shared_data / "participants"
    expected = {"emargement_cp1252.csv": 34, "presence.xlsx": 24, "kobo_inscriptions.csv": 18}
    there = 0
    for name, people in expected.items():
        code, shown = says("people", "import", TITLE, lists / name)
        assert code == 0
        assert f"{people} personnes lues" in shown
        assert "Rien n’a été ajouté." in shown
        assert data("workshop", "show", TITLE)["people"] == there
        preview = data("people", "import", TITLE, lists / name)
        added = data("people", "import", TITLE, lists / name, "--apply")
        assert added["added"] == preview["new"]
        there += added["added"]
        code, again = says("people", "import", TITLE, lists / name, "--apply")
        assert code == 1
        assert "déjà dans l’atelier" in again
    assert data("workshop", "show", TITLE)["people"] == there
    names = {(p.family_name, p.given_names) for p in library_people(at_sya)}
    assert ("N’Guessan", "Bénédicte") in names
    assert all("Total" not in family for family, _given in names)


def library_people(folder: Path) -> tuple[Person, ...]:
    library = Library(folder, NOW)
    try:
        return library.all(Person)
    finally:
        library.close()


def library_captures(folder: Path) -> tuple[Capture, ...]:
    library = Library(folder, NOW)
    try:
        return library.all(Capture)
    finally:
        library.close()


def test_nobody_gave_more_than_the_list_says(at_sya, data, shared_data):
    data("people", "import", TITLE, shared_data / "participants" / "emargement_cp1252.csv", "--apply")
    library = Library(at_sya, NOW)
    try:
        consents = library.all(Consent)
    finally:
        library.close()
    # « Oui » under « Accord photo » says nothing of the world: only the use inside is granted.
    assert {c.open for c in consents} <= {Answer.UNASKED, Answer.REFUSED}
    assert any(c.internal is Answer.GRANTED for c in consents)
    assert all(c.as_said.startswith("Accord photo : ") for c in consents)


def test_the_real_photos_go_in_and_the_damaged_ones_are_refused_one_by_one(at_sya, says, data, shared_data):
    photos = shared_data / "photos"
    taken = data("capture", TITLE, photos / "journee", photos / "abimees", photos / "orientation")
    refused = {one["file"]: one for one in taken["refused"]}
    assert set(refused) == {"coupee_en_deux.jpg", "renommee.jpg"}
    assert "coupée" in refused["coupee_en_deux.jpg"]["what"]
    assert "n’est pas une photo" in refused["renommee.jpg"]["what"]
    assert all(one["advice"] for one in refused.values())
    # The messenger's copy and the camera's file are one picture under two names.
    assert len(taken["already"]) == 1
    assert taken["already"][0] in ("nikon-e950.jpg", "IMG-20260312-WA0007 (1).jpg")
    total = sum(1 for file in photos.rglob("*") if file.is_file())
    assert taken["added"] == total - 3
    again = data("capture", TITLE, photos)
    assert again["added"] == 0
    assert len(again["already"]) == total - 2
    nothing_but_pixels(at_sya / "media")
    upright(at_sya, photos / "orientation")


def nothing_but_pixels(folder: Path) -> None:
    """Every file below the folder is made of pixels alone, in each of its sizes."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 60
    for file in files:
        written = file.read_bytes()
        assert traces_in(written) == [], file
        assert more_than_pixels(written) == [], file


def upright(folder: Path, photos: Path) -> None:
    """The seven pictures of two scenes stand as the one that was never turned."""
    kept = {c.file_name: c for c in library_captures(folder)}
    scenes: dict[str, list[Image.Image]] = {"landscape": [], "portrait": []}
    for file in sorted(photos.iterdir()):
        capture = kept[file.name]
        scene = file.name.split("_")[0]
        assert (capture.width > capture.height) is (scene == "landscape"), file.name
        with Image.open(folder / "media" / capture.media[:2] / f"{capture.media}.jpg") as picture:
            scenes[scene].append(picture.convert("L").resize((24, 24)))
    for first, *others in scenes.values():
        for other in others:
            turned = [first.transpose(turn) for turn in Image.Transpose]
            difference = unlike(first, other)
            assert difference < 8
            assert difference < min(unlike(one, other) for one in turned)


def unlike(one: Image.Image, other: Image.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


def test_from_a_real_day_to_a_dossier_that_another_machine_opens(
    at_sya, says, data, shared_data, tmp_path, monkeypatch
):
    photos = shared_data / "photos"
    for name in ("emargement_cp1252.csv", "kobo_inscriptions.csv"):
        data("people", "import", TITLE, shared_data / "participants" / name, "--apply")
    data("capture", TITLE, photos / "journee", photos / "orientation")
    data(
        "capture", TITLE, "--note", "96 °C à 13 h 20, boîte posée sur une natte.", "--step", "essai", "--keep"
    )
    data("capture", TITLE, "--note", "Rappeler Salimata au 76 55 44 33", "--step", "cloture", "--keep")
    data(
        "capture",
        TITLE,
        "--decision",
        "Chaque quartier garde le four un mois.",
        "--step",
        "cloture",
        "--keep",
    )
    data("capture", TITLE, "--link", "https://forgecc.org/", "--step", "accueil", "--keep")
    choose_photos(at_sya)

    code, said = says("preflight", TITLE)
    assert code == 1
    assert "76 55 44 33" in said
    assert "« Salimata »" in said
    assert "Personne n’a dit qui est reconnaissable" in said
    assert said.endswith("Cette fiche ne peut pas encore être publiée.\n")
    assert says("publish", TITLE, "--to", tmp_path / "cle")[0] == 1
    assert not (tmp_path / "cle").exists()

    set_right(at_sya)
    assert data("preflight", TITLE)["ready"]
    done = data("publish", TITLE, "--to", tmp_path / "cle", "--format", "pdf,markdown", "--zip")
    assert done["pages"] > 4
    assert data("bundle", "check", done["path"])["sound"]
    nobody_is_named(Path(done["path"]), library_people(at_sya))

    # Elsewhere: another computer, another home, nothing but the stick.
    monkeypatch.setenv("FORGEATELIER_HOME", str(tmp_path / "ecole"))
    monkeypatch.setenv("FORGEATELIER_LIBRARY", str(tmp_path / "ecole" / "bibliotheque"))
    archive = tmp_path / "cle" / f"{done['name']}.zip"
    code, said = says("bundle", "check", archive)
    assert code == 0
    assert f"« {TITLE} », version 1.0.0 : le dossier est entier et conforme." in said
    read_without_the_program(archive, says, tmp_path)


def choose_photos(folder: Path) -> None:
    """In the window: three photos for the sheet, two of them described, one forgotten."""
    library = Library(folder, NOW)
    try:
        kept = {c.file_name: c for c in library.all(Capture) if c.kind is CaptureKind.PHOTO}
        for name, caption in (
            ("landscape_3.jpg", "Le champ voisin"),
            ("canon-ixus.jpg", "La vitre et son cadre"),
        ):
            chosen = replace(
                kept[name], step_id="vitrage", caption=caption, alt=f"{caption}, vus de près en plein jour.",
                recognisable=Recognisable.NOBODY, state=CaptureState.RETAINED,
            )  # fmt: skip
            library.apply(Change("Choisir", (kept[name],), (chosen,)), NOW)
        library.apply(harvest.retain((kept["IMG_5195.HEIC"],)), NOW)
    finally:
        library.close()


def set_right(folder: Path) -> None:
    """In the window: what the pre-flight asked for."""
    library = Library(folder, NOW)
    try:
        for capture in library.all(Capture):
            if "Salimata" in capture.text:
                library.apply(harvest.discard((capture,)), NOW)
            if capture.file_name == "IMG_5195.HEIC":
                library.apply(harvest.discard((capture,)), NOW)
    finally:
        library.close()


def nobody_is_named(bundle: Path, people: tuple[Person, ...]) -> None:
    """No name, telephone or address of the lists is anywhere in the dossier, nor any trace of a camera."""
    assert len(people) > 40
    written = b"\n".join(readable(file) for file in sorted(bundle.rglob("*")) if file.is_file())
    said = written.decode("utf-8", "replace")
    for person in people:
        assert person.heading not in said
        assert f"{person.family_name} {person.given_names}".strip() not in said
        assert not person.phone or person.phone not in said
        assert not person.email or person.email not in said
    for file in bundle.rglob("*.jpg"):
        assert traces_in(file.read_bytes()) == []
        assert more_than_pixels(file.read_bytes()) == []
    assert [trace for trace in traces_in(written) if b"xap" not in trace and b"xmpmeta" not in trace] == []


def readable(file: Path) -> bytes:
    """The bytes of a file, those inside a PDF unpacked."""
    if file.suffix != ".pdf":
        return file.read_bytes()
    plain = io.BytesIO()
    with pikepdf.open(file) as pdf:
        pdf.save(plain, stream_decode_level=pikepdf.StreamDecodeLevel.specialized, compress_streams=False)
    return plain.getvalue()


def read_without_the_program(archive: Path, says: Callable[..., tuple[int, str]], place: Path) -> None:
    """Python's own zipfile is enough; and the protocol inside runs again, elsewhere."""
    with zipfile.ZipFile(archive) as stick:
        assert stick.testzip() is None
        names = {name.partition("/")[2]: name for name in stick.namelist()}
        first = stick.read(names["data/LISEZMOI.md"]).decode()
        assert TITLE in first
        assert "CC" in first
        assert stick.read(names["data/sorties/fiche-a4.pdf"]).startswith(b"%PDF-")
        crate = json.loads(stick.read(names["data/ro-crate-metadata.json"]))
        assert crate["@graph"]
        pictures = [name for name in names if name.endswith(".jpg")]
        assert len(pictures) == 2
        for name in pictures:
            Image.open(io.BytesIO(stick.read(names[name]))).verify()
        whole = "\n".join(stick.read(names[name]).decode() for name in names if name.endswith(".md"))
        assert "96" in whole
        assert "Chaque quartier garde le four un mois." in whole
        assert "Salimata" not in whole
        (protocol,) = (
            name for name in names if name.startswith("data/protocoles/") and name.endswith(".yaml")
        )
        text = stick.read(names[protocol]).decode()
    assert read_protocol_text(text, "cuire.yaml").title == "Cuire au soleil dans une boîte"
    received = place / "cuire.yaml"
    received.write_text(text, encoding="utf-8")
    assert says("new")[0] == 0
    assert says("protocol", "add", received)[0] == 0
    assert says("workshop", "new", "--protocol", "cuire-au-soleil-dans-une-boite", "--town", "Thiès")[0] == 0
    library = Library(place / "ecole" / "bibliotheque", NOW)
    try:
        assert library.all(Workshop)[0].protocol == read_protocol_text(WRITTEN, "cuire.yaml")
    finally:
        library.close()
