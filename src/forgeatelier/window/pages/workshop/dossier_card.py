# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What left: where the dossier lies, how large it is, and what was said about it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.publish import Published
from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.commons.sheet import Publication
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.widgets import Button, Card, EmptyState, Label, holding, stack

_KILO = 1024


class DossierCard(QWidget):
    """The dossier just made, then the earlier ones. `open_asked` carries a folder."""

    open_asked = Signal(object)

    def __init__(self) -> None:
        """Nothing has left yet."""
        super().__init__()
        self.made: Published | None = None
        self._empty = EmptyState(
            _("Cette fiche n’a pas encore été publiée."),
            note=_("« Publier » écrit un dossier que tout le monde peut ouvrir, sans ce programme."),
            drawing="stick",
        )
        self._body = stack(self._empty, gap="m")
        self.setLayout(stack(self._body, None, gap=""))

    def show_made(self, made: Published) -> None:
        """Show the dossier that was just written."""
        self.made = made

    def refresh(self, publications: tuple[Publication, ...]) -> None:
        """Show what left, the newest first."""
        while self._body.count() > 1:
            item = self._body.takeAt(1)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._empty.setVisible(not publications and self.made is None)
        if self.made is not None:
            self._body.addWidget(self._fresh(self.made))
        for one in reversed(publications):
            if self.made is None or one.name != self.made.name:
                self._body.addWidget(_earlier(one))

    def _fresh(self, made: Published) -> QWidget:
        card = Card(_("Le dossier est prêt"), icon="ok")
        report = made.report
        facts = [size(made.size)]
        if report is not None:
            pages = ngettext("PDF de {n} page", "PDF de {n} pages", report.pages).format(n=report.pages)
            facts.append(pages)
        path = Label(str(made.path), "body", wrap=True)
        path.setAccessibleName(_("Dossier : {path}").format(path=made.path))
        card.add(Label(made.name, "strong", wrap=True), path, Label(" · ".join(facts), "note"))
        for warning in report.warnings if report else ():
            card.add(Label(warning, "note", tone="warn"))
        if made.findings:
            advice = ngettext(
                "{n} conseil reste à suivre.", "{n} conseils restent à suivre.", len(made.findings)
            )
            card.add(Label(advice.format(n=len(made.findings)), "note"))
        self.open = Button(_("Ouvrir le dossier"), "quiet", "folder")
        self.open.clicked.connect(self._ask)
        card.act(self.open)
        return card

    def _ask(self) -> None:
        if self.made is not None:
            self.open_asked.emit(Path(self.made.path))


def _earlier(one: Publication) -> QWidget:
    line = _("Version {version}, le {day}").format(version=one.version, day=saying.day(one.made_on))
    return holding(stack(Label(one.name, "strong", wrap=True), Label(line, "note"), gap=""))


def size(count: int) -> str:
    """A size in the unit that fits: « 830 Ko », « 4,2 Mo »."""
    if count < _KILO * _KILO:
        return _("{n} Ko").format(n=max(1, round(count / _KILO)))
    said = f"{count / _KILO / _KILO:.1f}"
    return _("{n} Mo").format(n=said.replace(".", ",") if language() == "fr" else said)
