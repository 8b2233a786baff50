# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody hands over a dossier made to harm: it is refused in one sentence, and nothing has changed."""

import os
import random
import struct
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundles.forging import Entry, entries_of, forge_zip, forged
from forgeatelier.bundles.arriving import limits
from forgeatelier.bundles.checking import check_bundle
from forgeatelier.ground.errors import AtelierError

CRATE = "data/ro-crate-metadata.json"


def everything(place: Path) -> dict[str, tuple[int, int, bytes | str]]:
    seen = {}
    for path in sorted(place.rglob("*")):
        status = path.lstat()
        what = str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else b""
        seen[str(path.relative_to(place))] = status.st_mtime_ns, status.st_mode, what
    return seen


@pytest.fixture(autouse=True)
def nothing_changes(tmp_path: Path) -> Iterator[None]:
    """Checking writes nothing, wherever the test leaves off."""
    yield
    assert not (tmp_path.parent / "evil.txt").exists()


def refused(path: Path, sentence: str) -> AtelierError:
    before = everything(path.parent)
    with pytest.raises(AtelierError, match=sentence) as error:
        check_bundle(path)
    assert everything(path.parent) == before
    assert error.value.advice
    assert "\n" not in error.value.what
    return error.value


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.txt",
        "b/data/../../../evil.txt",
        "/etc/cron.d/evil",
        "C:/Windows/evil.dll",
        "b\\..\\evil.txt",
        "b/data/fiche.md\0.exe",
        "b//evil.txt",
        "./evil.txt",
    ],
)
def test_s1_a_name_that_leaves_the_folder(small: Path, tmp_path: Path, name: str) -> None:
    path = forge_zip(tmp_path / "piege.zip", [*entries_of(small), Entry(name)])
    error = refused(path, "cherche à sortir du dossier")
    assert "\0" not in error.what


def test_s1_a_manifest_that_points_out_of_the_folder(small: Path) -> None:
    manifest = small / "manifest-sha256.txt"
    manifest.write_text(f"{'0' * 64}  data/../../secret.txt\n", encoding="utf-8")
    refused(small, "manifest-sha256.txt.*abîmé")


@pytest.mark.parametrize(
    ("mode", "dos"),
    [(0o120777, 0), (0o020666, 0), (0o060660, 0), (0o010644, 0), (0o040755, 0), (0o100644, 0x400), (0, 0x10)],
)
def test_s2_links_and_devices_in_a_zip(small: Path, tmp_path: Path, mode: int, dos: int) -> None:
    link = Entry("b/data/lien.md", b"/etc/passwd", mode=mode, dos=dos)
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), link]), "pas un fichier ordinaire")


def test_s2_links_in_a_folder_are_not_followed(small: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "carnet.txt").write_text("à moi")
    (small / "data" / "contenu" / "lien").symlink_to(secret)
    refused(small, "pas un fichier ordinaire")


def test_s2_a_pipe_in_a_folder_does_not_make_one_wait(small: Path) -> None:
    os.mkfifo(small / "data" / "tuyau")
    refused(small, "pas un fichier ordinaire")


def test_s3_the_same_name_twice(small: Path, tmp_path: Path) -> None:
    double = Entry("b/manifest-sha256.txt", b"0" * 64 + b"  data/autre.md\n")
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), double]), "deux fois")


def test_s3_two_bags_in_one_zip(small: Path, tmp_path: Path) -> None:
    other = Entry("autre/bagit.txt", (small / "bagit.txt").read_bytes())
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), other]), "deux fois")


@pytest.mark.parametrize("name", ["b/data/LISEZMOI.MD", "B/data/autre.md", "b/data/contenu"])
def test_s4_names_that_windows_takes_for_one(small: Path, tmp_path: Path, name: str) -> None:
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), Entry(name)]), "un seul fichier")


def test_s4_composed_and_decomposed_accents_are_one_name(small: Path, tmp_path: Path) -> None:
    pair = [Entry("b/data/e\u0301.md", flags=0x800), Entry("b/data/\u00e9.md", flags=0x800)]
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), *pair]), "un seul fichier")


