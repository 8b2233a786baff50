# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Under which licence each file of a bundle is, and the REUSE.toml and LICENSES/ that say so."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from forgeatelier.bundles.contents import BundleContents, collective_of
from forgeatelier.bundles.plain import one_line
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.shipped import EXPORTS
from forgeatelier.ground.words import _
from forgeatelier.model.commons.licence import LICENCES, may_publish

METADATA_LICENCE = "CC0-1.0"
"""Metadata and tables are given away whole, so that catalogues may take them."""

CRATE, GUIDE, WITHDRAWN, REUSE = "ro-crate-metadata.json", "guide.yaml", "RETRAITS.yaml", "REUSE.toml"
_METADATA = (CRATE, GUIDE, WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Terms:
    """A licence by its SPDX id and who holds the rights, with the year."""

    licence: str
    holder: str


def licences(contents: BundleContents) -> tuple[Terms, dict[str, Terms]]:
    """The terms of the whole, and those of the files that differ; refuses what may not be published."""
    document = contents.document
    year, collective = document.made_on.year, collective_of(document)
    whole = Terms(document.sheet.licence, f"{year} {collective}")
    exceptions: dict[str, Terms] = {}
    authors = ", ".join(filter(None, (one_line(author.name) for author in document.protocol.authors)))
    method = Terms(document.protocol.licence or whole.licence, f"{year} {authors or collective}")
    for path in contents.texts:
        if path.startswith("annexes/"):
            exceptions[path] = Terms(METADATA_LICENCE, whole.holder)
        elif path.startswith("protocoles/"):
            exceptions[path] = method
    for picture in document.pictures:
        if picture.name in contents.files:
            exceptions[picture.name] = Terms(
                picture.licence, f"{year} {one_line(picture.credit) or collective}"
            )
    for path in _METADATA:
        exceptions[path] = Terms(METADATA_LICENCE, whole.holder)
    _refuse_closed("", whole)
    for path, terms in exceptions.items():
        _refuse_closed(path, terms)
    return whole, {path: terms for path, terms in sorted(exceptions.items()) if terms != whole}


def licence_texts(whole: Terms, exceptions: Mapping[str, Terms]) -> dict[str, str]:
    """`LICENSES/<id>.txt` for exactly the licences used."""
    used = sorted({whole.licence, *(terms.licence for terms in exceptions.values())})
    return {f"LICENSES/{spdx}.txt": _text(spdx) for spdx in used}


def reuse_toml(whole: Terms, exceptions: Mapping[str, Terms]) -> str:
    """REUSE.toml: one block for the whole, then one per other terms; the last that fits a file holds."""
    # What is written inside a file never decides: a text that quotes a licence line would change its own.
    blocks = [_block(["**"], whole)]
    for terms in sorted(set(exceptions.values()), key=lambda one: (one.licence, one.holder)):
        blocks.append(_block([path for path, its in exceptions.items() if its == terms], terms))
    return "version = 1\n\n" + "\n".join(blocks)


def _block(paths: Iterable[str], terms: Terms) -> str:
    listed = "".join(f"  {_quoted(path)},\n" for path in sorted(paths))
    return (
        f"[[annotations]]\npath = [\n{listed}]\n"
        'precedence = "override"\n'
        f"SPDX-FileCopyrightText = {_quoted(terms.holder)}\n"
        f"SPDX-License-Identifier = {_quoted(terms.licence)}\n"
    )


def _quoted(text: str) -> str:
    # A JSON string without controls is a TOML string.
    return json.dumps(text, ensure_ascii=False)


def _text(spdx: str) -> str:
    return (EXPORTS / "licences" / f"{spdx}.txt").read_text(encoding="utf-8")


def _refuse_closed(path: str, terms: Terms) -> None:
    if may_publish(terms.licence):
        return
    known = LICENCES.get(terms.licence)
    name = known.name if known else terms.licence or _("aucune")
    raise AtelierError(
        what=_("{what} est sous une licence qui ne permet pas de publier ({licence}).").format(
            what=f"« {path} »" if path else _("La fiche"), licence=name
        ),
        advice=_("Choisissez une licence libre, ou retirez cet élément de la fiche."),
    )
