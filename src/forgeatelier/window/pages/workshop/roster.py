# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a workshop as lines of a table: who, where she stands, at which half-days she was there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from forgeatelier.ground.words import _, language, marked
from forgeatelier.model.people.consent import Matter
from forgeatelier.model.people.half_days import covers, parts
from forgeatelier.model.people.person import Sex
from forgeatelier.model.reference import label
from forgeatelier.window import people_words as words
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.subject import Member, Subject
from forgeatelier.window.widgets import CONSENTS, Column, fold

SHOWN = 6
"""As many half-days stand beside the names; those around the present one when there are more."""

_HALVES = {"am": marked("matin"), "pm": marked("après-midi"), "day": marked("journée")}
_SHORT = {"am": marked("matin"), "pm": marked("ap.-m."), "day": marked("jour")}


@dataclass(frozen=True, slots=True)
class Line:
    """What the table shows of a person; made once, so that filtering thousands only compares words."""

    id: str
    name: str
    order: str
    key: tuple[str, ...]
    sex: str
    age: str
    organisation: str
    status: str
    image: str
    image_words: str
    role: str
    halves: tuple[str, ...]
    member: Member


def line_of(subject: Subject, member: Member) -> Line:
    """A person of the workshop as a line."""
    person = member.person
    mark, said = _image(subject, member)
    name = full_name(member)
    return Line(
        id=person.id,
        name=name,
        # People without a name come last.
        order=fold(name) if person.heading else f"\uffff{name}",
        key=tuple(fold(f"{person.given_names} {person.family_name}").split()),
        sex="" if person.sex is Sex.UNSTATED else _(words.SEXES[person.sex]),
        age=words.age(person, subject.today()) + (_(" (mineur·e)") if member.minor else ""),
        organisation=person.organisation or person.village,
        status=saying.presence(member.attendance.presence) if member.attendance else "",
        image=mark,
        image_words=said,
        role=", ".join(label("roles", one.role, language()) for one in member.team),
        halves=member.attendance.half_days if member.attendance else (),
        member=member,
    )


def full_name(member: Member) -> str:
    """Family name first, as lists have it; who has no name is told by what is known."""
    person = member.person
    name = " ".join(part for part in (person.family_name, person.given_names) if part)
    if name:
        return name
    sex = "" if person.sex is Sex.UNSTATED else _(words.SEXES[person.sex])
    band = label("tranches-age", person.age_band, language()) if person.age_band else ""
    return " · ".join(part for part in (_("Sans nom"), sex, band) if part)


def _image(subject: Subject, member: Member) -> tuple[str, str]:
    mark = subject.image_answer(member)
    granted = words.summary(member.consent(Matter.IMAGE, subject.id))[0] == "yes"
    if mark == "unknown" and member.minor and granted:
        return mark, _("Tuteur à nommer")
    return mark, _(CONSENTS[mark][2])


def columns(halves: Sequence[str]) -> tuple[Column[Line], ...]:
    """Name, half-days, status, sex, age, structure, image, role."""
    return (
        Column[Line](_("Nom"), _name, sort=_order),
        *(
            Column[Line](short_half(half), partial(_there, half), tone=partial(_there_tone, half))
            for half in halves
        ),
        Column[Line](_("Image publiée"), _image_said, tone=_image_tone, icon=_image_icon),
        Column[Line](_("Statut"), _status),
        Column[Line](_("Sexe"), _sex),
        Column[Line](_("Âge"), _age),
        Column[Line](_("Rôle"), _role),
        Column[Line](_("Structure"), _organisation, wide=True),
    )


def shown_halves(halves: Sequence[str], now: str) -> tuple[str, ...]:
    """The half-days that get a column: all of them, or those around the present one."""
    if len(halves) <= SHOWN:
        return tuple(halves)
    place = halves.index(now) if now in halves else 0
    first = min(max(0, place - SHOWN // 2), len(halves) - SHOWN)
    return tuple(halves[first : first + SHOWN])


def half_words(half_day: str) -> str:
    """« jeudi 12 mars, matin »."""
    on, half = parts(half_day)
    if on is None:
        return half_day.removesuffix("/day")
    return _("{day}, {half}").format(day=saying.day(on, "dddd d MMMM"), half=_(_HALVES.get(half, half)))


def short_half(half_day: str) -> str:
    """« 12 matin », for the head of a column."""
    on, half = parts(half_day)
    return f"{on.day} {_(_SHORT.get(half, half))}" if on else half_day.removesuffix("/day")[:12]


def fits(line: Line, typed: str) -> int:
    """How well a name fits what is typed: 0 not at all, more when words begin with it."""
    asked = fold(typed).split()
    if not asked:
        return 0
    begun = [any(word.startswith(said) for word in line.key) for said in asked]
    if all(begun):
        return 3 if any(word == said for word in line.key for said in asked) else 2
    return 1 if all(said in " ".join(line.key) for said in asked) else 0


def named_like(typed: str, line: Line) -> bool:
    """Whether a name fits what is typed."""
    return fits(line, typed) > 0


def first_to_mark(lines: Iterable[Line], typed: str, half_day: str) -> Line | None:
    """Who Enter marks: the best fit among those not there yet, by name; then among those who are."""
    weighed = [(fits(line, typed), line) for line in lines]
    found = [(worth, line) for worth, line in weighed if worth]
    waiting = [pair for pair in found if not covers(pair[1].halves, half_day)]
    return min(waiting or found, key=_best_first)[1] if found else None


def _best_first(pair: tuple[int, Line]) -> tuple[int, str]:
    return -pair[0], pair[1].order


def _name(line: Line) -> str:
    return line.name


def _order(line: Line) -> str:
    return line.order


def _there(half: str, line: Line) -> str:
    return "✓" if covers(line.halves, half) else ""


def _there_tone(half: str, line: Line) -> str:
    return "ok" if covers(line.halves, half) else ""


def _status(line: Line) -> str:
    return line.status


def _sex(line: Line) -> str:
    return line.sex


def _age(line: Line) -> str:
    return line.age


def _organisation(line: Line) -> str:
    return line.organisation


def _image_said(line: Line) -> str:
    return line.image_words


def _image_tone(line: Line) -> str:
    return CONSENTS[line.image][0]


def _image_icon(line: Line) -> str:
    return CONSENTS[line.image][1]


def _role(line: Line) -> str:
    return line.role
