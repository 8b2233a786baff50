# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands about people."""

from argparse import Namespace
from pathlib import Path

from forgeatelier.actions import people
from forgeatelier.actions.people_lists.preview import read_people_list
from forgeatelier.actions.people_lists.understood import Doubt, ListPreview
from forgeatelier.cli import output, session
from forgeatelier.ground.words import _, ngettext


def take(options: Namespace) -> int:
    """Read a list, say what was understood, and add it when asked."""
    today = session.now().date()
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        preview = read_people_list(
            Path(options.file), today=workshop.starts_on or today, default_country=workshop.country or None
        )
        if options.apply:
            atelier.keep(people.add_people(workshop, preview.rows))
    output.give(
        _as_data(preview, applied=options.apply),
        as_json=options.json,
        text="\n".join(_lines(preview, applied=options.apply)),
    )
    return 0


def _lines(preview: ListPreview, *, applied: bool) -> list[str]:
    counts = preview.counts
    lines = [
        _(
            "Lu : {people} personnes ({women} femmes, {men} hommes, {unstated} non renseigné), {minors} mineures."
        ).format(
            people=counts.people,
            women=counts.women,
            men=counts.men,
            unstated=counts.unstated_sex + counts.other_sex,
            minors=counts.minors,
        ),
        _("Colonnes comprises : {columns}").format(
            columns=", ".join(f"{c.header} → {c.meaning.label}" for c in preview.columns if c.meaning)
        ),
    ]
    unknown = [c.header for c in preview.columns if c.meaning is None]
    if unknown:
        lines.append(
            _("Colonnes non comprises, gardées telles quelles : {columns}").format(columns=", ".join(unknown))
        )
    lines += [f"  {note}" for note in preview.notes]
    if preview.set_aside:
        said = ngettext("{count} ligne mise de côté", "{count} lignes mises de côté", len(preview.set_aside))
        lines.append(said.format(count=len(preview.set_aside)))
    if preview.doubtful:
        said = ngettext("{count} point à vérifier :", "{count} points à vérifier :", len(preview.doubtful))
        lines.append(said.format(count=len(preview.doubtful)))
        lines += [f"  {_place(doubt)} : {doubt.why}" for doubt in preview.doubtful]
    lines.append(
        _("La liste a été ajoutée.")
        if applied
        else _("Rien n’a été ajouté. Pour ajouter : la même commande avec --apply.")
    )
    return lines


def _place(doubt: Doubt) -> str:
    if doubt.line is None:
        return _("colonne « {column} »").format(column=doubt.column)
    return _("ligne {line}, « {column} »").format(line=doubt.line, column=doubt.column)


def _as_data(preview: ListPreview, *, applied: bool) -> dict[str, object]:
    counts = preview.counts
    return {
        "applied": applied,
        "people": counts.people,
        "women": counts.women,
        "men": counts.men,
        "unstated": counts.unstated_sex,
        "minors": counts.minors,
        "set_aside": [{"line": s.line, "kind": s.kind.value} for s in preview.set_aside],
        "doubts": [{"line": d.line, "column": d.column, "why": d.why} for d in preview.doubtful],
        "columns": {c.header: c.meaning.value if c.meaning else None for c in preview.columns},
    }
