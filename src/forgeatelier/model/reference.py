# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference lists that ship with the program: goals, challenges, countries, currencies and the like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

import yaml

from forgeatelier.ground.shipped import PROTOCOLS

_USUAL = ("code", "fr", "en", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class RefEntry:
    """One entry of a list: its code never changes, its labels may; `extra` holds what only that list says."""

    code: str
    fr: str
    en: str
    note_fr: str = ""
    note_en: str = ""
    extra: Mapping[str, str | int] = field(default_factory=dict, hash=False)

    def label(self, language: str) -> str:
        """The label in English when asked for, in French otherwise."""
        return self.en if language == "en" else self.fr

    def note(self, language: str) -> str:
        """The note, in the same way; often empty."""
        return self.note_en if language == "en" else self.note_fr


@dataclass(frozen=True, slots=True, kw_only=True)
class RefList:
    """A list as it stood at `version`, with where it comes from; entries keep the order of the file."""

    slug: str
    version: str
    title_fr: str
    title_en: str
    source: str = ""
    entries: tuple[RefEntry, ...] = ()

    def title(self, language: str) -> str:
        """The title in English when asked for, in French otherwise."""
        return self.title_en if language == "en" else self.title_fr

    def entry(self, code: str) -> RefEntry | None:
        """The entry with this code, if there is one."""
        return next((entry for entry in self.entries if entry.code == code), None)


def list_slugs() -> tuple[str, ...]:
    """The slugs of every list that ships, sorted."""
    return tuple(sorted(path.stem for path in (PROTOCOLS / "lists").glob("*.yaml")))


@cache
def ref_list(slug: str) -> RefList:
    """The list called `slug`, read once. Raises KeyError when none ships under that name."""
    if slug not in list_slugs():
        raise KeyError(slug)
    text = (PROTOCOLS / "lists" / f"{slug}.yaml").read_text(encoding="utf-8")
    said = yaml.load(text, Loader=yaml.CSafeLoader)
    return RefList(
        slug=said["list"],
        version=str(said["version"]),
        title_fr=said["title"]["fr"],
        title_en=said["title"]["en"],
        source=said.get("source", ""),
        entries=tuple(_entry(entry) for entry in said["entries"]),
    )


def _entry(said: dict[str, Any]) -> RefEntry:
    note = said.get("note", {})
    return RefEntry(
        code=str(said["code"]),
        fr=said["fr"],
        en=said["en"],
        note_fr=note.get("fr", ""),
        note_en=note.get("en", ""),
        extra=MappingProxyType({key: value for key, value in said.items() if key not in _USUAL}),
    )


def label(slug: str, code: str, language: str) -> str:
    """What to show for a code of a list; the code itself when the list or the code is unknown here."""
    try:
        entry = ref_list(slug).entry(code)
    except KeyError:
        entry = None
    return entry.label(language) if entry else code
