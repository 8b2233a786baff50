# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The usual forms of vote, read from the reference list: each is one setting of the same rule."""

from dataclasses import dataclass

from forgeatelier.model.reference import RefEntry, ref_list
from forgeatelier.model.workshop.vote import EntryWay, Rule, VoteKind

PRESETS = "formes-vote"


@dataclass(frozen=True, slots=True)
class Preset:
    """A form of vote: its code, its words, and how voices are gathered first."""

    entry: RefEntry

    @property
    def code(self) -> str:
        """The code that does not change."""
        return self.entry.code

    @property
    def way(self) -> EntryWay:
        """How voices are gathered unless someone says otherwise."""
        return EntryWay(str(self.entry.extra["way"]))

    def label(self, language: str) -> str:
        """What it is called."""
        return self.entry.label(language)

    def rule(self, options: int) -> Rule:
        """The rule for so many options."""
        said = self.entry.extra
        times = max(1, options) if said.get("each") else 1
        return Rule(
            kind=VoteKind(str(said["kind"])),
            budget=int(said.get("budget", 1)) * times,
            most_per_option=int(said.get("most", 1)),
            negative=bool(said.get("negative")),
            scale=str(said.get("scale", "")),
        )


def presets() -> tuple[Preset, ...]:
    """Every form that ships, in the order of the list."""
    return tuple(Preset(entry) for entry in ref_list(PRESETS).entries)


def preset(code: str) -> Preset:
    """The form with this code. Raises KeyError when none ships under it."""
    entry = ref_list(PRESETS).entry(code)
    if entry is None:
        raise KeyError(code)
    return Preset(entry)
