# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening the library a command is about, and finding what it names."""

import re
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from forgeatelier.atelier import Atelier
from forgeatelier.cli import output
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.places import usual_library
from forgeatelier.ground.words import _, language
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.trouble import Damaged

_IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHORTEST = 4
"""Letters of an identifier: fewer would name another workshop tomorrow."""


def now() -> datetime:
    """The present moment; the command line is one of the few places that look at a clock."""
    return datetime.now(UTC)


def folder_of(options: Namespace) -> Path:
    """The library folder this command is about."""
    return (Path(options.library) if options.library else usual_library()).expanduser()


@contextmanager
def opened(options: Namespace) -> Iterator[Atelier]:
    """The library of this command, open; what is odd about it is said aside."""
    atelier = Atelier.open(folder_of(options), now)
    try:
        for notice in _notices(atelier):
            output.aside(notice)
        yield atelier
    except Damaged:
        atelier.library.doubt()
        raise
    finally:
        atelier.close()
        if atelier.library.in_doubt:
            _look_again(options)


def _look_again(options: Namespace) -> None:
    """Open once more, so that what went wrong is put right at once; if not now, the next command does it."""
    with suppress(AtelierError):
        Atelier.open(folder_of(options), now).close()


def _notices(atelier: Atelier) -> Iterator[str]:
    library = atelier.library
    if library.where.notice:
        yield library.where.notice
    if library.recovery and not library.recovery.remade:
        yield _(
            "La bibliothèque n’avait pas été fermée (coupure ?). "
            "Rien d’enregistré n’est perdu ; dernière écriture : {when}."
        ).format(when=local(library.recovery.last_write))
    if library.recovery and library.recovery.notice:
        yield library.recovery.notice


def spoken(name: str, asked: str) -> str | None:
    """The language in which to take a protocol: as asked, that of the file when an identifier names it, or ours."""
    if asked:
        return asked
    return None if _IDENTIFIER.fullmatch(name) else language()


def local(moment: str) -> str:
    """A moment of the journal in this computer's time, for people."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M:%S}" if moment else _("jamais")


def workshop(atelier: Atelier, said: str) -> Workshop:
    """The workshop a command names: by id, by its beginning or end, by title or by words of it.

    Raises AtelierError when none or several are meant.
    """
    exact = atelier.library.get(Workshop, said)
    if exact is not None:
        return exact
    rows = [(str(row[0]), str(row[1] or "")) for row in atelier.library.rows(Workshop, ("id", "title"))]
    ids = [key for key, title in rows if _same(title, said)]
    if not ids and len(said) >= _SHORTEST:
        ids = [key for key, _title in rows if key.startswith(said.lower()) or key.endswith(said.lower())]
    if not ids and len(said) >= _SHORTEST:
        ids = [
            key for key, title in rows if " ".join(folded(said).split()) in " ".join(folded(title).split())
        ]
    if len(ids) > 1:
        raise AtelierError(
            _("« {said} » désigne {count} ateliers.").format(said=said, count=len(ids)),
            _("Écrire la fin d’un de leurs identifiants : {ids}.").format(
                ids=", ".join(i[-6:] for i in ids[:6])
            ),
        )
    one = atelier.library.get(Workshop, ids[0]) if ids else None
    if one is None:
        raise AtelierError(
            _("Aucun atelier n’a « {said} » pour titre ou pour identifiant.").format(said=said),
            _("« forgeatelier workshop list » montre les titres et les identifiants."),
        )
    return one


def _same(title: str, said: str) -> bool:
    return folded(title).split() == folded(said).split()
