# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`guide.yaml`, the outline that people may edit, and `RETRAITS.yaml`, what may no longer be shown."""

from collections.abc import Iterable
from typing import Any

import yaml

from forgeatelier.bundles.contents import BundleContents, collective_of, title_of
from forgeatelier.bundles.plain import one_line

_FIRST = ("LISEZMOI.md", "README.md")
_LAST = ("CREDITS.md", "JOURNAL.md")


def guide_yaml(contents: BundleContents) -> str:
    """What the crate cannot say well: the order of reading, the editions, the cover, and the stable ids."""
    document, pages = contents.document, reading_order(contents.texts)
    said = {
        "format": "forge-atelier/guide",
        "format_version": 1,
        "title": title_of(document),
        "subtitle": one_line(document.sheet.subtitle),
        "language": document.sheet.language,
        "version": one_line(document.sheet.version),
        "version_id": f"urn:uuid:{document.version_id}",
        "series_id": f"urn:uuid:{document.series_id}",
        "made_on": document.made_on.isoformat(),
        "collective": collective_of(document),
        "licence": document.sheet.licence,
        "cover": document.cover.name if document.cover and document.cover.name in contents.files else "",
        "outline": [{"id": path.removesuffix(".md").replace("/", "."), "file": path} for path in pages],
        "editions": sorted(path for path in contents.files if path.startswith("sorties/")),
    }
    return _written({name: value for name, value in said.items() if value not in ("", [])})


def withdrawals_yaml(contents: BundleContents) -> str:
    """The SHA-256 of what was withdrawn: no names, no reasons; whoever receives it passes it on."""
    hashes: list[str] = sorted({one.lower() for one in contents.withdrawals})
    return _written({"format": "forge-atelier/retraits", "format_version": 1, "sha256": hashes})


def reading_order(paths: Iterable[str]) -> list[str]:
    """The Markdown files in the order in which one reads them."""
    pages = [path for path in paths if path.endswith(".md")]
    first = [path for path in _FIRST if path in pages]
    last = [path for path in _LAST if path in pages]
    body = sorted(
        (p for p in pages if p not in (*first, *last)), key=lambda p: (not p.startswith("contenu/"), p)
    )
    return [*first, *body, *last]


def _written(said: dict[str, Any]) -> str:
    class Plain(yaml.SafeDumper):
        """Writes every value out, never a reference to another one."""

        def ignore_aliases(self, data: Any) -> bool:
            """No aliases."""
            return True

    return yaml.dump(said, Dumper=Plain, allow_unicode=True, sort_keys=False, width=110)
