# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Markdown a bundle is written in: what CommonMark readers and Python-Markdown understand alike.

ATX headings, a blank line around every block, pipe tables, task lists, `> [!WARNING]` callouts, one sentence a line.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from forgeatelier.exporting.escaping import inline, sentences, within


class Callout(StrEnum):
    """The sorts of callout: what GitHub and Obsidian show too."""

    NOTE = "NOTE"
    TIP = "TIP"
    IMPORTANT = "IMPORTANT"
    WARNING = "WARNING"
    CAUTION = "CAUTION"


def page(*blocks: str) -> str:
    """The blocks that are not empty, a blank line between them, a newline at the end."""
    return "\n\n".join(block.strip("\n") for block in blocks if block.strip()) + "\n"


def section(title: str, *blocks: str, level: int = 2) -> str:
    """A heading and its blocks; nothing when there are no blocks."""
    body = [block.strip("\n") for block in blocks if block.strip()]
    return "\n\n".join([f"{'#' * level} {title}", *body]) if body else ""


def bullets(lines: Iterable[str]) -> str:
    """A list of lines already in Markdown."""
    return "\n".join(f"- {line}" for line in lines)


def said(lines: Iterable[str]) -> str:
    """A list of what people wrote."""
    return bullets(inline(line) for line in lines if line.strip())


def tasks(lines: Iterable[str]) -> str:
    """A list to tick off, of lines already in Markdown."""
    return bullets(f"[ ] {line}" for line in lines)


def callout(kind: Callout, *blocks: str) -> str:
    """A callout that stays readable as a plain quotation."""
    body = "\n\n".join(block for block in blocks if block.strip())
    if not body:
        return ""
    return "\n".join(f"> {line}" if line.strip() else ">" for line in [f"[!{kind}]", "", *body.split("\n")])


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = ()) -> str:
    """A pipe table of cells already in Markdown; the columns named in `right` hold numbers."""
    numbers = set(right)
    rule = " | ".join("---:" if i in numbers else "---" for i in range(len(head)))
    lines = [" | ".join(head), rule, *(" | ".join(cell or " " for cell in row) for row in rows)]
    return "\n".join(f"| {line} |" for line in lines)


def prose(text: str) -> str:
    """What a person wrote on one line, one sentence a line."""
    return sentences(inline(text))


_UNSAFE_IN_ADDRESS = re.compile(r"[\s<>()\\\"'`|{}\[\]]")


def link(label: str, address: str) -> str:
    """A link that opens (https or mailto); any other address is printed as plain text beside its label."""
    address = address.strip()
    if address.startswith(("https://", "mailto:")) and not _UNSAFE_IN_ADDRESS.search(address):
        return f"[{within(label) or within(address)}]({address})"
    return f"{within(label)} ({within(address)})" if label and address else within(label or address)


def image(alt: str, path: str, caption: str = "", credit: str = "") -> str:
    """An image on its own line, then its caption in italics and its credit, so that neither gets lost."""
    words = " ".join(part for part in (f"*{within(caption)}*" if caption else "", within(credit)) if part)
    if words and not caption:
        words = f"*{words}*"
    return f"![{within(alt)}]({path})" + (f"\n\n{words}" if words else "")
