# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A library may dress its own dossiers; its templates win and stay in their box."""

from pathlib import Path

import jinja2
import pytest
from jinja2.sandbox import SecurityError

from forgeatelier.exporting.markdown import sheet_files
from forgeatelier.exporting.templates import Templates
from forgeatelier.model.commons.document import SheetDocument


def test_the_library_s_own_words_win_over_the_shipped_ones(document: SheetDocument, tmp_path: Path) -> None:
    (tmp_path / "readme").mkdir()
    (tmp_path / "readme" / "LISEZMOI.md").write_text("# {{ title }} chez nous\n", encoding="utf-8")
    own = Templates(tmp_path)
    assert "# Four solaire en carton chez nous" in sheet_files(document, own)["LISEZMOI.md"]
    assert own.path("pdf/sheet.css").is_file(), "what the library does not have is the shipped one"


def test_a_template_cannot_name_a_file_outside_its_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (tmp_path / "own").mkdir()
    with pytest.raises(FileNotFoundError):
        Templates(tmp_path / "own").path("../secret.txt")


def test_a_template_cannot_reach_into_the_program(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ ''.__class__.__mro__ }}{% include '../secret.txt' %}")
    with pytest.raises((SecurityError, jinja2.TemplateNotFound, jinja2.UndefinedError)):
        Templates(tmp_path).fill("a.html", {})


def test_text_in_a_page_template_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>{{ said }}</p>")
    assert Templates(tmp_path).fill("a.html", {"said": "<b>"}) == "<p>&lt;b&gt;</p>"
