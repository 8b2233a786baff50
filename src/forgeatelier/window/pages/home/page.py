# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the first page does: says what comes next and what waits, and begins a new workshop."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from forgeatelier.ground.words import _, ngettext
from forgeatelier.store.overview import Overview, glance_ahead
from forgeatelier.window import dates
from forgeatelier.window.glimpse import Glimpse
from forgeatelier.window.pages.home import layout
from forgeatelier.window.pages.home.layout import Task
from forgeatelier.window.two_columns import TwoColumns
from forgeatelier.window.widgets import (
    Button,
    EmptyState,
    PageHeader,
    ScrollColumn,
    holding,
    stack,
)

if TYPE_CHECKING:
    from forgeatelier.model.change import Change
    from forgeatelier.model.progress import Progress
    from forgeatelier.window.desk import Desk
    from forgeatelier.window.pages.home.ahead import Ahead

_OLD_BACKUP_DAYS = 7


class HomePage(QWidget):
    """Next, waiting, caught lately. Readable before the library is open; what waits comes a moment later."""

    def __init__(
        self,
        desk: "Desk | None",
        address: str = "",
        *,
        glimpse: Glimpse,
        go: Callable[[str], None],
        clock: Callable[[], datetime],
    ) -> None:
        """`glimpse` says where the library lies, `go` opens pages, `clock` tells the day."""
        super().__init__()
        self._desk: Desk | None = None
        self._file, self._go, self._clock = glimpse.folder / "library.sqlite", go, clock
        self._shown: tuple[Overview, tuple[Task, ...] | None] | None = None
        self._known: Ahead | None = None
        self.new = Button(_("Nouvel atelier"), "primary", "add")
        self.new.setToolTip(_("Choisir un protocole, une date, un lieu (Ctrl+N)"))
        self.new.clicked.connect(self._new_workshop)
        self._header = PageHeader(_("Accueil"), primary=self.new)
        self._body: QWidget | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._header)
        self._outer = outer
        self._show(glance_ahead(self._file, clock().date()), None)
        if desk is not None:
            self.wake(desk)

    def wake(self, desk: "Desk") -> None:
        """The library is open: what waits can be counted."""
        self._desk = desk
        desk.bulletin.changed.connect(self._changed)
        self._look_again()

    def arrive(self, address: str) -> None:
        """Look again: something may have happened elsewhere."""
        if self._desk is not None:
            self._look_again()

    def _changed(self, _change: "Change") -> None:
        if self.isVisible():
            self._look_again()

    def _look_again(self) -> None:
        if self._desk is None:
            return
        file, now, library = self._file, self._clock(), self._desk.atelier.library
        shown = self._shown[0] if self._shown is not None else Overview()

        def look(_progress: "Progress") -> tuple[Overview, datetime | None, "Ahead"]:
            from forgeatelier.store.backup import backups
            from forgeatelier.window.pages.home.ahead import look_ahead

            copies, overview = backups(library.folder), glance_ahead(file, now.date())
            # A file that is the writer's alone cannot be glanced at: the workshops are those shown before.
            ahead = look_ahead(library, overview if overview.workshops else shown, now)
            return overview, copies[0].made if copies else None, ahead

        self._desk.start(_("Regarder ce qui attend"), look, self._looked)

    def _looked(self, seen: tuple[Overview, datetime | None, "Ahead"]) -> None:
        from forgeatelier.model.workshop.workshop import Workshop

        if not isValid(self):
            # The page was built anew in another language or theme meanwhile.
            return
        overview, backup, ahead = seen
        if self._desk is not None and not overview.workshops and self._desk.atelier.library.count(Workshop):
            # The file is the writer's alone (a stick, a shared folder): what was read before it opened still stands.
            overview = self._shown[0] if self._shown is not None else overview
        self._show(overview, self._tasks(overview, backup), ahead)
        if self._desk is not None:
            # Once the page has said what waits, a new sample library gets its dossier.
            from forgeatelier.window.sample_dossier import publish_if_due

            publish_if_due(self._desk)

    def _tasks(self, overview: Overview, backup: datetime | None) -> tuple[Task, ...]:
        """What waits, the most pressing first."""
        tasks: list[Task] = []
        if overview.to_publish_count:
            first, count = overview.to_publish[0], overview.to_publish_count
            tasks.append(
                Task(
                    ngettext(
                        "{n} atelier tenu attend sa fiche", "{n} ateliers tenus attendent leur fiche", count
                    ).format(n=count),
                    first.title,
                    "publish",
                    f"workshop/{first.id}/publish",
                )
            )
        if overview.unknown_faces:
            count = sum(one.count for one in overview.unknown_faces)
            first = overview.unknown_faces[0]
            tasks.append(
                Task(
                    ngettext(
                        "{n} photo : dire qui est reconnaissable",
                        "{n} photos : dire qui est reconnaissable",
                        count,
                    ).format(n=count),
                    first.title,
                    "consent-unknown",
                    f"workshop/{first.id}/harvest",
                )
            )
        if overview.workshops and (task := self._backup_task(backup)) is not None:
            tasks.append(task)
        return tuple(tasks)

    def _backup_task(self, backup: datetime | None) -> Task | None:
        now = self._clock()
        if backup is not None and (now - backup).days < _OLD_BACKUP_DAYS:
            return None
        note = (
            _("Dernière : {when}").format(when=dates.ago(backup, now))
            if backup
            else _("Aucune copie n’existe encore.")
        )
        return Task(_("Faire une sauvegarde"), note, "archive", "exchange")

    def _show(self, overview: Overview, tasks: tuple[Task, ...] | None, known: "Ahead | None" = None) -> None:
        if self._shown == (overview, tasks) and self._known == known:
            return
        self._shown, self._known = (overview, tasks), known
        body = self._empty() if not overview.workshops else self._columns(overview, tasks, known)
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._outer.addWidget(body, 1)

    def _empty(self) -> QWidget:
        empty = EmptyState(
            _("La bibliothèque est prête. Commençons par un premier atelier."),
            _("Nouvel atelier"),
            _("Un protocole, une date, un lieu : le programme, le matériel et les fiches suivent."),
            icon="add",
        )
        empty.acted.connect(self._new_workshop)
        empty.button.set_kind("quiet")
        return empty

    def _columns(self, overview: Overview, tasks: tuple[Task, ...] | None, known: "Ahead | None") -> QWidget:
        today = self._clock().date()
        ahead = (*overview.running, *(one for one in overview.coming))
        left: list[QWidget] = [
            layout.next_card(ahead[0], today, self._go, known) if ahead else layout.nothing_coming(self._go)
        ]
        if known is not None and known.due:
            left.append(layout.section(_("Cette semaine"), layout.due_lines(known.due, today, self._go)))
        if len(ahead) > 1:
            lines = [layout.coming_line(one, today, self._go) for one in ahead[1:4]]
            left.append(layout.section(_("Ensuite"), lines))
        right: list[QWidget] = []
        if tasks is not None:
            waiting: list[QWidget] = [layout.task_line(task, self._go) for task in tasks]
            waiting = waiting or [layout.all_well()]
            right.append(layout.section(_("À terminer"), waiting))
        if overview.recent:
            right.append(
                layout.section(_("Prises récentes"), [layout.recent_lines(overview.recent, self._go)])
            )
        columns = TwoColumns(holding(stack(*left, gap="xl")), holding(stack(*right, gap="xl")))
        return ScrollColumn(columns, widest="")

    def _new_workshop(self) -> None:
        self._go("workshops/new")
