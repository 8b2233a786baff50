# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the crate of a foreign bundle says, as far as it has the shape of a crate."""

from dataclasses import dataclass
from typing import Any

from forgeatelier.model.commons.licence import LICENCES

_SPDX_OF = {licence.url.rstrip("/"): licence.spdx for licence in LICENCES.values() if licence.url}


@dataclass(frozen=True, slots=True)
class CrateFacts:
    """`sums` are the SHA-256 by path that the crate tells, `wordless` the pictures without a description."""

    title: str
    language: str
    licence: str
    sums: dict[str, str]
    wordless: tuple[str, ...]


def crate_facts(document: Any) -> CrateFacts | None:
    """The facts, or None when this is no crate."""
    graph = document.get("@graph") if isinstance(document, dict) else None
    if not isinstance(graph, list):
        return None
    entities = {one["@id"]: one for one in graph if isinstance(one, dict) and isinstance(one.get("@id"), str)}
    root = entities.get("./")
    if root is None:
        return None
    files = {name: one for name, one in entities.items() if "File" in _several(one.get("@type"))}
    return CrateFacts(
        title=_text(root, "name"),
        language=_text(root, "inLanguage"),
        licence=_licence(root.get("license"), entities),
        sums={name: sha256 for name, one in files.items() if (sha256 := _text(one, "sha256").lower())},
        wordless=tuple(name for name, one in files.items() if _is_wordless(one)),
    )


def _is_wordless(entity: dict[str, Any]) -> bool:
    return "ImageObject" in _several(entity.get("@type")) and not _text(entity, "description").strip()


def _licence(value: Any, entities: dict[str, Any]) -> str:
    address = value.get("@id") if isinstance(value, dict) else value
    if not isinstance(address, str):
        return ""
    known = _text(entities.get(address, {}), "identifier")
    return known if known in LICENCES else _SPDX_OF.get(address.rstrip("/"), address)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(entity: dict[str, Any], name: str) -> str:
    value = entity.get(name)
    return value if isinstance(value, str) else ""
