# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that goes under `data/`: what was given, and what describes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from forgeatelier.bundles.bag import Stored
from forgeatelier.bundles.contents import BundleContents
from forgeatelier.bundles.crate.making import Making
from forgeatelier.bundles.crate.root import crate_json
from forgeatelier.bundles.durable import chunks_of, measure
from forgeatelier.bundles.guide import guide_yaml, withdrawals_yaml
from forgeatelier.bundles.licensing import CRATE, GUIDE, REUSE, WITHDRAWN, licence_texts, licences, reuse_toml
from forgeatelier.bundles.names import may_be_written, same_without_case
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, speaking


@dataclass(frozen=True, slots=True)
class Item:
    """One file to write: its bytes, or the file they come from."""

    stored: Stored
    source: Path | bytes

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, from the beginning."""
        if isinstance(self.source, bytes):
            yield self.source
        else:
            yield from chunks_of(self.source)


def payload_of(contents: BundleContents) -> dict[str, Item]:
    """The files of the bundle by their path under `data/`, sorted; the same for the same contents."""
    with speaking(contents.document.sheet.language):
        whole, exceptions = licences(contents)
        texts = {
            **contents.texts,
            GUIDE: guide_yaml(contents),
            WITHDRAWN: withdrawals_yaml(contents),
            REUSE: reuse_toml(whole, exceptions),
            **licence_texts(whole, exceptions),
        }
        _check_names([*texts, *contents.files, CRATE])
        items = {path: text_item(text) for path, text in texts.items()}
        items |= {path: Item(measure(chunks_of(source)), source) for path, source in contents.files.items()}
        stored = {path: item.stored for path, item in items.items()}
        making = Making(contents=contents, payload=stored, whole=whole, exceptions=exceptions)
        items[CRATE] = text_item(crate_json(making))
    return {path: items[path] for path in sorted(items)}


def text_item(text: str) -> Item:
    """A text as UTF-8; half of a character pair, which UTF-8 cannot hold, becomes a question mark."""
    data = text.encode("utf-8", "replace")
    return Item(measure([data]), data)


def _check_names(paths: list[str]) -> None:
    bad = next((path for path in paths if not may_be_written(path)), None)
    if bad is not None:
        raise AtelierError(
            what=_(
                "Le nom de fichier « {name} » ne passerait pas sur toutes les clés et tous les téléphones."
            ).format(name=bad),
            advice=_(
                "Utilisez des minuscules sans accent, des chiffres, des traits d’union, moins de 115 signes."
            ),
        )
    pair = same_without_case(paths)
    if pair is not None:
        raise AtelierError(
            what=_("« {one} » et « {other} » seraient un seul fichier sur une clé USB.").format(
                one=pair[0], other=pair[1]
            ),
            advice=_("Donnez-leur des noms différents."),
        )
