# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a command of the terminal is declared: its name, the function it runs, what all of them understand."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from forgeatelier.ground.words import LANGUAGES, _, language

Run = Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Task:
    """A function of one of the modules beside this one, loaded only when it is run: `--help` stays light."""

    name: str

    def found(self) -> Run:
        """The function itself."""
        module, _dot, function = self.name.partition(".")
        task: Run = getattr(import_module(f"forgeatelier.cli.{module}"), function)
        return task

    def __call__(self, options: argparse.Namespace) -> int:
        """Run it."""
        return self.found()(options)


class HelpText(argparse.HelpFormatter):
    """Help with the spaces that French puts before a colon."""

    def start_section(self, heading: str | None) -> None:
        """Begin a part of the help."""
        super().start_section(f"{heading}\u00a0" if heading and language() == "fr" else heading)


def common(parser: argparse.ArgumentParser, *, top: bool = False) -> None:
    """The options that every command understands."""
    # Options said before the command must not be forgotten by the command's own defaults.
    missing: Any = None if top else argparse.SUPPRESS
    parser.add_argument(
        "--library",
        metavar=_("DOSSIER"),
        default=missing,
        help=_("la bibliothèque (sinon la variable FORGEATELIER_LIBRARY, sinon celle des documents)"),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help=_("répondre en JSON, pour les scripts"),
    )
    parser.add_argument(
        "--lang", choices=sorted(LANGUAGES), default=missing, help=_("la langue des messages")
    )
    parser.add_argument(
        "--verbose",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help=_("montrer aussi le journal technique"),
    )


def command(commands: Any, name: str, run: str, explained: str) -> argparse.ArgumentParser:
    """One command; `run` names its function as « module.function »."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=explained, description=explained, formatter_class=HelpText, allow_abbrev=False
    )
    common(parser)
    parser.set_defaults(run=Task(run))
    return parser


def family(commands: Any, name: str, explained: str) -> Any:
    """A command that only holds others; returns what to add them to."""
    parser = commands.add_parser(
        name, help=explained, description=explained, formatter_class=HelpText, allow_abbrev=False
    )
    common(parser)
    return parser.add_subparsers(title=_("commandes"), metavar=_("COMMANDE"), required=True)
