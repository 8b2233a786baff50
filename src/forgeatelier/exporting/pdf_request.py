# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the PDF worker is asked, and what it answers: plain values that travel between processes."""

from dataclasses import dataclass
from pathlib import Path

from forgeatelier.model.commons.licence import Licence


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfRequest:
    """A whole page of HTML to set, what it may open, and what must be found in the file.

    `folder` is the bundle's own folder; `exports` are the folders of styles, the first one wins. `headings` and
    `pictures` (paths in the bundle) are counted in the source, not in `html`, so that nothing gets lost between;
    `undescribed` are the pictures without words for who cannot see them. Without a `licence` the file says
    nothing of rights: it is a working paper, not a publication.
    """

    html: str
    folder: Path
    exports: tuple[Path, ...]
    title: str
    collective: str
    language: str
    licence: Licence | None
    rights: str
    identifier: str
    headings: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    undescribed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A picture by its path in the bundle and the resolution it is printed at."""

    name: str
    dots_per_inch: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeset:
    """What the worker found in the file it made; `complaints` are the engine's own words."""

    pages: int
    outline: tuple[str, ...]
    pictures: int
    printed: tuple[PrintedPicture, ...]
    complaints: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReport:
    """What stands in the file that was made; `warnings` are sentences for people, in their language."""

    pages: int
    headings: int
    pictures: int
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0
