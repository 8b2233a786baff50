# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sound texts of a foreign bundle say: facts, licences, links, withdrawals."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from forgeatelier.bundles import findings
from forgeatelier.bundles.arriving import limits, refusals
from forgeatelier.bundles.arriving.pages import Pages
from forgeatelier.bundles.arriving.strict_texts import Hostile, Unreadable, read_json, read_toml, read_yaml
from forgeatelier.bundles.arriving.terms import Rules, rules_of
from forgeatelier.bundles.bag import PAYLOAD
from forgeatelier.bundles.crate_facts import CrateFacts, crate_facts
from forgeatelier.bundles.kinds import media_type
from forgeatelier.bundles.licensing import CRATE, REUSE, WITHDRAWN
from forgeatelier.bundles.plain import one_line
from forgeatelier.bundles.report import BundleFacts, Finding
from forgeatelier.model.commons.licence import may_publish

_MOST = {
    "text/markdown": limits.TEXT,
    "text/html": limits.TEXT,
    "application/json": limits.JSON,
    "application/yaml": limits.YAML,
    "application/toml": limits.TOML,
}
_SLOW = 30
_HASH = re.compile(r"[0-9a-f]{64}")
_URN = re.compile(r"urn:uuid:([0-9a-fA-F-]{36})")
_OXUM = re.compile(r"(\d{1,15})\.(\d{1,9})")


@dataclass(slots=True)
class Reading:
    """Grows as the files are read one after another; nothing of a text is kept but what it tells."""

    sums: Mapping[str, str]
    info: Mapping[str, str] = field(default_factory=dict)
    crate: CrateFacts | None = None
    rules: Rules | None = None
    withdrawals: tuple[str, ...] = ()
    spent: int = 0
    read: set[str] = field(default_factory=set)
    found: list[Finding] = field(default_factory=list)
    pages: Pages = field(init=False)

    def __post_init__(self) -> None:
        """Learn which files there are, for the links that lead to them."""
        self.pages = Pages({path.removeprefix(PAYLOAD) for path in self.sums})

    def most(self, path: str) -> int | None:
        """How large a text that will be looked into may be; None for other files."""
        return _MOST.get(media_type(path))

    def look(self, path: str, data: bytes) -> None:
        """Look into a text whose bytes are sound; refuses what was written to harm its reader."""
        self.read.add(path)
        self.spent += len(data) * (_SLOW if media_type(path) == "application/yaml" else 1)
        if self.spent > limits.LOOKED_INTO:
            raise refusals.too_much_text(limits.LOOKED_INTO)
        try:
            self._look(path, data.decode("utf-8"))
        except (UnicodeDecodeError, Unreadable):
            self.found.append(findings.unreadable(PAYLOAD + path))
        except Hostile as error:
            raise refusals.hostile_text(path) from error

    def _look(self, path: str, text: str) -> None:
        match media_type(path):
            case "application/json":
                said = read_json(text)
                if path == CRATE:
                    self.crate = crate_facts(said)
            case "application/yaml":
                said = read_yaml(text)
                if path == WITHDRAWN:
                    self.withdrawals = _hashes(said)
            case "application/toml":
                table = read_toml(text)
                if path == REUSE:
                    self.rules = rules_of(table)
            case "text/markdown":
                self.found += self.pages.markdown(path, text)
            case _:
                self.found += self.pages.html(path, text)

    def findings(self) -> list[Finding]:
        """What is wrong, once everything was looked into."""
        return [*self._withdrawn(), *self.found, *self._about_crate(), *self._about_licences()]

    def weighs(self, files: Mapping[str, int]) -> bool:
        """Whether the payload has the size and the number of files that the description announces."""
        said = _OXUM.fullmatch(self.info.get("Payload-Oxum", ""))
        if said is None:
            return True
        return (int(said[1]), int(said[2])) == (sum(files[path] for path in self.sums), len(self.sums))

    def facts(self, files: Mapping[str, int]) -> BundleFacts:
        """What the bundle says of itself."""
        crate = self.crate
        title = crate.title if crate and crate.title else self.info.get("External-Description", "")
        return BundleFacts(
            title=_said(title),
            version=_said(self.info.get("Guide-Version", "")),
            made_on=_day(self.info.get("Bagging-Date", "")),
            language=_said(crate.language if crate else ""),
            licence=_said(crate.licence if crate else ""),
            collective=_said(self.info.get("Source-Organization", "")),
            version_id=_uuid(self.info.get("External-Identifier", "")),
            series_id=_uuid(self.info.get("Bag-Group-Identifier", "")),
            made_with=_said(self.info.get("Bag-Software-Agent", "")),
            files=len(self.sums),
            size=sum(files.get(path, 0) for path in self.sums),
        )

    def _withdrawn(self) -> list[Finding]:
        named = set(self.withdrawals)
        return [findings.withdrawn(path) for path, sha256 in sorted(self.sums.items()) if sha256 in named]

    def _about_crate(self) -> list[Finding]:
        if self.crate is None:
            damaged = f"{PAYLOAD}{CRATE}" in self.sums and CRATE not in self.read
            return [] if damaged else [findings.no_crate()]
        told = {f"{PAYLOAD}{path.removeprefix('./')}": sha256 for path, sha256 in self.crate.sums.items()}
        differ = sorted(path for path, sha256 in told.items() if self.sums.get(path) != sha256)
        wordless = sorted(f"{PAYLOAD}{path}" for path in self.crate.wordless)
        return [*map(findings.crate_differs, differ), *map(findings.no_description, wordless)]

    def _about_licences(self) -> list[Finding]:
        if self.rules is None:
            damaged = f"{PAYLOAD}{REUSE}" in self.sums and REUSE not in self.read
            return [] if damaged else [findings.no_rules()]
        found: list[Finding] = []
        used: set[str] = set()
        for path in sorted(self.pages.files):
            if path == REUSE or path.startswith("LICENSES/"):
                continue
            licences = self.rules.of(path)
            used.update(licences)
            found += [] if licences else [findings.no_licence(PAYLOAD + path)]
            found += [
                findings.closed_licence(PAYLOAD + path, one) for one in licences if not may_publish(one)
            ]
        absent = sorted(one for one in used if f"LICENSES/{one}.txt" not in self.pages.files)
        return [*found, *map(findings.no_licence_text, absent)]


def _hashes(said: Any) -> tuple[str, ...]:
    listed = said.get("sha256") if isinstance(said, dict) else None
    kept = (one.lower() for one in listed if isinstance(one, str)) if isinstance(listed, list) else ()
    return tuple(sorted({one for one in kept if _HASH.fullmatch(one)}))


def _said(text: str) -> str:
    plain = one_line(text)
    return plain if len(plain) <= limits.SAID else f"{plain[: limits.SAID - 1]}…"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _uuid(text: str) -> str:
    found = _URN.fullmatch(text)
    return found[1].lower() if found else ""
