# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors as sentences; bugs as one dialog that can be copied, once."""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from forgeatelier import __version__
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _

_LOG = logging.getLogger(__name__)


def bug() -> AtelierError:
    """What a person is told of a failure that is ours."""
    return AtelierError(
        _("Le programme s’est trompé ; ce qui était enregistré est intact."),
        _("Recommencer ; si cela se reproduit, envoyer le rapport technique (Aide)."),
    )


class LastResort:
    """The exception hook of the window: the trace goes to the log, the person sees one dialog."""

    def __init__(self) -> None:
        """Nothing has gone wrong yet."""
        self._asking = False

    def install(self) -> None:
        """Catch what nobody else did."""
        sys.excepthook = self.caught

    def caught(self, cls: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and tell; a second failure while the dialog is open is only logged."""
        _LOG.critical("uncaught", exc_info=(cls, error, trace))
        if self._asking or QGuiApplication.instance() is None:
            return
        self._asking = True
        try:
            self._ask(cls, error, trace)
        finally:
            self._asking = False

    def _ask(self, cls: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        said = bug()
        box = QMessageBox(QMessageBox.Icon.Warning, _("Une erreur s’est produite"), said.what)
        box.setInformativeText(said.advice)
        copy = box.addButton(_("Copier le rapport"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(_("Continuer"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is copy:
            report = "".join(traceback.format_exception(cls, error, trace))
            QGuiApplication.clipboard().setText(f"ForgeAtelier {__version__}\nPython {sys.version}\n{report}")
