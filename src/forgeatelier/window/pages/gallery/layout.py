# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the gallery looks: one section a family of parts, each part in all its states."""

from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QSlider,
    QWidget,
)

from forgeatelier.ground.words import _, ngettext
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    CONSENTS,
    KIND_WORDS,
    Area,
    Badge,
    Banner,
    Button,
    Card,
    Check,
    Column,
    Combo,
    ConsentMark,
    DataTable,
    DateEdit,
    EmptyState,
    Field,
    Figure,
    Flow,
    IconButton,
    Inspector,
    Label,
    Number,
    PageHeader,
    PhaseStrip,
    Photo,
    PhotoGrid,
    PressCard,
    ProgressStrip,
    Radio,
    Rail,
    ReadingCard,
    SearchBox,
    SheetPreview,
    StatusLine,
    StepRow,
    Tabs,
    Tag,
    TextEdit,
    TimeEdit,
    TimelineStep,
    holding,
    row,
    stack,
)

Event = tuple[str, str, str, int, str]

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

STEPS = (
    StepRow("09:00", "Accueil et émargement", 20, "plenary", state="done"),
    StepRow("09:20", "Tour de table", 15, "pairs", "30 s par personne", essential=True),
    StepRow("09:35", "Carte des ressources du quartier", 45, "groups", state="now", essential=True),
    StepRow("10:20", "Pause", 15, "break", locked=True),
    StepRow("10:35", "Démonstration : tenir la scie", 20, "demonstration", state="late"),
    StepRow("10:55", "Fabriquer la caisse du four", 90, "making", "trois postes, gants obligatoires"),
    StepRow("12:25", "Noter ce que l’on a appris", 10, "individual", state="skipped"),
    StepRow("12:35", "Tampon", 10, "buffer", state="paused"),
)

