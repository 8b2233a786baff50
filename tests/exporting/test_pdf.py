# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed sheet: whole, tagged, licensed, repeatable, and gone at once when someone changes her mind."""

import dataclasses
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pikepdf
import pytest

from exporting.sample_document import CANARY, picture
from exporting.sample_pictures import draw_picture
from forgeatelier.exporting.html import to_page
from forgeatelier.exporting.markdown import SHEET, sheet_files
from forgeatelier.exporting.pdf import PdfReport, PdfWorker, render_pdf
from forgeatelier.exporting.sheet_pdf import sheet_request
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.progress import Cancelled

Printed = tuple[Path, PdfReport]


def streams(path: Path) -> bytes:
    """Everything readable inside a PDF, unpacked."""
    with pikepdf.open(path) as pdf:
        found = [path.read_bytes()]
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream):
                try:
                    found.append(item.read_bytes())
                except pikepdf.PdfError:
                    found.append(item.read_raw_bytes())
            else:
                found.append(repr(item).encode())
        return b"\n".join(found)


def outline(path: Path) -> list[str]:
    titles: list[str] = []

    def walk(items: list[pikepdf.OutlineItem]) -> None:
        for item in items:
            titles.append(str(item.title))
            walk(list(item.children))

    with pikepdf.open(path) as pdf, pdf.open_outline() as found:
        walk(list(found.root))
    return titles


def test_the_report_tells_what_stands_in_the_file(printed: Printed, document: SheetDocument) -> None:
    path, report = printed
    with pikepdf.open(path) as pdf:
        assert report.pages == len(pdf.pages)
    assert 12 <= report.pages <= 20
    assert report.pictures == len(document.pictures)
    assert report.warnings == ()
    assert report.seconds > 0


def test_every_heading_of_the_sheet_is_a_bookmark_in_order(printed: Printed, document: SheetDocument) -> None:
    files = sheet_files(document)
    wanted = [h.text for name in (SHEET, "CREDITS.md") for h in to_page(files[name], name).headings]
    assert [title.replace("\u202f", " ").replace("\u00a0", " ") for title in outline(printed[0])] == [
        title.replace("\u202f", " ").replace("\u00a0", " ") for title in wanted
    ]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_the_file_is_sound(printed: Printed) -> None:
    checked = subprocess.run(
        ["qpdf", "--check", str(printed[0])], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "not linearized" in checked.stdout


def test_whoever_cannot_see_hears_titles_tables_and_pictures(
    printed: Printed, document: SheetDocument
) -> None:
    with pikepdf.open(printed[0]) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "fr"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        tags = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"
        ]
        kinds = {str(tag.get("/S")) for tag in tags}
        spoken = {str(tag.Alt) for tag in tags if tag.get("/S") == "/Figure" and "/Alt" in tag}
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure", "/Link"} <= kinds
    assert {one.alt for one in document.pictures} <= spoken


def test_the_file_says_under_which_licence_and_by_whom(printed: Printed, document: SheetDocument) -> None:
    with pikepdf.open(printed[0]) as pdf, pdf.open_metadata() as said:
        assert said["dc:title"] == "Four solaire en carton"
        assert said["dc:creator"] == ["Collectif Soleil de Banko"]
        assert list(said["dc:language"]) == ["fr"]
        assert "CC BY-SA 4.0" in said["dc:rights"]
        assert said["xmpRights:Marked"] == "True"
        assert said["xmpRights:WebStatement"] == "https://creativecommons.org/licenses/by-sa/4.0/"
        assert (
            said["{http://creativecommons.org/ns#}license"]
            == "https://creativecommons.org/licenses/by-sa/4.0/"
        )
        assert said["pdfuaid:part"] == "1"
        assert document.version_id in said["dc:identifier"]


def test_the_cover_and_contents_have_roman_numbers_and_the_body_starts_at_one(printed: Printed) -> None:
    with pikepdf.open(printed[0]) as pdf:
        assert [page.label for page in pdf.pages][:4] == ["i", "ii", "1", "2"]


def test_the_fonts_travel_with_the_file(printed: Printed) -> None:
    with pikepdf.open(printed[0]) as pdf:
        fonts = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        names = {str(font.FontName) for font in fonts}
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
    for family in ("Andika", "Andika-Bold", "Charis", "Charis-Bold", "Charis-Italic"):
        assert any(name.endswith(family) for name in names), names
    assert all("Andika" in name or "Charis" in name for name in names), (
        "nothing came from the machine's own fonts"
    )


def test_nothing_private_and_no_path_of_this_computer_is_inside(printed: Printed, folder: Path) -> None:
    inside = streams(printed[0])
    for secret in (CANARY, str(folder), folder.name, os.sep + "tmp" + os.sep, "file:"):
        assert secret.encode() not in inside, secret
        assert secret.encode("utf-16-be") not in inside, secret


def test_the_same_sheet_gives_the_same_bytes(
    printed: Printed, document: SheetDocument, worker: PdfWorker, tmp_path: Path
) -> None:
    other = tmp_path / "ailleurs"
    shutil.copytree(printed[0].parent / "medias", other / "medias")
    render_pdf(sheet_request(document, other), other / "b.pdf", worker=worker)
    assert (other / "b.pdf").read_bytes() == printed[0].read_bytes()


