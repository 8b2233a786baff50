# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds every sentence to translate by reading the sources' syntax trees: also those inside f-strings."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "forgeatelier"
ENGLISH = ROOT / "ui" / "translations" / "en" / "LC_MESSAGES" / "forgeatelier.po"

Message = tuple[str, ...]
"""A sentence, or its singular and plural forms."""


def messages() -> dict[str, Message]:
    """Every message by its (singular) French text; a plural form wins over the same text alone."""
    found: dict[str, Message] = {}
    for file in sorted(SOURCES.rglob("*.py")):
        for message in _in(file):
            if len(message) > len(found.get(message[0], ())):
                found[message[0]] = message
    return dict(sorted(found.items()))


def _in(file: Path) -> Iterator[Message]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        wanted = {"_": 1, "marked": 1, "ngettext": 2}.get(node.func.id, 0)
        texts = [
            a.value for a in node.args[:wanted] if isinstance(a, ast.Constant) and isinstance(a.value, str)
        ]
        if wanted and len(texts) == wanted and texts[0]:
            yield tuple(texts)
