# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The « En bref » box: what one wants to know before reading on."""

from enum import StrEnum

from forgeatelier.exporting.choices import called, listed
from forgeatelier.exporting.escaping import within
from forgeatelier.exporting.scale import Scale
from forgeatelier.exporting.wording import amount, days, duration, joined, labelled, semicolon
from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.material import total_cost
from forgeatelier.model.method.naming import word_of
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.person import Sex


class Fact(StrEnum):
    """A key fact by its key, which names its pictogram."""

    DURATION = "duration"
    PEOPLE = "people"
    TEAMS = "teams"
    COST = "cost"
    LEVEL = "level"
    HAZARDS = "hazards"
    PLACE = "place"
    WHEN = "when"
    HOST = "host"
    LANGUAGES = "languages"
    NEEDS = "needs"
    READING = "reading"
    DEVICES = "devices"


_LABELS = {
    Fact.DURATION: marked("Durée"),
    Fact.PEOPLE: marked("Personnes"),
    Fact.TEAMS: marked("Équipes"),
    Fact.COST: marked("Coût"),
    Fact.LEVEL: marked("Difficulté"),
    Fact.HAZARDS: marked("Dangers"),
    Fact.PLACE: marked("Lieu"),
    Fact.WHEN: marked("Date"),
    Fact.HOST: marked("Accueillis par"),
    Fact.LANGUAGES: marked("Langues parlées"),
    Fact.NEEDS: marked("Sert à"),
    Fact.READING: marked("Lire et écrire"),
    Fact.DEVICES: marked("Appareils"),
}


def recognised() -> dict[str, Fact]:
    """The fact of each label in the language being spoken."""
    return {_(label): fact for fact, label in _LABELS.items()}


def workshop_facts(document: SheetDocument, scale: Scale) -> list[str]:
    """The facts of a workshop that took place, as lines of Markdown."""
    workshop, protocol = document.workshop, document.protocol
    town = joined([within(workshop.town), within(listed("pays", workshop.country))])
    people = [document.host, *document.partners]
    return _lines(
        {
            Fact.DURATION: _real_duration(document),
            Fact.PEOPLE: _came(document) or _expected(protocol),
            Fact.TEAMS: _teams(protocol, scale),
            Fact.COST: _cost(protocol, scale, free=workshop.free),
            Fact.LEVEL: _level(protocol),
            Fact.HAZARDS: _hazards(protocol),
            Fact.WHEN: days(workshop.starts_on, workshop.ends_on),
            Fact.PLACE: joined([town, _setting(protocol)], semicolon()),
            Fact.HOST: joined(within(one.heading) for one in people if one),
            Fact.LANGUAGES: joined(listed("langues", code) for code in workshop.languages),
            **_asked(protocol),
        }
    )


def protocol_facts(protocol: Protocol, scale: Scale) -> list[str]:
    """The facts of a protocol for whoever would run it, as lines of Markdown."""
    return _lines(
        {
            Fact.DURATION: _planned(protocol),
            Fact.PEOPLE: _expected(protocol),
            Fact.TEAMS: _teams(protocol, scale),
            Fact.COST: _cost(protocol, scale, free=False),
            Fact.LEVEL: _level(protocol),
            Fact.HAZARDS: _hazards(protocol),
            Fact.PLACE: _setting(protocol),
            **_asked(protocol),
        }
    )


def _asked(protocol: Protocol) -> dict[Fact, str]:
    """What one would choose it for, and what it asks of people and place."""
    return {
        Fact.NEEDS: joined(within(listed("besoins", code)) for code in protocol.needs),
        Fact.READING: word_of(protocol.reading) if protocol.reading else "",
        Fact.DEVICES: joined(word_of(device) for device in protocol.devices),
    }


def real_minutes(document: SheetDocument) -> int:
    """The minutes really spent on the steps that were timed; 0 when none was."""
    return sum(run.minutes or 0 for run in document.runs)


def _lines(facts: dict[Fact, str]) -> list[str]:
    return [labelled(_(_LABELS[fact]), said) for fact, said in facts.items() if said]


def _planned(protocol: Protocol) -> str:
    minutes = protocol.duration.total or protocol.minutes
    return duration(minutes) if minutes else ""


def _real_duration(document: SheetDocument) -> str:
    planned, real = _planned(document.protocol), real_minutes(document)
    if not real:
        return planned
    return (
        _("{real} (prévu : {planned})").format(real=duration(real), planned=planned)
        if planned
        else duration(real)
    )


def _expected(protocol: Protocol) -> str:
    group = protocol.group
    if group.min and group.max:
        span = _("{min} à {max} personnes").format(min=group.min, max=group.max)
        return joined([span, _("{ideal} au mieux").format(ideal=group.ideal) if group.ideal else ""])
    return ngettext("{n} personne", "{n} personnes", group.ideal).format(n=group.ideal) if group.ideal else ""


def _came(document: SheetDocument) -> str:
    figures = document.figures
    if figures is None or not figures.total:
        return ""
    people = ngettext("{n} personne", "{n} personnes", figures.total).format(n=amount(figures.total))
    told = [f"{amount(n)} {called(sex)}" for sex, n in figures.by_sex if sex is not Sex.UNSTATED]
    return f"{people} ({joined(told)})" if told else people


def _teams(protocol: Protocol, scale: Scale) -> str:
    if not protocol.group.per_team or not scale.people:
        return ""
    teams = ngettext("{n} équipe", "{n} équipes", scale.teams).format(n=scale.teams)
    return _("{teams} de {size} au plus").format(teams=teams, size=protocol.group.per_team)


def _cost(protocol: Protocol, scale: Scale, *, free: bool) -> str:
    totals = total_cost(protocol.materials, scale.people, scale.teams)
    spent = joined(
        (f"{amount(round(cost))} {within(currency)}" for currency, cost in totals.items() if cost), " + "
    )
    supplies = _("{sum} de fournitures").format(sum=spent) if spent else ""
    return joined([_("gratuit pour qui participe") if free else "", supplies], semicolon())


def _level(protocol: Protocol) -> str:
    return called(protocol.audience.level) if protocol.audience.level else ""


def _hazards(protocol: Protocol) -> str:
    real = [hazard for hazard in protocol.safety if hazard.severity is not Severity.NONE]
    order = list(Severity)
    worst = sorted(real, key=lambda hazard: order.index(hazard.severity), reverse=True)
    return joined(within(hazard.hazard).lower() for hazard in worst[:3]) or _("aucun danger particulier")


def _setting(protocol: Protocol) -> str:
    place = protocol.place
    return joined(
        [
            f"{place.surface_m2} m²" if place.surface_m2 else "",
            _("ombre") if place.shade else "",
            _("point d’eau") if place.water else "",
            called(place.power) if place.power else "",
        ]
    )
