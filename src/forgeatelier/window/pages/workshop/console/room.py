# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one keeps an eye on: people present, battery, free disk, the last copy; read now and then, beside everything."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from forgeatelier.ground import power
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.people.attendance import Presence
from forgeatelier.model.progress import Progress
from forgeatelier.store.backup import backups
from forgeatelier.window.pages.workshop.subject import Subject

EVERY_S = 30
"""How many seconds lie between two looks at battery and disk."""

_LOW_BATTERY, _LOW_DISK = 20, 1 << 30
_GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Machine:
    """Battery in per cent (None: none or not known), free bytes (None: not known), the last copy."""

    battery: int | None = None
    free: int | None = None
    copied: datetime | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """What is known, as short sentences."""
        said = []
        if self.battery is not None:
            said.append(_("batterie {n} %").format(n=self.battery))
        if self.free is not None:
            said.append(_("{n} Go libres").format(n=_gigabytes(self.free)))
        when = f"{self.copied.astimezone():%H:%M}" if self.copied else ""
        said.append(_("dernière copie {time}").format(time=when) if when else _("aucune copie encore"))
        return tuple(said)

    @property
    def trouble(self) -> str:
        """What needs care now, in one sentence; empty when nothing does."""
        if self.battery is not None and self.battery <= _LOW_BATTERY:
            return _("Batterie faible ({n} %) : brancher l’ordinateur.").format(n=self.battery)
        if self.free is not None and self.free < _LOW_DISK:
            return _("Le disque est presque plein : les notes restent possibles, les photos peut-être pas.")
        return ""


def look(folder: Path) -> Machine:
    """Battery, disk and copies, as they are."""
    try:
        free: int | None = shutil.disk_usage(folder).free
    except OSError:
        free = None
    copies = backups(folder)
    return Machine(power.battery(), free, copies[0].made if copies else None)


def present_words(subject: Subject) -> str:
    """« présents 29/30 », against those who are expected."""
    members = subject.members()
    here = sum(1 for one in members if one.attendance and one.attendance.presence is Presence.PRESENT)
    workshop = subject.workshop()
    expected = (workshop.people_planned if workshop else 0) or len(members)
    if not expected:
        return _("présents {n}").format(n=here)
    return _("présents {n}/{expected}").format(n=here, expected=expected)


class Room(QObject):
    """`looked` when something about the computer changed."""

    looked = Signal()

    def __init__(self, subject: Subject, parent: QObject) -> None:
        """Look with `tick`, once a second."""
        super().__init__(parent)
        self._subject = subject
        self.machine = Machine()
        self._since = EVERY_S
        self._under_way = False

    def tick(self) -> None:
        """A second went by."""
        self._since += 1
        if self._since > EVERY_S and not self._under_way:
            self._since, self._under_way = 0, True
            folder, desk = self._subject.desk.atelier.library.folder, self._subject.desk

            def work(_progress: Progress) -> Machine:
                return look(folder)

            desk.jobs.start(_("Regarder la batterie et le disque"), work, self._seen, self._sorry, quiet=True)

    def _seen(self, machine: Machine) -> None:
        if not isValid(self):
            return
        self._under_way = False
        if machine != self.machine:
            self.machine = machine
            self.looked.emit()

    def _sorry(self, _error: AtelierError) -> None:
        self._under_way = False


def _gigabytes(count: int) -> str:
    return str(count // _GIB) if count >= 10 * _GIB else f"{count / _GIB:.1f}".replace(".", ",")
