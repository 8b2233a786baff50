# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A colleague receives a dossier: what it is, whether it is whole, and what to do about the rest."""

import dataclasses
import json
import pickle
import random
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from bundles.conftest import WITHDRAWN
from bundles.forging import Entry, entries_of, forge_zip, forged, zipped_by_hand
from forgeatelier.bundles.checking import check_bundle
from forgeatelier.bundles.contents import BundleContents, WrittenBundle
from forgeatelier.bundles.report import BundleReport, Level
from forgeatelier.bundles.writing import write_bundle
from forgeatelier.bundles.zipping import zip_bundle
from forgeatelier.ground import words
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.progress import Cancelled

PAGE = "data/contenu/01-fiche.md"


def said(report: BundleReport) -> str:
    return "\n".join(f"{one.what} {one.advice}" for one in report.findings).replace("\u00a0", " ")


def test_what_we_publish_arrives_whole_and_without_a_remark(bundle: WrittenBundle, tmp_path: Path) -> None:
    for path in (bundle.path, zip_bundle(bundle.path, tmp_path)):
        report = check_bundle(path)
        assert (report.findings, report.ok) == ((), True)
        assert report.withdrawals == (WITHDRAWN,)


def test_the_facts_are_shown_before_anything_is_taken_in(bundle: WrittenBundle) -> None:
    facts = check_bundle(bundle.path).facts
    assert (facts.title, facts.version, facts.language) == ("Four solaire en carton", "1.2.0", "fr")
    assert (facts.made_on, facts.licence) == (date(2026, 4, 2), "CC-BY-SA-4.0")
    assert facts.collective == "Collectif Soleil de Banko"
    assert facts.version_id == "3f9c2a10-e7b4-4c55-9d21-6b0f6c1d2e3f"
    payload = [p for p in (bundle.path / "data").rglob("*") if p.is_file()]
    assert (facts.files, facts.size) == (len(payload), sum(p.stat().st_size for p in payload))


def test_a_dossier_zipped_again_by_hand_is_still_itself(small: Path, tmp_path: Path) -> None:
    report = check_bundle(zipped_by_hand(small, tmp_path / "refait.zip"))
    assert report.ok
    assert report.facts == check_bundle(small).facts


def test_a_zip_written_as_a_stream_is_read_too(small: Path, tmp_path: Path) -> None:
    import struct
    import zlib

    entries = entries_of(small)
    streamed = []
    for one in entries:
        after = struct.pack("<4s3L", b"PK\7\x08", zlib.crc32(one.data), len(one.data), len(one.data))
        streamed.append((one, after))
    body, path = b"", tmp_path / "flux.zip"
    plain = forge_zip(path, [dataclasses.replace(one, flags=8) for one, _after in streamed]).read_bytes()
    # Put each size record after its bytes, and blank the header that came before.
    listed, here = b"", 0
    begin = struct.unpack("<L", plain[-6:-2])[0]
    at = begin
    for one, after in streamed:
        name = str(one.name).encode()
        length = 30 + len(name) + len(one.data)
        header = bytearray(plain[here : here + length])
        header[14:26] = b"\0" * 12
        record = bytearray(plain[at : at + 46 + len(name)])
        record[42:46] = struct.pack("<L", len(body))
        body += bytes(header) + after
        listed += bytes(record)
        here, at = here + length, at + 46 + len(name)
    end = bytearray(plain[-22:])
    end[16:20] = struct.pack("<L", len(body))
    path.write_bytes(body + listed + bytes(end))
    assert check_bundle(path).ok


def test_a_damaged_picture_is_named(small: Path) -> None:
    picture = next((small / "data" / "medias").iterdir())
    picture.write_bytes(picture.read_bytes()[:-1] + b"\0")
    report = check_bundle(small)
    assert report.damaged == (f"data/medias/{picture.name}",)
    assert not report.ok
    assert "est abîmé" in said(report)
    assert "nouvelle copie" in said(report)


