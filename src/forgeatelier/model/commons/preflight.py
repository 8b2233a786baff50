# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be true before anything leaves: blocking and warning findings, each with its place and remedy.

The list is that of field practice: licences that bind, consents that live, credits that are due, and what
a reader would miss. It is a pure function, so that the window, the command line and the tests ask the same one.
"""

from collections.abc import Iterable

from forgeatelier.ground.words import _, marked
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.commons.finding import Doubt, Finding, Level, block, may_leave
from forgeatelier.model.commons.licence import LICENCES, may_enter, may_publish
from forgeatelier.model.commons.missing import missing
from forgeatelier.model.people.name_guard import NameGuard
from forgeatelier.model.plain import texts

__all__ = ["Doubt", "Finding", "Level", "findings", "may_leave"]


def findings(document: SheetDocument, doubts: Iterable[Doubt], guard: NameGuard) -> tuple[Finding, ...]:
    """Everything found, blocking first."""
    found = (
        *_consents(doubts),
        *_licences(document),
        *_credit(document),
        *_names(document, guard),
        *missing(document),
    )
    return tuple(sorted(found, key=lambda f: f.level is Level.WARNING))


def _consents(doubts: Iterable[Doubt]) -> Iterable[Finding]:
    for doubt in doubts:
        called = doubt.heading or _("sans légende")
        what, remedy = {
            "unknown": (
                _("Personne n’a dit qui est reconnaissable sur la photo « {photo} »."),
                _("Dire « personne » ou nommer les personnes reconnaissables, ou écarter la photo."),
            ),
            "minor": (
                _(
                    "Une personne mineure est reconnaissable sur « {photo} » sans l’accord d’un parent ou tuteur."
                ),
                _("Noter l’accord du parent ou tuteur, ou écarter la photo."),
            ),
            "person": (
                _(
                    "Une personne reconnaissable sur « {photo} » n’a pas donné d’accord pour une publication libre."
                ),
                _("Demander son accord et le noter, ou écarter la photo."),
            ),
        }[doubt.reason]
        yield block(
            f"consent-{doubt.reason}",
            what.format(photo=called),
            remedy,
            "capture",
            doubt.capture_id,
            "recognisable",
        )


def _licences(document: SheetDocument) -> Iterable[Finding]:
    whole = document.sheet.licence
    if not may_publish(whole):
        yield block(
            "licence-sheet",
            _("La fiche n’a pas de licence ouverte."),
            _("Choisir une licence de la liste, CC BY-SA 4.0 par exemple."),
            "sheet", document.sheet.id, "licence",
        )  # fmt: skip
        return
    adapted = [("protocol", document.protocol.id, document.protocol.title, document.protocol.licence)]
    adapted += [
        ("protocol", document.protocol.id, o.title, o.licence) for o in document.protocol.derived_from
    ]
    for kind, ident, title, licence in adapted:
        if not may_enter(licence, whole):
            yield _incompatible(kind, ident, title, licence, whole)
    for kind, ident, title, licence in (
        *(("capture", p.capture_id, p.caption or p.alt, p.licence) for p in document.pictures),
        *(("output", o.id, o.title, o.licence) for o in document.outputs),
    ):
        if not may_publish(licence):
            yield _incompatible(kind, ident, title, licence, whole)


def _incompatible(kind: str, ident: str, title: str, licence: str, whole: str) -> Finding:
    if not licence:
        return block(
            "licence-missing",
            _("« {title} » n’a pas de licence.").format(title=title),
            _("Choisir sa licence dans la liste, ou le retirer."),
            kind,
            ident,
            "licence",
        )
    name = LICENCES[licence].name if licence in LICENCES else licence
    return block(
        "licence-incompatible",
        _("« {title} » est sous {licence}, qui ne peut pas entrer dans une fiche sous {whole}.").format(
            title=title, licence=name, whole=LICENCES[whole].name
        ),
        _("Le retirer, ou le remplacer par une œuvre sous licence compatible."),
        kind,
        ident,
        "licence",
    )


def _credit(document: SheetDocument) -> Iterable[Finding]:
    if not (document.sheet.collective or any(c.name for c in document.credits)):
        yield block(
            "no-author",
            _("Personne n’est crédité : la licence demande un nom."),
            _("Écrire le nom du collectif sur la fiche."),
            "sheet",
            document.sheet.id,
            "collective",
        )


_REASONS = {
    "name": marked("Le nom d’une personne, « {words} », apparaît dans un texte à publier."),
    "phone": marked("Un numéro de téléphone, « {words} », apparaît dans un texte à publier."),
    "email": marked("Une adresse électronique, « {words} », apparaît dans un texte à publier."),
}


def _names(document: SheetDocument, guard: NameGuard) -> Iterable[Finding]:
    for kind, ident, written in _written(document):
        for slip in guard.slips(written):
            yield block(
                f"personal-{slip.reason}",
                _(_REASONS[slip.reason]).format(words=slip.words),
                _("Réécrire le passage sans cette donnée, ou noter l’accord de la personne."),
                kind,
                ident,
            )


_READ_OF_PROTOCOL = (
    "title",
    "pitch",
    "description",
    "change_note",
    "steps",
    "materials",
    "adaptations",
    "preparation",
    "ground_rules",
)
"""The parts of a protocol that are read for names; its authors chose to be named in it."""


def _written(document: SheetDocument) -> Iterable[tuple[str, str, str]]:
    for kind, value in (
        ("sheet", document.sheet),
        ("workshop", document.workshop),
        ("lessons", document.lessons),
    ):
        if value is not None:
            bare = (
                value
                if kind != "workshop"
                else (
                    document.workshop.title,
                    document.workshop.summary,
                    document.workshop.aim,
                    document.workshop.context,
                    document.workshop.town,
                )
            )
            yield kind, value.id, "\n".join(texts(bare))
    for step in document.harvest:
        for picture in step.pictures:
            yield "capture", picture.capture_id, f"{picture.caption}\n{picture.alt}\n{picture.credit}"
        yield (
            "workshop",
            document.workshop.id,
            "\n".join(
                (*step.notes, *(d.text for d in step.decisions), *(t for link in step.links for t in link))
            ),
        )
    for output in document.outputs:
        yield "output", output.id, "\n".join(texts(output))
    protocol = document.protocol
    yield (
        "protocol",
        protocol.id,
        "\n".join(t for name in _READ_OF_PROTOCOL for t in texts(getattr(protocol, name))),
    )
