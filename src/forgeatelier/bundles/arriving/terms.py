# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Under which licence the files of a foreign bundle say they are (REUSE.toml)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from forgeatelier.bundles.arriving.strict_texts import Hostile

_MOST_RULES = 2000
_MOST_STARS = 4
_LICENCE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_JOINING = {"AND", "OR", "WITH"}


@dataclass(frozen=True, slots=True)
class Rules:
    """Which licences the last rule that fits gives to a file."""

    exact: dict[str, tuple[int, tuple[str, ...]]]
    patterns: tuple[tuple[int, re.Pattern[str], tuple[str, ...]], ...]

    def of(self, path: str) -> tuple[str, ...]:
        """The licence ids for a path under `data/`; empty when no rule fits."""
        place, found = self.exact.get(path, (-1, ()))
        for number, pattern, licences in self.patterns:
            if number > place and pattern.fullmatch(path):
                place, found = number, licences
        return found


def rules_of(table: dict[str, Any]) -> Rules:
    """The rules of a REUSE.toml that was read; what has not the right shape is no rule."""
    exact: dict[str, tuple[int, tuple[str, ...]]] = {}
    patterns: list[tuple[int, re.Pattern[str], tuple[str, ...]]] = []
    annotations = table.get("annotations")
    for number, block in enumerate(annotations if isinstance(annotations, list) else []):
        if not isinstance(block, dict):
            continue
        licences = tuple(_ids(_texts(block.get("SPDX-License-Identifier"))))
        for path in _texts(block.get("path")):
            if "*" not in path:
                exact[path] = number, licences
            elif len(patterns) >= _MOST_RULES or path.replace("**", "*").count("*") > _MOST_STARS:
                raise Hostile("too many patterns")
            else:
                patterns.append((number, _pattern(path), licences))
    return Rules(exact, tuple(patterns))


def _texts(value: Any) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return [one for one in several if isinstance(one, str)]


def _ids(expressions: Iterable[str]) -> list[str]:
    return [one for text in expressions for one in _LICENCE_ID.findall(text) if one not in _JOINING]


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"(\*+)", path)
    return re.compile(
        "".join(_star(part) if part.startswith("*") else re.escape(part) for part in parts), re.DOTALL
    )


def _star(stars: str) -> str:
    return "[^/]*" if stars == "*" else ".*"
