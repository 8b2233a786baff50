# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Protocols as files: one out of the library, one into it."""

from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QWidget

from forgeatelier.actions.compose import slug
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.protocols.writing import write_protocol


def pick_target(parent: QWidget, name: str) -> str:
    """Ask where a file goes; tests put another function in its place."""
    return QFileDialog.getSaveFileName(parent, _("Exporter le protocole"), name, _("Protocoles (*.yaml)"))[0]


def pick_source(parent: QWidget) -> str:
    """Ask for a file; tests put another function in its place."""
    kinds = _("Protocoles (*.yaml *.yml)")
    return QFileDialog.getOpenFileName(parent, _("Importer un protocole"), "", kinds)[0]


def as_text(protocol: Protocol) -> str:
    """The protocol as people write it, with keys in its own language."""
    keys: Literal["fr", "en"] = "en" if protocol.language == "en" else "fr"
    return write_protocol(protocol, keys)


def file_name(protocol: Protocol) -> str:
    """What its file is called."""
    return f"{slug(protocol.title) or 'protocole'}.yaml"


def export(protocol: Protocol, to: Path) -> None:
    """Write the file, whole or not at all. Raises AtelierError."""
    new = to.with_name(f"{to.name}.new")
    try:
        new.write_text(as_text(protocol), encoding="utf-8")
        new.replace(to)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise AtelierError(
            _("Le fichier n’a pas pu être écrit dans « {folder} ».").format(folder=to.parent.name),
            _("Choisissez un autre dossier, ou faites de la place."),
        ) from error
