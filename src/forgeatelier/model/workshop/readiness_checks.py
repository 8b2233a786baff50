# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The evening before: thirteen checks, three states, and unknown is never green."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.model.workshop.readiness import Readiness, ReadyMark

READY, TO_DO, UNKNOWN = Readiness.READY, Readiness.TO_DO, Readiness.UNKNOWN

LEAST_BATTERY = 80
"""Per cent below which one should charge before the day."""

LEAST_FREE = 2_000_000_000
"""Bytes that a day of photos may take; below, one should make room."""

FRESH_BACKUP = timedelta(days=1)
"""How old the last copy may be."""

CHECKS = {
    "when": marked("La date et le lieu sont fixés"),
    "team": marked("Quelqu’un anime"),
    "people": marked("Les personnes sont inscrites"),
    "tasks": marked("Les tâches sont faites"),
    "supplies": marked("Tout le matériel est obtenu"),
    "packed": marked("La caisse est prête"),
    "printed": marked("Le kit est imprimé"),
    "room": marked("La salle est vue, avec ses prises et ses tables"),
    "battery": marked("La batterie est chargée"),
    "disk": marked("Il reste de la place pour les photos"),
    "backup": marked("Une copie est faite sur une clé"),
    "screen": marked("Le deuxième écran est essayé"),
    "hotspot": marked("Le point d’accès est essayé avec un téléphone"),
}
"""Every check with its words, in the order of the list."""

OPTIONAL = ("screen", "hotspot")
"""A workshop needs neither projector nor phone: these two never keep it from being ready."""

TICKED_BY_HAND = ("printed", "room", "backup", "screen", "hotspot")
"""What the program cannot see: unknown until someone says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the program sees. `battery` is per cent, or None where the machine does not say; `free` is in bytes."""

    starts_on: date | None = None
    has_place: bool = False
    leads: int = 0
    registered: int = 0
    expected: int = 0
    tasks: int = 0
    tasks_open: int = 0
    tasks_late: int = 0
    supplies: int = 0
    to_get: int = 0
    unpacked: int = 0
    battery: int | None = None
    free: int | None = None
    last_backup: datetime | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the list: its code, its state, what is known in words, and whether a person said it."""

    code: str
    state: Readiness
    words: str
    by_hand: bool = False

    @property
    def title(self) -> str:
        """What is checked."""
        return _(CHECKS[self.code])


def readiness(seen: Circumstances, marks: Iterable[ReadyMark], now: datetime) -> tuple[Check, ...]:
    """Every check. What a person said wins over what the program counts, but a later unknown is unknown again."""
    said = _latest(marks)
    return tuple(_check(code, seen, said.get(code), now) for code in CHECKS)


def is_ready(checks: Iterable[Check]) -> bool:
    """Whether nothing that matters is left to do or unknown."""
    return all(one.state is READY for one in checks if one.code not in OPTIONAL)


def _latest(marks: Iterable[ReadyMark]) -> Mapping[str, ReadyMark]:
    dated = [one for one in marks if one.moment is not None]
    return {one.check: one for one in sorted(dated, key=lambda one: (str(one.moment), one.id))}


def _check(code: str, seen: Circumstances, mark: ReadyMark | None, now: datetime) -> Check:
    if mark is not None and mark.said is not UNKNOWN:
        return Check(code, mark.said, mark.note, by_hand=True)
    if code in TICKED_BY_HAND:
        return Check(
            code, UNKNOWN, _backup_words(seen, now) if code == "backup" else _("Personne ne l’a encore dit.")
        )
    state, words = _SEEN[code](seen)
    return Check(code, state, words)


def _when(seen: Circumstances) -> tuple[Readiness, str]:
    if seen.starts_on is None:
        return TO_DO, _("Choisir une date.")
    return (READY, "") if seen.has_place else (TO_DO, _("Dire où cela se passe."))


def _team(seen: Circumstances) -> tuple[Readiness, str]:
    if not seen.leads:
        return TO_DO, _("Dire qui anime.")
    return READY, ngettext("{n} personne dans l’équipe", "{n} personnes dans l’équipe", seen.leads).format(
        n=seen.leads
    )


def _people(seen: Circumstances) -> tuple[Readiness, str]:
    if not seen.registered:
        # A workshop open to all has no list before the day: only a person can say that this is fine.
        return UNKNOWN, _("Personne n’est inscrit. Si l’atelier est ouvert à tous, cocher.")
    said = ngettext("{n} personne inscrite", "{n} personnes inscrites", seen.registered).format(
        n=seen.registered
    )
    if seen.registered < seen.expected:
        return TO_DO, _("{registered} sur {expected} attendues").format(
            registered=said, expected=seen.expected
        )
    return READY, said


def _tasks(seen: Circumstances) -> tuple[Readiness, str]:
    if not seen.tasks:
        return UNKNOWN, _("Aucune tâche n’est écrite.")
    if seen.tasks_late:
        return TO_DO, ngettext("{n} tâche en retard", "{n} tâches en retard", seen.tasks_late).format(
            n=seen.tasks_late
        )
    if seen.tasks_open:
        return TO_DO, ngettext("{n} tâche à faire", "{n} tâches à faire", seen.tasks_open).format(
            n=seen.tasks_open
        )
    return READY, ""


def _supplies(seen: Circumstances) -> tuple[Readiness, str]:
    if not seen.supplies:
        return UNKNOWN, _("La liste de matériel est vide.")
    if seen.to_get:
        return TO_DO, ngettext("{n} ligne à obtenir", "{n} lignes à obtenir", seen.to_get).format(
            n=seen.to_get
        )
    return READY, ""


def _packed(seen: Circumstances) -> tuple[Readiness, str]:
    if not seen.supplies:
        return UNKNOWN, _("La liste de matériel est vide.")
    if seen.unpacked:
        return TO_DO, ngettext("{n} ligne à emballer", "{n} lignes à emballer", seen.unpacked).format(
            n=seen.unpacked
        )
    return READY, ""


def _battery(seen: Circumstances) -> tuple[Readiness, str]:
    if seen.battery is None:
        return UNKNOWN, _("Cet ordinateur ne dit pas l’état de sa batterie.")
    said = _("{n} %").format(n=seen.battery)
    return (
        (READY, said)
        if seen.battery >= LEAST_BATTERY
        else (TO_DO, _("{level} : brancher").format(level=said))
    )


def _disk(seen: Circumstances) -> tuple[Readiness, str]:
    if seen.free is None:
        return UNKNOWN, _("La place libre n’a pas pu être lue.")
    said = _("{n} Go libres").format(n=seen.free // 1_000_000_000)
    return (
        (READY, said)
        if seen.free >= LEAST_FREE
        else (TO_DO, _("{room} : faire de la place").format(room=said))
    )


def _backup_words(seen: Circumstances, now: datetime) -> str:
    if seen.last_backup is not None and now - seen.last_backup <= FRESH_BACKUP:
        return _("La dernière sauvegarde est récente, mais elle est sur cet ordinateur.")
    return _("Faire une sauvegarde, puis la copier sur une clé.")


_SEEN = {
    "when": _when,
    "team": _team,
    "people": _people,
    "tasks": _tasks,
    "supplies": _supplies,
    "packed": _packed,
    "battery": _battery,
    "disk": _disk,
}