@pytest.mark.parametrize("name", ["b/data/con", "b/data/NUL.md", "b/data/fin.", "b/data/fin ", "b/com1/x.md"])
def test_s4_names_that_windows_keeps_for_itself(small: Path, tmp_path: Path, name: str) -> None:
    refused(
        forge_zip(tmp_path / "piege.zip", [*entries_of(small), Entry(name)]),
        "ne peut pas exister sous Windows",
    )


def test_s5_a_small_file_that_would_fill_the_disk(small: Path, tmp_path: Path) -> None:
    bomb = Entry("b/data/zeros.csv", b"\0" * 20_000_000, method=8)
    path = forge_zip(tmp_path / "piege.zip", [*entries_of(small), bomb])
    assert path.stat().st_size < 100_000
    refused(path, "gonflerait démesurément")


def test_s5_a_bomb_among_heavy_pictures_is_seen_too(small: Path, tmp_path: Path) -> None:
    picture = Entry("b/data/photo.jpg", random.Random(3).randbytes(100_000))
    bomb = Entry("b/data/zeros.csv", b"\0" * 2_000_000, method=8)
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), picture, bomb]), "gonflerait démesurément")


def test_s5_many_small_bombs_are_one_bomb(small: Path, tmp_path: Path) -> None:
    bombs = [Entry(f"b/data/zeros{n}.csv", b"\0" * 1_000_000, method=8) for n in range(20)]
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), *bombs]), "gonflerait démesurément")


def test_s5_more_bytes_than_any_sheet(small: Path, tmp_path: Path) -> None:
    huge = [Entry(f"b/data/{n}.bin", b"x", size=limits.FILE, method=8) for n in range(3)]
    error = refused(forge_zip(tmp_path / "piege.zip", huge), "gonflerait|dépasse")
    assert "Rien n’a été repris" in error.advice


def test_s5_more_files_than_any_sheet(tmp_path: Path) -> None:
    many = [Entry(f"b/data/{n}", b"") for n in range(limits.ENTRIES + 1)]
    refused(forge_zip(tmp_path / "piege.zip", many), "plus de 20000 fichiers")


def test_s5_folders_in_folders_without_end(small: Path, tmp_path: Path) -> None:
    refused(
        forge_zip(tmp_path / "piege.zip", [*entries_of(small), Entry("b/" + "d/" * 40 + "x")]),
        "trop de dossiers",
    )


def test_s5_an_entry_that_unpacks_to_more_than_it_says_is_cut_off(small: Path, tmp_path: Path) -> None:
    zeros = entries_of(small)
    page = next(one for one in zeros if str(one.name).endswith("01-fiche.md"))
    grown = Entry(page.name, page.data + b"\0" * 90_000_000, method=8, size=len(page.data))
    path = forge_zip(tmp_path / "piege.zip", [grown if one is page else one for one in zeros])
    tracemalloc.start()
    report = check_bundle(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 20_000_000
    assert report.damaged == ("data/contenu/01-fiche.md",)
    assert not report.ok


def test_s6_entries_that_share_their_bytes(small: Path, tmp_path: Path) -> None:
    honest = entries_of(small)
    shared = Entry("b/data/double.md", honest[0].data, at=0, local_name=honest[0].name)
    refused(forge_zip(tmp_path / "piege.zip", [*honest, shared]), "se chevauchent")


@pytest.mark.parametrize("where", ["before", "between", "after"])
def test_s6_bytes_hidden_around_the_entries(small: Path, tmp_path: Path, where: str) -> None:
    path = forge_zip(tmp_path / "piege.zip", entries_of(small), **{where: b"MZ hidden program"})
    refused(path, "cachent des données")


def test_s6_a_comment_that_is_not_there(small: Path, tmp_path: Path) -> None:
    path = forge_zip(tmp_path / "piege.zip", entries_of(small))
    path.write_bytes(path.read_bytes()[:-2] + b"\5\0")
    refused(path, "cachent des données")


def test_s6_an_entry_whose_two_names_differ(small: Path, tmp_path: Path) -> None:
    liar = Entry("b/data/image.jpg", local_name="b/data/prog.exe")
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), liar]), "se contredit")


