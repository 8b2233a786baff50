# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every part of the crate is made from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from forgeatelier.bundles.bag import Stored
from forgeatelier.bundles.contents import BundleContents
from forgeatelier.bundles.crate.graph import Graph, Ref
from forgeatelier.bundles.licensing import Terms
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.commons.licence import LICENCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """The contents, the files as stored, their terms, and the graph that is growing."""

    contents: BundleContents
    payload: Mapping[str, Stored]
    whole: Terms
    exceptions: Mapping[str, Terms]
    graph: Graph = field(default_factory=Graph)

    @property
    def document(self) -> SheetDocument:
        """The sheet."""
        return self.contents.document

    def terms(self, path: str) -> Terms:
        """Under which terms a file is."""
        return self.exceptions.get(path, self.whole)

    def opaque(self, name: str) -> str:
        """Sixteen digits for a name in this version and no other: nobody is followed across sheets."""
        return hashlib.sha256(f"{self.document.version_id}\0{name}".encode()).hexdigest()[:16]

    def licence(self, spdx: str) -> Ref | str:
        """The entity of a licence; the bare id of one the program does not know."""
        known = LICENCES.get(spdx)
        if known is None:
            return spdx
        text = f"LICENSES/{spdx}.txt"
        said = {
            "name": known.name,
            "identifier": spdx,
            "description": f"{known.name} ({spdx})",
            "url": known.url,
            "subjectOf": {"@id": text} if text in self.payload else None,
        }
        return self.graph.add(known.url or f"#{spdx}", "CreativeWork", said)
