# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Housekeeping: checking a library, copying it, coming back to a copy."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.progress import Progress, silent
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.store import backup, identity
from forgeatelier.store.library import Library
from forgeatelier.store.lock import Lock
from forgeatelier.store.passport import read_passport
from forgeatelier.store.scrubbing import MediaTrouble
from forgeatelier.store.trouble import told_in_words


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: ids of writes that no longer match, sentences about media, whether the pages are in order."""

    altered: tuple[str, ...]
    media: tuple[str, ...]
    entities: int
    database: bool = True

    @property
    def is_sound(self) -> bool:
        """Whether everything is as it was written."""
        return self.database and not self.altered and not self.media


def examine(library: Library, progress: Progress = silent) -> Health:
    """Look at every page of the database, re-hash the journal and the media, and count what is there."""
    sound = library.is_sound()
    if not sound:
        library.doubt()
    altered = library.check()
    captures = [c for c in library.all(Capture) if c.media]
    names = {c.media: c.file_name or c.heading for c in captures}
    found = library.media.check(progress, names)
    return Health(altered, tuple(_said(one, names) for one in found), library.entity_count(), sound)


def _said(trouble: MediaTrouble, names: dict[str, str]) -> str:
    name = names.get(trouble.sha256) or trouble.path.name
    if trouble.can_be_remade:
        return _(
            "« {name} » : une petite image manque ou est abîmée ; elle sera refaite d’elle-même."
        ).format(name=name)
    if trouble.state == "missing":
        return _("« {name} » : le fichier manque.").format(name=name)
    return _("« {name} » : le fichier est abîmé ({path}).").format(
        name=name, path=f"{trouble.path.parent.parent.name}/{trouble.path.parent.name}/{trouble.path.name}"
    )


def back_up(library: Library, now: datetime) -> Path:
    """A verified copy of the database now, older ones thinned."""
    made = backup.back_up(library.folder, now)
    backup.thin(library.folder, now)
    return made


def restore(folder: Path, chosen: Path | None, now: datetime) -> Path:
    """Put a copy (the newest when none is chosen) in the place of a closed library's database.

    Returns the copy that was used. Raises AtelierError when there is none, or the library is open elsewhere.
    """
    passport = read_passport(folder)
    copies = backup.backups(folder)
    if chosen is None and not copies:
        raise AtelierError(_("Cette bibliothèque n’a pas de sauvegarde."), _("Rien n’a été modifié."))
    used = chosen or copies[0].file
    if not used.is_file() and used.parent == Path():
        # A copy may be named as the list shows it, without the way to it.
        used = folder / "backups" / used
    if not used.is_file():
        raise AtelierError(
            _("Cette sauvegarde n’existe pas."),
            _("« forgeatelier restore --list » montre celles qui existent."),
        )
    with told_in_words():
        lock = Lock(folder)
    try:
        backup.restore(folder, used, now)
        # What was written after the copy may live elsewhere: whoever writes now is someone new.
        identity.remember(passport.id, "")
    finally:
        lock.release()
    return used
