# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that show the program at work: the sample library, the demonstration, the window."""

import tempfile
from argparse import Namespace
from pathlib import Path

from forgeatelier.cli import output, session
from forgeatelier.cli.window import has_screen, open_window
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _


def sample(options: Namespace) -> int:
    """Make the sample library."""
    from forgeatelier.actions.sample import build

    folder = Path(options.folder) if options.folder else session.folder_of(options)
    build(folder, session.now(), output.progress)
    dossier = _publish(folder)
    output.give(
        {"library": str(folder), "bundle": str(dossier)},
        as_json=options.json,
        text="\n".join(
            (
                _("Bibliothèque d’exemple créée dans {folder}").format(folder=folder),
                _("Le dossier publié de son atelier terminé est dans {path}").format(path=dossier),
            )
        ),
    )
    return 0


def _publish(folder: Path) -> Path:
    from forgeatelier.actions.sample_dossier import publish_finished
    from forgeatelier.store.library import Library

    library = Library(folder, session.now())
    try:
        done = publish_finished(library, session.now().date(), output.progress)
        library.apply(done.change, session.now())
        return done.path
    finally:
        library.close()


def demo(options: Namespace) -> int:
    """From a protocol in YAML to a published bundle, without a window."""
    from forgeatelier.actions.publish import FORMATS, publish
    from forgeatelier.actions.sample import build
    from forgeatelier.actions.sample_dossier import FINISHED
    from forgeatelier.atelier import Atelier
    from forgeatelier.bundles.checking import check_bundle

    to = Path(options.to)
    with tempfile.TemporaryDirectory(prefix="forgeatelier-demo-") as place:
        folder = Path(place) / "bibliotheque"
        output.aside(_("Un atelier d’exemple est préparé, animé et récolté…"))
        build(folder, session.now(), output.progress)
        atelier = Atelier.open(folder, session.now)
        try:
            output.aside(_("La fiche est mise en page et mise en dossier…"))
            done = publish(
                atelier.library, FINISHED, to, FORMATS, session.now().date(), output.progress, as_zip=True
            )
            atelier.keep(done.change)
        finally:
            atelier.close()
    report = check_bundle(done.path)
    pages = done.report.pages if done.report else 0
    output.give(
        {"path": str(done.path), "pages": pages, "sound": report.ok},
        as_json=options.json,
        text=_(
            "Le dossier est dans {path} : {pages} pages A4, Markdown, photos, licence. Il s’ouvre sans ForgeAtelier."
        ).format(path=done.path, pages=pages),
    )
    return 0 if report.ok else 1


def demo_or_window(options: Namespace) -> int:
    """The window on a library that has something to show; without a screen, the demonstration."""
    if not has_screen():
        output.aside(_("Pas d’écran : le même travail se fait sans fenêtre."))
        options.to = "out"
        return demo(options)
    from forgeatelier.actions.sample import build

    named = options.path or options.library
    folder = Path(named or "library")
    if not named and not (folder / "library.json").is_file():
        output.aside(_("Une bibliothèque d’exemple est créée dans « {folder} ».").format(folder=folder))
        build(folder, session.now(), output.progress)
    options.path = str(folder)
    return open_window(options)


def self_test(options: Namespace) -> int:
    """Whether this installation has everything: shipped files, fonts, a library, a published bundle."""
    from forgeatelier.ground.shipped import EXPORTS, PROTOCOLS, UI

    missing = [
        str(p)
        for p in (UI / "themes", UI / "fonts", PROTOCOLS / "fr", EXPORTS / "licences")
        if not p.is_dir()
    ]
    if missing:
        raise AtelierError(
            _("Il manque des fichiers : {files}.").format(files=", ".join(missing)),
            _("Réinstaller ForgeAtelier."),
        )
    with tempfile.TemporaryDirectory(prefix="forgeatelier-test-") as place:
        options.to = place
        return demo(options)
