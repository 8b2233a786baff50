# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house keeps its own rules: small files, one sentence each, no drawers of odds and ends."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from forgeatelier.model import kinds
from forgeatelier.model.declare import Privacy, kind, kind_names, kind_of
from forgeatelier.store.glance import Glance
from forgeatelier.store.library import Library

SOURCES = Path(__file__).parents[1] / "src" / "forgeatelier"
FILES = sorted(SOURCES.rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "tools", "stuff"}


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(SOURCES)))
def test_every_file_says_what_it_is_and_stays_readable(file):
    text = file.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module begins with one sentence"
    assert len(text.splitlines()) <= 400, "two things in one room?"
    assert file.stem not in DRAWERS


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(SOURCES)))
def test_every_public_thing_has_its_sentence(file):
    silent = [
        node.name
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_every_kind_of_thing_is_declared_and_listed():
    assert {kind_of(cls).name for cls in kinds.KINDS} == set(kind_names())


def test_every_field_says_who_may_see_it():
    for name in kind_names():
        for rule in kind(name).fields.values():
            assert rule.privacy in Privacy


@pytest.mark.parametrize(
    "forbidden", ["PySide6", "sqlalchemy", "weasyprint", "markdown", "PIL", "pikepdf", "openpyxl", "jinja2"]
)
def test_asking_for_help_loads_nothing_heavy(forbidden):
    code = (
        "import sys\n"
        "from forgeatelier.cli import main\n"
        "main(['--help'])\n"
        f"sys.exit({forbidden!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_the_first_glance_reads_columns_that_exist(tmp_path, now):
    library = Library.create(tmp_path / "b", now)
    glance = Glance(library.file)
    assert (glance.count(), glance.page(0, 10), glance.keys(), glance.rows([])) == (0, [], [], [])
    glance.close()
    library.close()


def test_no_place_of_work_is_named_in_the_sources():
    forbidden = ("/work/", "/root/", "TODO", "FIXME", "type: ignore", "noqa")
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert not [word for word in forbidden if word in text], file