@pytest.mark.parametrize("kind", [0x0001, 0x7075])
def test_s6_a_second_name_or_size_for_other_readers(small: Path, tmp_path: Path, kind: int) -> None:
    liar = Entry("b/data/image.jpg", extra=struct.pack("<2H", kind, 4) + b"evil")
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), liar]), "se contredit")


@pytest.mark.parametrize(("flags", "method"), [(1, 0), (0x40, 0), (0, 12), (0, 99)])
def test_s6_encrypted_or_rare_zips(small: Path, tmp_path: Path, flags: int, method: int) -> None:
    odd = Entry("b/data/image.jpg", flags=flags, method=method)
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), odd]), "inhabituelle")


def test_s7_sizes_that_lie(small: Path, tmp_path: Path) -> None:
    liar = Entry("b/data/image.jpg", b"abc", size=3, local_size=300)
    refused(forge_zip(tmp_path / "piege.zip", [*entries_of(small), liar]), "se contredit")
    liar = Entry("b/data/image.jpg", b"abc", size=300)
    refused(forge_zip(tmp_path / "piege2.zip", [*entries_of(small), liar]), "se contredit")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"@graph": ' + '{"a": ' * 100 + "1" + "}" * 101,
        '{"@graph": [], "@graph": [1]}',
        '{"@graph": [NaN]}',
        '{"@graph": [-Infinity]}',
        '{"@graph": [1e999]}',
        '{"@graph": [' + "9" * 5000 + "]}",
        '{"@graph": ["\\ud800"]}',
    ],
    ids=["depth", "nested", "twice", "nan", "infinity", "overflow", "endless", "half"],
)
def test_s8_json_written_to_trap_its_reader(small: Path, text: str) -> None:
    refused(forged(small, {CRATE: text.encode()}), "pour piéger")


def test_s8_json_larger_than_any_crate(small: Path) -> None:
    refused(forged(small, {CRATE: b" " * (limits.JSON + 1)}), "dépasse 17 Mo")


BILLION = (
    "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b]\n"
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("data/guide.yaml", BILLION),
        ("data/RETRAITS.yaml", "sha256: !!python/object/apply:os.system ['true']\n"),
        ("data/protocoles/four.yaml", "[" * 5000),
        ("data/contenu/02-suite.md", f"---\n{BILLION}---\n\n# Suite\n"),
        ("data/REUSE.toml", "a = " + "[" * 5000),
        ("data/REUSE.toml", "a" + ".a" * 3_000 + " = 1"),
        ("data/REUSE.toml", 'version = 1\n[[annotations]]\npath = "' + "**a" * 30 + '"\n'),
    ],
    ids=["aliases", "tags", "depth", "front matter", "toml", "dots", "patterns"],
)
def test_s9_yaml_and_toml_written_to_trap_their_reader(small: Path, path: str, text: str) -> None:
    refused(forged(small, {path: text.encode()}), "pour piéger")


def test_something_else_than_a_bundle(tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 not a zip at all, but long enough to be one")
    refused(tmp_path / "vide", "pas un dossier publié")
    refused(tmp_path / "photo.jpg", "pas un dossier publié")
    refused(tmp_path / "absent.zip", "pas un dossier publié")
    refused(forge_zip(tmp_path / "autre.zip", [Entry("photos/a.jpg")]), "pas un dossier publié")


def test_half_a_dossier_says_so(small: Path) -> None:
    (small / "fetch.txt").write_text("arcp://uuid,x/a 1 data/a\n")
    refused(small, "qu’une partie de la fiche")


def test_a_refusal_travels_from_a_child_process(small: Path, tmp_path: Path) -> None:
    import pickle

    path = forge_zip(tmp_path / "piege.zip", [*entries_of(small), Entry("../evil.txt")])
    error = refused(path, "cherche à sortir")
    assert pickle.loads(pickle.dumps(error)).advice == error.advice
