# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a protocol must hold true between its parts, once each part could be read."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from forgeatelier.ground.words import _
from forgeatelier.model.commons.licence import may_enter
from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.material import Material
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Step
from forgeatelier.model.reference import ref_list
from forgeatelier.protocols.draft import Draft, ModelPath
from forgeatelier.protocols.values import nearest

CHALLENGE_LISTS = ("ademe-2021", "ademe-2023", "ademe-3")
"""The lists of challenges a protocol may point at."""

_GOALS = 17


def check(protocol: Protocol, draft: Draft) -> Protocol:
    """Complain of what does not hold together; give the protocol back, with a total if the file said none."""
    _check_sums(protocol, draft)
    _check_people(protocol, draft)
    _check_lineage(protocol, draft)
    _check_programme(protocol, draft)
    for index, material in enumerate(protocol.materials):
        _check_material(material, ("materials", index), draft)
    _check_unique_steps(protocol, draft)
    known = {material.name for material in protocol.materials}
    for index, step in enumerate(protocol.steps):
        _check_step(step, ("steps", index), draft)
        _check_step_materials(step, ("steps", index), known, draft)
    _check_shots(protocol, draft)
    if protocol.duration.total or draft.complaints:
        return protocol
    return replace(protocol, duration=replace(protocol.duration, total=protocol.minutes))


def _check_sums(protocol: Protocol, draft: Draft) -> None:
    path: ModelPath = ("duration", "total")
    if draft.failed(("duration",)) or any(_minutes_unread(protocol, draft)):
        return
    total = protocol.duration.total
    if not draft.placed(path):
        what = _("La durée totale n’est pas dite.")
        draft.notice(path, what, _("Écrire total: {minutes}.").format(minutes=protocol.minutes))
    elif total != protocol.minutes:
        what = _("Le total dit {total} minutes, mais les étapes en font {sum}.").format(
            total=total, sum=protocol.minutes
        )
        remedy = _("Écrire {sum}, ou corriger les minutes des étapes.").format(sum=protocol.minutes)
        draft.complain(path, what, remedy)


def _minutes_unread(protocol: Protocol, draft: Draft) -> Iterator[bool]:
    yield draft.failed(("steps",)) and not protocol.steps
    for index in range(len(protocol.steps)):
        yield draft.failed(("steps", index, "minutes"))


def _check_people(protocol: Protocol, draft: Draft) -> None:
    group = protocol.group
    asked = [(name, size) for name in ("min", "ideal", "max") if (size := getattr(group, name))]
    for (_name, smaller), (name, larger) in pairwise(asked):
        if smaller > larger:
            draft.complain(
                ("group", name),
                _("La taille du groupe ne va pas en croissant : {sizes}.").format(
                    sizes=", ".join(str(n) for _n, n in asked)
                ),
                _("Écrire le minimum, puis l’idéal, puis le maximum."),
            )
            break
    youngest, oldest = protocol.audience.age_min, protocol.audience.age_max
    if youngest is not None and oldest is not None and youngest > oldest:
        what = _("L’âge le plus bas dépasse l’âge le plus haut.")
        draft.complain(("audience", "age_max"), what, _("Inverser les deux âges."))


def _check_lineage(protocol: Protocol, draft: Draft) -> None:
    for index, origin in enumerate(protocol.derived_from):
        if origin.licence and protocol.licence and not may_enter(origin.licence, protocol.licence):
            draft.notice(
                ("derived_from", index, "licence"),
                _("Une œuvre sous {part} n’entre pas d’office dans une œuvre sous {whole}.").format(
                    part=origin.licence, whole=protocol.licence
                ),
                _("Demander l’accord des auteurs, le noter dans les modifications, ou changer de licence."),
            )


def _check_programme(protocol: Protocol, draft: Draft) -> None:
    for index, goal in enumerate(protocol.sdg):
        if not 1 <= goal <= _GOALS:
            what = _("Il n’y a pas d’objectif de développement durable {number}.").format(number=goal)
            draft.complain(("sdg", index), what, _("Écrire un nombre de 1 à 17."))
    for index, challenge in enumerate(protocol.challenges):
        path: ModelPath = ("challenges", index)
        if draft.failed(path):
            continue
        if challenge.list not in CHALLENGE_LISTS:
            what = _("« {list} » n’est pas une liste de défis.").format(list=challenge.list)
            draft.complain(
                (*path, "list"), what, _("Écrire {words}.").format(words=", ".join(CHALLENGE_LISTS))
            )
            continue
        codes = [entry.code for entry in ref_list(f"defis-{challenge.list}").entries]
        if challenge.code not in codes:
            what = _("« {code} » n’est pas un défi de la liste {list}.").format(
                code=challenge.code, list=challenge.list
            )
            draft.complain((*path, "code"), what, _("Écrire {words}.").format(words=", ".join(codes)))


