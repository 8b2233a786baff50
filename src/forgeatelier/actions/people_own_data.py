# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A participant's own data, on request: everything the library holds about her, to read, to print, and as data."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from forgeatelier.actions.people_references import naming, person_fields
from forgeatelier.exporting.own_data import Leaflet, Section, leaflet_page, leaflet_request
from forgeatelier.exporting.pdf import render_pdf
from forgeatelier.exporting.templates import Templates
from forgeatelier.exporting.wording import day
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, language, marked
from forgeatelier.model.declare import kind_of
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.people.consent import Answer, Consent, ConsentMode, Matter, Use
from forgeatelier.model.people.half_days import parts
from forgeatelier.model.people.person import CreditMode, Person, Sex
from forgeatelier.model.people.sameness import Sameness
from forgeatelier.model.plain import to_plain
from forgeatelier.model.progress import Progress, silent
from forgeatelier.model.reference import label
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.readiness import Task
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library
from forgeatelier.store.trouble import told_in_words

FORMAT = 1

_WORDS: dict[Any, str] = {
    Sex.WOMAN: marked("femme"),
    Sex.MAN: marked("homme"),
    Sex.OTHER: marked("autre"),
    Sex.UNSTATED: marked("non dit"),
    CreditMode.UNASKED: marked("à demander"),
    CreditMode.NAME: marked("son nom"),
    CreditMode.PSEUDONYM: marked("un autre nom"),
    CreditMode.ANONYMOUS: marked("sans nom"),
    CreditMode.NONE: marked("aucun crédit"),
    Presence.REGISTERED: marked("inscription"),
    Presence.PRESENT: marked("présence"),
    Presence.ABSENT: marked("absence"),
    Presence.DROPPED: marked("départ en cours"),
    Answer.GRANTED: marked("accord"),
    Answer.UNASKED: marked("à demander"),
    Answer.REFUSED: marked("refus"),
    Answer.WITHDRAWN: marked("accord retiré"),
    Matter.DATA: marked("Coordonnées"),
    Matter.IMAGE: marked("Image"),
    Matter.VOICE: marked("Voix"),
    Matter.TESTIMONY: marked("Témoignage"),
    Matter.CREDIT: marked("Crédit : être nommé·e"),
    ConsentMode.WRITTEN: marked("par écrit"),
    ConsentMode.ORAL: marked("à l’oral"),
    ConsentMode.THUMBPRINT: marked("par empreinte"),
    ConsentMode.AUDIO: marked("enregistré"),
    ConsentMode.GUARDIAN: marked("par un parent ou tuteur"),
    ConsentMode.UNSTATED: marked("non précisé"),
}
_HALVES = {"am": marked("matin"), "pm": marked("après-midi"), "day": marked("journée")}
_K = TypeVar("_K", bound=Entity)


@dataclass(frozen=True, slots=True)
class OwnData:
    """A person, everything that names her, and the titles of the workshops it belongs to."""

    person: Person
    around: tuple[Entity, ...]
    workshops: dict[str, str]

    def of(self, cls: type[_K]) -> tuple[_K, ...]:
        """What names her, of one kind."""
        return tuple(one for one in self.around if isinstance(one, cls))


def own_data(library: Library, person: Person) -> OwnData:
    """Gather everything that this library holds about a person."""
    around = naming(library, (person.id,))
    ids = {str(getattr(one, "workshop_id", "")) for one in around} - {""}
    found = {key: library.get(Workshop, key) for key in sorted(ids)}
    return OwnData(person, around, {key: one.heading for key, one in found.items() if one is not None})


