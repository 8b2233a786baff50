# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What exchanges do: make copies, come back to one, check a bundle one was given."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from forgeatelier.actions.tidy import back_up
from forgeatelier.bundles.checking import check_bundle
from forgeatelier.bundles.report import BundleReport
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.progress import Progress
from forgeatelier.store import backup
from forgeatelier.store.backup import Backup
from forgeatelier.window import dates
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.exchange import layout
from forgeatelier.window.two_columns import TwoColumns
from forgeatelier.window.widgets import (
    Button,
    Card,
    DataTable,
    EmptyState,
    Label,
    PageHeader,
    ScrollColumn,
    holding,
    stack,
)

_SHOWN_FINDINGS = 8


class ExchangePage(QWidget):
    """Copies that keep the library safe, and bundles that travel."""

    def __init__(self, desk: Desk, address: str = "", *, restore: Callable[[Path], None]) -> None:
        """`restore` closes the library, puts a copy in its place and opens it again."""
        super().__init__()
        self._desk, self._restore = desk, restore
        self.save = Button(_("Sauvegarder maintenant"), "primary", "archive")
        self.save.clicked.connect(self.back_up)
        column = ScrollColumn(TwoColumns(self._copies(), self._travels()), widest="")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(_("Échanges"), primary=self.save))
        outer.addWidget(column, 1)
        self._show()

    def _copies(self) -> QWidget:
        empty = EmptyState(
            _("Aucune sauvegarde pour l’instant."),
            note=_("La première se fait toute seule."),
            drawing="stick",
        )
        self.table = DataTable(
            layout.columns(), hint=_("Filtrer les sauvegardes"), count=layout.count_words, empty=empty
        )
        self.table.setMinimumHeight(empty.sizeHint().height())
        self.table.current_changed.connect(self._chosen)
        self.return_ = Button(_("Revenir à cette sauvegarde"), "quiet", "history")
        self.return_.clicked.connect(self._come_back)
        show = Button(_("Montrer le dossier"), "plain", "folder")
        show.clicked.connect(self._show_folder)
        card = Card(_("Sauvegardes"), icon="archive")
        self._last = Label("", "body", tone="muted")
        card.add(self._last, self.table)
        self._way_back = Label(
            _(
                "Revenir à une sauvegarde garde d’abord une copie de l’état présent : on peut faire demi-tour."
            ),
            "note",
        )
        card.add(self._way_back)
        card.act(self.return_, show)
        return card

    def _travels(self) -> QWidget:
        self._checked = Card(_("Vérifier un dossier reçu"), icon="import")
        self._checked.add(
            Label(_("Rien n’est ouvert ni copié : chaque fichier est comparé à son empreinte."), "body")
        )
        self._report = stack(gap="xs")
        self._checked.body.addLayout(self._report)
        folder, zipped = (
            Button(_("Choisir un dossier"), "quiet", "folder"),
            Button(_("Choisir un .zip"), "quiet", "archive"),
        )
        folder.clicked.connect(self._ask_folder)
        zipped.clicked.connect(self._ask_zip)
        self._checked.act(folder, zipped)
        give = layout.steps(
            _("Donner une fiche publiée"),
            "export",
            _("Ouvrir l’atelier, phase « Publier », et choisir où écrire le dossier."),
            _("Copier ce dossier, ou son .zip, sur une clé : il se lit sans ForgeAtelier."),
        )
        hand_over = layout.steps(
            _("Changer d’ordinateur"),
            "usb",
            _("Fermer ForgeAtelier, puis copier tout le dossier de la bibliothèque sur une clé."),
            _("Sur l’autre ordinateur, le copier sur le disque et choisir « Ouvrir une bibliothèque »."),
            _("Ne travailler que sur une seule des deux copies : cette version ne les réunit pas encore."),
        )
        return holding(stack(self._checked, give, hand_over, gap="l"))

    def arrive(self, address: str) -> None:
        """Look at the copies again: some are made by themselves."""
        self._show()

    def _show(self) -> None:
        copies = backup.backups(self._desk.atelier.library.folder)
        self.table.show_rows(copies)
        now = self._desk.atelier.clock()
        said = (
            _("La dernière a été faite {when}, et vérifiée.").format(when=dates.ago(copies[0].made, now))
            if copies
            else ""
        )
        self._last.setText(said)
        for part in (self._last, self._way_back, self.return_):
            part.setHidden(not copies)
        self._chosen(self.table.current())

    def _chosen(self, copy: Backup | None) -> None:
        self.return_.setEnabled(copy is not None)

    def back_up(self) -> None:
        """Make a copy now."""
        library, now = self._desk.atelier.library, self._desk.atelier.clock()

        def work(_progress: Progress) -> Path:
            return back_up(library, now)

        self._desk.start(_("Sauvegarde de la bibliothèque"), work, self._backed_up)

    def _backed_up(self, _made: Path) -> None:
        self._desk.toast(_("Sauvegarde faite et vérifiée"), False)
        self._show()

    def _come_back(self) -> None:
        copy: Backup | None = self.table.current()
        if copy is None:
            return
        folder, now = self._desk.atelier.library.folder, self._desk.atelier.clock()

        def work(_progress: Progress) -> Path:
            backup.back_up(folder, now, "avant-retour")
            return copy.file

        self._desk.start(_("Copie de l’état présent"), work, self._restore)

    def _show_folder(self) -> None:
        folder = self._desk.atelier.library.folder / "backups"
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Choisir le dossier reçu"))
        if chosen:
            self.check(Path(chosen))

    def _ask_zip(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Choisir le fichier reçu"), "", "Zip (*.zip)")
        if chosen:
            self.check(Path(chosen))

    def check(self, path: Path) -> None:
        """Check a bundle that was received, without opening or copying anything."""

        def work(progress: Progress) -> BundleReport:
            return check_bundle(path, progress)

        self._desk.start(_("Vérification de {name}").format(name=path.name), work, self._show_report)

    def _show_report(self, report: BundleReport) -> None:
        while (item := self._report.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        facts = report.facts
        title = " · ".join(filter(None, (facts.title, facts.version, facts.licence, facts.collective)))
        files = ngettext("{n} fichier", "{n} fichiers", facts.files).format(n=facts.files)
        sound = _("Tout est intact : {files}.") if report.ok else _("Ce dossier n’est pas sain ({files}).")
        self._report.addWidget(Label(title, "strong", wrap=True))
        self._report.addWidget(layout.finding(sound.format(files=files), "", report.ok))
        for one in report.findings[:_SHOWN_FINDINGS]:
            self._report.addWidget(layout.finding(one.what, one.advice, False))
