# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of consents, credits, sexes and ages, for lists and forms."""

from datetime import date

from forgeatelier.ground.words import _, language, marked
from forgeatelier.model import reference
from forgeatelier.model.people.consent import Answer, Consent, ConsentMode, Matter, Use
from forgeatelier.model.people.person import CreditMode, Person, Sex

ANSWERS = {
    Answer.UNASKED: marked("À demander"),
    Answer.GRANTED: marked("Accord"),
    Answer.REFUSED: marked("Refus"),
    Answer.WITHDRAWN: marked("Accord retiré"),
}
MATTERS = {
    Matter.IMAGE: marked("Image"),
    Matter.CREDIT: marked("Crédit : être nommé·e"),
    Matter.VOICE: marked("Voix"),
    Matter.TESTIMONY: marked("Témoignage"),
    Matter.DATA: marked("Coordonnées"),
}
USES = {
    Use.INTERNAL: marked("Usage interne"),
    Use.DONOR: marked("Rapport au bailleur"),
    Use.OPEN: marked("Publication libre"),
    Use.PRESS: marked("Presse"),
    Use.NETWORKS: marked("Réseaux sociaux"),
}
MODES = {
    ConsentMode.UNSTATED: marked("non précisé"),
    ConsentMode.ORAL: marked("à l’oral, devant témoin"),
    ConsentMode.WRITTEN: marked("par écrit"),
    ConsentMode.THUMBPRINT: marked("par empreinte"),
    ConsentMode.AUDIO: marked("enregistré"),
    ConsentMode.GUARDIAN: marked("par un parent ou tuteur"),
}
CREDITS = {
    CreditMode.UNASKED: marked("à demander"),
    CreditMode.NAME: marked("son nom"),
    CreditMode.PSEUDONYM: marked("un autre nom"),
    CreditMode.ANONYMOUS: marked("sans nom"),
    CreditMode.NONE: marked("aucun crédit"),
}
SEXES = {
    Sex.WOMAN: marked("femme"),
    Sex.MAN: marked("homme"),
    Sex.OTHER: marked("autre"),
    Sex.UNSTATED: marked("non dit"),
}


def summary(consent: Consent | None, matter: Matter = Matter.IMAGE) -> tuple[str, str]:
    """What one consent says of publishing (of keeping, for data), as (mark, words) for a consent mark."""
    if consent is None:
        return "unknown", _("À demander")
    answer = consent.internal if matter is Matter.DATA else consent.open
    if answer is Answer.GRANTED:
        return "yes", _("Accord")
    if answer in (Answer.REFUSED, Answer.WITHDRAWN):
        return "no", _(ANSWERS[answer])
    return "unknown", _("À demander")


def age(person: Person, today: date) -> str:
    """The age or the age band, as far as it is known."""
    if person.birth_year is not None:
        return _("env. {n} ans").format(n=today.year - person.birth_year)
    return reference.label("tranches-age", person.age_band, language()) if person.age_band else ""
