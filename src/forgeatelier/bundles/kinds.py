# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What sort of file a path holds."""

from pathlib import PurePosixPath

_MEDIA_TYPES = {
    "md": "text/markdown",
    "html": "text/html",
    "json": "application/json",
    "yaml": "application/yaml",
    "toml": "application/toml",
    "csv": "text/csv",
    "txt": "text/plain",
    "ics": "text/calendar",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "zip": "application/zip",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_IN_A_LANGUAGE = {"md", "html", "csv", "pdf", "epub", "ics"}
_PICTURES = {"jpg", "jpeg", "png", "webp"}
_PACKED = {*_PICTURES, "pdf", "epub", "zip", "ods", "xlsx"}


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix.lstrip(".").lower()


def media_type(path: str) -> str:
    """The media type of a file, by the end of its name."""
    return _MEDIA_TYPES.get(_ending(path), "application/octet-stream")


def speaks(path: str) -> bool:
    """Whether the file holds words in the language of the sheet."""
    return _ending(path) in _IN_A_LANGUAGE


def is_picture(path: str) -> bool:
    """Whether the file is a picture."""
    return _ending(path) in _PICTURES


def is_packed(path: str) -> bool:
    """Whether the file is compressed already, so that deflating it again is a waste."""
    return _ending(path) in _PACKED
