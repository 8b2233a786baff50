# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One library, one program: a lock that the system itself releases when the program dies."""

import os
import sys
from pathlib import Path
from typing import IO

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """Held from the making of this object until `release`."""

    def __init__(self, folder: Path) -> None:
        """Take the lock of a library's folder. Raises AtelierError when another program holds it."""
        self._file = (folder / "library.lock").open("a+", encoding="utf-8")
        try:
            _seize(self._file)
        except OSError as error:
            self._file.close()
            raise AtelierError(
                _("Cette bibliothèque est déjà ouverte dans un autre programme."),
                _("Fermer l’autre fenêtre ou l’autre commande, puis recommencer."),
            ) from error
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Let others open the library."""
        self._file.close()
