# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a sheet is called, its dossier can be copied to any stick, any phone, any mail."""

import dataclasses
import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exporting.sample_document import sample
from forgeatelier.bundles.contents import BundleContents, bundle_name
from forgeatelier.bundles.names import BadName, complaint, may_be_written, same_without_case
from forgeatelier.bundles.writing import write_bundle
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.commons.document import SheetDocument

SAMPLE = sample()
RESERVED = {"con", "prn", "aux", "nul", "com1", "lpt9"}


def document(title: str, version: str = "1.0.0", language: str = "fr") -> SheetDocument:
    sheet = dataclasses.replace(SAMPLE.sheet, title=title, version=version, language=language)
    return dataclasses.replace(SAMPLE, sheet=sheet)


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=320),
    st.text(max_size=30),
    st.sampled_from(["fr", "en", "wo", "../", "", "ar-Arab-x-private"]),
)
@example("☀️🔥 four solaire 🥘", "1.0.0", "fr")
@example("فرن شمسي من الكرتون", "1.0.0", "ar")
@example("../../../etc/passwd", "../../1", "fr")
@example("CON", "1.0.0", "fr")
@example("con.fr", "NUL", "AUX")
@example("é" * 300, "1" * 300, "fr")
@example("a" * 300, "1.2.0", "fr")
@example("\u202efour\x00.exe ", "1.0.0. ", "fr")
@example("", "", "")
def test_any_title_gives_a_name_that_any_disk_takes(title: str, version: str, language: str) -> None:
    name = bundle_name(document(title, version, language))
    assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*_[a-z0-9][a-z0-9.-]*_v[a-z0-9][a-z0-9.-]*", name, re.ASCII)
    assert len(name) <= 60
    assert not name.endswith((".", " "))
    assert name.split(".")[0] not in RESERVED
    assert complaint(name) is None


def test_a_usual_title_stays_readable() -> None:
    assert (
        bundle_name(document("Four solaire : œuvre à plusieurs", "1.2.0"))
        == "four-solaire-oeuvre-a-plusieurs_fr_v1.2.0"
    )


def test_two_titles_without_latin_letters_do_not_share_a_name() -> None:
    one = document("فرن شمسي")
    other = dataclasses.replace(one, series_id="0190a000-0000-7000-8000-00000000beef")
    assert bundle_name(one) != bundle_name(other)
    assert bundle_name(one) == bundle_name(document("☀️"))


@pytest.mark.parametrize(
    "title", ["☀️🔥", "فرن شمسي", "../../évasion", "CON", "a" * 300, "\udcff moitié", "AC\x00DC"]
)
def test_any_title_can_really_be_written_and_is_told_as_typed(
    title: str, small_contents: BundleContents, tmp_path, with_title: Callable[[str], SheetDocument]
) -> None:
    changed = dataclasses.replace(with_title(title), cover=None, harvest=())
    written = write_bundle(dataclasses.replace(small_contents, document=changed), tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [written.name]
    assert all(p.resolve().is_relative_to(tmp_path) for p in tmp_path.rglob("*"))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("../evil.txt", BadName.OUTSIDE),
        ("data/../../evil.txt", BadName.OUTSIDE),
        ("/etc/passwd", BadName.OUTSIDE),
        ("C:/windows/x", BadName.OUTSIDE),
        ("data\\evil.txt", BadName.OUTSIDE),
        ("data/a\0.md", BadName.OUTSIDE),
        ("data//a.md", BadName.OUTSIDE),
        ("", BadName.OUTSIDE),
        ("data/con.md", BadName.RESERVED),
        ("data/LPT1", BadName.RESERVED),
        ("data/fin.", BadName.RESERVED),
        ("data/fin ", BadName.RESERVED),
        ("data/été.md", BadName.LETTERS),
        ("data/" + "a" * 120, BadName.LONG),
        ("data/contenu/01-fiche.md", None),
        ("data/LICENSES/CC-BY-SA-4.0.txt", None),
    ],
)
def test_what_is_wrong_with_a_path_is_known(path: str, wrong: BadName | None) -> None:
    assert complaint(path) is wrong


def test_our_own_files_are_in_lower_case_but_for_those_people_look_for() -> None:
    assert may_be_written("LISEZMOI.md")
    assert may_be_written("medias/four_7bee34a47b5f.jpg")
    assert not may_be_written("medias/Four.jpg")
    assert not may_be_written("sorties/" + "a" * 115)


def test_names_that_a_stick_takes_for_one_are_seen() -> None:
    assert same_without_case(["data/a.md", "data/A.md"]) == ("data/a.md", "data/A.md")
    assert same_without_case(["Medias/a.jpg", "medias/b.jpg"]) == ("Medias", "medias")
    assert same_without_case(["e\u0301", "\u00e9"]) is not None
    assert same_without_case(["data/a", "data/a/b"]) == ("data/a", "data/a")
    assert same_without_case(["data/a.md", "data/b.md"]) is None


def test_a_picture_with_an_unusual_name_is_refused_with_advice(
    small_contents: BundleContents, tmp_path
) -> None:
    picture = next(iter(small_contents.files.values()))
    for name in ("medias/Été 2026.jpg", "medias/nul.jpg", "../evasion.jpg"):
        with pytest.raises(AtelierError, match="ne passerait pas"):
            write_bundle(dataclasses.replace(small_contents, files={name: picture}), tmp_path)
    assert list(tmp_path.iterdir()) == []
