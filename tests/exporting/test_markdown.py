# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet as files: complete, readable by any tool, and holding nothing that must not leave."""

import csv
import dataclasses
import gettext
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from markdown import markdown
from markdown_it import MarkdownIt

from exporting.sample_document import CANARY, english, sample
from forgeatelier.exporting.front_matter import split
from forgeatelier.exporting.html import to_page
from forgeatelier.exporting.markdown import SHEET, sheet_files
from forgeatelier.ground import words
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.commons.sheet import ConductSheet
from forgeatelier.model.method.material import Material
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Device, Reading
from forgeatelier.model.workshop.workshop import Workshop

REFERENCES = Path(__file__).resolve().parents[1] / "references" / "sheet"


def test_the_files_are_byte_for_byte_the_ones_we_read_and_found_right(document: SheetDocument) -> None:
    """Run `python tests/exporting/write_references.py` after a wanted change, then read the difference."""
    files = sheet_files(document)
    kept = {
        str(p.relative_to(REFERENCES).as_posix()): p.read_bytes()
        for p in REFERENCES.rglob("*")
        if p.is_file()
    }
    assert sorted(files) == sorted(kept)
    for name, text in files.items():
        assert text.encode() == kept[name], name


def test_nothing_that_only_the_team_may_see_is_written(document: SheetDocument) -> None:
    for name, text in sheet_files(document).items():
        assert CANARY not in text, name


def test_the_key_facts_say_what_it_is_for_and_what_it_asks(document: SheetDocument) -> None:
    asked = dataclasses.replace(
        document.protocol, needs=("decider",), reading=Reading.NONE, devices=(Device.PROJECTOR,)
    )
    text = sheet_files(dataclasses.replace(document, protocol=asked))[SHEET]
    assert "Décider" in text
    assert "sans lire ni écrire" in text
    assert "projecteur" in text.partition("Appareils")[2].partition("\n")[0]


def test_an_empty_sheet_still_makes_readable_files() -> None:
    bare = SheetDocument(
        version_id="v",
        series_id="s",
        made_on=sample().made_on,
        sheet=ConductSheet(title="Vide"),
        workshop=Workshop(),
        protocol=Protocol(),
    )
    text = sheet_files(bare)[SHEET]
    assert "# Vide" in text
    assert "\n\n\n" not in text


def test_an_english_sheet_begins_with_a_readme_in_english() -> None:
    files = sheet_files(english())
    assert next(iter(files)) == "README.md"
    assert "Nothing to install" in files["README.md"]
    assert "Step 1 — " in files[SHEET] or "Étape 1 — " in files[SHEET]
    assert split(files[SHEET])[0]["lang"] == "en"


def test_what_the_program_writes_is_in_the_sheet_s_language_and_still_recognised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The window may speak French meanwhile; the method keeps the language it was written in."""

    class Few(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return {"Étape {n} — {title}": "Step {n} — {title}", "Pas à pas": "Step by step"}.get(
                message, message
            )

    monkeypatch.setitem(words._spoken.catalogues, "en", Few())
    files = sheet_files(english())
    page = to_page(files[SHEET], SHEET)
    assert "### Step 6 — Couper la vitre" in files[SHEET]
    assert page.html.count('<section class="step">') == 10
    assert '<section class="section steps part-3">' in page.html
    assert "### Étape 6 — Couper la vitre" in files["protocoles/construire-un-four-solaire-en-carton.md"]
    assert words.language() == "fr"


def test_the_front_matter_says_what_other_tools_look_for(document: SheetDocument) -> None:
    fields, _body = split(sheet_files(document)[SHEET])
    assert fields["type"] == "conduct-sheet"
    assert fields["license"] == "CC-BY-SA-4.0"
    assert fields["date"] == "2026-04-02"
    assert fields["atelier"]["version_id"] == f"urn:uuid:{document.version_id}"
    for name, text in sheet_files(document).items():
        if name.endswith(".md"):
            assert split(text)[0]["type"], name


def test_front_matter_with_an_alias_is_not_unfolded() -> None:
    bomb = "---\na: &a [1, 2]\nb: [*a, *a]\n---\n\nTexte"
    assert split(bomb) == ({}, "Texte")
    with pytest.raises(yaml.YAMLError):
        yaml.safe_load("a: [")
    assert split("---\na: [\n---\n\nTexte") == ({}, "Texte")


def test_quantities_are_those_of_the_group_that_came(document: SheetDocument) -> None:
    text = sheet_files(document)[SHEET]
    assert "Quantités pour 19 personnes en 5 équipes." in text
    assert "**Balle de riz** : 12,5 kg" in text
    assert "**Papier aluminium** : 20 m" in text, "three metres for each of five teams, sold by ten"
    expected = dataclasses.replace(document, figures=None)
    assert "Quantités pour 16 personnes en 4 équipes." in sheet_files(expected)[SHEET]


def test_a_spreadsheet_finds_no_formula_in_the_tables(document: SheetDocument) -> None:
    evil = (
        Material(name='=HYPERLINK("https://example.org")'),
        Material(name=" +1"),
        Material(name="@SUM(A1)"),
        Material(name="-2"),
        Material(name="\t=1"),
    )
    hostile = dataclasses.replace(document, protocol=dataclasses.replace(document.protocol, materials=evil))
    rows = list(csv.reader(io.StringIO(sheet_files(hostile)["annexes/materiel.csv"])))
    assert [row[0][0] for row in rows[1:]] == ["'"] * 5


def test_real_times_are_told_beside_the_planned_ones(document: SheetDocument) -> None:
    text = sheet_files(document)[SHEET]
    assert "| 9 h 55 | 3. Tracer et couper les deux boîtes | en équipes | 45 min | 58 min |" in text
    rows = list(csv.reader(io.StringIO(sheet_files(document)["annexes/deroule.csv"])))
    assert rows[3][-2:] == ["45", "58"]
    assert rows[-1][-1] == "", "a step that was skipped took no time, not zero minutes"


class Sequence(HTMLParser):
    """The headings, list items, images and cells of a page, in order, with their words."""

    WATCHED = ("h1", "h2", "h3", "li", "td", "th")

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[str]] = []
        self.open: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found.append(["img", str(dict(attrs)["src"]), str(dict(attrs)["alt"])])
        elif tag in self.WATCHED:
            self.open.append(len(self.found))
            self.found.append([tag, ""])

    def handle_endtag(self, tag: str) -> None:
        if tag in self.WATCHED:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for place in self.open:
            self.found[place][1] += data


def sequence(html: str) -> list[list[str]]:
    reader = Sequence()
    reader.feed(html)
    return [[one[0], *(" ".join(words.split()) for words in one[1:])] for one in reader.found]


def test_two_readers_of_markdown_see_the_same_document(document: SheetDocument) -> None:
    for name, text in sheet_files(document).items():
        if name.endswith(".md"):
            body = split(text)[1]
            python = sequence(markdown(body, extensions=["extra", "sane_lists"]))
            common = sequence(MarkdownIt("commonmark").enable("table").render(body))
            assert python == common, name
            assert python, name
