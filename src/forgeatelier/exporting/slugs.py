# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""File names that every disk, old phone and mail program accepts."""

import re
import unicodedata

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def slug(text: str, otherwise: str, length: int = 60) -> str:
    """`text` in lower-case ASCII words joined by hyphens; `otherwise` when nothing is left of it."""
    ascii_only = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe")).encode(
        "ascii", "ignore"
    )
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only.decode().lower()).strip("-")
    words = words[:length].rsplit("-", 1)[0] if len(words) > length else words
    return words if words and words not in _RESERVED else otherwise
