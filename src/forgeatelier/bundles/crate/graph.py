# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A JSON-LD graph written flat: entities in the order they were added, without empty values."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

Ref = dict[str, str]
"""A reference to an entity of the graph, `{"@id": …}`."""


_FIRST = ("ro-crate-metadata.json", "./")


class Graph:
    """Collects entities; the same id twice keeps the first. The descriptor and the root are written first."""

    def __init__(self) -> None:
        """Start empty."""
        self._entities: dict[str, dict[str, Any]] = {}

    def add(self, identifier: str, kind: str | list[str], said: Mapping[str, Any]) -> Ref:
        """Keep what is said of an entity, and give the reference to it."""
        kept = {name: one_or_many(value) for name, value in said.items()}
        filled = {name: value for name, value in kept.items() if value not in (None, "", [], {})}
        self._entities.setdefault(identifier, {"@id": identifier, "@type": kind, **filled})
        return {"@id": identifier}

    def to_json(self, context: str) -> str:
        """The graph as text, the same for the same entities."""
        first = {name: self._entities[name] for name in _FIRST if name in self._entities}
        document = {"@context": context, "@graph": list({**first, **self._entities}.values())}
        return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def one_or_many(value: Any) -> Any:
    """A single value alone, several as a list: a list of one is something else to a reader of JSON-LD."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        kept = [one for one in value if one not in (None, "")]
        return kept[0] if len(kept) == 1 else kept
    return value
