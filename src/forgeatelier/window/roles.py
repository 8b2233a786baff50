# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Roles: every colour, size and font of the window by what it is for, read from `ui/themes/`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from PySide6.QtGui import QColor, QFont

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.shipped import UI
from forgeatelier.ground.words import _, marked

THEMES = {"day": marked("Jour"), "night": marked("Nuit"), "high-contrast": marked("Contraste fort")}
"""The themes one may choose: code and name for people (translate it where it is shown)."""

LINE = 1.4
"""The height of a line, in heights of its letters."""

SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0


@dataclass(frozen=True, slots=True)
class StepKind:
    """How one kind of step looks, in colour or in black and white; its letter depends on the language: `step_kinds`."""

    colour: str
    hatch: str


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels at 100 %: `type` and `grows` follow the text scale, `lines` gain one line of text.

    `space` and `stays` do not change.
    """

    families: Mapping[str, tuple[str, ...]]
    type: Mapping[str, int]
    space: Mapping[str, int]
    grows: Mapping[str, int]
    lines: Mapping[str, int]
    stays: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: colours and step kinds by role, the shared measures, and how much larger the text is."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    kinds: Mapping[str, StepKind]
    measures: Measures
    text_scale: float = SMALLEST_SCALE

    def at(self, text_scale: float) -> "Theme":
        """The same theme with its text 1.0 to 2.0 times as large."""
        return replace(self, text_scale=max(SMALLEST_SCALE, min(LARGEST_SCALE, text_scale)))

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of a role (`surface`, `text`, `accent` …) or of a step kind, more or less opaque."""
        colour = QColor(self.colours[role] if role in self.colours else self.kinds[role].colour)
        colour.setAlphaF(alpha)
        return colour

    def kind(self, name: str) -> StepKind:
        """The marks of a step kind; a kind this theme does not know looks like a buffer."""
        return self.kinds.get(name, self.kinds["buffer"])

    def size(self, role: str) -> int:
        """The height of a type role (`note` 12 … `projector` 72) in pixels, scaled."""
        return round(self.measures.type[role] * self.text_scale)

    def space(self, role: str) -> int:
        """A step of white space: `xs` 4, `s` 8, `m` 12, `l` 16, `xl` 24, `xxl` 32, `huge` 48."""
        return self.measures.space[role]

    def measure(self, role: str) -> int:
        """The size of a part (`control`, `row`, `rail`, `inspector` …), scaled when it holds text."""
        if role in self.measures.stays:
            return self.measures.stays[role]
        if role in self.measures.lines:
            return (
                self.measures.lines[role]
                + round(self.size("body") * LINE)
                - round(self.measures.type["body"] * LINE)
            )
        return round(self.measures.grows[role] * self.text_scale)

    def font(
        self, role: str = "body", *, weight: int = 400, family: str = "interface", italic: bool = False
    ) -> QFont:
        """A font by type role; `family` is `interface`, `book`, `learner` or `code`, `weight` 400 to 700."""
        font = QFont()
        font.setFamilies(list(self.measures.families[family]))
        font.setPixelSize(self.size(role))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        return font


@lru_cache
def load(name: str = "day") -> Theme:
    """The theme called `name`, at 100 %. Raises AtelierError when its file is missing or damaged."""
    try:
        said = _read(UI / "themes" / f"{name}.yaml")
        kinds = {kind: StepKind(**marks) for kind, marks in said["kinds"].items()}
        return Theme(str(said["name"]), bool(said["dark"]), dict(said["colours"]), kinds, _measures())
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as reason:
        raise AtelierError(
            what=_("Le thème « {name} » n’a pas pu être lu.").format(name=name),
            advice=_("Choisissez un autre thème, ou réinstallez le programme."),
        ) from reason


@lru_cache
def _measures() -> Measures:
    said = _read(UI / "themes" / "measures.yaml")
    families = {role: tuple(names) for role, names in said["families"].items()}
    return Measures(families, said["type"], said["space"], said["grows"], said["lines"], said["stays"])


def _read(file: Path) -> dict[str, Any]:
    said: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return said


@dataclass
class _Wardrobe:
    """The theme now worn; like QApplication's palette there is one per program."""

    theme: Theme | None = None


_wardrobe = _Wardrobe()


def worn() -> Theme:
    """The theme the program wears now; by day at 100 % until `apply` says otherwise."""
    return _wardrobe.theme or load("day")


def wear(theme: Theme) -> None:
    """Remember what the program wears from now on; `theme.apply` calls this."""
    _wardrobe.theme = theme
