# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text and sizes as they may stand on one line of a tag file or a message."""

import unicodedata

from forgeatelier.ground.words import _

# Controls, lone surrogates and format marks are unseen; of the marks, the joiners change what is read.
_UNSEEN = {"Cc", "Cs", "Cf"}
_KEPT = "\u200c\u200d"


def one_line(text: str) -> str:
    """`text` in composed Unicode on one line, without controls, lone surrogates or marks that reorder it."""
    spaced = "".join(
        c for c in " ".join(text.split()) if c in _KEPT or unicodedata.category(c) not in _UNSEEN
    )
    return " ".join(unicodedata.normalize("NFC", spaced).split())


def human_size(size: int) -> str:
    """A size in bytes as people say it."""
    if size < 1000:
        return _("{n} octets").format(n=size)
    if size < 1_000_000:
        return _("{n} ko").format(n=round(size / 1000))
    return (
        _("{n} Mo").format(n=round(size / 1_000_000))
        if size < 1e9
        else _("{n} Go").format(n=f"{size / 1e9:.1f}")
    )


def shown(path: str) -> str:
    """A stranger's path as it may be shown: on one line, nothing hidden, cut short."""
    plain = one_line("".join(c if c.isprintable() else ascii(c)[1:-1] for c in path))
    return plain if len(plain) <= 80 else f"{plain[:40]}…{plain[-39:]}"
