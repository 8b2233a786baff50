# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bundle as one plain zip: fixed order, fixed dates, so that two teams can compare theirs by hash."""

import filecmp
import hashlib
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from forgeatelier.bundles.bag import INFO, MANIFEST, PAYLOAD, TAG_FILES, TAG_MANIFEST
from forgeatelier.bundles.durable import check_room, chunks_of, flush, flush_folder, writing_explained
from forgeatelier.bundles.kinds import is_packed, is_picture
from forgeatelier.bundles.licensing import CRATE, GUIDE, REUSE, WITHDRAWN
from forgeatelier.bundles.manifests import Malformed, parse_info, parse_manifest
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.progress import Progress, silent

_REGULAR = 0o100644 << 16
_UNIX = 3
_METADATA = (CRATE, GUIDE, WITHDRAWN, REUSE)
_FIRST = ("LISEZMOI.md", "README.md", "ro-crate-preview.html")


def zip_bundle(folder: Path, to: Path, progress: Progress = silent) -> Path:
    """Write the bundle in `folder` as a zip: at `to`, or inside it when `to` is a folder. Gives its path.

    Only what the manifests list is packed, and each file must still be what they say.
    """
    final = to / f"{folder.name}.zip" if to.is_dir() else to
    sums, made_on = _described(folder)
    partial = final.with_name(f"{final.name}.partial")
    with writing_explained(final.parent):
        check_room(final.parent, sum((folder / path).stat().st_size for path in sums))
        try:
            partial.unlink(missing_ok=True)
            _write(folder, sums, made_on, partial, progress)
            _settle(partial, final)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    return final


def reading_place(path: str) -> tuple[int, str]:
    """Where a file of a bag stands in the zip: what says most comes first, what weighs most last."""
    inner = path.removeprefix(PAYLOAD)
    if path in TAG_FILES:
        return 0, str(TAG_FILES.index(path))
    if inner in _METADATA:
        return 1, str(_METADATA.index(inner))
    if inner.startswith("LICENSES/"):
        return 2, inner
    if inner in _FIRST:
        return 3, str(_FIRST.index(inner))
    if inner.endswith(".md"):
        return 4, inner
    if inner.startswith("sorties/"):
        return 7, inner
    return (6 if is_picture(inner) else 5), inner


def _described(folder: Path) -> tuple[dict[str, str], date]:
    """The SHA-256 of every file of the bundle but the tag manifest, and the date of the bundle."""
    try:
        tags = parse_manifest((folder / TAG_MANIFEST).read_text(encoding="utf-8"), payload=False)
        payload = parse_manifest((folder / MANIFEST).read_text(encoding="utf-8"), payload=True)
        made_on = date.fromisoformat(parse_info((folder / INFO).read_text(encoding="utf-8"))["Bagging-Date"])
    except (OSError, ValueError, KeyError, Malformed) as error:
        raise AtelierError(
            what=_("« {name} » n’est pas un dossier publié complet.").format(name=folder.name),
            advice=_("Publiez de nouveau la fiche, puis recommencez."),
        ) from error
    return {**tags, **payload}, made_on


def _write(folder: Path, sums: dict[str, str], made_on: date, partial: Path, progress: Progress) -> None:
    paths = sorted([*sums, TAG_MANIFEST], key=reading_place)
    with partial.open("xb") as file:
        with zipfile.ZipFile(file, "w") as packed:
            for done, path in enumerate(paths):
                progress(done, len(paths), path)
                with packed.open(_entry(folder, path, made_on), "w") as inside:
                    for chunk in _unchanged(folder / path, sums.get(path)):
                        inside.write(chunk)
        file.flush()
        flush(file.fileno())
    progress(len(paths), len(paths))


def _entry(folder: Path, path: str, made_on: date) -> zipfile.ZipInfo:
    # A zip knows no year before 1980.
    day = (max(made_on.year, 1980), made_on.month, made_on.day, 0, 0, 0)
    entry = zipfile.ZipInfo(f"{folder.name}/{path}", day)
    entry.compress_type = zipfile.ZIP_STORED if is_packed(path) else zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = _UNIX, _REGULAR
    entry.file_size = (folder / path).stat().st_size
    return entry


def _unchanged(path: Path, sha256: str | None) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for chunk in chunks_of(path):
        digest.update(chunk)
        yield chunk
    if sha256 is not None and digest.hexdigest() != sha256:
        raise AtelierError(
            what=_("« {name} » a changé depuis que le dossier a été publié.").format(name=path.name),
            advice=_("Publiez de nouveau la fiche dans un autre dossier, puis recommencez."),
        )


def _settle(partial: Path, final: Path) -> None:
    """Read the zip back, then give it its name; one that is there already must be the same."""
    with zipfile.ZipFile(partial) as packed:
        bad = packed.testzip()
    if bad is not None:
        raise AtelierError(
            what=_("« {path} » relu sur le support n’est pas ce qui y a été écrit.").format(path=bad),
            advice=_(
                "Recommencez ; si cela se répète, changez de clé ou de câble : ce support n’est pas fiable."
            ),
        )
    if not final.exists():
        partial.rename(final)
        flush_folder(final.parent)
        return
    if not filecmp.cmp(partial, final, shallow=False):
        raise AtelierError(
            what=_("Un autre fichier s’appelle déjà « {name} » à cet endroit.").format(name=final.name),
            advice=_("Publiez dans un autre dossier, ou rangez l’ancien ailleurs."),
        )
    partial.unlink()
