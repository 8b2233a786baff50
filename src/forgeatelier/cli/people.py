# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands about people."""

from argparse import Namespace
from pathlib import Path

from forgeatelier.actions.people_import import Arrival, add_arrivals, arrivals
from forgeatelier.actions.people_lists.preview import read_people_list
from forgeatelier.actions.people_lists.understood import ListPreview, UnderstoodRow
from forgeatelier.actions.people_merging import Twins, find_twins
from forgeatelier.actions.people_own_data import as_data, own_data, write_own_data
from forgeatelier.atelier import Atelier
from forgeatelier.cli import output, session
from forgeatelier.cli.list_report import report
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, language, marked, ngettext
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.people.likeness import Reason, name_words
from forgeatelier.model.people.person import Person
from forgeatelier.model.reference import label
from forgeatelier.model.workshop.workshop import Workshop

_REASONS = {
    Reason.SAME_NAME: marked("même nom"),
    Reason.NEAR_NAME: marked("nom presque pareil"),
    Reason.PART_OF_NAME: marked("un nom dans l’autre"),
    Reason.SAME_PHONE: marked("même téléphone"),
    Reason.SAME_BIRTH: marked("même année de naissance"),
}
_SHORTEST = 4
"""Letters of an identifier: fewer would name another person tomorrow."""


def take(options: Namespace) -> int:
    """Read a list, say what was understood, and add it when asked."""
    today = session.now().date()
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        day = workshop.starts_on or today
        preview = read_people_list(Path(options.file), today=day, default_country=workshop.country or None)
        found, there = _arrivals(atelier, workshop, preview)
        sure = {one.row.line for one in found if one.sure}
        if options.apply:
            atelier.keep(add_arrivals(workshop, found, sure, there, day))
    fresh = tuple(one.row for one in found if not one.here)
    known = [one.person.heading for one in found if one.person is not None and one.sure and not one.here]
    lines = [*report(preview), *_recognised(known), *_verdict(preview, fresh, applied=options.apply)]
    output.give(_as_data(preview, fresh, applied=options.apply), as_json=options.json, text="\n".join(lines))
    return 0


def _arrivals(
    atelier: Atelier, workshop: Workshop, preview: ListPreview
) -> tuple[tuple[Arrival, ...], dict[str, Attendance]]:
    there = {one.person_id: one for one in atelier.library.all(Attendance, workshop_id=workshop.id)}
    everyone = atelier.library.all(Person)
    here = [person for person in everyone if person.id in there]
    return arrivals(preview.rows, here, everyone), there


def _recognised(names: list[str]) -> list[str]:
    if not names:
        return []
    said = ngettext(
        "{count} personne est déjà dans l’annuaire\N{NO-BREAK SPACE}: {names}.",
        "{count} personnes sont déjà dans l’annuaire\N{NO-BREAK SPACE}: {names}.",
        len(names),
    )
    return [said.format(count=len(names), names=", ".join(names))]


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


def duplicates(options: Namespace) -> int:
    """Show the cards that may be one person; merging them is done by hand, in the window."""
    with session.opened(options) as atelier:
        found = find_twins(atelier.library)
    said = ngettext(
        "{count} groupe de fiches à regarder.", "{count} groupes de fiches à regarder.", len(found)
    )
    lines = [line for twins in found for line in _shown(twins)]
    text = "\n".join([*lines, said.format(count=len(found))]) if found else _("Aucun doublon à regarder.")
    output.give([_twins_as_data(twins) for twins in found], as_json=options.json, text=text)
    return 0


def _shown(twins: Twins) -> list[str]:
    reasons = dict.fromkeys(reason for one in twins.pairs for reason in one.reasons)
    head = ", ".join(_(_REASONS[reason]) for reason in reasons)
    return [head, *(f"  {_about(person)}" for person in twins.people), ""]


def _about(person: Person) -> str:
    band = label("tranches-age", person.age_band, language()) if person.age_band else ""
    born = str(person.birth_year) if person.birth_year else band
    parts = (person.heading, born, person.organisation, person.village, person.phone, person.id[-6:])
    return " · ".join(part for part in parts if part)


def _twins_as_data(twins: Twins) -> dict[str, object]:
    return {
        "people": [{"id": person.id, "name": person.heading} for person in twins.people],
        "pairs": [
            {
                "one": one.one,
                "other": one.other,
                "score": one.score,
                "reasons": [r.value for r in one.reasons],
            }
            for one in twins.pairs
        ],
    }


def export(options: Namespace) -> int:
    """Write a person's own data to a file to read and a file of data."""
    today = session.now().date()
    with session.opened(options) as atelier:
        person = _person(atelier, options.person)
        files = write_own_data(atelier.library, person, Path(options.to).expanduser(), today)
        data = as_data(own_data(atelier.library, person))
    said = _("Tout ce qui concerne {name} est écrit dans {files}. À remettre à cette personne seulement.")
    names = ", ".join(str(file) for file in files)
    output.give(
        {**data, "files": [str(file) for file in files]},
        as_json=options.json,
        text=said.format(name=person.heading or _("une personne sans nom"), files=names),
    )
    return 0


def _person(atelier: Atelier, said: str) -> Person:
    """The person a command names, by id, by its end or by name. Raises AtelierError when none or several are meant."""
    exact = atelier.library.get(Person, said)
    if exact is not None:
        return exact
    everyone = atelier.library.all(Person)
    wanted = name_words(said)
    found = [one for one in everyone if wanted and name_words(one.heading) == wanted]
    if not found and len(said) >= _SHORTEST:
        found = [one for one in everyone if one.id.startswith(said.lower()) or one.id.endswith(said.lower())]
    if len(found) > 1:
        raise AtelierError(
            _("« {said} » désigne {count} personnes.").format(said=said, count=len(found)),
            _("Écrire la fin d’un de leurs identifiants : {ids}.").format(
                ids=", ".join(
                    f"{one.id[-6:]} ({one.village or one.organisation or '?'})" for one in found[:6]
                )
            ),
        )
    if not found:
        raise AtelierError(
            _("Personne ne s’appelle « {said} » dans cette bibliothèque.").format(said=said),
            _("Écrire le nom et le prénom, dans n’importe quel ordre."),
        )
    return found[0]
