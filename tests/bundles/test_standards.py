# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dossier is what others call a bag, a crate and a REUSE project: their own tools say so, without a network."""

import dataclasses
import io
import json
import logging
import subprocess
import sys
from pathlib import Path

import bagit
import pytest
import requests
import requests_cache
import rocrate
from markdown_it import MarkdownIt
from urllib3 import HTTPResponse

from forgeatelier.bundles.checking import check_bundle
from forgeatelier.bundles.contents import BundleContents, WrittenBundle
from forgeatelier.bundles.crate.root import CONTEXT, VERSION
from forgeatelier.bundles.writing import write_bundle
from forgeatelier.model.commons.document import StepHarvest
from forgeatelier.model.commons.licence import LICENCES, may_publish

CONTEXT_FILE = Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld"


@pytest.fixture
def crate(bundle: WrittenBundle) -> dict:
    return json.loads((bundle.path / "data" / "ro-crate-metadata.json").read_text(encoding="utf-8"))


def seed(cache: Path) -> None:
    """Give the validator's cache the one address it needs, from the package that carries it."""
    body = CONTEXT_FILE.read_bytes()
    assert json.loads(body)["@id"] == CONTEXT
    session = requests_cache.CachedSession(cache_name=str(cache), backend="sqlite", expire_after=-1)
    answer = requests.Response()
    answer.status_code, answer.url, answer._content, answer.reason = 200, CONTEXT, body, "OK"
    answer.headers["Content-Type"] = "application/ld+json"
    answer.raw = HTTPResponse(
        io.BytesIO(body), headers=dict(answer.headers), status=200, preload_content=False
    )
    answer.raw._request_url = CONTEXT
    answer.request = requests.Request("GET", CONTEXT).prepare()
    session.cache.save_response(answer)
    session.close()


def test_the_library_of_congress_tool_finds_the_bag_valid(bundle: WrittenBundle, caplog) -> None:
    caplog.set_level(logging.ERROR)
    bag = bagit.Bag(str(bundle.path))
    assert bag.validate()
    assert bag.version_info == (1, 0)
    assert bag.info["Source-Organization"] == "Collectif Soleil de Banko"


