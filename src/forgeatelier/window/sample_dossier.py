# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishes the dossier that a new sample library is still due, beside the window and without being asked."""

from typing import Any
from weakref import WeakSet

from forgeatelier.actions import sample_dossier
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.commons.sheet import Publication
from forgeatelier.model.progress import Progress
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library
from forgeatelier.window.desk import Desk
from forgeatelier.window.jobs import Jobs

_begun: WeakSet[Jobs] = WeakSet()
# Each opening of a library has its own jobs: one attempt for each, however often the page is built anew.


def publish_if_due(desk: Desk) -> None:
    """Start the work when the library waits for its dossier; a toast says when it is there."""
    if desk.jobs in _begun or not _is_due(desk.atelier.library):
        return
    _begun.add(desk.jobs)
    library, today = desk.atelier.library, desk.atelier.clock().date()

    def work(progress: Progress) -> Any:
        return sample_dossier.publish_finished(library, today, progress)

    def then(made: Any) -> None:
        try:
            # Nobody did this by hand: Ctrl+Z must not take it back.
            desk.atelier.keep(made.change)
        except AtelierError as refusal:
            desk.tell(refusal)
            return
        desk.toast(_("L’exemple a son dossier publié : {path}").format(path=made.path), False)

    def sorry(refusal: AtelierError) -> None:
        sample_dossier.forgo(library.folder)
        desk.tell(refusal)

    desk.jobs.start(_("Publier le dossier de l’exemple"), work, then, sorry)


def _is_due(library: Library) -> bool:
    if not sample_dossier.is_due(library.folder):
        return False
    finished = sample_dossier.FINISHED
    return library.get(Workshop, finished) is not None and not library.all(Publication, workshop_id=finished)
