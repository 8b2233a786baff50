# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with a protocol file, where, and what to write instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, SupportsIndex

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext

MOST = 100
"""How many complaints are told at once: a file with more is not a protocol that someone is writing."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing to put right: `what` is wrong at `where`, and `remedy` is what to write instead.

    `line` and `column` count from 1; 0 means the whole file. `where` is the path of keys as the file spells
    them, items counted from 1: `etapes[3].minutes` is the length of the third step.
    """

    file: str
    line: int
    column: int
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """The complaint on one line, as it is printed."""
        place = [self.file]
        if self.line:
            place.append(_("ligne {line}").format(line=self.line))
        if self.where:
            place.append(self.where)
        return f"{', '.join(place)} : {self.what} {self.remedy}".rstrip()


class ProtocolComplaints(AtelierError):
    """A protocol file that cannot be used as it is, with everything there is to put right."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        """Keep the complaints (at least one) in the order of the file."""
        count = len(complaints)
        what = ngettext(
            "Le protocole « {file} » a {count} point à corriger.",
            "Le protocole « {file} » a {count} points à corriger.",
            count,
        ).format(file=complaints[0].file, count=count)
        self.complaints = tuple(sorted(complaints, key=lambda one: (one.line, one.column))[:MOST])
        lines = [str(one) for one in self.complaints]
        if count > MOST:
            lines.append(_("Les {count} points suivants ne sont pas affichés.").format(count=count - MOST))
        super().__init__(what, "\n".join(lines))

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        """Let the complaints travel whole from a child process."""
        return type(self), (self.complaints,)
