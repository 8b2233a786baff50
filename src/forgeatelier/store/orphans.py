# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Media that were received and never named: what an import leaves that was cut before it was kept."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from forgeatelier.store.media_names import parts

_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_COARSE = 2.0
"""Seconds: memory cards and sticks round the time of a file so much."""
_EVERY_WORD = ("SELECT body FROM journal ORDER BY number DESC", "SELECT value FROM sealed")


def unnamed(run: Any, hashes: Iterable[str]) -> frozenset[str]:
    """Those of these hashes that nothing in the journal names, today or earlier."""
    left = set(hashes)
    for sql in _EVERY_WORD:
        if not left:
            break
        for (said,) in run(sql):
            left.difference_update(_HASH.findall(said))
            if not left:
                break
    return frozenset(left)


def received_since(folder: Path, moment: float) -> frozenset[str]:
    """The hashes of the files that came below a library folder since that moment of the disk's clock."""
    found = set()
    for root in ("media", "originals"):
        for path in (folder / root).glob("??/*"):
            said = parts(path.name)
            if said is not None and path.stat().st_mtime >= moment - _COARSE:
                found.add(said[0])
    return frozenset(found)
