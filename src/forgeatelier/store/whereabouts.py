# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a library lies: on the internal disk, on a stick, on the network, or in a folder that another program syncs."""

import sys
from dataclasses import dataclass
from pathlib import Path

from forgeatelier.ground.words import _

_STICK_TYPES = {"vfat", "msdos", "exfat", "ntfs3", "fuseblk", "iso9660", "udf"}
_NETWORK_TYPES = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "fuse.sshfs",
    "fuse.rclone",
    "davfs",
    "fuse.davfs",
}
_SYNC_MARKS = (
    ".stfolder",
    ".dropbox",
    ".sync_log.db",
    ".owncloudsync.log",
    ".nextcloudsync.log",
    "desktop.ini.onedrive",
)
_SYNC_NAMES = (
    "dropbox",
    "onedrive",
    "nextcloud",
    "owncloud",
    "google drive",
    "googledrive",
    "icloud drive",
    "syncthing",
)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`kind` is internal, removable, network or synced."""

    kind: str = "internal"

    @property
    def is_internal(self) -> bool:
        """Whether the fast and safe settings hold here."""
        return self.kind == "internal"

    @property
    def notice(self) -> str:
        """The sentence to show when a library lies where it should not; empty on the internal disk."""
        return {
            "removable": _(
                "Cette bibliothèque est sur un support amovible : elle est plus lente et plus fragile. "
                "Copier le dossier sur le disque de l’ordinateur."
            ),
            "network": _(
                "Cette bibliothèque est sur un disque réseau : une seule personne doit l’ouvrir à la fois. "
                "Copier le dossier sur le disque de l’ordinateur."
            ),
            "synced": _(
                "Cette bibliothèque est dans un dossier synchronisé, ce qui peut l’abîmer. "
                "Déplacer le dossier hors de la synchronisation et échanger par dossiers exportés."
            ),
        }.get(self.kind, "")


def whereabouts(folder: Path) -> Whereabouts:
    """What is known of the place of this folder; unknown places count as internal."""
    folder = folder.absolute()
    for parent in (folder, *folder.parents):
        if parent.name.casefold().startswith(_SYNC_NAMES) or any(
            (parent / mark).exists() for mark in _SYNC_MARKS
        ):
            return Whereabouts("synced")
    kind = _filesystem(folder) if sys.platform == "linux" else ""
    if kind in _NETWORK_TYPES:
        return Whereabouts("network")
    return Whereabouts("removable") if kind in _STICK_TYPES else Whereabouts()


def _filesystem(folder: Path) -> str:
    """The type of the file system that holds the folder, read from the kernel's table of mounts."""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        parts = line.split()
        if len(parts) > 2:
            point = parts[1].replace("\\040", " ")
            if len(point) >= len(best) and (
                point == "/" or folder == Path(point) or Path(point) in folder.parents
            ):
                best, kind = point, parts[2]
    return kind
