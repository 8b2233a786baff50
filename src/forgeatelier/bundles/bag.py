# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bag around the guide (BagIt 1.0, RFC 8493): its declaration, its description and its manifests."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from forgeatelier import __version__
from forgeatelier.bundles.contents import BundleContents, collective_of, title_of
from forgeatelier.bundles.plain import one_line

DECLARATION, INFO, MANIFEST, TAG_MANIFEST = (
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha256.txt",
    "tagmanifest-sha256.txt",
)
TAG_FILES = (DECLARATION, INFO, MANIFEST, TAG_MANIFEST)
"""The files of the bag itself, in the order in which they are read."""

PAYLOAD = "data/"
"""The folder of the bag that holds the guide."""

DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@dataclass(frozen=True, slots=True)
class Stored:
    """What is known of a file without opening it again."""

    sha256: str
    size: int


def tag_files(contents: BundleContents, payload: Mapping[str, Stored]) -> dict[str, bytes]:
    """The tag files of the bag for this payload (paths under `data/`), in reading order."""
    manifest = manifest_text({f"{PAYLOAD}{path}": stored.sha256 for path, stored in payload.items()})
    written = {
        DECLARATION: DECLARED.encode(),
        INFO: _info(contents, payload).encode(),
        MANIFEST: manifest.encode(),
    }
    sums = {path: hashlib.sha256(data).hexdigest() for path, data in written.items()}
    return {**written, TAG_MANIFEST: manifest_text(sums).encode()}


def manifest_text(sums: Mapping[str, str]) -> str:
    """One line per file, sorted by path."""
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))


def _info(contents: BundleContents, payload: Mapping[str, Stored]) -> str:
    document = contents.document
    pitch = one_line(document.sheet.subtitle or document.protocol.pitch)
    size = sum(stored.size for stored in payload.values())
    fields = {
        "Source-Organization": collective_of(document),
        "Bagging-Date": document.made_on.isoformat(),
        "External-Identifier": f"urn:uuid:{document.version_id}",
        "External-Description": f"{title_of(document)} — {pitch}" if pitch else title_of(document),
        "Bag-Group-Identifier": f"urn:uuid:{document.series_id}",
        "Payload-Oxum": f"{size}.{len(payload)}",
        "Bag-Software-Agent": f"ForgeAtelier {__version__}",
        "Guide-Version": one_line(document.sheet.version),
        "Guide-Profile": "complet",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())
