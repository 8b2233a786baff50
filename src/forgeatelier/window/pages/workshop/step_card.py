# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One step told in full: what to say, what to do, with what, and what else if it goes wrong."""

from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _, marked
from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.step import Importance, Step, Trouble
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.layout import said_under
from forgeatelier.window.widgets import KIND_WORDS, Banner, Flow, Inspector, Label, Tag, holding

TROUBLES = {
    Trouble.NO_POWER: marked("Sans électricité"),
    Trouble.NO_PROJECTOR: marked("Sans projecteur"),
    Trouble.RAIN: marked("S’il pleut"),
    Trouble.LATE: marked("En retard"),
    Trouble.FEWER_PEOPLE: marked("Moins de monde"),
    Trouble.MORE_PEOPLE: marked("Plus de monde"),
    Trouble.MISSING_MATERIAL: marked("Matériel manquant"),
    Trouble.NON_READERS: marked("Sans lire ni écrire"),
}
"""What a plan B answers, in words."""

_IMPORTANCE = {
    Importance.ESSENTIAL: (marked("indispensable"), "accent"),
    Importance.USEFUL: (marked("utile"), ""),
    Importance.OPTIONAL: (marked("facultative"), ""),
}


def fill(inspector: Inspector, step: Step) -> None:
    """Put a step into an emptied inspector."""
    inspector.set_title(step.title)
    inspector.add(_tags(step))
    if step.safety_note or step.risk in (Severity.MEDIUM, Severity.HIGH):
        what = step.safety_note or _("Étape risquée.")
        inspector.add(Banner("warn", _("Sécurité"), what, closable=False))
    inspector.add(*told(step))


def told(step: Step) -> tuple[QWidget, ...]:
    """Every part of a step that says something, in the order in which one needs it."""
    parts = [
        (_("Consigne à dire"), step.instruction),
        (_("Ce que fait l’animation"), step.facilitator),
        (_("Ce que font les personnes"), step.participants),
        (_("Matériel"), _bullets(step.materials)),
        (_("Supports"), _bullets(step.supports)),
        (_("Ce qui en sort"), step.output),
        (_("Conseils"), _bullets(step.tips)),
        (_("Pièges"), _bullets(step.traps)),
    ]
    made = [said_under(title, text) for title, text in parts if text]
    if step.plan_b:
        made.append(Label(_("Plan B"), "label"))
        made += [said_under(_(TROUBLES[plan.trouble]), plan.instead) for plan in step.plan_b]
    return tuple(made)


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join(f"•\N{NO-BREAK SPACE}{line}" for line in lines)


def _tags(step: Step) -> QWidget:
    word, tone = _IMPORTANCE[step.importance]
    tags = [
        Tag(_(KIND_WORDS[step.form.value]), icon=""),
        Tag(saying.duration(step.minutes), icon="clock"),
        Tag(_(word), tone),
    ]
    if step.minutes_min:
        tags.append(Tag(_("au moins {n} min").format(n=step.minutes_min), icon=""))
    if step.per_person_seconds:
        tags.append(Tag(_("{n} s par personne").format(n=step.per_person_seconds), icon="person"))
    if step.power:
        tags.append(Tag(_("électricité"), icon="battery"))
    return holding(Flow(*tags, gap="xs"))
