# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a publication bundle is made of, and what is said of one once it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from forgeatelier.bundles.names import slug
from forgeatelier.bundles.plain import one_line
from forgeatelier.ground.words import _, speaking
from forgeatelier.model.commons.document import SheetDocument

LONGEST_NAME = 60
"""How many characters the name of a bundle may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleContents:
    """`texts` and `files` by their path under `data/`; `withdrawals` are SHA-256 of what was withdrawn."""

    document: SheetDocument
    texts: Mapping[str, str]
    files: Mapping[str, Path] = field(default_factory=dict)
    withdrawals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBundle:
    """Where the bundle is, what it is called, the SHA-256 of its manifest and its size in bytes."""

    path: Path
    name: str
    manifest_sha256: str
    size: int


def bundle_name(document: SheetDocument) -> str:
    """`<slug>_<language>_v<version>`: lower-case ASCII, at most 60 characters, good on any disk."""
    language = slug(document.sheet.language, "fr", 8)
    version = slug(document.sheet.version, "1.0.0", 20, keep=".")
    tail = f"_{language}_v{version}"
    with speaking(document.sheet.language):
        title = slug(title_of(document), "", LONGEST_NAME - len(tail))
    # A title without any Latin letter still needs a name of its own, the same one each time.
    return f"{title or 'fiche-' + slug(document.series_id, 'x', 40).replace('-', '')[-8:]}{tail}"


def title_of(document: SheetDocument) -> str:
    """The title of the sheet, else of the workshop, else of the protocol."""
    found = document.sheet.title or document.workshop.title or document.protocol.title
    return one_line(found) or _("Fiche de conduite")


def collective_of(document: SheetDocument) -> str:
    """Under what collective name the sheet is published."""
    host = document.host.name if document.host else ""
    return one_line(document.sheet.collective or host) or _("les contributrices et contributeurs")
