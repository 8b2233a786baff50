# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the library looks: the list with its filters on the left, the card on the right."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QStackedWidget, QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.library import card
from forgeatelier.window.pages.library.filters import Filters
from forgeatelier.window.pages.library.holdings import Held
from forgeatelier.window.pages.library.method_list import MethodList
from forgeatelier.window.tall import Tall
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Banner,
    Button,
    EmptyState,
    Flow,
    Label,
    PageHeader,
    ReadingCard,
    ScrollColumn,
    Tag,
    holding,
    stack,
)


class Look:
    """The parts of the page and what they show; what they do is said by the page."""

    def __init__(self) -> None:
        """Empty shelves."""
        self.primary = Button(_("Animer cet atelier"), "primary", "play")
        self.bring = Button(_("Importer…"), "quiet", "import")
        self.header = PageHeader(_("Bibliothèque"), " ", primary=self.primary, others=(self.bring,))
        self.filters, self.list = Filters(), MethodList()
        self.nothing = EmptyState(
            _("Aucun protocole ne correspond."), _("Tout montrer"), drawing="nothing-found"
        )
        self.nothing.button.set_kind("quiet")
        self._shelf = QStackedWidget()
        self._shelf.addWidget(self.list)
        self._shelf.addWidget(self.nothing)
        column = stack(self.filters, self._shelf, gap="s")
        column.setStretch(1, 1)
        theme = worn()
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("s"), 0)
        left = holding(column, "surface")
        left.setFocusProxy(self.list)
        self.beside = Beside(left, self._card(), _("Retour à la liste"), shares=(2, 3), least=(340, 480))

    def _card(self) -> QWidget:
        self._title, self._tags = Label("", "title", wrap=True), Flow(gap="xs")
        self.edit = Button(_("Modifier"), "quiet", "edit")
        self.send = Button(_("Exporter…"), "quiet", "export")
        self.drop = Button(_("Retirer votre version"), "plain", "undo")
        self.reading = ReadingCard()
        self.above = stack(gap="m")
        actions = holding(Flow(self.edit, self.send, self.drop))
        head = stack(self._title, holding(self._tags), actions, self.above, gap="s")
        theme = worn()
        head.setContentsMargins(theme.space("xl"), theme.space("l"), theme.space("xl"), theme.space("s"))
        self._head = holding(head)
        self._broken = ScrollColumn(gap="s", margin="l")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.reading)
        self._pages.addWidget(self._broken)
        self._pages.setMinimumHeight(theme.measure("row") * 6)
        column = stack(self._head, self._pages, gap="")
        column.setStretch(1, 1)
        part = Tall(column, self.reading, ground="raised")
        part.setProperty("edge", "left")
        return part

    def show_found(self, found: int, every: int) -> None:
        """Say how many fit."""
        said = ngettext("{n} protocole", "{n} protocoles", every).format(n=every)
        self.header.set_title(_("Bibliothèque"), said if every else _("Lecture en cours…"))
        shown = ngettext("{n} trouvé", "{n} trouvés", found).format(n=found)
        self.filters.count.setText(shown if found != every else "")
        self.filters.count.setVisible(found != every)
        self._shelf.setCurrentWidget(self.list if found or not every else self.nothing)

    def show_card(self, held: Held | None) -> None:
        """Show a protocol, or what is wrong with its file."""
        self._head.setVisible(held is not None)
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
        if held.protocol is not None:
            self.reading.set_html(card.page(held.protocol))
            _tighten(self.reading.document())
            self._pages.setCurrentWidget(self.reading)
        else:
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


def _tags(held: Held) -> tuple[Tag, ...]:
    tags = [Tag(_("le vôtre"), "accent", "person")] if held.entry.own else []
    if held.protocol is None:
        return (*tags, Tag(_("à corriger"), "danger"))
    themes = [Tag(theme, icon="tag") for theme in held.protocol.themes[:4]]
    return (*tags, *themes)
