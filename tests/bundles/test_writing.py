# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet leaves on a stick: whole or not at all, and twice the same."""

import dataclasses
import errno
import json
import os
import shutil
import zipfile
from collections import namedtuple
from pathlib import Path

import pytest
import yaml

from forgeatelier.bundles import durable, writing
from forgeatelier.bundles.contents import BundleContents, WrittenBundle
from forgeatelier.bundles.writing import write_bundle
from forgeatelier.bundles.zipping import zip_bundle
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.progress import Cancelled


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_dossier_opens_without_the_program(bundle: WrittenBundle) -> None:
    assert bundle.name == "four-solaire-en-carton_fr_v1.2.0" == bundle.path.name
    assert (bundle.path / "data" / "LISEZMOI.md").read_text(encoding="utf-8").startswith("---\ntype: index")
    assert (bundle.path / "data" / "sorties" / "fiche-a4.pdf").is_file()
    assert bundle.size == sum(len(data) for data in bytes_of(bundle.path).values())


def test_the_tag_files_say_which_version_of_which_sheet_this_is(bundle: WrittenBundle) -> None:
    info = dict(
        line.split(": ", 1)
        for line in (bundle.path / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    )
    assert info["External-Identifier"] == "urn:uuid:3f9c2a10-e7b4-4c55-9d21-6b0f6c1d2e3f"
    assert info["Bag-Group-Identifier"] == "urn:uuid:0190a000-0000-7000-8000-000000000003"
    assert (info["Bagging-Date"], info["Guide-Version"], info["Guide-Profile"]) == (
        "2026-04-02",
        "1.2.0",
        "complet",
    )
    payload = [p for p in (bundle.path / "data").rglob("*") if p.is_file()]
    assert info["Payload-Oxum"] == f"{sum(p.stat().st_size for p in payload)}.{len(payload)}"


def test_the_same_contents_give_the_same_bytes(
    contents: BundleContents, bundle: WrittenBundle, tmp_path: Path
) -> None:
    shuffled = dataclasses.replace(
        contents,
        texts=dict(reversed(contents.texts.items())),
        files=dict(reversed(contents.files.items())),
    )
    again = write_bundle(shuffled, tmp_path)
    assert bytes_of(again.path) == bytes_of(bundle.path)
    assert again.manifest_sha256 == bundle.manifest_sha256
    one = zip_bundle(again.path, tmp_path / "un.zip")
    for file in again.path.rglob("*"):
        os.utime(file, (1, 1))
    other = zip_bundle(again.path, tmp_path / "deux.zip")
    assert one.read_bytes() == other.read_bytes()


def test_writing_the_same_dossier_twice_is_success(contents: BundleContents, tmp_path: Path) -> None:
    first = write_bundle(contents, tmp_path)
    assert write_bundle(contents, tmp_path) == first


def test_another_dossier_of_the_same_name_is_never_written_over(
    small: Path, small_contents: BundleContents
) -> None:
    before = bytes_of(small.parent)
    changed = dataclasses.replace(small_contents, texts={**small_contents.texts, "JOURNAL.md": "# Journal\n"})
    with pytest.raises(AtelierError, match="s’appelle déjà") as refused:
        write_bundle(changed, small.parent)
    assert "dans un autre dossier" in refused.value.advice
    assert bytes_of(small.parent) == before


def test_stopping_in_the_middle_leaves_nothing(small_contents: BundleContents, tmp_path: Path) -> None:
    for moment in range(0, 30, 3):

        def stop(done: int, total: int, label: str = "", moment: int = moment) -> None:
            if done == moment and done < total:
                raise Cancelled

        with pytest.raises(Cancelled):
            write_bundle(small_contents, tmp_path / "cle", stop)
        assert list((tmp_path / "cle").iterdir()) == []


def test_a_stick_that_fills_up_leaves_nothing(
    small_contents: BundleContents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    def full(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) == 4:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(durable, "flush", full)
    with pytest.raises(AtelierError, match="Le support est plein"):
        write_bundle(small_contents, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_stick_without_room_is_refused_before_anything_is_written(
    small_contents: BundleContents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage(10**9, 10**9, 1000))
    with pytest.raises(AtelierError, match="il reste 1 ko"):
        write_bundle(small_contents, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_stick_that_gives_back_something_else_is_found_out(
    small_contents: BundleContents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = writing.write_through

    def lying(path: Path, chunks) -> None:
        real(path, chunks)
        if path.name == "LISEZMOI.md":
            path.write_bytes(path.read_bytes().replace(b"solaire", b"lunaire"))

    monkeypatch.setattr(writing, "write_through", lying)
    with pytest.raises(AtelierError, match="n’est pas ce qui y a été écrit"):
        write_bundle(small_contents, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_an_interrupted_attempt_left_is_swept_away(
    small_contents: BundleContents, tmp_path: Path
) -> None:
    left = tmp_path / "four-solaire-en-carton_fr_v1.2.0.partial" / "data"
    left.mkdir(parents=True)
    (left / "reste.txt").write_text("moitié")
    written = write_bundle(small_contents, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [written.name]
    assert not (written.path / "data" / "reste.txt").exists()


def test_a_picture_one_may_not_publish_stops_the_dossier(contents: BundleContents, tmp_path: Path) -> None:
    closed = dataclasses.replace(contents.document.pictures[0], licence="CC-BY-NC-4.0")
    document = dataclasses.replace(contents.document, cover=closed)
    with pytest.raises(AtelierError, match="ne permet pas de publier") as refused:
        write_bundle(dataclasses.replace(contents, document=document), tmp_path)
    assert "licence libre" in refused.value.advice
    assert list(tmp_path.iterdir()) == []


def test_exactly_the_licences_used_are_in_the_dossier(contents: BundleContents, tmp_path: Path) -> None:
    borrowed = dataclasses.replace(
        contents.document.pictures[0], licence="CC-BY-3.0", credit="Fonds d’images"
    )
    document = dataclasses.replace(contents.document, cover=borrowed)
    written = write_bundle(dataclasses.replace(contents, document=document), tmp_path)
    texts = {p.name for p in (written.path / "data" / "LICENSES").iterdir()}
    assert texts == {"CC-BY-SA-4.0.txt", "CC-BY-3.0.txt", "CC0-1.0.txt"}


def test_withdrawals_travel_as_hashes_and_nothing_else(bundle: WrittenBundle) -> None:
    said = yaml.safe_load((bundle.path / "data" / "RETRAITS.yaml").read_text(encoding="utf-8"))
    assert said == {"format": "forge-atelier/retraits", "format_version": 1, "sha256": ["ab" * 32]}


def test_the_outline_reads_from_the_first_page_to_the_journal(bundle: WrittenBundle) -> None:
    said = yaml.safe_load((bundle.path / "data" / "guide.yaml").read_text(encoding="utf-8"))
    files = [page["file"] for page in said["outline"]]
    assert files[:2] == ["LISEZMOI.md", "contenu/01-fiche.md"]
    assert files[-2:] == ["CREDITS.md", "JOURNAL.md"]
    assert said["editions"] == ["sorties/fiche-a4.pdf"]


def test_nothing_personal_leaves(bundle: WrittenBundle) -> None:
    everything = b"".join(bytes_of(bundle.path).values())
    assert b"CANARI-7731" not in everything
    assert b"/tmp/" not in everything


def test_people_are_in_the_crate_only_as_they_agreed(bundle: WrittenBundle) -> None:
    crate = json.loads((bundle.path / "data" / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    people = [one for one in crate["@graph"] if one["@type"] == "Person"]
    assert sorted(one["name"] for one in people) == ["Awa la Menuisière", "Ndella F."]
    assert all(set(one) == {"@id", "@type", "name"} and one["@id"].startswith("#p-") for one in people)
    event = next(one for one in crate["@graph"] if one["@type"] == "Event")
    assert event["startDate"] == "2026-03"
    assert "attendee" not in event


def test_the_same_person_cannot_be_followed_from_one_version_to_the_next(
    contents: BundleContents, bundle: WrittenBundle, tmp_path: Path
) -> None:
    document = dataclasses.replace(contents.document, version_id="3f9c2a10-e7b4-4c55-9d21-6b0f6c1d2eff")
    other = write_bundle(dataclasses.replace(contents, document=document), tmp_path)

    def ids(written: WrittenBundle) -> set[str]:
        crate = json.loads((written.path / "data" / "ro-crate-metadata.json").read_text(encoding="utf-8"))
        return {one["@id"] for one in crate["@graph"] if one["@id"].startswith(("#p-", "#o-"))}

    assert len(ids(other)) == len(ids(bundle)) > 2
    assert not ids(other) & ids(bundle)


def test_the_zip_is_read_from_what_says_most_to_what_weighs_most(
    bundle: WrittenBundle, tmp_path: Path
) -> None:
    with zipfile.ZipFile(zip_bundle(bundle.path, tmp_path)) as packed:
        entries = packed.infolist()
    names = [entry.filename.removeprefix(f"{bundle.name}/") for entry in entries]
    assert names[:2] == ["bagit.txt", "bag-info.txt"]
    order = [
        "data/ro-crate-metadata.json",
        "data/LISEZMOI.md",
        "data/contenu/01-fiche.md",
        "data/annexes/materiel.csv",
    ]
    assert [name for name in names if name in order] == order
    assert names[-1] == "data/sorties/fiche-a4.pdf"
    stored = {
        entry.filename.rpartition(".")[2] for entry in entries if entry.compress_type == zipfile.ZIP_STORED
    }
    assert stored == {"jpg", "pdf"}
    assert {entry.date_time for entry in entries} == {(2026, 4, 2, 0, 0, 0)}


def test_a_dossier_that_was_touched_is_not_zipped(small: Path, tmp_path: Path) -> None:
    (small / "data" / "LISEZMOI.md").write_text("Corrigé à la main\n", encoding="utf-8")
    with pytest.raises(AtelierError, match="a changé depuis"):
        zip_bundle(small, tmp_path)
    assert not list(tmp_path.glob("*.zip*"))


def test_stopping_the_zip_leaves_nothing(small: Path, tmp_path: Path) -> None:
    def stop(done: int, total: int, label: str = "") -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        zip_bundle(small, tmp_path / "fiche.zip", stop)
    assert not list(tmp_path.glob("*.zip*"))


def test_another_zip_of_the_same_name_is_never_written_over(small: Path, tmp_path: Path) -> None:
    (tmp_path / "fiche.zip").write_bytes(b"autre chose")
    with pytest.raises(AtelierError, match="s’appelle déjà"):
        zip_bundle(small, tmp_path / "fiche.zip")
    assert (tmp_path / "fiche.zip").read_bytes() == b"autre chose"
