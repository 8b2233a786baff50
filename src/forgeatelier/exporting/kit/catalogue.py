# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets of the kit: what each is called, for whom it is, and which hold personal data."""

from dataclasses import dataclass
from enum import StrEnum

from forgeatelier.ground.words import _, language, marked


class Sheet(StrEnum):
    """One sheet of the kit; the value is its name on the command line and its template."""

    SCRIPT = "script"
    ORDER = "order"
    PROGRAMME = "programme"
    WALL = "wall"
    WALL_A3 = "wall-a3"
    SIGN_IN = "sign-in"
    CONSENT = "consent"
    BADGES = "badges"
    GROUPS = "groups"
    BALLOTS = "ballots"
    EVALUATION = "evaluation"
    PACKING = "packing"
    SHOPPING = "shopping"


class Audience(StrEnum):
    """Who takes the sheet in hand."""

    TEAM = "team"
    DESK = "desk"
    PARTICIPANTS = "participants"
    SUPPLIES = "supplies"


AUDIENCES = {
    Audience.TEAM: marked("Pour l’équipe"),
    Audience.DESK: marked("Pour l’accueil"),
    Audience.PARTICIPANTS: marked("Pour les participants"),
    Audience.SUPPLIES: marked("Pour la logistique"),
}
"""The audiences in words, in the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """What is known of a sheet before it is made; `file_*` begin with its number so that the folder keeps order."""

    sheet: Sheet
    file_fr: str
    file_en: str
    title: str
    note: str
    audience: Audience
    personal: bool = False
    usual: bool = True

    @property
    def file(self) -> str:
        """The name of its PDF in the language now spoken; never that of a person."""
        return f"{self.file_en if language() == 'en' else self.file_fr}.pdf"


_ALL = (
    SheetFacts(
        sheet=Sheet.SCRIPT,
        file_fr="01-conduite",
        file_en="01-facilitator-script",
        title=marked("Conduite"),
        note=marked("Étape par étape : à dire, à faire, plan B, lignes pour noter le réel"),
        audience=Audience.TEAM,
    ),
    SheetFacts(
        sheet=Sheet.ORDER,
        file_fr="02-deroule",
        file_en="02-running-order",
        title=marked("Déroulé sur une page"),
        note=marked("Tout sur une page, pour toute l’équipe ou pour un rôle"),
        audience=Audience.TEAM,
    ),
    SheetFacts(
        sheet=Sheet.PROGRAMME,
        file_fr="03-programme",
        file_en="03-programme",
        title=marked("Programme des participants"),
        note=marked("Les heures et les moments, sans mots d’équipe"),
        audience=Audience.PARTICIPANTS,
    ),
    SheetFacts(
        sheet=Sheet.WALL,
        file_fr="04-programme-mural-4xA4",
        file_en="04-wall-programme-4xA4",
        title=marked("Programme mural, 4 feuilles A4"),
        note=marked("À découper et à coller ; se lit à cinq mètres"),
        audience=Audience.PARTICIPANTS,
    ),
    SheetFacts(
        sheet=Sheet.WALL_A3,
        file_fr="04-programme-mural-A3",
        file_en="04-wall-programme-A3",
        title=marked("Programme mural, A3"),
        note=marked("Pour une imprimante A3"),
        audience=Audience.PARTICIPANTS,
        usual=False,
    ),
    SheetFacts(
        sheet=Sheet.SIGN_IN,
        file_fr="05-emargement",
        file_en="05-sign-in",
        title=marked("Feuille d’émargement"),
        note=marked("Par demi-journée, avec les accords et des lignes vides"),
        audience=Audience.DESK,
        personal=True,
    ),
    SheetFacts(
        sheet=Sheet.CONSENT,
        file_fr="06-accords-image",
        file_en="06-consent",
        title=marked("Accords pour l’image et la parole"),
        note=marked("Texte à lire à voix haute, fiche individuelle, feuille de groupe"),
        audience=Audience.DESK,
        personal=True,
    ),
    SheetFacts(
        sheet=Sheet.BADGES,
        file_fr="07-badges",
        file_en="07-badges",
        title=marked("Badges"),
        note=marked("Dix par page, avec un code sans nom ni téléphone"),
        audience=Audience.DESK,
        personal=True,
    ),
    SheetFacts(
        sheet=Sheet.GROUPS,
        file_fr="08-cartes-de-groupe",
        file_en="08-group-cards",
        title=marked("Cartes de groupe"),
        note=marked("Une par groupe : numéro, dessin, consignes"),
        audience=Audience.PARTICIPANTS,
    ),
    SheetFacts(
        sheet=Sheet.BALLOTS,
        file_fr="09-bulletins",
        file_en="09-ballots",
        title=marked("Bulletins de vote"),
        note=marked("Consentement, gommettes à découper, vote en dessins"),
        audience=Audience.PARTICIPANTS,
    ),
    SheetFacts(
        sheet=Sheet.EVALUATION,
        file_fr="10-evaluation",
        file_en="10-evaluation",
        title=marked("Évaluation"),
        note=marked("Questions du protocole, visages à cocher, grille d’observation"),
        audience=Audience.PARTICIPANTS,
    ),
    SheetFacts(
        sheet=Sheet.PACKING,
        file_fr="11-caisse",
        file_en="11-packing-list",
        title=marked("Liste de la caisse"),
        note=marked("Tout ce qui part, à cocher"),
        audience=Audience.SUPPLIES,
    ),
    SheetFacts(
        sheet=Sheet.SHOPPING,
        file_fr="12-achats",
        file_en="12-shopping-list",
        title=marked("Liste d’achats"),
        note=marked("Ce qui manque, avec les prix"),
        audience=Audience.SUPPLIES,
    ),
)

SHEETS = {facts.sheet: facts for facts in _ALL}
"""Every sheet, in the order of the kit."""

USUAL = tuple(facts.sheet for facts in _ALL if facts.usual)
"""The usual kit: what most people print."""

_OF_ROLES = {
    "logisticien": (Sheet.ORDER, Sheet.SIGN_IN, Sheet.PACKING, Sheet.SHOPPING),
    "interprete": (Sheet.SCRIPT, Sheet.ORDER, Sheet.PROGRAMME, Sheet.CONSENT),
    "documentaliste": (Sheet.ORDER, Sheet.CONSENT, Sheet.EVALUATION),
    "photographe": (Sheet.ORDER, Sheet.CONSENT),
    "referent-securite": (Sheet.SCRIPT, Sheet.ORDER, Sheet.PACKING),
    "formateur-technique": (Sheet.SCRIPT, Sheet.ORDER, Sheet.GROUPS, Sheet.PACKING),
    "co-animateur": (Sheet.SCRIPT, Sheet.ORDER, Sheet.GROUPS, Sheet.BALLOTS, Sheet.EVALUATION),
}


def sheets_for(role: str) -> tuple[Sheet, ...]:
    """What someone in this role (a code of the role list) needs; the usual kit for the others."""
    return _OF_ROLES.get(role, USUAL)


def called(sheet: Sheet) -> str:
    """What a sheet is called, in the language now spoken."""
    return _(SHEETS[sheet].title)
