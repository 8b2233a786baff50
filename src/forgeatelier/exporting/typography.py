# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""French typography, put into text when it is set and never when it is stored.

Narrow no-break spaces before ; ! ? and inside « », no-break spaces before : and between a number and its unit.
"""

import re
from html import escape
from html.parser import HTMLParser

THIN, FIRM = "\u202f", "\u00a0"

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:(?=[^\s]{2})|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE)
_UNITS = "min|h|s|j|mm|cm|dm|m|km|m²|m³|mL|ml|cL|cl|dL|L|l|g|kg|t|W|kW|kWh|V|A|Wh|°C|°|%|€|F|FCFA|XOF|XAF|ans?|Mo|Go|ko"
_RULES = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), THIN),
    (re.compile(rf"(?<=\d)[ \u00a0](?=(?:{_UNITS})(?![\w²³]))"), FIRM),
    (re.compile(r"(?<=\d[ \u00a0]h) (?=\d\d(?!\d))"), FIRM),
    (re.compile(r"«\s*"), f"«{THIN}"),
    (re.compile(r"\s*»"), f"{THIN}»"),
    (re.compile(r"[ \u00a0\u202f]+(?=[;!?])|(?<=[\w)»”’°%*])(?=[;!?](?:[\s!?»)…]|$))"), THIN),
    (re.compile(r"[ \u00a0\u202f]+(?=:(?:\s|$))|(?<=[^\W\d])(?=:\s)"), FIRM),
    (re.compile(r"(?<=\bn°) (?=\d)"), FIRM),
)


def french(text: str) -> str:
    """`text` with its spaces set the French way; addresses are left alone."""
    pieces, at = [], 0
    for found in _ADDRESS.finditer(text):
        pieces += [_set(text[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*pieces, _set(text[at:])])


def french_html(html: str) -> str:
    """The same for every text of a page, except code and what is kept as typed."""
    setter = _Setter()
    setter.feed(html)
    setter.close()
    return "".join(setter.out)


def _set(text: str) -> str:
    for rule, instead in _RULES:
        text = rule.sub(instead, text)
    return text


class _Setter(HTMLParser):
    """Copies a clean page piece by piece and sets the texts on the way."""

    KEPT = frozenset({"code", "pre", "kbd", "samp", "script", "style"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.kept = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kept += tag in self.KEPT
        self.out.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.kept -= tag in self.KEPT
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(escape(data if self.kept else french(data), quote=False))
