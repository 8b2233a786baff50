# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The YAML at the head of each Markdown file: what Pandoc, Hugo and Obsidian share, ours under one key."""

from collections.abc import Mapping
from typing import Any


def with_front_matter(fields: Mapping[str, Any], body: str) -> str:
    """`body` behind its front matter; fields without a value are left out."""
    import yaml

    said = {name: value for name, value in fields.items() if value not in ("", None, [], {})}
    head = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=100)
    return f"---\n{head}---\n\n{body}"


def split(text: str) -> tuple[dict[str, Any], str]:
    """The front matter of a file (empty when there is none or it cannot be read) and the rest."""
    import yaml

    if not text.startswith("---\n"):
        return {}, text
    head, mark, body = text[4:].partition("\n---\n")
    if not mark:
        return {}, text
    try:
        # Aliases can blow a few lines up to gigabytes, and nothing we write needs them.
        found = None if _has_alias(head) else yaml.safe_load(head)
    except yaml.YAMLError:
        found = None
    return (found if isinstance(found, dict) else {}), body.lstrip("\n")


def _has_alias(head: str) -> bool:
    import yaml

    return any(isinstance(token, yaml.AliasToken | yaml.AnchorToken) for token in yaml.scan(head))
