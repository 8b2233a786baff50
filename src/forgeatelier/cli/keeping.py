# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that make, check, copy and bring back a library."""

from argparse import Namespace
from pathlib import Path

from forgeatelier.actions import tidy
from forgeatelier.atelier import Atelier
from forgeatelier.cli import output, session
from forgeatelier.ground.words import _, ngettext
from forgeatelier.store.backup import backups
from forgeatelier.store.passport import read_passport


def new(options: Namespace) -> int:
    """Make an empty library."""
    folder = Path(options.folder) if options.folder else session.folder_of(options)
    atelier = Atelier.create(folder, session.now)
    ident = atelier.library.passport.id
    atelier.close()
    output.give(
        {"library": str(folder), "id": ident},
        as_json=options.json,
        text=_("Bibliothèque créée dans {folder}").format(folder=folder),
    )
    return 0


def check(options: Namespace) -> int:
    """Re-hash the journal and every media file."""
    with session.opened(options) as atelier:
        health = tidy.examine(atelier.library, output.progress)
    sound = _("La bibliothèque est intacte : {count} éléments vérifiés.").format(count=health.entities)
    troubles = [
        *(
            []
            if health.database
            else [_("La base a des pages abîmées : elle sera réparée à la prochaine ouverture.")]
        ),
        *(_("Écriture abîmée dans le journal : {id}").format(id=number) for number in health.altered),
        *health.media,
    ]
    advice = _(
        "Revenir à une sauvegarde (« forgeatelier restore ») ou recopier les fichiers abîmés depuis une autre copie."
    )
    output.give(
        {
            "sound": health.is_sound,
            "database": health.database,
            "altered": health.altered,
            "media": health.media,
            "entities": health.entities,
        },
        as_json=options.json,
        text=sound if health.is_sound else "\n".join([*troubles, advice]),
    )
    return 0 if health.is_sound else 1


def backup(options: Namespace) -> int:
    """Make a verified copy now."""
    with session.opened(options) as atelier:
        made = tidy.back_up(atelier.library, session.now())
    output.give(
        {"backup": str(made)}, as_json=options.json, text=_("Sauvegarde vérifiée : {file}").format(file=made)
    )
    return 0


def restore(options: Namespace) -> int:
    """Come back to a copy, or list the copies."""
    folder = session.folder_of(options)
    if options.list:
        return _list(folder, options)
    used = tidy.restore(folder, Path(options.backup) if options.backup else None, session.now())
    output.give(
        {"restored": str(used)},
        as_json=options.json,
        text=_(
            "La bibliothèque est revenue à la sauvegarde {file}. L’état remplacé est gardé dans « backups »."
        ).format(file=used.name),
    )
    return 0


def _list(folder: Path, options: Namespace) -> int:
    read_passport(folder)
    copies = backups(folder)
    rows = [(f"{c.made:%Y-%m-%d %H:%M:%S}", f"{c.size / 1e6:.1f} Mo", str(c.file)) for c in copies]
    output.give(
        [{"file": str(c.file), "made": c.made.isoformat(), "bytes": c.size} for c in copies],
        as_json=options.json,
        text=output.table((_("Faite le"), _("Taille"), _("Fichier")), rows),
    )
    return 0


def rebuild(options: Namespace) -> int:
    """Make the tables and the index anew."""
    with session.opened(options) as atelier:
        count = atelier.library.rebuild(output.progress)
    said = ngettext(
        "{count} élément refait à partir du journal.", "{count} éléments refaits à partir du journal.", count
    )
    output.give({"entities": count}, as_json=options.json, text=said.format(count=count))
    return 0
