# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command that prints the kit of a workshop."""

from argparse import Namespace
from pathlib import Path

from forgeatelier.cli import output, session
from forgeatelier.exporting.kit.catalogue import called, sheets_for
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.reference import ref_list


def kit(options: Namespace) -> int:
    """Write the folder of PDFs and say what is in it."""
    from forgeatelier.actions.kit import KitOrder, make_kit, read_sheets

    role = read_role(options.role)
    asked = tuple(name for name in options.sheets.split(",") if name.strip())
    sheets = read_sheets(asked) or (sheets_for(role) if role else ())
    order = KitOrder(
        sheets=sheets, role=role, language=options.language, photo_mark=not options.no_photo_mark
    )
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        to = Path(options.to).expanduser()
        made = make_kit(atelier.library, workshop.id, to, order, session.now(), output.progress)
        atelier.keep(made.change)
    pages = ngettext("{n} page", "{n} pages", made.pages).format(n=made.pages)
    lines = [
        _("Kit écrit : {path} ({pages})").format(path=made.path, pages=pages),
        *(_line(one.file.name, one.pages, personal=one.personal) for one in made.sheets),
        *(f"– {called(one.sheet)} : {one.why}" for one in made.left_out),
    ]
    if any(one.personal for one in made.sheets):
        lines.append(_("Les feuilles marquées * portent des noms : les garder avec l’équipe."))
    output.give(
        {
            "path": str(made.path),
            "pages": made.pages,
            "sheets": [
                {
                    "sheet": one.sheet.value,
                    "file": one.file.name,
                    "pages": one.pages,
                    "personal": one.personal,
                }
                for one in made.sheets
            ],
            "left_out": [{"sheet": one.sheet.value, "why": one.why} for one in made.left_out],
        },
        as_json=options.json,
        text="\n".join(lines),
    )
    return 0


def read_role(said: str) -> str:
    """The code of a role, written as such or by its name; empty when nothing was written. Raises AtelierError."""
    wanted = folded(said.strip())
    if not wanted:
        return ""
    known = ref_list("roles").entries
    found = next(
        (
            one.code
            for one in known
            if wanted in (folded(one.code), folded(one.fr), folded(one.en))
            or wanted in folded(one.fr).split(" ou ")
        ),
        "",
    )
    if not found:
        raise AtelierError(
            _("« {said} » n’est pas un rôle connu.").format(said=said),
            _("Choisir parmi : {names}.").format(names=", ".join(one.code for one in known)),
        )
    return found


def _line(name: str, pages: int, *, personal: bool) -> str:
    mark = "*" if personal else " "
    return f"{mark} {name:<34}{pages:>4}"
