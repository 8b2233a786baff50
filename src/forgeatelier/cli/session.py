# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening the library a command is about, and finding what it names."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from forgeatelier.atelier import Atelier
from forgeatelier.cli import output
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.places import usual_library
from forgeatelier.ground.words import _
from forgeatelier.model.entity import Entity
from forgeatelier.model.workshop.workshop import Workshop

_E = TypeVar("_E", bound=Entity)


def now() -> datetime:
    """The present moment; the command line is one of the few places that look at a clock."""
    return datetime.now(UTC)


def folder_of(options: Namespace) -> Path:
    """The library folder this command is about."""
    return Path(options.library) if options.library else usual_library()


@contextmanager
def opened(options: Namespace) -> Iterator[Atelier]:
    """The library of this command, open; what is odd about it is said aside."""
    atelier = Atelier.open(folder_of(options), now)
    try:
        if atelier.library.where.notice:
            output.aside(atelier.library.where.notice)
        if atelier.library.recovery:
            output.aside(
                _(
                    "La bibliothèque n’avait pas été fermée (coupure ?). "
                    "Rien d’enregistré n’est perdu ; dernière écriture : {when}."
                ).format(when=local(atelier.library.recovery.last_write))
            )
        yield atelier
    finally:
        atelier.close()


def local(moment: str) -> str:
    """A moment of the journal in this computer's time, for people."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M:%S}" if moment else _("jamais")


def found(atelier: Atelier, cls: type[_E], said: str, what: str) -> _E:
    """The one entity whose id begins with `said`. Raises AtelierError when none or several do."""
    exact = atelier.library.get(cls, said)
    if exact is not None:
        return exact
    ids = [
        row[0]
        for row in atelier.library.rows(cls, ("id",))
        if row[0].startswith(said) or row[0].endswith(said)
    ]
    if len(said) >= 4 and len(ids) == 1:
        one = atelier.library.get(cls, ids[0])
        if one is not None:
            return one
    if len(ids) > 1:
        raise AtelierError(
            _("« {said} » désigne plusieurs {what}.").format(said=said, what=what),
            _("Écrire l’identifiant en entier."),
        )
    raise AtelierError(
        _("Aucun résultat pour « {said} » parmi les {what}.").format(said=said, what=what),
        _("Les commandes « list » montrent les identifiants."),
    )


def workshop(atelier: Atelier, said: str) -> Workshop:
    """The workshop a command names: by id, end of id, or whole title."""
    titled = [
        w for w in atelier.library.rows(Workshop, ("id", "title")) if w[1].casefold() == said.casefold()
    ]
    if len(titled) == 1:
        return found(atelier, Workshop, titled[0][0], _("ateliers"))
    return found(atelier, Workshop, said, _("ateliers"))
