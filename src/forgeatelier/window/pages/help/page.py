# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What help does: shows a topic of `ui/help` in the language of the window, without a network."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from forgeatelier.ground.shipped import UI
from forgeatelier.ground.words import _, language, marked
from forgeatelier.window.addresses import rest
from forgeatelier.window.desk import Desk
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import PageHeader, ReadingCard
from forgeatelier.window.widgets.drawing import width_of

_TOPIC = Qt.ItemDataRole.UserRole

TOPICS = {
    "demarrer": ("getting-started", marked("Démarrer")),
    "preparer": ("preparing", marked("Préparer")),
    "methodes": ("methods", marked("Méthodes et versions")),
    "capturer": ("capturing", marked("Capturer")),
    "publier": ("publishing", marked("Publier")),
    "raccourcis": ("keys", marked("Raccourcis clavier")),
}
"""The topics: French file, English file, name for people."""


class HelpPage(QWidget):
    """Topics on the left, the text on the right."""

    def __init__(self, desk: Desk, address: str = "") -> None:
        """`address` may name a topic, in either language."""
        super().__init__()
        self._desk = desk
        self.topics = QListWidget()
        self.topics.setAccessibleName(_("Sujets"))
        self.topics.setProperty("shape", "bare")
        theme = worn()
        for name, (_english, title) in TOPICS.items():
            item = QListWidgetItem(_(title))
            item.setData(_TOPIC, name)
            item.setSizeHint(QSize(0, theme.measure("row")))
            self.topics.addItem(item)
        wide = max(width_of(_(title), theme.font()) for _file, title in TOPICS.values())
        self.topics.setFixedWidth(wide + 2 * theme.space("xl"))
        self.text = ReadingCard(family="interface")
        self.text.followed.connect(self._follow)
        body = QHBoxLayout()
        body.setContentsMargins(theme.space("m"), theme.space("m"), 0, 0)
        body.addWidget(self.topics)
        body.addWidget(self.text, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(_("Aide")))
        outer.addLayout(body, 1)
        self.topics.currentItemChanged.connect(self._show_current)
        self.arrive(address)

    def arrive(self, address: str) -> None:
        """Show a topic; the one last read when none is named."""
        wanted = rest(address)
        names = list(TOPICS)
        english = [said[0] for said in TOPICS.values()]
        if wanted in english:
            wanted = names[english.index(wanted)]
        if wanted in names:
            self.topics.setCurrentRow(names.index(wanted))
        elif self.topics.currentRow() < 0:
            self.topics.setCurrentRow(0)

    def _show_current(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        french = str(item.data(_TOPIC))
        name = TOPICS[french][0] if language() == "en" else french
        file = UI / "help" / language() / f"{name}.md"
        self.text.set_markdown(file.read_text(encoding="utf-8"))

    def _follow(self, address: str) -> None:
        self._desk.go(address)
