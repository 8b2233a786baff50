# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where every value of a protocol was written, and what is wrong with it so far."""

from dataclasses import dataclass, field
from typing import TypeAlias

from forgeatelier.protocols.complaint import Complaint
from forgeatelier.protocols.tree import Node

ModelPath: TypeAlias = tuple[str | int, ...]
"""Names of fields of the model and places in lists, counted from 0."""


@dataclass(frozen=True, slots=True)
class _Spot:
    line: int
    column: int
    written: str


@dataclass(slots=True)
class Draft:
    """The places and the complaints of a file that is being read."""

    file: str
    complaints: list[Complaint] = field(default_factory=list)
    notices: list[Complaint] = field(default_factory=list)
    _spots: dict[ModelPath, _Spot] = field(default_factory=dict)
    _failed: set[ModelPath] = field(default_factory=set)

    def place(self, path: ModelPath, node: Node, spelling: str | int) -> None:
        """Remember where the value at `path` is written; `spelling` is its key, or its place in a list."""
        above = self._spots.get(path[:-1])
        before = above.written if above else ""
        after = f"[{spelling + 1}]" if isinstance(spelling, int) else f".{spelling}" if before else spelling
        self._spots[path] = _Spot(node.line, node.column, before + after)

    def placed(self, path: ModelPath) -> bool:
        """Whether the file says something at `path`."""
        return path in self._spots

    def failed(self, path: ModelPath) -> bool:
        """Whether what stands at `path`, or inside it, already has a complaint."""
        return path in self._failed

    def complain(self, path: ModelPath, what: str, remedy: str) -> None:
        """Note something to put right at `path`, or at the nearest thing above it that is written."""
        self.complaints.append(self._complaint(path, what, remedy))
        self._fail(path)

    def notice(self, path: ModelPath, what: str, remedy: str) -> None:
        """Note something worth a look at `path`."""
        self.notices.append(self._complaint(path, what, remedy))

    def complain_at(self, node: Node, where: str, what: str, remedy: str) -> None:
        """Note something to put right at a node that is not part of the model."""
        self.complaints.append(Complaint(self.file, node.line, node.column, where, what, remedy))

    def complain_in(self, path: ModelPath, node: Node, what: str, remedy: str) -> None:
        """Note that something is missing inside what stands at `path`, which begins at `node`."""
        above = self._spots.get(path)
        self.complain_at(node, above.written if above else "", what, remedy)
        self._fail(path)

    def _fail(self, path: ModelPath) -> None:
        self._failed.update(path[:length] for length in range(len(path) + 1))

    def _complaint(self, path: ModelPath, what: str, remedy: str) -> Complaint:
        while path and path not in self._spots:
            path = path[:-1]
        spot = self._spots.get(path, _Spot(1, 1, ""))
        return Complaint(self.file, spot.line, spot.column, spot.written, what, remedy)