def reuse_licences(bundle: WrittenBundle) -> set[str]:
    said = subprocess.run(
        [sys.executable, "-m", "reuse", "lint", "--json"],
        cwd=bundle.path / "data",
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(said.stdout)
    assert said.returncode == 0, report["non_compliant"]
    assert report["summary"]["compliant"]
    return set(report["summary"]["used_licenses"])


def test_reuse_finds_every_file_under_a_licence(bundle: WrittenBundle) -> None:
    assert reuse_licences(bundle) == {"CC-BY-SA-4.0", "CC0-1.0"}


def test_a_text_that_quotes_a_licence_does_not_change_its_own(
    small_contents: BundleContents, tmp_path: Path
) -> None:
    quoting = "# Fiche\n\nÉcrire « SPDX-License-" + "Identifier: MIT » en tête du code.\n"
    texts = {**small_contents.texts, "contenu/01-fiche.md": quoting}
    written = write_bundle(dataclasses.replace(small_contents, texts=texts), tmp_path)
    assert reuse_licences(written) == {"CC-BY-SA-4.0", "CC0-1.0"}


def test_every_licence_of_the_list_can_leave_with_its_text(
    small_contents: BundleContents, tmp_path: Path
) -> None:
    cover, photo = small_contents.document.cover, next(iter(small_contents.files.values()))
    assert cover is not None
    licences = [one for one in LICENCES if may_publish(one)]
    pictures = [
        dataclasses.replace(cover, name=f"medias/{number:02}.jpg", licence=one, credit="Fonds d’images")
        for number, one in enumerate(licences)
    ]
    document = dataclasses.replace(
        small_contents.document, cover=None, harvest=(StepHarvest(step_id="", pictures=tuple(pictures)),)
    )
    texts = {"LISEZMOI.md": "# Images\n"}
    files = {picture.name: photo for picture in pictures}
    written = write_bundle(BundleContents(document=document, texts=texts, files=files), tmp_path)
    assert reuse_licences(written) == set(licences)
    assert check_bundle(written.path).findings == ()


def test_the_crate_passes_every_required_check(bundle: WrittenBundle, tmp_path: Path) -> None:
    seed(tmp_path / "cache")
    report = tmp_path / "report.json"
    command = [
        sys.executable,
        "-c",
        "from rocrate_validator.cli import cli; cli()",
        "-y",
        "validate",
        "--offline",
    ]
    command += ["--cache-path", str(tmp_path / "cache"), "--no-paging", "-l", "required"]
    command += ["-f", "json", "-o", str(report), str(bundle.path / "data")]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert report.is_file(), said.stdout + said.stderr
    found = json.loads(report.read_text(encoding="utf-8"))
    assert found["passed"], found["issues"]
    assert found["validation_settings"]["profile_identifier"] == f"ro-crate-{VERSION}"


def test_every_word_of_the_crate_is_in_its_context(crate: dict) -> None:
    known = json.loads(CONTEXT_FILE.read_text(encoding="utf-8"))["@context"]
    kinds = [kind for one in crate["@graph"] for kind in _several(one["@type"])]
    names = {name for one in crate["@graph"] for name in one if not name.startswith("@")}
    assert {*kinds, *names} <= set(known)


def test_the_crate_points_at_nothing_that_is_not_in_it(crate: dict) -> None:
    described = {one["@id"] for one in crate["@graph"]}
    assert len(described) == len(crate["@graph"])
    assert {ref for one in crate["@graph"] for ref in _refs(one)} - described == {
        f"https://w3id.org/ro/crate/{VERSION}"
    }


def test_single_values_are_not_lists(crate: dict) -> None:
    assert all(len(v) > 1 for one in crate["@graph"] for v in one.values() if isinstance(v, list))


def test_the_protocol_is_a_how_to_that_machines_read(crate: dict) -> None:
    entities = {one["@id"]: one for one in crate["@graph"]}
    method = entities["#protocole"]
    assert (method["@type"], method["totalTime"]) == ("HowTo", "PT5H35M")
    assert [entities[step["@id"]]["position"] for step in method["step"]] == list(range(1, 11))
    cut = entities[method["step"][2]["@id"]]
    assert [image["@id"].split("_")[0] for image in cut["image"]] == ["medias/tracer", "medias/emboiter"]
    assert entities[method["estimatedCost"]["@id"]]["currency"] == "XOF"
    assert entities[method["tool"][0]["@id"]]["name"] == "Cutter à lame large"
    assert entities[method["supply"][0]["@id"]]["requiredQuantity"] == "12 plaques"


def test_every_photo_says_what_it_shows_and_whose_it_is(crate: dict) -> None:
    photos = [one for one in crate["@graph"] if one["@type"] == ["File", "ImageObject"]]
    assert len(photos) == 12
    assert all(
        {"description", "license", "creditText", "width", "height", "sha256"} <= set(one) for one in photos
    )


def test_every_link_of_the_pages_leads_to_a_file(bundle: WrittenBundle) -> None:
    root = bundle.path / "data"
    followed = 0
    for page in root.rglob("*.md"):
        for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
            for child in token.children or ():
                address = str(child.attrs.get("href") or child.attrs.get("src") or "")
                if address and "://" not in address and not address.startswith(("#", "mailto:")):
                    assert (page.parent / address.split("#", maxsplit=1)[0]).exists(), (page, address)
                    followed += 1
    assert followed > 12


def _several(value: object) -> list:
    return value if isinstance(value, list) else [value]


def _refs(entity: dict) -> list[str]:
    values = [one for value in entity.values() for one in _several(value)]
    return [one["@id"] for one in values if isinstance(one, dict)]
