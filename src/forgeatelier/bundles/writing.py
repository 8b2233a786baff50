# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a publication bundle: under another name first, flushed, read back, and only then under its own."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from forgeatelier.bundles.bag import MANIFEST, PAYLOAD, tag_files
from forgeatelier.bundles.contents import BundleContents, WrittenBundle, bundle_name
from forgeatelier.bundles.durable import (
    check_room,
    chunks_of,
    flush_folder,
    measure,
    write_through,
    writing_explained,
)
from forgeatelier.bundles.payload import Item, payload_of
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, speaking
from forgeatelier.model.progress import Progress, silent


def write_bundle(contents: BundleContents, place: Path, progress: Progress = silent) -> WrittenBundle:
    """Write the bundle as a new folder inside `place`; the same contents give the same bytes.

    A folder that already holds exactly this bundle is success. A failure or a cancellation leaves nothing.
    """
    name = bundle_name(contents.document)
    with writing_explained(place):
        items = _everything(contents)
        written = WrittenBundle(
            path=place / name,
            name=name,
            manifest_sha256=items[MANIFEST].stored.sha256,
            size=sum(item.stored.size for item in items.values()),
        )
        if written.path.exists():
            _accept_same(written.path, items)
            return written
        place.mkdir(parents=True, exist_ok=True)
        # Each small file takes at least a cluster of the stick.
        check_room(place, written.size + 32_768 * len(items))
        _write(items, written.path, progress)
    return written


def _everything(contents: BundleContents) -> dict[str, Item]:
    payload = payload_of(contents)
    with speaking(contents.document.sheet.language):
        tags = tag_files(contents, {path: item.stored for path, item in payload.items()})
    around = {path: Item(measure([data]), data) for path, data in tags.items()}
    return {**{f"{PAYLOAD}{path}": item for path, item in payload.items()}, **around}


def _write(items: Mapping[str, Item], final: Path, progress: Progress) -> None:
    partial = final.with_name(f"{final.name}.partial")
    steps = 2 * len(items)
    try:
        # What an interrupted attempt left is ours to remove.
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir()
        for done, (path, item) in enumerate(items.items()):
            progress(done, steps, path)
            write_through(partial / path, item.chunks())
        for folder in sorted({(partial / path).parent for path in items}, reverse=True):
            flush_folder(folder)
        for done, (path, item) in enumerate(items.items(), len(items)):
            progress(done, steps, path)
            _check_back(partial / path, path, item)
        partial.rename(final)
        flush_folder(final.parent)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    progress(steps, steps)


def _check_back(found: Path, path: str, item: Item) -> None:
    if measure(chunks_of(found)) != item.stored:
        raise AtelierError(
            what=_("« {path} » relu sur le support n’est pas ce qui y a été écrit.").format(path=path),
            advice=_(
                "Recommencez ; si cela se répète, changez de clé ou de câble, ce support n’est pas fiable."
            ),
        )


def _accept_same(folder: Path, items: Mapping[str, Item]) -> None:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    if found == set(items) and all(
        measure(chunks_of(folder / path)) == item.stored for path, item in items.items()
    ):
        return
    raise AtelierError(
        what=_("Un autre dossier s’appelle déjà « {name} » à cet endroit.").format(name=folder.name),
        advice=_("Publiez dans un autre dossier, ou rangez l’ancien ailleurs."),
    )