WORKSHOPS = (
    ("Four solaire à Kaolack", "12 mars 2026", "Kaolack", 30, "harvest"),
    ("Café réparation du marché", "3 avril 2026", "Lomé", 18, "prepare"),
    ("Pompe à eau à pédales", "21 avril 2026", "Ouagadougou", 24, "publish"),
    ("Écrire un protocole ensemble", "8 mai 2026", "Tunis", 12, "prepare"),
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


def step_parts() -> QWidget:
    """Steps in every state and the eight kinds in words."""
    column = stack(*(TimelineStep(step, selected=step.start == "10:55") for step in STEPS), gap="")
    kinds = Label(
        " · ".join(f"{worn().kind(kind).letter} {_(words)}" for kind, words in KIND_WORDS.items()), "note"
    )
    return section("Déroulé", holding(column), kinds)


def table_parts() -> QWidget:
    """A table with rows, and the same with none."""
    phases = {
        "prepare": ("plan", "muted", "à préparer"),
        "harvest": ("harvest", "warn", "à récolter"),
        "publish": ("ok", "ok", "publié"),
    }
    columns: tuple[Column[Event], ...] = (
        Column("Atelier", _first, wide=True),
        Column("Date", _second),
        Column("Lieu", _third),
        Column("Personnes", _fourth, sort=_people, figures=True),
        Column(
            "Phase",
            lambda value: phases[value[4]][2],
            tone=lambda value: phases[value[4]][1],
            icon=lambda value: phases[value[4]][0],
        ),
    )
    table = DataTable(
        columns,
        hint="Filtrer les ateliers",
        count=_count,
        extras=(Button("Nouvel atelier", "primary", "add"),),
    )
    table.show_rows(WORKSHOPS)
    table.choose(WORKSHOPS[1])
    empty = DataTable(
        columns,
        empty=EmptyState(
            "Aucun atelier pour l’instant.",
            "Préparer un atelier",
            "Partez d’un protocole : le déroulé, le matériel et les fiches suivent.",
        ),
    )
    for widget in (table, empty):
        widget.setMinimumHeight(worn().measure("row") * 10)
    return section("Tableaux", table, empty)


def _first(value: Event) -> str:
    return value[0]


def _second(value: Event) -> str:
    return value[1]


def _third(value: Event) -> str:
    return value[2]


def _fourth(value: Event) -> str:
    return str(value[3])


def _people(value: Event) -> int:
    return value[3]


def _count(count: int) -> str:
    return ngettext("{n} atelier", "{n} ateliers", count).format(n=count)


def photo_parts() -> QWidget:
    """A grid with every consent, one chosen, one left out."""
    grid = PhotoGrid()
    grid.show_photos(
        [
            Photo("1", Path("nulle-part.jpg"), "La caisse prend forme", "yes", group="1"),
            Photo("2", Path("nulle-part.jpg"), "Le groupe du puits autour de la grande carte", "unknown"),
            Photo("3", Path("nulle-part.jpg"), "", "no", excluded=True),
            Photo("4", Path("nulle-part.jpg"), "Mains au travail", "anonymous"),
        ]
    )
    grid.setCurrentIndex(grid.model().index(0, 0))
    grid.setMinimumHeight(worn().measure("tile") * 3 // 2)
    return section("Photos", grid)


def message_parts() -> QWidget:
    """Banners, progress, empty states."""
    banners = holding(
        stack(
            Banner(
                "warn",
                "Un atelier a été interrompu à 10:42.",
                "Rien n’est perdu : reprenez où vous en étiez.",
                (("resume", "Reprendre"), ("end", "Terminer l’atelier")),
            ),
            Banner(
                "info",
                "Un dossier est arrivé de l’équipe de Lomé.",
                "Trois ateliers et un guide, 24 Mo.",
                (("look", "Voir avant d’importer"),),
            ),
            Banner(
                "danger",
                "Le disque est presque plein.",
                "Il reste 80 Mo : déplacez des photos ou branchez une clé.",
                closable=False,
            ),
            Banner("ok", "La copie sur la clé USB est complète."),
            gap="s",
        )
    )
    strip = ProgressStrip(banners)
    strip.begin("Mise en page du guide")
    strip.set_progress(18, 60)
    strip.show_time(12)
    states = row(
        EmptyState("Personne n’est inscrit.", "Ajouter une personne", drawing="people"),
        EmptyState("Branchez une clé pour échanger.", drawing="stick"),
        gap="m",
    )
    more = row(
        *(
            EmptyState(words, drawing=name)
            for name, words in (
                ("photos", "Aucune photo."),
                ("guide", "Aucun guide."),
                ("plant", "Aucun commun."),
            )
        ),
        gap="m",
    )
    return section("Messages", banners, strip, states, more)


def reading_parts() -> QWidget:
    """A reading column and a stack of sheets."""
    card = ReadingCard()
    card.set_markdown(
        "# Le four solaire\n\nUn four simple se fabrique en **une matinée**, avec du carton "
        "et de la *patience*. "
        "Voir la [fiche de conduite](fiche).\n\n## Ce qu’il faut\n\n- deux cartons\n- une vitre de 40 cm\n"
        "- de la colle\n\n"
        "> Le soleil fait le reste, disait Awa.\n"
    )
    card.setMinimumHeight(worn().measure("row") * 13)
    preview = SheetPreview()
    preview.set_pages([_page(number) for number in (1, 2, 3)])
    preview.setMinimumHeight(worn().measure("row") * 13)
    inspector = Inspector("Carte des ressources", closable=True)
    inspector.section("Durée")
    inspector.add(Field("Minutes", QLineEdit("45"), "Au moins 30."), Check("Flexible"))
    inspector.section("Contenu")
    inspector.add(
        Field("Consigne", TextEdit("Chaque groupe choisit trois problèmes.")),
        Field("Sortie attendue", QLineEdit("Photos, notes")),
    )
    inspector.act(Button("Dupliquer", "quiet", "copy"), Button("Supprimer", "danger", "delete"))
    side = row(preview, inspector, gap="")
    side.setStretch(0, 1)
    return section("Lecture et aperçu", card, side)


def _page(number: int) -> QImage:
    theme = worn()
    sheet = QImage(
        QSize(2 * theme.measure("page-width"), 3 * theme.measure("page-width")), QImage.Format.Format_RGB32
    )
    sheet.fill(theme.colour("paper"))
    margin, line = theme.space("huge") * 2, theme.space("l")
    painter = QPainter(sheet)
    painter.setPen(theme.colour("shade"))
    painter.setFont(theme.font("display", weight=600, family="book"))
    painter.drawText(sheet.rect().adjusted(margin, margin, -margin, -margin), f"Fiche {number}")
    painter.setOpacity(0.15)
    for place in range(14):
        width = sheet.width() - 2 * margin - (place * 2 * line) % (margin * 2)
        painter.fillRect(margin, margin * 3 + place * 3 * line, width, line, theme.colour("shade"))
    painter.end()
    return sheet
