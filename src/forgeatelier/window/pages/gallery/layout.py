# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the gallery looks: frame, words, buttons, fields and cards in all their states."""

from datetime import date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QSlider,
    QWidget,
)

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    CONSENTS,
    Area,
    Badge,
    Button,
    Card,
    Check,
    Combo,
    ConsentMark,
    DateEdit,
    Field,
    Figure,
    Flow,
    IconButton,
    Label,
    Number,
    PageHeader,
    PhaseStrip,
    PressCard,
    Radio,
    Rail,
    SearchBox,
    StatusLine,
    Tabs,
    Tag,
    TextEdit,
    TimeEdit,
    holding,
    row,
    stack,
)

AREAS = (
    Area("home", "Accueil", "home", "Alt+A"),
    Area("workshops", "Ateliers", "workshops", "Alt+T"),
    Area("library", "Bibliothèque", "library", "Alt+B"),
    Area("commons", "Communs", "commons", "Alt+C"),
    Area("people", "Participants", "people", "Alt+P"),
    Area("guides", "Guides", "guides", "Alt+G"),
    Area("exchange", "Échanges", "exchange", "Alt+E"),
    Area("settings", "Réglages", "settings", below=True),
    Area("help", "Aide", "help", "F1", below=True),
)


def section(title: str, *things: QWidget | QLayout, note: str = "") -> QWidget:
    """One family of parts under its name."""
    column = stack(Label(title, "title"), gap="m")
    if note:
        column.addWidget(Label(note, "note"))
    for thing in things:
        if isinstance(thing, QWidget):
            column.addWidget(thing)
        else:
            column.addLayout(thing)
    return holding(column)


def frame_parts() -> QWidget:
    """What surrounds every page."""
    header = PageHeader(
        "Four solaire à Kaolack",
        "12 mars 2026 · 30 personnes",
        middle=PhaseStrip("run", ("prepare",)),
        primary=Button(_("Démarrer"), "primary", "play"),
        others=(IconButton("more", _("Autres actions")),),
        back_to=_("Ateliers"),
    )
    rail = Rail(AREAS, "workshops")
    rail.set_badge("people", 3, "3 personnes à réinscrire")
    rail.set_badge("exchange", 120, "120 décisions")
    rail.setMinimumHeight(worn().measure("rail") * 8)
    status = StatusLine()
    status.set_saved(datetime(2026, 3, 12, 10, 42, 7))
    status.say("Clé USB : copie à 11:08")
    strips = stack(
        PhaseStrip("harvest", ("prepare", "run")), PhaseStrip("publish", ("prepare", "run", "harvest"))
    )
    frame = row(rail, gap="l")
    frame.addLayout(stack(header, strips, None, status, gap="l"), 1)
    return section("Cadre", frame)


def words_parts() -> QWidget:
    """The type scale and the tones."""
    scale = stack(gap="xs")
    for name in ("display", "heading", "title", "lead", "strong", "body", "note", "label"):
        scale.addWidget(Label(f"Ɓɔɔɗi ŋ — la forge du village ({name})", name))
    tones = Flow(
        *(Label(tone, "strong", tone=tone) for tone in ("muted", "accent", "ok", "warn", "danger", "paused")),
        gap="l",
    )
    grounds = Flow(*(_swatch(role) for role in worn().colours), gap="s")
    return section("Mots et couleurs", scale, tones, grounds)


def _swatch(role: str) -> QWidget:
    drop = QLabel()
    theme = worn()
    side = theme.measure("control")
    picture = QImage(side * 2, side, QImage.Format.Format_RGB32)
    picture.fill(theme.colour(role))
    drop.setPixmap(_pixmap(picture))
    return holding(stack(drop, Label(role, "note", wrap=False), gap=""))


def _pixmap(image: QImage) -> QPixmap:
    return QPixmap.fromImage(image)


def button_parts() -> QWidget:
    """Every kind of button, able and unable."""
    kinds = (
        ("primary", "Publier", "publish"),
        ("quiet", "Dupliquer", "copy"),
        ("plain", "Voir tout", ""),
        ("danger", "Supprimer", "delete"),
    )
    able, unable, bare = Flow(), Flow(), Flow()
    for kind, text, icon in kinds:
        able.addWidget(Button(text, kind, icon))
        bare.addWidget(Button(text, kind))
        off = Button(text, kind, icon)
        off.setEnabled(False)
        unable.addWidget(off)
    for icon, words in (
        ("undo", "Annuler"),
        ("redo", "Refaire"),
        ("print", "Imprimer"),
        ("photo", "Ajouter une photo"),
    ):
        able.addWidget(IconButton(icon, words))
    return section("Boutons", able, bare, unable)


