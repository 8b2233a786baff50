# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos, sounds and other files of a library, named by what they contain and never half written."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.progress import Progress, silent
from forgeatelier.store.landing import PARTIAL, Landing, flush_folder
from forgeatelier.store.media_names import RENDITIONS, Tier, media_path, named, original_path, safe_suffix
from forgeatelier.store.orphans import received_since, unnamed
from forgeatelier.store.scrubbing import MediaTrouble, scrub
from forgeatelier.store.sources import foreign_chunks
from forgeatelier.store.trouble import disk_trouble, in_words

if TYPE_CHECKING:
    # A library is opened before the first window is painted: Pillow waits until a photo is worked on.
    from forgeatelier.store.photos import PreparedPhoto


@dataclass(frozen=True)
class KeptFile:
    """A file that is now in the library; what it was called is for the caller to remember."""

    sha256: str
    size: int
    suffix: str


class MediaBatch:
    """Files on their way into the library; they are there once the batch has ended well."""

    def __init__(self, folder: Path, landing: Landing) -> None:
        """Receive for the library in `folder`; `Media.batch` settles the landing."""
        self._folder = folder
        self._landing = landing

    def keep_bytes(self, data: bytes, suffix: str) -> str:
        """Keep bytes under the hash that is returned."""
        return self._keep((data,), suffix).sha256

    def keep_file(self, path: Path) -> KeptFile:
        """Keep a sound, a PDF, any file, without ever holding it in memory."""
        return self._keep(foreign_chunks(path), path.suffix)

    def keep_photo(self, photo: "PreparedPhoto") -> str:
        """Keep the three tiers of a photo under the hash of its master, which is returned."""
        # The master is renamed last: where it is, the others are.
        self.keep_tier(photo.sha256, "print", photo.for_print)
        self.keep_tier(photo.sha256, "thumb", photo.thumb)
        self.keep_tier(photo.sha256, "master", photo.master)
        return photo.sha256

    def keep_original(self, source: Path | bytes, suffix: str = "") -> str:
        """Keep a file exactly as it came, apart from what may leave the library; its hash is returned."""
        chunks = foreign_chunks(source) if isinstance(source, Path) else (source,)
        ending = safe_suffix(suffix or (source.suffix if isinstance(source, Path) else ""))
        with _told():
            received = self._landing.receive(chunks, self._folder / "originals")
            self._landing.place(received, original_path(self._folder, received.sha256, ending))
        return received.sha256

    def keep_tier(self, sha256: str, tier: Tier, data: bytes) -> None:
        """Keep one tier of the photo that has this hash."""
        with _told():
            received = self._landing.receive((data,), self._folder / "media")
            self._landing.place(received, media_path(self._folder, sha256, tier))

    def _keep(self, chunks: Iterable[bytes], suffix: str) -> KeptFile:
        ending = safe_suffix(suffix)
        with _told():
            received = self._landing.receive(chunks, self._folder / "media")
            self._landing.place(received, media_path(self._folder, received.sha256, suffix=ending))
        return KeptFile(received.sha256, received.size, ending)


