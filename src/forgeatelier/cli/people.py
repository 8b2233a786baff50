# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands about people."""

from argparse import Namespace
from pathlib import Path

from forgeatelier.actions import people
from forgeatelier.actions.people_lists.preview import read_people_list
from forgeatelier.actions.people_lists.understood import ListPreview, UnderstoodRow
from forgeatelier.atelier import Atelier
from forgeatelier.cli import output, session
from forgeatelier.cli.list_report import report
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.workshop import Workshop


def take(options: Namespace) -> int:
    """Read a list, say what was understood, and add it when asked."""
    today = session.now().date()
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        day = workshop.starts_on or today
        preview = read_people_list(Path(options.file), today=day, default_country=workshop.country or None)
        fresh = people.newcomers(preview.rows, _there(atelier, workshop))
        if options.apply:
            if not fresh:
                raise AtelierError(
                    _("Toutes ces personnes sont déjà dans l’atelier."), _("Rien n’a été ajouté.")
                )
            atelier.keep(people.add_people(workshop, fresh, given_on=day))
    output.give(
        _as_data(preview, fresh, applied=options.apply),
        as_json=options.json,
        text="\n".join([*report(preview), *_verdict(preview, fresh, applied=options.apply)]),
    )
    return 0


def _there(atelier: Atelier, workshop: Workshop) -> list[Person]:
    ids = {a.person_id for a in atelier.library.all(Attendance, workshop_id=workshop.id)}
    return [person for person in atelier.library.all(Person) if person.id in ids]


def _verdict(preview: ListPreview, fresh: tuple[UnderstoodRow, ...], *, applied: bool) -> list[str]:
    known = len(preview.rows) - len(fresh)
    lines = []
    if known:
        said = ngettext(
            "{count} personne est déjà dans l’atelier et n’est pas ajoutée de nouveau.",
            "{count} personnes sont déjà dans l’atelier et ne sont pas ajoutées de nouveau.",
            known,
        )
        lines.append(said.format(count=known))
    if applied:
        said = ngettext("{count} personne ajoutée.", "{count} personnes ajoutées.", len(fresh))
        return [*lines, said.format(count=len(fresh))]
    return [*lines, _("Rien n’a été ajouté. Pour ajouter : la même commande avec --apply.")]


def _as_data(preview: ListPreview, fresh: tuple[UnderstoodRow, ...], *, applied: bool) -> dict[str, object]:
    counts = preview.counts
    return {
        "applied": applied,
        "added": len(fresh) if applied else 0,
        "people": counts.people,
        "new": len(fresh),
        "women": counts.women,
        "men": counts.men,
        "other": counts.other_sex,
        "unstated": counts.unstated_sex,
        "minors": counts.minors,
        "set_aside": [
            {"line": s.line, "kind": s.kind.value, "same_as": s.same_as, "text": s.text}
            for s in preview.set_aside
        ],
        "doubts": [
            {"line": d.line, "column": d.column, "read": d.read, "why": d.why} for d in preview.doubtful
        ],
        "columns": {c.header: c.meaning.value if c.meaning else None for c in preview.columns},
    }
