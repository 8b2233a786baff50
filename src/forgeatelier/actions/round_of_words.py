# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plus and delta: what people say at the end, one line each, kept in the lessons of the workshop."""

from dataclasses import replace
from typing import Literal

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.lessons import Lessons

Column = Literal["worked", "difficulties"]
_MARK = "- "


def lines_of(lessons: Lessons | None, column: Column) -> tuple[str, ...]:
    """The lines of a column without their marks; what was written as a text is one line a paragraph."""
    text = str(getattr(lessons, column)) if lessons else ""
    return tuple(line.strip().removeprefix(_MARK).strip() for line in text.splitlines() if line.strip(" -"))


def say(lessons: Lessons | None, workshop_id: str, column: Column, text: str) -> Change:
    """One more line. Raises AtelierError when nothing is written."""
    said = tidy(text).replace("\n", " ")
    if not said:
        raise AtelierError(_("Il n’y a rien d’écrit."), _("Écrire au moins un mot."))
    base = lessons or Lessons(workshop_id=workshop_id)
    before = str(getattr(base, column)).rstrip()
    after = _with(base, column, f"{before}\n{_MARK}{said}" if before else f"{_MARK}{said}")
    return Change(_("Ajouter au tour de parole"), (lessons,) if lessons else (), (after,))


def unsay(lessons: Lessons, column: Column, place: int) -> Change:
    """Take a line back."""
    lines = [line for line in str(getattr(lessons, column)).splitlines() if line.strip(" -")]
    kept = "\n".join(line for at, line in enumerate(lines) if at != place)
    return Change(_("Retirer du tour de parole"), (lessons,), (_with(lessons, column, kept),))


def _with(lessons: Lessons, column: Column, text: str) -> Lessons:
    return replace(lessons, worked=text) if column == "worked" else replace(lessons, difficulties=text)
