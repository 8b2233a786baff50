# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people typed, made safe inside Markdown: it can say anything and structure nothing but lists and breaks."""

import re
import unicodedata

# Controls (two of them are Python-Markdown's own marks) and the marks that would reorder a line for the eye.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_ALWAYS = re.compile(r"([\\`*\[\]|{}])")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_NUMBERED_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_MARK_START = re.compile(r"^([#>+-])")
_OTHER_START = re.compile(r"^([=~:])")
_BULLET = re.compile(r"^\s*[-*•–◦]\s+(?=\S)")
_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s+(?=\S)")
# A sentence ends before a capital; « M. Diop » and initials stay on their line.
_SENTENCE = re.compile(r"(?:(?<=[^\W\d_]{2}[.!?…])|(?<=[\s»)%\d][.!?…]))\s+(?=[A-ZÀ-ÖØ-Þ«“])")


def clean(text: str) -> str:
    """`text` in composed Unicode without unseen controls; line ends are single newlines."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNSEEN.sub("", text)


def inline(text: str) -> str:
    """`text` on one line, to stand inside a paragraph, a heading or a table cell."""
    return _start(_within(" ".join(clean(text).split())))


def within(text: str) -> str:
    """`text` on one line, to stand after other words, where the start of the line needs no care."""
    return _within(" ".join(clean(text).split()))


def blocks(text: str) -> str:
    """`text` as paragraphs and lists: blank lines part paragraphs, single line ends are kept as such."""
    return "\n\n".join(_block(part) for part in re.split(r"\n\s*\n", clean(text).strip()) if part.strip())


def sentences(escaped: str) -> str:
    """One sentence a line, so that two versions compare and merge well; it renders the same."""
    return "\n".join(_start(line) if i else line for i, line in enumerate(_SENTENCE.split(escaped)))


def _within(line: str) -> str:
    line = _ALWAYS.sub(r"\\\1", line)
    line = _UNDERSCORE.sub(r"\\_", line)
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;")
    return line.replace("~~", "~&#126;")


def _start(line: str) -> str:
    line = _NUMBERED_START.sub(r"\1\\\2", line)
    line = _MARK_START.sub(r"\\\1", line)
    return _OTHER_START.sub(lambda found: f"&#{ord(found[1])};", line)


def _block(part: str) -> str:
    """Runs of bullets, runs of numbers and runs of prose, with a blank line between runs."""
    runs: list[tuple[str, list[str]]] = []
    for line in part.split("\n"):
        kind = "-" if _BULLET.match(line) else "1" if _NUMBER.match(line) else ""
        if not runs or runs[-1][0] != kind:
            runs.append((kind, []))
        runs[-1][1].append(line)
    return "\n\n".join(_run(kind, lines) for kind, lines in runs)


def _run(kind: str, lines: list[str]) -> str:
    if kind == "-":
        return "\n".join(f"- {inline(_BULLET.sub('', line))}" for line in lines)
    if kind == "1":
        return "\n".join(f"{n}. {inline(_NUMBER.sub('', line))}" for n, line in enumerate(lines, 1))
    # Two spaces keep a person's own line end; both readers of the dialect understand them.
    return "  \n".join(sentences(inline(line)) for line in lines)