def _check_material(material: Material, path: ModelPath, draft: Draft) -> None:
    if draft.failed(path):
        return
    if not material.has_quantity:
        what = _("Aucune quantité n’est dite pour « {name} ».").format(name=material.name)
        draft.notice(path, what, _("Ajouter fixe, par_personne ou par_equipe, suivi d’un nombre."))
    if material.unit_cost and not material.currency:
        what = _("Le coût de « {name} » est dit sans devise.").format(name=material.name)
        draft.notice((*path, "unit_cost"), what, _("Ajouter une ligne devise, par exemple XOF."))


def _check_unique_steps(protocol: Protocol, draft: Draft) -> None:
    if not protocol.steps and not draft.failed(("steps",)):
        draft.complain(("steps",), _("Le protocole n’a aucune étape."), _("Ajouter au moins une étape."))
    seen: set[str] = set()
    for index, step in enumerate(protocol.steps):
        path: ModelPath = ("steps", index, "id")
        if step.id in seen and not draft.failed(path):
            what = _("Deux étapes portent l’identifiant « {id} ».").format(id=step.id)
            draft.complain(path, what, _("Écrire par exemple {id}.").format(id=_free_id(step.id, protocol)))
        seen.add(step.id)


def _free_id(taken: str, protocol: Protocol) -> str:
    ids, number = {step.id for step in protocol.steps}, 2
    while f"{taken}-{number}" in ids:
        number += 1
    return f"{taken}-{number}"


def _check_step(step: Step, path: ModelPath, draft: Draft) -> None:
    if not step.minutes and not draft.failed((*path, "minutes")):
        what = _("L’étape « {title} » ne dit pas combien de temps elle dure.").format(title=step.title)
        draft.notice(path, what, _("Ajouter une ligne minutes suivie d’un nombre."))
    if step.minutes_min > step.minutes and not draft.failed((*path, "minutes")):
        what = _("La durée la plus courte ({shortest} minutes) dépasse la durée prévue ({minutes} minutes).")
        remedy = _("Écrire {minutes} ou moins, ou allonger l’étape.").format(minutes=step.minutes)
        draft.complain(
            (*path, "minutes_min"), what.format(shortest=step.minutes_min, minutes=step.minutes), remedy
        )
    if (
        step.risk in (Severity.MEDIUM, Severity.HIGH)
        and not step.safety_note
        and not draft.failed((*path, "safety_note"))
    ):
        what = _("L’étape « {title} » est risquée et ne dit pas comment se protéger.").format(
            title=step.title
        )
        draft.complain((*path, "risk"), what, _("Ajouter une ligne consigne_securite."))


def _check_step_materials(step: Step, path: ModelPath, known: set[str], draft: Draft) -> None:
    if draft.failed(("materials",)):
        # A name may be missing only because its line could not be read.
        return
    for index, name in enumerate(step.materials):
        if name in known:
            continue
        close = nearest(name, known)
        remedy = (
            _("Écrire « {name} », ou l’ajouter à la liste du matériel.").format(name=close) if close else ""
        )
        draft.complain(
            (*path, "materials", index),
            _("« {name} » n’est pas dans la liste du matériel.").format(name=name),
            remedy or _("L’ajouter à la liste du matériel."),
        )


def _check_shots(protocol: Protocol, draft: Draft) -> None:
    ids = {step.id for step in protocol.steps}
    if draft.failed(("steps",)):
        return
    for index, shot in enumerate(protocol.shots):
        if shot.step and shot.step not in ids:
            close = nearest(shot.step, ids)
            draft.complain(
                ("shots", index, "step"),
                _("Aucune étape ne porte l’identifiant « {id} ».").format(id=shot.step),
                _("Écrire {word}.").format(word=close or ", ".join(sorted(ids))),
            )