def test_a_page_corrected_by_hand_is_no_longer_what_was_published(small: Path) -> None:
    page = small / PAGE
    page.write_text(page.read_text(encoding="utf-8") + "\n[Suite](absente.md)\n", encoding="utf-8")
    report = check_bundle(small)
    assert report.damaged == (PAGE,)
    assert "absente.md" not in said(report)


def test_a_zip_knows_its_own_damage_even_without_sums_for_the_tags(small: Path, tmp_path: Path) -> None:
    (small / "tagmanifest-sha256.txt").unlink()
    path = forge_zip(tmp_path / "b.zip", entries_of(small))
    path.write_bytes(path.read_bytes().replace(b"Guide-Version: 1.2.0", b"Guide-Version: 1.2.9", 1))
    with pytest.raises(AtelierError, match=r"bag-info\.txt.*est abîmé"):
        check_bundle(path)


def test_what_is_missing_and_what_is_too_much_are_told_apart(small: Path) -> None:
    (small / "data" / "annexes" / "materiel.csv").unlink()
    (small / "data" / "notes de Paul.txt").write_text("à garder pour moi")
    (small / "data" / ".DS_Store").write_bytes(b"\0")
    report = check_bundle(small)
    assert report.missing == ("data/annexes/materiel.csv",)
    assert report.unknown == ("data/.DS_Store", "data/notes de Paul.txt")
    assert "« data/annexes/materiel.csv » manque." in said(report)
    assert "n’a pas été ouvert" in said(report)


def test_a_stray_file_alone_does_not_stop_anyone(small: Path) -> None:
    (small / "Thumbs.db").write_bytes(b"\0")
    report = check_bundle(small)
    assert [one.level for one in report.findings] == [Level.WARNING]
    assert report.ok


def test_a_changed_list_of_files_is_found_out(small: Path) -> None:
    manifest = small / "manifest-sha256.txt"
    lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    manifest.write_text("".join(lines[1:]), encoding="utf-8")
    report = check_bundle(small)
    assert "manifest-sha256.txt" in report.damaged


def test_the_announced_weight_must_be_right(small: Path) -> None:
    forged(small, {})
    info = small / "bag-info.txt"
    info.write_text(
        info.read_text(encoding="utf-8").replace("Payload-Oxum: ", "Payload-Oxum: 1"), encoding="utf-8"
    )
    (small / "tagmanifest-sha256.txt").unlink()
    report = check_bundle(small)
    assert "Le nombre ou le poids des fichiers" in said(report)
    assert "ne sont pas protégées" in said(report)


