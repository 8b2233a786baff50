# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bundles as a stranger would forge them: any entry, any bytes, with sums that agree."""

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FIXED = (2026, 4, 2, 0, 0, 0)


def forged(folder: Path, changes: Mapping[str, bytes]) -> Path:
    """Write these files (paths in the bag) into a bundle and make every sum agree with them again."""
    for path, data in changes.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    payload = {p.relative_to(folder).as_posix(): p for p in (folder / "data").rglob("*") if p.is_file()}
    (folder / "manifest-sha256.txt").write_text(_sums(payload), encoding="utf-8")
    size = sum(p.stat().st_size for p in payload.values())
    info = (folder / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    kept = [
        f"Payload-Oxum: {size}.{len(payload)}" if line.startswith("Payload-Oxum") else line for line in info
    ]
    (folder / "bag-info.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
    tags = {name: folder / name for name in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt")}
    (folder / "tagmanifest-sha256.txt").write_text(_sums(tags), encoding="utf-8")
    return folder


def _sums(files: Mapping[str, Path]) -> str:
    lines = [f"{hashlib.sha256(files[path].read_bytes()).hexdigest()}  {path}\n" for path in sorted(files)]
    return "".join(lines)


@dataclass
class Entry:
    """One entry of a zip in which everything may be a lie; None means the truth."""

    name: str | bytes
    data: bytes = b"x"
    mode: int = 0o100644
    dos: int = 0
    flags: int = 0
    method: int = 0
    size: int | None = None
    local_name: str | bytes | None = None
    local_size: int | None = None
    at: int | None = None
    extra: bytes = b""
    packed: bytes | None = None


def forge_zip(
    to: Path, entries: list[Entry], *, before: bytes = b"", between: bytes = b"", after: bytes = b""
) -> Path:
    """A zip of these entries, byte by byte."""
    body, listed = bytearray(before), bytearray()
    for entry in entries:
        name, local = (
            _bytes(entry.name),
            _bytes(entry.local_name if entry.local_name is not None else entry.name),
        )
        packed = entry.packed if entry.packed is not None else _packed(entry)
        crc = zlib.crc32(entry.data)
        size = len(entry.data) if entry.size is None else entry.size
        here = len(body) if entry.at is None else entry.at
        told = size if entry.local_size is None else entry.local_size
        if entry.at is None:
            body += struct.pack(
                "<4s5H3L2H",
                b"PK\3\4",
                20,
                entry.flags,
                entry.method,
                0,
                33,
                crc,
                len(packed),
                told,
                len(local),
                0,
            )
            body += local + packed
        listed += struct.pack(
            "<4s6H3L5H2L",
            b"PK\1\2", 3 << 8 | 20, 20, entry.flags, entry.method, 0, 33, crc, len(packed), size,
            len(name), len(entry.extra), 0, 0, 0, entry.mode << 16 | entry.dos, here,
        )  # fmt: skip
        listed += name + entry.extra
    body += between
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(entries), len(entries), len(listed), len(body), 0)
    to.write_bytes(bytes(body) + bytes(listed) + end + after)
    return to


def entries_of(folder: Path) -> list[Entry]:
    """The entries of an honest zip of this folder."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return [Entry(f"b/{p.relative_to(folder).as_posix()}", p.read_bytes()) for p in files]


def zipped_by_hand(folder: Path, to: Path) -> Path:
    """The folder zipped with the everyday tools: other order, folders as entries, today's dates."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*"), reverse=True):
            packed.write(path, Path(folder.name) / path.relative_to(folder))
    return to


def _packed(entry: Entry) -> bytes:
    if entry.method != 8:
        return entry.data
    deflating = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflating.compress(entry.data) + deflating.flush()


def _bytes(name: str | bytes) -> bytes:
    return name if isinstance(name, bytes) else name.encode()
