# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What has been published, one line for each bundle, ready for a table."""

from dataclasses import dataclass

from forgeatelier.ground.words import _
from forgeatelier.model.commons.sheet import Publication
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library
from forgeatelier.window import dates
from forgeatelier.window.widgets import Column


@dataclass(frozen=True, slots=True)
class Published:
    """One bundle: `id` is its version's, `made_on` ISO text, `title` and `town` its workshop's."""

    id: str
    workshop_id: str
    title: str
    town: str
    version: str
    made_on: str
    name: str


def published(library: Library, *, latest_only: bool = False) -> tuple[Published, ...]:
    """Every bundle that left, newest first; with `latest_only` the last version of each sheet."""
    workshops = {
        key: (title, town or "") for key, title, town in library.rows(Workshop, ("id", "title", "town"))
    }
    seen: set[str] = set()
    found = []
    names = ("id", "workshop_id", "sheet_id", "version", "made_on", "name")
    for key, workshop_id, sheet_id, version, made_on, name in library.rows(
        Publication, names, order="made_on", newest=True
    ):
        if latest_only and sheet_id in seen:
            continue
        seen.add(sheet_id)
        title, town = workshops.get(workshop_id, (name, ""))
        found.append(Published(key, workshop_id, title, town, version or "", made_on or "", name or ""))
    return tuple(found)


def columns() -> tuple[Column[Published], ...]:
    """Title, town, version, day, name of the folder."""
    return (
        Column(_("Titre"), lambda one: one.title, wide=True),
        Column(_("Ville"), lambda one: one.town),
        Column(_("Version"), lambda one: one.version),
        Column(_("Publié le"), lambda one: dates.day(one.made_on), sort=lambda one: one.made_on),
        Column(_("Dossier"), lambda one: one.name),
    )