class Media:
    """The media of a library: `media/` for what may be shared, `originals/` for what never leaves."""

    def __init__(self, folder: Path) -> None:
        """Look after the library in `folder`; nothing is read or written yet."""
        self.folder = folder

    @contextmanager
    def batch(self) -> Iterator[MediaBatch]:
        """Keep many files for the price of few flushes; when the work is broken off, none of them stays."""
        landing = Landing()
        try:
            yield MediaBatch(self.folder, landing)
            with _told():
                landing.settle()
        finally:
            landing.drop()

    def keep_bytes(self, data: bytes, suffix: str) -> str:
        """Keep bytes under the hash that is returned; from then on they survive a power cut."""
        with self.batch() as batch:
            return batch.keep_bytes(data, suffix)

    def keep_file(self, path: Path) -> KeptFile:
        """Keep a sound, a PDF, any file, without ever holding it in memory."""
        with self.batch() as batch:
            return batch.keep_file(path)

    def keep_photo(self, photo: "PreparedPhoto") -> str:
        """Keep the three tiers of a photo under the hash of its master, which is returned."""
        with self.batch() as batch:
            return batch.keep_photo(photo)

    def keep_photos(
        self, photos: Iterable["PreparedPhoto"], progress: Progress = silent, total: int = 0
    ) -> list[str]:
        """Keep many photos, each written as it comes: a generator keeps the memory flat."""
        kept: list[str] = []
        with self.batch() as batch:
            for photo in photos:
                kept.append(batch.keep_photo(photo))
                progress(len(kept), max(total, len(kept)))
        return kept

    def keep_original(self, source: Path | bytes, suffix: str = "") -> str:
        """Keep a file exactly as it came, apart from what may leave the library; its hash is returned."""
        with self.batch() as batch:
            return batch.keep_original(source, suffix)

    def path(self, sha256: str, tier: Tier = "master", suffix: str = "jpg") -> Path:
        """Where a file is or would be; ValueError when `sha256` is not a hash."""
        return media_path(self.folder, sha256, tier, suffix)

    def original(self, sha256: str) -> Path | None:
        """Where the untouched original with this hash lies, if the library has it."""
        found = [
            path for path in named(sha256, self.folder) if path.is_relative_to(self.folder / "originals")
        ]
        return found[0] if found else None

    def read(self, sha256: str, tier: Tier = "master", suffix: str = "jpg") -> bytes:
        """The bytes of a file, checked against its name; a rendition that is lost or cut is made again."""
        path = self.path(sha256, tier, suffix)
        if tier in RENDITIONS:
            if not _ends_well(path):
                self.ensure_tiers(sha256)
            return _bytes_of(path)
        data = _bytes_of(path)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise _damaged(path)
        return data

    def ensure_tiers(self, sha256: str) -> tuple[Tier, ...]:
        """Make the print rendition and the thumbnail again where they are lost or damaged; tell which."""
        mending = import_module("forgeatelier.store.photos.mending")
        is_whole: Callable[[bytes], bool] = mending.is_whole
        remade: Callable[[bytes, str], tuple[bytes, bytes]] = mending.remade
        lacking = [tier for tier in RENDITIONS if not self._has_whole(sha256, tier, is_whole)]
        if lacking:
            made = dict(zip(RENDITIONS, remade(self.read(sha256), self.path(sha256).name), strict=True))
            with self.batch() as batch:
                for tier in lacking:
                    batch.keep_tier(sha256, tier, made[tier])
        return tuple(lacking)

    def check(self, progress: Progress = silent, expected: Iterable[str] = ()) -> Iterator[MediaTrouble]:
        """What is damaged or missing, found as the caller asks; `expected` are hashes that must be there."""
        return scrub(self.folder, expected, progress)

    def erase(self, sha256: str) -> None:
        """Remove every file with this hash: all tiers, any ending, the original too."""
        with _told():
            for path in named(sha256, self.folder):
                path.unlink(missing_ok=True)
                flush_folder(path.parent)

    def sweep_since(self, moment: float, run: Any) -> int:
        """Remove what an interrupted run left since that moment of the disk's clock; tell how many photos and files.

        What the journal names, through `run`, stays; that which it does not name was never said to be kept.
        """
        with _told():
            left = unnamed(run, received_since(self.folder, moment))
            for sha256 in left:
                self.erase(sha256)
        return self.sweep() + len(left)

    def sweep(self) -> int:
        """Remove what an interrupted run left half written, when the library is opened; tell how many."""
        left = [path for root in ("media", "originals") for path in (self.folder / root / PARTIAL).glob("*")]
        with _told():
            for path in left:
                path.unlink(missing_ok=True)
        return len(left)

    def _has_whole(self, sha256: str, tier: Tier, is_whole: Callable[[bytes], bool]) -> bool:
        try:
            return is_whole(self.path(sha256, tier).read_bytes())
        except OSError:
            return False


@contextmanager
def _told() -> Iterator[None]:
    """Say in words what the disk refused."""
    try:
        yield
    except OSError as error:
        raise (in_words(error) or disk_trouble()) from error


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as gone:
        raise AtelierError(
            _("Un fichier manque dans cette bibliothèque : {name}.").format(name=path.name),
            _("Le reprendre d’une sauvegarde, ou l’importer de nouveau."),
        ) from gone
    except OSError as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> AtelierError:
    return AtelierError(
        _("Un fichier de cette bibliothèque est abîmé : {name}.").format(name=path.name),
        _("Le reprendre d’une sauvegarde, ou l’importer de nouveau : il sera remplacé."),
    )


def _ends_well(path: Path) -> bool:
    """Whether the file has both ends of a JPEG: a look that costs nothing."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return data.startswith(b"\xff\xd8") and data.endswith(b"\xff\xd9")