def as_data(own: OwnData) -> dict[str, Any]:
    """The same for machines: every field of the person, and every entity that names her, by kind."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for one in own.around:
        kinds.setdefault(kind_of(one).name, []).append(_plain(one))
    return {
        "format": FORMAT,
        "person": _plain(own.person),
        "workshops": own.workshops,
        "naming": {name: kinds[name] for name in sorted(kinds)},
    }


def _plain(one: Entity) -> dict[str, Any]:
    return {field.name: to_plain(getattr(one, field.name)) for field in fields(one)}


def leaflet(own: OwnData, today: date) -> Leaflet:
    """The same for the person herself, in words."""
    name = own.person.heading or _("Personne sans nom")
    note = _(
        "Tout ce que cette bibliothèque d’ateliers garde sur cette personne, le {day}. "
        "Elle peut demander de corriger, de retirer un accord ou d’effacer."
    ).format(day=day(today))
    made = (
        Section(_("Fiche"), _facts(own.person)),
        Section(_("Ateliers"), tuple(_presence(own, one) for one in own.of(Attendance))),
        Section(_("Rôles dans une équipe"), tuple(_role(own, one) for one in own.of(TeamMember))),
        Section(_("Accords"), tuple(row for one in own.of(Consent) for row in _consent(own, one))),
        Section(_("Photos, notes et fichiers"), tuple(_capture(own, one) for one in own.of(Capture))),
        Section(_("Tâches"), tuple((_where(own, one), one.title) for one in own.of(Task))),
        Section(_("Autres mentions"), tuple(_others(own))),
    )
    usual = {_("Fiche"), _("Ateliers"), _("Accords")}
    return Leaflet(name, note, tuple(part for part in made if part.rows or part.title in usual))


def _facts(person: Person) -> tuple[tuple[str, str], ...]:
    found = []
    for rule in kind_of(Person).fields.values():
        value = getattr(person, rule.name)
        if value not in ("", (), None) and not rule.refers:
            found.append((_(rule.label), _said(rule.name, value)))
    return tuple(found)


def _said(name: str, value: Any) -> str:
    if name == "languages":
        return ", ".join(label("langues", code, language()) for code in value)
    if name == "age_band":
        return label("tranches-age", value, language())
    if isinstance(value, date):
        return day(value)
    return _(_WORDS[value]) if isinstance(value, StrEnum) and value in _WORDS else str(value)


def _where(own: OwnData, one: Entity) -> str:
    return own.workshops.get(str(getattr(one, "workshop_id", "")), "") or _("Sans atelier")


def _presence(own: OwnData, one: Attendance) -> tuple[str, str]:
    halves = ", ".join(_half(half) for half in one.half_days)
    said = _(_WORDS[one.presence])
    return _where(own, one), f"{said} ({halves})" if halves else said


def _half(said: str) -> str:
    on, half = parts(said)
    words = _(_HALVES[half]) if half in _HALVES else half
    return f"{day(on)}, {words}" if on else said


def _role(own: OwnData, one: TeamMember) -> tuple[str, str]:
    return _where(own, one), label("roles", one.role, language())


def _consent(own: OwnData, one: Consent) -> Iterable[tuple[str, str]]:
    title = f"{_(_WORDS[one.matter])} · {_where(own, one)}"
    uses = {rule.name: _(rule.label) for rule in kind_of(Consent).fields.values()}
    yield title, "\n".join(f"{uses[use.value]} : {_(_WORDS[one.answer(use)])}" for use in Use)
    told = [
        (_("Donné le"), day(one.given_on) if one.given_on else ""),
        (_("Retiré le"), day(one.withdrawn_on) if one.withdrawn_on else ""),
        (_("Valable jusqu’au"), day(one.until) if one.until else ""),
        (_("Comment"), _(_WORDS[one.mode])),
        (
            _("Langue de l’information"),
            label("langues", one.informed_in, language()) if one.informed_in else "",
        ),
        (_("Témoin"), one.witness),
        (_("Parent ou tuteur"), one.guardian),
        (_("Réponse telle que notée"), one.as_said),
        (_("Preuve"), _("un fichier est gardé dans la bibliothèque") if one.proof else ""),
    ]
    yield from ((f"— {title_}", said) for title_, said in told if said)


def _capture(own: OwnData, one: Capture) -> tuple[str, str]:
    parts_of_it = [
        (_("reconnaissable"), own.person.id in one.people),
        (_("auteur ou autrice"), one.author_id == own.person.id),
        (_("responsable"), one.owner_id == own.person.id),
    ]
    why = ", ".join(words for words, so in parts_of_it if so)
    when = day(one.moment.date()) if one.moment else ""
    what = one.heading or one.file_name or _("sans légende")
    return " · ".join(part for part in (_where(own, one), when) if part), f"{what} ({why})"


def _others(own: OwnData) -> Iterable[tuple[str, str]]:
    shown = (Attendance, TeamMember, Consent, Capture, Task, Sameness)
    for one in own.around:
        if not isinstance(one, shown):
            names = {rule.name: _(rule.label) for rule in kind_of(one).fields.values()}
            held = ", ".join(
                names[name] for name in person_fields()[type(one)] if own.person.id in _held(one, name)
            )
            yield f"{_(kind_of(one).label)} · {_where(own, one)}", f"{one.heading} ({held})".strip()


def _held(one: Entity, name: str) -> tuple[str, ...]:
    value = getattr(one, name)
    return value if isinstance(value, tuple) else (value,)


def write_own_data(
    library: Library, person: Person, to: Path, today: date, progress: Progress = silent
) -> tuple[Path, ...]:
    """Write what one can read (a `.pdf`, otherwise a page of HTML) and, beside it, the same as JSON; returns both.

    Raises AtelierError when the folder is not there or cannot be written.
    """
    if not to.parent.is_dir():
        raise AtelierError(
            _("Le dossier « {name} » n’existe pas.").format(name=to.parent.name or to.parent),
            _("Choisissez un dossier qui existe, puis recommencez."),
        )
    own = own_data(library, person)
    read = leaflet(own, today)
    templates = Templates(library.folder / "exports")
    page = to if to.suffix.lower() in (".pdf", ".html", ".htm") else to.with_name(f"{to.name}.html")
    data = page.with_suffix(".json")
    with told_in_words():
        if page.suffix.lower() == ".pdf":
            render_pdf(leaflet_request(read, to.parent, templates), page, progress)
        else:
            page.write_text(leaflet_page(read, templates), encoding="utf-8")
        data.write_text(json.dumps(as_data(own), ensure_ascii=False, indent=2), encoding="utf-8")
    return page, data