@pytest.mark.parametrize(
    ("text", "sentence", "level"),
    [
        ("[suite](02-suite.md)", "un lien ne mène à rien : « 02-suite.md »", Level.WARNING),
        ("![Un four](../medias/absente.jpg)", "un lien ne mène à rien", Level.WARNING),
        ("![](../medias/four_7bee34a47b5f.jpg)", "n’a pas de description", Level.WARNING),
        ("![Un four](https://example.org/four.jpg)", "chercher sur internet", Level.WARNING),
        ("[plan](../../../../etc/passwd)", "sort du dossier ou lancerait", Level.BLOCKING),
        ("[plan](/etc/passwd)", "sort du dossier ou lancerait", Level.BLOCKING),
        ("[plan](file:///etc/passwd)", "sort du dossier ou lancerait", Level.BLOCKING),
        ("[plan](java&#115;cript:alert(1))", "sort du dossier ou lancerait", Level.BLOCKING),
        ("[plan](<java\tscript:alert(1)>)", "sort du dossier ou lancerait", Level.BLOCKING),
        ("[plan][1]\n\n[1]: javascript:alert(1)", "sort du dossier ou lancerait", Level.BLOCKING),
        ("<script>alert(1)</script>", "contient un programme", Level.BLOCKING),
        ("<img src=x onerror=alert(1)>", "contient un programme", Level.BLOCKING),
    ],
)
def test_links_and_pictures_of_a_page_are_followed_on_paper(
    small: Path, text: str, sentence: str, level: Level
) -> None:
    forged(small, {PAGE: f"# Fiche\n\n{text}\n".encode()})
    report = check_bundle(small)
    found = [one for one in report.findings if one.place == PAGE]
    assert any(sentence in one.what.replace("\u00a0", " ") and one.level is level for one in found), said(
        report
    )
    assert all(one.advice for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "[lisez-moi](../LISEZMOI.md#licence)",
        "[dossier](../annexes/) et [web](https://example.org/a_(b))",
        "`[faux](absent.md)` et \\[faux](absent.md)",
        "```\n[faux](absent.md) <script>\n```",
        '[![Un four](../medias/four_7bee34a47b5f.jpg)](../medias/four_7bee34a47b5f.jpg "Un four")',
        "[note](#haut) et <https://example.org>",
    ],
)
def test_sound_pages_are_left_in_peace(small: Path, text: str) -> None:
    forged(small, {PAGE: f"# Fiche\n\n{text}\n".encode()})
    found = [one for one in check_bundle(small).findings if one.place == PAGE and "catalogue" not in one.what]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "`" * 200_001,
        "[](" * 100_000,
        "![" * 100_000 + "](" * 100_000,
        "<a " * 150_000,
        '<img src="' * 50_000,
        "\\" * 200_000,
    ],
    ids=["brackets", "ticks", "links", "images", "tags", "quotes", "backslashes"],
)
def test_a_page_written_to_be_slow_is_read_in_one_pass(small: Path, text: str) -> None:
    forged(small, {PAGE: text.encode(), "data/ro-crate-preview.html": text.encode()})
    with suppress(AtelierError):
        check_bundle(small)


def test_a_web_page_that_runs_something_is_not_to_be_opened(small: Path) -> None:
    page = b'<html><body onload="x()"><img src="medias/four_7bee34a47b5f.jpg"></body></html>'
    forged(small, {"data/ro-crate-preview.html": page})
    told = said(check_bundle(small))
    assert "Ne l’ouvrez pas dans un navigateur" in told
    assert "n’a pas de description" in told


def test_each_file_needs_a_licence(small: Path) -> None:
    rules = '[[annotations]]\npath = ["*.md", "LICENSES/**"]\nSPDX-License-Identifier = "CC-BY-NC-4.0"\n'
    forged(small, {"data/REUSE.toml": rules.encode()})
    told = said(check_bundle(small))
    assert "Rien ne dit sous quelle licence est « data/medias/four_7bee34a47b5f.jpg »" in told
    assert "« data/LISEZMOI.md » est sous une licence qui ne permet pas de republier (CC-BY-NC-4.0)" in told
    assert "Le texte de la licence CC-BY-NC-4.0 manque" in told
    (small / "data" / "REUSE.toml").unlink()
    forged(small, {})
    assert "Rien ne dit sous quelle licence sont les fichiers" in said(check_bundle(small))


def test_what_was_withdrawn_is_not_shown_again(
    small: Path, small_contents: BundleContents, tmp_path: Path
) -> None:
    import hashlib

    picture = hashlib.sha256(next(iter(small_contents.files.values())).read_bytes()).hexdigest()
    written = write_bundle(dataclasses.replace(small_contents, withdrawals=(picture,)), tmp_path)
    report = check_bundle(written.path)
    assert "a été retiré par les personnes concernées" in said(report)
    assert not report.ok


