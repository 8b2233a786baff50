# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Markdown and HTML pages of a foreign bundle: where their links lead, and what they would run."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from forgeatelier.bundles import findings
from forgeatelier.bundles.arriving import limits
from forgeatelier.bundles.arriving.addresses import Link, Target, where
from forgeatelier.bundles.arriving.html_links import links_in_html, runs_something
from forgeatelier.bundles.arriving.markdown_links import links_in_markdown, without_code
from forgeatelier.bundles.arriving.strict_texts import Hostile, read_yaml
from forgeatelier.bundles.bag import PAYLOAD
from forgeatelier.bundles.report import Finding


@dataclass(frozen=True, slots=True)
class Pages:
    """Knows the files (paths under `data/`) that a link may lead to."""

    files: Collection[str]
    folders: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Learn the folders from the files."""
        for path in self.files:
            parts = path.split("/")
            self.folders.update("/".join(parts[:depth]) for depth in range(1, len(parts)))

    def markdown(self, path: str, text: str) -> list[Finding]:
        """What is wrong with a Markdown page and its front matter."""
        if text.startswith("---\n"):
            head, _mark, text = text[4:].partition("\n---\n")
            if len(head) > limits.FRONT_MATTER:
                raise Hostile("endless front matter")
            read_yaml(head)
        prose = without_code(text)
        return [*self._runs(path, prose), *self._links(path, links_in_markdown(prose))]

    def html(self, path: str, text: str) -> list[Finding]:
        """What is wrong with a page for a browser."""
        return [*self._runs(path, text), *self._links(path, links_in_html(text))]

    def _runs(self, path: str, text: str) -> list[Finding]:
        return [findings.runs_something(PAYLOAD + path)] if runs_something(text) else []

    def _links(self, path: str, links: Iterator[Link]) -> list[Finding]:
        found: dict[Finding, None] = {}
        for count, link in enumerate(links):
            if count >= limits.LINKS:
                raise Hostile("more links than any page")
            found.update(dict.fromkeys(self._about(path, link)))
            if len(found) >= limits.FINDINGS:
                break
        return list(found)

    def _about(self, path: str, link: Link) -> Iterator[Finding]:
        place, target = PAYLOAD + path, where(link.address, path, self.files, self.folders)
        if target is Target.MISSING:
            yield findings.broken_link(place, link.address)
        elif target is Target.DANGEROUS:
            yield findings.dangerous_link(place, link.address)
        elif target is Target.WEB and link.alt is not None:
            yield findings.remote_picture(place, link.address)
        if link.alt is not None and not link.alt.strip():
            yield findings.no_alt(place)
