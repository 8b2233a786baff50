# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The only files a document may open: those of its bundle, of the styles, the fonts and the pictograms.

WeasyPrint sees four folders that stand nowhere on the disk (`file:///bundle/`, `/exports/`, `/fonts/`, `/icons/`),
so that no real path gets into a PDF and nothing else can be named.
"""

import io
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from forgeatelier.exporting.pdf_request import PdfRequest
from forgeatelier.ground.shipped import UI

BUNDLE = "file:///bundle/"
_LARGEST = 30_000_000
_PICTURES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
_STYLES = {".css": "text/css", ".svg": "image/svg+xml", **_PICTURES}
_FONTS = {".ttf": "font/ttf", ".otf": "font/otf", ".woff2": "font/woff2"}
_ICONS = {".svg": "image/svg+xml"}


class RefusedAddress(ValueError):
    """Something the document asked for and may not have."""


class LocalFiles:
    """Opens what lies in the four folders, under a known suffix and a size limit; nothing else."""

    def __init__(self, request: PdfRequest) -> None:
        """Open the folders of this request."""
        self._inline = URLFetcher(allowed_protocols=("data",), allow_redirects=False)
        self.refused: list[str] = []
        self._folders: Mapping[str, tuple[tuple[Path, ...], Mapping[str, str]]] = {
            "bundle": ((request.folder / "medias",), _PICTURES),
            "exports": (request.exports, _STYLES),
            "fonts": ((*(folder / "fonts" for folder in request.exports), UI / "fonts"), _FONTS),
            "icons": ((UI / "icons",), _ICONS),
        }

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The content at `url`. Raises RefusedAddress for what may not be opened."""
        parts = urlsplit(url)
        if parts.scheme == "data" and url.startswith("data:image/"):
            return self._inline.fetch(url, headers)
        found = self._find(parts.path) if parts.scheme == "file" and not parts.netloc else None
        if found is None:
            self.refused.append(url)
            message = f"refused: {url[:120]}"
            raise RefusedAddress(message)
        path, kind = found
        return URLFetcherResponse(url, io.BytesIO(path.read_bytes()), {"Content-Type": kind})

    def fetcher(self) -> URLFetcher:
        """A WeasyPrint fetcher that can do nothing but ask here."""
        closed = URLFetcher(allowed_protocols=(), allow_redirects=False)
        closed.fetch = self.fetch
        return closed

    def _find(self, said: str) -> tuple[Path, str] | None:
        folder, _slash, name = unquote(said).removeprefix("/").partition("/")
        if folder == "bundle":
            inside, _slash, name = name.partition("/")
            folder = folder if inside == "medias" else ""
        roots, kinds = self._folders.get(folder, ((), {}))
        kind = kinds.get(Path(name).suffix.lower())
        if kind is None or "\\" in name or "\0" in name:
            return None
        for root in roots:
            path = (root / name).resolve()
            if path.is_relative_to(root.resolve()) and path.is_file():
                return (path, kind) if path.stat().st_size <= _LARGEST else None
        return None
