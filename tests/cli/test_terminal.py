# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Old terminals, closed pipes and odd names: a command answers on all of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from forgeatelier.actions.sample import UPCOMING
from forgeatelier.cli import output
from forgeatelier.ground.tidying import readable, tidy, tidy_line


def command(*words: str, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "forgeatelier", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "utf-8"])
def test_a_terminal_that_knows_few_letters_gets_the_nearest(sample, encoding):
    for words in (
        ("protocol", "show", "debriefing-a-chaud"),
        ("workshop", "list"),
        ("workshop", "show", "nulle"),
    ):
        running = command(*words, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        out, err = running.communicate()
        assert running.returncode == (1 if "nulle" in words else 0)
        assert b"Traceback" not in err
        text = (out + err).decode(encoding)
        assert "?" not in text.replace("commun ?", "").replace(" ?", "")


def test_scripts_get_every_letter_on_any_terminal(sample):
    out, _err = command("workshop", "list", "--json", PYTHONIOENCODING="ascii").communicate()
    assert {w["town"] for w in json.loads(out)} == {"Kaolack", "Sibassor"}
    assert "à" in next(w["title"] for w in json.loads(out) if w["town"] == "Sibassor")


def test_a_reader_that_leaves_early_is_no_trouble(sample):
    for words in (
        ("--help",),
        ("protocol", "list"),
        ("search", "four"),
        ("workshop", "show", UPCOMING, "--json"),
    ):
        running = command(*words)
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
        running.stderr.close()
        assert running.wait() == 0
        assert said == b""


def test_a_file_whose_name_is_no_text_goes_in_under_its_likely_name(run, sample, photo):
    old = Path(os.fsdecode(os.fsencode(photo.parent) + b"/\xe9t\xe9 au four\x1b[31m.jpg"))
    photo.rename(old)
    assert run("capture", UPCOMING, old).code == 0
    (kept,) = run("workshop", "show", UPCOMING, "--json").data["captures"]
    assert kept["file_name"] == "été au four[31m.jpg"
    assert "été au four[31m.jpg" in run("capture", UPCOMING, old).out
    refused = run("capture", UPCOMING, str(old) + "absent.jpg")
    assert refused.code == 1
    assert "« été au four[31m.jpgabsent.jpg » est introuvable." in refused.out


def test_columns_stay_aligned_whatever_is_in_them():
    table = output.table(("A", "B"), [("e\u0301te\u0301", "x"), ("日本", "x"), ("\u200fab", "x"), ("", "x")])
    assert len({output.columns_of(line) for line in table.splitlines()}) == 1
    assert table.splitlines()[0] == "A     B"


def test_text_is_made_fit_to_be_kept():
    assert tidy("a\r\nb\x00\x1b\ud800c ") == "a\nbc"
    assert tidy_line("Titre\n\tlong\u202eretourné\u2066 !") == "Titre longretourné !"
    assert tidy_line("Quel\u00a0?") == "Quel\u00a0?"
    assert tidy_line("مرحبا\u200f") == "مرحبا\u200f"
    assert readable("caf\udce9") == "café"


def test_progress_is_silent_in_a_pipe_and_leaves_no_trace_on_a_terminal(capsys, monkeypatch):
    output.progress(1, 2, "four.jpg")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    output.progress(1, 2, "four.jpg")
    output.progress(2, 2)
    assert capsys.readouterr().err.endswith("\r\x1b[K")