def test_a_crate_that_describes_other_files_is_noticed(small: Path) -> None:
    crate = json.loads((small / "data" / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    photo = next(one for one in crate["@graph"] if one["@id"].startswith("medias/"))
    photo["sha256"] = "0" * 64
    del photo["description"]
    forged(small, {"data/ro-crate-metadata.json": json.dumps(crate).encode()})
    told = said(check_bundle(small))
    assert "décrit autrement « data/medias/four_7bee34a47b5f.jpg »" in told
    assert "ne décrit pas l’image" in told


@pytest.mark.parametrize(
    "text", [b"{}", b"[]", b"{broken", b"\xff\xfe", b'{"@graph": [{"@id": 1}, 3, null]}', b""]
)
def test_a_crate_without_the_shape_of_one_is_only_a_remark(small: Path, text: bytes) -> None:
    forged(small, {"data/ro-crate-metadata.json": text})
    report = check_bundle(small)
    assert report.findings
    assert report.facts.title.startswith("Four solaire en carton — ")


def test_a_title_that_hides_something_is_shown_plainly(small: Path) -> None:
    crate = json.loads((small / "data" / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    crate["@graph"][1]["name"] = "Four\n\u202e solaire\u0000 " + "a" * 5000
    forged(small, {"data/ro-crate-metadata.json": json.dumps(crate).encode()})
    title = check_bundle(small).facts.title
    assert title.startswith("Four solaire aaa")
    assert len(title) == 200


def test_a_thousand_remarks_do_not_bury_the_reader(small: Path) -> None:
    forged(small, {PAGE: b"# Fiche\n\n" + b"".join(b"[x](a%d.md)\n" % n for n in range(5000))})
    findings = check_bundle(small).findings
    assert len(findings) <= 201


def test_one_may_stop_the_check(small: Path) -> None:
    def stop(done: int, total: int, label: str = "") -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_bundle(small, stop)


def test_the_report_can_come_from_another_process(small: Path) -> None:
    report = check_bundle(small)
    assert pickle.loads(pickle.dumps(report)) == report


def test_the_sentences_follow_the_language_of_the_window(small: Path) -> None:
    (small / "data" / "annexes" / "materiel.csv").unlink()
    words.use("en")
    assert check_bundle(small).findings[0].place == "data/annexes/materiel.csv"


def harmless(path: Path, sound: BundleReport) -> bool:
    """Whether a touched zip was refused, or told to be damaged, or is to the letter what it was."""
    try:
        report = check_bundle(path)
    except AtelierError as error:
        return bool(error.what and error.advice)
    if not report.ok:
        return True
    return report.facts == sound.facts and not report.missing


def test_any_flipped_bit_is_refused_told_or_harmless(small_zip: Path, tmp_path: Path) -> None:
    whole, sound, path = small_zip.read_bytes(), check_bundle(small_zip), tmp_path / "touche.zip"
    chance = random.Random(20260402)
    # The list at the end is where most tricks are played: it gets half of the blows.
    places = [chance.randrange(len(whole)) for _ in range(110)]
    places += [chance.randrange(len(whole) - 2500, len(whole)) for _ in range(110)]
    refused = 0
    for place in places:
        touched = bytearray(whole)
        touched[place] ^= 1 << chance.randrange(8)
        path.write_bytes(touched)
        assert harmless(path, sound), place
        try:
            refused += not check_bundle(path).ok
        except AtelierError:
            refused += 1
    assert refused > 150


def test_any_copy_cut_short_is_refused(small_zip: Path, tmp_path: Path) -> None:
    whole, path = small_zip.read_bytes(), tmp_path / "coupe.zip"
    for length in range(0, len(whole), max(1, len(whole) // 100)):
        path.write_bytes(whole[:length])
        with pytest.raises(AtelierError):
            check_bundle(path)
    for length in range(len(whole) - 60, len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(AtelierError, match=r"incomplet|chevauchent|dossier publié"):
            check_bundle(path)


def test_a_forged_zip_that_is_honest_is_accepted(small: Path, tmp_path: Path) -> None:
    path = forge_zip(
        tmp_path / "honnete.zip", [Entry("b/", b"", mode=0o040755, dos=0x10), *entries_of(small)]
    )
    assert check_bundle(path).ok
