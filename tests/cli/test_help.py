# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`--help` is whole in each language, light enough for an old laptop, and wrong usage is said in one's language."""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from forgeatelier.cli.parser import build
from forgeatelier.ground import words

COMMANDS = (
    "new", "sample", "demo", "protocol check", "protocol add", "protocol list", "protocol show", "workshop new",
    "workshop list", "workshop show", "people import", "capture", "search", "preflight", "publish", "bundle check",
    "check", "backup", "restore", "rebuild", "window", "self-test",
)  # fmt: skip
ENGLISH = (
    "usage:", "positional", "show this", "options:", "required", "invalid", "expected", "unrecognized", "error:",
    "the following", "default", "argument ", "choose from", " the ", " of ",
)  # fmt: skip
FRENCH = (
    "é",
    "è",
    "à",
    "ê",
    "ç",
    "«",
    "»",
    " :",
    "bibliothèque",
    " atelier ",
    " le ",
    " la ",
    " les ",
    " des ",
)
HEAVY = ("PySide6", "sqlalchemy", "sqlcipher3", "PIL", "weasyprint", "openpyxl", "jinja2", "pikepdf", "numpy")


def every_parser(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from every_parser(below)


def texts(language: str) -> list[str]:
    """Everything that the help of every command says, in the same order whatever the language."""
    words.use(language)
    words.speak_to_argparse()
    found = []
    for parser in every_parser(build()):
        found += [parser.description or "", parser.epilog or ""]
        for action in parser._actions:
            if isinstance(action, argparse._HelpAction):
                # The one sentence that comes from a catalogue of its own.
                continue
            found += [action.help or "", action.metavar or ""]
            if isinstance(action, argparse._SubParsersAction):
                found += [choice.help or "" for choice in action._choices_actions]
    return [text for text in found if text and text is not argparse.SUPPRESS]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_is_french_without_a_word_of_english(run, command):
    said = run(*command.split(), "--help", "--lang", "fr")
    assert said.code == 0
    assert said.out.startswith("usage : forgeatelier")
    assert f"usage : forgeatelier {command}" in said.out
    assert not [word for word in ENGLISH if word in said.out.lower()]


def test_the_help_tells_of_every_command(run):
    said = run("--help", "--lang", "fr").out
    assert all(command.split()[0] in said for command in COMMANDS)
    assert "commandes :" in said
    assert "FORGEATELIER_LIBRARY" in said


def test_the_help_says_in_english_whatever_the_catalogue_knows():
    """Whether the catalogue knows everything is asked by `packaging/check_words.py`."""
    french, english = texts("fr"), texts("en")
    words.use("en")
    assert len(french) == len(english) > 100
    assert english == [words._(text) for text in french]


def test_french_signs_have_the_space_that_french_gives_them():
    said = " ".join([*texts("fr"), build().format_help()])
    assert "«\u00a0forgeatelier COMMANDE --help\u00a0»" in said
    assert not re.findall(r"\S [;!?»]|\S :(?= |$)|« ", said, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_once_translated_the_help_of_a_command_has_no_french_left(run, command):
    words.use("en")
    own = {text for text in texts("fr") if words.use("en") is None and words._(text) == text}
    said = run(*command.split(), "--help", "--lang", "en")
    assert said.code == 0
    assert said.out.startswith("usage: forgeatelier")
    if not any(len(text.split()) > 2 for text in own):
        assert not [word for word in FRENCH if word in said.out]


@pytest.mark.parametrize(
    ("command", "said_of"),
    [
        (("foo",), "n’est pas possible"),
        (("protocol",), "il manque : COMMANDE"),
        (("publish", "x"), "il manque : --to"),
        (("capture",), "il manque : ATELIER"),
        (("workshop", "show", "a", "b"), "arguments non compris : b"),
        (("search", "--nulle-part", "x"), "arguments non compris : --nulle-part"),
        (("workshop", "new", "--title"), "--title : il faut une valeur"),
        (("search", "--json=1", "x"), "cette option ne prend pas de valeur"),
        (("--lang", "de", "check"), "n’est pas possible"),
        (("workshop", "list", "--js"), "arguments non compris : --js"),
    ],
)
def test_a_wrong_usage_ends_with_2_and_says_in_french_what_is_wrong(run, command, said_of):
    said = run(*command)
    assert said.code == 2
    assert said.out == ""
    assert said_of in said.err
    assert not [word for word in ENGLISH if word in said.err]


def test_the_language_is_asked_of_the_option_then_the_variable_then_the_machine(run, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert run("--help").out.startswith("usage: ")
    monkeypatch.setenv("FORGEATELIER_LANG", "fr")
    assert run("--help").out.startswith("usage : ")
    assert run("--help", "--lang=en").out.startswith("usage: ")


def test_the_version_is_told(run):
    assert run("--version").out.startswith("ForgeAtelier ")


def test_help_loads_nothing_heavy():
    program = (
        "import sys\nfrom forgeatelier.cli import main\nassert main(['--help']) == 0\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("LOADED []\n")


def test_every_command_of_the_parser_has_its_task():
    for parser in every_parser(build()):
        task = parser._defaults.get("run")
        if task is not None:
            assert callable(task.found())
