# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the library looks: the list with its filters on the left, the card on the right."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QStackedWidget, QWidget

from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model import reference
from forgeatelier.model.workshop.standing import STAGES, Standing
from forgeatelier.window.beside import Beside
from forgeatelier.window.desk import Desk
from forgeatelier.window.methods import wording
from forgeatelier.window.methods.holdings import Held
from forgeatelier.window.methods.shelf_view import ShelfView
from forgeatelier.window.pages.library import card
from forgeatelier.window.pages.library.proposals_tab import ProposalsTab
from forgeatelier.window.pages.library.versions_tab import VersionsTab
from forgeatelier.window.tall import Tall
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Banner,
    Button,
    Flow,
    Label,
    PageHeader,
    ReadingCard,
    ScrollColumn,
    Tabs,
    Tag,
    holding,
    stack,
)


class Look:
    """The parts of the page and what they show; what they do is said by the page."""

    def __init__(self, desk: Desk) -> None:
        """Empty shelves."""
        self.primary = Button(_("Animer cet atelier"), "primary", "play")
        self.bring = Button(_("Importer…"), "quiet", "import")
        self.header = PageHeader(_("Bibliothèque"), " ", primary=self.primary, others=(self.bring,))
        self.shelf = ShelfView()
        self.filters, self.list, self.nothing = self.shelf.filters, self.shelf.list, self.shelf.nothing
        column = stack(self.shelf, gap="s")
        theme = worn()
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("s"), 0)
        left = holding(column, "surface")
        left.setFocusProxy(self.list)
        self.beside = Beside(left, self._card(desk), _("Retour à la liste"), shares=(1, 1), least=(340, 480))

    def _card(self, desk: Desk) -> QWidget:
        self._title, self._tags = Label("", "title", wrap=True), Flow(gap="xs")
        self.evidence = Label("", "note", tone="muted")
        self.edit = Button(_("Modifier"), "quiet", "edit")
        self.insert = Button(_("Insérer dans l’atelier…"), "quiet", "add")
        self.send = Button(_("Exporter…"), "quiet", "export")
        self.drop = Button(_("Retirer votre version"), "plain", "undo")
        self.tabs = Tabs(
            (("read", _("Fiche")), ("versions", _("Versions")), ("proposals", _("Propositions")))
        )
        self.reading = ReadingCard()
        self.versions, self.proposals = VersionsTab(), ProposalsTab(desk)
        self.above = stack(gap="m")
        # What one does with the text stands above the text only: versions and proposals need the room.
        actions = holding(Flow(self.edit, self.insert, self.send, self.drop))
        self._of_text = holding(stack(holding(self._tags), self.evidence, actions, gap="s"))
        head = stack(self._title, self._of_text, self.above, self.tabs, gap="s")
        theme = worn()
        head.setContentsMargins(theme.space("xl"), theme.space("l"), theme.space("xl"), 0)
        self._head = holding(head)
        self._broken = ScrollColumn(gap="s", margin="l")
        inner = stack(self.versions)
        inner.setContentsMargins(theme.space("xl"), theme.space("s"), theme.space("xl"), theme.space("s"))
        self._versions = holding(inner)
        self._pages = QStackedWidget()
        for page in (self.reading, self._versions, self.proposals, self._broken):
            self._pages.addWidget(page)
        self._pages.setMinimumHeight(theme.measure("row") * 6)
        column = stack(self._head, self._pages, gap="")
        column.setStretch(1, 1)
        part = Tall(column, self.reading, ground="raised")
        part.setProperty("edge", "left")
        return part

    def show_tab(self, name: str) -> None:
        """Show the text, its versions or what is proposed."""
        self.tabs.show_tab(name)
        page = {"versions": self._versions, "proposals": self.proposals}.get(name, self.reading)
        self._of_text.setVisible(page is self.reading)
        self._pages.setCurrentWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show something that has no tab, in the place of the text."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._of_text.hide()
        self._pages.setCurrentWidget(page)

    def forget_page(self, page: QWidget) -> None:
        """Take it away again."""
        self._pages.removeWidget(page)
        self.show_tab(self.tabs.current())

    def show_found(self, every: int) -> None:
        """Say how many there are."""
        said = ngettext("{n} protocole", "{n} protocoles", every).format(n=every)
        self.header.set_title(_("Bibliothèque"), said if every else _("Lecture en cours…"))

    def show_card(self, held: Held | None) -> None:
        """Show a protocol, or what is wrong with its file."""
        self._head.setVisible(held is not None)
        self.tabs.setVisible(bool(held and held.protocol))
        self._title.setText(held.entry.title if held else "")
        while (item := self._tags.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if held is None:
            self.reading.set_html("")
            self._pages.setCurrentWidget(self.reading)
            return
        for tag in _tags(held):
            self._tags.addWidget(tag)
        self.evidence.setText(_said(held.standing))
        self.evidence.setVisible(held.standing is not None)
        asked = _("Propositions ({n})").format(n=held.waiting) if held.waiting else _("Propositions")
        self.tabs.setTabText(2, asked)
        if held.protocol is not None:
            self.reading.set_html(card.page(held.protocol))
            _tighten(self.reading.document())
            self.show_tab(self.tabs.current())
        else:
            self._of_text.show()
            self._show_complaints(held)

    def show_next(self, verb: str, icon: str, *, ready: bool) -> None:
        """Say what the one primary action does now."""
        self.primary.setText(verb)
        self.primary.set_icon(icon)
        self.primary.setEnabled(ready)

    def show_actions(self, held: Held | None, *, writing: bool) -> None:
        """Show only what can be done."""
        self.bring.setVisible(not writing)
        self.edit.setText(_("Modifier") if held is None or held.protocol else _("Corriger"))
        self.send.setVisible(bool(held and held.protocol))
        self.insert.setVisible(bool(held and held.protocol))
        self.drop.setVisible(bool(held and held.kept))

    def _show_complaints(self, held: Held) -> None:
        while (item := self._broken.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        count = len(held.entry.complaints)
        said = ngettext("Ce fichier a {n} point à corriger.", "Ce fichier a {n} points à corriger.", count)
        banner = Banner(
            "danger", said.format(n=count), _("« Corriger » l’ouvre à la bonne ligne."), closable=False
        )
        self._broken.body.addWidget(banner)
        for one in held.entry.complaints:
            where = _("Ligne {line}").format(line=one.line) if one.line else one.file
            part = stack(
                Label(f"{where} · {one.where}" if one.where else where, "label", wrap=True),
                Label(one.what, "body", wrap=True),
                Label(one.remedy, "note"),
                gap="xs",
            )
            self._broken.body.addWidget(holding(part))
        self._broken.body.addStretch(1)
        self._pages.setCurrentWidget(self._broken)


def _tighten(document: QTextDocument) -> None:
    """The book face brings its own air between lines; the reading card's would double it."""
    block = document.begin()
    while block.isValid():
        shape = QTextBlockFormat()
        shape.setLineHeight(96, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if QTextCursor(block).currentTable() is not None:
            shape.setBottomMargin(0)
        QTextCursor(block).mergeBlockFormat(shape)
        block = block.next()


def _said(found: Standing | None) -> str:
    """How far it has come, with its evidence: « Éprouvé : tenu 3 fois, à Ségou et Kayes »."""
    if found is None:
        return ""
    return _("{stage} : {evidence}").format(
        stage=_(STAGES[found.stage]).capitalize(), evidence=found.evidence
    )


def _tags(held: Held) -> tuple[Tag, ...]:
    tags = [Tag(_("le vôtre"), "accent", "person")] if held.entry.own else []
    if held.protocol is None:
        return (*tags, Tag(_("à corriger"), "danger"))
    if held.standing is not None:
        stage = held.standing.stage
        tags.insert(0, Tag(_(STAGES[stage]), wording.STAGE_TONES[stage], wording.STAGE_ICONS[stage]))
    needs = [Tag(reference.label("besoins", code, language()), icon="idea") for code in held.protocol.needs]
    themes = [Tag(theme, icon="tag") for theme in held.protocol.themes[:2]]
    return (*tags, *needs, *themes)