def field_parts() -> QWidget:
    """Fields: empty, filled, with help, with a fault, unable."""
    wrong = Field("Nombre de personnes", QLineEdit("quarante"), "Combien de personnes attendez-vous ?")
    wrong.set_error("« quarante » n’est pas un nombre.", "Écrivez-le en chiffres, par exemple 40.")
    off = QLineEdit("Ne se change plus")
    off.setEnabled(False)
    people, day, hour = Number(30, least=1), DateEdit(date(2026, 3, 12)), TimeEdit(time(9, 0))
    place = Combo((("k", "Kaolack, centre social"), ("l", "Lomé, atelier du port")), "k")
    grid = QGridLayout()
    grid.setSpacing(worn().space("l"))
    fields = (
        Field("Titre", QLineEdit("Four solaire à Kaolack"), "Ce que l’on lira sur l’affiche."),
        wrong,
        Field("Lieu", place),
        Field("Personnes", people),
        Field("Date", day),
        Field("Heure", hour),
        Field("Verrouillé", off),
        Field("Chercher", SearchBox("Chercher un protocole")),
    )
    for place_, field in enumerate(fields):
        grid.addWidget(field, place_ // 2, place_ % 2, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    text = Field(
        "Consigne projetée", TextEdit("Chaque groupe choisit trois problèmes.", lines=2), optional=True
    )
    return section("Champs", grid, text, _choices())


def _choices() -> QLayout:
    flow = Flow(gap="l")
    for text, on, able in (("Au choix", True, True), ("Flexible", False, True), ("Toujours", True, False)):
        tick = Check(text)
        tick.setChecked(on)
        tick.setEnabled(able)
        flow.addWidget(tick)
    partly = Check("En partie")
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    flow.addWidget(partly)
    for text, on in (("Public", True), ("Équipe", False)):
        dot = Radio(text)
        dot.setAutoExclusive(False)
        dot.setChecked(on)
        flow.addWidget(dot)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(40)
    slider.setMinimumWidth(worn().measure("rail") * 2)
    flow.addWidget(slider)
    tabs = Tabs((text, text) for text in ("Déroulé", "Matériel", "Personnes", "Impressions"))
    return stack(flow, tabs)


def card_parts() -> QWidget:
    """Cards, figures, tags, badges, consents."""
    card = Card("À finir de récolter", note="Four solaire à Kaolack, il y a deux jours", icon="harvest")
    card.add(Label("12 photos n’ont pas de légende et 3 personnes attendent d’être nommées."))
    card.act(Button("Reprendre la récolte", "primary", "arrow-right"), Button("Plus tard", "plain"))
    well = Card("Conseil", shape="well", icon="idea")
    well.add(Label("Une phrase dite à voix haute vaut mieux que trois lignes projetées."))
    press = PressCard("Kit habituel", "Affiche, émargement, fiches de groupe : 14 pages", "print")
    press.side.addWidget(Tag("A4"))
    chosen = PressCard("Kit de terrain", "A5, noir et blanc", "print", selected=True)
    figures = row(
        Figure("150", "ateliers", "dans 11 pays"),
        Figure("2 340", "personnes"),
        Figure("78 %", "avec protocole"),
        gap="m",
    )
    tags = Flow(
        Tag("eau"),
        Tag("bois", removable=True),
        *(Tag(words, tone) for tone, words in _tones()),
        Badge(3, "3 à relire"),
        Badge(150),
    )
    consents = Flow(*(ConsentMark(consent) for consent in CONSENTS))
    cards = row(card, well, gap="m")
    cards.setStretch(0, 3)
    cards.setStretch(1, 2)
    return section("Cartes et marques", cards, row(press, chosen, gap="m"), figures, tags, consents)


def _tones() -> tuple[tuple[str, str], ...]:
    return (
        ("ok", "complet"),
        ("warn", "à relire"),
        ("danger", "bloquant"),
        ("paused", "en pause"),
        ("accent", "nouveau"),
        ("info", "traduction"),
    )