def test_a_photo_that_is_missing_is_told_and_the_rest_is_printed(
    document: SheetDocument, worker: PdfWorker, tmp_path: Path
) -> None:
    for number, one in enumerate(document.pictures[1:]):
        draw_picture(tmp_path / one.name, number)
    report = render_pdf(sheet_request(document, tmp_path), tmp_path / "a.pdf", worker=worker)
    assert report.pictures == len(document.pictures) - 1
    assert len(report.warnings) == 1
    assert document.pictures[0].name in report.warnings[0]


def test_a_blurred_photo_and_one_without_words_are_told(
    document: SheetDocument, worker: PdfWorker, tmp_path: Path
) -> None:
    cover = dataclasses.replace(picture(0, "muette", ""), width=160, height=120)
    poor = dataclasses.replace(document, cover=cover, harvest=())
    draw_picture(tmp_path / cover.name, 0, (160, 120))
    said = " ".join(render_pdf(sheet_request(poor, tmp_path), tmp_path / "a.pdf", worker=worker).warnings)
    assert "n’a pas de description" in said
    assert "floue" in said


def test_a_file_that_lost_a_chapter_never_leaves(
    document: SheetDocument, folder: Path, worker: PdfWorker, tmp_path: Path
) -> None:
    request = sheet_request(document, folder)
    promised = dataclasses.replace(request, headings=(*request.headings, "Un chapitre perdu"))
    with pytest.raises(AtelierError, match="Un chapitre perdu"):
        render_pdf(promised, tmp_path / "a.pdf", worker=worker)
    assert list(tmp_path.iterdir()) == []


def test_a_hostile_page_prints_without_opening_anything(
    document: SheetDocument, worker: PdfWorker, tmp_path: Path
) -> None:
    """What cleaning would stop anyway is given to the engine as it is: the last wall has to hold alone."""
    secret = tmp_path / "secret.png"
    draw_picture(secret, 1, (300, 300))
    dossier = tmp_path / "dossier"
    (dossier / "medias").mkdir(parents=True)
    (dossier / "medias" / "lien.png").symlink_to(secret)
    address = secret.as_uri()
    html = f"""<html lang=fr><head><title>x</title><link rel=attachment href="{address}">
        <link rel=stylesheet href="https://evil.example/x.css">
        <style>@import url({address}); @font-face {{ font-family: f; src: url({address}) }}
        p {{ background: url({address}); font-family: f }}</style></head><body><h1>x</h1>
        <p><a rel=attachment href="{address}">plan</a> <img src="{address}" alt=a> <img src="../secret.png" alt=b>
        <img src="medias/../../secret.png" alt=c> <img src="medias/lien.png" alt=d>
        <img src="https://evil.example/x.png" alt=e>
        <object data="{address}">o</object></p></body></html>"""
    request = dataclasses.replace(sheet_request(document, dossier), html=html, headings=("x",), pictures=())
    report = render_pdf(request, tmp_path / "a.pdf", worker=worker)
    assert report.pictures == 0
    inside = streams(tmp_path / "a.pdf")
    assert secret.read_bytes() not in inside
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert not list(pdf.attachments)


def test_stopping_ends_the_worker_at_once_and_leaves_nothing(
    document: SheetDocument,
    folder: Path,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch,
) -> None:
    scratch = tmp_path_factory.mktemp("brouillon")
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    seen: list[int] = []

    def change_her_mind(done: int, total: int, label: str = "") -> None:
        seen.append(worker.pid or 0)
        if done >= 4:
            raise Cancelled

    with PdfWorker() as worker:
        with pytest.raises(Cancelled):
            render_pdf(sheet_request(document, folder), tmp_path / "a.pdf", change_her_mind, worker)
        assert worker.pid is None
        with pytest.raises(ProcessLookupError):
            os.kill(seen[-1], 0)
        assert list(tmp_path.iterdir()) == []
        render_pdf(sheet_request(document, folder), tmp_path / "a.pdf", worker=worker)
        assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"], (
            "the same worker serves again after a stop"
        )
    assert list(scratch.glob("forgeatelier-pdf-*")) == []


def test_a_worker_that_dies_is_told_in_words(document: SheetDocument, folder: Path, tmp_path: Path) -> None:
    def pull_the_plug(done: int, total: int, label: str = "") -> None:
        if done >= 4 and worker.pid:
            os.kill(worker.pid, 9)

    with PdfWorker() as worker, pytest.raises(AtelierError, match="s’est arrêtée"):
        render_pdf(sheet_request(document, folder), tmp_path / "a.pdf", pull_the_plug, worker)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told_in_words(
    document: SheetDocument, folder: Path, worker: PdfWorker, tmp_path: Path
) -> None:
    with pytest.raises(AtelierError, match="n’a pas pu être écrit"):
        render_pdf(sheet_request(document, folder), tmp_path / "absent" / "a.pdf", worker=worker)


def test_progress_is_told_in_the_person_s_language(
    document: SheetDocument, folder: Path, tmp_path: Path
) -> None:
    told: list[tuple[int, int, str]] = []
    render_pdf(
        sheet_request(document, folder),
        tmp_path / "a.pdf",
        lambda done, total, label="": told.append((done, total, label)),
    )
    assert any("Mise en page, page" in label for _done, _total, label in told)
    assert all(done <= total for done, total, _label in told)
